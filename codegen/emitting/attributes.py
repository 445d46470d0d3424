"""The docstrings of fields: their name on the wire, type, limits, unit and default.

Shapes are written in words, because the annotations already have the precise form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..families.unified import Part, UnifiedField, UnifiedObject
from ..reading.shapes import Anything, Array, Boolean, Named, Number, Shape, Text
from ..reading.specification import Meaning, ObjectType
from .model_schemas import whole

__all__ = [
    "bounds",
    "family_section",
    "of_family",
    "section",
    "span",
    "wire_names",
    "words",
]


def section(entry: ObjectType) -> list[list[str]]:
    """Returns the section about the fields of a class; empty if none."""
    lines = [
        _sentence(
            field.name,
            f"`{_escaped(field.wire)}`",
            words(field.shape),
            field.meaning,
            required=field.required,
        )
        for field in entry.fields
    ]
    return [["Attributes", *lines]] if lines else []


def family_section(entry: UnifiedObject) -> list[list[str]]:
    """Returns the section about the fields of a family's class; empty if none."""
    lines = [
        _sentence(
            field.name,
            wire_names(field, tuple(entry.exact)),
            words(shape),
            meaning,
            required=required,
        )
        for field in entry.fields
        for shape, meaning, required in [of_family(field)]
    ]
    return [["Attributes", *lines]] if lines else []


def of_family(field: UnifiedField) -> tuple[Shape, Meaning, bool]:
    """Returns the shape and meaning of a family's field, and whether it is required."""
    part, *others = field.parts
    if field.boolean is not None:
        return Boolean(), Meaning(), part.required
    if field.grouping is not None:
        needed = not field.grouping.default and (part.required or bool(others))
        return Named(field.grouping.name), Meaning(), needed
    *_, newest = part.fields.values()
    return part.shape, newest.meaning, part.required


def wire_names(field: UnifiedField, versions: Sequence[str]) -> str:
    """Returns the names of a field on the wire, by version if they differ."""
    by_version = {
        version: ", ".join(
            _wire_name(part, version) for part in field.parts if version in part.fields
        )
        for version in versions
    }
    names = {version: said for version, said in by_version.items() if said}
    if len({*names.values()}) == 1 and len(names) == len(versions):
        return next(iter(names.values()))
    return "; ".join(f"{said} in {version}" for version, said in names.items())


def _wire_name(part: Part, version: str) -> str:
    name = _escaped(part.fields[version].wire)
    if holder := part.holders.get(version):
        name = f"{_escaped(holder.field.wire)}[].{name}"
    return f"`{name}`"


def _sentence(
    name: str, wire: str, kind: str, meaning: Meaning, *, required: bool
) -> str:
    """Returns the sentence about one field."""
    unit = f"in {meaning.unit}" if meaning.unit else meaning.format
    default = f"default {_escaped(meaning.absent)}" if meaning.absent else "optional"
    whole = ", ".join(part for part in (kind, unit) if part)
    clause = f" ({meaning.clause})" if meaning.clause else ""
    return f"{name}: {wire}: {whole}{'' if required else f'; {default}'}{clause}."


def words(shape: Shape) -> str:
    """Returns a shape in words."""
    match shape:
        case Text(format="date-time"):
            return "date-time in UTC"
        case Text(format="uri"):
            return "URI"
        case Text(least, most, None, pattern):
            limit = span(least, most)
            text = f"text of {limit} character{_s(most or least)}" if limit else "text"
            return f"{text}, matching {_escaped(pattern)}" if pattern else text
        case Number(integer):
            return ", ".join(["integer" if integer else "decimal", *bounds(shape)])
        case Boolean():
            return "boolean"
        case Anything():
            return "any JSON value"
        case Array(items, least, most, unique):
            limit = span(least, most)
            count = f"{limit} " if limit else ""
            kind = "unlike items" if unique else f"item{_s(most or least)}"
            which = f"{count}{kind}" if limit or unique else ""
            return f"array of {words(items)}" + (f", {which}" if which else "")
        case Named(name):
            return name
        case _:
            raise TypeError(f"{shape} has no name")


def bounds(shape: Number) -> Iterator[str]:
    """Iterates over the limits of a number, in words."""
    if limit := span(whole(shape.minimum), whole(shape.maximum)):
        yield limit
    if shape.multiple_of is not None:
        yield f"a multiple of {whole(shape.multiple_of)}"


def span(least: float | None, most: float | None) -> str:
    """Returns a range in words; empty if it has no limits."""
    if least is None:
        return "" if most is None else f"at most {most}"
    if most is None:
        # For texts and arrays, at least 0 is no limit, but for numbers it is one.
        return f"at least {least}"
    return f"{least}" if least == most else f"{least} to {most}"


def _s(count: float | None) -> str:
    return "" if count == 1 else "s"


def _escaped(text: str) -> str:
    """Returns a text of a schema, escaped for a docstring."""
    return text.encode("unicode_escape").decode("ascii").replace('"', '\\"')
