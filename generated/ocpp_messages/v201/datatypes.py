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
    """Part of ComponentType, ChangeAvailabilityRequest and 2 more."""

    id: int
    connector_id: Annotated[int | None, Field(alias="connectorId"), Omittable] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class FirmwareType(Model):
    """Part of UpdateFirmwareRequest."""

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
    """Part of GetLogRequest."""

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
    """Part of IdTokenInfoType, MessageInfoType and TransactionEventResponse."""

    format: MessageFormatEnumType
    language: Annotated[str | None, Field(max_length=8), Omittable] = None
    content: Annotated[str, Field(max_length=512)]
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
    responder_url: Annotated[str, Field(alias="responderURL", max_length=512)]
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

    signed_meter_data: Annotated[str, Field(alias="signedMeterData", max_length=2500)]
    signing_method: Annotated[str, Field(alias="signingMethod", max_length=50)]
    encoding_method: Annotated[str, Field(alias="encodingMethod", max_length=50)]
    public_key: Annotated[str, Field(alias="publicKey", max_length=2500)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class StatusInfoType(Model):
    """Part of ClearMonitoringResultType, GetVariableResultType and 40 more."""

    reason_code: Annotated[str, Field(alias="reasonCode", max_length=20)]
    additional_info: Annotated[
        str | None, Field(alias="additionalInfo", max_length=512), Omittable
    ] = None
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


class VPNType(Model):
    """Part of NetworkConnectionProfileType."""

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
    values_list: Annotated[
        str | None, Field(alias="valuesList", max_length=1000), Omittable
    ] = None
    supports_monitoring: Annotated[bool, Field(alias="supportsMonitoring")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class VariableMonitoringType(Model):
    """Part of MonitoringDataType."""

    id: int
    transaction: bool
    value: float
    type: MonitorEnumType
    severity: int
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


class ACChargingParametersType(Model):
    """Part of ChargingNeedsType."""

    energy_amount: Annotated[int, Field(alias="energyAmount")]
    ev_min_current: Annotated[int, Field(alias="evMinCurrent")]
    ev_max_current: Annotated[int, Field(alias="evMaxCurrent")]
    ev_max_voltage: Annotated[int, Field(alias="evMaxVoltage")]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class APNType(Model):
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
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class AdditionalInfoType(Model):
    """Part of IdTokenType."""

    additional_id_token: Annotated[str, Field(alias="additionalIdToken", max_length=36)]
    type: Annotated[str, Field(max_length=50)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class CertificateHashDataType(Model):
    """Part of CertificateHashDataChainType, CustomerInformationRequest and 1 more."""

    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class ChargingLimitType(Model):
    """Part of NotifyChargingLimitRequest."""

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
    """Part of ChargingScheduleType and CompositeScheduleType."""

    start_period: Annotated[int, Field(alias="startPeriod")]
    limit: float
    number_phases: Annotated[int | None, Field(alias="numberPhases"), Omittable] = None
    phase_to_use: Annotated[int | None, Field(alias="phaseToUse"), Omittable] = None
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
    """Part of ClearVariableMonitoringResponse."""

    status: ClearMonitoringStatusEnumType
    id: int
    status_info: Annotated[
        StatusInfoType | None, Field(alias="statusInfo"), Omittable
    ] = None
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
    """Part of ConsumptionCostType."""

    cost_kind: Annotated[CostKindEnumType, Field(alias="costKind")]
    amount: int
    amount_multiplier: Annotated[
        int | None, Field(alias="amountMultiplier"), Omittable
    ] = None
    custom_data: Annotated[
        CustomDataType | None, Field(alias="customData"), Omittable
    ] = None


class EventDataType(Model):
    """Part of NotifyEventRequest."""

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
    """Part of AuthorizationData, IdTokenInfoType, AuthorizeRequest and 4 more."""

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
    """Part of SetVariableMonitoringRequest."""

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
    """Part of SetVariableMonitoringResponse."""

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
    """Part of SetVariablesRequest."""

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


class ConsumptionCostType(Model):
    """Part of SalesTariffEntryType."""

    start_value: Annotated[float, Field(alias="startValue")]
    cost: Annotated[Sequence[CostType], Array(min_items=1, max_items=3)]
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
    """Part of MeterValuesRequest and TransactionEventRequest."""

    sampled_value: Annotated[
        Sequence[SampledValueType], Field(alias="sampledValue"), Array(min_items=1)
    ]
    timestamp: DateTime
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
    """Part of ReportChargingProfilesRequest and 2 more."""

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
