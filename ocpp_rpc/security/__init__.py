"""Security: who may connect and how they prove it, TLS, passwords, certificates.

It stands below the servers and the clients, which ask it; it knows connections, and
nothing of who makes them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .boot import BootGuard, StationBootGuard
    from .events.reporting import EventReporter

__all__ = ["BootGuard", "EventReporter", "StationBootGuard"]

_HOMES: Final = {
    "BootGuard": "boot",
    "EventReporter": "events.reporting",
    "StationBootGuard": "boot",
}


def __getattr__(name: str) -> Any:
    """Import what most programs do without, when it is asked for.

    Servers and clients import modules of this package, whatever they use of it.
    """
    if name in _HOMES:
        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
