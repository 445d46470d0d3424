# Generated from schemas/v1x.toml by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""Writes and reads the messages of OCPP 1.x, by way of those of one version."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final, Never, Protocol, TypeVar, cast

from pydantic import ValidationError
from pydantic_core import (
    PydanticSerializationError,
    SchemaValidator,
    to_jsonable_python,
)

from ocpp_messages import serializer as exact_serializer
from ocpp_messages.converting import Reader, Unfit, settled
from ocpp_messages.direct import direct_validator, text_writer
from ocpp_messages.errors import DecodeError, NotExpressible, Violation, json_path
from ocpp_messages.model import Model as AnyModel
from ocpp_messages.tolerated import Tolerated, valid_type
from ocpp_messages.v1x.base import Model

__all__ = ["Serializer", "serializer"]

ModelT = TypeVar("ModelT", bound=Model)


class _Writers(Protocol):
    """The module that makes messages of one version of ours."""

    TYPES: Mapping[type[Model], type[AnyModel]]
    WRITERS: Mapping[type[Model], Callable[..., Any]]


class _Readers(Protocol):
    """The module that makes ours of messages of one version."""

    READERS: Mapping[type[AnyModel], Reader]


class Serializer:
    """Writes and reads messages and datatypes of OCPP 1.x as one version has them.

    Attributes:
        version: The number of the version.
    """

    def __init__(self, version: str, writers: _Writers, readers: _Readers) -> None:
        self.version: Final = version
        self._types = writers.TYPES
        self._writers = writers.WRITERS
        self._readers = readers.READERS
        self._validators: dict[type[Model], SchemaValidator] = {}
        self._text_writers: dict[type[Model], Callable[[Model], bytes]] = {}

    def dumps(self, message: Model) -> str:
        """Return a message as compact JSON text with the wire names of the version.

        Raises:
            TypeError: The message is not of OCPP 1.x.
            NotExpressible: The version has no such message, field or value.
        """
        write = self._text_writers.get(type(message)) or self._text_writer(message)
        try:
            return write(message).decode()
        except (PydanticSerializationError, Unfit):
            # The long way tells what the version cannot say.
            return exact_serializer.dumps(self.express(message))

    def _text_writer(self, message: Model) -> Callable[[Model], bytes]:
        """Makes what writes the messages of a class, on first use; raises the same."""
        cls, writer = type(message), self._writer(message)
        return self._text_writers.setdefault(cls, text_writer(cls, writer))

    def loads(self, cls: type[ModelT], text: str | bytes) -> ModelT:
        """Read a message or datatype from JSON text.

        Args:
            cls: The expected class.
            text: One JSON object in the form of the version; bytes are UTF-8.

        Raises:
            TypeError: The class is not of OCPP 1.x.
            NotExpressible: The version has no such message.
            DecodeError: The text violates the schema, and the error lists every
                violation; or it is valid by the schema but meaningless, and the error
                names the first such place.
        """
        validator = self._validators.get(cls) or self._validator(cls)
        try:
            message: ModelT = validator.validate_json(
                text, strict=True, by_alias=True, by_name=False
            )
        except (ValidationError, Unfit):
            # The long way tells what is wrong, in the terms of the version.
            exact = exact_serializer.loads(self.exact(cls), text)
            message = cast(ModelT, self.read(exact))
        return message

    def _validator(self, cls: type[Model]) -> SchemaValidator:
        """Makes the validator of a class of ours, on first use."""
        validator = direct_validator(self.exact(cls), self._readers)
        return self._validators.setdefault(cls, validator)

    def to_jsonable(self, message: Model) -> dict[str, Any]:
        """Return a message as a dict of plain values; raises as `dumps`."""
        return exact_serializer.to_jsonable(self.express(message))

    def from_jsonable(self, cls: type[ModelT], value: Any) -> ModelT:
        """Read a message from a dict of plain values; raises as `loads`."""
        exact = exact_serializer.from_jsonable(self.exact(cls), value)
        return cast(ModelT, self.read(exact))

    def exact(self, cls: type[Model]) -> type[AnyModel]:
        """Return the class of the version for a class of OCPP 1.x.

        Raises:
            TypeError: The class is not of OCPP 1.x.
            NotExpressible: The version has no such message or datatype.
        """
        if not issubclass(cast(type[object], cls), Model):
            raise TypeError(f"{cls.__qualname__} is no type of OCPP 1.x")
        if cls not in self._types:
            raise NotExpressible(cls.__name__, self.version)
        return self._types[cls]

    def express(self, message: Model) -> AnyModel:
        """Return the message of the version for a message of OCPP 1.x.

        Raises:
            TypeError: The message is not of OCPP 1.x.
            NotExpressible: The version has no such message, field or value; or the
                message was tolerated.
        """
        writer = self._writer(message)
        try:
            exact: AnyModel = writer(message)
        except Unfit as unfit:
            raise self._inexpressible(message, unfit) from None
        return exact

    def _writer(self, message: Model) -> Callable[..., Any]:
        """Returns what converts a message.

        Raises:
            TypeError: The message is not of OCPP 1.x.
            NotExpressible: The version has no such message; or it was tolerated.
        """
        try:
            return self._writers[type(message)]
        except KeyError:
            self._refuse(message)

    def _refuse(self, message: Model) -> Never:
        """Tells why there is no writer for a message."""
        cls = cast(type[Model], valid_type(message))
        self.exact(cls)
        reason = "it was tolerated, and is not valid"
        raise NotExpressible(cls.__name__, self.version, reason=reason)

    def _inexpressible(self, message: Model, unfit: Unfit) -> NotExpressible:
        field = json_path(unfit.path).removeprefix("$.")
        name = type(message).__name__
        return NotExpressible(name, self.version, field, unfit.sentence)

    def read(self, exact: AnyModel) -> Model:
        """Return the message of OCPP 1.x for a message of the version.

        If the message keeps deviations that are not valid in OCPP 1.x either, the
        result is a `Tolerated`, too. Extra fields are kept, by their names on the wire.

        Raises:
            TypeError: The message is not of the version.
            DecodeError: The message is valid by the schema but meaningless; or it keeps
                a deviation that a message of OCPP 1.x cannot have.
        """
        cls = valid_type(exact)
        try:
            reader = self._readers[cls]
        except KeyError:
            name = cls.__qualname__
            raise TypeError(f"{name} is no type of OCPP {self.version}") from None
        try:
            message: Model = reader(exact)
            return settled(message) if isinstance(exact, Tolerated) else message
        except Unfit as unfit:
            if isinstance(exact, Tolerated):  # The schema tells more, if it is broken.
                plain = to_jsonable_python(_known_fields(exact))
                exact_serializer.from_jsonable(cls, plain)
            path = json_path(unfit.path)
            violation = Violation(path, unfit.kind, unfit.sentence)
            raise DecodeError(cls.__name__, [violation]) from None


def _known_fields(value: Any) -> Any:
    """Returns a message as plain data, by the names of the wire."""
    if isinstance(value, tuple):
        return [_known_fields(item) for item in cast(tuple[object, ...], value)]
    if not isinstance(value, AnyModel):
        return value
    return {
        field.serialization_alias or name: _known_fields(found)
        for name, field in type(value).model_fields.items()
        if (found := getattr(value, name)) is not None
    }


_PACKAGES: Final[Mapping[str, str]] = {
    "1.5": "v15",
    "1.6": "v16",
}


@cache
def serializer(version: str) -> Serializer:
    """Return the serializer of a version; import the version on first use.

    Args:
        version: "1.5" or "1.6".

    Raises:
        ValueError: There is no such version of OCPP 1.x.
    """
    if version not in _PACKAGES:
        known = ", ".join(_PACKAGES)
        raise ValueError(f"unknown version of OCPP 1.x {version!r}: there are {known}")
    package = _PACKAGES[version]
    writers = import_module(f"ocpp_messages.v1x.write_{package}")
    readers = import_module(f"ocpp_messages.v1x.read_{package}")
    return Serializer(version, cast(_Writers, writers), cast(_Readers, readers))
