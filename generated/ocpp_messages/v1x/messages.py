# Generated from schemas/v1x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The messages of OCPP 1.x."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from ocpp_messages.model import (
    Array,
    BackOfficeRequest,
    DateTime,
    EitherRequest,
    StationRequest,
    Uri,
)
from ocpp_messages.v1x.base import Model
from ocpp_messages.v1x.compounds import (
    AuthorizationData,
    CompositeSchedule,
)
from ocpp_messages.v1x.datatypes import (
    CertificateHashDataType,
    ChargingProfile,
    FirmwareType,
    IdTagInfo,
    KeyValue,
    LogParametersType,
    MeterValue,
)
from ocpp_messages.v1x.enumerations import (
    AvailabilityStatus,
    AvailabilityType,
    CertificateUseEnumType,
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
    GetInstalledCertificateStatusEnumType,
    InstallCertificateStatusEnumType,
    LogEnumType,
    LogStatusEnumType,
    Reason,
    RegistrationStatus,
    ReservationStatus,
    ResetType,
    TriggerMessageStatus,
    TriggerMessageStatusEnumType,
    UnlockStatus,
    UpdateFirmwareStatusEnumType,
    UpdateStatus,
    UpdateType,
    UploadLogStatusEnumType,
)
from ocpp_messages.v1x.groupings import (
    ChargePointStatus,
    Connector,
    Duration,
    ExtendedMessageTrigger,
    ListVersion,
    MessageTrigger,
    OneOf,
    Retries,
    Scope,
)

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


class AuthorizeRequest(Model, StationRequest["AuthorizeResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.6 6.1, 6.2).

    Attributes:
        id_tag: `idTag`: text of at most 20 characters.
    """

    id_tag: Annotated[str, Field(max_length=20)]


class AuthorizeResponse(Model):
    """Answers AuthorizeRequest.

    Attributes:
        id_tag_info: `idTagInfo`: IdTagInfo.
    """

    id_tag_info: IdTagInfo


class BootNotificationRequest(Model, StationRequest["BootNotificationResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.6 6.3, 6.4).

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

    charge_point_vendor: Annotated[str, Field(max_length=20)]
    charge_point_model: Annotated[str, Field(max_length=20)]
    charge_point_serial_number: Annotated[str | None, Field(max_length=25)] = None
    charge_box_serial_number: Annotated[str | None, Field(max_length=25)] = None
    firmware_version: Annotated[str | None, Field(max_length=50)] = None
    iccid: Annotated[str | None, Field(max_length=20)] = None
    imsi: Annotated[str | None, Field(max_length=20)] = None
    meter_type: Annotated[str | None, Field(max_length=25)] = None
    meter_serial_number: Annotated[str | None, Field(max_length=25)] = None


class BootNotificationResponse(Model):
    """Answers BootNotificationRequest.

    Attributes:
        status: `status`: RegistrationStatus.
        current_time: `currentTime`: date-time in UTC.
        interval: `heartbeatInterval` in 1.5; `interval` in 1.6: Duration.
    """

    status: RegistrationStatus
    current_time: DateTime
    interval: Duration


class CancelReservationRequest(Model, BackOfficeRequest["CancelReservationResponse"]):
    """Sent by the CentralSystem (Reservation; OCPP 1.6 6.5, 6.6).

    Attributes:
        reservation_id: `reservationId`: integer.
    """

    reservation_id: int


class CancelReservationResponse(Model):
    """Answers CancelReservationRequest.

    Attributes:
        accepted: `status`: boolean.
    """

    accepted: bool


class CertificateSignedRequest(Model, BackOfficeRequest["CertificateSignedResponse"]):
    """Sent by the CentralSystem (Security; OCPP 1.6 security white paper 5.1, 5.2).

    Not in OCPP 1.5.

    Attributes:
        certificate_chain: `certificateChain`: text of at most 10000 characters, PEM.
    """

    certificate_chain: Annotated[str, Field(max_length=10000)]


class CertificateSignedResponse(Model):
    """Answers CertificateSignedRequest. Not in OCPP 1.5.

    Attributes:
        accepted: `status`: boolean.
    """

    accepted: bool


class ChangeAvailabilityRequest(Model, BackOfficeRequest["ChangeAvailabilityResponse"]):
    """Sent by the CentralSystem (Core; OCPP 1.6 6.7, 6.8).

    Attributes:
        scope: `connectorId`: Scope.
        type: `type`: AvailabilityType.
    """

    scope: Annotated[Scope, OneOf]
    type: AvailabilityType


class ChangeAvailabilityResponse(Model):
    """Answers ChangeAvailabilityRequest.

    Attributes:
        status: `status`: AvailabilityStatus.
    """

    status: AvailabilityStatus


class ChangeConfigurationRequest(
    Model, BackOfficeRequest["ChangeConfigurationResponse"]
):
    """Sent by the CentralSystem (Core; OCPP 1.6 6.9, 6.10).

    Attributes:
        key: `key`: text.
        value: `value`: text.
    """

    key: str
    value: str


class ChangeConfigurationResponse(Model):
    """Answers ChangeConfigurationRequest.

    Attributes:
        status: `status`: ConfigurationStatus.
    """

    status: ConfigurationStatus


class ClearCacheRequest(Model, BackOfficeRequest["ClearCacheResponse"]):
    """Sent by the CentralSystem (Core; OCPP 1.6 6.11, 6.12)."""


class ClearCacheResponse(Model):
    """Answers ClearCacheRequest.

    Attributes:
        accepted: `status`: boolean.
    """

    accepted: bool


class ClearChargingProfileRequest(
    Model, BackOfficeRequest["ClearChargingProfileResponse"]
):
    """Sent by the CentralSystem (Smart Charging; OCPP 1.6 6.13, 6.14).

    Not in OCPP 1.5.

    Attributes:
        id: `id`: integer; optional.
        scope: `connectorId`: Scope; optional.
        charging_profile_purpose: `chargingProfilePurpose`: ChargingProfilePurpose;
            optional.
        stack_level: `stackLevel`: integer; optional.
    """

    id: int | None = None
    scope: Annotated[Scope | None, OneOf] = None
    charging_profile_purpose: ChargingProfilePurpose | None = None
    stack_level: int | None = None


class ClearChargingProfileResponse(Model):
    """Answers ClearChargingProfileRequest. Not in OCPP 1.5.

    Attributes:
        status: `status`: ClearChargingProfileStatus.
    """

    status: ClearChargingProfileStatus


class DataTransferRequest(Model, EitherRequest["DataTransferResponse"]):
    """Sent by the ChargePoint or CentralSystem (Core; OCPP 1.6 6.15, 6.16).

    Attributes:
        vendor_id: `vendorId`: text.
        message_id: `messageId`: text; optional.
        data: `data`: text; optional.
    """

    vendor_id: str
    message_id: str | None = None
    data: str | None = None


class DataTransferResponse(Model):
    """Answers DataTransferRequest.

    Attributes:
        status: `status`: DataTransferStatus.
        data: `data`: text; optional.
    """

    status: DataTransferStatus
    data: str | None = None


class DeleteCertificateRequest(Model, BackOfficeRequest["DeleteCertificateResponse"]):
    """Sent by the CentralSystem (Security; OCPP 1.6 security white paper 5.3, 5.4).

    Not in OCPP 1.5.

    Attributes:
        certificate_hash_data: `certificateHashData`: CertificateHashDataType.
    """

    certificate_hash_data: CertificateHashDataType


class DeleteCertificateResponse(Model):
    """Answers DeleteCertificateRequest. Not in OCPP 1.5.

    Attributes:
        status: `status`: DeleteCertificateStatusEnumType.
    """

    status: DeleteCertificateStatusEnumType


class DiagnosticsStatusNotificationRequest(
    Model, StationRequest["DiagnosticsStatusNotificationResponse"]
):
    """Sent by the ChargePoint (Firmware Management; OCPP 1.6 6.17, 6.18).

    Attributes:
        status: `status`: DiagnosticsStatus.
    """

    status: DiagnosticsStatus


class DiagnosticsStatusNotificationResponse(Model):
    """Answers DiagnosticsStatusNotificationRequest."""


class ExtendedTriggerMessageRequest(
    Model, BackOfficeRequest["ExtendedTriggerMessageResponse"]
):
    """Sent by the CentralSystem (Security; OCPP 1.6 security white paper 5.5, 5.6).

    Not in OCPP 1.5.

    Attributes:
        requested_message: `requestedMessage`, `connectorId`: ExtendedMessageTrigger.
    """

    requested_message: Annotated[ExtendedMessageTrigger, OneOf]


class ExtendedTriggerMessageResponse(Model):
    """Answers ExtendedTriggerMessageRequest. Not in OCPP 1.5.

    Attributes:
        status: `status`: TriggerMessageStatusEnumType.
    """

    status: TriggerMessageStatusEnumType


class FirmwareStatusNotificationRequest(
    Model, StationRequest["FirmwareStatusNotificationResponse"]
):
    """Sent by the ChargePoint (Firmware Management; OCPP 1.6 6.19, 6.20).

    Attributes:
        status: `status`: FirmwareStatus.
    """

    status: FirmwareStatus


class FirmwareStatusNotificationResponse(Model):
    """Answers FirmwareStatusNotificationRequest."""


class GetCompositeScheduleRequest(
    Model, BackOfficeRequest["GetCompositeScheduleResponse"]
):
    """Sent by the CentralSystem (Smart Charging; OCPP 1.6 6.21, 6.22).

    Not in OCPP 1.5.

    Attributes:
        scope: `connectorId`: Scope.
        duration: `duration`: Duration.
        charging_rate_unit: `chargingRateUnit`: ChargingRateUnit; optional.
    """

    scope: Annotated[Scope, OneOf]
    duration: Duration
    charging_rate_unit: ChargingRateUnit | None = None


class GetCompositeScheduleResponse(Model):
    """Answers GetCompositeScheduleRequest. Not in OCPP 1.5.

    Attributes:
        schedule: `status`, `connectorId`, `scheduleStart`, `chargingSchedule`:
            CompositeSchedule.
    """

    schedule: Annotated[CompositeSchedule, OneOf]


class GetConfigurationRequest(Model, BackOfficeRequest["GetConfigurationResponse"]):
    """Sent by the CentralSystem (Core; OCPP 1.6 6.23, 6.24).

    Attributes:
        key: `key`: array of text; optional.
    """

    key: Annotated[Sequence[str], Array()] = ()


class GetConfigurationResponse(Model):
    """Answers GetConfigurationRequest.

    Attributes:
        configuration_key: `configurationKey`: array of KeyValue; optional.
        unknown_key: `unknownKey`: array of text; optional.
    """

    configuration_key: Annotated[Sequence[KeyValue], Array()] = ()
    unknown_key: Annotated[Sequence[str], Array()] = ()


class GetDiagnosticsRequest(Model, BackOfficeRequest["GetDiagnosticsResponse"]):
    """Sent by the CentralSystem (Firmware Management; OCPP 1.6 6.25, 6.26).

    Attributes:
        location: `location`: URI.
        retries: `retries`, `retryInterval`: Retries; optional.
        start_time: `startTime`: date-time in UTC; optional.
        stop_time: `stopTime`: date-time in UTC; optional.
    """

    location: Uri
    retries: Retries = Field(default_factory=Retries)
    start_time: DateTime | None = None
    stop_time: DateTime | None = None


class GetDiagnosticsResponse(Model):
    """Answers GetDiagnosticsRequest.

    Attributes:
        file_name: `fileName`: text; optional.
    """

    file_name: str | None = None


class GetInstalledCertificateIdsRequest(
    Model, BackOfficeRequest["GetInstalledCertificateIdsResponse"]
):
    """Sent by the CentralSystem (Security; OCPP 1.6 security white paper 5.7, 5.8).

    Not in OCPP 1.5.

    Attributes:
        certificate_type: `certificateType`: CertificateUseEnumType.
    """

    certificate_type: CertificateUseEnumType


class GetInstalledCertificateIdsResponse(Model):
    """Answers GetInstalledCertificateIdsRequest. Not in OCPP 1.5.

    Attributes:
        certificate_hash_data: `certificateHashData`: array of CertificateHashDataType,
            at least 1 item; optional.
        status: `status`: GetInstalledCertificateStatusEnumType.
    """

    certificate_hash_data: Annotated[Sequence[CertificateHashDataType], Array()] = ()
    status: GetInstalledCertificateStatusEnumType


class GetLocalListVersionRequest(
    Model, BackOfficeRequest["GetLocalListVersionResponse"]
):
    """Sent by the CentralSystem (Local Auth List Management).

    Defined in OCPP 1.6 6.27, 6.28; 5.10: -1 if the charge point has no such list.
    """


class GetLocalListVersionResponse(Model):
    """Answers GetLocalListVersionRequest.

    Attributes:
        list_version: `listVersion`: ListVersion.
    """

    list_version: ListVersion


class GetLogRequest(Model, BackOfficeRequest["GetLogResponse"]):
    """Sent by the CentralSystem (Security; OCPP 1.6 security white paper 5.9, 5.10).

    Not in OCPP 1.5.

    Attributes:
        log: `log`: LogParametersType.
        log_type: `logType`: LogEnumType.
        request_id: `requestId`: integer.
        retries: `retries`, `retryInterval`: Retries; optional.
    """

    log: LogParametersType
    log_type: LogEnumType
    request_id: int
    retries: Retries = Field(default_factory=Retries)


class GetLogResponse(Model):
    """Answers GetLogRequest. Not in OCPP 1.5.

    Attributes:
        status: `status`: LogStatusEnumType.
        filename: `filename`: text of at most 255 characters; optional.
    """

    status: LogStatusEnumType
    filename: Annotated[str | None, Field(max_length=255)] = None


class HeartbeatRequest(Model, StationRequest["HeartbeatResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.6 6.29, 6.30)."""


class HeartbeatResponse(Model):
    """Answers HeartbeatRequest.

    Attributes:
        current_time: `currentTime`: date-time in UTC.
    """

    current_time: DateTime


class InstallCertificateRequest(Model, BackOfficeRequest["InstallCertificateResponse"]):
    """Sent by the CentralSystem (Security).

    Defined in OCPP 1.6 security white paper 5.11, 5.12.

    Not in OCPP 1.5.

    Attributes:
        certificate_type: `certificateType`: CertificateUseEnumType.
        certificate: `certificate`: text of at most 5500 characters, PEM.
    """

    certificate_type: CertificateUseEnumType
    certificate: Annotated[str, Field(max_length=5500)]


class InstallCertificateResponse(Model):
    """Answers InstallCertificateRequest. Not in OCPP 1.5.

    Attributes:
        status: `status`: InstallCertificateStatusEnumType.
    """

    status: InstallCertificateStatusEnumType


class LogStatusNotificationRequest(
    Model, StationRequest["LogStatusNotificationResponse"]
):
    """Sent by the ChargePoint (Security; OCPP 1.6 security white paper 5.13, 5.14).

    Not in OCPP 1.5.

    Attributes:
        status: `status`: UploadLogStatusEnumType.
        request_id: `requestId`: integer; optional.
    """

    status: UploadLogStatusEnumType
    request_id: int | None = None


class LogStatusNotificationResponse(Model):
    """Answers LogStatusNotificationRequest. Not in OCPP 1.5."""


class MeterValuesRequest(Model, StationRequest["MeterValuesResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.6 6.31, 6.32).

    Attributes:
        scope: `connectorId`: Scope.
        transaction_id: `transactionId`: integer; optional.
        meter_value: `values` in 1.5; `meterValue` in 1.6: array of MeterValue;
            optional.
    """

    scope: Annotated[Scope, OneOf]
    transaction_id: int | None = None
    meter_value: Annotated[Sequence[MeterValue], Array()] = ()


class MeterValuesResponse(Model):
    """Answers MeterValuesRequest."""


class RemoteStartTransactionRequest(
    Model, BackOfficeRequest["RemoteStartTransactionResponse"]
):
    """Sent by the CentralSystem (Core; OCPP 1.6 6.33, 6.34).

    Attributes:
        connector: `connectorId`: Connector; optional.
        id_tag: `idTag`: text of at most 20 characters.
        charging_profile: `chargingProfile` in 1.6: ChargingProfile; optional.
    """

    connector: Connector | None = None
    id_tag: Annotated[str, Field(max_length=20)]
    charging_profile: ChargingProfile | None = None


class RemoteStartTransactionResponse(Model):
    """Answers RemoteStartTransactionRequest.

    Attributes:
        accepted: `status`: boolean.
    """

    accepted: bool


class RemoteStopTransactionRequest(
    Model, BackOfficeRequest["RemoteStopTransactionResponse"]
):
    """Sent by the CentralSystem (Core; OCPP 1.6 6.35, 6.36).

    Attributes:
        transaction_id: `transactionId`: integer.
    """

    transaction_id: int


class RemoteStopTransactionResponse(Model):
    """Answers RemoteStopTransactionRequest.

    Attributes:
        accepted: `status`: boolean.
    """

    accepted: bool


class ReserveNowRequest(Model, BackOfficeRequest["ReserveNowResponse"]):
    """Sent by the CentralSystem (Reservation; OCPP 1.6 6.37, 6.38).

    Attributes:
        scope: `connectorId`: Scope.
        expiry_date: `expiryDate`: date-time in UTC.
        id_tag: `idTag`: text of at most 20 characters.
        parent_id_tag: `parentIdTag`: text of at most 20 characters; optional.
        reservation_id: `reservationId`: integer.
    """

    scope: Annotated[Scope, OneOf]
    expiry_date: DateTime
    id_tag: Annotated[str, Field(max_length=20)]
    parent_id_tag: Annotated[str | None, Field(max_length=20)] = None
    reservation_id: int


class ReserveNowResponse(Model):
    """Answers ReserveNowRequest.

    Attributes:
        status: `status`: ReservationStatus.
    """

    status: ReservationStatus


class ResetRequest(Model, BackOfficeRequest["ResetResponse"]):
    """Sent by the CentralSystem (Core; OCPP 1.6 6.39, 6.40).

    Attributes:
        type: `type`: ResetType.
    """

    type: ResetType


class ResetResponse(Model):
    """Answers ResetRequest.

    Attributes:
        accepted: `status`: boolean.
    """

    accepted: bool


class SecurityEventNotificationRequest(
    Model, StationRequest["SecurityEventNotificationResponse"]
):
    """Sent by the ChargePoint (Security; OCPP 1.6 security white paper 5.15, 5.16).

    Not in OCPP 1.5.

    Attributes:
        type: `type`: text of at most 50 characters.
        timestamp: `timestamp`: date-time in UTC.
        tech_info: `techInfo`: text of at most 255 characters; optional.
    """

    type: Annotated[str, Field(max_length=50)]
    timestamp: DateTime
    tech_info: Annotated[str | None, Field(max_length=255)] = None


class SecurityEventNotificationResponse(Model):
    """Answers SecurityEventNotificationRequest. Not in OCPP 1.5."""


class SendLocalListRequest(Model, BackOfficeRequest["SendLocalListResponse"]):
    """Sent by the CentralSystem (Local Auth List Management; OCPP 1.6 6.41, 6.42).

    Attributes:
        list_version: `listVersion`: integer.
        local_authorization_list: `localAuthorisationList` in 1.5;
            `localAuthorizationList` in 1.6: array of AuthorizationData; optional.
        update_type: `updateType`: UpdateType.
        hash: `hash` in 1.5: text; optional.
    """

    list_version: int
    local_authorization_list: Annotated[
        Sequence[Annotated[AuthorizationData, OneOf]], Array()
    ] = ()
    update_type: UpdateType
    hash: str | None = None


class SendLocalListResponse(Model):
    """Answers SendLocalListRequest.

    Attributes:
        status: `status`: UpdateStatus.
        hash: `hash` in 1.5: text; optional.
    """

    status: UpdateStatus
    hash: str | None = None


class SetChargingProfileRequest(Model, BackOfficeRequest["SetChargingProfileResponse"]):
    """Sent by the CentralSystem (Smart Charging; OCPP 1.6 6.43, 6.44).

    Not in OCPP 1.5.

    Attributes:
        scope: `connectorId`: Scope.
        cs_charging_profiles: `csChargingProfiles`: ChargingProfile.
    """

    scope: Annotated[Scope, OneOf]
    cs_charging_profiles: ChargingProfile


class SetChargingProfileResponse(Model):
    """Answers SetChargingProfileRequest. Not in OCPP 1.5.

    Attributes:
        status: `status`: ChargingProfileStatus.
    """

    status: ChargingProfileStatus


class SignCertificateRequest(Model, StationRequest["SignCertificateResponse"]):
    """Sent by the ChargePoint (Security; OCPP 1.6 security white paper 5.17, 5.18).

    Not in OCPP 1.5.

    Attributes:
        csr: `csr`: text of at most 5500 characters, PEM.
    """

    csr: Annotated[str, Field(max_length=5500)]


class SignCertificateResponse(Model):
    """Answers SignCertificateRequest. Not in OCPP 1.5.

    Attributes:
        accepted: `status`: boolean.
    """

    accepted: bool


class SignedFirmwareStatusNotificationRequest(
    Model, StationRequest["SignedFirmwareStatusNotificationResponse"]
):
    """Sent by the ChargePoint (Security; OCPP 1.6 security white paper 5.19, 5.20).

    Not in OCPP 1.5.

    Attributes:
        status: `status`: FirmwareStatusEnumType.
        request_id: `requestId`: integer; optional.
    """

    status: FirmwareStatusEnumType
    request_id: int | None = None


class SignedFirmwareStatusNotificationResponse(Model):
    """Answers SignedFirmwareStatusNotificationRequest. Not in OCPP 1.5."""


class SignedUpdateFirmwareRequest(
    Model, BackOfficeRequest["SignedUpdateFirmwareResponse"]
):
    """Sent by the CentralSystem (Security).

    Defined in OCPP 1.6 security white paper 5.21, 5.22.

    Not in OCPP 1.5.

    Attributes:
        retries: `retries`, `retryInterval`: Retries; optional.
        request_id: `requestId`: integer.
        firmware: `firmware`: FirmwareType.
    """

    retries: Retries = Field(default_factory=Retries)
    request_id: int
    firmware: FirmwareType


class SignedUpdateFirmwareResponse(Model):
    """Answers SignedUpdateFirmwareRequest. Not in OCPP 1.5.

    Attributes:
        status: `status`: UpdateFirmwareStatusEnumType.
    """

    status: UpdateFirmwareStatusEnumType


class StartTransactionRequest(Model, StationRequest["StartTransactionResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.6 6.45, 6.46).

    Attributes:
        connector: `connectorId`: Connector.
        id_tag: `idTag`: text of at most 20 characters.
        meter_start: `meterStart`: integer, in Wh.
        reservation_id: `reservationId`: integer; optional.
        timestamp: `timestamp`: date-time in UTC.
    """

    connector: Connector
    id_tag: Annotated[str, Field(max_length=20)]
    meter_start: int
    reservation_id: int | None = None
    timestamp: DateTime


class StartTransactionResponse(Model):
    """Answers StartTransactionRequest.

    Attributes:
        id_tag_info: `idTagInfo`: IdTagInfo.
        transaction_id: `transactionId`: integer.
    """

    id_tag_info: IdTagInfo
    transaction_id: int


class StatusNotificationRequest(Model, StationRequest["StatusNotificationResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.6 6.47, 6.48).

    Attributes:
        scope: `connectorId`: Scope.
        status: `status`, `errorCode`, `info`, `vendorErrorCode`: ChargePointStatus.
        timestamp: `timestamp`: date-time in UTC; optional.
        vendor_id: `vendorId`: text; optional.
    """

    scope: Annotated[Scope, OneOf]
    status: Annotated[ChargePointStatus, OneOf]
    timestamp: DateTime | None = None
    vendor_id: str | None = None


class StatusNotificationResponse(Model):
    """Answers StatusNotificationRequest."""


class StopTransactionRequest(Model, StationRequest["StopTransactionResponse"]):
    """Sent by the ChargePoint (Core; OCPP 1.6 6.49, 6.50).

    Attributes:
        id_tag: `idTag`: text of at most 20 characters; optional.
        meter_stop: `meterStop`: integer, in Wh.
        timestamp: `timestamp`: date-time in UTC.
        transaction_id: `transactionId`: integer.
        reason: `reason` in 1.6: Reason; default Local.
        transaction_data: `transactionData[].values` in 1.5; `transactionData` in 1.6:
            array of MeterValue; optional.
    """

    id_tag: Annotated[str | None, Field(max_length=20)] = None
    meter_stop: int
    timestamp: DateTime
    transaction_id: int
    reason: Reason = Reason.LOCAL
    transaction_data: Annotated[Sequence[MeterValue], Array()] = ()


class StopTransactionResponse(Model):
    """Answers StopTransactionRequest.

    Attributes:
        id_tag_info: `idTagInfo`: IdTagInfo; optional.
    """

    id_tag_info: IdTagInfo | None = None


class TriggerMessageRequest(Model, BackOfficeRequest["TriggerMessageResponse"]):
    """Sent by the CentralSystem (Remote Trigger; OCPP 1.6 6.51, 6.52).

    Not in OCPP 1.5.

    Attributes:
        requested_message: `requestedMessage`, `connectorId`: MessageTrigger.
    """

    requested_message: Annotated[MessageTrigger, OneOf]


class TriggerMessageResponse(Model):
    """Answers TriggerMessageRequest. Not in OCPP 1.5.

    Attributes:
        status: `status`: TriggerMessageStatus.
    """

    status: TriggerMessageStatus


class UnlockConnectorRequest(Model, BackOfficeRequest["UnlockConnectorResponse"]):
    """Sent by the CentralSystem (Core; OCPP 1.6 6.53, 6.54).

    Attributes:
        connector: `connectorId`: Connector.
    """

    connector: Connector


class UnlockConnectorResponse(Model):
    """Answers UnlockConnectorRequest.

    Attributes:
        status: `status`: UnlockStatus.
    """

    status: UnlockStatus


class UpdateFirmwareRequest(Model, BackOfficeRequest["UpdateFirmwareResponse"]):
    """Sent by the CentralSystem (Firmware Management; OCPP 1.6 6.55, 6.56).

    Attributes:
        location: `location`: URI.
        retries: `retries`, `retryInterval`: Retries; optional.
        retrieve_date: `retrieveDate`: date-time in UTC.
    """

    location: Uri
    retries: Retries = Field(default_factory=Retries)
    retrieve_date: DateTime


class UpdateFirmwareResponse(Model):
    """Answers UpdateFirmwareRequest."""
