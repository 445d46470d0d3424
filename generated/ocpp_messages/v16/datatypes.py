# Generated from the schemas of OCPP 1.6 by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The datatypes of OCPP 1.6."""

__all__ = [
    "AuthorizationData",
    "CertificateHashDataType",
    "ChargingProfile",
    "ChargingSchedule",
    "ChargingSchedulePeriod",
    "FirmwareType",
    "IdTagInfo",
    "KeyValue",
    "LogParametersType",
    "MeterValue",
    "SampledValue",
]


from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from ocpp_messages.model import Array, DateTime, MultipleOf, Omittable
from ocpp_messages.v16.base import Model
from ocpp_messages.v16.enumerations import (
    AuthorizationStatus,
    ChargingProfileKind,
    ChargingProfilePurpose,
    ChargingRateUnit,
    HashAlgorithmEnumType,
    Location,
    Measurand,
    Phase,
    ReadingContext,
    RecurrencyKind,
    UnitOfMeasure,
    ValueFormat,
)


class CertificateHashDataType(Model):
    """Part of DeleteCertificateRequest and GetInstalledCertificateIdsResponse.

    Defined in OCPP 1.6 security white paper 6.1.

    Attributes:
        hash_algorithm: `hashAlgorithm`: HashAlgorithmEnumType.
        issuer_name_hash: `issuerNameHash`: text of at most 128 characters.
        issuer_key_hash: `issuerKeyHash`: text of at most 128 characters.
        serial_number: `serialNumber`: text of at most 40 characters, hexadecimal,
            without 0x and leading zeroes.
    """

    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]


class ChargingSchedulePeriod(Model):
    """Part of ChargingSchedule (OCPP 1.6 7.14).

    Attributes:
        start_period: `startPeriod`: integer, in s.
        limit: `limit`: decimal, a multiple of 0.1, in A or W as charging_rate_unit
            says.
        number_phases: `numberPhases`: integer; default 3.
    """

    start_period: Annotated[int, Field(alias="startPeriod")]
    limit: Annotated[float, MultipleOf(0.1)]
    number_phases: Annotated[int | None, Field(alias="numberPhases"), Omittable] = None


class FirmwareType(Model):
    """Part of SignedUpdateFirmwareRequest (OCPP 1.6 security white paper 6.9).

    Attributes:
        location: `location`: text of at most 512 characters, a URI.
        retrieve_date_time: `retrieveDateTime`: date-time in UTC.
        install_date_time: `installDateTime`: date-time in UTC; optional.
        signing_certificate: `signingCertificate`: text of at most 5500 characters, PEM.
        signature: `signature`: text of at most 800 characters, Base64.
    """

    location: Annotated[str, Field(max_length=512)]
    retrieve_date_time: Annotated[DateTime, Field(alias="retrieveDateTime")]
    install_date_time: Annotated[
        DateTime | None, Field(alias="installDateTime"), Omittable
    ] = None
    signing_certificate: Annotated[
        str, Field(alias="signingCertificate", max_length=5500)
    ]
    signature: Annotated[str, Field(max_length=800)]


class IdTagInfo(Model):
    """Part of AuthorizationData, AuthorizeResponse and 2 more (OCPP 1.6 7.27).

    Attributes:
        expiry_date: `expiryDate`: date-time in UTC; optional.
        parent_id_tag: `parentIdTag`: text of at most 20 characters; optional.
        status: `status`: AuthorizationStatus.
    """

    expiry_date: Annotated[DateTime | None, Field(alias="expiryDate"), Omittable] = None
    parent_id_tag: Annotated[
        str | None, Field(alias="parentIdTag", max_length=20), Omittable
    ] = None
    status: AuthorizationStatus


class KeyValue(Model):
    """Part of GetConfigurationResponse (OCPP 1.6 7.29).

    Attributes:
        key: `key`: text of at most 50 characters.
        readonly: `readonly`: boolean.
        value: `value`: text of at most 500 characters; optional.
    """

    key: Annotated[str, Field(max_length=50)]
    readonly: bool
    value: Annotated[str | None, Field(max_length=500), Omittable] = None


class LogParametersType(Model):
    """Part of GetLogRequest (OCPP 1.6 security white paper 6.14).

    Attributes:
        remote_location: `remoteLocation`: text of at most 512 characters, a URL.
        oldest_timestamp: `oldestTimestamp`: date-time in UTC; optional.
        latest_timestamp: `latestTimestamp`: date-time in UTC; optional.
    """

    remote_location: Annotated[str, Field(alias="remoteLocation", max_length=512)]
    oldest_timestamp: Annotated[
        DateTime | None, Field(alias="oldestTimestamp"), Omittable
    ] = None
    latest_timestamp: Annotated[
        DateTime | None, Field(alias="latestTimestamp"), Omittable
    ] = None


class SampledValue(Model):
    """Part of MeterValue (OCPP 1.6 7.43).

    Attributes:
        value: `value`: text.
        context: `context`: ReadingContext; default Sample.Periodic.
        format: `format`: ValueFormat; default Raw.
        measurand: `measurand`: Measurand; default Energy.Active.Import.Register.
        phase: `phase`: Phase; optional.
        location: `location`: Location; default Outlet.
        unit: `unit`: UnitOfMeasure; default Wh, if the measurand is an energy.
    """

    value: str
    context: Annotated[ReadingContext | None, Omittable] = None
    format: Annotated[ValueFormat | None, Omittable] = None
    measurand: Annotated[Measurand | None, Omittable] = None
    phase: Annotated[Phase | None, Omittable] = None
    location: Annotated[Location | None, Omittable] = None
    unit: Annotated[UnitOfMeasure | None, Omittable] = None


class AuthorizationData(Model):
    """Part of SendLocalListRequest (OCPP 1.6 7.1).

    Attributes:
        id_tag: `idTag`: text of at most 20 characters.
        id_tag_info: `idTagInfo`: IdTagInfo; optional.
    """

    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    id_tag_info: Annotated[IdTagInfo | None, Field(alias="idTagInfo"), Omittable] = None


class ChargingSchedule(Model):
    """Part of ChargingProfile and GetCompositeScheduleResponse (OCPP 1.6 7.13).

    Attributes:
        duration: `duration`: integer, in s; optional.
        start_schedule: `startSchedule`: date-time in UTC; optional.
        charging_rate_unit: `chargingRateUnit`: ChargingRateUnit.
        charging_schedule_period: `chargingSchedulePeriod`: array of
            ChargingSchedulePeriod.
        min_charging_rate: `minChargingRate`: decimal, a multiple of 0.1, in A or W as
            charging_rate_unit says; optional.
    """

    duration: Annotated[int | None, Omittable] = None
    start_schedule: Annotated[
        DateTime | None, Field(alias="startSchedule"), Omittable
    ] = None
    charging_rate_unit: Annotated[ChargingRateUnit, Field(alias="chargingRateUnit")]
    charging_schedule_period: Annotated[
        Sequence[ChargingSchedulePeriod], Field(alias="chargingSchedulePeriod"), Array()
    ]
    min_charging_rate: Annotated[
        float | None, Field(alias="minChargingRate"), MultipleOf(0.1), Omittable
    ] = None


class MeterValue(Model):
    """Part of MeterValuesRequest and StopTransactionRequest (OCPP 1.6 7.33).

    Attributes:
        timestamp: `timestamp`: date-time in UTC.
        sampled_value: `sampledValue`: array of SampledValue, at least 1 item.
    """

    timestamp: DateTime
    sampled_value: Annotated[
        Sequence[SampledValue], Field(alias="sampledValue"), Array(min_items=1)
    ]


class ChargingProfile(Model):
    """Part of RemoteStartTransactionRequest and 1 more (OCPP 1.6 7.8).

    Attributes:
        charging_profile_id: `chargingProfileId`: integer.
        transaction_id: `transactionId`: integer; optional.
        stack_level: `stackLevel`: integer.
        charging_profile_purpose: `chargingProfilePurpose`: ChargingProfilePurpose.
        charging_profile_kind: `chargingProfileKind`: ChargingProfileKind.
        recurrency_kind: `recurrencyKind`: RecurrencyKind; optional.
        valid_from: `validFrom`: date-time in UTC; optional.
        valid_to: `validTo`: date-time in UTC; optional.
        charging_schedule: `chargingSchedule`: ChargingSchedule.
    """

    charging_profile_id: Annotated[int, Field(alias="chargingProfileId")]
    transaction_id: Annotated[int | None, Field(alias="transactionId"), Omittable] = (
        None
    )
    stack_level: Annotated[int, Field(alias="stackLevel")]
    charging_profile_purpose: Annotated[
        ChargingProfilePurpose, Field(alias="chargingProfilePurpose")
    ]
    charging_profile_kind: Annotated[
        ChargingProfileKind, Field(alias="chargingProfileKind")
    ]
    recurrency_kind: Annotated[
        RecurrencyKind | None, Field(alias="recurrencyKind"), Omittable
    ] = None
    valid_from: Annotated[DateTime | None, Field(alias="validFrom"), Omittable] = None
    valid_to: Annotated[DateTime | None, Field(alias="validTo"), Omittable] = None
    charging_schedule: Annotated[ChargingSchedule, Field(alias="chargingSchedule")]
