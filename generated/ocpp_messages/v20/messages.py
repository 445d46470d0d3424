# Generated from the schemas of OCPP 2.0 by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The messages of OCPP 2.0."""

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
    "NotifyCentralChargingNeedsRequest",
    "NotifyCentralChargingNeedsResponse",
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
    "Renegotiate15118ScheduleRequest",
    "Renegotiate15118ScheduleResponse",
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
    "Update15118EVCertificateRequest",
    "Update15118EVCertificateResponse",
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
from ocpp_messages.v20.base import OpenModel
from ocpp_messages.v20.datatypes import (
    AuthorizationData,
    CertificateChainType,
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
    ReportedChargingScheduleType,
    ReservationType,
    SAScheduleType,
    SetMonitoringDataType,
    SetMonitoringResultType,
    SetVariableDataType,
    SetVariableResultType,
    TransactionType,
)
from ocpp_messages.v20.enumerations import (
    BootReasonEnumType,
    CancelReservationStatusEnumType,
    CertificateSignedStatusEnumType,
    CertificateSigningUseEnumType,
    CertificateStatusEnumType,
    ChangeAvailabilityStatusEnumType,
    ChargingLimitSourceEnumType,
    ChargingProfileStatusEnumType,
    ChargingRateUnitEnumType,
    ClearCacheStatusEnumType,
    ClearChargingProfileStatusEnumType,
    ClearMessageStatusEnumType,
    ComponentCriterionEnumType,
    ConnectorStatusEnumType,
    CustomerInformationStatusEnumType,
    DataTransferStatusEnumType,
    DeleteCertificateStatusEnumType,
    DisplayMessageStatusEnumType,
    FirmwareStatusEnumType,
    GenericDeviceModelStatusEnumType,
    GenericStatusEnumType,
    GetCertificateStatusEnumType,
    GetChargingProfileStatusEnumType,
    GetCompositeScheduleStatusEnumType,
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
    NotifyCentralChargingNeedsStatusEnumType,
    NotifyEVChargingNeedsStatusEnumType,
    OperationalStatusEnumType,
    PublishFirmwareStatusEnumType,
    RegistrationStatusEnumType,
    Renegotiate15118ScheduleStatusEnumType,
    ReportBaseEnumType,
    RequestStartStopStatusEnumType,
    ReservationUpdateStatusEnumType,
    ReserveNowStatusEnumType,
    ResetEnumType,
    ResetStatusEnumType,
    SecurityEventEnumType,
    SendLocalListStatusEnumType,
    SetNetworkProfileStatusEnumType,
    TransactionEventEnumType,
    TriggerMessageStatusEnumType,
    TriggerReasonEnumType,
    UnlockStatusEnumType,
    UnpublishFirmwareStatusEnumType,
    Update15118EVCertificateStatusEnumType,
    UpdateEnumType,
    UpdateFirmwareStatusEnumType,
    UploadLogStatusEnumType,
)


class AuthorizeRequest(OpenModel, StationRequest["AuthorizeResponse"]):
    """Sent by the ChargingStation (C Authorization; OCPP 2.0 part 2, Messages 1.1)."""

    iso15118_certificate_hash_data: Annotated[
        Sequence[OCSPRequestDataType] | None,
        Field(alias="15118CertificateHashData"),
        Array(min_items=1, max_items=4),
        Omittable,
    ] = None
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    evse_id: Annotated[
        Sequence[int] | None, Field(alias="evseId"), Array(min_items=1), Omittable
    ] = None


class AuthorizeResponse(OpenModel):
    """Answers AuthorizeRequest."""

    id_token_info: Annotated[IdTokenInfoType, Field(alias="idTokenInfo")]
    certificate_status: Annotated[
        CertificateStatusEnumType | None, Field(alias="certificateStatus"), Omittable
    ] = None
    evse_id: Annotated[
        Sequence[int] | None, Field(alias="evseId"), Array(min_items=1), Omittable
    ] = None


class BootNotificationRequest(OpenModel, StationRequest["BootNotificationResponse"]):
    """Sent by the ChargingStation (B Provisioning; OCPP 2.0.1 part 2, Messages 1.2)."""

    charging_station: Annotated[ChargingStationType, Field(alias="chargingStation")]
    reason: BootReasonEnumType


class BootNotificationResponse(OpenModel):
    """Answers BootNotificationRequest."""

    current_time: Annotated[DateTime, Field(alias="currentTime")]
    interval: int
    status: RegistrationStatusEnumType


class CancelReservationRequest(
    OpenModel, BackOfficeRequest["CancelReservationResponse"]
):
    """Sent by the CSMS (H Reservation; OCPP 2.0.1 part 2, Messages 1.3)."""

    reservation_id: Annotated[int, Field(alias="reservationId")]


class CancelReservationResponse(OpenModel):
    """Answers CancelReservationRequest."""

    status: CancelReservationStatusEnumType


class CertificateSignedRequest(
    OpenModel, BackOfficeRequest["CertificateSignedResponse"]
):
    """Sent by the CSMS (A Security; OCPP 2.0 part 2, Messages 1.4)."""

    cert: Annotated[Sequence[Annotated[str, Field(max_length=800)]], Array(min_items=1)]
    type_of_certificate: Annotated[
        CertificateSigningUseEnumType | None,
        Field(alias="typeOfCertificate"),
        Omittable,
    ] = None


class CertificateSignedResponse(OpenModel):
    """Answers CertificateSignedRequest."""

    status: CertificateSignedStatusEnumType


class ChangeAvailabilityRequest(
    OpenModel, BackOfficeRequest["ChangeAvailabilityResponse"]
):
    """Sent by the CSMS (G Availability; OCPP 2.0 part 2, Messages 1.5)."""

    evse_id: Annotated[int, Field(alias="evseId")]
    operational_status: Annotated[
        OperationalStatusEnumType, Field(alias="operationalStatus")
    ]


class ChangeAvailabilityResponse(OpenModel):
    """Answers ChangeAvailabilityRequest."""

    status: ChangeAvailabilityStatusEnumType


class ClearCacheRequest(OpenModel, BackOfficeRequest["ClearCacheResponse"]):
    """Sent by the CSMS (C Authorization; OCPP 2.0.1 part 2, Messages 1.6)."""


class ClearCacheResponse(OpenModel):
    """Answers ClearCacheRequest."""

    status: ClearCacheStatusEnumType


class ClearChargingProfileRequest(
    OpenModel, BackOfficeRequest["ClearChargingProfileResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0 part 2, Messages 1.7)."""

    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    charging_profile: Annotated[
        ClearChargingProfileType | None, Field(alias="chargingProfile"), Omittable
    ] = None


class ClearChargingProfileResponse(OpenModel):
    """Answers ClearChargingProfileRequest."""

    status: ClearChargingProfileStatusEnumType


class ClearDisplayMessageRequest(
    OpenModel, BackOfficeRequest["ClearDisplayMessageResponse"]
):
    """Sent by the CSMS (O Display Message; OCPP 2.0.1 part 2, Messages 1.8)."""

    id: int


class ClearDisplayMessageResponse(OpenModel):
    """Answers ClearDisplayMessageRequest."""

    status: ClearMessageStatusEnumType


class ClearVariableMonitoringRequest(
    OpenModel, BackOfficeRequest["ClearVariableMonitoringResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.10)."""

    id: Annotated[Sequence[int], Array(min_items=1)]


class ClearVariableMonitoringResponse(OpenModel):
    """Answers ClearVariableMonitoringRequest."""

    clear_monitoring_result: Annotated[
        Sequence[ClearMonitoringResultType],
        Field(alias="clearMonitoringResult"),
        Array(min_items=1),
    ]


class ClearedChargingLimitRequest(
    OpenModel, StationRequest["ClearedChargingLimitResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0.1 part 2, Messages 1.9.
    """

    charging_limit_source: Annotated[
        ChargingLimitSourceEnumType, Field(alias="chargingLimitSource")
    ]
    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None


class ClearedChargingLimitResponse(OpenModel):
    """Answers ClearedChargingLimitRequest."""


class CostUpdatedRequest(OpenModel, BackOfficeRequest["CostUpdatedResponse"]):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.0.1 part 2, Messages 1.11)."""

    total_cost: Annotated[float, Field(alias="totalCost")]
    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]


class CostUpdatedResponse(OpenModel):
    """Answers CostUpdatedRequest."""


class CustomerInformationRequest(
    OpenModel, BackOfficeRequest["CustomerInformationResponse"]
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


class CustomerInformationResponse(OpenModel):
    """Answers CustomerInformationRequest."""

    status: CustomerInformationStatusEnumType


class DataTransferRequest(OpenModel, EitherRequest["DataTransferResponse"]):
    """Sent by the ChargingStation or CSMS (P Data Transfer).

    Defined in OCPP 2.0.1 part 2, Messages 1.13.
    """

    message_id: Annotated[
        str | None, Field(alias="messageId", max_length=50), Omittable
    ] = None
    data: Json | None = None
    vendor_id: Annotated[str, Field(alias="vendorId", max_length=255)]


class DataTransferResponse(OpenModel):
    """Answers DataTransferRequest."""

    status: DataTransferStatusEnumType
    data: Json | None = None


class DeleteCertificateRequest(
    OpenModel, BackOfficeRequest["DeleteCertificateResponse"]
):
    """Sent by the CSMS (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.14.
    """

    certificate_hash_data: Annotated[
        CertificateHashDataType, Field(alias="certificateHashData")
    ]


class DeleteCertificateResponse(OpenModel):
    """Answers DeleteCertificateRequest."""

    status: DeleteCertificateStatusEnumType


class FirmwareStatusNotificationRequest(
    OpenModel, StationRequest["FirmwareStatusNotificationResponse"]
):
    """Sent by the ChargingStation (L Firmware Management).

    Defined in OCPP 2.0 part 2, Messages 1.15.
    """

    status: FirmwareStatusEnumType
    request_id: Annotated[int, Field(alias="requestId")]


class FirmwareStatusNotificationResponse(OpenModel):
    """Answers FirmwareStatusNotificationRequest."""


class Get15118EVCertificateRequest(
    OpenModel, StationRequest["Get15118EVCertificateResponse"]
):
    """Sent by the ChargingStation (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0 part 2, Messages 1.16.
    """

    iso15118_schema_version: Annotated[
        str, Field(alias="15118SchemaVersion", max_length=50)
    ]
    exi_request: Annotated[str, Field(alias="exiRequest", max_length=5500)]


class Get15118EVCertificateResponse(OpenModel):
    """Answers Get15118EVCertificateRequest."""

    status: Iso15118EVCertificateStatusEnumType
    sa_provisioning_certificate_chain: Annotated[
        CertificateChainType, Field(alias="saProvisioningCertificateChain")
    ]
    contract_signature_certificate_chain: Annotated[
        CertificateChainType, Field(alias="contractSignatureCertificateChain")
    ]
    exi_response: Annotated[str, Field(alias="exiResponse", max_length=5500)]


class GetBaseReportRequest(OpenModel, BackOfficeRequest["GetBaseReportResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.17)."""

    request_id: Annotated[int, Field(alias="requestId")]
    report_base: Annotated[ReportBaseEnumType, Field(alias="reportBase")]


class GetBaseReportResponse(OpenModel):
    """Answers GetBaseReportRequest."""

    status: GenericDeviceModelStatusEnumType


class GetCertificateStatusRequest(
    OpenModel, StationRequest["GetCertificateStatusResponse"]
):
    """Sent by the ChargingStation (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.18.
    """

    ocsp_request_data: Annotated[OCSPRequestDataType, Field(alias="ocspRequestData")]


class GetCertificateStatusResponse(OpenModel):
    """Answers GetCertificateStatusRequest."""

    status: GetCertificateStatusEnumType
    ocsp_result: Annotated[
        str | None, Field(alias="ocspResult", max_length=5500), Omittable
    ] = None


class GetChargingProfilesRequest(
    OpenModel, BackOfficeRequest["GetChargingProfilesResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0 part 2, Messages 1.19)."""

    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    charging_profile: Annotated[
        ChargingProfileCriterionType, Field(alias="chargingProfile")
    ]


class GetChargingProfilesResponse(OpenModel):
    """Answers GetChargingProfilesRequest."""

    status: GetChargingProfileStatusEnumType


class GetCompositeScheduleRequest(
    OpenModel, BackOfficeRequest["GetCompositeScheduleResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0 part 2, Messages 1.20)."""

    duration: int
    charging_rate_unit: Annotated[
        ChargingRateUnitEnumType | None, Field(alias="chargingRateUnit"), Omittable
    ] = None
    evse_id: Annotated[int, Field(alias="evseId")]


class GetCompositeScheduleResponse(OpenModel):
    """Answers GetCompositeScheduleRequest."""

    status: GetCompositeScheduleStatusEnumType
    evse_id: Annotated[int, Field(alias="evseId")]
    schedule: Annotated[CompositeScheduleType | None, Omittable] = None


class GetDisplayMessagesRequest(
    OpenModel, BackOfficeRequest["GetDisplayMessagesResponse"]
):
    """Sent by the CSMS (O Display Message; OCPP 2.0.1 part 2, Messages 1.21)."""

    request_id: Annotated[int, Field(alias="requestId")]
    priority: Annotated[MessagePriorityEnumType | None, Omittable] = None
    state: Annotated[MessageStateEnumType | None, Omittable] = None
    id: Annotated[Sequence[int] | None, Array(min_items=1), Omittable] = None


class GetDisplayMessagesResponse(OpenModel):
    """Answers GetDisplayMessagesRequest."""

    status: GetDisplayMessagesStatusEnumType


class GetInstalledCertificateIdsRequest(
    OpenModel, BackOfficeRequest["GetInstalledCertificateIdsResponse"]
):
    """Sent by the CSMS (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0 part 2, Messages 1.22.
    """

    type_of_certificate: Annotated[
        InstallCertificateUseEnumType, Field(alias="typeOfCertificate")
    ]


class GetInstalledCertificateIdsResponse(OpenModel):
    """Answers GetInstalledCertificateIdsRequest."""

    certificate_hash_data: Annotated[
        Sequence[CertificateHashDataType] | None,
        Field(alias="certificateHashData"),
        Array(min_items=1),
        Omittable,
    ] = None
    status: GetInstalledCertificateStatusEnumType


class GetLocalListVersionRequest(
    OpenModel, BackOfficeRequest["GetLocalListVersionResponse"]
):
    """Sent by the CSMS (D Local Authorization List Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.23.
    """


class GetLocalListVersionResponse(OpenModel):
    """Answers GetLocalListVersionRequest."""

    version_number: Annotated[int, Field(alias="versionNumber")]


class GetLogRequest(OpenModel, BackOfficeRequest["GetLogResponse"]):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0 part 2, Messages 1.24)."""

    log: LogParametersType
    log_type: Annotated[LogEnumType, Field(alias="logType")]
    request_id: Annotated[int, Field(alias="requestId")]
    retries: Annotated[int | None, Omittable] = None
    retry_interval: Annotated[int | None, Field(alias="retryInterval"), Omittable] = (
        None
    )


class GetLogResponse(OpenModel):
    """Answers GetLogRequest."""

    status: LogStatusEnumType
    filename: Annotated[str | None, Field(max_length=255), Omittable] = None


class GetMonitoringReportRequest(
    OpenModel, BackOfficeRequest["GetMonitoringReportResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0 part 2, Messages 1.25)."""

    component_variable: Annotated[
        Sequence[ComponentVariableType] | None,
        Field(alias="componentVariable"),
        Array(min_items=1),
        Omittable,
    ] = None
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    monitoring_criteria: Annotated[
        Sequence[MonitoringCriterionEnumType] | None,
        Field(alias="monitoringCriteria"),
        Array(min_items=1, max_items=3),
        Omittable,
    ] = None


class GetMonitoringReportResponse(OpenModel):
    """Answers GetMonitoringReportRequest."""

    status: GenericDeviceModelStatusEnumType


class GetReportRequest(OpenModel, BackOfficeRequest["GetReportResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0 part 2, Messages 1.26)."""

    component_variable: Annotated[
        Sequence[ComponentVariableType] | None,
        Field(alias="componentVariable"),
        Array(min_items=1),
        Omittable,
    ] = None
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    component_criteria: Annotated[
        Sequence[ComponentCriterionEnumType] | None,
        Field(alias="componentCriteria"),
        Array(min_items=1, max_items=4),
        Omittable,
    ] = None


class GetReportResponse(OpenModel):
    """Answers GetReportRequest."""

    status: GenericDeviceModelStatusEnumType


class GetTransactionStatusRequest(
    OpenModel, BackOfficeRequest["GetTransactionStatusResponse"]
):
    """Sent by the CSMS (E Transactions; OCPP 2.0.1 part 2, Messages 1.27)."""

    transaction_id: Annotated[
        str | None, Field(alias="transactionId", max_length=36), Omittable
    ] = None


class GetTransactionStatusResponse(OpenModel):
    """Answers GetTransactionStatusRequest."""

    ongoing_indicator: Annotated[
        bool | None, Field(alias="ongoingIndicator"), Omittable
    ] = None
    messages_in_queue: Annotated[bool, Field(alias="messagesInQueue")]


class GetVariablesRequest(OpenModel, BackOfficeRequest["GetVariablesResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.28)."""

    get_variable_data: Annotated[
        Sequence[GetVariableDataType],
        Field(alias="getVariableData"),
        Array(min_items=1),
    ]


class GetVariablesResponse(OpenModel):
    """Answers GetVariablesRequest."""

    get_variable_result: Annotated[
        Sequence[GetVariableResultType],
        Field(alias="getVariableResult"),
        Array(min_items=1),
    ]


class HeartbeatRequest(OpenModel, StationRequest["HeartbeatResponse"]):
    """Sent by the ChargingStation (G Availability).

    Defined in OCPP 2.0.1 part 2, Messages 1.29.
    """


class HeartbeatResponse(OpenModel):
    """Answers HeartbeatRequest."""

    current_time: Annotated[DateTime, Field(alias="currentTime")]


class InstallCertificateRequest(
    OpenModel, BackOfficeRequest["InstallCertificateResponse"]
):
    """Sent by the CSMS (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0 part 2, Messages 1.30.
    """

    certificate_type: Annotated[
        InstallCertificateUseEnumType, Field(alias="certificateType")
    ]
    certificate: Annotated[str, Field(max_length=800)]


class InstallCertificateResponse(OpenModel):
    """Answers InstallCertificateRequest."""

    status: InstallCertificateStatusEnumType


class LogStatusNotificationRequest(
    OpenModel, StationRequest["LogStatusNotificationResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.0 part 2, Messages 1.31)."""

    status: UploadLogStatusEnumType
    request_id: Annotated[int, Field(alias="requestId")]


class LogStatusNotificationResponse(OpenModel):
    """Answers LogStatusNotificationRequest."""


class MeterValuesRequest(OpenModel, StationRequest["MeterValuesResponse"]):
    """Sent by the ChargingStation (J Meter Values).

    Defined in OCPP 2.0.1 part 2, Messages 1.32.
    """

    evse_id: Annotated[int, Field(alias="evseId")]
    meter_value: Annotated[
        Sequence[MeterValueType], Field(alias="meterValue"), Array(min_items=1)
    ]


class MeterValuesResponse(OpenModel):
    """Answers MeterValuesRequest."""


class NotifyCentralChargingNeedsRequest(
    OpenModel, BackOfficeRequest["NotifyCentralChargingNeedsResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0 part 2, Messages 1.33)."""

    evse_id: Annotated[int, Field(alias="evseId")]
    sa_schedule: Annotated[
        Sequence[SAScheduleType],
        Field(alias="saSchedule"),
        Array(min_items=1, max_items=3),
    ]


class NotifyCentralChargingNeedsResponse(OpenModel):
    """Answers NotifyCentralChargingNeedsRequest."""

    status: NotifyCentralChargingNeedsStatusEnumType


class NotifyChargingLimitRequest(
    OpenModel, StationRequest["NotifyChargingLimitResponse"]
):
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


class NotifyChargingLimitResponse(OpenModel):
    """Answers NotifyChargingLimitRequest."""


class NotifyCustomerInformationRequest(
    OpenModel, StationRequest["NotifyCustomerInformationResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.0 part 2, Messages 1.35)."""

    data: Annotated[str, Field(max_length=512)]
    tbc: bool
    seq_no: Annotated[int, Field(alias="seqNo")]
    generated_at: Annotated[DateTime, Field(alias="generatedAt")]
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None


class NotifyCustomerInformationResponse(OpenModel):
    """Answers NotifyCustomerInformationRequest."""


class NotifyDisplayMessagesRequest(
    OpenModel, StationRequest["NotifyDisplayMessagesResponse"]
):
    """Sent by the ChargingStation (O Display Message).

    Defined in OCPP 2.0 part 2, Messages 1.36.
    """

    message_info: Annotated[
        Sequence[MessageInfoType], Field(alias="messageInfo"), Array(min_items=1)
    ]
    request_id: Annotated[int, Field(alias="requestId")]
    tbc: bool


class NotifyDisplayMessagesResponse(OpenModel):
    """Answers NotifyDisplayMessagesRequest."""


class NotifyEVChargingNeedsRequest(
    OpenModel, StationRequest["NotifyEVChargingNeedsResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0.1 part 2, Messages 1.36.
    """

    max_schedule_tuples: Annotated[
        int | None, Field(alias="maxScheduleTuples"), Omittable
    ] = None
    charging_needs: Annotated[ChargingNeedsType, Field(alias="chargingNeeds")]
    evse_id: Annotated[int, Field(alias="evseId")]


class NotifyEVChargingNeedsResponse(OpenModel):
    """Answers NotifyEVChargingNeedsRequest."""

    status: NotifyEVChargingNeedsStatusEnumType


class NotifyEVChargingScheduleRequest(
    OpenModel, StationRequest["NotifyEVChargingScheduleResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0.1 part 2, Messages 1.37.
    """

    time_base: Annotated[DateTime, Field(alias="timeBase")]
    charging_schedule: Annotated[
        ReportedChargingScheduleType, Field(alias="chargingSchedule")
    ]
    evse_id: Annotated[int, Field(alias="evseId")]


class NotifyEVChargingScheduleResponse(OpenModel):
    """Answers NotifyEVChargingScheduleRequest."""

    status: GenericStatusEnumType


class NotifyEventRequest(OpenModel, StationRequest["NotifyEventResponse"]):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.0 part 2, Messages 1.39)."""

    generated_at: Annotated[DateTime, Field(alias="generatedAt")]
    tbc: bool
    seq_no: Annotated[int, Field(alias="seqNo")]
    event_data: Annotated[
        Sequence[EventDataType], Field(alias="eventData"), Array(min_items=1)
    ]


class NotifyEventResponse(OpenModel):
    """Answers NotifyEventRequest."""


class NotifyMonitoringReportRequest(
    OpenModel, StationRequest["NotifyMonitoringReportResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.0 part 2, Messages 1.40)."""

    monitor: Annotated[Sequence[MonitoringDataType], Array(min_items=1)]
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    tbc: bool
    seq_no: Annotated[int, Field(alias="seqNo")]
    generated_at: Annotated[DateTime, Field(alias="generatedAt")]


class NotifyMonitoringReportResponse(OpenModel):
    """Answers NotifyMonitoringReportRequest."""


class NotifyReportRequest(OpenModel, StationRequest["NotifyReportResponse"]):
    """Sent by the ChargingStation (B Provisioning; OCPP 2.0 part 2, Messages 1.41)."""

    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    generated_at: Annotated[DateTime, Field(alias="generatedAt")]
    report_data: Annotated[
        Sequence[ReportDataType], Field(alias="reportData"), Array(min_items=1)
    ]
    tbc: bool
    seq_no: Annotated[int, Field(alias="seqNo")]


class NotifyReportResponse(OpenModel):
    """Answers NotifyReportRequest."""


class PublishFirmwareRequest(OpenModel, BackOfficeRequest["PublishFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.0 part 2, Messages 1.42)."""

    location: Annotated[str, Field(max_length=512)]
    retries: Annotated[int | None, Omittable] = None
    checksum: Annotated[str, Field(max_length=32)]


class PublishFirmwareResponse(OpenModel):
    """Answers PublishFirmwareRequest."""

    status: GenericStatusEnumType


class PublishFirmwareStatusNotificationRequest(
    OpenModel, StationRequest["PublishFirmwareStatusNotificationResponse"]
):
    """Sent by the ChargingStation (L Firmware Management).

    Defined in OCPP 2.0 part 2, Messages 1.43.
    """

    status: PublishFirmwareStatusEnumType
    location: Annotated[
        Sequence[Annotated[str, Field(max_length=512)]] | None,
        Array(min_items=1),
        Omittable,
    ] = None


class PublishFirmwareStatusNotificationResponse(OpenModel):
    """Answers PublishFirmwareStatusNotificationRequest."""


class Renegotiate15118ScheduleRequest(
    OpenModel, BackOfficeRequest["Renegotiate15118ScheduleResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0 part 2, Messages 1.44)."""

    evse: EVSEType


class Renegotiate15118ScheduleResponse(OpenModel):
    """Answers Renegotiate15118ScheduleRequest."""

    status: Renegotiate15118ScheduleStatusEnumType


class ReportChargingProfilesRequest(
    OpenModel, StationRequest["ReportChargingProfilesResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0 part 2, Messages 1.45.
    """

    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
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


class ReportChargingProfilesResponse(OpenModel):
    """Answers ReportChargingProfilesRequest."""


class RequestStartTransactionRequest(
    OpenModel, BackOfficeRequest["RequestStartTransactionResponse"]
):
    """Sent by the CSMS (F Remote Control; OCPP 2.0 part 2, Messages 1.46)."""

    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    remote_start_id: Annotated[int, Field(alias="remoteStartId")]
    charging_profile: Annotated[
        ChargingProfileType | None, Field(alias="chargingProfile"), Omittable
    ] = None


class RequestStartTransactionResponse(OpenModel):
    """Answers RequestStartTransactionRequest."""

    status: RequestStartStopStatusEnumType
    transaction_id: Annotated[
        str | None, Field(alias="transactionId", max_length=36), Omittable
    ] = None


class RequestStopTransactionRequest(
    OpenModel, BackOfficeRequest["RequestStopTransactionResponse"]
):
    """Sent by the CSMS (F Remote Control; OCPP 2.0.1 part 2, Messages 1.45)."""

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]


class RequestStopTransactionResponse(OpenModel):
    """Answers RequestStopTransactionRequest."""

    status: RequestStartStopStatusEnumType


class ReservationStatusUpdateRequest(
    OpenModel, StationRequest["ReservationStatusUpdateResponse"]
):
    """Sent by the ChargingStation (H Reservation; OCPP 2.0.1 part 2, Messages 1.46)."""

    reservation_id: Annotated[int, Field(alias="reservationId")]
    reservation_update_status: Annotated[
        ReservationUpdateStatusEnumType, Field(alias="reservationUpdateStatus")
    ]


class ReservationStatusUpdateResponse(OpenModel):
    """Answers ReservationStatusUpdateRequest."""


class ReserveNowRequest(OpenModel, BackOfficeRequest["ReserveNowResponse"]):
    """Sent by the CSMS (H Reservation; OCPP 2.0 part 2, Messages 1.49)."""

    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    group_id_token: Annotated[
        IdTokenType | None, Field(alias="groupIdToken"), Omittable
    ] = None
    reservation: ReservationType


class ReserveNowResponse(OpenModel):
    """Answers ReserveNowRequest."""

    status: ReserveNowStatusEnumType


class ResetRequest(OpenModel, BackOfficeRequest["ResetResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0 part 2, Messages 1.50)."""

    type: ResetEnumType


class ResetResponse(OpenModel):
    """Answers ResetRequest."""

    status: ResetStatusEnumType


class SecurityEventNotificationRequest(
    OpenModel, StationRequest["SecurityEventNotificationResponse"]
):
    """Sent by the ChargingStation (A Security; OCPP 2.0 part 2, Messages 1.51)."""

    type: SecurityEventEnumType
    timestamp: DateTime


class SecurityEventNotificationResponse(OpenModel):
    """Answers SecurityEventNotificationRequest."""


class SendLocalListRequest(OpenModel, BackOfficeRequest["SendLocalListResponse"]):
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


class SendLocalListResponse(OpenModel):
    """Answers SendLocalListRequest."""

    status: SendLocalListStatusEnumType


class SetChargingProfileRequest(
    OpenModel, BackOfficeRequest["SetChargingProfileResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0.1 part 2, Messages 1.51)."""

    evse_id: Annotated[int, Field(alias="evseId")]
    charging_profile: Annotated[ChargingProfileType, Field(alias="chargingProfile")]


class SetChargingProfileResponse(OpenModel):
    """Answers SetChargingProfileRequest."""

    status: ChargingProfileStatusEnumType


class SetDisplayMessageRequest(
    OpenModel, BackOfficeRequest["SetDisplayMessageResponse"]
):
    """Sent by the CSMS (O Display Message; OCPP 2.0.1 part 2, Messages 1.52)."""

    message: MessageInfoType


class SetDisplayMessageResponse(OpenModel):
    """Answers SetDisplayMessageRequest."""

    status: DisplayMessageStatusEnumType


class SetMonitoringBaseRequest(
    OpenModel, BackOfficeRequest["SetMonitoringBaseResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.53)."""

    monitoring_base: Annotated[MonitoringBaseEnumType, Field(alias="monitoringBase")]


class SetMonitoringBaseResponse(OpenModel):
    """Answers SetMonitoringBaseRequest."""

    status: GenericDeviceModelStatusEnumType


class SetMonitoringLevelRequest(
    OpenModel, BackOfficeRequest["SetMonitoringLevelResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.54)."""

    severity: int


class SetMonitoringLevelResponse(OpenModel):
    """Answers SetMonitoringLevelRequest."""

    status: GenericStatusEnumType


class SetNetworkProfileRequest(
    OpenModel, BackOfficeRequest["SetNetworkProfileResponse"]
):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.55)."""

    configuration_slot: Annotated[int, Field(alias="configurationSlot")]
    connection_data: Annotated[
        NetworkConnectionProfileType, Field(alias="connectionData")
    ]


class SetNetworkProfileResponse(OpenModel):
    """Answers SetNetworkProfileRequest."""

    status: SetNetworkProfileStatusEnumType


class SetVariableMonitoringRequest(
    OpenModel, BackOfficeRequest["SetVariableMonitoringResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.56)."""

    set_monitoring_data: Annotated[
        Sequence[SetMonitoringDataType],
        Field(alias="setMonitoringData"),
        Array(min_items=1),
    ]


class SetVariableMonitoringResponse(OpenModel):
    """Answers SetVariableMonitoringRequest."""

    set_monitoring_result: Annotated[
        Sequence[SetMonitoringResultType],
        Field(alias="setMonitoringResult"),
        Array(min_items=1),
    ]


class SetVariablesRequest(OpenModel, BackOfficeRequest["SetVariablesResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.57)."""

    set_variable_data: Annotated[
        Sequence[SetVariableDataType],
        Field(alias="setVariableData"),
        Array(min_items=1),
    ]


class SetVariablesResponse(OpenModel):
    """Answers SetVariablesRequest."""

    set_variable_result: Annotated[
        Sequence[SetVariableResultType],
        Field(alias="setVariableResult"),
        Array(min_items=1),
    ]


class SignCertificateRequest(OpenModel, StationRequest["SignCertificateResponse"]):
    """Sent by the ChargingStation (A Security; OCPP 2.0 part 2, Messages 1.60)."""

    csr: Annotated[str, Field(max_length=800)]
    type_of_certificate: Annotated[
        CertificateSigningUseEnumType | None,
        Field(alias="typeOfCertificate"),
        Omittable,
    ] = None


class SignCertificateResponse(OpenModel):
    """Answers SignCertificateRequest."""

    status: GenericStatusEnumType


class StatusNotificationRequest(
    OpenModel, StationRequest["StatusNotificationResponse"]
):
    """Sent by the ChargingStation (G Availability).

    Defined in OCPP 2.0.1 part 2, Messages 1.59.
    """

    timestamp: DateTime
    connector_status: Annotated[ConnectorStatusEnumType, Field(alias="connectorStatus")]
    evse_id: Annotated[int, Field(alias="evseId")]
    connector_id: Annotated[int, Field(alias="connectorId")]


class StatusNotificationResponse(OpenModel):
    """Answers StatusNotificationRequest."""


class TransactionEventRequest(OpenModel, StationRequest["TransactionEventResponse"]):
    """Sent by the ChargingStation (E Transactions; OCPP 2.0 part 2, Messages 1.62)."""

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
        float | None, Field(alias="cableMaxCurrent"), Omittable
    ] = None
    reservation_id: Annotated[int | None, Field(alias="reservationId"), Omittable] = (
        None
    )
    transaction_data: Annotated[TransactionType, Field(alias="transactionData")]
    evse: Annotated[EVSEType | None, Omittable] = None
    id_token: Annotated[IdTokenType | None, Field(alias="idToken"), Omittable] = None


class TransactionEventResponse(OpenModel):
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


class TriggerMessageRequest(OpenModel, BackOfficeRequest["TriggerMessageResponse"]):
    """Sent by the CSMS (F Remote Control; OCPP 2.0 part 2, Messages 1.63)."""

    evse: Annotated[EVSEType | None, Omittable] = None
    requested_message: Annotated[
        MessageTriggerEnumType, Field(alias="requestedMessage")
    ]


class TriggerMessageResponse(OpenModel):
    """Answers TriggerMessageRequest."""

    status: TriggerMessageStatusEnumType


class UnlockConnectorRequest(OpenModel, BackOfficeRequest["UnlockConnectorResponse"]):
    """Sent by the CSMS (F Remote Control; OCPP 2.0.1 part 2, Messages 1.62)."""

    evse_id: Annotated[int, Field(alias="evseId")]
    connector_id: Annotated[int, Field(alias="connectorId")]


class UnlockConnectorResponse(OpenModel):
    """Answers UnlockConnectorRequest."""

    status: UnlockStatusEnumType


class UnpublishFirmwareRequest(
    OpenModel, BackOfficeRequest["UnpublishFirmwareResponse"]
):
    """Sent by the CSMS (L Firmware Management; OCPP 2.0.1 part 2, Messages 1.63)."""

    checksum: Annotated[str, Field(max_length=32)]


class UnpublishFirmwareResponse(OpenModel):
    """Answers UnpublishFirmwareRequest."""

    status: UnpublishFirmwareStatusEnumType


class Update15118EVCertificateRequest(
    OpenModel, StationRequest["Update15118EVCertificateResponse"]
):
    """Sent by the ChargingStation (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0 part 2, Messages 1.66.
    """

    iso15118_schema_version: Annotated[
        str, Field(alias="15118SchemaVersion", max_length=50)
    ]
    exi_request: Annotated[str, Field(alias="exiRequest", max_length=5500)]


class Update15118EVCertificateResponse(OpenModel):
    """Answers Update15118EVCertificateRequest."""

    status: Update15118EVCertificateStatusEnumType
    exi_response: Annotated[
        str | None, Field(alias="exiResponse", max_length=5500), Omittable
    ] = None


class UpdateFirmwareRequest(OpenModel, BackOfficeRequest["UpdateFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.0.1 part 2, Messages 1.64)."""

    retries: Annotated[int | None, Omittable] = None
    retry_interval: Annotated[int | None, Field(alias="retryInterval"), Omittable] = (
        None
    )
    request_id: Annotated[int, Field(alias="requestId")]
    firmware: FirmwareType


class UpdateFirmwareResponse(OpenModel):
    """Answers UpdateFirmwareRequest."""

    status: UpdateFirmwareStatusEnumType
