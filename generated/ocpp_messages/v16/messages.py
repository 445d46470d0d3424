# Generated from the schemas of OCPP 1.6 by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The messages of OCPP 1.6."""

__all__ = [
    "AuthorizeRequest",
    "AuthorizeResponse",
    "BootNotificationRequest",
    "BootNotificationResponse",
    "CancelReservationRequest",
    "CancelReservationResponse",
    "CertificateSignedRequest",
    "CertificateSignedResponse",
    "ChangeAvailabilityRequest",
    "ChangeAvailabilityResponse",
    "ChangeConfigurationRequest",
    "ChangeConfigurationResponse",
    "ClearCacheRequest",
    "ClearCacheResponse",
    "ClearChargingProfileRequest",
    "ClearChargingProfileResponse",
    "DataTransferRequest",
    "DataTransferResponse",
    "DeleteCertificateRequest",
    "DeleteCertificateResponse",
    "DiagnosticsStatusNotificationRequest",
    "DiagnosticsStatusNotificationResponse",
    "ExtendedTriggerMessageRequest",
    "ExtendedTriggerMessageResponse",
    "FirmwareStatusNotificationRequest",
    "FirmwareStatusNotificationResponse",
    "GetCompositeScheduleRequest",
    "GetCompositeScheduleResponse",
    "GetConfigurationRequest",
    "GetConfigurationResponse",
    "GetDiagnosticsRequest",
    "GetDiagnosticsResponse",
    "GetInstalledCertificateIdsRequest",
    "GetInstalledCertificateIdsResponse",
    "GetLocalListVersionRequest",
    "GetLocalListVersionResponse",
    "GetLogRequest",
    "GetLogResponse",
    "HeartbeatRequest",
    "HeartbeatResponse",
    "InstallCertificateRequest",
    "InstallCertificateResponse",
    "LogStatusNotificationRequest",
    "LogStatusNotificationResponse",
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
    "SecurityEventNotificationRequest",
    "SecurityEventNotificationResponse",
    "SendLocalListRequest",
    "SendLocalListResponse",
    "SetChargingProfileRequest",
    "SetChargingProfileResponse",
    "SignCertificateRequest",
    "SignCertificateResponse",
    "SignedFirmwareStatusNotificationRequest",
    "SignedFirmwareStatusNotificationResponse",
    "SignedUpdateFirmwareRequest",
    "SignedUpdateFirmwareResponse",
    "StartTransactionRequest",
    "StartTransactionResponse",
    "StatusNotificationRequest",
    "StatusNotificationResponse",
    "StopTransactionRequest",
    "StopTransactionResponse",
    "TriggerMessageRequest",
    "TriggerMessageResponse",
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
from ocpp_messages.v16.base import Model
from ocpp_messages.v16.datatypes import (
    AuthorizationData,
    CertificateHashDataType,
    ChargingProfile,
    ChargingSchedule,
    FirmwareType,
    IdTagInfo,
    KeyValue,
    LogParametersType,
    MeterValue,
)
from ocpp_messages.v16.enumerations import (
    AvailabilityStatus,
    AvailabilityType,
    CancelReservationStatus,
    CertificateSignedStatusEnumType,
    CertificateUseEnumType,
    ChargePointErrorCode,
    ChargePointStatus,
    ChargingProfilePurpose,
    ChargingProfileStatus,
    ChargingRateUnit,
    ClearCacheStatus,
    ClearChargingProfileStatus,
    ConfigurationStatus,
    DataTransferStatus,
    DeleteCertificateStatusEnumType,
    DiagnosticsStatus,
    FirmwareStatus,
    FirmwareStatusEnumType,
    GenericStatusEnumType,
    GetCompositeScheduleStatus,
    GetInstalledCertificateStatusEnumType,
    InstallCertificateStatusEnumType,
    LogEnumType,
    LogStatusEnumType,
    MessageTrigger,
    MessageTriggerEnumType,
    Reason,
    RegistrationStatus,
    RemoteStartStopStatus,
    ReservationStatus,
    ResetStatus,
    ResetType,
    TriggerMessageStatus,
    TriggerMessageStatusEnumType,
    UnlockStatus,
    UpdateFirmwareStatusEnumType,
    UpdateStatus,
    UpdateType,
    UploadLogStatusEnumType,
)


class AuthorizeRequest(Model, StationRequest["AuthorizeResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.6 4.1).

    Attributes:
        id_tag: `idTag`: text of at most 20 characters.
    """

    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]


class AuthorizeResponse(Model):
    """Answers AuthorizeRequest (OCPP 1.6 4.1).

    Attributes:
        id_tag_info: `idTagInfo`: IdTagInfo.
    """

    id_tag_info: Annotated[IdTagInfo, Field(alias="idTagInfo")]


class BootNotificationRequest(Model, StationRequest["BootNotificationResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.6 4.2).

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
    """Answers BootNotificationRequest (OCPP 1.6 4.2).

    Attributes:
        status: `status`: RegistrationStatus.
        current_time: `currentTime`: date-time in UTC.
        interval: `interval`: integer, in s.
    """

    status: RegistrationStatus
    current_time: Annotated[DateTime, Field(alias="currentTime")]
    interval: int


class CancelReservationRequest(Model, BackOfficeRequest["CancelReservationResponse"]):
    """Sent by the CentralSystem (Reservation; OCPP 1.6 5.1).

    Attributes:
        reservation_id: `reservationId`: integer.
    """

    reservation_id: Annotated[int, Field(alias="reservationId")]


class CancelReservationResponse(Model):
    """Answers CancelReservationRequest (OCPP 1.6 5.1).

    Attributes:
        status: `status`: CancelReservationStatus.
    """

    status: CancelReservationStatus


class CertificateSignedRequest(Model, BackOfficeRequest["CertificateSignedResponse"]):
    """Sent by the CentralSystem (Security).

    Defined in OCPP 1.6 security white paper 5.1 (A02, A03).

    Attributes:
        certificate_chain: `certificateChain`: text of at most 10000 characters, PEM.
    """

    certificate_chain: Annotated[str, Field(alias="certificateChain", max_length=10000)]


class CertificateSignedResponse(Model):
    """Answers CertificateSignedRequest.

    Defined in OCPP 1.6 security white paper 5.1 (A02, A03).

    Attributes:
        status: `status`: CertificateSignedStatusEnumType.
    """

    status: CertificateSignedStatusEnumType


class ChangeAvailabilityRequest(Model, BackOfficeRequest["ChangeAvailabilityResponse"]):
    """Sent by the CentralSystem (Core; OCPP 1.6 5.2).

    Attributes:
        connector_id: `connectorId`: integer.
        type: `type`: AvailabilityType.
    """

    connector_id: Annotated[int, Field(alias="connectorId")]
    type: AvailabilityType


class ChangeAvailabilityResponse(Model):
    """Answers ChangeAvailabilityRequest (OCPP 1.6 5.2).

    Attributes:
        status: `status`: AvailabilityStatus.
    """

    status: AvailabilityStatus


class ChangeConfigurationRequest(
    Model, BackOfficeRequest["ChangeConfigurationResponse"]
):
    """Sent by the CentralSystem (Core; OCPP 1.6 5.3).

    Attributes:
        key: `key`: text of at most 50 characters.
        value: `value`: text of at most 500 characters.
    """

    key: Annotated[str, Field(max_length=50)]
    value: Annotated[str, Field(max_length=500)]


class ChangeConfigurationResponse(Model):
    """Answers ChangeConfigurationRequest (OCPP 1.6 5.3).

    Attributes:
        status: `status`: ConfigurationStatus.
    """

    status: ConfigurationStatus


class ClearCacheRequest(Model, BackOfficeRequest["ClearCacheResponse"]):
    """Sent by the CentralSystem (Core; OCPP 1.6 5.4)."""


class ClearCacheResponse(Model):
    """Answers ClearCacheRequest (OCPP 1.6 5.4).

    Attributes:
        status: `status`: ClearCacheStatus.
    """

    status: ClearCacheStatus


class ClearChargingProfileRequest(
    Model, BackOfficeRequest["ClearChargingProfileResponse"]
):
    """Sent by the CentralSystem (Smart Charging; OCPP 1.6 5.5).

    Attributes:
        id: `id`: integer; optional.
        connector_id: `connectorId`: integer; optional.
        charging_profile_purpose: `chargingProfilePurpose`: ChargingProfilePurpose;
            optional.
        stack_level: `stackLevel`: integer; optional.
    """

    id: Annotated[int | None, Omittable] = None
    connector_id: Annotated[int | None, Field(alias="connectorId"), Omittable] = None
    charging_profile_purpose: Annotated[
        ChargingProfilePurpose | None, Field(alias="chargingProfilePurpose"), Omittable
    ] = None
    stack_level: Annotated[int | None, Field(alias="stackLevel"), Omittable] = None


class ClearChargingProfileResponse(Model):
    """Answers ClearChargingProfileRequest (OCPP 1.6 5.5).

    Attributes:
        status: `status`: ClearChargingProfileStatus.
    """

    status: ClearChargingProfileStatus


class DataTransferRequest(Model, EitherRequest["DataTransferResponse"]):
    """Sent by the ChargePoint or CentralSystem (Core; OCPP 1.6 4.3, 5.6).

    Attributes:
        vendor_id: `vendorId`: text of at most 255 characters.
        message_id: `messageId`: text of at most 50 characters; optional.
        data: `data`: text; optional.
    """

    vendor_id: Annotated[str, Field(alias="vendorId", max_length=255)]
    message_id: Annotated[
        str | None, Field(alias="messageId", max_length=50), Omittable
    ] = None
    data: Annotated[str | None, Omittable] = None


class DataTransferResponse(Model):
    """Answers DataTransferRequest (OCPP 1.6 4.3, 5.6).

    Attributes:
        status: `status`: DataTransferStatus.
        data: `data`: text; optional.
    """

    status: DataTransferStatus
    data: Annotated[str | None, Omittable] = None


class DeleteCertificateRequest(Model, BackOfficeRequest["DeleteCertificateResponse"]):
    """Sent by the CentralSystem (Security; OCPP 1.6 security white paper 5.3 (M04)).

    Attributes:
        certificate_hash_data: `certificateHashData`: CertificateHashDataType.
    """

    certificate_hash_data: Annotated[
        CertificateHashDataType, Field(alias="certificateHashData")
    ]


class DeleteCertificateResponse(Model):
    """Answers DeleteCertificateRequest (OCPP 1.6 security white paper 5.3 (M04)).

    Attributes:
        status: `status`: DeleteCertificateStatusEnumType.
    """

    status: DeleteCertificateStatusEnumType


class DiagnosticsStatusNotificationRequest(
    Model, StationRequest["DiagnosticsStatusNotificationResponse"]
):
    """Sent by the ChargePoint (Firmware Management; OCPP 1.6 4.4).

    Attributes:
        status: `status`: DiagnosticsStatus.
    """

    status: DiagnosticsStatus


class DiagnosticsStatusNotificationResponse(Model):
    """Answers DiagnosticsStatusNotificationRequest (OCPP 1.6 4.4)."""


class ExtendedTriggerMessageRequest(
    Model, BackOfficeRequest["ExtendedTriggerMessageResponse"]
):
    """Sent by the CentralSystem (Security).

    Defined in OCPP 1.6 security white paper 5.5 (A02, L01, N01).

    Attributes:
        requested_message: `requestedMessage`: MessageTriggerEnumType.
        connector_id: `connectorId`: integer; optional.
    """

    requested_message: Annotated[
        MessageTriggerEnumType, Field(alias="requestedMessage")
    ]
    connector_id: Annotated[int | None, Field(alias="connectorId"), Omittable] = None


class ExtendedTriggerMessageResponse(Model):
    """Answers ExtendedTriggerMessageRequest.

    Defined in OCPP 1.6 security white paper 5.5 (A02, L01, N01).

    Attributes:
        status: `status`: TriggerMessageStatusEnumType.
    """

    status: TriggerMessageStatusEnumType


class FirmwareStatusNotificationRequest(
    Model, StationRequest["FirmwareStatusNotificationResponse"]
):
    """Sent by the ChargePoint (Firmware Management; OCPP 1.6 4.5).

    Attributes:
        status: `status`: FirmwareStatus.
    """

    status: FirmwareStatus


class FirmwareStatusNotificationResponse(Model):
    """Answers FirmwareStatusNotificationRequest (OCPP 1.6 4.5)."""


class GetCompositeScheduleRequest(
    Model, BackOfficeRequest["GetCompositeScheduleResponse"]
):
    """Sent by the CentralSystem (Smart Charging; OCPP 1.6 5.7).

    Attributes:
        connector_id: `connectorId`: integer.
        duration: `duration`: integer, in s.
        charging_rate_unit: `chargingRateUnit`: ChargingRateUnit; optional.
    """

    connector_id: Annotated[int, Field(alias="connectorId")]
    duration: int
    charging_rate_unit: Annotated[
        ChargingRateUnit | None, Field(alias="chargingRateUnit"), Omittable
    ] = None


class GetCompositeScheduleResponse(Model):
    """Answers GetCompositeScheduleRequest (OCPP 1.6 5.7).

    Attributes:
        status: `status`: GetCompositeScheduleStatus.
        connector_id: `connectorId`: integer; optional.
        schedule_start: `scheduleStart`: date-time in UTC; optional.
        charging_schedule: `chargingSchedule`: ChargingSchedule; optional.
    """

    status: GetCompositeScheduleStatus
    connector_id: Annotated[int | None, Field(alias="connectorId"), Omittable] = None
    schedule_start: Annotated[
        DateTime | None, Field(alias="scheduleStart"), Omittable
    ] = None
    charging_schedule: Annotated[
        ChargingSchedule | None, Field(alias="chargingSchedule"), Omittable
    ] = None


class GetConfigurationRequest(Model, BackOfficeRequest["GetConfigurationResponse"]):
    """Sent by the CentralSystem (Core; OCPP 1.6 5.8).

    Attributes:
        key: `key`: array of text of at most 50 characters; optional.
    """

    key: Annotated[
        Sequence[Annotated[str, Field(max_length=50)]] | None, Array(), Omittable
    ] = None


class GetConfigurationResponse(Model):
    """Answers GetConfigurationRequest (OCPP 1.6 5.8).

    Attributes:
        configuration_key: `configurationKey`: array of KeyValue; optional.
        unknown_key: `unknownKey`: array of text of at most 50 characters; optional.
    """

    configuration_key: Annotated[
        Sequence[KeyValue] | None, Field(alias="configurationKey"), Array(), Omittable
    ] = None
    unknown_key: Annotated[
        Sequence[Annotated[str, Field(max_length=50)]] | None,
        Field(alias="unknownKey"),
        Array(),
        Omittable,
    ] = None


class GetDiagnosticsRequest(Model, BackOfficeRequest["GetDiagnosticsResponse"]):
    """Sent by the CentralSystem (Firmware Management; OCPP 1.6 5.9).

    Attributes:
        location: `location`: URI.
        retries: `retries`: integer; optional.
        retry_interval: `retryInterval`: integer, in s; optional.
        start_time: `startTime`: date-time in UTC; optional.
        stop_time: `stopTime`: date-time in UTC; optional.
    """

    location: Uri
    retries: Annotated[int | None, Omittable] = None
    retry_interval: Annotated[int | None, Field(alias="retryInterval"), Omittable] = (
        None
    )
    start_time: Annotated[DateTime | None, Field(alias="startTime"), Omittable] = None
    stop_time: Annotated[DateTime | None, Field(alias="stopTime"), Omittable] = None


class GetDiagnosticsResponse(Model):
    """Answers GetDiagnosticsRequest (OCPP 1.6 5.9).

    Attributes:
        file_name: `fileName`: text of at most 255 characters; optional.
    """

    file_name: Annotated[
        str | None, Field(alias="fileName", max_length=255), Omittable
    ] = None


class GetInstalledCertificateIdsRequest(
    Model, BackOfficeRequest["GetInstalledCertificateIdsResponse"]
):
    """Sent by the CentralSystem (Security; OCPP 1.6 security white paper 5.7 (M03)).

    Attributes:
        certificate_type: `certificateType`: CertificateUseEnumType.
    """

    certificate_type: Annotated[CertificateUseEnumType, Field(alias="certificateType")]


class GetInstalledCertificateIdsResponse(Model):
    """Answers GetInstalledCertificateIdsRequest.

    Defined in OCPP 1.6 security white paper 5.7 (M03).

    Attributes:
        certificate_hash_data: `certificateHashData`: array of CertificateHashDataType,
            at least 1 item; optional.
        status: `status`: GetInstalledCertificateStatusEnumType.
    """

    certificate_hash_data: Annotated[
        Sequence[CertificateHashDataType] | None,
        Field(alias="certificateHashData"),
        Array(min_items=1),
        Omittable,
    ] = None
    status: GetInstalledCertificateStatusEnumType


class GetLocalListVersionRequest(
    Model, BackOfficeRequest["GetLocalListVersionResponse"]
):
    """Sent by the CentralSystem (Local Auth List Management; OCPP 1.6 5.10)."""


class GetLocalListVersionResponse(Model):
    """Answers GetLocalListVersionRequest (OCPP 1.6 5.10).

    Attributes:
        list_version: `listVersion`: integer.
    """

    list_version: Annotated[int, Field(alias="listVersion")]


class GetLogRequest(Model, BackOfficeRequest["GetLogResponse"]):
    """Sent by the CentralSystem (Security; OCPP 1.6 security white paper 5.9 (N01)).

    Attributes:
        log: `log`: LogParametersType.
        log_type: `logType`: LogEnumType.
        request_id: `requestId`: integer.
        retries: `retries`: integer; optional.
        retry_interval: `retryInterval`: integer, in s; optional.
    """

    log: LogParametersType
    log_type: Annotated[LogEnumType, Field(alias="logType")]
    request_id: Annotated[int, Field(alias="requestId")]
    retries: Annotated[int | None, Omittable] = None
    retry_interval: Annotated[int | None, Field(alias="retryInterval"), Omittable] = (
        None
    )


class GetLogResponse(Model):
    """Answers GetLogRequest (OCPP 1.6 security white paper 5.9 (N01)).

    Attributes:
        status: `status`: LogStatusEnumType.
        filename: `filename`: text of at most 255 characters; optional.
    """

    status: LogStatusEnumType
    filename: Annotated[str | None, Field(max_length=255), Omittable] = None


class HeartbeatRequest(Model, StationRequest["HeartbeatResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.6 4.6)."""


class HeartbeatResponse(Model):
    """Answers HeartbeatRequest (OCPP 1.6 4.6).

    Attributes:
        current_time: `currentTime`: date-time in UTC.
    """

    current_time: Annotated[DateTime, Field(alias="currentTime")]


class InstallCertificateRequest(Model, BackOfficeRequest["InstallCertificateResponse"]):
    """Sent by the CentralSystem (Security).

    Defined in OCPP 1.6 security white paper 5.11 (M05).

    Attributes:
        certificate_type: `certificateType`: CertificateUseEnumType.
        certificate: `certificate`: text of at most 5500 characters, PEM.
    """

    certificate_type: Annotated[CertificateUseEnumType, Field(alias="certificateType")]
    certificate: Annotated[str, Field(max_length=5500)]


class InstallCertificateResponse(Model):
    """Answers InstallCertificateRequest (OCPP 1.6 security white paper 5.11 (M05)).

    Attributes:
        status: `status`: InstallCertificateStatusEnumType.
    """

    status: InstallCertificateStatusEnumType


class LogStatusNotificationRequest(
    Model, StationRequest["LogStatusNotificationResponse"]
):
    """Sent by the ChargePoint (Security; OCPP 1.6 security white paper 5.13 (N01)).

    Attributes:
        status: `status`: UploadLogStatusEnumType.
        request_id: `requestId`: integer; optional.
    """

    status: UploadLogStatusEnumType
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None


class LogStatusNotificationResponse(Model):
    """Answers LogStatusNotificationRequest.

    Defined in OCPP 1.6 security white paper 5.13 (N01).
    """


class MeterValuesRequest(Model, StationRequest["MeterValuesResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.6 4.7).

    Attributes:
        connector_id: `connectorId`: integer.
        transaction_id: `transactionId`: integer; optional.
        meter_value: `meterValue`: array of MeterValue, at least 1 item.
    """

    connector_id: Annotated[int, Field(alias="connectorId")]
    transaction_id: Annotated[int | None, Field(alias="transactionId"), Omittable] = (
        None
    )
    meter_value: Annotated[
        Sequence[MeterValue], Field(alias="meterValue"), Array(min_items=1)
    ]


class MeterValuesResponse(Model):
    """Answers MeterValuesRequest (OCPP 1.6 4.7)."""


class RemoteStartTransactionRequest(
    Model, BackOfficeRequest["RemoteStartTransactionResponse"]
):
    """Sent by the CentralSystem (Core; OCPP 1.6 5.11).

    Attributes:
        connector_id: `connectorId`: integer; optional.
        id_tag: `idTag`: text of at most 20 characters.
        charging_profile: `chargingProfile`: ChargingProfile; optional.
    """

    connector_id: Annotated[int | None, Field(alias="connectorId"), Omittable] = None
    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    charging_profile: Annotated[
        ChargingProfile | None, Field(alias="chargingProfile"), Omittable
    ] = None


class RemoteStartTransactionResponse(Model):
    """Answers RemoteStartTransactionRequest (OCPP 1.6 5.11).

    Attributes:
        status: `status`: RemoteStartStopStatus.
    """

    status: RemoteStartStopStatus


class RemoteStopTransactionRequest(
    Model, BackOfficeRequest["RemoteStopTransactionResponse"]
):
    """Sent by the CentralSystem (Core; OCPP 1.6 5.12).

    Attributes:
        transaction_id: `transactionId`: integer.
    """

    transaction_id: Annotated[int, Field(alias="transactionId")]


class RemoteStopTransactionResponse(Model):
    """Answers RemoteStopTransactionRequest (OCPP 1.6 5.12).

    Attributes:
        status: `status`: RemoteStartStopStatus.
    """

    status: RemoteStartStopStatus


class ReserveNowRequest(Model, BackOfficeRequest["ReserveNowResponse"]):
    """Sent by the CentralSystem (Reservation; OCPP 1.6 5.13).

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
    """Answers ReserveNowRequest (OCPP 1.6 5.13).

    Attributes:
        status: `status`: ReservationStatus.
    """

    status: ReservationStatus


class ResetRequest(Model, BackOfficeRequest["ResetResponse"]):
    """Sent by the CentralSystem (Core; OCPP 1.6 5.14).

    Attributes:
        type: `type`: ResetType.
    """

    type: ResetType


class ResetResponse(Model):
    """Answers ResetRequest (OCPP 1.6 5.14).

    Attributes:
        status: `status`: ResetStatus.
    """

    status: ResetStatus


class SecurityEventNotificationRequest(
    Model, StationRequest["SecurityEventNotificationResponse"]
):
    """Sent by the ChargePoint (Security).

    Defined in OCPP 1.6 security white paper 5.15 (A04, L01).

    Attributes:
        type: `type`: text of at most 50 characters.
        timestamp: `timestamp`: date-time in UTC.
        tech_info: `techInfo`: text of at most 255 characters; optional.
    """

    type: Annotated[str, Field(max_length=50)]
    timestamp: DateTime
    tech_info: Annotated[
        str | None, Field(alias="techInfo", max_length=255), Omittable
    ] = None


class SecurityEventNotificationResponse(Model):
    """Answers SecurityEventNotificationRequest.

    Defined in OCPP 1.6 security white paper 5.15 (A04, L01).
    """


class SendLocalListRequest(Model, BackOfficeRequest["SendLocalListResponse"]):
    """Sent by the CentralSystem (Local Auth List Management; OCPP 1.6 5.15).

    Attributes:
        list_version: `listVersion`: integer.
        local_authorization_list: `localAuthorizationList`: array of AuthorizationData;
            optional.
        update_type: `updateType`: UpdateType.
    """

    list_version: Annotated[int, Field(alias="listVersion")]
    local_authorization_list: Annotated[
        Sequence[AuthorizationData] | None,
        Field(alias="localAuthorizationList"),
        Array(),
        Omittable,
    ] = None
    update_type: Annotated[UpdateType, Field(alias="updateType")]


class SendLocalListResponse(Model):
    """Answers SendLocalListRequest (OCPP 1.6 5.15).

    Attributes:
        status: `status`: UpdateStatus.
    """

    status: UpdateStatus


class SetChargingProfileRequest(Model, BackOfficeRequest["SetChargingProfileResponse"]):
    """Sent by the CentralSystem (Smart Charging; OCPP 1.6 5.16).

    Attributes:
        connector_id: `connectorId`: integer.
        cs_charging_profiles: `csChargingProfiles`: ChargingProfile.
    """

    connector_id: Annotated[int, Field(alias="connectorId")]
    cs_charging_profiles: Annotated[ChargingProfile, Field(alias="csChargingProfiles")]


class SetChargingProfileResponse(Model):
    """Answers SetChargingProfileRequest (OCPP 1.6 5.16).

    Attributes:
        status: `status`: ChargingProfileStatus.
    """

    status: ChargingProfileStatus


class SignCertificateRequest(Model, StationRequest["SignCertificateResponse"]):
    """Sent by the ChargePoint (Security).

    Defined in OCPP 1.6 security white paper 5.17 (A02, A03).

    Attributes:
        csr: `csr`: text of at most 5500 characters, PEM.
    """

    csr: Annotated[str, Field(max_length=5500)]


class SignCertificateResponse(Model):
    """Answers SignCertificateRequest.

    Defined in OCPP 1.6 security white paper 5.17 (A02, A03).

    Attributes:
        status: `status`: GenericStatusEnumType.
    """

    status: GenericStatusEnumType


class SignedFirmwareStatusNotificationRequest(
    Model, StationRequest["SignedFirmwareStatusNotificationResponse"]
):
    """Sent by the ChargePoint (Security; OCPP 1.6 security white paper 5.19 (L01)).

    Attributes:
        status: `status`: FirmwareStatusEnumType.
        request_id: `requestId`: integer; optional.
    """

    status: FirmwareStatusEnumType
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None


class SignedFirmwareStatusNotificationResponse(Model):
    """Answers SignedFirmwareStatusNotificationRequest.

    Defined in OCPP 1.6 security white paper 5.19 (L01).
    """


class SignedUpdateFirmwareRequest(
    Model, BackOfficeRequest["SignedUpdateFirmwareResponse"]
):
    """Sent by the CentralSystem (Security).

    Defined in OCPP 1.6 security white paper 5.21 (L01).

    Attributes:
        retries: `retries`: integer; optional.
        retry_interval: `retryInterval`: integer, in s; optional.
        request_id: `requestId`: integer.
        firmware: `firmware`: FirmwareType.
    """

    retries: Annotated[int | None, Omittable] = None
    retry_interval: Annotated[int | None, Field(alias="retryInterval"), Omittable] = (
        None
    )
    request_id: Annotated[int, Field(alias="requestId")]
    firmware: FirmwareType


class SignedUpdateFirmwareResponse(Model):
    """Answers SignedUpdateFirmwareRequest.

    Defined in OCPP 1.6 security white paper 5.21 (L01).

    Attributes:
        status: `status`: UpdateFirmwareStatusEnumType.
    """

    status: UpdateFirmwareStatusEnumType


class StartTransactionRequest(Model, StationRequest["StartTransactionResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.6 4.8).

    Attributes:
        connector_id: `connectorId`: integer.
        id_tag: `idTag`: text of at most 20 characters.
        meter_start: `meterStart`: integer, in Wh.
        reservation_id: `reservationId`: integer; optional.
        timestamp: `timestamp`: date-time in UTC.
    """

    connector_id: Annotated[int, Field(alias="connectorId")]
    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    meter_start: Annotated[int, Field(alias="meterStart")]
    reservation_id: Annotated[int | None, Field(alias="reservationId"), Omittable] = (
        None
    )
    timestamp: DateTime


class StartTransactionResponse(Model):
    """Answers StartTransactionRequest (OCPP 1.6 4.8).

    Attributes:
        id_tag_info: `idTagInfo`: IdTagInfo.
        transaction_id: `transactionId`: integer.
    """

    id_tag_info: Annotated[IdTagInfo, Field(alias="idTagInfo")]
    transaction_id: Annotated[int, Field(alias="transactionId")]


class StatusNotificationRequest(Model, StationRequest["StatusNotificationResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.6 4.9).

    Attributes:
        connector_id: `connectorId`: integer.
        error_code: `errorCode`: ChargePointErrorCode.
        info: `info`: text of at most 50 characters; optional.
        status: `status`: ChargePointStatus.
        timestamp: `timestamp`: date-time in UTC; optional.
        vendor_id: `vendorId`: text of at most 255 characters; optional.
        vendor_error_code: `vendorErrorCode`: text of at most 50 characters; optional.
    """

    connector_id: Annotated[int, Field(alias="connectorId")]
    error_code: Annotated[ChargePointErrorCode, Field(alias="errorCode")]
    info: Annotated[str | None, Field(max_length=50), Omittable] = None
    status: ChargePointStatus
    timestamp: Annotated[DateTime | None, Omittable] = None
    vendor_id: Annotated[
        str | None, Field(alias="vendorId", max_length=255), Omittable
    ] = None
    vendor_error_code: Annotated[
        str | None, Field(alias="vendorErrorCode", max_length=50), Omittable
    ] = None


class StatusNotificationResponse(Model):
    """Answers StatusNotificationRequest (OCPP 1.6 4.9)."""


class StopTransactionRequest(Model, StationRequest["StopTransactionResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.6 4.10).

    Attributes:
        id_tag: `idTag`: text of at most 20 characters; optional.
        meter_stop: `meterStop`: integer, in Wh.
        timestamp: `timestamp`: date-time in UTC.
        transaction_id: `transactionId`: integer.
        reason: `reason`: Reason; default Local.
        transaction_data: `transactionData`: array of MeterValue; optional.
    """

    id_tag: Annotated[str | None, Field(alias="idTag", max_length=20), Omittable] = None
    meter_stop: Annotated[int, Field(alias="meterStop")]
    timestamp: DateTime
    transaction_id: Annotated[int, Field(alias="transactionId")]
    reason: Annotated[Reason | None, Omittable] = None
    transaction_data: Annotated[
        Sequence[MeterValue] | None, Field(alias="transactionData"), Array(), Omittable
    ] = None


class StopTransactionResponse(Model):
    """Answers StopTransactionRequest (OCPP 1.6 4.10).

    Attributes:
        id_tag_info: `idTagInfo`: IdTagInfo; optional.
    """

    id_tag_info: Annotated[IdTagInfo | None, Field(alias="idTagInfo"), Omittable] = None


class TriggerMessageRequest(Model, BackOfficeRequest["TriggerMessageResponse"]):
    """Sent by the CentralSystem (Remote Trigger; OCPP 1.6 5.17).

    Attributes:
        requested_message: `requestedMessage`: MessageTrigger.
        connector_id: `connectorId`: integer; optional.
    """

    requested_message: Annotated[MessageTrigger, Field(alias="requestedMessage")]
    connector_id: Annotated[int | None, Field(alias="connectorId"), Omittable] = None


class TriggerMessageResponse(Model):
    """Answers TriggerMessageRequest (OCPP 1.6 5.17).

    Attributes:
        status: `status`: TriggerMessageStatus.
    """

    status: TriggerMessageStatus


class UnlockConnectorRequest(Model, BackOfficeRequest["UnlockConnectorResponse"]):
    """Sent by the CentralSystem (Core; OCPP 1.6 5.18).

    Attributes:
        connector_id: `connectorId`: integer.
    """

    connector_id: Annotated[int, Field(alias="connectorId")]


class UnlockConnectorResponse(Model):
    """Answers UnlockConnectorRequest (OCPP 1.6 5.18).

    Attributes:
        status: `status`: UnlockStatus.
    """

    status: UnlockStatus


class UpdateFirmwareRequest(Model, BackOfficeRequest["UpdateFirmwareResponse"]):
    """Sent by the CentralSystem (Firmware Management; OCPP 1.6 5.19).

    Attributes:
        location: `location`: URI.
        retries: `retries`: integer; optional.
        retrieve_date: `retrieveDate`: date-time in UTC.
        retry_interval: `retryInterval`: integer, in s; optional.
    """

    location: Uri
    retries: Annotated[int | None, Omittable] = None
    retrieve_date: Annotated[DateTime, Field(alias="retrieveDate")]
    retry_interval: Annotated[int | None, Field(alias="retryInterval"), Omittable] = (
        None
    )


class UpdateFirmwareResponse(Model):
    """Answers UpdateFirmwareRequest (OCPP 1.6 5.19)."""
