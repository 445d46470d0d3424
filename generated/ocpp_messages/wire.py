# Generated from codegen/runtime/wire.py by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""Pydantic's own ways of reading and writing, in the form of the wire.

`loads` and `dumps` say with each call which names they use. Others do not: pydantic's
`model_dump_json` and `TypeAdapter`, a model of a user that has a message as a field,
and frameworks that have pydantic read and write for them. They take the core schema of
a class as it is. So that they speak OCPP, too, the core schema says it:

* JSON text is read by the rules of the wire, which are in the config of the schema.
* In Python, a dict in place of a message is what a parser made of JSON text, and is
  read as strictly. FastAPI reads the body of a request in this way.
* JSON that is written has the names of the wire, and no null for an absent field.

Those who name the class itself may use the names of Python: its constructor and
`model_validate` tell the validator not to be strict, and reach the schema within
(`lax_schema`).

The parts of a message take part in none of this, so that `loads` and `dumps` cost
nothing more: while the schema of a message is made, those of its parts stay bare.
"""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, NoReturn, Self, cast

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import (
    CoreSchema,
    PydanticCustomError,
    PydanticKnownError,
    PydanticSerializationUnexpectedValue,
    SchemaSerializer,
    core_schema,
)

from .introspection import Base

__all__ = ["FamilyModel", "WireModel", "schema_within", "without_null"]


# Whether the schema that is being made is that of a part of a message.
_INSIDE: Final = ContextVar("_INSIDE", default=False)


@contextmanager
def _inside() -> Generator[None]:
    token = _INSIDE.set(True)
    try:
        yield
    finally:
        _INSIDE.reset(token)


# What others inherit from, which are deferred as well.
_BASES: Final = frozenset({"Family", "FamilyModel", "Model", "OpenModel", "Tolerated"})


class _WireSerializer:
    """Makes the serializer of a class when it is first used, and takes its place."""

    def __get__(self, message: object, cls: type[WireModel]) -> SchemaSerializer:
        serializer = SchemaSerializer(schema_within(cls))
        cls.__wire_serializer__ = serializer
        return serializer


class WireModel(Base):
    """A model that pydantic reads and writes in the form of the wire.

    Attributes:
        __wire_serializer__: What `dumps` uses.
    """

    # Until the functions below are there, too.
    model_config = ConfigDict(defer_build=True)

    if TYPE_CHECKING:
        __wire_serializer__: ClassVar[SchemaSerializer]
    else:

        def __init__(self, /, **data: Any) -> None:
            __tracebackhide__ = True
            self.__pydantic_validator__.validate_python(
                data, strict=False, by_alias=False, by_name=True, self_instance=self
            )

        # Like that of pydantic, which JSON is read without.
        __init__.__pydantic_base_init__ = True

    def __init_subclass__(cls, **arguments: Any) -> None:
        super().__init_subclass__(**arguments)
        # Not inherited: a subclass may have more fields.
        cls.__wire_serializer__ = cast(SchemaSerializer, _WireSerializer())

    @classmethod
    def __pydantic_init_subclass__(cls, **arguments: Any) -> None:
        super().__pydantic_init_subclass__(**arguments)
        # Pydantic defers the type adapters of such a class, too. FastAPI, which makes
        # one for each route, would be late to silence a warning about its own fields.
        if cls.__name__ not in _BASES:
            cls.model_config = {**cls.model_config, "defer_build": False}

    @classmethod
    def __pydantic_on_complete__(cls) -> None:
        super().__pydantic_on_complete__()
        # Pydantic's own also holds serializers of all parts, which are not used.
        cls.__pydantic_serializer__ = SchemaSerializer(
            core_schema.any_schema(serialization=_writing(cls))
        )

    @classmethod
    def model_validate(
        cls,
        obj: Any,
        *,
        strict: bool | None = None,
        by_alias: bool | None = None,
        by_name: bool | None = None,
        **more: Any,
    ) -> Self:
        """Returns the message that a dict with the names of Python holds.

        Args:
            obj: The dict, or a message, which is returned.
            strict: True, like `by_alias`, for a dict as a parser makes it of JSON: it
                has the names of the wire, and no Python objects.
            by_alias: The same.
            by_name: Whether names are those of Python, which is the default.
            **more: As for `BaseModel.model_validate`.

        Raises:
            ValidationError: The message would not be valid.
        """
        if not strict and not by_alias:
            strict, by_alias, by_name = False, False, True
        return super().model_validate(
            obj, strict=strict, by_alias=by_alias, by_name=by_name, **more
        )

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        inside = _INSIDE.get()
        with _inside():
            schema = handler.resolve_ref_schema(_bare(handler(source)))
        cls._complete(schema)
        return schema if inside else cls._for_pydantic(cast(Any, schema)["ref"])

    @classmethod
    def _complete(cls, schema: Any) -> None:
        """Adds to the schema of a class what pydantic does not know, unless it has."""
        while schema["type"] != "model":
            schema = schema["schema"]
        if schema["schema"]["type"] == "model-fields":
            schema["schema"] = cls._reading(schema["schema"])
        if not issubclass(cast(Any, cls), FamilyModel):
            _follow_the_wire(schema)

    @classmethod
    def _reading(cls, fields: CoreSchema) -> CoreSchema:
        """Returns the schema of the fields with what else is checked in reading."""
        return fields

    @classmethod
    def _for_pydantic(cls, ref: str) -> CoreSchema:
        """Returns the schema for pydantic's own ways, where another is defined."""
        # Two, as pydantic would replace the same one twice by what it refers to.
        json, lax = (core_schema.definition_reference_schema(ref) for _ in range(2))
        strict = core_schema.no_info_plain_validator_function(partial(_read, cls))
        return core_schema.json_or_python_schema(
            json_schema=json,
            python_schema=core_schema.lax_or_strict_schema(
                lax_schema=lax, strict_schema=strict, strict=True
            ),
            serialization=_writing(cls),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        found = handler(schema)
        _tidy(cls, handler.resolve_ref_schema(found))
        return found


class FamilyModel(WireModel):
    """A model of a family of versions, which has no form of its own on the wire.

    Pydantic reads and writes it in Python, and refuses JSON.

    Attributes:
        __family__: The package, for example `v1x`.
    """

    __family__: ClassVar[str]

    @classmethod
    def _for_pydantic(cls, ref: str) -> CoreSchema:
        json, python = (core_schema.definition_reference_schema(ref) for _ in range(2))
        return core_schema.json_or_python_schema(
            json_schema=core_schema.no_info_before_validator_function(
                partial(_refuse, cls), json
            ),
            python_schema=python,
            serialization=_writing(cls),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> NoReturn:
        _refuse(cls)


# --- Reading --------------------------------------------------------------------------

# As `loads` does, which says so itself; in Python, see `_read`.
_RULES: Final = {
    "strict": True,
    "validate_by_alias": True,
    "validate_by_name": False,
}


def _follow_the_wire(schema: Any) -> None:
    """Sets the rules of the wire for all who give none with a call."""
    schema["config"] = schema["config"] | _RULES
    # That a serializer returns anything says nothing of its JSON Schema.
    if schema.get("serialization", {}).get("return_schema") == {"type": "any"}:
        del schema["serialization"]["return_schema"]


def _read(cls: type[WireModel], value: Any) -> WireModel:
    """Returns the message that stands in Python where one of a class is expected."""
    if isinstance(value, cls):
        return cls.model_validate(value)
    if not isinstance(value, dict):
        raise PydanticKnownError("model_type", {"class_name": cls.__name__})
    try:
        text = json.dumps(value)
    except (TypeError, ValueError, RecursionError):
        raise PydanticCustomError(
            "json_type", "Input should be the message, or hold nothing but JSON"
        ) from None
    return cls.model_validate_json(text)


def _bare(schema: CoreSchema) -> CoreSchema:
    """Returns the schema within that of a class that is complete, or the given one."""
    found = cast(Any, schema)
    if found["type"] != "json-or-python":
        return schema
    python = found["python_schema"]
    within: CoreSchema = python.get("lax_schema", python)
    return within


def schema_within(cls: Any) -> core_schema.DefinitionsSchema:
    """Returns the schema of a class without what is for pydantic's own ways."""
    if not cls.__pydantic_complete__:
        cls.model_rebuild()
    schema: core_schema.DefinitionsSchema = cls.__pydantic_core_schema__
    return {**schema, "schema": _bare(schema["schema"])}


# --- Writing --------------------------------------------------------------------------


def _writing(cls: type[WireModel]) -> core_schema.SerSchema:
    # A wrapper, though it does not call what it wraps: anything else pydantic-core
    # would take for the serializer of the class where it is a part of a message, too.
    return core_schema.wrap_serializer_function_ser_schema(
        partial(_write, cls), info_arg=True, schema=core_schema.any_schema()
    )


def _write(
    cls: type[WireModel],
    message: Any,
    handler: core_schema.SerializerFunctionWrapHandler,
    info: core_schema.SerializationInfo,
) -> Any:
    """Returns a message as plain data: in JSON, always as the wire has it."""
    if not isinstance(message, cls):
        found = type(message).__name__
        raise PydanticSerializationUnexpectedValue(f"{found} is no {cls.__name__}")
    in_json = info.mode == "json"
    by_alias = cast("bool | None", info.by_alias)  # None, too, where nobody says
    if in_json and issubclass(cls, FamilyModel):
        _refuse(cls)
    return cls.__wire_serializer__.to_python(
        message,
        mode=info.mode,
        include=cast(Any, info.include),
        exclude=cast(Any, info.exclude),
        context=info.context,
        by_alias=in_json if by_alias is None else by_alias,
        exclude_unset=info.exclude_unset,
        exclude_defaults=info.exclude_defaults,
        exclude_none=info.exclude_none or in_json,
        round_trip=info.round_trip,
    )


def _refuse(cls: type[FamilyModel], value: object = None) -> NoReturn:
    family = cls.__family__
    raise TypeError(
        f"{cls.__name__} of {family} has no form of its own in JSON: "
        f"use {family}.serializer(version), or the class of one version"
    )


# --- JSON Schema ----------------------------------------------------------------------


def _tidy(cls: type[BaseModel], schema: dict[str, Any]) -> None:
    """Makes the JSON Schema of a class that of the wire, if it is not yet."""
    # By default pydantic takes the names of Python, which the config of a class allows.
    fields = cls.model_fields.items()
    wire = {name: field.serialization_alias or name for name, field in fields}
    titled = {wire[name] for name, field in fields if field.title is not None}
    properties = {
        wire.get(name, name): found
        for name, found in schema.get("properties", {}).items()
    }
    for name, found in properties.items():
        if name not in titled:
            found.pop("title", None)
        # Absent is None in Python only.
        if found.get("default", ...) is None:
            del found["default"]
    schema["properties"] = properties
    if "required" in schema:
        schema["required"] = [wire.get(name, name) for name in schema["required"]]
    if schema.get("additionalProperties", False) is not False:
        schema["additionalProperties"] = True


def without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Returns a JSON Schema that allows null, or what it allows beside null."""
    match schema:
        case {"anyOf": [first, {"type": "null"}], **more}:
            return {**first, **more}
        case {"anyOf": [*others, {"type": "null"}], **more}:
            return {"anyOf": others, **more}
        case {"type": [first, "null"], **more}:
            return {"type": first, **more}
        case _:
            return schema
