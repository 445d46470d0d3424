"""Seeing what happens on connections: logs, traces and recordings.

An observer is a function that takes an event and its connection; `Settings.observer`
is where one goes. `recording` writes the file that `ocpp-rpc decode` reads, and
`line_of` returns one line of it, for a program that sends it elsewhere. `Telemetry`
needs the extra `opentelemetry`.
"""

from typing import TYPE_CHECKING, Any

from .record import line_of, recording
from .wire import observers, wire_log

if TYPE_CHECKING:
    from .telemetry import Telemetry

__all__ = ["Telemetry", "line_of", "observers", "recording", "wire_log"]


def __getattr__(name: str) -> Any:
    """Import what needs an extra, when it is asked for."""
    if name == "Telemetry":
        from .telemetry import Telemetry  # noqa: PLC0415 - needs an extra

        return Telemetry
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
