"""Pinned files are brought, verified and put in place, or nothing is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from codegen.errors import DownloadError, HashMismatch, PublicationError, SourceError
from codegen.publications import fetch as fetching
from codegen.publications.fetch import (
    Deviation,
    deviation,
    fetch,
    fetch_bundles,
    install,
)
from codegen.reading import sources
from codegen.reading.sources import Archive, Registry, Source
from tests.codegen.conftest import Tiny
from tests.codegen.sample_publications import (
    HEARTBEAT,
    RESET,
    content,
    message,
    tarred,
    tiny_schemas,
    wheel,
)

BOTH = content({**HEARTBEAT, **RESET})


def bring(schemas: Path, *versions: str, replace: bool = False) -> dict[str, bool]:
    known = sources.load(schemas / "sources.toml")
    wanted = [known.version(version) for version in versions]
    fetched = fetch(wanted, schemas / "oca", replace=replace)
    return {source.name: brought for source, brought in fetched}


@pytest.mark.usefixtures("pip")
def test_files_are_brought_through_pip(tiny: Tiny) -> None:
    assert bring(tiny.schemas, "2.0.1", "2.1") == {"2.0.1": True, "2.1": True}
    assert tiny.fetched("2.0.1") == content(HEARTBEAT)
    assert tiny.fetched("2.1") == BOTH


def test_an_archive_is_downloaded_once(
    tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[object] = []
    real = subprocess.run

    def counting(command: list[str], **options: object) -> object:
        commands.append(command)
        return real(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", counting)
    bring(tiny.schemas, "2.0.1", "2.1")
    assert len(commands) == 1


@pytest.mark.usefixtures("pip")
def test_a_package_is_downloaded_as_it_is(
    tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without what it needs, and without running its build."""
    commands: list[list[str]] = []
    real = subprocess.run

    def noting(command: list[str], **options: object) -> object:
        commands.append(command)
        return real(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", noting)
    bring(tiny.schemas, "2.1")
    (command,) = commands
    assert "--no-deps" in command
    assert command[command.index("--only-binary") + 1] == ":all:"


def test_files_that_are_there_are_not_downloaded_again(tiny: Tiny) -> None:
    bring(tiny.schemas, "2.1")
    tiny.archive.unlink()
    assert bring(tiny.schemas, "2.1") == {"2.1": False}


def remove(folder: Path) -> None:
    (folder / "ResetRequest.json").unlink()


def change(folder: Path) -> None:
    (folder / "ResetRequest.json").write_bytes(b"{}")


def add(folder: Path) -> None:
    (folder / "XRequest.json").write_bytes(b"{}")


def test_missing_files_are_brought(tiny: Tiny) -> None:
    bring(tiny.schemas, "2.1")
    remove(tiny.schemas / "oca" / "2.1")
    assert bring(tiny.schemas, "2.1") == {"2.1": True}
    assert tiny.fetched("2.1") == BOTH


@pytest.mark.parametrize("spoil", [change, add])
def test_files_of_another_edition_are_replaced_if_told(
    spoil: Callable[[Path], None], tiny: Tiny
) -> None:
    bring(tiny.schemas, "2.1")
    spoil(tiny.schemas / "oca" / "2.1")
    theirs = tiny.fetched("2.1")
    with pytest.raises(SourceError, match=r"is not of the pinned edition of OCPP 2\.1"):
        bring(tiny.schemas, "2.1")
    assert tiny.fetched("2.1") == theirs
    assert bring(tiny.schemas, "2.1", replace=True) == {"2.1": True}
    assert tiny.fetched("2.1") == BOTH


def test_nothing_else_is_left_behind(tiny: Tiny) -> None:
    bring(tiny.schemas, "2.1")
    assert [path.name for path in (tiny.schemas / "oca").iterdir()] == ["2.1"]


def test_archive_with_another_hash(tiny: Tiny, registry: Path) -> None:
    wheel(registry, {"tiny/2.1/XRequest.json": message()})
    with pytest.raises(
        HashMismatch,
        match=r"^tiny==1.0: tiny-1.0-py3-none-any.whl has the sha256 \w{64}, "
        r"pinned is \w{64}$",
    ):
        bring(tiny.schemas, "2.1")
    assert not (tiny.schemas / "oca").exists()


def test_files_with_another_hash(registry: Path, tmp_path: Path) -> None:
    published = {**HEARTBEAT, "HeartbeatRequest.json": message({"a": {}})}
    extra = {**published, "XRequest.json": message()}
    archive = wheel(registry, {f"tiny/2.1/{name}": s for name, s in extra.items()})
    schemas = tiny_schemas(
        tmp_path / "schemas", archive.read_bytes(), {"2.1": {**HEARTBEAT, **RESET}}
    )
    with pytest.raises(HashMismatch) as caught:
        bring(schemas, "2.1")
    assert str(caught.value) == (
        "tiny==1.0: not the pinned files in tiny/2.1: HeartbeatRequest.json, "
        "ResetRequest.json, ResetResponse.json, XRequest.json"
    )


def test_archive_without_the_folder(registry: Path, tmp_path: Path) -> None:
    archive = wheel(registry, {"other/2.1/XRequest.json": message()})
    schemas = tiny_schemas(
        tmp_path / "schemas", archive.read_bytes(), {"2.1": HEARTBEAT}
    )
    with pytest.raises(SourceError, match=r"has no JSON files in tiny/2.1"):
        bring(schemas, "2.1")


def test_pinned_files_with_faults_are_not_put_in_place(
    registry: Path, tmp_path: Path
) -> None:
    faulty = {**HEARTBEAT, "HeartbeatRequest.json": message(draft="draft-07")}
    archive = wheel(registry, {f"tiny/2.1/{name}": s for name, s in faulty.items()})
    schemas = tiny_schemas(tmp_path / "schemas", archive.read_bytes(), {"2.1": faulty})
    with pytest.raises(PublicationError, match=r"^tiny==1.0: HeartbeatRequest.json: "):
        bring(schemas, "2.1")
    assert not (schemas / "oca").exists()


@pytest.mark.usefixtures("pip")
def test_no_network(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "0")
    with pytest.raises(DownloadError) as caught:
        bring(tiny.schemas, "2.1")
    assert str(caught.value) == (
        "tiny==1.0 cannot be downloaded, is the registry reachable? (ERROR: Could not "
        "find a version that satisfies the requirement tiny==1.0 (from versions: none))"
    )


def script(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(["#!/bin/sh", *lines]), encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.usefixtures("pip")
def test_no_pip(tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = script(tmp_path / "python", "echo 'No module named pip' >&2", "exit 1")
    monkeypatch.setattr(sys, "executable", str(python))
    with pytest.raises(DownloadError, match=r"\(No module named pip\)$"):
        bring(tiny.schemas, "2.1")


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "oca").write_bytes(b"a file")
    with pytest.raises(SourceError, match=r"2.1: cannot be written: "):
        install(BOTH, tmp_path / "oca" / "2.1")


def test_installing_fails_in_the_middle(tmp_path: Path) -> None:
    folder = tmp_path / "oca" / "2.1"
    install(BOTH, folder)
    with pytest.raises(SourceError, match=r"cannot be written"):
        install({"A.json": b"", "a/B.json": b""}, folder)
    assert {path.name for path in folder.iterdir()} == BOTH.keys()
    assert [path.name for path in folder.parent.iterdir()] == ["2.1"]


@pytest.fixture
def bundles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Source:
    """A second copy, which an npm of ours has."""
    archive = tarred(tmp_path / "tiny-1.0.tgz", {"package/schemas/ocpp.json": []})
    programs = tmp_path / "programs"
    programs.mkdir()
    script(programs / "npm", f'cp "{archive}" "$3" && test "$1 $4" = "pack tiny@1.0"')
    monkeypatch.setenv("PATH", str(programs), prepend=os.pathsep)
    return Source(
        name="bundles",
        archive=Archive(Registry.NPM, "tiny@1.0", sources.sha256(archive.read_bytes())),
        folder=PurePosixPath("package/schemas"),
        drafts=frozenset(),
        files={"ocpp.json": sources.sha256(b"[]")},
    )


def test_bundles_are_brought_through_npm(bundles: Source, tmp_path: Path) -> None:
    folder = fetch_bundles(bundles, tmp_path / "oca")
    assert folder == tmp_path / "oca" / "bundles"
    assert (folder / "ocpp.json").read_bytes() == b"[]"


def test_bundles_that_are_there_are_not_downloaded_again(
    bundles: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fetch_bundles(bundles, tmp_path / "oca")
    monkeypatch.setenv("PATH", "")
    assert fetch_bundles(bundles, tmp_path / "oca") == folder


def test_no_npm(
    bundles: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(DownloadError) as caught:
        fetch_bundles(bundles, tmp_path / "oca")
    assert str(caught.value) == "tiny@1.0: npm is not installed"


def test_deviation() -> None:
    source = Source(
        name="2.0",
        archive=Archive(Registry.PYPI, "tiny==1.0", ""),
        folder=PurePosixPath("tiny"),
        drafts=frozenset(),
        files={
            f"{name}_v1p0.json": sources.sha256(name.encode())
            for name in ("ARequest", "AResponse", "BRequest", "BResponse")
        },
    )
    same = {name: name.removesuffix("_v1p0.json").encode() for name in source.files}
    assert not deviation(source, same)
    renamed = {name.replace("_v1p0", ""): data for name, data in same.items()}
    assert not deviation(source, renamed)
    other = {"ARequest.json": b"ARequest", "AResponse.json": b"", "CRequest.json": b""}
    assert deviation(source, other) == Deviation(
        changed=("AResponse.json",),
        missing=("BRequest_v1p0.json", "BResponse_v1p0.json"),
        extra=("CRequest.json",),
    )


@pytest.mark.parametrize("version", ["1.6", "2.0", "2.0.1", "2.1"])
def test_the_published_files_are_the_pinned_ones(version: str, oca: Path) -> None:
    source = sources.load().versions[version]
    assert fetching.is_installed(source, oca / version)
