# Generated from schemas/v2x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""From OCPP 2.x to OCPP 2.0.1, and what OCPP 2.0.1 cannot say."""

from collections.abc import Mapping
from typing import Final

from ocpp_messages import model, v2x, v201
from ocpp_messages.carrying import (
    Checks,
    Items,
    Length,
    Needed,
    ValueOf,
    Whole,
    types_of_both,
    writers,
)
from ocpp_messages.converting import AlikeWriter
from ocpp_messages.v2x.base import Model

__all__ = ["TYPES", "WRITERS"]

_CHECKS: Final[Checks] = {
    "ACChargingParametersType": {
        "energy_amount": Whole(),
        "ev_min_current": Whole(),
        "ev_max_current": Whole(),
        "ev_max_voltage": Whole(),
    },
    "APNType": {
        "apn": Length(most=512),
        "apn_user_name": Length(most=20),
        "apn_password": Length(most=20),
    },
    "AdditionalInfoType": {
        "additional_id_token": Length(most=36),
    },
    "IdTokenType": {
        "id_token": Length(most=36),
        "type": ValueOf(v201.IdTokenEnumType),
    },
    "MessageContentType": {
        "content": Length(most=512),
    },
    "ChargingLimitType": {
        "charging_limit_source": ValueOf(v201.ChargingLimitSourceEnumType),
    },
    "DCChargingParametersType": {
        "ev_max_current": Whole(),
        "ev_max_voltage": Whole(),
        "ev_max_power": Whole(),
        "ev_energy_capacity": Whole(),
        "energy_amount": Whole(),
    },
    "ChargingProfileCriterionType": {
        "charging_limit_source": Items(ValueOf(v201.ChargingLimitSourceEnumType)),
    },
    "ChargingSchedulePeriodType": {
        "limit": Needed(),
    },
    "StatusInfoType": {
        "additional_info": Length(most=512),
    },
    "FirmwareType": {
        "location": Length(most=512),
    },
    "LogParametersType": {
        "remote_location": Length(most=512),
    },
    "SignedMeterValueType": {
        "signed_meter_data": Length(most=2500),
        "signing_method": Needed(),
        "public_key": Needed(),
    },
    "VPNType": {
        "server": Length(most=512),
        "user": Length(most=20),
        "group": Length(most=20),
        "password": Length(most=20),
    },
    "NetworkConnectionProfileType": {
        "ocpp_version": Needed(),
        "ocpp_csms_url": Length(most=512),
    },
    "OCSPRequestDataType": {
        "responder_url": Length(most=512),
    },
    "SetVariableDataType": {
        "attribute_value": Length(most=1000),
    },
    "AuthorizeRequest": {
        "certificate": Length(most=5500),
    },
    "ClearedChargingLimitRequest": {
        "charging_limit_source": ValueOf(v201.ChargingLimitSourceEnumType),
    },
    "Get15118EVCertificateRequest": {
        "exi_request": Length(most=5600),
    },
    "Get15118EVCertificateResponse": {
        "exi_response": Length(most=7500),
    },
    "GetCertificateStatusResponse": {
        "ocsp_result": Length(most=5500),
    },
    "InstallCertificateRequest": {
        "certificate": Length(most=5500),
    },
    "PublishFirmwareRequest": {
        "location": Length(most=512),
    },
    "PublishFirmwareStatusNotificationRequest": {
        "location": Items(Length(most=512)),
    },
    "ReportChargingProfilesRequest": {
        "charging_limit_source": ValueOf(v201.ChargingLimitSourceEnumType),
    },
    "ReserveNowRequest": {
        "connector_type": ValueOf(v201.ConnectorEnumType),
    },
}

TYPES: Final[Mapping[type[Model], type[model.Model]]] = types_of_both(v2x, v201)
"""The class of OCPP 2.0.1, by that of OCPP 2.x."""

WRITERS: Final[Mapping[type[Model], AlikeWriter]] = writers(v2x, v201, _CHECKS)
"""By the class of OCPP 2.x."""
