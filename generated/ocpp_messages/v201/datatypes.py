# Generated from the schemas of OCPP 2.0.1 by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The datatypes of OCPP 2.0.1."""

__all__ = [
    "ACChargingParametersType",
    "APNType",
    "AdditionalInfoType",
    "AuthorizationData",
    "CertificateHashDataChainType",
    "CertificateHashDataType",
    "ChargingLimitType",
    "ChargingNeedsType",
    "ChargingProfileCriterionType",
    "ChargingProfileType",
    "ChargingSchedulePeriodType",
    "ChargingScheduleType",
    "ChargingStationType",
    "ClearChargingProfileType",
    "ClearMonitoringResultType",
    "ComponentType",
    "ComponentVariableType",
    "CompositeScheduleType",
    "ConsumptionCostType",
    "CostType",
    "CustomDataType",
    "DCChargingParametersType",
    "EVSEType",
    "EventDataType",
    "FirmwareType",
    "GetVariableDataType",
    "GetVariableResultType",
    "IdTokenInfoType",
    "IdTokenType",
    "LogParametersType",
    "MessageContentType",
    "MessageInfoType",
    "MeterValueType",
    "ModemType",
    "MonitoringDataType",
    "NetworkConnectionProfileType",
    "OCSPRequestDataType",
    "RelativeTimeIntervalType",
    "ReportDataType",
    "SalesTariffEntryType",
    "SalesTariffType",
    "SampledValueType",
    "SetMonitoringDataType",
    "SetMonitoringResultType",
    "SetVariableDataType",
    "SetVariableResultType",
    "SignedMeterValueType",
    "StatusInfoType",
    "TransactionType",
    "UnitOfMeasureType",
    "VPNType",
    "VariableAttributeType",
    "VariableCharacteristicsType",
    "VariableMonitoringType",
    "VariableType",
]


from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from ocpp_messages.model import Array, DateTime, Omittable
from ocpp_messages.v201.base import Model, OpenModel
from ocpp_messages.v201.enumerations import (
    APNAuthenticationEnumType,
    AttributeEnumType,
    AuthorizationStatusEnumType,
    ChargingLimitSourceEnumType,
    ChargingProfileKindEnumType,
    ChargingProfilePurposeEnumType,
    ChargingRateUnitEnumType,
    ChargingStateEnumType,
    ClearMonitoringStatusEnumType,
    CostKindEnumType,
    DataEnumType,
    EnergyTransferModeEnumType,
    EventNotificationEnumType,
    EventTriggerEnumType,
    GetCertificateIdUseEnumType,
    GetVariableStatusEnumType,
    HashAlgorithmEnumType,
    IdTokenEnumType,
    LocationEnumType,
    MeasurandEnumType,
    MessageFormatEnumType,
    MessagePriorityEnumType,
    MessageStateEnumType,
    MonitorEnumType,
    MutabilityEnumType,
    OCPPInterfaceEnumType,
    OCPPTransportEnumType,
    OCPPVersionEnumType,
    PhaseEnumType,
    ReadingContextEnumType,
    ReasonEnumType,
    RecurrencyKindEnumType,
    SetMonitoringStatusEnumType,
    SetVariableStatusEnumType,
    VPNEnumType,
)


class CustomDataType(OpenModel):
    """Part of ACChargingParametersType, APNType, AdditionalInfoType and 179 more."""

    vendor_id: Annotated[str, Field(alias="vendorId", max_length=255)]


class DCChargingParametersType(Model):
    """Part of ChargingNeedsType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    ev_max_current: Annotated[int, Field(alias="evMaxCurrent")]
    ev_max_voltage: Annotated[int, Field(alias="evMaxVoltage")]
    energy_amount: Annotated[int | None, Field(alias="energyAmount"), Omittable] = None
    ev_max_power: Annotated[int | None, Field(alias="evMaxPower"), Omittable] = None
    state_of_charge: Annotated[
        int | None, Field(alias="stateOfCharge", ge=0, le=100), Omittable
    ] = None
    ev_energy_capacity: Annotated[
        int | None, Field(alias="evEnergyCapacity"), Omittable
    ] = None
    full_soc: Annotated[int | None, Field(alias="fullSoC", ge=0, le=100), Omittable] = (
        None
    )
    bulk_soc: Annotated[int | None, Field(alias="bulkSoC", ge=0, le=100), Omittable] = (
        None
    )


class EVSEType(Model):
    """Part of ComponentType, ChangeAvailabilityRequest, TransactionEventRequest and 1 more."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    id: int
    connector_id: Annotated[int | None, Field(alias="connectorId"), Omittable] = None


class FirmwareType(Model):
    """Part of UpdateFirmwareRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    location: Annotated[str, Field(max_length=512)]
    retrieve_date_time: Annotated[DateTime, Field(alias="retrieveDateTime")]
    install_date_time: Annotated[
        DateTime | None, Field(alias="installDateTime"), Omittable
    ] = None
    signing_certificate: Annotated[
        str | None, Field(alias="signingCertificate", max_length=5500), Omittable
    ] = None
    signature: Annotated[str | None, Field(max_length=800), Omittable] = None


class LogParametersType(Model):
    """Part of GetLogRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    remote_location: Annotated[str, Field(alias="remoteLocation", max_length=512)]
    oldest_timestamp: Annotated[
        DateTime | None, Field(alias="oldestTimestamp"), Omittable
    ] = None
    latest_timestamp: Annotated[
        DateTime | None, Field(alias="latestTimestamp"), Omittable
    ] = None


class MessageContentType(Model):
    """Part of IdTokenInfoType and MessageInfoType and TransactionEventResponse."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    format: MessageFormatEnumType
    language: Annotated[str | None, Field(max_length=8), Omittable] = None
    content: Annotated[str, Field(max_length=512)]


class ModemType(Model):
    """Part of ChargingStationType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    iccid: Annotated[str | None, Field(max_length=20), Omittable] = None
    imsi: Annotated[str | None, Field(max_length=20), Omittable] = None


class OCSPRequestDataType(Model):
    """Part of AuthorizeRequest and GetCertificateStatusRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]
    responder_url: Annotated[str, Field(alias="responderURL", max_length=512)]


class RelativeTimeIntervalType(Model):
    """Part of SalesTariffEntryType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    start: int
    duration: Annotated[int | None, Omittable] = None


class SignedMeterValueType(Model):
    """Part of SampledValueType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    signed_meter_data: Annotated[str, Field(alias="signedMeterData", max_length=2500)]
    signing_method: Annotated[str, Field(alias="signingMethod", max_length=50)]
    encoding_method: Annotated[str, Field(alias="encodingMethod", max_length=50)]
    public_key: Annotated[str, Field(alias="publicKey", max_length=2500)]


class StatusInfoType(Model):
    """Part of ClearMonitoringResultType, GetVariableResultType, SetMonitoringResultType and 39 more."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    reason_code: Annotated[str, Field(alias="reasonCode", max_length=20)]
    additional_info: Annotated[
        str | None, Field(alias="additionalInfo", max_length=512), Omittable
    ] = None


class TransactionType(Model):
    """Part of TransactionEventRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    charging_state: Annotated[
        ChargingStateEnumType | None, Field(alias="chargingState"), Omittable
    ] = None
    time_spent_charging: Annotated[
        int | None, Field(alias="timeSpentCharging"), Omittable
    ] = None
    stopped_reason: Annotated[
        ReasonEnumType | None, Field(alias="stoppedReason"), Omittable
    ] = None
    remote_start_id: Annotated[int | None, Field(alias="remoteStartId"), Omittable] = (
        None
    )


class UnitOfMeasureType(Model):
    """Part of SampledValueType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    unit: Annotated[str | None, Field(max_length=20), Omittable] = None
    multiplier: Annotated[int | None, Omittable] = None


class VPNType(Model):
    """Part of NetworkConnectionProfileType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    server: Annotated[str, Field(max_length=512)]
    user: Annotated[str, Field(max_length=20)]
    group: Annotated[str | None, Field(max_length=20), Omittable] = None
    password: Annotated[str, Field(max_length=20)]
    key: Annotated[str, Field(max_length=255)]
    type: VPNEnumType


class VariableAttributeType(Model):
    """Part of ReportDataType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    type: Annotated[AttributeEnumType | None, Omittable] = None
    value: Annotated[str | None, Field(max_length=2500), Omittable] = None
    mutability: Annotated[MutabilityEnumType | None, Omittable] = None
    persistent: Annotated[bool | None, Omittable] = None
    constant: Annotated[bool | None, Omittable] = None


class VariableCharacteristicsType(Model):
    """Part of ReportDataType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    unit: Annotated[str | None, Field(max_length=16), Omittable] = None
    data_type: Annotated[DataEnumType, Field(alias="dataType")]
    min_limit: Annotated[float | None, Field(alias="minLimit"), Omittable] = None
    max_limit: Annotated[float | None, Field(alias="maxLimit"), Omittable] = None
    values_list: Annotated[
        str | None, Field(alias="valuesList", max_length=1000), Omittable
    ] = None
    supports_monitoring: Annotated[bool, Field(alias="supportsMonitoring")]


class VariableMonitoringType(Model):
    """Part of MonitoringDataType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    id: int
    transaction: bool
    value: float
    type: MonitorEnumType
    severity: int


class VariableType(Model):
    """Part of ComponentVariableType, EventDataType, GetVariableDataType and 7 more."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    name: Annotated[str, Field(max_length=50)]
    instance: Annotated[str | None, Field(max_length=50), Omittable] = None


class ACChargingParametersType(Model):
    """Part of ChargingNeedsType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    energy_amount: Annotated[int, Field(alias="energyAmount")]
    ev_min_current: Annotated[int, Field(alias="evMinCurrent")]
    ev_max_current: Annotated[int, Field(alias="evMaxCurrent")]
    ev_max_voltage: Annotated[int, Field(alias="evMaxVoltage")]


class APNType(Model):
    """Part of NetworkConnectionProfileType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    apn: Annotated[str, Field(max_length=512)]
    apn_user_name: Annotated[
        str | None, Field(alias="apnUserName", max_length=20), Omittable
    ] = None
    apn_password: Annotated[
        str | None, Field(alias="apnPassword", max_length=20), Omittable
    ] = None
    sim_pin: Annotated[int | None, Field(alias="simPin"), Omittable] = None
    preferred_network: Annotated[
        str | None, Field(alias="preferredNetwork", max_length=6), Omittable
    ] = None
    use_only_preferred_network: Annotated[
        bool | None, Field(alias="useOnlyPreferredNetwork"), Omittable
    ] = None
    apn_authentication: Annotated[
        APNAuthenticationEnumType, Field(alias="apnAuthentication")
    ]


class AdditionalInfoType(Model):
    """Part of IdTokenType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    additional_id_token: Annotated[str, Field(alias="additionalIdToken", max_length=36)]
    type: Annotated[str, Field(max_length=50)]


class CertificateHashDataType(Model):
    """Part of CertificateHashDataChainType and CustomerInformationRequest and DeleteCertificateRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]


class ChargingLimitType(Model):
    """Part of NotifyChargingLimitRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    charging_limit_source: Annotated[
        ChargingLimitSourceEnumType, Field(alias="chargingLimitSource")
    ]
    is_grid_critical: Annotated[
        bool | None, Field(alias="isGridCritical"), Omittable
    ] = None


class ChargingNeedsType(Model):
    """Part of NotifyEVChargingNeedsRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    ac_charging_parameters: Annotated[
        ACChargingParametersType | None, Field(alias="acChargingParameters"), Omittable
    ] = None
    dc_charging_parameters: Annotated[
        DCChargingParametersType | None, Field(alias="dcChargingParameters"), Omittable
    ] = None
    requested_energy_transfer: Annotated[
        EnergyTransferModeEnumType, Field(alias="requestedEnergyTransfer")
    ]
    departure_time: Annotated[
        DateTime | None, Field(alias="departureTime"), Omittable
    ] = None


class ChargingProfileCriterionType(Model):
    """Part of GetChargingProfilesRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType | None,
        Field(alias="chargingProfilePurpose"),
        Omittable,
    ] = None
    stack_level: Annotated[int | None, Field(alias="stackLevel"), Omittable] = None
    charging_profile_id: Annotated[
        Sequence[int] | None,
        Field(alias="chargingProfileId"),
        Array(min_items=1),
        Omittable,
    ] = None
    charging_limit_source: Annotated[
        Sequence[ChargingLimitSourceEnumType] | None,
        Field(alias="chargingLimitSource"),
        Array(min_items=1, max_items=4),
        Omittable,
    ] = None


class ChargingSchedulePeriodType(Model):
    """Part of ChargingScheduleType and CompositeScheduleType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    start_period: Annotated[int, Field(alias="startPeriod")]
    limit: float
    number_phases: Annotated[int | None, Field(alias="numberPhases"), Omittable] = None
    phase_to_use: Annotated[int | None, Field(alias="phaseToUse"), Omittable] = None


class ChargingStationType(Model):
    """Part of BootNotificationRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    serial_number: Annotated[
        str | None, Field(alias="serialNumber", max_length=25), Omittable
    ] = None
    model: Annotated[str, Field(max_length=20)]
    modem: Annotated[ModemType | None, Omittable] = None
    vendor_name: Annotated[str, Field(alias="vendorName", max_length=50)]
    firmware_version: Annotated[
        str | None, Field(alias="firmwareVersion", max_length=50), Omittable
    ] = None


class ClearChargingProfileType(Model):
    """Part of ClearChargingProfileRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType | None,
        Field(alias="chargingProfilePurpose"),
        Omittable,
    ] = None
    stack_level: Annotated[int | None, Field(alias="stackLevel"), Omittable] = None


class ClearMonitoringResultType(Model):
    """Part of ClearVariableMonitoringResponse."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    status: ClearMonitoringStatusEnumType
    id: int
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None


class ComponentType(Model):
    """Part of ComponentVariableType, EventDataType, GetVariableDataType and 8 more."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    evse: Annotated[EVSEType | None, Omittable] = None
    name: Annotated[str, Field(max_length=50)]
    instance: Annotated[str | None, Field(max_length=50), Omittable] = None


class ComponentVariableType(Model):
    """Part of GetMonitoringReportRequest and GetReportRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    component: ComponentType
    variable: Annotated[VariableType | None, Omittable] = None


class CompositeScheduleType(Model):
    """Part of GetCompositeScheduleResponse."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriodType],
        Field(alias="chargingSchedulePeriod"),
        Array(min_items=1),
    ]
    evse_id: Annotated[int, Field(alias="evseId")]
    duration: int
    schedule_start: Annotated[DateTime, Field(alias="scheduleStart")]
    charging_rate_unit: Annotated[
        ChargingRateUnitEnumType, Field(alias="chargingRateUnit")
    ]


class CostType(Model):
    """Part of ConsumptionCostType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    cost_kind: Annotated[CostKindEnumType, Field(alias="costKind")]
    amount: int
    amount_multiplier: Annotated[
        int | None, Field(alias="amountMultiplier"), Omittable
    ] = None


class EventDataType(Model):
    """Part of NotifyEventRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    event_id: Annotated[int, Field(alias="eventId")]
    timestamp: DateTime
    trigger: EventTriggerEnumType
    cause: Annotated[int | None, Omittable] = None
    actual_value: Annotated[str, Field(alias="actualValue", max_length=2500)]
    tech_code: Annotated[
        str | None, Field(alias="techCode", max_length=50), Omittable
    ] = None
    tech_info: Annotated[
        str | None, Field(alias="techInfo", max_length=500), Omittable
    ] = None
    cleared: Annotated[bool | None, Omittable] = None
    transaction_id: Annotated[
        str | None, Field(alias="transactionId", max_length=36), Omittable
    ] = None
    component: ComponentType
    variable_monitoring_id: Annotated[
        int | None, Field(alias="variableMonitoringId"), Omittable
    ] = None
    event_notification_type: Annotated[
        EventNotificationEnumType, Field(alias="eventNotificationType")
    ]
    variable: VariableType


class GetVariableDataType(Model):
    """Part of GetVariablesRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    attribute_type: Annotated[
        AttributeEnumType | None, Field(alias="attributeType"), Omittable
    ] = None
    component: ComponentType
    variable: VariableType


class GetVariableResultType(Model):
    """Part of GetVariablesResponse."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    attribute_status_info: Annotated[
        StatusInfoType | None, Field(alias="attributeStatusInfo"), Omittable
    ] = None
    attribute_status: Annotated[
        GetVariableStatusEnumType, Field(alias="attributeStatus")
    ]
    attribute_type: Annotated[
        AttributeEnumType | None, Field(alias="attributeType"), Omittable
    ] = None
    attribute_value: Annotated[
        str | None, Field(alias="attributeValue", max_length=2500), Omittable
    ] = None
    component: ComponentType
    variable: VariableType


class IdTokenType(Model):
    """Part of AuthorizationData, IdTokenInfoType, AuthorizeRequest and 4 more."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    additional_info: Annotated[
        Sequence[AdditionalInfoType] | None,
        Field(alias="additionalInfo"),
        Array(min_items=1),
        Omittable,
    ] = None
    id_token: Annotated[str, Field(alias="idToken", max_length=36)]
    type: IdTokenEnumType


class MessageInfoType(Model):
    """Part of NotifyDisplayMessagesRequest and SetDisplayMessageRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    display: Annotated[ComponentType | None, Omittable] = None
    id: int
    priority: MessagePriorityEnumType
    state: Annotated[MessageStateEnumType | None, Omittable] = None
    start_date_time: Annotated[
        DateTime | None, Field(alias="startDateTime"), Omittable
    ] = None
    end_date_time: Annotated[DateTime | None, Field(alias="endDateTime"), Omittable] = (
        None
    )
    transaction_id: Annotated[
        str | None, Field(alias="transactionId", max_length=36), Omittable
    ] = None
    message: MessageContentType


class MonitoringDataType(Model):
    """Part of NotifyMonitoringReportRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    component: ComponentType
    variable: VariableType
    variable_monitoring: Annotated[
        Sequence[VariableMonitoringType],
        Field(alias="variableMonitoring"),
        Array(min_items=1),
    ]


class NetworkConnectionProfileType(Model):
    """Part of SetNetworkProfileRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    apn: Annotated[APNType | None, Omittable] = None
    ocpp_version: Annotated[OCPPVersionEnumType, Field(alias="ocppVersion")]
    ocpp_transport: Annotated[OCPPTransportEnumType, Field(alias="ocppTransport")]
    ocpp_csms_url: Annotated[str, Field(alias="ocppCsmsUrl", max_length=512)]
    message_timeout: Annotated[int, Field(alias="messageTimeout")]
    security_profile: Annotated[int, Field(alias="securityProfile")]
    ocpp_interface: Annotated[OCPPInterfaceEnumType, Field(alias="ocppInterface")]
    vpn: Annotated[VPNType | None, Omittable] = None


class ReportDataType(Model):
    """Part of NotifyReportRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    component: ComponentType
    variable: VariableType
    variable_attribute: Annotated[
        Sequence[VariableAttributeType],
        Field(alias="variableAttribute"),
        Array(min_items=1, max_items=4),
    ]
    variable_characteristics: Annotated[
        VariableCharacteristicsType | None,
        Field(alias="variableCharacteristics"),
        Omittable,
    ] = None


class SampledValueType(Model):
    """Part of MeterValueType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    value: float
    context: Annotated[ReadingContextEnumType | None, Omittable] = None
    measurand: Annotated[MeasurandEnumType | None, Omittable] = None
    phase: Annotated[PhaseEnumType | None, Omittable] = None
    location: Annotated[LocationEnumType | None, Omittable] = None
    signed_meter_value: Annotated[
        SignedMeterValueType | None, Field(alias="signedMeterValue"), Omittable
    ] = None
    unit_of_measure: Annotated[
        UnitOfMeasureType | None, Field(alias="unitOfMeasure"), Omittable
    ] = None


class SetMonitoringDataType(Model):
    """Part of SetVariableMonitoringRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    id: Annotated[int | None, Omittable] = None
    transaction: Annotated[bool | None, Omittable] = None
    value: float
    type: MonitorEnumType
    severity: int
    component: ComponentType
    variable: VariableType


class SetMonitoringResultType(Model):
    """Part of SetVariableMonitoringResponse."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    id: Annotated[int | None, Omittable] = None
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    status: SetMonitoringStatusEnumType
    type: MonitorEnumType
    component: ComponentType
    variable: VariableType
    severity: int


class SetVariableDataType(Model):
    """Part of SetVariablesRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    attribute_type: Annotated[
        AttributeEnumType | None, Field(alias="attributeType"), Omittable
    ] = None
    attribute_value: Annotated[str, Field(alias="attributeValue", max_length=1000)]
    component: ComponentType
    variable: VariableType


class SetVariableResultType(Model):
    """Part of SetVariablesResponse."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    attribute_type: Annotated[
        AttributeEnumType | None, Field(alias="attributeType"), Omittable
    ] = None
    attribute_status: Annotated[
        SetVariableStatusEnumType, Field(alias="attributeStatus")
    ]
    attribute_status_info: Annotated[
        StatusInfoType | None, Field(alias="attributeStatusInfo"), Omittable
    ] = None
    component: ComponentType
    variable: VariableType


class CertificateHashDataChainType(Model):
    """Part of GetInstalledCertificateIdsResponse."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    certificate_hash_data: Annotated[
        CertificateHashDataType, Field(alias="certificateHashData")
    ]
    certificate_type: Annotated[
        GetCertificateIdUseEnumType, Field(alias="certificateType")
    ]
    child_certificate_hash_data: Annotated[
        Sequence[CertificateHashDataType] | None,
        Field(alias="childCertificateHashData"),
        Array(min_items=1, max_items=4),
        Omittable,
    ] = None


class ConsumptionCostType(Model):
    """Part of SalesTariffEntryType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    start_value: Annotated[float, Field(alias="startValue")]
    cost: Annotated[Sequence[CostType], Array(min_items=1, max_items=3)]


class IdTokenInfoType(Model):
    """Part of AuthorizationData and AuthorizeResponse and TransactionEventResponse."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    status: AuthorizationStatusEnumType
    cache_expiry_date_time: Annotated[
        DateTime | None, Field(alias="cacheExpiryDateTime"), Omittable
    ] = None
    charging_priority: Annotated[
        int | None, Field(alias="chargingPriority"), Omittable
    ] = None
    language1: Annotated[str | None, Field(max_length=8), Omittable] = None
    evse_id: Annotated[
        Sequence[int] | None, Field(alias="evseId"), Array(min_items=1), Omittable
    ] = None
    group_id_token: Annotated[
        IdTokenType | None, Field(alias="groupIdToken"), Omittable
    ] = None
    language2: Annotated[str | None, Field(max_length=8), Omittable] = None
    personal_message: Annotated[
        MessageContentType | None, Field(alias="personalMessage"), Omittable
    ] = None


class MeterValueType(Model):
    """Part of MeterValuesRequest and TransactionEventRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    sampled_value: Annotated[
        Sequence[SampledValueType], Field(alias="sampledValue"), Array(min_items=1)
    ]
    timestamp: DateTime


class SalesTariffEntryType(Model):
    """Part of SalesTariffType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    relative_time_interval: Annotated[
        RelativeTimeIntervalType, Field(alias="relativeTimeInterval")
    ]
    e_price_level: Annotated[
        int | None, Field(alias="ePriceLevel", ge=0), Omittable
    ] = None
    consumption_cost: Annotated[
        Sequence[ConsumptionCostType] | None,
        Field(alias="consumptionCost"),
        Array(min_items=1, max_items=3),
        Omittable,
    ] = None


class SalesTariffType(Model):
    """Part of ChargingScheduleType."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    id: int
    sales_tariff_description: Annotated[
        str | None, Field(alias="salesTariffDescription", max_length=32), Omittable
    ] = None
    num_e_price_levels: Annotated[
        int | None, Field(alias="numEPriceLevels"), Omittable
    ] = None
    sales_tariff_entry: Annotated[
        Sequence[SalesTariffEntryType],
        Field(alias="salesTariffEntry"),
        Array(min_items=1, max_items=1024),
    ]


class AuthorizationData(Model):
    """Part of SendLocalListRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    id_token_info: Annotated[
        IdTokenInfoType | None, Field(alias="idTokenInfo"), Omittable
    ] = None


class ChargingScheduleType(Model):
    """Part of ChargingProfileType and NotifyChargingLimitRequest and NotifyEVChargingScheduleRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    id: int
    start_schedule: Annotated[
        DateTime | None, Field(alias="startSchedule"), Omittable
    ] = None
    duration: Annotated[int | None, Omittable] = None
    charging_rate_unit: Annotated[
        ChargingRateUnitEnumType, Field(alias="chargingRateUnit")
    ]
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriodType],
        Field(alias="chargingSchedulePeriod"),
        Array(min_items=1, max_items=1024),
    ]
    min_charging_rate: Annotated[
        float | None, Field(alias="minChargingRate"), Omittable
    ] = None
    sales_tariff: Annotated[
        SalesTariffType | None, Field(alias="salesTariff"), Omittable
    ] = None


class ChargingProfileType(Model):
    """Part of ReportChargingProfilesRequest and RequestStartTransactionRequest and SetChargingProfileRequest."""

    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
    id: int
    stack_level: Annotated[int, Field(alias="stackLevel")]
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType, Field(alias="chargingProfilePurpose")
    ]
    charging_profile_kind: Annotated[
        ChargingProfileKindEnumType, Field(alias="chargingProfileKind")
    ]
    recurrency_kind: Annotated[
        RecurrencyKindEnumType | None, Field(alias="recurrencyKind"), Omittable
    ] = None
    valid_from: Annotated[DateTime | None, Field(alias="validFrom"), Omittable] = None
    valid_to: Annotated[DateTime | None, Field(alias="validTo"), Omittable] = None
    charging_schedule: Annotated[
        Sequence[ChargingScheduleType],
        Field(alias="chargingSchedule"),
        Array(min_items=1, max_items=3),
    ]
    transaction_id: Annotated[
        str | None, Field(alias="transactionId", max_length=36), Omittable
    ] = None
