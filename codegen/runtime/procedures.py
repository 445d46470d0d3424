"""The entries of the procedure tables."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .model import Model

__all__ = ["Procedure", "ProcedureKind", "Role"]


class Role(StrEnum):
    """The two sides of a connection, as each version calls them.

    Attributes:
        CHARGE_POINT: The charger in OCPP 1.5 and 1.6.
        CENTRAL_SYSTEM: The back office in OCPP 1.5 and 1.6.
        CHARGING_STATION: The charger from OCPP 2.0 on.
        CSMS: The back office from OCPP 2.0 on.
    """

    CHARGE_POINT = "ChargePoint"
    CENTRAL_SYSTEM = "CentralSystem"
    CHARGING_STATION = "ChargingStation"
    CSMS = "CSMS"


class ProcedureKind(StrEnum):
    """The kinds of actions.

    Attributes:
        CALL: A request that is answered with a response or an error.
        SEND: A message that has no response (OCPP 2.1 part 4, 4.2.4).
    """

    CALL = "CALL"
    SEND = "SEND"


@dataclass(frozen=True)
class Procedure:
    """One action of one version.

    Attributes:
        action: The name on the wire, for example `BootNotification`.
        request: The class of the request, or of the message of a SEND.
        response: The class of the response; None for a SEND.
        senders: The roles that may send the request.
        kind: CALL if the request is answered, SEND if not.
        block: The functional block (2.x) or feature profile (1.x) of the action.
        method: The method of the receiving role, for example `boot_notification`.
    """

    action: str
    request: type[Model]
    response: type[Model] | None
    senders: frozenset[Role]
    kind: ProcedureKind
    block: str
    method: str
