# Generated from codegen/runtime/introspection.py by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""What `inspect.signature`, `help` and `dir` tell of a model, before its first use too.

Models are built when they are used first, and pydantic knows their signature only then.
What it tells is hard to read, besides: the signature repeats every limit, and the help
on a class is 500 lines of pydantic's own methods.
"""

from __future__ import annotations

from inspect import Parameter, Signature
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final, get_type_hints

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

__all__ = ["Base", "signature"]


def signature(cls: type[BaseModel]) -> Signature:
    """Returns how objects of a model are made: its fields, by keyword.

    The annotations are the types alone; what limits their values is in `model_fields`.
    """
    if not cls.__pydantic_fields_complete__:
        cls.model_rebuild()
    fields = cls.model_fields
    holder = SimpleNamespace(
        __annotations__={name: field.annotation for name, field in fields.items()}
    )
    hints = get_type_hints(holder)
    parameters = [
        Parameter(
            name,
            Parameter.KEYWORD_ONLY,
            annotation=hints[name],
            default=_default(field),
        )
        for name, field in fields.items()
    ]
    if cls.model_config.get("extra") == "allow":
        extra = Parameter("extra_data", Parameter.VAR_KEYWORD, annotation=Any)
        parameters.append(extra)
    return Signature(parameters, return_annotation=None)


def _default(field: FieldInfo) -> Any:
    if field.is_required():
        return Parameter.empty
    return field.get_default(call_default_factory=True, validated_data={})


def _shortened(schema: dict[str, Any]) -> None:
    """Keeps the first sentence of the docstring in a JSON Schema: it has the fields."""
    if description := schema.get("description"):
        schema["description"] = description.partition("\n")[0]


class _SignatureOfClass:
    """The attribute `__signature__` of a model; its objects have none."""

    def __get__(self, instance: object, owner: type[BaseModel]) -> Signature:
        own = not getattr(owner.__init__, "__pydantic_base_init__", False)
        if instance is not None or own:
            raise AttributeError("__signature__")
        return signature(owner)


_SIGNATURE: Final = _SignatureOfClass()

Base = BaseModel
"""The base of models: pydantic's, with what this module is about."""

if not TYPE_CHECKING:  # a metaclass would hide from them that fields are needed

    class _Kind(type(BaseModel)):
        """The metaclass of models, as far as it differs from that of pydantic."""

        def __dir__(cls) -> list[str]:
            # What `help` shows; pydantic's methods work without being listed.
            own = [base for base in cls.__mro__ if isinstance(base, _Kind)]
            names = {name for base in own for name in vars(base)} - {
                "model_config",
                "model_validate",
            }
            return sorted(name for name in names if not name.startswith("_"))

    class Base(BaseModel, metaclass=_Kind):
        """The base of models; what tools ask of their class is answered from here."""

        model_config = ConfigDict(json_schema_extra=_shortened)

        __signature__ = _SIGNATURE

        @classmethod
        def __pydantic_on_complete__(cls) -> None:
            # pydantic has just set one of its own.
            cls.__signature__ = _SIGNATURE
