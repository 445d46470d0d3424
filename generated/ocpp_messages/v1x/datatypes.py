# Generated from schemas/v1x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The datatypes of OCPP 1.x."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from ocpp_messages.model import Array, DateTime, MultipleOf
from ocpp_messages.v1x.base import Model
from ocpp_messages.v1x.enumerations import (
    AuthorizationStatus,
    ChargingProfilePurpose,
    ChargingRateUnit,
    HashAlgorithmEnumType,
)
from ocpp_messages.v1x.groupings import (
    ChargingProfileKind,
    Duration,
    OneOf,
    SampledValue,
)

__all__ = [
    "IdTagInfo",
    "CertificateHashDataType",
    "ChargingSchedulePeriod",
    "ChargingSchedule",
    "ChargingProfile",
    "FirmwareType",
    "KeyValue",
    "LogParametersType",
    "MeterValue",
]


class IdTagInfo(Model):
    """OCPP 1.6 7.27.

    Attributes:
        expiry_date: `expiryDate`: date-time in UTC; optional.
        parent_id_tag: `parentIdTag`: text of at most 20 characters; optional.
        status: `status`: AuthorizationStatus.
    """

    expiry_date: DateTime | None = None
    parent_id_tag: Annotated[str | None, Field(max_length=20)] = None
    status: AuthorizationStatus


class CertificateHashDataType(Model):
    """OCPP 1.6 security white paper 5.3. Not in OCPP 1.5.

    Attributes:
        hash_algorithm: `hashAlgorithm`: HashAlgorithmEnumType.
        issuer_name_hash: `issuerNameHash`: text of at most 128 characters.
        issuer_key_hash: `issuerKeyHash`: text of at most 128 characters.
        serial_number: `serialNumber`: text of at most 40 characters, hexadecimal,
            without 0x and leading zeroes.
    """

    hash_algorithm: HashAlgorithmEnumType
    issuer_name_hash: Annotated[str, Field(max_length=128)]
    issuer_key_hash: Annotated[str, Field(max_length=128)]
    serial_number: Annotated[str, Field(max_length=40)]


class ChargingSchedulePeriod(Model):
    """OCPP 1.6 7.14. Not in OCPP 1.5.

    Attributes:
        start_period: `startPeriod`: Duration.
        limit: `limit`: decimal, a multiple of 0.1, in A or W as charging_rate_unit
            says.
        number_phases: `numberPhases`: integer; default 3.
    """

    start_period: Duration
    limit: Annotated[float, MultipleOf(0.1)]
    number_phases: int | None = None


class ChargingSchedule(Model):
    """OCPP 1.6 7.13. Not in OCPP 1.5.

    Attributes:
        duration: `duration`: Duration; optional.
        start_schedule: `startSchedule`: date-time in UTC; optional.
        charging_rate_unit: `chargingRateUnit`: ChargingRateUnit.
        charging_schedule_period: `chargingSchedulePeriod`: array of
            ChargingSchedulePeriod.
        min_charging_rate: `minChargingRate`: decimal, a multiple of 0.1, in A or W as
            charging_rate_unit says; optional.
    """

    duration: Duration | None = None
    start_schedule: DateTime | None = None
    charging_rate_unit: ChargingRateUnit
    charging_schedule_period: Annotated[Sequence[ChargingSchedulePeriod], Array()]
    min_charging_rate: Annotated[float | None, MultipleOf(0.1)] = None


class ChargingProfile(Model):
    """OCPP 1.6 7.8. Not in OCPP 1.5.

    Attributes:
        charging_profile_id: `chargingProfileId`: integer.
        transaction_id: `transactionId`: integer; optional.
        stack_level: `stackLevel`: integer.
        charging_profile_purpose: `chargingProfilePurpose`: ChargingProfilePurpose.
        charging_profile_kind: `chargingProfileKind`, `recurrencyKind`:
            ChargingProfileKind.
        valid_from: `validFrom`: date-time in UTC; optional.
        valid_to: `validTo`: date-time in UTC; optional.
        charging_schedule: `chargingSchedule`: ChargingSchedule.
    """

    charging_profile_id: int
    transaction_id: int | None = None
    stack_level: int
    charging_profile_purpose: ChargingProfilePurpose
    charging_profile_kind: Annotated[ChargingProfileKind, OneOf]
    valid_from: DateTime | None = None
    valid_to: DateTime | None = None
    charging_schedule: ChargingSchedule


class FirmwareType(Model):
    """OCPP 1.6 security white paper 5.21. Not in OCPP 1.5.

    Attributes:
        location: `location`: text of at most 512 characters, a URI.
        retrieve_date_time: `retrieveDateTime`: date-time in UTC.
        install_date_time: `installDateTime`: date-time in UTC; optional.
        signing_certificate: `signingCertificate`: text of at most 5500 characters, PEM.
        signature: `signature`: text of at most 800 characters, Base64.
    """

    location: Annotated[str, Field(max_length=512)]
    retrieve_date_time: DateTime
    install_date_time: DateTime | None = None
    signing_certificate: Annotated[str, Field(max_length=5500)]
    signature: Annotated[str, Field(max_length=800)]


class KeyValue(Model):
    """OCPP 1.6 7.29.

    Attributes:
        key: `key`: text.
        readonly: `readonly`: boolean.
        value: `value`: text; optional.
    """

    key: str
    readonly: bool
    value: str | None = None


class LogParametersType(Model):
    """OCPP 1.6 security white paper 5.9. Not in OCPP 1.5.

    Attributes:
        remote_location: `remoteLocation`: text of at most 512 characters, a URL.
        oldest_timestamp: `oldestTimestamp`: date-time in UTC; optional.
        latest_timestamp: `latestTimestamp`: date-time in UTC; optional.
    """

    remote_location: Annotated[str, Field(max_length=512)]
    oldest_timestamp: DateTime | None = None
    latest_timestamp: DateTime | None = None


class MeterValue(Model):
    """OCPP 1.6 7.33.

    Attributes:
        timestamp: `timestamp`: date-time in UTC.
        sampled_value: `values` in 1.5; `sampledValue` in 1.6: array of SampledValue, at
            least 1 item.
    """

    timestamp: DateTime
    sampled_value: Annotated[Sequence[SampledValue], Array(min_items=1)]
