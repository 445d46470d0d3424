# Generated from the schemas of OCPP 1.5 by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The messages of OCPP 1.5."""

__all__ = [
    "AuthorizeRequest",
    "AuthorizeResponse",
    "BootNotificationRequest",
    "BootNotificationResponse",
    "CancelReservationRequest",
    "CancelReservationResponse",
    "ChangeAvailabilityRequest",
    "ChangeAvailabilityResponse",
    "ChangeConfigurationRequest",
    "ChangeConfigurationResponse",
    "ClearCacheRequest",
    "ClearCacheResponse",
    "DataTransferRequest",
    "DataTransferResponse",
    "DiagnosticsStatusNotificationRequest",
    "DiagnosticsStatusNotificationResponse",
    "FirmwareStatusNotificationRequest",
    "FirmwareStatusNotificationResponse",
    "GetConfigurationRequest",
    "GetConfigurationResponse",
    "GetDiagnosticsRequest",
    "GetDiagnosticsResponse",
    "GetLocalListVersionRequest",
    "GetLocalListVersionResponse",
    "HeartbeatRequest",
    "HeartbeatResponse",
    "MeterValuesRequest",
    "MeterValuesResponse",
    "RemoteStartTransactionRequest",
    "RemoteStartTransactionResponse",
    "RemoteStopTransactionRequest",
    "RemoteStopTransactionResponse",
    "ReserveNowRequest",
    "ReserveNowResponse",
    "ResetRequest",
    "ResetResponse",
    "SendLocalListRequest",
    "SendLocalListResponse",
    "StartTransactionRequest",
    "StartTransactionResponse",
    "StatusNotificationRequest",
    "StatusNotificationResponse",
    "StopTransactionRequest",
    "StopTransactionResponse",
    "UnlockConnectorRequest",
    "UnlockConnectorResponse",
    "UpdateFirmwareRequest",
    "UpdateFirmwareResponse",
]


from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from ocpp_messages.model import (
    Array,
    BackOfficeRequest,
    DateTime,
    EitherRequest,
    Omittable,
    StationRequest,
    Uri,
)
from ocpp_messages.v15.base import Model
from ocpp_messages.v15.datatypes import (
    AuthorisationData,
    IdTagInfo,
    KeyValue,
    MeterValue,
    TransactionData,
)
from ocpp_messages.v15.enumerations import (
    AvailabilityStatus,
    AvailabilityType,
    CancelReservationStatus,
    ChargePointErrorCode,
    ChargePointStatus,
    ClearCacheStatus,
    ConfigurationStatus,
    DataTransferStatus,
    DiagnosticsStatus,
    FirmwareStatus,
    RegistrationStatus,
    RemoteStartStopStatus,
    ReservationStatus,
    ResetStatus,
    ResetType,
    UnlockStatus,
    UpdateStatus,
    UpdateType,
)


class AuthorizeRequest(Model, StationRequest["AuthorizeResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.5 CentralSystemService WSDL).

    Attributes:
        id_tag: `idTag`: text of at most 20 characters.
    """

    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]


class AuthorizeResponse(Model):
    """Answers AuthorizeRequest (OCPP 1.5 CentralSystemService WSDL).

    Attributes:
        id_tag_info: `idTagInfo`: IdTagInfo.
    """

    id_tag_info: Annotated[IdTagInfo, Field(alias="idTagInfo")]


class BootNotificationRequest(Model, StationRequest["BootNotificationResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.5 CentralSystemService WSDL).

    Attributes:
        charge_point_vendor: `chargePointVendor`: text of at most 20 characters.
        charge_point_model: `chargePointModel`: text of at most 20 characters.
        charge_point_serial_number: `chargePointSerialNumber`: text of at most 25
            characters; optional.
        charge_box_serial_number: `chargeBoxSerialNumber`: text of at most 25
            characters; optional.
        firmware_version: `firmwareVersion`: text of at most 50 characters; optional.
        iccid: `iccid`: text of at most 20 characters; optional.
        imsi: `imsi`: text of at most 20 characters; optional.
        meter_type: `meterType`: text of at most 25 characters; optional.
        meter_serial_number: `meterSerialNumber`: text of at most 25 characters;
            optional.
    """

    charge_point_vendor: Annotated[str, Field(alias="chargePointVendor", max_length=20)]
    charge_point_model: Annotated[str, Field(alias="chargePointModel", max_length=20)]
    charge_point_serial_number: Annotated[
        str | None, Field(alias="chargePointSerialNumber", max_length=25), Omittable
    ] = None
    charge_box_serial_number: Annotated[
        str | None, Field(alias="chargeBoxSerialNumber", max_length=25), Omittable
    ] = None
    firmware_version: Annotated[
        str | None, Field(alias="firmwareVersion", max_length=50), Omittable
    ] = None
    iccid: Annotated[str | None, Field(max_length=20), Omittable] = None
    imsi: Annotated[str | None, Field(max_length=20), Omittable] = None
    meter_type: Annotated[
        str | None, Field(alias="meterType", max_length=25), Omittable
    ] = None
    meter_serial_number: Annotated[
        str | None, Field(alias="meterSerialNumber", max_length=25), Omittable
    ] = None


class BootNotificationResponse(Model):
    """Answers BootNotificationRequest (OCPP 1.5 CentralSystemService WSDL).

    Attributes:
        status: `status`: RegistrationStatus.
        current_time: `currentTime`: date-time in UTC.
        heartbeat_interval: `heartbeatInterval`: integer, in s (OCPP 1.6 6.4, 6.25,
            6.55).
    """

    status: RegistrationStatus
    current_time: Annotated[DateTime, Field(alias="currentTime")]
    heartbeat_interval: Annotated[int, Field(alias="heartbeatInterval")]


class CancelReservationRequest(Model, BackOfficeRequest["CancelReservationResponse"]):
    """Sent by the CentralSystem (Reservation; OCPP 1.5 ChargePointService WSDL).

    Attributes:
        reservation_id: `reservationId`: integer.
    """

    reservation_id: Annotated[int, Field(alias="reservationId")]


class CancelReservationResponse(Model):
    """Answers CancelReservationRequest (OCPP 1.5 ChargePointService WSDL).

    Attributes:
        status: `status`: CancelReservationStatus.
    """

    status: CancelReservationStatus


class ChangeAvailabilityRequest(Model, BackOfficeRequest["ChangeAvailabilityResponse"]):
    """Sent by the CentralSystem (Core; OCPP 1.5 ChargePointService WSDL).

    Attributes:
        connector_id: `connectorId`: integer.
        type: `type`: AvailabilityType.
    """

    connector_id: Annotated[int, Field(alias="connectorId")]
    type: AvailabilityType


class ChangeAvailabilityResponse(Model):
    """Answers ChangeAvailabilityRequest (OCPP 1.5 ChargePointService WSDL).

    Attributes:
        status: `status`: AvailabilityStatus.
    """

    status: AvailabilityStatus


class ChangeConfigurationRequest(
    Model, BackOfficeRequest["ChangeConfigurationResponse"]
):
    """Sent by the CentralSystem (Core; OCPP 1.5 ChargePointService WSDL).

    Attributes:
        key: `key`: text.
        value: `value`: text.
    """

    key: str
    value: str


class ChangeConfigurationResponse(Model):
    """Answers ChangeConfigurationRequest (OCPP 1.5 ChargePointService WSDL).

    Attributes:
        status: `status`: ConfigurationStatus.
    """

    status: ConfigurationStatus


class ClearCacheRequest(Model, BackOfficeRequest["ClearCacheResponse"]):
    """Sent by the CentralSystem (Core; OCPP 1.5 ChargePointService WSDL)."""


class ClearCacheResponse(Model):
    """Answers ClearCacheRequest (OCPP 1.5 ChargePointService WSDL).

    Attributes:
        status: `status`: ClearCacheStatus.
    """

    status: ClearCacheStatus


class DataTransferRequest(Model, EitherRequest["DataTransferResponse"]):
    """Sent by the ChargePoint or CentralSystem (Core).

    Defined in OCPP 1.5 CentralSystemService and ChargePointService WSDL.

    Attributes:
        vendor_id: `vendorId`: text.
        message_id: `messageId`: text; optional.
        data: `data`: text; optional.
    """

    vendor_id: Annotated[str, Field(alias="vendorId")]
    message_id: Annotated[str | None, Field(alias="messageId"), Omittable] = None
    data: Annotated[str | None, Omittable] = None


class DataTransferResponse(Model):
    """Answers DataTransferRequest.

    Defined in OCPP 1.5 CentralSystemService and ChargePointService WSDL.

    Attributes:
        status: `status`: DataTransferStatus.
        data: `data`: text; optional.
    """

    status: DataTransferStatus
    data: Annotated[str | None, Omittable] = None


class DiagnosticsStatusNotificationRequest(
    Model, StationRequest["DiagnosticsStatusNotificationResponse"]
):
    """Sent by the ChargePoint (Firmware Management).

    Defined in OCPP 1.5 CentralSystemService WSDL.

    Attributes:
        status: `status`: DiagnosticsStatus.
    """

    status: DiagnosticsStatus


class DiagnosticsStatusNotificationResponse(Model):
    """Answers DiagnosticsStatusNotificationRequest.

    Defined in OCPP 1.5 CentralSystemService WSDL.
    """


class FirmwareStatusNotificationRequest(
    Model, StationRequest["FirmwareStatusNotificationResponse"]
):
    """Sent by the ChargePoint (Firmware Management).

    Defined in OCPP 1.5 CentralSystemService WSDL.

    Attributes:
        status: `status`: FirmwareStatus.
    """

    status: FirmwareStatus


class FirmwareStatusNotificationResponse(Model):
    """Answers FirmwareStatusNotificationRequest.

    Defined in OCPP 1.5 CentralSystemService WSDL.
    """


class GetConfigurationRequest(Model, BackOfficeRequest["GetConfigurationResponse"]):
    """Sent by the CentralSystem (Core; OCPP 1.5 ChargePointService WSDL).

    Attributes:
        key: `key`: array of text; optional.
    """

    key: Annotated[Sequence[str] | None, Array(), Omittable] = None


class GetConfigurationResponse(Model):
    """Answers GetConfigurationRequest (OCPP 1.5 ChargePointService WSDL).

    Attributes:
        configuration_key: `configurationKey`: array of KeyValue; optional.
        unknown_key: `unknownKey`: array of text; optional.
    """

    configuration_key: Annotated[
        Sequence[KeyValue] | None, Field(alias="configurationKey"), Array(), Omittable
    ] = None
    unknown_key: Annotated[
        Sequence[str] | None, Field(alias="unknownKey"), Array(), Omittable
    ] = None


class GetDiagnosticsRequest(Model, BackOfficeRequest["GetDiagnosticsResponse"]):
    """Sent by the CentralSystem (Firmware Management).

    Defined in OCPP 1.5 ChargePointService WSDL.

    Attributes:
        location: `location`: URI.
        start_time: `startTime`: date-time in UTC; optional.
        stop_time: `stopTime`: date-time in UTC; optional.
        retries: `retries`: integer; optional.
        retry_interval: `retryInterval`: integer, in s; optional (OCPP 1.6 6.4, 6.25,
            6.55).
    """

    location: Uri
    start_time: Annotated[DateTime | None, Field(alias="startTime"), Omittable] = None
    stop_time: Annotated[DateTime | None, Field(alias="stopTime"), Omittable] = None
    retries: Annotated[int | None, Omittable] = None
    retry_interval: Annotated[int | None, Field(alias="retryInterval"), Omittable] = (
        None
    )


class GetDiagnosticsResponse(Model):
    """Answers GetDiagnosticsRequest (OCPP 1.5 ChargePointService WSDL).

    Attributes:
        file_name: `fileName`: text; optional.
    """

    file_name: Annotated[str | None, Field(alias="fileName"), Omittable] = None


class GetLocalListVersionRequest(
    Model, BackOfficeRequest["GetLocalListVersionResponse"]
):
    """Sent by the CentralSystem (Local Auth List Management).

    Defined in OCPP 1.5 ChargePointService WSDL.
    """


class GetLocalListVersionResponse(Model):
    """Answers GetLocalListVersionRequest (OCPP 1.5 ChargePointService WSDL).

    Attributes:
        list_version: `listVersion`: integer.
    """

    list_version: Annotated[int, Field(alias="listVersion")]


class HeartbeatRequest(Model, StationRequest["HeartbeatResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.5 CentralSystemService WSDL)."""


class HeartbeatResponse(Model):
    """Answers HeartbeatRequest (OCPP 1.5 CentralSystemService WSDL).

    Attributes:
        current_time: `currentTime`: date-time in UTC.
    """

    current_time: Annotated[DateTime, Field(alias="currentTime")]


class MeterValuesRequest(Model, StationRequest["MeterValuesResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.5 CentralSystemService WSDL).

    Attributes:
        connector_id: `connectorId`: integer.
        transaction_id: `transactionId`: integer; optional.
        values: `values`: array of MeterValue; optional.
    """

    connector_id: Annotated[int, Field(alias="connectorId")]
    transaction_id: Annotated[int | None, Field(alias="transactionId"), Omittable] = (
        None
    )
    values: Annotated[Sequence[MeterValue] | None, Array(), Omittable] = None


class MeterValuesResponse(Model):
    """Answers MeterValuesRequest (OCPP 1.5 CentralSystemService WSDL)."""


class RemoteStartTransactionRequest(
    Model, BackOfficeRequest["RemoteStartTransactionResponse"]
):
    """Sent by the CentralSystem (Core; OCPP 1.5 ChargePointService WSDL).

    Attributes:
        id_tag: `idTag`: text of at most 20 characters.
        connector_id: `connectorId`: integer; optional.
    """

    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    connector_id: Annotated[int | None, Field(alias="connectorId"), Omittable] = None


class RemoteStartTransactionResponse(Model):
    """Answers RemoteStartTransactionRequest (OCPP 1.5 ChargePointService WSDL).

    Attributes:
        status: `status`: RemoteStartStopStatus.
    """

    status: RemoteStartStopStatus


class RemoteStopTransactionRequest(
    Model, BackOfficeRequest["RemoteStopTransactionResponse"]
):
    """Sent by the CentralSystem (Core; OCPP 1.5 ChargePointService WSDL).

    Attributes:
        transaction_id: `transactionId`: integer.
    """

    transaction_id: Annotated[int, Field(alias="transactionId")]


class RemoteStopTransactionResponse(Model):
    """Answers RemoteStopTransactionRequest (OCPP 1.5 ChargePointService WSDL).

    Attributes:
        status: `status`: RemoteStartStopStatus.
    """

    status: RemoteStartStopStatus


class ReserveNowRequest(Model, BackOfficeRequest["ReserveNowResponse"]):
    """Sent by the CentralSystem (Reservation; OCPP 1.5 ChargePointService WSDL).

    Attributes:
        connector_id: `connectorId`: integer.
        expiry_date: `expiryDate`: date-time in UTC.
        id_tag: `idTag`: text of at most 20 characters.
        parent_id_tag: `parentIdTag`: text of at most 20 characters; optional.
        reservation_id: `reservationId`: integer.
    """

    connector_id: Annotated[int, Field(alias="connectorId")]
    expiry_date: Annotated[DateTime, Field(alias="expiryDate")]
    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    parent_id_tag: Annotated[
        str | None, Field(alias="parentIdTag", max_length=20), Omittable
    ] = None
    reservation_id: Annotated[int, Field(alias="reservationId")]


class ReserveNowResponse(Model):
    """Answers ReserveNowRequest (OCPP 1.5 ChargePointService WSDL).

    Attributes:
        status: `status`: ReservationStatus.
    """

    status: ReservationStatus


class ResetRequest(Model, BackOfficeRequest["ResetResponse"]):
    """Sent by the CentralSystem (Core; OCPP 1.5 ChargePointService WSDL).

    Attributes:
        type: `type`: ResetType.
    """

    type: ResetType


class ResetResponse(Model):
    """Answers ResetRequest (OCPP 1.5 ChargePointService WSDL).

    Attributes:
        status: `status`: ResetStatus.
    """

    status: ResetStatus


class SendLocalListRequest(Model, BackOfficeRequest["SendLocalListResponse"]):
    """Sent by the CentralSystem (Local Auth List Management).

    Defined in OCPP 1.5 ChargePointService WSDL.

    Attributes:
        update_type: `updateType`: UpdateType.
        list_version: `listVersion`: integer.
        local_authorisation_list: `localAuthorisationList`: array of AuthorisationData;
            optional.
        hash: `hash`: text; optional.
    """

    update_type: Annotated[UpdateType, Field(alias="updateType")]
    list_version: Annotated[int, Field(alias="listVersion")]
    local_authorisation_list: Annotated[
        Sequence[AuthorisationData] | None,
        Field(alias="localAuthorisationList"),
        Array(),
        Omittable,
    ] = None
    hash: Annotated[str | None, Omittable] = None


class SendLocalListResponse(Model):
    """Answers SendLocalListRequest (OCPP 1.5 ChargePointService WSDL).

    Attributes:
        status: `status`: UpdateStatus.
        hash: `hash`: text; optional.
    """

    status: UpdateStatus
    hash: Annotated[str | None, Omittable] = None


class StartTransactionRequest(Model, StationRequest["StartTransactionResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.5 CentralSystemService WSDL).

    Attributes:
        connector_id: `connectorId`: integer.
        id_tag: `idTag`: text of at most 20 characters.
        timestamp: `timestamp`: date-time in UTC.
        meter_start: `meterStart`: integer, in Wh (OCPP 1.6 6.45, 6.49).
        reservation_id: `reservationId`: integer; optional.
    """

    connector_id: Annotated[int, Field(alias="connectorId")]
    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    timestamp: DateTime
    meter_start: Annotated[int, Field(alias="meterStart")]
    reservation_id: Annotated[int | None, Field(alias="reservationId"), Omittable] = (
        None
    )


class StartTransactionResponse(Model):
    """Answers StartTransactionRequest (OCPP 1.5 CentralSystemService WSDL).

    Attributes:
        transaction_id: `transactionId`: integer.
        id_tag_info: `idTagInfo`: IdTagInfo.
    """

    transaction_id: Annotated[int, Field(alias="transactionId")]
    id_tag_info: Annotated[IdTagInfo, Field(alias="idTagInfo")]


class StatusNotificationRequest(Model, StationRequest["StatusNotificationResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.5 CentralSystemService WSDL).

    Attributes:
        connector_id: `connectorId`: integer.
        status: `status`: ChargePointStatus.
        error_code: `errorCode`: ChargePointErrorCode.
        info: `info`: text; optional.
        timestamp: `timestamp`: date-time in UTC; optional.
        vendor_id: `vendorId`: text; optional.
        vendor_error_code: `vendorErrorCode`: text; optional.
    """

    connector_id: Annotated[int, Field(alias="connectorId")]
    status: ChargePointStatus
    error_code: Annotated[ChargePointErrorCode, Field(alias="errorCode")]
    info: Annotated[str | None, Omittable] = None
    timestamp: Annotated[DateTime | None, Omittable] = None
    vendor_id: Annotated[str | None, Field(alias="vendorId"), Omittable] = None
    vendor_error_code: Annotated[
        str | None, Field(alias="vendorErrorCode"), Omittable
    ] = None


class StatusNotificationResponse(Model):
    """Answers StatusNotificationRequest (OCPP 1.5 CentralSystemService WSDL)."""


class StopTransactionRequest(Model, StationRequest["StopTransactionResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.5 CentralSystemService WSDL).

    Attributes:
        transaction_id: `transactionId`: integer.
        id_tag: `idTag`: text of at most 20 characters; optional.
        timestamp: `timestamp`: date-time in UTC.
        meter_stop: `meterStop`: integer, in Wh (OCPP 1.6 6.45, 6.49).
        transaction_data: `transactionData`: array of TransactionData; optional.
    """

    transaction_id: Annotated[int, Field(alias="transactionId")]
    id_tag: Annotated[str | None, Field(alias="idTag", max_length=20), Omittable] = None
    timestamp: DateTime
    meter_stop: Annotated[int, Field(alias="meterStop")]
    transaction_data: Annotated[
        Sequence[TransactionData] | None,
        Field(alias="transactionData"),
        Array(),
        Omittable,
    ] = None


class StopTransactionResponse(Model):
    """Answers StopTransactionRequest (OCPP 1.5 CentralSystemService WSDL).

    Attributes:
        id_tag_info: `idTagInfo`: IdTagInfo; optional.
    """

    id_tag_info: Annotated[IdTagInfo | None, Field(alias="idTagInfo"), Omittable] = None


class UnlockConnectorRequest(Model, BackOfficeRequest["UnlockConnectorResponse"]):
    """Sent by the CentralSystem (Core; OCPP 1.5 ChargePointService WSDL).

    Attributes:
        connector_id: `connectorId`: integer.
    """

    connector_id: Annotated[int, Field(alias="connectorId")]


class UnlockConnectorResponse(Model):
    """Answers UnlockConnectorRequest (OCPP 1.5 ChargePointService WSDL).

    Attributes:
        status: `status`: UnlockStatus.
    """

    status: UnlockStatus


class UpdateFirmwareRequest(Model, BackOfficeRequest["UpdateFirmwareResponse"]):
    """Sent by the CentralSystem (Firmware Management).

    Defined in OCPP 1.5 ChargePointService WSDL.

    Attributes:
        retrieve_date: `retrieveDate`: date-time in UTC.
        location: `location`: URI.
        retries: `retries`: integer; optional.
        retry_interval: `retryInterval`: integer, in s; optional (OCPP 1.6 6.4, 6.25,
            6.55).
    """

    retrieve_date: Annotated[DateTime, Field(alias="retrieveDate")]
    location: Uri
    retries: Annotated[int | None, Omittable] = None
    retry_interval: Annotated[int | None, Field(alias="retryInterval"), Omittable] = (
        None
    )


class UpdateFirmwareResponse(Model):
    """Answers UpdateFirmwareRequest (OCPP 1.5 ChargePointService WSDL)."""
