"""Command line, registry and schemas of the tests of the generator."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

import pytest

from codegen import cli
from codegen.data import DATA, Data
from codegen.families import mapping
from codegen.families.matching import unify
from codegen.families.unified import Unified
from codegen.publications import fetch as fetching
from codegen.reading import documents, naming, specification
from codegen.reading.naming import Names
from codegen.reading.shapes import Document
from codegen.reading.sources import Registry
from codegen.reading.specification import Specification
from tests.codegen.sample_publications import HEARTBEAT, RESET, tiny_schemas, wheel

__all__ = [
    "Outcome",
    "Run",
    "Tiny",
    "built",
    "names",
    "pip",
    "read_once",
    "registry",
    "run",
    "tiny",
    "unified_v1x",
]


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: object
    out: str
    err: str


Run: TypeAlias = Callable[..., Outcome]


@pytest.fixture(scope="session")
def run() -> Run:
    """Runs `python -m codegen` in this process; anything but an exit fails the test."""

    def run(*arguments: object) -> Outcome:
        out, err = io.StringIO(), io.StringIO()
        with (
            redirect_stdout(out),
            redirect_stderr(err),
            pytest.raises(SystemExit) as caught,
        ):
            cli.main([str(argument) for argument in arguments])
        return Outcome(caught.value.code, out.getvalue(), err.getvalue())

    return run


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Our own versions are read once: to check 500 files takes seconds each time."""
    read = documents.load
    ours = cache(read)

    def load(
        version: str, data: Data = DATA, unread: list[str] | None = None
    ) -> tuple[Document, ...]:
        return ours(version) if data == DATA else read(version, data, unread)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(documents, "load", load)
        yield


COMMANDS: Final[dict[Registry, Callable[..., Sequence[str]]]] = vars(fetching)[
    "_COMMANDS"
]
PIP: Final = COMMANDS[Registry.PYPI]


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that packages come from; without pip, which takes a second to start."""
    folder = tmp_path / "registry"
    folder.mkdir()

    def copy(_: str, target: Path) -> Sequence[str]:
        return ("cp", "-R", f"{folder}/.", str(target))

    monkeypatch.setitem(COMMANDS, Registry.PYPI, copy)
    return folder


@pytest.fixture
def pip(registry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages come from the folder by pip, which knows no other registry."""
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(registry))
    monkeypatch.setitem(COMMANDS, Registry.PYPI, PIP)


@dataclass(frozen=True)
class Tiny:
    """Two tiny versions, pinned and published.

    Attributes:
        schemas: The folder like `schemas/`.
        archive: The wheel that has them.
    """

    schemas: Path
    archive: Path

    def fetched(self, version: str) -> dict[str, bytes]:
        """The files of a version that are in place."""
        folder = self.schemas / "oca" / version
        return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def tiny(registry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tiny:
    """Versions 2.0.1 and 2.1 with an action or two each."""
    versions = {"2.0.1": HEARTBEAT, "2.1": {**HEARTBEAT, **RESET}}
    published = {
        f"tiny/{version}/{name}": schema
        for version, schemas in versions.items()
        for name, schema in schemas.items()
    }
    archive = wheel(registry, published)
    schemas = tiny_schemas(tmp_path / "schemas", archive.read_bytes(), versions)
    monkeypatch.setattr(cli, "DATA", Data(schemas, schemas / "oca"))
    return Tiny(schemas, archive)


@pytest.fixture(scope="session")
def names() -> Names:
    return naming.load()


@pytest.fixture(scope="session")
def built(oca: Path, names: Names) -> Mapping[str, Specification]:
    """The versions that the mapping of v1x is about."""
    assert oca.is_dir()
    procedures = specification.load_procedures()
    return {
        version.name: specification.build(
            version, documents.load(version.name), procedures[version.name], names
        )
        for version in specification.load_versions()[:2]
    }


@pytest.fixture(scope="session")
def unified_v1x(built: Mapping[str, Specification], names: Names) -> Unified:
    """The mapping of v1x, together with its versions."""
    return unify(mapping.read(DATA.folder / "v1x.toml"), built, names)
