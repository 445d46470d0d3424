"""Text of others in a line of a message or a log."""

from __future__ import annotations

from typing import Final

__all__ = ["one_line"]

_LONGEST: Final = 200


def one_line(text: object, longest: int = _LONGEST) -> str:
    """Return a text as one short line that forges nothing.

    White space is one blank; what cannot be printed is escaped.

    Args:
        text: Whatever has a text.
        longest: How many characters are shown; what is beyond is an ellipsis.
    """
    line = " ".join(str(text)[: longest * 4].split())
    if len(line) > longest:
        line = f"{line[: longest - 1]}…"
    if line.isprintable():
        return line
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in line)
