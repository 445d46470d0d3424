# Generated from schemas/v2x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""From OCPP 2.x to OCPP 2.1, and what OCPP 2.1 cannot say."""

from collections.abc import Mapping
from typing import Final

from ocpp_messages import model, v2x, v21
from ocpp_messages.carrying import (
    Bounds,
    Checks,
    Items,
    Needed,
    Real,
    types_of_both,
    writers,
)
from ocpp_messages.converting import AlikeWriter
from ocpp_messages.v2x.base import Model

__all__ = ["TYPES", "WRITERS"]

_CHECKS: Final[Checks] = {
    "ACChargingParametersType": {
        "energy_amount": Real(),
        "ev_min_current": Real(),
        "ev_max_current": Real(),
        "ev_max_voltage": Real(),
    },
    "IdTokenInfoType": {
        "evse_id": Items(Bounds(least=0)),
    },
    "DCChargingParametersType": {
        "ev_max_current": Real(),
        "ev_max_voltage": Real(),
        "ev_max_power": Real(),
        "ev_energy_capacity": Real(),
        "energy_amount": Real(),
    },
    "ChargingProfileCriterionType": {
        "stack_level": Bounds(least=0),
    },
    "ChargingSchedulePeriodType": {
        "number_phases": Bounds(least=0, most=3),
        "phase_to_use": Bounds(least=0, most=3),
    },
    "SalesTariffType": {
        "id": Bounds(least=0),
        "num_e_price_levels": Bounds(least=0),
    },
    "ChargingProfileType": {
        "stack_level": Bounds(least=0),
    },
    "ClearChargingProfileType": {
        "evse_id": Bounds(least=0),
        "stack_level": Bounds(least=0),
    },
    "ClearMonitoringResultType": {
        "id": Bounds(least=0),
    },
    "EVSEType": {
        "id": Bounds(least=0),
        "connector_id": Bounds(least=0),
    },
    "CompositeScheduleType": {
        "evse_id": Bounds(least=0),
    },
    "EventDataType": {
        "event_id": Bounds(least=0),
        "cause": Bounds(least=0),
        "variable_monitoring_id": Bounds(least=0),
    },
    "MessageInfoType": {
        "id": Bounds(least=0),
    },
    "VariableMonitoringType": {
        "id": Bounds(least=0),
        "severity": Bounds(least=0),
        "event_notification_type": Needed(),
    },
    "NetworkConnectionProfileType": {
        "security_profile": Bounds(least=0),
    },
    "SetMonitoringDataType": {
        "id": Bounds(least=0),
        "severity": Bounds(least=0),
    },
    "SetMonitoringResultType": {
        "id": Bounds(least=0),
        "severity": Bounds(least=0),
    },
    "CancelReservationRequest": {
        "reservation_id": Bounds(least=0),
    },
    "ClearDisplayMessageRequest": {
        "id": Bounds(least=0),
    },
    "ClearVariableMonitoringRequest": {
        "id": Items(Bounds(least=0)),
    },
    "ClearedChargingLimitRequest": {
        "evse_id": Bounds(least=0),
    },
    "CustomerInformationRequest": {
        "request_id": Bounds(least=0),
    },
    "GetChargingProfilesRequest": {
        "evse_id": Bounds(least=0),
    },
    "GetCompositeScheduleRequest": {
        "evse_id": Bounds(least=0),
    },
    "GetDisplayMessagesRequest": {
        "id": Items(Bounds(least=0)),
    },
    "GetLogRequest": {
        "retries": Bounds(least=0),
    },
    "MeterValuesRequest": {
        "evse_id": Bounds(least=0),
    },
    "NotifyChargingLimitRequest": {
        "evse_id": Bounds(least=0),
    },
    "NotifyCustomerInformationRequest": {
        "seq_no": Bounds(least=0),
        "request_id": Bounds(least=0),
    },
    "NotifyEVChargingNeedsRequest": {
        "evse_id": Bounds(least=1),
        "max_schedule_tuples": Bounds(least=0),
    },
    "NotifyEVChargingScheduleRequest": {
        "evse_id": Bounds(least=1),
    },
    "NotifyEventRequest": {
        "seq_no": Bounds(least=0),
    },
    "NotifyMonitoringReportRequest": {
        "seq_no": Bounds(least=0),
    },
    "NotifyReportRequest": {
        "seq_no": Bounds(least=0),
    },
    "PublishFirmwareRequest": {
        "retries": Bounds(least=0),
        "request_id": Bounds(least=0),
        "retry_interval": Bounds(least=0),
    },
    "PublishFirmwareStatusNotificationRequest": {
        "request_id": Bounds(least=0),
    },
    "ReportChargingProfilesRequest": {
        "evse_id": Bounds(least=0),
    },
    "RequestStartTransactionRequest": {
        "evse_id": Bounds(least=1),
    },
    "ReservationStatusUpdateRequest": {
        "reservation_id": Bounds(least=0),
    },
    "ReserveNowRequest": {
        "id": Bounds(least=0),
        "evse_id": Bounds(least=0),
    },
    "ResetRequest": {
        "evse_id": Bounds(least=0),
    },
    "SetChargingProfileRequest": {
        "evse_id": Bounds(least=0),
    },
    "SetMonitoringLevelRequest": {
        "severity": Bounds(least=0),
    },
    "StatusNotificationRequest": {
        "evse_id": Bounds(least=0),
        "connector_id": Bounds(least=0),
    },
    "TransactionEventRequest": {
        "seq_no": Bounds(least=0),
        "number_of_phases_used": Bounds(least=0, most=3),
        "reservation_id": Bounds(least=0),
    },
    "UnlockConnectorRequest": {
        "evse_id": Bounds(least=0),
        "connector_id": Bounds(least=0),
    },
    "UpdateFirmwareRequest": {
        "retries": Bounds(least=0),
    },
}

TYPES: Final[Mapping[type[Model], type[model.Model]]] = types_of_both(v2x, v21)
"""The class of OCPP 2.1, by that of OCPP 2.x."""

WRITERS: Final[Mapping[type[Model], AlikeWriter]] = writers(v2x, v21, _CHECKS)
"""By the class of OCPP 2.x."""
