"""A vendor's extension of OCPP 1.6, with one action of its own."""

from __future__ import annotations

from ocpp_messages import Procedure, ProcedureKind
from ocpp_messages.v16 import (
    BACK_OFFICE,
    STATION,
    SUBPROTOCOL,
    VERSION,
    dumps,
    from_jsonable,
    loads,
    to_jsonable,
)
from ocpp_messages.v16 import PROCEDURES as STANDARD

from .messages import BlinkRequest, BlinkResponse

__all__ = [
    "BACK_OFFICE",
    "PROCEDURES",
    "PROCEDURES_BY_REQUEST",
    "STATION",
    "SUBPROTOCOL",
    "VERSION",
    "BlinkRequest",
    "BlinkResponse",
    "dumps",
    "from_jsonable",
    "loads",
    "to_jsonable",
]

BLINK = Procedure(
    action="Blink",
    request=BlinkRequest,
    response=BlinkResponse,
    senders=frozenset({BACK_OFFICE}),
    kind=ProcedureKind.CALL,
    block="Acme",
    method="blink",
)
PROCEDURES = {**STANDARD, "Blink": BLINK}
PROCEDURES_BY_REQUEST = {each.request: each for each in PROCEDURES.values()}
