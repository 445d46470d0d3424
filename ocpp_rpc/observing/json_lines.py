"""Log records as JSON, one object a line, for whatever collects logs."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final

__all__ = ["JsonFormatter"]


class JsonFormatter(logging.Formatter):
    """Format each log record as a JSON object in one line.

    The object has the members `time` (ISO 8601, UTC, in milliseconds), `level` (such as
    `warning`), `logger` and `message`; `exception` and `stack`, the traceback and the
    stack, if the record has them; and each of `fields` that the record has. All text is
    ASCII, so that what a peer sends can neither begin a new line nor control a
    terminal.

    Args:
        fields: Names of attributes of the record, as `extra` of `logging` sets them.
            By default, what this library sets: the identity of the charger and its
            version of OCPP. A value that JSON cannot express, such as NaN or one that
            contains itself, is written as its `str`, and bytes as text.
    """

    def __init__(self, fields: Iterable[str] = ("identity", "version")) -> None:
        super().__init__()
        self._fields = tuple(fields)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without its end."""
        time = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, Any] = {
            "time": time.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        attributes = vars(record)
        line.update((f, attributes[f]) for f in self._fields if f in attributes)
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        if record.stack_info:
            line["stack"] = self.formatStack(record.stack_info)
        try:
            return _json(line)
        except _INEXPRESSIBLE:
            return _json({name: _plain(value) for name, value in line.items()})


_INEXPRESSIBLE: Final = (RecursionError, TypeError, ValueError)
"""The errors of values that JSON cannot express: cycles, NaN, odd names of members."""


def _json(value: object) -> str:
    return json.dumps(value, default=_text, allow_nan=False)


def _plain(value: object) -> object:
    """Return a value if JSON can express it, and its text otherwise."""
    try:
        _json(value)
    except _INEXPRESSIBLE:
        return _text(value)
    return value


def _text(value: object) -> str:
    """Return the text of an object, whatever is wrong with it."""
    if isinstance(value, bytes | bytearray):
        return value.decode(errors="backslashreplace")
    try:
        return str(value)
    except Exception:  # noqa: BLE001 - a log line must not be lost for it
        return f"<{type(value).__name__}>"
