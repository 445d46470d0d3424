# Generated from schemas/v1x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""From OCPP 1.5 to OCPP 1.x: each message and datatype, field by field."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ocpp_messages import model, v15
from ocpp_messages.converting import (
    Alike,
    Each,
    Fields,
    Inner,
    One,
    Reader,
    filled,
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

__all__ = ["READERS"]

_AUTHORIZATION_STATUS = spelling(v15.AuthorizationStatus, AuthorizationStatus)
_AVAILABILITY_STATUS = spelling(v15.AvailabilityStatus, AvailabilityStatus)
_AVAILABILITY_TYPE = spelling(v15.AvailabilityType, AvailabilityType)
_CHARGE_POINT_ERROR_CODE = spelling(
    v15.ChargePointErrorCode,
    ChargePointErrorCode,
    {
        v15.ChargePointErrorCode.NO_ERROR: None,
        v15.ChargePointErrorCode.MODE3_ERROR: (
            ChargePointErrorCode.EV_COMMUNICATION_ERROR
        ),
    },
)
_CHARGE_POINT_STATUS_CODE = spelling(v15.ChargePointStatus, ChargePointStatusCode)
_CONFIGURATION_STATUS = spelling(v15.ConfigurationStatus, ConfigurationStatus)
_DATA_TRANSFER_STATUS = spelling(v15.DataTransferStatus, DataTransferStatus)
_DIAGNOSTICS_STATUS = spelling(v15.DiagnosticsStatus, DiagnosticsStatus)
_FIRMWARE_STATUS = spelling(v15.FirmwareStatus, FirmwareStatus)
_LOCATION = spelling(v15.Location, Location)
_MEASURAND = spelling(v15.Measurand, Measurand)
_READING_CONTEXT = spelling(v15.ReadingContext, ReadingContext)
_REGISTRATION_STATUS = spelling(v15.RegistrationStatus, RegistrationStatus)
_RESERVATION_STATUS = spelling(v15.ReservationStatus, ReservationStatus)
_RESET_TYPE = spelling(v15.ResetType, ResetType)
_UNIT_OF_MEASURE = spelling(
    v15.UnitOfMeasure,
    UnitOfMeasure,
    {
        v15.UnitOfMeasure.AMP: UnitOfMeasure.A,
        v15.UnitOfMeasure.VOLT: UnitOfMeasure.V,
    },
)
_UNLOCK_STATUS = spelling(
    v15.UnlockStatus,
    UnlockStatus,
    {
        v15.UnlockStatus.ACCEPTED: UnlockStatus.UNLOCKED,
        v15.UnlockStatus.REJECTED: UnlockStatus.UNLOCK_FAILED,
    },
)
_UPDATE_STATUS = spelling(v15.UpdateStatus, UpdateStatus)
_UPDATE_TYPE = spelling(v15.UpdateType, UpdateType)
_VALUE_FORMAT = spelling(v15.ValueFormat, ValueFormat)


@made(IdTagInfo)
def _id_tag_info(exact: Fields, inner: Inner) -> Fields:
    return {
        "expiry_date": exact["expiry_date"],
        "parent_id_tag": exact["parent_id_tag"],
        "status": _AUTHORIZATION_STATUS[exact["status"]],
    }


@grouped
def _authorization_data(exact: Fields, inner: Inner) -> AuthorizationData:
    return compounds.read_authorization_data(
        exact["id_tag"], inner.maybe("idTagInfo", _id_tag_info, exact["id_tag_info"])
    )


_key_value = Alike(KeyValue)


@made(SampledValue)
def _sampled_value(exact: Fields, inner: Inner) -> Fields:
    return filled(
        {
            "value": exact["value"],
            "context": _READING_CONTEXT[exact["context"]],
            "format": _VALUE_FORMAT[exact["format"]],
            "measurand": _MEASURAND[exact["measurand"]],
            "phase": None,
            "location": _LOCATION[exact["location"]],
            "unit": _UNIT_OF_MEASURE[exact["unit"]],
        },
        groupings.DEFAULTS_OF_SAMPLED_VALUE,
    )


@made(MeterValue)
def _meter_value(exact: Fields, inner: Inner) -> Fields:
    return {
        "timestamp": exact["timestamp"],
        "sampled_value": inner.each("values", _sampled_value, exact["values"]),
    }


_authorize_request = Alike(AuthorizeRequest)
_authorize_response = Alike(AuthorizeResponse, {"id_tag_info": One(_id_tag_info)})
_boot_notification_request = Alike(BootNotificationRequest)


@made(BootNotificationResponse)
def _boot_notification_response(exact: Fields, inner: Inner) -> Fields:
    return {
        "status": _REGISTRATION_STATUS[exact["status"]],
        "current_time": exact["current_time"],
        "interval": given(
            "heartbeatInterval", groupings.read_duration, exact["heartbeat_interval"]
        ),
    }


_cancel_reservation_request = Alike(CancelReservationRequest)


@made(CancelReservationResponse)
def _cancel_reservation_response(exact: Fields, inner: Inner) -> Fields:
    return {"accepted": known(exact["status"]) is v15.CancelReservationStatus.ACCEPTED}


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
    return {"accepted": known(exact["status"]) is v15.ClearCacheStatus.ACCEPTED}


_data_transfer_request = Alike(DataTransferRequest)
_data_transfer_response = Alike(DataTransferResponse, {"status": _DATA_TRANSFER_STATUS})
_diagnostics_status_notification_request = Alike(
    DiagnosticsStatusNotificationRequest, {"status": _DIAGNOSTICS_STATUS}
)
_diagnostics_status_notification_response = Alike(DiagnosticsStatusNotificationResponse)
_firmware_status_notification_request = Alike(
    FirmwareStatusNotificationRequest, {"status": _FIRMWARE_STATUS}
)
_firmware_status_notification_response = Alike(FirmwareStatusNotificationResponse)
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
_get_local_list_version_request = Alike(GetLocalListVersionRequest)


@made(GetLocalListVersionResponse)
def _get_local_list_version_response(exact: Fields, inner: Inner) -> Fields:
    return {
        "list_version": given(
            "listVersion", groupings.read_list_version, exact["list_version"]
        )
    }


_heartbeat_request = Alike(HeartbeatRequest)
_heartbeat_response = Alike(HeartbeatResponse)


@made(MeterValuesRequest)
def _meter_values_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "scope": given("connectorId", groupings.read_scope, exact["connector_id"]),
        "transaction_id": exact["transaction_id"],
        "meter_value": inner.each("values", _meter_value, exact["values"]),
    }


_meter_values_response = Alike(MeterValuesResponse)


@made(RemoteStartTransactionRequest)
def _remote_start_transaction_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "connector": maybe(
            "connectorId", groupings.read_connector, exact["connector_id"]
        ),
        "id_tag": exact["id_tag"],
        "charging_profile": None,
    }


@made(RemoteStartTransactionResponse)
def _remote_start_transaction_response(exact: Fields, inner: Inner) -> Fields:
    return {"accepted": known(exact["status"]) is v15.RemoteStartStopStatus.ACCEPTED}


_remote_stop_transaction_request = Alike(RemoteStopTransactionRequest)


@made(RemoteStopTransactionResponse)
def _remote_stop_transaction_response(exact: Fields, inner: Inner) -> Fields:
    return {"accepted": known(exact["status"]) is v15.RemoteStartStopStatus.ACCEPTED}


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
    return {"accepted": known(exact["status"]) is v15.ResetStatus.ACCEPTED}


@made(SendLocalListRequest)
def _send_local_list_request(exact: Fields, inner: Inner) -> Fields:
    return {
        "list_version": exact["list_version"],
        "local_authorization_list": inner.each(
            "localAuthorisationList",
            _authorization_data,
            exact["local_authorisation_list"],
        ),
        "update_type": _UPDATE_TYPE[exact["update_type"]],
        "hash": exact["hash"],
    }


_send_local_list_response = Alike(SendLocalListResponse, {"status": _UPDATE_STATUS})


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


@made(StartTransactionResponse)
def _start_transaction_response(exact: Fields, inner: Inner) -> Fields:
    return {
        "id_tag_info": inner.given("idTagInfo", _id_tag_info, exact["id_tag_info"]),
        "transaction_id": exact["transaction_id"],
    }


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
        "reason": Reason.LOCAL,
        "transaction_data": tuple(
            item
            for holder in exact["transaction_data"] or ()
            for item in inner.each("values", _meter_value, holder.values)
        ),
    }


_stop_transaction_response = Alike(
    StopTransactionResponse, {"id_tag_info": One(_id_tag_info, required=False)}
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
        v15.IdTagInfo: _id_tag_info,
        v15.AuthorisationData: _authorization_data,
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
        v15.DiagnosticsStatusNotificationRequest: (
            _diagnostics_status_notification_request
        ),
        v15.DiagnosticsStatusNotificationResponse: (
            _diagnostics_status_notification_response
        ),
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
