"""Values of messages that may deviate from their schema, as short texts."""

from __future__ import annotations

from typing import Any, Final

__all__ = ["at", "maybe_text", "text_of"]

_LONGEST: Final = 200


def at(message: Any, path: str) -> Any:
    """Return the value at a path in a message, such as `evse.id`; None if missing.

    A message that was accepted by tolerance may lack fields that its class requires.
    """
    for name in path.split("."):
        message = getattr(message, name, None)
    return message


def text_of(value: Any) -> str:
    """Return a value as a text of 200 characters at most, the last an ellipsis."""
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def maybe_text(value: Any) -> str | None:
    """Return `text_of` of a value, or None for None."""
    return None if value is None else text_of(value)
