"""Command line, registry and schemas of the tests of the generator."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from codegen import cli
from codegen.data import Data
from codegen.families import mapping
from codegen.families.matching import unify
from codegen.families.unified import Unified
from codegen.reading import documents, naming, specification
from codegen.reading.naming import Names
from codegen.reading.specification import Specification
from tests.codegen.sample_publications import HEARTBEAT, RESET, tiny_schemas, wheel

__all__ = [
    "Outcome",
    "Run",
    "Tiny",
    "built",
    "names",
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


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `python -m codegen` in this process; anything but an exit fails the test."""

    def run(*arguments: object) -> Outcome:
        with pytest.raises(SystemExit) as caught:
            cli.main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Outcome(caught.value.code, out, err)

    return run


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder that pip takes packages from."""
    folder = tmp_path / "registry"
    folder.mkdir()
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


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
    (mapped,) = mapping.load()
    return unify(mapped, built, names)
