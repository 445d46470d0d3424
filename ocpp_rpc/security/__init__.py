"""Security profiles, TLS, passwords, certificates, security events and signatures.

Servers and clients use this package. The package itself uses connections, and imports
neither servers nor clients.
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
    """Import a class when a program first uses it.

    Every server and every client imports this package, and most programs need none of
    these classes.
    """
    if name in _HOMES:
        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
