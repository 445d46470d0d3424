"""Where a station keeps certificates and keys."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ocpp_rpc.security.certificates import FolderStorage, MemoryStorage, Storage


@pytest.fixture(params=["memory", "folder"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    folder = FolderStorage(tmp_path / "keys" / "certs")
    return MemoryStorage() if request.param == "memory" else folder


def test_writing_and_deleting(storage: Storage) -> None:
    assert storage.load() == {}
    storage.write("a.pem", b"1")
    storage.write("b.pem", b"2")
    assert list(storage.load().items()) == [("a.pem", b"1"), ("b.pem", b"2")]
    storage.write("a.pem", b"3")
    assert list(storage.load().items()) == [("b.pem", b"2"), ("a.pem", b"3")]
    storage.delete("b.pem")
    storage.delete("b.pem")
    assert storage.load() == {"a.pem": b"3"}


def test_a_folder_outlives_the_process_and_is_for_its_owner(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        FolderStorage(tmp_path / "certs").write("a.pem", b"1")
    finally:
        os.umask(old)
    folder = tmp_path / "certs"
    assert FolderStorage(str(folder)).load() == {"a.pem": b"1"}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "a.pem").stat().st_mode & 0o777 == 0o600


def test_what_was_being_written_is_forgotten(tmp_path: Path) -> None:
    storage = FolderStorage(tmp_path)
    storage.write("a.pem", b"1")
    (tmp_path / ".unfinished-a.pem").write_bytes(b"half")
    (tmp_path / "notes.txt").write_bytes(b"of another program")
    assert storage.load() == {"a.pem": b"1"}
    assert {each.name for each in tmp_path.iterdir()} == {"a.pem", "notes.txt"}
    storage.write("a.pem", b"2")
    assert storage.load() == {"a.pem": b"2"}


def test_a_power_failure_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = FolderStorage(tmp_path)
    storage.write("a.pem", b"old")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        storage.write("a.pem", b"new")
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {
        "a.pem": b"old"
    }


@pytest.mark.parametrize("name", ["", "a", "../a.pem", "/a.pem", ".a.pem", "a\n.pem"])
def test_names(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"end in \.pem"):
        FolderStorage(tmp_path).write(name, b"1")
