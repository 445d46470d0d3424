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
    """Part of ACChargingParametersType, APNType and 300 more (OCPP 2.1 part 4 9).

    Attributes:
        vendor_id: `vendorId`: text of at most 255 characters.
    """

    vendor_id: Annotated[str, Field(alias="vendorId", max_length=255)]


class DCChargingParametersType(Model):
    """Part of ChargingNeedsType (OCPP 2.1 part 2, Datatypes 2.33).

    Attributes:
        ev_max_current: `evMaxCurrent`: decimal, in A.
        ev_max_voltage: `evMaxVoltage`: decimal.
        ev_max_power: `evMaxPower`: decimal, in W; optional.
        ev_energy_capacity: `evEnergyCapacity`: decimal, in Wh; optional.
        energy_amount: `energyAmount`: decimal, in Wh; optional.
        state_of_charge: `stateOfCharge`: integer, 0 to 100, in %; optional.
        full_soc: `fullSoC`: integer, 0 to 100, in %; optional.
        bulk_soc: `bulkSoC`: integer, 0 to 100, in %; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ChargingNeedsType (OCPP 2.1 part 2, Datatypes 2.34).

    Attributes:
        ev_supported_der_control: `evSupportedDERControl`: array of DERControlEnumType,
            at least 1 item; optional.
        ev_over_excited_max_discharge_power: `evOverExcitedMaxDischargePower`: decimal;
            optional.
        ev_over_excited_power_factor: `evOverExcitedPowerFactor`: decimal; optional.
        ev_under_excited_max_discharge_power: `evUnderExcitedMaxDischargePower`:
            decimal; optional.
        ev_under_excited_power_factor: `evUnderExcitedPowerFactor`: decimal; optional.
        max_apparent_power: `maxApparentPower`: decimal, in VA; optional.
        max_charge_apparent_power: `maxChargeApparentPower`: decimal, in VA; optional.
        max_charge_apparent_power_l2: `maxChargeApparentPower_L2`: decimal, in VA;
            optional.
        max_charge_apparent_power_l3: `maxChargeApparentPower_L3`: decimal, in VA;
            optional.
        max_discharge_apparent_power: `maxDischargeApparentPower`: decimal, in VA;
            optional.
        max_discharge_apparent_power_l2: `maxDischargeApparentPower_L2`: decimal, in VA;
            optional.
        max_discharge_apparent_power_l3: `maxDischargeApparentPower_L3`: decimal, in VA;
            optional.
        max_charge_reactive_power: `maxChargeReactivePower`: decimal, in var; optional.
        max_charge_reactive_power_l2: `maxChargeReactivePower_L2`: decimal, in var;
            optional.
        max_charge_reactive_power_l3: `maxChargeReactivePower_L3`: decimal, in var;
            optional.
        min_charge_reactive_power: `minChargeReactivePower`: decimal, in var; optional.
        min_charge_reactive_power_l2: `minChargeReactivePower_L2`: decimal, in var;
            optional.
        min_charge_reactive_power_l3: `minChargeReactivePower_L3`: decimal, in var;
            optional.
        max_discharge_reactive_power: `maxDischargeReactivePower`: decimal, in var;
            optional.
        max_discharge_reactive_power_l2: `maxDischargeReactivePower_L2`: decimal, in
            var; optional.
        max_discharge_reactive_power_l3: `maxDischargeReactivePower_L3`: decimal, in
            var; optional.
        min_discharge_reactive_power: `minDischargeReactivePower`: decimal, in var;
            optional.
        min_discharge_reactive_power_l2: `minDischargeReactivePower_L2`: decimal, in
            var; optional.
        min_discharge_reactive_power_l3: `minDischargeReactivePower_L3`: decimal, in
            var; optional.
        nominal_voltage: `nominalVoltage`: decimal; optional.
        nominal_voltage_offset: `nominalVoltageOffset`: decimal; optional.
        max_nominal_voltage: `maxNominalVoltage`: decimal; optional.
        min_nominal_voltage: `minNominalVoltage`: decimal; optional.
        ev_inverter_manufacturer: `evInverterManufacturer`: text of at most 50
            characters; optional.
        ev_inverter_model: `evInverterModel`: text of at most 50 characters; optional.
        ev_inverter_serial_number: `evInverterSerialNumber`: text of at most 50
            characters; optional.
        ev_inverter_sw_version: `evInverterSwVersion`: text of at most 50 characters;
            optional.
        ev_inverter_hw_version: `evInverterHwVersion`: text of at most 50 characters;
            optional.
        ev_islanding_detection_method: `evIslandingDetectionMethod`: array of
            IslandingDetectionEnumType, at least 1 item; optional.
        ev_islanding_trip_time: `evIslandingTripTime`: decimal; optional.
        ev_maximum_level1_dc_injection: `evMaximumLevel1DCInjection`: decimal; optional.
        ev_duration_level1_dc_injection: `evDurationLevel1DCInjection`: decimal;
            optional.
        ev_maximum_level2_dc_injection: `evMaximumLevel2DCInjection`: decimal; optional.
        ev_duration_level2_dc_injection: `evDurationLevel2DCInjection`: decimal;
            optional.
        ev_reactive_susceptance: `evReactiveSusceptance`: decimal, in S; optional.
        ev_session_total_discharge_energy_available:
            `evSessionTotalDischargeEnergyAvailable`: decimal, in Wh; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of DERCurveType (OCPP 2.1 part 2, Datatypes 2.36).

    Attributes:
        x: `x`: decimal.
        y: `y`: decimal, in the y_unit of the curve.
        custom_data: `customData`: CustomDataType; optional.
    """

    x: float
    y: float
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EVPowerScheduleEntryType(Model):
    """Part of EVPowerScheduleType (OCPP 2.1 part 2, Datatypes 2.44).

    Attributes:
        duration: `duration`: integer.
        power: `power`: decimal.
        custom_data: `customData`: CustomDataType; optional.
    """

    duration: int
    power: float
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EVPowerScheduleType(Model):
    """Part of EVEnergyOfferType (OCPP 2.1 part 2, Datatypes 2.45).

    Attributes:
        ev_power_schedule_entries: `evPowerScheduleEntries`: array of
            EVPowerScheduleEntryType, 1 to 1024 items.
        time_anchor: `timeAnchor`: date-time in UTC.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of EVAbsolutePriceScheduleEntryType (OCPP 2.1 part 2, Datatypes 2.46).

    Attributes:
        energy_fee: `energyFee`: decimal, in the currency of the schedule, per kWh.
        power_range_start: `powerRangeStart`: decimal.
        custom_data: `customData`: CustomDataType; optional.
    """

    energy_fee: Annotated[float, Field(alias="energyFee")]
    power_range_start: Annotated[float, Field(alias="powerRangeStart")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EVSEType(Model):
    """Part of ComponentType and 3 more (OCPP 2.1 part 2, Datatypes 2.47).

    Attributes:
        id: `id`: integer, at least 0.
        connector_id: `connectorId`: integer, at least 0; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[int, Field(ge=0)]
    connector_id: Annotated[int | None, Field(alias="connectorId", ge=0), Omittable] = (
        None
    )
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EnterServiceType(Model):
    """Part of EnterServiceGetType and 1 more (OCPP 2.1 part 2, Datatypes 2.39).

    Attributes:
        priority: `priority`: integer, at least 0.
        high_voltage: `highVoltage`: decimal.
        low_voltage: `lowVoltage`: decimal.
        high_freq: `highFreq`: decimal.
        low_freq: `lowFreq`: decimal.
        delay: `delay`: decimal; optional.
        random_delay: `randomDelay`: decimal; optional.
        ramp_rate: `rampRate`: decimal, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of UpdateFirmwareRequest (OCPP 2.1 part 2, Datatypes 2.48).

    Attributes:
        location: `location`: text of at most 2000 characters, a URI.
        retrieve_date_time: `retrieveDateTime`: date-time in UTC.
        install_date_time: `installDateTime`: date-time in UTC; optional.
        signing_certificate: `signingCertificate`: text of at most 5500 characters, PEM;
            optional.
        signature: `signature`: text of at most 800 characters, Base64; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of FixedPFGetType and 1 more (OCPP 2.1 part 2, Datatypes 2.50).

    Attributes:
        priority: `priority`: integer, at least 0.
        displacement: `displacement`: decimal.
        excitation: `excitation`: boolean.
        start_time: `startTime`: date-time in UTC; optional.
        duration: `duration`: decimal, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    priority: Annotated[int, Field(ge=0)]
    displacement: float
    excitation: bool
    start_time: Annotated[DateTime | None, Field(alias="startTime"), Omittable] = None
    duration: Annotated[float | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FixedVarType(Model):
    """Part of FixedVarGetType and 1 more (OCPP 2.1 part 2, Datatypes 2.52).

    Attributes:
        priority: `priority`: integer, at least 0.
        setpoint: `setpoint`: decimal, in %.
        unit: `unit`: DERUnitEnumType.
        start_time: `startTime`: date-time in UTC; optional.
        duration: `duration`: decimal, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    priority: Annotated[int, Field(ge=0)]
    setpoint: float
    unit: DERUnitEnumType
    start_time: Annotated[DateTime | None, Field(alias="startTime"), Omittable] = None
    duration: Annotated[float | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FreqDroopType(Model):
    """Part of FreqDroopGetType and 1 more (OCPP 2.1 part 2, Datatypes 2.54).

    Attributes:
        priority: `priority`: integer, at least 0.
        over_freq: `overFreq`: decimal.
        under_freq: `underFreq`: decimal.
        over_droop: `overDroop`: decimal.
        under_droop: `underDroop`: decimal.
        response_time: `responseTime`: decimal, in s.
        start_time: `startTime`: date-time in UTC; optional.
        duration: `duration`: decimal, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of GradientGetType and 1 more (OCPP 2.1 part 2, Datatypes 2.58).

    Attributes:
        priority: `priority`: integer, at least 0.
        gradient: `gradient`: decimal, in s.
        soft_gradient: `softGradient`: decimal, in s.
        custom_data: `customData`: CustomDataType; optional.
    """

    priority: Annotated[int, Field(ge=0)]
    gradient: float
    soft_gradient: Annotated[float, Field(alias="softGradient")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class HysteresisType(Model):
    """Part of DERCurveType (OCPP 2.1 part 2, Datatypes 2.59).

    Attributes:
        hysteresis_high: `hysteresisHigh`: decimal, in the y_unit of the curve;
            optional.
        hysteresis_low: `hysteresisLow`: decimal, in the y_unit of the curve; optional.
        hysteresis_delay: `hysteresisDelay`: decimal, in s; optional.
        hysteresis_gradient: `hysteresisGradient`: decimal, in %/s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ChargingScheduleType (OCPP 2.1 part 2, Datatypes 2.62).

    Attributes:
        soc: `soc`: integer, 0 to 100.
        limit: `limit`: decimal, in A or W as charging_rate_unit says.
        custom_data: `customData`: CustomDataType; optional.
    """

    soc: Annotated[int, Field(ge=0, le=100)]
    limit: float
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class LogParametersType(Model):
    """Part of GetLogRequest (OCPP 2.1 part 2, Datatypes 2.65).

    Attributes:
        remote_location: `remoteLocation`: text of at most 2000 characters, a URL.
        oldest_timestamp: `oldestTimestamp`: date-time in UTC; optional.
        latest_timestamp: `latestTimestamp`: date-time in UTC; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of IdTokenInfoType and 3 more (OCPP 2.1 part 2, Datatypes 2.66).

    Attributes:
        format: `format`: MessageFormatEnumType.
        language: `language`: text of at most 8 characters, a language tag of RFC 5646;
            optional.
        content: `content`: text of at most 1024 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    format: MessageFormatEnumType
    language: Annotated[str | None, Field(max_length=8), Omittable] = None
    content: Annotated[str, Field(max_length=1024)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ModemType(Model):
    """Part of ChargingStationType (OCPP 2.1 part 2, Datatypes 2.69).

    Attributes:
        iccid: `iccid`: text of at most 20 characters; optional.
        imsi: `imsi`: text of at most 20 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    iccid: Annotated[str | None, Field(max_length=20), Omittable] = None
    imsi: Annotated[str | None, Field(max_length=20), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class OCSPRequestDataType(Model):
    """Part of AuthorizeRequest and 1 more (OCPP 2.1 part 2, Datatypes 2.72).

    Attributes:
        hash_algorithm: `hashAlgorithm`: HashAlgorithmEnumType.
        issuer_name_hash: `issuerNameHash`: text of at most 128 characters.
        issuer_key_hash: `issuerKeyHash`: text of at most 128 characters.
        serial_number: `serialNumber`: text of at most 40 characters, hexadecimal,
            without 0x and leading zeroes.
        responder_url: `responderURL`: text of at most 2000 characters, a URL.
        custom_data: `customData`: CustomDataType; optional.
    """

    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]
    responder_url: Annotated[str, Field(alias="responderURL", max_length=2000)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PeriodicEventStreamParamsType(Model):
    """Part of ConstantStreamDataType and 2 more (OCPP 2.1 part 2, Datatypes 2.75).

    Attributes:
        interval: `interval`: integer, at least 0, in s; optional.
        values: `values`: integer, at least 0; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    interval: Annotated[int | None, Field(ge=0), Omittable] = None
    values: Annotated[int | None, Field(ge=0), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PriceLevelScheduleEntryType(Model):
    """Part of PriceLevelScheduleType (OCPP 2.1 part 2, Datatypes 2.76).

    Attributes:
        duration: `duration`: integer, in s.
        price_level: `priceLevel`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    duration: int
    price_level: Annotated[int, Field(alias="priceLevel", ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class PriceLevelScheduleType(Model):
    """Part of ChargingScheduleType (OCPP 2.1 part 2, Datatypes 2.77).

    Attributes:
        price_level_schedule_entries: `priceLevelScheduleEntries`: array of
            PriceLevelScheduleEntryType, 1 to 100 items.
        time_anchor: `timeAnchor`: date-time in UTC.
        price_schedule_id: `priceScheduleId`: integer, at least 0.
        price_schedule_description: `priceScheduleDescription`: text of at most 32
            characters; optional.
        number_of_price_levels: `numberOfPriceLevels`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of AbsolutePriceScheduleType, AdditionalSelectedServicesType and 4 more.

    Defined in OCPP 2.1 part 2, Datatypes 2.81.

    Attributes:
        exponent: `exponent`: integer.
        value: `value`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    exponent: int
    value: int
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReactivePowerParamsType(Model):
    """Part of DERCurveType (OCPP 2.1 part 2, Datatypes 2.82).

    Attributes:
        v_ref: `vRef`: decimal, in %; optional.
        autonomous_v_ref_enable: `autonomousVRefEnable`: boolean; optional.
        autonomous_v_ref_time_constant: `autonomousVRefTimeConstant`: decimal; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of SalesTariffEntryType (OCPP 2.1 part 2, Datatypes 2.83).

    Attributes:
        start: `start`: integer, in s.
        duration: `duration`: integer, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    start: int
    duration: Annotated[int | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SignedMeterValueType(Model):
    """Part of SampledValueType (OCPP 2.1 part 2, Datatypes 2.92).

    Attributes:
        signed_meter_data: `signedMeterData`: text of at most 32768 characters, Base64.
        signing_method: `signingMethod`: text of at most 50 characters; optional.
        encoding_method: `encodingMethod`: text of at most 50 characters.
        public_key: `publicKey`: text of at most 2500 characters, Base64; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ClearMonitoringResultType, ClearTariffsResultType and 59 more.

    Defined in OCPP 2.1 part 2, Datatypes 2.93.

    Attributes:
        reason_code: `reasonCode`: text of at most 20 characters.
        additional_info: `additionalInfo`: text of at most 1024 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    reason_code: Annotated[str, Field(alias="reasonCode", max_length=20)]
    additional_info: Annotated[
        str | None, Field(alias="additionalInfo", max_length=1024), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class StreamDataElementType(Model):
    """Part of NotifyPeriodicEventStream (OCPP 2.1 part 2, Datatypes 2.94).

    Attributes:
        t: `t`: decimal.
        v: `v`: text of at most 2500 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    t: float
    v: Annotated[str, Field(max_length=2500)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TariffAssignmentType(Model):
    """Part of GetTariffsResponse (OCPP 2.1 part 2, Datatypes 2.95).

    Attributes:
        tariff_id: `tariffId`: text of at most 60 characters.
        tariff_kind: `tariffKind`: TariffKindEnumType.
        valid_from: `validFrom`: date-time in UTC; optional.
        evse_ids: `evseIds`: array of integer, at least 0, at least 1 item; optional.
        id_tokens: `idTokens`: array of text of at most 255 characters, at least 1 item;
            optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of TariffFixedPriceType (OCPP 2.1 part 2, Datatypes 2.96).

    Attributes:
        start_time_of_day: `startTimeOfDay`: text, hours and minutes in local time, such
            as 13:30; optional.
        end_time_of_day: `endTimeOfDay`: text, hours and minutes in local time, such as
            13:30; optional.
        day_of_week: `dayOfWeek`: array of DayOfWeekEnumType, 1 to 7 items; optional.
        valid_from_date: `validFromDate`: text, a date in local time, such as
            2015-12-24; optional.
        valid_to_date: `validToDate`: text, a date in local time, such as 2015-12-24;
            optional.
        evse_kind: `evseKind`: EvseKindEnumType; optional.
        payment_brand: `paymentBrand`: text of at most 20 characters; optional.
        payment_recognition: `paymentRecognition`: text of at most 20 characters;
            optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of TariffEnergyPriceType and 1 more (OCPP 2.1 part 2, Datatypes 2.97).

    Attributes:
        start_time_of_day: `startTimeOfDay`: text, hours and minutes in local time, such
            as 13:30; optional.
        end_time_of_day: `endTimeOfDay`: text, hours and minutes in local time, such as
            13:30; optional.
        day_of_week: `dayOfWeek`: array of DayOfWeekEnumType, 1 to 7 items; optional.
        valid_from_date: `validFromDate`: text, a date in local time, such as
            2015-12-24; optional.
        valid_to_date: `validToDate`: text, a date in local time, such as 2015-12-24;
            optional.
        evse_kind: `evseKind`: EvseKindEnumType; optional.
        min_energy: `minEnergy`: decimal, in Wh; optional.
        max_energy: `maxEnergy`: decimal, in Wh; optional.
        min_current: `minCurrent`: decimal, in A; optional.
        max_current: `maxCurrent`: decimal, in A; optional.
        min_power: `minPower`: decimal, in W; optional.
        max_power: `maxPower`: decimal, in W; optional.
        min_time: `minTime`: integer, in s; optional.
        max_time: `maxTime`: integer, in s; optional.
        min_charging_time: `minChargingTime`: integer, in s; optional.
        max_charging_time: `maxChargingTime`: integer, in s; optional.
        min_idle_time: `minIdleTime`: integer, in s; optional.
        max_idle_time: `maxIdleTime`: integer, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of TariffEnergyType (OCPP 2.1 part 2, Datatypes 2.98).

    Attributes:
        price_kwh: `priceKwh`: decimal, in the currency of the tariff, per kWh.
        conditions: `conditions`: TariffConditionsType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    price_kwh: Annotated[float, Field(alias="priceKwh")]
    conditions: Annotated[TariffConditionsType | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TariffFixedPriceType(Model):
    """Part of TariffFixedType (OCPP 2.1 part 2, Datatypes 2.100).

    Attributes:
        conditions: `conditions`: TariffConditionsFixedType; optional.
        price_fixed: `priceFixed`: decimal, in the currency of the tariff (OCPP 2.1 part
            2, Datatypes: TariffType).
        custom_data: `customData`: CustomDataType; optional.
    """

    conditions: Annotated[TariffConditionsFixedType | None, Omittable] = None
    price_fixed: Annotated[float, Field(alias="priceFixed")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TariffTimePriceType(Model):
    """Part of TariffTimeType (OCPP 2.1 part 2, Datatypes 2.102).

    Attributes:
        price_minute: `priceMinute`: decimal, in the currency of the tariff, per minute.
        conditions: `conditions`: TariffConditionsType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    price_minute: Annotated[float, Field(alias="priceMinute")]
    conditions: Annotated[TariffConditionsType | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TaxRateType(Model):
    """Part of PriceType and 3 more (OCPP 2.1 part 2, Datatypes 2.105).

    Attributes:
        type: `type`: text of at most 20 characters.
        tax: `tax`: decimal, in %.
        stack: `stack`: integer, at least 0; default 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    type: Annotated[str, Field(max_length=20)]
    tax: float
    stack: Annotated[int | None, Field(ge=0), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TaxRuleType(Model):
    """Part of AbsolutePriceScheduleType (OCPP 2.1 part 2, Datatypes 2.106).

    Attributes:
        tax_rule_id: `taxRuleID`: integer, at least 0.
        tax_rule_name: `taxRuleName`: text of at most 100 characters; optional.
        tax_included_in_price: `taxIncludedInPrice`: boolean; optional.
        applies_to_energy_fee: `appliesToEnergyFee`: boolean.
        applies_to_parking_fee: `appliesToParkingFee`: boolean.
        applies_to_overstay_fee: `appliesToOverstayFee`: boolean.
        applies_to_minimum_maximum_cost: `appliesToMinimumMaximumCost`: boolean.
        tax_rate: `taxRate`: RationalNumberType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of TotalCostType (OCPP 2.1 part 2, Datatypes 2.108).

    Attributes:
        excl_tax: `exclTax`: decimal, in the currency of the total cost that it is part
            of; optional (OCPP 2.1 part 2, Datatypes: TotalCostType).
        incl_tax: `inclTax`: decimal, in the currency of the total cost that it is part
            of; optional (OCPP 2.1 part 2, Datatypes: TotalCostType).
        custom_data: `customData`: CustomDataType; optional.
    """

    excl_tax: Annotated[float | None, Field(alias="exclTax"), Omittable] = None
    incl_tax: Annotated[float | None, Field(alias="inclTax"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TotalUsageType(Model):
    """Part of CostDetailsType (OCPP 2.1 part 2, Datatypes 2.109).

    Attributes:
        energy: `energy`: decimal.
        charging_time: `chargingTime`: integer, in s.
        idle_time: `idleTime`: integer, in s.
        reservation_time: `reservationTime`: integer, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of TransactionType and 1 more (OCPP 2.1 part 2, Datatypes 2.110).

    Attributes:
        max_cost: `maxCost`: decimal, in the currency of the tariff; optional (OCPP 2.1
            part 2, Datatypes: TariffType).
        max_energy: `maxEnergy`: decimal, in Wh; optional.
        max_time: `maxTime`: integer, in s; optional.
        max_soc: `maxSoC`: integer, 0 to 100, in %; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of TransactionEventRequest (OCPP 2.1 part 2, Datatypes 2.111).

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters.
        charging_state: `chargingState`: ChargingStateEnumType; optional.
        time_spent_charging: `timeSpentCharging`: integer, in s; optional.
        stopped_reason: `stoppedReason`: ReasonEnumType; optional.
        remote_start_id: `remoteStartId`: integer; optional.
        operation_mode: `operationMode`: OperationModeEnumType; optional.
        tariff_id: `tariffId`: text of at most 60 characters; optional.
        transaction_limit: `transactionLimit`: TransactionLimitType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of SampledValueType (OCPP 2.1 part 2, Datatypes 2.112).

    Attributes:
        unit: `unit`: text of at most 20 characters; default Wh.
        multiplier: `multiplier`: integer; default 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    unit: Annotated[str | None, Field(max_length=20), Omittable] = None
    multiplier: Annotated[int | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class V2XChargingParametersType(Model):
    """Part of ChargingNeedsType (OCPP 2.1 part 2, Datatypes 2.113).

    Attributes:
        min_charge_power: `minChargePower`: decimal, in W; optional.
        min_charge_power_l2: `minChargePower_L2`: decimal, in W; optional.
        min_charge_power_l3: `minChargePower_L3`: decimal, in W; optional.
        max_charge_power: `maxChargePower`: decimal, in W; optional.
        max_charge_power_l2: `maxChargePower_L2`: decimal, in W; optional.
        max_charge_power_l3: `maxChargePower_L3`: decimal, in W; optional.
        min_discharge_power: `minDischargePower`: decimal, in W; optional.
        min_discharge_power_l2: `minDischargePower_L2`: decimal, in W; optional.
        min_discharge_power_l3: `minDischargePower_L3`: decimal, in W; optional.
        max_discharge_power: `maxDischargePower`: decimal, in W; optional.
        max_discharge_power_l2: `maxDischargePower_L2`: decimal, in W; optional.
        max_discharge_power_l3: `maxDischargePower_L3`: decimal, in W; optional.
        min_charge_current: `minChargeCurrent`: decimal, in A; optional.
        max_charge_current: `maxChargeCurrent`: decimal, in A; optional.
        min_discharge_current: `minDischargeCurrent`: decimal, in A; optional.
        max_discharge_current: `maxDischargeCurrent`: decimal, in A; optional.
        min_voltage: `minVoltage`: decimal, in V; optional.
        max_voltage: `maxVoltage`: decimal, in V; optional.
        ev_target_energy_request: `evTargetEnergyRequest`: decimal, in Wh; optional.
        ev_min_energy_request: `evMinEnergyRequest`: decimal, in Wh; optional.
        ev_max_energy_request: `evMaxEnergyRequest`: decimal, in Wh; optional.
        ev_min_v2x_energy_request: `evMinV2XEnergyRequest`: decimal, in Wh; optional.
        ev_max_v2x_energy_request: `evMaxV2XEnergyRequest`: decimal, in Wh; optional.
        target_soc: `targetSoC`: integer, 0 to 100, in %; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ChargingSchedulePeriodType (OCPP 2.1 part 2, Datatypes 2.114).

    Attributes:
        frequency: `frequency`: decimal, in Hz.
        power: `power`: decimal, in W.
        custom_data: `customData`: CustomDataType; optional.
    """

    frequency: float
    power: float
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class V2XSignalWattPointType(Model):
    """Part of ChargingSchedulePeriodType (OCPP 2.1 part 2, Datatypes 2.115).

    Attributes:
        signal: `signal`: integer.
        power: `power`: decimal, in W.
        custom_data: `customData`: CustomDataType; optional.
    """

    signal: int
    power: float
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VPNType(Model):
    """Part of NetworkConnectionProfileType (OCPP 2.1 part 2, Datatypes 2.121).

    Attributes:
        server: `server`: text of at most 2000 characters.
        user: `user`: text of at most 50 characters.
        group: `group`: text of at most 50 characters; optional.
        password: `password`: text of at most 64 characters.
        key: `key`: text of at most 255 characters.
        type: `type`: VPNEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ReportDataType (OCPP 2.1 part 2, Datatypes 2.116).

    Attributes:
        type: `type`: AttributeEnumType; default Actual.
        value: `value`: text of at most 2500 characters; optional.
        mutability: `mutability`: MutabilityEnumType; default ReadWrite.
        persistent: `persistent`: boolean; default false.
        constant: `constant`: boolean; default false.
        custom_data: `customData`: CustomDataType; optional.
    """

    type: Annotated[AttributeEnumType | None, Omittable] = None
    value: Annotated[str | None, Field(max_length=2500), Omittable] = None
    mutability: Annotated[MutabilityEnumType | None, Omittable] = None
    persistent: Annotated[bool | None, Omittable] = None
    constant: Annotated[bool | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VariableCharacteristicsType(Model):
    """Part of ReportDataType (OCPP 2.1 part 2, Datatypes 2.117).

    Attributes:
        unit: `unit`: text of at most 16 characters; optional.
        data_type: `dataType`: DataEnumType.
        min_limit: `minLimit`: decimal; optional.
        max_limit: `maxLimit`: decimal; optional.
        max_elements: `maxElements`: integer, at least 1; optional.
        values_list: `valuesList`: text of at most 1000 characters; optional.
        supports_monitoring: `supportsMonitoring`: boolean.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of MonitoringDataType (OCPP 2.1 part 2, Datatypes 2.118).

    Attributes:
        id: `id`: integer, at least 0.
        transaction: `transaction`: boolean.
        value: `value`: decimal, in s for a periodic monitor, or else that of the
            variable.
        type: `type`: MonitorEnumType.
        severity: `severity`: integer, at least 0.
        event_notification_type: `eventNotificationType`: EventNotificationEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ComponentVariableType and 9 more (OCPP 2.1 part 2, Datatypes 2.119).

    Attributes:
        name: `name`: text of at most 50 characters.
        instance: `instance`: text of at most 50 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    name: Annotated[str, Field(max_length=50)]
    instance: Annotated[str | None, Field(max_length=50), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VoltageParamsType(Model):
    """Part of DERCurveType (OCPP 2.1 part 2, Datatypes 2.120).

    Attributes:
        hv10_min_mean_value: `hv10MinMeanValue`: decimal; optional.
        hv10_min_mean_trip_delay: `hv10MinMeanTripDelay`: decimal; optional.
        power_during_cessation: `powerDuringCessation`: PowerDuringCessationEnumType;
            optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ChargingNeedsType (OCPP 2.1 part 2, Datatypes 2.2).

    Attributes:
        energy_amount: `energyAmount`: decimal, in Wh.
        ev_min_current: `evMinCurrent`: decimal, in A.
        ev_max_current: `evMaxCurrent`: decimal, in A.
        ev_max_voltage: `evMaxVoltage`: decimal.
        custom_data: `customData`: CustomDataType; optional.
    """

    energy_amount: Annotated[float, Field(alias="energyAmount")]
    ev_min_current: Annotated[float, Field(alias="evMinCurrent")]
    ev_max_current: Annotated[float, Field(alias="evMaxCurrent")]
    ev_max_voltage: Annotated[float, Field(alias="evMaxVoltage")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class APNType(Model):
    """Part of NetworkConnectionProfileType (OCPP 2.1 part 2, Datatypes 2.6).

    Attributes:
        apn: `apn`: text of at most 2000 characters, a URL.
        apn_user_name: `apnUserName`: text of at most 50 characters; optional.
        apn_password: `apnPassword`: text of at most 64 characters; optional.
        sim_pin: `simPin`: integer; optional.
        preferred_network: `preferredNetwork`: text of at most 6 characters; optional.
        use_only_preferred_network: `useOnlyPreferredNetwork`: boolean; default false.
        apn_authentication: `apnAuthentication`: APNAuthenticationEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of IdTokenType (OCPP 2.1 part 2, Datatypes 2.3).

    Attributes:
        additional_id_token: `additionalIdToken`: text of at most 255 characters.
        type: `type`: text of at most 50 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    additional_id_token: Annotated[
        str, Field(alias="additionalIdToken", max_length=255)
    ]
    type: Annotated[str, Field(max_length=50)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class AdditionalSelectedServicesType(Model):
    """Part of AbsolutePriceScheduleType (OCPP 2.1 part 2, Datatypes 2.4).

    Attributes:
        service_fee: `serviceFee`: RationalNumberType.
        service_name: `serviceName`: text of at most 80 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    service_fee: Annotated[RationalNumberType, Field(alias="serviceFee")]
    service_name: Annotated[str, Field(alias="serviceName", max_length=80)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class AddressType(Model):
    """Part of NotifySettlementRequest and 1 more (OCPP 2.1 part 2, Datatypes 2.5).

    Attributes:
        name: `name`: text of at most 50 characters.
        address1: `address1`: text of at most 100 characters.
        address2: `address2`: text of at most 100 characters; optional.
        city: `city`: text of at most 100 characters.
        postal_code: `postalCode`: text of at most 20 characters; optional.
        country: `country`: text of at most 50 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of BatterySwapRequest (OCPP 2.1 part 2, Datatypes 2.8).

    Attributes:
        evse_id: `evseId`: integer, at least 0.
        serial_number: `serialNumber`: text of at most 50 characters.
        soc: `soC`: decimal, 0 to 100.
        soh: `soH`: decimal, 0 to 100.
        production_date: `productionDate`: date-time in UTC; optional.
        vendor_info: `vendorInfo`: text of at most 500 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of CertificateHashDataChainType and 5 more.

    Defined in OCPP 2.1 part 2, Datatypes 2.10.

    Attributes:
        hash_algorithm: `hashAlgorithm`: HashAlgorithmEnumType.
        issuer_name_hash: `issuerNameHash`: text of at most 128 characters.
        issuer_key_hash: `issuerKeyHash`: text of at most 128 characters.
        serial_number: `serialNumber`: text of at most 40 characters, hexadecimal,
            without 0x and leading zeroes.
        custom_data: `customData`: CustomDataType; optional.
    """

    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CertificateStatusRequestInfoType(Model):
    """Part of GetCertificateChainStatusRequest (OCPP 2.1 part 2, Datatypes 2.11).

    Attributes:
        certificate_hash_data: `certificateHashData`: CertificateHashDataType.
        source: `source`: CertificateStatusSourceEnumType.
        urls: `urls`: array of text of at most 2000 characters, 1 to 5 items, a URL.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of GetCertificateChainStatusResponse (OCPP 2.1 part 2, Datatypes 2.12).

    Attributes:
        certificate_hash_data: `certificateHashData`: CertificateHashDataType.
        source: `source`: CertificateStatusSourceEnumType.
        status: `status`: CertificateStatusEnumType.
        next_update: `nextUpdate`: date-time in UTC.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of NotifyChargingLimitRequest (OCPP 2.1 part 2, Datatypes 2.13).

    Attributes:
        charging_limit_source: `chargingLimitSource`: text of at most 20 characters.
        is_local_generation: `isLocalGeneration`: boolean; optional.
        is_grid_critical: `isGridCritical`: boolean; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of GetChargingProfilesRequest (OCPP 2.1 part 2, Datatypes 2.16).

    Attributes:
        charging_profile_purpose: `chargingProfilePurpose`:
            ChargingProfilePurposeEnumType; optional.
        stack_level: `stackLevel`: integer, at least 0; optional.
        charging_profile_id: `chargingProfileId`: array of integer, at least 1 item;
            optional.
        charging_limit_source: `chargingLimitSource`: array of text of at most 20
            characters, 1 to 4 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ChargingScheduleType and 1 more (OCPP 2.1 part 2, Datatypes 2.18).

    Attributes:
        start_period: `startPeriod`: integer, in s.
        limit: `limit`: decimal, in A or W as charging_rate_unit says; optional.
        limit_l2: `limit_L2`: decimal, in A or W as charging_rate_unit says; optional.
        limit_l3: `limit_L3`: decimal, in A or W as charging_rate_unit says; optional.
        number_phases: `numberPhases`: integer, 0 to 3; default 3 for AC.
        phase_to_use: `phaseToUse`: integer, 0 to 3; optional.
        discharge_limit: `dischargeLimit`: decimal, at most 0, in A or W as
            charging_rate_unit says; optional.
        discharge_limit_l2: `dischargeLimit_L2`: decimal, at most 0, in A or W as
            charging_rate_unit says; optional.
        discharge_limit_l3: `dischargeLimit_L3`: decimal, at most 0, in A or W as
            charging_rate_unit says; optional.
        setpoint: `setpoint`: decimal, in A or W as charging_rate_unit says; optional.
        setpoint_l2: `setpoint_L2`: decimal, in A or W as charging_rate_unit says;
            optional.
        setpoint_l3: `setpoint_L3`: decimal, in A or W as charging_rate_unit says;
            optional.
        setpoint_reactive: `setpointReactive`: decimal, in A or W as charging_rate_unit
            says; optional.
        setpoint_reactive_l2: `setpointReactive_L2`: decimal, in A or W as
            charging_rate_unit says; optional.
        setpoint_reactive_l3: `setpointReactive_L3`: decimal, in A or W as
            charging_rate_unit says; optional.
        preconditioning_request: `preconditioningRequest`: boolean; optional.
        evse_sleep: `evseSleep`: boolean; optional.
        v2x_baseline: `v2xBaseline`: decimal; optional.
        operation_mode: `operationMode`: OperationModeEnumType; optional.
        v2x_freq_watt_curve: `v2xFreqWattCurve`: array of V2XFreqWattPointType, 1 to 20
            items; optional.
        v2x_signal_watt_curve: `v2xSignalWattCurve`: array of V2XSignalWattPointType, 1
            to 20 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of PullDynamicScheduleUpdateResponse and UpdateDynamicScheduleRequest.

    Defined in OCPP 2.1 part 2, Datatypes 2.20.

    Attributes:
        limit: `limit`: decimal, in A or W as charging_rate_unit says; optional.
        limit_l2: `limit_L2`: decimal, in A or W as charging_rate_unit says; optional.
        limit_l3: `limit_L3`: decimal, in A or W as charging_rate_unit says; optional.
        discharge_limit: `dischargeLimit`: decimal, at most 0, in A or W as
            charging_rate_unit says; optional.
        discharge_limit_l2: `dischargeLimit_L2`: decimal, at most 0, in A or W as
            charging_rate_unit says; optional.
        discharge_limit_l3: `dischargeLimit_L3`: decimal, at most 0, in A or W as
            charging_rate_unit says; optional.
        setpoint: `setpoint`: decimal, in A or W as charging_rate_unit says; optional.
        setpoint_l2: `setpoint_L2`: decimal, in A or W as charging_rate_unit says;
            optional.
        setpoint_l3: `setpoint_L3`: decimal, in A or W as charging_rate_unit says;
            optional.
        setpoint_reactive: `setpointReactive`: decimal, in A or W as charging_rate_unit
            says; optional.
        setpoint_reactive_l2: `setpointReactive_L2`: decimal, in A or W as
            charging_rate_unit says; optional.
        setpoint_reactive_l3: `setpointReactive_L3`: decimal, in A or W as
            charging_rate_unit says; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of BootNotificationRequest (OCPP 2.1 part 2, Datatypes 2.21).

    Attributes:
        serial_number: `serialNumber`: text of at most 25 characters; optional.
        model: `model`: text of at most 20 characters.
        modem: `modem`: ModemType; optional.
        vendor_name: `vendorName`: text of at most 50 characters.
        firmware_version: `firmwareVersion`: text of at most 50 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ClearChargingProfileRequest (OCPP 2.1 part 2, Datatypes 2.22).

    Attributes:
        evse_id: `evseId`: integer, at least 0; optional.
        charging_profile_purpose: `chargingProfilePurpose`:
            ChargingProfilePurposeEnumType; optional.
        stack_level: `stackLevel`: integer, at least 0; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ClearVariableMonitoringResponse (OCPP 2.1 part 2, Datatypes 2.23).

    Attributes:
        status: `status`: ClearMonitoringStatusEnumType.
        id: `id`: integer, at least 0.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: ClearMonitoringStatusEnumType
    id: Annotated[int, Field(ge=0)]
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearTariffsResultType(Model):
    """Part of ClearTariffsResponse (OCPP 2.1 part 2, Datatypes 2.24).

    Attributes:
        status_info: `statusInfo`: StatusInfoType; optional.
        tariff_id: `tariffId`: text of at most 60 characters; optional.
        status: `status`: TariffClearStatusEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ComponentVariableType and 10 more (OCPP 2.1 part 2, Datatypes 2.25).

    Attributes:
        evse: `evse`: EVSEType; optional.
        name: `name`: text of at most 50 characters.
        instance: `instance`: text of at most 50 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse: Annotated[EVSEType | None, Omittable] = None
    name: Annotated[str, Field(max_length=50)]
    instance: Annotated[str | None, Field(max_length=50), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ComponentVariableType(Model):
    """Part of GetMonitoringReportRequest and GetReportRequest.

    Defined in OCPP 2.1 part 2, Datatypes 2.26.

    Attributes:
        component: `component`: ComponentType.
        variable: `variable`: VariableType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    component: ComponentType
    variable: Annotated[VariableType | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CompositeScheduleType(Model):
    """Part of GetCompositeScheduleResponse (OCPP 2.1 part 2, Datatypes 2.27).

    Attributes:
        evse_id: `evseId`: integer, at least 0.
        duration: `duration`: integer, in s (OCPP 2.0.1 part 2, Datatypes 2.18).
        schedule_start: `scheduleStart`: date-time in UTC.
        charging_rate_unit: `chargingRateUnit`: ChargingRateUnitEnumType.
        charging_schedule_period: `chargingSchedulePeriod`: array of
            ChargingSchedulePeriodType, at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of GetPeriodicEventStreamResponse and OpenPeriodicEventStreamRequest.

    Defined in OCPP 2.1 part 2, Datatypes 2.28.

    Attributes:
        id: `id`: integer, at least 0.
        params: `params`: PeriodicEventStreamParamsType.
        variable_monitoring_id: `variableMonitoringId`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[int, Field(ge=0)]
    params: PeriodicEventStreamParamsType
    variable_monitoring_id: Annotated[int, Field(alias="variableMonitoringId", ge=0)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CostDimensionType(Model):
    """Part of ChargingPeriodType (OCPP 2.1 part 2, Datatypes 2.31).

    Attributes:
        type: `type`: CostDimensionEnumType.
        volume: `volume`: decimal, in Wh, A, W or s, as the type says (OCPP 2.1 part 2,
            Enumerations: CostDimensionEnumType).
        custom_data: `customData`: CustomDataType; optional.
    """

    type: CostDimensionEnumType
    volume: float
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CostType(Model):
    """Part of ConsumptionCostType (OCPP 2.1 part 2, Datatypes 2.32).

    Attributes:
        cost_kind: `costKind`: CostKindEnumType.
        amount: `amount`: integer, in units per kWh, times 10 to the power of
            amount_multiplier.
        amount_multiplier: `amountMultiplier`: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    cost_kind: Annotated[CostKindEnumType, Field(alias="costKind")]
    amount: int
    amount_multiplier: Annotated[
        int | None, Field(alias="amountMultiplier"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class DERCurveType(Model):
    """Part of DERCurveGetType and 2 more (OCPP 2.1 part 2, Datatypes 2.37).

    Attributes:
        curve_data: `curveData`: array of DERCurvePointsType, 1 to 10 items.
        hysteresis: `hysteresis`: HysteresisType; optional.
        priority: `priority`: integer, at least 0.
        reactive_power_params: `reactivePowerParams`: ReactivePowerParamsType; optional.
        voltage_params: `voltageParams`: VoltageParamsType; optional.
        y_unit: `yUnit`: DERUnitEnumType.
        response_time: `responseTime`: decimal, in s; optional.
        start_time: `startTime`: date-time in UTC; optional.
        duration: `duration`: decimal, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of EVAbsolutePriceScheduleType (OCPP 2.1 part 2, Datatypes 2.40).

    Attributes:
        duration: `duration`: integer, in s.
        ev_price_rule: `evPriceRule`: array of EVPriceRuleType, 1 to 8 items.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of EVEnergyOfferType (OCPP 2.1 part 2, Datatypes 2.41).

    Attributes:
        time_anchor: `timeAnchor`: date-time in UTC.
        currency: `currency`: text of at most 3 characters, an ISO 4217 code.
        ev_absolute_price_schedule_entries: `evAbsolutePriceScheduleEntries`: array of
            EVAbsolutePriceScheduleEntryType, 1 to 1024 items.
        price_algorithm: `priceAlgorithm`: text of at most 2000 characters, a URN.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ChargingNeedsType (OCPP 2.1 part 2, Datatypes 2.42).

    Attributes:
        ev_absolute_price_schedule: `evAbsolutePriceSchedule`:
            EVAbsolutePriceScheduleType; optional.
        ev_power_schedule: `evPowerSchedule`: EVPowerScheduleType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ReportDERControlRequest (OCPP 2.1 part 2, Datatypes 2.38).

    Attributes:
        enter_service: `enterService`: EnterServiceType.
        id: `id`: text of at most 36 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    enter_service: Annotated[EnterServiceType, Field(alias="enterService")]
    id: Annotated[str, Field(max_length=36)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EventDataType(Model):
    """Part of NotifyEventRequest (OCPP 2.1 part 2, Datatypes 2.43).

    Attributes:
        event_id: `eventId`: integer, at least 0.
        timestamp: `timestamp`: date-time in UTC.
        trigger: `trigger`: EventTriggerEnumType.
        cause: `cause`: integer, at least 0; optional.
        actual_value: `actualValue`: text of at most 2500 characters.
        tech_code: `techCode`: text of at most 50 characters; optional.
        tech_info: `techInfo`: text of at most 500 characters; optional.
        cleared: `cleared`: boolean; optional.
        transaction_id: `transactionId`: text of at most 36 characters; optional.
        component: `component`: ComponentType.
        variable_monitoring_id: `variableMonitoringId`: integer, at least 0; optional.
        event_notification_type: `eventNotificationType`: EventNotificationEnumType.
        variable: `variable`: VariableType.
        severity: `severity`: integer, at least 0; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ReportDERControlRequest (OCPP 2.1 part 2, Datatypes 2.49).

    Attributes:
        fixed_pf: `fixedPF`: FixedPFType.
        id: `id`: text of at most 36 characters.
        is_default: `isDefault`: boolean.
        is_superseded: `isSuperseded`: boolean.
        custom_data: `customData`: CustomDataType; optional.
    """

    fixed_pf: Annotated[FixedPFType, Field(alias="fixedPF")]
    id: Annotated[str, Field(max_length=36)]
    is_default: Annotated[bool, Field(alias="isDefault")]
    is_superseded: Annotated[bool, Field(alias="isSuperseded")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FixedVarGetType(Model):
    """Part of ReportDERControlRequest (OCPP 2.1 part 2, Datatypes 2.51).

    Attributes:
        fixed_var: `fixedVar`: FixedVarType.
        id: `id`: text of at most 36 characters.
        is_default: `isDefault`: boolean.
        is_superseded: `isSuperseded`: boolean.
        custom_data: `customData`: CustomDataType; optional.
    """

    fixed_var: Annotated[FixedVarType, Field(alias="fixedVar")]
    id: Annotated[str, Field(max_length=36)]
    is_default: Annotated[bool, Field(alias="isDefault")]
    is_superseded: Annotated[bool, Field(alias="isSuperseded")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FreqDroopGetType(Model):
    """Part of ReportDERControlRequest (OCPP 2.1 part 2, Datatypes 2.53).

    Attributes:
        freq_droop: `freqDroop`: FreqDroopType.
        id: `id`: text of at most 36 characters.
        is_default: `isDefault`: boolean.
        is_superseded: `isSuperseded`: boolean.
        custom_data: `customData`: CustomDataType; optional.
    """

    freq_droop: Annotated[FreqDroopType, Field(alias="freqDroop")]
    id: Annotated[str, Field(max_length=36)]
    is_default: Annotated[bool, Field(alias="isDefault")]
    is_superseded: Annotated[bool, Field(alias="isSuperseded")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetVariableDataType(Model):
    """Part of GetVariablesRequest (OCPP 2.1 part 2, Datatypes 2.55).

    Attributes:
        attribute_type: `attributeType`: AttributeEnumType; default Actual.
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        custom_data: `customData`: CustomDataType; optional.
    """

    attribute_type: Annotated[
        AttributeEnumType | None, Field(alias="attributeType"), Omittable
    ] = None
    component: ComponentType
    variable: VariableType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetVariableResultType(Model):
    """Part of GetVariablesResponse (OCPP 2.1 part 2, Datatypes 2.56).

    Attributes:
        attribute_status: `attributeStatus`: GetVariableStatusEnumType.
        attribute_status_info: `attributeStatusInfo`: StatusInfoType; optional.
        attribute_type: `attributeType`: AttributeEnumType; default Actual.
        attribute_value: `attributeValue`: text of at most 2500 characters; optional.
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ReportDERControlRequest (OCPP 2.1 part 2, Datatypes 2.57).

    Attributes:
        gradient: `gradient`: GradientType.
        id: `id`: text of at most 36 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    gradient: GradientType
    id: Annotated[str, Field(max_length=36)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class IdTokenType(Model):
    """Part of AuthorizationData and 8 more (OCPP 2.1 part 2, Datatypes 2.61).

    Attributes:
        additional_info: `additionalInfo`: array of AdditionalInfoType, at least 1 item;
            optional.
        id_token: `idToken`: text of at most 255 characters.
        type: `type`: text of at most 20 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of LimitMaxDischargeGetType and 1 more (OCPP 2.1 part 2, Datatypes 2.64).

    Attributes:
        priority: `priority`: integer, at least 0.
        pct_max_discharge_power: `pctMaxDischargePower`: decimal, in %; optional.
        power_monitoring_must_trip: `powerMonitoringMustTrip`: DERCurveType; optional.
        start_time: `startTime`: date-time in UTC; optional.
        duration: `duration`: decimal, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of NotifyDisplayMessagesRequest and SetDisplayMessageRequest.

    Defined in OCPP 2.1 part 2, Datatypes 2.67.

    Attributes:
        display: `display`: ComponentType; optional.
        id: `id`: integer, at least 0.
        priority: `priority`: MessagePriorityEnumType.
        state: `state`: MessageStateEnumType; optional.
        start_date_time: `startDateTime`: date-time in UTC; optional.
        end_date_time: `endDateTime`: date-time in UTC; optional.
        transaction_id: `transactionId`: text of at most 36 characters; optional.
        message: `message`: MessageContentType.
        message_extra: `messageExtra`: array of MessageContentType, 1 to 4 items;
            optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of NotifyMonitoringReportRequest (OCPP 2.1 part 2, Datatypes 2.70).

    Attributes:
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        variable_monitoring: `variableMonitoring`: array of VariableMonitoringType, at
            least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of SetNetworkProfileRequest (OCPP 2.1 part 2, Datatypes 2.71).

    Attributes:
        apn: `apn`: APNType; optional.
        ocpp_version: `ocppVersion`: OCPPVersionEnumType; optional.
        ocpp_interface: `ocppInterface`: OCPPInterfaceEnumType.
        ocpp_transport: `ocppTransport`: OCPPTransportEnumType.
        message_timeout: `messageTimeout`: integer, in s.
        ocpp_csms_url: `ocppCsmsUrl`: text of at most 2000 characters, a URL.
        security_profile: `securityProfile`: integer, at least 0.
        identity: `identity`: text of at most 48 characters; optional.
        basic_auth_password: `basicAuthPassword`: text of at most 64 characters;
            optional.
        vpn: `vpn`: VPNType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of OverstayRuleListType (OCPP 2.1 part 2, Datatypes 2.74).

    Attributes:
        overstay_fee: `overstayFee`: RationalNumberType.
        overstay_rule_description: `overstayRuleDescription`: text of at most 32
            characters; optional.
        start_time: `startTime`: integer, in s.
        overstay_fee_period: `overstayFeePeriod`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of PriceRuleStackType (OCPP 2.1 part 2, Datatypes 2.79).

    Attributes:
        parking_fee_period: `parkingFeePeriod`: integer, in s; optional.
        carbon_dioxide_emission: `carbonDioxideEmission`: integer, at least 0, in g of
            CO2 per kWh; optional.
        renewable_generation_percentage: `renewableGenerationPercentage`: integer, 0 to
            100, in %; optional.
        energy_fee: `energyFee`: RationalNumberType, in the currency of the schedule,
            per kWh.
        parking_fee: `parkingFee`: RationalNumberType; optional.
        power_range_start: `powerRangeStart`: RationalNumberType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of TariffType and TotalCostType (OCPP 2.1 part 2, Datatypes 2.80).

    Attributes:
        excl_tax: `exclTax`: decimal, in the currency of the tariff or of the total cost
            that it is part of; optional (OCPP 2.1 part 2, Datatypes: TariffType,
            TotalCostType).
        incl_tax: `inclTax`: decimal, in the currency of the tariff or of the total cost
            that it is part of; optional (OCPP 2.1 part 2, Datatypes: TariffType,
            TotalCostType).
        tax_rates: `taxRates`: array of TaxRateType, 1 to 5 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of NotifyReportRequest (OCPP 2.1 part 2, Datatypes 2.84).

    Attributes:
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        variable_attribute: `variableAttribute`: array of VariableAttributeType, 1 to 4
            items.
        variable_characteristics: `variableCharacteristics`:
            VariableCharacteristicsType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of MeterValueType (OCPP 2.1 part 2, Datatypes 2.87).

    Attributes:
        value: `value`: decimal, in the unit_of_measure of the value.
        measurand: `measurand`: MeasurandEnumType; default
            Energy.Active.Import.Register.
        context: `context`: ReadingContextEnumType; default Sample.Periodic.
        phase: `phase`: PhaseEnumType; optional.
        location: `location`: LocationEnumType; default Outlet.
        signed_meter_value: `signedMeterValue`: SignedMeterValueType; optional.
        unit_of_measure: `unitOfMeasure`: UnitOfMeasureType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of SetVariableMonitoringRequest (OCPP 2.1 part 2, Datatypes 2.88).

    Attributes:
        id: `id`: integer, at least 0; optional.
        periodic_event_stream: `periodicEventStream`: PeriodicEventStreamParamsType;
            optional.
        transaction: `transaction`: boolean; default false.
        value: `value`: decimal, in s for a periodic monitor, or else that of the
            variable.
        type: `type`: MonitorEnumType.
        severity: `severity`: integer, at least 0.
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of SetVariableMonitoringResponse (OCPP 2.1 part 2, Datatypes 2.89).

    Attributes:
        id: `id`: integer, at least 0; optional.
        status_info: `statusInfo`: StatusInfoType; optional.
        status: `status`: SetMonitoringStatusEnumType.
        type: `type`: MonitorEnumType.
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        severity: `severity`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of SetVariablesRequest (OCPP 2.1 part 2, Datatypes 2.90).

    Attributes:
        attribute_type: `attributeType`: AttributeEnumType; default Actual.
        attribute_value: `attributeValue`: text of at most 2500 characters.
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of SetVariablesResponse (OCPP 2.1 part 2, Datatypes 2.91).

    Attributes:
        attribute_type: `attributeType`: AttributeEnumType; default Actual.
        attribute_status: `attributeStatus`: SetVariableStatusEnumType.
        attribute_status_info: `attributeStatusInfo`: StatusInfoType; optional.
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of TariffType (OCPP 2.1 part 2, Datatypes 2.99).

    Attributes:
        prices: `prices`: array of TariffEnergyPriceType, at least 1 item.
        tax_rates: `taxRates`: array of TaxRateType, 1 to 5 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of TariffType (OCPP 2.1 part 2, Datatypes 2.101).

    Attributes:
        prices: `prices`: array of TariffFixedPriceType, at least 1 item.
        tax_rates: `taxRates`: array of TaxRateType, 1 to 5 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of TariffType (OCPP 2.1 part 2, Datatypes 2.103).

    Attributes:
        prices: `prices`: array of TariffTimePriceType, at least 1 item.
        tax_rates: `taxRates`: array of TaxRateType, 1 to 5 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of AuthorizeResponse and 2 more (OCPP 2.1 part 2, Datatypes 2.104).

    Attributes:
        tariff_id: `tariffId`: text of at most 60 characters.
        description: `description`: array of MessageContentType, 1 to 10 items;
            optional.
        currency: `currency`: text of at most 3 characters, an ISO 4217 code.
        energy: `energy`: TariffEnergyType; optional.
        valid_from: `validFrom`: date-time in UTC; optional.
        charging_time: `chargingTime`: TariffTimeType; optional.
        idle_time: `idleTime`: TariffTimeType; optional.
        fixed_fee: `fixedFee`: TariffFixedType; optional.
        reservation_time: `reservationTime`: TariffTimeType; optional.
        reservation_fixed: `reservationFixed`: TariffFixedType; optional.
        min_cost: `minCost`: PriceType; optional.
        max_cost: `maxCost`: PriceType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of CostDetailsType (OCPP 2.1 part 2, Datatypes 2.107).

    Attributes:
        currency: `currency`: text of at most 3 characters, an ISO 4217 code.
        type_of_cost: `typeOfCost`: TariffCostEnumType.
        fixed: `fixed`: PriceType; optional.
        energy: `energy`: PriceType; optional.
        charging_time: `chargingTime`: PriceType; optional.
        idle_time: `idleTime`: PriceType; optional.
        reservation_time: `reservationTime`: PriceType; optional.
        reservation_fixed: `reservationFixed`: PriceType; optional.
        total: `total`: TotalPriceType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of GetInstalledCertificateIdsResponse (OCPP 2.1 part 2, Datatypes 2.9).

    Attributes:
        certificate_hash_data: `certificateHashData`: CertificateHashDataType.
        certificate_type: `certificateType`: GetCertificateIdUseEnumType.
        child_certificate_hash_data: `childCertificateHashData`: array of
            CertificateHashDataType, 1 to 4 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of NotifyEVChargingNeedsRequest (OCPP 2.1 part 2, Datatypes 2.14).

    Attributes:
        ac_charging_parameters: `acChargingParameters`: ACChargingParametersType;
            optional.
        der_charging_parameters: `derChargingParameters`: DERChargingParametersType;
            optional.
        ev_energy_offer: `evEnergyOffer`: EVEnergyOfferType; optional.
        requested_energy_transfer: `requestedEnergyTransfer`:
            EnergyTransferModeEnumType.
        dc_charging_parameters: `dcChargingParameters`: DCChargingParametersType;
            optional.
        v2x_charging_parameters: `v2xChargingParameters`: V2XChargingParametersType;
            optional.
        available_energy_transfer: `availableEnergyTransfer`: array of
            EnergyTransferModeEnumType, at least 1 item; optional.
        control_mode: `controlMode`: ControlModeEnumType; optional.
        mobility_needs_mode: `mobilityNeedsMode`: MobilityNeedsModeEnumType; optional.
        departure_time: `departureTime`: date-time in UTC; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of CostDetailsType (OCPP 2.1 part 2, Datatypes 2.15).

    Attributes:
        dimensions: `dimensions`: array of CostDimensionType, at least 1 item; optional.
        tariff_id: `tariffId`: text of at most 60 characters; optional.
        start_period: `startPeriod`: date-time in UTC.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of SalesTariffEntryType (OCPP 2.1 part 2, Datatypes 2.29).

    Attributes:
        start_value: `startValue`: decimal.
        cost: `cost`: array of CostType, 1 to 3 items.
        custom_data: `customData`: CustomDataType; optional.
    """

    start_value: Annotated[float, Field(alias="startValue")]
    cost: Annotated[Sequence[CostType], Array(min_items=1, max_items=3)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CostDetailsType(Model):
    """Part of TransactionEventRequest (OCPP 2.1 part 2, Datatypes 2.30).

    Attributes:
        charging_periods: `chargingPeriods`: array of ChargingPeriodType, at least 1
            item; optional.
        total_cost: `totalCost`: TotalCostType.
        total_usage: `totalUsage`: TotalUsageType.
        failure_to_calculate: `failureToCalculate`: boolean; optional.
        failure_reason: `failureReason`: text of at most 500 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ReportDERControlRequest (OCPP 2.1 part 2, Datatypes 2.35).

    Attributes:
        curve: `curve`: DERCurveType.
        id: `id`: text of at most 36 characters.
        curve_type: `curveType`: DERControlEnumType.
        is_default: `isDefault`: boolean.
        is_superseded: `isSuperseded`: boolean.
        custom_data: `customData`: CustomDataType; optional.
    """

    curve: DERCurveType
    id: Annotated[str, Field(max_length=36)]
    curve_type: Annotated[DERControlEnumType, Field(alias="curveType")]
    is_default: Annotated[bool, Field(alias="isDefault")]
    is_superseded: Annotated[bool, Field(alias="isSuperseded")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class IdTokenInfoType(Model):
    """Part of AuthorizationData and 2 more (OCPP 2.1 part 2, Datatypes 2.60).

    Attributes:
        status: `status`: AuthorizationStatusEnumType.
        cache_expiry_date_time: `cacheExpiryDateTime`: date-time in UTC; optional.
        charging_priority: `chargingPriority`: integer; default 0.
        group_id_token: `groupIdToken`: IdTokenType; optional.
        language1: `language1`: text of at most 8 characters, a language tag of RFC
            5646; optional.
        language2: `language2`: text of at most 8 characters, a language tag of RFC
            5646; optional.
        evse_id: `evseId`: array of integer, at least 0, at least 1 item; optional.
        personal_message: `personalMessage`: MessageContentType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ReportDERControlRequest (OCPP 2.1 part 2, Datatypes 2.63).

    Attributes:
        id: `id`: text of at most 36 characters.
        is_default: `isDefault`: boolean.
        is_superseded: `isSuperseded`: boolean.
        limit_max_discharge: `limitMaxDischarge`: LimitMaxDischargeType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of MeterValuesRequest and 1 more (OCPP 2.1 part 2, Datatypes 2.68).

    Attributes:
        sampled_value: `sampledValue`: array of SampledValueType, at least 1 item.
        timestamp: `timestamp`: date-time in UTC.
        custom_data: `customData`: CustomDataType; optional.
    """

    sampled_value: Annotated[
        Sequence[SampledValueType], Field(alias="sampledValue"), Array(min_items=1)
    ]
    timestamp: DateTime
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class OverstayRuleListType(Model):
    """Part of AbsolutePriceScheduleType (OCPP 2.1 part 2, Datatypes 2.73).

    Attributes:
        overstay_power_threshold: `overstayPowerThreshold`: RationalNumberType;
            optional.
        overstay_rule: `overstayRule`: array of OverstayRuleType, 1 to 5 items.
        overstay_time_threshold: `overstayTimeThreshold`: integer, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of AbsolutePriceScheduleType (OCPP 2.1 part 2, Datatypes 2.78).

    Attributes:
        duration: `duration`: integer, in s.
        price_rule: `priceRule`: array of PriceRuleType, 1 to 8 items.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of SalesTariffType (OCPP 2.1 part 2, Datatypes 2.85).

    Attributes:
        relative_time_interval: `relativeTimeInterval`: RelativeTimeIntervalType.
        e_price_level: `ePriceLevel`: integer, at least 0; optional.
        consumption_cost: `consumptionCost`: array of ConsumptionCostType, 1 to 3 items;
            optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ChargingScheduleType (OCPP 2.1 part 2, Datatypes 2.86).

    Attributes:
        id: `id`: integer, at least 0.
        sales_tariff_description: `salesTariffDescription`: text of at most 32
            characters; optional.
        num_e_price_levels: `numEPriceLevels`: integer, at least 0; optional.
        sales_tariff_entry: `salesTariffEntry`: array of SalesTariffEntryType, 1 to 1024
            items.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ChargingScheduleType (OCPP 2.1 part 2, Datatypes 2.1).

    Attributes:
        time_anchor: `timeAnchor`: date-time in UTC.
        price_schedule_id: `priceScheduleID`: integer, at least 0.
        price_schedule_description: `priceScheduleDescription`: text of at most 160
            characters; optional.
        currency: `currency`: text of at most 3 characters, an ISO 4217 code.
        language: `language`: text of at most 8 characters, a language code of ISO 639.
        price_algorithm: `priceAlgorithm`: text of at most 2000 characters, a URN.
        minimum_cost: `minimumCost`: RationalNumberType; optional.
        maximum_cost: `maximumCost`: RationalNumberType; optional.
        price_rule_stacks: `priceRuleStacks`: array of PriceRuleStackType, 1 to 1024
            items.
        tax_rules: `taxRules`: array of TaxRuleType, 1 to 10 items; optional.
        overstay_rule_list: `overstayRuleList`: OverstayRuleListType; optional.
        additional_selected_services: `additionalSelectedServices`: array of
            AdditionalSelectedServicesType, 1 to 5 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of SendLocalListRequest (OCPP 2.1 part 2, Datatypes 2.7).

    Attributes:
        id_token: `idToken`: IdTokenType.
        id_token_info: `idTokenInfo`: IdTokenInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    id_token_info: Annotated[
        IdTokenInfoType | None, Field(alias="idTokenInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChargingScheduleType(Model):
    """Part of ChargingProfileType and 2 more (OCPP 2.1 part 2, Datatypes 2.19).

    Attributes:
        id: `id`: integer.
        limit_at_soc: `limitAtSoC`: LimitAtSoCType; optional.
        start_schedule: `startSchedule`: date-time in UTC; optional.
        duration: `duration`: integer, in s; optional.
        charging_rate_unit: `chargingRateUnit`: ChargingRateUnitEnumType.
        min_charging_rate: `minChargingRate`: decimal, in A or W as charging_rate_unit
            says; optional.
        power_tolerance: `powerTolerance`: decimal; optional.
        signature_id: `signatureId`: integer, at least 0; optional.
        digest_value: `digestValue`: text of at most 88 characters, Base64; optional.
        use_local_time: `useLocalTime`: boolean; optional.
        charging_schedule_period: `chargingSchedulePeriod`: array of
            ChargingSchedulePeriodType, 1 to 1024 items.
        randomized_delay: `randomizedDelay`: integer, at least 0, in s; default 0.
        sales_tariff: `salesTariff`: SalesTariffType; optional.
        absolute_price_schedule: `absolutePriceSchedule`: AbsolutePriceScheduleType;
            optional.
        price_level_schedule: `priceLevelSchedule`: PriceLevelScheduleType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    """Part of ReportChargingProfilesRequest and 2 more.

    Defined in OCPP 2.1 part 2, Datatypes 2.17.

    Attributes:
        id: `id`: integer.
        stack_level: `stackLevel`: integer, at least 0.
        charging_profile_purpose: `chargingProfilePurpose`:
            ChargingProfilePurposeEnumType.
        charging_profile_kind: `chargingProfileKind`: ChargingProfileKindEnumType.
        recurrency_kind: `recurrencyKind`: RecurrencyKindEnumType; optional.
        valid_from: `validFrom`: date-time in UTC; optional.
        valid_to: `validTo`: date-time in UTC; optional.
        transaction_id: `transactionId`: text of at most 36 characters; optional.
        max_offline_duration: `maxOfflineDuration`: integer, in s; optional.
        charging_schedule: `chargingSchedule`: array of ChargingScheduleType, 1 to 3
            items.
        invalid_after_offline_duration: `invalidAfterOfflineDuration`: boolean;
            optional.
        dyn_update_interval: `dynUpdateInterval`: integer, in s; default no interval.
        dyn_update_time: `dynUpdateTime`: date-time in UTC; optional.
        price_schedule_signature: `priceScheduleSignature`: text of at most 256
            characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
