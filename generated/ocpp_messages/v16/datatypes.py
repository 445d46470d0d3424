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
    """Part of DeleteCertificateRequest and GetInstalledCertificateIdsResponse."""

    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]


class ChargingSchedulePeriod(Model):
    """Part of ChargingSchedule."""

    start_period: Annotated[int, Field(alias="startPeriod")]
    limit: Annotated[float, MultipleOf(0.1)]
    number_phases: Annotated[int | None, Field(alias="numberPhases"), Omittable] = None


class FirmwareType(Model):
    """Part of SignedUpdateFirmwareRequest."""

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
    """Part of AuthorizationData, AuthorizeResponse and 2 more."""

    expiry_date: Annotated[DateTime | None, Field(alias="expiryDate"), Omittable] = None
    parent_id_tag: Annotated[
        str | None, Field(alias="parentIdTag", max_length=20), Omittable
    ] = None
    status: AuthorizationStatus


class KeyValue(Model):
    """Part of GetConfigurationResponse."""

    key: Annotated[str, Field(max_length=50)]
    readonly: bool
    value: Annotated[str | None, Field(max_length=500), Omittable] = None


class LogParametersType(Model):
    """Part of GetLogRequest."""

    remote_location: Annotated[str, Field(alias="remoteLocation", max_length=512)]
    oldest_timestamp: Annotated[
        DateTime | None, Field(alias="oldestTimestamp"), Omittable
    ] = None
    latest_timestamp: Annotated[
        DateTime | None, Field(alias="latestTimestamp"), Omittable
    ] = None


class SampledValue(Model):
    """Part of MeterValue."""

    value: str
    context: Annotated[ReadingContext | None, Omittable] = None
    format: Annotated[ValueFormat | None, Omittable] = None
    measurand: Annotated[Measurand | None, Omittable] = None
    phase: Annotated[Phase | None, Omittable] = None
    location: Annotated[Location | None, Omittable] = None
    unit: Annotated[UnitOfMeasure | None, Omittable] = None


class AuthorizationData(Model):
    """Part of SendLocalListRequest."""

    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    id_tag_info: Annotated[IdTagInfo | None, Field(alias="idTagInfo"), Omittable] = None


class ChargingSchedule(Model):
    """Part of ChargingProfile and GetCompositeScheduleResponse."""

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
    """Part of MeterValuesRequest and StopTransactionRequest."""

    timestamp: DateTime
    sampled_value: Annotated[
        Sequence[SampledValue], Field(alias="sampledValue"), Array(min_items=1)
    ]


class ChargingProfile(Model):
    """Part of RemoteStartTransactionRequest and SetChargingProfileRequest."""

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
