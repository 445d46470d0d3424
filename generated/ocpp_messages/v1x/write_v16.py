# Generated from schemas/v1x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""From OCPP 1.x to OCPP 1.6: each message and datatype, field by field."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from ocpp_messages import model, v16
from ocpp_messages.converting import (
    AlikeWriter,
    Build,
    at_least,
    build,
    inner,
    inner_each,
    nowhere,
    spelled,
    spelling,
    too_long,
    up_to,
)
from ocpp_messages.v1x import compounds, groupings
from ocpp_messages.v1x.base import Model
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

__all__ = ["TYPES", "WRITERS"]

_AUTHORIZATION_STATUS = spelling(AuthorizationStatus, v16.AuthorizationStatus)
_AVAILABILITY_STATUS = spelling(AvailabilityStatus, v16.AvailabilityStatus)
_AVAILABILITY_TYPE = spelling(AvailabilityType, v16.AvailabilityType)
_CERTIFICATE_USE_ENUM_TYPE = spelling(
    CertificateUseEnumType, v16.CertificateUseEnumType
)
_CHARGE_POINT_ERROR_CODE = spelling(
    ChargePointErrorCode,
    v16.ChargePointErrorCode,
    {
        None: v16.ChargePointErrorCode.NO_ERROR,
    },
)
_CHARGE_POINT_STATUS_CODE = spelling(ChargePointStatusCode, v16.ChargePointStatus)
_CHARGING_PROFILE_KIND_CODE = spelling(ChargingProfileKindCode, v16.ChargingProfileKind)
_CHARGING_PROFILE_PURPOSE = spelling(ChargingProfilePurpose, v16.ChargingProfilePurpose)
_CHARGING_PROFILE_STATUS = spelling(ChargingProfileStatus, v16.ChargingProfileStatus)
_CHARGING_RATE_UNIT = spelling(ChargingRateUnit, v16.ChargingRateUnit)
_CLEAR_CHARGING_PROFILE_STATUS = spelling(
    ClearChargingProfileStatus, v16.ClearChargingProfileStatus
)
_CONFIGURATION_STATUS = spelling(ConfigurationStatus, v16.ConfigurationStatus)
_DATA_TRANSFER_STATUS = spelling(DataTransferStatus, v16.DataTransferStatus)
_DELETE_CERTIFICATE_STATUS_ENUM_TYPE = spelling(
    DeleteCertificateStatusEnumType, v16.DeleteCertificateStatusEnumType
)
_DIAGNOSTICS_STATUS = spelling(DiagnosticsStatus, v16.DiagnosticsStatus)
_FIRMWARE_STATUS = spelling(FirmwareStatus, v16.FirmwareStatus)
_FIRMWARE_STATUS_ENUM_TYPE = spelling(
    FirmwareStatusEnumType, v16.FirmwareStatusEnumType
)
_GET_COMPOSITE_SCHEDULE_STATUS = spelling(
    GetCompositeScheduleStatus, v16.GetCompositeScheduleStatus
)
_GET_INSTALLED_CERTIFICATE_STATUS_ENUM_TYPE = spelling(
    GetInstalledCertificateStatusEnumType, v16.GetInstalledCertificateStatusEnumType
)
_HASH_ALGORITHM_ENUM_TYPE = spelling(HashAlgorithmEnumType, v16.HashAlgorithmEnumType)
_INSTALL_CERTIFICATE_STATUS_ENUM_TYPE = spelling(
    InstallCertificateStatusEnumType, v16.InstallCertificateStatusEnumType
)
_LOCATION = spelling(Location, v16.Location)
_LOG_ENUM_TYPE = spelling(LogEnumType, v16.LogEnumType)
_LOG_STATUS_ENUM_TYPE = spelling(LogStatusEnumType, v16.LogStatusEnumType)
_MEASURAND = spelling(Measurand, v16.Measurand)
_MESSAGE_TRIGGER_CODE = spelling(MessageTriggerCode, v16.MessageTrigger)
_MESSAGE_TRIGGER_ENUM_TYPE = spelling(
    MessageTriggerEnumType, v16.MessageTriggerEnumType
)
_PHASE = spelling(Phase, v16.Phase)
_READING_CONTEXT = spelling(ReadingContext, v16.ReadingContext)
_REASON = spelling(Reason, v16.Reason)
_RECURRENCY_KIND = spelling(RecurrencyKind, v16.RecurrencyKind)
_REGISTRATION_STATUS = spelling(RegistrationStatus, v16.RegistrationStatus)
_RESERVATION_STATUS = spelling(ReservationStatus, v16.ReservationStatus)
_RESET_TYPE = spelling(ResetType, v16.ResetType)
_TRIGGER_MESSAGE_STATUS = spelling(TriggerMessageStatus, v16.TriggerMessageStatus)
_TRIGGER_MESSAGE_STATUS_ENUM_TYPE = spelling(
    TriggerMessageStatusEnumType, v16.TriggerMessageStatusEnumType
)
_UNIT_OF_MEASURE = spelling(
    UnitOfMeasure,
    v16.UnitOfMeasure,
    {
        UnitOfMeasure.CELSIUS: v16.UnitOfMeasure.CELCIUS,
    },
)
_UNLOCK_STATUS = spelling(UnlockStatus, v16.UnlockStatus)
_UPDATE_FIRMWARE_STATUS_ENUM_TYPE = spelling(
    UpdateFirmwareStatusEnumType, v16.UpdateFirmwareStatusEnumType
)
_UPDATE_STATUS = spelling(UpdateStatus, v16.UpdateStatus)
_UPDATE_TYPE = spelling(UpdateType, v16.UpdateType)
_UPLOAD_LOG_STATUS_ENUM_TYPE = spelling(
    UploadLogStatusEnumType, v16.UploadLogStatusEnumType
)
_VALUE_FORMAT = spelling(ValueFormat, v16.ValueFormat)

_id_tag_info = AlikeWriter(v16.IdTagInfo, {"status": _AUTHORIZATION_STATUS})


def _authorization_data(message: AuthorizationData, build: Build = build) -> Any:
    id_tag, id_tag_info = compounds.write_authorization_data(message)
    return build(
        v16.AuthorizationData,
        {
            "id_tag": id_tag,
            "id_tag_info": inner("id_tag_info", _id_tag_info, id_tag_info, build),
        },
    )


_certificate_hash_data_type = AlikeWriter(
    v16.CertificateHashDataType, {"hash_algorithm": _HASH_ALGORITHM_ENUM_TYPE}
)


def _charging_schedule_period(
    message: ChargingSchedulePeriod, build: Build = build
) -> Any:
    return build(
        v16.ChargingSchedulePeriod,
        {
            "start_period": groupings.write_duration(message.start_period),
            "limit": message.limit,
            "number_phases": message.number_phases,
        },
    )


def _charging_schedule(message: ChargingSchedule, build: Build = build) -> Any:
    return build(
        v16.ChargingSchedule,
        {
            "duration": None
            if message.duration is None
            else groupings.write_duration(message.duration),
            "start_schedule": message.start_schedule,
            "charging_rate_unit": _CHARGING_RATE_UNIT[message.charging_rate_unit],
            "charging_schedule_period": inner_each(
                "charging_schedule_period",
                _charging_schedule_period,
                message.charging_schedule_period,
                build,
            ),
            "min_charging_rate": message.min_charging_rate,
        },
    )


def _charging_profile(message: ChargingProfile, build: Build = build) -> Any:
    charging_profile_kind, recurrency_kind = groupings.write_profile_kind(
        message.charging_profile_kind
    )
    return build(
        v16.ChargingProfile,
        {
            "charging_profile_id": message.charging_profile_id,
            "transaction_id": message.transaction_id,
            "stack_level": message.stack_level,
            "charging_profile_purpose": _CHARGING_PROFILE_PURPOSE[
                message.charging_profile_purpose
            ],
            "charging_profile_kind": _CHARGING_PROFILE_KIND_CODE[charging_profile_kind],
            "recurrency_kind": _RECURRENCY_KIND[recurrency_kind],
            "valid_from": message.valid_from,
            "valid_to": message.valid_to,
            "charging_schedule": inner(
                "charging_schedule",
                _charging_schedule,
                message.charging_schedule,
                build,
            ),
        },
    )


_firmware_type = AlikeWriter(v16.FirmwareType)


def _key_value(message: KeyValue, build: Build = build) -> Any:
    return build(
        v16.KeyValue,
        {
            "key": message.key if len(message.key) <= 50 else too_long(50, "key"),
            "readonly": message.readonly,
            "value": message.value
            if message.value is None or len(message.value) <= 500
            else too_long(500, "value"),
        },
    )


_log_parameters_type = AlikeWriter(v16.LogParametersType)
_sampled_value = AlikeWriter(
    v16.SampledValue,
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


def _meter_value(message: MeterValue, build: Build = build) -> Any:
    return build(
        v16.MeterValue,
        {
            "timestamp": message.timestamp,
            "sampled_value": inner_each(
                "sampled_value", _sampled_value, message.sampled_value, build
            ),
        },
    )


_authorize_request = AlikeWriter(v16.AuthorizeRequest)


def _authorize_response(message: AuthorizeResponse, build: Build = build) -> Any:
    return build(
        v16.AuthorizeResponse,
        {"id_tag_info": inner("id_tag_info", _id_tag_info, message.id_tag_info, build)},
    )


_boot_notification_request = AlikeWriter(v16.BootNotificationRequest)


def _boot_notification_response(
    message: BootNotificationResponse, build: Build = build
) -> Any:
    return build(
        v16.BootNotificationResponse,
        {
            "status": _REGISTRATION_STATUS[message.status],
            "current_time": message.current_time,
            "interval": groupings.write_duration(message.interval),
        },
    )


_cancel_reservation_request = AlikeWriter(v16.CancelReservationRequest)


def _cancel_reservation_response(
    message: CancelReservationResponse, build: Build = build
) -> Any:
    return build(
        v16.CancelReservationResponse,
        {
            "status": v16.CancelReservationStatus.ACCEPTED
            if message.accepted
            else v16.CancelReservationStatus.REJECTED
        },
    )


_certificate_signed_request = AlikeWriter(v16.CertificateSignedRequest)


def _certificate_signed_response(
    message: CertificateSignedResponse, build: Build = build
) -> Any:
    return build(
        v16.CertificateSignedResponse,
        {
            "status": v16.CertificateSignedStatusEnumType.ACCEPTED
            if message.accepted
            else v16.CertificateSignedStatusEnumType.REJECTED
        },
    )


def _change_availability_request(
    message: ChangeAvailabilityRequest, build: Build = build
) -> Any:
    return build(
        v16.ChangeAvailabilityRequest,
        {
            "connector_id": groupings.write_scope(message.scope),
            "type": _AVAILABILITY_TYPE[message.type],
        },
    )


_change_availability_response = AlikeWriter(
    v16.ChangeAvailabilityResponse, {"status": _AVAILABILITY_STATUS}
)


def _change_configuration_request(
    message: ChangeConfigurationRequest, build: Build = build
) -> Any:
    return build(
        v16.ChangeConfigurationRequest,
        {
            "key": message.key if len(message.key) <= 50 else too_long(50, "key"),
            "value": message.value
            if len(message.value) <= 500
            else too_long(500, "value"),
        },
    )


_change_configuration_response = AlikeWriter(
    v16.ChangeConfigurationResponse, {"status": _CONFIGURATION_STATUS}
)
_clear_cache_request = AlikeWriter(v16.ClearCacheRequest)


def _clear_cache_response(message: ClearCacheResponse, build: Build = build) -> Any:
    return build(
        v16.ClearCacheResponse,
        {
            "status": v16.ClearCacheStatus.ACCEPTED
            if message.accepted
            else v16.ClearCacheStatus.REJECTED
        },
    )


def _clear_charging_profile_request(
    message: ClearChargingProfileRequest, build: Build = build
) -> Any:
    return build(
        v16.ClearChargingProfileRequest,
        {
            "id": message.id,
            "connector_id": None
            if message.scope is None
            else groupings.write_scope(message.scope),
            "charging_profile_purpose": _CHARGING_PROFILE_PURPOSE[
                message.charging_profile_purpose
            ],
            "stack_level": message.stack_level,
        },
    )


_clear_charging_profile_response = AlikeWriter(
    v16.ClearChargingProfileResponse, {"status": _CLEAR_CHARGING_PROFILE_STATUS}
)


def _data_transfer_request(message: DataTransferRequest, build: Build = build) -> Any:
    return build(
        v16.DataTransferRequest,
        {
            "vendor_id": message.vendor_id
            if len(message.vendor_id) <= 255
            else too_long(255, "vendor_id"),
            "message_id": message.message_id
            if message.message_id is None or len(message.message_id) <= 50
            else too_long(50, "message_id"),
            "data": message.data,
        },
    )


_data_transfer_response = AlikeWriter(
    v16.DataTransferResponse, {"status": _DATA_TRANSFER_STATUS}
)


def _delete_certificate_request(
    message: DeleteCertificateRequest, build: Build = build
) -> Any:
    return build(
        v16.DeleteCertificateRequest,
        {
            "certificate_hash_data": inner(
                "certificate_hash_data",
                _certificate_hash_data_type,
                message.certificate_hash_data,
                build,
            )
        },
    )


_delete_certificate_response = AlikeWriter(
    v16.DeleteCertificateResponse, {"status": _DELETE_CERTIFICATE_STATUS_ENUM_TYPE}
)
_diagnostics_status_notification_request = AlikeWriter(
    v16.DiagnosticsStatusNotificationRequest, {"status": _DIAGNOSTICS_STATUS}
)
_diagnostics_status_notification_response = AlikeWriter(
    v16.DiagnosticsStatusNotificationResponse
)


def _extended_trigger_message_request(
    message: ExtendedTriggerMessageRequest, build: Build = build
) -> Any:
    requested_message, connector_id = groupings.write_extended_trigger(
        message.requested_message
    )
    return build(
        v16.ExtendedTriggerMessageRequest,
        {
            "requested_message": _MESSAGE_TRIGGER_ENUM_TYPE[requested_message],
            "connector_id": connector_id,
        },
    )


_extended_trigger_message_response = AlikeWriter(
    v16.ExtendedTriggerMessageResponse, {"status": _TRIGGER_MESSAGE_STATUS_ENUM_TYPE}
)
_firmware_status_notification_request = AlikeWriter(
    v16.FirmwareStatusNotificationRequest, {"status": _FIRMWARE_STATUS}
)
_firmware_status_notification_response = AlikeWriter(
    v16.FirmwareStatusNotificationResponse
)


def _get_composite_schedule_request(
    message: GetCompositeScheduleRequest, build: Build = build
) -> Any:
    return build(
        v16.GetCompositeScheduleRequest,
        {
            "connector_id": groupings.write_scope(message.scope),
            "duration": groupings.write_duration(message.duration),
            "charging_rate_unit": _CHARGING_RATE_UNIT[message.charging_rate_unit],
        },
    )


def _get_composite_schedule_response(
    message: GetCompositeScheduleResponse, build: Build = build
) -> Any:
    status, connector_id, schedule_start, charging_schedule = (
        compounds.write_composite_schedule(message.schedule)
    )
    return build(
        v16.GetCompositeScheduleResponse,
        {
            "status": _GET_COMPOSITE_SCHEDULE_STATUS[status],
            "connector_id": connector_id,
            "schedule_start": schedule_start,
            "charging_schedule": inner(
                "schedule", _charging_schedule, charging_schedule, build
            ),
        },
    )


def _get_configuration_request(
    message: GetConfigurationRequest, build: Build = build
) -> Any:
    return build(
        v16.GetConfigurationRequest, {"key": up_to("key", 50, message.key) or None}
    )


def _get_configuration_response(
    message: GetConfigurationResponse, build: Build = build
) -> Any:
    return build(
        v16.GetConfigurationResponse,
        {
            "configuration_key": inner_each(
                "configuration_key", _key_value, message.configuration_key, build
            )
            or None,
            "unknown_key": up_to("unknown_key", 50, message.unknown_key) or None,
        },
    )


def _get_diagnostics_request(
    message: GetDiagnosticsRequest, build: Build = build
) -> Any:
    retries, retry_interval = groupings.write_retries(message.retries)
    return build(
        v16.GetDiagnosticsRequest,
        {
            "location": message.location,
            "retries": retries,
            "retry_interval": retry_interval,
            "start_time": message.start_time,
            "stop_time": message.stop_time,
        },
    )


def _get_diagnostics_response(
    message: GetDiagnosticsResponse, build: Build = build
) -> Any:
    return build(
        v16.GetDiagnosticsResponse,
        {
            "file_name": message.file_name
            if message.file_name is None or len(message.file_name) <= 255
            else too_long(255, "file_name")
        },
    )


_get_installed_certificate_ids_request = AlikeWriter(
    v16.GetInstalledCertificateIdsRequest,
    {"certificate_type": _CERTIFICATE_USE_ENUM_TYPE},
)


def _get_installed_certificate_ids_response(
    message: GetInstalledCertificateIdsResponse, build: Build = build
) -> Any:
    return build(
        v16.GetInstalledCertificateIdsResponse,
        {
            "certificate_hash_data": inner_each(
                "certificate_hash_data",
                _certificate_hash_data_type,
                message.certificate_hash_data,
                build,
            )
            or None,
            "status": _GET_INSTALLED_CERTIFICATE_STATUS_ENUM_TYPE[message.status],
        },
    )


_get_local_list_version_request = AlikeWriter(v16.GetLocalListVersionRequest)


def _get_local_list_version_response(
    message: GetLocalListVersionResponse, build: Build = build
) -> Any:
    return build(
        v16.GetLocalListVersionResponse,
        {"list_version": groupings.write_list_version(message.list_version)},
    )


def _get_log_request(message: GetLogRequest, build: Build = build) -> Any:
    retries, retry_interval = groupings.write_retries(message.retries)
    return build(
        v16.GetLogRequest,
        {
            "log": inner("log", _log_parameters_type, message.log, build),
            "log_type": _LOG_ENUM_TYPE[message.log_type],
            "request_id": message.request_id,
            "retries": retries,
            "retry_interval": retry_interval,
        },
    )


_get_log_response = AlikeWriter(v16.GetLogResponse, {"status": _LOG_STATUS_ENUM_TYPE})
_heartbeat_request = AlikeWriter(v16.HeartbeatRequest)
_heartbeat_response = AlikeWriter(v16.HeartbeatResponse)
_install_certificate_request = AlikeWriter(
    v16.InstallCertificateRequest, {"certificate_type": _CERTIFICATE_USE_ENUM_TYPE}
)
_install_certificate_response = AlikeWriter(
    v16.InstallCertificateResponse, {"status": _INSTALL_CERTIFICATE_STATUS_ENUM_TYPE}
)
_log_status_notification_request = AlikeWriter(
    v16.LogStatusNotificationRequest, {"status": _UPLOAD_LOG_STATUS_ENUM_TYPE}
)
_log_status_notification_response = AlikeWriter(v16.LogStatusNotificationResponse)


def _meter_values_request(message: MeterValuesRequest, build: Build = build) -> Any:
    return build(
        v16.MeterValuesRequest,
        {
            "connector_id": groupings.write_scope(message.scope),
            "transaction_id": message.transaction_id,
            "meter_value": at_least(
                "meter_value",
                1,
                inner_each("meter_value", _meter_value, message.meter_value, build),
            ),
        },
    )


_meter_values_response = AlikeWriter(v16.MeterValuesResponse)


def _remote_start_transaction_request(
    message: RemoteStartTransactionRequest, build: Build = build
) -> Any:
    return build(
        v16.RemoteStartTransactionRequest,
        {
            "connector_id": None
            if message.connector is None
            else groupings.write_connector(message.connector),
            "id_tag": message.id_tag,
            "charging_profile": inner(
                "charging_profile", _charging_profile, message.charging_profile, build
            ),
        },
    )


def _remote_start_transaction_response(
    message: RemoteStartTransactionResponse, build: Build = build
) -> Any:
    return build(
        v16.RemoteStartTransactionResponse,
        {
            "status": v16.RemoteStartStopStatus.ACCEPTED
            if message.accepted
            else v16.RemoteStartStopStatus.REJECTED
        },
    )


_remote_stop_transaction_request = AlikeWriter(v16.RemoteStopTransactionRequest)


def _remote_stop_transaction_response(
    message: RemoteStopTransactionResponse, build: Build = build
) -> Any:
    return build(
        v16.RemoteStopTransactionResponse,
        {
            "status": v16.RemoteStartStopStatus.ACCEPTED
            if message.accepted
            else v16.RemoteStartStopStatus.REJECTED
        },
    )


def _reserve_now_request(message: ReserveNowRequest, build: Build = build) -> Any:
    return build(
        v16.ReserveNowRequest,
        {
            "connector_id": groupings.write_scope(message.scope),
            "expiry_date": message.expiry_date,
            "id_tag": message.id_tag,
            "parent_id_tag": message.parent_id_tag,
            "reservation_id": message.reservation_id,
        },
    )


_reserve_now_response = AlikeWriter(
    v16.ReserveNowResponse, {"status": _RESERVATION_STATUS}
)
_reset_request = AlikeWriter(v16.ResetRequest, {"type": _RESET_TYPE})


def _reset_response(message: ResetResponse, build: Build = build) -> Any:
    return build(
        v16.ResetResponse,
        {
            "status": v16.ResetStatus.ACCEPTED
            if message.accepted
            else v16.ResetStatus.REJECTED
        },
    )


_security_event_notification_request = AlikeWriter(v16.SecurityEventNotificationRequest)
_security_event_notification_response = AlikeWriter(
    v16.SecurityEventNotificationResponse
)


def _send_local_list_request(
    message: SendLocalListRequest, build: Build = build
) -> Any:
    nowhere("hash", message.hash)
    return build(
        v16.SendLocalListRequest,
        {
            "list_version": message.list_version,
            "local_authorization_list": inner_each(
                "local_authorization_list",
                _authorization_data,
                message.local_authorization_list,
                build,
            )
            or None,
            "update_type": _UPDATE_TYPE[message.update_type],
        },
    )


def _send_local_list_response(
    message: SendLocalListResponse, build: Build = build
) -> Any:
    nowhere("hash", message.hash)
    return build(
        v16.SendLocalListResponse,
        {
            "status": _UPDATE_STATUS.get(message.status)
            or spelled("status", _UPDATE_STATUS, message.status)
        },
    )


def _set_charging_profile_request(
    message: SetChargingProfileRequest, build: Build = build
) -> Any:
    return build(
        v16.SetChargingProfileRequest,
        {
            "connector_id": groupings.write_scope(message.scope),
            "cs_charging_profiles": inner(
                "cs_charging_profiles",
                _charging_profile,
                message.cs_charging_profiles,
                build,
            ),
        },
    )


_set_charging_profile_response = AlikeWriter(
    v16.SetChargingProfileResponse, {"status": _CHARGING_PROFILE_STATUS}
)
_sign_certificate_request = AlikeWriter(v16.SignCertificateRequest)


def _sign_certificate_response(
    message: SignCertificateResponse, build: Build = build
) -> Any:
    return build(
        v16.SignCertificateResponse,
        {
            "status": v16.GenericStatusEnumType.ACCEPTED
            if message.accepted
            else v16.GenericStatusEnumType.REJECTED
        },
    )


_signed_firmware_status_notification_request = AlikeWriter(
    v16.SignedFirmwareStatusNotificationRequest, {"status": _FIRMWARE_STATUS_ENUM_TYPE}
)
_signed_firmware_status_notification_response = AlikeWriter(
    v16.SignedFirmwareStatusNotificationResponse
)


def _signed_update_firmware_request(
    message: SignedUpdateFirmwareRequest, build: Build = build
) -> Any:
    retries, retry_interval = groupings.write_retries(message.retries)
    return build(
        v16.SignedUpdateFirmwareRequest,
        {
            "retries": retries,
            "retry_interval": retry_interval,
            "request_id": message.request_id,
            "firmware": inner("firmware", _firmware_type, message.firmware, build),
        },
    )


_signed_update_firmware_response = AlikeWriter(
    v16.SignedUpdateFirmwareResponse, {"status": _UPDATE_FIRMWARE_STATUS_ENUM_TYPE}
)


def _start_transaction_request(
    message: StartTransactionRequest, build: Build = build
) -> Any:
    return build(
        v16.StartTransactionRequest,
        {
            "connector_id": groupings.write_connector(message.connector),
            "id_tag": message.id_tag,
            "meter_start": message.meter_start,
            "reservation_id": message.reservation_id,
            "timestamp": message.timestamp,
        },
    )


def _start_transaction_response(
    message: StartTransactionResponse, build: Build = build
) -> Any:
    return build(
        v16.StartTransactionResponse,
        {
            "id_tag_info": inner(
                "id_tag_info", _id_tag_info, message.id_tag_info, build
            ),
            "transaction_id": message.transaction_id,
        },
    )


def _status_notification_request(
    message: StatusNotificationRequest, build: Build = build
) -> Any:
    status, error_code, info, vendor_error_code = groupings.write_status(message.status)
    return build(
        v16.StatusNotificationRequest,
        {
            "connector_id": groupings.write_scope(message.scope),
            "error_code": _CHARGE_POINT_ERROR_CODE[error_code],
            "info": info if info is None or len(info) <= 50 else too_long(50, "status"),
            "status": _CHARGE_POINT_STATUS_CODE.get(status)
            or spelled("status", _CHARGE_POINT_STATUS_CODE, status),
            "timestamp": message.timestamp,
            "vendor_id": message.vendor_id
            if message.vendor_id is None or len(message.vendor_id) <= 255
            else too_long(255, "vendor_id"),
            "vendor_error_code": vendor_error_code
            if vendor_error_code is None or len(vendor_error_code) <= 50
            else too_long(50, "status"),
        },
    )


_status_notification_response = AlikeWriter(v16.StatusNotificationResponse)


def _stop_transaction_request(
    message: StopTransactionRequest, build: Build = build
) -> Any:
    return build(
        v16.StopTransactionRequest,
        {
            "id_tag": message.id_tag,
            "meter_stop": message.meter_stop,
            "timestamp": message.timestamp,
            "transaction_id": message.transaction_id,
            "reason": _REASON[
                None if message.reason is Reason.LOCAL else message.reason
            ],
            "transaction_data": inner_each(
                "transaction_data", _meter_value, message.transaction_data, build
            )
            or None,
        },
    )


def _stop_transaction_response(
    message: StopTransactionResponse, build: Build = build
) -> Any:
    return build(
        v16.StopTransactionResponse,
        {"id_tag_info": inner("id_tag_info", _id_tag_info, message.id_tag_info, build)},
    )


def _trigger_message_request(
    message: TriggerMessageRequest, build: Build = build
) -> Any:
    requested_message, connector_id = groupings.write_trigger(message.requested_message)
    return build(
        v16.TriggerMessageRequest,
        {
            "requested_message": _MESSAGE_TRIGGER_CODE[requested_message],
            "connector_id": connector_id,
        },
    )


_trigger_message_response = AlikeWriter(
    v16.TriggerMessageResponse, {"status": _TRIGGER_MESSAGE_STATUS}
)


def _unlock_connector_request(
    message: UnlockConnectorRequest, build: Build = build
) -> Any:
    return build(
        v16.UnlockConnectorRequest,
        {"connector_id": groupings.write_connector(message.connector)},
    )


_unlock_connector_response = AlikeWriter(
    v16.UnlockConnectorResponse, {"status": _UNLOCK_STATUS}
)


def _update_firmware_request(
    message: UpdateFirmwareRequest, build: Build = build
) -> Any:
    retries, retry_interval = groupings.write_retries(message.retries)
    return build(
        v16.UpdateFirmwareRequest,
        {
            "location": message.location,
            "retries": retries,
            "retrieve_date": message.retrieve_date,
            "retry_interval": retry_interval,
        },
    )


_update_firmware_response = AlikeWriter(v16.UpdateFirmwareResponse)
WRITERS: Final[Mapping[type[Model], Callable[..., Any]]] = MappingProxyType(
    {
        IdTagInfo: _id_tag_info,
        CertificateHashDataType: _certificate_hash_data_type,
        ChargingSchedulePeriod: _charging_schedule_period,
        ChargingSchedule: _charging_schedule,
        ChargingProfile: _charging_profile,
        FirmwareType: _firmware_type,
        KeyValue: _key_value,
        LogParametersType: _log_parameters_type,
        SampledValue: _sampled_value,
        MeterValue: _meter_value,
        AuthorizeRequest: _authorize_request,
        AuthorizeResponse: _authorize_response,
        BootNotificationRequest: _boot_notification_request,
        BootNotificationResponse: _boot_notification_response,
        CancelReservationRequest: _cancel_reservation_request,
        CancelReservationResponse: _cancel_reservation_response,
        CertificateSignedRequest: _certificate_signed_request,
        CertificateSignedResponse: _certificate_signed_response,
        ChangeAvailabilityRequest: _change_availability_request,
        ChangeAvailabilityResponse: _change_availability_response,
        ChangeConfigurationRequest: _change_configuration_request,
        ChangeConfigurationResponse: _change_configuration_response,
        ClearCacheRequest: _clear_cache_request,
        ClearCacheResponse: _clear_cache_response,
        ClearChargingProfileRequest: _clear_charging_profile_request,
        ClearChargingProfileResponse: _clear_charging_profile_response,
        DataTransferRequest: _data_transfer_request,
        DataTransferResponse: _data_transfer_response,
        DeleteCertificateRequest: _delete_certificate_request,
        DeleteCertificateResponse: _delete_certificate_response,
        DiagnosticsStatusNotificationRequest: _diagnostics_status_notification_request,
        DiagnosticsStatusNotificationResponse: (
            _diagnostics_status_notification_response
        ),
        ExtendedTriggerMessageRequest: _extended_trigger_message_request,
        ExtendedTriggerMessageResponse: _extended_trigger_message_response,
        FirmwareStatusNotificationRequest: _firmware_status_notification_request,
        FirmwareStatusNotificationResponse: _firmware_status_notification_response,
        GetCompositeScheduleRequest: _get_composite_schedule_request,
        GetCompositeScheduleResponse: _get_composite_schedule_response,
        GetConfigurationRequest: _get_configuration_request,
        GetConfigurationResponse: _get_configuration_response,
        GetDiagnosticsRequest: _get_diagnostics_request,
        GetDiagnosticsResponse: _get_diagnostics_response,
        GetInstalledCertificateIdsRequest: _get_installed_certificate_ids_request,
        GetInstalledCertificateIdsResponse: _get_installed_certificate_ids_response,
        GetLocalListVersionRequest: _get_local_list_version_request,
        GetLocalListVersionResponse: _get_local_list_version_response,
        GetLogRequest: _get_log_request,
        GetLogResponse: _get_log_response,
        HeartbeatRequest: _heartbeat_request,
        HeartbeatResponse: _heartbeat_response,
        InstallCertificateRequest: _install_certificate_request,
        InstallCertificateResponse: _install_certificate_response,
        LogStatusNotificationRequest: _log_status_notification_request,
        LogStatusNotificationResponse: _log_status_notification_response,
        MeterValuesRequest: _meter_values_request,
        MeterValuesResponse: _meter_values_response,
        RemoteStartTransactionRequest: _remote_start_transaction_request,
        RemoteStartTransactionResponse: _remote_start_transaction_response,
        RemoteStopTransactionRequest: _remote_stop_transaction_request,
        RemoteStopTransactionResponse: _remote_stop_transaction_response,
        ReserveNowRequest: _reserve_now_request,
        ReserveNowResponse: _reserve_now_response,
        ResetRequest: _reset_request,
        ResetResponse: _reset_response,
        SecurityEventNotificationRequest: _security_event_notification_request,
        SecurityEventNotificationResponse: _security_event_notification_response,
        SendLocalListRequest: _send_local_list_request,
        SendLocalListResponse: _send_local_list_response,
        SetChargingProfileRequest: _set_charging_profile_request,
        SetChargingProfileResponse: _set_charging_profile_response,
        SignCertificateRequest: _sign_certificate_request,
        SignCertificateResponse: _sign_certificate_response,
        SignedFirmwareStatusNotificationRequest: (
            _signed_firmware_status_notification_request
        ),
        SignedFirmwareStatusNotificationResponse: (
            _signed_firmware_status_notification_response
        ),
        SignedUpdateFirmwareRequest: _signed_update_firmware_request,
        SignedUpdateFirmwareResponse: _signed_update_firmware_response,
        StartTransactionRequest: _start_transaction_request,
        StartTransactionResponse: _start_transaction_response,
        StatusNotificationRequest: _status_notification_request,
        StatusNotificationResponse: _status_notification_response,
        StopTransactionRequest: _stop_transaction_request,
        StopTransactionResponse: _stop_transaction_response,
        TriggerMessageRequest: _trigger_message_request,
        TriggerMessageResponse: _trigger_message_response,
        UnlockConnectorRequest: _unlock_connector_request,
        UnlockConnectorResponse: _unlock_connector_response,
        UpdateFirmwareRequest: _update_firmware_request,
        UpdateFirmwareResponse: _update_firmware_response,
    }
)
"""By the class of OCPP 1.x."""

TYPES: Final[Mapping[type[Model], type[model.Model]]] = MappingProxyType(
    {
        IdTagInfo: v16.IdTagInfo,
        CertificateHashDataType: v16.CertificateHashDataType,
        ChargingSchedulePeriod: v16.ChargingSchedulePeriod,
        ChargingSchedule: v16.ChargingSchedule,
        ChargingProfile: v16.ChargingProfile,
        FirmwareType: v16.FirmwareType,
        KeyValue: v16.KeyValue,
        LogParametersType: v16.LogParametersType,
        SampledValue: v16.SampledValue,
        MeterValue: v16.MeterValue,
        AuthorizeRequest: v16.AuthorizeRequest,
        AuthorizeResponse: v16.AuthorizeResponse,
        BootNotificationRequest: v16.BootNotificationRequest,
        BootNotificationResponse: v16.BootNotificationResponse,
        CancelReservationRequest: v16.CancelReservationRequest,
        CancelReservationResponse: v16.CancelReservationResponse,
        CertificateSignedRequest: v16.CertificateSignedRequest,
        CertificateSignedResponse: v16.CertificateSignedResponse,
        ChangeAvailabilityRequest: v16.ChangeAvailabilityRequest,
        ChangeAvailabilityResponse: v16.ChangeAvailabilityResponse,
        ChangeConfigurationRequest: v16.ChangeConfigurationRequest,
        ChangeConfigurationResponse: v16.ChangeConfigurationResponse,
        ClearCacheRequest: v16.ClearCacheRequest,
        ClearCacheResponse: v16.ClearCacheResponse,
        ClearChargingProfileRequest: v16.ClearChargingProfileRequest,
        ClearChargingProfileResponse: v16.ClearChargingProfileResponse,
        DataTransferRequest: v16.DataTransferRequest,
        DataTransferResponse: v16.DataTransferResponse,
        DeleteCertificateRequest: v16.DeleteCertificateRequest,
        DeleteCertificateResponse: v16.DeleteCertificateResponse,
        DiagnosticsStatusNotificationRequest: v16.DiagnosticsStatusNotificationRequest,
        DiagnosticsStatusNotificationResponse: (
            v16.DiagnosticsStatusNotificationResponse
        ),
        ExtendedTriggerMessageRequest: v16.ExtendedTriggerMessageRequest,
        ExtendedTriggerMessageResponse: v16.ExtendedTriggerMessageResponse,
        FirmwareStatusNotificationRequest: v16.FirmwareStatusNotificationRequest,
        FirmwareStatusNotificationResponse: v16.FirmwareStatusNotificationResponse,
        GetCompositeScheduleRequest: v16.GetCompositeScheduleRequest,
        GetCompositeScheduleResponse: v16.GetCompositeScheduleResponse,
        GetConfigurationRequest: v16.GetConfigurationRequest,
        GetConfigurationResponse: v16.GetConfigurationResponse,
        GetDiagnosticsRequest: v16.GetDiagnosticsRequest,
        GetDiagnosticsResponse: v16.GetDiagnosticsResponse,
        GetInstalledCertificateIdsRequest: v16.GetInstalledCertificateIdsRequest,
        GetInstalledCertificateIdsResponse: v16.GetInstalledCertificateIdsResponse,
        GetLocalListVersionRequest: v16.GetLocalListVersionRequest,
        GetLocalListVersionResponse: v16.GetLocalListVersionResponse,
        GetLogRequest: v16.GetLogRequest,
        GetLogResponse: v16.GetLogResponse,
        HeartbeatRequest: v16.HeartbeatRequest,
        HeartbeatResponse: v16.HeartbeatResponse,
        InstallCertificateRequest: v16.InstallCertificateRequest,
        InstallCertificateResponse: v16.InstallCertificateResponse,
        LogStatusNotificationRequest: v16.LogStatusNotificationRequest,
        LogStatusNotificationResponse: v16.LogStatusNotificationResponse,
        MeterValuesRequest: v16.MeterValuesRequest,
        MeterValuesResponse: v16.MeterValuesResponse,
        RemoteStartTransactionRequest: v16.RemoteStartTransactionRequest,
        RemoteStartTransactionResponse: v16.RemoteStartTransactionResponse,
        RemoteStopTransactionRequest: v16.RemoteStopTransactionRequest,
        RemoteStopTransactionResponse: v16.RemoteStopTransactionResponse,
        ReserveNowRequest: v16.ReserveNowRequest,
        ReserveNowResponse: v16.ReserveNowResponse,
        ResetRequest: v16.ResetRequest,
        ResetResponse: v16.ResetResponse,
        SecurityEventNotificationRequest: v16.SecurityEventNotificationRequest,
        SecurityEventNotificationResponse: v16.SecurityEventNotificationResponse,
        SendLocalListRequest: v16.SendLocalListRequest,
        SendLocalListResponse: v16.SendLocalListResponse,
        SetChargingProfileRequest: v16.SetChargingProfileRequest,
        SetChargingProfileResponse: v16.SetChargingProfileResponse,
        SignCertificateRequest: v16.SignCertificateRequest,
        SignCertificateResponse: v16.SignCertificateResponse,
        SignedFirmwareStatusNotificationRequest: (
            v16.SignedFirmwareStatusNotificationRequest
        ),
        SignedFirmwareStatusNotificationResponse: (
            v16.SignedFirmwareStatusNotificationResponse
        ),
        SignedUpdateFirmwareRequest: v16.SignedUpdateFirmwareRequest,
        SignedUpdateFirmwareResponse: v16.SignedUpdateFirmwareResponse,
        StartTransactionRequest: v16.StartTransactionRequest,
        StartTransactionResponse: v16.StartTransactionResponse,
        StatusNotificationRequest: v16.StatusNotificationRequest,
        StatusNotificationResponse: v16.StatusNotificationResponse,
        StopTransactionRequest: v16.StopTransactionRequest,
        StopTransactionResponse: v16.StopTransactionResponse,
        TriggerMessageRequest: v16.TriggerMessageRequest,
        TriggerMessageResponse: v16.TriggerMessageResponse,
        UnlockConnectorRequest: v16.UnlockConnectorRequest,
        UnlockConnectorResponse: v16.UnlockConnectorResponse,
        UpdateFirmwareRequest: v16.UpdateFirmwareRequest,
        UpdateFirmwareResponse: v16.UpdateFirmwareResponse,
    }
)
"""The class of OCPP 1.6, by that of OCPP 1.x."""
