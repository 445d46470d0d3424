"""What a station says about transactions, for the tests of the outbox."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from typing import Any, Final, cast

from ocpp_messages import v16, v201
from ocpp_rpc.station import Outbox

__all__ = ["NOON", "database", "event", "meter", "start", "stop"]

NOON: Final = datetime(2026, 1, 31, 12, tzinfo=UTC)


def start(id_tag: str = "TAG1") -> v16.StartTransactionRequest:
    return v16.StartTransactionRequest(
        connector_id=1, id_tag=id_tag, meter_start=0, timestamp=NOON
    )


def meter(minute: int = 1, transaction_id: int | None = None) -> v16.MeterValuesRequest:
    value = v16.MeterValue(
        timestamp=NOON + timedelta(minutes=minute),
        sampled_value=[v16.SampledValue(value=str(minute))],
    )
    return v16.MeterValuesRequest(
        connector_id=1, transaction_id=transaction_id, meter_value=[value]
    )


def stop(transaction_id: int = -1) -> v16.StopTransactionRequest:
    return v16.StopTransactionRequest(
        transaction_id=transaction_id, meter_stop=100, timestamp=NOON
    )


def event(
    kind: str = "Updated", seq_no: int = 0, transaction: str = "T1", **more: Any
) -> v201.TransactionEventRequest:
    return v201.TransactionEventRequest(
        event_type=v201.TransactionEventEnumType(kind),
        seq_no=seq_no,
        timestamp=NOON,
        transaction_info=v201.TransactionType(transaction_id=transaction),
        trigger_reason=v201.TriggerReasonEnumType.METER_VALUE_PERIODIC,
        **more,
    )


def database(outbox: Outbox) -> sqlite3.Connection:
    """What holds the messages of an outbox."""
    file = cast(object, vars(outbox)["_file"])
    return cast(sqlite3.Connection, vars(file)["_db"])
