# Generated from schemas/v1x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""From OCPP 1.x to OCPP 1.6: each message and datatype, field by field."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from ocpp_messages import model, v16
from ocpp_messages.converting import (
    at,
    at_least,
    each,
    maybe,
    nowhere,
    spelled,
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

_up_to_50 = up_to(50)
_up_to_255 = up_to(255)
_up_to_500 = up_to(500)


def _authorization_status(value: AuthorizationStatus) -> v16.AuthorizationStatus:
    return v16.AuthorizationStatus(value.value)


def _availability_status(value: AvailabilityStatus) -> v16.AvailabilityStatus:
    return v16.AvailabilityStatus(value.value)


def _availability_type(value: AvailabilityType) -> v16.AvailabilityType:
    return v16.AvailabilityType(value.value)


def _certificate_use_enum_type(
    value: CertificateUseEnumType,
) -> v16.CertificateUseEnumType:
    return v16.CertificateUseEnumType(value.value)


_CHARGE_POINT_ERROR_CODE: Final[
    Mapping[ChargePointErrorCode | None, v16.ChargePointErrorCode]
] = MappingProxyType(
    {
        ChargePointErrorCode.CONNECTOR_LOCK_FAILURE: v16.ChargePointErrorCode.CONNECTOR_LOCK_FAILURE,
        ChargePointErrorCode.GROUND_FAILURE: v16.ChargePointErrorCode.GROUND_FAILURE,
        ChargePointErrorCode.HIGH_TEMPERATURE: v16.ChargePointErrorCode.HIGH_TEMPERATURE,
        ChargePointErrorCode.OTHER_ERROR: v16.ChargePointErrorCode.OTHER_ERROR,
        ChargePointErrorCode.OVER_CURRENT_FAILURE: v16.ChargePointErrorCode.OVER_CURRENT_FAILURE,
        ChargePointErrorCode.POWER_METER_FAILURE: v16.ChargePointErrorCode.POWER_METER_FAILURE,
        ChargePointErrorCode.POWER_SWITCH_FAILURE: v16.ChargePointErrorCode.POWER_SWITCH_FAILURE,
        ChargePointErrorCode.READER_FAILURE: v16.ChargePointErrorCode.READER_FAILURE,
        ChargePointErrorCode.RESET_FAILURE: v16.ChargePointErrorCode.RESET_FAILURE,
        ChargePointErrorCode.UNDER_VOLTAGE: v16.ChargePointErrorCode.UNDER_VOLTAGE,
        ChargePointErrorCode.WEAK_SIGNAL: v16.ChargePointErrorCode.WEAK_SIGNAL,
        None: v16.ChargePointErrorCode.NO_ERROR,
        ChargePointErrorCode.INTERNAL_ERROR: v16.ChargePointErrorCode.INTERNAL_ERROR,
        ChargePointErrorCode.LOCAL_LIST_CONFLICT: v16.ChargePointErrorCode.LOCAL_LIST_CONFLICT,
        ChargePointErrorCode.OVER_VOLTAGE: v16.ChargePointErrorCode.OVER_VOLTAGE,
        ChargePointErrorCode.EV_COMMUNICATION_ERROR: v16.ChargePointErrorCode.EV_COMMUNICATION_ERROR,
    }
)


def _charge_point_error_code(
    value: ChargePointErrorCode | None,
) -> v16.ChargePointErrorCode:
    return spelled(_CHARGE_POINT_ERROR_CODE, value)


_CHARGE_POINT_STATUS_CODE: Final[
    Mapping[ChargePointStatusCode, v16.ChargePointStatus]
] = MappingProxyType(
    {
        ChargePointStatusCode.AVAILABLE: v16.ChargePointStatus.AVAILABLE,
        ChargePointStatusCode.FAULTED: v16.ChargePointStatus.FAULTED,
        ChargePointStatusCode.RESERVED: v16.ChargePointStatus.RESERVED,
        ChargePointStatusCode.UNAVAILABLE: v16.ChargePointStatus.UNAVAILABLE,
        ChargePointStatusCode.PREPARING: v16.ChargePointStatus.PREPARING,
        ChargePointStatusCode.CHARGING: v16.ChargePointStatus.CHARGING,
        ChargePointStatusCode.SUSPENDED_EVSE: v16.ChargePointStatus.SUSPENDED_EVSE,
        ChargePointStatusCode.SUSPENDED_EV: v16.ChargePointStatus.SUSPENDED_EV,
        ChargePointStatusCode.FINISHING: v16.ChargePointStatus.FINISHING,
    }
)


def _charge_point_status_code(value: ChargePointStatusCode) -> v16.ChargePointStatus:
    return spelled(_CHARGE_POINT_STATUS_CODE, value)


def _charging_profile_kind_code(
    value: ChargingProfileKindCode,
) -> v16.ChargingProfileKind:
    return v16.ChargingProfileKind(value.value)


def _charging_profile_purpose(
    value: ChargingProfilePurpose,
) -> v16.ChargingProfilePurpose:
    return v16.ChargingProfilePurpose(value.value)


def _charging_profile_status(value: ChargingProfileStatus) -> v16.ChargingProfileStatus:
    return v16.ChargingProfileStatus(value.value)


def _charging_rate_unit(value: ChargingRateUnit) -> v16.ChargingRateUnit:
    return v16.ChargingRateUnit(value.value)


def _clear_charging_profile_status(
    value: ClearChargingProfileStatus,
) -> v16.ClearChargingProfileStatus:
    return v16.ClearChargingProfileStatus(value.value)


def _configuration_status(value: ConfigurationStatus) -> v16.ConfigurationStatus:
    return v16.ConfigurationStatus(value.value)


def _data_transfer_status(value: DataTransferStatus) -> v16.DataTransferStatus:
    return v16.DataTransferStatus(value.value)


def _delete_certificate_status_enum_type(
    value: DeleteCertificateStatusEnumType,
) -> v16.DeleteCertificateStatusEnumType:
    return v16.DeleteCertificateStatusEnumType(value.value)


def _diagnostics_status(value: DiagnosticsStatus) -> v16.DiagnosticsStatus:
    return v16.DiagnosticsStatus(value.value)


def _firmware_status(value: FirmwareStatus) -> v16.FirmwareStatus:
    return v16.FirmwareStatus(value.value)


def _firmware_status_enum_type(
    value: FirmwareStatusEnumType,
) -> v16.FirmwareStatusEnumType:
    return v16.FirmwareStatusEnumType(value.value)


def _get_composite_schedule_status(
    value: GetCompositeScheduleStatus,
) -> v16.GetCompositeScheduleStatus:
    return v16.GetCompositeScheduleStatus(value.value)


def _get_installed_certificate_status_enum_type(
    value: GetInstalledCertificateStatusEnumType,
) -> v16.GetInstalledCertificateStatusEnumType:
    return v16.GetInstalledCertificateStatusEnumType(value.value)


def _hash_algorithm_enum_type(
    value: HashAlgorithmEnumType,
) -> v16.HashAlgorithmEnumType:
    return v16.HashAlgorithmEnumType(value.value)


def _install_certificate_status_enum_type(
    value: InstallCertificateStatusEnumType,
) -> v16.InstallCertificateStatusEnumType:
    return v16.InstallCertificateStatusEnumType(value.value)


def _location(value: Location) -> v16.Location:
    return v16.Location(value.value)


def _log_enum_type(value: LogEnumType) -> v16.LogEnumType:
    return v16.LogEnumType(value.value)


def _log_status_enum_type(value: LogStatusEnumType) -> v16.LogStatusEnumType:
    return v16.LogStatusEnumType(value.value)


def _measurand(value: Measurand) -> v16.Measurand:
    return v16.Measurand(value.value)


def _message_trigger_code(value: MessageTriggerCode) -> v16.MessageTrigger:
    return v16.MessageTrigger(value.value)


def _message_trigger_enum_type(
    value: MessageTriggerEnumType,
) -> v16.MessageTriggerEnumType:
    return v16.MessageTriggerEnumType(value.value)


def _phase(value: Phase) -> v16.Phase:
    return v16.Phase(value.value)


def _reading_context(value: ReadingContext) -> v16.ReadingContext:
    return v16.ReadingContext(value.value)


def _reason(value: Reason) -> v16.Reason:
    return v16.Reason(value.value)


def _recurrency_kind(value: RecurrencyKind) -> v16.RecurrencyKind:
    return v16.RecurrencyKind(value.value)


def _registration_status(value: RegistrationStatus) -> v16.RegistrationStatus:
    return v16.RegistrationStatus(value.value)


def _reservation_status(value: ReservationStatus) -> v16.ReservationStatus:
    return v16.ReservationStatus(value.value)


def _reset_type(value: ResetType) -> v16.ResetType:
    return v16.ResetType(value.value)


def _trigger_message_status(value: TriggerMessageStatus) -> v16.TriggerMessageStatus:
    return v16.TriggerMessageStatus(value.value)


def _trigger_message_status_enum_type(
    value: TriggerMessageStatusEnumType,
) -> v16.TriggerMessageStatusEnumType:
    return v16.TriggerMessageStatusEnumType(value.value)


_UNIT_OF_MEASURE: Final[Mapping[UnitOfMeasure, v16.UnitOfMeasure]] = MappingProxyType(
    {
        UnitOfMeasure.WH: v16.UnitOfMeasure.WH,
        UnitOfMeasure.KWH: v16.UnitOfMeasure.KWH,
        UnitOfMeasure.VARH: v16.UnitOfMeasure.VARH,
        UnitOfMeasure.KVARH: v16.UnitOfMeasure.KVARH,
        UnitOfMeasure.W: v16.UnitOfMeasure.W,
        UnitOfMeasure.KW: v16.UnitOfMeasure.KW,
        UnitOfMeasure.VAR: v16.UnitOfMeasure.VAR,
        UnitOfMeasure.KVAR: v16.UnitOfMeasure.KVAR,
        UnitOfMeasure.VA: v16.UnitOfMeasure.VA,
        UnitOfMeasure.KVA: v16.UnitOfMeasure.KVA,
        UnitOfMeasure.K: v16.UnitOfMeasure.K,
        UnitOfMeasure.FAHRENHEIT: v16.UnitOfMeasure.FAHRENHEIT,
        UnitOfMeasure.PERCENT: v16.UnitOfMeasure.PERCENT,
        UnitOfMeasure.HERTZ: v16.UnitOfMeasure.HERTZ,
        UnitOfMeasure.A: v16.UnitOfMeasure.A,
        UnitOfMeasure.V: v16.UnitOfMeasure.V,
        UnitOfMeasure.CELSIUS: v16.UnitOfMeasure.CELCIUS,
    }
)


def _unit_of_measure(value: UnitOfMeasure) -> v16.UnitOfMeasure:
    return spelled(_UNIT_OF_MEASURE, value)


def _unlock_status(value: UnlockStatus) -> v16.UnlockStatus:
    return v16.UnlockStatus(value.value)


def _update_firmware_status_enum_type(
    value: UpdateFirmwareStatusEnumType,
) -> v16.UpdateFirmwareStatusEnumType:
    return v16.UpdateFirmwareStatusEnumType(value.value)


_UPDATE_STATUS: Final[Mapping[UpdateStatus, v16.UpdateStatus]] = MappingProxyType(
    {
        UpdateStatus.ACCEPTED: v16.UpdateStatus.ACCEPTED,
        UpdateStatus.FAILED: v16.UpdateStatus.FAILED,
        UpdateStatus.NOT_SUPPORTED: v16.UpdateStatus.NOT_SUPPORTED,
        UpdateStatus.VERSION_MISMATCH: v16.UpdateStatus.VERSION_MISMATCH,
    }
)


def _update_status(value: UpdateStatus) -> v16.UpdateStatus:
    return spelled(_UPDATE_STATUS, value)


def _update_type(value: UpdateType) -> v16.UpdateType:
    return v16.UpdateType(value.value)


def _upload_log_status_enum_type(
    value: UploadLogStatusEnumType,
) -> v16.UploadLogStatusEnumType:
    return v16.UploadLogStatusEnumType(value.value)


def _value_format(value: ValueFormat) -> v16.ValueFormat:
    return v16.ValueFormat(value.value)


def _id_tag_info(message: IdTagInfo) -> v16.IdTagInfo:
    return v16.IdTagInfo(
        status=at("status", _authorization_status, message.status),
        expiry_date=message.expiry_date,
        parent_id_tag=message.parent_id_tag,
    )


def _authorization_data(message: AuthorizationData) -> v16.AuthorizationData:
    id_tag, id_tag_info = compounds.write_authorization_data(message)
    return v16.AuthorizationData(
        id_tag=id_tag,
        id_tag_info=maybe("id_tag_info", _id_tag_info, id_tag_info),
    )


def _certificate_hash_data_type(
    message: CertificateHashDataType,
) -> v16.CertificateHashDataType:
    return v16.CertificateHashDataType(
        hash_algorithm=at(
            "hash_algorithm", _hash_algorithm_enum_type, message.hash_algorithm
        ),
        issuer_name_hash=message.issuer_name_hash,
        issuer_key_hash=message.issuer_key_hash,
        serial_number=message.serial_number,
    )


def _charging_schedule_period(
    message: ChargingSchedulePeriod,
) -> v16.ChargingSchedulePeriod:
    return v16.ChargingSchedulePeriod(
        start_period=at("start_period", groupings.write_duration, message.start_period),
        limit=message.limit,
        number_phases=message.number_phases,
    )


def _charging_schedule(message: ChargingSchedule) -> v16.ChargingSchedule:
    return v16.ChargingSchedule(
        duration=None
        if message.duration is None
        else at("duration", groupings.write_duration, message.duration),
        start_schedule=message.start_schedule,
        charging_rate_unit=at(
            "charging_rate_unit", _charging_rate_unit, message.charging_rate_unit
        ),
        charging_schedule_period=each(
            "charging_schedule_period",
            _charging_schedule_period,
            message.charging_schedule_period,
        ),
        min_charging_rate=message.min_charging_rate,
    )


def _charging_profile(message: ChargingProfile) -> v16.ChargingProfile:
    charging_profile_kind, recurrency_kind = groupings.write_profile_kind(
        message.charging_profile_kind
    )
    return v16.ChargingProfile(
        charging_profile_id=message.charging_profile_id,
        transaction_id=message.transaction_id,
        stack_level=message.stack_level,
        charging_profile_purpose=at(
            "charging_profile_purpose",
            _charging_profile_purpose,
            message.charging_profile_purpose,
        ),
        charging_profile_kind=at(
            "charging_profile_kind", _charging_profile_kind_code, charging_profile_kind
        ),
        recurrency_kind=maybe(
            "charging_profile_kind", _recurrency_kind, recurrency_kind
        ),
        valid_from=message.valid_from,
        valid_to=message.valid_to,
        charging_schedule=at(
            "charging_schedule", _charging_schedule, message.charging_schedule
        ),
    )


def _firmware_type(message: FirmwareType) -> v16.FirmwareType:
    return v16.FirmwareType(
        location=message.location,
        retrieve_date_time=message.retrieve_date_time,
        install_date_time=message.install_date_time,
        signing_certificate=message.signing_certificate,
        signature=message.signature,
    )


def _key_value(message: KeyValue) -> v16.KeyValue:
    return v16.KeyValue(
        key=at("key", _up_to_50, message.key),
        readonly=message.readonly,
        value=maybe("value", _up_to_500, message.value),
    )


def _log_parameters_type(message: LogParametersType) -> v16.LogParametersType:
    return v16.LogParametersType(
        remote_location=message.remote_location,
        oldest_timestamp=message.oldest_timestamp,
        latest_timestamp=message.latest_timestamp,
    )


def _sampled_value(message: SampledValue) -> v16.SampledValue:
    value, context, format, measurand, phase, location, unit = (
        groupings.write_sampled_value(message)
    )
    return v16.SampledValue(
        value=value,
        context=maybe("context", _reading_context, context),
        format=maybe("format", _value_format, format),
        measurand=maybe("measurand", _measurand, measurand),
        phase=maybe("phase", _phase, phase),
        location=maybe("location", _location, location),
        unit=maybe("unit", _unit_of_measure, unit),
    )


def _meter_value(message: MeterValue) -> v16.MeterValue:
    return v16.MeterValue(
        timestamp=message.timestamp,
        sampled_value=each("sampled_value", _sampled_value, message.sampled_value),
    )


def _authorize_request(message: AuthorizeRequest) -> v16.AuthorizeRequest:
    return v16.AuthorizeRequest(
        id_tag=message.id_tag,
    )


def _authorize_response(message: AuthorizeResponse) -> v16.AuthorizeResponse:
    return v16.AuthorizeResponse(
        id_tag_info=at("id_tag_info", _id_tag_info, message.id_tag_info),
    )


def _boot_notification_request(
    message: BootNotificationRequest,
) -> v16.BootNotificationRequest:
    return v16.BootNotificationRequest(
        charge_point_vendor=message.charge_point_vendor,
        charge_point_model=message.charge_point_model,
        charge_point_serial_number=message.charge_point_serial_number,
        charge_box_serial_number=message.charge_box_serial_number,
        firmware_version=message.firmware_version,
        iccid=message.iccid,
        imsi=message.imsi,
        meter_type=message.meter_type,
        meter_serial_number=message.meter_serial_number,
    )


def _boot_notification_response(
    message: BootNotificationResponse,
) -> v16.BootNotificationResponse:
    return v16.BootNotificationResponse(
        status=at("status", _registration_status, message.status),
        current_time=message.current_time,
        interval=at("interval", groupings.write_duration, message.interval),
    )


def _cancel_reservation_request(
    message: CancelReservationRequest,
) -> v16.CancelReservationRequest:
    return v16.CancelReservationRequest(
        reservation_id=message.reservation_id,
    )


def _cancel_reservation_response(
    message: CancelReservationResponse,
) -> v16.CancelReservationResponse:
    return v16.CancelReservationResponse(
        status=v16.CancelReservationStatus.ACCEPTED
        if message.accepted
        else v16.CancelReservationStatus.REJECTED,
    )


def _certificate_signed_request(
    message: CertificateSignedRequest,
) -> v16.CertificateSignedRequest:
    return v16.CertificateSignedRequest(
        certificate_chain=message.certificate_chain,
    )


def _certificate_signed_response(
    message: CertificateSignedResponse,
) -> v16.CertificateSignedResponse:
    return v16.CertificateSignedResponse(
        status=v16.CertificateSignedStatusEnumType.ACCEPTED
        if message.accepted
        else v16.CertificateSignedStatusEnumType.REJECTED,
    )


def _change_availability_request(
    message: ChangeAvailabilityRequest,
) -> v16.ChangeAvailabilityRequest:
    return v16.ChangeAvailabilityRequest(
        connector_id=at("scope", groupings.write_scope, message.scope),
        type=at("type", _availability_type, message.type),
    )


def _change_availability_response(
    message: ChangeAvailabilityResponse,
) -> v16.ChangeAvailabilityResponse:
    return v16.ChangeAvailabilityResponse(
        status=at("status", _availability_status, message.status),
    )


def _change_configuration_request(
    message: ChangeConfigurationRequest,
) -> v16.ChangeConfigurationRequest:
    return v16.ChangeConfigurationRequest(
        key=at("key", _up_to_50, message.key),
        value=at("value", _up_to_500, message.value),
    )


def _change_configuration_response(
    message: ChangeConfigurationResponse,
) -> v16.ChangeConfigurationResponse:
    return v16.ChangeConfigurationResponse(
        status=at("status", _configuration_status, message.status),
    )


def _clear_cache_request(message: ClearCacheRequest) -> v16.ClearCacheRequest:
    return v16.ClearCacheRequest()


def _clear_cache_response(message: ClearCacheResponse) -> v16.ClearCacheResponse:
    return v16.ClearCacheResponse(
        status=v16.ClearCacheStatus.ACCEPTED
        if message.accepted
        else v16.ClearCacheStatus.REJECTED,
    )


def _clear_charging_profile_request(
    message: ClearChargingProfileRequest,
) -> v16.ClearChargingProfileRequest:
    return v16.ClearChargingProfileRequest(
        id=message.id,
        connector_id=None
        if message.scope is None
        else at("scope", groupings.write_scope, message.scope),
        charging_profile_purpose=maybe(
            "charging_profile_purpose",
            _charging_profile_purpose,
            message.charging_profile_purpose,
        ),
        stack_level=message.stack_level,
    )


def _clear_charging_profile_response(
    message: ClearChargingProfileResponse,
) -> v16.ClearChargingProfileResponse:
    return v16.ClearChargingProfileResponse(
        status=at("status", _clear_charging_profile_status, message.status),
    )


def _data_transfer_request(message: DataTransferRequest) -> v16.DataTransferRequest:
    return v16.DataTransferRequest(
        vendor_id=at("vendor_id", _up_to_255, message.vendor_id),
        message_id=maybe("message_id", _up_to_50, message.message_id),
        data=message.data,
    )


def _data_transfer_response(message: DataTransferResponse) -> v16.DataTransferResponse:
    return v16.DataTransferResponse(
        status=at("status", _data_transfer_status, message.status),
        data=message.data,
    )


def _delete_certificate_request(
    message: DeleteCertificateRequest,
) -> v16.DeleteCertificateRequest:
    return v16.DeleteCertificateRequest(
        certificate_hash_data=at(
            "certificate_hash_data",
            _certificate_hash_data_type,
            message.certificate_hash_data,
        ),
    )


def _delete_certificate_response(
    message: DeleteCertificateResponse,
) -> v16.DeleteCertificateResponse:
    return v16.DeleteCertificateResponse(
        status=at("status", _delete_certificate_status_enum_type, message.status),
    )


def _diagnostics_status_notification_request(
    message: DiagnosticsStatusNotificationRequest,
) -> v16.DiagnosticsStatusNotificationRequest:
    return v16.DiagnosticsStatusNotificationRequest(
        status=at("status", _diagnostics_status, message.status),
    )


def _diagnostics_status_notification_response(
    message: DiagnosticsStatusNotificationResponse,
) -> v16.DiagnosticsStatusNotificationResponse:
    return v16.DiagnosticsStatusNotificationResponse()


def _extended_trigger_message_request(
    message: ExtendedTriggerMessageRequest,
) -> v16.ExtendedTriggerMessageRequest:
    requested_message, connector_id = groupings.write_extended_trigger(
        message.requested_message
    )
    return v16.ExtendedTriggerMessageRequest(
        requested_message=at(
            "requested_message", _message_trigger_enum_type, requested_message
        ),
        connector_id=connector_id,
    )


def _extended_trigger_message_response(
    message: ExtendedTriggerMessageResponse,
) -> v16.ExtendedTriggerMessageResponse:
    return v16.ExtendedTriggerMessageResponse(
        status=at("status", _trigger_message_status_enum_type, message.status),
    )


def _firmware_status_notification_request(
    message: FirmwareStatusNotificationRequest,
) -> v16.FirmwareStatusNotificationRequest:
    return v16.FirmwareStatusNotificationRequest(
        status=at("status", _firmware_status, message.status),
    )


def _firmware_status_notification_response(
    message: FirmwareStatusNotificationResponse,
) -> v16.FirmwareStatusNotificationResponse:
    return v16.FirmwareStatusNotificationResponse()


def _get_composite_schedule_request(
    message: GetCompositeScheduleRequest,
) -> v16.GetCompositeScheduleRequest:
    return v16.GetCompositeScheduleRequest(
        connector_id=at("scope", groupings.write_scope, message.scope),
        duration=at("duration", groupings.write_duration, message.duration),
        charging_rate_unit=maybe(
            "charging_rate_unit", _charging_rate_unit, message.charging_rate_unit
        ),
    )


def _get_composite_schedule_response(
    message: GetCompositeScheduleResponse,
) -> v16.GetCompositeScheduleResponse:
    status, connector_id, schedule_start, charging_schedule = (
        compounds.write_composite_schedule(message.schedule)
    )
    return v16.GetCompositeScheduleResponse(
        status=at("schedule", _get_composite_schedule_status, status),
        connector_id=connector_id,
        schedule_start=schedule_start,
        charging_schedule=maybe("schedule", _charging_schedule, charging_schedule),
    )


def _get_configuration_request(
    message: GetConfigurationRequest,
) -> v16.GetConfigurationRequest:
    return v16.GetConfigurationRequest(
        key=each("key", _up_to_50, message.key) or None,
    )


def _get_configuration_response(
    message: GetConfigurationResponse,
) -> v16.GetConfigurationResponse:
    return v16.GetConfigurationResponse(
        configuration_key=each(
            "configuration_key", _key_value, message.configuration_key
        )
        or None,
        unknown_key=each("unknown_key", _up_to_50, message.unknown_key) or None,
    )


def _get_diagnostics_request(
    message: GetDiagnosticsRequest,
) -> v16.GetDiagnosticsRequest:
    retries, retry_interval = groupings.write_retries(message.retries)
    return v16.GetDiagnosticsRequest(
        location=message.location,
        start_time=message.start_time,
        stop_time=message.stop_time,
        retries=retries,
        retry_interval=retry_interval,
    )


def _get_diagnostics_response(
    message: GetDiagnosticsResponse,
) -> v16.GetDiagnosticsResponse:
    return v16.GetDiagnosticsResponse(
        file_name=maybe("file_name", _up_to_255, message.file_name),
    )


def _get_installed_certificate_ids_request(
    message: GetInstalledCertificateIdsRequest,
) -> v16.GetInstalledCertificateIdsRequest:
    return v16.GetInstalledCertificateIdsRequest(
        certificate_type=at(
            "certificate_type", _certificate_use_enum_type, message.certificate_type
        ),
    )


def _get_installed_certificate_ids_response(
    message: GetInstalledCertificateIdsResponse,
) -> v16.GetInstalledCertificateIdsResponse:
    return v16.GetInstalledCertificateIdsResponse(
        certificate_hash_data=each(
            "certificate_hash_data",
            _certificate_hash_data_type,
            message.certificate_hash_data,
        )
        or None,
        status=at(
            "status", _get_installed_certificate_status_enum_type, message.status
        ),
    )


def _get_local_list_version_request(
    message: GetLocalListVersionRequest,
) -> v16.GetLocalListVersionRequest:
    return v16.GetLocalListVersionRequest()


def _get_local_list_version_response(
    message: GetLocalListVersionResponse,
) -> v16.GetLocalListVersionResponse:
    return v16.GetLocalListVersionResponse(
        list_version=at(
            "list_version", groupings.write_list_version, message.list_version
        ),
    )


def _get_log_request(message: GetLogRequest) -> v16.GetLogRequest:
    retries, retry_interval = groupings.write_retries(message.retries)
    return v16.GetLogRequest(
        log=at("log", _log_parameters_type, message.log),
        log_type=at("log_type", _log_enum_type, message.log_type),
        request_id=message.request_id,
        retries=retries,
        retry_interval=retry_interval,
    )


def _get_log_response(message: GetLogResponse) -> v16.GetLogResponse:
    return v16.GetLogResponse(
        status=at("status", _log_status_enum_type, message.status),
        filename=message.filename,
    )


def _heartbeat_request(message: HeartbeatRequest) -> v16.HeartbeatRequest:
    return v16.HeartbeatRequest()


def _heartbeat_response(message: HeartbeatResponse) -> v16.HeartbeatResponse:
    return v16.HeartbeatResponse(
        current_time=message.current_time,
    )


def _install_certificate_request(
    message: InstallCertificateRequest,
) -> v16.InstallCertificateRequest:
    return v16.InstallCertificateRequest(
        certificate_type=at(
            "certificate_type", _certificate_use_enum_type, message.certificate_type
        ),
        certificate=message.certificate,
    )


def _install_certificate_response(
    message: InstallCertificateResponse,
) -> v16.InstallCertificateResponse:
    return v16.InstallCertificateResponse(
        status=at("status", _install_certificate_status_enum_type, message.status),
    )


def _log_status_notification_request(
    message: LogStatusNotificationRequest,
) -> v16.LogStatusNotificationRequest:
    return v16.LogStatusNotificationRequest(
        status=at("status", _upload_log_status_enum_type, message.status),
        request_id=message.request_id,
    )


def _log_status_notification_response(
    message: LogStatusNotificationResponse,
) -> v16.LogStatusNotificationResponse:
    return v16.LogStatusNotificationResponse()


def _meter_values_request(message: MeterValuesRequest) -> v16.MeterValuesRequest:
    return v16.MeterValuesRequest(
        connector_id=at("scope", groupings.write_scope, message.scope),
        transaction_id=message.transaction_id,
        meter_value=at_least(
            "meter_value", 1, each("meter_value", _meter_value, message.meter_value)
        ),
    )


def _meter_values_response(message: MeterValuesResponse) -> v16.MeterValuesResponse:
    return v16.MeterValuesResponse()


def _remote_start_transaction_request(
    message: RemoteStartTransactionRequest,
) -> v16.RemoteStartTransactionRequest:
    return v16.RemoteStartTransactionRequest(
        id_tag=message.id_tag,
        connector_id=None
        if message.connector is None
        else at("connector", groupings.write_connector, message.connector),
        charging_profile=maybe(
            "charging_profile", _charging_profile, message.charging_profile
        ),
    )


def _remote_start_transaction_response(
    message: RemoteStartTransactionResponse,
) -> v16.RemoteStartTransactionResponse:
    return v16.RemoteStartTransactionResponse(
        status=v16.RemoteStartStopStatus.ACCEPTED
        if message.accepted
        else v16.RemoteStartStopStatus.REJECTED,
    )


def _remote_stop_transaction_request(
    message: RemoteStopTransactionRequest,
) -> v16.RemoteStopTransactionRequest:
    return v16.RemoteStopTransactionRequest(
        transaction_id=message.transaction_id,
    )


def _remote_stop_transaction_response(
    message: RemoteStopTransactionResponse,
) -> v16.RemoteStopTransactionResponse:
    return v16.RemoteStopTransactionResponse(
        status=v16.RemoteStartStopStatus.ACCEPTED
        if message.accepted
        else v16.RemoteStartStopStatus.REJECTED,
    )


def _reserve_now_request(message: ReserveNowRequest) -> v16.ReserveNowRequest:
    return v16.ReserveNowRequest(
        connector_id=at("scope", groupings.write_scope, message.scope),
        expiry_date=message.expiry_date,
        id_tag=message.id_tag,
        parent_id_tag=message.parent_id_tag,
        reservation_id=message.reservation_id,
    )


def _reserve_now_response(message: ReserveNowResponse) -> v16.ReserveNowResponse:
    return v16.ReserveNowResponse(
        status=at("status", _reservation_status, message.status),
    )


def _reset_request(message: ResetRequest) -> v16.ResetRequest:
    return v16.ResetRequest(
        type=at("type", _reset_type, message.type),
    )


def _reset_response(message: ResetResponse) -> v16.ResetResponse:
    return v16.ResetResponse(
        status=v16.ResetStatus.ACCEPTED
        if message.accepted
        else v16.ResetStatus.REJECTED,
    )


def _security_event_notification_request(
    message: SecurityEventNotificationRequest,
) -> v16.SecurityEventNotificationRequest:
    return v16.SecurityEventNotificationRequest(
        type=message.type,
        timestamp=message.timestamp,
        tech_info=message.tech_info,
    )


def _security_event_notification_response(
    message: SecurityEventNotificationResponse,
) -> v16.SecurityEventNotificationResponse:
    return v16.SecurityEventNotificationResponse()


def _send_local_list_request(message: SendLocalListRequest) -> v16.SendLocalListRequest:
    nowhere("hash", message.hash)
    return v16.SendLocalListRequest(
        update_type=at("update_type", _update_type, message.update_type),
        list_version=message.list_version,
        local_authorization_list=each(
            "local_authorization_list",
            _authorization_data,
            message.local_authorization_list,
        )
        or None,
    )


def _send_local_list_response(
    message: SendLocalListResponse,
) -> v16.SendLocalListResponse:
    nowhere("hash", message.hash)
    return v16.SendLocalListResponse(
        status=at("status", _update_status, message.status),
    )


def _set_charging_profile_request(
    message: SetChargingProfileRequest,
) -> v16.SetChargingProfileRequest:
    return v16.SetChargingProfileRequest(
        connector_id=at("scope", groupings.write_scope, message.scope),
        cs_charging_profiles=at(
            "cs_charging_profiles", _charging_profile, message.cs_charging_profiles
        ),
    )


def _set_charging_profile_response(
    message: SetChargingProfileResponse,
) -> v16.SetChargingProfileResponse:
    return v16.SetChargingProfileResponse(
        status=at("status", _charging_profile_status, message.status),
    )


def _sign_certificate_request(
    message: SignCertificateRequest,
) -> v16.SignCertificateRequest:
    return v16.SignCertificateRequest(
        csr=message.csr,
    )


def _sign_certificate_response(
    message: SignCertificateResponse,
) -> v16.SignCertificateResponse:
    return v16.SignCertificateResponse(
        status=v16.GenericStatusEnumType.ACCEPTED
        if message.accepted
        else v16.GenericStatusEnumType.REJECTED,
    )


def _signed_firmware_status_notification_request(
    message: SignedFirmwareStatusNotificationRequest,
) -> v16.SignedFirmwareStatusNotificationRequest:
    return v16.SignedFirmwareStatusNotificationRequest(
        status=at("status", _firmware_status_enum_type, message.status),
        request_id=message.request_id,
    )


def _signed_firmware_status_notification_response(
    message: SignedFirmwareStatusNotificationResponse,
) -> v16.SignedFirmwareStatusNotificationResponse:
    return v16.SignedFirmwareStatusNotificationResponse()


def _signed_update_firmware_request(
    message: SignedUpdateFirmwareRequest,
) -> v16.SignedUpdateFirmwareRequest:
    retries, retry_interval = groupings.write_retries(message.retries)
    return v16.SignedUpdateFirmwareRequest(
        retries=retries,
        retry_interval=retry_interval,
        request_id=message.request_id,
        firmware=at("firmware", _firmware_type, message.firmware),
    )


def _signed_update_firmware_response(
    message: SignedUpdateFirmwareResponse,
) -> v16.SignedUpdateFirmwareResponse:
    return v16.SignedUpdateFirmwareResponse(
        status=at("status", _update_firmware_status_enum_type, message.status),
    )


def _start_transaction_request(
    message: StartTransactionRequest,
) -> v16.StartTransactionRequest:
    return v16.StartTransactionRequest(
        connector_id=at("connector", groupings.write_connector, message.connector),
        id_tag=message.id_tag,
        timestamp=message.timestamp,
        meter_start=message.meter_start,
        reservation_id=message.reservation_id,
    )


def _start_transaction_response(
    message: StartTransactionResponse,
) -> v16.StartTransactionResponse:
    return v16.StartTransactionResponse(
        transaction_id=message.transaction_id,
        id_tag_info=at("id_tag_info", _id_tag_info, message.id_tag_info),
    )


def _status_notification_request(
    message: StatusNotificationRequest,
) -> v16.StatusNotificationRequest:
    status, error_code, info, vendor_error_code = groupings.write_status(message.status)
    return v16.StatusNotificationRequest(
        connector_id=at("scope", groupings.write_scope, message.scope),
        status=at("status", _charge_point_status_code, status),
        error_code=at("status", _charge_point_error_code, error_code),
        info=maybe("status", _up_to_50, info),
        vendor_error_code=maybe("status", _up_to_50, vendor_error_code),
        timestamp=message.timestamp,
        vendor_id=maybe("vendor_id", _up_to_255, message.vendor_id),
    )


def _status_notification_response(
    message: StatusNotificationResponse,
) -> v16.StatusNotificationResponse:
    return v16.StatusNotificationResponse()


def _stop_transaction_request(
    message: StopTransactionRequest,
) -> v16.StopTransactionRequest:
    return v16.StopTransactionRequest(
        transaction_id=message.transaction_id,
        id_tag=message.id_tag,
        timestamp=message.timestamp,
        meter_stop=message.meter_stop,
        reason=maybe(
            "reason",
            _reason,
            None if message.reason is Reason.LOCAL else message.reason,
        ),
        transaction_data=each(
            "transaction_data", _meter_value, message.transaction_data
        )
        or None,
    )


def _stop_transaction_response(
    message: StopTransactionResponse,
) -> v16.StopTransactionResponse:
    return v16.StopTransactionResponse(
        id_tag_info=maybe("id_tag_info", _id_tag_info, message.id_tag_info),
    )


def _trigger_message_request(
    message: TriggerMessageRequest,
) -> v16.TriggerMessageRequest:
    requested_message, connector_id = groupings.write_trigger(message.requested_message)
    return v16.TriggerMessageRequest(
        requested_message=at(
            "requested_message", _message_trigger_code, requested_message
        ),
        connector_id=connector_id,
    )


def _trigger_message_response(
    message: TriggerMessageResponse,
) -> v16.TriggerMessageResponse:
    return v16.TriggerMessageResponse(
        status=at("status", _trigger_message_status, message.status),
    )


def _unlock_connector_request(
    message: UnlockConnectorRequest,
) -> v16.UnlockConnectorRequest:
    return v16.UnlockConnectorRequest(
        connector_id=at("connector", groupings.write_connector, message.connector),
    )


def _unlock_connector_response(
    message: UnlockConnectorResponse,
) -> v16.UnlockConnectorResponse:
    return v16.UnlockConnectorResponse(
        status=at("status", _unlock_status, message.status),
    )


def _update_firmware_request(
    message: UpdateFirmwareRequest,
) -> v16.UpdateFirmwareRequest:
    retries, retry_interval = groupings.write_retries(message.retries)
    return v16.UpdateFirmwareRequest(
        retrieve_date=message.retrieve_date,
        location=message.location,
        retries=retries,
        retry_interval=retry_interval,
    )


def _update_firmware_response(
    message: UpdateFirmwareResponse,
) -> v16.UpdateFirmwareResponse:
    return v16.UpdateFirmwareResponse()


WRITERS: Final[Mapping[type[Model], Callable[[Any], model.Model]]] = MappingProxyType(
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
        DiagnosticsStatusNotificationResponse: _diagnostics_status_notification_response,
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
        SignedFirmwareStatusNotificationRequest: _signed_firmware_status_notification_request,
        SignedFirmwareStatusNotificationResponse: _signed_firmware_status_notification_response,
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
        DiagnosticsStatusNotificationResponse: v16.DiagnosticsStatusNotificationResponse,
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
        SignedFirmwareStatusNotificationRequest: v16.SignedFirmwareStatusNotificationRequest,
        SignedFirmwareStatusNotificationResponse: v16.SignedFirmwareStatusNotificationResponse,
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
