# Generated from schemas/v1x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""From OCPP 1.5 to OCPP 1.x: each message and datatype, field by field."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from ocpp_messages import model, v15
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

__all__ = ["READERS"]


def _authorization_status(value: v15.AuthorizationStatus) -> AuthorizationStatus:
    return AuthorizationStatus(value.value)


def _availability_status(value: v15.AvailabilityStatus) -> AvailabilityStatus:
    return AvailabilityStatus(value.value)


def _availability_type(value: v15.AvailabilityType) -> AvailabilityType:
    return AvailabilityType(value.value)


_CHARGE_POINT_ERROR_CODE: Final[
    Mapping[v15.ChargePointErrorCode, ChargePointErrorCode | None]
] = MappingProxyType(
    {
        v15.ChargePointErrorCode.CONNECTOR_LOCK_FAILURE: ChargePointErrorCode.CONNECTOR_LOCK_FAILURE,
        v15.ChargePointErrorCode.GROUND_FAILURE: ChargePointErrorCode.GROUND_FAILURE,
        v15.ChargePointErrorCode.HIGH_TEMPERATURE: ChargePointErrorCode.HIGH_TEMPERATURE,
        v15.ChargePointErrorCode.OTHER_ERROR: ChargePointErrorCode.OTHER_ERROR,
        v15.ChargePointErrorCode.OVER_CURRENT_FAILURE: ChargePointErrorCode.OVER_CURRENT_FAILURE,
        v15.ChargePointErrorCode.POWER_METER_FAILURE: ChargePointErrorCode.POWER_METER_FAILURE,
        v15.ChargePointErrorCode.POWER_SWITCH_FAILURE: ChargePointErrorCode.POWER_SWITCH_FAILURE,
        v15.ChargePointErrorCode.READER_FAILURE: ChargePointErrorCode.READER_FAILURE,
        v15.ChargePointErrorCode.RESET_FAILURE: ChargePointErrorCode.RESET_FAILURE,
        v15.ChargePointErrorCode.UNDER_VOLTAGE: ChargePointErrorCode.UNDER_VOLTAGE,
        v15.ChargePointErrorCode.WEAK_SIGNAL: ChargePointErrorCode.WEAK_SIGNAL,
        v15.ChargePointErrorCode.NO_ERROR: None,
        v15.ChargePointErrorCode.MODE3_ERROR: ChargePointErrorCode.EV_COMMUNICATION_ERROR,
    }
)


def _charge_point_error_code(
    value: v15.ChargePointErrorCode,
) -> ChargePointErrorCode | None:
    return spelled(_CHARGE_POINT_ERROR_CODE, value)


def _charge_point_status_code(value: v15.ChargePointStatus) -> ChargePointStatusCode:
    return ChargePointStatusCode(value.value)


def _configuration_status(value: v15.ConfigurationStatus) -> ConfigurationStatus:
    return ConfigurationStatus(value.value)


def _data_transfer_status(value: v15.DataTransferStatus) -> DataTransferStatus:
    return DataTransferStatus(value.value)


def _diagnostics_status(value: v15.DiagnosticsStatus) -> DiagnosticsStatus:
    return DiagnosticsStatus(value.value)


def _firmware_status(value: v15.FirmwareStatus) -> FirmwareStatus:
    return FirmwareStatus(value.value)


def _location(value: v15.Location) -> Location:
    return Location(value.value)


def _measurand(value: v15.Measurand) -> Measurand:
    return Measurand(value.value)


def _reading_context(value: v15.ReadingContext) -> ReadingContext:
    return ReadingContext(value.value)


def _registration_status(value: v15.RegistrationStatus) -> RegistrationStatus:
    return RegistrationStatus(value.value)


def _reservation_status(value: v15.ReservationStatus) -> ReservationStatus:
    return ReservationStatus(value.value)


def _reset_type(value: v15.ResetType) -> ResetType:
    return ResetType(value.value)


_UNIT_OF_MEASURE: Final[Mapping[v15.UnitOfMeasure, UnitOfMeasure]] = MappingProxyType(
    {
        v15.UnitOfMeasure.WH: UnitOfMeasure.WH,
        v15.UnitOfMeasure.KWH: UnitOfMeasure.KWH,
        v15.UnitOfMeasure.VARH: UnitOfMeasure.VARH,
        v15.UnitOfMeasure.KVARH: UnitOfMeasure.KVARH,
        v15.UnitOfMeasure.W: UnitOfMeasure.W,
        v15.UnitOfMeasure.KW: UnitOfMeasure.KW,
        v15.UnitOfMeasure.VAR: UnitOfMeasure.VAR,
        v15.UnitOfMeasure.KVAR: UnitOfMeasure.KVAR,
        v15.UnitOfMeasure.AMP: UnitOfMeasure.A,
        v15.UnitOfMeasure.VOLT: UnitOfMeasure.V,
        v15.UnitOfMeasure.CELSIUS: UnitOfMeasure.CELSIUS,
    }
)


def _unit_of_measure(value: v15.UnitOfMeasure) -> UnitOfMeasure:
    return spelled(_UNIT_OF_MEASURE, value)


_UNLOCK_STATUS: Final[Mapping[v15.UnlockStatus, UnlockStatus]] = MappingProxyType(
    {
        v15.UnlockStatus.ACCEPTED: UnlockStatus.UNLOCKED,
        v15.UnlockStatus.REJECTED: UnlockStatus.UNLOCK_FAILED,
    }
)


def _unlock_status(value: v15.UnlockStatus) -> UnlockStatus:
    return spelled(_UNLOCK_STATUS, value)


def _update_status(value: v15.UpdateStatus) -> UpdateStatus:
    return UpdateStatus(value.value)


def _update_type(value: v15.UpdateType) -> UpdateType:
    return UpdateType(value.value)


def _value_format(value: v15.ValueFormat) -> ValueFormat:
    return ValueFormat(value.value)


def _id_tag_info(exact: v15.IdTagInfo) -> IdTagInfo:
    return make(
        IdTagInfo,
        status=named(_authorization_status, exact.status),
        expiry_date=exact.expiry_date,
        parent_id_tag=exact.parent_id_tag,
    )


def _authorization_data(exact: v15.AuthorisationData) -> AuthorizationData:
    return compounds.read_authorization_data(
        exact.id_tag,
        maybe("idTagInfo", _id_tag_info, exact.id_tag_info),
    )


def _key_value(exact: v15.KeyValue) -> KeyValue:
    return make(
        KeyValue,
        key=exact.key,
        readonly=exact.readonly,
        value=exact.value,
    )


def _sampled_value(exact: v15.SampledValue) -> SampledValue:
    return groupings.read_sampled_value(
        exact.value,
        maybe_named(_reading_context, exact.context),
        maybe_named(_value_format, exact.format),
        maybe_named(_measurand, exact.measurand),
        None,
        maybe_named(_location, exact.location),
        maybe_named(_unit_of_measure, exact.unit),
    )


def _meter_value(exact: v15.MeterValue) -> MeterValue:
    return make(
        MeterValue,
        timestamp=exact.timestamp,
        sampled_value=each("values", _sampled_value, exact.values),
    )


def _authorize_request(exact: v15.AuthorizeRequest) -> AuthorizeRequest:
    return make(
        AuthorizeRequest,
        id_tag=exact.id_tag,
    )


def _authorize_response(exact: v15.AuthorizeResponse) -> AuthorizeResponse:
    return make(
        AuthorizeResponse,
        id_tag_info=given("idTagInfo", _id_tag_info, exact.id_tag_info),
    )


def _boot_notification_request(
    exact: v15.BootNotificationRequest,
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
    exact: v15.BootNotificationResponse,
) -> BootNotificationResponse:
    return make(
        BootNotificationResponse,
        status=named(_registration_status, exact.status),
        current_time=exact.current_time,
        interval=given(
            "heartbeatInterval", groupings.read_duration, exact.heartbeat_interval
        ),
    )


def _cancel_reservation_request(
    exact: v15.CancelReservationRequest,
) -> CancelReservationRequest:
    return make(
        CancelReservationRequest,
        reservation_id=exact.reservation_id,
    )


def _cancel_reservation_response(
    exact: v15.CancelReservationResponse,
) -> CancelReservationResponse:
    return make(
        CancelReservationResponse,
        accepted=known(exact.status) is v15.CancelReservationStatus.ACCEPTED,
    )


def _change_availability_request(
    exact: v15.ChangeAvailabilityRequest,
) -> ChangeAvailabilityRequest:
    return make(
        ChangeAvailabilityRequest,
        scope=given("connectorId", groupings.read_scope, exact.connector_id),
        type=named(_availability_type, exact.type),
    )


def _change_availability_response(
    exact: v15.ChangeAvailabilityResponse,
) -> ChangeAvailabilityResponse:
    return make(
        ChangeAvailabilityResponse,
        status=named(_availability_status, exact.status),
    )


def _change_configuration_request(
    exact: v15.ChangeConfigurationRequest,
) -> ChangeConfigurationRequest:
    return make(
        ChangeConfigurationRequest,
        key=exact.key,
        value=exact.value,
    )


def _change_configuration_response(
    exact: v15.ChangeConfigurationResponse,
) -> ChangeConfigurationResponse:
    return make(
        ChangeConfigurationResponse,
        status=named(_configuration_status, exact.status),
    )


def _clear_cache_request(exact: v15.ClearCacheRequest) -> ClearCacheRequest:
    return ClearCacheRequest()


def _clear_cache_response(exact: v15.ClearCacheResponse) -> ClearCacheResponse:
    return make(
        ClearCacheResponse,
        accepted=known(exact.status) is v15.ClearCacheStatus.ACCEPTED,
    )


def _data_transfer_request(exact: v15.DataTransferRequest) -> DataTransferRequest:
    return make(
        DataTransferRequest,
        vendor_id=exact.vendor_id,
        message_id=exact.message_id,
        data=exact.data,
    )


def _data_transfer_response(exact: v15.DataTransferResponse) -> DataTransferResponse:
    return make(
        DataTransferResponse,
        status=named(_data_transfer_status, exact.status),
        data=exact.data,
    )


def _diagnostics_status_notification_request(
    exact: v15.DiagnosticsStatusNotificationRequest,
) -> DiagnosticsStatusNotificationRequest:
    return make(
        DiagnosticsStatusNotificationRequest,
        status=named(_diagnostics_status, exact.status),
    )


def _diagnostics_status_notification_response(
    exact: v15.DiagnosticsStatusNotificationResponse,
) -> DiagnosticsStatusNotificationResponse:
    return DiagnosticsStatusNotificationResponse()


def _firmware_status_notification_request(
    exact: v15.FirmwareStatusNotificationRequest,
) -> FirmwareStatusNotificationRequest:
    return make(
        FirmwareStatusNotificationRequest,
        status=named(_firmware_status, exact.status),
    )


def _firmware_status_notification_response(
    exact: v15.FirmwareStatusNotificationResponse,
) -> FirmwareStatusNotificationResponse:
    return FirmwareStatusNotificationResponse()


def _get_configuration_request(
    exact: v15.GetConfigurationRequest,
) -> GetConfigurationRequest:
    return make(
        GetConfigurationRequest,
        key=exact.key or (),
    )


def _get_configuration_response(
    exact: v15.GetConfigurationResponse,
) -> GetConfigurationResponse:
    return make(
        GetConfigurationResponse,
        configuration_key=each("configurationKey", _key_value, exact.configuration_key),
        unknown_key=exact.unknown_key or (),
    )


def _get_diagnostics_request(exact: v15.GetDiagnosticsRequest) -> GetDiagnosticsRequest:
    return make(
        GetDiagnosticsRequest,
        location=exact.location,
        start_time=exact.start_time,
        stop_time=exact.stop_time,
        retries=groupings.read_retries(exact.retries, exact.retry_interval),
    )


def _get_diagnostics_response(
    exact: v15.GetDiagnosticsResponse,
) -> GetDiagnosticsResponse:
    return make(
        GetDiagnosticsResponse,
        file_name=exact.file_name,
    )


def _get_local_list_version_request(
    exact: v15.GetLocalListVersionRequest,
) -> GetLocalListVersionRequest:
    return GetLocalListVersionRequest()


def _get_local_list_version_response(
    exact: v15.GetLocalListVersionResponse,
) -> GetLocalListVersionResponse:
    return make(
        GetLocalListVersionResponse,
        list_version=given(
            "listVersion", groupings.read_list_version, exact.list_version
        ),
    )


def _heartbeat_request(exact: v15.HeartbeatRequest) -> HeartbeatRequest:
    return HeartbeatRequest()


def _heartbeat_response(exact: v15.HeartbeatResponse) -> HeartbeatResponse:
    return make(
        HeartbeatResponse,
        current_time=exact.current_time,
    )


def _meter_values_request(exact: v15.MeterValuesRequest) -> MeterValuesRequest:
    return make(
        MeterValuesRequest,
        scope=given("connectorId", groupings.read_scope, exact.connector_id),
        transaction_id=exact.transaction_id,
        meter_value=each("values", _meter_value, exact.values),
    )


def _meter_values_response(exact: v15.MeterValuesResponse) -> MeterValuesResponse:
    return MeterValuesResponse()


def _remote_start_transaction_request(
    exact: v15.RemoteStartTransactionRequest,
) -> RemoteStartTransactionRequest:
    return make(
        RemoteStartTransactionRequest,
        id_tag=exact.id_tag,
        connector=maybe("connectorId", groupings.read_connector, exact.connector_id),
    )


def _remote_start_transaction_response(
    exact: v15.RemoteStartTransactionResponse,
) -> RemoteStartTransactionResponse:
    return make(
        RemoteStartTransactionResponse,
        accepted=known(exact.status) is v15.RemoteStartStopStatus.ACCEPTED,
    )


def _remote_stop_transaction_request(
    exact: v15.RemoteStopTransactionRequest,
) -> RemoteStopTransactionRequest:
    return make(
        RemoteStopTransactionRequest,
        transaction_id=exact.transaction_id,
    )


def _remote_stop_transaction_response(
    exact: v15.RemoteStopTransactionResponse,
) -> RemoteStopTransactionResponse:
    return make(
        RemoteStopTransactionResponse,
        accepted=known(exact.status) is v15.RemoteStartStopStatus.ACCEPTED,
    )


def _reserve_now_request(exact: v15.ReserveNowRequest) -> ReserveNowRequest:
    return make(
        ReserveNowRequest,
        scope=given("connectorId", groupings.read_scope, exact.connector_id),
        expiry_date=exact.expiry_date,
        id_tag=exact.id_tag,
        parent_id_tag=exact.parent_id_tag,
        reservation_id=exact.reservation_id,
    )


def _reserve_now_response(exact: v15.ReserveNowResponse) -> ReserveNowResponse:
    return make(
        ReserveNowResponse,
        status=named(_reservation_status, exact.status),
    )


def _reset_request(exact: v15.ResetRequest) -> ResetRequest:
    return make(
        ResetRequest,
        type=named(_reset_type, exact.type),
    )


def _reset_response(exact: v15.ResetResponse) -> ResetResponse:
    return make(
        ResetResponse,
        accepted=known(exact.status) is v15.ResetStatus.ACCEPTED,
    )


def _send_local_list_request(exact: v15.SendLocalListRequest) -> SendLocalListRequest:
    return make(
        SendLocalListRequest,
        update_type=named(_update_type, exact.update_type),
        list_version=exact.list_version,
        local_authorization_list=each(
            "localAuthorisationList",
            _authorization_data,
            exact.local_authorisation_list,
        ),
        hash=exact.hash,
    )


def _send_local_list_response(
    exact: v15.SendLocalListResponse,
) -> SendLocalListResponse:
    return make(
        SendLocalListResponse,
        status=named(_update_status, exact.status),
        hash=exact.hash,
    )


def _start_transaction_request(
    exact: v15.StartTransactionRequest,
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
    exact: v15.StartTransactionResponse,
) -> StartTransactionResponse:
    return make(
        StartTransactionResponse,
        transaction_id=exact.transaction_id,
        id_tag_info=given("idTagInfo", _id_tag_info, exact.id_tag_info),
    )


def _status_notification_request(
    exact: v15.StatusNotificationRequest,
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
    exact: v15.StatusNotificationResponse,
) -> StatusNotificationResponse:
    return StatusNotificationResponse()


def _stop_transaction_request(
    exact: v15.StopTransactionRequest,
) -> StopTransactionRequest:
    return make(
        StopTransactionRequest,
        transaction_id=exact.transaction_id,
        id_tag=exact.id_tag,
        timestamp=exact.timestamp,
        meter_stop=exact.meter_stop,
        transaction_data=tuple(
            _meter_value(item)
            for holder in exact.transaction_data or ()
            for item in holder.values or ()
        ),
    )


def _stop_transaction_response(
    exact: v15.StopTransactionResponse,
) -> StopTransactionResponse:
    return make(
        StopTransactionResponse,
        id_tag_info=maybe("idTagInfo", _id_tag_info, exact.id_tag_info),
    )


def _unlock_connector_request(
    exact: v15.UnlockConnectorRequest,
) -> UnlockConnectorRequest:
    return make(
        UnlockConnectorRequest,
        connector=given("connectorId", groupings.read_connector, exact.connector_id),
    )


def _unlock_connector_response(
    exact: v15.UnlockConnectorResponse,
) -> UnlockConnectorResponse:
    return make(
        UnlockConnectorResponse,
        status=named(_unlock_status, exact.status),
    )


def _update_firmware_request(exact: v15.UpdateFirmwareRequest) -> UpdateFirmwareRequest:
    return make(
        UpdateFirmwareRequest,
        retrieve_date=exact.retrieve_date,
        location=exact.location,
        retries=groupings.read_retries(exact.retries, exact.retry_interval),
    )


def _update_firmware_response(
    exact: v15.UpdateFirmwareResponse,
) -> UpdateFirmwareResponse:
    return UpdateFirmwareResponse()


READERS: Final[Mapping[type[model.Model], Callable[[Any], Model]]] = MappingProxyType(
    {
        v15.IdTagInfo: _id_tag_info,
        v15.KeyValue: _key_value,
        v15.SampledValue: _sampled_value,
        v15.MeterValue: _meter_value,
        v15.AuthorizeRequest: _authorize_request,
        v15.AuthorizeResponse: _authorize_response,
        v15.BootNotificationRequest: _boot_notification_request,
        v15.BootNotificationResponse: _boot_notification_response,
        v15.CancelReservationRequest: _cancel_reservation_request,
        v15.CancelReservationResponse: _cancel_reservation_response,
        v15.ChangeAvailabilityRequest: _change_availability_request,
        v15.ChangeAvailabilityResponse: _change_availability_response,
        v15.ChangeConfigurationRequest: _change_configuration_request,
        v15.ChangeConfigurationResponse: _change_configuration_response,
        v15.ClearCacheRequest: _clear_cache_request,
        v15.ClearCacheResponse: _clear_cache_response,
        v15.DataTransferRequest: _data_transfer_request,
        v15.DataTransferResponse: _data_transfer_response,
        v15.DiagnosticsStatusNotificationRequest: _diagnostics_status_notification_request,
        v15.DiagnosticsStatusNotificationResponse: _diagnostics_status_notification_response,
        v15.FirmwareStatusNotificationRequest: _firmware_status_notification_request,
        v15.FirmwareStatusNotificationResponse: _firmware_status_notification_response,
        v15.GetConfigurationRequest: _get_configuration_request,
        v15.GetConfigurationResponse: _get_configuration_response,
        v15.GetDiagnosticsRequest: _get_diagnostics_request,
        v15.GetDiagnosticsResponse: _get_diagnostics_response,
        v15.GetLocalListVersionRequest: _get_local_list_version_request,
        v15.GetLocalListVersionResponse: _get_local_list_version_response,
        v15.HeartbeatRequest: _heartbeat_request,
        v15.HeartbeatResponse: _heartbeat_response,
        v15.MeterValuesRequest: _meter_values_request,
        v15.MeterValuesResponse: _meter_values_response,
        v15.RemoteStartTransactionRequest: _remote_start_transaction_request,
        v15.RemoteStartTransactionResponse: _remote_start_transaction_response,
        v15.RemoteStopTransactionRequest: _remote_stop_transaction_request,
        v15.RemoteStopTransactionResponse: _remote_stop_transaction_response,
        v15.ReserveNowRequest: _reserve_now_request,
        v15.ReserveNowResponse: _reserve_now_response,
        v15.ResetRequest: _reset_request,
        v15.ResetResponse: _reset_response,
        v15.SendLocalListRequest: _send_local_list_request,
        v15.SendLocalListResponse: _send_local_list_response,
        v15.StartTransactionRequest: _start_transaction_request,
        v15.StartTransactionResponse: _start_transaction_response,
        v15.StatusNotificationRequest: _status_notification_request,
        v15.StatusNotificationResponse: _status_notification_response,
        v15.StopTransactionRequest: _stop_transaction_request,
        v15.StopTransactionResponse: _stop_transaction_response,
        v15.UnlockConnectorRequest: _unlock_connector_request,
        v15.UnlockConnectorResponse: _unlock_connector_response,
        v15.UpdateFirmwareRequest: _update_firmware_request,
        v15.UpdateFirmwareResponse: _update_firmware_response,
    }
)
"""By the class of OCPP 1.5."""
