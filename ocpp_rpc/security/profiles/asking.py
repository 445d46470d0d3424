"""Asking functions of the program, be they coroutine functions or plain ones."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isawaitable
from typing import Any

__all__ = ["asked", "checked_bool"]


async def asked(function: Callable[..., Any], *arguments: Any) -> Any:
    """Return what a function answers, awaited if need be."""
    answer = function(*arguments)
    return await answer if isawaitable(answer) else answer


def checked_bool(name: str, answer: object) -> bool:
    """Return an answer that has to be True or False.

    Args:
        name: The name of what has answered.
        answer: What it has answered.

    Raises:
        TypeError: It is something else, which may stand for either by mistake.
    """
    if not isinstance(answer, bool):
        kind = type(answer).__name__
        raise TypeError(f"{name} returned a {kind}, not True or False")
    return answer
