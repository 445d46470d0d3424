"""Names in Python, by one rule and the exceptions of `schemas/names.toml`.

The rule cuts a name into words: before a capital that follows a small letter (`idTag`),
before a capital that starts a word (`EVSEId`, `Mode3Error`), and at every sign that is
neither letter nor digit (`Energy.Active`). It puts `Iso` before a leading digit
(`15118SchemaVersion`). Fields and methods have the words in small letters, and enum
members in capitals. Types keep the names of the specification.
"""

from __future__ import annotations

import keyword
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ..data import DATA
from ..errors import CodegenError, Collector, FaultKind
from . import tables

__all__ = ["Names", "NamingError", "check_package", "is_module", "load", "type_name"]

_CUT: Final = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][a-z])|[^A-Za-z0-9]+"
)


class NamingError(CodegenError):
    """A name collides, is no Python name, is missing, or is given for nothing."""

    kind = FaultKind.NAMES


@dataclass(frozen=True)
class Names:
    """The contents of `names.toml`, and which of its entries were needed.

    Attributes:
        exceptions: Words joined by `_`, by the name that the rule would cut wrongly.
        shapes: Per version, the names of anonymous shapes by `Owner.field` or `field`.
        aliases: Per version, further names of a field on the wire by `Owner.field`.
        needed: The entries that were used so far. The tables do not change, but each
            look-up is noted here, because an entry that outlived its purpose would
            give its name to the next thing that happens to be spelled alike.
    """

    exceptions: Mapping[str, str] = field(default_factory=dict[str, str])
    shapes: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]]
    )
    aliases: Mapping[str, Mapping[str, Sequence[str]]] = field(
        default_factory=dict[str, Mapping[str, Sequence[str]]]
    )
    needed: set[str] = field(default_factory=set[str])

    def place(self, table: str, version: str = "") -> str:
        """Returns where a table, or that of a version, stands, for a person."""
        return f"names.toml: [{table}" + (f'."{version}"]' if version else "]")

    def another_name(self, name: str, example: str = "another_name") -> str:
        """Returns how a field, an action or a value gets another name in Python."""
        return f'in {self.place("exceptions")}, add: "{name}" = "{example}"'

    def snake(self, name: str) -> str:
        """Returns the name of a field or a method.

        Raises:
            NamingError: The name is not an identifier, or is a keyword of Python.
        """
        return self._usable(name, self._words(name))

    def member(self, value: str) -> str:
        """Returns the name of an enum member.

        Raises:
            NamingError: The name is not an identifier.
        """
        return self._usable(value, self._words(value).upper())

    def _usable(self, name: str, result: str) -> str:
        if not result.isidentifier() or keyword.iskeyword(result):
            raise NamingError(
                f"{name!r} gives {result!r}, which Python cannot use",
                remedy=self.another_name(name),
            )
        return result

    def _words(self, name: str) -> str:
        words = _rule(name)
        exception = self.exceptions.get(name)
        if exception is None:
            return words
        # The rule may have been bettered since, and now gives the same.
        if exception == words:
            raise NamingError(
                f"names.toml: the exception {name} is not needed: "
                f"the rule gives {words!r}, too",
                kind=FaultKind.UNNEEDED,
            )
        self.needed.add(name)
        return exception

    def shape(
        self,
        version: str,
        owner: str,
        wire: str,
        what: str = "",
        example: str = "AnotherName",
    ) -> str:
        """Returns the name of an anonymous shape.

        Args:
            version: The version of OCPP.
            owner: The message or type that has the field.
            wire: The name of the field on the wire.
            what: The content of the shape, for a person.
            example: A possible name, for the error.

        Raises:
            NamingError: The table has no name for the shape.
        """
        table = self.shapes.get(version, {})
        for key in (f"{owner}.{wire}", wire):
            if key in table:
                self.needed.add(f"{version} {key}")
                return table[key]
        place = self.place("shapes", version)
        raise NamingError(
            f"{place} has no name for the anonymous shape {owner}.{wire}"
            + (f" ({what})" if what else ""),
            remedy=f'in {place}, add: "{owner}.{wire}" = "{example}"',
            kind=FaultKind.SHAPES,
        )

    def read_also(self, version: str, owner: str, wire: str) -> tuple[str, ...]:
        """Returns further names under which a field is read."""
        key = f"{owner}.{wire}"
        aliases = self.aliases.get(version, {}).get(key)
        if aliases is None:
            return ()
        self.needed.add(f"{version} {key}")
        return tuple(aliases)

    def check_version(self, version: str) -> None:
        """Checks that every entry of a version was needed.

        Raises:
            NamingError: An entry was not needed; one error has all of them.
        """
        found = Collector()
        for kind, table in (("shapes", self.shapes), ("aliases", self.aliases)):
            for key in table.get(version, {}):
                if f"{version} {key}" not in self.needed:
                    found.add(_unneeded(f"{self.place(kind, version)} {key}"))
        found.check()

    def check_exceptions(self) -> None:
        """Checks that every exception was needed by some version.

        Raises:
            NamingError: An entry was not needed; one error has all of them.
        """
        # After all versions, since most exceptions are needed by one or two of them.
        found = Collector()
        for name in self.exceptions:
            if name not in self.needed:
                found.add(_unneeded(f"names.toml: the exception {name}"))
        found.check()


def _unneeded(entry: str) -> NamingError:
    return NamingError(
        f"{entry} is not needed", remedy="remove it", kind=FaultKind.UNNEEDED
    )


def load(path: Path = DATA.names) -> Names:
    """Reads `names.toml`."""
    return tables.fill(Names, tables.read(path), path, "top level")


def check_package(name: str, *, allowed: str | None = None) -> None:
    """Checks that a package may have a name, which may contain dots.

    Args:
        name: The name for import.
        allowed: A name that is taken, but may be used.

    Raises:
        NamingError: The name is not valid, or is taken.
    """
    parts = name.split(".")
    if not all(map(is_module, parts)):
        raise NamingError(f"{name!r} is not a valid package name")
    if parts[0] in _TAKEN and name != allowed:
        raise NamingError(f"a package {name!r} would hide {parts[0]!r}")


def is_module(part: str) -> bool:
    """Whether a folder of this name is a package that can be imported."""
    # `__init__` and `__main__` are files of a package, `__pycache__` is Python's own.
    usable = part.isidentifier() and not keyword.iskeyword(part)
    return usable and not part.startswith("__")


# What generated packages are imported beside.
_TAKEN: Final = frozenset(
    {
        *sys.stdlib_module_names,
        "__main__",
        "annotated_types",
        "codegen",
        "ocpp_codegen",
        "ocpp_messages",
        "ocpp_rpc",
        "pydantic",
        "pydantic_core",
        "typing_extensions",
        "typing_inspection",
        "websockets",
    }
)


def type_name(name: str) -> str:
    """Returns the name of a class for a type of the specification.

    Raises:
        NamingError: The name cannot become that of a class.
    """
    result = _not_digit_first(name)
    if not _CLASS.fullmatch(result) or keyword.iskeyword(result):
        raise NamingError(
            f"{name!r} is not a valid class name, such as AbcType",
            remedy="rename it with an erratum, or in the table that names it",
        )
    return result


_CLASS: Final = re.compile("[A-Z][A-Za-z0-9]*")


def _rule(name: str) -> str:
    return _CUT.sub("_", _not_digit_first(name)).strip("_").lower()


def _not_digit_first(name: str) -> str:
    return f"Iso{name}" if name[:1].isdigit() else name
