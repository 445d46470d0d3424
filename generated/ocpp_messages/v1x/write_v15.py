# Generated from schemas/v1x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""From OCPP 1.x to OCPP 1.5: each message and datatype, field by field."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from ocpp_messages import model, v15
from ocpp_messages.converting import (
    at,
    each,
    maybe,
    nowhere,
    spelled,
)
from ocpp_messages.v1x import compounds, groupings
from ocpp_messages.v1x.base import Model
from ocpp_messages.v1x.compounds import (
    AuthorizationData,
)
from ocpp_messages.v1x.datatypes import (
    IdTagInfo,
    KeyValue,
    MeterValue,
)
from ocpp_messages.v1x.enumerations import (
    AuthorizationStatus,
    AvailabilityStatus,
    AvailabilityType,
    ChargePointErrorCode,
    ChargePointStatusCode,
    ConfigurationStatus,
    DataTransferStatus,
    DiagnosticsStatus,
    FirmwareStatus,
    Location,
    Measurand,
    ReadingContext,
    Reason,
    RegistrationStatus,
    ReservationStatus,
    ResetType,
    UnitOfMeasure,
    UnlockStatus,
    UpdateStatus,
    UpdateType,
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
    ChangeAvailabilityRequest,
    ChangeAvailabilityResponse,
    ChangeConfigurationRequest,
    ChangeConfigurationResponse,
    ClearCacheRequest,
    ClearCacheResponse,
    DataTransferRequest,
    DataTransferResponse,
    DiagnosticsStatusNotificationRequest,
    DiagnosticsStatusNotificationResponse,
    FirmwareStatusNotificationRequest,
    FirmwareStatusNotificationResponse,
    GetConfigurationRequest,
    GetConfigurationResponse,
    GetDiagnosticsRequest,
    GetDiagnosticsResponse,
    GetLocalListVersionRequest,
    GetLocalListVersionResponse,
    HeartbeatRequest,
    HeartbeatResponse,
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
    SendLocalListRequest,
    SendLocalListResponse,
    StartTransactionRequest,
    StartTransactionResponse,
    StatusNotificationRequest,
    StatusNotificationResponse,
    StopTransactionRequest,
    StopTransactionResponse,
    UnlockConnectorRequest,
    UnlockConnectorResponse,
    UpdateFirmwareRequest,
    UpdateFirmwareResponse,
)

__all__ = ["TYPES", "WRITERS"]


def _authorization_status(value: AuthorizationStatus) -> v15.AuthorizationStatus:
    return v15.AuthorizationStatus(value.value)


def _availability_status(value: AvailabilityStatus) -> v15.AvailabilityStatus:
    return v15.AvailabilityStatus(value.value)


def _availability_type(value: AvailabilityType) -> v15.AvailabilityType:
    return v15.AvailabilityType(value.value)


_CHARGE_POINT_ERROR_CODE: Final[
    Mapping[ChargePointErrorCode | None, v15.ChargePointErrorCode]
] = MappingProxyType(
    {
        ChargePointErrorCode.CONNECTOR_LOCK_FAILURE: v15.ChargePointErrorCode.CONNECTOR_LOCK_FAILURE,
        ChargePointErrorCode.GROUND_FAILURE: v15.ChargePointErrorCode.GROUND_FAILURE,
        ChargePointErrorCode.HIGH_TEMPERATURE: v15.ChargePointErrorCode.HIGH_TEMPERATURE,
        ChargePointErrorCode.OTHER_ERROR: v15.ChargePointErrorCode.OTHER_ERROR,
        ChargePointErrorCode.OVER_CURRENT_FAILURE: v15.ChargePointErrorCode.OVER_CURRENT_FAILURE,
        ChargePointErrorCode.POWER_METER_FAILURE: v15.ChargePointErrorCode.POWER_METER_FAILURE,
        ChargePointErrorCode.POWER_SWITCH_FAILURE: v15.ChargePointErrorCode.POWER_SWITCH_FAILURE,
        ChargePointErrorCode.READER_FAILURE: v15.ChargePointErrorCode.READER_FAILURE,
        ChargePointErrorCode.RESET_FAILURE: v15.ChargePointErrorCode.RESET_FAILURE,
        ChargePointErrorCode.UNDER_VOLTAGE: v15.ChargePointErrorCode.UNDER_VOLTAGE,
        ChargePointErrorCode.WEAK_SIGNAL: v15.ChargePointErrorCode.WEAK_SIGNAL,
        None: v15.ChargePointErrorCode.NO_ERROR,
        ChargePointErrorCode.EV_COMMUNICATION_ERROR: v15.ChargePointErrorCode.MODE3_ERROR,
    }
)


def _charge_point_error_code(
    value: ChargePointErrorCode | None,
) -> v15.ChargePointErrorCode:
    return spelled(_CHARGE_POINT_ERROR_CODE, value)


_CHARGE_POINT_STATUS_CODE: Final[
    Mapping[ChargePointStatusCode, v15.ChargePointStatus]
] = MappingProxyType(
    {
        ChargePointStatusCode.AVAILABLE: v15.ChargePointStatus.AVAILABLE,
        ChargePointStatusCode.FAULTED: v15.ChargePointStatus.FAULTED,
        ChargePointStatusCode.RESERVED: v15.ChargePointStatus.RESERVED,
        ChargePointStatusCode.UNAVAILABLE: v15.ChargePointStatus.UNAVAILABLE,
        ChargePointStatusCode.OCCUPIED: v15.ChargePointStatus.OCCUPIED,
    }
)


def _charge_point_status_code(value: ChargePointStatusCode) -> v15.ChargePointStatus:
    return spelled(_CHARGE_POINT_STATUS_CODE, value)


_CONFIGURATION_STATUS: Final[Mapping[ConfigurationStatus, v15.ConfigurationStatus]] = (
    MappingProxyType(
        {
            ConfigurationStatus.ACCEPTED: v15.ConfigurationStatus.ACCEPTED,
            ConfigurationStatus.REJECTED: v15.ConfigurationStatus.REJECTED,
            ConfigurationStatus.NOT_SUPPORTED: v15.ConfigurationStatus.NOT_SUPPORTED,
        }
    )
)


def _configuration_status(value: ConfigurationStatus) -> v15.ConfigurationStatus:
    return spelled(_CONFIGURATION_STATUS, value)


def _data_transfer_status(value: DataTransferStatus) -> v15.DataTransferStatus:
    return v15.DataTransferStatus(value.value)


_DIAGNOSTICS_STATUS: Final[Mapping[DiagnosticsStatus, v15.DiagnosticsStatus]] = (
    MappingProxyType(
        {
            DiagnosticsStatus.UPLOADED: v15.DiagnosticsStatus.UPLOADED,
            DiagnosticsStatus.UPLOAD_FAILED: v15.DiagnosticsStatus.UPLOAD_FAILED,
        }
    )
)


def _diagnostics_status(value: DiagnosticsStatus) -> v15.DiagnosticsStatus:
    return spelled(_DIAGNOSTICS_STATUS, value)


_FIRMWARE_STATUS: Final[Mapping[FirmwareStatus, v15.FirmwareStatus]] = MappingProxyType(
    {
        FirmwareStatus.DOWNLOADED: v15.FirmwareStatus.DOWNLOADED,
        FirmwareStatus.DOWNLOAD_FAILED: v15.FirmwareStatus.DOWNLOAD_FAILED,
        FirmwareStatus.INSTALLATION_FAILED: v15.FirmwareStatus.INSTALLATION_FAILED,
        FirmwareStatus.INSTALLED: v15.FirmwareStatus.INSTALLED,
    }
)


def _firmware_status(value: FirmwareStatus) -> v15.FirmwareStatus:
    return spelled(_FIRMWARE_STATUS, value)


_LOCATION: Final[Mapping[Location, v15.Location]] = MappingProxyType(
    {
        Location.BODY: v15.Location.BODY,
        Location.INLET: v15.Location.INLET,
        Location.OUTLET: v15.Location.OUTLET,
    }
)


def _location(value: Location) -> v15.Location:
    return spelled(_LOCATION, value)


_MEASURAND: Final[Mapping[Measurand, v15.Measurand]] = MappingProxyType(
    {
        Measurand.CURRENT_EXPORT: v15.Measurand.CURRENT_EXPORT,
        Measurand.CURRENT_IMPORT: v15.Measurand.CURRENT_IMPORT,
        Measurand.ENERGY_ACTIVE_EXPORT_REGISTER: v15.Measurand.ENERGY_ACTIVE_EXPORT_REGISTER,
        Measurand.ENERGY_ACTIVE_IMPORT_REGISTER: v15.Measurand.ENERGY_ACTIVE_IMPORT_REGISTER,
        Measurand.ENERGY_REACTIVE_EXPORT_REGISTER: v15.Measurand.ENERGY_REACTIVE_EXPORT_REGISTER,
        Measurand.ENERGY_REACTIVE_IMPORT_REGISTER: v15.Measurand.ENERGY_REACTIVE_IMPORT_REGISTER,
        Measurand.ENERGY_ACTIVE_EXPORT_INTERVAL: v15.Measurand.ENERGY_ACTIVE_EXPORT_INTERVAL,
        Measurand.ENERGY_ACTIVE_IMPORT_INTERVAL: v15.Measurand.ENERGY_ACTIVE_IMPORT_INTERVAL,
        Measurand.ENERGY_REACTIVE_EXPORT_INTERVAL: v15.Measurand.ENERGY_REACTIVE_EXPORT_INTERVAL,
        Measurand.ENERGY_REACTIVE_IMPORT_INTERVAL: v15.Measurand.ENERGY_REACTIVE_IMPORT_INTERVAL,
        Measurand.POWER_ACTIVE_EXPORT: v15.Measurand.POWER_ACTIVE_EXPORT,
        Measurand.POWER_ACTIVE_IMPORT: v15.Measurand.POWER_ACTIVE_IMPORT,
        Measurand.POWER_REACTIVE_EXPORT: v15.Measurand.POWER_REACTIVE_EXPORT,
        Measurand.POWER_REACTIVE_IMPORT: v15.Measurand.POWER_REACTIVE_IMPORT,
        Measurand.TEMPERATURE: v15.Measurand.TEMPERATURE,
        Measurand.VOLTAGE: v15.Measurand.VOLTAGE,
    }
)


def _measurand(value: Measurand) -> v15.Measurand:
    return spelled(_MEASURAND, value)


_READING_CONTEXT: Final[Mapping[ReadingContext, v15.ReadingContext]] = MappingProxyType(
    {
        ReadingContext.INTERRUPTION_BEGIN: v15.ReadingContext.INTERRUPTION_BEGIN,
        ReadingContext.INTERRUPTION_END: v15.ReadingContext.INTERRUPTION_END,
        ReadingContext.SAMPLE_CLOCK: v15.ReadingContext.SAMPLE_CLOCK,
        ReadingContext.SAMPLE_PERIODIC: v15.ReadingContext.SAMPLE_PERIODIC,
        ReadingContext.TRANSACTION_BEGIN: v15.ReadingContext.TRANSACTION_BEGIN,
        ReadingContext.TRANSACTION_END: v15.ReadingContext.TRANSACTION_END,
    }
)


def _reading_context(value: ReadingContext) -> v15.ReadingContext:
    return spelled(_READING_CONTEXT, value)


_REGISTRATION_STATUS: Final[Mapping[RegistrationStatus, v15.RegistrationStatus]] = (
    MappingProxyType(
        {
            RegistrationStatus.ACCEPTED: v15.RegistrationStatus.ACCEPTED,
            RegistrationStatus.REJECTED: v15.RegistrationStatus.REJECTED,
        }
    )
)


def _registration_status(value: RegistrationStatus) -> v15.RegistrationStatus:
    return spelled(_REGISTRATION_STATUS, value)


def _reservation_status(value: ReservationStatus) -> v15.ReservationStatus:
    return v15.ReservationStatus(value.value)


def _reset_type(value: ResetType) -> v15.ResetType:
    return v15.ResetType(value.value)


_UNIT_OF_MEASURE: Final[Mapping[UnitOfMeasure, v15.UnitOfMeasure]] = MappingProxyType(
    {
        UnitOfMeasure.WH: v15.UnitOfMeasure.WH,
        UnitOfMeasure.KWH: v15.UnitOfMeasure.KWH,
        UnitOfMeasure.VARH: v15.UnitOfMeasure.VARH,
        UnitOfMeasure.KVARH: v15.UnitOfMeasure.KVARH,
        UnitOfMeasure.W: v15.UnitOfMeasure.W,
        UnitOfMeasure.KW: v15.UnitOfMeasure.KW,
        UnitOfMeasure.VAR: v15.UnitOfMeasure.VAR,
        UnitOfMeasure.KVAR: v15.UnitOfMeasure.KVAR,
        UnitOfMeasure.A: v15.UnitOfMeasure.AMP,
        UnitOfMeasure.V: v15.UnitOfMeasure.VOLT,
        UnitOfMeasure.CELSIUS: v15.UnitOfMeasure.CELSIUS,
    }
)


def _unit_of_measure(value: UnitOfMeasure) -> v15.UnitOfMeasure:
    return spelled(_UNIT_OF_MEASURE, value)


_UNLOCK_STATUS: Final[Mapping[UnlockStatus, v15.UnlockStatus]] = MappingProxyType(
    {
        UnlockStatus.UNLOCKED: v15.UnlockStatus.ACCEPTED,
        UnlockStatus.UNLOCK_FAILED: v15.UnlockStatus.REJECTED,
    }
)


def _unlock_status(value: UnlockStatus) -> v15.UnlockStatus:
    return spelled(_UNLOCK_STATUS, value)


def _update_status(value: UpdateStatus) -> v15.UpdateStatus:
    return v15.UpdateStatus(value.value)


def _update_type(value: UpdateType) -> v15.UpdateType:
    return v15.UpdateType(value.value)


def _value_format(value: ValueFormat) -> v15.ValueFormat:
    return v15.ValueFormat(value.value)


def _id_tag_info(message: IdTagInfo) -> v15.IdTagInfo:
    return v15.IdTagInfo(
        status=at("status", _authorization_status, message.status),
        expiry_date=message.expiry_date,
        parent_id_tag=message.parent_id_tag,
    )


def _authorization_data(message: AuthorizationData) -> v15.AuthorisationData:
    id_tag, id_tag_info = compounds.write_authorization_data(message)
    return v15.AuthorisationData(
        id_tag=id_tag,
        id_tag_info=maybe("id_tag_info", _id_tag_info, id_tag_info),
    )


def _key_value(message: KeyValue) -> v15.KeyValue:
    return v15.KeyValue(
        key=message.key,
        readonly=message.readonly,
        value=message.value,
    )


def _sampled_value(message: SampledValue) -> v15.SampledValue:
    value, context, format, measurand, phase, location, unit = (
        groupings.write_sampled_value(message)
    )
    nowhere("phase", phase)
    return v15.SampledValue(
        value=value,
        context=maybe("context", _reading_context, context),
        format=maybe("format", _value_format, format),
        measurand=maybe("measurand", _measurand, measurand),
        location=maybe("location", _location, location),
        unit=maybe("unit", _unit_of_measure, unit),
    )


def _meter_value(message: MeterValue) -> v15.MeterValue:
    return v15.MeterValue(
        timestamp=message.timestamp,
        values=each("sampled_value", _sampled_value, message.sampled_value),
    )


def _authorize_request(message: AuthorizeRequest) -> v15.AuthorizeRequest:
    return v15.AuthorizeRequest(
        id_tag=message.id_tag,
    )


def _authorize_response(message: AuthorizeResponse) -> v15.AuthorizeResponse:
    return v15.AuthorizeResponse(
        id_tag_info=at("id_tag_info", _id_tag_info, message.id_tag_info),
    )


def _boot_notification_request(
    message: BootNotificationRequest,
) -> v15.BootNotificationRequest:
    return v15.BootNotificationRequest(
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
) -> v15.BootNotificationResponse:
    return v15.BootNotificationResponse(
        status=at("status", _registration_status, message.status),
        current_time=message.current_time,
        heartbeat_interval=at("interval", groupings.write_duration, message.interval),
    )


def _cancel_reservation_request(
    message: CancelReservationRequest,
) -> v15.CancelReservationRequest:
    return v15.CancelReservationRequest(
        reservation_id=message.reservation_id,
    )


def _cancel_reservation_response(
    message: CancelReservationResponse,
) -> v15.CancelReservationResponse:
    return v15.CancelReservationResponse(
        status=v15.CancelReservationStatus.ACCEPTED
        if message.accepted
        else v15.CancelReservationStatus.REJECTED,
    )


def _change_availability_request(
    message: ChangeAvailabilityRequest,
) -> v15.ChangeAvailabilityRequest:
    return v15.ChangeAvailabilityRequest(
        connector_id=at("scope", groupings.write_scope, message.scope),
        type=at("type", _availability_type, message.type),
    )


def _change_availability_response(
    message: ChangeAvailabilityResponse,
) -> v15.ChangeAvailabilityResponse:
    return v15.ChangeAvailabilityResponse(
        status=at("status", _availability_status, message.status),
    )


def _change_configuration_request(
    message: ChangeConfigurationRequest,
) -> v15.ChangeConfigurationRequest:
    return v15.ChangeConfigurationRequest(
        key=message.key,
        value=message.value,
    )


def _change_configuration_response(
    message: ChangeConfigurationResponse,
) -> v15.ChangeConfigurationResponse:
    return v15.ChangeConfigurationResponse(
        status=at("status", _configuration_status, message.status),
    )


def _clear_cache_request(message: ClearCacheRequest) -> v15.ClearCacheRequest:
    return v15.ClearCacheRequest()


def _clear_cache_response(message: ClearCacheResponse) -> v15.ClearCacheResponse:
    return v15.ClearCacheResponse(
        status=v15.ClearCacheStatus.ACCEPTED
        if message.accepted
        else v15.ClearCacheStatus.REJECTED,
    )


def _data_transfer_request(message: DataTransferRequest) -> v15.DataTransferRequest:
    return v15.DataTransferRequest(
        vendor_id=message.vendor_id,
        message_id=message.message_id,
        data=message.data,
    )


def _data_transfer_response(message: DataTransferResponse) -> v15.DataTransferResponse:
    return v15.DataTransferResponse(
        status=at("status", _data_transfer_status, message.status),
        data=message.data,
    )


def _diagnostics_status_notification_request(
    message: DiagnosticsStatusNotificationRequest,
) -> v15.DiagnosticsStatusNotificationRequest:
    return v15.DiagnosticsStatusNotificationRequest(
        status=at("status", _diagnostics_status, message.status),
    )


def _diagnostics_status_notification_response(
    message: DiagnosticsStatusNotificationResponse,
) -> v15.DiagnosticsStatusNotificationResponse:
    return v15.DiagnosticsStatusNotificationResponse()


def _firmware_status_notification_request(
    message: FirmwareStatusNotificationRequest,
) -> v15.FirmwareStatusNotificationRequest:
    return v15.FirmwareStatusNotificationRequest(
        status=at("status", _firmware_status, message.status),
    )


def _firmware_status_notification_response(
    message: FirmwareStatusNotificationResponse,
) -> v15.FirmwareStatusNotificationResponse:
    return v15.FirmwareStatusNotificationResponse()


def _get_configuration_request(
    message: GetConfigurationRequest,
) -> v15.GetConfigurationRequest:
    return v15.GetConfigurationRequest(
        key=message.key or None,
    )


def _get_configuration_response(
    message: GetConfigurationResponse,
) -> v15.GetConfigurationResponse:
    return v15.GetConfigurationResponse(
        configuration_key=each(
            "configuration_key", _key_value, message.configuration_key
        )
        or None,
        unknown_key=message.unknown_key or None,
    )


def _get_diagnostics_request(
    message: GetDiagnosticsRequest,
) -> v15.GetDiagnosticsRequest:
    retries, retry_interval = groupings.write_retries(message.retries)
    return v15.GetDiagnosticsRequest(
        location=message.location,
        start_time=message.start_time,
        stop_time=message.stop_time,
        retries=retries,
        retry_interval=retry_interval,
    )


def _get_diagnostics_response(
    message: GetDiagnosticsResponse,
) -> v15.GetDiagnosticsResponse:
    return v15.GetDiagnosticsResponse(
        file_name=message.file_name,
    )


def _get_local_list_version_request(
    message: GetLocalListVersionRequest,
) -> v15.GetLocalListVersionRequest:
    return v15.GetLocalListVersionRequest()


def _get_local_list_version_response(
    message: GetLocalListVersionResponse,
) -> v15.GetLocalListVersionResponse:
    return v15.GetLocalListVersionResponse(
        list_version=at(
            "list_version", groupings.write_list_version, message.list_version
        ),
    )


def _heartbeat_request(message: HeartbeatRequest) -> v15.HeartbeatRequest:
    return v15.HeartbeatRequest()


def _heartbeat_response(message: HeartbeatResponse) -> v15.HeartbeatResponse:
    return v15.HeartbeatResponse(
        current_time=message.current_time,
    )


def _meter_values_request(message: MeterValuesRequest) -> v15.MeterValuesRequest:
    return v15.MeterValuesRequest(
        connector_id=at("scope", groupings.write_scope, message.scope),
        transaction_id=message.transaction_id,
        values=each("meter_value", _meter_value, message.meter_value) or None,
    )


def _meter_values_response(message: MeterValuesResponse) -> v15.MeterValuesResponse:
    return v15.MeterValuesResponse()


def _remote_start_transaction_request(
    message: RemoteStartTransactionRequest,
) -> v15.RemoteStartTransactionRequest:
    nowhere("charging_profile", message.charging_profile)
    return v15.RemoteStartTransactionRequest(
        id_tag=message.id_tag,
        connector_id=None
        if message.connector is None
        else at("connector", groupings.write_connector, message.connector),
    )


def _remote_start_transaction_response(
    message: RemoteStartTransactionResponse,
) -> v15.RemoteStartTransactionResponse:
    return v15.RemoteStartTransactionResponse(
        status=v15.RemoteStartStopStatus.ACCEPTED
        if message.accepted
        else v15.RemoteStartStopStatus.REJECTED,
    )


def _remote_stop_transaction_request(
    message: RemoteStopTransactionRequest,
) -> v15.RemoteStopTransactionRequest:
    return v15.RemoteStopTransactionRequest(
        transaction_id=message.transaction_id,
    )


def _remote_stop_transaction_response(
    message: RemoteStopTransactionResponse,
) -> v15.RemoteStopTransactionResponse:
    return v15.RemoteStopTransactionResponse(
        status=v15.RemoteStartStopStatus.ACCEPTED
        if message.accepted
        else v15.RemoteStartStopStatus.REJECTED,
    )


def _reserve_now_request(message: ReserveNowRequest) -> v15.ReserveNowRequest:
    return v15.ReserveNowRequest(
        connector_id=at("scope", groupings.write_scope, message.scope),
        expiry_date=message.expiry_date,
        id_tag=message.id_tag,
        parent_id_tag=message.parent_id_tag,
        reservation_id=message.reservation_id,
    )


def _reserve_now_response(message: ReserveNowResponse) -> v15.ReserveNowResponse:
    return v15.ReserveNowResponse(
        status=at("status", _reservation_status, message.status),
    )


def _reset_request(message: ResetRequest) -> v15.ResetRequest:
    return v15.ResetRequest(
        type=at("type", _reset_type, message.type),
    )


def _reset_response(message: ResetResponse) -> v15.ResetResponse:
    return v15.ResetResponse(
        status=v15.ResetStatus.ACCEPTED
        if message.accepted
        else v15.ResetStatus.REJECTED,
    )


def _send_local_list_request(message: SendLocalListRequest) -> v15.SendLocalListRequest:
    return v15.SendLocalListRequest(
        update_type=at("update_type", _update_type, message.update_type),
        list_version=message.list_version,
        local_authorisation_list=each(
            "local_authorization_list",
            _authorization_data,
            message.local_authorization_list,
        )
        or None,
        hash=message.hash,
    )


def _send_local_list_response(
    message: SendLocalListResponse,
) -> v15.SendLocalListResponse:
    return v15.SendLocalListResponse(
        status=at("status", _update_status, message.status),
        hash=message.hash,
    )


def _start_transaction_request(
    message: StartTransactionRequest,
) -> v15.StartTransactionRequest:
    return v15.StartTransactionRequest(
        connector_id=at("connector", groupings.write_connector, message.connector),
        id_tag=message.id_tag,
        timestamp=message.timestamp,
        meter_start=message.meter_start,
        reservation_id=message.reservation_id,
    )


def _start_transaction_response(
    message: StartTransactionResponse,
) -> v15.StartTransactionResponse:
    return v15.StartTransactionResponse(
        transaction_id=message.transaction_id,
        id_tag_info=at("id_tag_info", _id_tag_info, message.id_tag_info),
    )


def _status_notification_request(
    message: StatusNotificationRequest,
) -> v15.StatusNotificationRequest:
    status, error_code, info, vendor_error_code = groupings.write_status(message.status)
    return v15.StatusNotificationRequest(
        connector_id=at("scope", groupings.write_scope, message.scope),
        status=at("status", _charge_point_status_code, status),
        error_code=at("status", _charge_point_error_code, error_code),
        info=info,
        vendor_error_code=vendor_error_code,
        timestamp=message.timestamp,
        vendor_id=message.vendor_id,
    )


def _status_notification_response(
    message: StatusNotificationResponse,
) -> v15.StatusNotificationResponse:
    return v15.StatusNotificationResponse()


def _stop_transaction_request(
    message: StopTransactionRequest,
) -> v15.StopTransactionRequest:
    nowhere("reason", message.reason, Reason.LOCAL)
    return v15.StopTransactionRequest(
        transaction_id=message.transaction_id,
        id_tag=message.id_tag,
        timestamp=message.timestamp,
        meter_stop=message.meter_stop,
        transaction_data=(
            v15.TransactionData(
                values=each("transaction_data", _meter_value, message.transaction_data)
            ),
        )
        if message.transaction_data
        else None,
    )


def _stop_transaction_response(
    message: StopTransactionResponse,
) -> v15.StopTransactionResponse:
    return v15.StopTransactionResponse(
        id_tag_info=maybe("id_tag_info", _id_tag_info, message.id_tag_info),
    )


def _unlock_connector_request(
    message: UnlockConnectorRequest,
) -> v15.UnlockConnectorRequest:
    return v15.UnlockConnectorRequest(
        connector_id=at("connector", groupings.write_connector, message.connector),
    )


def _unlock_connector_response(
    message: UnlockConnectorResponse,
) -> v15.UnlockConnectorResponse:
    return v15.UnlockConnectorResponse(
        status=at("status", _unlock_status, message.status),
    )


def _update_firmware_request(
    message: UpdateFirmwareRequest,
) -> v15.UpdateFirmwareRequest:
    retries, retry_interval = groupings.write_retries(message.retries)
    return v15.UpdateFirmwareRequest(
        retrieve_date=message.retrieve_date,
        location=message.location,
        retries=retries,
        retry_interval=retry_interval,
    )


def _update_firmware_response(
    message: UpdateFirmwareResponse,
) -> v15.UpdateFirmwareResponse:
    return v15.UpdateFirmwareResponse()


WRITERS: Final[Mapping[type[Model], Callable[[Any], model.Model]]] = MappingProxyType(
    {
        IdTagInfo: _id_tag_info,
        KeyValue: _key_value,
        SampledValue: _sampled_value,
        MeterValue: _meter_value,
        AuthorizeRequest: _authorize_request,
        AuthorizeResponse: _authorize_response,
        BootNotificationRequest: _boot_notification_request,
        BootNotificationResponse: _boot_notification_response,
        CancelReservationRequest: _cancel_reservation_request,
        CancelReservationResponse: _cancel_reservation_response,
        ChangeAvailabilityRequest: _change_availability_request,
        ChangeAvailabilityResponse: _change_availability_response,
        ChangeConfigurationRequest: _change_configuration_request,
        ChangeConfigurationResponse: _change_configuration_response,
        ClearCacheRequest: _clear_cache_request,
        ClearCacheResponse: _clear_cache_response,
        DataTransferRequest: _data_transfer_request,
        DataTransferResponse: _data_transfer_response,
        DiagnosticsStatusNotificationRequest: _diagnostics_status_notification_request,
        DiagnosticsStatusNotificationResponse: _diagnostics_status_notification_response,
        FirmwareStatusNotificationRequest: _firmware_status_notification_request,
        FirmwareStatusNotificationResponse: _firmware_status_notification_response,
        GetConfigurationRequest: _get_configuration_request,
        GetConfigurationResponse: _get_configuration_response,
        GetDiagnosticsRequest: _get_diagnostics_request,
        GetDiagnosticsResponse: _get_diagnostics_response,
        GetLocalListVersionRequest: _get_local_list_version_request,
        GetLocalListVersionResponse: _get_local_list_version_response,
        HeartbeatRequest: _heartbeat_request,
        HeartbeatResponse: _heartbeat_response,
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
        SendLocalListRequest: _send_local_list_request,
        SendLocalListResponse: _send_local_list_response,
        StartTransactionRequest: _start_transaction_request,
        StartTransactionResponse: _start_transaction_response,
        StatusNotificationRequest: _status_notification_request,
        StatusNotificationResponse: _status_notification_response,
        StopTransactionRequest: _stop_transaction_request,
        StopTransactionResponse: _stop_transaction_response,
        UnlockConnectorRequest: _unlock_connector_request,
        UnlockConnectorResponse: _unlock_connector_response,
        UpdateFirmwareRequest: _update_firmware_request,
        UpdateFirmwareResponse: _update_firmware_response,
    }
)
"""By the class of OCPP 1.x."""

TYPES: Final[Mapping[type[Model], type[model.Model]]] = MappingProxyType(
    {
        IdTagInfo: v15.IdTagInfo,
        KeyValue: v15.KeyValue,
        SampledValue: v15.SampledValue,
        MeterValue: v15.MeterValue,
        AuthorizeRequest: v15.AuthorizeRequest,
        AuthorizeResponse: v15.AuthorizeResponse,
        BootNotificationRequest: v15.BootNotificationRequest,
        BootNotificationResponse: v15.BootNotificationResponse,
        CancelReservationRequest: v15.CancelReservationRequest,
        CancelReservationResponse: v15.CancelReservationResponse,
        ChangeAvailabilityRequest: v15.ChangeAvailabilityRequest,
        ChangeAvailabilityResponse: v15.ChangeAvailabilityResponse,
        ChangeConfigurationRequest: v15.ChangeConfigurationRequest,
        ChangeConfigurationResponse: v15.ChangeConfigurationResponse,
        ClearCacheRequest: v15.ClearCacheRequest,
        ClearCacheResponse: v15.ClearCacheResponse,
        DataTransferRequest: v15.DataTransferRequest,
        DataTransferResponse: v15.DataTransferResponse,
        DiagnosticsStatusNotificationRequest: v15.DiagnosticsStatusNotificationRequest,
        DiagnosticsStatusNotificationResponse: v15.DiagnosticsStatusNotificationResponse,
        FirmwareStatusNotificationRequest: v15.FirmwareStatusNotificationRequest,
        FirmwareStatusNotificationResponse: v15.FirmwareStatusNotificationResponse,
        GetConfigurationRequest: v15.GetConfigurationRequest,
        GetConfigurationResponse: v15.GetConfigurationResponse,
        GetDiagnosticsRequest: v15.GetDiagnosticsRequest,
        GetDiagnosticsResponse: v15.GetDiagnosticsResponse,
        GetLocalListVersionRequest: v15.GetLocalListVersionRequest,
        GetLocalListVersionResponse: v15.GetLocalListVersionResponse,
        HeartbeatRequest: v15.HeartbeatRequest,
        HeartbeatResponse: v15.HeartbeatResponse,
        MeterValuesRequest: v15.MeterValuesRequest,
        MeterValuesResponse: v15.MeterValuesResponse,
        RemoteStartTransactionRequest: v15.RemoteStartTransactionRequest,
        RemoteStartTransactionResponse: v15.RemoteStartTransactionResponse,
        RemoteStopTransactionRequest: v15.RemoteStopTransactionRequest,
        RemoteStopTransactionResponse: v15.RemoteStopTransactionResponse,
        ReserveNowRequest: v15.ReserveNowRequest,
        ReserveNowResponse: v15.ReserveNowResponse,
        ResetRequest: v15.ResetRequest,
        ResetResponse: v15.ResetResponse,
        SendLocalListRequest: v15.SendLocalListRequest,
        SendLocalListResponse: v15.SendLocalListResponse,
        StartTransactionRequest: v15.StartTransactionRequest,
        StartTransactionResponse: v15.StartTransactionResponse,
        StatusNotificationRequest: v15.StatusNotificationRequest,
        StatusNotificationResponse: v15.StatusNotificationResponse,
        StopTransactionRequest: v15.StopTransactionRequest,
        StopTransactionResponse: v15.StopTransactionResponse,
        UnlockConnectorRequest: v15.UnlockConnectorRequest,
        UnlockConnectorResponse: v15.UnlockConnectorResponse,
        UpdateFirmwareRequest: v15.UpdateFirmwareRequest,
        UpdateFirmwareResponse: v15.UpdateFirmwareResponse,
    }
)
"""The class of OCPP 1.5, by that of OCPP 1.x."""
