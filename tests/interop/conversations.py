"""The table of conversations: each call as typed values and as JSON on the wire.

The JSON is written out, not derived: it is what the peers call and answer with, and
what they have to report as received.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from types import ModuleType
from typing import Any, Final, TypeAlias

from ocpp_messages import Model, Request, v16, v21, v201
from tests.interop.peers import Json

__all__ = ["CONVERSATIONS", "Conversation", "Exchange", "Side"]


class Side(StrEnum):
    """One of the two sides, in any version."""

    STATION = "station"
    BACK_OFFICE = "back office"


@dataclass(frozen=True)
class Exchange:
    """A call and its response.

    Attributes:
        caller: Who calls.
        action: What is called.
        request: The request.
        request_json: The same on the wire.
        response: The response.
        response_json: The same on the wire.
    """

    caller: Side
    action: str
    request: Request[Any]
    request_json: Json
    response: Model
    response_json: Json


Conversation: TypeAlias = Sequence[Exchange]

NOON: Final = datetime(2026, 3, 29, 12, tzinfo=UTC)
LATER: Final = datetime(2026, 3, 29, 12, 0, 0, 250_000, tzinfo=UTC)
NEXT_YEAR: Final = datetime(2027, 3, 29, 12, tzinfo=UTC)

# --- OCPP 1.6 -------------------------------------------------------------------------

TAG: Final = v16.IdTagInfo(
    status=v16.AuthorizationStatus.ACCEPTED,
    expiry_date=NEXT_YEAR,
    parent_id_tag="FLEET-7",
)
TAG_JSON: Final = {
    "status": "Accepted",
    "expiryDate": "2027-03-29T12:00:00Z",
    "parentIdTag": "FLEET-7",
}

METER: Final = v16.MeterValue(
    timestamp=LATER,
    sampled_value=[
        v16.SampledValue(value="1204", unit=v16.UnitOfMeasure.WH),
        v16.SampledValue(
            value="21.4",
            context=v16.ReadingContext.SAMPLE_PERIODIC,
            format=v16.ValueFormat.RAW,
            measurand=v16.Measurand.CURRENT_IMPORT,
            phase=v16.Phase.L1_N,
            location=v16.Location.OUTLET,
            unit=v16.UnitOfMeasure.A,
        ),
    ],
)
METER_JSON: Final = {
    "timestamp": "2026-03-29T12:00:00.250Z",
    "sampledValue": [
        {"value": "1204", "unit": "Wh"},
        {
            "value": "21.4",
            "context": "Sample.Periodic",
            "format": "Raw",
            "measurand": "Current.Import",
            "phase": "L1-N",
            "location": "Outlet",
            "unit": "A",
        },
    ],
}

START_UP_16: Final = [
    Exchange(
        Side.STATION,
        "BootNotification",
        v16.BootNotificationRequest(
            charge_point_vendor="Müller & Söhne",
            charge_point_model="X1",
            charge_point_serial_number='S/N "0042"',
            firmware_version="1.0.3",
        ),
        {
            "chargePointVendor": "Müller & Söhne",
            "chargePointModel": "X1",
            "chargePointSerialNumber": 'S/N "0042"',
            "firmwareVersion": "1.0.3",
        },
        v16.BootNotificationResponse(
            status=v16.RegistrationStatus.ACCEPTED, current_time=NOON, interval=300
        ),
        {"status": "Accepted", "currentTime": "2026-03-29T12:00:00Z", "interval": 300},
    ),
    Exchange(
        Side.STATION,
        "Heartbeat",
        v16.HeartbeatRequest(),
        {},
        v16.HeartbeatResponse(current_time=LATER),
        {"currentTime": "2026-03-29T12:00:00.250Z"},
    ),
    Exchange(
        Side.STATION,
        "StatusNotification",
        v16.StatusNotificationRequest(
            connector_id=1,
            error_code=v16.ChargePointErrorCode.NO_ERROR,
            status=v16.ChargePointStatus.SUSPENDED_EV,
            info="⚡",
            timestamp=NOON,
        ),
        {
            "connectorId": 1,
            "errorCode": "NoError",
            "status": "SuspendedEV",
            "info": "⚡",
            "timestamp": "2026-03-29T12:00:00Z",
        },
        v16.StatusNotificationResponse(),
        {},
    ),
    Exchange(
        Side.STATION,
        "Authorize",
        v16.AuthorizeRequest(id_tag="044943121F1A80"),
        {"idTag": "044943121F1A80"},
        v16.AuthorizeResponse(id_tag_info=TAG),
        {"idTagInfo": TAG_JSON},
    ),
]

TRANSACTION_16: Final = [
    Exchange(
        Side.STATION,
        "StartTransaction",
        v16.StartTransactionRequest(
            connector_id=1, id_tag="044943121F1A80", meter_start=1200, timestamp=NOON
        ),
        {
            "connectorId": 1,
            "idTag": "044943121F1A80",
            "meterStart": 1200,
            "timestamp": "2026-03-29T12:00:00Z",
        },
        v16.StartTransactionResponse(transaction_id=4711, id_tag_info=TAG),
        {"transactionId": 4711, "idTagInfo": TAG_JSON},
    ),
    Exchange(
        Side.STATION,
        "MeterValues",
        v16.MeterValuesRequest(
            connector_id=1, transaction_id=4711, meter_value=[METER, METER]
        ),
        {
            "connectorId": 1,
            "transactionId": 4711,
            "meterValue": [METER_JSON, METER_JSON],
        },
        v16.MeterValuesResponse(),
        {},
    ),
    Exchange(
        Side.STATION,
        "StopTransaction",
        v16.StopTransactionRequest(
            transaction_id=4711,
            meter_stop=1204,
            timestamp=LATER,
            id_tag="044943121F1A80",
            reason=v16.Reason.EV_DISCONNECTED,
            transaction_data=[METER],
        ),
        {
            "transactionId": 4711,
            "meterStop": 1204,
            "timestamp": "2026-03-29T12:00:00.250Z",
            "idTag": "044943121F1A80",
            "reason": "EVDisconnected",
            "transactionData": [METER_JSON],
        },
        v16.StopTransactionResponse(id_tag_info=TAG),
        {"idTagInfo": TAG_JSON},
    ),
]

COMMANDS_16: Final = [
    Exchange(
        Side.BACK_OFFICE,
        "GetConfiguration",
        v16.GetConfigurationRequest(key=["HeartbeatInterval", "Nonsense"]),
        {"key": ["HeartbeatInterval", "Nonsense"]},
        v16.GetConfigurationResponse(
            configuration_key=[
                v16.KeyValue(key="HeartbeatInterval", readonly=False, value="300")
            ],
            unknown_key=["Nonsense"],
        ),
        {
            "configurationKey": [
                {"key": "HeartbeatInterval", "readonly": False, "value": "300"}
            ],
            "unknownKey": ["Nonsense"],
        },
    ),
    Exchange(
        Side.BACK_OFFICE,
        "RemoteStartTransaction",
        v16.RemoteStartTransactionRequest(
            id_tag="044943121F1A80",
            connector_id=1,
            charging_profile=v16.ChargingProfile(
                charging_profile_id=9,
                stack_level=0,
                charging_profile_purpose=v16.ChargingProfilePurpose.TX_PROFILE,
                charging_profile_kind=v16.ChargingProfileKind.RELATIVE,
                charging_schedule=v16.ChargingSchedule(
                    charging_rate_unit=v16.ChargingRateUnit.A,
                    charging_schedule_period=[
                        v16.ChargingSchedulePeriod(
                            start_period=0, limit=21.4, number_phases=3
                        ),
                        v16.ChargingSchedulePeriod(start_period=3600, limit=6.0),
                    ],
                    min_charging_rate=0.1,
                ),
            ),
        ),
        {
            "idTag": "044943121F1A80",
            "connectorId": 1,
            "chargingProfile": {
                "chargingProfileId": 9,
                "stackLevel": 0,
                "chargingProfilePurpose": "TxProfile",
                "chargingProfileKind": "Relative",
                "chargingSchedule": {
                    "chargingRateUnit": "A",
                    "chargingSchedulePeriod": [
                        {"startPeriod": 0, "limit": 21.4, "numberPhases": 3},
                        {"startPeriod": 3600, "limit": 6.0},
                    ],
                    "minChargingRate": 0.1,
                },
            },
        },
        v16.RemoteStartTransactionResponse(status=v16.RemoteStartStopStatus.ACCEPTED),
        {"status": "Accepted"},
    ),
    Exchange(
        Side.BACK_OFFICE,
        "Reset",
        v16.ResetRequest(type=v16.ResetType.SOFT),
        {"type": "Soft"},
        v16.ResetResponse(status=v16.ResetStatus.REJECTED),
        {"status": "Rejected"},
    ),
]

SECURITY_16: Final = [
    Exchange(
        Side.STATION,
        "SecurityEventNotification",
        v16.SecurityEventNotificationRequest(
            type="SettingSystemTime", timestamp=LATER, tech_info="drift: 3 s"
        ),
        {
            "type": "SettingSystemTime",
            "timestamp": "2026-03-29T12:00:00.250Z",
            "techInfo": "drift: 3 s",
        },
        v16.SecurityEventNotificationResponse(),
        {},
    ),
    Exchange(
        Side.BACK_OFFICE,
        "GetLog",
        v16.GetLogRequest(
            log_type=v16.LogEnumType.SECURITY_LOG,
            request_id=5,
            log=v16.LogParametersType(
                remote_location="ftp://user@example.com/log", oldest_timestamp=NOON
            ),
        ),
        {
            "logType": "SecurityLog",
            "requestId": 5,
            "log": {
                "remoteLocation": "ftp://user@example.com/log",
                "oldestTimestamp": "2026-03-29T12:00:00Z",
            },
        },
        v16.GetLogResponse(
            status=v16.LogStatusEnumType.ACCEPTED, filename="security.log"
        ),
        {"status": "Accepted", "filename": "security.log"},
    ),
]

# --- OCPP 2.0.1 and 2.1 ---------------------------------------------------------------


def start_up_2x(v2: Any) -> Conversation:
    """A station comes up."""
    return [
        Exchange(
            Side.STATION,
            "BootNotification",
            v2.BootNotificationRequest(
                reason=v2.BootReasonEnumType.POWER_UP,
                charging_station=v2.ChargingStationType(
                    model="X1",
                    vendor_name="Müller & Söhne",
                    serial_number='S/N "0042"',
                    modem=v2.ModemType(iccid="8949020000001234567"),
                ),
                custom_data=v2.CustomDataType(vendor_id="com.example", orderNumber=[7]),
            ),
            {
                "reason": "PowerUp",
                "chargingStation": {
                    "model": "X1",
                    "vendorName": "Müller & Söhne",
                    "serialNumber": 'S/N "0042"',
                    "modem": {"iccid": "8949020000001234567"},
                },
                "customData": {"vendorId": "com.example", "orderNumber": [7]},
            },
            v2.BootNotificationResponse(
                status=v2.RegistrationStatusEnumType.ACCEPTED,
                current_time=NOON,
                interval=300,
                status_info=v2.StatusInfoType(reason_code="NoError"),
            ),
            {
                "status": "Accepted",
                "currentTime": "2026-03-29T12:00:00Z",
                "interval": 300,
                "statusInfo": {"reasonCode": "NoError"},
            },
        ),
        Exchange(
            Side.STATION,
            "Heartbeat",
            v2.HeartbeatRequest(),
            {},
            v2.HeartbeatResponse(current_time=LATER),
            {"currentTime": "2026-03-29T12:00:00.250Z"},
        ),
        Exchange(
            Side.STATION,
            "StatusNotification",
            v2.StatusNotificationRequest(
                timestamp=NOON,
                connector_status=v2.ConnectorStatusEnumType.OCCUPIED,
                evse_id=2,
                connector_id=1,
            ),
            {
                "timestamp": "2026-03-29T12:00:00Z",
                "connectorStatus": "Occupied",
                "evseId": 2,
                "connectorId": 1,
            },
            v2.StatusNotificationResponse(),
            {},
        ),
        Exchange(
            Side.STATION,
            "Authorize",
            v2.AuthorizeRequest(id_token=token(v2)),
            {"idToken": TOKEN_JSON},
            v2.AuthorizeResponse(id_token_info=token_info(v2)),
            {"idTokenInfo": TOKEN_INFO_JSON},
        ),
    ]


def token(v2: Any) -> Any:
    """The token of a driver."""
    return v2.IdTokenType(
        id_token="044943121F1A80",
        type="ISO14443",
        additional_info=[
            v2.AdditionalInfoType(additional_id_token="DE-ABC-C1", type="eMAID")
        ],
    )


TOKEN_JSON: Final = {
    "idToken": "044943121F1A80",
    "type": "ISO14443",
    "additionalInfo": [{"additionalIdToken": "DE-ABC-C1", "type": "eMAID"}],
}


def token_info(v2: Any) -> Any:
    """What the back office knows about it."""
    return v2.IdTokenInfoType(
        status=v2.AuthorizationStatusEnumType.ACCEPTED,
        cache_expiry_date_time=NEXT_YEAR,
        group_id_token=v2.IdTokenType(id_token="FLEET-7", type="Central"),
        language1="de",
        personal_message=v2.MessageContentType(
            format=v2.MessageFormatEnumType.UTF8, content="Grüß Gott", language="de"
        ),
    )


TOKEN_INFO_JSON: Final = {
    "status": "Accepted",
    "cacheExpiryDateTime": "2027-03-29T12:00:00Z",
    "groupIdToken": {"idToken": "FLEET-7", "type": "Central"},
    "language1": "de",
    "personalMessage": {"format": "UTF8", "content": "Grüß Gott", "language": "de"},
}


def transaction_2x(v2: Any) -> Conversation:
    """A transaction from start to end.

    `offline` is always there, because mobilityhouse cannot send the event of 2.1
    without it.
    """
    return [
        Exchange(
            Side.STATION,
            "TransactionEvent",
            v2.TransactionEventRequest(
                event_type=v2.TransactionEventEnumType.STARTED,
                timestamp=NOON,
                trigger_reason=v2.TriggerReasonEnumType.AUTHORIZED,
                seq_no=0,
                offline=False,
                transaction_info=v2.TransactionType(
                    transaction_id="tx-1",
                    charging_state=v2.ChargingStateEnumType.EV_CONNECTED,
                ),
                evse=v2.EVSEType(id=2, connector_id=1),
                id_token=token(v2),
            ),
            {
                "eventType": "Started",
                "timestamp": "2026-03-29T12:00:00Z",
                "triggerReason": "Authorized",
                "seqNo": 0,
                "offline": False,
                "transactionInfo": {
                    "transactionId": "tx-1",
                    "chargingState": "EVConnected",
                },
                "evse": {"id": 2, "connectorId": 1},
                "idToken": TOKEN_JSON,
            },
            v2.TransactionEventResponse(id_token_info=token_info(v2)),
            {"idTokenInfo": TOKEN_INFO_JSON},
        ),
        Exchange(
            Side.STATION,
            "TransactionEvent",
            v2.TransactionEventRequest(
                event_type=v2.TransactionEventEnumType.UPDATED,
                timestamp=LATER,
                trigger_reason=v2.TriggerReasonEnumType.METER_VALUE_PERIODIC,
                seq_no=1,
                offline=False,
                number_of_phases_used=3,
                transaction_info=v2.TransactionType(
                    transaction_id="tx-1", time_spent_charging=60
                ),
                meter_value=[meter(v2), meter(v2)],
            ),
            {
                "eventType": "Updated",
                "timestamp": "2026-03-29T12:00:00.250Z",
                "triggerReason": "MeterValuePeriodic",
                "seqNo": 1,
                "offline": False,
                "numberOfPhasesUsed": 3,
                "transactionInfo": {"transactionId": "tx-1", "timeSpentCharging": 60},
                "meterValue": [METER_2X_JSON, METER_2X_JSON],
            },
            v2.TransactionEventResponse(total_cost=0.1, charging_priority=-9),
            {"totalCost": 0.1, "chargingPriority": -9},
        ),
        Exchange(
            Side.STATION,
            "TransactionEvent",
            v2.TransactionEventRequest(
                event_type=v2.TransactionEventEnumType.ENDED,
                timestamp=LATER,
                trigger_reason=v2.TriggerReasonEnumType.EV_COMMUNICATION_LOST,
                seq_no=2,
                offline=True,
                transaction_info=v2.TransactionType(
                    transaction_id="tx-1",
                    stopped_reason=v2.ReasonEnumType.EV_DISCONNECTED,
                ),
                meter_value=[meter(v2)],
            ),
            {
                "eventType": "Ended",
                "timestamp": "2026-03-29T12:00:00.250Z",
                "triggerReason": "EVCommunicationLost",
                "seqNo": 2,
                "offline": True,
                "transactionInfo": {
                    "transactionId": "tx-1",
                    "stoppedReason": "EVDisconnected",
                },
                "meterValue": [METER_2X_JSON],
            },
            v2.TransactionEventResponse(),
            {},
        ),
    ]


def meter(v2: Any) -> Any:
    """A reading of the meter."""
    return v2.MeterValueType(
        timestamp=LATER,
        sampled_value=[
            v2.SampledValueType(value=1204.0),
            v2.SampledValueType(
                value=21.4,
                context=v2.ReadingContextEnumType.SAMPLE_PERIODIC,
                measurand=v2.MeasurandEnumType.CURRENT_IMPORT,
                phase=v2.PhaseEnumType.L1_N,
                location=v2.LocationEnumType.OUTLET,
                unit_of_measure=v2.UnitOfMeasureType(unit="A", multiplier=0),
            ),
        ],
    )


METER_2X_JSON: Final = {
    "timestamp": "2026-03-29T12:00:00.250Z",
    "sampledValue": [
        {"value": 1204.0},
        {
            "value": 21.4,
            "context": "Sample.Periodic",
            "measurand": "Current.Import",
            "phase": "L1-N",
            "location": "Outlet",
            "unitOfMeasure": {"unit": "A", "multiplier": 0},
        },
    ],
}


def commands_2x(v2: Any) -> Conversation:
    """What a back office asks of a station, and a vendor's messages both ways."""
    component = v2.ComponentType(
        name="EVSE", instance="left", evse=v2.EVSEType(id=2, connector_id=1)
    )
    component_json = {
        "name": "EVSE",
        "instance": "left",
        "evse": {"id": 2, "connectorId": 1},
    }
    return [
        Exchange(
            Side.BACK_OFFICE,
            "GetVariables",
            v2.GetVariablesRequest(
                get_variable_data=[
                    v2.GetVariableDataType(
                        component=component,
                        variable=v2.VariableType(name="AvailabilityState"),
                        attribute_type=v2.AttributeEnumType.ACTUAL,
                    )
                ]
            ),
            {
                "getVariableData": [
                    {
                        "component": component_json,
                        "variable": {"name": "AvailabilityState"},
                        "attributeType": "Actual",
                    }
                ]
            },
            v2.GetVariablesResponse(
                get_variable_result=[
                    v2.GetVariableResultType(
                        attribute_status=v2.GetVariableStatusEnumType.ACCEPTED,
                        attribute_value="Available",
                        component=component,
                        variable=v2.VariableType(name="AvailabilityState"),
                    )
                ]
            ),
            {
                "getVariableResult": [
                    {
                        "attributeStatus": "Accepted",
                        "attributeValue": "Available",
                        "component": component_json,
                        "variable": {"name": "AvailabilityState"},
                    }
                ]
            },
        ),
        Exchange(
            Side.BACK_OFFICE,
            "RequestStartTransaction",
            v2.RequestStartTransactionRequest(
                id_token=token(v2),
                remote_start_id=8,
                evse_id=2,
                charging_profile=v2.ChargingProfileType(
                    id=9,
                    stack_level=0,
                    charging_profile_purpose=(
                        v2.ChargingProfilePurposeEnumType.TX_PROFILE
                    ),
                    charging_profile_kind=v2.ChargingProfileKindEnumType.RELATIVE,
                    charging_schedule=[
                        v2.ChargingScheduleType(
                            id=1,
                            charging_rate_unit=v2.ChargingRateUnitEnumType.A,
                            charging_schedule_period=[
                                v2.ChargingSchedulePeriodType(
                                    start_period=0, limit=21.4, number_phases=3
                                )
                            ],
                        )
                    ],
                ),
            ),
            {
                "idToken": TOKEN_JSON,
                "remoteStartId": 8,
                "evseId": 2,
                "chargingProfile": {
                    "id": 9,
                    "stackLevel": 0,
                    "chargingProfilePurpose": "TxProfile",
                    "chargingProfileKind": "Relative",
                    "chargingSchedule": [
                        {
                            "id": 1,
                            "chargingRateUnit": "A",
                            "chargingSchedulePeriod": [
                                {"startPeriod": 0, "limit": 21.4, "numberPhases": 3}
                            ],
                        }
                    ],
                },
            },
            v2.RequestStartTransactionResponse(
                status=v2.RequestStartStopStatusEnumType.ACCEPTED, transaction_id="tx-1"
            ),
            {"status": "Accepted", "transactionId": "tx-1"},
        ),
        Exchange(
            Side.BACK_OFFICE,
            "Reset",
            v2.ResetRequest(type=v2.ResetEnumType.ON_IDLE, evse_id=2),
            {"type": "OnIdle", "evseId": 2},
            v2.ResetResponse(status=v2.ResetStatusEnumType.SCHEDULED),
            {"status": "Scheduled"},
        ),
        *(
            Exchange(
                caller,
                "DataTransfer",
                v2.DataTransferRequest(
                    vendor_id="com.example", data={"roofTop": [1, {"on": True}]}
                ),
                {"vendorId": "com.example", "data": {"roofTop": [1, {"on": True}]}},
                v2.DataTransferResponse(
                    status=v2.DataTransferStatusEnumType.ACCEPTED, data=[21.4, "x"]
                ),
                {"status": "Accepted", "data": [21.4, "x"]},
            )
            for caller in Side
        ),
    ]


VAT_21: Final = [
    Exchange(
        Side.STATION,
        "VatNumberValidation",
        v21.VatNumberValidationRequest(vat_number="DE123456789", evse_id=2),
        {"vatNumber": "DE123456789", "evseId": 2},
        v21.VatNumberValidationResponse(
            status=v21.GenericStatusEnumType.ACCEPTED,
            vat_number="DE123456789",
            company=v21.AddressType(
                name="Müller & Söhne",
                address1="Weg 1",
                city="Köln",
                postal_code="50667",
                country="Germany",
            ),
        ),
        {
            "status": "Accepted",
            "vatNumber": "DE123456789",
            "company": {
                "name": "Müller & Söhne",
                "address1": "Weg 1",
                "city": "Köln",
                "postalCode": "50667",
                "country": "Germany",
            },
        },
    ),
]


def conversation_2x(v2: ModuleType) -> Conversation:
    """What 2.0.1 and 2.1 have in common."""
    return [*start_up_2x(v2), *transaction_2x(v2), *commands_2x(v2)]


CONVERSATIONS: Final[Mapping[str, Conversation]] = {
    "1.6": [*START_UP_16, *TRANSACTION_16, *COMMANDS_16, *SECURITY_16],
    "2.0.1": conversation_2x(v201),
    "2.1": [*conversation_2x(v21), *VAT_21],
}
"""The conversation of each version."""
