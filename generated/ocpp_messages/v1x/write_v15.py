# Generated from schemas/v1x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""From OCPP 1.x to OCPP 1.5: each message and datatype, field by field."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from ocpp_messages import model, v15
from ocpp_messages.converting import (
    AlikeWriter,
    Build,
    build,
    inner,
    inner_each,
    nowhere,
    spared,
    spelled,
    spelling,
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

_AUTHORIZATION_STATUS = spelling(AuthorizationStatus, v15.AuthorizationStatus)
_AVAILABILITY_STATUS = spelling(AvailabilityStatus, v15.AvailabilityStatus)
_AVAILABILITY_TYPE = spelling(AvailabilityType, v15.AvailabilityType)
_CHARGE_POINT_ERROR_CODE = spelling(
    ChargePointErrorCode,
    v15.ChargePointErrorCode,
    {
        None: v15.ChargePointErrorCode.NO_ERROR,
        ChargePointErrorCode.EV_COMMUNICATION_ERROR: (
            v15.ChargePointErrorCode.MODE3_ERROR
        ),
    },
)
_CHARGE_POINT_STATUS_CODE = spelling(ChargePointStatusCode, v15.ChargePointStatus)
_CONFIGURATION_STATUS = spelling(ConfigurationStatus, v15.ConfigurationStatus)
_DATA_TRANSFER_STATUS = spelling(DataTransferStatus, v15.DataTransferStatus)
_DIAGNOSTICS_STATUS = spelling(DiagnosticsStatus, v15.DiagnosticsStatus)
_FIRMWARE_STATUS = spelling(FirmwareStatus, v15.FirmwareStatus)
_LOCATION = spelling(Location, v15.Location)
_MEASURAND = spelling(Measurand, v15.Measurand)
_READING_CONTEXT = spelling(ReadingContext, v15.ReadingContext)
_REGISTRATION_STATUS = spelling(RegistrationStatus, v15.RegistrationStatus)
_RESERVATION_STATUS = spelling(ReservationStatus, v15.ReservationStatus)
_RESET_TYPE = spelling(ResetType, v15.ResetType)
_UNIT_OF_MEASURE = spelling(
    UnitOfMeasure,
    v15.UnitOfMeasure,
    {
        UnitOfMeasure.A: v15.UnitOfMeasure.AMP,
        UnitOfMeasure.V: v15.UnitOfMeasure.VOLT,
    },
)
_UNLOCK_STATUS = spelling(
    UnlockStatus,
    v15.UnlockStatus,
    {
        UnlockStatus.UNLOCKED: v15.UnlockStatus.ACCEPTED,
        UnlockStatus.UNLOCK_FAILED: v15.UnlockStatus.REJECTED,
    },
)
_UPDATE_STATUS = spelling(UpdateStatus, v15.UpdateStatus)
_UPDATE_TYPE = spelling(UpdateType, v15.UpdateType)
_VALUE_FORMAT = spelling(ValueFormat, v15.ValueFormat)


def _id_tag_info(message: IdTagInfo, build: Build = build) -> Any:
    return build(
        v15.IdTagInfo,
        {
            "status": _AUTHORIZATION_STATUS[message.status],
            "expiry_date": message.expiry_date,
            "parent_id_tag": message.parent_id_tag,
        },
    )


def _authorization_data(message: AuthorizationData, build: Build = build) -> Any:
    id_tag, id_tag_info = compounds.write_authorization_data(message)
    return build(
        v15.AuthorisationData,
        {
            "id_tag": id_tag,
            "id_tag_info": inner("id_tag_info", _id_tag_info, id_tag_info, build),
        },
    )


_key_value = AlikeWriter(v15.KeyValue)


def _sampled_value(message: SampledValue, build: Build = build) -> Any:
    fields = spared(message, groupings.DEFAULTS_OF_SAMPLED_VALUE)
    nowhere("phase", fields["phase"])
    return build(
        v15.SampledValue,
        {
            "value": fields["value"],
            "context": _READING_CONTEXT.get(fields["context"])
            or spelled("context", _READING_CONTEXT, fields["context"]),
            "format": _VALUE_FORMAT[fields["format"]],
            "measurand": _MEASURAND.get(fields["measurand"])
            or spelled("measurand", _MEASURAND, fields["measurand"]),
            "location": _LOCATION.get(fields["location"])
            or spelled("location", _LOCATION, fields["location"]),
            "unit": _UNIT_OF_MEASURE.get(fields["unit"])
            or spelled("unit", _UNIT_OF_MEASURE, fields["unit"]),
        },
    )


def _meter_value(message: MeterValue, build: Build = build) -> Any:
    return build(
        v15.MeterValue,
        {
            "timestamp": message.timestamp,
            "values": inner_each(
                "sampled_value", _sampled_value, message.sampled_value, build
            ),
        },
    )


_authorize_request = AlikeWriter(v15.AuthorizeRequest)


def _authorize_response(message: AuthorizeResponse, build: Build = build) -> Any:
    return build(
        v15.AuthorizeResponse,
        {"id_tag_info": inner("id_tag_info", _id_tag_info, message.id_tag_info, build)},
    )


_boot_notification_request = AlikeWriter(v15.BootNotificationRequest)


def _boot_notification_response(
    message: BootNotificationResponse, build: Build = build
) -> Any:
    return build(
        v15.BootNotificationResponse,
        {
            "status": _REGISTRATION_STATUS.get(message.status)
            or spelled("status", _REGISTRATION_STATUS, message.status),
            "current_time": message.current_time,
            "heartbeat_interval": groupings.write_duration(message.interval),
        },
    )


_cancel_reservation_request = AlikeWriter(v15.CancelReservationRequest)


def _cancel_reservation_response(
    message: CancelReservationResponse, build: Build = build
) -> Any:
    return build(
        v15.CancelReservationResponse,
        {
            "status": v15.CancelReservationStatus.ACCEPTED
            if message.accepted
            else v15.CancelReservationStatus.REJECTED
        },
    )


def _change_availability_request(
    message: ChangeAvailabilityRequest, build: Build = build
) -> Any:
    return build(
        v15.ChangeAvailabilityRequest,
        {
            "connector_id": groupings.write_scope(message.scope),
            "type": _AVAILABILITY_TYPE[message.type],
        },
    )


_change_availability_response = AlikeWriter(
    v15.ChangeAvailabilityResponse, {"status": _AVAILABILITY_STATUS}
)
_change_configuration_request = AlikeWriter(v15.ChangeConfigurationRequest)


def _change_configuration_response(
    message: ChangeConfigurationResponse, build: Build = build
) -> Any:
    return build(
        v15.ChangeConfigurationResponse,
        {
            "status": _CONFIGURATION_STATUS.get(message.status)
            or spelled("status", _CONFIGURATION_STATUS, message.status)
        },
    )


_clear_cache_request = AlikeWriter(v15.ClearCacheRequest)


def _clear_cache_response(message: ClearCacheResponse, build: Build = build) -> Any:
    return build(
        v15.ClearCacheResponse,
        {
            "status": v15.ClearCacheStatus.ACCEPTED
            if message.accepted
            else v15.ClearCacheStatus.REJECTED
        },
    )


_data_transfer_request = AlikeWriter(v15.DataTransferRequest)
_data_transfer_response = AlikeWriter(
    v15.DataTransferResponse, {"status": _DATA_TRANSFER_STATUS}
)


def _diagnostics_status_notification_request(
    message: DiagnosticsStatusNotificationRequest, build: Build = build
) -> Any:
    return build(
        v15.DiagnosticsStatusNotificationRequest,
        {
            "status": _DIAGNOSTICS_STATUS.get(message.status)
            or spelled("status", _DIAGNOSTICS_STATUS, message.status)
        },
    )


_diagnostics_status_notification_response = AlikeWriter(
    v15.DiagnosticsStatusNotificationResponse
)


def _firmware_status_notification_request(
    message: FirmwareStatusNotificationRequest, build: Build = build
) -> Any:
    return build(
        v15.FirmwareStatusNotificationRequest,
        {
            "status": _FIRMWARE_STATUS.get(message.status)
            or spelled("status", _FIRMWARE_STATUS, message.status)
        },
    )


_firmware_status_notification_response = AlikeWriter(
    v15.FirmwareStatusNotificationResponse
)


def _get_configuration_request(
    message: GetConfigurationRequest, build: Build = build
) -> Any:
    return build(v15.GetConfigurationRequest, {"key": message.key or None})


def _get_configuration_response(
    message: GetConfigurationResponse, build: Build = build
) -> Any:
    return build(
        v15.GetConfigurationResponse,
        {
            "configuration_key": inner_each(
                "configuration_key", _key_value, message.configuration_key, build
            )
            or None,
            "unknown_key": message.unknown_key or None,
        },
    )


def _get_diagnostics_request(
    message: GetDiagnosticsRequest, build: Build = build
) -> Any:
    retries, retry_interval = groupings.write_retries(message.retries)
    return build(
        v15.GetDiagnosticsRequest,
        {
            "location": message.location,
            "start_time": message.start_time,
            "stop_time": message.stop_time,
            "retries": retries,
            "retry_interval": retry_interval,
        },
    )


_get_diagnostics_response = AlikeWriter(v15.GetDiagnosticsResponse)
_get_local_list_version_request = AlikeWriter(v15.GetLocalListVersionRequest)


def _get_local_list_version_response(
    message: GetLocalListVersionResponse, build: Build = build
) -> Any:
    return build(
        v15.GetLocalListVersionResponse,
        {"list_version": groupings.write_list_version(message.list_version)},
    )


_heartbeat_request = AlikeWriter(v15.HeartbeatRequest)
_heartbeat_response = AlikeWriter(v15.HeartbeatResponse)


def _meter_values_request(message: MeterValuesRequest, build: Build = build) -> Any:
    return build(
        v15.MeterValuesRequest,
        {
            "connector_id": groupings.write_scope(message.scope),
            "transaction_id": message.transaction_id,
            "values": inner_each(
                "meter_value", _meter_value, message.meter_value, build
            )
            or None,
        },
    )


_meter_values_response = AlikeWriter(v15.MeterValuesResponse)


def _remote_start_transaction_request(
    message: RemoteStartTransactionRequest, build: Build = build
) -> Any:
    nowhere("charging_profile", message.charging_profile)
    return build(
        v15.RemoteStartTransactionRequest,
        {
            "id_tag": message.id_tag,
            "connector_id": None
            if message.connector is None
            else groupings.write_connector(message.connector),
        },
    )


def _remote_start_transaction_response(
    message: RemoteStartTransactionResponse, build: Build = build
) -> Any:
    return build(
        v15.RemoteStartTransactionResponse,
        {
            "status": v15.RemoteStartStopStatus.ACCEPTED
            if message.accepted
            else v15.RemoteStartStopStatus.REJECTED
        },
    )


_remote_stop_transaction_request = AlikeWriter(v15.RemoteStopTransactionRequest)


def _remote_stop_transaction_response(
    message: RemoteStopTransactionResponse, build: Build = build
) -> Any:
    return build(
        v15.RemoteStopTransactionResponse,
        {
            "status": v15.RemoteStartStopStatus.ACCEPTED
            if message.accepted
            else v15.RemoteStartStopStatus.REJECTED
        },
    )


def _reserve_now_request(message: ReserveNowRequest, build: Build = build) -> Any:
    return build(
        v15.ReserveNowRequest,
        {
            "connector_id": groupings.write_scope(message.scope),
            "expiry_date": message.expiry_date,
            "id_tag": message.id_tag,
            "parent_id_tag": message.parent_id_tag,
            "reservation_id": message.reservation_id,
        },
    )


_reserve_now_response = AlikeWriter(
    v15.ReserveNowResponse, {"status": _RESERVATION_STATUS}
)
_reset_request = AlikeWriter(v15.ResetRequest, {"type": _RESET_TYPE})


def _reset_response(message: ResetResponse, build: Build = build) -> Any:
    return build(
        v15.ResetResponse,
        {
            "status": v15.ResetStatus.ACCEPTED
            if message.accepted
            else v15.ResetStatus.REJECTED
        },
    )


def _send_local_list_request(
    message: SendLocalListRequest, build: Build = build
) -> Any:
    return build(
        v15.SendLocalListRequest,
        {
            "update_type": _UPDATE_TYPE[message.update_type],
            "list_version": message.list_version,
            "local_authorisation_list": inner_each(
                "local_authorization_list",
                _authorization_data,
                message.local_authorization_list,
                build,
            )
            or None,
            "hash": message.hash,
        },
    )


_send_local_list_response = AlikeWriter(
    v15.SendLocalListResponse, {"status": _UPDATE_STATUS}
)


def _start_transaction_request(
    message: StartTransactionRequest, build: Build = build
) -> Any:
    return build(
        v15.StartTransactionRequest,
        {
            "connector_id": groupings.write_connector(message.connector),
            "id_tag": message.id_tag,
            "timestamp": message.timestamp,
            "meter_start": message.meter_start,
            "reservation_id": message.reservation_id,
        },
    )


def _start_transaction_response(
    message: StartTransactionResponse, build: Build = build
) -> Any:
    return build(
        v15.StartTransactionResponse,
        {
            "transaction_id": message.transaction_id,
            "id_tag_info": inner(
                "id_tag_info", _id_tag_info, message.id_tag_info, build
            ),
        },
    )


def _status_notification_request(
    message: StatusNotificationRequest, build: Build = build
) -> Any:
    status, error_code, info, vendor_error_code = groupings.write_status(message.status)
    return build(
        v15.StatusNotificationRequest,
        {
            "connector_id": groupings.write_scope(message.scope),
            "status": _CHARGE_POINT_STATUS_CODE.get(status)
            or spelled("status", _CHARGE_POINT_STATUS_CODE, status),
            "error_code": _CHARGE_POINT_ERROR_CODE.get(error_code)
            or spelled("status", _CHARGE_POINT_ERROR_CODE, error_code),
            "info": info,
            "timestamp": message.timestamp,
            "vendor_id": message.vendor_id,
            "vendor_error_code": vendor_error_code,
        },
    )


_status_notification_response = AlikeWriter(v15.StatusNotificationResponse)


def _stop_transaction_request(
    message: StopTransactionRequest, build: Build = build
) -> Any:
    nowhere("reason", message.reason, Reason.LOCAL)
    return build(
        v15.StopTransactionRequest,
        {
            "transaction_id": message.transaction_id,
            "id_tag": message.id_tag,
            "timestamp": message.timestamp,
            "meter_stop": message.meter_stop,
            "transaction_data": (
                build(
                    v15.TransactionData,
                    {
                        "values": inner_each(
                            "transaction_data",
                            _meter_value,
                            message.transaction_data,
                            build,
                        )
                    },
                ),
            )
            if message.transaction_data
            else None,
        },
    )


def _stop_transaction_response(
    message: StopTransactionResponse, build: Build = build
) -> Any:
    return build(
        v15.StopTransactionResponse,
        {"id_tag_info": inner("id_tag_info", _id_tag_info, message.id_tag_info, build)},
    )


def _unlock_connector_request(
    message: UnlockConnectorRequest, build: Build = build
) -> Any:
    return build(
        v15.UnlockConnectorRequest,
        {"connector_id": groupings.write_connector(message.connector)},
    )


def _unlock_connector_response(
    message: UnlockConnectorResponse, build: Build = build
) -> Any:
    return build(
        v15.UnlockConnectorResponse,
        {
            "status": _UNLOCK_STATUS.get(message.status)
            or spelled("status", _UNLOCK_STATUS, message.status)
        },
    )


def _update_firmware_request(
    message: UpdateFirmwareRequest, build: Build = build
) -> Any:
    retries, retry_interval = groupings.write_retries(message.retries)
    return build(
        v15.UpdateFirmwareRequest,
        {
            "retrieve_date": message.retrieve_date,
            "location": message.location,
            "retries": retries,
            "retry_interval": retry_interval,
        },
    )


_update_firmware_response = AlikeWriter(v15.UpdateFirmwareResponse)
WRITERS: Final[Mapping[type[Model], Callable[..., Any]]] = MappingProxyType(
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
        DiagnosticsStatusNotificationResponse: (
            _diagnostics_status_notification_response
        ),
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
        DiagnosticsStatusNotificationResponse: (
            v15.DiagnosticsStatusNotificationResponse
        ),
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
