# Generated from schemas/v1x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""From OCPP 1.6 to OCPP 1.x: each message and datatype, field by field."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ocpp_messages import model, v16
from ocpp_messages.converting import (
    Alike,
    Each,
    Fields,
    Inner,
    One,
    Reader,
    given,
    grouped,
    known,
    made,
    maybe,
    spelling,
)
from ocpp_messages.v1x import compounds, groupings
from ocpp_messages.v1x.compounds import (
    AuthorizationData,
)
from ocpp_messages.v1x.datatypes import (
    CertificateHashDataType,
    ChargingProfile,
    ChargingSchedule,
    ChargingSchedulePeriod,
    FirmwareType,
    IdTagInfo,
    KeyValue,
    LogParametersType,
    MeterValue,
)
from ocpp_messages.v1x.enumerations import (
    AuthorizationStatus,
    AvailabilityStatus,
    AvailabilityType,
    CertificateUseEnumType,
    ChargePointErrorCode,
    ChargePointStatusCode,
    ChargingProfileKindCode,
    ChargingProfilePurpose,
    ChargingProfileStatus,
    ChargingRateUnit,
    ClearChargingProfileStatus,
    ConfigurationStatus,
    DataTransferStatus,
    DeleteCertificateStatusEnumType,
    DiagnosticsStatus,
    FirmwareStatus,
    FirmwareStatusEnumType,
    GetCompositeScheduleStatus,
    GetInstalledCertificateStatusEnumType,
    HashAlgorithmEnumType,
    InstallCertificateStatusEnumType,
    Location,
    LogEnumType,
    LogStatusEnumType,
    Measurand,
    MessageTriggerCode,
    MessageTriggerEnumType,
    Phase,
    ReadingContext,
    Reason,
    RecurrencyKind,
    RegistrationStatus,
    ReservationStatus,
    ResetType,
    TriggerMessageStatus,
    TriggerMessageStatusEnumType,
    UnitOfMeasure,
    UnlockStatus,
    UpdateFirmwareStatusEnumType,
    UpdateStatus,
    UpdateType,
    UploadLogStatusEnumType,
    ValueFormat,
)
from ocpp_messages.v1x.groupings import (
    SampledValue,
)
from ocpp_messages.v1x.messages import (
    AuthorizeRequest,
    AuthorizeResponse,
    BootNotificationRequest,
    BootNotificationResponse,
    CancelReservationRequest,
    CancelReservationResponse,
    CertificateSignedRequest,
    CertificateSignedResponse,
    ChangeAvailabilityRequest,
    ChangeAvailabilityResponse,
    ChangeConfigurationRequest,
    ChangeConfigurationResponse,
    ClearCacheRequest,
    ClearCacheResponse,
    ClearChargingProfileRequest,
    ClearChargingProfileResponse,
    DataTransferRequest,
    DataTransferResponse,
    DeleteCertificateRequest,
    DeleteCertificateResponse,
    DiagnosticsStatusNotificationRequest,
    DiagnosticsStatusNotificationResponse,
    ExtendedTriggerMessageRequest,
    ExtendedTriggerMessageResponse,
    FirmwareStatusNotificationRequest,
    FirmwareStatusNotificationResponse,
    GetCompositeScheduleRequest,
    GetCompositeScheduleResponse,
    GetConfigurationRequest,
    GetConfigurationResponse,
    GetDiagnosticsRequest,
    GetDiagnosticsResponse,
    GetInstalledCertificateIdsRequest,
    GetInstalledCertificateIdsResponse,
    GetLocalListVersionRequest,
    GetLocalListVersionResponse,
    GetLogRequest,
    GetLogResponse,
    HeartbeatRequest,
    HeartbeatResponse,
    InstallCertificateRequest,
    InstallCertificateResponse,
    LogStatusNotificationRequest,
    LogStatusNotificationResponse,
    MeterValuesRequest,
    MeterValuesResponse,
    RemoteStartTransactionRequest,
    RemoteStartTransactionResponse,
    RemoteStopTransactionRequest,
    RemoteStopTransactionResponse,
    ReserveNowRequest,
    ReserveNowResponse,
    ResetRequest,
    ResetResponse,
    SecurityEventNotificationRequest,
    SecurityEventNotificationResponse,
    SendLocalListRequest,
    SendLocalListResponse,
    SetChargingProfileRequest,
    SetChargingProfileResponse,
    SignCertificateRequest,
    SignCertificateResponse,
    SignedFirmwareStatusNotificationRequest,
    SignedFirmwareStatusNotificationResponse,
    SignedUpdateFirmwareRequest,
    SignedUpdateFirmwareResponse,
    StartTransactionRequest,
    StartTransactionResponse,
    StatusNotificationRequest,
    StatusNotificationResponse,
    StopTransactionRequest,
    StopTransactionResponse,
    TriggerMessageRequest,
    TriggerMessageResponse,
    UnlockConnectorRequest,
    UnlockConnectorResponse,
    UpdateFirmwareRequest,
    UpdateFirmwareResponse,
)

__all__ = ["READERS"]

_AUTHORIZATION_STATUS = spelling(v16.AuthorizationStatus, AuthorizationStatus)
_AVAILABILITY_STATUS = spelling(v16.AvailabilityStatus, AvailabilityStatus)
_AVAILABILITY_TYPE = spelling(v16.AvailabilityType, AvailabilityType)
_CERTIFICATE_USE_ENUM_TYPE = spelling(
    v16.CertificateUseEnumType, CertificateUseEnumType
)
_CHARGE_POINT_ERROR_CODE = spelling(
    v16.ChargePointErrorCode,
    ChargePointErrorCode,
    {
        v16.ChargePointErrorCode.NO_ERROR: None,
    },
)
_CHARGE_POINT_STATUS_CODE = spelling(v16.ChargePointStatus, ChargePointStatusCode)
_CHARGING_PROFILE_KIND_CODE = spelling(v16.ChargingProfileKind, ChargingProfileKindCode)
_CHARGING_PROFILE_PURPOSE = spelling(v16.ChargingProfilePurpose, ChargingProfilePurpose)
_CHARGING_PROFILE_STATUS = spelling(v16.ChargingProfileStatus, ChargingProfileStatus)
_CHARGING_RATE_UNIT = spelling(v16.ChargingRateUnit, ChargingRateUnit)
_CLEAR_CHARGING_PROFILE_STATUS = spelling(
    v16.ClearChargingProfileStatus, ClearChargingProfileStatus
)
_CONFIGURATION_STATUS = spelling(v16.ConfigurationStatus, ConfigurationStatus)
_DATA_TRANSFER_STATUS = spelling(v16.DataTransferStatus, DataTransferStatus)
_DELETE_CERTIFICATE_STATUS_ENUM_TYPE = spelling(
    v16.DeleteCertificateStatusEnumType, DeleteCertificateStatusEnumType
)
_DIAGNOSTICS_STATUS = spelling(v16.DiagnosticsStatus, DiagnosticsStatus)
_FIRMWARE_STATUS = spelling(v16.FirmwareStatus, FirmwareStatus)
_FIRMWARE_STATUS_ENUM_TYPE = spelling(
    v16.FirmwareStatusEnumType, FirmwareStatusEnumType
)
_GET_COMPOSITE_SCHEDULE_STATUS = spelling(
    v16.GetCompositeScheduleStatus, GetCompositeScheduleStatus
)
_GET_INSTALLED_CERTIFICATE_STATUS_ENUM_TYPE = spelling(
    v16.GetInstalledCertificateStatusEnumType, GetInstalledCertificateStatusEnumType
)
_HASH_ALGORITHM_ENUM_TYPE = spelling(v16.HashAlgorithmEnumType, HashAlgorithmEnumType)
_INSTALL_CERTIFICATE_STATUS_ENUM_TYPE = spelling(
    v16.InstallCertificateStatusEnumType, InstallCertificateStatusEnumType
)
_LOCATION = spelling(v16.Location, Location)
_LOG_ENUM_TYPE = spelling(v16.LogEnumType, LogEnumType)
_LOG_STATUS_ENUM_TYPE = spelling(v16.LogStatusEnumType, LogStatusEnumType)
_MEASURAND = spelling(v16.Measurand, Measurand)
_MESSAGE_TRIGGER_CODE = spelling(v16.MessageTrigger, MessageTriggerCode)
_MESSAGE_TRIGGER_ENUM_TYPE = spelling(
    v16.MessageTriggerEnumType, MessageTriggerEnumType
)
_PHASE = spelling(v16.Phase, Phase)
_READING_CONTEXT = spelling(v16.ReadingContext, ReadingContext)
_REASON = spelling(v16.Reason, Reason)
_RECURRENCY_KIND = spelling(v16.RecurrencyKind, RecurrencyKind)
_REGISTRATION_STATUS = spelling(v16.RegistrationStatus, RegistrationStatus)
_RESERVATION_STATUS = spelling(v16.ReservationStatus, ReservationStatus)
_RESET_TYPE = spelling(v16.ResetType, ResetType)
_TRIGGER_MESSAGE_STATUS = spelling(v16.TriggerMessageStatus, TriggerMessageStatus)
_TRIGGER_MESSAGE_STATUS_ENUM_TYPE = spelling(
    v16.TriggerMessageStatusEnumType, TriggerMessageStatusEnumType
)
_UNIT_OF_MEASURE = spelling(
    v16.UnitOfMeasure,
    UnitOfMeasure,
    {
        v16.UnitOfMeasure.CELCIUS: UnitOfMeasure.CELSIUS,
    },
)
_UNLOCK_STATUS = spelling(v16.UnlockStatus, UnlockStatus)
_UPDATE_FIRMWARE_STATUS_ENUM_TYPE = spelling(
    v16.UpdateFirmwareStatusEnumType, UpdateFirmwareStatusEnumType
)
_UPDATE_STATUS = spelling(v16.UpdateStatus, UpdateStatus)
_UPDATE_TYPE = spelling(v16.UpdateType, UpdateType)
_UPLOAD_LOG_STATUS_ENUM_TYPE = spelling(
    v16.UploadLogStatusEnumType, UploadLogStatusEnumType
)
_VALUE_FORMAT = spelling(v16.ValueFormat, ValueFormat)

_id_tag_info = Alike(IdTagInfo, {"status": _AUTHORIZATION_STATUS})


@grouped
def _authorization_data(exact: Fields, inner: Inner) -> AuthorizationData:
    return compounds.read_authorization_data(
        exact["id_tag"], inner.maybe("idTagInfo", _id_tag_info, exact["id_tag_info"])
    )


_certificate_hash_data_type = Alike(
    CertificateHashDataType, {"hash_algorithm": _HASH_ALGORITHM_ENUM_TYPE}
)


@made(ChargingSchedulePeriod)
def _charging_schedule_period(exact: Fields, inner: Inner) -> Fields:
    return {
        "start_period": given(
            "startPeriod", groupings.read_duration, exact["start_period"]
        ),
        "limit": exact["limit"],
        "number_phases": exact["number_phases"],
    }


@made(ChargingSchedule)
def _charging_schedule(exact: Fields, inner: Inner) -> Fields:
    return {
        "duration": maybe("duration", groupings.read_duration, exact["duration"]),
        "start_schedule": exact["start_schedule"],
        "charging_rate_unit": _CHARGING_RATE_UNIT[exact["charging_rate_unit"]],
        "charging_schedule_period": inner.each(
            "chargingSchedulePeriod",
            _charging_schedule_period,
            exact["charging_schedule_period"],
        ),
        "min_charging_rate": exact["min_charging_rate"],
    }


@made(ChargingProfile)
def _charging_profile(exact: Fields, inner: Inner) -> Fields:
    return {
        "charging_profile_id": exact["charging_profile_id"],
        "transaction_id": exact["transaction_id"],
        "stack_level": exact["stack_level"],
        "charging_profile_purpose": _CHARGING_PROFILE_PURPOSE[
            exact["charging_profile_purpose"]
        ],
        "charging_profile_kind": groupings.read_profile_kind(
            _CHARGING_PROFILE_KIND_CODE[exact["charging_profile_kind"]],
            _RECURRENCY_KIND[exact["recurrency_kind"]],
        ),
        "valid_from": exact["valid_from"],
        "valid_to": exact["valid_to"],
        "charging_schedule": inner.given(
            "chargingSchedule", _charging_schedule, exact["charging_schedule"]
        ),
    }


_firmware_type = Alike(FirmwareType)
_key_value = Alike(KeyValue)
_log_parameters_type = Alike(LogParametersType)
_sampled_value = Alike(
    SampledValue,
    {
        "context": _READING_CONTEXT,
        "format": _VALUE_FORMAT,
        "measurand": _MEASURAND,
        "phase": _PHASE,
        "location": _LOCATION,
        "unit": _UNIT_OF_MEASURE,
    },
    defaults=groupings.DEFAULTS_OF_SAMPLED_VALUE,
)
_meter_value = Alike(MeterValue, {"sampled_value": Each(_sampled_value)})
_authorize_request = Alike(AuthorizeRequest)
_authorize_response = Alike(AuthorizeResponse, {"id_tag_info": One(_id_tag_info)})
_boot_notification_request = Alike(BootNotificationRequest)


@made(BootNotificationResponse)
def _boot_notification_response(exact: Fields, inner: Inner) -> Fields:
    return {
        "status": _REGISTRATION_STATUS[exact["status"]],
        "current_time": exact["current_time"],
        "interval": given("interval", groupings.read_duration, exact["interval"]),
    }


_cancel_reservation_request = Alike(CancelReservationRequest)


@made(CancelReservationResponse)
def _cancel_reservation_response(exact: Fields, inner: Inner) -> Fields:
    return {"accepted": known(exact["status"]) is v16.CancelReservationStatus.ACCEPTED}


_certificate_signed_request = Alike(CertificateSignedRequest)


@made(CertificateSignedResponse)
def _certificate_signed_response(exact: Fields, inner: Inner) -> Fields:
    return {
        "accepted": known(exact["status"])
        is v16.CertificateSignedStatusEnumType.ACCEPTED
    }


@made(ChangeAvailabilityRequest)
def _change_availability_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "scope": given("connectorId", groupings.read_scope, exact["connector_id"]),
        "type": _AVAILABILITY_TYPE[exact["type"]],
    }


_change_availability_response = Alike(
    ChangeAvailabilityResponse, {"status": _AVAILABILITY_STATUS}
)
_change_configuration_request = Alike(ChangeConfigurationRequest)
_change_configuration_response = Alike(
    ChangeConfigurationResponse, {"status": _CONFIGURATION_STATUS}
)
_clear_cache_request = Alike(ClearCacheRequest)


@made(ClearCacheResponse)
def _clear_cache_response(exact: Fields, inner: Inner) -> Fields:
    return {"accepted": known(exact["status"]) is v16.ClearCacheStatus.ACCEPTED}


@made(ClearChargingProfileRequest)
def _clear_charging_profile_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "id": exact["id"],
        "scope": maybe("connectorId", groupings.read_scope, exact["connector_id"]),
        "charging_profile_purpose": _CHARGING_PROFILE_PURPOSE[
            exact["charging_profile_purpose"]
        ],
        "stack_level": exact["stack_level"],
    }


_clear_charging_profile_response = Alike(
    ClearChargingProfileResponse, {"status": _CLEAR_CHARGING_PROFILE_STATUS}
)
_data_transfer_request = Alike(DataTransferRequest)
_data_transfer_response = Alike(DataTransferResponse, {"status": _DATA_TRANSFER_STATUS})
_delete_certificate_request = Alike(
    DeleteCertificateRequest,
    {"certificate_hash_data": One(_certificate_hash_data_type)},
)
_delete_certificate_response = Alike(
    DeleteCertificateResponse, {"status": _DELETE_CERTIFICATE_STATUS_ENUM_TYPE}
)
_diagnostics_status_notification_request = Alike(
    DiagnosticsStatusNotificationRequest, {"status": _DIAGNOSTICS_STATUS}
)
_diagnostics_status_notification_response = Alike(DiagnosticsStatusNotificationResponse)


@made(ExtendedTriggerMessageRequest)
def _extended_trigger_message_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "requested_message": groupings.read_extended_trigger(
            _MESSAGE_TRIGGER_ENUM_TYPE[exact["requested_message"]],
            exact["connector_id"],
        )
    }


_extended_trigger_message_response = Alike(
    ExtendedTriggerMessageResponse, {"status": _TRIGGER_MESSAGE_STATUS_ENUM_TYPE}
)
_firmware_status_notification_request = Alike(
    FirmwareStatusNotificationRequest, {"status": _FIRMWARE_STATUS}
)
_firmware_status_notification_response = Alike(FirmwareStatusNotificationResponse)


@made(GetCompositeScheduleRequest)
def _get_composite_schedule_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "scope": given("connectorId", groupings.read_scope, exact["connector_id"]),
        "duration": given("duration", groupings.read_duration, exact["duration"]),
        "charging_rate_unit": _CHARGING_RATE_UNIT[exact["charging_rate_unit"]],
    }


@made(GetCompositeScheduleResponse)
def _get_composite_schedule_response(exact: Fields, inner: Inner) -> Fields:
    return {
        "schedule": compounds.read_composite_schedule(
            _GET_COMPOSITE_SCHEDULE_STATUS[exact["status"]],
            exact["connector_id"],
            exact["schedule_start"],
            inner.maybe(
                "chargingSchedule", _charging_schedule, exact["charging_schedule"]
            ),
        )
    }


_get_configuration_request = Alike(GetConfigurationRequest, {"key": Each()})
_get_configuration_response = Alike(
    GetConfigurationResponse,
    {"configuration_key": Each(_key_value), "unknown_key": Each()},
)


@made(GetDiagnosticsRequest)
def _get_diagnostics_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "location": exact["location"],
        "retries": groupings.read_retries(exact["retries"], exact["retry_interval"]),
        "start_time": exact["start_time"],
        "stop_time": exact["stop_time"],
    }


_get_diagnostics_response = Alike(GetDiagnosticsResponse)
_get_installed_certificate_ids_request = Alike(
    GetInstalledCertificateIdsRequest, {"certificate_type": _CERTIFICATE_USE_ENUM_TYPE}
)
_get_installed_certificate_ids_response = Alike(
    GetInstalledCertificateIdsResponse,
    {
        "certificate_hash_data": Each(_certificate_hash_data_type),
        "status": _GET_INSTALLED_CERTIFICATE_STATUS_ENUM_TYPE,
    },
)
_get_local_list_version_request = Alike(GetLocalListVersionRequest)


@made(GetLocalListVersionResponse)
def _get_local_list_version_response(exact: Fields, inner: Inner) -> Fields:
    return {
        "list_version": given(
            "listVersion", groupings.read_list_version, exact["list_version"]
        )
    }


@made(GetLogRequest)
def _get_log_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "log": inner.given("log", _log_parameters_type, exact["log"]),
        "log_type": _LOG_ENUM_TYPE[exact["log_type"]],
        "request_id": exact["request_id"],
        "retries": groupings.read_retries(exact["retries"], exact["retry_interval"]),
    }


_get_log_response = Alike(GetLogResponse, {"status": _LOG_STATUS_ENUM_TYPE})
_heartbeat_request = Alike(HeartbeatRequest)
_heartbeat_response = Alike(HeartbeatResponse)
_install_certificate_request = Alike(
    InstallCertificateRequest, {"certificate_type": _CERTIFICATE_USE_ENUM_TYPE}
)
_install_certificate_response = Alike(
    InstallCertificateResponse, {"status": _INSTALL_CERTIFICATE_STATUS_ENUM_TYPE}
)
_log_status_notification_request = Alike(
    LogStatusNotificationRequest, {"status": _UPLOAD_LOG_STATUS_ENUM_TYPE}
)
_log_status_notification_response = Alike(LogStatusNotificationResponse)


@made(MeterValuesRequest)
def _meter_values_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "scope": given("connectorId", groupings.read_scope, exact["connector_id"]),
        "transaction_id": exact["transaction_id"],
        "meter_value": inner.each("meterValue", _meter_value, exact["meter_value"]),
    }


_meter_values_response = Alike(MeterValuesResponse)


@made(RemoteStartTransactionRequest)
def _remote_start_transaction_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "connector": maybe(
            "connectorId", groupings.read_connector, exact["connector_id"]
        ),
        "id_tag": exact["id_tag"],
        "charging_profile": inner.maybe(
            "chargingProfile", _charging_profile, exact["charging_profile"]
        ),
    }


@made(RemoteStartTransactionResponse)
def _remote_start_transaction_response(exact: Fields, inner: Inner) -> Fields:
    return {"accepted": known(exact["status"]) is v16.RemoteStartStopStatus.ACCEPTED}


_remote_stop_transaction_request = Alike(RemoteStopTransactionRequest)


@made(RemoteStopTransactionResponse)
def _remote_stop_transaction_response(exact: Fields, inner: Inner) -> Fields:
    return {"accepted": known(exact["status"]) is v16.RemoteStartStopStatus.ACCEPTED}


@made(ReserveNowRequest)
def _reserve_now_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "scope": given("connectorId", groupings.read_scope, exact["connector_id"]),
        "expiry_date": exact["expiry_date"],
        "id_tag": exact["id_tag"],
        "parent_id_tag": exact["parent_id_tag"],
        "reservation_id": exact["reservation_id"],
    }


_reserve_now_response = Alike(ReserveNowResponse, {"status": _RESERVATION_STATUS})
_reset_request = Alike(ResetRequest, {"type": _RESET_TYPE})


@made(ResetResponse)
def _reset_response(exact: Fields, inner: Inner) -> Fields:
    return {"accepted": known(exact["status"]) is v16.ResetStatus.ACCEPTED}


_security_event_notification_request = Alike(SecurityEventNotificationRequest)
_security_event_notification_response = Alike(SecurityEventNotificationResponse)


@made(SendLocalListRequest)
def _send_local_list_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "list_version": exact["list_version"],
        "local_authorization_list": inner.each(
            "localAuthorizationList",
            _authorization_data,
            exact["local_authorization_list"],
        ),
        "update_type": _UPDATE_TYPE[exact["update_type"]],
        "hash": None,
    }


@made(SendLocalListResponse)
def _send_local_list_response(exact: Fields, inner: Inner) -> Fields:
    return {"status": _UPDATE_STATUS[exact["status"]], "hash": None}


@made(SetChargingProfileRequest)
def _set_charging_profile_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "scope": given("connectorId", groupings.read_scope, exact["connector_id"]),
        "cs_charging_profiles": inner.given(
            "csChargingProfiles", _charging_profile, exact["cs_charging_profiles"]
        ),
    }


_set_charging_profile_response = Alike(
    SetChargingProfileResponse, {"status": _CHARGING_PROFILE_STATUS}
)
_sign_certificate_request = Alike(SignCertificateRequest)


@made(SignCertificateResponse)
def _sign_certificate_response(exact: Fields, inner: Inner) -> Fields:
    return {"accepted": known(exact["status"]) is v16.GenericStatusEnumType.ACCEPTED}


_signed_firmware_status_notification_request = Alike(
    SignedFirmwareStatusNotificationRequest, {"status": _FIRMWARE_STATUS_ENUM_TYPE}
)
_signed_firmware_status_notification_response = Alike(
    SignedFirmwareStatusNotificationResponse
)


@made(SignedUpdateFirmwareRequest)
def _signed_update_firmware_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "retries": groupings.read_retries(exact["retries"], exact["retry_interval"]),
        "request_id": exact["request_id"],
        "firmware": inner.given("firmware", _firmware_type, exact["firmware"]),
    }


_signed_update_firmware_response = Alike(
    SignedUpdateFirmwareResponse, {"status": _UPDATE_FIRMWARE_STATUS_ENUM_TYPE}
)


@made(StartTransactionRequest)
def _start_transaction_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "connector": given(
            "connectorId", groupings.read_connector, exact["connector_id"]
        ),
        "id_tag": exact["id_tag"],
        "meter_start": exact["meter_start"],
        "reservation_id": exact["reservation_id"],
        "timestamp": exact["timestamp"],
    }


_start_transaction_response = Alike(
    StartTransactionResponse, {"id_tag_info": One(_id_tag_info)}
)


@made(StatusNotificationRequest)
def _status_notification_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "scope": given("connectorId", groupings.read_scope, exact["connector_id"]),
        "status": groupings.read_status(
            _CHARGE_POINT_STATUS_CODE[exact["status"]],
            _CHARGE_POINT_ERROR_CODE[exact["error_code"]],
            exact["info"],
            exact["vendor_error_code"],
        ),
        "timestamp": exact["timestamp"],
        "vendor_id": exact["vendor_id"],
    }


_status_notification_response = Alike(StatusNotificationResponse)


@made(StopTransactionRequest)
def _stop_transaction_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "id_tag": exact["id_tag"],
        "meter_stop": exact["meter_stop"],
        "timestamp": exact["timestamp"],
        "transaction_id": exact["transaction_id"],
        "reason": Reason.LOCAL if exact["reason"] is None else _REASON[exact["reason"]],
        "transaction_data": inner.each(
            "transactionData", _meter_value, exact["transaction_data"]
        ),
    }


_stop_transaction_response = Alike(
    StopTransactionResponse, {"id_tag_info": One(_id_tag_info, required=False)}
)


@made(TriggerMessageRequest)
def _trigger_message_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "requested_message": groupings.read_trigger(
            _MESSAGE_TRIGGER_CODE[exact["requested_message"]], exact["connector_id"]
        )
    }


_trigger_message_response = Alike(
    TriggerMessageResponse, {"status": _TRIGGER_MESSAGE_STATUS}
)


@made(UnlockConnectorRequest)
def _unlock_connector_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "connector": given(
            "connectorId", groupings.read_connector, exact["connector_id"]
        )
    }


_unlock_connector_response = Alike(UnlockConnectorResponse, {"status": _UNLOCK_STATUS})


@made(UpdateFirmwareRequest)
def _update_firmware_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "location": exact["location"],
        "retries": groupings.read_retries(exact["retries"], exact["retry_interval"]),
        "retrieve_date": exact["retrieve_date"],
    }


_update_firmware_response = Alike(UpdateFirmwareResponse)
READERS: Final[Mapping[type[model.Model], Reader]] = MappingProxyType(
    {
        v16.IdTagInfo: _id_tag_info,
        v16.AuthorizationData: _authorization_data,
        v16.CertificateHashDataType: _certificate_hash_data_type,
        v16.ChargingSchedulePeriod: _charging_schedule_period,
        v16.ChargingSchedule: _charging_schedule,
        v16.ChargingProfile: _charging_profile,
        v16.FirmwareType: _firmware_type,
        v16.KeyValue: _key_value,
        v16.LogParametersType: _log_parameters_type,
        v16.SampledValue: _sampled_value,
        v16.MeterValue: _meter_value,
        v16.AuthorizeRequest: _authorize_request,
        v16.AuthorizeResponse: _authorize_response,
        v16.BootNotificationRequest: _boot_notification_request,
        v16.BootNotificationResponse: _boot_notification_response,
        v16.CancelReservationRequest: _cancel_reservation_request,
        v16.CancelReservationResponse: _cancel_reservation_response,
        v16.CertificateSignedRequest: _certificate_signed_request,
        v16.CertificateSignedResponse: _certificate_signed_response,
        v16.ChangeAvailabilityRequest: _change_availability_request,
        v16.ChangeAvailabilityResponse: _change_availability_response,
        v16.ChangeConfigurationRequest: _change_configuration_request,
        v16.ChangeConfigurationResponse: _change_configuration_response,
        v16.ClearCacheRequest: _clear_cache_request,
        v16.ClearCacheResponse: _clear_cache_response,
        v16.ClearChargingProfileRequest: _clear_charging_profile_request,
        v16.ClearChargingProfileResponse: _clear_charging_profile_response,
        v16.DataTransferRequest: _data_transfer_request,
        v16.DataTransferResponse: _data_transfer_response,
        v16.DeleteCertificateRequest: _delete_certificate_request,
        v16.DeleteCertificateResponse: _delete_certificate_response,
        v16.DiagnosticsStatusNotificationRequest: (
            _diagnostics_status_notification_request
        ),
        v16.DiagnosticsStatusNotificationResponse: (
            _diagnostics_status_notification_response
        ),
        v16.ExtendedTriggerMessageRequest: _extended_trigger_message_request,
        v16.ExtendedTriggerMessageResponse: _extended_trigger_message_response,
        v16.FirmwareStatusNotificationRequest: _firmware_status_notification_request,
        v16.FirmwareStatusNotificationResponse: _firmware_status_notification_response,
        v16.GetCompositeScheduleRequest: _get_composite_schedule_request,
        v16.GetCompositeScheduleResponse: _get_composite_schedule_response,
        v16.GetConfigurationRequest: _get_configuration_request,
        v16.GetConfigurationResponse: _get_configuration_response,
        v16.GetDiagnosticsRequest: _get_diagnostics_request,
        v16.GetDiagnosticsResponse: _get_diagnostics_response,
        v16.GetInstalledCertificateIdsRequest: _get_installed_certificate_ids_request,
        v16.GetInstalledCertificateIdsResponse: _get_installed_certificate_ids_response,
        v16.GetLocalListVersionRequest: _get_local_list_version_request,
        v16.GetLocalListVersionResponse: _get_local_list_version_response,
        v16.GetLogRequest: _get_log_request,
        v16.GetLogResponse: _get_log_response,
        v16.HeartbeatRequest: _heartbeat_request,
        v16.HeartbeatResponse: _heartbeat_response,
        v16.InstallCertificateRequest: _install_certificate_request,
        v16.InstallCertificateResponse: _install_certificate_response,
        v16.LogStatusNotificationRequest: _log_status_notification_request,
        v16.LogStatusNotificationResponse: _log_status_notification_response,
        v16.MeterValuesRequest: _meter_values_request,
        v16.MeterValuesResponse: _meter_values_response,
        v16.RemoteStartTransactionRequest: _remote_start_transaction_request,
        v16.RemoteStartTransactionResponse: _remote_start_transaction_response,
        v16.RemoteStopTransactionRequest: _remote_stop_transaction_request,
        v16.RemoteStopTransactionResponse: _remote_stop_transaction_response,
        v16.ReserveNowRequest: _reserve_now_request,
        v16.ReserveNowResponse: _reserve_now_response,
        v16.ResetRequest: _reset_request,
        v16.ResetResponse: _reset_response,
        v16.SecurityEventNotificationRequest: _security_event_notification_request,
        v16.SecurityEventNotificationResponse: _security_event_notification_response,
        v16.SendLocalListRequest: _send_local_list_request,
        v16.SendLocalListResponse: _send_local_list_response,
        v16.SetChargingProfileRequest: _set_charging_profile_request,
        v16.SetChargingProfileResponse: _set_charging_profile_response,
        v16.SignCertificateRequest: _sign_certificate_request,
        v16.SignCertificateResponse: _sign_certificate_response,
        v16.SignedFirmwareStatusNotificationRequest: (
            _signed_firmware_status_notification_request
        ),
        v16.SignedFirmwareStatusNotificationResponse: (
            _signed_firmware_status_notification_response
        ),
        v16.SignedUpdateFirmwareRequest: _signed_update_firmware_request,
        v16.SignedUpdateFirmwareResponse: _signed_update_firmware_response,
        v16.StartTransactionRequest: _start_transaction_request,
        v16.StartTransactionResponse: _start_transaction_response,
        v16.StatusNotificationRequest: _status_notification_request,
        v16.StatusNotificationResponse: _status_notification_response,
        v16.StopTransactionRequest: _stop_transaction_request,
        v16.StopTransactionResponse: _stop_transaction_response,
        v16.TriggerMessageRequest: _trigger_message_request,
        v16.TriggerMessageResponse: _trigger_message_response,
        v16.UnlockConnectorRequest: _unlock_connector_request,
        v16.UnlockConnectorResponse: _unlock_connector_response,
        v16.UpdateFirmwareRequest: _update_firmware_request,
        v16.UpdateFirmwareResponse: _update_firmware_response,
    }
)
"""By the class of OCPP 1.6."""
