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
    """Part of ACChargingParametersType, APNType and 180 more (OCPP 2.0.1 part 4 9).

    Attributes:
        vendor_id: `vendorId`: text of at most 255 characters.
    """

    vendor_id: Annotated[str, Field(alias="vendorId", max_length=255)]


class DCChargingParametersType(Model):
    """Part of ChargingNeedsType (OCPP 2.0.1 part 2, Datatypes 2.21).

    Attributes:
        ev_max_current: `evMaxCurrent`: integer, in A.
        ev_max_voltage: `evMaxVoltage`: integer.
        energy_amount: `energyAmount`: integer, in Wh; optional.
        ev_max_power: `evMaxPower`: integer, in W; optional.
        state_of_charge: `stateOfCharge`: integer, 0 to 100, in %; optional.
        ev_energy_capacity: `evEnergyCapacity`: integer, in Wh; optional.
        full_soc: `fullSoC`: integer, 0 to 100, in %; optional.
        bulk_soc: `bulkSoC`: integer, 0 to 100, in %; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EVSEType(Model):
    """Part of ComponentType and 3 more (OCPP 2.0.1 part 2, Datatypes 2.23).

    Attributes:
        id: `id`: integer.
        connector_id: `connectorId`: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: int
    connector_id: Annotated[int | None, Field(alias="connectorId"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FirmwareType(Model):
    """Part of UpdateFirmwareRequest (OCPP 2.0.1 part 2, Datatypes 2.24).

    Attributes:
        location: `location`: text of at most 512 characters, a URI.
        retrieve_date_time: `retrieveDateTime`: date-time in UTC.
        install_date_time: `installDateTime`: date-time in UTC; optional.
        signing_certificate: `signingCertificate`: text of at most 5500 characters, PEM;
            optional.
        signature: `signature`: text of at most 800 characters, Base64; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    location: Annotated[str, Field(max_length=512)]
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


class LogParametersType(Model):
    """Part of GetLogRequest (OCPP 2.0.1 part 2, Datatypes 2.29).

    Attributes:
        remote_location: `remoteLocation`: text of at most 512 characters, a URL.
        oldest_timestamp: `oldestTimestamp`: date-time in UTC; optional.
        latest_timestamp: `latestTimestamp`: date-time in UTC; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    remote_location: Annotated[str, Field(alias="remoteLocation", max_length=512)]
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
    """Part of IdTokenInfoType and 2 more (OCPP 2.0.1 part 2, Datatypes 2.30).

    Attributes:
        format: `format`: MessageFormatEnumType.
        language: `language`: text of at most 8 characters, a language tag of RFC 5646;
            optional.
        content: `content`: text of at most 512 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    format: MessageFormatEnumType
    language: Annotated[str | None, Field(max_length=8), Omittable] = None
    content: Annotated[str, Field(max_length=512)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ModemType(Model):
    """Part of ChargingStationType (OCPP 2.0.1 part 2, Datatypes 2.33).

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
    """Part of AuthorizeRequest and 1 more (OCPP 2.0.1 part 2, Datatypes 2.36).

    Attributes:
        hash_algorithm: `hashAlgorithm`: HashAlgorithmEnumType.
        issuer_name_hash: `issuerNameHash`: text of at most 128 characters.
        issuer_key_hash: `issuerKeyHash`: text of at most 128 characters.
        serial_number: `serialNumber`: text of at most 40 characters, hexadecimal,
            without 0x and leading zeroes.
        responder_url: `responderURL`: text of at most 512 characters, a URL.
        custom_data: `customData`: CustomDataType; optional.
    """

    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]
    responder_url: Annotated[str, Field(alias="responderURL", max_length=512)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class RelativeTimeIntervalType(Model):
    """Part of SalesTariffEntryType (OCPP 2.0.1 part 2, Datatypes 2.37).

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
    """Part of SampledValueType (OCPP 2.0.1 part 2, Datatypes 2.46).

    Attributes:
        signed_meter_data: `signedMeterData`: text of at most 2500 characters, Base64.
        signing_method: `signingMethod`: text of at most 50 characters.
        encoding_method: `encodingMethod`: text of at most 50 characters.
        public_key: `publicKey`: text of at most 2500 characters, Base64.
        custom_data: `customData`: CustomDataType; optional.
    """

    signed_meter_data: Annotated[str, Field(alias="signedMeterData", max_length=2500)]
    signing_method: Annotated[str, Field(alias="signingMethod", max_length=50)]
    encoding_method: Annotated[str, Field(alias="encodingMethod", max_length=50)]
    public_key: Annotated[str, Field(alias="publicKey", max_length=2500)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class StatusInfoType(Model):
    """Part of ClearMonitoringResultType, GetVariableResultType and 40 more.

    Defined in OCPP 2.0.1 part 2, Datatypes 2.47.

    Attributes:
        reason_code: `reasonCode`: text of at most 20 characters.
        additional_info: `additionalInfo`: text of at most 512 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    reason_code: Annotated[str, Field(alias="reasonCode", max_length=20)]
    additional_info: Annotated[
        str | None, Field(alias="additionalInfo", max_length=512), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class TransactionType(Model):
    """Part of TransactionEventRequest (OCPP 2.0.1 part 2, Datatypes 2.48).

    Attributes:
        transaction_id: `transactionId`: text of at most 36 characters.
        charging_state: `chargingState`: ChargingStateEnumType; optional.
        time_spent_charging: `timeSpentCharging`: integer, in s; optional.
        stopped_reason: `stoppedReason`: ReasonEnumType; optional.
        remote_start_id: `remoteStartId`: integer; optional.
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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class UnitOfMeasureType(Model):
    """Part of SampledValueType (OCPP 2.0.1 part 2, Datatypes 2.49).

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


class VPNType(Model):
    """Part of NetworkConnectionProfileType (OCPP 2.0.1 part 2, Datatypes 2.54).

    Attributes:
        server: `server`: text of at most 512 characters.
        user: `user`: text of at most 20 characters.
        group: `group`: text of at most 20 characters; optional.
        password: `password`: text of at most 20 characters.
        key: `key`: text of at most 255 characters.
        type: `type`: VPNEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    server: Annotated[str, Field(max_length=512)]
    user: Annotated[str, Field(max_length=20)]
    group: Annotated[str | None, Field(max_length=20), Omittable] = None
    password: Annotated[str, Field(max_length=20)]
    key: Annotated[str, Field(max_length=255)]
    type: VPNEnumType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VariableAttributeType(Model):
    """Part of ReportDataType (OCPP 2.0.1 part 2, Datatypes 2.50).

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
    """Part of ReportDataType (OCPP 2.0.1 part 2, Datatypes 2.51).

    Attributes:
        unit: `unit`: text of at most 16 characters; optional.
        data_type: `dataType`: DataEnumType.
        min_limit: `minLimit`: decimal; optional.
        max_limit: `maxLimit`: decimal; optional.
        values_list: `valuesList`: text of at most 1000 characters; optional.
        supports_monitoring: `supportsMonitoring`: boolean.
        custom_data: `customData`: CustomDataType; optional.
    """

    unit: Annotated[str | None, Field(max_length=16), Omittable] = None
    data_type: Annotated[DataEnumType, Field(alias="dataType")]
    min_limit: Annotated[float | None, Field(alias="minLimit"), Omittable] = None
    max_limit: Annotated[float | None, Field(alias="maxLimit"), Omittable] = None
    values_list: Annotated[
        str | None, Field(alias="valuesList", max_length=1000), Omittable
    ] = None
    supports_monitoring: Annotated[bool, Field(alias="supportsMonitoring")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VariableMonitoringType(Model):
    """Part of MonitoringDataType (OCPP 2.0.1 part 2, Datatypes 2.52).

    Attributes:
        id: `id`: integer.
        transaction: `transaction`: boolean.
        value: `value`: decimal, in s for a periodic monitor, or else that of the
            variable.
        type: `type`: MonitorEnumType.
        severity: `severity`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: int
    transaction: bool
    value: float
    type: MonitorEnumType
    severity: int
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VariableType(Model):
    """Part of ComponentVariableType and 9 more (OCPP 2.0.1 part 2, Datatypes 2.53).

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


class ACChargingParametersType(Model):
    """Part of ChargingNeedsType (OCPP 2.0.1 part 2, Datatypes 2.1).

    Attributes:
        energy_amount: `energyAmount`: integer, in Wh.
        ev_min_current: `evMinCurrent`: integer, in A.
        ev_max_current: `evMaxCurrent`: integer, in A.
        ev_max_voltage: `evMaxVoltage`: integer.
        custom_data: `customData`: CustomDataType; optional.
    """

    energy_amount: Annotated[int, Field(alias="energyAmount")]
    ev_min_current: Annotated[int, Field(alias="evMinCurrent")]
    ev_max_current: Annotated[int, Field(alias="evMaxCurrent")]
    ev_max_voltage: Annotated[int, Field(alias="evMaxVoltage")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class APNType(Model):
    """Part of NetworkConnectionProfileType (OCPP 2.0.1 part 2, Datatypes 2.3).

    Attributes:
        apn: `apn`: text of at most 512 characters, a URL.
        apn_user_name: `apnUserName`: text of at most 20 characters; optional.
        apn_password: `apnPassword`: text of at most 20 characters; optional.
        sim_pin: `simPin`: integer; optional.
        preferred_network: `preferredNetwork`: text of at most 6 characters; optional.
        use_only_preferred_network: `useOnlyPreferredNetwork`: boolean; default false.
        apn_authentication: `apnAuthentication`: APNAuthenticationEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class AdditionalInfoType(Model):
    """Part of IdTokenType (OCPP 2.0.1 part 2, Datatypes 2.2).

    Attributes:
        additional_id_token: `additionalIdToken`: text of at most 36 characters.
        type: `type`: text of at most 50 characters.
        custom_data: `customData`: CustomDataType; optional.
    """

    additional_id_token: Annotated[str, Field(alias="additionalIdToken", max_length=36)]
    type: Annotated[str, Field(max_length=50)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CertificateHashDataType(Model):
    """Part of CertificateHashDataChainType, CustomerInformationRequest and 1 more.

    Defined in OCPP 2.0.1 part 2, Datatypes 2.6.

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


class ChargingLimitType(Model):
    """Part of NotifyChargingLimitRequest (OCPP 2.0.1 part 2, Datatypes 2.7).

    Attributes:
        charging_limit_source: `chargingLimitSource`: ChargingLimitSourceEnumType.
        is_grid_critical: `isGridCritical`: boolean; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    charging_limit_source: Annotated[
        ChargingLimitSourceEnumType, Field(alias="chargingLimitSource")
    ]
    is_grid_critical: Annotated[
        bool | None, Field(alias="isGridCritical"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChargingNeedsType(Model):
    """Part of NotifyEVChargingNeedsRequest (OCPP 2.0.1 part 2, Datatypes 2.8).

    Attributes:
        ac_charging_parameters: `acChargingParameters`: ACChargingParametersType;
            optional.
        dc_charging_parameters: `dcChargingParameters`: DCChargingParametersType;
            optional.
        requested_energy_transfer: `requestedEnergyTransfer`:
            EnergyTransferModeEnumType.
        departure_time: `departureTime`: date-time in UTC; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChargingProfileCriterionType(Model):
    """Part of GetChargingProfilesRequest (OCPP 2.0.1 part 2, Datatypes 2.9).

    Attributes:
        charging_profile_purpose: `chargingProfilePurpose`:
            ChargingProfilePurposeEnumType; optional.
        stack_level: `stackLevel`: integer; optional.
        charging_profile_id: `chargingProfileId`: array of integer, at least 1 item;
            optional.
        charging_limit_source: `chargingLimitSource`: array of
            ChargingLimitSourceEnumType, 1 to 4 items; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChargingSchedulePeriodType(Model):
    """Part of ChargingScheduleType and 1 more (OCPP 2.0.1 part 2, Datatypes 2.11).

    Attributes:
        start_period: `startPeriod`: integer, in s.
        limit: `limit`: decimal, in A or W as charging_rate_unit says.
        number_phases: `numberPhases`: integer; default 3 for AC.
        phase_to_use: `phaseToUse`: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    start_period: Annotated[int, Field(alias="startPeriod")]
    limit: float
    number_phases: Annotated[int | None, Field(alias="numberPhases"), Omittable] = None
    phase_to_use: Annotated[int | None, Field(alias="phaseToUse"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChargingStationType(Model):
    """Part of BootNotificationRequest (OCPP 2.0.1 part 2, Datatypes 2.13).

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
    """Part of ClearChargingProfileRequest (OCPP 2.0.1 part 2, Datatypes 2.14).

    Attributes:
        evse_id: `evseId`: integer; optional.
        charging_profile_purpose: `chargingProfilePurpose`:
            ChargingProfilePurposeEnumType; optional.
        stack_level: `stackLevel`: integer; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    evse_id: Annotated[int | None, Field(alias="evseId"), Omittable] = None
    charging_profile_purpose: Annotated[
        ChargingProfilePurposeEnumType | None,
        Field(alias="chargingProfilePurpose"),
        Omittable,
    ] = None
    stack_level: Annotated[int | None, Field(alias="stackLevel"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ClearMonitoringResultType(Model):
    """Part of ClearVariableMonitoringResponse (OCPP 2.0.1 part 2, Datatypes 2.15).

    Attributes:
        status: `status`: ClearMonitoringStatusEnumType.
        id: `id`: integer.
        status_info: `statusInfo`: StatusInfoType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    status: ClearMonitoringStatusEnumType
    id: int
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ComponentType(Model):
    """Part of ComponentVariableType and 10 more (OCPP 2.0.1 part 2, Datatypes 2.16).

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

    Defined in OCPP 2.0.1 part 2, Datatypes 2.17.

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
    """Part of GetCompositeScheduleResponse (OCPP 2.0.1 part 2, Datatypes 2.18).

    Attributes:
        charging_schedule_period: `chargingSchedulePeriod`: array of
            ChargingSchedulePeriodType, at least 1 item.
        evse_id: `evseId`: integer.
        duration: `duration`: integer, in s.
        schedule_start: `scheduleStart`: date-time in UTC.
        charging_rate_unit: `chargingRateUnit`: ChargingRateUnitEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CostType(Model):
    """Part of ConsumptionCostType (OCPP 2.0.1 part 2, Datatypes 2.20).

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


class EventDataType(Model):
    """Part of NotifyEventRequest (OCPP 2.0.1 part 2, Datatypes 2.22).

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
        custom_data: `customData`: CustomDataType; optional.
    """

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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class GetVariableDataType(Model):
    """Part of GetVariablesRequest (OCPP 2.0.1 part 2, Datatypes 2.25).

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
    """Part of GetVariablesResponse (OCPP 2.0.1 part 2, Datatypes 2.26).

    Attributes:
        attribute_status_info: `attributeStatusInfo`: StatusInfoType; optional.
        attribute_status: `attributeStatus`: GetVariableStatusEnumType.
        attribute_type: `attributeType`: AttributeEnumType; default Actual.
        attribute_value: `attributeValue`: text of at most 2500 characters; optional.
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class IdTokenType(Model):
    """Part of AuthorizationData and 6 more (OCPP 2.0.1 part 2, Datatypes 2.28).

    Attributes:
        additional_info: `additionalInfo`: array of AdditionalInfoType, at least 1 item;
            optional.
        id_token: `idToken`: text of at most 36 characters.
        type: `type`: IdTokenEnumType.
        custom_data: `customData`: CustomDataType; optional.
    """

    additional_info: Annotated[
        Sequence[AdditionalInfoType] | None,
        Field(alias="additionalInfo"),
        Array(min_items=1),
        Omittable,
    ] = None
    id_token: Annotated[str, Field(alias="idToken", max_length=36)]
    type: IdTokenEnumType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class MessageInfoType(Model):
    """Part of NotifyDisplayMessagesRequest and SetDisplayMessageRequest.

    Defined in OCPP 2.0.1 part 2, Datatypes 2.31.

    Attributes:
        display: `display`: ComponentType; optional.
        id: `id`: integer.
        priority: `priority`: MessagePriorityEnumType.
        state: `state`: MessageStateEnumType; optional.
        start_date_time: `startDateTime`: date-time in UTC; optional.
        end_date_time: `endDateTime`: date-time in UTC; optional.
        transaction_id: `transactionId`: text of at most 36 characters; optional.
        message: `message`: MessageContentType.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class MonitoringDataType(Model):
    """Part of NotifyMonitoringReportRequest (OCPP 2.0.1 part 2, Datatypes 2.34).

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
    """Part of SetNetworkProfileRequest (OCPP 2.0.1 part 2, Datatypes 2.35).

    Attributes:
        apn: `apn`: APNType; optional.
        ocpp_version: `ocppVersion`: OCPPVersionEnumType.
        ocpp_transport: `ocppTransport`: OCPPTransportEnumType.
        ocpp_csms_url: `ocppCsmsUrl`: text of at most 512 characters, a URL.
        message_timeout: `messageTimeout`: integer, in s.
        security_profile: `securityProfile`: integer.
        ocpp_interface: `ocppInterface`: OCPPInterfaceEnumType.
        vpn: `vpn`: VPNType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

    apn: Annotated[APNType | None, Omittable] = None
    ocpp_version: Annotated[OCPPVersionEnumType, Field(alias="ocppVersion")]
    ocpp_transport: Annotated[OCPPTransportEnumType, Field(alias="ocppTransport")]
    ocpp_csms_url: Annotated[str, Field(alias="ocppCsmsUrl", max_length=512)]
    message_timeout: Annotated[int, Field(alias="messageTimeout")]
    security_profile: Annotated[int, Field(alias="securityProfile")]
    ocpp_interface: Annotated[OCPPInterfaceEnumType, Field(alias="ocppInterface")]
    vpn: Annotated[VPNType | None, Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ReportDataType(Model):
    """Part of NotifyReportRequest (OCPP 2.0.1 part 2, Datatypes 2.38).

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
    """Part of MeterValueType (OCPP 2.0.1 part 2, Datatypes 2.41).

    Attributes:
        value: `value`: decimal, in the unit_of_measure of the value.
        context: `context`: ReadingContextEnumType; default Sample.Periodic.
        measurand: `measurand`: MeasurandEnumType; default
            Energy.Active.Import.Register.
        phase: `phase`: PhaseEnumType; optional.
        location: `location`: LocationEnumType; default Outlet.
        signed_meter_value: `signedMeterValue`: SignedMeterValueType; optional.
        unit_of_measure: `unitOfMeasure`: UnitOfMeasureType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetMonitoringDataType(Model):
    """Part of SetVariableMonitoringRequest (OCPP 2.0.1 part 2, Datatypes 2.42).

    Attributes:
        id: `id`: integer; optional.
        transaction: `transaction`: boolean; default false.
        value: `value`: decimal, in s for a periodic monitor, or else that of the
            variable.
        type: `type`: MonitorEnumType.
        severity: `severity`: integer.
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        custom_data: `customData`: CustomDataType; optional.
    """

    id: Annotated[int | None, Omittable] = None
    transaction: Annotated[bool | None, Omittable] = None
    value: float
    type: MonitorEnumType
    severity: int
    component: ComponentType
    variable: VariableType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetMonitoringResultType(Model):
    """Part of SetVariableMonitoringResponse (OCPP 2.0.1 part 2, Datatypes 2.43).

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

    id: Annotated[int | None, Omittable] = None
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
    status: SetMonitoringStatusEnumType
    type: MonitorEnumType
    component: ComponentType
    variable: VariableType
    severity: int
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetVariableDataType(Model):
    """Part of SetVariablesRequest (OCPP 2.0.1 part 2, Datatypes 2.44).

    Attributes:
        attribute_type: `attributeType`: AttributeEnumType; default Actual.
        attribute_value: `attributeValue`: text of at most 1000 characters.
        component: `component`: ComponentType.
        variable: `variable`: VariableType.
        custom_data: `customData`: CustomDataType; optional.
    """

    attribute_type: Annotated[
        AttributeEnumType | None, Field(alias="attributeType"), Omittable
    ] = None
    attribute_value: Annotated[str, Field(alias="attributeValue", max_length=1000)]
    component: ComponentType
    variable: VariableType
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class SetVariableResultType(Model):
    """Part of SetVariablesResponse (OCPP 2.0.1 part 2, Datatypes 2.45).

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


class CertificateHashDataChainType(Model):
    """Part of GetInstalledCertificateIdsResponse (OCPP 2.0.1 part 2, Datatypes 2.5).

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


class ConsumptionCostType(Model):
    """Part of SalesTariffEntryType (OCPP 2.0.1 part 2, Datatypes 2.19).

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


class IdTokenInfoType(Model):
    """Part of AuthorizationData and 2 more (OCPP 2.0.1 part 2, Datatypes 2.27).

    Attributes:
        status: `status`: AuthorizationStatusEnumType.
        cache_expiry_date_time: `cacheExpiryDateTime`: date-time in UTC; optional.
        charging_priority: `chargingPriority`: integer; default 0.
        language1: `language1`: text of at most 8 characters, a language tag of RFC
            5646; optional.
        evse_id: `evseId`: array of integer, at least 1 item; optional.
        group_id_token: `groupIdToken`: IdTokenType; optional.
        language2: `language2`: text of at most 8 characters, a language tag of RFC
            5646; optional.
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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class MeterValueType(Model):
    """Part of MeterValuesRequest and 1 more (OCPP 2.0.1 part 2, Datatypes 2.32).

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


class SalesTariffEntryType(Model):
    """Part of SalesTariffType (OCPP 2.0.1 part 2, Datatypes 2.39).

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
    """Part of ChargingScheduleType (OCPP 2.0.1 part 2, Datatypes 2.40).

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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class AuthorizationData(Model):
    """Part of SendLocalListRequest (OCPP 2.0.1 part 2, Datatypes 2.4).

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
    """Part of ChargingProfileType and 2 more (OCPP 2.0.1 part 2, Datatypes 2.12).

    Attributes:
        id: `id`: integer.
        start_schedule: `startSchedule`: date-time in UTC; optional.
        duration: `duration`: integer, in s; optional.
        charging_rate_unit: `chargingRateUnit`: ChargingRateUnitEnumType.
        charging_schedule_period: `chargingSchedulePeriod`: array of
            ChargingSchedulePeriodType, 1 to 1024 items.
        min_charging_rate: `minChargingRate`: decimal, in A or W as charging_rate_unit
            says; optional.
        sales_tariff: `salesTariff`: SalesTariffType; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChargingProfileType(Model):
    """Part of ReportChargingProfilesRequest and 2 more.

    Defined in OCPP 2.0.1 part 2, Datatypes 2.10.

    Attributes:
        id: `id`: integer.
        stack_level: `stackLevel`: integer.
        charging_profile_purpose: `chargingProfilePurpose`:
            ChargingProfilePurposeEnumType.
        charging_profile_kind: `chargingProfileKind`: ChargingProfileKindEnumType.
        recurrency_kind: `recurrencyKind`: RecurrencyKindEnumType; optional.
        valid_from: `validFrom`: date-time in UTC; optional.
        valid_to: `validTo`: date-time in UTC; optional.
        charging_schedule: `chargingSchedule`: array of ChargingScheduleType, 1 to 3
            items.
        transaction_id: `transactionId`: text of at most 36 characters; optional.
        custom_data: `customData`: CustomDataType; optional.
    """

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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None
