"""Renders the package `ocpp_messages`, or another package for another edition.

`version` renders each version, and `family` each family. The modules that all versions
share are ordinary code in `codegen/runtime`, which is copied. The result depends only
on the published files, the data in `schemas/` and this code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..data import DATA, OUTPUT, PACKAGE, Data
from ..errors import Collector, SourceError
from ..families import mapping
from ..families.matching import unify
from ..families.unified import Unified
from ..reading import documents, meanings, naming, specification
from ..reading.specification import Specification, Version
from . import family, trial, version
from .files import copied, formatted, write
from .jinja import template

__all__ = ["OURS", "Contents", "Edition", "generate", "proven", "read", "render"]


@dataclass(frozen=True)
class Edition:
    """The edition to generate.

    Attributes:
        data: The data that it is generated from.
        package: The name of the package for import. A package other than
            `ocpp_messages` contains only the versions, and uses the shared modules of
            `ocpp_messages`.
        versions: The versions of OCPP to generate; empty for all versions in the data.
    """

    data: Data = DATA
    package: str = PACKAGE
    versions: Sequence[str] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it has the same content as `ocpp_messages`."""
        return self.package == PACKAGE and not self.versions


OURS: Final = Edition()


def generate(output: Path = OUTPUT, edition: Edition = OURS) -> None:
    """Writes the package, and removes modules that are no longer part of it.

    Args:
        output: The folder that contains the package.
        edition: The edition to write.

    Raises:
        CodegenError: The schemas or the data have a fault, the result cannot be
            imported, files that were not generated are in the place of the package, or
            the package cannot be written.
    """
    write(output, edition.package, proven(edition))


def proven(edition: Edition = OURS) -> dict[str, bytes]:
    """Renders the package, imports it, and builds every validator.

    Raises:
        CodegenError: As for `generate`.
    """
    rendered = _rendered(edition)
    package = edition.package
    trial.prove(
        package,
        rendered.files,
        {f"{package}.{one.version.package}": one for one in rendered.versions},
        [f"{package}.{folder}" for folder in rendered.families],
    )
    return rendered.files


def render(edition: Edition = OURS) -> dict[str, bytes]:
    """Returns every file of the package by its path below `generated/`.

    Raises:
        CodegenError: The schemas or the data have a fault.
    """
    return _rendered(edition).files


@dataclass(frozen=True)
class Contents:
    """The types and procedures of an edition.

    Attributes:
        versions: Each version by its name, the oldest first.
        families: The families of the edition.
        names: The rule of names, which records the exceptions that were needed.
    """

    versions: Mapping[str, Specification]
    families: Sequence[Unified]
    names: naming.Names


def read(edition: Edition = OURS) -> Contents:
    """Reads the schemas and the data of an edition.

    Raises:
        CodegenError: The schemas or the data have a fault.
    """
    data = edition.data
    names = naming.load(data.names)
    procedures = specification.load_procedures(data.procedures)
    versions = _chosen(specification.load_versions(data.versions), edition.versions)
    shared = copied() if edition.package == PACKAGE else ()
    _check_places([path.removesuffix(".py") for path, _ in shared], versions)
    # A family belongs to the package that has all of its versions.
    mappings = mapping.load(data.folder) if edition.is_whole else ()
    found = Collector()
    known = meanings.load(data)
    built: dict[str, Specification] = {}
    for each in versions:
        with found.catching():
            exact = specification.build(
                each,
                documents.load(each.name, data),
                procedures.get(each.name, {}),
                names,
            )
            built[each.name] = known.added(exact)
    found.check()
    families: list[Unified] = []
    for mapped in mappings:
        with found.catching():
            families.append(unify(mapped, built, names))
    found.check()
    return Contents(built, families, names)


@dataclass(frozen=True)
class _Rendered:
    """The files of a package, with its versions and the folders of its families."""

    files: dict[str, bytes]
    versions: Sequence[Specification]
    families: Sequence[str]


def _rendered(edition: Edition) -> _Rendered:
    package = edition.package
    naming.check_package(package, allowed=PACKAGE)
    contents = read(edition)
    built, names = tuple(contents.versions.values()), contents.names
    files = dict(copied() if package == PACKAGE else [("py.typed", "")])
    of_versions = {
        name: each.mapped.package
        for each in contents.families
        for name in each.mapped.versions
    }
    kind = "__init__" if package == PACKAGE else "beside"
    files["__init__.py"] = template(
        f"package/{kind}.py",
        versions=[entry.version for entry in built],
        families=of_versions,
    )
    for entry in built:
        own = entry.version.package
        for module, text in version.modules(entry, f"{package}.{own}"):
            files[f"{own}/{module}.py"] = text
    found = Collector()
    for unified in contents.families:
        with found.catching():
            for module, text in family.modules(unified, names):
                files[f"{unified.mapped.package}/{module}.py"] = text
    found.check()
    # Only if all versions are generated, because each needs only some exceptions.
    if not edition.versions:
        names.check_exceptions()
    families = [unified.mapped.package for unified in contents.families]
    return _Rendered(formatted(package, files), built, families)


def _check_places(shared: Sequence[str], versions: Sequence[Version]) -> None:
    """Checks that no version has the place of another, or of a shared module."""
    places = [*shared, *(version.package for version in versions)]
    try:
        specification.check_distinct(places, "module ")
    except naming.NamingError as error:
        raise naming.NamingError(f"versions.toml: package: {error}") from None


def _chosen(versions: Sequence[Version], names: Sequence[str]) -> Sequence[Version]:
    known = {each.name: each for each in versions}
    for name in names:
        if name not in known:
            raise SourceError(
                f"unknown OCPP version {name!r}: there are {', '.join(known)}; "
                f'versions.toml has no table ["{name}"]'
            )
    return [known[name] for name in known if not names or name in names]
