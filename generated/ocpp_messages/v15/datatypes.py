# Generated from the schemas of OCPP 1.5 by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""The datatypes of OCPP 1.5."""

__all__ = [
    "AuthorisationData",
    "IdTagInfo",
    "KeyValue",
    "MeterValue",
    "SampledValue",
    "TransactionData",
]


from collections.abc import Sequence
from typing import Annotated

from pydantic import AliasChoices, Field

from ocpp_messages.model import Array, DateTime, Omittable
from ocpp_messages.v15.base import Model
from ocpp_messages.v15.enumerations import (
    AuthorizationStatus,
    Location,
    Measurand,
    ReadingContext,
    UnitOfMeasure,
    ValueFormat,
)


class IdTagInfo(Model):
    """Part of AuthorisationData, AuthorizeResponse and 2 more.

    Defined in OCPP 1.5 CentralSystemService and ChargePointService WSDL.

    Attributes:
        status: `status`: AuthorizationStatus.
        expiry_date: `expiryDate`: date-time in UTC; optional.
        parent_id_tag: `parentIdTag`: text of at most 20 characters; optional.
    """

    status: AuthorizationStatus
    expiry_date: Annotated[DateTime | None, Field(alias="expiryDate"), Omittable] = None
    parent_id_tag: Annotated[
        str | None, Field(alias="parentIdTag", max_length=20), Omittable
    ] = None


class KeyValue(Model):
    """Part of GetConfigurationResponse (OCPP 1.5 ChargePointService WSDL).

    Attributes:
        key: `key`: text.
        readonly: `readonly`: boolean.
        value: `value`: text; optional.
    """

    key: str
    readonly: bool
    value: Annotated[str | None, Omittable] = None


class SampledValue(Model):
    """Part of MeterValue (OCPP 1.5 CentralSystemService WSDL).

    Attributes:
        value: `value`: text.
        context: `context`: ReadingContext; default Sample.Periodic (OCPP 1.6 7.43).
        format: `format`: ValueFormat; default Raw (OCPP 1.6 7.43).
        measurand: `measurand`: Measurand; default Energy.Active.Import.Register (OCPP
            1.6 7.43).
        location: `location`: Location; default Outlet (OCPP 1.6 7.43).
        unit: `unit`: UnitOfMeasure; default Wh, if the measurand is an energy (OCPP 1.6
            7.43).
    """

    value: str
    context: Annotated[ReadingContext | None, Omittable] = None
    format: Annotated[ValueFormat | None, Omittable] = None
    measurand: Annotated[Measurand | None, Omittable] = None
    location: Annotated[Location | None, Omittable] = None
    unit: Annotated[UnitOfMeasure | None, Omittable] = None


class AuthorisationData(Model):
    """Part of SendLocalListRequest (OCPP 1.5 ChargePointService WSDL).

    Attributes:
        id_tag: `idTag`: text of at most 20 characters.
        id_tag_info: `idTagInfo`: IdTagInfo; optional.
    """

    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    id_tag_info: Annotated[IdTagInfo | None, Field(alias="idTagInfo"), Omittable] = None


class MeterValue(Model):
    """Part of TransactionData and 1 more (OCPP 1.5 CentralSystemService WSDL).

    Attributes:
        timestamp: `timestamp`: date-time in UTC.
        values: `values`: array of SampledValue, at least 1 item.
    """

    timestamp: DateTime
    values: Annotated[
        Sequence[SampledValue],
        Field(
            validation_alias=AliasChoices("values", "value"),
            serialization_alias="values",
        ),
        Array(min_items=1),
    ]


class TransactionData(Model):
    """Part of StopTransactionRequest (OCPP 1.5 CentralSystemService WSDL).

    Attributes:
        values: `values`: array of MeterValue; optional.
    """

    values: Annotated[Sequence[MeterValue] | None, Array(), Omittable] = None
