# Generated from the schemas of OCPP 2.0 by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The datatypes of OCPP 2.0."""

__all__ = [
    "ACChargingParametersType",
    "APNType",
    "AdditionalInfoType",
    "AuthorizationData",
    "CertificateChainType",
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
    "DCChargingParametersType",
    "EVSEType",
    "EventDataType",
    "FirmwareType",
    "GetVariableDataType",
    "GetVariableResultType",
    "GroupIdTokenType",
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
    "PMaxScheduleType",
    "RelativeTimeIntervalType",
    "ReportDataType",
    "ReportedChargingScheduleType",
    "ReservationType",
    "SAScheduleType",
    "SalesTariffEntryType",
    "SalesTariffType",
    "SampledValueType",
    "SetMonitoringDataType",
    "SetMonitoringResultType",
    "SetVariableDataType",
    "SetVariableResultType",
    "SignedMeterValueType",
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
from ocpp_messages.v20.base import OpenModel
from ocpp_messages.v20.enumerations import (
    APNAuthenticationEnumType,
    AttributeEnumType,
    AuthorizationStatusEnumType,
    ChargingLimitSourceEnumType,
    ChargingProfileKindEnumType,
    ChargingProfilePurposeEnumType,
    ChargingRateUnitEnumType,
    ChargingStateEnumType,
    ClearMonitoringStatusEnumType,
    ConnectorEnumType,
    CostKindEnumType,
    DataEnumType,
    EncodingMethodEnumType,
    EnergyTransferModeEnumType,
    EventTriggerEnumType,
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
    SignatureMethodEnumType,
    VPNEnumType,
)


class ACChargingParametersType(OpenModel):
    """Part of ChargingNeedsType."""

    energy_amount: Annotated[int, Field(alias="energyAmount")]
    ev_min_current: Annotated[int, Field(alias="evMinCurrent")]
    ev_max_current: Annotated[int, Field(alias="evMaxCurrent")]
    ev_max_voltage: Annotated[int, Field(alias="evMaxVoltage")]


class APNType(OpenModel):
    """Part of NetworkConnectionProfileType."""

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


class AdditionalInfoType(OpenModel):
    """Part of IdTokenType."""

    additional_id_token: Annotated[str, Field(alias="additionalIdToken", max_length=36)]
    type: Annotated[str, Field(max_length=50)]


class CertificateChainType(OpenModel):
    """Part of Get15118EVCertificateResponse."""

    certificate: Annotated[str, Field(max_length=800)]
    child_certificate: Annotated[
        Sequence[Annotated[str, Field(max_length=800)]] | None,
        Field(alias="childCertificate"),
        Array(min_items=1, max_items=4),
        Omittable,
    ] = None


class CertificateHashDataType(OpenModel):
    """Part of CustomerInformationRequest, DeleteCertificateRequest and 1 more."""

    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=20)]


class ChargingLimitType(OpenModel):
    """Part of NotifyChargingLimitRequest."""

    charging_limit_source: Annotated[
        ChargingLimitSourceEnumType, Field(alias="chargingLimitSource")
    ]
    is_grid_critical: Annotated[
        bool | None, Field(alias="isGridCritical"), Omittable
    ] = None


class ChargingProfileCriterionType(OpenModel):
    """Part of GetChargingProfilesRequest."""

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


class ChargingSchedulePeriodType(OpenModel):
    """Part of ChargingScheduleType and ReportedChargingScheduleType."""

    start_period: Annotated[int, Field(alias="startPeriod")]
    limit: float
    number_phases: Annotated[int | None, Field(alias="numberPhases"), Omittable] = None
    phase_to_use: Annotated[int | None, Field(alias="phaseToUse"), Omittable] = None


class ChargingScheduleType(OpenModel):
    """Part of ChargingProfileType and NotifyChargingLimitRequest."""

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
        Array(min_items=1),
    ]
    min_charging_rate: Annotated[
        float | None, Field(alias="minChargingRate"), Omittable
    ] = None


class ClearChargingProfileType(OpenModel):
    """Part of ClearChargingProfileRequest."""

    id: Annotated[int | None, Omittable] = None
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType | None,
        Field(alias="chargingProfilePurpose"),
        Omittable,
    ] = None
    stack_level: Annotated[int | None, Field(alias="stackLevel"), Omittable] = None


class ClearMonitoringResultType(OpenModel):
    """Part of ClearVariableMonitoringResponse."""

    id: int
    status: ClearMonitoringStatusEnumType


class CostType(OpenModel):
    """Part of ConsumptionCostType."""

    cost_kind: Annotated[CostKindEnumType, Field(alias="costKind")]
    amount: float
    amount_multiplier: Annotated[
        int | None, Field(alias="amountMultiplier"), Omittable
    ] = None


class DCChargingParametersType(OpenModel):
    """Part of ChargingNeedsType."""

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


class EVSEType(OpenModel):
    """Part of ComponentType, ReservationType and 3 more."""

    id: int
    connector_id: Annotated[int | None, Field(alias="connectorId"), Omittable] = None


class FirmwareType(OpenModel):
    """Part of UpdateFirmwareRequest."""

    location: Annotated[str, Field(max_length=512)]
    retrieve_date_time: Annotated[DateTime, Field(alias="retrieveDateTime")]
    install_date_time: Annotated[
        DateTime | None, Field(alias="installDateTime"), Omittable
    ] = None
    signing_certificate: Annotated[
        str | None, Field(alias="signingCertificate", max_length=800), Omittable
    ] = None
    signature: Annotated[str | None, Field(max_length=800), Omittable] = None


class GroupIdTokenType(OpenModel):
    """Part of IdTokenInfoType."""

    id_token: Annotated[str, Field(alias="idToken", max_length=36)]
    type: IdTokenEnumType


class IdTokenType(OpenModel):
    """Part of AuthorizationData, AuthorizeRequest and 4 more."""

    additional_info: Annotated[
        Sequence[AdditionalInfoType] | None,
        Field(alias="additionalInfo"),
        Array(min_items=1),
        Omittable,
    ] = None
    id_token: Annotated[str, Field(alias="idToken", max_length=36)]
    type: IdTokenEnumType


class LogParametersType(OpenModel):
    """Part of GetLogRequest."""

    remote_location: Annotated[str, Field(alias="remoteLocation", max_length=512)]
    oldest_timestamp: Annotated[
        DateTime | None, Field(alias="oldestTimestamp"), Omittable
    ] = None
    latest_timestamp: Annotated[
        DateTime | None, Field(alias="latestTimestamp"), Omittable
    ] = None


class MessageContentType(OpenModel):
    """Part of IdTokenInfoType, MessageInfoType and TransactionEventResponse."""

    format: MessageFormatEnumType
    language: Annotated[str | None, Field(max_length=8), Omittable] = None
    content: Annotated[str, Field(max_length=512)]


class ModemType(OpenModel):
    """Part of ChargingStationType."""

    iccid: Annotated[str | None, Field(max_length=20), Omittable] = None
    imsi: Annotated[str | None, Field(max_length=20), Omittable] = None


class OCSPRequestDataType(OpenModel):
    """Part of AuthorizeRequest and GetCertificateStatusRequest."""

    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=20)]
    responder_url: Annotated[
        str | None, Field(alias="responderURL", max_length=512), Omittable
    ] = None


class RelativeTimeIntervalType(OpenModel):
    """Part of PMaxScheduleType and SalesTariffEntryType."""

    start: int
    duration: Annotated[int | None, Omittable] = None


class ReportedChargingScheduleType(OpenModel):
    """Part of CompositeScheduleType and NotifyEVChargingScheduleRequest."""

    start_schedule: Annotated[
        DateTime | None, Field(alias="startSchedule"), Omittable
    ] = None
    duration: Annotated[int | None, Omittable] = None
    charging_rate_unit: Annotated[
        ChargingRateUnitEnumType, Field(alias="chargingRateUnit")
    ]
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriodType] | None,
        Field(alias="chargingSchedulePeriod"),
        Array(min_items=1),
        Omittable,
    ] = None
    min_charging_rate: Annotated[
        float | None, Field(alias="minChargingRate"), Omittable
    ] = None


class ReservationType(OpenModel):
    """Part of ReserveNowRequest."""

    evse: EVSEType
    id: int
    expiry_date_time: Annotated[DateTime, Field(alias="expiryDateTime")]
    connector_code: Annotated[
        ConnectorEnumType | None, Field(alias="connectorCode"), Omittable
    ] = None


class SignedMeterValueType(OpenModel):
    """Part of SampledValueType."""

    meter_value_signature: Annotated[
        str, Field(alias="meterValueSignature", max_length=2500)
    ]
    signature_method: Annotated[SignatureMethodEnumType, Field(alias="signatureMethod")]
    encoding_method: Annotated[EncodingMethodEnumType, Field(alias="encodingMethod")]
    encoded_meter_value: Annotated[
        str, Field(alias="encodedMeterValue", max_length=512)
    ]


class TransactionType(OpenModel):
    """Part of TransactionEventRequest."""

    id: Annotated[str, Field(max_length=36)]
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


class UnitOfMeasureType(OpenModel):
    """Part of SampledValueType."""

    unit: Annotated[str | None, Field(max_length=20), Omittable] = None
    multiplier: Annotated[int | None, Omittable] = None


class VPNType(OpenModel):
    """Part of NetworkConnectionProfileType."""

    server: Annotated[str, Field(max_length=512)]
    user: Annotated[str, Field(max_length=20)]
    group: Annotated[str | None, Field(max_length=20), Omittable] = None
    password: Annotated[str, Field(max_length=20)]
    key: Annotated[str, Field(max_length=255)]
    type: VPNEnumType


class VariableAttributeType(OpenModel):
    """Part of ReportDataType."""

    type: Annotated[AttributeEnumType | None, Omittable] = None
    value: Annotated[str, Field(max_length=1000)]
    mutability: Annotated[MutabilityEnumType | None, Omittable] = None
    persistence: bool
    constant: bool


class VariableCharacteristicsType(OpenModel):
    """Part of ReportDataType."""

    unit: Annotated[str | None, Field(max_length=16), Omittable] = None
    data_type: Annotated[DataEnumType, Field(alias="dataType")]
    min_limit: Annotated[float | None, Field(alias="minLimit"), Omittable] = None
    max_limit: Annotated[float | None, Field(alias="maxLimit"), Omittable] = None
    values_list: Annotated[
        str | None, Field(alias="valuesList", max_length=1000), Omittable
    ] = None
    supports_monitoring: Annotated[bool, Field(alias="supportsMonitoring")]


class VariableMonitoringType(OpenModel):
    """Part of EventDataType and MonitoringDataType."""

    id: int
    value: float
    type: MonitorEnumType
    severity: int
    transaction: bool


class VariableType(OpenModel):
    """Part of ComponentVariableType, EventDataType, GetVariableDataType and 7 more."""

    name: Annotated[str, Field(max_length=50)]
    instance: Annotated[str | None, Field(max_length=50), Omittable] = None


class ChargingNeedsType(OpenModel):
    """Part of NotifyEVChargingNeedsRequest."""

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


class ChargingProfileType(OpenModel):
    """Part of ReportChargingProfilesRequest and 2 more."""

    id: int
    stack_level: Annotated[int, Field(alias="stackLevel")]
    primary: Annotated[bool | None, Omittable] = None
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
    charging_schedule: Annotated[ChargingScheduleType, Field(alias="chargingSchedule")]
    transaction_id: Annotated[
        str | None, Field(alias="transactionId", max_length=36), Omittable
    ] = None


class ChargingStationType(OpenModel):
    """Part of BootNotificationRequest."""

    serial_number: Annotated[
        str | None, Field(alias="serialNumber", max_length=20), Omittable
    ] = None
    model: Annotated[str, Field(max_length=20)]
    modem: Annotated[ModemType | None, Omittable] = None
    vendor_name: Annotated[str, Field(alias="vendorName", max_length=50)]
    firmware_version: Annotated[
        str | None, Field(alias="firmwareVersion", max_length=50), Omittable
    ] = None


class ComponentType(OpenModel):
    """Part of ComponentVariableType, EventDataType, GetVariableDataType and 8 more."""

    evse: Annotated[EVSEType | None, Omittable] = None
    name: Annotated[str, Field(max_length=50)]
    instance: Annotated[str | None, Field(max_length=50), Omittable] = None


class ComponentVariableType(OpenModel):
    """Part of GetMonitoringReportRequest and GetReportRequest."""

    component: ComponentType
    variable: VariableType


class CompositeScheduleType(OpenModel):
    """Part of GetCompositeScheduleResponse."""

    start_date_time: Annotated[
        DateTime | None, Field(alias="startDateTime"), Omittable
    ] = None
    charging_schedule: Annotated[
        ReportedChargingScheduleType | None, Field(alias="chargingSchedule"), Omittable
    ] = None


class ConsumptionCostType(OpenModel):
    """Part of SalesTariffEntryType."""

    start_value: Annotated[float, Field(alias="startValue")]
    cost: Annotated[Sequence[CostType], Array(min_items=1, max_items=3)]


class EventDataType(OpenModel):
    """Part of NotifyEventRequest."""

    event_id: Annotated[int, Field(alias="eventId")]
    timestamp: DateTime
    trigger: EventTriggerEnumType
    cause: Annotated[int | None, Omittable] = None
    actual_value: Annotated[str, Field(alias="actualValue", max_length=1000)]
    tech_code: Annotated[
        str | None, Field(alias="techCode", max_length=50), Omittable
    ] = None
    tech_info: Annotated[
        str | None, Field(alias="techInfo", max_length=500), Omittable
    ] = None
    cleared: bool
    component: ComponentType
    variable: VariableType
    variable_monitoring_event: Annotated[
        VariableMonitoringType | None, Field(alias="variableMonitoringEvent"), Omittable
    ] = None


class GetVariableDataType(OpenModel):
    """Part of GetVariablesRequest."""

    attribute_type: Annotated[
        AttributeEnumType | None, Field(alias="attributeType"), Omittable
    ] = None
    component: ComponentType
    variable: VariableType


class GetVariableResultType(OpenModel):
    """Part of GetVariablesResponse."""

    attribute_status: Annotated[
        GetVariableStatusEnumType, Field(alias="attributeStatus")
    ]
    attribute_type: Annotated[
        AttributeEnumType | None, Field(alias="attributeType"), Omittable
    ] = None
    attribute_value: Annotated[
        str | None, Field(alias="attributeValue", max_length=1000), Omittable
    ] = None
    component: ComponentType
    variable: VariableType


class IdTokenInfoType(OpenModel):
    """Part of AuthorizationData, AuthorizeResponse and TransactionEventResponse."""

    status: AuthorizationStatusEnumType
    cache_expiry_date_time: Annotated[
        DateTime | None, Field(alias="cacheExpiryDateTime"), Omittable
    ] = None
    charging_priority: Annotated[
        int | None, Field(alias="chargingPriority"), Omittable
    ] = None
    group_id_token: Annotated[
        GroupIdTokenType | None, Field(alias="groupIdToken"), Omittable
    ] = None
    language1: Annotated[str | None, Field(max_length=8), Omittable] = None
    language2: Annotated[str | None, Field(max_length=8), Omittable] = None
    personal_message: Annotated[
        MessageContentType | None, Field(alias="personalMessage"), Omittable
    ] = None


class MessageInfoType(OpenModel):
    """Part of NotifyDisplayMessagesRequest and SetDisplayMessageRequest."""

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


class MonitoringDataType(OpenModel):
    """Part of NotifyMonitoringReportRequest."""

    component: ComponentType
    variable: VariableType
    variable_monitoring: Annotated[
        Sequence[VariableMonitoringType],
        Field(alias="variableMonitoring"),
        Array(min_items=1),
    ]


class NetworkConnectionProfileType(OpenModel):
    """Part of SetNetworkProfileRequest."""

    apn: Annotated[APNType | None, Omittable] = None
    ocpp_version: Annotated[OCPPVersionEnumType, Field(alias="ocppVersion")]
    ocpp_transport: Annotated[OCPPTransportEnumType, Field(alias="ocppTransport")]
    ocpp_csms_url: Annotated[str, Field(alias="ocppCsmsUrl", max_length=512)]
    message_timeout: Annotated[int, Field(alias="messageTimeout")]
    ocpp_interface: Annotated[OCPPInterfaceEnumType, Field(alias="ocppInterface")]
    vpn: Annotated[VPNType | None, Omittable] = None


class PMaxScheduleType(OpenModel):
    """Part of SAScheduleType."""

    relative_time_interval: Annotated[
        RelativeTimeIntervalType, Field(alias="relativeTimeInterval")
    ]
    p_max: Annotated[float, Field(alias="pMax")]


class ReportDataType(OpenModel):
    """Part of NotifyReportRequest."""

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


class SalesTariffEntryType(OpenModel):
    """Part of SalesTariffType."""

    relative_time_interval: Annotated[
        RelativeTimeIntervalType | None, Field(alias="relativeTimeInterval"), Omittable
    ] = None
    e_price_level: Annotated[
        int | None, Field(alias="ePriceLevel", ge=0), Omittable
    ] = None
    consumption_cost: Annotated[
        Sequence[ConsumptionCostType] | None,
        Field(alias="consumptionCost"),
        Array(min_items=1, max_items=3),
        Omittable,
    ] = None


class SalesTariffType(OpenModel):
    """Part of SAScheduleType."""

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


class SampledValueType(OpenModel):
    """Part of MeterValueType."""

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


class SetMonitoringDataType(OpenModel):
    """Part of SetVariableMonitoringRequest."""

    id: Annotated[int | None, Omittable] = None
    value: float
    type: MonitorEnumType
    severity: int
    transaction: Annotated[bool | None, Omittable] = None
    component: ComponentType
    variable: VariableType


class SetMonitoringResultType(OpenModel):
    """Part of SetVariableMonitoringResponse."""

    id: Annotated[int | None, Omittable] = None
    type: MonitorEnumType
    severity: int
    status: SetMonitoringStatusEnumType
    component: ComponentType
    variable: VariableType


class SetVariableDataType(OpenModel):
    """Part of SetVariablesRequest."""

    attribute_type: Annotated[
        AttributeEnumType | None, Field(alias="attributeType"), Omittable
    ] = None
    attribute_value: Annotated[str, Field(alias="attributeValue", max_length=1000)]
    component: ComponentType
    variable: VariableType


class SetVariableResultType(OpenModel):
    """Part of SetVariablesResponse."""

    attribute_type: Annotated[
        AttributeEnumType | None, Field(alias="attributeType"), Omittable
    ] = None
    attribute_status: Annotated[
        SetVariableStatusEnumType, Field(alias="attributeStatus")
    ]
    component: ComponentType
    variable: VariableType


class AuthorizationData(OpenModel):
    """Part of SendLocalListRequest."""

    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    id_token_info: Annotated[
        IdTokenInfoType | None, Field(alias="idTokenInfo"), Omittable
    ] = None


class MeterValueType(OpenModel):
    """Part of MeterValuesRequest and TransactionEventRequest."""

    sampled_value: Annotated[
        Sequence[SampledValueType], Field(alias="sampledValue"), Array(min_items=1)
    ]
    timestamp: DateTime


class SAScheduleType(OpenModel):
    """Part of NotifyCentralChargingNeedsRequest."""

    p_max_schedule: Annotated[
        Sequence[PMaxScheduleType],
        Field(alias="pMaxSchedule"),
        Array(min_items=1, max_items=1024),
    ]
    sa_schedule_tuple_id: Annotated[int, Field(alias="saScheduleTupleID")]
    sales_tariff: Annotated[
        SalesTariffType | None, Field(alias="salesTariff"), Omittable
    ] = None
