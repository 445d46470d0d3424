"""The errors of the generator.

Each names the file and the place, and says what is wrong there::

    CodegenError
    ├── SourceError         a version, file, folder or archive is not what it should be
    │   └── HashMismatch    an archive or a file is not the pinned one
    ├── DownloadError       an archive could not be downloaded
    ├── PublicationError    the schema files have faults
    ├── ErratumError        an erratum that does not meet the fault it repairs
    └── Faults              several of these and others

What a user has to mend in schemas and tables is collected, and raised at once, so that
one run tells all of it.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

__all__ = [
    "CodegenError",
    "Collector",
    "DownloadError",
    "ErratumError",
    "Fault",
    "FaultKind",
    "Faults",
    "HashMismatch",
    "PublicationError",
    "SourceError",
    "grouped",
]


class FaultKind(StrEnum):
    """What a fault is about, in the order in which faults are told."""

    FILES = "schema files"
    ERRATA = "errata that do not fit"
    TABLES = "entries of tables that are not understood"
    SHAPES = "objects and enumerations without a name"
    NAMES = "names that cannot be"
    TYPES = "types of one name that differ"
    PROCEDURES = "actions and who may send them"
    UNNEEDED = "entries of tables that nothing needs"
    MAPPINGS = "mappings that do not fit their versions"
    OTHER = "other faults"


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        kind: What it is about.
        text: What is wrong, and where.
        remedy: What to do about it, if that can be said.
    """

    kind: FaultKind
    text: str
    remedy: str = ""


class CodegenError(Exception):
    """The base of every error that the generator reports to its user.

    Attributes:
        kind: What it is about.
        remedy: What the user can do about it, if that can be said.
    """

    kind = FaultKind.OTHER
    remedy = ""

    def __init__(
        self, *arguments: object, remedy: str = "", kind: FaultKind | None = None
    ) -> None:
        super().__init__(*arguments)
        self.remedy = remedy or self.remedy
        self.kind = kind or self.kind

    def told(self) -> Sequence[Fault]:
        """Returns what is wrong, each thing by itself."""
        return (Fault(self.kind, str(self), self.remedy),)


class SourceError(CodegenError):
    """A version, file, folder or archive is not what it should be."""


class HashMismatch(SourceError):
    """An archive or a file does not have the pinned sha256."""


class DownloadError(CodegenError):
    """An archive could not be downloaded."""


class PublicationError(CodegenError):
    """The schema files have faults.

    Attributes:
        faults: One line per fault, with file and place.
    """

    kind = FaultKind.FILES

    def __init__(self, origin: str, faults: Iterable[str]) -> None:
        self.origin = origin
        self.faults = tuple(faults)
        super().__init__(self.origin, self.faults)

    def __str__(self) -> str:
        return "\n".join(f"{self.origin}: {fault}" for fault in self.faults)

    def told(self) -> Sequence[Fault]:
        """Returns what is wrong, each thing by itself."""
        return [Fault(self.kind, line) for line in str(self).splitlines()]


class ErratumError(CodegenError):
    """An erratum does not meet the fault it is written for."""

    kind = FaultKind.ERRATA
    remedy = "adapt it, or remove it from errata.toml"

    def told(self) -> Sequence[Fault]:
        """Returns what is wrong, each thing by itself."""
        lines = str(self).splitlines()
        return [Fault(self.kind, line, self.remedy) for line in lines]


class Faults(CodegenError):
    """Several things are wrong."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self._faults = tuple(faults)
        super().__init__(self._faults)

    def __str__(self) -> str:
        count = len(self._faults)
        return "\n".join((f"there are {count} faults", *grouped(self._faults)))

    def told(self) -> Sequence[Fault]:
        """Returns what is wrong, each thing by itself."""
        return self._faults


class Collector:
    """Collects errors, so that all of them are told and not only the first."""

    def __init__(self) -> None:
        self._errors: dict[tuple[Fault, ...], CodegenError] = {}

    def add(self, error: CodegenError) -> None:
        """Adds an error, unless the same has been added."""
        self._errors.setdefault(tuple(error.told()), error)

    @contextmanager
    def catching(self) -> Generator[None]:
        """Adds what is raised inside, which ends there."""
        try:
            yield
        except CodegenError as error:
            self.add(error)

    def taken(self) -> Sequence[CodegenError]:
        """Returns the errors, and forgets them."""
        errors = [*self._errors.values()]
        self._errors.clear()
        return errors

    def has(self, *kinds: FaultKind) -> bool:
        """Whether there are faults of some kinds, or of any if none is named."""
        found = {fault.kind for faults in self._errors for fault in faults}
        return bool(found & {*kinds} if kinds else found)

    def check(self) -> None:
        """Checks that there are no errors.

        Raises:
            CodegenError: There is one; or `Faults`, if there are several.
        """
        errors = [*self._errors.values()]
        if len(errors) == 1:
            raise errors[0]
        if errors:
            told = (fault for error in errors for fault in error.told())
            raise Faults(dict.fromkeys(told))


# As many faults of one kind are told; with more, their number.
_TOLD: Final = 25


def grouped(faults: Iterable[Fault]) -> Iterator[str]:
    """Returns the lines that tell faults, by kind, each with its remedy below."""
    faults = tuple(faults)
    for kind in FaultKind:
        found = [fault for fault in faults if fault.kind is kind]
        if not found:
            continue
        remedies = {fault.remedy for fault in found}
        shared = remedies.pop() if len(remedies) == 1 else ""
        yield f"{kind} ({len(found)})" + (f": {shared}" if shared else "")
        for fault in found[:_TOLD]:
            yield f"  {fault.text}"
            if fault.remedy and not shared:
                yield f"    {fault.remedy}"
        if len(found) > _TOLD:
            yield f"  and {len(found) - _TOLD} more"
