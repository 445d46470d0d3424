"""Lines of text that others read: header lines, and texts in a message or a log."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["about", "checked_headers", "one_line", "printable"]

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


def about(identity: str, version: str | None = None) -> dict[str, str]:
    """Return the `extra` of a log record that is about one charger.

    The record has these as attributes: docs/observing.md names them.

    Args:
        identity: The identity of the charger.
        version: The version of OCPP that it speaks, if that is known.
    """
    return {"identity": identity} | ({} if version is None else {"version": version})


def printable(text: str) -> str:
    """Return a text with what cannot be printed escaped: line breaks, too."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode()
        for char in text
    )


def checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return header lines that can be written as they are.

    Raises:
        ValueError: A name or a value cannot stand in a header line (RFC 9110 §5.1 and
            §5.5; of the characters, only those of ASCII), or what opens the WebSocket
            adds that line itself.
    """
    for name, value in headers.items():
        if not _NAME.fullmatch(name) or not _VALUE.fullmatch(value):
            raise ValueError(f"not a header line: {name!r}, or its value")
        if name.lower() in _RESERVED:
            raise ValueError(f"the header line {name} is not to be added")
    return dict(headers)


_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t -~]*")

_RESERVED = frozenset(
    {
        "connection",
        "content-length",
        "content-type",
        "host",
        "sec-websocket-accept",
        "sec-websocket-extensions",
        "sec-websocket-key",
        "sec-websocket-protocol",
        "sec-websocket-version",
        "transfer-encoding",
        "upgrade",
    }
)
