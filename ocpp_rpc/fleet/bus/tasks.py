"""Ends background tasks."""

from __future__ import annotations

import asyncio
from typing import Any

__all__ = ["cancelled"]


async def cancelled(tasks: set[asyncio.Task[Any]]) -> None:
    """Cancel tasks, and wait until they have ended."""
    listed = [*tasks]
    for task in listed:
        task.cancel()
    await asyncio.gather(*listed, return_exceptions=True)
