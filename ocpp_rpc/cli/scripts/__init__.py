"""Ready-made scripts for the usual sessions, in all versions."""

from __future__ import annotations

__all__: list[str] = []
