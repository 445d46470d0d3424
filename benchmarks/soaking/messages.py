"""What chargers and back office say in a soak, in every version that takes part."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

import ocpp_messages
from benchmarks.soaking.ledger import REFUSED, Ledger
from ocpp_messages import Model, Request, Send, VersionPackage
from ocpp_messages.serializer import from_jsonable
from ocpp_rpc import Connection, OcppError, Router

__all__ = [
    "BACK",
    "FROM_CHARGERS",
    "FROM_OFFICE",
    "REFUSE",
    "SLOW",
    "VERSIONS",
    "message",
    "routes",
    "stream",
]

VERSIONS: Final = ("1.6", "2.0.1", "2.1")

REFUSE: Final = "refuse"
SLOW: Final = "slow"
BACK: Final = "back"
"""What a DataTransfer may ask of its handler, in its messageId."""

_MOMENT: Final = "2026-01-31T12:00:00Z"
_Payload = Mapping[str, Any]
_Payloads = Mapping[str, _Payload]

_TRANSFERS: Final[_Payloads] = {
    f"DataTransfer {kind}": {"vendorId": "soak", "messageId": kind}
    for kind in (REFUSE, SLOW, BACK)
}

_FROM_CHARGERS_1X: Final[dict[str, _Payload]] = {
    "Authorize": {"idTag": "T1"},
    "BootNotification": {"chargePointVendor": "Acme", "chargePointModel": "X1"},
    "Heartbeat": {},
    "MeterValues": {
        "connectorId": 1,
        "meterValue": [
            {
                "timestamp": _MOMENT,
                "sampledValue": [
                    {"value": f"{n}.5", "unit": "Wh", "context": "Sample.Periodic"}
                    for n in range(9)
                ],
            }
        ],
    },
    "StartTransaction": {
        "connectorId": 1,
        "idTag": "T1",
        "meterStart": 0,
        "timestamp": _MOMENT,
    },
    "StatusNotification": {
        "connectorId": 1,
        "errorCode": "NoError",
        "status": "Available",
    },
    "StopTransaction": {"transactionId": 1, "meterStop": 9, "timestamp": _MOMENT},
    **_TRANSFERS,
}


def _transaction(kind: str, number: int) -> _Payload:
    return {
        "eventType": kind,
        "timestamp": _MOMENT,
        "triggerReason": "MeterValuePeriodic",
        "seqNo": number,
        "transactionInfo": {"transactionId": "t"},
        "meterValue": [{"timestamp": _MOMENT, "sampledValue": [{"value": 1.5}]}],
    }


_FROM_CHARGERS_2X: Final[dict[str, _Payload]] = {
    "Authorize": {"idToken": {"idToken": "T1", "type": "ISO14443"}},
    "BootNotification": {
        "reason": "PowerUp",
        "chargingStation": {"model": "X1", "vendorName": "Acme"},
    },
    "Heartbeat": {},
    "MeterValues": {
        "evseId": 1,
        "meterValue": [
            {
                "timestamp": _MOMENT,
                "sampledValue": [{"value": n + 0.5} for n in range(9)],
            }
        ],
    },
    "TransactionEvent start": _transaction("Started", 0),
    "TransactionEvent update": _transaction("Updated", 1),
    "TransactionEvent end": _transaction("Ended", 2),
    "StatusNotification": {
        "timestamp": _MOMENT,
        "connectorStatus": "Available",
        "evseId": 1,
        "connectorId": 1,
    },
    **_TRANSFERS,
}

_FROM_OFFICE_1X: Final[dict[str, _Payload]] = {
    "ChangeConfiguration": {"key": "a", "value": "b"},
    "ClearCache": {},
    "GetConfiguration": {},
    "RemoteStartTransaction": {"connectorId": 1, "idTag": "T1"},
    "TriggerMessage": {"requestedMessage": "Heartbeat"},
    **_TRANSFERS,
}

_FROM_OFFICE_2X: Final[dict[str, _Payload]] = {
    "ClearCache": {},
    "GetVariables": {
        "getVariableData": [{"component": {"name": "c"}, "variable": {"name": "v"}}]
    },
    "RequestStartTransaction": {
        "idToken": {"idToken": "T1", "type": "ISO14443"},
        "remoteStartId": 1,
    },
    "TriggerMessage": {"requestedMessage": "Heartbeat"},
    **_TRANSFERS,
}

FROM_CHARGERS: Final[Mapping[str, dict[str, _Payload]]] = {
    "1.6": _FROM_CHARGERS_1X,
    "2.0.1": _FROM_CHARGERS_2X,
    "2.1": _FROM_CHARGERS_2X,
}
FROM_OFFICE: Final[Mapping[str, dict[str, _Payload]]] = {
    "1.6": _FROM_OFFICE_1X,
    "2.0.1": _FROM_OFFICE_2X,
    "2.1": _FROM_OFFICE_2X,
}

_BOOTED: Final = {"status": "Accepted", "currentTime": _MOMENT, "interval": 300}
_ANSWERS: Final[dict[str, _Payload]] = {
    "BootNotification": _BOOTED,
    "ChangeConfiguration": {"status": "Accepted"},
    "ClearCache": {"status": "Accepted"},
    "DataTransfer": {"status": "Accepted"},
    "GetConfiguration": {"unknownKey": ["a"]},
    "GetVariables": {
        "getVariableResult": [
            {
                "attributeStatus": "UnknownVariable",
                "component": {"name": "c"},
                "variable": {"name": "v"},
            }
        ]
    },
    "Heartbeat": {"currentTime": _MOMENT},
    "MeterValues": {},
    "RemoteStartTransaction": {"status": "Accepted"},
    "RequestStartTransaction": {"status": "Accepted"},
    "StartTransaction": {"transactionId": 1, "idTagInfo": {"status": "Accepted"}},
    "StatusNotification": {},
    "StopTransaction": {},
    "TransactionEvent": {},
    "TriggerMessage": {"status": "Accepted"},
}
_AUTHORIZED: Final[_Payloads] = {
    "1.6": {"idTagInfo": {"status": "Accepted"}},
    "2.0.1": {"idTokenInfo": {"status": "Accepted"}},
    "2.1": {"idTokenInfo": {"status": "Accepted"}},
}
_STREAM: Final = {
    "id": 1,
    "pending": 0,
    "basetime": _MOMENT,
    "data": [{"t": 1.5, "v": "230.1"}],
}


@cache
def message(version: str, name: str) -> Request[Any]:
    """Return a request by its name: an action, and what tells several apart."""
    package = ocpp_messages.load(version)
    payload = (FROM_CHARGERS[version] | FROM_OFFICE[version])[name]
    request: Any = package.PROCEDURES[name.split(maxsplit=1)[0]].request
    built: Request[Any] = from_jsonable(request, payload)
    return built


@cache
def stream() -> Send:
    """Return the message of 2.1 that is not answered."""
    package = ocpp_messages.load("2.1")
    send: Any = package.PROCEDURES["NotifyPeriodicEventStream"].request
    built: Send = from_jsonable(send, _STREAM)
    return built


def routes(ledger: Ledger, role: str) -> Router:
    """Return what answers the calls of the other side.

    Args:
        ledger: What call-backs are written in.
        role: "office", or "charger".
    """
    router = Router()
    theirs = FROM_CHARGERS if role == "office" else FROM_OFFICE
    for version in VERSIONS:
        package = ocpp_messages.load(version)
        for action in {name.split()[0] for name in theirs[version]}:
            request = package.PROCEDURES[action].request
            if action == "DataTransfer":
                router.add(request, _transfer(package, ledger, role))
            elif action == "StatusNotification":
                router.add(request, _blocking(_answer(package, action)), in_thread=True)
            else:
                router.add(request, _plain(_answer(package, action)))
    if role == "office":
        send: Any = ocpp_messages.load("2.1").PROCEDURES["NotifyPeriodicEventStream"]
        router.add(send.request, _ignore)
    return router


def _ignore(_: Any) -> None:
    """Take a message that is not answered."""


def _answer(package: VersionPackage, action: str) -> Model:
    answers = _ANSWERS | {"Authorize": _AUTHORIZED[package.VERSION]}
    response: Any = package.PROCEDURES[action].response
    built: Model = from_jsonable(response, answers[action])
    return built


def _plain(response: Model) -> Callable[[Any], Any]:
    return lambda _: response


def _blocking(response: Model) -> Callable[[Any], Any]:
    def handler(_: Any) -> Any:
        time.sleep(0.001)
        return response

    return handler


def _transfer(
    package: VersionPackage, ledger: Ledger, role: str
) -> Callable[[Any, Connection], Any]:
    response = _answer(package, "DataTransfer")

    async def handler(request: Any, connection: Connection) -> Any:
        if request.message_id == REFUSE:
            raise OcppError(REFUSED, "as asked")
        if request.message_id == SLOW:
            await asyncio.sleep(0.05)
        if request.message_id == BACK and role == "charger":
            await ledger.call(connection, message(package.VERSION, "Heartbeat"))
        return response

    return handler
