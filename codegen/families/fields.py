"""The fields of one message or datatype of a family, from its entry in a mapping.

The entry has to name every field of every version exactly once. A field that it does
not name would be lost in reading and could not be written. A field that it names twice
would be written from two fields of the family, which may differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from ..reading.differences import limit_differences
from ..reading.shapes import Array, Named, Number, Shape, Text
from ..reading.specification import ObjectType, PythonField
from .groupings import GROUPINGS, Grouping
from .lookup import Lookup
from .mapping import ByVersion, FieldEntry, Fields, WireNames
from .unified import Holder, Part, UnifiedField

__all__ = ["FieldReader"]

_LIST: Final = "[]."


class FieldReader:
    """Looks up the fields of one message or datatype.

    Args:
        lookup: Finds types.
        place: The place of the entry in the mapping.
        exact: The type in each version that has it.
        numbers: Whether writing checks numbers, so that versions may differ in their
            limits.
    """

    def __init__(
        self,
        lookup: Lookup,
        place: str,
        exact: Mapping[str, ObjectType],
        *,
        numbers: bool = False,
    ) -> None:
        self._lookup = lookup
        self._numbers = numbers
        self._place = place
        self._fields = {
            version: {field.wire: field for field in entry.fields}
            for version, entry in exact.items()
        }
        self._covered = {version: Counter[str]() for version in exact}

    def all(self, entry: Fields) -> Iterator[UnifiedField]:
        """Returns the fields that an entry names."""
        for wire in entry.same:
            yield self._plain(f"{self._place}.same", dict.fromkeys(self._fields, wire))
        for version, wires in entry.only.items():
            for wire in wires:
                yield self._plain(f"{self._place}.only", {version: wire})
        for name, field in entry.fields.items():
            yield self._field(f"{self._place}.fields.{name}", name, field)

    def check_covered(self) -> None:
        """Adds a fault for each field of a version that is not named exactly once."""
        for version, fields in self._fields.items():
            for wire in fields:
                if (times := self._covered[version][wire]) != 1:
                    how = "nothing covers" if times == 0 else "more than one covers"
                    self._lookup.note(
                        self._place, f"{how} the field {wire} of OCPP {version}"
                    )

    def grouping(self, place: str, name: str) -> Grouping:
        """Returns a grouping by its name."""
        if name not in GROUPINGS:
            known = ", ".join(sorted(GROUPINGS))
            self._lookup.refuse(
                place, f"there is no grouping {name!r}; there are {known}"
            )
        return GROUPINGS[name]

    def grouped(
        self, place: str, name: str, at: WireNames | ByVersion, grouping: Grouping
    ) -> UnifiedField:
        """Returns the field that a grouping makes from several."""
        wires = self._wires(place, at)
        for version, names in wires.items():
            if len(names) != grouping.parts:
                self._lookup.refuse(
                    place,
                    f"{grouping.name} takes {grouping.parts} fields, not {len(names)} "
                    f"as of OCPP {version}",
                )
        parts = tuple(
            self._part(
                place, {v: names[number] for v, names in wires.items() if names[number]}
            )
            for number in range(grouping.parts)
        )
        return UnifiedField(name, parts, grouping)

    def _plain(self, place: str, wires: Mapping[str, str]) -> UnifiedField:
        part = self._part(place, wires)
        return UnifiedField(part.name, (part,))

    def _field(self, place: str, name: str, entry: FieldEntry) -> UnifiedField:
        if [entry.grouping, entry.boolean, entry.default].count(None) < 2:
            self._lookup.refuse(
                place, "grouping, boolean and default exclude each other"
            )
        if entry.grouping is not None:
            grouping = self.grouping(place, entry.grouping)
            return self.grouped(place, name, entry.at, grouping)
        wires = {
            version: names[0] for version, names in self._wires(place, entry.at).items()
        }
        if entry.boolean is not None:
            return self._boolean(place, name, wires, entry.boolean)
        part = self._part(place, wires, optional=entry.optional)
        if entry.default is None:
            return UnifiedField(name, (part,))
        return self._with_default(place, name, part, entry.default)

    def _boolean(
        self,
        place: str,
        name: str,
        wires: Mapping[str, str],
        values: tuple[str, str],
    ) -> UnifiedField:
        """Returns a field that is an enumeration of two values in every version."""
        fields = {v: self._exact(place, v, wire) for v, wire in wires.items()}
        for version, field in fields.items():
            shape = field.shape
            found = isinstance(shape, Named) and self._lookup.enumeration(
                version, shape.name
            )
            if not found or {member.value for member in found.members} != {*values}:
                self._lookup.refuse(
                    place,
                    f"{field.wire} of OCPP {version} is not just "
                    f"{values[0]} and {values[1]}",
                )
        # The shape is not used, because a bool is written without it, and there is no
        # type of the family that it could name.
        part = Part(name, Text(), _required(fields), fields, {})
        yes, no = map(self._lookup.member, values)
        return UnifiedField(name, (part,), boolean=(yes, no))

    def _with_default(
        self, place: str, name: str, part: Part, value: str
    ) -> UnifiedField:
        for version, field in part.fields.items():
            shape = field.shape
            found = isinstance(shape, Named) and self._lookup.enumeration(
                version, shape.name
            )
            if not found or value not in {member.value for member in found.members}:
                self._lookup.refuse(
                    place, f"{value!r} is no value of {field.wire} in OCPP {version}"
                )
        return UnifiedField(name, (part,), default=self._lookup.member(value))

    def _wires(
        self, place: str, at: WireNames | ByVersion
    ) -> Mapping[str, Sequence[str]]:
        """Returns the names on the wire by version, for each notation of a mapping."""
        found = at if isinstance(at, Mapping) else dict.fromkeys(self._fields, at)
        for version in found:
            if version not in self._fields:
                self._lookup.refuse(place, f"OCPP {version} does not have this type")
        return {v: [at] if isinstance(at, str) else at for v, at in found.items()}

    def _exact(self, place: str, version: str, wire: str) -> PythonField:
        """Returns a field of a version, and marks it as named."""
        if version not in self._fields or wire not in self._fields[version]:
            self._lookup.refuse(place, f"OCPP {version} has no field {wire}")
        self._covered[version][wire] += 1
        return self._fields[version][wire]

    def _part(
        self, place: str, wires: Mapping[str, str], *, optional: bool = False
    ) -> Part:
        fields: dict[str, PythonField] = {}
        holders: dict[str, Holder] = {}
        for version, wire in wires.items():
            outer, _, inner = wire.partition(_LIST)
            field = self._exact(place, version, outer)
            if inner:
                holders[version], field = self._inner(place, version, field, inner)
            fields[version] = field
        if not fields:
            self._lookup.refuse(place, "no version has it")
        shapes = {
            version: self._lookup.shape(place, version, field.shape)
            for version, field in fields.items()
        }
        shape = self._merged(place, shapes)
        required = _required(fields) and fields.keys() == self._fields.keys()
        if optional and (required or not any(f.required for f in fields.values())):
            self._lookup.refuse(place, "the versions agree on whether it is required")
        *_, newest = fields.values()
        # If the field of the family is None, there is no value for the version that
        # requires it. Lists have no such problem: an absent list is empty, and
        # `at_least` checks in writing whether a version allows that.
        if (
            not isinstance(shape, Array)
            and not required
            and not optional
            and any(field.required for field in fields.values())
        ):
            self._lookup.refuse(place, "one version requires it, and another does not")
        return Part(newest.name, shape, required, fields, holders)

    def _inner(
        self, place: str, version: str, outer: PythonField, inner: str
    ) -> tuple[Holder, PythonField]:
        """Returns the list in a list of objects whose only field is that list."""
        match outer.shape:
            case Array(Named(name)):
                found = self._lookup.object(version, name)
            case _:
                name, found = outer.wire, None
        if found is None or [field.wire for field in found.fields] != [inner]:
            reason = f"{outer.wire} of OCPP {version} is not a list of only {inner}"
            self._lookup.refuse(place, reason)
        return Holder(outer, name), found.fields[0]

    def _merged(self, place: str, shapes: Mapping[str, Shape]) -> Shape:
        """Returns a shape that allows all values of all versions."""
        (first, merged), *others = shapes.items()
        for version, shape in others:
            wider = _wider(merged, shape, numbers=self._numbers)
            if wider is None:
                what = "; ".join(limit_differences(merged, shape))
                reason = (
                    f"its types in OCPP {first} and OCPP {version} do not fit together"
                )
                reason += f": {what}" if what else ""
                self._lookup.refuse(place, reason)
            merged = wider
        return merged


def _required(fields: Mapping[str, PythonField]) -> bool:
    return all(field.required for field in fields.values())


def _wider(one: Shape, other: Shape, *, numbers: bool = False) -> Shape | None:
    """Returns a shape that allows all values of both; None if there is none.

    Lengths may differ, because writing checks them. If writing checks numbers as well,
    their bounds may differ, and whether they have to be whole.
    """
    match one, other:
        case Text(), Text() if (one.format, one.pattern) == (
            other.format,
            other.pattern,
        ):
            return replace(
                one,
                min_length=_least(one.min_length, other.min_length),
                max_length=_most(one.max_length, other.max_length),
            )
        case Number(), Number() if numbers and one.multiple_of == other.multiple_of:
            return Number(
                one.integer and other.integer,
                _least(one.minimum, other.minimum),
                _most(one.maximum, other.maximum),
                one.multiple_of,
            )
        case Array(), Array() if one.unique == other.unique:
            items = _wider(one.items, other.items, numbers=numbers)
            return items and Array(
                items,
                _least(one.min_items, other.min_items),
                _most(one.max_items, other.max_items),
                one.unique,
            )
        case _:
            return one if one == other else None


_T = TypeVar("_T", int, float)


def _least(one: _T | None, other: _T | None) -> _T | None:
    return None if one is None or other is None else min(one, other)


def _most(one: _T | None, other: _T | None) -> _T | None:
    return None if one is None or other is None else max(one, other)
