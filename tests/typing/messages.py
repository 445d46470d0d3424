"""Construction by snake_case keyword, and what reading gives back."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, assert_type

from ocpp_messages import (
    DecodeError,
    Procedure,
    Violation,
    load,
    v15,
    v16,
    v20,
    v21,
    v201,
)

boot = v16.BootNotificationRequest(charge_point_vendor="Acme", charge_point_model="X1")
assert_type(boot.charge_point_vendor, str)
assert_type(boot.iccid, str | None)

station = v201.ChargingStationType(model="X1", vendor_name="Acme")
boot_201 = v201.BootNotificationRequest(
    reason=v201.BootReasonEnumType.POWER_UP, charging_station=station
)
assert_type(boot_201.charging_station, v201.ChargingStationType)
assert_type(boot_201.reason, v201.BootReasonEnumType)

response = v16.BootNotificationResponse(
    status=v16.RegistrationStatus.ACCEPTED, current_time=datetime.now(UTC), interval=300
)
assert_type(response.current_time, datetime)
assert_type(response.status, v16.RegistrationStatus)

values = v16.MeterValuesRequest(
    connector_id=1,
    meter_value=[
        v16.MeterValue(
            timestamp=datetime.now(UTC), sampled_value=[v16.SampledValue(value="21.4")]
        )
    ],
)
assert_type(values.meter_value, Sequence[v16.MeterValue])

assert_type(v201.CustomDataType(vendor_id="Acme").vendor_id, str)

assert_type(v16.dumps(boot), str)
assert_type(v16.to_jsonable(boot), dict[str, Any])
assert_type(v16.loads(v16.BootNotificationRequest, "{}"), v16.BootNotificationRequest)
assert_type(v16.loads(v16.MeterValue, b"{}"), v16.MeterValue)
assert_type(v16.from_jsonable(v16.HeartbeatRequest, {}), v16.HeartbeatRequest)
assert_type(v16.PROCEDURES, Mapping[str, Procedure])

assert_type(v15.loads(v15.HeartbeatRequest, "{}"), v15.HeartbeatRequest)
assert_type(v20.loads(v20.HeartbeatRequest, "{}"), v20.HeartbeatRequest)
assert_type(v201.loads(v201.HeartbeatRequest, "{}"), v201.HeartbeatRequest)
assert_type(v21.loads(v21.HeartbeatRequest, "{}"), v21.HeartbeatRequest)
assert_type(load("2.0.1").SUBPROTOCOL, str)

try:
    v16.loads(v16.HeartbeatRequest, "[]")
except DecodeError as error:
    assert_type(error.violations, tuple[Violation, ...])

v16.BootNotificationRequest(charge_point_vendor="Acme")  # refused
v16.BootNotificationRequest(chargePointVendor="A", chargePointModel="X")  # refused
v16.BootNotificationRequest("Acme", "X1")  # refused
v16.BootNotificationRequest(charge_point_vendor=1, charge_point_model="X1")  # refused
v16.ChargePointErrorCode.NO_SUCH_MEMBER  # refused
