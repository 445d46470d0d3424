"""Close codes: how one side of a relay is closed when the other side has closed."""

from __future__ import annotations

from typing import Final

from ocpp_rpc.connection.closing import check_close
from ocpp_rpc.protocol.events import Closed

__all__ = ["is_lost", "passed_on"]

_NO_CODE: Final = 1005
_LONGEST_REASON: Final = 123

_LOST: Final = frozenset({1001, 1006, 1011, 1012, 1013, 1014, 1015})
"""The codes of a back office that may soon be available again (RFC 6455 §7.4)."""


def passed_on(end: Closed, otherwise: int) -> Closed:
    """Return the code and reason to close one side with, if the other has closed.

    Args:
        end: The code and reason of the other side.
        otherwise: The code to use if that of the other side may not be sent, such as
            1006.
    """
    reason = end.reason.encode()[:_LONGEST_REASON].decode(errors="ignore")
    code = 1000 if end.code == _NO_CODE else end.code
    try:
        check_close(code, reason)
    except ValueError:
        return Closed(otherwise, reason)
    return Closed(code, reason)


def is_lost(end: Closed) -> bool:
    """Tell whether a back office is lost, rather than closing this charger."""
    return end.code in _LOST
