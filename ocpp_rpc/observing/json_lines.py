"""Log records as JSON, one object a line, for whatever collects logs."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

__all__ = ["JsonFormatter"]


class JsonFormatter(logging.Formatter):
    """Format each log record as a JSON object in one line.

    The object has the members `time` (ISO 8601, UTC, in milliseconds), `level` (such as
    `warning`), `logger` and `message`; `exception`, the traceback, if the record has
    one; and each of `fields` that the record has. All text is ASCII, so that what a
    peer sends can neither begin a new line nor control a terminal.

    Args:
        fields: Names of attributes of the record, as `extra` of `logging` sets them.
            By default, what this library sets: the identity of the charger and its
            version of OCPP. A value that JSON does not know is written as its `str`.
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
        return json.dumps(line, default=str)
