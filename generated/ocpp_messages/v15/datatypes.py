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
    """Part of AuthorisationData, AuthorizeResponse and 2 more."""

    status: AuthorizationStatus
    expiry_date: Annotated[DateTime | None, Field(alias="expiryDate"), Omittable] = None
    parent_id_tag: Annotated[
        str | None, Field(alias="parentIdTag", max_length=20), Omittable
    ] = None


class KeyValue(Model):
    """Part of GetConfigurationResponse."""

    key: str
    readonly: bool
    value: Annotated[str | None, Omittable] = None


class SampledValue(Model):
    """Part of MeterValue."""

    value: str
    context: Annotated[ReadingContext | None, Omittable] = None
    format: Annotated[ValueFormat | None, Omittable] = None
    measurand: Annotated[Measurand | None, Omittable] = None
    location: Annotated[Location | None, Omittable] = None
    unit: Annotated[UnitOfMeasure | None, Omittable] = None


class AuthorisationData(Model):
    """Part of SendLocalListRequest."""

    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    id_tag_info: Annotated[IdTagInfo | None, Field(alias="idTagInfo"), Omittable] = None


class MeterValue(Model):
    """Part of TransactionData and MeterValuesRequest."""

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
    """Part of StopTransactionRequest."""

    values: Annotated[Sequence[MeterValue] | None, Array(), Omittable] = None
