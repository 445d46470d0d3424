"""Messages of families: what may be built, and what comes out of a match."""

from datetime import UTC, datetime, timedelta
from typing import assert_never, assert_type

from ocpp_messages import Model, v1x, v2x, v16, v201
from ocpp_rpc import Connection, Router

serializer = v1x.serializer("1.6")
request = v1x.StartTransactionRequest(
    connector=v1x.Connector(id=1),
    id_tag="A",
    timestamp=datetime.now(UTC),
    meter_start=0,
)
assert_type(serializer.dumps(request), str)
assert_type(
    serializer.loads(v1x.StartTransactionRequest, "{}"), v1x.StartTransactionRequest
)
assert_type(serializer.express(request), Model)


def described(status: v1x.ChargePointStatus) -> str:
    """Every status, and no other."""
    match status:
        case v1x.Faulted(error_code=code):
            assert_type(code, v1x.ChargePointErrorCode | None)
            return "fault"
        case v1x.Occupied(kind=kind):
            assert_type(kind, v1x.OccupiedKind | None)
            return "busy"
        case v1x.Available() | v1x.Reserved() | v1x.Unavailable():
            return "free or not"
        case _:
            assert_never(status)


def heartbeat(response: v1x.BootNotificationResponse) -> float:
    """Durations are durations."""
    assert_type(response.interval, timedelta)
    return response.interval.total_seconds()


sample = v1x.SampledValue(value="1")
assert_type(sample.measurand, v1x.Measurand)
assert_type(sample.unit, v1x.UnitOfMeasure | None)
assert_type(v1x.GetDiagnosticsRequest(location="ftp://a").retries, v1x.Retries)


def scheduled(kind: v1x.ChargingProfileKind, trigger: v1x.MessageTrigger) -> object:
    """The same goes for the other sums."""
    match kind:
        case v1x.Recurring(recurrency_kind=often):
            assert_type(often, v1x.RecurrencyKind)
        case v1x.Absolute() | v1x.Relative():
            pass
        case _:
            assert_never(kind)
    match trigger:
        case v1x.ConnectorTrigger(connector=connector):
            return assert_type(connector, v1x.Connector | None)
        case v1x.ChargePointTrigger(message=message):
            return assert_type(message, v1x.ChargePointTriggerMessage)
        case _:
            assert_never(trigger)


# Connections

routes = Router()


@routes.on(v1x.StartTransactionRequest)
async def start(
    request: v1x.StartTransactionRequest, connection: Connection
) -> v1x.StartTransactionResponse:
    """What is called has the types of the message; so has what is answered."""
    reset = await connection.call(v1x.ResetRequest(type=v1x.ResetType.SOFT))
    assert_type(reset, v1x.ResetResponse)
    assert_type(reset.accepted, bool)
    info = v1x.IdTagInfo(status=v1x.AuthorizationStatus.ACCEPTED)
    return v1x.StartTransactionResponse(transaction_id=1, id_tag_info=info)


@routes.on(v1x.HeartbeatRequest)  # refused
def beat(request: v1x.HeartbeatRequest) -> v16.HeartbeatResponse:
    """The response of a version is not that of 1.x."""
    return v16.HeartbeatResponse(current_time=datetime.now(UTC))


class Charger(v1x.ChargePoint):
    """A role has the methods of what it receives."""

    async def reset(
        self, request: v1x.ResetRequest, connection: Connection
    ) -> v1x.ResetResponse:
        """Its types are those of 1.x."""
        return v1x.ResetResponse(accepted=request.type is v1x.ResetType.SOFT)


v1x.UnlockConnectorRequest(connector=v1x.WholeChargePoint())  # refused
v1x.Available(error_code=v1x.ChargePointErrorCode.WEAK_SIGNAL)  # refused
v1x.Recurring()  # refused
v1x.Retries(interval=60)  # refused
serializer.dumps(v16.HeartbeatRequest())  # refused


@routes.on(v2x.HeartbeatRequest)
async def beat_2x(
    request: v2x.HeartbeatRequest, connection: Connection
) -> v2x.HeartbeatResponse:
    """The messages of 2.x have the types of 2.1."""
    reset = await connection.call(v2x.ResetRequest(type=v2x.ResetEnumType.ON_IDLE))
    assert_type(reset, v2x.ResetResponse)
    assert_type(reset.status, v2x.ResetStatusEnumType)
    return v2x.HeartbeatResponse(current_time=datetime.now(UTC))


assert_type(v2x.IdTokenType(id_token="A", type="Central").type, str)
v2x.serializer("2.1").dumps(v201.HeartbeatRequest())  # refused
