"""Errata: repairs of known faults in the published schema files.

`schemas/errata.toml` lists, per version, the place of each fault (a document and a
JSON pointer into it), the published value, and the correct one. An erratum that finds
another value is an error. Either the publisher has mended the fault, and you have to
remove the erratum, or the publication has changed, and you have to examine the place.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeGuard, cast

from ..data import DATA
from ..errors import ErratumError
from . import tables

__all__ = ["Errata", "Erratum", "load"]


class _Absent:
    """The value of a place without a value; None is the null of JSON."""

    def __repr__(self) -> str:
        return "nothing"


_ABSENT: Final = _Absent()


@dataclass(frozen=True)
class Erratum:
    """One repair of one fault.

    Attributes:
        document: The message whose file has the fault, for example
            `BootNotificationRequest`.
        at: A JSON pointer (RFC 6901) to the faulty place.
        reason: The reason, for a person.
        fault: The published value; absent if the publication has no value there.
        repair: The correct value; absent if there should be none.
        rename: Instead of a repair, the new names of definitions of the document,
            which also change in every reference.
    """

    document: str
    at: str
    reason: str
    fault: Any = _ABSENT
    repair: Any = _ABSENT
    rename: Mapping[str, str] = field(default_factory=dict[str, str])

    def apply(self, document: Any) -> Any:
        """Returns a repaired copy of a parsed document.

        Raises:
            ErratumError: The fault is not at its place.
        """
        # No way leads through an array: its members are found by position only, and an
        # edition that inserts one would let the erratum repair its neighbour.
        repaired: dict[str, Any] = copy.deepcopy(document)
        *way, last = (
            part.replace("~1", "/").replace("~0", "~")
            for part in self.at.removeprefix("/").split("/")
        )
        holder: Any = repaired
        for part in way:
            holder = _member(holder, part)
        found = _member(holder, last)
        # Exactly what was seen when the erratum was written. To overwrite whatever is
        # there would undo a later, and perhaps better, repair by the publisher.
        if not _is_object(holder) or found != self.fault:
            raise ErratumError(
                f"errata.toml: {self.document}{self.at} should have the fault "
                f"{self.fault!r} but has {found!r}; the publisher may have mended it"
            )
        if self.rename:
            return _renamed(repaired, self.rename)
        if isinstance(self.repair, _Absent):
            holder.pop(last, None)
        else:
            holder[last] = copy.deepcopy(self.repair)
        return repaired


@dataclass(frozen=True)
class Errata:
    """The errata of one version."""

    entries: tuple[Erratum, ...]

    def apply(self, documents: Mapping[str, Any]) -> dict[str, Any]:
        """Returns the documents with every fault repaired.

        Args:
            documents: Parsed schema files by the name of their message.

        Raises:
            ErratumError: Faults are not at their place, or their documents are missing;
                all of them are named.
        """
        repaired = dict(documents)
        wrong: list[str] = []
        for entry in self.entries:
            if entry.document not in repaired:
                wrong.append(f"errata.toml: there is no file of {entry.document}")
                continue
            try:
                repaired[entry.document] = entry.apply(repaired[entry.document])
            except ErratumError as error:
                wrong.append(str(error))
        if wrong:
            raise ErratumError("\n".join(wrong))
        return repaired


def load(version: str, path: Path = DATA.errata) -> Errata:
    """Reads the errata of a version such as "2.0"; a version may have none."""
    entries = tables.read(path).get(version, ())
    return Errata(
        tuple(tables.fill(Erratum, entry, path, version) for entry in entries)
    )


def _is_object(node: Any) -> TypeGuard[dict[str, Any]]:
    return isinstance(node, dict)


def _member(holder: Any, part: str) -> Any:
    return holder.get(part, _ABSENT) if _is_object(holder) else _ABSENT


def _renamed(node: Any, names: Mapping[str, str]) -> Any:
    """Returns a document whose definitions, and references to them, are renamed."""
    definitions = node.get("definitions", {})
    for old, new in names.items():
        if old not in definitions or new in definitions:
            raise ErratumError(f"errata.toml: cannot rename {old} to {new}")
    references = {f"#/definitions/{old}": new for old, new in names.items()}

    def visit(node: Any) -> Any:
        if isinstance(node, list):
            return [visit(item) for item in cast(list[object], node)]
        if _is_object(node):
            return {key: visit(value) for key, value in node.items()}
        # Any such text, not only that of a `$ref`: nothing else looks like one.
        if isinstance(node, str) and node in references:
            return f"#/definitions/{references[node]}"
        return node

    renamed = visit(node)
    renamed["definitions"] = {
        names.get(name, name): body for name, body in renamed["definitions"].items()
    }
    return renamed
