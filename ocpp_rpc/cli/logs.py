"""The log on stderr, for a person at a terminal."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeAlias

from ocpp_rpc.lines import printable
from ocpp_rpc.observing import JsonFormatter

__all__ = ["Format", "Level", "set_up"]

Level: TypeAlias = Literal["debug", "info", "warning", "error"]
Format: TypeAlias = Literal["text", "json"]


class _OneLine(logging.Formatter):
    """One line for each record: the reason of an exception, but no traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = f"{record.levelname.lower()}: {record.name}: {record.getMessage()}"
        error = record.exc_info[1] if record.exc_info else None
        reason = f" ({type(error).__name__}: {error})" if error else ""
        return printable(line + reason)


_FORMATTERS: Final[Mapping[Format, Callable[[], logging.Formatter]]] = {
    "text": _OneLine,
    "json": JsonFormatter,
}


def _is_of_interest(record: logging.LogRecord) -> bool:
    """Tell whether a record is for a person.

    asyncio warns whenever a stream ends whose TLS was begun later, as that of nats-py.
    """
    return not (record.name == "asyncio" and "eof_received()" in record.getMessage())


def set_up(level: Level = "warning", form: Format = "text") -> None:
    """Write a log to stderr.

    Args:
        level: The lowest level of the loggers of this library. Other loggers are
            limited to warnings, because the debug records of asyncio and of the
            WebSocket libraries would hide the others.
        form: The form of the log.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(_FORMATTERS[form]())
    handler.addFilter(_is_of_interest)
    least = logging.getLevelNamesMapping()[level.upper()]
    logging.basicConfig(level=max(least, logging.WARNING), handlers=[handler])
    if least < logging.WARNING:
        logging.getLogger("ocpp_rpc").setLevel(least)
