"""The errors of the generator.

Each names the file and the place, and says what is wrong there::

    CodegenError
    ├── SourceError         a version, file, folder or archive is not what it should be
    │   └── HashMismatch    an archive or a file is not the pinned one
    ├── DownloadError       an archive could not be downloaded
    ├── PublicationError    the schema files have faults
    └── ErratumError        an erratum that does not meet the fault it repairs
"""

from collections.abc import Iterable

__all__ = [
    "CodegenError",
    "DownloadError",
    "ErratumError",
    "HashMismatch",
    "PublicationError",
    "SourceError",
]


class CodegenError(Exception):
    """The base of every error that the generator reports to its user."""


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

    def __init__(self, origin: str, faults: Iterable[str]) -> None:
        self.origin = origin
        self.faults = tuple(faults)
        super().__init__(self.origin, self.faults)

    def __str__(self) -> str:
        return "\n".join(f"{self.origin}: {fault}" for fault in self.faults)


class ErratumError(CodegenError):
    """An erratum does not meet the fault it is written for."""
