"""Security: who may connect and how they prove it, TLS, passwords, certificates.

It stands below the servers and the clients, which ask it; it knows connections, and
nothing of who makes them.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .boot import BootGuard
    from .booting import StationBootGuard

__all__ = ["BootGuard", "StationBootGuard"]


def __getattr__(name: str) -> Any:
    """Import what most programs do without, when it is asked for."""
    if name == "BootGuard":
        from .boot import BootGuard  # noqa: PLC0415 - servers import this package

        return BootGuard
    if name == "StationBootGuard":
        from .booting import StationBootGuard  # noqa: PLC0415 - the same

        return StationBootGuard
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
