"""The calls that stations make while something is measured."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

__all__ = [
    "BOOT",
    "CALLS",
    "HEARTBEAT",
    "METER_VALUES",
    "METER_VALUES_201",
    "MIX_16",
    "MIX_201",
    "STATUS",
    "STATUS_201",
    "TRANSACTION_EVENT",
    "Call",
]

NOW = "2026-01-31T12:00:00Z"


@dataclass(frozen=True)
class Call:
    """A call, and what the answer to it has to look like.

    Attributes:
        version: The version of OCPP it is of.
        action: The action.
        payload: The request.
        answer: The names that are in the response.
    """

    version: str
    action: str
    payload: dict[str, Any]
    answer: frozenset[str] = frozenset()

    def frame(self) -> str:
        """Return its text, with %d in place of a number as the id."""
        text = json.dumps(["#", self.action, self.payload], separators=(",", ":"))
        return text.replace("%", "%%").replace('["#"', '[2,"%d"', 1)


def _sampled(value: Any, phase: str, **unit: Any) -> dict[str, Any]:
    return {
        "value": value,
        "context": "Sample.Periodic",
        "measurand": "Current.Import",
        "phase": phase,
        **unit,
    }


HEARTBEAT = Call("1.6", "Heartbeat", {}, frozenset({"currentTime"}))
BOOT = Call(
    "1.6",
    "BootNotification",
    {"chargePointVendor": "Acme", "chargePointModel": "X1"},
    frozenset({"status", "currentTime", "interval"}),
)
STATUS = Call(
    "1.6",
    "StatusNotification",
    {
        "connectorId": 1,
        "errorCode": "NoError",
        "status": "Charging",
        "timestamp": NOW,
    },
)
METER_VALUES = Call(
    "1.6",
    "MeterValues",
    {
        "connectorId": 1,
        "transactionId": 4,
        "meterValue": [
            {
                "timestamp": NOW,
                "sampledValue": [
                    _sampled(f"{16 + index}.5", f"L{index % 3 + 1}", unit="A")
                    for index in range(9)
                ],
            }
        ],
    },
)
TRANSACTION_EVENT = Call(
    "2.0.1",
    "TransactionEvent",
    {
        "eventType": "Updated",
        "timestamp": NOW,
        "triggerReason": "MeterValuePeriodic",
        "seqNo": 3,
        "transactionInfo": {"transactionId": "T1", "chargingState": "Charging"},
        "evse": {"id": 1, "connectorId": 1},
        "meterValue": [
            {
                "timestamp": NOW,
                "sampledValue": [
                    _sampled(16.5 + index, f"L{index + 1}", unitOfMeasure={"unit": "A"})
                    for index in range(3)
                ],
            }
        ],
    },
)
STATUS_201 = Call(
    "2.0.1",
    "StatusNotification",
    {
        "timestamp": NOW,
        "connectorStatus": "Occupied",
        "evseId": 1,
        "connectorId": 1,
    },
)
METER_VALUES_201 = Call(
    "2.0.1",
    "MeterValues",
    {
        "evseId": 1,
        "meterValue": [
            {
                "timestamp": NOW,
                "sampledValue": [
                    _sampled(
                        16.5 + index,
                        f"L{index % 3 + 1}",
                        unitOfMeasure={"unit": "A"},
                    )
                    for index in range(9)
                ],
            }
        ],
    },
)

CALLS: Sequence[Call] = (HEARTBEAT, BOOT, STATUS, METER_VALUES, TRANSACTION_EVENT)

# What a station sends that charges: mostly what it has measured.
MIX_16: Sequence[Call] = (
    BOOT,
    *(HEARTBEAT, METER_VALUES, STATUS, METER_VALUES, METER_VALUES) * 4,
)
MIX_201: Sequence[Call] = (TRANSACTION_EVENT,)
