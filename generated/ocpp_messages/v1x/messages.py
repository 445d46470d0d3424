# Generated from schemas/v1x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The messages of OCPP 1.x."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from ocpp_messages.model import Array, DateTime, Request, Uri
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
    MessageTriggerEnumType,
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


class AuthorizeRequest(Model, Request["AuthorizeResponse"]):
    """OCPP 1.6 6.1, 6.2."""

    id_tag: Annotated[str, Field(max_length=20)]


class AuthorizeResponse(Model):
    """OCPP 1.6 6.1, 6.2."""

    id_tag_info: IdTagInfo


class BootNotificationRequest(Model, Request["BootNotificationResponse"]):
    """OCPP 1.6 6.3, 6.4."""

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
    """OCPP 1.6 6.3, 6.4."""

    status: RegistrationStatus
    current_time: DateTime
    interval: Duration


class CancelReservationRequest(Model, Request["CancelReservationResponse"]):
    """OCPP 1.6 6.5, 6.6."""

    reservation_id: int


class CancelReservationResponse(Model):
    """OCPP 1.6 6.5, 6.6."""

    accepted: bool


class CertificateSignedRequest(Model, Request["CertificateSignedResponse"]):
    """OCPP 1.6 security white paper 5.1, 5.2."""

    certificate_chain: Annotated[str, Field(max_length=10000)]


class CertificateSignedResponse(Model):
    """OCPP 1.6 security white paper 5.1, 5.2."""

    accepted: bool


class ChangeAvailabilityRequest(Model, Request["ChangeAvailabilityResponse"]):
    """OCPP 1.6 6.7, 6.8."""

    scope: Annotated[Scope, OneOf]
    type: AvailabilityType


class ChangeAvailabilityResponse(Model):
    """OCPP 1.6 6.7, 6.8."""

    status: AvailabilityStatus


class ChangeConfigurationRequest(Model, Request["ChangeConfigurationResponse"]):
    """OCPP 1.6 6.9, 6.10."""

    key: str
    value: str


class ChangeConfigurationResponse(Model):
    """OCPP 1.6 6.9, 6.10."""

    status: ConfigurationStatus


class ClearCacheRequest(Model, Request["ClearCacheResponse"]):
    """OCPP 1.6 6.11, 6.12."""


class ClearCacheResponse(Model):
    """OCPP 1.6 6.11, 6.12."""

    accepted: bool


class ClearChargingProfileRequest(Model, Request["ClearChargingProfileResponse"]):
    """OCPP 1.6 6.13, 6.14."""

    id: int | None = None
    scope: Annotated[Scope | None, OneOf] = None
    charging_profile_purpose: ChargingProfilePurpose | None = None
    stack_level: int | None = None


class ClearChargingProfileResponse(Model):
    """OCPP 1.6 6.13, 6.14."""

    status: ClearChargingProfileStatus


class DataTransferRequest(Model, Request["DataTransferResponse"]):
    """OCPP 1.6 6.15, 6.16."""

    vendor_id: str
    message_id: str | None = None
    data: str | None = None


class DataTransferResponse(Model):
    """OCPP 1.6 6.15, 6.16."""

    status: DataTransferStatus
    data: str | None = None


class DeleteCertificateRequest(Model, Request["DeleteCertificateResponse"]):
    """OCPP 1.6 security white paper 5.3, 5.4."""

    certificate_hash_data: CertificateHashDataType


class DeleteCertificateResponse(Model):
    """OCPP 1.6 security white paper 5.3, 5.4."""

    status: DeleteCertificateStatusEnumType


class DiagnosticsStatusNotificationRequest(
    Model, Request["DiagnosticsStatusNotificationResponse"]
):
    """OCPP 1.6 6.17, 6.18."""

    status: DiagnosticsStatus


class DiagnosticsStatusNotificationResponse(Model):
    """OCPP 1.6 6.17, 6.18."""


class ExtendedTriggerMessageRequest(Model, Request["ExtendedTriggerMessageResponse"]):
    """OCPP 1.6 security white paper 5.5, 5.6."""

    requested_message: MessageTriggerEnumType
    connector: Connector | None = None


class ExtendedTriggerMessageResponse(Model):
    """OCPP 1.6 security white paper 5.5, 5.6."""

    status: TriggerMessageStatusEnumType


class FirmwareStatusNotificationRequest(
    Model, Request["FirmwareStatusNotificationResponse"]
):
    """OCPP 1.6 6.19, 6.20."""

    status: FirmwareStatus


class FirmwareStatusNotificationResponse(Model):
    """OCPP 1.6 6.19, 6.20."""


class GetCompositeScheduleRequest(Model, Request["GetCompositeScheduleResponse"]):
    """OCPP 1.6 6.21, 6.22."""

    scope: Annotated[Scope, OneOf]
    duration: Duration
    charging_rate_unit: ChargingRateUnit | None = None


class GetCompositeScheduleResponse(Model):
    """OCPP 1.6 6.21, 6.22."""

    schedule: Annotated[CompositeSchedule, OneOf]


class GetConfigurationRequest(Model, Request["GetConfigurationResponse"]):
    """OCPP 1.6 6.23, 6.24."""

    key: Annotated[Sequence[str], Array()] = ()


class GetConfigurationResponse(Model):
    """OCPP 1.6 6.23, 6.24."""

    configuration_key: Annotated[Sequence[KeyValue], Array()] = ()
    unknown_key: Annotated[Sequence[str], Array()] = ()


class GetDiagnosticsRequest(Model, Request["GetDiagnosticsResponse"]):
    """OCPP 1.6 6.25, 6.26."""

    location: Uri
    start_time: DateTime | None = None
    stop_time: DateTime | None = None
    retries: Retries = Field(default_factory=Retries)


class GetDiagnosticsResponse(Model):
    """OCPP 1.6 6.25, 6.26."""

    file_name: str | None = None


class GetInstalledCertificateIdsRequest(
    Model, Request["GetInstalledCertificateIdsResponse"]
):
    """OCPP 1.6 security white paper 5.7, 5.8."""

    certificate_type: CertificateUseEnumType


class GetInstalledCertificateIdsResponse(Model):
    """OCPP 1.6 security white paper 5.7, 5.8."""

    certificate_hash_data: Annotated[
        Sequence[CertificateHashDataType], Array(min_items=1)
    ] = ()
    status: GetInstalledCertificateStatusEnumType


class GetLocalListVersionRequest(Model, Request["GetLocalListVersionResponse"]):
    """OCPP 1.6 6.27, 6.28; 5.10: -1 if the charge point has no such list."""


class GetLocalListVersionResponse(Model):
    """OCPP 1.6 6.27, 6.28; 5.10: -1 if the charge point has no such list."""

    list_version: ListVersion


class GetLogRequest(Model, Request["GetLogResponse"]):
    """OCPP 1.6 security white paper 5.9, 5.10."""

    log: LogParametersType
    log_type: LogEnumType
    request_id: int
    retries: Retries = Field(default_factory=Retries)


class GetLogResponse(Model):
    """OCPP 1.6 security white paper 5.9, 5.10."""

    status: LogStatusEnumType
    filename: Annotated[str | None, Field(max_length=255)] = None


class HeartbeatRequest(Model, Request["HeartbeatResponse"]):
    """OCPP 1.6 6.29, 6.30."""


class HeartbeatResponse(Model):
    """OCPP 1.6 6.29, 6.30."""

    current_time: DateTime


class InstallCertificateRequest(Model, Request["InstallCertificateResponse"]):
    """OCPP 1.6 security white paper 5.11, 5.12."""

    certificate_type: CertificateUseEnumType
    certificate: Annotated[str, Field(max_length=5500)]


class InstallCertificateResponse(Model):
    """OCPP 1.6 security white paper 5.11, 5.12."""

    status: InstallCertificateStatusEnumType


class LogStatusNotificationRequest(Model, Request["LogStatusNotificationResponse"]):
    """OCPP 1.6 security white paper 5.13, 5.14."""

    status: UploadLogStatusEnumType
    request_id: int | None = None


class LogStatusNotificationResponse(Model):
    """OCPP 1.6 security white paper 5.13, 5.14."""


class MeterValuesRequest(Model, Request["MeterValuesResponse"]):
    """OCPP 1.6 6.31, 6.32."""

    scope: Annotated[Scope, OneOf]
    transaction_id: int | None = None
    meter_value: Annotated[Sequence[MeterValue], Array()] = ()


class MeterValuesResponse(Model):
    """OCPP 1.6 6.31, 6.32."""


class RemoteStartTransactionRequest(Model, Request["RemoteStartTransactionResponse"]):
    """OCPP 1.6 6.33, 6.34."""

    id_tag: Annotated[str, Field(max_length=20)]
    connector: Connector | None = None
    charging_profile: ChargingProfile | None = None


class RemoteStartTransactionResponse(Model):
    """OCPP 1.6 6.33, 6.34."""

    accepted: bool


class RemoteStopTransactionRequest(Model, Request["RemoteStopTransactionResponse"]):
    """OCPP 1.6 6.35, 6.36."""

    transaction_id: int


class RemoteStopTransactionResponse(Model):
    """OCPP 1.6 6.35, 6.36."""

    accepted: bool


class ReserveNowRequest(Model, Request["ReserveNowResponse"]):
    """OCPP 1.6 6.37, 6.38."""

    scope: Annotated[Scope, OneOf]
    expiry_date: DateTime
    id_tag: Annotated[str, Field(max_length=20)]
    parent_id_tag: Annotated[str | None, Field(max_length=20)] = None
    reservation_id: int


class ReserveNowResponse(Model):
    """OCPP 1.6 6.37, 6.38."""

    status: ReservationStatus


class ResetRequest(Model, Request["ResetResponse"]):
    """OCPP 1.6 6.39, 6.40."""

    type: ResetType


class ResetResponse(Model):
    """OCPP 1.6 6.39, 6.40."""

    accepted: bool


class SecurityEventNotificationRequest(
    Model, Request["SecurityEventNotificationResponse"]
):
    """OCPP 1.6 security white paper 5.15, 5.16."""

    type: Annotated[str, Field(max_length=50)]
    timestamp: DateTime
    tech_info: Annotated[str | None, Field(max_length=255)] = None


class SecurityEventNotificationResponse(Model):
    """OCPP 1.6 security white paper 5.15, 5.16."""


class SendLocalListRequest(Model, Request["SendLocalListResponse"]):
    """OCPP 1.6 6.41, 6.42."""

    update_type: UpdateType
    list_version: int
    local_authorization_list: Annotated[
        Sequence[Annotated[AuthorizationData, OneOf]], Array()
    ] = ()
    hash: str | None = None


class SendLocalListResponse(Model):
    """OCPP 1.6 6.41, 6.42."""

    status: UpdateStatus
    hash: str | None = None


class SetChargingProfileRequest(Model, Request["SetChargingProfileResponse"]):
    """OCPP 1.6 6.43, 6.44."""

    scope: Annotated[Scope, OneOf]
    cs_charging_profiles: ChargingProfile


class SetChargingProfileResponse(Model):
    """OCPP 1.6 6.43, 6.44."""

    status: ChargingProfileStatus


class SignCertificateRequest(Model, Request["SignCertificateResponse"]):
    """OCPP 1.6 security white paper 5.17, 5.18."""

    csr: Annotated[str, Field(max_length=5500)]


class SignCertificateResponse(Model):
    """OCPP 1.6 security white paper 5.17, 5.18."""

    accepted: bool


class SignedFirmwareStatusNotificationRequest(
    Model, Request["SignedFirmwareStatusNotificationResponse"]
):
    """OCPP 1.6 security white paper 5.19, 5.20."""

    status: FirmwareStatusEnumType
    request_id: int | None = None


class SignedFirmwareStatusNotificationResponse(Model):
    """OCPP 1.6 security white paper 5.19, 5.20."""


class SignedUpdateFirmwareRequest(Model, Request["SignedUpdateFirmwareResponse"]):
    """OCPP 1.6 security white paper 5.21, 5.22."""

    retries: Retries = Field(default_factory=Retries)
    request_id: int
    firmware: FirmwareType


class SignedUpdateFirmwareResponse(Model):
    """OCPP 1.6 security white paper 5.21, 5.22."""

    status: UpdateFirmwareStatusEnumType


class StartTransactionRequest(Model, Request["StartTransactionResponse"]):
    """OCPP 1.6 6.45, 6.46."""

    connector: Connector
    id_tag: Annotated[str, Field(max_length=20)]
    timestamp: DateTime
    meter_start: int
    reservation_id: int | None = None


class StartTransactionResponse(Model):
    """OCPP 1.6 6.45, 6.46."""

    transaction_id: int
    id_tag_info: IdTagInfo


class StatusNotificationRequest(Model, Request["StatusNotificationResponse"]):
    """OCPP 1.6 6.47, 6.48."""

    scope: Annotated[Scope, OneOf]
    status: Annotated[ChargePointStatus, OneOf]
    timestamp: DateTime | None = None
    vendor_id: str | None = None


class StatusNotificationResponse(Model):
    """OCPP 1.6 6.47, 6.48."""


class StopTransactionRequest(Model, Request["StopTransactionResponse"]):
    """OCPP 1.6 6.49, 6.50."""

    transaction_id: int
    id_tag: Annotated[str | None, Field(max_length=20)] = None
    timestamp: DateTime
    meter_stop: int
    reason: Reason = Reason.LOCAL
    transaction_data: Annotated[Sequence[MeterValue], Array()] = ()


class StopTransactionResponse(Model):
    """OCPP 1.6 6.49, 6.50."""

    id_tag_info: IdTagInfo | None = None


class TriggerMessageRequest(Model, Request["TriggerMessageResponse"]):
    """OCPP 1.6 6.51, 6.52."""

    requested_message: Annotated[MessageTrigger, OneOf]


class TriggerMessageResponse(Model):
    """OCPP 1.6 6.51, 6.52."""

    status: TriggerMessageStatus


class UnlockConnectorRequest(Model, Request["UnlockConnectorResponse"]):
    """OCPP 1.6 6.53, 6.54."""

    connector: Connector


class UnlockConnectorResponse(Model):
    """OCPP 1.6 6.53, 6.54."""

    status: UnlockStatus


class UpdateFirmwareRequest(Model, Request["UpdateFirmwareResponse"]):
    """OCPP 1.6 6.55, 6.56."""

    retrieve_date: DateTime
    location: Uri
    retries: Retries = Field(default_factory=Retries)


class UpdateFirmwareResponse(Model):
    """OCPP 1.6 6.55, 6.56."""
