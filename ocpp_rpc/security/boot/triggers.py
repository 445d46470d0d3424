"""The messages that a back office can request from a station that is not accepted.

While a boot is Pending, a station sends only the messages that TriggerMessage,
GetReport and GetBaseReport request (1.6 §4.2; 2.0.1 and 2.1 part 2, B02.FR.02).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ocpp_messages import Model

__all__ = ["ACCEPTED", "BOOT", "PENDING", "REJECTED", "Asked"]

BOOT: Final = "BootNotification"

ACCEPTED: Final = "Accepted"
PENDING: Final = "Pending"
REJECTED: Final = "Rejected"

_TRIGGERS: Final = frozenset({"ExtendedTriggerMessage", "TriggerMessage"})
_REPORTS: Final = frozenset({"GetBaseReport", "GetReport"})
_REPORT: Final = "NotifyReport"

_SIGN: Final = "SignCertificate"
_ACTIONS: Final[Mapping[str, str]] = {
    "SignChargePointCertificate": _SIGN,
    "SignChargingStationCertificate": _SIGN,
    "SignCombinedCertificate": _SIGN,
    "SignV2G20Certificate": _SIGN,
    "SignV2GCertificate": _SIGN,
}
"""The actions by trigger; any other trigger has the name of its action."""


class Asked:
    """The messages that were requested from one station."""

    __slots__ = ("_actions", "_reports")

    def __init__(self) -> None:
        self._actions: set[str] = set()
        # None stands for 2.0, whose reports have no number.
        self._reports: set[int | None] = set()

    def note(self, action: str, request: Model) -> None:
        """Remember a call of the back office, if it requests messages."""
        message: Any = request
        if action in _TRIGGERS:
            trigger = str(message.requested_message)
            self._actions.add(_ACTIONS.get(trigger, trigger))
        elif action in _REPORTS:
            self._reports.add(message.request_id)

    def includes(self, action: str, request: Model) -> bool:
        """Tell whether a message of the station was requested."""
        if action in self._actions:
            return True
        return action == _REPORT and getattr(request, "request_id", 0) in self._reports
