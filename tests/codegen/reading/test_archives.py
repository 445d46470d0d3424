"""JSON files come out of whatever they are wrapped in."""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias

import pytest

from codegen.errors import SourceError
from codegen.reading import archives
from codegen.reading.archives import json_files
from tests.codegen.sample_publications import (
    HEARTBEAT,
    content,
    tarred,
    unpacked,
    zipped,
    zipped_bytes,
)

Wrap: TypeAlias = Callable[[Path, Mapping[str, Any]], Path]

WRAPPED = {f"schemas/json/{name}": schema for name, schema in HEARTBEAT.items()}
FOUND = {PurePosixPath(name): data for name, data in content(WRAPPED).items()}


def test_folder(tmp_path: Path) -> None:
    assert json_files(unpacked(tmp_path / "unpacked", WRAPPED)) == FOUND


def test_zip(tmp_path: Path) -> None:
    assert json_files(zipped(tmp_path / "all.zip", WRAPPED)) == FOUND


def test_wheel_is_a_zip(tmp_path: Path) -> None:
    assert json_files(zipped(tmp_path / "a-1-py3-none-any.whl", WRAPPED)) == FOUND


def test_gzipped_tar(tmp_path: Path) -> None:
    assert json_files(tarred(tmp_path / "package.tgz", WRAPPED)) == FOUND


@pytest.mark.parametrize("outer", [zipped, unpacked])
def test_zip_inside_takes_the_place_of_a_folder(outer: Wrap, tmp_path: Path) -> None:
    inner = zipped_bytes(WRAPPED)
    source = outer(tmp_path / "all_files", {"all/part3.zip": inner, "all/a.pdf": b"%"})
    assert json_files(source) == {
        "all/part3.zip" / path: data for path, data in FOUND.items()
    }


@pytest.mark.parametrize("wrap", [zipped, tarred, unpacked])
def test_folder_inside(wrap: Wrap, tmp_path: Path) -> None:
    source = wrap(tmp_path / "all", WRAPPED)
    assert json_files(source / "schemas" / "json") == {
        PurePosixPath(path.name): data for path, data in FOUND.items()
    }


def test_hidden_and_shadow_files_are_left_out(tmp_path: Path) -> None:
    shadows = {"__MACOSX/schemas/._X.json": b"", "a/.X.json": b"", ".git/X.json": b""}
    assert json_files(zipped(tmp_path / "all.zip", {**WRAPPED, **shadows})) == FOUND


def test_order_is_that_of_the_names(tmp_path: Path) -> None:
    source = zipped(tmp_path / "all.zip", dict(reversed(WRAPPED.items())))
    assert list(json_files(source)) == list(FOUND)


def test_folders_in_a_zip_are_no_files(tmp_path: Path) -> None:
    source = zipped(tmp_path / "all.zip", WRAPPED)
    with zipfile.ZipFile(source, "a") as archive:
        archive.mkdir("schemas/x.json")
    assert json_files(source) == FOUND


def test_folders_in_a_tar_are_no_files(tmp_path: Path) -> None:
    source = tmp_path / "all.tar"
    with tarfile.open(source, "w") as archive:
        archive.add(unpacked(tmp_path / "all" / "x.json", WRAPPED), "x.json")
    assert json_files(source) == {"x.json" / path: data for path, data in FOUND.items()}


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nowhere.zip: no such file or folder"):
        json_files(tmp_path / "nowhere.zip")


def test_no_such_folder_inside(tmp_path: Path) -> None:
    source = zipped(tmp_path / "all.zip", WRAPPED)
    with pytest.raises(SourceError, match=r"all.zip: has no JSON files in v21"):
        json_files(source / "v21")


@pytest.mark.parametrize("data", [b"", b"no archive", b"{}"])
def test_not_an_archive(data: bytes, tmp_path: Path) -> None:
    source = tmp_path / "all.zip"
    source.write_bytes(data)
    with pytest.raises(SourceError, match=r"neither a folder nor a zip, wheel or tar"):
        json_files(source)


def test_damaged_zip(tmp_path: Path) -> None:
    source = zipped(tmp_path / "all.zip", WRAPPED)
    data = source.read_bytes()
    source.write_bytes(data.replace(b"currentTime", b"currentTame", 1))
    with pytest.raises(SourceError, match=r"all.zip: cannot be read: Bad CRC-32"):
        json_files(source)


def test_damaged_zip_inside(tmp_path: Path) -> None:
    source = zipped(tmp_path / "all.zip", {"part3.zip": b"no archive"})
    with pytest.raises(
        SourceError, match=r"all.zip: cannot be read: File is not a zip"
    ):
        json_files(source)


def test_cut_off_tar(tmp_path: Path) -> None:
    source = tarred(tmp_path / "package.tgz", WRAPPED)
    source.write_bytes(source.read_bytes()[:200])
    with pytest.raises(SourceError, match=r"package.tgz"):
        json_files(source)


@pytest.mark.parametrize("wrap", [zipped, tarred, unpacked])
def test_more_than_a_publication_has(
    wrap: Wrap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "_MOST", 2**20)
    schemas = {f"{number}.json": b" " * 2**18 for number in range(5)}
    source = wrap(tmp_path / "all", schemas)
    with pytest.raises(SourceError) as caught:
        json_files(source)
    assert str(caught.value).startswith(f"{source}: ")
    assert str(caught.value).endswith(
        "the JSON files and zips in it have more than 1 MiB together, "
        "which no publication of schemas has"
    )
    assert len(json_files(wrap(tmp_path / "some", dict([*schemas.items()][:4])))) == 4


def test_zip_that_inflates_beyond_the_limit(tmp_path: Path) -> None:
    """Some hundred kilobytes of zip, of which no more than the limit is read."""
    path = tmp_path / "bomb.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("A.json", "w") as stream,
    ):
        for _ in range(300):
            stream.write(bytes(2**20))
    assert path.stat().st_size < 2**19
    with pytest.raises(SourceError, match=r"A\.json: .* more than 256 MiB together"):
        json_files(path)


def test_zips_in_each_other(tmp_path: Path) -> None:
    data = zipped_bytes(HEARTBEAT)
    for _ in range(20):
        data = zipped_bytes({"more.zip": data})
    (tmp_path / "all.zip").write_bytes(data)
    with pytest.raises(SourceError, match="nests more than 8 zips"):
        json_files(tmp_path / "all.zip")
