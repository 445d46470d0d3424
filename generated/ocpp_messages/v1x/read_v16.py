# Generated from schemas/v1x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""From OCPP 1.6 to OCPP 1.x: each message and datatype, field by field."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from ocpp_messages import model, v16
from ocpp_messages.converting import (
    each,
    given,
    known,
    make,
    maybe,
    maybe_named,
    named,
    spelled,
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

__all__ = ["READERS"]


def _authorization_status(value: v16.AuthorizationStatus) -> AuthorizationStatus:
    return AuthorizationStatus(value.value)


def _availability_status(value: v16.AvailabilityStatus) -> AvailabilityStatus:
    return AvailabilityStatus(value.value)


def _availability_type(value: v16.AvailabilityType) -> AvailabilityType:
    return AvailabilityType(value.value)


def _certificate_use_enum_type(
    value: v16.CertificateUseEnumType,
) -> CertificateUseEnumType:
    return CertificateUseEnumType(value.value)


_CHARGE_POINT_ERROR_CODE: Final[
    Mapping[v16.ChargePointErrorCode, ChargePointErrorCode | None]
] = MappingProxyType(
    {
        v16.ChargePointErrorCode.CONNECTOR_LOCK_FAILURE: ChargePointErrorCode.CONNECTOR_LOCK_FAILURE,
        v16.ChargePointErrorCode.GROUND_FAILURE: ChargePointErrorCode.GROUND_FAILURE,
        v16.ChargePointErrorCode.HIGH_TEMPERATURE: ChargePointErrorCode.HIGH_TEMPERATURE,
        v16.ChargePointErrorCode.OTHER_ERROR: ChargePointErrorCode.OTHER_ERROR,
        v16.ChargePointErrorCode.OVER_CURRENT_FAILURE: ChargePointErrorCode.OVER_CURRENT_FAILURE,
        v16.ChargePointErrorCode.POWER_METER_FAILURE: ChargePointErrorCode.POWER_METER_FAILURE,
        v16.ChargePointErrorCode.POWER_SWITCH_FAILURE: ChargePointErrorCode.POWER_SWITCH_FAILURE,
        v16.ChargePointErrorCode.READER_FAILURE: ChargePointErrorCode.READER_FAILURE,
        v16.ChargePointErrorCode.RESET_FAILURE: ChargePointErrorCode.RESET_FAILURE,
        v16.ChargePointErrorCode.UNDER_VOLTAGE: ChargePointErrorCode.UNDER_VOLTAGE,
        v16.ChargePointErrorCode.WEAK_SIGNAL: ChargePointErrorCode.WEAK_SIGNAL,
        v16.ChargePointErrorCode.NO_ERROR: None,
        v16.ChargePointErrorCode.INTERNAL_ERROR: ChargePointErrorCode.INTERNAL_ERROR,
        v16.ChargePointErrorCode.LOCAL_LIST_CONFLICT: ChargePointErrorCode.LOCAL_LIST_CONFLICT,
        v16.ChargePointErrorCode.OVER_VOLTAGE: ChargePointErrorCode.OVER_VOLTAGE,
        v16.ChargePointErrorCode.EV_COMMUNICATION_ERROR: ChargePointErrorCode.EV_COMMUNICATION_ERROR,
    }
)


def _charge_point_error_code(
    value: v16.ChargePointErrorCode,
) -> ChargePointErrorCode | None:
    return spelled(_CHARGE_POINT_ERROR_CODE, value)


def _charge_point_status_code(value: v16.ChargePointStatus) -> ChargePointStatusCode:
    return ChargePointStatusCode(value.value)


def _charging_profile_kind_code(
    value: v16.ChargingProfileKind,
) -> ChargingProfileKindCode:
    return ChargingProfileKindCode(value.value)


def _charging_profile_purpose(
    value: v16.ChargingProfilePurpose,
) -> ChargingProfilePurpose:
    return ChargingProfilePurpose(value.value)


def _charging_profile_status(value: v16.ChargingProfileStatus) -> ChargingProfileStatus:
    return ChargingProfileStatus(value.value)


def _charging_rate_unit(value: v16.ChargingRateUnit) -> ChargingRateUnit:
    return ChargingRateUnit(value.value)


def _clear_charging_profile_status(
    value: v16.ClearChargingProfileStatus,
) -> ClearChargingProfileStatus:
    return ClearChargingProfileStatus(value.value)


def _configuration_status(value: v16.ConfigurationStatus) -> ConfigurationStatus:
    return ConfigurationStatus(value.value)


def _data_transfer_status(value: v16.DataTransferStatus) -> DataTransferStatus:
    return DataTransferStatus(value.value)


def _delete_certificate_status_enum_type(
    value: v16.DeleteCertificateStatusEnumType,
) -> DeleteCertificateStatusEnumType:
    return DeleteCertificateStatusEnumType(value.value)


def _diagnostics_status(value: v16.DiagnosticsStatus) -> DiagnosticsStatus:
    return DiagnosticsStatus(value.value)


def _firmware_status(value: v16.FirmwareStatus) -> FirmwareStatus:
    return FirmwareStatus(value.value)


def _firmware_status_enum_type(
    value: v16.FirmwareStatusEnumType,
) -> FirmwareStatusEnumType:
    return FirmwareStatusEnumType(value.value)


def _get_composite_schedule_status(
    value: v16.GetCompositeScheduleStatus,
) -> GetCompositeScheduleStatus:
    return GetCompositeScheduleStatus(value.value)


def _get_installed_certificate_status_enum_type(
    value: v16.GetInstalledCertificateStatusEnumType,
) -> GetInstalledCertificateStatusEnumType:
    return GetInstalledCertificateStatusEnumType(value.value)


def _hash_algorithm_enum_type(
    value: v16.HashAlgorithmEnumType,
) -> HashAlgorithmEnumType:
    return HashAlgorithmEnumType(value.value)


def _install_certificate_status_enum_type(
    value: v16.InstallCertificateStatusEnumType,
) -> InstallCertificateStatusEnumType:
    return InstallCertificateStatusEnumType(value.value)


def _location(value: v16.Location) -> Location:
    return Location(value.value)


def _log_enum_type(value: v16.LogEnumType) -> LogEnumType:
    return LogEnumType(value.value)


def _log_status_enum_type(value: v16.LogStatusEnumType) -> LogStatusEnumType:
    return LogStatusEnumType(value.value)


def _measurand(value: v16.Measurand) -> Measurand:
    return Measurand(value.value)


def _message_trigger_code(value: v16.MessageTrigger) -> MessageTriggerCode:
    return MessageTriggerCode(value.value)


def _message_trigger_enum_type(
    value: v16.MessageTriggerEnumType,
) -> MessageTriggerEnumType:
    return MessageTriggerEnumType(value.value)


def _phase(value: v16.Phase) -> Phase:
    return Phase(value.value)


def _reading_context(value: v16.ReadingContext) -> ReadingContext:
    return ReadingContext(value.value)


def _reason(value: v16.Reason) -> Reason:
    return Reason(value.value)


def _recurrency_kind(value: v16.RecurrencyKind) -> RecurrencyKind:
    return RecurrencyKind(value.value)


def _registration_status(value: v16.RegistrationStatus) -> RegistrationStatus:
    return RegistrationStatus(value.value)


def _reservation_status(value: v16.ReservationStatus) -> ReservationStatus:
    return ReservationStatus(value.value)


def _reset_type(value: v16.ResetType) -> ResetType:
    return ResetType(value.value)


def _trigger_message_status(value: v16.TriggerMessageStatus) -> TriggerMessageStatus:
    return TriggerMessageStatus(value.value)


def _trigger_message_status_enum_type(
    value: v16.TriggerMessageStatusEnumType,
) -> TriggerMessageStatusEnumType:
    return TriggerMessageStatusEnumType(value.value)


_UNIT_OF_MEASURE: Final[Mapping[v16.UnitOfMeasure, UnitOfMeasure]] = MappingProxyType(
    {
        v16.UnitOfMeasure.WH: UnitOfMeasure.WH,
        v16.UnitOfMeasure.KWH: UnitOfMeasure.KWH,
        v16.UnitOfMeasure.VARH: UnitOfMeasure.VARH,
        v16.UnitOfMeasure.KVARH: UnitOfMeasure.KVARH,
        v16.UnitOfMeasure.W: UnitOfMeasure.W,
        v16.UnitOfMeasure.KW: UnitOfMeasure.KW,
        v16.UnitOfMeasure.VAR: UnitOfMeasure.VAR,
        v16.UnitOfMeasure.KVAR: UnitOfMeasure.KVAR,
        v16.UnitOfMeasure.VA: UnitOfMeasure.VA,
        v16.UnitOfMeasure.KVA: UnitOfMeasure.KVA,
        v16.UnitOfMeasure.K: UnitOfMeasure.K,
        v16.UnitOfMeasure.FAHRENHEIT: UnitOfMeasure.FAHRENHEIT,
        v16.UnitOfMeasure.PERCENT: UnitOfMeasure.PERCENT,
        v16.UnitOfMeasure.HERTZ: UnitOfMeasure.HERTZ,
        v16.UnitOfMeasure.A: UnitOfMeasure.A,
        v16.UnitOfMeasure.V: UnitOfMeasure.V,
        v16.UnitOfMeasure.CELCIUS: UnitOfMeasure.CELSIUS,
        v16.UnitOfMeasure.CELSIUS: UnitOfMeasure.CELSIUS,
    }
)


def _unit_of_measure(value: v16.UnitOfMeasure) -> UnitOfMeasure:
    return spelled(_UNIT_OF_MEASURE, value)


def _unlock_status(value: v16.UnlockStatus) -> UnlockStatus:
    return UnlockStatus(value.value)


def _update_firmware_status_enum_type(
    value: v16.UpdateFirmwareStatusEnumType,
) -> UpdateFirmwareStatusEnumType:
    return UpdateFirmwareStatusEnumType(value.value)


def _update_status(value: v16.UpdateStatus) -> UpdateStatus:
    return UpdateStatus(value.value)


def _update_type(value: v16.UpdateType) -> UpdateType:
    return UpdateType(value.value)


def _upload_log_status_enum_type(
    value: v16.UploadLogStatusEnumType,
) -> UploadLogStatusEnumType:
    return UploadLogStatusEnumType(value.value)


def _value_format(value: v16.ValueFormat) -> ValueFormat:
    return ValueFormat(value.value)


def _id_tag_info(exact: v16.IdTagInfo) -> IdTagInfo:
    return make(
        IdTagInfo,
        status=named(_authorization_status, exact.status),
        expiry_date=exact.expiry_date,
        parent_id_tag=exact.parent_id_tag,
    )


def _authorization_data(exact: v16.AuthorizationData) -> AuthorizationData:
    return compounds.read_authorization_data(
        exact.id_tag,
        maybe("idTagInfo", _id_tag_info, exact.id_tag_info),
    )


def _certificate_hash_data_type(
    exact: v16.CertificateHashDataType,
) -> CertificateHashDataType:
    return make(
        CertificateHashDataType,
        hash_algorithm=named(_hash_algorithm_enum_type, exact.hash_algorithm),
        issuer_name_hash=exact.issuer_name_hash,
        issuer_key_hash=exact.issuer_key_hash,
        serial_number=exact.serial_number,
    )


def _charging_schedule_period(
    exact: v16.ChargingSchedulePeriod,
) -> ChargingSchedulePeriod:
    return make(
        ChargingSchedulePeriod,
        start_period=given("startPeriod", groupings.read_duration, exact.start_period),
        limit=exact.limit,
        number_phases=exact.number_phases,
    )


def _charging_schedule(exact: v16.ChargingSchedule) -> ChargingSchedule:
    return make(
        ChargingSchedule,
        duration=maybe("duration", groupings.read_duration, exact.duration),
        start_schedule=exact.start_schedule,
        charging_rate_unit=named(_charging_rate_unit, exact.charging_rate_unit),
        charging_schedule_period=each(
            "chargingSchedulePeriod",
            _charging_schedule_period,
            exact.charging_schedule_period,
        ),
        min_charging_rate=exact.min_charging_rate,
    )


def _charging_profile(exact: v16.ChargingProfile) -> ChargingProfile:
    return make(
        ChargingProfile,
        charging_profile_id=exact.charging_profile_id,
        transaction_id=exact.transaction_id,
        stack_level=exact.stack_level,
        charging_profile_purpose=named(
            _charging_profile_purpose, exact.charging_profile_purpose
        ),
        charging_profile_kind=groupings.read_profile_kind(
            named(_charging_profile_kind_code, exact.charging_profile_kind),
            maybe_named(_recurrency_kind, exact.recurrency_kind),
        ),
        valid_from=exact.valid_from,
        valid_to=exact.valid_to,
        charging_schedule=given(
            "chargingSchedule", _charging_schedule, exact.charging_schedule
        ),
    )


def _firmware_type(exact: v16.FirmwareType) -> FirmwareType:
    return make(
        FirmwareType,
        location=exact.location,
        retrieve_date_time=exact.retrieve_date_time,
        install_date_time=exact.install_date_time,
        signing_certificate=exact.signing_certificate,
        signature=exact.signature,
    )


def _key_value(exact: v16.KeyValue) -> KeyValue:
    return make(
        KeyValue,
        key=exact.key,
        readonly=exact.readonly,
        value=exact.value,
    )


def _log_parameters_type(exact: v16.LogParametersType) -> LogParametersType:
    return make(
        LogParametersType,
        remote_location=exact.remote_location,
        oldest_timestamp=exact.oldest_timestamp,
        latest_timestamp=exact.latest_timestamp,
    )


def _sampled_value(exact: v16.SampledValue) -> SampledValue:
    return groupings.read_sampled_value(
        exact.value,
        maybe_named(_reading_context, exact.context),
        maybe_named(_value_format, exact.format),
        maybe_named(_measurand, exact.measurand),
        maybe_named(_phase, exact.phase),
        maybe_named(_location, exact.location),
        maybe_named(_unit_of_measure, exact.unit),
    )


def _meter_value(exact: v16.MeterValue) -> MeterValue:
    return make(
        MeterValue,
        timestamp=exact.timestamp,
        sampled_value=each("sampledValue", _sampled_value, exact.sampled_value),
    )


def _authorize_request(exact: v16.AuthorizeRequest) -> AuthorizeRequest:
    return make(
        AuthorizeRequest,
        id_tag=exact.id_tag,
    )


def _authorize_response(exact: v16.AuthorizeResponse) -> AuthorizeResponse:
    return make(
        AuthorizeResponse,
        id_tag_info=given("idTagInfo", _id_tag_info, exact.id_tag_info),
    )


def _boot_notification_request(
    exact: v16.BootNotificationRequest,
) -> BootNotificationRequest:
    return make(
        BootNotificationRequest,
        charge_point_vendor=exact.charge_point_vendor,
        charge_point_model=exact.charge_point_model,
        charge_point_serial_number=exact.charge_point_serial_number,
        charge_box_serial_number=exact.charge_box_serial_number,
        firmware_version=exact.firmware_version,
        iccid=exact.iccid,
        imsi=exact.imsi,
        meter_type=exact.meter_type,
        meter_serial_number=exact.meter_serial_number,
    )


def _boot_notification_response(
    exact: v16.BootNotificationResponse,
) -> BootNotificationResponse:
    return make(
        BootNotificationResponse,
        status=named(_registration_status, exact.status),
        current_time=exact.current_time,
        interval=given("interval", groupings.read_duration, exact.interval),
    )


def _cancel_reservation_request(
    exact: v16.CancelReservationRequest,
) -> CancelReservationRequest:
    return make(
        CancelReservationRequest,
        reservation_id=exact.reservation_id,
    )


def _cancel_reservation_response(
    exact: v16.CancelReservationResponse,
) -> CancelReservationResponse:
    return make(
        CancelReservationResponse,
        accepted=known(exact.status) is v16.CancelReservationStatus.ACCEPTED,
    )


def _certificate_signed_request(
    exact: v16.CertificateSignedRequest,
) -> CertificateSignedRequest:
    return make(
        CertificateSignedRequest,
        certificate_chain=exact.certificate_chain,
    )


def _certificate_signed_response(
    exact: v16.CertificateSignedResponse,
) -> CertificateSignedResponse:
    return make(
        CertificateSignedResponse,
        accepted=known(exact.status) is v16.CertificateSignedStatusEnumType.ACCEPTED,
    )


def _change_availability_request(
    exact: v16.ChangeAvailabilityRequest,
) -> ChangeAvailabilityRequest:
    return make(
        ChangeAvailabilityRequest,
        scope=given("connectorId", groupings.read_scope, exact.connector_id),
        type=named(_availability_type, exact.type),
    )


def _change_availability_response(
    exact: v16.ChangeAvailabilityResponse,
) -> ChangeAvailabilityResponse:
    return make(
        ChangeAvailabilityResponse,
        status=named(_availability_status, exact.status),
    )


def _change_configuration_request(
    exact: v16.ChangeConfigurationRequest,
) -> ChangeConfigurationRequest:
    return make(
        ChangeConfigurationRequest,
        key=exact.key,
        value=exact.value,
    )


def _change_configuration_response(
    exact: v16.ChangeConfigurationResponse,
) -> ChangeConfigurationResponse:
    return make(
        ChangeConfigurationResponse,
        status=named(_configuration_status, exact.status),
    )


def _clear_cache_request(exact: v16.ClearCacheRequest) -> ClearCacheRequest:
    return ClearCacheRequest()


def _clear_cache_response(exact: v16.ClearCacheResponse) -> ClearCacheResponse:
    return make(
        ClearCacheResponse,
        accepted=known(exact.status) is v16.ClearCacheStatus.ACCEPTED,
    )


def _clear_charging_profile_request(
    exact: v16.ClearChargingProfileRequest,
) -> ClearChargingProfileRequest:
    return make(
        ClearChargingProfileRequest,
        id=exact.id,
        scope=maybe("connectorId", groupings.read_scope, exact.connector_id),
        charging_profile_purpose=maybe_named(
            _charging_profile_purpose, exact.charging_profile_purpose
        ),
        stack_level=exact.stack_level,
    )


def _clear_charging_profile_response(
    exact: v16.ClearChargingProfileResponse,
) -> ClearChargingProfileResponse:
    return make(
        ClearChargingProfileResponse,
        status=named(_clear_charging_profile_status, exact.status),
    )


def _data_transfer_request(exact: v16.DataTransferRequest) -> DataTransferRequest:
    return make(
        DataTransferRequest,
        vendor_id=exact.vendor_id,
        message_id=exact.message_id,
        data=exact.data,
    )


def _data_transfer_response(exact: v16.DataTransferResponse) -> DataTransferResponse:
    return make(
        DataTransferResponse,
        status=named(_data_transfer_status, exact.status),
        data=exact.data,
    )


def _delete_certificate_request(
    exact: v16.DeleteCertificateRequest,
) -> DeleteCertificateRequest:
    return make(
        DeleteCertificateRequest,
        certificate_hash_data=given(
            "certificateHashData",
            _certificate_hash_data_type,
            exact.certificate_hash_data,
        ),
    )


def _delete_certificate_response(
    exact: v16.DeleteCertificateResponse,
) -> DeleteCertificateResponse:
    return make(
        DeleteCertificateResponse,
        status=named(_delete_certificate_status_enum_type, exact.status),
    )


def _diagnostics_status_notification_request(
    exact: v16.DiagnosticsStatusNotificationRequest,
) -> DiagnosticsStatusNotificationRequest:
    return make(
        DiagnosticsStatusNotificationRequest,
        status=named(_diagnostics_status, exact.status),
    )


def _diagnostics_status_notification_response(
    exact: v16.DiagnosticsStatusNotificationResponse,
) -> DiagnosticsStatusNotificationResponse:
    return DiagnosticsStatusNotificationResponse()


def _extended_trigger_message_request(
    exact: v16.ExtendedTriggerMessageRequest,
) -> ExtendedTriggerMessageRequest:
    return make(
        ExtendedTriggerMessageRequest,
        requested_message=groupings.read_extended_trigger(
            named(_message_trigger_enum_type, exact.requested_message),
            exact.connector_id,
        ),
    )


def _extended_trigger_message_response(
    exact: v16.ExtendedTriggerMessageResponse,
) -> ExtendedTriggerMessageResponse:
    return make(
        ExtendedTriggerMessageResponse,
        status=named(_trigger_message_status_enum_type, exact.status),
    )


def _firmware_status_notification_request(
    exact: v16.FirmwareStatusNotificationRequest,
) -> FirmwareStatusNotificationRequest:
    return make(
        FirmwareStatusNotificationRequest,
        status=named(_firmware_status, exact.status),
    )


def _firmware_status_notification_response(
    exact: v16.FirmwareStatusNotificationResponse,
) -> FirmwareStatusNotificationResponse:
    return FirmwareStatusNotificationResponse()


def _get_composite_schedule_request(
    exact: v16.GetCompositeScheduleRequest,
) -> GetCompositeScheduleRequest:
    return make(
        GetCompositeScheduleRequest,
        scope=given("connectorId", groupings.read_scope, exact.connector_id),
        duration=given("duration", groupings.read_duration, exact.duration),
        charging_rate_unit=maybe_named(_charging_rate_unit, exact.charging_rate_unit),
    )


def _get_composite_schedule_response(
    exact: v16.GetCompositeScheduleResponse,
) -> GetCompositeScheduleResponse:
    return make(
        GetCompositeScheduleResponse,
        schedule=compounds.read_composite_schedule(
            named(_get_composite_schedule_status, exact.status),
            exact.connector_id,
            exact.schedule_start,
            maybe("chargingSchedule", _charging_schedule, exact.charging_schedule),
        ),
    )


def _get_configuration_request(
    exact: v16.GetConfigurationRequest,
) -> GetConfigurationRequest:
    return make(
        GetConfigurationRequest,
        key=exact.key or (),
    )


def _get_configuration_response(
    exact: v16.GetConfigurationResponse,
) -> GetConfigurationResponse:
    return make(
        GetConfigurationResponse,
        configuration_key=each("configurationKey", _key_value, exact.configuration_key),
        unknown_key=exact.unknown_key or (),
    )


def _get_diagnostics_request(exact: v16.GetDiagnosticsRequest) -> GetDiagnosticsRequest:
    return make(
        GetDiagnosticsRequest,
        location=exact.location,
        start_time=exact.start_time,
        stop_time=exact.stop_time,
        retries=groupings.read_retries(exact.retries, exact.retry_interval),
    )


def _get_diagnostics_response(
    exact: v16.GetDiagnosticsResponse,
) -> GetDiagnosticsResponse:
    return make(
        GetDiagnosticsResponse,
        file_name=exact.file_name,
    )


def _get_installed_certificate_ids_request(
    exact: v16.GetInstalledCertificateIdsRequest,
) -> GetInstalledCertificateIdsRequest:
    return make(
        GetInstalledCertificateIdsRequest,
        certificate_type=named(_certificate_use_enum_type, exact.certificate_type),
    )


def _get_installed_certificate_ids_response(
    exact: v16.GetInstalledCertificateIdsResponse,
) -> GetInstalledCertificateIdsResponse:
    return make(
        GetInstalledCertificateIdsResponse,
        certificate_hash_data=each(
            "certificateHashData",
            _certificate_hash_data_type,
            exact.certificate_hash_data,
        ),
        status=named(_get_installed_certificate_status_enum_type, exact.status),
    )


def _get_local_list_version_request(
    exact: v16.GetLocalListVersionRequest,
) -> GetLocalListVersionRequest:
    return GetLocalListVersionRequest()


def _get_local_list_version_response(
    exact: v16.GetLocalListVersionResponse,
) -> GetLocalListVersionResponse:
    return make(
        GetLocalListVersionResponse,
        list_version=given(
            "listVersion", groupings.read_list_version, exact.list_version
        ),
    )


def _get_log_request(exact: v16.GetLogRequest) -> GetLogRequest:
    return make(
        GetLogRequest,
        log=given("log", _log_parameters_type, exact.log),
        log_type=named(_log_enum_type, exact.log_type),
        request_id=exact.request_id,
        retries=groupings.read_retries(exact.retries, exact.retry_interval),
    )


def _get_log_response(exact: v16.GetLogResponse) -> GetLogResponse:
    return make(
        GetLogResponse,
        status=named(_log_status_enum_type, exact.status),
        filename=exact.filename,
    )


def _heartbeat_request(exact: v16.HeartbeatRequest) -> HeartbeatRequest:
    return HeartbeatRequest()


def _heartbeat_response(exact: v16.HeartbeatResponse) -> HeartbeatResponse:
    return make(
        HeartbeatResponse,
        current_time=exact.current_time,
    )


def _install_certificate_request(
    exact: v16.InstallCertificateRequest,
) -> InstallCertificateRequest:
    return make(
        InstallCertificateRequest,
        certificate_type=named(_certificate_use_enum_type, exact.certificate_type),
        certificate=exact.certificate,
    )


def _install_certificate_response(
    exact: v16.InstallCertificateResponse,
) -> InstallCertificateResponse:
    return make(
        InstallCertificateResponse,
        status=named(_install_certificate_status_enum_type, exact.status),
    )


def _log_status_notification_request(
    exact: v16.LogStatusNotificationRequest,
) -> LogStatusNotificationRequest:
    return make(
        LogStatusNotificationRequest,
        status=named(_upload_log_status_enum_type, exact.status),
        request_id=exact.request_id,
    )


def _log_status_notification_response(
    exact: v16.LogStatusNotificationResponse,
) -> LogStatusNotificationResponse:
    return LogStatusNotificationResponse()


def _meter_values_request(exact: v16.MeterValuesRequest) -> MeterValuesRequest:
    return make(
        MeterValuesRequest,
        scope=given("connectorId", groupings.read_scope, exact.connector_id),
        transaction_id=exact.transaction_id,
        meter_value=each("meterValue", _meter_value, exact.meter_value),
    )


def _meter_values_response(exact: v16.MeterValuesResponse) -> MeterValuesResponse:
    return MeterValuesResponse()


def _remote_start_transaction_request(
    exact: v16.RemoteStartTransactionRequest,
) -> RemoteStartTransactionRequest:
    return make(
        RemoteStartTransactionRequest,
        id_tag=exact.id_tag,
        connector=maybe("connectorId", groupings.read_connector, exact.connector_id),
        charging_profile=maybe(
            "chargingProfile", _charging_profile, exact.charging_profile
        ),
    )


def _remote_start_transaction_response(
    exact: v16.RemoteStartTransactionResponse,
) -> RemoteStartTransactionResponse:
    return make(
        RemoteStartTransactionResponse,
        accepted=known(exact.status) is v16.RemoteStartStopStatus.ACCEPTED,
    )


def _remote_stop_transaction_request(
    exact: v16.RemoteStopTransactionRequest,
) -> RemoteStopTransactionRequest:
    return make(
        RemoteStopTransactionRequest,
        transaction_id=exact.transaction_id,
    )


def _remote_stop_transaction_response(
    exact: v16.RemoteStopTransactionResponse,
) -> RemoteStopTransactionResponse:
    return make(
        RemoteStopTransactionResponse,
        accepted=known(exact.status) is v16.RemoteStartStopStatus.ACCEPTED,
    )


def _reserve_now_request(exact: v16.ReserveNowRequest) -> ReserveNowRequest:
    return make(
        ReserveNowRequest,
        scope=given("connectorId", groupings.read_scope, exact.connector_id),
        expiry_date=exact.expiry_date,
        id_tag=exact.id_tag,
        parent_id_tag=exact.parent_id_tag,
        reservation_id=exact.reservation_id,
    )


def _reserve_now_response(exact: v16.ReserveNowResponse) -> ReserveNowResponse:
    return make(
        ReserveNowResponse,
        status=named(_reservation_status, exact.status),
    )


def _reset_request(exact: v16.ResetRequest) -> ResetRequest:
    return make(
        ResetRequest,
        type=named(_reset_type, exact.type),
    )


def _reset_response(exact: v16.ResetResponse) -> ResetResponse:
    return make(
        ResetResponse,
        accepted=known(exact.status) is v16.ResetStatus.ACCEPTED,
    )


def _security_event_notification_request(
    exact: v16.SecurityEventNotificationRequest,
) -> SecurityEventNotificationRequest:
    return make(
        SecurityEventNotificationRequest,
        type=exact.type,
        timestamp=exact.timestamp,
        tech_info=exact.tech_info,
    )


def _security_event_notification_response(
    exact: v16.SecurityEventNotificationResponse,
) -> SecurityEventNotificationResponse:
    return SecurityEventNotificationResponse()


def _send_local_list_request(exact: v16.SendLocalListRequest) -> SendLocalListRequest:
    return make(
        SendLocalListRequest,
        update_type=named(_update_type, exact.update_type),
        list_version=exact.list_version,
        local_authorization_list=each(
            "localAuthorizationList",
            _authorization_data,
            exact.local_authorization_list,
        ),
    )


def _send_local_list_response(
    exact: v16.SendLocalListResponse,
) -> SendLocalListResponse:
    return make(
        SendLocalListResponse,
        status=named(_update_status, exact.status),
    )


def _set_charging_profile_request(
    exact: v16.SetChargingProfileRequest,
) -> SetChargingProfileRequest:
    return make(
        SetChargingProfileRequest,
        scope=given("connectorId", groupings.read_scope, exact.connector_id),
        cs_charging_profiles=given(
            "csChargingProfiles", _charging_profile, exact.cs_charging_profiles
        ),
    )


def _set_charging_profile_response(
    exact: v16.SetChargingProfileResponse,
) -> SetChargingProfileResponse:
    return make(
        SetChargingProfileResponse,
        status=named(_charging_profile_status, exact.status),
    )


def _sign_certificate_request(
    exact: v16.SignCertificateRequest,
) -> SignCertificateRequest:
    return make(
        SignCertificateRequest,
        csr=exact.csr,
    )


def _sign_certificate_response(
    exact: v16.SignCertificateResponse,
) -> SignCertificateResponse:
    return make(
        SignCertificateResponse,
        accepted=known(exact.status) is v16.GenericStatusEnumType.ACCEPTED,
    )


def _signed_firmware_status_notification_request(
    exact: v16.SignedFirmwareStatusNotificationRequest,
) -> SignedFirmwareStatusNotificationRequest:
    return make(
        SignedFirmwareStatusNotificationRequest,
        status=named(_firmware_status_enum_type, exact.status),
        request_id=exact.request_id,
    )


def _signed_firmware_status_notification_response(
    exact: v16.SignedFirmwareStatusNotificationResponse,
) -> SignedFirmwareStatusNotificationResponse:
    return SignedFirmwareStatusNotificationResponse()


def _signed_update_firmware_request(
    exact: v16.SignedUpdateFirmwareRequest,
) -> SignedUpdateFirmwareRequest:
    return make(
        SignedUpdateFirmwareRequest,
        retries=groupings.read_retries(exact.retries, exact.retry_interval),
        request_id=exact.request_id,
        firmware=given("firmware", _firmware_type, exact.firmware),
    )


def _signed_update_firmware_response(
    exact: v16.SignedUpdateFirmwareResponse,
) -> SignedUpdateFirmwareResponse:
    return make(
        SignedUpdateFirmwareResponse,
        status=named(_update_firmware_status_enum_type, exact.status),
    )


def _start_transaction_request(
    exact: v16.StartTransactionRequest,
) -> StartTransactionRequest:
    return make(
        StartTransactionRequest,
        connector=given("connectorId", groupings.read_connector, exact.connector_id),
        id_tag=exact.id_tag,
        timestamp=exact.timestamp,
        meter_start=exact.meter_start,
        reservation_id=exact.reservation_id,
    )


def _start_transaction_response(
    exact: v16.StartTransactionResponse,
) -> StartTransactionResponse:
    return make(
        StartTransactionResponse,
        transaction_id=exact.transaction_id,
        id_tag_info=given("idTagInfo", _id_tag_info, exact.id_tag_info),
    )


def _status_notification_request(
    exact: v16.StatusNotificationRequest,
) -> StatusNotificationRequest:
    return make(
        StatusNotificationRequest,
        scope=given("connectorId", groupings.read_scope, exact.connector_id),
        status=groupings.read_status(
            named(_charge_point_status_code, exact.status),
            named(_charge_point_error_code, exact.error_code),
            exact.info,
            exact.vendor_error_code,
        ),
        timestamp=exact.timestamp,
        vendor_id=exact.vendor_id,
    )


def _status_notification_response(
    exact: v16.StatusNotificationResponse,
) -> StatusNotificationResponse:
    return StatusNotificationResponse()


def _stop_transaction_request(
    exact: v16.StopTransactionRequest,
) -> StopTransactionRequest:
    return make(
        StopTransactionRequest,
        transaction_id=exact.transaction_id,
        id_tag=exact.id_tag,
        timestamp=exact.timestamp,
        meter_stop=exact.meter_stop,
        reason=Reason.LOCAL if exact.reason is None else named(_reason, exact.reason),
        transaction_data=each("transactionData", _meter_value, exact.transaction_data),
    )


def _stop_transaction_response(
    exact: v16.StopTransactionResponse,
) -> StopTransactionResponse:
    return make(
        StopTransactionResponse,
        id_tag_info=maybe("idTagInfo", _id_tag_info, exact.id_tag_info),
    )


def _trigger_message_request(exact: v16.TriggerMessageRequest) -> TriggerMessageRequest:
    return make(
        TriggerMessageRequest,
        requested_message=groupings.read_trigger(
            named(_message_trigger_code, exact.requested_message), exact.connector_id
        ),
    )


def _trigger_message_response(
    exact: v16.TriggerMessageResponse,
) -> TriggerMessageResponse:
    return make(
        TriggerMessageResponse,
        status=named(_trigger_message_status, exact.status),
    )


def _unlock_connector_request(
    exact: v16.UnlockConnectorRequest,
) -> UnlockConnectorRequest:
    return make(
        UnlockConnectorRequest,
        connector=given("connectorId", groupings.read_connector, exact.connector_id),
    )


def _unlock_connector_response(
    exact: v16.UnlockConnectorResponse,
) -> UnlockConnectorResponse:
    return make(
        UnlockConnectorResponse,
        status=named(_unlock_status, exact.status),
    )


def _update_firmware_request(exact: v16.UpdateFirmwareRequest) -> UpdateFirmwareRequest:
    return make(
        UpdateFirmwareRequest,
        retrieve_date=exact.retrieve_date,
        location=exact.location,
        retries=groupings.read_retries(exact.retries, exact.retry_interval),
    )


def _update_firmware_response(
    exact: v16.UpdateFirmwareResponse,
) -> UpdateFirmwareResponse:
    return UpdateFirmwareResponse()


READERS: Final[Mapping[type[model.Model], Callable[[Any], Model]]] = MappingProxyType(
    {
        v16.IdTagInfo: _id_tag_info,
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
        v16.DiagnosticsStatusNotificationRequest: _diagnostics_status_notification_request,
        v16.DiagnosticsStatusNotificationResponse: _diagnostics_status_notification_response,
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
        v16.SignedFirmwareStatusNotificationRequest: _signed_firmware_status_notification_request,
        v16.SignedFirmwareStatusNotificationResponse: _signed_firmware_status_notification_response,
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
