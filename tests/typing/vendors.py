"""What is read with tolerance, and what vendors exchange, is typed."""

from dataclasses import replace
from types import NoneType
from typing import assert_type

from pydantic import BaseModel

from ocpp_messages import (
    FIELD,
    STRICT,
    Deviation,
    Model,
    Tolerated,
    VendorData,
    v16,
    v201,
)
from ocpp_rpc import Connection, DataTransfers, Tolerances, VendorMessage


class Question(BaseModel):
    """What is sent, or the fields of a vendor."""

    meter: int


message, deviations = FIELD.loads(v16.ResetRequest, "{}")
assert_type(message, v16.ResetRequest)
assert_type(deviations, tuple[Deviation, ...])
assert_type(FIELD.from_jsonable(v16.MeterValue, {}).message, v16.MeterValue)


def kept(anything: Model) -> None:
    """A message that deviates can be told from a valid one."""
    if isinstance(anything, Tolerated):
        assert_type(anything, Tolerated)


METER = VendorMessage("com.acme", "Meter", Question, float)
PING = VendorMessage("com.acme", "Ping", NoneType, NoneType)
assert_type(METER, VendorMessage[Question, float])


async def calls(connection: Connection) -> None:
    """The data of the response comes out."""
    assert_type(await METER.call(connection, Question(meter=1)), float)
    await METER.call(connection, 1)  # refused
    connection.tolerance = FIELD
    assert_type(connection.tolerance, Tolerances)
    connection.tolerance = replace(connection.tolerance, default=STRICT)
    await PING.call(connection, None)
    await connection.call(v16.ResetRequest(type=v16.ResetType.SOFT), tolerance=FIELD)


transfers = DataTransfers()


@transfers.on_transfer(METER)
async def meter(data: Question, connection: Connection) -> float:
    """Asynchronous, with the connection."""
    return float(data.meter)


@transfers.on_transfer(METER, in_thread=True)
def meter_at_once(data: Question) -> float:
    """Neither."""
    return float(data.meter)


@transfers.on_transfer(METER)  # refused
def wrong_response(data: Question) -> str:
    """Answers with something else."""
    return str(data.meter)


ACME = VendorData("com.acme", Question)
assert_type(ACME.read(None), Question | None)
assert_type(ACME.write(v201.CustomDataType, Question(meter=1)), v201.CustomDataType)
ACME.write(v201.CustomDataType, "meter")  # refused
ACME.read(v201.HeartbeatRequest().custom_data)
ACME.read(v201.HeartbeatRequest())  # refused
