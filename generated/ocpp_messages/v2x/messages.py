# Generated from schemas/v2x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The messages of OCPP 2.x."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from ocpp_messages.model import (
    Array,
    BackOfficeRequest,
    DateTime,
    EitherRequest,
    Json,
    StationRequest,
    StationSend,
)
from ocpp_messages.v2x.base import Model
from ocpp_messages.v2x.datatypes import (
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
from ocpp_messages.v2x.enumerations import (
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


class AFRRSignalRequest(Model, BackOfficeRequest["AFRRSignalResponse"]):
    """Sent by the CSMS (Q Bidirectional Power Transfer).

    Defined in OCPP 2.1 part 2, Messages 1.2.

    Not in OCPP 2.0.1.

    Attributes:
        timestamp: `timestamp`: date-time in UTC.
        signal: `signal`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    timestamp: DateTime
    signal: int
    custom_data: CustomDataType | None = None


class AFRRSignalResponse(Model):
    """Answers AFRRSignalRequest. Not in OCPP 2.0.1.

    Attributes:
        status: `status`: GenericStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class AdjustPeriodicEventStreamRequest(
    Model, BackOfficeRequest["AdjustPeriodicEventStreamResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.1).

    Not in OCPP 2.0.1.

    Attributes:
        id: `id`: integer, at least 0.
        params: `params`: PeriodicEventStreamParamsType.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[int, Field(ge=0)]
    params: PeriodicEventStreamParamsType
    custom_data: CustomDataType | None = None


class AdjustPeriodicEventStreamResponse(Model):
    """Answers AdjustPeriodicEventStreamRequest. Not in OCPP 2.0.1.

    Attributes:
        status: `status`: GenericStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class AuthorizeRequest(Model, StationRequest["AuthorizeResponse"]):
    """Sent by the ChargingStation (C Authorization).

    Defined in OCPP 2.0.1 part 2, Messages 1.1; 2.1 part 2, Messages 1.3.

    Attributes:
        id_token: `idToken`: IdTokenType.
        certificate: `certificate`: text of at most 10000 characters, PEM; optional.
        iso15118_certificate_hash_data: `iso15118CertificateHashData`: array of
            OCSPRequestDataType, 1 to 4 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id_token: IdTokenType
    certificate: Annotated[str | None, Field(max_length=10000)] = None
    iso15118_certificate_hash_data: Annotated[
        Sequence[OCSPRequestDataType] | None, Array(min_items=1, max_items=4)
    ] = None
    custom_data: CustomDataType | None = None


class AuthorizeResponse(Model):
    """Answers AuthorizeRequest.

    Attributes:
        id_token_info: `idTokenInfo`: IdTokenInfoType.
        certificate_status: `certificateStatus`: AuthorizeCertificateStatusEnumType;
            optional.
        allowed_energy_transfer: `allowedEnergyTransfer` in 2.1: array of
            EnergyTransferModeEnumType, at least 1 item; optional.
        tariff: `tariff` in 2.1: TariffType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id_token_info: IdTokenInfoType
    certificate_status: AuthorizeCertificateStatusEnumType | None = None
    allowed_energy_transfer: Annotated[
        Sequence[EnergyTransferModeEnumType] | None, Array(min_items=1)
    ] = None
    tariff: TariffType | None = None
    custom_data: CustomDataType | None = None


class BatterySwapRequest(Model, StationRequest["BatterySwapResponse"]):
    """Sent by the ChargingStation (S Battery Swapping).

    Defined in OCPP 2.1 part 2, Messages 1.4.

    Not in OCPP 2.0.1.

    Attributes:
        battery_data: `batteryData`: array of BatteryDataType, at least 1 item.
        event_type: `eventType`: BatterySwapEventEnumType.
        id_token: `idToken`: IdTokenType.
        request_id: `requestId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    battery_data: Annotated[Sequence[BatteryDataType], Array(min_items=1)]
    event_type: BatterySwapEventEnumType
    id_token: IdTokenType
    request_id: int
    custom_data: CustomDataType | None = None


class BatterySwapResponse(Model):
    """Answers BatterySwapRequest. Not in OCPP 2.0.1.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class BootNotificationRequest(Model, StationRequest["BootNotificationResponse"]):
    """Sent by the ChargingStation (B Provisioning; OCPP 2.1 part 2, Messages 1.5).

    Attributes:
        charging_station: `chargingStation`: ChargingStationType.
        reason: `reason`: BootReasonEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    charging_station: ChargingStationType
    reason: BootReasonEnumType
    custom_data: CustomDataType | None = None


class BootNotificationResponse(Model):
    """Answers BootNotificationRequest.

    Attributes:
        current_time: `currentTime`: date-time in UTC.
        interval: `interval`: integer, in s.
        status: `status`: RegistrationStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    current_time: DateTime
    interval: int
    status: RegistrationStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class CancelReservationRequest(Model, BackOfficeRequest["CancelReservationResponse"]):
    """Sent by the CSMS (H Reservation; OCPP 2.1 part 2, Messages 1.6).

    Attributes:
        reservation_id: `reservationId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    reservation_id: int
    custom_data: CustomDataType | None = None


class CancelReservationResponse(Model):
    """Answers CancelReservationRequest.

    Attributes:
        status: `status`: CancelReservationStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: CancelReservationStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class CertificateSignedRequest(Model, BackOfficeRequest["CertificateSignedResponse"]):
    """Sent by the CSMS (A Security).

    Defined in OCPP 2.0.1 part 2, Messages 1.4; 2.1 part 2, Messages 1.7.

    Attributes:
        certificate_chain: `certificateChain`: text of at most 10000 characters, PEM.
        certificate_type: `certificateType`: CertificateSigningUseEnumType; optional.
        request_id: `requestId` in 2.1: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    certificate_chain: Annotated[str, Field(max_length=10000)]
    certificate_type: CertificateSigningUseEnumType | None = None
    request_id: int | None = None
    custom_data: CustomDataType | None = None


class CertificateSignedResponse(Model):
    """Answers CertificateSignedRequest.

    Attributes:
        status: `status`: CertificateSignedStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: CertificateSignedStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class ChangeAvailabilityRequest(Model, BackOfficeRequest["ChangeAvailabilityResponse"]):
    """Sent by the CSMS (G Availability; OCPP 2.1 part 2, Messages 1.8).

    Attributes:
        evse: `evse`: EVSEType; optional.
        operational_status: `operationalStatus`: OperationalStatusEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse: EVSEType | None = None
    operational_status: OperationalStatusEnumType
    custom_data: CustomDataType | None = None


class ChangeAvailabilityResponse(Model):
    """Answers ChangeAvailabilityRequest.

    Attributes:
        status: `status`: ChangeAvailabilityStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: ChangeAvailabilityStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class ChangeTransactionTariffRequest(
    Model, BackOfficeRequest["ChangeTransactionTariffResponse"]
):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.1 part 2, Messages 1.9).

    Not in OCPP 2.0.1.

    Attributes:
        tariff: `tariff`: TariffType.
        transaction_id: `transactionId`: text of at most 36 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    tariff: TariffType
    transaction_id: Annotated[str, Field(max_length=36)]
    custom_data: CustomDataType | None = None


class ChangeTransactionTariffResponse(Model):
    """Answers ChangeTransactionTariffRequest. Not in OCPP 2.0.1.

    Attributes:
        status: `status`: TariffChangeStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: TariffChangeStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class ClearCacheRequest(Model, BackOfficeRequest["ClearCacheResponse"]):
    """Sent by the CSMS (C Authorization; OCPP 2.1 part 2, Messages 1.10).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class ClearCacheResponse(Model):
    """Answers ClearCacheRequest.

    Attributes:
        status: `status`: ClearCacheStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: ClearCacheStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


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

    charging_profile_id: int | None = None
    charging_profile_criteria: ClearChargingProfileType | None = None
    custom_data: CustomDataType | None = None


class ClearChargingProfileResponse(Model):
    """Answers ClearChargingProfileRequest.

    Attributes:
        status: `status`: ClearChargingProfileStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: ClearChargingProfileStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class ClearDERControlRequest(Model, BackOfficeRequest["ClearDERControlResponse"]):
    """Sent by the CSMS (R DER Control; OCPP 2.1 part 2, Messages 1.12).

    Not in OCPP 2.0.1.

    Attributes:
        is_default: `isDefault`: boolean.
        control_type: `controlType`: DERControlEnumType; optional.
        control_id: `controlId`: text of at most 36 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    is_default: bool
    control_type: DERControlEnumType | None = None
    control_id: Annotated[str | None, Field(max_length=36)] = None
    custom_data: CustomDataType | None = None


class ClearDERControlResponse(Model):
    """Answers ClearDERControlRequest. Not in OCPP 2.0.1.

    Attributes:
        status: `status`: DERControlStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: DERControlStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class ClearDisplayMessageRequest(
    Model, BackOfficeRequest["ClearDisplayMessageResponse"]
):
    """Sent by the CSMS (O Display Message; OCPP 2.1 part 2, Messages 1.13).

    Attributes:
        id: `id`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: int
    custom_data: CustomDataType | None = None


class ClearDisplayMessageResponse(Model):
    """Answers ClearDisplayMessageRequest.

    Attributes:
        status: `status`: ClearMessageStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: ClearMessageStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class ClearTariffsRequest(Model, BackOfficeRequest["ClearTariffsResponse"]):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.1 part 2, Messages 1.15).

    Not in OCPP 2.0.1.

    Attributes:
        tariff_ids: `tariffIds`: array of text of at most 60 characters, at least 1
            item; optional.
        evse_id: `evseId`: integer, at least 0; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    tariff_ids: Annotated[
        Sequence[Annotated[str, Field(max_length=60)]] | None, Array(min_items=1)
    ] = None
    evse_id: Annotated[int | None, Field(ge=0)] = None
    custom_data: CustomDataType | None = None


class ClearTariffsResponse(Model):
    """Answers ClearTariffsRequest. Not in OCPP 2.0.1.

    Attributes:
        clear_tariffs_result: `clearTariffsResult`: array of ClearTariffsResultType, at
            least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    clear_tariffs_result: Annotated[
        Sequence[ClearTariffsResultType], Array(min_items=1)
    ]
    custom_data: CustomDataType | None = None


class ClearVariableMonitoringRequest(
    Model, BackOfficeRequest["ClearVariableMonitoringResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.16).

    Attributes:
        id: `id`: array of integer, at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[Sequence[int], Array(min_items=1)]
    custom_data: CustomDataType | None = None


class ClearVariableMonitoringResponse(Model):
    """Answers ClearVariableMonitoringRequest.

    Attributes:
        clear_monitoring_result: `clearMonitoringResult`: array of
            ClearMonitoringResultType, at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    clear_monitoring_result: Annotated[
        Sequence[ClearMonitoringResultType], Array(min_items=1)
    ]
    custom_data: CustomDataType | None = None


class ClearedChargingLimitRequest(
    Model, StationRequest["ClearedChargingLimitResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.1 part 2, Messages 1.14.

    Attributes:
        charging_limit_source: `chargingLimitSource`: text of at most 20 characters.
        evse_id: `evseId`: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    charging_limit_source: Annotated[str, Field(max_length=20)]
    evse_id: int | None = None
    custom_data: CustomDataType | None = None


class ClearedChargingLimitResponse(Model):
    """Answers ClearedChargingLimitRequest.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class ClosePeriodicEventStreamRequest(
    Model, StationRequest["ClosePeriodicEventStreamResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.17).

    Not in OCPP 2.0.1.

    Attributes:
        id: `id`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[int, Field(ge=0)]
    custom_data: CustomDataType | None = None


class ClosePeriodicEventStreamResponse(Model):
    """Answers ClosePeriodicEventStreamRequest. Not in OCPP 2.0.1.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class CostUpdatedRequest(Model, BackOfficeRequest["CostUpdatedResponse"]):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.1 part 2, Messages 1.18).

    Attributes:
        total_cost: `totalCost`: decimal, in the currency that the variable Currency
            says (OCPP 2.0.1 and 2.1 part 2, Messages: CostUpdated, TransactionEvent).
        transaction_id: `transactionId`: text of at most 36 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    total_cost: float
    transaction_id: Annotated[str, Field(max_length=36)]
    custom_data: CustomDataType | None = None


class CostUpdatedResponse(Model):
    """Answers CostUpdatedRequest.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class CustomerInformationRequest(
    Model, BackOfficeRequest["CustomerInformationResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.19).

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

    customer_certificate: CertificateHashDataType | None = None
    id_token: IdTokenType | None = None
    request_id: int
    report: bool
    clear: bool
    customer_identifier: Annotated[str | None, Field(max_length=64)] = None
    custom_data: CustomDataType | None = None


class CustomerInformationResponse(Model):
    """Answers CustomerInformationRequest.

    Attributes:
        status: `status`: CustomerInformationStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: CustomerInformationStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class DataTransferRequest(Model, EitherRequest["DataTransferResponse"]):
    """Sent by the ChargingStation or CSMS (P Data Transfer).

    Defined in OCPP 2.1 part 2, Messages 1.20.

    Attributes:
        message_id: `messageId`: text of at most 50 characters; optional.
        data: `data`: any JSON value; optional.
        vendor_id: `vendorId`: text of at most 255 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    message_id: Annotated[str | None, Field(max_length=50)] = None
    data: Json = None
    vendor_id: Annotated[str, Field(max_length=255)]
    custom_data: CustomDataType | None = None


class DataTransferResponse(Model):
    """Answers DataTransferRequest.

    Attributes:
        status: `status`: DataTransferStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        data: `data`: any JSON value; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: DataTransferStatusEnumType
    status_info: StatusInfoType | None = None
    data: Json = None
    custom_data: CustomDataType | None = None


class DeleteCertificateRequest(Model, BackOfficeRequest["DeleteCertificateResponse"]):
    """Sent by the CSMS (M Certificate Management; OCPP 2.1 part 2, Messages 1.21).

    Attributes:
        certificate_hash_data: `certificateHashData`: CertificateHashDataType.
        custom_data: `customData`: CustomDataType; optional.
    """

    certificate_hash_data: CertificateHashDataType
    custom_data: CustomDataType | None = None


class DeleteCertificateResponse(Model):
    """Answers DeleteCertificateRequest.

    Attributes:
        status: `status`: DeleteCertificateStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: DeleteCertificateStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class FirmwareStatusNotificationRequest(
    Model, StationRequest["FirmwareStatusNotificationResponse"]
):
    """Sent by the ChargingStation (L Firmware Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.15; 2.1 part 2, Messages 1.22.

    Attributes:
        status: `status`: FirmwareStatusEnumType.
        request_id: `requestId`: integer; optional.
        status_info: `statusInfo` in 2.1: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: FirmwareStatusEnumType
    request_id: int | None = None
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class FirmwareStatusNotificationResponse(Model):
    """Answers FirmwareStatusNotificationRequest.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class Get15118EVCertificateRequest(
    Model, StationRequest["Get15118EVCertificateResponse"]
):
    """Sent by the ChargingStation (M Certificate Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.16; 2.1 part 2, Messages 1.23.

    Attributes:
        iso15118_schema_version: `iso15118SchemaVersion`: text of at most 50 characters.
        action: `action`: CertificateActionEnumType.
        exi_request: `exiRequest`: text of at most 11000 characters, Base64.
        maximum_contract_certificate_chains: `maximumContractCertificateChains` in 2.1:
            integer, at least 0; optional.
        prioritized_emaids: `prioritizedEMAIDs` in 2.1: array of text of at most 255
            characters, 1 to 8 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    iso15118_schema_version: Annotated[str, Field(max_length=50)]
    action: CertificateActionEnumType
    exi_request: Annotated[str, Field(max_length=11000)]
    maximum_contract_certificate_chains: Annotated[int | None, Field(ge=0)] = None
    prioritized_emaids: Annotated[
        Sequence[Annotated[str, Field(max_length=255)]] | None,
        Array(min_items=1, max_items=8),
    ] = None
    custom_data: CustomDataType | None = None


class Get15118EVCertificateResponse(Model):
    """Answers Get15118EVCertificateRequest.

    Attributes:
        status: `status`: Iso15118EVCertificateStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        exi_response: `exiResponse`: text of at most 17000 characters, Base64.
        remaining_contracts: `remainingContracts` in 2.1: integer, at least 0; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: Iso15118EVCertificateStatusEnumType
    status_info: StatusInfoType | None = None
    exi_response: Annotated[str, Field(max_length=17000)]
    remaining_contracts: Annotated[int | None, Field(ge=0)] = None
    custom_data: CustomDataType | None = None


class GetBaseReportRequest(Model, BackOfficeRequest["GetBaseReportResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.24).

    Attributes:
        request_id: `requestId`: integer.
        report_base: `reportBase`: ReportBaseEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    request_id: int
    report_base: ReportBaseEnumType
    custom_data: CustomDataType | None = None


class GetBaseReportResponse(Model):
    """Answers GetBaseReportRequest.

    Attributes:
        status: `status`: GenericDeviceModelStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericDeviceModelStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class GetCertificateChainStatusRequest(
    Model, StationRequest["GetCertificateChainStatusResponse"]
):
    """Sent by the ChargingStation (M Certificate Management).

    Defined in OCPP 2.1 part 2, Messages 1.25.

    Not in OCPP 2.0.1.

    Attributes:
        certificate_status_requests: `certificateStatusRequests`: array of
            CertificateStatusRequestInfoType, 1 to 4 items.
        custom_data: `customData`: CustomDataType; optional.
    """

    certificate_status_requests: Annotated[
        Sequence[CertificateStatusRequestInfoType], Array(min_items=1, max_items=4)
    ]
    custom_data: CustomDataType | None = None


class GetCertificateChainStatusResponse(Model):
    """Answers GetCertificateChainStatusRequest. Not in OCPP 2.0.1.

    Attributes:
        certificate_status: `certificateStatus`: array of CertificateStatusType, 1 to 4
            items.
        custom_data: `customData`: CustomDataType; optional.
    """

    certificate_status: Annotated[
        Sequence[CertificateStatusType], Array(min_items=1, max_items=4)
    ]
    custom_data: CustomDataType | None = None


class GetCertificateStatusRequest(
    Model, StationRequest["GetCertificateStatusResponse"]
):
    """Sent by the ChargingStation (M Certificate Management).

    Defined in OCPP 2.1 part 2, Messages 1.26.

    Attributes:
        ocsp_request_data: `ocspRequestData`: OCSPRequestDataType.
        custom_data: `customData`: CustomDataType; optional.
    """

    ocsp_request_data: OCSPRequestDataType
    custom_data: CustomDataType | None = None


class GetCertificateStatusResponse(Model):
    """Answers GetCertificateStatusRequest.

    Attributes:
        status: `status`: GetCertificateStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        ocsp_result: `ocspResult`: text of at most 18000 characters, Base64; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GetCertificateStatusEnumType
    status_info: StatusInfoType | None = None
    ocsp_result: Annotated[str | None, Field(max_length=18000)] = None
    custom_data: CustomDataType | None = None


class GetChargingProfilesRequest(
    Model, BackOfficeRequest["GetChargingProfilesResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.27).

    Attributes:
        request_id: `requestId`: integer.
        evse_id: `evseId`: integer; optional.
        charging_profile: `chargingProfile`: ChargingProfileCriterionType.
        custom_data: `customData`: CustomDataType; optional.
    """

    request_id: int
    evse_id: int | None = None
    charging_profile: ChargingProfileCriterionType
    custom_data: CustomDataType | None = None


class GetChargingProfilesResponse(Model):
    """Answers GetChargingProfilesRequest.

    Attributes:
        status: `status`: GetChargingProfileStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GetChargingProfileStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class GetCompositeScheduleRequest(
    Model, BackOfficeRequest["GetCompositeScheduleResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.28).

    Attributes:
        duration: `duration`: integer, in s.
        charging_rate_unit: `chargingRateUnit`: ChargingRateUnitEnumType; optional.
        evse_id: `evseId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    duration: int
    charging_rate_unit: ChargingRateUnitEnumType | None = None
    evse_id: int
    custom_data: CustomDataType | None = None


class GetCompositeScheduleResponse(Model):
    """Answers GetCompositeScheduleRequest.

    Attributes:
        status: `status`: GenericStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        schedule: `schedule`: CompositeScheduleType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericStatusEnumType
    status_info: StatusInfoType | None = None
    schedule: CompositeScheduleType | None = None
    custom_data: CustomDataType | None = None


class GetDERControlRequest(Model, BackOfficeRequest["GetDERControlResponse"]):
    """Sent by the CSMS (R DER Control; OCPP 2.1 part 2, Messages 1.29).

    Not in OCPP 2.0.1.

    Attributes:
        request_id: `requestId`: integer.
        is_default: `isDefault`: boolean; optional.
        control_type: `controlType`: DERControlEnumType; optional.
        control_id: `controlId`: text of at most 36 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    request_id: int
    is_default: bool | None = None
    control_type: DERControlEnumType | None = None
    control_id: Annotated[str | None, Field(max_length=36)] = None
    custom_data: CustomDataType | None = None


class GetDERControlResponse(Model):
    """Answers GetDERControlRequest. Not in OCPP 2.0.1.

    Attributes:
        status: `status`: DERControlStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: DERControlStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class GetDisplayMessagesRequest(Model, BackOfficeRequest["GetDisplayMessagesResponse"]):
    """Sent by the CSMS (O Display Message; OCPP 2.1 part 2, Messages 1.30).

    Attributes:
        id: `id`: array of integer, at least 1 item; optional.
        request_id: `requestId`: integer.
        priority: `priority`: MessagePriorityEnumType; optional.
        state: `state`: MessageStateEnumType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[Sequence[int] | None, Array(min_items=1)] = None
    request_id: int
    priority: MessagePriorityEnumType | None = None
    state: MessageStateEnumType | None = None
    custom_data: CustomDataType | None = None


class GetDisplayMessagesResponse(Model):
    """Answers GetDisplayMessagesRequest.

    Attributes:
        status: `status`: GetDisplayMessagesStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GetDisplayMessagesStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


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
        Sequence[GetCertificateIdUseEnumType] | None, Array(min_items=1)
    ] = None
    custom_data: CustomDataType | None = None


class GetInstalledCertificateIdsResponse(Model):
    """Answers GetInstalledCertificateIdsRequest.

    Attributes:
        status: `status`: GetInstalledCertificateStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        certificate_hash_data_chain: `certificateHashDataChain`: array of
            CertificateHashDataChainType, at least 1 item; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GetInstalledCertificateStatusEnumType
    status_info: StatusInfoType | None = None
    certificate_hash_data_chain: Annotated[
        Sequence[CertificateHashDataChainType] | None, Array(min_items=1)
    ] = None
    custom_data: CustomDataType | None = None


class GetLocalListVersionRequest(
    Model, BackOfficeRequest["GetLocalListVersionResponse"]
):
    """Sent by the CSMS (D Local Authorization List Management).

    Defined in OCPP 2.1 part 2, Messages 1.32.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class GetLocalListVersionResponse(Model):
    """Answers GetLocalListVersionRequest.

    Attributes:
        version_number: `versionNumber`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    version_number: int
    custom_data: CustomDataType | None = None


class GetLogRequest(Model, BackOfficeRequest["GetLogResponse"]):
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.33).

    Attributes:
        log: `log`: LogParametersType.
        log_type: `logType`: LogEnumType.
        request_id: `requestId`: integer.
        retries: `retries`: integer; optional.
        retry_interval: `retryInterval`: integer, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    log: LogParametersType
    log_type: LogEnumType
    request_id: int
    retries: int | None = None
    retry_interval: int | None = None
    custom_data: CustomDataType | None = None


class GetLogResponse(Model):
    """Answers GetLogRequest.

    Attributes:
        status: `status`: LogStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        filename: `filename`: text of at most 255 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: LogStatusEnumType
    status_info: StatusInfoType | None = None
    filename: Annotated[str | None, Field(max_length=255)] = None
    custom_data: CustomDataType | None = None


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
        Sequence[ComponentVariableType] | None, Array(min_items=1)
    ] = None
    request_id: int
    monitoring_criteria: Annotated[
        Sequence[MonitoringCriterionEnumType] | None, Array(min_items=1, max_items=3)
    ] = None
    custom_data: CustomDataType | None = None


class GetMonitoringReportResponse(Model):
    """Answers GetMonitoringReportRequest.

    Attributes:
        status: `status`: GenericDeviceModelStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericDeviceModelStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class GetPeriodicEventStreamRequest(
    Model, BackOfficeRequest["GetPeriodicEventStreamResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.35).

    Not in OCPP 2.0.1.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class GetPeriodicEventStreamResponse(Model):
    """Answers GetPeriodicEventStreamRequest. Not in OCPP 2.0.1.

    Attributes:
        constant_stream_data: `constantStreamData`: array of ConstantStreamDataType, at
            least 1 item; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    constant_stream_data: Annotated[
        Sequence[ConstantStreamDataType] | None, Array(min_items=1)
    ] = None
    custom_data: CustomDataType | None = None


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
        Sequence[ComponentVariableType] | None, Array(min_items=1)
    ] = None
    request_id: int
    component_criteria: Annotated[
        Sequence[ComponentCriterionEnumType] | None, Array(min_items=1, max_items=4)
    ] = None
    custom_data: CustomDataType | None = None


class GetReportResponse(Model):
    """Answers GetReportRequest.

    Attributes:
        status: `status`: GenericDeviceModelStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericDeviceModelStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class GetTariffsRequest(Model, BackOfficeRequest["GetTariffsResponse"]):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.1 part 2, Messages 1.37).

    Not in OCPP 2.0.1.

    Attributes:
        evse_id: `evseId`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: Annotated[int, Field(ge=0)]
    custom_data: CustomDataType | None = None


class GetTariffsResponse(Model):
    """Answers GetTariffsRequest. Not in OCPP 2.0.1.

    Attributes:
        status: `status`: TariffGetStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        tariff_assignments: `tariffAssignments`: array of TariffAssignmentType, at least
            1 item; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: TariffGetStatusEnumType
    status_info: StatusInfoType | None = None
    tariff_assignments: Annotated[
        Sequence[TariffAssignmentType] | None, Array(min_items=1)
    ] = None
    custom_data: CustomDataType | None = None


class GetTransactionStatusRequest(
    Model, BackOfficeRequest["GetTransactionStatusResponse"]
):
    """Sent by the CSMS (E Transactions; OCPP 2.1 part 2, Messages 1.38).

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    transaction_id: Annotated[str | None, Field(max_length=36)] = None
    custom_data: CustomDataType | None = None


class GetTransactionStatusResponse(Model):
    """Answers GetTransactionStatusRequest.

    Attributes:
        ongoing_indicator: `ongoingIndicator`: boolean; optional.
        messages_in_queue: `messagesInQueue`: boolean.
        custom_data: `customData`: CustomDataType; optional.
    """

    ongoing_indicator: bool | None = None
    messages_in_queue: bool
    custom_data: CustomDataType | None = None


class GetVariablesRequest(Model, BackOfficeRequest["GetVariablesResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.39).

    Attributes:
        get_variable_data: `getVariableData`: array of GetVariableDataType, at least 1
            item.
        custom_data: `customData`: CustomDataType; optional.
    """

    get_variable_data: Annotated[Sequence[GetVariableDataType], Array(min_items=1)]
    custom_data: CustomDataType | None = None


class GetVariablesResponse(Model):
    """Answers GetVariablesRequest.

    Attributes:
        get_variable_result: `getVariableResult`: array of GetVariableResultType, at
            least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    get_variable_result: Annotated[Sequence[GetVariableResultType], Array(min_items=1)]
    custom_data: CustomDataType | None = None


class HeartbeatRequest(Model, StationRequest["HeartbeatResponse"]):
    """Sent by the ChargingStation (G Availability; OCPP 2.1 part 2, Messages 1.40).

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class HeartbeatResponse(Model):
    """Answers HeartbeatRequest.

    Attributes:
        current_time: `currentTime`: date-time in UTC.
        custom_data: `customData`: CustomDataType; optional.
    """

    current_time: DateTime
    custom_data: CustomDataType | None = None


class InstallCertificateRequest(Model, BackOfficeRequest["InstallCertificateResponse"]):
    """Sent by the CSMS (M Certificate Management; OCPP 2.1 part 2, Messages 1.41).

    Attributes:
        certificate_type: `certificateType`: InstallCertificateUseEnumType.
        certificate: `certificate`: text of at most 10000 characters, PEM.
        custom_data: `customData`: CustomDataType; optional.
    """

    certificate_type: InstallCertificateUseEnumType
    certificate: Annotated[str, Field(max_length=10000)]
    custom_data: CustomDataType | None = None


class InstallCertificateResponse(Model):
    """Answers InstallCertificateRequest.

    Attributes:
        status: `status`: InstallCertificateStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: InstallCertificateStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class LogStatusNotificationRequest(
    Model, StationRequest["LogStatusNotificationResponse"]
):
    """Sent by the ChargingStation (N Diagnostics).

    Defined in OCPP 2.0.1 part 2, Messages 1.31; 2.1 part 2, Messages 1.42.

    Attributes:
        status: `status`: UploadLogStatusEnumType.
        request_id: `requestId`: integer; optional.
        status_info: `statusInfo` in 2.1: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: UploadLogStatusEnumType
    request_id: int | None = None
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class LogStatusNotificationResponse(Model):
    """Answers LogStatusNotificationRequest.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class MeterValuesRequest(Model, StationRequest["MeterValuesResponse"]):
    """Sent by the ChargingStation (J Meter Values; OCPP 2.1 part 2, Messages 1.43).

    Attributes:
        evse_id: `evseId`: integer.
        meter_value: `meterValue`: array of MeterValueType, at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: int
    meter_value: Annotated[Sequence[MeterValueType], Array(min_items=1)]
    custom_data: CustomDataType | None = None


class MeterValuesResponse(Model):
    """Answers MeterValuesRequest.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class NotifyAllowedEnergyTransferRequest(
    Model, BackOfficeRequest["NotifyAllowedEnergyTransferResponse"]
):
    """Sent by the CSMS (Q Bidirectional Power Transfer).

    Defined in OCPP 2.1 part 2, Messages 1.44.

    Not in OCPP 2.0.1.

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters.
        allowed_energy_transfer: `allowedEnergyTransfer`: array of
            EnergyTransferModeEnumType, at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    transaction_id: Annotated[str, Field(max_length=36)]
    allowed_energy_transfer: Annotated[
        Sequence[EnergyTransferModeEnumType], Array(min_items=1)
    ]
    custom_data: CustomDataType | None = None


class NotifyAllowedEnergyTransferResponse(Model):
    """Answers NotifyAllowedEnergyTransferRequest. Not in OCPP 2.0.1.

    Attributes:
        status: `status`: NotifyAllowedEnergyTransferStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: NotifyAllowedEnergyTransferStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class NotifyChargingLimitRequest(Model, StationRequest["NotifyChargingLimitResponse"]):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.1 part 2, Messages 1.45.

    Attributes:
        charging_schedule: `chargingSchedule`: array of ChargingScheduleType, at least 1
            item; optional.
        evse_id: `evseId`: integer; optional.
        charging_limit: `chargingLimit`: ChargingLimitType.
        custom_data: `customData`: CustomDataType; optional.
    """

    charging_schedule: Annotated[
        Sequence[ChargingScheduleType] | None, Array(min_items=1)
    ] = None
    evse_id: int | None = None
    charging_limit: ChargingLimitType
    custom_data: CustomDataType | None = None


class NotifyChargingLimitResponse(Model):
    """Answers NotifyChargingLimitRequest.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class NotifyCustomerInformationRequest(
    Model, StationRequest["NotifyCustomerInformationResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.46).

    Attributes:
        data: `data`: text of at most 512 characters.
        tbc: `tbc`: boolean; default false.
        seq_no: `seqNo`: integer.
        generated_at: `generatedAt`: date-time in UTC.
        request_id: `requestId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    data: Annotated[str, Field(max_length=512)]
    tbc: bool | None = None
    seq_no: int
    generated_at: DateTime
    request_id: int
    custom_data: CustomDataType | None = None


class NotifyCustomerInformationResponse(Model):
    """Answers NotifyCustomerInformationRequest.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class NotifyDERAlarmRequest(Model, StationRequest["NotifyDERAlarmResponse"]):
    """Sent by the ChargingStation (R DER Control; OCPP 2.1 part 2, Messages 1.47).

    Not in OCPP 2.0.1.

    Attributes:
        control_type: `controlType`: DERControlEnumType.
        grid_event_fault: `gridEventFault`: GridEventFaultEnumType; optional.
        alarm_ended: `alarmEnded`: boolean; optional.
        timestamp: `timestamp`: date-time in UTC.
        extra_info: `extraInfo`: text of at most 200 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    control_type: DERControlEnumType
    grid_event_fault: GridEventFaultEnumType | None = None
    alarm_ended: bool | None = None
    timestamp: DateTime
    extra_info: Annotated[str | None, Field(max_length=200)] = None
    custom_data: CustomDataType | None = None


class NotifyDERAlarmResponse(Model):
    """Answers NotifyDERAlarmRequest. Not in OCPP 2.0.1.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class NotifyDERStartStopRequest(Model, StationRequest["NotifyDERStartStopResponse"]):
    """Sent by the ChargingStation (R DER Control; OCPP 2.1 part 2, Messages 1.48).

    Not in OCPP 2.0.1.

    Attributes:
        control_id: `controlId`: text of at most 36 characters.
        started: `started`: boolean.
        timestamp: `timestamp`: date-time in UTC.
        superseded_ids: `supersededIds`: array of text of at most 36 characters, 1 to 24
            items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    control_id: Annotated[str, Field(max_length=36)]
    started: bool
    timestamp: DateTime
    superseded_ids: Annotated[
        Sequence[Annotated[str, Field(max_length=36)]] | None,
        Array(min_items=1, max_items=24),
    ] = None
    custom_data: CustomDataType | None = None


class NotifyDERStartStopResponse(Model):
    """Answers NotifyDERStartStopRequest. Not in OCPP 2.0.1.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


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

    message_info: Annotated[Sequence[MessageInfoType] | None, Array(min_items=1)] = None
    request_id: int
    tbc: bool | None = None
    custom_data: CustomDataType | None = None


class NotifyDisplayMessagesResponse(Model):
    """Answers NotifyDisplayMessagesRequest.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class NotifyEVChargingNeedsRequest(
    Model, StationRequest["NotifyEVChargingNeedsResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0.1 part 2, Messages 1.36; 2.1 part 2, Messages 1.50.

    Attributes:
        evse_id: `evseId`: integer.
        max_schedule_tuples: `maxScheduleTuples`: integer; optional.
        charging_needs: `chargingNeeds`: ChargingNeedsType.
        timestamp: `timestamp` in 2.1: date-time in UTC; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: int
    max_schedule_tuples: int | None = None
    charging_needs: ChargingNeedsType
    timestamp: DateTime | None = None
    custom_data: CustomDataType | None = None


class NotifyEVChargingNeedsResponse(Model):
    """Answers NotifyEVChargingNeedsRequest.

    Attributes:
        status: `status`: NotifyEVChargingNeedsStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: NotifyEVChargingNeedsStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class NotifyEVChargingScheduleRequest(
    Model, StationRequest["NotifyEVChargingScheduleResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.0.1 part 2, Messages 1.37; 2.1 part 2, Messages 1.51.

    Attributes:
        time_base: `timeBase`: date-time in UTC.
        charging_schedule: `chargingSchedule`: ChargingScheduleType.
        evse_id: `evseId`: integer.
        selected_charging_schedule_id: `selectedChargingScheduleId` in 2.1: integer, at
            least 0; optional.
        power_tolerance_acceptance: `powerToleranceAcceptance` in 2.1: boolean;
            optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    time_base: DateTime
    charging_schedule: ChargingScheduleType
    evse_id: int
    selected_charging_schedule_id: Annotated[int | None, Field(ge=0)] = None
    power_tolerance_acceptance: bool | None = None
    custom_data: CustomDataType | None = None


class NotifyEVChargingScheduleResponse(Model):
    """Answers NotifyEVChargingScheduleRequest.

    Attributes:
        status: `status`: GenericStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class NotifyEventRequest(Model, StationRequest["NotifyEventResponse"]):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.52).

    Attributes:
        generated_at: `generatedAt`: date-time in UTC.
        tbc: `tbc`: boolean; default false.
        seq_no: `seqNo`: integer.
        event_data: `eventData`: array of EventDataType, at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    generated_at: DateTime
    tbc: bool | None = None
    seq_no: int
    event_data: Annotated[Sequence[EventDataType], Array(min_items=1)]
    custom_data: CustomDataType | None = None


class NotifyEventResponse(Model):
    """Answers NotifyEventRequest.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class NotifyMonitoringReportRequest(
    Model, StationRequest["NotifyMonitoringReportResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.53).

    Attributes:
        monitor: `monitor`: array of MonitoringDataType, at least 1 item; optional.
        request_id: `requestId`: integer.
        tbc: `tbc`: boolean; default false.
        seq_no: `seqNo`: integer.
        generated_at: `generatedAt`: date-time in UTC.
        custom_data: `customData`: CustomDataType; optional.
    """

    monitor: Annotated[Sequence[MonitoringDataType] | None, Array(min_items=1)] = None
    request_id: int
    tbc: bool | None = None
    seq_no: int
    generated_at: DateTime
    custom_data: CustomDataType | None = None


class NotifyMonitoringReportResponse(Model):
    """Answers NotifyMonitoringReportRequest.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class NotifyPeriodicEventStream(Model, StationSend):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.54).

    Not in OCPP 2.0.1.

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
    custom_data: CustomDataType | None = None


class NotifyPriorityChargingRequest(
    Model, StationRequest["NotifyPriorityChargingResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.1 part 2, Messages 1.55.

    Not in OCPP 2.0.1.

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters.
        activated: `activated`: boolean.
        custom_data: `customData`: CustomDataType; optional.
    """

    transaction_id: Annotated[str, Field(max_length=36)]
    activated: bool
    custom_data: CustomDataType | None = None


class NotifyPriorityChargingResponse(Model):
    """Answers NotifyPriorityChargingRequest. Not in OCPP 2.0.1.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class NotifyReportRequest(Model, StationRequest["NotifyReportResponse"]):
    """Sent by the ChargingStation (B Provisioning; OCPP 2.1 part 2, Messages 1.56).

    Attributes:
        request_id: `requestId`: integer.
        generated_at: `generatedAt`: date-time in UTC.
        report_data: `reportData`: array of ReportDataType, at least 1 item; optional.
        tbc: `tbc`: boolean; default false.
        seq_no: `seqNo`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    request_id: int
    generated_at: DateTime
    report_data: Annotated[Sequence[ReportDataType] | None, Array(min_items=1)] = None
    tbc: bool | None = None
    seq_no: int
    custom_data: CustomDataType | None = None


class NotifyReportResponse(Model):
    """Answers NotifyReportRequest.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class NotifySettlementRequest(Model, StationRequest["NotifySettlementResponse"]):
    """Sent by the ChargingStation (C Authorization; OCPP 2.1 part 2, Messages 1.57).

    Not in OCPP 2.0.1.

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

    transaction_id: Annotated[str | None, Field(max_length=36)] = None
    psp_ref: Annotated[str, Field(max_length=255)]
    status: PaymentStatusEnumType
    status_info: Annotated[str | None, Field(max_length=500)] = None
    settlement_amount: float
    settlement_time: DateTime
    receipt_id: Annotated[str | None, Field(max_length=50)] = None
    receipt_url: Annotated[str | None, Field(max_length=2000)] = None
    vat_company: AddressType | None = None
    vat_number: Annotated[str | None, Field(max_length=20)] = None
    custom_data: CustomDataType | None = None


class NotifySettlementResponse(Model):
    """Answers NotifySettlementRequest. Not in OCPP 2.0.1.

    Attributes:
        receipt_url: `receiptUrl`: text of at most 2000 characters, a URL; optional.
        receipt_id: `receiptId`: text of at most 50 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    receipt_url: Annotated[str | None, Field(max_length=2000)] = None
    receipt_id: Annotated[str | None, Field(max_length=50)] = None
    custom_data: CustomDataType | None = None


class NotifyWebPaymentStartedRequest(
    Model, BackOfficeRequest["NotifyWebPaymentStartedResponse"]
):
    """Sent by the CSMS (C Authorization; OCPP 2.1 part 2, Messages 1.58).

    Not in OCPP 2.0.1.

    Attributes:
        evse_id: `evseId`: integer, at least 0.
        timeout: `timeout`: integer, in s.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: Annotated[int, Field(ge=0)]
    timeout: int
    custom_data: CustomDataType | None = None


class NotifyWebPaymentStartedResponse(Model):
    """Answers NotifyWebPaymentStartedRequest. Not in OCPP 2.0.1.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class OpenPeriodicEventStreamRequest(
    Model, StationRequest["OpenPeriodicEventStreamResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.59).

    Not in OCPP 2.0.1.

    Attributes:
        constant_stream_data: `constantStreamData`: ConstantStreamDataType.
        custom_data: `customData`: CustomDataType; optional.
    """

    constant_stream_data: ConstantStreamDataType
    custom_data: CustomDataType | None = None


class OpenPeriodicEventStreamResponse(Model):
    """Answers OpenPeriodicEventStreamRequest. Not in OCPP 2.0.1.

    Attributes:
        status: `status`: GenericStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class PublishFirmwareRequest(Model, BackOfficeRequest["PublishFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.1 part 2, Messages 1.60).

    Attributes:
        location: `location`: text of at most 2000 characters, a URI.
        retries: `retries`: integer; optional.
        checksum: `checksum`: text of at most 32 characters, MD5, 32 hexadecimal digits.
        request_id: `requestId`: integer.
        retry_interval: `retryInterval`: integer, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    location: Annotated[str, Field(max_length=2000)]
    retries: int | None = None
    checksum: Annotated[str, Field(max_length=32)]
    request_id: int
    retry_interval: int | None = None
    custom_data: CustomDataType | None = None


class PublishFirmwareResponse(Model):
    """Answers PublishFirmwareRequest.

    Attributes:
        status: `status`: GenericStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class PublishFirmwareStatusNotificationRequest(
    Model, StationRequest["PublishFirmwareStatusNotificationResponse"]
):
    """Sent by the ChargingStation (L Firmware Management).

    Defined in OCPP 2.0.1 part 2, Messages 1.42; 2.1 part 2, Messages 1.61.

    Attributes:
        status: `status`: PublishFirmwareStatusEnumType.
        location: `location`: array of text of at most 2000 characters, at least 1 item,
            a URI; optional.
        request_id: `requestId`: integer; optional.
        status_info: `statusInfo` in 2.1: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: PublishFirmwareStatusEnumType
    location: Annotated[
        Sequence[Annotated[str, Field(max_length=2000)]] | None, Array(min_items=1)
    ] = None
    request_id: int | None = None
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class PublishFirmwareStatusNotificationResponse(Model):
    """Answers PublishFirmwareStatusNotificationRequest.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class PullDynamicScheduleUpdateRequest(
    Model, StationRequest["PullDynamicScheduleUpdateResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.1 part 2, Messages 1.62.

    Not in OCPP 2.0.1.

    Attributes:
        charging_profile_id: `chargingProfileId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    charging_profile_id: int
    custom_data: CustomDataType | None = None


class PullDynamicScheduleUpdateResponse(Model):
    """Answers PullDynamicScheduleUpdateRequest. Not in OCPP 2.0.1.

    Attributes:
        schedule_update: `scheduleUpdate`: ChargingScheduleUpdateType; optional.
        status: `status`: ChargingProfileStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    schedule_update: ChargingScheduleUpdateType | None = None
    status: ChargingProfileStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


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
        evse_id: `evseId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    request_id: int
    charging_limit_source: Annotated[str, Field(max_length=20)]
    charging_profile: Annotated[Sequence[ChargingProfileType], Array(min_items=1)]
    tbc: bool | None = None
    evse_id: int
    custom_data: CustomDataType | None = None


class ReportChargingProfilesResponse(Model):
    """Answers ReportChargingProfilesRequest.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class ReportDERControlRequest(Model, StationRequest["ReportDERControlResponse"]):
    """Sent by the ChargingStation (R DER Control; OCPP 2.1 part 2, Messages 1.64).

    Not in OCPP 2.0.1.

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
        Sequence[DERCurveGetType] | None, Array(min_items=1, max_items=24)
    ] = None
    enter_service: Annotated[
        Sequence[EnterServiceGetType] | None, Array(min_items=1, max_items=24)
    ] = None
    fixed_pf_absorb: Annotated[
        Sequence[FixedPFGetType] | None, Array(min_items=1, max_items=24)
    ] = None
    fixed_pf_inject: Annotated[
        Sequence[FixedPFGetType] | None, Array(min_items=1, max_items=24)
    ] = None
    fixed_var: Annotated[
        Sequence[FixedVarGetType] | None, Array(min_items=1, max_items=24)
    ] = None
    freq_droop: Annotated[
        Sequence[FreqDroopGetType] | None, Array(min_items=1, max_items=24)
    ] = None
    gradient: Annotated[
        Sequence[GradientGetType] | None, Array(min_items=1, max_items=24)
    ] = None
    limit_max_discharge: Annotated[
        Sequence[LimitMaxDischargeGetType] | None, Array(min_items=1, max_items=24)
    ] = None
    request_id: int
    tbc: bool | None = None
    custom_data: CustomDataType | None = None


class ReportDERControlResponse(Model):
    """Answers ReportDERControlRequest. Not in OCPP 2.0.1.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class RequestBatterySwapRequest(Model, BackOfficeRequest["RequestBatterySwapResponse"]):
    """Sent by the CSMS (S Battery Swapping; OCPP 2.1 part 2, Messages 1.65).

    Not in OCPP 2.0.1.

    Attributes:
        id_token: `idToken`: IdTokenType.
        request_id: `requestId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    id_token: IdTokenType
    request_id: int
    custom_data: CustomDataType | None = None


class RequestBatterySwapResponse(Model):
    """Answers RequestBatterySwapRequest. Not in OCPP 2.0.1.

    Attributes:
        status: `status`: GenericStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class RequestStartTransactionRequest(
    Model, BackOfficeRequest["RequestStartTransactionResponse"]
):
    """Sent by the CSMS (F Remote Control; OCPP 2.1 part 2, Messages 1.66).

    Attributes:
        evse_id: `evseId`: integer; optional.
        group_id_token: `groupIdToken`: IdTokenType; optional.
        id_token: `idToken`: IdTokenType.
        remote_start_id: `remoteStartId`: integer.
        charging_profile: `chargingProfile`: ChargingProfileType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: int | None = None
    group_id_token: IdTokenType | None = None
    id_token: IdTokenType
    remote_start_id: int
    charging_profile: ChargingProfileType | None = None
    custom_data: CustomDataType | None = None


class RequestStartTransactionResponse(Model):
    """Answers RequestStartTransactionRequest.

    Attributes:
        status: `status`: RequestStartStopStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        transaction_id: `transactionId`: text of at most 36 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: RequestStartStopStatusEnumType
    status_info: StatusInfoType | None = None
    transaction_id: Annotated[str | None, Field(max_length=36)] = None
    custom_data: CustomDataType | None = None


class RequestStopTransactionRequest(
    Model, BackOfficeRequest["RequestStopTransactionResponse"]
):
    """Sent by the CSMS (F Remote Control; OCPP 2.1 part 2, Messages 1.67).

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    transaction_id: Annotated[str, Field(max_length=36)]
    custom_data: CustomDataType | None = None


class RequestStopTransactionResponse(Model):
    """Answers RequestStopTransactionRequest.

    Attributes:
        status: `status`: RequestStartStopStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: RequestStartStopStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class ReservationStatusUpdateRequest(
    Model, StationRequest["ReservationStatusUpdateResponse"]
):
    """Sent by the ChargingStation (H Reservation; OCPP 2.1 part 2, Messages 1.68).

    Attributes:
        reservation_id: `reservationId`: integer.
        reservation_update_status: `reservationUpdateStatus`:
            ReservationUpdateStatusEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    reservation_id: int
    reservation_update_status: ReservationUpdateStatusEnumType
    custom_data: CustomDataType | None = None


class ReservationStatusUpdateResponse(Model):
    """Answers ReservationStatusUpdateRequest.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class ReserveNowRequest(Model, BackOfficeRequest["ReserveNowResponse"]):
    """Sent by the CSMS (H Reservation; OCPP 2.1 part 2, Messages 1.69).

    Attributes:
        id: `id`: integer.
        expiry_date_time: `expiryDateTime`: date-time in UTC.
        connector_type: `connectorType`: text of at most 20 characters; optional.
        id_token: `idToken`: IdTokenType.
        evse_id: `evseId`: integer; optional.
        group_id_token: `groupIdToken`: IdTokenType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: int
    expiry_date_time: DateTime
    connector_type: Annotated[str | None, Field(max_length=20)] = None
    id_token: IdTokenType
    evse_id: int | None = None
    group_id_token: IdTokenType | None = None
    custom_data: CustomDataType | None = None


class ReserveNowResponse(Model):
    """Answers ReserveNowRequest.

    Attributes:
        status: `status`: ReserveNowStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: ReserveNowStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class ResetRequest(Model, BackOfficeRequest["ResetResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.70).

    Attributes:
        type: `type`: ResetEnumType.
        evse_id: `evseId`: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    type: ResetEnumType
    evse_id: int | None = None
    custom_data: CustomDataType | None = None


class ResetResponse(Model):
    """Answers ResetRequest.

    Attributes:
        status: `status`: ResetStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: ResetStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


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
    tech_info: Annotated[str | None, Field(max_length=255)] = None
    custom_data: CustomDataType | None = None


class SecurityEventNotificationResponse(Model):
    """Answers SecurityEventNotificationRequest.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


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
        Sequence[AuthorizationData] | None, Array(min_items=1)
    ] = None
    version_number: int
    update_type: UpdateEnumType
    custom_data: CustomDataType | None = None


class SendLocalListResponse(Model):
    """Answers SendLocalListRequest.

    Attributes:
        status: `status`: SendLocalListStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: SendLocalListStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class SetChargingProfileRequest(Model, BackOfficeRequest["SetChargingProfileResponse"]):
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.73).

    Attributes:
        evse_id: `evseId`: integer.
        charging_profile: `chargingProfile`: ChargingProfileType.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: int
    charging_profile: ChargingProfileType
    custom_data: CustomDataType | None = None


class SetChargingProfileResponse(Model):
    """Answers SetChargingProfileRequest.

    Attributes:
        status: `status`: ChargingProfileStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: ChargingProfileStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class SetDERControlRequest(Model, BackOfficeRequest["SetDERControlResponse"]):
    """Sent by the CSMS (R DER Control; OCPP 2.1 part 2, Messages 1.75).

    Not in OCPP 2.0.1.

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

    is_default: bool
    control_id: Annotated[str, Field(max_length=36)]
    control_type: DERControlEnumType
    curve: DERCurveType | None = None
    enter_service: EnterServiceType | None = None
    fixed_pf_absorb: FixedPFType | None = None
    fixed_pf_inject: FixedPFType | None = None
    fixed_var: FixedVarType | None = None
    freq_droop: FreqDroopType | None = None
    gradient: GradientType | None = None
    limit_max_discharge: LimitMaxDischargeType | None = None
    custom_data: CustomDataType | None = None


class SetDERControlResponse(Model):
    """Answers SetDERControlRequest. Not in OCPP 2.0.1.

    Attributes:
        status: `status`: DERControlStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        superseded_ids: `supersededIds`: array of text of at most 36 characters, 1 to 24
            items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: DERControlStatusEnumType
    status_info: StatusInfoType | None = None
    superseded_ids: Annotated[
        Sequence[Annotated[str, Field(max_length=36)]] | None,
        Array(min_items=1, max_items=24),
    ] = None
    custom_data: CustomDataType | None = None


class SetDefaultTariffRequest(Model, BackOfficeRequest["SetDefaultTariffResponse"]):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.1 part 2, Messages 1.74).

    Not in OCPP 2.0.1.

    Attributes:
        evse_id: `evseId`: integer, at least 0.
        tariff: `tariff`: TariffType.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: Annotated[int, Field(ge=0)]
    tariff: TariffType
    custom_data: CustomDataType | None = None


class SetDefaultTariffResponse(Model):
    """Answers SetDefaultTariffRequest. Not in OCPP 2.0.1.

    Attributes:
        status: `status`: TariffSetStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: TariffSetStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class SetDisplayMessageRequest(Model, BackOfficeRequest["SetDisplayMessageResponse"]):
    """Sent by the CSMS (O Display Message; OCPP 2.1 part 2, Messages 1.76).

    Attributes:
        message: `message`: MessageInfoType.
        custom_data: `customData`: CustomDataType; optional.
    """

    message: MessageInfoType
    custom_data: CustomDataType | None = None


class SetDisplayMessageResponse(Model):
    """Answers SetDisplayMessageRequest.

    Attributes:
        status: `status`: DisplayMessageStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: DisplayMessageStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class SetMonitoringBaseRequest(Model, BackOfficeRequest["SetMonitoringBaseResponse"]):
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.77).

    Attributes:
        monitoring_base: `monitoringBase`: MonitoringBaseEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    monitoring_base: MonitoringBaseEnumType
    custom_data: CustomDataType | None = None


class SetMonitoringBaseResponse(Model):
    """Answers SetMonitoringBaseRequest.

    Attributes:
        status: `status`: GenericDeviceModelStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericDeviceModelStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class SetMonitoringLevelRequest(Model, BackOfficeRequest["SetMonitoringLevelResponse"]):
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.78).

    Attributes:
        severity: `severity`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    severity: int
    custom_data: CustomDataType | None = None


class SetMonitoringLevelResponse(Model):
    """Answers SetMonitoringLevelRequest.

    Attributes:
        status: `status`: GenericStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class SetNetworkProfileRequest(Model, BackOfficeRequest["SetNetworkProfileResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.79).

    Attributes:
        configuration_slot: `configurationSlot`: integer.
        connection_data: `connectionData`: NetworkConnectionProfileType.
        custom_data: `customData`: CustomDataType; optional.
    """

    configuration_slot: int
    connection_data: NetworkConnectionProfileType
    custom_data: CustomDataType | None = None


class SetNetworkProfileResponse(Model):
    """Answers SetNetworkProfileRequest.

    Attributes:
        status: `status`: SetNetworkProfileStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: SetNetworkProfileStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class SetVariableMonitoringRequest(
    Model, BackOfficeRequest["SetVariableMonitoringResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.80).

    Attributes:
        set_monitoring_data: `setMonitoringData`: array of SetMonitoringDataType, at
            least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    set_monitoring_data: Annotated[Sequence[SetMonitoringDataType], Array(min_items=1)]
    custom_data: CustomDataType | None = None


class SetVariableMonitoringResponse(Model):
    """Answers SetVariableMonitoringRequest.

    Attributes:
        set_monitoring_result: `setMonitoringResult`: array of SetMonitoringResultType,
            at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    set_monitoring_result: Annotated[
        Sequence[SetMonitoringResultType], Array(min_items=1)
    ]
    custom_data: CustomDataType | None = None


class SetVariablesRequest(Model, BackOfficeRequest["SetVariablesResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.81).

    Attributes:
        set_variable_data: `setVariableData`: array of SetVariableDataType, at least 1
            item.
        custom_data: `customData`: CustomDataType; optional.
    """

    set_variable_data: Annotated[Sequence[SetVariableDataType], Array(min_items=1)]
    custom_data: CustomDataType | None = None


class SetVariablesResponse(Model):
    """Answers SetVariablesRequest.

    Attributes:
        set_variable_result: `setVariableResult`: array of SetVariableResultType, at
            least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    set_variable_result: Annotated[Sequence[SetVariableResultType], Array(min_items=1)]
    custom_data: CustomDataType | None = None


class SignCertificateRequest(Model, StationRequest["SignCertificateResponse"]):
    """Sent by the ChargingStation (A Security).

    Defined in OCPP 2.0.1 part 2, Messages 1.58; 2.1 part 2, Messages 1.82.

    Attributes:
        csr: `csr`: text of at most 5500 characters, PEM.
        certificate_type: `certificateType`: CertificateSigningUseEnumType; optional.
        hash_root_certificate: `hashRootCertificate` in 2.1: CertificateHashDataType;
            optional.
        request_id: `requestId` in 2.1: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    csr: Annotated[str, Field(max_length=5500)]
    certificate_type: CertificateSigningUseEnumType | None = None
    hash_root_certificate: CertificateHashDataType | None = None
    request_id: int | None = None
    custom_data: CustomDataType | None = None


class SignCertificateResponse(Model):
    """Answers SignCertificateRequest.

    Attributes:
        status: `status`: GenericStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: GenericStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class StatusNotificationRequest(Model, StationRequest["StatusNotificationResponse"]):
    """Sent by the ChargingStation (G Availability; OCPP 2.1 part 2, Messages 1.83).

    Attributes:
        timestamp: `timestamp`: date-time in UTC.
        connector_status: `connectorStatus`: ConnectorStatusEnumType.
        evse_id: `evseId`: integer.
        connector_id: `connectorId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    timestamp: DateTime
    connector_status: ConnectorStatusEnumType
    evse_id: int
    connector_id: int
    custom_data: CustomDataType | None = None


class StatusNotificationResponse(Model):
    """Answers StatusNotificationRequest.

    Attributes:
        custom_data: `customData`: CustomDataType; optional.
    """

    custom_data: CustomDataType | None = None


class TransactionEventRequest(Model, StationRequest["TransactionEventResponse"]):
    """Sent by the ChargingStation (E Transactions).

    Defined in OCPP 2.0.1 part 2, Messages 1.60; 2.1 part 2, Messages 1.84.

    Attributes:
        cost_details: `costDetails` in 2.1: CostDetailsType; optional.
        event_type: `eventType`: TransactionEventEnumType.
        meter_value: `meterValue`: array of MeterValueType, at least 1 item; optional.
        timestamp: `timestamp`: date-time in UTC.
        trigger_reason: `triggerReason`: TriggerReasonEnumType.
        seq_no: `seqNo`: integer.
        offline: `offline`: boolean; default false.
        number_of_phases_used: `numberOfPhasesUsed`: integer; optional.
        cable_max_current: `cableMaxCurrent`: integer, in A; optional.
        reservation_id: `reservationId`: integer; optional.
        preconditioning_status: `preconditioningStatus` in 2.1:
            PreconditioningStatusEnumType; optional.
        evse_sleep: `evseSleep` in 2.1: boolean; optional.
        transaction_info: `transactionInfo`: TransactionType.
        evse: `evse`: EVSEType; optional.
        id_token: `idToken`: IdTokenType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    cost_details: CostDetailsType | None = None
    event_type: TransactionEventEnumType
    meter_value: Annotated[Sequence[MeterValueType] | None, Array(min_items=1)] = None
    timestamp: DateTime
    trigger_reason: TriggerReasonEnumType
    seq_no: int
    offline: bool | None = None
    number_of_phases_used: int | None = None
    cable_max_current: int | None = None
    reservation_id: int | None = None
    preconditioning_status: PreconditioningStatusEnumType | None = None
    evse_sleep: bool | None = None
    transaction_info: TransactionType
    evse: EVSEType | None = None
    id_token: IdTokenType | None = None
    custom_data: CustomDataType | None = None


class TransactionEventResponse(Model):
    """Answers TransactionEventRequest.

    Attributes:
        total_cost: `totalCost`: decimal, in the currency that the variable Currency
            says; optional (OCPP 2.0.1 and 2.1 part 2, Messages: CostUpdated,
            TransactionEvent).
        charging_priority: `chargingPriority`: integer; default 0.
        id_token_info: `idTokenInfo`: IdTokenInfoType; optional.
        transaction_limit: `transactionLimit` in 2.1: TransactionLimitType; optional.
        updated_personal_message: `updatedPersonalMessage`: MessageContentType;
            optional.
        updated_personal_message_extra: `updatedPersonalMessageExtra` in 2.1: array of
            MessageContentType, 1 to 4 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    total_cost: float | None = None
    charging_priority: int | None = None
    id_token_info: IdTokenInfoType | None = None
    transaction_limit: TransactionLimitType | None = None
    updated_personal_message: MessageContentType | None = None
    updated_personal_message_extra: Annotated[
        Sequence[MessageContentType] | None, Array(min_items=1, max_items=4)
    ] = None
    custom_data: CustomDataType | None = None


class TriggerMessageRequest(Model, BackOfficeRequest["TriggerMessageResponse"]):
    """Sent by the CSMS (F Remote Control).

    Defined in OCPP 2.0.1 part 2, Messages 1.61; 2.1 part 2, Messages 1.85.

    Attributes:
        evse: `evse`: EVSEType; optional.
        requested_message: `requestedMessage`: MessageTriggerEnumType.
        custom_trigger: `customTrigger` in 2.1: text of at most 50 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse: EVSEType | None = None
    requested_message: MessageTriggerEnumType
    custom_trigger: Annotated[str | None, Field(max_length=50)] = None
    custom_data: CustomDataType | None = None


class TriggerMessageResponse(Model):
    """Answers TriggerMessageRequest.

    Attributes:
        status: `status`: TriggerMessageStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: TriggerMessageStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class UnlockConnectorRequest(Model, BackOfficeRequest["UnlockConnectorResponse"]):
    """Sent by the CSMS (F Remote Control; OCPP 2.1 part 2, Messages 1.86).

    Attributes:
        evse_id: `evseId`: integer.
        connector_id: `connectorId`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: int
    connector_id: int
    custom_data: CustomDataType | None = None


class UnlockConnectorResponse(Model):
    """Answers UnlockConnectorRequest.

    Attributes:
        status: `status`: UnlockStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: UnlockStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class UnpublishFirmwareRequest(Model, BackOfficeRequest["UnpublishFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.1 part 2, Messages 1.87).

    Attributes:
        checksum: `checksum`: text of at most 32 characters, MD5, 32 hexadecimal digits.
        custom_data: `customData`: CustomDataType; optional.
    """

    checksum: Annotated[str, Field(max_length=32)]
    custom_data: CustomDataType | None = None


class UnpublishFirmwareResponse(Model):
    """Answers UnpublishFirmwareRequest.

    Attributes:
        status: `status`: UnpublishFirmwareStatusEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: UnpublishFirmwareStatusEnumType
    custom_data: CustomDataType | None = None


class UpdateDynamicScheduleRequest(
    Model, BackOfficeRequest["UpdateDynamicScheduleResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.88).

    Not in OCPP 2.0.1.

    Attributes:
        charging_profile_id: `chargingProfileId`: integer.
        schedule_update: `scheduleUpdate`: ChargingScheduleUpdateType.
        custom_data: `customData`: CustomDataType; optional.
    """

    charging_profile_id: int
    schedule_update: ChargingScheduleUpdateType
    custom_data: CustomDataType | None = None


class UpdateDynamicScheduleResponse(Model):
    """Answers UpdateDynamicScheduleRequest. Not in OCPP 2.0.1.

    Attributes:
        status: `status`: ChargingProfileStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: ChargingProfileStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class UpdateFirmwareRequest(Model, BackOfficeRequest["UpdateFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.1 part 2, Messages 1.89).

    Attributes:
        retries: `retries`: integer; optional.
        retry_interval: `retryInterval`: integer, in s; optional.
        request_id: `requestId`: integer.
        firmware: `firmware`: FirmwareType.
        custom_data: `customData`: CustomDataType; optional.
    """

    retries: int | None = None
    retry_interval: int | None = None
    request_id: int
    firmware: FirmwareType
    custom_data: CustomDataType | None = None


class UpdateFirmwareResponse(Model):
    """Answers UpdateFirmwareRequest.

    Attributes:
        status: `status`: UpdateFirmwareStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: UpdateFirmwareStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class UsePriorityChargingRequest(
    Model, BackOfficeRequest["UsePriorityChargingResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.90).

    Not in OCPP 2.0.1.

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters.
        activate: `activate`: boolean.
        custom_data: `customData`: CustomDataType; optional.
    """

    transaction_id: Annotated[str, Field(max_length=36)]
    activate: bool
    custom_data: CustomDataType | None = None


class UsePriorityChargingResponse(Model):
    """Answers UsePriorityChargingRequest. Not in OCPP 2.0.1.

    Attributes:
        status: `status`: PriorityChargingStatusEnumType.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: PriorityChargingStatusEnumType
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class VatNumberValidationRequest(Model, StationRequest["VatNumberValidationResponse"]):
    """Sent by the ChargingStation (C Authorization; OCPP 2.1 part 2, Messages 1.91).

    Not in OCPP 2.0.1.

    Attributes:
        vat_number: `vatNumber`: text of at most 20 characters.
        evse_id: `evseId`: integer, at least 0; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    vat_number: Annotated[str, Field(max_length=20)]
    evse_id: Annotated[int | None, Field(ge=0)] = None
    custom_data: CustomDataType | None = None


class VatNumberValidationResponse(Model):
    """Answers VatNumberValidationRequest. Not in OCPP 2.0.1.

    Attributes:
        company: `company`: AddressType; optional.
        status_info: `statusInfo`: StatusInfoType; optional.
        vat_number: `vatNumber`: text of at most 20 characters.
        evse_id: `evseId`: integer, at least 0; optional.
        status: `status`: GenericStatusEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    company: AddressType | None = None
    status_info: StatusInfoType | None = None
    vat_number: Annotated[str, Field(max_length=20)]
    evse_id: Annotated[int | None, Field(ge=0)] = None
    status: GenericStatusEnumType
    custom_data: CustomDataType | None = None
