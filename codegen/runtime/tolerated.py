"""The classes of messages that are kept although they are not valid.

An object of a generated class is valid, always. What `Tolerance` lets pass, and what
does not fit into such an object, is of a subclass of the generated class instead: it
has the same fields and methods, and its name, but texts of any length, texts where an
enumeration belongs, numbers beyond their bounds, arrays with too few items, further
fields, and None for required fields. It is written as it came. A valid object cannot
have one of these as a part: pydantic checks objects of subclasses where they are used
(`revalidate_instances`).

The subclass of a class is made when it is first needed. Its schema is the core schema
of the class, which pydantic has made for validating already, with some kinds of nodes
replaced; the parts of a message are replaced by their subclasses in the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import new_class
from typing import Any, Final, Self, TypeVar, cast

from pydantic import ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .model import JSON_SCHEMA, TOLERABLE, Model, OpenModel
from .wire import schema_within

__all__ = ["Tolerated", "as_part", "tolerated_type", "valid_type"]

ModelT = TypeVar("ModelT", bound=Model)


class Tolerated(Model):
    """The base of messages and datatypes with values that their schema does not allow.

    Objects are equal if their content is, also to valid objects.
    """

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        valid = cls.__bases__[-1]
        if cls is Tolerated:
            return handler(valid)
        schema = _widen(schema_within(valid))
        schema["schema"] = cls._for_pydantic(schema["schema"]["schema_ref"])
        return cast(CoreSchema, schema)

    def model_copy(
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> Self:
        """Return a copy; new values are validated, but may deviate like the others.

        Args:
            update: New values, by the Python name of their field.
            deep: Whether to copy the values, too.

        Raises:
            ValidationError: A new value has a deviation that is never kept.
        """
        if update is not None:
            update = {name: as_part(value) for name, value in update.items()}
        return super().model_copy(update=update, deep=deep)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Model):
            return NotImplemented
        return (
            valid_type(self) is valid_type(other)
            and self.__dict__ == other.__dict__
            and (self.model_extra or {}) == (other.model_extra or {})
        )

    def __hash__(self) -> int:
        cls: Any = valid_type(self)
        value: int = cls.__hash__(self)
        return value

    def __reduce__(self) -> tuple[Any, ...]:
        return _blank, (valid_type(self),), self.__getstate__()


def valid_type(message: Model) -> type[Model]:
    """Return the class of a message in its version package, also if it is invalid."""
    cls = type(message)
    return cls.__bases__[-1] if isinstance(message, Tolerated) else cls


@cache
def _subclass(cls: type[Model]) -> type[Model]:
    names = {
        "__module__": cls.__module__,
        "__qualname__": cls.__qualname__,
        "__doc__": cls.__doc__,
        "model_config": ConfigDict(defer_build=True),
    }
    bases = (Tolerated, cls)
    return cast(
        type[Model],
        new_class(cls.__name__, bases, exec_body=lambda ns: ns.update(names)),
    )


def tolerated_type(cls: type[ModelT]) -> type[ModelT]:
    """Returns the subclass of a class that holds what its schema does not allow."""
    return cast(type[ModelT], _subclass(cls))


def as_part(value: Any) -> Any:
    """Returns a value that a message which deviates may have as a part."""
    if isinstance(value, Model) and not isinstance(value, Tolerated):
        parts = {name: as_part(part) for name, part in value}
        return tolerated_type(type(value))(**parts)
    if isinstance(value, (list, tuple)):
        return [as_part(item) for item in cast(Sequence[object], value)]
    return value


def _blank(cls: type[Model]) -> Model:
    """Returns an object without a state, for pickle."""
    made: Any = _subclass(cls)
    blank: Model = made.__new__(made)
    return blank


# --- The schema -----------------------------------------------------------------------


def _widen(node: Any) -> Any:
    """Returns a part of a core schema that accepts more."""
    if isinstance(node, list):
        return [_widen(item) for item in cast(list[object], node)]
    widened = dict(cast(dict[str, Any], node))
    for name in widened.keys() & _PARTS:
        widened[name] = _widen(widened[name])
    if "fields" in widened:  # by their names, which may be those of parts of a node
        fields = widened["fields"].items()
        widened["fields"] = {name: _widen(field) for name, field in fields}
    replace = _REPLACEMENTS.get(widened.get("type", ""))
    return replace(widened) if replace else widened


def _widen_model(node: dict[str, Any]) -> dict[str, Any]:
    return {
        "serialization": _WITH_EXTRAS,
        **node,
        "cls": _subclass(node["cls"]),
        "config": {**node["config"], "extra_fields_behavior": "allow"},
    }


def _widen_fields(node: dict[str, Any]) -> dict[str, Any]:
    return {"extras_schema": JSON_SCHEMA, **node}


def _widen_field(node: dict[str, Any]) -> dict[str, Any]:
    inner = node["schema"]
    if inner["type"] == "default":
        return node
    optional = core_schema.json_or_python_schema(
        json_schema=inner, python_schema=core_schema.nullable_schema(inner)
    )
    schema = core_schema.with_default_schema(optional, default=None)
    return {**node, "schema": schema}


def _widen_text(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if name != "max_length"}


def _widen_number(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if name not in _BOUNDS}


def _widen_check(node: dict[str, Any]) -> dict[str, Any]:
    if node.get("metadata", {}).keys() >= TOLERABLE.keys():
        return cast(dict[str, Any], node["schema"])
    return node


def _widen_enumeration(node: dict[str, Any]) -> dict[str, Any]:
    schema: Any = core_schema.union_schema(
        [
            cast(CoreSchema, {k: v for k, v in node.items() if k != "ref"}),
            core_schema.str_schema(),
        ],
        mode="left_to_right",
        ref=node.get("ref"),
    )
    return cast(dict[str, Any], schema)


_BOUNDS: Final = frozenset({"ge", "gt", "le", "lt", "multiple_of"})

_PARTS: Final = frozenset(
    {
        "choices",
        "definitions",
        "items_schema",
        "json_schema",
        "python_schema",
        "schema",
    }
)

_WITH_EXTRAS: Final = core_schema.wrap_serializer_function_ser_schema(
    OpenModel._with_null_extras,  # pyright: ignore[reportPrivateUsage]  # noqa: SLF001
    when_used="unless-none",
)

_REPLACEMENTS: Final[Mapping[str, Callable[[dict[str, Any]], dict[str, Any]]]] = {
    "model": _widen_model,
    "model-fields": _widen_fields,
    "model-field": _widen_field,
    "str": _widen_text,
    "int": _widen_number,
    "float": _widen_number,
    "function-after": _widen_check,
    "enum": _widen_enumeration,
}
