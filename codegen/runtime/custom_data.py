"""The fields that a vendor adds in `customData`, as objects of a model.

A message has `customData` as a `CustomDataType`: the vendor id and any other fields. A
`VendorData` defines the fields of one vendor, reads them from such an object, and
writes them into one::

    ACME = VendorData("com.acme", Acme)

    acme = ACME.read(request.custom_data)
    custom_data = ACME.write(v201.CustomDataType, Acme(cable="blue"))
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import to_json

from .errors import DecodeError
from .model import Model
from .serializer import from_jsonable

__all__ = ["VendorData"]

FieldsT = TypeVar("FieldsT", bound=BaseModel)
ModelT = TypeVar("ModelT", bound=Model)


class _CustomData(Protocol):
    """What the `CustomDataType` of every version is."""

    @property
    def vendor_id(self) -> str: ...

    @property
    def model_extra(self) -> dict[str, Any] | None: ...


@dataclass(frozen=True)
class VendorData(Generic[FieldsT]):
    """The fields that one vendor has in `customData`.

    Attributes:
        vendor_id: The `vendorId`, for example `com.acme`; compared exactly.
        fields: A pydantic model of the other fields, by their aliases or names. Fields
            that the model does not have are kept if it allows extra fields.
    """

    vendor_id: str
    fields: type[FieldsT]

    def read(self, custom_data: _CustomData | None) -> FieldsT | None:
        """Read the fields of this vendor; None if there are none, or another vendor's.

        Args:
            custom_data: A `CustomDataType`, or None.

        Raises:
            DecodeError: The fields do not fit the model.
        """
        if custom_data is None or self.vendor_id != custom_data.vendor_id:
            return None
        try:
            return self.fields.model_validate_json(
                to_json(custom_data.model_extra or {}), by_alias=True
            )
        except ValidationError as error:
            raise DecodeError.of(error) from None

    def write(self, cls: type[ModelT], fields: FieldsT) -> ModelT:
        """Return an object of a `CustomDataType` with these fields and the vendor id.

        Args:
            cls: The `CustomDataType` of a version.
            fields: The fields; those that are None are left out.
        """
        value = fields.model_dump(mode="json", by_alias=True, exclude_none=True)
        return from_jsonable(cls, {**value, "vendorId": self.vendor_id})
