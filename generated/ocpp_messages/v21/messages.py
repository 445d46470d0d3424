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
    """

    timestamp: DateTime
    signal: int
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class AFRRSignalResponse(Model):
    """Answers AFRRSignalRequest."""

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
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.1)."""

    id: Annotated[int, Field(ge=0)]
    params: PeriodicEventStreamParamsType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class AdjustPeriodicEventStreamResponse(Model):
    """Answers AdjustPeriodicEventStreamRequest."""

    status: GenericStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class AuthorizeRequest(Model, StationRequest["AuthorizeResponse"]):
    """Sent by the ChargingStation (C Authorization; OCPP 2.1 part 2, Messages 1.3)."""

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
    """Answers AuthorizeRequest."""

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
    """Answers BatterySwapRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class BootNotificationRequest(Model, StationRequest["BootNotificationResponse"]):
    """Sent by the ChargingStation (B Provisioning; OCPP 2.1 part 2, Messages 1.5)."""

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
    """Sent by the CSMS (H Reservation; OCPP 2.1 part 2, Messages 1.6)."""

    reservation_id: Annotated[int, Field(alias="reservationId", ge=0)]
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
    """Sent by the CSMS (A Security; OCPP 2.1 part 2, Messages 1.7)."""

    certificate_chain: Annotated[str, Field(alias="certificateChain", max_length=10000)]
    certificate_type: Annotated[
        CertificateSigningUseEnumType | None, Field(alias="certificateType"), Omittable
    ] = None
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
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
    """Sent by the CSMS (G Availability; OCPP 2.1 part 2, Messages 1.8)."""

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


class ChangeTransactionTariffRequest(
    Model, BackOfficeRequest["ChangeTransactionTariffResponse"]
):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.1 part 2, Messages 1.9)."""

    tariff: TariffType
    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChangeTransactionTariffResponse(Model):
    """Answers ChangeTransactionTariffRequest."""

    status: TariffChangeStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearCacheRequest(Model, BackOfficeRequest["ClearCacheResponse"]):
    """Sent by the CSMS (C Authorization; OCPP 2.1 part 2, Messages 1.10)."""

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
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.11)."""

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


class ClearDERControlRequest(Model, BackOfficeRequest["ClearDERControlResponse"]):
    """Sent by the CSMS (R DER Control; OCPP 2.1 part 2, Messages 1.12)."""

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
    """Answers ClearDERControlRequest."""

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
    """Sent by the CSMS (O Display Message; OCPP 2.1 part 2, Messages 1.13)."""

    id: Annotated[int, Field(ge=0)]
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


class ClearTariffsRequest(Model, BackOfficeRequest["ClearTariffsResponse"]):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.1 part 2, Messages 1.15)."""

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
    """Answers ClearTariffsRequest."""

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
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.16)."""

    id: Annotated[Sequence[Annotated[int, Field(ge=0)]], Array(min_items=1)]
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

    Defined in OCPP 2.1 part 2, Messages 1.14.
    """

    charging_limit_source: Annotated[
        str, Field(alias="chargingLimitSource", max_length=20)
    ]
    evse_id: Annotated[int | None, Field(alias="evseId", ge=0), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearedChargingLimitResponse(Model):
    """Answers ClearedChargingLimitRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClosePeriodicEventStreamRequest(
    Model, StationRequest["ClosePeriodicEventStreamResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.17)."""

    id: Annotated[int, Field(ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClosePeriodicEventStreamResponse(Model):
    """Answers ClosePeriodicEventStreamRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CostUpdatedRequest(Model, BackOfficeRequest["CostUpdatedResponse"]):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.1 part 2, Messages 1.18)."""

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
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.19)."""

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

    Defined in OCPP 2.1 part 2, Messages 1.20.
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
    """Sent by the CSMS (M Certificate Management; OCPP 2.1 part 2, Messages 1.21)."""

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

    Defined in OCPP 2.1 part 2, Messages 1.22.
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
    """Answers FirmwareStatusNotificationRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class Get15118EVCertificateRequest(
    Model, StationRequest["Get15118EVCertificateResponse"]
):
    """Sent by the ChargingStation (M Certificate Management).

    Defined in OCPP 2.1 part 2, Messages 1.23.
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
    """Answers Get15118EVCertificateRequest."""

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
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.24)."""

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


class GetCertificateChainStatusRequest(
    Model, StationRequest["GetCertificateChainStatusResponse"]
):
    """Sent by the ChargingStation (M Certificate Management).

    Defined in OCPP 2.1 part 2, Messages 1.25.
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
    """Answers GetCertificateChainStatusRequest."""

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
        str | None, Field(alias="ocspResult", max_length=18000), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetChargingProfilesRequest(
    Model, BackOfficeRequest["GetChargingProfilesResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.27)."""

    request_id: Annotated[int, Field(alias="requestId")]
    evse_id: Annotated[int | None, Field(alias="evseId", ge=0), Omittable] = None
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
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.28)."""

    duration: int
    charging_rate_unit: Annotated[
        ChargingRateUnitEnumType | None, Field(alias="chargingRateUnit"), Omittable
    ] = None
    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
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


class GetDERControlRequest(Model, BackOfficeRequest["GetDERControlResponse"]):
    """Sent by the CSMS (R DER Control; OCPP 2.1 part 2, Messages 1.29)."""

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
    """Answers GetDERControlRequest."""

    status: DERControlStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetDisplayMessagesRequest(Model, BackOfficeRequest["GetDisplayMessagesResponse"]):
    """Sent by the CSMS (O Display Message; OCPP 2.1 part 2, Messages 1.30)."""

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
    """Sent by the CSMS (M Certificate Management; OCPP 2.1 part 2, Messages 1.31)."""

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

    Defined in OCPP 2.1 part 2, Messages 1.32.
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
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.33)."""

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
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.34)."""

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


class GetPeriodicEventStreamRequest(
    Model, BackOfficeRequest["GetPeriodicEventStreamResponse"]
):
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.35)."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetPeriodicEventStreamResponse(Model):
    """Answers GetPeriodicEventStreamRequest."""

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
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.36)."""

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


class GetTariffsRequest(Model, BackOfficeRequest["GetTariffsResponse"]):
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.1 part 2, Messages 1.37)."""

    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetTariffsResponse(Model):
    """Answers GetTariffsRequest."""

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
    """Sent by the CSMS (E Transactions; OCPP 2.1 part 2, Messages 1.38)."""

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
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.39)."""

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
    """Sent by the ChargingStation (G Availability; OCPP 2.1 part 2, Messages 1.40)."""

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
    """Sent by the CSMS (M Certificate Management; OCPP 2.1 part 2, Messages 1.41)."""

    certificate_type: Annotated[
        InstallCertificateUseEnumType, Field(alias="certificateType")
    ]
    certificate: Annotated[str, Field(max_length=10000)]
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
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.42)."""

    status: UploadLogStatusEnumType
    request_id: Annotated[int | None, Field(alias="requestId"), Omittable] = None
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class LogStatusNotificationResponse(Model):
    """Answers LogStatusNotificationRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class MeterValuesRequest(Model, StationRequest["MeterValuesResponse"]):
    """Sent by the ChargingStation (J Meter Values; OCPP 2.1 part 2, Messages 1.43)."""

    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
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


class NotifyAllowedEnergyTransferRequest(
    Model, BackOfficeRequest["NotifyAllowedEnergyTransferResponse"]
):
    """Sent by the CSMS (Q Bidirectional Power Transfer).

    Defined in OCPP 2.1 part 2, Messages 1.44.
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
    """Answers NotifyAllowedEnergyTransferRequest."""

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
    """Answers NotifyChargingLimitRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyCustomerInformationRequest(
    Model, StationRequest["NotifyCustomerInformationResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.46)."""

    data: Annotated[str, Field(max_length=512)]
    tbc: Annotated[bool | None, Omittable] = None
    seq_no: Annotated[int, Field(alias="seqNo", ge=0)]
    generated_at: Annotated[DateTime, Field(alias="generatedAt")]
    request_id: Annotated[int, Field(alias="requestId", ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyCustomerInformationResponse(Model):
    """Answers NotifyCustomerInformationRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyDERAlarmRequest(Model, StationRequest["NotifyDERAlarmResponse"]):
    """Sent by the ChargingStation (R DER Control; OCPP 2.1 part 2, Messages 1.47)."""

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
    """Answers NotifyDERAlarmRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyDERStartStopRequest(Model, StationRequest["NotifyDERStartStopResponse"]):
    """Sent by the ChargingStation (R DER Control; OCPP 2.1 part 2, Messages 1.48)."""

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
    """Answers NotifyDERStartStopRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyDisplayMessagesRequest(
    Model, StationRequest["NotifyDisplayMessagesResponse"]
):
    """Sent by the ChargingStation (O Display Message).

    Defined in OCPP 2.1 part 2, Messages 1.49.
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

    Defined in OCPP 2.1 part 2, Messages 1.50.
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

    Defined in OCPP 2.1 part 2, Messages 1.51.
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
    """Answers NotifyEVChargingScheduleRequest."""

    status: GenericStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyEventRequest(Model, StationRequest["NotifyEventResponse"]):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.52)."""

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
    """Answers NotifyEventRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyMonitoringReportRequest(
    Model, StationRequest["NotifyMonitoringReportResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.53)."""

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
    """Answers NotifyMonitoringReportRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyPeriodicEventStream(Model, StationSend):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.54)."""

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
    """

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    activated: bool
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyPriorityChargingResponse(Model):
    """Answers NotifyPriorityChargingRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyReportRequest(Model, StationRequest["NotifyReportResponse"]):
    """Sent by the ChargingStation (B Provisioning; OCPP 2.1 part 2, Messages 1.56)."""

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
    """Answers NotifyReportRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifySettlementRequest(Model, StationRequest["NotifySettlementResponse"]):
    """Sent by the ChargingStation (C Authorization; OCPP 2.1 part 2, Messages 1.57)."""

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
    """Answers NotifySettlementRequest."""

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
    """Sent by the CSMS (C Authorization; OCPP 2.1 part 2, Messages 1.58)."""

    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
    timeout: int
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NotifyWebPaymentStartedResponse(Model):
    """Answers NotifyWebPaymentStartedRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class OpenPeriodicEventStreamRequest(
    Model, StationRequest["OpenPeriodicEventStreamResponse"]
):
    """Sent by the ChargingStation (N Diagnostics; OCPP 2.1 part 2, Messages 1.59)."""

    constant_stream_data: Annotated[
        ConstantStreamDataType, Field(alias="constantStreamData")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class OpenPeriodicEventStreamResponse(Model):
    """Answers OpenPeriodicEventStreamRequest."""

    status: GenericStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PublishFirmwareRequest(Model, BackOfficeRequest["PublishFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.1 part 2, Messages 1.60)."""

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

    Defined in OCPP 2.1 part 2, Messages 1.61.
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
    """Answers PublishFirmwareStatusNotificationRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PullDynamicScheduleUpdateRequest(
    Model, StationRequest["PullDynamicScheduleUpdateResponse"]
):
    """Sent by the ChargingStation (K Smart Charging).

    Defined in OCPP 2.1 part 2, Messages 1.62.
    """

    charging_profile_id: Annotated[int, Field(alias="chargingProfileId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PullDynamicScheduleUpdateResponse(Model):
    """Answers PullDynamicScheduleUpdateRequest."""

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
    """Answers ReportChargingProfilesRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReportDERControlRequest(Model, StationRequest["ReportDERControlResponse"]):
    """Sent by the ChargingStation (R DER Control; OCPP 2.1 part 2, Messages 1.64)."""

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
    """Answers ReportDERControlRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class RequestBatterySwapRequest(Model, BackOfficeRequest["RequestBatterySwapResponse"]):
    """Sent by the CSMS (S Battery Swapping; OCPP 2.1 part 2, Messages 1.65)."""

    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    request_id: Annotated[int, Field(alias="requestId")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class RequestBatterySwapResponse(Model):
    """Answers RequestBatterySwapRequest."""

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
    """Sent by the CSMS (F Remote Control; OCPP 2.1 part 2, Messages 1.66)."""

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
    """Sent by the CSMS (F Remote Control; OCPP 2.1 part 2, Messages 1.67)."""

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
    """Sent by the ChargingStation (H Reservation; OCPP 2.1 part 2, Messages 1.68)."""

    reservation_id: Annotated[int, Field(alias="reservationId", ge=0)]
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
    """Sent by the CSMS (H Reservation; OCPP 2.1 part 2, Messages 1.69)."""

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
    """Answers ReserveNowRequest."""

    status: ReserveNowStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ResetRequest(Model, BackOfficeRequest["ResetResponse"]):
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.70)."""

    type: ResetEnumType
    evse_id: Annotated[int | None, Field(alias="evseId", ge=0), Omittable] = None
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
    """Sent by the ChargingStation (A Security; OCPP 2.1 part 2, Messages 1.71)."""

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

    Defined in OCPP 2.1 part 2, Messages 1.72.
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
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.73)."""

    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
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


class SetDERControlRequest(Model, BackOfficeRequest["SetDERControlResponse"]):
    """Sent by the CSMS (R DER Control; OCPP 2.1 part 2, Messages 1.75)."""

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
    """Answers SetDERControlRequest."""

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
    """Sent by the CSMS (I Tariff and Cost; OCPP 2.1 part 2, Messages 1.74)."""

    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
    tariff: TariffType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetDefaultTariffResponse(Model):
    """Answers SetDefaultTariffRequest."""

    status: TariffSetStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetDisplayMessageRequest(Model, BackOfficeRequest["SetDisplayMessageResponse"]):
    """Sent by the CSMS (O Display Message; OCPP 2.1 part 2, Messages 1.76)."""

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
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.77)."""

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
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.78)."""

    severity: Annotated[int, Field(ge=0)]
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
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.79)."""

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
    """Sent by the CSMS (N Diagnostics; OCPP 2.1 part 2, Messages 1.80)."""

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
    """Sent by the CSMS (B Provisioning; OCPP 2.1 part 2, Messages 1.81)."""

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
    """Sent by the ChargingStation (A Security; OCPP 2.1 part 2, Messages 1.82)."""

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
    """Answers SignCertificateRequest."""

    status: GenericStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class StatusNotificationRequest(Model, StationRequest["StatusNotificationResponse"]):
    """Sent by the ChargingStation (G Availability; OCPP 2.1 part 2, Messages 1.83)."""

    timestamp: DateTime
    connector_status: Annotated[ConnectorStatusEnumType, Field(alias="connectorStatus")]
    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
    connector_id: Annotated[int, Field(alias="connectorId", ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class StatusNotificationResponse(Model):
    """Answers StatusNotificationRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TransactionEventRequest(Model, StationRequest["TransactionEventResponse"]):
    """Sent by the ChargingStation (E Transactions; OCPP 2.1 part 2, Messages 1.84)."""

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
    """Answers TransactionEventRequest."""

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
    """Sent by the CSMS (F Remote Control; OCPP 2.1 part 2, Messages 1.85)."""

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
    """Answers TriggerMessageRequest."""

    status: TriggerMessageStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UnlockConnectorRequest(Model, BackOfficeRequest["UnlockConnectorResponse"]):
    """Sent by the CSMS (F Remote Control; OCPP 2.1 part 2, Messages 1.86)."""

    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
    connector_id: Annotated[int, Field(alias="connectorId", ge=0)]
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
    """Sent by the CSMS (L Firmware Management; OCPP 2.1 part 2, Messages 1.87)."""

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


class UpdateDynamicScheduleRequest(
    Model, BackOfficeRequest["UpdateDynamicScheduleResponse"]
):
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.88)."""

    charging_profile_id: Annotated[int, Field(alias="chargingProfileId")]
    schedule_update: Annotated[
        ChargingScheduleUpdateType, Field(alias="scheduleUpdate")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UpdateDynamicScheduleResponse(Model):
    """Answers UpdateDynamicScheduleRequest."""

    status: ChargingProfileStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UpdateFirmwareRequest(Model, BackOfficeRequest["UpdateFirmwareResponse"]):
    """Sent by the CSMS (L Firmware Management; OCPP 2.1 part 2, Messages 1.89)."""

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
    """Answers UpdateFirmwareRequest."""

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
    """Sent by the CSMS (K Smart Charging; OCPP 2.1 part 2, Messages 1.90)."""

    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    activate: bool
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UsePriorityChargingResponse(Model):
    """Answers UsePriorityChargingRequest."""

    status: PriorityChargingStatusEnumType
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VatNumberValidationRequest(Model, StationRequest["VatNumberValidationResponse"]):
    """Sent by the ChargingStation (C Authorization; OCPP 2.1 part 2, Messages 1.91)."""

    vat_number: Annotated[str, Field(alias="vatNumber", max_length=20)]
    evse_id: Annotated[int | None, Field(alias="evseId", ge=0), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VatNumberValidationResponse(Model):
    """Answers VatNumberValidationRequest."""

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
