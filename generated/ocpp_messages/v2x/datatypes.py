# Generated from schemas/v2x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The datatypes of OCPP 2.x."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from ocpp_messages.model import Array, DateTime
from ocpp_messages.v2x.base import Model, OpenModel
from ocpp_messages.v2x.enumerations import (
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

__all__ = [
    "CustomDataType",
    "ACChargingParametersType",
    "APNType",
    "RationalNumberType",
    "PriceRuleType",
    "PriceRuleStackType",
    "TaxRuleType",
    "OverstayRuleType",
    "OverstayRuleListType",
    "AdditionalSelectedServicesType",
    "AbsolutePriceScheduleType",
    "AdditionalInfoType",
    "AddressType",
    "IdTokenType",
    "MessageContentType",
    "IdTokenInfoType",
    "AuthorizationData",
    "BatteryDataType",
    "CertificateHashDataType",
    "CertificateHashDataChainType",
    "CertificateStatusRequestInfoType",
    "CertificateStatusType",
    "ChargingLimitType",
    "DERChargingParametersType",
    "EVPriceRuleType",
    "EVAbsolutePriceScheduleEntryType",
    "EVAbsolutePriceScheduleType",
    "EVPowerScheduleEntryType",
    "EVPowerScheduleType",
    "EVEnergyOfferType",
    "DCChargingParametersType",
    "V2XChargingParametersType",
    "ChargingNeedsType",
    "CostDimensionType",
    "ChargingPeriodType",
    "ChargingProfileCriterionType",
    "LimitAtSoCType",
    "V2XFreqWattPointType",
    "V2XSignalWattPointType",
    "ChargingSchedulePeriodType",
    "RelativeTimeIntervalType",
    "CostType",
    "ConsumptionCostType",
    "SalesTariffEntryType",
    "SalesTariffType",
    "PriceLevelScheduleEntryType",
    "PriceLevelScheduleType",
    "ChargingScheduleType",
    "ChargingProfileType",
    "ChargingScheduleUpdateType",
    "ModemType",
    "ChargingStationType",
    "ClearChargingProfileType",
    "StatusInfoType",
    "ClearMonitoringResultType",
    "ClearTariffsResultType",
    "EVSEType",
    "ComponentType",
    "VariableType",
    "ComponentVariableType",
    "CompositeScheduleType",
    "PeriodicEventStreamParamsType",
    "ConstantStreamDataType",
    "TaxRateType",
    "PriceType",
    "TotalPriceType",
    "TotalCostType",
    "TotalUsageType",
    "CostDetailsType",
    "DERCurvePointsType",
    "HysteresisType",
    "ReactivePowerParamsType",
    "VoltageParamsType",
    "DERCurveType",
    "DERCurveGetType",
    "EnterServiceType",
    "EnterServiceGetType",
    "EventDataType",
    "FirmwareType",
    "FixedPFType",
    "FixedPFGetType",
    "FixedVarType",
    "FixedVarGetType",
    "FreqDroopType",
    "FreqDroopGetType",
    "GetVariableDataType",
    "GetVariableResultType",
    "GradientType",
    "GradientGetType",
    "LimitMaxDischargeType",
    "LimitMaxDischargeGetType",
    "LogParametersType",
    "MessageInfoType",
    "SignedMeterValueType",
    "UnitOfMeasureType",
    "SampledValueType",
    "MeterValueType",
    "VariableMonitoringType",
    "MonitoringDataType",
    "VPNType",
    "NetworkConnectionProfileType",
    "OCSPRequestDataType",
    "VariableAttributeType",
    "VariableCharacteristicsType",
    "ReportDataType",
    "SetMonitoringDataType",
    "SetMonitoringResultType",
    "SetVariableDataType",
    "SetVariableResultType",
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
    "TransactionLimitType",
    "TransactionType",
]


class CustomDataType(OpenModel):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        vendor_id: `vendorId`: text of at most 255 characters.
    """

    vendor_id: Annotated[str, Field(max_length=255)]


class ACChargingParametersType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        energy_amount: `energyAmount`: decimal, in Wh.
        ev_min_current: `evMinCurrent`: decimal, in A.
        ev_max_current: `evMaxCurrent`: decimal, in A.
        ev_max_voltage: `evMaxVoltage`: decimal.
        custom_data: `customData`: CustomDataType; optional.
    """

    energy_amount: int | float
    ev_min_current: int | float
    ev_max_current: int | float
    ev_max_voltage: int | float
    custom_data: CustomDataType | None = None


class APNType(Model):
    """OCPP 2.1 part 2, Datatypes.

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
    apn_user_name: Annotated[str | None, Field(max_length=50)] = None
    apn_password: Annotated[str | None, Field(max_length=64)] = None
    sim_pin: int | None = None
    preferred_network: Annotated[str | None, Field(max_length=6)] = None
    use_only_preferred_network: bool | None = None
    apn_authentication: APNAuthenticationEnumType
    custom_data: CustomDataType | None = None


class RationalNumberType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        exponent: `exponent`: integer.
        value: `value`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    exponent: int
    value: int
    custom_data: CustomDataType | None = None


class PriceRuleType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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

    parking_fee_period: int | None = None
    carbon_dioxide_emission: Annotated[int | None, Field(ge=0)] = None
    renewable_generation_percentage: Annotated[int | None, Field(ge=0, le=100)] = None
    energy_fee: RationalNumberType
    parking_fee: RationalNumberType | None = None
    power_range_start: RationalNumberType
    custom_data: CustomDataType | None = None


class PriceRuleStackType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        duration: `duration`: integer, in s.
        price_rule: `priceRule`: array of PriceRuleType, 1 to 8 items.
        custom_data: `customData`: CustomDataType; optional.
    """

    duration: int
    price_rule: Annotated[Sequence[PriceRuleType], Array(min_items=1, max_items=8)]
    custom_data: CustomDataType | None = None


class TaxRuleType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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

    tax_rule_id: Annotated[int, Field(ge=0)]
    tax_rule_name: Annotated[str | None, Field(max_length=100)] = None
    tax_included_in_price: bool | None = None
    applies_to_energy_fee: bool
    applies_to_parking_fee: bool
    applies_to_overstay_fee: bool
    applies_to_minimum_maximum_cost: bool
    tax_rate: RationalNumberType
    custom_data: CustomDataType | None = None


class OverstayRuleType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        overstay_fee: `overstayFee`: RationalNumberType.
        overstay_rule_description: `overstayRuleDescription`: text of at most 32
            characters; optional.
        start_time: `startTime`: integer, in s.
        overstay_fee_period: `overstayFeePeriod`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    overstay_fee: RationalNumberType
    overstay_rule_description: Annotated[str | None, Field(max_length=32)] = None
    start_time: int
    overstay_fee_period: int
    custom_data: CustomDataType | None = None


class OverstayRuleListType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        overstay_power_threshold: `overstayPowerThreshold`: RationalNumberType;
            optional.
        overstay_rule: `overstayRule`: array of OverstayRuleType, 1 to 5 items.
        overstay_time_threshold: `overstayTimeThreshold`: integer, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    overstay_power_threshold: RationalNumberType | None = None
    overstay_rule: Annotated[
        Sequence[OverstayRuleType], Array(min_items=1, max_items=5)
    ]
    overstay_time_threshold: int | None = None
    custom_data: CustomDataType | None = None


class AdditionalSelectedServicesType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        service_fee: `serviceFee`: RationalNumberType.
        service_name: `serviceName`: text of at most 80 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    service_fee: RationalNumberType
    service_name: Annotated[str, Field(max_length=80)]
    custom_data: CustomDataType | None = None


class AbsolutePriceScheduleType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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

    time_anchor: DateTime
    price_schedule_id: Annotated[int, Field(ge=0)]
    price_schedule_description: Annotated[str | None, Field(max_length=160)] = None
    currency: Annotated[str, Field(max_length=3)]
    language: Annotated[str, Field(max_length=8)]
    price_algorithm: Annotated[str, Field(max_length=2000)]
    minimum_cost: RationalNumberType | None = None
    maximum_cost: RationalNumberType | None = None
    price_rule_stacks: Annotated[
        Sequence[PriceRuleStackType], Array(min_items=1, max_items=1024)
    ]
    tax_rules: Annotated[
        Sequence[TaxRuleType] | None, Array(min_items=1, max_items=10)
    ] = None
    overstay_rule_list: OverstayRuleListType | None = None
    additional_selected_services: Annotated[
        Sequence[AdditionalSelectedServicesType] | None, Array(min_items=1, max_items=5)
    ] = None
    custom_data: CustomDataType | None = None


class AdditionalInfoType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        additional_id_token: `additionalIdToken`: text of at most 255 characters.
        type: `type`: text of at most 50 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    additional_id_token: Annotated[str, Field(max_length=255)]
    type: Annotated[str, Field(max_length=50)]
    custom_data: CustomDataType | None = None


class AddressType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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
    address2: Annotated[str | None, Field(max_length=100)] = None
    city: Annotated[str, Field(max_length=100)]
    postal_code: Annotated[str | None, Field(max_length=20)] = None
    country: Annotated[str, Field(max_length=50)]
    custom_data: CustomDataType | None = None


class IdTokenType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        additional_info: `additionalInfo`: array of AdditionalInfoType, at least 1 item;
            optional.
        id_token: `idToken`: text of at most 255 characters.
        type: `type`: text of at most 20 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    additional_info: Annotated[
        Sequence[AdditionalInfoType] | None, Array(min_items=1)
    ] = None
    id_token: Annotated[str, Field(max_length=255)]
    type: Annotated[str, Field(max_length=20)]
    custom_data: CustomDataType | None = None


class MessageContentType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        format: `format`: MessageFormatEnumType.
        language: `language`: text of at most 8 characters, a language tag of RFC 5646;
            optional.
        content: `content`: text of at most 1024 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    format: MessageFormatEnumType
    language: Annotated[str | None, Field(max_length=8)] = None
    content: Annotated[str, Field(max_length=1024)]
    custom_data: CustomDataType | None = None


class IdTokenInfoType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        status: `status`: AuthorizationStatusEnumType.
        cache_expiry_date_time: `cacheExpiryDateTime`: date-time in UTC; optional.
        charging_priority: `chargingPriority`: integer; default 0.
        group_id_token: `groupIdToken`: IdTokenType; optional.
        language1: `language1`: text of at most 8 characters, a language tag of RFC
            5646; optional.
        language2: `language2`: text of at most 8 characters, a language tag of RFC
            5646; optional.
        evse_id: `evseId`: array of integer, at least 1 item; optional.
        personal_message: `personalMessage`: MessageContentType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: AuthorizationStatusEnumType
    cache_expiry_date_time: DateTime | None = None
    charging_priority: int | None = None
    group_id_token: IdTokenType | None = None
    language1: Annotated[str | None, Field(max_length=8)] = None
    language2: Annotated[str | None, Field(max_length=8)] = None
    evse_id: Annotated[Sequence[int] | None, Array(min_items=1)] = None
    personal_message: MessageContentType | None = None
    custom_data: CustomDataType | None = None


class AuthorizationData(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        id_token: `idToken`: IdTokenType.
        id_token_info: `idTokenInfo`: IdTokenInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id_token: IdTokenType
    id_token_info: IdTokenInfoType | None = None
    custom_data: CustomDataType | None = None


class BatteryDataType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        evse_id: `evseId`: integer, at least 0.
        serial_number: `serialNumber`: text of at most 50 characters.
        soc: `soC`: decimal, 0 to 100.
        soh: `soH`: decimal, 0 to 100.
        production_date: `productionDate`: date-time in UTC; optional.
        vendor_info: `vendorInfo`: text of at most 500 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: Annotated[int, Field(ge=0)]
    serial_number: Annotated[str, Field(max_length=50)]
    soc: Annotated[float, Field(ge=0, le=100)]
    soh: Annotated[float, Field(ge=0, le=100)]
    production_date: DateTime | None = None
    vendor_info: Annotated[str | None, Field(max_length=500)] = None
    custom_data: CustomDataType | None = None


class CertificateHashDataType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        hash_algorithm: `hashAlgorithm`: HashAlgorithmEnumType.
        issuer_name_hash: `issuerNameHash`: text of at most 128 characters.
        issuer_key_hash: `issuerKeyHash`: text of at most 128 characters.
        serial_number: `serialNumber`: text of at most 40 characters, hexadecimal,
            without 0x and leading zeroes.
        custom_data: `customData`: CustomDataType; optional.
    """

    hash_algorithm: HashAlgorithmEnumType
    issuer_name_hash: Annotated[str, Field(max_length=128)]
    issuer_key_hash: Annotated[str, Field(max_length=128)]
    serial_number: Annotated[str, Field(max_length=40)]
    custom_data: CustomDataType | None = None


class CertificateHashDataChainType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        certificate_hash_data: `certificateHashData`: CertificateHashDataType.
        certificate_type: `certificateType`: GetCertificateIdUseEnumType.
        child_certificate_hash_data: `childCertificateHashData`: array of
            CertificateHashDataType, 1 to 4 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    certificate_hash_data: CertificateHashDataType
    certificate_type: GetCertificateIdUseEnumType
    child_certificate_hash_data: Annotated[
        Sequence[CertificateHashDataType] | None, Array(min_items=1, max_items=4)
    ] = None
    custom_data: CustomDataType | None = None


class CertificateStatusRequestInfoType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        certificate_hash_data: `certificateHashData`: CertificateHashDataType.
        source: `source`: CertificateStatusSourceEnumType.
        urls: `urls`: array of text of at most 2000 characters, 1 to 5 items, a URL.
        custom_data: `customData`: CustomDataType; optional.
    """

    certificate_hash_data: CertificateHashDataType
    source: CertificateStatusSourceEnumType
    urls: Annotated[
        Sequence[Annotated[str, Field(max_length=2000)]],
        Array(min_items=1, max_items=5),
    ]
    custom_data: CustomDataType | None = None


class CertificateStatusType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        certificate_hash_data: `certificateHashData`: CertificateHashDataType.
        source: `source`: CertificateStatusSourceEnumType.
        status: `status`: CertificateStatusEnumType.
        next_update: `nextUpdate`: date-time in UTC.
        custom_data: `customData`: CustomDataType; optional.
    """

    certificate_hash_data: CertificateHashDataType
    source: CertificateStatusSourceEnumType
    status: CertificateStatusEnumType
    next_update: DateTime
    custom_data: CustomDataType | None = None


class ChargingLimitType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        charging_limit_source: `chargingLimitSource`: text of at most 20 characters.
        is_local_generation: `isLocalGeneration` in 2.1: boolean; optional.
        is_grid_critical: `isGridCritical`: boolean; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    charging_limit_source: Annotated[str, Field(max_length=20)]
    is_local_generation: bool | None = None
    is_grid_critical: bool | None = None
    custom_data: CustomDataType | None = None


class DERChargingParametersType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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
        Sequence[DERControlEnumType] | None, Array(min_items=1)
    ] = None
    ev_over_excited_max_discharge_power: float | None = None
    ev_over_excited_power_factor: float | None = None
    ev_under_excited_max_discharge_power: float | None = None
    ev_under_excited_power_factor: float | None = None
    max_apparent_power: float | None = None
    max_charge_apparent_power: float | None = None
    max_charge_apparent_power_l2: float | None = None
    max_charge_apparent_power_l3: float | None = None
    max_discharge_apparent_power: float | None = None
    max_discharge_apparent_power_l2: float | None = None
    max_discharge_apparent_power_l3: float | None = None
    max_charge_reactive_power: float | None = None
    max_charge_reactive_power_l2: float | None = None
    max_charge_reactive_power_l3: float | None = None
    min_charge_reactive_power: float | None = None
    min_charge_reactive_power_l2: float | None = None
    min_charge_reactive_power_l3: float | None = None
    max_discharge_reactive_power: float | None = None
    max_discharge_reactive_power_l2: float | None = None
    max_discharge_reactive_power_l3: float | None = None
    min_discharge_reactive_power: float | None = None
    min_discharge_reactive_power_l2: float | None = None
    min_discharge_reactive_power_l3: float | None = None
    nominal_voltage: float | None = None
    nominal_voltage_offset: float | None = None
    max_nominal_voltage: float | None = None
    min_nominal_voltage: float | None = None
    ev_inverter_manufacturer: Annotated[str | None, Field(max_length=50)] = None
    ev_inverter_model: Annotated[str | None, Field(max_length=50)] = None
    ev_inverter_serial_number: Annotated[str | None, Field(max_length=50)] = None
    ev_inverter_sw_version: Annotated[str | None, Field(max_length=50)] = None
    ev_inverter_hw_version: Annotated[str | None, Field(max_length=50)] = None
    ev_islanding_detection_method: Annotated[
        Sequence[IslandingDetectionEnumType] | None, Array(min_items=1)
    ] = None
    ev_islanding_trip_time: float | None = None
    ev_maximum_level1_dc_injection: float | None = None
    ev_duration_level1_dc_injection: float | None = None
    ev_maximum_level2_dc_injection: float | None = None
    ev_duration_level2_dc_injection: float | None = None
    ev_reactive_susceptance: float | None = None
    ev_session_total_discharge_energy_available: float | None = None
    custom_data: CustomDataType | None = None


class EVPriceRuleType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        energy_fee: `energyFee`: decimal, in the currency of the schedule, per kWh.
        power_range_start: `powerRangeStart`: decimal.
        custom_data: `customData`: CustomDataType; optional.
    """

    energy_fee: float
    power_range_start: float
    custom_data: CustomDataType | None = None


class EVAbsolutePriceScheduleEntryType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        duration: `duration`: integer, in s.
        ev_price_rule: `evPriceRule`: array of EVPriceRuleType, 1 to 8 items.
        custom_data: `customData`: CustomDataType; optional.
    """

    duration: int
    ev_price_rule: Annotated[Sequence[EVPriceRuleType], Array(min_items=1, max_items=8)]
    custom_data: CustomDataType | None = None


class EVAbsolutePriceScheduleType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        time_anchor: `timeAnchor`: date-time in UTC.
        currency: `currency`: text of at most 3 characters, an ISO 4217 code.
        ev_absolute_price_schedule_entries: `evAbsolutePriceScheduleEntries`: array of
            EVAbsolutePriceScheduleEntryType, 1 to 1024 items.
        price_algorithm: `priceAlgorithm`: text of at most 2000 characters, a URN.
        custom_data: `customData`: CustomDataType; optional.
    """

    time_anchor: DateTime
    currency: Annotated[str, Field(max_length=3)]
    ev_absolute_price_schedule_entries: Annotated[
        Sequence[EVAbsolutePriceScheduleEntryType], Array(min_items=1, max_items=1024)
    ]
    price_algorithm: Annotated[str, Field(max_length=2000)]
    custom_data: CustomDataType | None = None


class EVPowerScheduleEntryType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        duration: `duration`: integer.
        power: `power`: decimal.
        custom_data: `customData`: CustomDataType; optional.
    """

    duration: int
    power: float
    custom_data: CustomDataType | None = None


class EVPowerScheduleType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        ev_power_schedule_entries: `evPowerScheduleEntries`: array of
            EVPowerScheduleEntryType, 1 to 1024 items.
        time_anchor: `timeAnchor`: date-time in UTC.
        custom_data: `customData`: CustomDataType; optional.
    """

    ev_power_schedule_entries: Annotated[
        Sequence[EVPowerScheduleEntryType], Array(min_items=1, max_items=1024)
    ]
    time_anchor: DateTime
    custom_data: CustomDataType | None = None


class EVEnergyOfferType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        ev_absolute_price_schedule: `evAbsolutePriceSchedule`:
            EVAbsolutePriceScheduleType; optional.
        ev_power_schedule: `evPowerSchedule`: EVPowerScheduleType.
        custom_data: `customData`: CustomDataType; optional.
    """

    ev_absolute_price_schedule: EVAbsolutePriceScheduleType | None = None
    ev_power_schedule: EVPowerScheduleType
    custom_data: CustomDataType | None = None


class DCChargingParametersType(Model):
    """OCPP 2.1 part 2, Datatypes.

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

    ev_max_current: int | float
    ev_max_voltage: int | float
    ev_max_power: int | float | None = None
    ev_energy_capacity: int | float | None = None
    energy_amount: int | float | None = None
    state_of_charge: Annotated[int | None, Field(ge=0, le=100)] = None
    full_soc: Annotated[int | None, Field(ge=0, le=100)] = None
    bulk_soc: Annotated[int | None, Field(ge=0, le=100)] = None
    custom_data: CustomDataType | None = None


class V2XChargingParametersType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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

    min_charge_power: float | None = None
    min_charge_power_l2: float | None = None
    min_charge_power_l3: float | None = None
    max_charge_power: float | None = None
    max_charge_power_l2: float | None = None
    max_charge_power_l3: float | None = None
    min_discharge_power: float | None = None
    min_discharge_power_l2: float | None = None
    min_discharge_power_l3: float | None = None
    max_discharge_power: float | None = None
    max_discharge_power_l2: float | None = None
    max_discharge_power_l3: float | None = None
    min_charge_current: float | None = None
    max_charge_current: float | None = None
    min_discharge_current: float | None = None
    max_discharge_current: float | None = None
    min_voltage: float | None = None
    max_voltage: float | None = None
    ev_target_energy_request: float | None = None
    ev_min_energy_request: float | None = None
    ev_max_energy_request: float | None = None
    ev_min_v2x_energy_request: float | None = None
    ev_max_v2x_energy_request: float | None = None
    target_soc: Annotated[int | None, Field(ge=0, le=100)] = None
    custom_data: CustomDataType | None = None


class ChargingNeedsType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        ac_charging_parameters: `acChargingParameters`: ACChargingParametersType;
            optional.
        der_charging_parameters: `derChargingParameters` in 2.1:
            DERChargingParametersType; optional.
        ev_energy_offer: `evEnergyOffer` in 2.1: EVEnergyOfferType; optional.
        requested_energy_transfer: `requestedEnergyTransfer`:
            EnergyTransferModeEnumType.
        dc_charging_parameters: `dcChargingParameters`: DCChargingParametersType;
            optional.
        v2x_charging_parameters: `v2xChargingParameters` in 2.1:
            V2XChargingParametersType; optional.
        available_energy_transfer: `availableEnergyTransfer` in 2.1: array of
            EnergyTransferModeEnumType, at least 1 item; optional.
        control_mode: `controlMode` in 2.1: ControlModeEnumType; optional.
        mobility_needs_mode: `mobilityNeedsMode` in 2.1: MobilityNeedsModeEnumType;
            optional.
        departure_time: `departureTime`: date-time in UTC; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    ac_charging_parameters: ACChargingParametersType | None = None
    der_charging_parameters: DERChargingParametersType | None = None
    ev_energy_offer: EVEnergyOfferType | None = None
    requested_energy_transfer: EnergyTransferModeEnumType
    dc_charging_parameters: DCChargingParametersType | None = None
    v2x_charging_parameters: V2XChargingParametersType | None = None
    available_energy_transfer: Annotated[
        Sequence[EnergyTransferModeEnumType] | None, Array(min_items=1)
    ] = None
    control_mode: ControlModeEnumType | None = None
    mobility_needs_mode: MobilityNeedsModeEnumType | None = None
    departure_time: DateTime | None = None
    custom_data: CustomDataType | None = None


class CostDimensionType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        type: `type`: CostDimensionEnumType.
        volume: `volume`: decimal, in Wh, A, W or s, as the type says (OCPP 2.1 part 2,
            Enumerations: CostDimensionEnumType).
        custom_data: `customData`: CustomDataType; optional.
    """

    type: CostDimensionEnumType
    volume: float
    custom_data: CustomDataType | None = None


class ChargingPeriodType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        dimensions: `dimensions`: array of CostDimensionType, at least 1 item; optional.
        tariff_id: `tariffId`: text of at most 60 characters; optional.
        start_period: `startPeriod`: date-time in UTC.
        custom_data: `customData`: CustomDataType; optional.
    """

    dimensions: Annotated[Sequence[CostDimensionType] | None, Array(min_items=1)] = None
    tariff_id: Annotated[str | None, Field(max_length=60)] = None
    start_period: DateTime
    custom_data: CustomDataType | None = None


class ChargingProfileCriterionType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        charging_profile_purpose: `chargingProfilePurpose`:
            ChargingProfilePurposeEnumType; optional.
        stack_level: `stackLevel`: integer; optional.
        charging_profile_id: `chargingProfileId`: array of integer, at least 1 item;
            optional.
        charging_limit_source: `chargingLimitSource`: array of text of at most 20
            characters, 1 to 4 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    charging_profile_purpose: ChargingProfilePurposeEnumType | None = None
    stack_level: int | None = None
    charging_profile_id: Annotated[Sequence[int] | None, Array(min_items=1)] = None
    charging_limit_source: Annotated[
        Sequence[Annotated[str, Field(max_length=20)]] | None,
        Array(min_items=1, max_items=4),
    ] = None
    custom_data: CustomDataType | None = None


class LimitAtSoCType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        soc: `soc`: integer, 0 to 100.
        limit: `limit`: decimal, in A or W as charging_rate_unit says.
        custom_data: `customData`: CustomDataType; optional.
    """

    soc: Annotated[int, Field(ge=0, le=100)]
    limit: float
    custom_data: CustomDataType | None = None


class V2XFreqWattPointType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        frequency: `frequency`: decimal, in Hz.
        power: `power`: decimal, in W.
        custom_data: `customData`: CustomDataType; optional.
    """

    frequency: float
    power: float
    custom_data: CustomDataType | None = None


class V2XSignalWattPointType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        signal: `signal`: integer.
        power: `power`: decimal, in W.
        custom_data: `customData`: CustomDataType; optional.
    """

    signal: int
    power: float
    custom_data: CustomDataType | None = None


class ChargingSchedulePeriodType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        start_period: `startPeriod`: integer, in s.
        limit: `limit`: decimal, in A or W as charging_rate_unit says; optional.
        limit_l2: `limit_L2` in 2.1: decimal, in A or W as charging_rate_unit says;
            optional.
        limit_l3: `limit_L3` in 2.1: decimal, in A or W as charging_rate_unit says;
            optional.
        number_phases: `numberPhases`: integer; default 3 for AC.
        phase_to_use: `phaseToUse`: integer; optional.
        discharge_limit: `dischargeLimit` in 2.1: decimal, at most 0, in A or W as
            charging_rate_unit says; optional.
        discharge_limit_l2: `dischargeLimit_L2` in 2.1: decimal, at most 0, in A or W as
            charging_rate_unit says; optional.
        discharge_limit_l3: `dischargeLimit_L3` in 2.1: decimal, at most 0, in A or W as
            charging_rate_unit says; optional.
        setpoint: `setpoint` in 2.1: decimal, in A or W as charging_rate_unit says;
            optional.
        setpoint_l2: `setpoint_L2` in 2.1: decimal, in A or W as charging_rate_unit
            says; optional.
        setpoint_l3: `setpoint_L3` in 2.1: decimal, in A or W as charging_rate_unit
            says; optional.
        setpoint_reactive: `setpointReactive` in 2.1: decimal, in A or W as
            charging_rate_unit says; optional.
        setpoint_reactive_l2: `setpointReactive_L2` in 2.1: decimal, in A or W as
            charging_rate_unit says; optional.
        setpoint_reactive_l3: `setpointReactive_L3` in 2.1: decimal, in A or W as
            charging_rate_unit says; optional.
        preconditioning_request: `preconditioningRequest` in 2.1: boolean; optional.
        evse_sleep: `evseSleep` in 2.1: boolean; optional.
        v2x_baseline: `v2xBaseline` in 2.1: decimal; optional.
        operation_mode: `operationMode` in 2.1: OperationModeEnumType; optional.
        v2x_freq_watt_curve: `v2xFreqWattCurve` in 2.1: array of V2XFreqWattPointType, 1
            to 20 items; optional.
        v2x_signal_watt_curve: `v2xSignalWattCurve` in 2.1: array of
            V2XSignalWattPointType, 1 to 20 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    start_period: int
    limit: float | None = None
    limit_l2: float | None = None
    limit_l3: float | None = None
    number_phases: int | None = None
    phase_to_use: int | None = None
    discharge_limit: Annotated[float | None, Field(le=0)] = None
    discharge_limit_l2: Annotated[float | None, Field(le=0)] = None
    discharge_limit_l3: Annotated[float | None, Field(le=0)] = None
    setpoint: float | None = None
    setpoint_l2: float | None = None
    setpoint_l3: float | None = None
    setpoint_reactive: float | None = None
    setpoint_reactive_l2: float | None = None
    setpoint_reactive_l3: float | None = None
    preconditioning_request: bool | None = None
    evse_sleep: bool | None = None
    v2x_baseline: float | None = None
    operation_mode: OperationModeEnumType | None = None
    v2x_freq_watt_curve: Annotated[
        Sequence[V2XFreqWattPointType] | None, Array(min_items=1, max_items=20)
    ] = None
    v2x_signal_watt_curve: Annotated[
        Sequence[V2XSignalWattPointType] | None, Array(min_items=1, max_items=20)
    ] = None
    custom_data: CustomDataType | None = None


class RelativeTimeIntervalType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        start: `start`: integer, in s.
        duration: `duration`: integer, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    start: int
    duration: int | None = None
    custom_data: CustomDataType | None = None


class CostType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        cost_kind: `costKind`: CostKindEnumType.
        amount: `amount`: integer, in units per kWh, times 10 to the power of
            amount_multiplier.
        amount_multiplier: `amountMultiplier`: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    cost_kind: CostKindEnumType
    amount: int
    amount_multiplier: int | None = None
    custom_data: CustomDataType | None = None


class ConsumptionCostType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        start_value: `startValue`: decimal.
        cost: `cost`: array of CostType, 1 to 3 items.
        custom_data: `customData`: CustomDataType; optional.
    """

    start_value: float
    cost: Annotated[Sequence[CostType], Array(min_items=1, max_items=3)]
    custom_data: CustomDataType | None = None


class SalesTariffEntryType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        relative_time_interval: `relativeTimeInterval`: RelativeTimeIntervalType.
        e_price_level: `ePriceLevel`: integer, at least 0; optional.
        consumption_cost: `consumptionCost`: array of ConsumptionCostType, 1 to 3 items;
            optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    relative_time_interval: RelativeTimeIntervalType
    e_price_level: Annotated[int | None, Field(ge=0)] = None
    consumption_cost: Annotated[
        Sequence[ConsumptionCostType] | None, Array(min_items=1, max_items=3)
    ] = None
    custom_data: CustomDataType | None = None


class SalesTariffType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        id: `id`: integer.
        sales_tariff_description: `salesTariffDescription`: text of at most 32
            characters; optional.
        num_e_price_levels: `numEPriceLevels`: integer; optional.
        sales_tariff_entry: `salesTariffEntry`: array of SalesTariffEntryType, 1 to 1024
            items.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: int
    sales_tariff_description: Annotated[str | None, Field(max_length=32)] = None
    num_e_price_levels: int | None = None
    sales_tariff_entry: Annotated[
        Sequence[SalesTariffEntryType], Array(min_items=1, max_items=1024)
    ]
    custom_data: CustomDataType | None = None


class PriceLevelScheduleEntryType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        duration: `duration`: integer, in s.
        price_level: `priceLevel`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    duration: int
    price_level: Annotated[int, Field(ge=0)]
    custom_data: CustomDataType | None = None


class PriceLevelScheduleType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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
        Sequence[PriceLevelScheduleEntryType], Array(min_items=1, max_items=100)
    ]
    time_anchor: DateTime
    price_schedule_id: Annotated[int, Field(ge=0)]
    price_schedule_description: Annotated[str | None, Field(max_length=32)] = None
    number_of_price_levels: Annotated[int, Field(ge=0)]
    custom_data: CustomDataType | None = None


class ChargingScheduleType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        id: `id`: integer.
        limit_at_soc: `limitAtSoC` in 2.1: LimitAtSoCType; optional.
        start_schedule: `startSchedule`: date-time in UTC; optional.
        duration: `duration`: integer, in s; optional.
        charging_rate_unit: `chargingRateUnit`: ChargingRateUnitEnumType.
        min_charging_rate: `minChargingRate`: decimal, in A or W as charging_rate_unit
            says; optional.
        power_tolerance: `powerTolerance` in 2.1: decimal; optional.
        signature_id: `signatureId` in 2.1: integer, at least 0; optional.
        digest_value: `digestValue` in 2.1: text of at most 88 characters, Base64;
            optional.
        use_local_time: `useLocalTime` in 2.1: boolean; optional.
        charging_schedule_period: `chargingSchedulePeriod`: array of
            ChargingSchedulePeriodType, 1 to 1024 items.
        randomized_delay: `randomizedDelay` in 2.1: integer, at least 0, in s; default
            0.
        sales_tariff: `salesTariff`: SalesTariffType; optional.
        absolute_price_schedule: `absolutePriceSchedule` in 2.1:
            AbsolutePriceScheduleType; optional.
        price_level_schedule: `priceLevelSchedule` in 2.1: PriceLevelScheduleType;
            optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: int
    limit_at_soc: LimitAtSoCType | None = None
    start_schedule: DateTime | None = None
    duration: int | None = None
    charging_rate_unit: ChargingRateUnitEnumType
    min_charging_rate: float | None = None
    power_tolerance: float | None = None
    signature_id: Annotated[int | None, Field(ge=0)] = None
    digest_value: Annotated[str | None, Field(max_length=88)] = None
    use_local_time: bool | None = None
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriodType], Array(min_items=1, max_items=1024)
    ]
    randomized_delay: Annotated[int | None, Field(ge=0)] = None
    sales_tariff: SalesTariffType | None = None
    absolute_price_schedule: AbsolutePriceScheduleType | None = None
    price_level_schedule: PriceLevelScheduleType | None = None
    custom_data: CustomDataType | None = None


class ChargingProfileType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        id: `id`: integer.
        stack_level: `stackLevel`: integer.
        charging_profile_purpose: `chargingProfilePurpose`:
            ChargingProfilePurposeEnumType.
        charging_profile_kind: `chargingProfileKind`: ChargingProfileKindEnumType.
        recurrency_kind: `recurrencyKind`: RecurrencyKindEnumType; optional.
        valid_from: `validFrom`: date-time in UTC; optional.
        valid_to: `validTo`: date-time in UTC; optional.
        transaction_id: `transactionId`: text of at most 36 characters; optional.
        max_offline_duration: `maxOfflineDuration` in 2.1: integer, in s; optional.
        charging_schedule: `chargingSchedule`: array of ChargingScheduleType, 1 to 3
            items.
        invalid_after_offline_duration: `invalidAfterOfflineDuration` in 2.1: boolean;
            optional.
        dyn_update_interval: `dynUpdateInterval` in 2.1: integer, in s; default no
            interval.
        dyn_update_time: `dynUpdateTime` in 2.1: date-time in UTC; optional.
        price_schedule_signature: `priceScheduleSignature` in 2.1: text of at most 256
            characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: int
    stack_level: int
    charging_profile_purpose: ChargingProfilePurposeEnumType
    charging_profile_kind: ChargingProfileKindEnumType
    recurrency_kind: RecurrencyKindEnumType | None = None
    valid_from: DateTime | None = None
    valid_to: DateTime | None = None
    transaction_id: Annotated[str | None, Field(max_length=36)] = None
    max_offline_duration: int | None = None
    charging_schedule: Annotated[
        Sequence[ChargingScheduleType], Array(min_items=1, max_items=3)
    ]
    invalid_after_offline_duration: bool | None = None
    dyn_update_interval: int | None = None
    dyn_update_time: DateTime | None = None
    price_schedule_signature: Annotated[str | None, Field(max_length=256)] = None
    custom_data: CustomDataType | None = None


class ChargingScheduleUpdateType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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

    limit: float | None = None
    limit_l2: float | None = None
    limit_l3: float | None = None
    discharge_limit: Annotated[float | None, Field(le=0)] = None
    discharge_limit_l2: Annotated[float | None, Field(le=0)] = None
    discharge_limit_l3: Annotated[float | None, Field(le=0)] = None
    setpoint: float | None = None
    setpoint_l2: float | None = None
    setpoint_l3: float | None = None
    setpoint_reactive: float | None = None
    setpoint_reactive_l2: float | None = None
    setpoint_reactive_l3: float | None = None
    custom_data: CustomDataType | None = None


class ModemType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        iccid: `iccid`: text of at most 20 characters; optional.
        imsi: `imsi`: text of at most 20 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    iccid: Annotated[str | None, Field(max_length=20)] = None
    imsi: Annotated[str | None, Field(max_length=20)] = None
    custom_data: CustomDataType | None = None


class ChargingStationType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        serial_number: `serialNumber`: text of at most 25 characters; optional.
        model: `model`: text of at most 20 characters.
        modem: `modem`: ModemType; optional.
        vendor_name: `vendorName`: text of at most 50 characters.
        firmware_version: `firmwareVersion`: text of at most 50 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    serial_number: Annotated[str | None, Field(max_length=25)] = None
    model: Annotated[str, Field(max_length=20)]
    modem: ModemType | None = None
    vendor_name: Annotated[str, Field(max_length=50)]
    firmware_version: Annotated[str | None, Field(max_length=50)] = None
    custom_data: CustomDataType | None = None


class ClearChargingProfileType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        evse_id: `evseId`: integer; optional.
        charging_profile_purpose: `chargingProfilePurpose`:
            ChargingProfilePurposeEnumType; optional.
        stack_level: `stackLevel`: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: int | None = None
    charging_profile_purpose: ChargingProfilePurposeEnumType | None = None
    stack_level: int | None = None
    custom_data: CustomDataType | None = None


class StatusInfoType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        reason_code: `reasonCode`: text of at most 20 characters.
        additional_info: `additionalInfo`: text of at most 1024 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    reason_code: Annotated[str, Field(max_length=20)]
    additional_info: Annotated[str | None, Field(max_length=1024)] = None
    custom_data: CustomDataType | None = None


class ClearMonitoringResultType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        status: `status`: ClearMonitoringStatusEnumType.
        id: `id`: integer.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: ClearMonitoringStatusEnumType
    id: int
    status_info: StatusInfoType | None = None
    custom_data: CustomDataType | None = None


class ClearTariffsResultType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        status_info: `statusInfo`: StatusInfoType; optional.
        tariff_id: `tariffId`: text of at most 60 characters; optional.
        status: `status`: TariffClearStatusEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    status_info: StatusInfoType | None = None
    tariff_id: Annotated[str | None, Field(max_length=60)] = None
    status: TariffClearStatusEnumType
    custom_data: CustomDataType | None = None


class EVSEType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        id: `id`: integer.
        connector_id: `connectorId`: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: int
    connector_id: int | None = None
    custom_data: CustomDataType | None = None


class ComponentType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        evse: `evse`: EVSEType; optional.
        name: `name`: text of at most 50 characters.
        instance: `instance`: text of at most 50 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse: EVSEType | None = None
    name: Annotated[str, Field(max_length=50)]
    instance: Annotated[str | None, Field(max_length=50)] = None
    custom_data: CustomDataType | None = None


class VariableType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        name: `name`: text of at most 50 characters.
        instance: `instance`: text of at most 50 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    name: Annotated[str, Field(max_length=50)]
    instance: Annotated[str | None, Field(max_length=50)] = None
    custom_data: CustomDataType | None = None


class ComponentVariableType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        component: `component`: ComponentType.
        variable: `variable`: VariableType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    component: ComponentType
    variable: VariableType | None = None
    custom_data: CustomDataType | None = None


class CompositeScheduleType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        evse_id: `evseId`: integer.
        duration: `duration`: integer, in s (OCPP 2.0.1 part 2, Datatypes 2.18).
        schedule_start: `scheduleStart`: date-time in UTC.
        charging_rate_unit: `chargingRateUnit`: ChargingRateUnitEnumType.
        charging_schedule_period: `chargingSchedulePeriod`: array of
            ChargingSchedulePeriodType, at least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: int
    duration: int
    schedule_start: DateTime
    charging_rate_unit: ChargingRateUnitEnumType
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriodType], Array(min_items=1)
    ]
    custom_data: CustomDataType | None = None


class PeriodicEventStreamParamsType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        interval: `interval`: integer, at least 0, in s; optional.
        values: `values`: integer, at least 0; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    interval: Annotated[int | None, Field(ge=0)] = None
    values: Annotated[int | None, Field(ge=0)] = None
    custom_data: CustomDataType | None = None


class ConstantStreamDataType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        id: `id`: integer, at least 0.
        params: `params`: PeriodicEventStreamParamsType.
        variable_monitoring_id: `variableMonitoringId`: integer, at least 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[int, Field(ge=0)]
    params: PeriodicEventStreamParamsType
    variable_monitoring_id: Annotated[int, Field(ge=0)]
    custom_data: CustomDataType | None = None


class TaxRateType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        type: `type`: text of at most 20 characters.
        tax: `tax`: decimal, in %.
        stack: `stack`: integer, at least 0; default 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    type: Annotated[str, Field(max_length=20)]
    tax: float
    stack: Annotated[int | None, Field(ge=0)] = None
    custom_data: CustomDataType | None = None


class PriceType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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

    excl_tax: float | None = None
    incl_tax: float | None = None
    tax_rates: Annotated[
        Sequence[TaxRateType] | None, Array(min_items=1, max_items=5)
    ] = None
    custom_data: CustomDataType | None = None


class TotalPriceType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        excl_tax: `exclTax`: decimal, in the currency of the total cost that it is part
            of; optional (OCPP 2.1 part 2, Datatypes: TotalCostType).
        incl_tax: `inclTax`: decimal, in the currency of the total cost that it is part
            of; optional (OCPP 2.1 part 2, Datatypes: TotalCostType).
        custom_data: `customData`: CustomDataType; optional.
    """

    excl_tax: float | None = None
    incl_tax: float | None = None
    custom_data: CustomDataType | None = None


class TotalCostType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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
    type_of_cost: TariffCostEnumType
    fixed: PriceType | None = None
    energy: PriceType | None = None
    charging_time: PriceType | None = None
    idle_time: PriceType | None = None
    reservation_time: PriceType | None = None
    reservation_fixed: PriceType | None = None
    total: TotalPriceType
    custom_data: CustomDataType | None = None


class TotalUsageType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        energy: `energy`: decimal.
        charging_time: `chargingTime`: integer, in s.
        idle_time: `idleTime`: integer, in s.
        reservation_time: `reservationTime`: integer, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    energy: float
    charging_time: int
    idle_time: int
    reservation_time: int | None = None
    custom_data: CustomDataType | None = None


class CostDetailsType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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
        Sequence[ChargingPeriodType] | None, Array(min_items=1)
    ] = None
    total_cost: TotalCostType
    total_usage: TotalUsageType
    failure_to_calculate: bool | None = None
    failure_reason: Annotated[str | None, Field(max_length=500)] = None
    custom_data: CustomDataType | None = None


class DERCurvePointsType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        x: `x`: decimal.
        y: `y`: decimal, in the y_unit of the curve.
        custom_data: `customData`: CustomDataType; optional.
    """

    x: float
    y: float
    custom_data: CustomDataType | None = None


class HysteresisType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        hysteresis_high: `hysteresisHigh`: decimal, in the y_unit of the curve;
            optional.
        hysteresis_low: `hysteresisLow`: decimal, in the y_unit of the curve; optional.
        hysteresis_delay: `hysteresisDelay`: decimal, in s; optional.
        hysteresis_gradient: `hysteresisGradient`: decimal, in %/s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    hysteresis_high: float | None = None
    hysteresis_low: float | None = None
    hysteresis_delay: float | None = None
    hysteresis_gradient: float | None = None
    custom_data: CustomDataType | None = None


class ReactivePowerParamsType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        v_ref: `vRef`: decimal, in %; optional.
        autonomous_v_ref_enable: `autonomousVRefEnable`: boolean; optional.
        autonomous_v_ref_time_constant: `autonomousVRefTimeConstant`: decimal; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    v_ref: float | None = None
    autonomous_v_ref_enable: bool | None = None
    autonomous_v_ref_time_constant: float | None = None
    custom_data: CustomDataType | None = None


class VoltageParamsType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        hv10_min_mean_value: `hv10MinMeanValue`: decimal; optional.
        hv10_min_mean_trip_delay: `hv10MinMeanTripDelay`: decimal; optional.
        power_during_cessation: `powerDuringCessation`: PowerDuringCessationEnumType;
            optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    hv10_min_mean_value: float | None = None
    hv10_min_mean_trip_delay: float | None = None
    power_during_cessation: PowerDuringCessationEnumType | None = None
    custom_data: CustomDataType | None = None


class DERCurveType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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
        Sequence[DERCurvePointsType], Array(min_items=1, max_items=10)
    ]
    hysteresis: HysteresisType | None = None
    priority: Annotated[int, Field(ge=0)]
    reactive_power_params: ReactivePowerParamsType | None = None
    voltage_params: VoltageParamsType | None = None
    y_unit: DERUnitEnumType
    response_time: float | None = None
    start_time: DateTime | None = None
    duration: float | None = None
    custom_data: CustomDataType | None = None


class DERCurveGetType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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
    curve_type: DERControlEnumType
    is_default: bool
    is_superseded: bool
    custom_data: CustomDataType | None = None


class EnterServiceType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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
    high_voltage: float
    low_voltage: float
    high_freq: float
    low_freq: float
    delay: float | None = None
    random_delay: float | None = None
    ramp_rate: float | None = None
    custom_data: CustomDataType | None = None


class EnterServiceGetType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        enter_service: `enterService`: EnterServiceType.
        id: `id`: text of at most 36 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    enter_service: EnterServiceType
    id: Annotated[str, Field(max_length=36)]
    custom_data: CustomDataType | None = None


class EventDataType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        event_id: `eventId`: integer.
        timestamp: `timestamp`: date-time in UTC.
        trigger: `trigger`: EventTriggerEnumType.
        cause: `cause`: integer; optional.
        actual_value: `actualValue`: text of at most 2500 characters.
        tech_code: `techCode`: text of at most 50 characters; optional.
        tech_info: `techInfo`: text of at most 500 characters; optional.
        cleared: `cleared`: boolean; optional.
        transaction_id: `transactionId`: text of at most 36 characters; optional.
        component: `component`: ComponentType.
        variable_monitoring_id: `variableMonitoringId`: integer; optional.
        event_notification_type: `eventNotificationType`: EventNotificationEnumType.
        variable: `variable`: VariableType.
        severity: `severity` in 2.1: integer, at least 0; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    event_id: int
    timestamp: DateTime
    trigger: EventTriggerEnumType
    cause: int | None = None
    actual_value: Annotated[str, Field(max_length=2500)]
    tech_code: Annotated[str | None, Field(max_length=50)] = None
    tech_info: Annotated[str | None, Field(max_length=500)] = None
    cleared: bool | None = None
    transaction_id: Annotated[str | None, Field(max_length=36)] = None
    component: ComponentType
    variable_monitoring_id: int | None = None
    event_notification_type: EventNotificationEnumType
    variable: VariableType
    severity: Annotated[int | None, Field(ge=0)] = None
    custom_data: CustomDataType | None = None


class FirmwareType(Model):
    """OCPP 2.1 part 2, Datatypes.

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
    retrieve_date_time: DateTime
    install_date_time: DateTime | None = None
    signing_certificate: Annotated[str | None, Field(max_length=5500)] = None
    signature: Annotated[str | None, Field(max_length=800)] = None
    custom_data: CustomDataType | None = None


class FixedPFType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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
    start_time: DateTime | None = None
    duration: float | None = None
    custom_data: CustomDataType | None = None


class FixedPFGetType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        fixed_pf: `fixedPF`: FixedPFType.
        id: `id`: text of at most 36 characters.
        is_default: `isDefault`: boolean.
        is_superseded: `isSuperseded`: boolean.
        custom_data: `customData`: CustomDataType; optional.
    """

    fixed_pf: FixedPFType
    id: Annotated[str, Field(max_length=36)]
    is_default: bool
    is_superseded: bool
    custom_data: CustomDataType | None = None


class FixedVarType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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
    start_time: DateTime | None = None
    duration: float | None = None
    custom_data: CustomDataType | None = None


class FixedVarGetType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        fixed_var: `fixedVar`: FixedVarType.
        id: `id`: text of at most 36 characters.
        is_default: `isDefault`: boolean.
        is_superseded: `isSuperseded`: boolean.
        custom_data: `customData`: CustomDataType; optional.
    """

    fixed_var: FixedVarType
    id: Annotated[str, Field(max_length=36)]
    is_default: bool
    is_superseded: bool
    custom_data: CustomDataType | None = None


class FreqDroopType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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
    over_freq: float
    under_freq: float
    over_droop: float
    under_droop: float
    response_time: float
    start_time: DateTime | None = None
    duration: float | None = None
    custom_data: CustomDataType | None = None


class FreqDroopGetType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        freq_droop: `freqDroop`: FreqDroopType.
        id: `id`: text of at most 36 characters.
        is_default: `isDefault`: boolean.
        is_superseded: `isSuperseded`: boolean.
        custom_data: `customData`: CustomDataType; optional.
    """

    freq_droop: FreqDroopType
    id: Annotated[str, Field(max_length=36)]
    is_default: bool
    is_superseded: bool
    custom_data: CustomDataType | None = None


class GetVariableDataType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        attribute_type: `attributeType`: AttributeEnumType; default Actual.
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        custom_data: `customData`: CustomDataType; optional.
    """

    attribute_type: AttributeEnumType | None = None
    component: ComponentType
    variable: VariableType
    custom_data: CustomDataType | None = None


class GetVariableResultType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        attribute_status: `attributeStatus`: GetVariableStatusEnumType.
        attribute_status_info: `attributeStatusInfo`: StatusInfoType; optional.
        attribute_type: `attributeType`: AttributeEnumType; default Actual.
        attribute_value: `attributeValue`: text of at most 2500 characters; optional.
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        custom_data: `customData`: CustomDataType; optional.
    """

    attribute_status: GetVariableStatusEnumType
    attribute_status_info: StatusInfoType | None = None
    attribute_type: AttributeEnumType | None = None
    attribute_value: Annotated[str | None, Field(max_length=2500)] = None
    component: ComponentType
    variable: VariableType
    custom_data: CustomDataType | None = None


class GradientType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        priority: `priority`: integer, at least 0.
        gradient: `gradient`: decimal, in s.
        soft_gradient: `softGradient`: decimal, in s.
        custom_data: `customData`: CustomDataType; optional.
    """

    priority: Annotated[int, Field(ge=0)]
    gradient: float
    soft_gradient: float
    custom_data: CustomDataType | None = None


class GradientGetType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        gradient: `gradient`: GradientType.
        id: `id`: text of at most 36 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    gradient: GradientType
    id: Annotated[str, Field(max_length=36)]
    custom_data: CustomDataType | None = None


class LimitMaxDischargeType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        priority: `priority`: integer, at least 0.
        pct_max_discharge_power: `pctMaxDischargePower`: decimal, in %; optional.
        power_monitoring_must_trip: `powerMonitoringMustTrip`: DERCurveType; optional.
        start_time: `startTime`: date-time in UTC; optional.
        duration: `duration`: decimal, in s; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    priority: Annotated[int, Field(ge=0)]
    pct_max_discharge_power: float | None = None
    power_monitoring_must_trip: DERCurveType | None = None
    start_time: DateTime | None = None
    duration: float | None = None
    custom_data: CustomDataType | None = None


class LimitMaxDischargeGetType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        id: `id`: text of at most 36 characters.
        is_default: `isDefault`: boolean.
        is_superseded: `isSuperseded`: boolean.
        limit_max_discharge: `limitMaxDischarge`: LimitMaxDischargeType.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[str, Field(max_length=36)]
    is_default: bool
    is_superseded: bool
    limit_max_discharge: LimitMaxDischargeType
    custom_data: CustomDataType | None = None


class LogParametersType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        remote_location: `remoteLocation`: text of at most 2000 characters, a URL.
        oldest_timestamp: `oldestTimestamp`: date-time in UTC; optional.
        latest_timestamp: `latestTimestamp`: date-time in UTC; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    remote_location: Annotated[str, Field(max_length=2000)]
    oldest_timestamp: DateTime | None = None
    latest_timestamp: DateTime | None = None
    custom_data: CustomDataType | None = None


class MessageInfoType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        display: `display`: ComponentType; optional.
        id: `id`: integer.
        priority: `priority`: MessagePriorityEnumType.
        state: `state`: MessageStateEnumType; optional.
        start_date_time: `startDateTime`: date-time in UTC; optional.
        end_date_time: `endDateTime`: date-time in UTC; optional.
        transaction_id: `transactionId`: text of at most 36 characters; optional.
        message: `message`: MessageContentType.
        message_extra: `messageExtra` in 2.1: array of MessageContentType, 1 to 4 items;
            optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    display: ComponentType | None = None
    id: int
    priority: MessagePriorityEnumType
    state: MessageStateEnumType | None = None
    start_date_time: DateTime | None = None
    end_date_time: DateTime | None = None
    transaction_id: Annotated[str | None, Field(max_length=36)] = None
    message: MessageContentType
    message_extra: Annotated[
        Sequence[MessageContentType] | None, Array(min_items=1, max_items=4)
    ] = None
    custom_data: CustomDataType | None = None


class SignedMeterValueType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        signed_meter_data: `signedMeterData`: text of at most 32768 characters, Base64.
        signing_method: `signingMethod`: text of at most 50 characters; optional.
        encoding_method: `encodingMethod`: text of at most 50 characters.
        public_key: `publicKey`: text of at most 2500 characters, Base64; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    signed_meter_data: Annotated[str, Field(max_length=32768)]
    signing_method: Annotated[str | None, Field(max_length=50)] = None
    encoding_method: Annotated[str, Field(max_length=50)]
    public_key: Annotated[str | None, Field(max_length=2500)] = None
    custom_data: CustomDataType | None = None


class UnitOfMeasureType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        unit: `unit`: text of at most 20 characters; default Wh.
        multiplier: `multiplier`: integer; default 0.
        custom_data: `customData`: CustomDataType; optional.
    """

    unit: Annotated[str | None, Field(max_length=20)] = None
    multiplier: int | None = None
    custom_data: CustomDataType | None = None


class SampledValueType(Model):
    """OCPP 2.1 part 2, Datatypes.

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
    measurand: MeasurandEnumType | None = None
    context: ReadingContextEnumType | None = None
    phase: PhaseEnumType | None = None
    location: LocationEnumType | None = None
    signed_meter_value: SignedMeterValueType | None = None
    unit_of_measure: UnitOfMeasureType | None = None
    custom_data: CustomDataType | None = None


class MeterValueType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        sampled_value: `sampledValue`: array of SampledValueType, at least 1 item.
        timestamp: `timestamp`: date-time in UTC.
        custom_data: `customData`: CustomDataType; optional.
    """

    sampled_value: Annotated[Sequence[SampledValueType], Array(min_items=1)]
    timestamp: DateTime
    custom_data: CustomDataType | None = None


class VariableMonitoringType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        id: `id`: integer.
        transaction: `transaction`: boolean.
        value: `value`: decimal, in s for a periodic monitor, or else that of the
            variable.
        type: `type`: MonitorEnumType.
        severity: `severity`: integer.
        event_notification_type: `eventNotificationType` in 2.1:
            EventNotificationEnumType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: int
    transaction: bool
    value: float
    type: MonitorEnumType
    severity: int
    event_notification_type: EventNotificationEnumType | None = None
    custom_data: CustomDataType | None = None


class MonitoringDataType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        variable_monitoring: `variableMonitoring`: array of VariableMonitoringType, at
            least 1 item.
        custom_data: `customData`: CustomDataType; optional.
    """

    component: ComponentType
    variable: VariableType
    variable_monitoring: Annotated[Sequence[VariableMonitoringType], Array(min_items=1)]
    custom_data: CustomDataType | None = None


class VPNType(Model):
    """OCPP 2.1 part 2, Datatypes.

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
    group: Annotated[str | None, Field(max_length=50)] = None
    password: Annotated[str, Field(max_length=64)]
    key: Annotated[str, Field(max_length=255)]
    type: VPNEnumType
    custom_data: CustomDataType | None = None


class NetworkConnectionProfileType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        apn: `apn`: APNType; optional.
        ocpp_version: `ocppVersion`: OCPPVersionEnumType; optional.
        ocpp_interface: `ocppInterface`: OCPPInterfaceEnumType.
        ocpp_transport: `ocppTransport`: OCPPTransportEnumType.
        message_timeout: `messageTimeout`: integer, in s.
        ocpp_csms_url: `ocppCsmsUrl`: text of at most 2000 characters, a URL.
        security_profile: `securityProfile`: integer.
        identity: `identity` in 2.1: text of at most 48 characters; optional.
        basic_auth_password: `basicAuthPassword` in 2.1: text of at most 64 characters;
            optional.
        vpn: `vpn`: VPNType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    apn: APNType | None = None
    ocpp_version: OCPPVersionEnumType | None = None
    ocpp_interface: OCPPInterfaceEnumType
    ocpp_transport: OCPPTransportEnumType
    message_timeout: int
    ocpp_csms_url: Annotated[str, Field(max_length=2000)]
    security_profile: int
    identity: Annotated[str | None, Field(max_length=48)] = None
    basic_auth_password: Annotated[str | None, Field(max_length=64)] = None
    vpn: VPNType | None = None
    custom_data: CustomDataType | None = None


class OCSPRequestDataType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        hash_algorithm: `hashAlgorithm`: HashAlgorithmEnumType.
        issuer_name_hash: `issuerNameHash`: text of at most 128 characters.
        issuer_key_hash: `issuerKeyHash`: text of at most 128 characters.
        serial_number: `serialNumber`: text of at most 40 characters, hexadecimal,
            without 0x and leading zeroes.
        responder_url: `responderURL`: text of at most 2000 characters, a URL.
        custom_data: `customData`: CustomDataType; optional.
    """

    hash_algorithm: HashAlgorithmEnumType
    issuer_name_hash: Annotated[str, Field(max_length=128)]
    issuer_key_hash: Annotated[str, Field(max_length=128)]
    serial_number: Annotated[str, Field(max_length=40)]
    responder_url: Annotated[str, Field(max_length=2000)]
    custom_data: CustomDataType | None = None


class VariableAttributeType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        type: `type`: AttributeEnumType; default Actual.
        value: `value`: text of at most 2500 characters; optional.
        mutability: `mutability`: MutabilityEnumType; default ReadWrite.
        persistent: `persistent`: boolean; default false.
        constant: `constant`: boolean; default false.
        custom_data: `customData`: CustomDataType; optional.
    """

    type: AttributeEnumType | None = None
    value: Annotated[str | None, Field(max_length=2500)] = None
    mutability: MutabilityEnumType | None = None
    persistent: bool | None = None
    constant: bool | None = None
    custom_data: CustomDataType | None = None


class VariableCharacteristicsType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        unit: `unit`: text of at most 16 characters; optional.
        data_type: `dataType`: DataEnumType.
        min_limit: `minLimit`: decimal; optional.
        max_limit: `maxLimit`: decimal; optional.
        max_elements: `maxElements` in 2.1: integer, at least 1; optional.
        values_list: `valuesList`: text of at most 1000 characters; optional.
        supports_monitoring: `supportsMonitoring`: boolean.
        custom_data: `customData`: CustomDataType; optional.
    """

    unit: Annotated[str | None, Field(max_length=16)] = None
    data_type: DataEnumType
    min_limit: float | None = None
    max_limit: float | None = None
    max_elements: Annotated[int | None, Field(ge=1)] = None
    values_list: Annotated[str | None, Field(max_length=1000)] = None
    supports_monitoring: bool
    custom_data: CustomDataType | None = None


class ReportDataType(Model):
    """OCPP 2.1 part 2, Datatypes.

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
        Sequence[VariableAttributeType], Array(min_items=1, max_items=4)
    ]
    variable_characteristics: VariableCharacteristicsType | None = None
    custom_data: CustomDataType | None = None


class SetMonitoringDataType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        id: `id`: integer; optional.
        periodic_event_stream: `periodicEventStream` in 2.1:
            PeriodicEventStreamParamsType; optional.
        transaction: `transaction`: boolean; default false.
        value: `value`: decimal, in s for a periodic monitor, or else that of the
            variable.
        type: `type`: MonitorEnumType.
        severity: `severity`: integer.
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: int | None = None
    periodic_event_stream: PeriodicEventStreamParamsType | None = None
    transaction: bool | None = None
    value: float
    type: MonitorEnumType
    severity: int
    component: ComponentType
    variable: VariableType
    custom_data: CustomDataType | None = None


class SetMonitoringResultType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        id: `id`: integer; optional.
        status_info: `statusInfo`: StatusInfoType; optional.
        status: `status`: SetMonitoringStatusEnumType.
        type: `type`: MonitorEnumType.
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        severity: `severity`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: int | None = None
    status_info: StatusInfoType | None = None
    status: SetMonitoringStatusEnumType
    type: MonitorEnumType
    component: ComponentType
    variable: VariableType
    severity: int
    custom_data: CustomDataType | None = None


class SetVariableDataType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        attribute_type: `attributeType`: AttributeEnumType; default Actual.
        attribute_value: `attributeValue`: text of at most 2500 characters.
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        custom_data: `customData`: CustomDataType; optional.
    """

    attribute_type: AttributeEnumType | None = None
    attribute_value: Annotated[str, Field(max_length=2500)]
    component: ComponentType
    variable: VariableType
    custom_data: CustomDataType | None = None


class SetVariableResultType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        attribute_type: `attributeType`: AttributeEnumType; default Actual.
        attribute_status: `attributeStatus`: SetVariableStatusEnumType.
        attribute_status_info: `attributeStatusInfo`: StatusInfoType; optional.
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        custom_data: `customData`: CustomDataType; optional.
    """

    attribute_type: AttributeEnumType | None = None
    attribute_status: SetVariableStatusEnumType
    attribute_status_info: StatusInfoType | None = None
    component: ComponentType
    variable: VariableType
    custom_data: CustomDataType | None = None


class StreamDataElementType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        t: `t`: decimal.
        v: `v`: text of at most 2500 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    t: float
    v: Annotated[str, Field(max_length=2500)]
    custom_data: CustomDataType | None = None


class TariffAssignmentType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        tariff_id: `tariffId`: text of at most 60 characters.
        tariff_kind: `tariffKind`: TariffKindEnumType.
        valid_from: `validFrom`: date-time in UTC; optional.
        evse_ids: `evseIds`: array of integer, at least 0, at least 1 item; optional.
        id_tokens: `idTokens`: array of text of at most 255 characters, at least 1 item;
            optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    tariff_id: Annotated[str, Field(max_length=60)]
    tariff_kind: TariffKindEnumType
    valid_from: DateTime | None = None
    evse_ids: Annotated[
        Sequence[Annotated[int, Field(ge=0)]] | None, Array(min_items=1)
    ] = None
    id_tokens: Annotated[
        Sequence[Annotated[str, Field(max_length=255)]] | None, Array(min_items=1)
    ] = None
    custom_data: CustomDataType | None = None


class TariffConditionsFixedType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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

    start_time_of_day: str | None = None
    end_time_of_day: str | None = None
    day_of_week: Annotated[
        Sequence[DayOfWeekEnumType] | None, Array(min_items=1, max_items=7)
    ] = None
    valid_from_date: str | None = None
    valid_to_date: str | None = None
    evse_kind: EvseKindEnumType | None = None
    payment_brand: Annotated[str | None, Field(max_length=20)] = None
    payment_recognition: Annotated[str | None, Field(max_length=20)] = None
    custom_data: CustomDataType | None = None


class TariffConditionsType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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

    start_time_of_day: str | None = None
    end_time_of_day: str | None = None
    day_of_week: Annotated[
        Sequence[DayOfWeekEnumType] | None, Array(min_items=1, max_items=7)
    ] = None
    valid_from_date: str | None = None
    valid_to_date: str | None = None
    evse_kind: EvseKindEnumType | None = None
    min_energy: float | None = None
    max_energy: float | None = None
    min_current: float | None = None
    max_current: float | None = None
    min_power: float | None = None
    max_power: float | None = None
    min_time: int | None = None
    max_time: int | None = None
    min_charging_time: int | None = None
    max_charging_time: int | None = None
    min_idle_time: int | None = None
    max_idle_time: int | None = None
    custom_data: CustomDataType | None = None


class TariffEnergyPriceType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        price_kwh: `priceKwh`: decimal, in the currency of the tariff, per kWh.
        conditions: `conditions`: TariffConditionsType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    price_kwh: float
    conditions: TariffConditionsType | None = None
    custom_data: CustomDataType | None = None


class TariffEnergyType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        prices: `prices`: array of TariffEnergyPriceType, at least 1 item.
        tax_rates: `taxRates`: array of TaxRateType, 1 to 5 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    prices: Annotated[Sequence[TariffEnergyPriceType], Array(min_items=1)]
    tax_rates: Annotated[
        Sequence[TaxRateType] | None, Array(min_items=1, max_items=5)
    ] = None
    custom_data: CustomDataType | None = None


class TariffFixedPriceType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        conditions: `conditions`: TariffConditionsFixedType; optional.
        price_fixed: `priceFixed`: decimal, in the currency of the tariff (OCPP 2.1 part
            2, Datatypes: TariffType).
        custom_data: `customData`: CustomDataType; optional.
    """

    conditions: TariffConditionsFixedType | None = None
    price_fixed: float
    custom_data: CustomDataType | None = None


class TariffFixedType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        prices: `prices`: array of TariffFixedPriceType, at least 1 item.
        tax_rates: `taxRates`: array of TaxRateType, 1 to 5 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    prices: Annotated[Sequence[TariffFixedPriceType], Array(min_items=1)]
    tax_rates: Annotated[
        Sequence[TaxRateType] | None, Array(min_items=1, max_items=5)
    ] = None
    custom_data: CustomDataType | None = None


class TariffTimePriceType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        price_minute: `priceMinute`: decimal, in the currency of the tariff, per minute.
        conditions: `conditions`: TariffConditionsType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    price_minute: float
    conditions: TariffConditionsType | None = None
    custom_data: CustomDataType | None = None


class TariffTimeType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        prices: `prices`: array of TariffTimePriceType, at least 1 item.
        tax_rates: `taxRates`: array of TaxRateType, 1 to 5 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    prices: Annotated[Sequence[TariffTimePriceType], Array(min_items=1)]
    tax_rates: Annotated[
        Sequence[TaxRateType] | None, Array(min_items=1, max_items=5)
    ] = None
    custom_data: CustomDataType | None = None


class TariffType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

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

    tariff_id: Annotated[str, Field(max_length=60)]
    description: Annotated[
        Sequence[MessageContentType] | None, Array(min_items=1, max_items=10)
    ] = None
    currency: Annotated[str, Field(max_length=3)]
    energy: TariffEnergyType | None = None
    valid_from: DateTime | None = None
    charging_time: TariffTimeType | None = None
    idle_time: TariffTimeType | None = None
    fixed_fee: TariffFixedType | None = None
    reservation_time: TariffTimeType | None = None
    reservation_fixed: TariffFixedType | None = None
    min_cost: PriceType | None = None
    max_cost: PriceType | None = None
    custom_data: CustomDataType | None = None


class TransactionLimitType(Model):
    """OCPP 2.1 part 2, Datatypes. Not in OCPP 2.0.1.

    Attributes:
        max_cost: `maxCost`: decimal, in the currency of the tariff; optional (OCPP 2.1
            part 2, Datatypes: TariffType).
        max_energy: `maxEnergy`: decimal, in Wh; optional.
        max_time: `maxTime`: integer, in s; optional.
        max_soc: `maxSoC`: integer, 0 to 100, in %; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    max_cost: float | None = None
    max_energy: float | None = None
    max_time: int | None = None
    max_soc: Annotated[int | None, Field(ge=0, le=100)] = None
    custom_data: CustomDataType | None = None


class TransactionType(Model):
    """OCPP 2.1 part 2, Datatypes.

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters.
        charging_state: `chargingState`: ChargingStateEnumType; optional.
        time_spent_charging: `timeSpentCharging`: integer, in s; optional.
        stopped_reason: `stoppedReason`: ReasonEnumType; optional.
        remote_start_id: `remoteStartId`: integer; optional.
        operation_mode: `operationMode` in 2.1: OperationModeEnumType; optional.
        tariff_id: `tariffId` in 2.1: text of at most 60 characters; optional.
        transaction_limit: `transactionLimit` in 2.1: TransactionLimitType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    transaction_id: Annotated[str, Field(max_length=36)]
    charging_state: ChargingStateEnumType | None = None
    time_spent_charging: int | None = None
    stopped_reason: ReasonEnumType | None = None
    remote_start_id: int | None = None
    operation_mode: OperationModeEnumType | None = None
    tariff_id: Annotated[str | None, Field(max_length=60)] = None
    transaction_limit: TransactionLimitType | None = None
    custom_data: CustomDataType | None = None
