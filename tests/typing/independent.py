"""Messages of 1.x: what may be built, and what comes out of a match."""

from datetime import UTC, datetime, timedelta
from typing import assert_never, assert_type

from ocpp_messages import Model, v1x, v16

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

v1x.UnlockConnectorRequest(connector=v1x.WholeChargePoint())  # refused
v1x.Available(error_code=v1x.ChargePointErrorCode.WEAK_SIGNAL)  # refused
v1x.Recurring()  # refused
v1x.Retries(interval=60)  # refused
serializer.dumps(v16.HeartbeatRequest())  # refused
