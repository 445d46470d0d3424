# Generated from the schemas of OCPP 2.0.1 by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The messages of OCPP 2.0.1."""

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
    "ClearCacheRequest",
    "ClearCacheResponse",
    "ClearChargingProfileRequest",
    "ClearChargingProfileResponse",
    "ClearDisplayMessageRequest",
    "ClearDisplayMessageResponse",
    "ClearVariableMonitoringRequest",
    "ClearVariableMonitoringResponse",
    "ClearedChargingLimitRequest",
    "ClearedChargingLimitResponse",
    "CostUpdatedRequest",
    "CostUpdatedResponse",
    "CustomerInformationRequest",
    "CustomerInformationResponse",
    "DataTransferRequest",
    "DataTransferResponse",
    "DeleteCertificateRequest",
    "DeleteCertificateResponse",
    "FirmwareStatusNotificationRequest",
    "FirmwareStatusNotificationResponse",
    "Get15118EVCertificateRequest",
    "Get15118EVCertificateResponse",
    "GetBaseReportRequest",
    "GetBaseReportResponse",
    "GetCertificateStatusRequest",
    "GetCertificateStatusResponse",
    "GetChargingProfilesRequest",
    "GetChargingProfilesResponse",
    "GetCompositeScheduleRequest",
    "GetCompositeScheduleResponse",
    "GetDisplayMessagesRequest",
    "GetDisplayMessagesResponse",
    "GetInstalledCertificateIdsRequest",
    "GetInstalledCertificateIdsResponse",
    "GetLocalListVersionRequest",
    "GetLocalListVersionResponse",
    "GetLogRequest",
    "GetLogResponse",
    "GetMonitoringReportRequest",
    "GetMonitoringReportResponse",
    "GetReportRequest",
    "GetReportResponse",
    "GetTransactionStatusRequest",
    "GetTransactionStatusResponse",
    "GetVariablesRequest",
    "GetVariablesResponse",
    "HeartbeatRequest",
    "HeartbeatResponse",
    "InstallCertificateRequest",
    "InstallCertificateResponse",
    "LogStatusNotificationRequest",
    "LogStatusNotificationResponse",
    "MeterValuesRequest",
    "MeterValuesResponse",
    "NotifyChargingLimitRequest",
    "NotifyChargingLimitResponse",
    "NotifyCustomerInformationRequest",
    "NotifyCustomerInformationResponse",
    "NotifyDisplayMessagesRequest",
    "NotifyDisplayMessagesResponse",
    "NotifyEVChargingNeedsRequest",
    "NotifyEVChargingNeedsResponse",
    "NotifyEVChargingScheduleRequest",
    "NotifyEVChargingScheduleResponse",
    "NotifyEventRequest",
    "NotifyEventResponse",
    "NotifyMonitoringReportRequest",
    "NotifyMonitoringReportResponse",
    "NotifyReportRequest",
    "NotifyReportResponse",
    "PublishFirmwareRequest",
    "PublishFirmwareResponse",
    "PublishFirmwareStatusNotificationRequest",
    "PublishFirmwareStatusNotificationResponse",
    "ReportChargingProfilesRequest",
    "ReportChargingProfilesResponse",
    "RequestStartTransactionRequest",
    "RequestStartTransactionResponse",
    "RequestStopTransactionRequest",
    "RequestStopTransactionResponse",
    "ReservationStatusUpdateRequest",
    "ReservationStatusUpdateResponse",
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
    "SetDisplayMessageRequest",
    "SetDisplayMessageResponse",
    "SetMonitoringBaseRequest",
    "SetMonitoringBaseResponse",
    "SetMonitoringLevelRequest",
    "SetMonitoringLevelResponse",
    "SetNetworkProfileRequest",
    "SetNetworkProfileResponse",
    "SetVariableMonitoringRequest",
    "SetVariableMonitoringResponse",
    "SetVariablesRequest",
    "SetVariablesResponse",
    "SignCertificateRequest",
    "SignCertificateResponse",
    "StatusNotificationRequest",
    "StatusNotificationResponse",
    "TransactionEventRequest",
    "TransactionEventResponse",
    "TriggerMessageRequest",
    "TriggerMessageResponse",
    "UnlockConnectorRequest",
    "UnlockConnectorResponse",
    "UnpublishFirmwareRequest",
    "UnpublishFirmwareResponse",
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
    Json,
    Omittable,
    StationRequest,
)
from ocpp_messages.v201.base import Model
from ocpp_messages.v201.datatypes import (
    AuthorizationData,
    CertificateHashDataChainType,
    CertificateHashDataType,
    ChargingLimitType,
    ChargingNeedsType,
    ChargingProfileCriterionType,
    ChargingProfileType,
    ChargingScheduleType,
    ChargingStationType,
    ClearChargingProfileType,
    ClearMonitoringResultType,
    ComponentVariableType,
    CompositeScheduleType,
    CustomDataType,
    EventDataType,
    EVSEType,
    FirmwareType,
    GetVariableDataType,
    GetVariableResultType,
    IdTokenInfoType,
    IdTokenType,
    LogParametersType,
    MessageContentType,
    MessageInfoType,
    MeterValueType,
    MonitoringDataType,
    NetworkConnectionProfileType,
    OCSPRequestDataType,
    ReportDataType,
    SetMonitoringDataType,
    SetMonitoringResultType,
    SetVariableDataType,
    SetVariableResultType,
    StatusInfoType,
    TransactionType,
)
from ocpp_messages.v201.enumerations import (
    AuthorizeCertificateStatusEnumType,
    BootReasonEnumType,
    CancelReservationStatusEnumType,
    CertificateActionEnumType,
    CertificateSignedStatusEnumType,
    CertificateSigningUseEnumType,
    ChangeAvailabilityStatusEnumType,
    ChargingLimitSourceEnumType,
    ChargingProfileStatusEnumType,
    ChargingRateUnitEnumType,
    ClearCacheStatusEnumType,
    ClearChargingProfileStatusEnumType,
    ClearMessageStatusEnumType,
    ComponentCriterionEnumType,
    ConnectorEnumType,
    ConnectorStatusEnumType,
    CustomerInformationStatusEnumType,
    DataTransferStatusEnumType,
    DeleteCertificateStatusEnumType,
    DisplayMessageStatusEnumType,
    FirmwareStatusEnumType,
    GenericDeviceModelStatusEnumType,
    GenericStatusEnumType,
    GetCertificateIdUseEnumType,
    GetCertificateStatusEnumType,
    GetChargingProfileStatusEnumType,
    GetDisplayMessagesStatusEnumType,
    GetInstalledCertificateStatusEnumType,
    InstallCertificateStatusEnumType,
    InstallCertificateUseEnumType,
    Iso15118EVCertificateStatusEnumType,
    LogEnumType,
    LogStatusEnumType,
    MessagePriorityEnumType,
    MessageStateEnumType,
    MessageTriggerEnumType,
    MonitoringBaseEnumType,
    MonitoringCriterionEnumType,
    NotifyEVChargingNeedsStatusEnumType,
    OperationalStatusEnumType,
    PublishFirmwareStatusEnumType,
    RegistrationStatusEnumType,
    ReportBaseEnumType,
    RequestStartStopStatusEnumType,
    ReservationUpdateStatusEnumType,
    ReserveNowStatusEnumType,
    ResetEnumType,
    ResetStatusEnumType,
    SendLocalListStatusEnumType,
    SetNetworkProfileStatusEnumType,
    TransactionEventEnumType,
    TriggerMessageStatusEnumType,
    TriggerReasonEnumType,
    UnlockStatusEnumType,
    UnpublishFirmwareStatusEnumType,
    UpdateEnumType,
    UpdateFirmwareStatusEnumType,
    UploadLogStatusEnumType,
)


class AuthorizeRequest(Model, StationRequest["AuthorizeResponse"]):
    """Sent by the ChargingStation (C Authorization).

    Defined in OCPP 2.0.1 part 2, Messages 1.1.
    """

    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    certificate: Annotated[str | None, Field(max_length=5500), Omittable] = None
    iso15118_certificate_hash_data: Annotated[
        Sequence[OCSPRequestDataType] | None,
        Field(alias="iso15118CertificateHashData"),
        Array(min_items=1, max_items=4),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class AuthorizeResponse(Model):
    """Answers AuthorizeRequest."""

    id_token_info: Annotated[IdTokenInfoType, Field(alias="idTokenInfo")]
    certificate_status: Annotated[
        AuthorizeCertificateStatusEnumType | None,
        Field(alias="certificateStatus"),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class BootNotificationRequest(Model, StationRequest["BootNotificationResponse"]):
    """Sent by the ChargingStation (B Provisioning; OCPP 2.0.1 part 2, Messages 1.2)."""

    charging_station: Annotated[ChargingStationType, Field(alias="chargingStation")]
    reason: BootReasonEnumType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class BootNotificationResponse(Model):
    """Answers BootNotificationRequest."""

    current_time: Annotated[DateTime, Field(alias="currentTime")]
    interval: int
    status: RegistrationStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CancelReservationRequest(Model, BackOfficeRequest["CancelReservationResponse"]):
    """Sent by the CSMS (H Reservation; OCPP 2.0.1 part 2, Messages 1.3)."""

    reservation_id: Annotated[int, Field(alias="reservationId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CancelReservationResponse(Model):
    """Answers CancelReservationRequest."""

    status: CancelReservationStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CertificateSignedRequest(Model, BackOfficeRequest["CertificateSignedResponse"]):
    """Sent by the CSMS (A Security; OCPP 2.0.1 part 2, Messages 1.4)."""

    certificate_chain: Annotated[str, Field(alias="certificateChain", max_length=10000)]
    certificate_type: Annotated[
        CertificateSigningUseEnumType | None, Field(alias="certificateType"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CertificateSignedResponse(Model):
    """Answers CertificateSignedRequest."""

    status: CertificateSignedStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChangeAvailabilityRequest(Model, BackOfficeRequest["ChangeAvailabilityResponse"]):
    """Sent by the CSMS (G Availability; OCPP 2.0.1 part 2, Messages 1.5)."""

    evse: Annotated[EVSEType | None, Omittable] = None
    operational_status: Annotated[
        OperationalStatusEnumType, Field(alias="operationalStatus")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChangeAvailabilityResponse(Model):
    """Answers ChangeAvailabilityRequest."""

    status: ChangeAvailabilityStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearCacheRequest(Model, BackOfficeRequest["ClearCacheResponse"]):
    """Sent by the CSMS (C Authorization; OCPP 2.0.1 part 2, Messages 1.6)."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearCacheResponse(Model):
    """Answers ClearCacheRequest."""

    status: ClearCacheStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearChargingProfileRequest(
    Model, BackOfficeRequest["ClearChargingProfileResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0.1 part 2, Messages 1.7)."""

    charging_profile_id: Annotated[
        int | None, Field(alias="chargingProfileId"), Omittable
    ] = None
    charging_profile_criteria: Annotated[
        ClearChargingProfileType | None,
        Field(alias="chargingProfileCriteria"),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearChargingProfileResponse(Model):
    """Answers ClearChargingProfileRequest."""

    status: ClearChargingProfileStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearDisplayMessageRequest(
    Model, BackOfficeRequest["ClearDisplayMessageResponse"]
):
    """Sent by the CSMS (O Display Message; OCPP 2.0.1 part 2, Messages 1.8)."""

    id: int
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearDisplayMessageResponse(Model):
    """Answers ClearDisplayMessageRequest."""

    status: ClearMessageStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearVariableMonitoringRequest(
    Model, BackOfficeRequest["ClearVariableMonitoringResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.10)."""

    id: Annotated[Sequence[int], Array(min_items=1)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearVariableMonitoringResponse(Model):
    """Answers ClearVariableMonitoringRequest."""

    clear_monitoring_result: Annotated[
        Sequence[ClearMonitoringResultType],
        Field(alias="clearMonitoringResult"),
        Array(min_items=1),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearedChargingLimitRequest(
    Model, StationRequest["ClearedChargingLimitResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0.1 part 2, Messages 1.9.
    """

    charging_limit_source: Annotated[
        ChargingLimitSourceEnumType, Field(alias="chargingLimitSource")
    ]
    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearedChargingLimitResponse(Model):
    """Answers ClearedChargingLimitRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CostUpdatedRequest(Model, BackOfficeRequest["CostUpdatedResponse"]):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.0.1 part 2, Messages 1.11)."""

    total_cost: Annotated[float, Field(alias="totalCost")]
    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CostUpdatedResponse(Model):
    """Answers CostUpdatedRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CustomerInformationRequest(
    Model, BackOfficeRequest["CustomerInformationResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.12)."""

    customer_certificate: Annotated[
        CertificateHashDataType | None, Field(alias="customerCertificate"), Omittable
    ] = None
    id_token: Annotated[IdTokenType | None, Field(alias="idToken"), Omittable] = None
    request_id: Annotated[int, Field(alias="requestId")]
    report: bool
    clear: bool
    customer_identifier: Annotated[
        str | None, Field(alias="customerIdentifier", max_length=64), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CustomerInformationResponse(Model):
    """Answers CustomerInformationRequest."""

    status: CustomerInformationStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class DataTransferRequest(Model, EitherRequest["DataTransferResponse"]):
    """Sent by the ChargingStation or CSMS (P Data Transfer).

    Defined in OCPP 2.0.1 part 2, Messages 1.13.
    """

    message_id: Annotated[
        str | None, Field(alias="messageId", max_length=50), Omittable
    ] = None
    data: Json | None = None
    vendor_id: Annotated[str, Field(alias="vendorId", max_length=255)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class DataTransferResponse(Model):
    """Answers DataTransferRequest."""

    status: DataTransferStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    data: Json | None = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class DeleteCertificateRequest(Model, BackOfficeRequest["DeleteCertificateResponse"]):
    """Sent by the CSMS (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.14.
    """

    certificate_hash_data: Annotated[
        CertificateHashDataType, Field(alias="certificateHashData")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class DeleteCertificateResponse(Model):
    """Answers DeleteCertificateRequest."""

    status: DeleteCertificateStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FirmwareStatusNotificationRequest(
    Model, StationRequest["FirmwareStatusNotificationResponse"]
):
    """Sent by the ChargingStation (L Firmware Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.15.
    """

    status: FirmwareStatusEnumType
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FirmwareStatusNotificationResponse(Model):
    """Answers FirmwareStatusNotificationRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class Get15118EVCertificateRequest(
    Model, StationRequest["Get15118EVCertificateResponse"]
):
    """Sent by the ChargingStation (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.16.
    """

    iso15118_schema_version: Annotated[
        str, Field(alias="iso15118SchemaVersion", max_length=50)
    ]
    action: CertificateActionEnumType
    exi_request: Annotated[str, Field(alias="exiRequest", max_length=5600)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class Get15118EVCertificateResponse(Model):
    """Answers Get15118EVCertificateRequest."""

    status: Iso15118EVCertificateStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    exi_response: Annotated[str, Field(alias="exiResponse", max_length=7500)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetBaseReportRequest(Model, BackOfficeRequest["GetBaseReportResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.17)."""

    request_id: Annotated[int, Field(alias="requestId")]
    report_base: Annotated[ReportBaseEnumType, Field(alias="reportBase")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetBaseReportResponse(Model):
    """Answers GetBaseReportRequest."""

    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetCertificateStatusRequest(
    Model, StationRequest["GetCertificateStatusResponse"]
):
    """Sent by the ChargingStation (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.18.
    """

    ocsp_request_data: Annotated[OCSPRequestDataType, Field(alias="ocspRequestData")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetCertificateStatusResponse(Model):
    """Answers GetCertificateStatusRequest."""

    status: GetCertificateStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    ocsp_result: Annotated[
        str | None, Field(alias="ocspResult", max_length=5500), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetChargingProfilesRequest(
    Model, BackOfficeRequest["GetChargingProfilesResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0.1 part 2, Messages 1.19)."""

    request_id: Annotated[int, Field(alias="requestId")]
    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    charging_profile: Annotated[
        ChargingProfileCriterionType, Field(alias="chargingProfile")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetChargingProfilesResponse(Model):
    """Answers GetChargingProfilesRequest."""

    status: GetChargingProfileStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetCompositeScheduleRequest(
    Model, BackOfficeRequest["GetCompositeScheduleResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0.1 part 2, Messages 1.20)."""

    duration: int
    charging_rate_unit: Annotated[
        ChargingRateUnitEnumType | None, Field(alias="chargingRateUnit"), Omittable
    ] = None
    evse_id: Annotated[int, Field(alias="evseId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetCompositeScheduleResponse(Model):
    """Answers GetCompositeScheduleRequest."""

    status: GenericStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    schedule: Annotated[CompositeScheduleType | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetDisplayMessagesRequest(Model, BackOfficeRequest["GetDisplayMessagesResponse"]):
    """Sent by the CSMS (O Display Message; OCPP 2.0.1 part 2, Messages 1.21)."""

    id: Annotated[Sequence[int] | None, Array(min_items=1), Omittable] = None
    request_id: Annotated[int, Field(alias="requestId")]
    priority: Annotated[MessagePriorityEnumType | None, Omittable] = None
    state: Annotated[MessageStateEnumType | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetDisplayMessagesResponse(Model):
    """Answers GetDisplayMessagesRequest."""

    status: GetDisplayMessagesStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetInstalledCertificateIdsRequest(
    Model, BackOfficeRequest["GetInstalledCertificateIdsResponse"]
):
    """Sent by the CSMS (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.22.
    """

    certificate_type: Annotated[
        Sequence[GetCertificateIdUseEnumType] | None,
        Field(alias="certificateType"),
        Array(min_items=1),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetInstalledCertificateIdsResponse(Model):
    """Answers GetInstalledCertificateIdsRequest."""

    status: GetInstalledCertificateStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    certificate_hash_data_chain: Annotated[
        Sequence[CertificateHashDataChainType] | None,
        Field(alias="certificateHashDataChain"),
        Array(min_items=1),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetLocalListVersionRequest(
    Model, BackOfficeRequest["GetLocalListVersionResponse"]
):
    """Sent by the CSMS (D Local Authorization List Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.23.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetLocalListVersionResponse(Model):
    """Answers GetLocalListVersionRequest."""

    version_number: Annotated[int, Field(alias="versionNumber")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetLogRequest(Model, BackOfficeRequest["GetLogResponse"]):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.24)."""

    log: LogParametersType
    log_type: Annotated[LogEnumType, Field(alias="logType")]
    request_id: Annotated[int, Field(alias="requestId")]
    retries: Annotated[int | None, Omittable] = None
    retry_interval: Annotated[int | None, Field(alias="retryInterval"), Omittable] = (
        None
    )
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetLogResponse(Model):
    """Answers GetLogRequest."""

    status: LogStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    filename: Annotated[str | None, Field(max_length=255), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetMonitoringReportRequest(
    Model, BackOfficeRequest["GetMonitoringReportResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.25)."""

    component_variable: Annotated[
        Sequence[ComponentVariableType] | None,
        Field(alias="componentVariable"),
        Array(min_items=1),
        Omittable,
    ] = None
    request_id: Annotated[int, Field(alias="requestId")]
    monitoring_criteria: Annotated[
        Sequence[MonitoringCriterionEnumType] | None,
        Field(alias="monitoringCriteria"),
        Array(min_items=1, max_items=3),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetMonitoringReportResponse(Model):
    """Answers GetMonitoringReportRequest."""

    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetReportRequest(Model, BackOfficeRequest["GetReportResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.26)."""

    component_variable: Annotated[
        Sequence[ComponentVariableType] | None,
        Field(alias="componentVariable"),
        Array(min_items=1),
        Omittable,
    ] = None
    request_id: Annotated[int, Field(alias="requestId")]
    component_criteria: Annotated[
        Sequence[ComponentCriterionEnumType] | None,
        Field(alias="componentCriteria"),
        Array(min_items=1, max_items=4),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetReportResponse(Model):
    """Answers GetReportRequest."""

    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetTransactionStatusRequest(
    Model, BackOfficeRequest["GetTransactionStatusResponse"]
):
    """Sent by the CSMS (E Transactions; OCPP 2.0.1 part 2, Messages 1.27)."""

    transaction_id: Annotated[
        str | None, Field(alias="transactionId", max_length=36), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetTransactionStatusResponse(Model):
    """Answers GetTransactionStatusRequest."""

    ongoing_indicator: Annotated[
        bool | None, Field(alias="ongoingIndicator"), Omittable
    ] = None
    messages_in_queue: Annotated[bool, Field(alias="messagesInQueue")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetVariablesRequest(Model, BackOfficeRequest["GetVariablesResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.28)."""

    get_variable_data: Annotated[
        Sequence[GetVariableDataType],
        Field(alias="getVariableData"),
        Array(min_items=1),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetVariablesResponse(Model):
    """Answers GetVariablesRequest."""

    get_variable_result: Annotated[
        Sequence[GetVariableResultType],
        Field(alias="getVariableResult"),
        Array(min_items=1),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class HeartbeatRequest(Model, StationRequest["HeartbeatResponse"]):
    """Sent by the ChargingStation (G Availability).

    Defined in OCPP 2.0.1 part 2, Messages 1.29.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class HeartbeatResponse(Model):
    """Answers HeartbeatRequest."""

    current_time: Annotated[DateTime, Field(alias="currentTime")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class InstallCertificateRequest(Model, BackOfficeRequest["InstallCertificateResponse"]):
    """Sent by the CSMS (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.30.
    """

    certificate_type: Annotated[
        InstallCertificateUseEnumType, Field(alias="certificateType")
    ]
    certificate: Annotated[str, Field(max_length=5500)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class InstallCertificateResponse(Model):
    """Answers InstallCertificateRequest."""

    status: InstallCertificateStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class LogStatusNotificationRequest(
    Model, StationRequest["LogStatusNotificationResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.31)."""

    status: UploadLogStatusEnumType
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class LogStatusNotificationResponse(Model):
    """Answers LogStatusNotificationRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class MeterValuesRequest(Model, StationRequest["MeterValuesResponse"]):
    """Sent by the ChargingStation (J Meter Values).

    Defined in OCPP 2.0.1 part 2, Messages 1.32.
    """

    evse_id: Annotated[int, Field(alias="evseId")]
    meter_value: Annotated[
        Sequence[MeterValueType], Field(alias="meterValue"), Array(min_items=1)
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class MeterValuesResponse(Model):
    """Answers MeterValuesRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyChargingLimitRequest(Model, StationRequest["NotifyChargingLimitResponse"]):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0.1 part 2, Messages 1.33.
    """

    charging_schedule: Annotated[
        Sequence[ChargingScheduleType] | None,
        Field(alias="chargingSchedule"),
        Array(min_items=1),
        Omittable,
    ] = None
    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    charging_limit: Annotated[ChargingLimitType, Field(alias="chargingLimit")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyChargingLimitResponse(Model):
    """Answers NotifyChargingLimitRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyCustomerInformationRequest(
    Model, StationRequest["NotifyCustomerInformationResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.34)."""

    data: Annotated[str, Field(max_length=512)]
    tbc: Annotated[bool | None, Omittable] = None
    seq_no: Annotated[int, Field(alias="seqNo")]
    generated_at: Annotated[DateTime, Field(alias="generatedAt")]
    request_id: Annotated[int, Field(alias="requestId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyCustomerInformationResponse(Model):
    """Answers NotifyCustomerInformationRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyDisplayMessagesRequest(
    Model, StationRequest["NotifyDisplayMessagesResponse"]
):
    """Sent by the ChargingStation (O Display Message).

    Defined in OCPP 2.0.1 part 2, Messages 1.35.
    """

    message_info: Annotated[
        Sequence[MessageInfoType] | None,
        Field(alias="messageInfo"),
        Array(min_items=1),
        Omittable,
    ] = None
    request_id: Annotated[int, Field(alias="requestId")]
    tbc: Annotated[bool | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyDisplayMessagesResponse(Model):
    """Answers NotifyDisplayMessagesRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyEVChargingNeedsRequest(
    Model, StationRequest["NotifyEVChargingNeedsResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0.1 part 2, Messages 1.36.
    """

    max_schedule_tuples: Annotated[
        int | None, Field(alias="maxScheduleTuples"), Omittable
    ] = None
    charging_needs: Annotated[ChargingNeedsType, Field(alias="chargingNeeds")]
    evse_id: Annotated[int, Field(alias="evseId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyEVChargingNeedsResponse(Model):
    """Answers NotifyEVChargingNeedsRequest."""

    status: NotifyEVChargingNeedsStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyEVChargingScheduleRequest(
    Model, StationRequest["NotifyEVChargingScheduleResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0.1 part 2, Messages 1.37.
    """

    time_base: Annotated[DateTime, Field(alias="timeBase")]
    charging_schedule: Annotated[ChargingScheduleType, Field(alias="chargingSchedule")]
    evse_id: Annotated[int, Field(alias="evseId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyEVChargingScheduleResponse(Model):
    """Answers NotifyEVChargingScheduleRequest."""

    status: GenericStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyEventRequest(Model, StationRequest["NotifyEventResponse"]):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.38)."""

    generated_at: Annotated[DateTime, Field(alias="generatedAt")]
    tbc: Annotated[bool | None, Omittable] = None
    seq_no: Annotated[int, Field(alias="seqNo")]
    event_data: Annotated[
        Sequence[EventDataType], Field(alias="eventData"), Array(min_items=1)
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyEventResponse(Model):
    """Answers NotifyEventRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyMonitoringReportRequest(
    Model, StationRequest["NotifyMonitoringReportResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.39)."""

    monitor: Annotated[
        Sequence[MonitoringDataType] | None, Array(min_items=1), Omittable
    ] = None
    request_id: Annotated[int, Field(alias="requestId")]
    tbc: Annotated[bool | None, Omittable] = None
    seq_no: Annotated[int, Field(alias="seqNo")]
    generated_at: Annotated[DateTime, Field(alias="generatedAt")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyMonitoringReportResponse(Model):
    """Answers NotifyMonitoringReportRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyReportRequest(Model, StationRequest["NotifyReportResponse"]):
    """Sent by the ChargingStation (B Provisioning).

    Defined in OCPP 2.0.1 part 2, Messages 1.40.
    """

    request_id: Annotated[int, Field(alias="requestId")]
    generated_at: Annotated[DateTime, Field(alias="generatedAt")]
    report_data: Annotated[
        Sequence[ReportDataType] | None,
        Field(alias="reportData"),
        Array(min_items=1),
        Omittable,
    ] = None
    tbc: Annotated[bool | None, Omittable] = None
    seq_no: Annotated[int, Field(alias="seqNo")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyReportResponse(Model):
    """Answers NotifyReportRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PublishFirmwareRequest(Model, BackOfficeRequest["PublishFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.0.1 part 2, Messages 1.41)."""

    location: Annotated[str, Field(max_length=512)]
    retries: Annotated[int | None, Omittable] = None
    checksum: Annotated[str, Field(max_length=32)]
    request_id: Annotated[int, Field(alias="requestId")]
    retry_interval: Annotated[int | None, Field(alias="retryInterval"), Omittable] = (
        None
    )
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PublishFirmwareResponse(Model):
    """Answers PublishFirmwareRequest."""

    status: GenericStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PublishFirmwareStatusNotificationRequest(
    Model, StationRequest["PublishFirmwareStatusNotificationResponse"]
):
    """Sent by the ChargingStation (L Firmware Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.42.
    """

    status: PublishFirmwareStatusEnumType
    location: Annotated[
        Sequence[Annotated[str, Field(max_length=512)]] | None,
        Array(min_items=1),
        Omittable,
    ] = None
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PublishFirmwareStatusNotificationResponse(Model):
    """Answers PublishFirmwareStatusNotificationRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReportChargingProfilesRequest(
    Model, StationRequest["ReportChargingProfilesResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0.1 part 2, Messages 1.43.
    """

    request_id: Annotated[int, Field(alias="requestId")]
    charging_limit_source: Annotated[
        ChargingLimitSourceEnumType, Field(alias="chargingLimitSource")
    ]
    charging_profile: Annotated[
        Sequence[ChargingProfileType],
        Field(alias="chargingProfile"),
        Array(min_items=1),
    ]
    tbc: Annotated[bool | None, Omittable] = None
    evse_id: Annotated[int, Field(alias="evseId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReportChargingProfilesResponse(Model):
    """Answers ReportChargingProfilesRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class RequestStartTransactionRequest(
    Model, BackOfficeRequest["RequestStartTransactionResponse"]
):
    """Sent by the CSMS (F Remote Control; OCPP 2.0.1 part 2, Messages 1.44)."""

    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    group_id_token: Annotated[
        IdTokenType | None, Field(alias="groupIdToken"), Omittable
    ] = None
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    remote_start_id: Annotated[int, Field(alias="remoteStartId")]
    charging_profile: Annotated[
        ChargingProfileType | None, Field(alias="chargingProfile"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class RequestStartTransactionResponse(Model):
    """Answers RequestStartTransactionRequest."""

    status: RequestStartStopStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    transaction_id: Annotated[
        str | None, Field(alias="transactionId", max_length=36), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class RequestStopTransactionRequest(
    Model, BackOfficeRequest["RequestStopTransactionResponse"]
):
    """Sent by the CSMS (F Remote Control; OCPP 2.0.1 part 2, Messages 1.45)."""

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class RequestStopTransactionResponse(Model):
    """Answers RequestStopTransactionRequest."""

    status: RequestStartStopStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReservationStatusUpdateRequest(
    Model, StationRequest["ReservationStatusUpdateResponse"]
):
    """Sent by the ChargingStation (H Reservation; OCPP 2.0.1 part 2, Messages 1.46)."""

    reservation_id: Annotated[int, Field(alias="reservationId")]
    reservation_update_status: Annotated[
        ReservationUpdateStatusEnumType, Field(alias="reservationUpdateStatus")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReservationStatusUpdateResponse(Model):
    """Answers ReservationStatusUpdateRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReserveNowRequest(Model, BackOfficeRequest["ReserveNowResponse"]):
    """Sent by the CSMS (H Reservation; OCPP 2.0.1 part 2, Messages 1.47)."""

    id: int
    expiry_date_time: Annotated[DateTime, Field(alias="expiryDateTime")]
    connector_type: Annotated[
        ConnectorEnumType | None, Field(alias="connectorType"), Omittable
    ] = None
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    group_id_token: Annotated[
        IdTokenType | None, Field(alias="groupIdToken"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReserveNowResponse(Model):
    """Answers ReserveNowRequest."""

    status: ReserveNowStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ResetRequest(Model, BackOfficeRequest["ResetResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.48)."""

    type: ResetEnumType
    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ResetResponse(Model):
    """Answers ResetRequest."""

    status: ResetStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SecurityEventNotificationRequest(
    Model, StationRequest["SecurityEventNotificationResponse"]
):
    """Sent by the ChargingStation (A Security; OCPP 2.0.1 part 2, Messages 1.49)."""

    type: Annotated[str, Field(max_length=50)]
    timestamp: DateTime
    tech_info: Annotated[
        str | None, Field(alias="techInfo", max_length=255), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SecurityEventNotificationResponse(Model):
    """Answers SecurityEventNotificationRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SendLocalListRequest(Model, BackOfficeRequest["SendLocalListResponse"]):
    """Sent by the CSMS (D Local Authorization List Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.50.
    """

    local_authorization_list: Annotated[
        Sequence[AuthorizationData] | None,
        Field(alias="localAuthorizationList"),
        Array(min_items=1),
        Omittable,
    ] = None
    version_number: Annotated[int, Field(alias="versionNumber")]
    update_type: Annotated[UpdateEnumType, Field(alias="updateType")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SendLocalListResponse(Model):
    """Answers SendLocalListRequest."""

    status: SendLocalListStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetChargingProfileRequest(Model, BackOfficeRequest["SetChargingProfileResponse"]):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0.1 part 2, Messages 1.51)."""

    evse_id: Annotated[int, Field(alias="evseId")]
    charging_profile: Annotated[ChargingProfileType, Field(alias="chargingProfile")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetChargingProfileResponse(Model):
    """Answers SetChargingProfileRequest."""

    status: ChargingProfileStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetDisplayMessageRequest(Model, BackOfficeRequest["SetDisplayMessageResponse"]):
    """Sent by the CSMS (O Display Message; OCPP 2.0.1 part 2, Messages 1.52)."""

    message: MessageInfoType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetDisplayMessageResponse(Model):
    """Answers SetDisplayMessageRequest."""

    status: DisplayMessageStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetMonitoringBaseRequest(Model, BackOfficeRequest["SetMonitoringBaseResponse"]):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.53)."""

    monitoring_base: Annotated[MonitoringBaseEnumType, Field(alias="monitoringBase")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetMonitoringBaseResponse(Model):
    """Answers SetMonitoringBaseRequest."""

    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetMonitoringLevelRequest(Model, BackOfficeRequest["SetMonitoringLevelResponse"]):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.54)."""

    severity: int
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetMonitoringLevelResponse(Model):
    """Answers SetMonitoringLevelRequest."""

    status: GenericStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetNetworkProfileRequest(Model, BackOfficeRequest["SetNetworkProfileResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.55)."""

    configuration_slot: Annotated[int, Field(alias="configurationSlot")]
    connection_data: Annotated[
        NetworkConnectionProfileType, Field(alias="connectionData")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetNetworkProfileResponse(Model):
    """Answers SetNetworkProfileRequest."""

    status: SetNetworkProfileStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetVariableMonitoringRequest(
    Model, BackOfficeRequest["SetVariableMonitoringResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.56)."""

    set_monitoring_data: Annotated[
        Sequence[SetMonitoringDataType],
        Field(alias="setMonitoringData"),
        Array(min_items=1),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetVariableMonitoringResponse(Model):
    """Answers SetVariableMonitoringRequest."""

    set_monitoring_result: Annotated[
        Sequence[SetMonitoringResultType],
        Field(alias="setMonitoringResult"),
        Array(min_items=1),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetVariablesRequest(Model, BackOfficeRequest["SetVariablesResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.57)."""

    set_variable_data: Annotated[
        Sequence[SetVariableDataType],
        Field(alias="setVariableData"),
        Array(min_items=1),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetVariablesResponse(Model):
    """Answers SetVariablesRequest."""

    set_variable_result: Annotated[
        Sequence[SetVariableResultType],
        Field(alias="setVariableResult"),
        Array(min_items=1),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SignCertificateRequest(Model, StationRequest["SignCertificateResponse"]):
    """Sent by the ChargingStation (A Security; OCPP 2.0.1 part 2, Messages 1.58)."""

    csr: Annotated[str, Field(max_length=5500)]
    certificate_type: Annotated[
        CertificateSigningUseEnumType | None, Field(alias="certificateType"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SignCertificateResponse(Model):
    """Answers SignCertificateRequest."""

    status: GenericStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class StatusNotificationRequest(Model, StationRequest["StatusNotificationResponse"]):
    """Sent by the ChargingStation (G Availability).

    Defined in OCPP 2.0.1 part 2, Messages 1.59.
    """

    timestamp: DateTime
    connector_status: Annotated[ConnectorStatusEnumType, Field(alias="connectorStatus")]
    evse_id: Annotated[int, Field(alias="evseId")]
    connector_id: Annotated[int, Field(alias="connectorId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class StatusNotificationResponse(Model):
    """Answers StatusNotificationRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TransactionEventRequest(Model, StationRequest["TransactionEventResponse"]):
    """Sent by the ChargingStation (E Transactions).

    Defined in OCPP 2.0.1 part 2, Messages 1.60.
    """

    event_type: Annotated[TransactionEventEnumType, Field(alias="eventType")]
    meter_value: Annotated[
        Sequence[MeterValueType] | None,
        Field(alias="meterValue"),
        Array(min_items=1),
        Omittable,
    ] = None
    timestamp: DateTime
    trigger_reason: Annotated[TriggerReasonEnumType, Field(alias="triggerReason")]
    seq_no: Annotated[int, Field(alias="seqNo")]
    offline: Annotated[bool | None, Omittable] = None
    number_of_phases_used: Annotated[
        int | None, Field(alias="numberOfPhasesUsed"), Omittable
    ] = None
    cable_max_current: Annotated[
        int | None, Field(alias="cableMaxCurrent"), Omittable
    ] = None
    reservation_id: Annotated[int | None, Field(alias="reservationId"), Omittable] = (
        None
    )
    transaction_info: Annotated[TransactionType, Field(alias="transactionInfo")]
    evse: Annotated[EVSEType | None, Omittable] = None
    id_token: Annotated[IdTokenType | None, Field(alias="idToken"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TransactionEventResponse(Model):
    """Answers TransactionEventRequest."""

    total_cost: Annotated[float | None, Field(alias="totalCost"), Omittable] = None
    charging_priority: Annotated[
        int | None, Field(alias="chargingPriority"), Omittable
    ] = None
    id_token_info: Annotated[
        IdTokenInfoType | None, Field(alias="idTokenInfo"), Omittable
    ] = None
    updated_personal_message: Annotated[
        MessageContentType | None, Field(alias="updatedPersonalMessage"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TriggerMessageRequest(Model, BackOfficeRequest["TriggerMessageResponse"]):
    """Sent by the CSMS (F Remote Control; OCPP 2.0.1 part 2, Messages 1.61)."""

    evse: Annotated[EVSEType | None, Omittable] = None
    requested_message: Annotated[
        MessageTriggerEnumType, Field(alias="requestedMessage")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TriggerMessageResponse(Model):
    """Answers TriggerMessageRequest."""

    status: TriggerMessageStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UnlockConnectorRequest(Model, BackOfficeRequest["UnlockConnectorResponse"]):
    """Sent by the CSMS (F Remote Control; OCPP 2.0.1 part 2, Messages 1.62)."""

    evse_id: Annotated[int, Field(alias="evseId")]
    connector_id: Annotated[int, Field(alias="connectorId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UnlockConnectorResponse(Model):
    """Answers UnlockConnectorRequest."""

    status: UnlockStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UnpublishFirmwareRequest(Model, BackOfficeRequest["UnpublishFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.0.1 part 2, Messages 1.63)."""

    checksum: Annotated[str, Field(max_length=32)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UnpublishFirmwareResponse(Model):
    """Answers UnpublishFirmwareRequest."""

    status: UnpublishFirmwareStatusEnumType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UpdateFirmwareRequest(Model, BackOfficeRequest["UpdateFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.0.1 part 2, Messages 1.64)."""

    retries: Annotated[int | None, Omittable] = None
    retry_interval: Annotated[int | None, Field(alias="retryInterval"), Omittable] = (
        None
    )
    request_id: Annotated[int, Field(alias="requestId")]
    firmware: FirmwareType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UpdateFirmwareResponse(Model):
    """Answers UpdateFirmwareRequest."""

    status: UpdateFirmwareStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
