"""Guards that restrict messages before a boot is accepted."""

from __future__ import annotations

from .office import BootGuard
from .station import StationBootGuard

__all__ = ["BootGuard", "StationBootGuard"]
