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

    Attributes:
        id_token: `idToken`: IdTokenType.
        certificate: `certificate`: text of at most 5500 characters, PEM; optional.
        iso15118_certificate_hash_data: `iso15118CertificateHashData`: array of
            OCSPRequestDataType, 1 to 4 items; optional.
        custom_data: `customData`: CustomDataType; optional.
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
    """Answers AuthorizeRequest (OCPP 2.0.1 part 2, Messages 1.1).

    Attributes:
        id_token_info: `idTokenInfo`: IdTokenInfoType.
        certificate_status: `certificateStatus`: AuthorizeCertificateStatusEnumType;
            optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Sent by the ChargingStation (B Provisioning; OCPP 2.0.1 part 2, Messages 1.2).

    Attributes:
        charging_station: `chargingStation`: ChargingStationType.
        reason: `reason`: BootReasonEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    charging_station: Annotated[ChargingStationType, Field(alias="chargingStation")]
    reason: BootReasonEnumType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class BootNotificationResponse(Model):
    """Answers BootNotificationRequest (OCPP 2.0.1 part 2, Messages 1.2).

    Attributes:
        current_time: `currentTime`: date-time in UTC.
        interval: `interval`: integer, in s.
        status: `status`: RegistrationStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Sent by the CSMS (H Reservation; OCPP 2.0.1 part 2, Messages 1.3).

    Attributes:
        reservation_id: `reservationId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    reservation_id: Annotated[int, Field(alias="reservationId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CancelReservationResponse(Model):
    """Answers CancelReservationRequest (OCPP 2.0.1 part 2, Messages 1.3).

    Attributes:
        status: `status`: CancelReservationStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: CancelReservationStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CertificateSignedRequest(Model, BackOfficeRequest["CertificateSignedResponse"]):
    """Sent by the CSMS (A Security; OCPP 2.0.1 part 2, Messages 1.4).

    Attributes:
        certificate_chain: `certificateChain`: text of at most 10000 characters, PEM.
        certificate_type: `certificateType`: CertificateSigningUseEnumType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    certificate_chain: Annotated[str, Field(alias="certificateChain", max_length=10000)]
    certificate_type: Annotated[
        CertificateSigningUseEnumType | None, Field(alias="certificateType"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CertificateSignedResponse(Model):
    """Answers CertificateSignedRequest (OCPP 2.0.1 part 2, Messages 1.4).

    Attributes:
        status: `status`: CertificateSignedStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: CertificateSignedStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChangeAvailabilityRequest(Model, BackOfficeRequest["ChangeAvailabilityResponse"]):
    """Sent by the CSMS (G Availability; OCPP 2.0.1 part 2, Messages 1.5).

    Attributes:
        evse: `evse`: EVSEType; optional.
        operational_status: `operationalStatus`: OperationalStatusEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse: Annotated[EVSEType | None, Omittable] = None
    operational_status: Annotated[
        OperationalStatusEnumType, Field(alias="operationalStatus")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChangeAvailabilityResponse(Model):
    """Answers ChangeAvailabilityRequest (OCPP 2.0.1 part 2, Messages 1.5).

    Attributes:
        status: `status`: ChangeAvailabilityStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: ChangeAvailabilityStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearCacheRequest(Model, BackOfficeRequest["ClearCacheResponse"]):
    """Sent by the CSMS (C Authorization; OCPP 2.0.1 part 2, Messages 1.6).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearCacheResponse(Model):
    """Answers ClearCacheRequest (OCPP 2.0.1 part 2, Messages 1.6).

    Attributes:
        status: `status`: ClearCacheStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Sent by the CSMS (K Smart Charging; OCPP 2.0.1 part 2, Messages 1.7).

    Attributes:
        charging_profile_id: `chargingProfileId`: integer; optional.
        charging_profile_criteria: `chargingProfileCriteria`: ClearChargingProfileType;
            optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Answers ClearChargingProfileRequest (OCPP 2.0.1 part 2, Messages 1.7).

    Attributes:
        status: `status`: ClearChargingProfileStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Sent by the CSMS (O Display Message; OCPP 2.0.1 part 2, Messages 1.8).

    Attributes:
        id: `id`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: int
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearDisplayMessageResponse(Model):
    """Answers ClearDisplayMessageRequest (OCPP 2.0.1 part 2, Messages 1.8).

    Attributes:
        status: `status`: ClearMessageStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.10).

    Attributes:
        id: `id`: array of integer, at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[Sequence[int], Array(min_items=1)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearVariableMonitoringResponse(Model):
    """Answers ClearVariableMonitoringRequest (OCPP 2.0.1 part 2, Messages 1.10).

    Attributes:
        clear_monitoring_result: `clearMonitoringResult`: array of
            ClearMonitoringResultType, at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

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

    Attributes:
        charging_limit_source: `chargingLimitSource`: ChargingLimitSourceEnumType.
        evse_id: `evseId`: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    charging_limit_source: Annotated[
        ChargingLimitSourceEnumType, Field(alias="chargingLimitSource")
    ]
    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearedChargingLimitResponse(Model):
    """Answers ClearedChargingLimitRequest (OCPP 2.0.1 part 2, Messages 1.9).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CostUpdatedRequest(Model, BackOfficeRequest["CostUpdatedResponse"]):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.0.1 part 2, Messages 1.11).

    Attributes:
        total_cost: `totalCost`: decimal, in the currency that the variable Currency
            says (OCPP 2.0.1 and 2.1 part 2, Messages: CostUpdated, TransactionEvent).
        transaction_id: `transactionId`: text of at most 36 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    total_cost: Annotated[float, Field(alias="totalCost")]
    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CostUpdatedResponse(Model):
    """Answers CostUpdatedRequest (OCPP 2.0.1 part 2, Messages 1.11).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CustomerInformationRequest(
    Model, BackOfficeRequest["CustomerInformationResponse"]
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
        custom_data: `customData`: CustomDataType; optional.
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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CustomerInformationResponse(Model):
    """Answers CustomerInformationRequest (OCPP 2.0.1 part 2, Messages 1.12).

    Attributes:
        status: `status`: CustomerInformationStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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

    Attributes:
        message_id: `messageId`: text of at most 50 characters; optional.
        data: `data`: any JSON value; optional.
        vendor_id: `vendorId`: text of at most 255 characters.
        custom_data: `customData`: CustomDataType; optional.
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
    """Answers DataTransferRequest (OCPP 2.0.1 part 2, Messages 1.13).

    Attributes:
        status: `status`: DataTransferStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        data: `data`: any JSON value; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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

    Attributes:
        certificate_hash_data: `certificateHashData`: CertificateHashDataType.
        custom_data: `customData`: CustomDataType; optional.
    """

    certificate_hash_data: Annotated[
        CertificateHashDataType, Field(alias="certificateHashData")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class DeleteCertificateResponse(Model):
    """Answers DeleteCertificateRequest (OCPP 2.0.1 part 2, Messages 1.14).

    Attributes:
        status: `status`: DeleteCertificateStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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

    Attributes:
        status: `status`: FirmwareStatusEnumType.
        request_id: `requestId`: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: FirmwareStatusEnumType
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FirmwareStatusNotificationResponse(Model):
    """Answers FirmwareStatusNotificationRequest (OCPP 2.0.1 part 2, Messages 1.15).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class Get15118EVCertificateRequest(
    Model, StationRequest["Get15118EVCertificateResponse"]
):
    """Sent by the ChargingStation (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.16.

    Attributes:
        iso15118_schema_version: `iso15118SchemaVersion`: text of at most 50 characters.
        action: `action`: CertificateActionEnumType.
        exi_request: `exiRequest`: text of at most 5600 characters, Base64.
        custom_data: `customData`: CustomDataType; optional.
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
    """Answers Get15118EVCertificateRequest (OCPP 2.0.1 part 2, Messages 1.16).

    Attributes:
        status: `status`: Iso15118EVCertificateStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        exi_response: `exiResponse`: text of at most 7500 characters, Base64.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: Iso15118EVCertificateStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    exi_response: Annotated[str, Field(alias="exiResponse", max_length=7500)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetBaseReportRequest(Model, BackOfficeRequest["GetBaseReportResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.17).

    Attributes:
        request_id: `requestId`: integer.
        report_base: `reportBase`: ReportBaseEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    request_id: Annotated[int, Field(alias="requestId")]
    report_base: Annotated[ReportBaseEnumType, Field(alias="reportBase")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetBaseReportResponse(Model):
    """Answers GetBaseReportRequest (OCPP 2.0.1 part 2, Messages 1.17).

    Attributes:
        status: `status`: GenericDeviceModelStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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

    Attributes:
        ocsp_request_data: `ocspRequestData`: OCSPRequestDataType.
        custom_data: `customData`: CustomDataType; optional.
    """

    ocsp_request_data: Annotated[OCSPRequestDataType, Field(alias="ocspRequestData")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetCertificateStatusResponse(Model):
    """Answers GetCertificateStatusRequest (OCPP 2.0.1 part 2, Messages 1.18).

    Attributes:
        status: `status`: GetCertificateStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        ocsp_result: `ocspResult`: text of at most 5500 characters, Base64; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Sent by the CSMS (K Smart Charging; OCPP 2.0.1 part 2, Messages 1.19).

    Attributes:
        request_id: `requestId`: integer.
        evse_id: `evseId`: integer; optional.
        charging_profile: `chargingProfile`: ChargingProfileCriterionType.
        custom_data: `customData`: CustomDataType; optional.
    """

    request_id: Annotated[int, Field(alias="requestId")]
    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    charging_profile: Annotated[
        ChargingProfileCriterionType, Field(alias="chargingProfile")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetChargingProfilesResponse(Model):
    """Answers GetChargingProfilesRequest (OCPP 2.0.1 part 2, Messages 1.19).

    Attributes:
        status: `status`: GetChargingProfileStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Sent by the CSMS (K Smart Charging; OCPP 2.0.1 part 2, Messages 1.20).

    Attributes:
        duration: `duration`: integer, in s.
        charging_rate_unit: `chargingRateUnit`: ChargingRateUnitEnumType; optional.
        evse_id: `evseId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    duration: int
    charging_rate_unit: Annotated[
        ChargingRateUnitEnumType | None, Field(alias="chargingRateUnit"), Omittable
    ] = None
    evse_id: Annotated[int, Field(alias="evseId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetCompositeScheduleResponse(Model):
    """Answers GetCompositeScheduleRequest (OCPP 2.0.1 part 2, Messages 1.20).

    Attributes:
        status: `status`: GenericStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        schedule: `schedule`: CompositeScheduleType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    schedule: Annotated[CompositeScheduleType | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetDisplayMessagesRequest(Model, BackOfficeRequest["GetDisplayMessagesResponse"]):
    """Sent by the CSMS (O Display Message; OCPP 2.0.1 part 2, Messages 1.21).

    Attributes:
        id: `id`: array of integer, at least 1 item; optional.
        request_id: `requestId`: integer.
        priority: `priority`: MessagePriorityEnumType; optional.
        state: `state`: MessageStateEnumType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[Sequence[int] | None, Array(min_items=1), Omittable] = None
    request_id: Annotated[int, Field(alias="requestId")]
    priority: Annotated[MessagePriorityEnumType | None, Omittable] = None
    state: Annotated[MessageStateEnumType | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetDisplayMessagesResponse(Model):
    """Answers GetDisplayMessagesRequest (OCPP 2.0.1 part 2, Messages 1.21).

    Attributes:
        status: `status`: GetDisplayMessagesStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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

    Attributes:
        certificate_type: `certificateType`: array of GetCertificateIdUseEnumType, at
            least 1 item; optional.
        custom_data: `customData`: CustomDataType; optional.
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
    """Answers GetInstalledCertificateIdsRequest (OCPP 2.0.1 part 2, Messages 1.22).

    Attributes:
        status: `status`: GetInstalledCertificateStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        certificate_hash_data_chain: `certificateHashDataChain`: array of
            CertificateHashDataChainType, at least 1 item; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetLocalListVersionResponse(Model):
    """Answers GetLocalListVersionRequest (OCPP 2.0.1 part 2, Messages 1.23).

    Attributes:
        version_number: `versionNumber`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    version_number: Annotated[int, Field(alias="versionNumber")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetLogRequest(Model, BackOfficeRequest["GetLogResponse"]):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.24).

    Attributes:
        log: `log`: LogParametersType.
        log_type: `logType`: LogEnumType.
        request_id: `requestId`: integer.
        retries: `retries`: integer; optional.
        retry_interval: `retryInterval`: integer, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Answers GetLogRequest (OCPP 2.0.1 part 2, Messages 1.24).

    Attributes:
        status: `status`: LogStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        filename: `filename`: text of at most 255 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.25).

    Attributes:
        component_variable: `componentVariable`: array of ComponentVariableType, at
            least 1 item; optional.
        request_id: `requestId`: integer.
        monitoring_criteria: `monitoringCriteria`: array of MonitoringCriterionEnumType,
            1 to 3 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Answers GetMonitoringReportRequest (OCPP 2.0.1 part 2, Messages 1.25).

    Attributes:
        status: `status`: GenericDeviceModelStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetReportRequest(Model, BackOfficeRequest["GetReportResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.26).

    Attributes:
        component_variable: `componentVariable`: array of ComponentVariableType, at
            least 1 item; optional.
        request_id: `requestId`: integer.
        component_criteria: `componentCriteria`: array of ComponentCriterionEnumType, 1
            to 4 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Answers GetReportRequest (OCPP 2.0.1 part 2, Messages 1.26).

    Attributes:
        status: `status`: GenericDeviceModelStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Sent by the CSMS (E Transactions; OCPP 2.0.1 part 2, Messages 1.27).

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    transaction_id: Annotated[
        str | None, Field(alias="transactionId", max_length=36), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetTransactionStatusResponse(Model):
    """Answers GetTransactionStatusRequest (OCPP 2.0.1 part 2, Messages 1.27).

    Attributes:
        ongoing_indicator: `ongoingIndicator`: boolean; optional.
        messages_in_queue: `messagesInQueue`: boolean.
        custom_data: `customData`: CustomDataType; optional.
    """

    ongoing_indicator: Annotated[
        bool | None, Field(alias="ongoingIndicator"), Omittable
    ] = None
    messages_in_queue: Annotated[bool, Field(alias="messagesInQueue")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetVariablesRequest(Model, BackOfficeRequest["GetVariablesResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.28).

    Attributes:
        get_variable_data: `getVariableData`: array of GetVariableDataType, at least 1
            item.
        custom_data: `customData`: CustomDataType; optional.
    """

    get_variable_data: Annotated[
        Sequence[GetVariableDataType],
        Field(alias="getVariableData"),
        Array(min_items=1),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetVariablesResponse(Model):
    """Answers GetVariablesRequest (OCPP 2.0.1 part 2, Messages 1.28).

    Attributes:
        get_variable_result: `getVariableResult`: array of GetVariableResultType, at
            least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

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

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class HeartbeatResponse(Model):
    """Answers HeartbeatRequest (OCPP 2.0.1 part 2, Messages 1.29).

    Attributes:
        current_time: `currentTime`: date-time in UTC.
        custom_data: `customData`: CustomDataType; optional.
    """

    current_time: Annotated[DateTime, Field(alias="currentTime")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class InstallCertificateRequest(Model, BackOfficeRequest["InstallCertificateResponse"]):
    """Sent by the CSMS (M ISO 15118 Certificate Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.30.

    Attributes:
        certificate_type: `certificateType`: InstallCertificateUseEnumType.
        certificate: `certificate`: text of at most 5500 characters, PEM.
        custom_data: `customData`: CustomDataType; optional.
    """

    certificate_type: Annotated[
        InstallCertificateUseEnumType, Field(alias="certificateType")
    ]
    certificate: Annotated[str, Field(max_length=5500)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class InstallCertificateResponse(Model):
    """Answers InstallCertificateRequest (OCPP 2.0.1 part 2, Messages 1.30).

    Attributes:
        status: `status`: InstallCertificateStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.31).

    Attributes:
        status: `status`: UploadLogStatusEnumType.
        request_id: `requestId`: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: UploadLogStatusEnumType
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class LogStatusNotificationResponse(Model):
    """Answers LogStatusNotificationRequest (OCPP 2.0.1 part 2, Messages 1.31).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class MeterValuesRequest(Model, StationRequest["MeterValuesResponse"]):
    """Sent by the ChargingStation (J Meter Values).

    Defined in OCPP 2.0.1 part 2, Messages 1.32.

    Attributes:
        evse_id: `evseId`: integer.
        meter_value: `meterValue`: array of MeterValueType, at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: Annotated[int, Field(alias="evseId")]
    meter_value: Annotated[
        Sequence[MeterValueType], Field(alias="meterValue"), Array(min_items=1)
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class MeterValuesResponse(Model):
    """Answers MeterValuesRequest (OCPP 2.0.1 part 2, Messages 1.32).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyChargingLimitRequest(Model, StationRequest["NotifyChargingLimitResponse"]):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0.1 part 2, Messages 1.33.

    Attributes:
        charging_schedule: `chargingSchedule`: array of ChargingScheduleType, at least 1
            item; optional.
        evse_id: `evseId`: integer; optional.
        charging_limit: `chargingLimit`: ChargingLimitType.
        custom_data: `customData`: CustomDataType; optional.
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
    """Answers NotifyChargingLimitRequest (OCPP 2.0.1 part 2, Messages 1.33).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyCustomerInformationRequest(
    Model, StationRequest["NotifyCustomerInformationResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.34).

    Attributes:
        data: `data`: text of at most 512 characters.
        tbc: `tbc`: boolean; default false.
        seq_no: `seqNo`: integer.
        generated_at: `generatedAt`: date-time in UTC.
        request_id: `requestId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    data: Annotated[str, Field(max_length=512)]
    tbc: Annotated[bool | None, Omittable] = None
    seq_no: Annotated[int, Field(alias="seqNo")]
    generated_at: Annotated[DateTime, Field(alias="generatedAt")]
    request_id: Annotated[int, Field(alias="requestId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyCustomerInformationResponse(Model):
    """Answers NotifyCustomerInformationRequest (OCPP 2.0.1 part 2, Messages 1.34).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyDisplayMessagesRequest(
    Model, StationRequest["NotifyDisplayMessagesResponse"]
):
    """Sent by the ChargingStation (O Display Message).

    Defined in OCPP 2.0.1 part 2, Messages 1.35.

    Attributes:
        message_info: `messageInfo`: array of MessageInfoType, at least 1 item;
            optional.
        request_id: `requestId`: integer.
        tbc: `tbc`: boolean; default false.
        custom_data: `customData`: CustomDataType; optional.
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
    """Answers NotifyDisplayMessagesRequest (OCPP 2.0.1 part 2, Messages 1.35).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyEVChargingNeedsRequest(
    Model, StationRequest["NotifyEVChargingNeedsResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0.1 part 2, Messages 1.36.

    Attributes:
        max_schedule_tuples: `maxScheduleTuples`: integer; optional.
        charging_needs: `chargingNeeds`: ChargingNeedsType.
        evse_id: `evseId`: integer.
        custom_data: `customData`: CustomDataType; optional.
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
    """Answers NotifyEVChargingNeedsRequest (OCPP 2.0.1 part 2, Messages 1.36).

    Attributes:
        status: `status`: NotifyEVChargingNeedsStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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

    Attributes:
        time_base: `timeBase`: date-time in UTC.
        charging_schedule: `chargingSchedule`: ChargingScheduleType.
        evse_id: `evseId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    time_base: Annotated[DateTime, Field(alias="timeBase")]
    charging_schedule: Annotated[ChargingScheduleType, Field(alias="chargingSchedule")]
    evse_id: Annotated[int, Field(alias="evseId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyEVChargingScheduleResponse(Model):
    """Answers NotifyEVChargingScheduleRequest (OCPP 2.0.1 part 2, Messages 1.37).

    Attributes:
        status: `status`: GenericStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyEventRequest(Model, StationRequest["NotifyEventResponse"]):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.38).

    Attributes:
        generated_at: `generatedAt`: date-time in UTC.
        tbc: `tbc`: boolean; default false.
        seq_no: `seqNo`: integer.
        event_data: `eventData`: array of EventDataType, at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Answers NotifyEventRequest (OCPP 2.0.1 part 2, Messages 1.38).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyMonitoringReportRequest(
    Model, StationRequest["NotifyMonitoringReportResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.39).

    Attributes:
        monitor: `monitor`: array of MonitoringDataType, at least 1 item; optional.
        request_id: `requestId`: integer.
        tbc: `tbc`: boolean; default false.
        seq_no: `seqNo`: integer.
        generated_at: `generatedAt`: date-time in UTC.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Answers NotifyMonitoringReportRequest (OCPP 2.0.1 part 2, Messages 1.39).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyReportRequest(Model, StationRequest["NotifyReportResponse"]):
    """Sent by the ChargingStation (B Provisioning).

    Defined in OCPP 2.0.1 part 2, Messages 1.40.

    Attributes:
        request_id: `requestId`: integer.
        generated_at: `generatedAt`: date-time in UTC.
        report_data: `reportData`: array of ReportDataType, at least 1 item; optional.
        tbc: `tbc`: boolean; default false.
        seq_no: `seqNo`: integer.
        custom_data: `customData`: CustomDataType; optional.
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
    """Answers NotifyReportRequest (OCPP 2.0.1 part 2, Messages 1.40).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PublishFirmwareRequest(Model, BackOfficeRequest["PublishFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.0.1 part 2, Messages 1.41).

    Attributes:
        location: `location`: text of at most 512 characters, a URI.
        retries: `retries`: integer; optional.
        checksum: `checksum`: text of at most 32 characters, MD5, 32 hexadecimal digits.
        request_id: `requestId`: integer.
        retry_interval: `retryInterval`: integer, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Answers PublishFirmwareRequest (OCPP 2.0.1 part 2, Messages 1.41).

    Attributes:
        status: `status`: GenericStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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

    Attributes:
        status: `status`: PublishFirmwareStatusEnumType.
        location: `location`: array of text of at most 512 characters, at least 1 item,
            a URI; optional.
        request_id: `requestId`: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
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
    """Answers PublishFirmwareStatusNotificationRequest.

    Defined in OCPP 2.0.1 part 2, Messages 1.42.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReportChargingProfilesRequest(
    Model, StationRequest["ReportChargingProfilesResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0.1 part 2, Messages 1.43.

    Attributes:
        request_id: `requestId`: integer.
        charging_limit_source: `chargingLimitSource`: ChargingLimitSourceEnumType.
        charging_profile: `chargingProfile`: array of ChargingProfileType, at least 1
            item.
        tbc: `tbc`: boolean; default false.
        evse_id: `evseId`: integer.
        custom_data: `customData`: CustomDataType; optional.
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
    """Answers ReportChargingProfilesRequest (OCPP 2.0.1 part 2, Messages 1.43).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class RequestStartTransactionRequest(
    Model, BackOfficeRequest["RequestStartTransactionResponse"]
):
    """Sent by the CSMS (F Remote Control; OCPP 2.0.1 part 2, Messages 1.44).

    Attributes:
        evse_id: `evseId`: integer; optional.
        group_id_token: `groupIdToken`: IdTokenType; optional.
        id_token: `idToken`: IdTokenType.
        remote_start_id: `remoteStartId`: integer.
        charging_profile: `chargingProfile`: ChargingProfileType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Answers RequestStartTransactionRequest (OCPP 2.0.1 part 2, Messages 1.44).

    Attributes:
        status: `status`: RequestStartStopStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        transaction_id: `transactionId`: text of at most 36 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Sent by the CSMS (F Remote Control; OCPP 2.0.1 part 2, Messages 1.45).

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class RequestStopTransactionResponse(Model):
    """Answers RequestStopTransactionRequest (OCPP 2.0.1 part 2, Messages 1.45).

    Attributes:
        status: `status`: RequestStartStopStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Sent by the ChargingStation (H Reservation; OCPP 2.0.1 part 2, Messages 1.46).

    Attributes:
        reservation_id: `reservationId`: integer.
        reservation_update_status: `reservationUpdateStatus`:
            ReservationUpdateStatusEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    reservation_id: Annotated[int, Field(alias="reservationId")]
    reservation_update_status: Annotated[
        ReservationUpdateStatusEnumType, Field(alias="reservationUpdateStatus")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReservationStatusUpdateResponse(Model):
    """Answers ReservationStatusUpdateRequest (OCPP 2.0.1 part 2, Messages 1.46).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReserveNowRequest(Model, BackOfficeRequest["ReserveNowResponse"]):
    """Sent by the CSMS (H Reservation; OCPP 2.0.1 part 2, Messages 1.47).

    Attributes:
        id: `id`: integer.
        expiry_date_time: `expiryDateTime`: date-time in UTC.
        connector_type: `connectorType`: ConnectorEnumType; optional.
        id_token: `idToken`: IdTokenType.
        evse_id: `evseId`: integer; optional.
        group_id_token: `groupIdToken`: IdTokenType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Answers ReserveNowRequest (OCPP 2.0.1 part 2, Messages 1.47).

    Attributes:
        status: `status`: ReserveNowStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: ReserveNowStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ResetRequest(Model, BackOfficeRequest["ResetResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.48).

    Attributes:
        type: `type`: ResetEnumType.
        evse_id: `evseId`: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    type: ResetEnumType
    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ResetResponse(Model):
    """Answers ResetRequest (OCPP 2.0.1 part 2, Messages 1.48).

    Attributes:
        status: `status`: ResetStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Sent by the ChargingStation (A Security; OCPP 2.0.1 part 2, Messages 1.49).

    Attributes:
        type: `type`: text of at most 50 characters.
        timestamp: `timestamp`: date-time in UTC.
        tech_info: `techInfo`: text of at most 255 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    type: Annotated[str, Field(max_length=50)]
    timestamp: DateTime
    tech_info: Annotated[
        str | None, Field(alias="techInfo", max_length=255), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SecurityEventNotificationResponse(Model):
    """Answers SecurityEventNotificationRequest (OCPP 2.0.1 part 2, Messages 1.49).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SendLocalListRequest(Model, BackOfficeRequest["SendLocalListResponse"]):
    """Sent by the CSMS (D Local Authorization List Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.50.

    Attributes:
        local_authorization_list: `localAuthorizationList`: array of AuthorizationData,
            at least 1 item; optional.
        version_number: `versionNumber`: integer.
        update_type: `updateType`: UpdateEnumType.
        custom_data: `customData`: CustomDataType; optional.
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
    """Answers SendLocalListRequest (OCPP 2.0.1 part 2, Messages 1.50).

    Attributes:
        status: `status`: SendLocalListStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: SendLocalListStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetChargingProfileRequest(Model, BackOfficeRequest["SetChargingProfileResponse"]):
    """Sent by the CSMS (K Smart Charging; OCPP 2.0.1 part 2, Messages 1.51).

    Attributes:
        evse_id: `evseId`: integer.
        charging_profile: `chargingProfile`: ChargingProfileType.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: Annotated[int, Field(alias="evseId")]
    charging_profile: Annotated[ChargingProfileType, Field(alias="chargingProfile")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetChargingProfileResponse(Model):
    """Answers SetChargingProfileRequest (OCPP 2.0.1 part 2, Messages 1.51).

    Attributes:
        status: `status`: ChargingProfileStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: ChargingProfileStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetDisplayMessageRequest(Model, BackOfficeRequest["SetDisplayMessageResponse"]):
    """Sent by the CSMS (O Display Message; OCPP 2.0.1 part 2, Messages 1.52).

    Attributes:
        message: `message`: MessageInfoType.
        custom_data: `customData`: CustomDataType; optional.
    """

    message: MessageInfoType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetDisplayMessageResponse(Model):
    """Answers SetDisplayMessageRequest (OCPP 2.0.1 part 2, Messages 1.52).

    Attributes:
        status: `status`: DisplayMessageStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: DisplayMessageStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetMonitoringBaseRequest(Model, BackOfficeRequest["SetMonitoringBaseResponse"]):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.53).

    Attributes:
        monitoring_base: `monitoringBase`: MonitoringBaseEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    monitoring_base: Annotated[MonitoringBaseEnumType, Field(alias="monitoringBase")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetMonitoringBaseResponse(Model):
    """Answers SetMonitoringBaseRequest (OCPP 2.0.1 part 2, Messages 1.53).

    Attributes:
        status: `status`: GenericDeviceModelStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericDeviceModelStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetMonitoringLevelRequest(Model, BackOfficeRequest["SetMonitoringLevelResponse"]):
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.54).

    Attributes:
        severity: `severity`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    severity: int
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetMonitoringLevelResponse(Model):
    """Answers SetMonitoringLevelRequest (OCPP 2.0.1 part 2, Messages 1.54).

    Attributes:
        status: `status`: GenericStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetNetworkProfileRequest(Model, BackOfficeRequest["SetNetworkProfileResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.55).

    Attributes:
        configuration_slot: `configurationSlot`: integer.
        connection_data: `connectionData`: NetworkConnectionProfileType.
        custom_data: `customData`: CustomDataType; optional.
    """

    configuration_slot: Annotated[int, Field(alias="configurationSlot")]
    connection_data: Annotated[
        NetworkConnectionProfileType, Field(alias="connectionData")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetNetworkProfileResponse(Model):
    """Answers SetNetworkProfileRequest (OCPP 2.0.1 part 2, Messages 1.55).

    Attributes:
        status: `status`: SetNetworkProfileStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Sent by the CSMS (N Diagnostics; OCPP 2.0.1 part 2, Messages 1.56).

    Attributes:
        set_monitoring_data: `setMonitoringData`: array of SetMonitoringDataType, at
            least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    set_monitoring_data: Annotated[
        Sequence[SetMonitoringDataType],
        Field(alias="setMonitoringData"),
        Array(min_items=1),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetVariableMonitoringResponse(Model):
    """Answers SetVariableMonitoringRequest (OCPP 2.0.1 part 2, Messages 1.56).

    Attributes:
        set_monitoring_result: `setMonitoringResult`: array of SetMonitoringResultType,
            at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    set_monitoring_result: Annotated[
        Sequence[SetMonitoringResultType],
        Field(alias="setMonitoringResult"),
        Array(min_items=1),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetVariablesRequest(Model, BackOfficeRequest["SetVariablesResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.0.1 part 2, Messages 1.57).

    Attributes:
        set_variable_data: `setVariableData`: array of SetVariableDataType, at least 1
            item.
        custom_data: `customData`: CustomDataType; optional.
    """

    set_variable_data: Annotated[
        Sequence[SetVariableDataType],
        Field(alias="setVariableData"),
        Array(min_items=1),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetVariablesResponse(Model):
    """Answers SetVariablesRequest (OCPP 2.0.1 part 2, Messages 1.57).

    Attributes:
        set_variable_result: `setVariableResult`: array of SetVariableResultType, at
            least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    set_variable_result: Annotated[
        Sequence[SetVariableResultType],
        Field(alias="setVariableResult"),
        Array(min_items=1),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SignCertificateRequest(Model, StationRequest["SignCertificateResponse"]):
    """Sent by the ChargingStation (A Security; OCPP 2.0.1 part 2, Messages 1.58).

    Attributes:
        csr: `csr`: text of at most 5500 characters, PEM.
        certificate_type: `certificateType`: CertificateSigningUseEnumType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    csr: Annotated[str, Field(max_length=5500)]
    certificate_type: Annotated[
        CertificateSigningUseEnumType | None, Field(alias="certificateType"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SignCertificateResponse(Model):
    """Answers SignCertificateRequest (OCPP 2.0.1 part 2, Messages 1.58).

    Attributes:
        status: `status`: GenericStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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

    Attributes:
        timestamp: `timestamp`: date-time in UTC.
        connector_status: `connectorStatus`: ConnectorStatusEnumType.
        evse_id: `evseId`: integer.
        connector_id: `connectorId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    timestamp: DateTime
    connector_status: Annotated[ConnectorStatusEnumType, Field(alias="connectorStatus")]
    evse_id: Annotated[int, Field(alias="evseId")]
    connector_id: Annotated[int, Field(alias="connectorId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class StatusNotificationResponse(Model):
    """Answers StatusNotificationRequest (OCPP 2.0.1 part 2, Messages 1.59).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TransactionEventRequest(Model, StationRequest["TransactionEventResponse"]):
    """Sent by the ChargingStation (E Transactions).

    Defined in OCPP 2.0.1 part 2, Messages 1.60.

    Attributes:
        event_type: `eventType`: TransactionEventEnumType.
        meter_value: `meterValue`: array of MeterValueType, at least 1 item; optional.
        timestamp: `timestamp`: date-time in UTC.
        trigger_reason: `triggerReason`: TriggerReasonEnumType.
        seq_no: `seqNo`: integer.
        offline: `offline`: boolean; default false.
        number_of_phases_used: `numberOfPhasesUsed`: integer; optional.
        cable_max_current: `cableMaxCurrent`: integer, in A; optional.
        reservation_id: `reservationId`: integer; optional.
        transaction_info: `transactionInfo`: TransactionType.
        evse: `evse`: EVSEType; optional.
        id_token: `idToken`: IdTokenType; optional.
        custom_data: `customData`: CustomDataType; optional.
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
    """Answers TransactionEventRequest (OCPP 2.0.1 part 2, Messages 1.60).

    Attributes:
        total_cost: `totalCost`: decimal, in the currency that the variable Currency
            says; optional (OCPP 2.0.1 and 2.1 part 2, Messages: CostUpdated,
            TransactionEvent).
        charging_priority: `chargingPriority`: integer; default 0.
        id_token_info: `idTokenInfo`: IdTokenInfoType; optional.
        updated_personal_message: `updatedPersonalMessage`: MessageContentType;
            optional.
        custom_data: `customData`: CustomDataType; optional.
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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TriggerMessageRequest(Model, BackOfficeRequest["TriggerMessageResponse"]):
    """Sent by the CSMS (F Remote Control; OCPP 2.0.1 part 2, Messages 1.61).

    Attributes:
        evse: `evse`: EVSEType; optional.
        requested_message: `requestedMessage`: MessageTriggerEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse: Annotated[EVSEType | None, Omittable] = None
    requested_message: Annotated[
        MessageTriggerEnumType, Field(alias="requestedMessage")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TriggerMessageResponse(Model):
    """Answers TriggerMessageRequest (OCPP 2.0.1 part 2, Messages 1.61).

    Attributes:
        status: `status`: TriggerMessageStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: TriggerMessageStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UnlockConnectorRequest(Model, BackOfficeRequest["UnlockConnectorResponse"]):
    """Sent by the CSMS (F Remote Control; OCPP 2.0.1 part 2, Messages 1.62).

    Attributes:
        evse_id: `evseId`: integer.
        connector_id: `connectorId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: Annotated[int, Field(alias="evseId")]
    connector_id: Annotated[int, Field(alias="connectorId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UnlockConnectorResponse(Model):
    """Answers UnlockConnectorRequest (OCPP 2.0.1 part 2, Messages 1.62).

    Attributes:
        status: `status`: UnlockStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: UnlockStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UnpublishFirmwareRequest(Model, BackOfficeRequest["UnpublishFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.0.1 part 2, Messages 1.63).

    Attributes:
        checksum: `checksum`: text of at most 32 characters, MD5, 32 hexadecimal digits.
        custom_data: `customData`: CustomDataType; optional.
    """

    checksum: Annotated[str, Field(max_length=32)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UnpublishFirmwareResponse(Model):
    """Answers UnpublishFirmwareRequest (OCPP 2.0.1 part 2, Messages 1.63).

    Attributes:
        status: `status`: UnpublishFirmwareStatusEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: UnpublishFirmwareStatusEnumType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UpdateFirmwareRequest(Model, BackOfficeRequest["UpdateFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.0.1 part 2, Messages 1.64).

    Attributes:
        retries: `retries`: integer; optional.
        retry_interval: `retryInterval`: integer, in s; optional.
        request_id: `requestId`: integer.
        firmware: `firmware`: FirmwareType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Answers UpdateFirmwareRequest (OCPP 2.0.1 part 2, Messages 1.64).

    Attributes:
        status: `status`: UpdateFirmwareStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: UpdateFirmwareStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
