"""Header lines that a program adds to a request or to an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["checked_headers"]


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
