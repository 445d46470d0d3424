"""What is logged below the screen, for someone who is at one."""

from __future__ import annotations

import logging

from ocpp_rpc.lines import printable

__all__ = ["set_up"]


class _OneLine(logging.Formatter):
    """One line for each record: the reason of an exception, but no traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = f"{record.levelname.lower()}: {record.name}: {record.getMessage()}"
        error = record.exc_info[1] if record.exc_info else None
        reason = f" ({type(error).__name__}: {error})" if error else ""
        return printable(line + reason)


def _is_of_interest(record: logging.LogRecord) -> bool:
    """Tell whether a record is for a person.

    asyncio warns whenever a stream ends whose TLS was begun later, as that of nats-py.
    """
    return not (record.name == "asyncio" and "eof_received()" in record.getMessage())


def set_up() -> None:
    """Write warnings and worse to stderr."""
    handler = logging.StreamHandler()
    handler.setFormatter(_OneLine())
    handler.addFilter(_is_of_interest)
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
