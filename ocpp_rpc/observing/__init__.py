"""Observers of connections: logs, traces, metrics and recordings.

An observer is a function that takes an event and its connection; `Settings.observer`
is where one goes. `recording` writes the file that `ocpp-rpc decode` reads, and
`line_of` returns one line of it, for a program that sends it elsewhere. `redacted`
takes the credentials out of a message. `JsonFormatter` writes log records as JSON.
`Telemetry` needs the extra `opentelemetry`, and
`Prometheus` the extra `prometheus`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .json_lines import JsonFormatter
from .record import line_of, recording
from .wire import observers, redacted, wire_log

if TYPE_CHECKING:
    from .prometheus import Prometheus
    from .telemetry import Telemetry

__all__ = [
    "JsonFormatter",
    "Prometheus",
    "Telemetry",
    "line_of",
    "observers",
    "recording",
    "redacted",
    "wire_log",
]

_NEED_EXTRAS = {"Prometheus": "prometheus", "Telemetry": "telemetry"}


def __getattr__(name: str) -> Any:
    """Import what needs an extra, when it is asked for."""
    if name in _NEED_EXTRAS:
        module = import_module(f".{_NEED_EXTRAS[name]}", __name__)
        return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
