"""Texts for header lines, messages and logs, checked or escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, get_args

__all__ = ["about", "check_choice", "checked_headers", "one_line", "printable"]

_LONGEST: Final = 200


def one_line(text: object, longest: int = _LONGEST) -> str:
    """Return a text as one short line that cannot forge log lines.

    White space becomes one blank; characters that are not printable are escaped.

    Args:
        text: Any object; its `str` is used.
        longest: The greatest number of characters; a longer text ends with an ellipsis.
    """
    line = " ".join(str(text)[: longest * 4].split())
    if len(line) > longest:
        line = f"{line[: longest - 1]}…"
    if line.isprintable():
        return line
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in line)


def about(identity: str, version: str | None = None) -> dict[str, str]:
    """Return the `extra` of a log record that is about one charger.

    The log record gets these as attributes; docs/observing.md lists them.

    Args:
        identity: The identity of the charger.
        version: The negotiated version of OCPP; None if it is not known yet.
    """
    return {"identity": identity} | ({} if version is None else {"version": version})


def printable(text: str) -> str:
    """Return a text with all unprintable characters escaped, line breaks too."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode()
        for char in text
    )


def check_choice(name: str, value: object, choices: Any) -> None:
    """Check a setting that has a few possible values.

    Args:
        name: The name of the setting.
        value: Its value.
        choices: The type of the setting, a `Literal`.

    Raises:
        ValueError: The value is none of them.
    """
    if value not in get_args(choices):
        raise ValueError(f"{name} must be one of {get_args(choices)}, not {value!r}")


def checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Check header lines and return a copy of them.

    Raises:
        ValueError: A name or a value is not allowed in a header line (RFC 9110 §5.1 and
            §5.5; only ASCII characters are allowed), or the header is one that the
            WebSocket handshake sets itself.
    """
    for name, value in headers.items():
        if not _NAME.fullmatch(name) or not _VALUE.fullmatch(value):
            raise ValueError(f"header {name!r}: its name or its value is not allowed")
        if name.lower() in _RESERVED:
            raise ValueError(f"header {name!r} cannot be added: the handshake sets it")
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
