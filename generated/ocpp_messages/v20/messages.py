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
    """Sent by the ChargingStation (C Authorization; OCPP 2.0 part 2, Messages 1.1).

    Attributes:
        iso15118_certificate_hash_data: `15118CertificateHashData`: array of
            OCSPRequestDataType, 1 to 4 items; optional.
        id_token: `idToken`: IdTokenType.
        evse_id: `evseId`: array of integer, at least 1 item; optional.
    """

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
    """Answers AuthorizeRequest (OCPP 2.0 part 2, Messages 1.1).

    Attributes:
        id_token_info: `idTokenInfo`: IdTokenInfoType.
        certificate_status: `certificateStatus`: CertificateStatusEnumType; optional.
        evse_id: `evseId`: array of integer, at least 1 item; optional.
    """

    id_token_info: Annotated[IdTokenInfoType, Field(alias="idTokenInfo")]
    certificate_status: Annotated[
        CertificateStatusEnumType | None, Field(alias="certificateStatus"), Omittable
    ] = None
    evse_id: Annotated[
        Sequence[int] | None, Field(alias="evseId"), Array(min_items=1), Omittable
    ] = None


class BootNotificationRequest(OpenModel, StationRequest["BootNotificationResponse"]):
    """Sent by the ChargingStation (B Provisioning; OCPP 2.0.1 part 2, Messages 1.2).

    Attributes:
        charging_station: `chargingStation`: ChargingStationType.
        reason: `reason`: BootReasonEnumType.
    """

    charging_station: Annotated[ChargingStationType, Field(alias="chargingStation")]
    reason: BootReasonEnumType


class BootNotificationResponse(OpenModel):
    """Answers BootNotificationRequest (OCPP 2.0.1 part 2, Messages 1.2).

    Attributes:
        current_time: `currentTime`: date-time in UTC.
        interval: `interval`: integer, in s.
        status: `status`: RegistrationStatusEnumType.
    """

    current_time: Annotated[DateTime, Field(alias="currentTime")]
    interval: int
    status: RegistrationStatusEnumType


class CancelReservationRequest(
    OpenModel, BackOfficeRequest["CancelReservationResponse"]
):
    """Sent by the CSMS (H Reservation; OCPP 2.0.1 part 2, Messages 1.3).

    Attributes:
        reservation_id: `reservationId`: integer.
    """

    reservation_id: Annotated[int, Field(alias="reservationId")]


class CancelReservationResponse(OpenModel):
    """Answers CancelReservationRequest (OCPP 2.0.1 part 2, Messages 1.3).

    Attributes:
        status: `status`: CancelReservationStatusEnumType.
    """

    status: CancelReservationStatusEnumType


class CertificateSignedRequest(
    OpenModel, BackOfficeRequest["CertificateSignedResponse"]
):
    """Sent by the CSMS (A Security; OCPP 2.0 part 2, Messages 1.4).

    Attributes:
        cert: `cert`: array of text of at most 800 characters, at least 1 item.
        type_of_certificate: `typeOfCertificate`: CertificateSigningUseEnumType;
            optional.
    """

    cert: Annotated[Sequence[Annotated[str, Field(max_length=800)]], Array(min_items=1)]
    type_of_certificate: Annotated[
        CertificateSigningUseEnumType | None,
        Field(alias="typeOfCertificate"),
        Omittable,
    ] = None


class CertificateSignedResponse(OpenModel):
    """Answers CertificateSignedRequest (OCPP 2.0 part 2, Messages 1.4).

    Attributes:
        status: `status`: CertificateSignedStatusEnumType.
    """

    status: CertificateSignedStatusEnumType


class ChangeAvailabilityRequest(
    OpenModel, BackOfficeRequest["ChangeAvailabilityResponse"]
):
    """Sent by the CSMS (G Availability; OCPP 2.0 part 2, Messages 1.5).

    Attributes:
        evse_id: `evseId`: integer.
        operational_status: `operationalStatus`: OperationalStatusEnumType.
    """

    evse_id: Annotated[int, Field(alias="evseId")]
    operational_status: Annotated[
        OperationalStatusEnumType, Field(alias="operationalStatus")
    ]


class ChangeAvailabilityResponse(OpenModel):
    """Answers ChangeAvailabilityRequest (OCPP 2.0 part 2, Messages 1.5).

    Attributes:
        status: `status`: ChangeAvailabilityStatusEnumType.
    """

    status: ChangeAvailabilityStatusEnumType


class ClearCacheRequest(OpenModel, BackOfficeRequest["ClearCacheResponse"]):
    """Sent by the CSMS (C Authorization; OCPP 2.0.1 part 2, Messages 1.6)."""


class ClearCacheResponse(OpenModel):
    """Answers ClearCacheRequest (OCPP 2.0.1 part 2, Messages 1.6).

    Attributes:
        status: `status`: ClearCacheStatusEnumType.
    """

    status: ClearCacheStatusEnumType


class ClearChargingProfileRequest(
    OpenModel, BackOfficeRequest["ClearChargingProfileResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0 part 2, Messages 1.7).

    Attributes:
        evse_id: `evseId`: integer; optional.
        charging_profile: `chargingProfile`: ClearChargingProfileType; optional.
    """

    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    charging_profile: Annotated[
        ClearChargingProfileType | None, Field(alias="chargingProfile"), Omittable
    ] = None


class ClearChargingProfileResponse(OpenModel):
    """Answers ClearChargingProfileRequest (OCPP 2.0 part 2, Messages 1.7).

    Attributes:
        status: `status`: ClearChargingProfileStatusEnumType.
    """

    status: ClearChargingProfileStatusEnumType


class ClearDisplayMessageRequest(
    OpenModel, BackOfficeRequest["ClearDisplayMessageResponse"]
):
    """Sent by the CSMS (O Display Message; OCPP 2.0.1 part 2, Messages 1.8).

    Attributes:
        id: `id`: integer.
    """

    id: int


class ClearDisplayMessageResponse(OpenModel):
    """Answers ClearDisplayMessageRequest (OCPP 2.0.1 part 2, Messages 1.8).

    Attributes:
        status: `status`: ClearMessageStatusEnumType.
    """

    status: ClearMessageStatusEnumType


class ClearVariableMonitoringRequest(
    OpenModel, BackOfficeRequest["ClearVariableMonitoringResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.10).

    Attributes:
        id: `id`: array of integer, at least 1 item.
    """

    id: Annotated[Sequence[int], Array(min_items=1)]


class ClearVariableMonitoringResponse(OpenModel):
    """Answers ClearVariableMonitoringRequest (OCPP 2.0.1 part 2, Messages 1.10).

    Attributes:
        clear_monitoring_result: `clearMonitoringResult`: array of
            ClearMonitoringResultType, at least 1 item.
    """

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

    Attributes:
        charging_limit_source: `chargingLimitSource`: ChargingLimitSourceEnumType.
        evse_id: `evseId`: integer; optional.
    """

    charging_limit_source: Annotated[
        ChargingLimitSourceEnumType, Field(alias="chargingLimitSource")
    ]
    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None


class ClearedChargingLimitResponse(OpenModel):
    """Answers ClearedChargingLimitRequest (OCPP 2.0.1 part 2, Messages 1.9)."""


class CostUpdatedRequest(OpenModel, BackOfficeRequest["CostUpdatedResponse"]):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.0.1 part 2, Messages 1.11).

    Attributes:
        total_cost: `totalCost`: decimal, in the currency that the variable Currency
            says (OCPP 2.0.1 and 2.1 part 2, Messages: CostUpdated, TransactionEvent).
        transaction_id: `transactionId`: text of at most 36 characters.
    """

    total_cost: Annotated[float, Field(alias="totalCost")]
    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]


class CostUpdatedResponse(OpenModel):
    """Answers CostUpdatedRequest (OCPP 2.0.1 part 2, Messages 1.11)."""


class CustomerInformationRequest(
    OpenModel, BackOfficeRequest["CustomerInformationResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.12).

    Attributes:
        customer_certificate: `customerCertificate`: CertificateHashDataType; optional.
        id_token: `idToken`: IdTokenType; optional.
        request_id: `requestId`: integer.
        report: `report`: boolean.
        clear: `clear`: boolean.
        customer_identifier: `customerIdentifier`: text of at most 64 characters;
            optional.
    """

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
    """Answers CustomerInformationRequest (OCPP 2.0.1 part 2, Messages 1.12).

    Attributes:
        status: `status`: CustomerInformationStatusEnumType.
    """

    status: CustomerInformationStatusEnumType


class DataTransferRequest(OpenModel, EitherRequest["DataTransferResponse"]):
    """Sent by the ChargingStation or CSMS (P Data Transfer).

    Defined in OCPP 2.0.1 part 2, Messages 1.13.

    Attributes:
        message_id: `messageId`: text of at most 50 characters; optional.
        data: `data`: any JSON value; optional.
        vendor_id: `vendorId`: text of at most 255 characters.
    """

    message_id: Annotated[
        str | None, Field(alias="messageId", max_length=50), Omittable
    ] = None
    data: Json | None = None
    vendor_id: Annotated[str, Field(alias="vendorId", max_length=255)]


class DataTransferResponse(OpenModel):
    """Answers DataTransferRequest (OCPP 2.0.1 part 2, Messages 1.13).

    Attributes:
        status: `status`: DataTransferStatusEnumType.
        data: `data`: any JSON value; optional.
    """

    status: DataTransferStatusEnumType
    data: Json | None = None


class DeleteCertificateRequest(
    OpenModel, BackOfficeRequest["DeleteCertificateResponse"]
):
    """Sent by the CSMS (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.14.

    Attributes:
        certificate_hash_data: `certificateHashData`: CertificateHashDataType.
    """

    certificate_hash_data: Annotated[
        CertificateHashDataType, Field(alias="certificateHashData")
    ]


class DeleteCertificateResponse(OpenModel):
    """Answers DeleteCertificateRequest (OCPP 2.0.1 part 2, Messages 1.14).

    Attributes:
        status: `status`: DeleteCertificateStatusEnumType.
    """

    status: DeleteCertificateStatusEnumType


class FirmwareStatusNotificationRequest(
    OpenModel, StationRequest["FirmwareStatusNotificationResponse"]
):
    """Sent by the ChargingStation (L Firmware Management).

    Defined in OCPP 2.0 part 2, Messages 1.15.

    Attributes:
        status: `status`: FirmwareStatusEnumType.
        request_id: `requestId`: integer.
    """

    status: FirmwareStatusEnumType
    request_id: Annotated[int, Field(alias="requestId")]


class FirmwareStatusNotificationResponse(OpenModel):
    """Answers FirmwareStatusNotificationRequest (OCPP 2.0 part 2, Messages 1.15)."""


class Get15118EVCertificateRequest(
    OpenModel, StationRequest["Get15118EVCertificateResponse"]
):
    """Sent by the ChargingStation (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0 part 2, Messages 1.16.

    Attributes:
        iso15118_schema_version: `15118SchemaVersion`: text of at most 50 characters.
        exi_request: `exiRequest`: text of at most 5500 characters.
    """

    iso15118_schema_version: Annotated[
        str, Field(alias="15118SchemaVersion", max_length=50)
    ]
    exi_request: Annotated[str, Field(alias="exiRequest", max_length=5500)]


class Get15118EVCertificateResponse(OpenModel):
    """Answers Get15118EVCertificateRequest (OCPP 2.0 part 2, Messages 1.16).

    Attributes:
        status: `status`: Iso15118EVCertificateStatusEnumType.
        sa_provisioning_certificate_chain: `saProvisioningCertificateChain`:
            CertificateChainType.
        contract_signature_certificate_chain: `contractSignatureCertificateChain`:
            CertificateChainType.
        exi_response: `exiResponse`: text of at most 5500 characters.
    """

    status: Iso15118EVCertificateStatusEnumType
    sa_provisioning_certificate_chain: Annotated[
        CertificateChainType, Field(alias="saProvisioningCertificateChain")
    ]
    contract_signature_certificate_chain: Annotated[
        CertificateChainType, Field(alias="contractSignatureCertificateChain")
    ]
    exi_response: Annotated[str, Field(alias="exiResponse", max_length=5500)]


class GetBaseReportRequest(OpenModel, BackOfficeRequest["GetBaseReportResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.17).

    Attributes:
        request_id: `requestId`: integer.
        report_base: `reportBase`: ReportBaseEnumType.
    """

    request_id: Annotated[int, Field(alias="requestId")]
    report_base: Annotated[ReportBaseEnumType, Field(alias="reportBase")]


class GetBaseReportResponse(OpenModel):
    """Answers GetBaseReportRequest (OCPP 2.0.1 part 2, Messages 1.17).

    Attributes:
        status: `status`: GenericDeviceModelStatusEnumType.
    """

    status: GenericDeviceModelStatusEnumType


class GetCertificateStatusRequest(
    OpenModel, StationRequest["GetCertificateStatusResponse"]
):
    """Sent by the ChargingStation (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.18.

    Attributes:
        ocsp_request_data: `ocspRequestData`: OCSPRequestDataType.
    """

    ocsp_request_data: Annotated[OCSPRequestDataType, Field(alias="ocspRequestData")]


class GetCertificateStatusResponse(OpenModel):
    """Answers GetCertificateStatusRequest (OCPP 2.0.1 part 2, Messages 1.18).

    Attributes:
        status: `status`: GetCertificateStatusEnumType.
        ocsp_result: `ocspResult`: text of at most 5500 characters; optional.
    """

    status: GetCertificateStatusEnumType
    ocsp_result: Annotated[
        str | None, Field(alias="ocspResult", max_length=5500), Omittable
    ] = None


class GetChargingProfilesRequest(
    OpenModel, BackOfficeRequest["GetChargingProfilesResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0 part 2, Messages 1.19).

    Attributes:
        request_id: `requestId`: integer; optional.
        evse_id: `evseId`: integer; optional.
        charging_profile: `chargingProfile`: ChargingProfileCriterionType.
    """

    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    charging_profile: Annotated[
        ChargingProfileCriterionType, Field(alias="chargingProfile")
    ]


class GetChargingProfilesResponse(OpenModel):
    """Answers GetChargingProfilesRequest (OCPP 2.0 part 2, Messages 1.19).

    Attributes:
        status: `status`: GetChargingProfileStatusEnumType.
    """

    status: GetChargingProfileStatusEnumType


class GetCompositeScheduleRequest(
    OpenModel, BackOfficeRequest["GetCompositeScheduleResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0 part 2, Messages 1.20).

    Attributes:
        duration: `duration`: integer, in s.
        charging_rate_unit: `chargingRateUnit`: ChargingRateUnitEnumType; optional.
        evse_id: `evseId`: integer.
    """

    duration: int
    charging_rate_unit: Annotated[
        ChargingRateUnitEnumType | None, Field(alias="chargingRateUnit"), Omittable
    ] = None
    evse_id: Annotated[int, Field(alias="evseId")]


class GetCompositeScheduleResponse(OpenModel):
    """Answers GetCompositeScheduleRequest (OCPP 2.0 part 2, Messages 1.20).

    Attributes:
        status: `status`: GetCompositeScheduleStatusEnumType.
        evse_id: `evseId`: integer.
        schedule: `schedule`: CompositeScheduleType; optional.
    """

    status: GetCompositeScheduleStatusEnumType
    evse_id: Annotated[int, Field(alias="evseId")]
    schedule: Annotated[CompositeScheduleType | None, Omittable] = None


class GetDisplayMessagesRequest(
    OpenModel, BackOfficeRequest["GetDisplayMessagesResponse"]
):
    """Sent by the CSMS (O Display Message; OCPP 2.0.1 part 2, Messages 1.21).

    Attributes:
        request_id: `requestId`: integer.
        priority: `priority`: MessagePriorityEnumType; optional.
        state: `state`: MessageStateEnumType; optional.
        id: `id`: array of integer, at least 1 item; optional.
    """

    request_id: Annotated[int, Field(alias="requestId")]
    priority: Annotated[MessagePriorityEnumType | None, Omittable] = None
    state: Annotated[MessageStateEnumType | None, Omittable] = None
    id: Annotated[Sequence[int] | None, Array(min_items=1), Omittable] = None


class GetDisplayMessagesResponse(OpenModel):
    """Answers GetDisplayMessagesRequest (OCPP 2.0.1 part 2, Messages 1.21).

    Attributes:
        status: `status`: GetDisplayMessagesStatusEnumType.
    """

    status: GetDisplayMessagesStatusEnumType


class GetInstalledCertificateIdsRequest(
    OpenModel, BackOfficeRequest["GetInstalledCertificateIdsResponse"]
):
    """Sent by the CSMS (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0 part 2, Messages 1.22.

    Attributes:
        type_of_certificate: `typeOfCertificate`: InstallCertificateUseEnumType.
    """

    type_of_certificate: Annotated[
        InstallCertificateUseEnumType, Field(alias="typeOfCertificate")
    ]


class GetInstalledCertificateIdsResponse(OpenModel):
    """Answers GetInstalledCertificateIdsRequest (OCPP 2.0 part 2, Messages 1.22).

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
    OpenModel, BackOfficeRequest["GetLocalListVersionResponse"]
):
    """Sent by the CSMS (D Local Authorization List Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.23.
    """


class GetLocalListVersionResponse(OpenModel):
    """Answers GetLocalListVersionRequest (OCPP 2.0.1 part 2, Messages 1.23).

    Attributes:
        version_number: `versionNumber`: integer.
    """

    version_number: Annotated[int, Field(alias="versionNumber")]


class GetLogRequest(OpenModel, BackOfficeRequest["GetLogResponse"]):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0 part 2, Messages 1.24).

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


class GetLogResponse(OpenModel):
    """Answers GetLogRequest (OCPP 2.0 part 2, Messages 1.24).

    Attributes:
        status: `status`: LogStatusEnumType.
        filename: `filename`: text of at most 255 characters; optional.
    """

    status: LogStatusEnumType
    filename: Annotated[str | None, Field(max_length=255), Omittable] = None


class GetMonitoringReportRequest(
    OpenModel, BackOfficeRequest["GetMonitoringReportResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0 part 2, Messages 1.25).

    Attributes:
        component_variable: `componentVariable`: array of ComponentVariableType, at
            least 1 item; optional.
        request_id: `requestId`: integer; optional.
        monitoring_criteria: `monitoringCriteria`: array of MonitoringCriterionEnumType,
            1 to 3 items; optional.
    """

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
    """Answers GetMonitoringReportRequest (OCPP 2.0 part 2, Messages 1.25).

    Attributes:
        status: `status`: GenericDeviceModelStatusEnumType.
    """

    status: GenericDeviceModelStatusEnumType


class GetReportRequest(OpenModel, BackOfficeRequest["GetReportResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0 part 2, Messages 1.26).

    Attributes:
        component_variable: `componentVariable`: array of ComponentVariableType, at
            least 1 item; optional.
        request_id: `requestId`: integer; optional.
        component_criteria: `componentCriteria`: array of ComponentCriterionEnumType, 1
            to 4 items; optional.
    """

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
    """Answers GetReportRequest (OCPP 2.0 part 2, Messages 1.26).

    Attributes:
        status: `status`: GenericDeviceModelStatusEnumType.
    """

    status: GenericDeviceModelStatusEnumType


class GetTransactionStatusRequest(
    OpenModel, BackOfficeRequest["GetTransactionStatusResponse"]
):
    """Sent by the CSMS (E Transactions; OCPP 2.0.1 part 2, Messages 1.27).

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters; optional.
    """

    transaction_id: Annotated[
        str | None, Field(alias="transactionId", max_length=36), Omittable
    ] = None


class GetTransactionStatusResponse(OpenModel):
    """Answers GetTransactionStatusRequest (OCPP 2.0.1 part 2, Messages 1.27).

    Attributes:
        ongoing_indicator: `ongoingIndicator`: boolean; optional.
        messages_in_queue: `messagesInQueue`: boolean.
    """

    ongoing_indicator: Annotated[
        bool | None, Field(alias="ongoingIndicator"), Omittable
    ] = None
    messages_in_queue: Annotated[bool, Field(alias="messagesInQueue")]


class GetVariablesRequest(OpenModel, BackOfficeRequest["GetVariablesResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.28).

    Attributes:
        get_variable_data: `getVariableData`: array of GetVariableDataType, at least 1
            item.
    """

    get_variable_data: Annotated[
        Sequence[GetVariableDataType],
        Field(alias="getVariableData"),
        Array(min_items=1),
    ]


class GetVariablesResponse(OpenModel):
    """Answers GetVariablesRequest (OCPP 2.0.1 part 2, Messages 1.28).

    Attributes:
        get_variable_result: `getVariableResult`: array of GetVariableResultType, at
            least 1 item.
    """

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
    """Answers HeartbeatRequest (OCPP 2.0.1 part 2, Messages 1.29).

    Attributes:
        current_time: `currentTime`: date-time in UTC.
    """

    current_time: Annotated[DateTime, Field(alias="currentTime")]


class InstallCertificateRequest(
    OpenModel, BackOfficeRequest["InstallCertificateResponse"]
):
    """Sent by the CSMS (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0 part 2, Messages 1.30.

    Attributes:
        certificate_type: `certificateType`: InstallCertificateUseEnumType.
        certificate: `certificate`: text of at most 800 characters, PEM.
    """

    certificate_type: Annotated[
        InstallCertificateUseEnumType, Field(alias="certificateType")
    ]
    certificate: Annotated[str, Field(max_length=800)]


class InstallCertificateResponse(OpenModel):
    """Answers InstallCertificateRequest (OCPP 2.0 part 2, Messages 1.30).

    Attributes:
        status: `status`: InstallCertificateStatusEnumType.
    """

    status: InstallCertificateStatusEnumType


class LogStatusNotificationRequest(
    OpenModel, StationRequest["LogStatusNotificationResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.0 part 2, Messages 1.31).

    Attributes:
        status: `status`: UploadLogStatusEnumType.
        request_id: `requestId`: integer.
    """

    status: UploadLogStatusEnumType
    request_id: Annotated[int, Field(alias="requestId")]


class LogStatusNotificationResponse(OpenModel):
    """Answers LogStatusNotificationRequest (OCPP 2.0 part 2, Messages 1.31)."""


class MeterValuesRequest(OpenModel, StationRequest["MeterValuesResponse"]):
    """Sent by the ChargingStation (J Meter Values).

    Defined in OCPP 2.0.1 part 2, Messages 1.32.

    Attributes:
        evse_id: `evseId`: integer.
        meter_value: `meterValue`: array of MeterValueType, at least 1 item.
    """

    evse_id: Annotated[int, Field(alias="evseId")]
    meter_value: Annotated[
        Sequence[MeterValueType], Field(alias="meterValue"), Array(min_items=1)
    ]


class MeterValuesResponse(OpenModel):
    """Answers MeterValuesRequest (OCPP 2.0.1 part 2, Messages 1.32)."""


class NotifyCentralChargingNeedsRequest(
    OpenModel, BackOfficeRequest["NotifyCentralChargingNeedsResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0 part 2, Messages 1.33).

    Attributes:
        evse_id: `evseId`: integer.
        sa_schedule: `saSchedule`: array of SAScheduleType, 1 to 3 items.
    """

    evse_id: Annotated[int, Field(alias="evseId")]
    sa_schedule: Annotated[
        Sequence[SAScheduleType],
        Field(alias="saSchedule"),
        Array(min_items=1, max_items=3),
    ]


class NotifyCentralChargingNeedsResponse(OpenModel):
    """Answers NotifyCentralChargingNeedsRequest (OCPP 2.0 part 2, Messages 1.33).

    Attributes:
        status: `status`: NotifyCentralChargingNeedsStatusEnumType.
    """

    status: NotifyCentralChargingNeedsStatusEnumType


class NotifyChargingLimitRequest(
    OpenModel, StationRequest["NotifyChargingLimitResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0.1 part 2, Messages 1.33.

    Attributes:
        charging_schedule: `chargingSchedule`: array of ChargingScheduleType, at least 1
            item; optional.
        evse_id: `evseId`: integer; optional.
        charging_limit: `chargingLimit`: ChargingLimitType.
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
    """Answers NotifyChargingLimitRequest (OCPP 2.0.1 part 2, Messages 1.33)."""


class NotifyCustomerInformationRequest(
    OpenModel, StationRequest["NotifyCustomerInformationResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.0 part 2, Messages 1.35).

    Attributes:
        data: `data`: text of at most 512 characters.
        tbc: `tbc`: boolean.
        seq_no: `seqNo`: integer.
        generated_at: `generatedAt`: date-time in UTC.
        request_id: `requestId`: integer; optional.
    """

    data: Annotated[str, Field(max_length=512)]
    tbc: bool
    seq_no: Annotated[int, Field(alias="seqNo")]
    generated_at: Annotated[DateTime, Field(alias="generatedAt")]
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None


class NotifyCustomerInformationResponse(OpenModel):
    """Answers NotifyCustomerInformationRequest (OCPP 2.0 part 2, Messages 1.35)."""


class NotifyDisplayMessagesRequest(
    OpenModel, StationRequest["NotifyDisplayMessagesResponse"]
):
    """Sent by the ChargingStation (O Display Message).

    Defined in OCPP 2.0 part 2, Messages 1.36.

    Attributes:
        message_info: `messageInfo`: array of MessageInfoType, at least 1 item.
        request_id: `requestId`: integer.
        tbc: `tbc`: boolean.
    """

    message_info: Annotated[
        Sequence[MessageInfoType], Field(alias="messageInfo"), Array(min_items=1)
    ]
    request_id: Annotated[int, Field(alias="requestId")]
    tbc: bool


class NotifyDisplayMessagesResponse(OpenModel):
    """Answers NotifyDisplayMessagesRequest (OCPP 2.0 part 2, Messages 1.36)."""


class NotifyEVChargingNeedsRequest(
    OpenModel, StationRequest["NotifyEVChargingNeedsResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0.1 part 2, Messages 1.36.

    Attributes:
        max_schedule_tuples: `maxScheduleTuples`: integer; optional.
        charging_needs: `chargingNeeds`: ChargingNeedsType.
        evse_id: `evseId`: integer.
    """

    max_schedule_tuples: Annotated[
        int | None, Field(alias="maxScheduleTuples"), Omittable
    ] = None
    charging_needs: Annotated[ChargingNeedsType, Field(alias="chargingNeeds")]
    evse_id: Annotated[int, Field(alias="evseId")]


class NotifyEVChargingNeedsResponse(OpenModel):
    """Answers NotifyEVChargingNeedsRequest (OCPP 2.0.1 part 2, Messages 1.36).

    Attributes:
        status: `status`: NotifyEVChargingNeedsStatusEnumType.
    """

    status: NotifyEVChargingNeedsStatusEnumType


class NotifyEVChargingScheduleRequest(
    OpenModel, StationRequest["NotifyEVChargingScheduleResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0.1 part 2, Messages 1.37.

    Attributes:
        time_base: `timeBase`: date-time in UTC.
        charging_schedule: `chargingSchedule`: ReportedChargingScheduleType.
        evse_id: `evseId`: integer.
    """

    time_base: Annotated[DateTime, Field(alias="timeBase")]
    charging_schedule: Annotated[
        ReportedChargingScheduleType, Field(alias="chargingSchedule")
    ]
    evse_id: Annotated[int, Field(alias="evseId")]


class NotifyEVChargingScheduleResponse(OpenModel):
    """Answers NotifyEVChargingScheduleRequest (OCPP 2.0.1 part 2, Messages 1.37).

    Attributes:
        status: `status`: GenericStatusEnumType.
    """

    status: GenericStatusEnumType


class NotifyEventRequest(OpenModel, StationRequest["NotifyEventResponse"]):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.0 part 2, Messages 1.39).

    Attributes:
        generated_at: `generatedAt`: date-time in UTC.
        tbc: `tbc`: boolean.
        seq_no: `seqNo`: integer.
        event_data: `eventData`: array of EventDataType, at least 1 item.
    """

    generated_at: Annotated[DateTime, Field(alias="generatedAt")]
    tbc: bool
    seq_no: Annotated[int, Field(alias="seqNo")]
    event_data: Annotated[
        Sequence[EventDataType], Field(alias="eventData"), Array(min_items=1)
    ]


class NotifyEventResponse(OpenModel):
    """Answers NotifyEventRequest (OCPP 2.0 part 2, Messages 1.39)."""


class NotifyMonitoringReportRequest(
    OpenModel, StationRequest["NotifyMonitoringReportResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.0 part 2, Messages 1.40).

    Attributes:
        monitor: `monitor`: array of MonitoringDataType, at least 1 item.
        request_id: `requestId`: integer; optional.
        tbc: `tbc`: boolean.
        seq_no: `seqNo`: integer.
        generated_at: `generatedAt`: date-time in UTC.
    """

    monitor: Annotated[Sequence[MonitoringDataType], Array(min_items=1)]
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    tbc: bool
    seq_no: Annotated[int, Field(alias="seqNo")]
    generated_at: Annotated[DateTime, Field(alias="generatedAt")]


class NotifyMonitoringReportResponse(OpenModel):
    """Answers NotifyMonitoringReportRequest (OCPP 2.0 part 2, Messages 1.40)."""


class NotifyReportRequest(OpenModel, StationRequest["NotifyReportResponse"]):
    """Sent by the ChargingStation (B Provisioning; OCPP 2.0 part 2, Messages 1.41).

    Attributes:
        request_id: `requestId`: integer; optional.
        generated_at: `generatedAt`: date-time in UTC.
        report_data: `reportData`: array of ReportDataType, at least 1 item.
        tbc: `tbc`: boolean.
        seq_no: `seqNo`: integer.
    """

    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    generated_at: Annotated[DateTime, Field(alias="generatedAt")]
    report_data: Annotated[
        Sequence[ReportDataType], Field(alias="reportData"), Array(min_items=1)
    ]
    tbc: bool
    seq_no: Annotated[int, Field(alias="seqNo")]


class NotifyReportResponse(OpenModel):
    """Answers NotifyReportRequest (OCPP 2.0 part 2, Messages 1.41)."""


class PublishFirmwareRequest(OpenModel, BackOfficeRequest["PublishFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.0 part 2, Messages 1.42).

    Attributes:
        location: `location`: text of at most 512 characters.
        retries: `retries`: integer; optional.
        checksum: `checksum`: text of at most 32 characters.
    """

    location: Annotated[str, Field(max_length=512)]
    retries: Annotated[int | None, Omittable] = None
    checksum: Annotated[str, Field(max_length=32)]


class PublishFirmwareResponse(OpenModel):
    """Answers PublishFirmwareRequest (OCPP 2.0 part 2, Messages 1.42).

    Attributes:
        status: `status`: GenericStatusEnumType.
    """

    status: GenericStatusEnumType


class PublishFirmwareStatusNotificationRequest(
    OpenModel, StationRequest["PublishFirmwareStatusNotificationResponse"]
):
    """Sent by the ChargingStation (L Firmware Management).

    Defined in OCPP 2.0 part 2, Messages 1.43.

    Attributes:
        status: `status`: PublishFirmwareStatusEnumType.
        location: `location`: array of text of at most 512 characters, at least 1 item;
            optional.
    """

    status: PublishFirmwareStatusEnumType
    location: Annotated[
        Sequence[Annotated[str, Field(max_length=512)]] | None,
        Array(min_items=1),
        Omittable,
    ] = None


class PublishFirmwareStatusNotificationResponse(OpenModel):
    """Answers PublishFirmwareStatusNotificationRequest.

    Defined in OCPP 2.0 part 2, Messages 1.43.
    """


class Renegotiate15118ScheduleRequest(
    OpenModel, BackOfficeRequest["Renegotiate15118ScheduleResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0 part 2, Messages 1.44).

    Attributes:
        evse: `evse`: EVSEType.
    """

    evse: EVSEType


class Renegotiate15118ScheduleResponse(OpenModel):
    """Answers Renegotiate15118ScheduleRequest (OCPP 2.0 part 2, Messages 1.44).

    Attributes:
        status: `status`: Renegotiate15118ScheduleStatusEnumType.
    """

    status: Renegotiate15118ScheduleStatusEnumType


class ReportChargingProfilesRequest(
    OpenModel, StationRequest["ReportChargingProfilesResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0 part 2, Messages 1.45.

    Attributes:
        request_id: `requestId`: integer; optional.
        charging_limit_source: `chargingLimitSource`: ChargingLimitSourceEnumType.
        charging_profile: `chargingProfile`: array of ChargingProfileType, at least 1
            item.
        tbc: `tbc`: boolean; optional.
        evse_id: `evseId`: integer.
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
    """Answers ReportChargingProfilesRequest (OCPP 2.0 part 2, Messages 1.45)."""


class RequestStartTransactionRequest(
    OpenModel, BackOfficeRequest["RequestStartTransactionResponse"]
):
    """Sent by the CSMS (F Remote Control; OCPP 2.0 part 2, Messages 1.46).

    Attributes:
        evse_id: `evseId`: integer; optional.
        id_token: `idToken`: IdTokenType.
        remote_start_id: `remoteStartId`: integer.
        charging_profile: `chargingProfile`: ChargingProfileType; optional.
    """

    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    remote_start_id: Annotated[int, Field(alias="remoteStartId")]
    charging_profile: Annotated[
        ChargingProfileType | None, Field(alias="chargingProfile"), Omittable
    ] = None


class RequestStartTransactionResponse(OpenModel):
    """Answers RequestStartTransactionRequest (OCPP 2.0 part 2, Messages 1.46).

    Attributes:
        status: `status`: RequestStartStopStatusEnumType.
        transaction_id: `transactionId`: text of at most 36 characters; optional.
    """

    status: RequestStartStopStatusEnumType
    transaction_id: Annotated[
        str | None, Field(alias="transactionId", max_length=36), Omittable
    ] = None


class RequestStopTransactionRequest(
    OpenModel, BackOfficeRequest["RequestStopTransactionResponse"]
):
    """Sent by the CSMS (F Remote Control; OCPP 2.0.1 part 2, Messages 1.45).

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters.
    """

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]


class RequestStopTransactionResponse(OpenModel):
    """Answers RequestStopTransactionRequest (OCPP 2.0.1 part 2, Messages 1.45).

    Attributes:
        status: `status`: RequestStartStopStatusEnumType.
    """

    status: RequestStartStopStatusEnumType


class ReservationStatusUpdateRequest(
    OpenModel, StationRequest["ReservationStatusUpdateResponse"]
):
    """Sent by the ChargingStation (H Reservation; OCPP 2.0.1 part 2, Messages 1.46).

    Attributes:
        reservation_id: `reservationId`: integer.
        reservation_update_status: `reservationUpdateStatus`:
            ReservationUpdateStatusEnumType.
    """

    reservation_id: Annotated[int, Field(alias="reservationId")]
    reservation_update_status: Annotated[
        ReservationUpdateStatusEnumType, Field(alias="reservationUpdateStatus")
    ]


class ReservationStatusUpdateResponse(OpenModel):
    """Answers ReservationStatusUpdateRequest (OCPP 2.0.1 part 2, Messages 1.46)."""


class ReserveNowRequest(OpenModel, BackOfficeRequest["ReserveNowResponse"]):
    """Sent by the CSMS (H Reservation; OCPP 2.0 part 2, Messages 1.49).

    Attributes:
        id_token: `idToken`: IdTokenType.
        group_id_token: `groupIdToken`: IdTokenType; optional.
        reservation: `reservation`: ReservationType.
    """

    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    group_id_token: Annotated[
        IdTokenType | None, Field(alias="groupIdToken"), Omittable
    ] = None
    reservation: ReservationType


class ReserveNowResponse(OpenModel):
    """Answers ReserveNowRequest (OCPP 2.0 part 2, Messages 1.49).

    Attributes:
        status: `status`: ReserveNowStatusEnumType.
    """

    status: ReserveNowStatusEnumType


class ResetRequest(OpenModel, BackOfficeRequest["ResetResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0 part 2, Messages 1.50).

    Attributes:
        type: `type`: ResetEnumType.
    """

    type: ResetEnumType


class ResetResponse(OpenModel):
    """Answers ResetRequest (OCPP 2.0 part 2, Messages 1.50).

    Attributes:
        status: `status`: ResetStatusEnumType.
    """

    status: ResetStatusEnumType


class SecurityEventNotificationRequest(
    OpenModel, StationRequest["SecurityEventNotificationResponse"]
):
    """Sent by the ChargingStation (A Security; OCPP 2.0 part 2, Messages 1.51).

    Attributes:
        type: `type`: SecurityEventEnumType.
        timestamp: `timestamp`: date-time in UTC.
    """

    type: SecurityEventEnumType
    timestamp: DateTime


class SecurityEventNotificationResponse(OpenModel):
    """Answers SecurityEventNotificationRequest (OCPP 2.0 part 2, Messages 1.51)."""


class SendLocalListRequest(OpenModel, BackOfficeRequest["SendLocalListResponse"]):
    """Sent by the CSMS (D Local Authorization List Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.50.

    Attributes:
        local_authorization_list: `localAuthorizationList`: array of AuthorizationData,
            at least 1 item; optional.
        version_number: `versionNumber`: integer.
        update_type: `updateType`: UpdateEnumType.
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
    """Answers SendLocalListRequest (OCPP 2.0.1 part 2, Messages 1.50).

    Attributes:
        status: `status`: SendLocalListStatusEnumType.
    """

    status: SendLocalListStatusEnumType


class SetChargingProfileRequest(
    OpenModel, BackOfficeRequest["SetChargingProfileResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0.1 part 2, Messages 1.51).

    Attributes:
        evse_id: `evseId`: integer.
        charging_profile: `chargingProfile`: ChargingProfileType.
    """

    evse_id: Annotated[int, Field(alias="evseId")]
    charging_profile: Annotated[ChargingProfileType, Field(alias="chargingProfile")]


class SetChargingProfileResponse(OpenModel):
    """Answers SetChargingProfileRequest (OCPP 2.0.1 part 2, Messages 1.51).

    Attributes:
        status: `status`: ChargingProfileStatusEnumType.
    """

    status: ChargingProfileStatusEnumType


class SetDisplayMessageRequest(
    OpenModel, BackOfficeRequest["SetDisplayMessageResponse"]
):
    """Sent by the CSMS (O Display Message; OCPP 2.0.1 part 2, Messages 1.52).

    Attributes:
        message: `message`: MessageInfoType.
    """

    message: MessageInfoType


class SetDisplayMessageResponse(OpenModel):
    """Answers SetDisplayMessageRequest (OCPP 2.0.1 part 2, Messages 1.52).

    Attributes:
        status: `status`: DisplayMessageStatusEnumType.
    """

    status: DisplayMessageStatusEnumType


class SetMonitoringBaseRequest(
    OpenModel, BackOfficeRequest["SetMonitoringBaseResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.53).

    Attributes:
        monitoring_base: `monitoringBase`: MonitoringBaseEnumType.
    """

    monitoring_base: Annotated[MonitoringBaseEnumType, Field(alias="monitoringBase")]


class SetMonitoringBaseResponse(OpenModel):
    """Answers SetMonitoringBaseRequest (OCPP 2.0.1 part 2, Messages 1.53).

    Attributes:
        status: `status`: GenericDeviceModelStatusEnumType.
    """

    status: GenericDeviceModelStatusEnumType


class SetMonitoringLevelRequest(
    OpenModel, BackOfficeRequest["SetMonitoringLevelResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.54).

    Attributes:
        severity: `severity`: integer.
    """

    severity: int


class SetMonitoringLevelResponse(OpenModel):
    """Answers SetMonitoringLevelRequest (OCPP 2.0.1 part 2, Messages 1.54).

    Attributes:
        status: `status`: GenericStatusEnumType.
    """

    status: GenericStatusEnumType


class SetNetworkProfileRequest(
    OpenModel, BackOfficeRequest["SetNetworkProfileResponse"]
):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.55).

    Attributes:
        configuration_slot: `configurationSlot`: integer.
        connection_data: `connectionData`: NetworkConnectionProfileType.
    """

    configuration_slot: Annotated[int, Field(alias="configurationSlot")]
    connection_data: Annotated[
        NetworkConnectionProfileType, Field(alias="connectionData")
    ]


class SetNetworkProfileResponse(OpenModel):
    """Answers SetNetworkProfileRequest (OCPP 2.0.1 part 2, Messages 1.55).

    Attributes:
        status: `status`: SetNetworkProfileStatusEnumType.
    """

    status: SetNetworkProfileStatusEnumType


class SetVariableMonitoringRequest(
    OpenModel, BackOfficeRequest["SetVariableMonitoringResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.56).

    Attributes:
        set_monitoring_data: `setMonitoringData`: array of SetMonitoringDataType, at
            least 1 item.
    """

    set_monitoring_data: Annotated[
        Sequence[SetMonitoringDataType],
        Field(alias="setMonitoringData"),
        Array(min_items=1),
    ]


class SetVariableMonitoringResponse(OpenModel):
    """Answers SetVariableMonitoringRequest (OCPP 2.0.1 part 2, Messages 1.56).

    Attributes:
        set_monitoring_result: `setMonitoringResult`: array of SetMonitoringResultType,
            at least 1 item.
    """

    set_monitoring_result: Annotated[
        Sequence[SetMonitoringResultType],
        Field(alias="setMonitoringResult"),
        Array(min_items=1),
    ]


class SetVariablesRequest(OpenModel, BackOfficeRequest["SetVariablesResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.57).

    Attributes:
        set_variable_data: `setVariableData`: array of SetVariableDataType, at least 1
            item.
    """

    set_variable_data: Annotated[
        Sequence[SetVariableDataType],
        Field(alias="setVariableData"),
        Array(min_items=1),
    ]


class SetVariablesResponse(OpenModel):
    """Answers SetVariablesRequest (OCPP 2.0.1 part 2, Messages 1.57).

    Attributes:
        set_variable_result: `setVariableResult`: array of SetVariableResultType, at
            least 1 item.
    """

    set_variable_result: Annotated[
        Sequence[SetVariableResultType],
        Field(alias="setVariableResult"),
        Array(min_items=1),
    ]


class SignCertificateRequest(OpenModel, StationRequest["SignCertificateResponse"]):
    """Sent by the ChargingStation (A Security; OCPP 2.0 part 2, Messages 1.60).

    Attributes:
        csr: `csr`: text of at most 800 characters, PEM.
        type_of_certificate: `typeOfCertificate`: CertificateSigningUseEnumType;
            optional.
    """

    csr: Annotated[str, Field(max_length=800)]
    type_of_certificate: Annotated[
        CertificateSigningUseEnumType | None,
        Field(alias="typeOfCertificate"),
        Omittable,
    ] = None


class SignCertificateResponse(OpenModel):
    """Answers SignCertificateRequest (OCPP 2.0 part 2, Messages 1.60).

    Attributes:
        status: `status`: GenericStatusEnumType.
    """

    status: GenericStatusEnumType


class StatusNotificationRequest(
    OpenModel, StationRequest["StatusNotificationResponse"]
):
    """Sent by the ChargingStation (G Availability).

    Defined in OCPP 2.0.1 part 2, Messages 1.59.

    Attributes:
        timestamp: `timestamp`: date-time in UTC.
        connector_status: `connectorStatus`: ConnectorStatusEnumType.
        evse_id: `evseId`: integer.
        connector_id: `connectorId`: integer.
    """

    timestamp: DateTime
    connector_status: Annotated[ConnectorStatusEnumType, Field(alias="connectorStatus")]
    evse_id: Annotated[int, Field(alias="evseId")]
    connector_id: Annotated[int, Field(alias="connectorId")]


class StatusNotificationResponse(OpenModel):
    """Answers StatusNotificationRequest (OCPP 2.0.1 part 2, Messages 1.59)."""


class TransactionEventRequest(OpenModel, StationRequest["TransactionEventResponse"]):
    """Sent by the ChargingStation (E Transactions; OCPP 2.0 part 2, Messages 1.62).

    Attributes:
        event_type: `eventType`: TransactionEventEnumType.
        meter_value: `meterValue`: array of MeterValueType, at least 1 item; optional.
        timestamp: `timestamp`: date-time in UTC.
        trigger_reason: `triggerReason`: TriggerReasonEnumType.
        seq_no: `seqNo`: integer.
        offline: `offline`: boolean; optional.
        number_of_phases_used: `numberOfPhasesUsed`: integer; optional.
        cable_max_current: `cableMaxCurrent`: decimal, in A; optional.
        reservation_id: `reservationId`: integer; optional.
        transaction_data: `transactionData`: TransactionType.
        evse: `evse`: EVSEType; optional.
        id_token: `idToken`: IdTokenType; optional.
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
        float | None, Field(alias="cableMaxCurrent"), Omittable
    ] = None
    reservation_id: Annotated[int | None, Field(alias="reservationId"), Omittable] = (
        None
    )
    transaction_data: Annotated[TransactionType, Field(alias="transactionData")]
    evse: Annotated[EVSEType | None, Omittable] = None
    id_token: Annotated[IdTokenType | None, Field(alias="idToken"), Omittable] = None


class TransactionEventResponse(OpenModel):
    """Answers TransactionEventRequest (OCPP 2.0 part 2, Messages 1.62).

    Attributes:
        total_cost: `totalCost`: decimal, in the currency that the variable Currency
            says; optional (OCPP 2.0.1 and 2.1 part 2, Messages: CostUpdated,
            TransactionEvent).
        charging_priority: `chargingPriority`: integer; optional.
        id_token_info: `idTokenInfo`: IdTokenInfoType; optional.
        updated_personal_message: `updatedPersonalMessage`: MessageContentType;
            optional.
    """

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
    """Sent by the CSMS (F Remote Control; OCPP 2.0 part 2, Messages 1.63).

    Attributes:
        evse: `evse`: EVSEType; optional.
        requested_message: `requestedMessage`: MessageTriggerEnumType.
    """

    evse: Annotated[EVSEType | None, Omittable] = None
    requested_message: Annotated[
        MessageTriggerEnumType, Field(alias="requestedMessage")
    ]


class TriggerMessageResponse(OpenModel):
    """Answers TriggerMessageRequest (OCPP 2.0 part 2, Messages 1.63).

    Attributes:
        status: `status`: TriggerMessageStatusEnumType.
    """

    status: TriggerMessageStatusEnumType


class UnlockConnectorRequest(OpenModel, BackOfficeRequest["UnlockConnectorResponse"]):
    """Sent by the CSMS (F Remote Control; OCPP 2.0.1 part 2, Messages 1.62).

    Attributes:
        evse_id: `evseId`: integer.
        connector_id: `connectorId`: integer.
    """

    evse_id: Annotated[int, Field(alias="evseId")]
    connector_id: Annotated[int, Field(alias="connectorId")]


class UnlockConnectorResponse(OpenModel):
    """Answers UnlockConnectorRequest (OCPP 2.0.1 part 2, Messages 1.62).

    Attributes:
        status: `status`: UnlockStatusEnumType.
    """

    status: UnlockStatusEnumType


class UnpublishFirmwareRequest(
    OpenModel, BackOfficeRequest["UnpublishFirmwareResponse"]
):
    """Sent by the CSMS (L Firmware Management; OCPP 2.0.1 part 2, Messages 1.63).

    Attributes:
        checksum: `checksum`: text of at most 32 characters.
    """

    checksum: Annotated[str, Field(max_length=32)]


class UnpublishFirmwareResponse(OpenModel):
    """Answers UnpublishFirmwareRequest (OCPP 2.0.1 part 2, Messages 1.63).

    Attributes:
        status: `status`: UnpublishFirmwareStatusEnumType.
    """

    status: UnpublishFirmwareStatusEnumType


class Update15118EVCertificateRequest(
    OpenModel, StationRequest["Update15118EVCertificateResponse"]
):
    """Sent by the ChargingStation (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0 part 2, Messages 1.66.

    Attributes:
        iso15118_schema_version: `15118SchemaVersion`: text of at most 50 characters.
        exi_request: `exiRequest`: text of at most 5500 characters.
    """

    iso15118_schema_version: Annotated[
        str, Field(alias="15118SchemaVersion", max_length=50)
    ]
    exi_request: Annotated[str, Field(alias="exiRequest", max_length=5500)]


class Update15118EVCertificateResponse(OpenModel):
    """Answers Update15118EVCertificateRequest (OCPP 2.0 part 2, Messages 1.66).

    Attributes:
        status: `status`: Update15118EVCertificateStatusEnumType.
        exi_response: `exiResponse`: text of at most 5500 characters; optional.
    """

    status: Update15118EVCertificateStatusEnumType
    exi_response: Annotated[
        str | None, Field(alias="exiResponse", max_length=5500), Omittable
    ] = None


class UpdateFirmwareRequest(OpenModel, BackOfficeRequest["UpdateFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.0.1 part 2, Messages 1.64).

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


class UpdateFirmwareResponse(OpenModel):
    """Answers UpdateFirmwareRequest (OCPP 2.0.1 part 2, Messages 1.64).

    Attributes:
        status: `status`: UpdateFirmwareStatusEnumType.
    """

    status: UpdateFirmwareStatusEnumType
