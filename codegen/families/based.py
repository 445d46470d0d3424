"""Completes a mapping from its base, for everything in which the versions agree.

A family with similar versions has a base, the version whose types it uses. The mapping
then contains only the differences. This module adds the rest, before anything is looked
up: each type, field and value that all versions with the type have, and the whole type
if only the base has it. A field or value that one of the versions lacks is not added,
so that it stops the generator unless the mapping has an entry for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from ..reading.specification import EnumType, ObjectType, Specification, messages_of
from .mapping import ActionEntry, Base, EnumEntry, Fields, Mapped, TypeEntry

__all__ = ["filled"]


def filled(mapped: Mapped, versions: Mapping[str, Specification]) -> Mapped:
    """Returns a mapping with the entries that its base adds.

    Args:
        mapped: The mapping; without a base, it is returned unchanged.
        versions: The versions of the mapping, by name.
    """
    if mapped.base is None or mapped.base.version not in versions:
        return mapped
    return _Filling(mapped, mapped.base, versions).done()


class _Filling:
    """Adds the entries of a base to a mapping."""

    def __init__(
        self, mapped: Mapped, base: Base, versions: Mapping[str, Specification]
    ) -> None:
        self._mapped = mapped
        self._base = base
        self._newest = versions[base.version]
        self._enumerations = _by_name(each.enumerations for each in versions.values())
        self._objects = _by_name(
            (*each.datatypes, *each.messages) for each in versions.values()
        )

    def done(self) -> Mapped:
        """Returns the complete mapping."""
        return self._mapped.model_copy(
            update={
                "enumerations": dict(self._all_enumerations()),
                "types": dict(self._all_types()),
                "actions": dict(self._all_actions()),
            }
        )

    def _all_enumerations(self) -> Iterator[tuple[str, EnumEntry]]:
        said = self._mapped.enumerations
        names = [entry.name for entry in self._newest.enumerations]
        for name in dict.fromkeys((*names, *said)):
            entry = said.get(name, EnumEntry(clause=self._base.enumerations))
            shared = _shared(
                [member.value for member in each.members]
                for each in self._enumerations[name]
            )
            yield name, entry.model_copy(update={"same": [*entry.same, *shared]})

    def _all_types(self) -> Iterator[tuple[str, TypeEntry]]:
        said = self._mapped.types
        names = [entry.name for entry in self._newest.datatypes]
        for name in dict.fromkeys((*names, *said)):
            entry = said.get(name, TypeEntry(clause=self._base.types))
            yield name, entry.model_copy(update={"same": self._same(name, entry)})

    def _all_actions(self) -> Iterator[tuple[str, ActionEntry]]:
        said = self._mapped.actions
        only = {action for actions in self._base.only.values() for action in actions}
        for procedure in self._newest.procedures:
            action = procedure.action
            request, *response = messages_of(procedure.kind, action)
            shared = len(self._objects[request]) > 1
            if action not in said and action not in only and not shared:
                continue
            entry = said.get(action, ActionEntry(clause=procedure.clause))
            sides = {"request": self._fields(request, entry.request)}
            for name in response:
                sides["response"] = self._fields(name, entry.response)
            yield action, entry.model_copy(update=sides)

    def _fields(self, name: str, entry: Fields) -> Fields:
        return entry.model_copy(update={"same": self._same(name, entry)})

    def _same(self, name: str, entry: Fields) -> Sequence[str]:
        """Returns the fields without an entry that are the same in all versions."""
        fields = entry.fields.values()
        said = {field.at for field in fields if isinstance(field.at, str)}
        shared = _shared(
            [field.wire for field in each.fields] for each in self._objects[name]
        )
        return [*entry.same, *(wire for wire in shared if wire not in said)]


_TypeT = TypeVar("_TypeT", EnumType, ObjectType)


def _by_name(
    versions: Iterable[Iterable[_TypeT]],
) -> Mapping[str, Sequence[_TypeT]]:
    """Returns the type with a name in each version that has it."""
    found: defaultdict[str, list[_TypeT]] = defaultdict(list)
    for types in versions:
        for entry in types:
            found[entry.name].append(entry)
    return found


def _shared(lists: Iterable[Sequence[str]]) -> Sequence[str]:
    """Returns the common items of some lists, in the order of the last."""
    found = [*lists]
    return [name for name in found[-1] if all(name in other for other in found)]
