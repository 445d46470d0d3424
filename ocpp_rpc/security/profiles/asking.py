"""Calls functions of the program, which may be coroutine functions."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isawaitable
from typing import Any

__all__ = ["asked", "checked_bool"]


async def asked(function: Callable[..., Any], *arguments: Any) -> Any:
    """Return the result of a function, after awaiting it if it is awaitable."""
    answer = function(*arguments)
    return await answer if isawaitable(answer) else answer


def checked_bool(name: str, answer: object) -> bool:
    """Return a result that has to be True or False.

    Args:
        name: The name of the function.
        answer: The result of the function.

    Raises:
        TypeError: The result is not a bool, so its truth value may be a mistake.
    """
    if not isinstance(answer, bool):
        kind = type(answer).__name__
        raise TypeError(f"{name} returned a {kind}, not True or False")
    return answer
