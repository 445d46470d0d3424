# Generated from the schemas of OCPP 2.1 by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The datatypes of OCPP 2.1."""

__all__ = [
    "ACChargingParametersType",
    "APNType",
    "AbsolutePriceScheduleType",
    "AdditionalInfoType",
    "AdditionalSelectedServicesType",
    "AddressType",
    "AuthorizationData",
    "BatteryDataType",
    "CertificateHashDataChainType",
    "CertificateHashDataType",
    "CertificateStatusRequestInfoType",
    "CertificateStatusType",
    "ChargingLimitType",
    "ChargingNeedsType",
    "ChargingPeriodType",
    "ChargingProfileCriterionType",
    "ChargingProfileType",
    "ChargingSchedulePeriodType",
    "ChargingScheduleType",
    "ChargingScheduleUpdateType",
    "ChargingStationType",
    "ClearChargingProfileType",
    "ClearMonitoringResultType",
    "ClearTariffsResultType",
    "ComponentType",
    "ComponentVariableType",
    "CompositeScheduleType",
    "ConstantStreamDataType",
    "ConsumptionCostType",
    "CostDetailsType",
    "CostDimensionType",
    "CostType",
    "CustomDataType",
    "DCChargingParametersType",
    "DERChargingParametersType",
    "DERCurveGetType",
    "DERCurvePointsType",
    "DERCurveType",
    "EVAbsolutePriceScheduleEntryType",
    "EVAbsolutePriceScheduleType",
    "EVEnergyOfferType",
    "EVPowerScheduleEntryType",
    "EVPowerScheduleType",
    "EVPriceRuleType",
    "EVSEType",
    "EnterServiceGetType",
    "EnterServiceType",
    "EventDataType",
    "FirmwareType",
    "FixedPFGetType",
    "FixedPFType",
    "FixedVarGetType",
    "FixedVarType",
    "FreqDroopGetType",
    "FreqDroopType",
    "GetVariableDataType",
    "GetVariableResultType",
    "GradientGetType",
    "GradientType",
    "HysteresisType",
    "IdTokenInfoType",
    "IdTokenType",
    "LimitAtSoCType",
    "LimitMaxDischargeGetType",
    "LimitMaxDischargeType",
    "LogParametersType",
    "MessageContentType",
    "MessageInfoType",
    "MeterValueType",
    "ModemType",
    "MonitoringDataType",
    "NetworkConnectionProfileType",
    "OCSPRequestDataType",
    "OverstayRuleListType",
    "OverstayRuleType",
    "PeriodicEventStreamParamsType",
    "PriceLevelScheduleEntryType",
    "PriceLevelScheduleType",
    "PriceRuleStackType",
    "PriceRuleType",
    "PriceType",
    "RationalNumberType",
    "ReactivePowerParamsType",
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
    "StreamDataElementType",
    "TariffAssignmentType",
    "TariffConditionsFixedType",
    "TariffConditionsType",
    "TariffEnergyPriceType",
    "TariffEnergyType",
    "TariffFixedPriceType",
    "TariffFixedType",
    "TariffTimePriceType",
    "TariffTimeType",
    "TariffType",
    "TaxRateType",
    "TaxRuleType",
    "TotalCostType",
    "TotalPriceType",
    "TotalUsageType",
    "TransactionLimitType",
    "TransactionType",
    "UnitOfMeasureType",
    "V2XChargingParametersType",
    "V2XFreqWattPointType",
    "V2XSignalWattPointType",
    "VPNType",
    "VariableAttributeType",
    "VariableCharacteristicsType",
    "VariableMonitoringType",
    "VariableType",
    "VoltageParamsType",
]


from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from ocpp_messages.model import Array, DateTime, Omittable
from ocpp_messages.v21.base import Model, OpenModel
from ocpp_messages.v21.enumerations import (
    APNAuthenticationEnumType,
    AttributeEnumType,
    AuthorizationStatusEnumType,
    CertificateStatusEnumType,
    CertificateStatusSourceEnumType,
    ChargingProfileKindEnumType,
    ChargingProfilePurposeEnumType,
    ChargingRateUnitEnumType,
    ChargingStateEnumType,
    ClearMonitoringStatusEnumType,
    ControlModeEnumType,
    CostDimensionEnumType,
    CostKindEnumType,
    DataEnumType,
    DayOfWeekEnumType,
    DERControlEnumType,
    DERUnitEnumType,
    EnergyTransferModeEnumType,
    EventNotificationEnumType,
    EventTriggerEnumType,
    EvseKindEnumType,
    GetCertificateIdUseEnumType,
    GetVariableStatusEnumType,
    HashAlgorithmEnumType,
    IslandingDetectionEnumType,
    LocationEnumType,
    MeasurandEnumType,
    MessageFormatEnumType,
    MessagePriorityEnumType,
    MessageStateEnumType,
    MobilityNeedsModeEnumType,
    MonitorEnumType,
    MutabilityEnumType,
    OCPPInterfaceEnumType,
    OCPPTransportEnumType,
    OCPPVersionEnumType,
    OperationModeEnumType,
    PhaseEnumType,
    PowerDuringCessationEnumType,
    ReadingContextEnumType,
    ReasonEnumType,
    RecurrencyKindEnumType,
    SetMonitoringStatusEnumType,
    SetVariableStatusEnumType,
    TariffClearStatusEnumType,
    TariffCostEnumType,
    TariffKindEnumType,
    VPNEnumType,
)


class CustomDataType(OpenModel):
    """Part of ACChargingParametersType, APNType and 300 more."""

    vendor_id: Annotated[str, Field(alias="vendorId", max_length=255)]


class DCChargingParametersType(Model):
    """Part of ChargingNeedsType."""

    ev_max_current: Annotated[float, Field(alias="evMaxCurrent")]
    ev_max_voltage: Annotated[float, Field(alias="evMaxVoltage")]
    ev_max_power: Annotated[float | None, Field(alias="evMaxPower"), Omittable] = None
    ev_energy_capacity: Annotated[
        float | None, Field(alias="evEnergyCapacity"), Omittable
    ] = None
    energy_amount: Annotated[float | None, Field(alias="energyAmount"), Omittable] = (
        None
    )
    state_of_charge: Annotated[
        int | None, Field(alias="stateOfCharge", ge=0, le=100), Omittable
    ] = None
    full_soc: Annotated[int | None, Field(alias="fullSoC", ge=0, le=100), Omittable] = (
        None
    )
    bulk_soc: Annotated[int | None, Field(alias="bulkSoC", ge=0, le=100), Omittable] = (
        None
    )
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class DERChargingParametersType(Model):
    """Part of ChargingNeedsType."""

    ev_supported_der_control: Annotated[
        Sequence[DERControlEnumType] | None,
        Field(alias="evSupportedDERControl"),
        Array(min_items=1),
        Omittable,
    ] = None
    ev_over_excited_max_discharge_power: Annotated[
        float | None, Field(alias="evOverExcitedMaxDischargePower"), Omittable
    ] = None
    ev_over_excited_power_factor: Annotated[
        float | None, Field(alias="evOverExcitedPowerFactor"), Omittable
    ] = None
    ev_under_excited_max_discharge_power: Annotated[
        float | None, Field(alias="evUnderExcitedMaxDischargePower"), Omittable
    ] = None
    ev_under_excited_power_factor: Annotated[
        float | None, Field(alias="evUnderExcitedPowerFactor"), Omittable
    ] = None
    max_apparent_power: Annotated[
        float | None, Field(alias="maxApparentPower"), Omittable
    ] = None
    max_charge_apparent_power: Annotated[
        float | None, Field(alias="maxChargeApparentPower"), Omittable
    ] = None
    max_charge_apparent_power_l2: Annotated[
        float | None, Field(alias="maxChargeApparentPower_L2"), Omittable
    ] = None
    max_charge_apparent_power_l3: Annotated[
        float | None, Field(alias="maxChargeApparentPower_L3"), Omittable
    ] = None
    max_discharge_apparent_power: Annotated[
        float | None, Field(alias="maxDischargeApparentPower"), Omittable
    ] = None
    max_discharge_apparent_power_l2: Annotated[
        float | None, Field(alias="maxDischargeApparentPower_L2"), Omittable
    ] = None
    max_discharge_apparent_power_l3: Annotated[
        float | None, Field(alias="maxDischargeApparentPower_L3"), Omittable
    ] = None
    max_charge_reactive_power: Annotated[
        float | None, Field(alias="maxChargeReactivePower"), Omittable
    ] = None
    max_charge_reactive_power_l2: Annotated[
        float | None, Field(alias="maxChargeReactivePower_L2"), Omittable
    ] = None
    max_charge_reactive_power_l3: Annotated[
        float | None, Field(alias="maxChargeReactivePower_L3"), Omittable
    ] = None
    min_charge_reactive_power: Annotated[
        float | None, Field(alias="minChargeReactivePower"), Omittable
    ] = None
    min_charge_reactive_power_l2: Annotated[
        float | None, Field(alias="minChargeReactivePower_L2"), Omittable
    ] = None
    min_charge_reactive_power_l3: Annotated[
        float | None, Field(alias="minChargeReactivePower_L3"), Omittable
    ] = None
    max_discharge_reactive_power: Annotated[
        float | None, Field(alias="maxDischargeReactivePower"), Omittable
    ] = None
    max_discharge_reactive_power_l2: Annotated[
        float | None, Field(alias="maxDischargeReactivePower_L2"), Omittable
    ] = None
    max_discharge_reactive_power_l3: Annotated[
        float | None, Field(alias="maxDischargeReactivePower_L3"), Omittable
    ] = None
    min_discharge_reactive_power: Annotated[
        float | None, Field(alias="minDischargeReactivePower"), Omittable
    ] = None
    min_discharge_reactive_power_l2: Annotated[
        float | None, Field(alias="minDischargeReactivePower_L2"), Omittable
    ] = None
    min_discharge_reactive_power_l3: Annotated[
        float | None, Field(alias="minDischargeReactivePower_L3"), Omittable
    ] = None
    nominal_voltage: Annotated[
        float | None, Field(alias="nominalVoltage"), Omittable
    ] = None
    nominal_voltage_offset: Annotated[
        float | None, Field(alias="nominalVoltageOffset"), Omittable
    ] = None
    max_nominal_voltage: Annotated[
        float | None, Field(alias="maxNominalVoltage"), Omittable
    ] = None
    min_nominal_voltage: Annotated[
        float | None, Field(alias="minNominalVoltage"), Omittable
    ] = None
    ev_inverter_manufacturer: Annotated[
        str | None, Field(alias="evInverterManufacturer", max_length=50), Omittable
    ] = None
    ev_inverter_model: Annotated[
        str | None, Field(alias="evInverterModel", max_length=50), Omittable
    ] = None
    ev_inverter_serial_number: Annotated[
        str | None, Field(alias="evInverterSerialNumber", max_length=50), Omittable
    ] = None
    ev_inverter_sw_version: Annotated[
        str | None, Field(alias="evInverterSwVersion", max_length=50), Omittable
    ] = None
    ev_inverter_hw_version: Annotated[
        str | None, Field(alias="evInverterHwVersion", max_length=50), Omittable
    ] = None
    ev_islanding_detection_method: Annotated[
        Sequence[IslandingDetectionEnumType] | None,
        Field(alias="evIslandingDetectionMethod"),
        Array(min_items=1),
        Omittable,
    ] = None
    ev_islanding_trip_time: Annotated[
        float | None, Field(alias="evIslandingTripTime"), Omittable
    ] = None
    ev_maximum_level1_dc_injection: Annotated[
        float | None, Field(alias="evMaximumLevel1DCInjection"), Omittable
    ] = None
    ev_duration_level1_dc_injection: Annotated[
        float | None, Field(alias="evDurationLevel1DCInjection"), Omittable
    ] = None
    ev_maximum_level2_dc_injection: Annotated[
        float | None, Field(alias="evMaximumLevel2DCInjection"), Omittable
    ] = None
    ev_duration_level2_dc_injection: Annotated[
        float | None, Field(alias="evDurationLevel2DCInjection"), Omittable
    ] = None
    ev_reactive_susceptance: Annotated[
        float | None, Field(alias="evReactiveSusceptance"), Omittable
    ] = None
    ev_session_total_discharge_energy_available: Annotated[
        float | None, Field(alias="evSessionTotalDischargeEnergyAvailable"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class DERCurvePointsType(Model):
    """Part of DERCurveType."""

    x: float
    y: float
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EVPowerScheduleEntryType(Model):
    """Part of EVPowerScheduleType."""

    duration: int
    power: float
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EVPowerScheduleType(Model):
    """Part of EVEnergyOfferType."""

    ev_power_schedule_entries: Annotated[
        Sequence[EVPowerScheduleEntryType],
        Field(alias="evPowerScheduleEntries"),
        Array(min_items=1, max_items=1024),
    ]
    time_anchor: Annotated[DateTime, Field(alias="timeAnchor")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EVPriceRuleType(Model):
    """Part of EVAbsolutePriceScheduleEntryType."""

    energy_fee: Annotated[float, Field(alias="energyFee")]
    power_range_start: Annotated[float, Field(alias="powerRangeStart")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EVSEType(Model):
    """Part of ComponentType, ChangeAvailabilityRequest and 2 more."""

    id: Annotated[int, Field(ge=0)]
    connector_id: Annotated[int | None, Field(alias="connectorId", ge=0), Omittable] = (
        None
    )
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EnterServiceType(Model):
    """Part of EnterServiceGetType and SetDERControlRequest."""

    priority: Annotated[int, Field(ge=0)]
    high_voltage: Annotated[float, Field(alias="highVoltage")]
    low_voltage: Annotated[float, Field(alias="lowVoltage")]
    high_freq: Annotated[float, Field(alias="highFreq")]
    low_freq: Annotated[float, Field(alias="lowFreq")]
    delay: Annotated[float | None, Omittable] = None
    random_delay: Annotated[float | None, Field(alias="randomDelay"), Omittable] = None
    ramp_rate: Annotated[float | None, Field(alias="rampRate"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FirmwareType(Model):
    """Part of UpdateFirmwareRequest."""

    location: Annotated[str, Field(max_length=2000)]
    retrieve_date_time: Annotated[DateTime, Field(alias="retrieveDateTime")]
    install_date_time: Annotated[
        DateTime | None, Field(alias="installDateTime"), Omittable
    ] = None
    signing_certificate: Annotated[
        str | None, Field(alias="signingCertificate", max_length=5500), Omittable
    ] = None
    signature: Annotated[str | None, Field(max_length=800), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FixedPFType(Model):
    """Part of FixedPFGetType and SetDERControlRequest."""

    priority: Annotated[int, Field(ge=0)]
    displacement: float
    excitation: bool
    start_time: Annotated[DateTime | None, Field(alias="startTime"), Omittable] = None
    duration: Annotated[float | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FixedVarType(Model):
    """Part of FixedVarGetType and SetDERControlRequest."""

    priority: Annotated[int, Field(ge=0)]
    setpoint: float
    unit: DERUnitEnumType
    start_time: Annotated[DateTime | None, Field(alias="startTime"), Omittable] = None
    duration: Annotated[float | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FreqDroopType(Model):
    """Part of FreqDroopGetType and SetDERControlRequest."""

    priority: Annotated[int, Field(ge=0)]
    over_freq: Annotated[float, Field(alias="overFreq")]
    under_freq: Annotated[float, Field(alias="underFreq")]
    over_droop: Annotated[float, Field(alias="overDroop")]
    under_droop: Annotated[float, Field(alias="underDroop")]
    response_time: Annotated[float, Field(alias="responseTime")]
    start_time: Annotated[DateTime | None, Field(alias="startTime"), Omittable] = None
    duration: Annotated[float | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GradientType(Model):
    """Part of GradientGetType and SetDERControlRequest."""

    priority: Annotated[int, Field(ge=0)]
    gradient: float
    soft_gradient: Annotated[float, Field(alias="softGradient")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class HysteresisType(Model):
    """Part of DERCurveType."""

    hysteresis_high: Annotated[
        float | None, Field(alias="hysteresisHigh"), Omittable
    ] = None
    hysteresis_low: Annotated[float | None, Field(alias="hysteresisLow"), Omittable] = (
        None
    )
    hysteresis_delay: Annotated[
        float | None, Field(alias="hysteresisDelay"), Omittable
    ] = None
    hysteresis_gradient: Annotated[
        float | None, Field(alias="hysteresisGradient"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class LimitAtSoCType(Model):
    """Part of ChargingScheduleType."""

    soc: Annotated[int, Field(ge=0, le=100)]
    limit: float
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class LogParametersType(Model):
    """Part of GetLogRequest."""

    remote_location: Annotated[str, Field(alias="remoteLocation", max_length=2000)]
    oldest_timestamp: Annotated[
        DateTime | None, Field(alias="oldestTimestamp"), Omittable
    ] = None
    latest_timestamp: Annotated[
        DateTime | None, Field(alias="latestTimestamp"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class MessageContentType(Model):
    """Part of IdTokenInfoType, MessageInfoType, TariffType and 1 more."""

    format: MessageFormatEnumType
    language: Annotated[str | None, Field(max_length=8), Omittable] = None
    content: Annotated[str, Field(max_length=1024)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ModemType(Model):
    """Part of ChargingStationType."""

    iccid: Annotated[str | None, Field(max_length=20), Omittable] = None
    imsi: Annotated[str | None, Field(max_length=20), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class OCSPRequestDataType(Model):
    """Part of AuthorizeRequest and GetCertificateStatusRequest."""

    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]
    responder_url: Annotated[str, Field(alias="responderURL", max_length=2000)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PeriodicEventStreamParamsType(Model):
    """Part of ConstantStreamDataType, SetMonitoringDataType and 1 more."""

    interval: Annotated[int | None, Field(ge=0), Omittable] = None
    values: Annotated[int | None, Field(ge=0), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PriceLevelScheduleEntryType(Model):
    """Part of PriceLevelScheduleType."""

    duration: int
    price_level: Annotated[int, Field(alias="priceLevel", ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PriceLevelScheduleType(Model):
    """Part of ChargingScheduleType."""

    price_level_schedule_entries: Annotated[
        Sequence[PriceLevelScheduleEntryType],
        Field(alias="priceLevelScheduleEntries"),
        Array(min_items=1, max_items=100),
    ]
    time_anchor: Annotated[DateTime, Field(alias="timeAnchor")]
    price_schedule_id: Annotated[int, Field(alias="priceScheduleId", ge=0)]
    price_schedule_description: Annotated[
        str | None, Field(alias="priceScheduleDescription", max_length=32), Omittable
    ] = None
    number_of_price_levels: Annotated[int, Field(alias="numberOfPriceLevels", ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class RationalNumberType(Model):
    """Part of AbsolutePriceScheduleType, AdditionalSelectedServicesType and 4 more."""

    exponent: int
    value: int
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReactivePowerParamsType(Model):
    """Part of DERCurveType."""

    v_ref: Annotated[float | None, Field(alias="vRef"), Omittable] = None
    autonomous_v_ref_enable: Annotated[
        bool | None, Field(alias="autonomousVRefEnable"), Omittable
    ] = None
    autonomous_v_ref_time_constant: Annotated[
        float | None, Field(alias="autonomousVRefTimeConstant"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class RelativeTimeIntervalType(Model):
    """Part of SalesTariffEntryType."""

    start: int
    duration: Annotated[int | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SignedMeterValueType(Model):
    """Part of SampledValueType."""

    signed_meter_data: Annotated[str, Field(alias="signedMeterData", max_length=32768)]
    signing_method: Annotated[
        str | None, Field(alias="signingMethod", max_length=50), Omittable
    ] = None
    encoding_method: Annotated[str, Field(alias="encodingMethod", max_length=50)]
    public_key: Annotated[
        str | None, Field(alias="publicKey", max_length=2500), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class StatusInfoType(Model):
    """Part of ClearMonitoringResultType, ClearTariffsResultType and 59 more."""

    reason_code: Annotated[str, Field(alias="reasonCode", max_length=20)]
    additional_info: Annotated[
        str | None, Field(alias="additionalInfo", max_length=1024), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class StreamDataElementType(Model):
    """Part of NotifyPeriodicEventStream."""

    t: float
    v: Annotated[str, Field(max_length=2500)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TariffAssignmentType(Model):
    """Part of GetTariffsResponse."""

    tariff_id: Annotated[str, Field(alias="tariffId", max_length=60)]
    tariff_kind: Annotated[TariffKindEnumType, Field(alias="tariffKind")]
    valid_from: Annotated[DateTime | None, Field(alias="validFrom"), Omittable] = None
    evse_ids: Annotated[
        Sequence[Annotated[int, Field(ge=0)]] | None,
        Field(alias="evseIds"),
        Array(min_items=1),
        Omittable,
    ] = None
    id_tokens: Annotated[
        Sequence[Annotated[str, Field(max_length=255)]] | None,
        Field(alias="idTokens"),
        Array(min_items=1),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TariffConditionsFixedType(Model):
    """Part of TariffFixedPriceType."""

    start_time_of_day: Annotated[
        str | None, Field(alias="startTimeOfDay"), Omittable
    ] = None
    end_time_of_day: Annotated[str | None, Field(alias="endTimeOfDay"), Omittable] = (
        None
    )
    day_of_week: Annotated[
        Sequence[DayOfWeekEnumType] | None,
        Field(alias="dayOfWeek"),
        Array(min_items=1, max_items=7),
        Omittable,
    ] = None
    valid_from_date: Annotated[str | None, Field(alias="validFromDate"), Omittable] = (
        None
    )
    valid_to_date: Annotated[str | None, Field(alias="validToDate"), Omittable] = None
    evse_kind: Annotated[
        EvseKindEnumType | None, Field(alias="evseKind"), Omittable
    ] = None
    payment_brand: Annotated[
        str | None, Field(alias="paymentBrand", max_length=20), Omittable
    ] = None
    payment_recognition: Annotated[
        str | None, Field(alias="paymentRecognition", max_length=20), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TariffConditionsType(Model):
    """Part of TariffEnergyPriceType and TariffTimePriceType."""

    start_time_of_day: Annotated[
        str | None, Field(alias="startTimeOfDay"), Omittable
    ] = None
    end_time_of_day: Annotated[str | None, Field(alias="endTimeOfDay"), Omittable] = (
        None
    )
    day_of_week: Annotated[
        Sequence[DayOfWeekEnumType] | None,
        Field(alias="dayOfWeek"),
        Array(min_items=1, max_items=7),
        Omittable,
    ] = None
    valid_from_date: Annotated[str | None, Field(alias="validFromDate"), Omittable] = (
        None
    )
    valid_to_date: Annotated[str | None, Field(alias="validToDate"), Omittable] = None
    evse_kind: Annotated[
        EvseKindEnumType | None, Field(alias="evseKind"), Omittable
    ] = None
    min_energy: Annotated[float | None, Field(alias="minEnergy"), Omittable] = None
    max_energy: Annotated[float | None, Field(alias="maxEnergy"), Omittable] = None
    min_current: Annotated[float | None, Field(alias="minCurrent"), Omittable] = None
    max_current: Annotated[float | None, Field(alias="maxCurrent"), Omittable] = None
    min_power: Annotated[float | None, Field(alias="minPower"), Omittable] = None
    max_power: Annotated[float | None, Field(alias="maxPower"), Omittable] = None
    min_time: Annotated[int | None, Field(alias="minTime"), Omittable] = None
    max_time: Annotated[int | None, Field(alias="maxTime"), Omittable] = None
    min_charging_time: Annotated[
        int | None, Field(alias="minChargingTime"), Omittable
    ] = None
    max_charging_time: Annotated[
        int | None, Field(alias="maxChargingTime"), Omittable
    ] = None
    min_idle_time: Annotated[int | None, Field(alias="minIdleTime"), Omittable] = None
    max_idle_time: Annotated[int | None, Field(alias="maxIdleTime"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TariffEnergyPriceType(Model):
    """Part of TariffEnergyType."""

    price_kwh: Annotated[float, Field(alias="priceKwh")]
    conditions: Annotated[TariffConditionsType | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TariffFixedPriceType(Model):
    """Part of TariffFixedType."""

    conditions: Annotated[TariffConditionsFixedType | None, Omittable] = None
    price_fixed: Annotated[float, Field(alias="priceFixed")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TariffTimePriceType(Model):
    """Part of TariffTimeType."""

    price_minute: Annotated[float, Field(alias="priceMinute")]
    conditions: Annotated[TariffConditionsType | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TaxRateType(Model):
    """Part of PriceType, TariffEnergyType, TariffFixedType and 1 more."""

    type: Annotated[str, Field(max_length=20)]
    tax: float
    stack: Annotated[int | None, Field(ge=0), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TaxRuleType(Model):
    """Part of AbsolutePriceScheduleType."""

    tax_rule_id: Annotated[int, Field(alias="taxRuleID", ge=0)]
    tax_rule_name: Annotated[
        str | None, Field(alias="taxRuleName", max_length=100), Omittable
    ] = None
    tax_included_in_price: Annotated[
        bool | None, Field(alias="taxIncludedInPrice"), Omittable
    ] = None
    applies_to_energy_fee: Annotated[bool, Field(alias="appliesToEnergyFee")]
    applies_to_parking_fee: Annotated[bool, Field(alias="appliesToParkingFee")]
    applies_to_overstay_fee: Annotated[bool, Field(alias="appliesToOverstayFee")]
    applies_to_minimum_maximum_cost: Annotated[
        bool, Field(alias="appliesToMinimumMaximumCost")
    ]
    tax_rate: Annotated[RationalNumberType, Field(alias="taxRate")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TotalPriceType(Model):
    """Part of TotalCostType."""

    excl_tax: Annotated[float | None, Field(alias="exclTax"), Omittable] = None
    incl_tax: Annotated[float | None, Field(alias="inclTax"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TotalUsageType(Model):
    """Part of CostDetailsType."""

    energy: float
    charging_time: Annotated[int, Field(alias="chargingTime")]
    idle_time: Annotated[int, Field(alias="idleTime")]
    reservation_time: Annotated[
        int | None, Field(alias="reservationTime"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TransactionLimitType(Model):
    """Part of TransactionType and TransactionEventResponse."""

    max_cost: Annotated[float | None, Field(alias="maxCost"), Omittable] = None
    max_energy: Annotated[float | None, Field(alias="maxEnergy"), Omittable] = None
    max_time: Annotated[int | None, Field(alias="maxTime"), Omittable] = None
    max_soc: Annotated[int | None, Field(alias="maxSoC", ge=0, le=100), Omittable] = (
        None
    )
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TransactionType(Model):
    """Part of TransactionEventRequest."""

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
    operation_mode: Annotated[
        OperationModeEnumType | None, Field(alias="operationMode"), Omittable
    ] = None
    tariff_id: Annotated[
        str | None, Field(alias="tariffId", max_length=60), Omittable
    ] = None
    transaction_limit: Annotated[
        TransactionLimitType | None, Field(alias="transactionLimit"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UnitOfMeasureType(Model):
    """Part of SampledValueType."""

    unit: Annotated[str | None, Field(max_length=20), Omittable] = None
    multiplier: Annotated[int | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class V2XChargingParametersType(Model):
    """Part of ChargingNeedsType."""

    min_charge_power: Annotated[
        float | None, Field(alias="minChargePower"), Omittable
    ] = None
    min_charge_power_l2: Annotated[
        float | None, Field(alias="minChargePower_L2"), Omittable
    ] = None
    min_charge_power_l3: Annotated[
        float | None, Field(alias="minChargePower_L3"), Omittable
    ] = None
    max_charge_power: Annotated[
        float | None, Field(alias="maxChargePower"), Omittable
    ] = None
    max_charge_power_l2: Annotated[
        float | None, Field(alias="maxChargePower_L2"), Omittable
    ] = None
    max_charge_power_l3: Annotated[
        float | None, Field(alias="maxChargePower_L3"), Omittable
    ] = None
    min_discharge_power: Annotated[
        float | None, Field(alias="minDischargePower"), Omittable
    ] = None
    min_discharge_power_l2: Annotated[
        float | None, Field(alias="minDischargePower_L2"), Omittable
    ] = None
    min_discharge_power_l3: Annotated[
        float | None, Field(alias="minDischargePower_L3"), Omittable
    ] = None
    max_discharge_power: Annotated[
        float | None, Field(alias="maxDischargePower"), Omittable
    ] = None
    max_discharge_power_l2: Annotated[
        float | None, Field(alias="maxDischargePower_L2"), Omittable
    ] = None
    max_discharge_power_l3: Annotated[
        float | None, Field(alias="maxDischargePower_L3"), Omittable
    ] = None
    min_charge_current: Annotated[
        float | None, Field(alias="minChargeCurrent"), Omittable
    ] = None
    max_charge_current: Annotated[
        float | None, Field(alias="maxChargeCurrent"), Omittable
    ] = None
    min_discharge_current: Annotated[
        float | None, Field(alias="minDischargeCurrent"), Omittable
    ] = None
    max_discharge_current: Annotated[
        float | None, Field(alias="maxDischargeCurrent"), Omittable
    ] = None
    min_voltage: Annotated[float | None, Field(alias="minVoltage"), Omittable] = None
    max_voltage: Annotated[float | None, Field(alias="maxVoltage"), Omittable] = None
    ev_target_energy_request: Annotated[
        float | None, Field(alias="evTargetEnergyRequest"), Omittable
    ] = None
    ev_min_energy_request: Annotated[
        float | None, Field(alias="evMinEnergyRequest"), Omittable
    ] = None
    ev_max_energy_request: Annotated[
        float | None, Field(alias="evMaxEnergyRequest"), Omittable
    ] = None
    ev_min_v2x_energy_request: Annotated[
        float | None, Field(alias="evMinV2XEnergyRequest"), Omittable
    ] = None
    ev_max_v2x_energy_request: Annotated[
        float | None, Field(alias="evMaxV2XEnergyRequest"), Omittable
    ] = None
    target_soc: Annotated[
        int | None, Field(alias="targetSoC", ge=0, le=100), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class V2XFreqWattPointType(Model):
    """Part of ChargingSchedulePeriodType."""

    frequency: float
    power: float
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class V2XSignalWattPointType(Model):
    """Part of ChargingSchedulePeriodType."""

    signal: int
    power: float
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VPNType(Model):
    """Part of NetworkConnectionProfileType."""

    server: Annotated[str, Field(max_length=2000)]
    user: Annotated[str, Field(max_length=50)]
    group: Annotated[str | None, Field(max_length=50), Omittable] = None
    password: Annotated[str, Field(max_length=64)]
    key: Annotated[str, Field(max_length=255)]
    type: VPNEnumType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VariableAttributeType(Model):
    """Part of ReportDataType."""

    type: Annotated[AttributeEnumType | None, Omittable] = None
    value: Annotated[str | None, Field(max_length=2500), Omittable] = None
    mutability: Annotated[MutabilityEnumType | None, Omittable] = None
    persistent: Annotated[bool | None, Omittable] = None
    constant: Annotated[bool | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VariableCharacteristicsType(Model):
    """Part of ReportDataType."""

    unit: Annotated[str | None, Field(max_length=16), Omittable] = None
    data_type: Annotated[DataEnumType, Field(alias="dataType")]
    min_limit: Annotated[float | None, Field(alias="minLimit"), Omittable] = None
    max_limit: Annotated[float | None, Field(alias="maxLimit"), Omittable] = None
    max_elements: Annotated[int | None, Field(alias="maxElements", ge=1), Omittable] = (
        None
    )
    values_list: Annotated[
        str | None, Field(alias="valuesList", max_length=1000), Omittable
    ] = None
    supports_monitoring: Annotated[bool, Field(alias="supportsMonitoring")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VariableMonitoringType(Model):
    """Part of MonitoringDataType."""

    id: Annotated[int, Field(ge=0)]
    transaction: bool
    value: float
    type: MonitorEnumType
    severity: Annotated[int, Field(ge=0)]
    event_notification_type: Annotated[
        EventNotificationEnumType, Field(alias="eventNotificationType")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VariableType(Model):
    """Part of ComponentVariableType, EventDataType, GetVariableDataType and 7 more."""

    name: Annotated[str, Field(max_length=50)]
    instance: Annotated[str | None, Field(max_length=50), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VoltageParamsType(Model):
    """Part of DERCurveType."""

    hv10_min_mean_value: Annotated[
        float | None, Field(alias="hv10MinMeanValue"), Omittable
    ] = None
    hv10_min_mean_trip_delay: Annotated[
        float | None, Field(alias="hv10MinMeanTripDelay"), Omittable
    ] = None
    power_during_cessation: Annotated[
        PowerDuringCessationEnumType | None,
        Field(alias="powerDuringCessation"),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ACChargingParametersType(Model):
    """Part of ChargingNeedsType."""

    energy_amount: Annotated[float, Field(alias="energyAmount")]
    ev_min_current: Annotated[float, Field(alias="evMinCurrent")]
    ev_max_current: Annotated[float, Field(alias="evMaxCurrent")]
    ev_max_voltage: Annotated[float, Field(alias="evMaxVoltage")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class APNType(Model):
    """Part of NetworkConnectionProfileType."""

    apn: Annotated[str, Field(max_length=2000)]
    apn_user_name: Annotated[
        str | None, Field(alias="apnUserName", max_length=50), Omittable
    ] = None
    apn_password: Annotated[
        str | None, Field(alias="apnPassword", max_length=64), Omittable
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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class AdditionalInfoType(Model):
    """Part of IdTokenType."""

    additional_id_token: Annotated[
        str, Field(alias="additionalIdToken", max_length=255)
    ]
    type: Annotated[str, Field(max_length=50)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class AdditionalSelectedServicesType(Model):
    """Part of AbsolutePriceScheduleType."""

    service_fee: Annotated[RationalNumberType, Field(alias="serviceFee")]
    service_name: Annotated[str, Field(alias="serviceName", max_length=80)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class AddressType(Model):
    """Part of NotifySettlementRequest and VatNumberValidationResponse."""

    name: Annotated[str, Field(max_length=50)]
    address1: Annotated[str, Field(max_length=100)]
    address2: Annotated[str | None, Field(max_length=100), Omittable] = None
    city: Annotated[str, Field(max_length=100)]
    postal_code: Annotated[
        str | None, Field(alias="postalCode", max_length=20), Omittable
    ] = None
    country: Annotated[str, Field(max_length=50)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class BatteryDataType(Model):
    """Part of BatterySwapRequest."""

    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=50)]
    soc: Annotated[float, Field(alias="soC", ge=0, le=100)]
    soh: Annotated[float, Field(alias="soH", ge=0, le=100)]
    production_date: Annotated[
        DateTime | None, Field(alias="productionDate"), Omittable
    ] = None
    vendor_info: Annotated[
        str | None, Field(alias="vendorInfo", max_length=500), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CertificateHashDataType(Model):
    """Part of CertificateHashDataChainType and 5 more."""

    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CertificateStatusRequestInfoType(Model):
    """Part of GetCertificateChainStatusRequest."""

    certificate_hash_data: Annotated[
        CertificateHashDataType, Field(alias="certificateHashData")
    ]
    source: CertificateStatusSourceEnumType
    urls: Annotated[
        Sequence[Annotated[str, Field(max_length=2000)]],
        Array(min_items=1, max_items=5),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CertificateStatusType(Model):
    """Part of GetCertificateChainStatusResponse."""

    certificate_hash_data: Annotated[
        CertificateHashDataType, Field(alias="certificateHashData")
    ]
    source: CertificateStatusSourceEnumType
    status: CertificateStatusEnumType
    next_update: Annotated[DateTime, Field(alias="nextUpdate")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChargingLimitType(Model):
    """Part of NotifyChargingLimitRequest."""

    charging_limit_source: Annotated[
        str, Field(alias="chargingLimitSource", max_length=20)
    ]
    is_local_generation: Annotated[
        bool | None, Field(alias="isLocalGeneration"), Omittable
    ] = None
    is_grid_critical: Annotated[
        bool | None, Field(alias="isGridCritical"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChargingProfileCriterionType(Model):
    """Part of GetChargingProfilesRequest."""

    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType | None,
        Field(alias="chargingProfilePurpose"),
        Omittable,
    ] = None
    stack_level: Annotated[int | None, Field(alias="stackLevel", ge=0), Omittable] = (
        None
    )
    charging_profile_id: Annotated[
        Sequence[int] | None,
        Field(alias="chargingProfileId"),
        Array(min_items=1),
        Omittable,
    ] = None
    charging_limit_source: Annotated[
        Sequence[Annotated[str, Field(max_length=20)]] | None,
        Field(alias="chargingLimitSource"),
        Array(min_items=1, max_items=4),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChargingSchedulePeriodType(Model):
    """Part of ChargingScheduleType and CompositeScheduleType."""

    start_period: Annotated[int, Field(alias="startPeriod")]
    limit: Annotated[float | None, Omittable] = None
    limit_l2: Annotated[float | None, Field(alias="limit_L2"), Omittable] = None
    limit_l3: Annotated[float | None, Field(alias="limit_L3"), Omittable] = None
    number_phases: Annotated[
        int | None, Field(alias="numberPhases", ge=0, le=3), Omittable
    ] = None
    phase_to_use: Annotated[
        int | None, Field(alias="phaseToUse", ge=0, le=3), Omittable
    ] = None
    discharge_limit: Annotated[
        float | None, Field(alias="dischargeLimit", le=0), Omittable
    ] = None
    discharge_limit_l2: Annotated[
        float | None, Field(alias="dischargeLimit_L2", le=0), Omittable
    ] = None
    discharge_limit_l3: Annotated[
        float | None, Field(alias="dischargeLimit_L3", le=0), Omittable
    ] = None
    setpoint: Annotated[float | None, Omittable] = None
    setpoint_l2: Annotated[float | None, Field(alias="setpoint_L2"), Omittable] = None
    setpoint_l3: Annotated[float | None, Field(alias="setpoint_L3"), Omittable] = None
    setpoint_reactive: Annotated[
        float | None, Field(alias="setpointReactive"), Omittable
    ] = None
    setpoint_reactive_l2: Annotated[
        float | None, Field(alias="setpointReactive_L2"), Omittable
    ] = None
    setpoint_reactive_l3: Annotated[
        float | None, Field(alias="setpointReactive_L3"), Omittable
    ] = None
    preconditioning_request: Annotated[
        bool | None, Field(alias="preconditioningRequest"), Omittable
    ] = None
    evse_sleep: Annotated[bool | None, Field(alias="evseSleep"), Omittable] = None
    v2x_baseline: Annotated[float | None, Field(alias="v2xBaseline"), Omittable] = None
    operation_mode: Annotated[
        OperationModeEnumType | None, Field(alias="operationMode"), Omittable
    ] = None
    v2x_freq_watt_curve: Annotated[
        Sequence[V2XFreqWattPointType] | None,
        Field(alias="v2xFreqWattCurve"),
        Array(min_items=1, max_items=20),
        Omittable,
    ] = None
    v2x_signal_watt_curve: Annotated[
        Sequence[V2XSignalWattPointType] | None,
        Field(alias="v2xSignalWattCurve"),
        Array(min_items=1, max_items=20),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChargingScheduleUpdateType(Model):
    """Part of PullDynamicScheduleUpdateResponse and UpdateDynamicScheduleRequest."""

    limit: Annotated[float | None, Omittable] = None
    limit_l2: Annotated[float | None, Field(alias="limit_L2"), Omittable] = None
    limit_l3: Annotated[float | None, Field(alias="limit_L3"), Omittable] = None
    discharge_limit: Annotated[
        float | None, Field(alias="dischargeLimit", le=0), Omittable
    ] = None
    discharge_limit_l2: Annotated[
        float | None, Field(alias="dischargeLimit_L2", le=0), Omittable
    ] = None
    discharge_limit_l3: Annotated[
        float | None, Field(alias="dischargeLimit_L3", le=0), Omittable
    ] = None
    setpoint: Annotated[float | None, Omittable] = None
    setpoint_l2: Annotated[float | None, Field(alias="setpoint_L2"), Omittable] = None
    setpoint_l3: Annotated[float | None, Field(alias="setpoint_L3"), Omittable] = None
    setpoint_reactive: Annotated[
        float | None, Field(alias="setpointReactive"), Omittable
    ] = None
    setpoint_reactive_l2: Annotated[
        float | None, Field(alias="setpointReactive_L2"), Omittable
    ] = None
    setpoint_reactive_l3: Annotated[
        float | None, Field(alias="setpointReactive_L3"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChargingStationType(Model):
    """Part of BootNotificationRequest."""

    serial_number: Annotated[
        str | None, Field(alias="serialNumber", max_length=25), Omittable
    ] = None
    model: Annotated[str, Field(max_length=20)]
    modem: Annotated[ModemType | None, Omittable] = None
    vendor_name: Annotated[str, Field(alias="vendorName", max_length=50)]
    firmware_version: Annotated[
        str | None, Field(alias="firmwareVersion", max_length=50), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearChargingProfileType(Model):
    """Part of ClearChargingProfileRequest."""

    evse_id: Annotated[int | None, Field(alias="evseId", ge=0), Omittable] = None
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType | None,
        Field(alias="chargingProfilePurpose"),
        Omittable,
    ] = None
    stack_level: Annotated[int | None, Field(alias="stackLevel", ge=0), Omittable] = (
        None
    )
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearMonitoringResultType(Model):
    """Part of ClearVariableMonitoringResponse."""

    status: ClearMonitoringStatusEnumType
    id: Annotated[int, Field(ge=0)]
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearTariffsResultType(Model):
    """Part of ClearTariffsResponse."""

    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    tariff_id: Annotated[
        str | None, Field(alias="tariffId", max_length=60), Omittable
    ] = None
    status: TariffClearStatusEnumType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ComponentType(Model):
    """Part of ComponentVariableType, EventDataType, GetVariableDataType and 8 more."""

    evse: Annotated[EVSEType | None, Omittable] = None
    name: Annotated[str, Field(max_length=50)]
    instance: Annotated[str | None, Field(max_length=50), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ComponentVariableType(Model):
    """Part of GetMonitoringReportRequest and GetReportRequest."""

    component: ComponentType
    variable: Annotated[VariableType | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CompositeScheduleType(Model):
    """Part of GetCompositeScheduleResponse."""

    evse_id: Annotated[int, Field(alias="evseId", ge=0)]
    duration: int
    schedule_start: Annotated[DateTime, Field(alias="scheduleStart")]
    charging_rate_unit: Annotated[
        ChargingRateUnitEnumType, Field(alias="chargingRateUnit")
    ]
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriodType],
        Field(alias="chargingSchedulePeriod"),
        Array(min_items=1),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ConstantStreamDataType(Model):
    """Part of GetPeriodicEventStreamResponse and OpenPeriodicEventStreamRequest."""

    id: Annotated[int, Field(ge=0)]
    params: PeriodicEventStreamParamsType
    variable_monitoring_id: Annotated[int, Field(alias="variableMonitoringId", ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CostDimensionType(Model):
    """Part of ChargingPeriodType."""

    type: CostDimensionEnumType
    volume: float
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CostType(Model):
    """Part of ConsumptionCostType."""

    cost_kind: Annotated[CostKindEnumType, Field(alias="costKind")]
    amount: int
    amount_multiplier: Annotated[
        int | None, Field(alias="amountMultiplier"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class DERCurveType(Model):
    """Part of DERCurveGetType, LimitMaxDischargeType and SetDERControlRequest."""

    curve_data: Annotated[
        Sequence[DERCurvePointsType],
        Field(alias="curveData"),
        Array(min_items=1, max_items=10),
    ]
    hysteresis: Annotated[HysteresisType | None, Omittable] = None
    priority: Annotated[int, Field(ge=0)]
    reactive_power_params: Annotated[
        ReactivePowerParamsType | None, Field(alias="reactivePowerParams"), Omittable
    ] = None
    voltage_params: Annotated[
        VoltageParamsType | None, Field(alias="voltageParams"), Omittable
    ] = None
    y_unit: Annotated[DERUnitEnumType, Field(alias="yUnit")]
    response_time: Annotated[float | None, Field(alias="responseTime"), Omittable] = (
        None
    )
    start_time: Annotated[DateTime | None, Field(alias="startTime"), Omittable] = None
    duration: Annotated[float | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EVAbsolutePriceScheduleEntryType(Model):
    """Part of EVAbsolutePriceScheduleType."""

    duration: int
    ev_price_rule: Annotated[
        Sequence[EVPriceRuleType],
        Field(alias="evPriceRule"),
        Array(min_items=1, max_items=8),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EVAbsolutePriceScheduleType(Model):
    """Part of EVEnergyOfferType."""

    time_anchor: Annotated[DateTime, Field(alias="timeAnchor")]
    currency: Annotated[str, Field(max_length=3)]
    ev_absolute_price_schedule_entries: Annotated[
        Sequence[EVAbsolutePriceScheduleEntryType],
        Field(alias="evAbsolutePriceScheduleEntries"),
        Array(min_items=1, max_items=1024),
    ]
    price_algorithm: Annotated[str, Field(alias="priceAlgorithm", max_length=2000)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EVEnergyOfferType(Model):
    """Part of ChargingNeedsType."""

    ev_absolute_price_schedule: Annotated[
        EVAbsolutePriceScheduleType | None,
        Field(alias="evAbsolutePriceSchedule"),
        Omittable,
    ] = None
    ev_power_schedule: Annotated[EVPowerScheduleType, Field(alias="evPowerSchedule")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EnterServiceGetType(Model):
    """Part of ReportDERControlRequest."""

    enter_service: Annotated[EnterServiceType, Field(alias="enterService")]
    id: Annotated[str, Field(max_length=36)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EventDataType(Model):
    """Part of NotifyEventRequest."""

    event_id: Annotated[int, Field(alias="eventId", ge=0)]
    timestamp: DateTime
    trigger: EventTriggerEnumType
    cause: Annotated[int | None, Field(ge=0), Omittable] = None
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
        int | None, Field(alias="variableMonitoringId", ge=0), Omittable
    ] = None
    event_notification_type: Annotated[
        EventNotificationEnumType, Field(alias="eventNotificationType")
    ]
    variable: VariableType
    severity: Annotated[int | None, Field(ge=0), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FixedPFGetType(Model):
    """Part of ReportDERControlRequest."""

    fixed_pf: Annotated[FixedPFType, Field(alias="fixedPF")]
    id: Annotated[str, Field(max_length=36)]
    is_default: Annotated[bool, Field(alias="isDefault")]
    is_superseded: Annotated[bool, Field(alias="isSuperseded")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FixedVarGetType(Model):
    """Part of ReportDERControlRequest."""

    fixed_var: Annotated[FixedVarType, Field(alias="fixedVar")]
    id: Annotated[str, Field(max_length=36)]
    is_default: Annotated[bool, Field(alias="isDefault")]
    is_superseded: Annotated[bool, Field(alias="isSuperseded")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FreqDroopGetType(Model):
    """Part of ReportDERControlRequest."""

    freq_droop: Annotated[FreqDroopType, Field(alias="freqDroop")]
    id: Annotated[str, Field(max_length=36)]
    is_default: Annotated[bool, Field(alias="isDefault")]
    is_superseded: Annotated[bool, Field(alias="isSuperseded")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetVariableDataType(Model):
    """Part of GetVariablesRequest."""

    attribute_type: Annotated[
        AttributeEnumType | None, Field(alias="attributeType"), Omittable
    ] = None
    component: ComponentType
    variable: VariableType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetVariableResultType(Model):
    """Part of GetVariablesResponse."""

    attribute_status: Annotated[
        GetVariableStatusEnumType, Field(alias="attributeStatus")
    ]
    attribute_status_info: Annotated[
        StatusInfoType | None, Field(alias="attributeStatusInfo"), Omittable
    ] = None
    attribute_type: Annotated[
        AttributeEnumType | None, Field(alias="attributeType"), Omittable
    ] = None
    attribute_value: Annotated[
        str | None, Field(alias="attributeValue", max_length=2500), Omittable
    ] = None
    component: ComponentType
    variable: VariableType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GradientGetType(Model):
    """Part of ReportDERControlRequest."""

    gradient: GradientType
    id: Annotated[str, Field(max_length=36)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class IdTokenType(Model):
    """Part of AuthorizationData, IdTokenInfoType, AuthorizeRequest and 6 more."""

    additional_info: Annotated[
        Sequence[AdditionalInfoType] | None,
        Field(alias="additionalInfo"),
        Array(min_items=1),
        Omittable,
    ] = None
    id_token: Annotated[str, Field(alias="idToken", max_length=255)]
    type: Annotated[str, Field(max_length=20)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class LimitMaxDischargeType(Model):
    """Part of LimitMaxDischargeGetType and SetDERControlRequest."""

    priority: Annotated[int, Field(ge=0)]
    pct_max_discharge_power: Annotated[
        float | None, Field(alias="pctMaxDischargePower"), Omittable
    ] = None
    power_monitoring_must_trip: Annotated[
        DERCurveType | None, Field(alias="powerMonitoringMustTrip"), Omittable
    ] = None
    start_time: Annotated[DateTime | None, Field(alias="startTime"), Omittable] = None
    duration: Annotated[float | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class MessageInfoType(Model):
    """Part of NotifyDisplayMessagesRequest and SetDisplayMessageRequest."""

    display: Annotated[ComponentType | None, Omittable] = None
    id: Annotated[int, Field(ge=0)]
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
    message_extra: Annotated[
        Sequence[MessageContentType] | None,
        Field(alias="messageExtra"),
        Array(min_items=1, max_items=4),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class MonitoringDataType(Model):
    """Part of NotifyMonitoringReportRequest."""

    component: ComponentType
    variable: VariableType
    variable_monitoring: Annotated[
        Sequence[VariableMonitoringType],
        Field(alias="variableMonitoring"),
        Array(min_items=1),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class NetworkConnectionProfileType(Model):
    """Part of SetNetworkProfileRequest."""

    apn: Annotated[APNType | None, Omittable] = None
    ocpp_version: Annotated[
        OCPPVersionEnumType | None, Field(alias="ocppVersion"), Omittable
    ] = None
    ocpp_interface: Annotated[OCPPInterfaceEnumType, Field(alias="ocppInterface")]
    ocpp_transport: Annotated[OCPPTransportEnumType, Field(alias="ocppTransport")]
    message_timeout: Annotated[int, Field(alias="messageTimeout")]
    ocpp_csms_url: Annotated[str, Field(alias="ocppCsmsUrl", max_length=2000)]
    security_profile: Annotated[int, Field(alias="securityProfile", ge=0)]
    identity: Annotated[str | None, Field(max_length=48), Omittable] = None
    basic_auth_password: Annotated[
        str | None, Field(alias="basicAuthPassword", max_length=64), Omittable
    ] = None
    vpn: Annotated[VPNType | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class OverstayRuleType(Model):
    """Part of OverstayRuleListType."""

    overstay_fee: Annotated[RationalNumberType, Field(alias="overstayFee")]
    overstay_rule_description: Annotated[
        str | None, Field(alias="overstayRuleDescription", max_length=32), Omittable
    ] = None
    start_time: Annotated[int, Field(alias="startTime")]
    overstay_fee_period: Annotated[int, Field(alias="overstayFeePeriod")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PriceRuleType(Model):
    """Part of PriceRuleStackType."""

    parking_fee_period: Annotated[
        int | None, Field(alias="parkingFeePeriod"), Omittable
    ] = None
    carbon_dioxide_emission: Annotated[
        int | None, Field(alias="carbonDioxideEmission", ge=0), Omittable
    ] = None
    renewable_generation_percentage: Annotated[
        int | None,
        Field(alias="renewableGenerationPercentage", ge=0, le=100),
        Omittable,
    ] = None
    energy_fee: Annotated[RationalNumberType, Field(alias="energyFee")]
    parking_fee: Annotated[
        RationalNumberType | None, Field(alias="parkingFee"), Omittable
    ] = None
    power_range_start: Annotated[RationalNumberType, Field(alias="powerRangeStart")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PriceType(Model):
    """Part of TariffType and TotalCostType."""

    excl_tax: Annotated[float | None, Field(alias="exclTax"), Omittable] = None
    incl_tax: Annotated[float | None, Field(alias="inclTax"), Omittable] = None
    tax_rates: Annotated[
        Sequence[TaxRateType] | None,
        Field(alias="taxRates"),
        Array(min_items=1, max_items=5),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReportDataType(Model):
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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SampledValueType(Model):
    """Part of MeterValueType."""

    value: float
    measurand: Annotated[MeasurandEnumType | None, Omittable] = None
    context: Annotated[ReadingContextEnumType | None, Omittable] = None
    phase: Annotated[PhaseEnumType | None, Omittable] = None
    location: Annotated[LocationEnumType | None, Omittable] = None
    signed_meter_value: Annotated[
        SignedMeterValueType | None, Field(alias="signedMeterValue"), Omittable
    ] = None
    unit_of_measure: Annotated[
        UnitOfMeasureType | None, Field(alias="unitOfMeasure"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetMonitoringDataType(Model):
    """Part of SetVariableMonitoringRequest."""

    id: Annotated[int | None, Field(ge=0), Omittable] = None
    periodic_event_stream: Annotated[
        PeriodicEventStreamParamsType | None,
        Field(alias="periodicEventStream"),
        Omittable,
    ] = None
    transaction: Annotated[bool | None, Omittable] = None
    value: float
    type: MonitorEnumType
    severity: Annotated[int, Field(ge=0)]
    component: ComponentType
    variable: VariableType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetMonitoringResultType(Model):
    """Part of SetVariableMonitoringResponse."""

    id: Annotated[int | None, Field(ge=0), Omittable] = None
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    status: SetMonitoringStatusEnumType
    type: MonitorEnumType
    component: ComponentType
    variable: VariableType
    severity: Annotated[int, Field(ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetVariableDataType(Model):
    """Part of SetVariablesRequest."""

    attribute_type: Annotated[
        AttributeEnumType | None, Field(alias="attributeType"), Omittable
    ] = None
    attribute_value: Annotated[str, Field(alias="attributeValue", max_length=2500)]
    component: ComponentType
    variable: VariableType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetVariableResultType(Model):
    """Part of SetVariablesResponse."""

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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TariffEnergyType(Model):
    """Part of TariffType."""

    prices: Annotated[Sequence[TariffEnergyPriceType], Array(min_items=1)]
    tax_rates: Annotated[
        Sequence[TaxRateType] | None,
        Field(alias="taxRates"),
        Array(min_items=1, max_items=5),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TariffFixedType(Model):
    """Part of TariffType."""

    prices: Annotated[Sequence[TariffFixedPriceType], Array(min_items=1)]
    tax_rates: Annotated[
        Sequence[TaxRateType] | None,
        Field(alias="taxRates"),
        Array(min_items=1, max_items=5),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TariffTimeType(Model):
    """Part of TariffType."""

    prices: Annotated[Sequence[TariffTimePriceType], Array(min_items=1)]
    tax_rates: Annotated[
        Sequence[TaxRateType] | None,
        Field(alias="taxRates"),
        Array(min_items=1, max_items=5),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TariffType(Model):
    """Part of AuthorizeResponse, ChangeTransactionTariffRequest and 1 more."""

    tariff_id: Annotated[str, Field(alias="tariffId", max_length=60)]
    description: Annotated[
        Sequence[MessageContentType] | None, Array(min_items=1, max_items=10), Omittable
    ] = None
    currency: Annotated[str, Field(max_length=3)]
    energy: Annotated[TariffEnergyType | None, Omittable] = None
    valid_from: Annotated[DateTime | None, Field(alias="validFrom"), Omittable] = None
    charging_time: Annotated[
        TariffTimeType | None, Field(alias="chargingTime"), Omittable
    ] = None
    idle_time: Annotated[TariffTimeType | None, Field(alias="idleTime"), Omittable] = (
        None
    )
    fixed_fee: Annotated[TariffFixedType | None, Field(alias="fixedFee"), Omittable] = (
        None
    )
    reservation_time: Annotated[
        TariffTimeType | None, Field(alias="reservationTime"), Omittable
    ] = None
    reservation_fixed: Annotated[
        TariffFixedType | None, Field(alias="reservationFixed"), Omittable
    ] = None
    min_cost: Annotated[PriceType | None, Field(alias="minCost"), Omittable] = None
    max_cost: Annotated[PriceType | None, Field(alias="maxCost"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TotalCostType(Model):
    """Part of CostDetailsType."""

    currency: Annotated[str, Field(max_length=3)]
    type_of_cost: Annotated[TariffCostEnumType, Field(alias="typeOfCost")]
    fixed: Annotated[PriceType | None, Omittable] = None
    energy: Annotated[PriceType | None, Omittable] = None
    charging_time: Annotated[
        PriceType | None, Field(alias="chargingTime"), Omittable
    ] = None
    idle_time: Annotated[PriceType | None, Field(alias="idleTime"), Omittable] = None
    reservation_time: Annotated[
        PriceType | None, Field(alias="reservationTime"), Omittable
    ] = None
    reservation_fixed: Annotated[
        PriceType | None, Field(alias="reservationFixed"), Omittable
    ] = None
    total: TotalPriceType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CertificateHashDataChainType(Model):
    """Part of GetInstalledCertificateIdsResponse."""

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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChargingNeedsType(Model):
    """Part of NotifyEVChargingNeedsRequest."""

    ac_charging_parameters: Annotated[
        ACChargingParametersType | None, Field(alias="acChargingParameters"), Omittable
    ] = None
    der_charging_parameters: Annotated[
        DERChargingParametersType | None,
        Field(alias="derChargingParameters"),
        Omittable,
    ] = None
    ev_energy_offer: Annotated[
        EVEnergyOfferType | None, Field(alias="evEnergyOffer"), Omittable
    ] = None
    requested_energy_transfer: Annotated[
        EnergyTransferModeEnumType, Field(alias="requestedEnergyTransfer")
    ]
    dc_charging_parameters: Annotated[
        DCChargingParametersType | None, Field(alias="dcChargingParameters"), Omittable
    ] = None
    v2x_charging_parameters: Annotated[
        V2XChargingParametersType | None,
        Field(alias="v2xChargingParameters"),
        Omittable,
    ] = None
    available_energy_transfer: Annotated[
        Sequence[EnergyTransferModeEnumType] | None,
        Field(alias="availableEnergyTransfer"),
        Array(min_items=1),
        Omittable,
    ] = None
    control_mode: Annotated[
        ControlModeEnumType | None, Field(alias="controlMode"), Omittable
    ] = None
    mobility_needs_mode: Annotated[
        MobilityNeedsModeEnumType | None, Field(alias="mobilityNeedsMode"), Omittable
    ] = None
    departure_time: Annotated[
        DateTime | None, Field(alias="departureTime"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChargingPeriodType(Model):
    """Part of CostDetailsType."""

    dimensions: Annotated[
        Sequence[CostDimensionType] | None, Array(min_items=1), Omittable
    ] = None
    tariff_id: Annotated[
        str | None, Field(alias="tariffId", max_length=60), Omittable
    ] = None
    start_period: Annotated[DateTime, Field(alias="startPeriod")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ConsumptionCostType(Model):
    """Part of SalesTariffEntryType."""

    start_value: Annotated[float, Field(alias="startValue")]
    cost: Annotated[Sequence[CostType], Array(min_items=1, max_items=3)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CostDetailsType(Model):
    """Part of TransactionEventRequest."""

    charging_periods: Annotated[
        Sequence[ChargingPeriodType] | None,
        Field(alias="chargingPeriods"),
        Array(min_items=1),
        Omittable,
    ] = None
    total_cost: Annotated[TotalCostType, Field(alias="totalCost")]
    total_usage: Annotated[TotalUsageType, Field(alias="totalUsage")]
    failure_to_calculate: Annotated[
        bool | None, Field(alias="failureToCalculate"), Omittable
    ] = None
    failure_reason: Annotated[
        str | None, Field(alias="failureReason", max_length=500), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class DERCurveGetType(Model):
    """Part of ReportDERControlRequest."""

    curve: DERCurveType
    id: Annotated[str, Field(max_length=36)]
    curve_type: Annotated[DERControlEnumType, Field(alias="curveType")]
    is_default: Annotated[bool, Field(alias="isDefault")]
    is_superseded: Annotated[bool, Field(alias="isSuperseded")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class IdTokenInfoType(Model):
    """Part of AuthorizationData, AuthorizeResponse and TransactionEventResponse."""

    status: AuthorizationStatusEnumType
    cache_expiry_date_time: Annotated[
        DateTime | None, Field(alias="cacheExpiryDateTime"), Omittable
    ] = None
    charging_priority: Annotated[
        int | None, Field(alias="chargingPriority"), Omittable
    ] = None
    group_id_token: Annotated[
        IdTokenType | None, Field(alias="groupIdToken"), Omittable
    ] = None
    language1: Annotated[str | None, Field(max_length=8), Omittable] = None
    language2: Annotated[str | None, Field(max_length=8), Omittable] = None
    evse_id: Annotated[
        Sequence[Annotated[int, Field(ge=0)]] | None,
        Field(alias="evseId"),
        Array(min_items=1),
        Omittable,
    ] = None
    personal_message: Annotated[
        MessageContentType | None, Field(alias="personalMessage"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class LimitMaxDischargeGetType(Model):
    """Part of ReportDERControlRequest."""

    id: Annotated[str, Field(max_length=36)]
    is_default: Annotated[bool, Field(alias="isDefault")]
    is_superseded: Annotated[bool, Field(alias="isSuperseded")]
    limit_max_discharge: Annotated[
        LimitMaxDischargeType, Field(alias="limitMaxDischarge")
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class MeterValueType(Model):
    """Part of MeterValuesRequest and TransactionEventRequest."""

    sampled_value: Annotated[
        Sequence[SampledValueType], Field(alias="sampledValue"), Array(min_items=1)
    ]
    timestamp: DateTime
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class OverstayRuleListType(Model):
    """Part of AbsolutePriceScheduleType."""

    overstay_power_threshold: Annotated[
        RationalNumberType | None, Field(alias="overstayPowerThreshold"), Omittable
    ] = None
    overstay_rule: Annotated[
        Sequence[OverstayRuleType],
        Field(alias="overstayRule"),
        Array(min_items=1, max_items=5),
    ]
    overstay_time_threshold: Annotated[
        int | None, Field(alias="overstayTimeThreshold"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PriceRuleStackType(Model):
    """Part of AbsolutePriceScheduleType."""

    duration: int
    price_rule: Annotated[
        Sequence[PriceRuleType],
        Field(alias="priceRule"),
        Array(min_items=1, max_items=8),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SalesTariffEntryType(Model):
    """Part of SalesTariffType."""

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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SalesTariffType(Model):
    """Part of ChargingScheduleType."""

    id: Annotated[int, Field(ge=0)]
    sales_tariff_description: Annotated[
        str | None, Field(alias="salesTariffDescription", max_length=32), Omittable
    ] = None
    num_e_price_levels: Annotated[
        int | None, Field(alias="numEPriceLevels", ge=0), Omittable
    ] = None
    sales_tariff_entry: Annotated[
        Sequence[SalesTariffEntryType],
        Field(alias="salesTariffEntry"),
        Array(min_items=1, max_items=1024),
    ]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class AbsolutePriceScheduleType(Model):
    """Part of ChargingScheduleType."""

    time_anchor: Annotated[DateTime, Field(alias="timeAnchor")]
    price_schedule_id: Annotated[int, Field(alias="priceScheduleID", ge=0)]
    price_schedule_description: Annotated[
        str | None, Field(alias="priceScheduleDescription", max_length=160), Omittable
    ] = None
    currency: Annotated[str, Field(max_length=3)]
    language: Annotated[str, Field(max_length=8)]
    price_algorithm: Annotated[str, Field(alias="priceAlgorithm", max_length=2000)]
    minimum_cost: Annotated[
        RationalNumberType | None, Field(alias="minimumCost"), Omittable
    ] = None
    maximum_cost: Annotated[
        RationalNumberType | None, Field(alias="maximumCost"), Omittable
    ] = None
    price_rule_stacks: Annotated[
        Sequence[PriceRuleStackType],
        Field(alias="priceRuleStacks"),
        Array(min_items=1, max_items=1024),
    ]
    tax_rules: Annotated[
        Sequence[TaxRuleType] | None,
        Field(alias="taxRules"),
        Array(min_items=1, max_items=10),
        Omittable,
    ] = None
    overstay_rule_list: Annotated[
        OverstayRuleListType | None, Field(alias="overstayRuleList"), Omittable
    ] = None
    additional_selected_services: Annotated[
        Sequence[AdditionalSelectedServicesType] | None,
        Field(alias="additionalSelectedServices"),
        Array(min_items=1, max_items=5),
        Omittable,
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class AuthorizationData(Model):
    """Part of SendLocalListRequest."""

    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    id_token_info: Annotated[
        IdTokenInfoType | None, Field(alias="idTokenInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChargingScheduleType(Model):
    """Part of ChargingProfileType, NotifyChargingLimitRequest and 1 more."""

    id: int
    limit_at_soc: Annotated[
        LimitAtSoCType | None, Field(alias="limitAtSoC"), Omittable
    ] = None
    start_schedule: Annotated[
        DateTime | None, Field(alias="startSchedule"), Omittable
    ] = None
    duration: Annotated[int | None, Omittable] = None
    charging_rate_unit: Annotated[
        ChargingRateUnitEnumType, Field(alias="chargingRateUnit")
    ]
    min_charging_rate: Annotated[
        float | None, Field(alias="minChargingRate"), Omittable
    ] = None
    power_tolerance: Annotated[
        float | None, Field(alias="powerTolerance"), Omittable
    ] = None
    signature_id: Annotated[int | None, Field(alias="signatureId", ge=0), Omittable] = (
        None
    )
    digest_value: Annotated[
        str | None, Field(alias="digestValue", max_length=88), Omittable
    ] = None
    use_local_time: Annotated[bool | None, Field(alias="useLocalTime"), Omittable] = (
        None
    )
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriodType],
        Field(alias="chargingSchedulePeriod"),
        Array(min_items=1, max_items=1024),
    ]
    randomized_delay: Annotated[
        int | None, Field(alias="randomizedDelay", ge=0), Omittable
    ] = None
    sales_tariff: Annotated[
        SalesTariffType | None, Field(alias="salesTariff"), Omittable
    ] = None
    absolute_price_schedule: Annotated[
        AbsolutePriceScheduleType | None,
        Field(alias="absolutePriceSchedule"),
        Omittable,
    ] = None
    price_level_schedule: Annotated[
        PriceLevelScheduleType | None, Field(alias="priceLevelSchedule"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChargingProfileType(Model):
    """Part of ReportChargingProfilesRequest and 2 more."""

    id: int
    stack_level: Annotated[int, Field(alias="stackLevel", ge=0)]
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
    transaction_id: Annotated[
        str | None, Field(alias="transactionId", max_length=36), Omittable
    ] = None
    max_offline_duration: Annotated[
        int | None, Field(alias="maxOfflineDuration"), Omittable
    ] = None
    charging_schedule: Annotated[
        Sequence[ChargingScheduleType],
        Field(alias="chargingSchedule"),
        Array(min_items=1, max_items=3),
    ]
    invalid_after_offline_duration: Annotated[
        bool | None, Field(alias="invalidAfterOfflineDuration"), Omittable
    ] = None
    dyn_update_interval: Annotated[
        int | None, Field(alias="dynUpdateInterval"), Omittable
    ] = None
    dyn_update_time: Annotated[
        DateTime | None, Field(alias="dynUpdateTime"), Omittable
    ] = None
    price_schedule_signature: Annotated[
        str | None, Field(alias="priceScheduleSignature", max_length=256), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
