# Generated from the schemas of OCPP 2.1 by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The messages of OCPP 2.1."""

__all__ = [
    "AFRRSignalRequest",
    "AFRRSignalResponse",
    "AdjustPeriodicEventStreamRequest",
    "AdjustPeriodicEventStreamResponse",
    "AuthorizeRequest",
    "AuthorizeResponse",
    "BatterySwapRequest",
    "BatterySwapResponse",
    "BootNotificationRequest",
    "BootNotificationResponse",
    "CancelReservationRequest",
    "CancelReservationResponse",
    "CertificateSignedRequest",
    "CertificateSignedResponse",
    "ChangeAvailabilityRequest",
    "ChangeAvailabilityResponse",
    "ChangeTransactionTariffRequest",
    "ChangeTransactionTariffResponse",
    "ClearCacheRequest",
    "ClearCacheResponse",
    "ClearChargingProfileRequest",
    "ClearChargingProfileResponse",
    "ClearDERControlRequest",
    "ClearDERControlResponse",
    "ClearDisplayMessageRequest",
    "ClearDisplayMessageResponse",
    "ClearTariffsRequest",
    "ClearTariffsResponse",
    "ClearVariableMonitoringRequest",
    "ClearVariableMonitoringResponse",
    "ClearedChargingLimitRequest",
    "ClearedChargingLimitResponse",
    "ClosePeriodicEventStreamRequest",
    "ClosePeriodicEventStreamResponse",
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
    "GetCertificateChainStatusRequest",
    "GetCertificateChainStatusResponse",
    "GetCertificateStatusRequest",
    "GetCertificateStatusResponse",
    "GetChargingProfilesRequest",
    "GetChargingProfilesResponse",
    "GetCompositeScheduleRequest",
    "GetCompositeScheduleResponse",
    "GetDERControlRequest",
    "GetDERControlResponse",
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
    "GetPeriodicEventStreamRequest",
    "GetPeriodicEventStreamResponse",
    "GetReportRequest",
    "GetReportResponse",
    "GetTariffsRequest",
    "GetTariffsResponse",
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
    "NotifyAllowedEnergyTransferRequest",
    "NotifyAllowedEnergyTransferResponse",
    "NotifyChargingLimitRequest",
    "NotifyChargingLimitResponse",
    "NotifyCustomerInformationRequest",
    "NotifyCustomerInformationResponse",
    "NotifyDERAlarmRequest",
    "NotifyDERAlarmResponse",
    "NotifyDERStartStopRequest",
    "NotifyDERStartStopResponse",
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
    "NotifyPeriodicEventStream",
    "NotifyPriorityChargingRequest",
    "NotifyPriorityChargingResponse",
    "NotifyReportRequest",
    "NotifyReportResponse",
    "NotifySettlementRequest",
    "NotifySettlementResponse",
    "NotifyWebPaymentStartedRequest",
    "NotifyWebPaymentStartedResponse",
    "OpenPeriodicEventStreamRequest",
    "OpenPeriodicEventStreamResponse",
    "PublishFirmwareRequest",
    "PublishFirmwareResponse",
    "PublishFirmwareStatusNotificationRequest",
    "PublishFirmwareStatusNotificationResponse",
    "PullDynamicScheduleUpdateRequest",
    "PullDynamicScheduleUpdateResponse",
    "ReportChargingProfilesRequest",
    "ReportChargingProfilesResponse",
    "ReportDERControlRequest",
    "ReportDERControlResponse",
    "RequestBatterySwapRequest",
    "RequestBatterySwapResponse",
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
    "SetDERControlRequest",
    "SetDERControlResponse",
    "SetDefaultTariffRequest",
    "SetDefaultTariffResponse",
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
    "UpdateDynamicScheduleRequest",
    "UpdateDynamicScheduleResponse",
    "UpdateFirmwareRequest",
    "UpdateFirmwareResponse",
    "UsePriorityChargingRequest",
    "UsePriorityChargingResponse",
    "VatNumberValidationRequest",
    "VatNumberValidationResponse",
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
    StationSend,
)
from ocpp_messages.v21.base import Model
from ocpp_messages.v21.datatypes import (
    AddressType,
    AuthorizationData,
    BatteryDataType,
    CertificateHashDataChainType,
    CertificateHashDataType,
    CertificateStatusRequestInfoType,
    CertificateStatusType,
    ChargingLimitType,
    ChargingNeedsType,
    ChargingProfileCriterionType,
    ChargingProfileType,
    ChargingScheduleType,
    ChargingScheduleUpdateType,
    ChargingStationType,
    ClearChargingProfileType,
    ClearMonitoringResultType,
    ClearTariffsResultType,
    ComponentVariableType,
    CompositeScheduleType,
    ConstantStreamDataType,
    CostDetailsType,
    CustomDataType,
    DERCurveGetType,
    DERCurveType,
    EnterServiceGetType,
    EnterServiceType,
    EventDataType,
    EVSEType,
    FirmwareType,
    FixedPFGetType,
    FixedPFType,
    FixedVarGetType,
    FixedVarType,
    FreqDroopGetType,
    FreqDroopType,
    GetVariableDataType,
    GetVariableResultType,
    GradientGetType,
    GradientType,
    IdTokenInfoType,
    IdTokenType,
    LimitMaxDischargeGetType,
    LimitMaxDischargeType,
    LogParametersType,
    MessageContentType,
    MessageInfoType,
    MeterValueType,
    MonitoringDataType,
    NetworkConnectionProfileType,
    OCSPRequestDataType,
    PeriodicEventStreamParamsType,
    ReportDataType,
    SetMonitoringDataType,
    SetMonitoringResultType,
    SetVariableDataType,
    SetVariableResultType,
    StatusInfoType,
    StreamDataElementType,
    TariffAssignmentType,
    TariffType,
    TransactionLimitType,
    TransactionType,
)
from ocpp_messages.v21.enumerations import (
    AuthorizeCertificateStatusEnumType,
    BatterySwapEventEnumType,
    BootReasonEnumType,
    CancelReservationStatusEnumType,
    CertificateActionEnumType,
    CertificateSignedStatusEnumType,
    CertificateSigningUseEnumType,
    ChangeAvailabilityStatusEnumType,
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
    DERControlEnumType,
    DERControlStatusEnumType,
    DisplayMessageStatusEnumType,
    EnergyTransferModeEnumType,
    FirmwareStatusEnumType,
    GenericDeviceModelStatusEnumType,
    GenericStatusEnumType,
    GetCertificateIdUseEnumType,
    GetCertificateStatusEnumType,
    GetChargingProfileStatusEnumType,
    GetDisplayMessagesStatusEnumType,
    GetInstalledCertificateStatusEnumType,
    GridEventFaultEnumType,
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
    NotifyAllowedEnergyTransferStatusEnumType,
    NotifyEVChargingNeedsStatusEnumType,
    OperationalStatusEnumType,
    PaymentStatusEnumType,
    PreconditioningStatusEnumType,
    PriorityChargingStatusEnumType,
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
    TariffChangeStatusEnumType,
    TariffGetStatusEnumType,
    TariffSetStatusEnumType,
    TransactionEventEnumType,
    TriggerMessageStatusEnumType,
    TriggerReasonEnumType,
    UnlockStatusEnumType,
    UnpublishFirmwareStatusEnumType,
    UpdateEnumType,
    UpdateFirmwareStatusEnumType,
    UploadLogStatusEnumType,
)


class AFRRSignalRequest(Model, BackOfficeRequest["AFRRSignalResponse"]):
    """Sent by the CSMS (Q Bidirectional Power Transfer).

    Defined in OCPP 2.1 part 2, Messages 1.2.

    Attributes:
        timestamp: `timestamp`: date-time in UTC.
        signal: `signal`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    timestamp: DateTime
    signal: int
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class AFRRSignalResponse(Model):
    """Answers AFRRSignalRequest (OCPP 2.1 part 2, Messages 1.2).

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


class AdjustPeriodicEventStreamRequest(
    Model, BackOfficeRequest["AdjustPeriodicEventStreamResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.1).

    Attributes:
        id: `id`: integer, at least 0.
        params: `params`: PeriodicEventStreamParamsType.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[int, Field(ge=0)]
    params: PeriodicEventStreamParamsType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class AdjustPeriodicEventStreamResponse(Model):
    """Answers AdjustPeriodicEventStreamRequest (OCPP 2.1 part 2, Messages 1.1).

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


class AuthorizeRequest(Model, StationRequest["AuthorizeResponse"]):
    """Sent by the ChargingStation (C Authorization; OCPP 2.1 part 2, Messages 1.3).

    Attributes:
        id_token: `idToken`: IdTokenType.
        certificate: `certificate`: text of at most 10000 characters, PEM; optional.
        iso15118_certificate_hash_data: `iso15118CertificateHashData`: array of
            OCSPRequestDataType, 1 to 4 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    certificate: Annotated[str | None, Field(max_length=10000), Omittable] = None
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
    """Answers AuthorizeRequest (OCPP 2.1 part 2, Messages 1.3).

    Attributes:
        id_token_info: `idTokenInfo`: IdTokenInfoType.
        certificate_status: `certificateStatus`: AuthorizeCertificateStatusEnumType;
            optional.
        allowed_energy_transfer: `allowedEnergyTransfer`: array of
            EnergyTransferModeEnumType, at least 1 item; optional.
        tariff: `tariff`: TariffType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id_token_info: Annotated[IdTokenInfoType, Field(alias="idTokenInfo")]
    certificate_status: Annotated[
        AuthorizeCertificateStatusEnumType | None,
        Field(alias="certificateStatus"),
        Omittable,
    ] = None
    allowed_energy_transfer: Annotated[
        Sequence[EnergyTransferModeEnumType] | None,
        Field(alias="allowedEnergyTransfer"),
        Array(min_items=1),
        Omittable,
    ] = None
    tariff: Annotated[TariffType | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class BatterySwapRequest(Model, StationRequest["BatterySwapResponse"]):
    """Sent by the ChargingStation (S Battery Swapping).

    Defined in OCPP 2.1 part 2, Messages 1.4.

    Attributes:
        battery_data: `batteryData`: array of BatteryDataType, at least 1 item.
        event_type: `eventType`: BatterySwapEventEnumType.
        id_token: `idToken`: IdTokenType.
        request_id: `requestId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    battery_data: Annotated[
        Sequence[BatteryDataType], Field(alias="batteryData"), Array(min_items=1)
    ]
    event_type: Annotated[BatterySwapEventEnumType, Field(alias="eventType")]
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    request_id: Annotated[int, Field(alias="requestId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class BatterySwapResponse(Model):
    """Answers BatterySwapRequest (OCPP 2.1 part 2, Messages 1.4).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class BootNotificationRequest(Model, StationRequest["BootNotificationResponse"]):
    """Sent by the ChargingStation (B Provisioning; OCPP 2.1 part 2, Messages 1.5).

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
    """Answers BootNotificationRequest (OCPP 2.1 part 2, Messages 1.5).

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
    """Sent by the CSMS (H Reservation; OCPP 2.1 part 2, Messages 1.6).

    Attributes:
        reservation_id: `reservationId`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    reservation_id: Annotated[int, Field(alias="reservationId", ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CancelReservationResponse(Model):
    """Answers CancelReservationRequest (OCPP 2.1 part 2, Messages 1.6).

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
    """Sent by the CSMS (A Security; OCPP 2.1 part 2, Messages 1.7).

    Attributes:
        certificate_chain: `certificateChain`: text of at most 10000 characters, PEM.
        certificate_type: `certificateType`: CertificateSigningUseEnumType; optional.
        request_id: `requestId`: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    certificate_chain: Annotated[str, Field(alias="certificateChain", max_length=10000)]
    certificate_type: Annotated[
        CertificateSigningUseEnumType | None, Field(alias="certificateType"), Omittable
    ] = None
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CertificateSignedResponse(Model):
    """Answers CertificateSignedRequest (OCPP 2.1 part 2, Messages 1.7).

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
    """Sent by the CSMS (G Availability; OCPP 2.1 part 2, Messages 1.8).

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
    """Answers ChangeAvailabilityRequest (OCPP 2.1 part 2, Messages 1.8).

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


class ChangeTransactionTariffRequest(
    Model, BackOfficeRequest["ChangeTransactionTariffResponse"]
):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.1 part 2, Messages 1.9).

    Attributes:
        tariff: `tariff`: TariffType.
        transaction_id: `transactionId`: text of at most 36 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    tariff: TariffType
    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChangeTransactionTariffResponse(Model):
    """Answers ChangeTransactionTariffRequest (OCPP 2.1 part 2, Messages 1.9).

    Attributes:
        status: `status`: TariffChangeStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: TariffChangeStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearCacheRequest(Model, BackOfficeRequest["ClearCacheResponse"]):
    """Sent by the CSMS (C Authorization; OCPP 2.1 part 2, Messages 1.10).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearCacheResponse(Model):
    """Answers ClearCacheRequest (OCPP 2.1 part 2, Messages 1.10).

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
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.11).

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
    """Answers ClearChargingProfileRequest (OCPP 2.1 part 2, Messages 1.11).

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


class ClearDERControlRequest(Model, BackOfficeRequest["ClearDERControlResponse"]):
    """Sent by the CSMS (R DER Control; OCPP 2.1 part 2, Messages 1.12).

    Attributes:
        is_default: `isDefault`: boolean.
        control_type: `controlType`: DERControlEnumType; optional.
        control_id: `controlId`: text of at most 36 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    is_default: Annotated[bool, Field(alias="isDefault")]
    control_type: Annotated[
        DERControlEnumType | None, Field(alias="controlType"), Omittable
    ] = None
    control_id: Annotated[
        str | None, Field(alias="controlId", max_length=36), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearDERControlResponse(Model):
    """Answers ClearDERControlRequest (OCPP 2.1 part 2, Messages 1.12).

    Attributes:
        status: `status`: DERControlStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: DERControlStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearDisplayMessageRequest(
    Model, BackOfficeRequest["ClearDisplayMessageResponse"]
):
    """Sent by the CSMS (O Display Message; OCPP 2.1 part 2, Messages 1.13).

    Attributes:
        id: `id`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[int, Field(ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearDisplayMessageResponse(Model):
    """Answers ClearDisplayMessageRequest (OCPP 2.1 part 2, Messages 1.13).

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


class ClearTariffsRequest(Model, BackOfficeRequest["ClearTariffsResponse"]):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.1 part 2, Messages 1.15).

    Attributes:
        tariff_ids: `tariffIds`: array of text of at most 60 characters, at least 1
            item; optional.
        evse_id: `evseId`: integer, at least 0; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    tariff_ids: Annotated[
        Sequence[Annotated[str, Field(max_length=60)]] | None,
        Field(alias="tariffIds"),
        Array(min_items=1),
        Omittable,
    ] = None
    evse_id: Annotated[int | None, Field(alias="evseId", ge=0), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearTariffsResponse(Model):
    """Answers ClearTariffsRequest (OCPP 2.1 part 2, Messages 1.15).

    Attributes:
        clear_tariffs_result: `clearTariffsResult`: array of ClearTariffsResultType, at
            least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    clear_tariffs_result: Annotated[
        Sequence[ClearTariffsResultType],
        Field(alias="clearTariffsResult"),
        Array(min_items=1),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearVariableMonitoringRequest(
    Model, BackOfficeRequest["ClearVariableMonitoringResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.16).

    Attributes:
        id: `id`: array of integer, at least 0, at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[Sequence[Annotated[int, Field(ge=0)]], Array(min_items=1)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearVariableMonitoringResponse(Model):
    """Answers ClearVariableMonitoringRequest (OCPP 2.1 part 2, Messages 1.16).

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

    Defined in OCPP 2.1 part 2, Messages 1.14.

    Attributes:
        charging_limit_source: `chargingLimitSource`: text of at most 20 characters.
        evse_id: `evseId`: integer, at least 0; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    charging_limit_source: Annotated[
        str, Field(alias="chargingLimitSource", max_length=20)
    ]
    evse_id: Annotated[int | None, Field(alias="evseId", ge=0), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearedChargingLimitResponse(Model):
    """Answers ClearedChargingLimitRequest (OCPP 2.1 part 2, Messages 1.14).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClosePeriodicEventStreamRequest(
    Model, StationRequest["ClosePeriodicEventStreamResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.17).

    Attributes:
        id: `id`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[int, Field(ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClosePeriodicEventStreamResponse(Model):
    """Answers ClosePeriodicEventStreamRequest (OCPP 2.1 part 2, Messages 1.17).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CostUpdatedRequest(Model, BackOfficeRequest["CostUpdatedResponse"]):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.1 part 2, Messages 1.18).

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
    """Answers CostUpdatedRequest (OCPP 2.1 part 2, Messages 1.18).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CustomerInformationRequest(
    Model, BackOfficeRequest["CustomerInformationResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.19).

    Attributes:
        customer_certificate: `customerCertificate`: CertificateHashDataType; optional.
        id_token: `idToken`: IdTokenType; optional.
        request_id: `requestId`: integer, at least 0.
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
    request_id: Annotated[int, Field(alias="requestId", ge=0)]
    report: bool
    clear: bool
    customer_identifier: Annotated[
        str | None, Field(alias="customerIdentifier", max_length=64), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CustomerInformationResponse(Model):
    """Answers CustomerInformationRequest (OCPP 2.1 part 2, Messages 1.19).

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

    Defined in OCPP 2.1 part 2, Messages 1.20.

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
    """Answers DataTransferRequest (OCPP 2.1 part 2, Messages 1.20).

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
    """Sent by the CSMS (M Certificate Management; OCPP 2.1 part 2, Messages 1.21).

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
    """Answers DeleteCertificateRequest (OCPP 2.1 part 2, Messages 1.21).

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

    Defined in OCPP 2.1 part 2, Messages 1.22.

    Attributes:
        status: `status`: FirmwareStatusEnumType.
        request_id: `requestId`: integer; optional.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: FirmwareStatusEnumType
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FirmwareStatusNotificationResponse(Model):
    """Answers FirmwareStatusNotificationRequest (OCPP 2.1 part 2, Messages 1.22).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class Get15118EVCertificateRequest(
    Model, StationRequest["Get15118EVCertificateResponse"]
):
    """Sent by the ChargingStation (M Certificate Management).

    Defined in OCPP 2.1 part 2, Messages 1.23.

    Attributes:
        iso15118_schema_version: `iso15118SchemaVersion`: text of at most 50 characters.
        action: `action`: CertificateActionEnumType.
        exi_request: `exiRequest`: text of at most 11000 characters, Base64.
        maximum_contract_certificate_chains: `maximumContractCertificateChains`:
            integer, at least 0; optional.
        prioritized_emaids: `prioritizedEMAIDs`: array of text of at most 255
            characters, 1 to 8 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    iso15118_schema_version: Annotated[
        str, Field(alias="iso15118SchemaVersion", max_length=50)
    ]
    action: CertificateActionEnumType
    exi_request: Annotated[str, Field(alias="exiRequest", max_length=11000)]
    maximum_contract_certificate_chains: Annotated[
        int | None, Field(alias="maximumContractCertificateChains", ge=0), Omittable
    ] = None
    prioritized_emaids: Annotated[
        Sequence[Annotated[str, Field(max_length=255)]] | None,
        Field(alias="prioritizedEMAIDs"),
        Array(min_items=1, max_items=8),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class Get15118EVCertificateResponse(Model):
    """Answers Get15118EVCertificateRequest (OCPP 2.1 part 2, Messages 1.23).

    Attributes:
        status: `status`: Iso15118EVCertificateStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        exi_response: `exiResponse`: text of at most 17000 characters, Base64.
        remaining_contracts: `remainingContracts`: integer, at least 0; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: Iso15118EVCertificateStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    exi_response: Annotated[str, Field(alias="exiResponse", max_length=17000)]
    remaining_contracts: Annotated[
        int | None, Field(alias="remainingContracts", ge=0), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetBaseReportRequest(Model, BackOfficeRequest["GetBaseReportResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.24).

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
    """Answers GetBaseReportRequest (OCPP 2.1 part 2, Messages 1.24).

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


class GetCertificateChainStatusRequest(
    Model, StationRequest["GetCertificateChainStatusResponse"]
):
    """Sent by the ChargingStation (M Certificate Management).

    Defined in OCPP 2.1 part 2, Messages 1.25.

    Attributes:
        certificate_status_requests: `certificateStatusRequests`: array of
            CertificateStatusRequestInfoType, 1 to 4 items.
        custom_data: `customData`: CustomDataType; optional.
    """

    certificate_status_requests: Annotated[
        Sequence[CertificateStatusRequestInfoType],
        Field(alias="certificateStatusRequests"),
        Array(min_items=1, max_items=4),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetCertificateChainStatusResponse(Model):
    """Answers GetCertificateChainStatusRequest (OCPP 2.1 part 2, Messages 1.25).

    Attributes:
        certificate_status: `certificateStatus`: array of CertificateStatusType, 1 to 4
            items.
        custom_data: `customData`: CustomDataType; optional.
    """

    certificate_status: Annotated[
        Sequence[CertificateStatusType],
        Field(alias="certificateStatus"),
        Array(min_items=1, max_items=4),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetCertificateStatusRequest(
    Model, StationRequest["GetCertificateStatusResponse"]
):
    """Sent by the ChargingStation (M Certificate Management).

    Defined in OCPP 2.1 part 2, Messages 1.26.

    Attributes:
        ocsp_request_data: `ocspRequestData`: OCSPRequestDataType.
        custom_data: `customData`: CustomDataType; optional.
    """

    ocsp_request_data: Annotated[OCSPRequestDataType, Field(alias="ocspRequestData")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetCertificateStatusResponse(Model):
    """Answers GetCertificateStatusRequest (OCPP 2.1 part 2, Messages 1.26).

    Attributes:
        status: `status`: GetCertificateStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        ocsp_result: `ocspResult`: text of at most 18000 characters, Base64; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GetCertificateStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    ocsp_result: Annotated[
        str | None, Field(alias="ocspResult", max_length=18000), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetChargingProfilesRequest(
    Model, BackOfficeRequest["GetChargingProfilesResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.27).

    Attributes:
        request_id: `requestId`: integer.
        evse_id: `evseId`: integer, at least 0; optional.
        charging_profile: `chargingProfile`: ChargingProfileCriterionType.
        custom_data: `customData`: CustomDataType; optional.
    """

    request_id: Annotated[int, Field(alias="requestId")]
    evse_id: Annotated[int | None, Field(alias="evseId", ge=0), Omittable] = None
    charging_profile: Annotated[
        ChargingProfileCriterionType, Field(alias="chargingProfile")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetChargingProfilesResponse(Model):
    """Answers GetChargingProfilesRequest (OCPP 2.1 part 2, Messages 1.27).

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
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.28).

    Attributes:
        duration: `duration`: integer, in s.
        charging_rate_unit: `chargingRateUnit`: ChargingRateUnitEnumType; optional.
        evse_id: `evseId`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    duration: int
    charging_rate_unit: Annotated[
        ChargingRateUnitEnumType | None, Field(alias="chargingRateUnit"), Omittable
    ] = None
    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetCompositeScheduleResponse(Model):
    """Answers GetCompositeScheduleRequest (OCPP 2.1 part 2, Messages 1.28).

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


class GetDERControlRequest(Model, BackOfficeRequest["GetDERControlResponse"]):
    """Sent by the CSMS (R DER Control; OCPP 2.1 part 2, Messages 1.29).

    Attributes:
        request_id: `requestId`: integer.
        is_default: `isDefault`: boolean; optional.
        control_type: `controlType`: DERControlEnumType; optional.
        control_id: `controlId`: text of at most 36 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    request_id: Annotated[int, Field(alias="requestId")]
    is_default: Annotated[bool | None, Field(alias="isDefault"), Omittable] = None
    control_type: Annotated[
        DERControlEnumType | None, Field(alias="controlType"), Omittable
    ] = None
    control_id: Annotated[
        str | None, Field(alias="controlId", max_length=36), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetDERControlResponse(Model):
    """Answers GetDERControlRequest (OCPP 2.1 part 2, Messages 1.29).

    Attributes:
        status: `status`: DERControlStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: DERControlStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetDisplayMessagesRequest(Model, BackOfficeRequest["GetDisplayMessagesResponse"]):
    """Sent by the CSMS (O Display Message; OCPP 2.1 part 2, Messages 1.30).

    Attributes:
        id: `id`: array of integer, at least 0, at least 1 item; optional.
        request_id: `requestId`: integer.
        priority: `priority`: MessagePriorityEnumType; optional.
        state: `state`: MessageStateEnumType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[
        Sequence[Annotated[int, Field(ge=0)]] | None, Array(min_items=1), Omittable
    ] = None
    request_id: Annotated[int, Field(alias="requestId")]
    priority: Annotated[MessagePriorityEnumType | None, Omittable] = None
    state: Annotated[MessageStateEnumType | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetDisplayMessagesResponse(Model):
    """Answers GetDisplayMessagesRequest (OCPP 2.1 part 2, Messages 1.30).

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
    """Sent by the CSMS (M Certificate Management; OCPP 2.1 part 2, Messages 1.31).

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
    """Answers GetInstalledCertificateIdsRequest (OCPP 2.1 part 2, Messages 1.31).

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

    Defined in OCPP 2.1 part 2, Messages 1.32.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetLocalListVersionResponse(Model):
    """Answers GetLocalListVersionRequest (OCPP 2.1 part 2, Messages 1.32).

    Attributes:
        version_number: `versionNumber`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    version_number: Annotated[int, Field(alias="versionNumber")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetLogRequest(Model, BackOfficeRequest["GetLogResponse"]):
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.33).

    Attributes:
        log: `log`: LogParametersType.
        log_type: `logType`: LogEnumType.
        request_id: `requestId`: integer.
        retries: `retries`: integer, at least 0; optional.
        retry_interval: `retryInterval`: integer, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    log: LogParametersType
    log_type: Annotated[LogEnumType, Field(alias="logType")]
    request_id: Annotated[int, Field(alias="requestId")]
    retries: Annotated[int | None, Field(ge=0), Omittable] = None
    retry_interval: Annotated[int | None, Field(alias="retryInterval"), Omittable] = (
        None
    )
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetLogResponse(Model):
    """Answers GetLogRequest (OCPP 2.1 part 2, Messages 1.33).

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
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.34).

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
    """Answers GetMonitoringReportRequest (OCPP 2.1 part 2, Messages 1.34).

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


class GetPeriodicEventStreamRequest(
    Model, BackOfficeRequest["GetPeriodicEventStreamResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.35).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetPeriodicEventStreamResponse(Model):
    """Answers GetPeriodicEventStreamRequest (OCPP 2.1 part 2, Messages 1.35).

    Attributes:
        constant_stream_data: `constantStreamData`: array of ConstantStreamDataType, at
            least 1 item; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    constant_stream_data: Annotated[
        Sequence[ConstantStreamDataType] | None,
        Field(alias="constantStreamData"),
        Array(min_items=1),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetReportRequest(Model, BackOfficeRequest["GetReportResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.36).

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
    """Answers GetReportRequest (OCPP 2.1 part 2, Messages 1.36).

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


class GetTariffsRequest(Model, BackOfficeRequest["GetTariffsResponse"]):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.1 part 2, Messages 1.37).

    Attributes:
        evse_id: `evseId`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetTariffsResponse(Model):
    """Answers GetTariffsRequest (OCPP 2.1 part 2, Messages 1.37).

    Attributes:
        status: `status`: TariffGetStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        tariff_assignments: `tariffAssignments`: array of TariffAssignmentType, at least
            1 item; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: TariffGetStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    tariff_assignments: Annotated[
        Sequence[TariffAssignmentType] | None,
        Field(alias="tariffAssignments"),
        Array(min_items=1),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetTransactionStatusRequest(
    Model, BackOfficeRequest["GetTransactionStatusResponse"]
):
    """Sent by the CSMS (E Transactions; OCPP 2.1 part 2, Messages 1.38).

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
    """Answers GetTransactionStatusRequest (OCPP 2.1 part 2, Messages 1.38).

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
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.39).

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
    """Answers GetVariablesRequest (OCPP 2.1 part 2, Messages 1.39).

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
    """Sent by the ChargingStation (G Availability; OCPP 2.1 part 2, Messages 1.40).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class HeartbeatResponse(Model):
    """Answers HeartbeatRequest (OCPP 2.1 part 2, Messages 1.40).

    Attributes:
        current_time: `currentTime`: date-time in UTC.
        custom_data: `customData`: CustomDataType; optional.
    """

    current_time: Annotated[DateTime, Field(alias="currentTime")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class InstallCertificateRequest(Model, BackOfficeRequest["InstallCertificateResponse"]):
    """Sent by the CSMS (M Certificate Management; OCPP 2.1 part 2, Messages 1.41).

    Attributes:
        certificate_type: `certificateType`: InstallCertificateUseEnumType.
        certificate: `certificate`: text of at most 10000 characters, PEM.
        custom_data: `customData`: CustomDataType; optional.
    """

    certificate_type: Annotated[
        InstallCertificateUseEnumType, Field(alias="certificateType")
    ]
    certificate: Annotated[str, Field(max_length=10000)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class InstallCertificateResponse(Model):
    """Answers InstallCertificateRequest (OCPP 2.1 part 2, Messages 1.41).

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
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.42).

    Attributes:
        status: `status`: UploadLogStatusEnumType.
        request_id: `requestId`: integer; optional.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: UploadLogStatusEnumType
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class LogStatusNotificationResponse(Model):
    """Answers LogStatusNotificationRequest (OCPP 2.1 part 2, Messages 1.42).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class MeterValuesRequest(Model, StationRequest["MeterValuesResponse"]):
    """Sent by the ChargingStation (J Meter Values; OCPP 2.1 part 2, Messages 1.43).

    Attributes:
        evse_id: `evseId`: integer, at least 0.
        meter_value: `meterValue`: array of MeterValueType, at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
    meter_value: Annotated[
        Sequence[MeterValueType], Field(alias="meterValue"), Array(min_items=1)
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class MeterValuesResponse(Model):
    """Answers MeterValuesRequest (OCPP 2.1 part 2, Messages 1.43).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyAllowedEnergyTransferRequest(
    Model, BackOfficeRequest["NotifyAllowedEnergyTransferResponse"]
):
    """Sent by the CSMS (Q Bidirectional Power Transfer).

    Defined in OCPP 2.1 part 2, Messages 1.44.

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters.
        allowed_energy_transfer: `allowedEnergyTransfer`: array of
            EnergyTransferModeEnumType, at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    allowed_energy_transfer: Annotated[
        Sequence[EnergyTransferModeEnumType],
        Field(alias="allowedEnergyTransfer"),
        Array(min_items=1),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyAllowedEnergyTransferResponse(Model):
    """Answers NotifyAllowedEnergyTransferRequest (OCPP 2.1 part 2, Messages 1.44).

    Attributes:
        status: `status`: NotifyAllowedEnergyTransferStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: NotifyAllowedEnergyTransferStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyChargingLimitRequest(Model, StationRequest["NotifyChargingLimitResponse"]):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.1 part 2, Messages 1.45.

    Attributes:
        charging_schedule: `chargingSchedule`: array of ChargingScheduleType, at least 1
            item; optional.
        evse_id: `evseId`: integer, at least 0; optional.
        charging_limit: `chargingLimit`: ChargingLimitType.
        custom_data: `customData`: CustomDataType; optional.
    """

    charging_schedule: Annotated[
        Sequence[ChargingScheduleType] | None,
        Field(alias="chargingSchedule"),
        Array(min_items=1),
        Omittable,
    ] = None
    evse_id: Annotated[int | None, Field(alias="evseId", ge=0), Omittable] = None
    charging_limit: Annotated[ChargingLimitType, Field(alias="chargingLimit")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyChargingLimitResponse(Model):
    """Answers NotifyChargingLimitRequest (OCPP 2.1 part 2, Messages 1.45).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyCustomerInformationRequest(
    Model, StationRequest["NotifyCustomerInformationResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.46).

    Attributes:
        data: `data`: text of at most 512 characters.
        tbc: `tbc`: boolean; default false.
        seq_no: `seqNo`: integer, at least 0.
        generated_at: `generatedAt`: date-time in UTC.
        request_id: `requestId`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    data: Annotated[str, Field(max_length=512)]
    tbc: Annotated[bool | None, Omittable] = None
    seq_no: Annotated[int, Field(alias="seqNo", ge=0)]
    generated_at: Annotated[DateTime, Field(alias="generatedAt")]
    request_id: Annotated[int, Field(alias="requestId", ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyCustomerInformationResponse(Model):
    """Answers NotifyCustomerInformationRequest (OCPP 2.1 part 2, Messages 1.46).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyDERAlarmRequest(Model, StationRequest["NotifyDERAlarmResponse"]):
    """Sent by the ChargingStation (R DER Control; OCPP 2.1 part 2, Messages 1.47).

    Attributes:
        control_type: `controlType`: DERControlEnumType.
        grid_event_fault: `gridEventFault`: GridEventFaultEnumType; optional.
        alarm_ended: `alarmEnded`: boolean; optional.
        timestamp: `timestamp`: date-time in UTC.
        extra_info: `extraInfo`: text of at most 200 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    control_type: Annotated[DERControlEnumType, Field(alias="controlType")]
    grid_event_fault: Annotated[
        GridEventFaultEnumType | None, Field(alias="gridEventFault"), Omittable
    ] = None
    alarm_ended: Annotated[bool | None, Field(alias="alarmEnded"), Omittable] = None
    timestamp: DateTime
    extra_info: Annotated[
        str | None, Field(alias="extraInfo", max_length=200), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyDERAlarmResponse(Model):
    """Answers NotifyDERAlarmRequest (OCPP 2.1 part 2, Messages 1.47).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyDERStartStopRequest(Model, StationRequest["NotifyDERStartStopResponse"]):
    """Sent by the ChargingStation (R DER Control; OCPP 2.1 part 2, Messages 1.48).

    Attributes:
        control_id: `controlId`: text of at most 36 characters.
        started: `started`: boolean.
        timestamp: `timestamp`: date-time in UTC.
        superseded_ids: `supersededIds`: array of text of at most 36 characters, 1 to 24
            items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    control_id: Annotated[str, Field(alias="controlId", max_length=36)]
    started: bool
    timestamp: DateTime
    superseded_ids: Annotated[
        Sequence[Annotated[str, Field(max_length=36)]] | None,
        Field(alias="supersededIds"),
        Array(min_items=1, max_items=24),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyDERStartStopResponse(Model):
    """Answers NotifyDERStartStopRequest (OCPP 2.1 part 2, Messages 1.48).

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

    Defined in OCPP 2.1 part 2, Messages 1.49.

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
    """Answers NotifyDisplayMessagesRequest (OCPP 2.1 part 2, Messages 1.49).

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

    Defined in OCPP 2.1 part 2, Messages 1.50.

    Attributes:
        evse_id: `evseId`: integer, at least 1.
        max_schedule_tuples: `maxScheduleTuples`: integer, at least 0; optional.
        charging_needs: `chargingNeeds`: ChargingNeedsType.
        timestamp: `timestamp`: date-time in UTC; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: Annotated[int, Field(alias="evseId", ge=1)]
    max_schedule_tuples: Annotated[
        int | None, Field(alias="maxScheduleTuples", ge=0), Omittable
    ] = None
    charging_needs: Annotated[ChargingNeedsType, Field(alias="chargingNeeds")]
    timestamp: Annotated[DateTime | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyEVChargingNeedsResponse(Model):
    """Answers NotifyEVChargingNeedsRequest (OCPP 2.1 part 2, Messages 1.50).

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

    Defined in OCPP 2.1 part 2, Messages 1.51.

    Attributes:
        time_base: `timeBase`: date-time in UTC.
        charging_schedule: `chargingSchedule`: ChargingScheduleType.
        evse_id: `evseId`: integer, at least 1.
        selected_charging_schedule_id: `selectedChargingScheduleId`: integer, at least
            0; optional.
        power_tolerance_acceptance: `powerToleranceAcceptance`: boolean; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    time_base: Annotated[DateTime, Field(alias="timeBase")]
    charging_schedule: Annotated[ChargingScheduleType, Field(alias="chargingSchedule")]
    evse_id: Annotated[int, Field(alias="evseId", ge=1)]
    selected_charging_schedule_id: Annotated[
        int | None, Field(alias="selectedChargingScheduleId", ge=0), Omittable
    ] = None
    power_tolerance_acceptance: Annotated[
        bool | None, Field(alias="powerToleranceAcceptance"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyEVChargingScheduleResponse(Model):
    """Answers NotifyEVChargingScheduleRequest (OCPP 2.1 part 2, Messages 1.51).

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
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.52).

    Attributes:
        generated_at: `generatedAt`: date-time in UTC.
        tbc: `tbc`: boolean; default false.
        seq_no: `seqNo`: integer, at least 0.
        event_data: `eventData`: array of EventDataType, at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    generated_at: Annotated[DateTime, Field(alias="generatedAt")]
    tbc: Annotated[bool | None, Omittable] = None
    seq_no: Annotated[int, Field(alias="seqNo", ge=0)]
    event_data: Annotated[
        Sequence[EventDataType], Field(alias="eventData"), Array(min_items=1)
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyEventResponse(Model):
    """Answers NotifyEventRequest (OCPP 2.1 part 2, Messages 1.52).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyMonitoringReportRequest(
    Model, StationRequest["NotifyMonitoringReportResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.53).

    Attributes:
        monitor: `monitor`: array of MonitoringDataType, at least 1 item; optional.
        request_id: `requestId`: integer.
        tbc: `tbc`: boolean; default false.
        seq_no: `seqNo`: integer, at least 0.
        generated_at: `generatedAt`: date-time in UTC.
        custom_data: `customData`: CustomDataType; optional.
    """

    monitor: Annotated[
        Sequence[MonitoringDataType] | None, Array(min_items=1), Omittable
    ] = None
    request_id: Annotated[int, Field(alias="requestId")]
    tbc: Annotated[bool | None, Omittable] = None
    seq_no: Annotated[int, Field(alias="seqNo", ge=0)]
    generated_at: Annotated[DateTime, Field(alias="generatedAt")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyMonitoringReportResponse(Model):
    """Answers NotifyMonitoringReportRequest (OCPP 2.1 part 2, Messages 1.53).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyPeriodicEventStream(Model, StationSend):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.54).

    Attributes:
        data: `data`: array of StreamDataElementType, at least 1 item.
        id: `id`: integer, at least 0.
        pending: `pending`: integer, at least 0.
        basetime: `basetime`: date-time in UTC.
        custom_data: `customData`: CustomDataType; optional.
    """

    data: Annotated[Sequence[StreamDataElementType], Array(min_items=1)]
    id: Annotated[int, Field(ge=0)]
    pending: Annotated[int, Field(ge=0)]
    basetime: DateTime
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyPriorityChargingRequest(
    Model, StationRequest["NotifyPriorityChargingResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.1 part 2, Messages 1.55.

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters.
        activated: `activated`: boolean.
        custom_data: `customData`: CustomDataType; optional.
    """

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    activated: bool
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyPriorityChargingResponse(Model):
    """Answers NotifyPriorityChargingRequest (OCPP 2.1 part 2, Messages 1.55).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyReportRequest(Model, StationRequest["NotifyReportResponse"]):
    """Sent by the ChargingStation (B Provisioning; OCPP 2.1 part 2, Messages 1.56).

    Attributes:
        request_id: `requestId`: integer.
        generated_at: `generatedAt`: date-time in UTC.
        report_data: `reportData`: array of ReportDataType, at least 1 item; optional.
        tbc: `tbc`: boolean; default false.
        seq_no: `seqNo`: integer, at least 0.
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
    seq_no: Annotated[int, Field(alias="seqNo", ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyReportResponse(Model):
    """Answers NotifyReportRequest (OCPP 2.1 part 2, Messages 1.56).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifySettlementRequest(Model, StationRequest["NotifySettlementResponse"]):
    """Sent by the ChargingStation (C Authorization; OCPP 2.1 part 2, Messages 1.57).

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters; optional.
        psp_ref: `pspRef`: text of at most 255 characters.
        status: `status`: PaymentStatusEnumType.
        status_info: `statusInfo`: text of at most 500 characters; optional.
        settlement_amount: `settlementAmount`: decimal.
        settlement_time: `settlementTime`: date-time in UTC.
        receipt_id: `receiptId`: text of at most 50 characters; optional.
        receipt_url: `receiptUrl`: text of at most 2000 characters, a URL; optional.
        vat_company: `vatCompany`: AddressType; optional.
        vat_number: `vatNumber`: text of at most 20 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    transaction_id: Annotated[
        str | None, Field(alias="transactionId", max_length=36), Omittable
    ] = None
    psp_ref: Annotated[str, Field(alias="pspRef", max_length=255)]
    status: PaymentStatusEnumType
    status_info: Annotated[
        str | None, Field(alias="statusInfo", max_length=500), Omittable
    ] = None
    settlement_amount: Annotated[float, Field(alias="settlementAmount")]
    settlement_time: Annotated[DateTime, Field(alias="settlementTime")]
    receipt_id: Annotated[
        str | None, Field(alias="receiptId", max_length=50), Omittable
    ] = None
    receipt_url: Annotated[
        str | None, Field(alias="receiptUrl", max_length=2000), Omittable
    ] = None
    vat_company: Annotated[AddressType | None, Field(alias="vatCompany"), Omittable] = (
        None
    )
    vat_number: Annotated[
        str | None, Field(alias="vatNumber", max_length=20), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifySettlementResponse(Model):
    """Answers NotifySettlementRequest (OCPP 2.1 part 2, Messages 1.57).

    Attributes:
        receipt_url: `receiptUrl`: text of at most 2000 characters, a URL; optional.
        receipt_id: `receiptId`: text of at most 50 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    receipt_url: Annotated[
        str | None, Field(alias="receiptUrl", max_length=2000), Omittable
    ] = None
    receipt_id: Annotated[
        str | None, Field(alias="receiptId", max_length=50), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyWebPaymentStartedRequest(
    Model, BackOfficeRequest["NotifyWebPaymentStartedResponse"]
):
    """Sent by the CSMS (C Authorization; OCPP 2.1 part 2, Messages 1.58).

    Attributes:
        evse_id: `evseId`: integer, at least 0.
        timeout: `timeout`: integer, in s.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
    timeout: int
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyWebPaymentStartedResponse(Model):
    """Answers NotifyWebPaymentStartedRequest (OCPP 2.1 part 2, Messages 1.58).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class OpenPeriodicEventStreamRequest(
    Model, StationRequest["OpenPeriodicEventStreamResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.59).

    Attributes:
        constant_stream_data: `constantStreamData`: ConstantStreamDataType.
        custom_data: `customData`: CustomDataType; optional.
    """

    constant_stream_data: Annotated[
        ConstantStreamDataType, Field(alias="constantStreamData")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class OpenPeriodicEventStreamResponse(Model):
    """Answers OpenPeriodicEventStreamRequest (OCPP 2.1 part 2, Messages 1.59).

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


class PublishFirmwareRequest(Model, BackOfficeRequest["PublishFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.1 part 2, Messages 1.60).

    Attributes:
        location: `location`: text of at most 2000 characters, a URI.
        retries: `retries`: integer, at least 0; optional.
        checksum: `checksum`: text of at most 32 characters, MD5, 32 hexadecimal digits.
        request_id: `requestId`: integer, at least 0.
        retry_interval: `retryInterval`: integer, at least 0, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    location: Annotated[str, Field(max_length=2000)]
    retries: Annotated[int | None, Field(ge=0), Omittable] = None
    checksum: Annotated[str, Field(max_length=32)]
    request_id: Annotated[int, Field(alias="requestId", ge=0)]
    retry_interval: Annotated[
        int | None, Field(alias="retryInterval", ge=0), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PublishFirmwareResponse(Model):
    """Answers PublishFirmwareRequest (OCPP 2.1 part 2, Messages 1.60).

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

    Defined in OCPP 2.1 part 2, Messages 1.61.

    Attributes:
        status: `status`: PublishFirmwareStatusEnumType.
        location: `location`: array of text of at most 2000 characters, at least 1 item,
            a URI; optional.
        request_id: `requestId`: integer, at least 0; optional.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: PublishFirmwareStatusEnumType
    location: Annotated[
        Sequence[Annotated[str, Field(max_length=2000)]] | None,
        Array(min_items=1),
        Omittable,
    ] = None
    request_id: Annotated[int | None, Field(alias="requestId", ge=0), Omittable] = None
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PublishFirmwareStatusNotificationResponse(Model):
    """Answers PublishFirmwareStatusNotificationRequest.

    Defined in OCPP 2.1 part 2, Messages 1.61.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PullDynamicScheduleUpdateRequest(
    Model, StationRequest["PullDynamicScheduleUpdateResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.1 part 2, Messages 1.62.

    Attributes:
        charging_profile_id: `chargingProfileId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    charging_profile_id: Annotated[int, Field(alias="chargingProfileId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PullDynamicScheduleUpdateResponse(Model):
    """Answers PullDynamicScheduleUpdateRequest (OCPP 2.1 part 2, Messages 1.62).

    Attributes:
        schedule_update: `scheduleUpdate`: ChargingScheduleUpdateType; optional.
        status: `status`: ChargingProfileStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    schedule_update: Annotated[
        ChargingScheduleUpdateType | None, Field(alias="scheduleUpdate"), Omittable
    ] = None
    status: ChargingProfileStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReportChargingProfilesRequest(
    Model, StationRequest["ReportChargingProfilesResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.1 part 2, Messages 1.63.

    Attributes:
        request_id: `requestId`: integer.
        charging_limit_source: `chargingLimitSource`: text of at most 20 characters.
        charging_profile: `chargingProfile`: array of ChargingProfileType, at least 1
            item.
        tbc: `tbc`: boolean; default false.
        evse_id: `evseId`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    request_id: Annotated[int, Field(alias="requestId")]
    charging_limit_source: Annotated[
        str, Field(alias="chargingLimitSource", max_length=20)
    ]
    charging_profile: Annotated[
        Sequence[ChargingProfileType],
        Field(alias="chargingProfile"),
        Array(min_items=1),
    ]
    tbc: Annotated[bool | None, Omittable] = None
    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReportChargingProfilesResponse(Model):
    """Answers ReportChargingProfilesRequest (OCPP 2.1 part 2, Messages 1.63).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReportDERControlRequest(Model, StationRequest["ReportDERControlResponse"]):
    """Sent by the ChargingStation (R DER Control; OCPP 2.1 part 2, Messages 1.64).

    Attributes:
        curve: `curve`: array of DERCurveGetType, 1 to 24 items; optional.
        enter_service: `enterService`: array of EnterServiceGetType, 1 to 24 items;
            optional.
        fixed_pf_absorb: `fixedPFAbsorb`: array of FixedPFGetType, 1 to 24 items;
            optional.
        fixed_pf_inject: `fixedPFInject`: array of FixedPFGetType, 1 to 24 items;
            optional.
        fixed_var: `fixedVar`: array of FixedVarGetType, 1 to 24 items; optional.
        freq_droop: `freqDroop`: array of FreqDroopGetType, 1 to 24 items; optional.
        gradient: `gradient`: array of GradientGetType, 1 to 24 items; optional.
        limit_max_discharge: `limitMaxDischarge`: array of LimitMaxDischargeGetType, 1
            to 24 items; optional.
        request_id: `requestId`: integer.
        tbc: `tbc`: boolean; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    curve: Annotated[
        Sequence[DERCurveGetType] | None, Array(min_items=1, max_items=24), Omittable
    ] = None
    enter_service: Annotated[
        Sequence[EnterServiceGetType] | None,
        Field(alias="enterService"),
        Array(min_items=1, max_items=24),
        Omittable,
    ] = None
    fixed_pf_absorb: Annotated[
        Sequence[FixedPFGetType] | None,
        Field(alias="fixedPFAbsorb"),
        Array(min_items=1, max_items=24),
        Omittable,
    ] = None
    fixed_pf_inject: Annotated[
        Sequence[FixedPFGetType] | None,
        Field(alias="fixedPFInject"),
        Array(min_items=1, max_items=24),
        Omittable,
    ] = None
    fixed_var: Annotated[
        Sequence[FixedVarGetType] | None,
        Field(alias="fixedVar"),
        Array(min_items=1, max_items=24),
        Omittable,
    ] = None
    freq_droop: Annotated[
        Sequence[FreqDroopGetType] | None,
        Field(alias="freqDroop"),
        Array(min_items=1, max_items=24),
        Omittable,
    ] = None
    gradient: Annotated[
        Sequence[GradientGetType] | None, Array(min_items=1, max_items=24), Omittable
    ] = None
    limit_max_discharge: Annotated[
        Sequence[LimitMaxDischargeGetType] | None,
        Field(alias="limitMaxDischarge"),
        Array(min_items=1, max_items=24),
        Omittable,
    ] = None
    request_id: Annotated[int, Field(alias="requestId")]
    tbc: Annotated[bool | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReportDERControlResponse(Model):
    """Answers ReportDERControlRequest (OCPP 2.1 part 2, Messages 1.64).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class RequestBatterySwapRequest(Model, BackOfficeRequest["RequestBatterySwapResponse"]):
    """Sent by the CSMS (S Battery Swapping; OCPP 2.1 part 2, Messages 1.65).

    Attributes:
        id_token: `idToken`: IdTokenType.
        request_id: `requestId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    request_id: Annotated[int, Field(alias="requestId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class RequestBatterySwapResponse(Model):
    """Answers RequestBatterySwapRequest (OCPP 2.1 part 2, Messages 1.65).

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


class RequestStartTransactionRequest(
    Model, BackOfficeRequest["RequestStartTransactionResponse"]
):
    """Sent by the CSMS (F Remote Control; OCPP 2.1 part 2, Messages 1.66).

    Attributes:
        evse_id: `evseId`: integer, at least 1; optional.
        group_id_token: `groupIdToken`: IdTokenType; optional.
        id_token: `idToken`: IdTokenType.
        remote_start_id: `remoteStartId`: integer.
        charging_profile: `chargingProfile`: ChargingProfileType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: Annotated[int | None, Field(alias="evseId", ge=1), Omittable] = None
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
    """Answers RequestStartTransactionRequest (OCPP 2.1 part 2, Messages 1.66).

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
    """Sent by the CSMS (F Remote Control; OCPP 2.1 part 2, Messages 1.67).

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class RequestStopTransactionResponse(Model):
    """Answers RequestStopTransactionRequest (OCPP 2.1 part 2, Messages 1.67).

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
    """Sent by the ChargingStation (H Reservation; OCPP 2.1 part 2, Messages 1.68).

    Attributes:
        reservation_id: `reservationId`: integer, at least 0.
        reservation_update_status: `reservationUpdateStatus`:
            ReservationUpdateStatusEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    reservation_id: Annotated[int, Field(alias="reservationId", ge=0)]
    reservation_update_status: Annotated[
        ReservationUpdateStatusEnumType, Field(alias="reservationUpdateStatus")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReservationStatusUpdateResponse(Model):
    """Answers ReservationStatusUpdateRequest (OCPP 2.1 part 2, Messages 1.68).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReserveNowRequest(Model, BackOfficeRequest["ReserveNowResponse"]):
    """Sent by the CSMS (H Reservation; OCPP 2.1 part 2, Messages 1.69).

    Attributes:
        id: `id`: integer, at least 0.
        expiry_date_time: `expiryDateTime`: date-time in UTC.
        connector_type: `connectorType`: text of at most 20 characters; optional.
        id_token: `idToken`: IdTokenType.
        evse_id: `evseId`: integer, at least 0; optional.
        group_id_token: `groupIdToken`: IdTokenType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[int, Field(ge=0)]
    expiry_date_time: Annotated[DateTime, Field(alias="expiryDateTime")]
    connector_type: Annotated[
        str | None, Field(alias="connectorType", max_length=20), Omittable
    ] = None
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    evse_id: Annotated[int | None, Field(alias="evseId", ge=0), Omittable] = None
    group_id_token: Annotated[
        IdTokenType | None, Field(alias="groupIdToken"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReserveNowResponse(Model):
    """Answers ReserveNowRequest (OCPP 2.1 part 2, Messages 1.69).

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
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.70).

    Attributes:
        type: `type`: ResetEnumType.
        evse_id: `evseId`: integer, at least 0; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    type: ResetEnumType
    evse_id: Annotated[int | None, Field(alias="evseId", ge=0), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ResetResponse(Model):
    """Answers ResetRequest (OCPP 2.1 part 2, Messages 1.70).

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
    """Sent by the ChargingStation (A Security; OCPP 2.1 part 2, Messages 1.71).

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
    """Answers SecurityEventNotificationRequest (OCPP 2.1 part 2, Messages 1.71).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SendLocalListRequest(Model, BackOfficeRequest["SendLocalListResponse"]):
    """Sent by the CSMS (D Local Authorization List Management).

    Defined in OCPP 2.1 part 2, Messages 1.72.

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
    """Answers SendLocalListRequest (OCPP 2.1 part 2, Messages 1.72).

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
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.73).

    Attributes:
        evse_id: `evseId`: integer, at least 0.
        charging_profile: `chargingProfile`: ChargingProfileType.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
    charging_profile: Annotated[ChargingProfileType, Field(alias="chargingProfile")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetChargingProfileResponse(Model):
    """Answers SetChargingProfileRequest (OCPP 2.1 part 2, Messages 1.73).

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


class SetDERControlRequest(Model, BackOfficeRequest["SetDERControlResponse"]):
    """Sent by the CSMS (R DER Control; OCPP 2.1 part 2, Messages 1.75).

    Attributes:
        is_default: `isDefault`: boolean.
        control_id: `controlId`: text of at most 36 characters.
        control_type: `controlType`: DERControlEnumType.
        curve: `curve`: DERCurveType; optional.
        enter_service: `enterService`: EnterServiceType; optional.
        fixed_pf_absorb: `fixedPFAbsorb`: FixedPFType; optional.
        fixed_pf_inject: `fixedPFInject`: FixedPFType; optional.
        fixed_var: `fixedVar`: FixedVarType; optional.
        freq_droop: `freqDroop`: FreqDroopType; optional.
        gradient: `gradient`: GradientType; optional.
        limit_max_discharge: `limitMaxDischarge`: LimitMaxDischargeType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    is_default: Annotated[bool, Field(alias="isDefault")]
    control_id: Annotated[str, Field(alias="controlId", max_length=36)]
    control_type: Annotated[DERControlEnumType, Field(alias="controlType")]
    curve: Annotated[DERCurveType | None, Omittable] = None
    enter_service: Annotated[
        EnterServiceType | None, Field(alias="enterService"), Omittable
    ] = None
    fixed_pf_absorb: Annotated[
        FixedPFType | None, Field(alias="fixedPFAbsorb"), Omittable
    ] = None
    fixed_pf_inject: Annotated[
        FixedPFType | None, Field(alias="fixedPFInject"), Omittable
    ] = None
    fixed_var: Annotated[FixedVarType | None, Field(alias="fixedVar"), Omittable] = None
    freq_droop: Annotated[FreqDroopType | None, Field(alias="freqDroop"), Omittable] = (
        None
    )
    gradient: Annotated[GradientType | None, Omittable] = None
    limit_max_discharge: Annotated[
        LimitMaxDischargeType | None, Field(alias="limitMaxDischarge"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetDERControlResponse(Model):
    """Answers SetDERControlRequest (OCPP 2.1 part 2, Messages 1.75).

    Attributes:
        status: `status`: DERControlStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        superseded_ids: `supersededIds`: array of text of at most 36 characters, 1 to 24
            items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: DERControlStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    superseded_ids: Annotated[
        Sequence[Annotated[str, Field(max_length=36)]] | None,
        Field(alias="supersededIds"),
        Array(min_items=1, max_items=24),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetDefaultTariffRequest(Model, BackOfficeRequest["SetDefaultTariffResponse"]):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.1 part 2, Messages 1.74).

    Attributes:
        evse_id: `evseId`: integer, at least 0.
        tariff: `tariff`: TariffType.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
    tariff: TariffType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetDefaultTariffResponse(Model):
    """Answers SetDefaultTariffRequest (OCPP 2.1 part 2, Messages 1.74).

    Attributes:
        status: `status`: TariffSetStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: TariffSetStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetDisplayMessageRequest(Model, BackOfficeRequest["SetDisplayMessageResponse"]):
    """Sent by the CSMS (O Display Message; OCPP 2.1 part 2, Messages 1.76).

    Attributes:
        message: `message`: MessageInfoType.
        custom_data: `customData`: CustomDataType; optional.
    """

    message: MessageInfoType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetDisplayMessageResponse(Model):
    """Answers SetDisplayMessageRequest (OCPP 2.1 part 2, Messages 1.76).

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
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.77).

    Attributes:
        monitoring_base: `monitoringBase`: MonitoringBaseEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    monitoring_base: Annotated[MonitoringBaseEnumType, Field(alias="monitoringBase")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetMonitoringBaseResponse(Model):
    """Answers SetMonitoringBaseRequest (OCPP 2.1 part 2, Messages 1.77).

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
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.78).

    Attributes:
        severity: `severity`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    severity: Annotated[int, Field(ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetMonitoringLevelResponse(Model):
    """Answers SetMonitoringLevelRequest (OCPP 2.1 part 2, Messages 1.78).

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
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.79).

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
    """Answers SetNetworkProfileRequest (OCPP 2.1 part 2, Messages 1.79).

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
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.80).

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
    """Answers SetVariableMonitoringRequest (OCPP 2.1 part 2, Messages 1.80).

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
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.81).

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
    """Answers SetVariablesRequest (OCPP 2.1 part 2, Messages 1.81).

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
    """Sent by the ChargingStation (A Security; OCPP 2.1 part 2, Messages 1.82).

    Attributes:
        csr: `csr`: text of at most 5500 characters, PEM.
        certificate_type: `certificateType`: CertificateSigningUseEnumType; optional.
        hash_root_certificate: `hashRootCertificate`: CertificateHashDataType; optional.
        request_id: `requestId`: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    csr: Annotated[str, Field(max_length=5500)]
    certificate_type: Annotated[
        CertificateSigningUseEnumType | None, Field(alias="certificateType"), Omittable
    ] = None
    hash_root_certificate: Annotated[
        CertificateHashDataType | None, Field(alias="hashRootCertificate"), Omittable
    ] = None
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SignCertificateResponse(Model):
    """Answers SignCertificateRequest (OCPP 2.1 part 2, Messages 1.82).

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
    """Sent by the ChargingStation (G Availability; OCPP 2.1 part 2, Messages 1.83).

    Attributes:
        timestamp: `timestamp`: date-time in UTC.
        connector_status: `connectorStatus`: ConnectorStatusEnumType.
        evse_id: `evseId`: integer, at least 0.
        connector_id: `connectorId`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    timestamp: DateTime
    connector_status: Annotated[ConnectorStatusEnumType, Field(alias="connectorStatus")]
    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
    connector_id: Annotated[int, Field(alias="connectorId", ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class StatusNotificationResponse(Model):
    """Answers StatusNotificationRequest (OCPP 2.1 part 2, Messages 1.83).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TransactionEventRequest(Model, StationRequest["TransactionEventResponse"]):
    """Sent by the ChargingStation (E Transactions; OCPP 2.1 part 2, Messages 1.84).

    Attributes:
        cost_details: `costDetails`: CostDetailsType; optional.
        event_type: `eventType`: TransactionEventEnumType.
        meter_value: `meterValue`: array of MeterValueType, at least 1 item; optional.
        timestamp: `timestamp`: date-time in UTC.
        trigger_reason: `triggerReason`: TriggerReasonEnumType.
        seq_no: `seqNo`: integer, at least 0.
        offline: `offline`: boolean; default false.
        number_of_phases_used: `numberOfPhasesUsed`: integer, 0 to 3; optional.
        cable_max_current: `cableMaxCurrent`: integer, in A; optional.
        reservation_id: `reservationId`: integer, at least 0; optional.
        preconditioning_status: `preconditioningStatus`: PreconditioningStatusEnumType;
            optional.
        evse_sleep: `evseSleep`: boolean; optional.
        transaction_info: `transactionInfo`: TransactionType.
        evse: `evse`: EVSEType; optional.
        id_token: `idToken`: IdTokenType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    cost_details: Annotated[
        CostDetailsType | None, Field(alias="costDetails"), Omittable
    ] = None
    event_type: Annotated[TransactionEventEnumType, Field(alias="eventType")]
    meter_value: Annotated[
        Sequence[MeterValueType] | None,
        Field(alias="meterValue"),
        Array(min_items=1),
        Omittable,
    ] = None
    timestamp: DateTime
    trigger_reason: Annotated[TriggerReasonEnumType, Field(alias="triggerReason")]
    seq_no: Annotated[int, Field(alias="seqNo", ge=0)]
    offline: Annotated[bool | None, Omittable] = None
    number_of_phases_used: Annotated[
        int | None, Field(alias="numberOfPhasesUsed", ge=0, le=3), Omittable
    ] = None
    cable_max_current: Annotated[
        int | None, Field(alias="cableMaxCurrent"), Omittable
    ] = None
    reservation_id: Annotated[
        int | None, Field(alias="reservationId", ge=0), Omittable
    ] = None
    preconditioning_status: Annotated[
        PreconditioningStatusEnumType | None,
        Field(alias="preconditioningStatus"),
        Omittable,
    ] = None
    evse_sleep: Annotated[bool | None, Field(alias="evseSleep"), Omittable] = None
    transaction_info: Annotated[TransactionType, Field(alias="transactionInfo")]
    evse: Annotated[EVSEType | None, Omittable] = None
    id_token: Annotated[IdTokenType | None, Field(alias="idToken"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TransactionEventResponse(Model):
    """Answers TransactionEventRequest (OCPP 2.1 part 2, Messages 1.84).

    Attributes:
        total_cost: `totalCost`: decimal, in the currency that the variable Currency
            says; optional (OCPP 2.0.1 and 2.1 part 2, Messages: CostUpdated,
            TransactionEvent).
        charging_priority: `chargingPriority`: integer; default 0.
        id_token_info: `idTokenInfo`: IdTokenInfoType; optional.
        transaction_limit: `transactionLimit`: TransactionLimitType; optional.
        updated_personal_message: `updatedPersonalMessage`: MessageContentType;
            optional.
        updated_personal_message_extra: `updatedPersonalMessageExtra`: array of
            MessageContentType, 1 to 4 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    total_cost: Annotated[float | None, Field(alias="totalCost"), Omittable] = None
    charging_priority: Annotated[
        int | None, Field(alias="chargingPriority"), Omittable
    ] = None
    id_token_info: Annotated[
        IdTokenInfoType | None, Field(alias="idTokenInfo"), Omittable
    ] = None
    transaction_limit: Annotated[
        TransactionLimitType | None, Field(alias="transactionLimit"), Omittable
    ] = None
    updated_personal_message: Annotated[
        MessageContentType | None, Field(alias="updatedPersonalMessage"), Omittable
    ] = None
    updated_personal_message_extra: Annotated[
        Sequence[MessageContentType] | None,
        Field(alias="updatedPersonalMessageExtra"),
        Array(min_items=1, max_items=4),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TriggerMessageRequest(Model, BackOfficeRequest["TriggerMessageResponse"]):
    """Sent by the CSMS (F Remote Control; OCPP 2.1 part 2, Messages 1.85).

    Attributes:
        evse: `evse`: EVSEType; optional.
        requested_message: `requestedMessage`: MessageTriggerEnumType.
        custom_trigger: `customTrigger`: text of at most 50 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse: Annotated[EVSEType | None, Omittable] = None
    requested_message: Annotated[
        MessageTriggerEnumType, Field(alias="requestedMessage")
    ]
    custom_trigger: Annotated[
        str | None, Field(alias="customTrigger", max_length=50), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TriggerMessageResponse(Model):
    """Answers TriggerMessageRequest (OCPP 2.1 part 2, Messages 1.85).

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
    """Sent by the CSMS (F Remote Control; OCPP 2.1 part 2, Messages 1.86).

    Attributes:
        evse_id: `evseId`: integer, at least 0.
        connector_id: `connectorId`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
    connector_id: Annotated[int, Field(alias="connectorId", ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UnlockConnectorResponse(Model):
    """Answers UnlockConnectorRequest (OCPP 2.1 part 2, Messages 1.86).

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
    """Sent by the CSMS (L Firmware Management; OCPP 2.1 part 2, Messages 1.87).

    Attributes:
        checksum: `checksum`: text of at most 32 characters, MD5, 32 hexadecimal digits.
        custom_data: `customData`: CustomDataType; optional.
    """

    checksum: Annotated[str, Field(max_length=32)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UnpublishFirmwareResponse(Model):
    """Answers UnpublishFirmwareRequest (OCPP 2.1 part 2, Messages 1.87).

    Attributes:
        status: `status`: UnpublishFirmwareStatusEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: UnpublishFirmwareStatusEnumType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UpdateDynamicScheduleRequest(
    Model, BackOfficeRequest["UpdateDynamicScheduleResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.88).

    Attributes:
        charging_profile_id: `chargingProfileId`: integer.
        schedule_update: `scheduleUpdate`: ChargingScheduleUpdateType.
        custom_data: `customData`: CustomDataType; optional.
    """

    charging_profile_id: Annotated[int, Field(alias="chargingProfileId")]
    schedule_update: Annotated[
        ChargingScheduleUpdateType, Field(alias="scheduleUpdate")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UpdateDynamicScheduleResponse(Model):
    """Answers UpdateDynamicScheduleRequest (OCPP 2.1 part 2, Messages 1.88).

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


class UpdateFirmwareRequest(Model, BackOfficeRequest["UpdateFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.1 part 2, Messages 1.89).

    Attributes:
        retries: `retries`: integer, at least 0; optional.
        retry_interval: `retryInterval`: integer, in s; optional.
        request_id: `requestId`: integer.
        firmware: `firmware`: FirmwareType.
        custom_data: `customData`: CustomDataType; optional.
    """

    retries: Annotated[int | None, Field(ge=0), Omittable] = None
    retry_interval: Annotated[int | None, Field(alias="retryInterval"), Omittable] = (
        None
    )
    request_id: Annotated[int, Field(alias="requestId")]
    firmware: FirmwareType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UpdateFirmwareResponse(Model):
    """Answers UpdateFirmwareRequest (OCPP 2.1 part 2, Messages 1.89).

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


class UsePriorityChargingRequest(
    Model, BackOfficeRequest["UsePriorityChargingResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.90).

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters.
        activate: `activate`: boolean.
        custom_data: `customData`: CustomDataType; optional.
    """

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    activate: bool
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UsePriorityChargingResponse(Model):
    """Answers UsePriorityChargingRequest (OCPP 2.1 part 2, Messages 1.90).

    Attributes:
        status: `status`: PriorityChargingStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: PriorityChargingStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VatNumberValidationRequest(Model, StationRequest["VatNumberValidationResponse"]):
    """Sent by the ChargingStation (C Authorization; OCPP 2.1 part 2, Messages 1.91).

    Attributes:
        vat_number: `vatNumber`: text of at most 20 characters.
        evse_id: `evseId`: integer, at least 0; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    vat_number: Annotated[str, Field(alias="vatNumber", max_length=20)]
    evse_id: Annotated[int | None, Field(alias="evseId", ge=0), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VatNumberValidationResponse(Model):
    """Answers VatNumberValidationRequest (OCPP 2.1 part 2, Messages 1.91).

    Attributes:
        company: `company`: AddressType; optional.
        status_info: `statusInfo`: StatusInfoType; optional.
        vat_number: `vatNumber`: text of at most 20 characters.
        evse_id: `evseId`: integer, at least 0; optional.
        status: `status`: GenericStatusEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    company: Annotated[AddressType | None, Omittable] = None
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    vat_number: Annotated[str, Field(alias="vatNumber", max_length=20)]
    evse_id: Annotated[int | None, Field(alias="evseId", ge=0), Omittable] = None
    status: GenericStatusEnumType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
