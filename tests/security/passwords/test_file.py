"""The file of passwords: what it looks like, what is refused, who may change it."""

from __future__ import annotations

import asyncio
import errno
import itertools
import json
import logging
import os
import stat
import sys
import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocpp_rpc.security.passwords import (
    FileStore,
    PasswordFileError,
    PasswordRecord,
    Passwords,
)
from tests.confidential import KEY, PASSWORD
from tests.project.blocks import python, run
from tests.properties import altered, assert_met

HASH = "$sha256$c2FsdHNhbHQ$HktwV0uOyWM+9KH8ERP79cBLbsgQeYVUu8a/6Fvqu0w"
OTHER = "$scrypt$ln=4,r=8,p=1$c2FsdHNhbHQ$" + "A" * 43
RECORD = PasswordRecord(current=HASH)


def written(path: Path, *lines: str) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    path.chmod(0o600)
    return path


def line(identity: str = "CP001", **values: object) -> str:
    return json.dumps({"identity": identity, "password": HASH, **values})


def content(path: Path) -> str:
    return path.read_text("utf-8")


def remove(path: Path) -> None:
    path.unlink()


def beside(path: Path) -> list[str]:
    """All files of its folder."""
    return sorted(each.name for each in path.parent.iterdir())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "passwords"


# --- What it looks like ---------------------------------------------------------------


async def test_what_it_looks_like(path: Path) -> None:
    store = FileStore(path, create=True)
    waiting = PasswordRecord(current=HASH, pending=[OTHER], until_reboot=True)
    await store.replace("CP001", None, RECORD)
    await store.replace("Bär 2", None, waiting)
    await store.replace("CP003", None, PasswordRecord(current=None, pending=[HASH]))
    assert content(path) == (
        "# Hashes of the passwords of chargers: one charger a line.\n"
        f'{{"identity": "CP001", "password": "{HASH}"}}\n'
        f'{{"identity": "Bär 2", "password": "{HASH}", "pending": ["{OTHER}"], '
        '"until_reboot": true}\n'
        f'{{"identity": "CP003", "pending": ["{HASH}"]}}\n'
    )
    again = FileStore(path)
    assert again.identities == ["CP001", "Bär 2", "CP003"]
    assert await again.get("Bär 2") == waiting
    assert repr(again) == f"<FileStore {str(path)!r} of 3 identities>"


async def test_what_people_write_stays(path: Path) -> None:
    mine = ["# Berlin", line("CP001"), "", "  # Bonn", line("CP002", pending=[OTHER])]
    store = FileStore(written(path, *mine))
    await store.replace("CP001", RECORD, None)
    await store.replace("CP003", None, RECORD)
    mine.remove(line("CP001"))
    assert content(path).splitlines() == [*mine, line("CP003")]


async def test_files_of_windows(path: Path) -> None:
    store = FileStore(written(path, f"\ufeff{line()}\r", "\r"))
    assert await store.get("CP001") == RECORD
    await store.replace("CP002", None, RECORD)
    assert await FileStore(path).get("CP001") == RECORD


# --- Who may read it ------------------------------------------------------------------


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def test_only_the_owner_may_read_it(path: Path) -> None:
    before = os.umask(0)
    try:
        store = FileStore(path, create=True)
        assert mode(path) == 0o600
        await store.replace("CP001", None, RECORD)
    finally:
        os.umask(before)
    assert beside(path) == ["passwords", "passwords.lock"]
    assert [oct(mode(path.parent / name)) for name in beside(path)] == ["0o600"] * 2


async def test_a_file_that_exists_keeps_its_permissions(path: Path) -> None:
    written(path, line()).chmod(0o640)
    store = FileStore(path, create=True)
    await store.replace("CP001", RECORD, None)
    assert mode(path) == 0o640


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
async def test_a_file_of_another_user_stays_one(path: Path) -> None:
    """Whoever writes it: the server that runs as that user has to write it, too."""
    written(path, line()).chmod(0o640)
    os.chown(path, 12345, 23456)
    await FileStore(path).replace("CP001", RECORD, None)
    assert beside(path) == ["passwords", "passwords.lock"]
    owners = [(path.parent / name).stat() for name in beside(path)]
    assert [(found.st_uid, found.st_gid) for found in owners] == [(12345, 23456)] * 2
    assert mode(path) == 0o640


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
async def test_no_other_file_is_given_away(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("")
    other.chmod(0o600)
    os.chown(written(path, line()), 12345, 23456)
    (path.parent / "passwords.lock").symlink_to(other)
    await FileStore(path).replace("CP001", RECORD, None)
    assert (other.stat().st_uid, mode(other)) == (0, 0o600)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can choose a group")
async def test_a_file_keeps_its_group_if_it_cannot_keep_its_owner(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give = os.fchown

    def refuse_another_user(descriptor: int, user: int, group: int) -> None:
        if user == 12345:
            raise PermissionError
        give(descriptor, user, group)

    monkeypatch.setattr(os, "fchown", refuse_another_user)
    os.chown(written(path, line()), 12345, 23456)
    assert await FileStore(path).replace("CP001", RECORD, None)
    owners = [(path.parent / name).stat() for name in beside(path)]
    assert [(found.st_uid, found.st_gid) for found in owners] == [(0, 23456)] * 2


@pytest.mark.parametrize("number", [errno.EPERM, errno.EINVAL, errno.ENOTSUP])
async def test_a_file_that_cannot_be_given_away_is_changed(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fchown", refuse)
    written(path, line()).chmod(0o640)
    assert await FileStore(path).replace("CP001", RECORD, None)
    assert mode(path) == 0o640


@pytest.mark.parametrize(("permissions", "is_told"), [(0o640, False), (0o644, True)])
def test_what_everybody_may_read(
    path: Path, caplog: pytest.LogCaptureFixture, permissions: int, is_told: bool
) -> None:
    written(path, line()).chmod(permissions)
    FileStore(path)
    assert ("can be read by every user" in caplog.text) is is_told


async def test_a_link_stays_one(path: Path, tmp_path: Path) -> None:
    written(path, line())
    link = tmp_path / "link"
    link.symlink_to(path)
    await FileStore(link).replace("CP001", RECORD, None)
    assert link.is_symlink()
    assert content(path) == ""


async def test_no_password_is_in_it(path: Path) -> None:
    passwords = Passwords(FileStore(path, create=True))
    await passwords.set_password("CP001", PASSWORD.encode())
    await passwords.set_password("CP002", KEY)
    for secret in (PASSWORD, KEY.hex(), repr(KEY)[2:-1]):
        assert secret not in content(path)


# --- What is refused ------------------------------------------------------------------

BAD: list[tuple[Sequence[str | bytes], str]] = [
    ([line(), "{"], "line 2: it is not JSON: .* [(]2[)]"),
    ([b"\xff"], "line 1: it is not UTF-8"),
    (["[]"], "line 1: it is not a JSON object"),
    (["[" * 100_000], "line 1: it is nested too deeply"),
    ([f"CP001 {HASH}"], "line 1: it is not JSON"),
    (["", "# x", "{}"], "line 3: identity is missing"),
    ([line(), line()], "line 2: 'CP001' already has a line"),
    (['{"identity": "a", "identity": "b"}'], "line 1: a member occurs twice"),
    (['{"identity": "CP001"}'], "line 1: password is missing"),
    (['{"identity": "CP001", "pending": []}'], "line 1: password is missing"),
    ([line(pasword=HASH)], "line 1: unknown member 'pasword'"),
    ([line("")], "line 1: identity is not an identity"),
    ([line("..")], "line 1: identity is not an identity"),
    ([line("\ud800")], "line 1: identity is not an identity"),
    (['{"identity": 7}'], "line 1: identity is not an identity"),
    ([line(password=7)], "line 1: password is not the text of a hash"),
    ([line(password=None)], "line 1: password is not the text of a hash"),
    ([line(password=PASSWORD)], "line 1: it is not a hash of sha256, scrypt, argon2id"),
    ([line(pending=HASH)], "line 1: pending is not a list of texts of hashes"),
    ([line(pending=[7])], "line 1: pending is not a list of texts of hashes"),
    ([line(pending=[PASSWORD])], "line 1: it is not a hash of sha256"),
    ([line(until_reboot=1, pending=[OTHER])], "line 1: until_reboot is not true"),
    ([line(until_reboot=True)], "line 1: until_reboot needs pending"),
]


@pytest.mark.parametrize(("lines", "reason"), BAD, ids=range(len(BAD)))
def test_what_is_refused(path: Path, lines: Sequence[str | bytes], reason: str) -> None:
    data = [each.encode() if isinstance(each, str) else each for each in lines]
    path.write_bytes(b"\n".join(data))
    path.chmod(0o600)
    with pytest.raises(PasswordFileError, match=reason) as error:
        FileStore(path)
    place = f"passwords in {path}, line {error.value.line}: "
    assert str(error.value).startswith(place)
    assert len(str(error.value).splitlines()) == 1
    assert PASSWORD not in str(error.value)
    assert path.read_bytes() == b"\n".join(data)


@pytest.mark.parametrize(
    ("name", "create", "reason"),
    [
        ("none", False, "No such file or directory"),
        (".", False, "Is a directory"),
        (".", True, "Is a directory"),
        ("none/none", True, "No such file or directory"),
    ],
)
def test_no_file(tmp_path: Path, name: str, create: bool, reason: str) -> None:
    where = tmp_path / name
    with pytest.raises(PasswordFileError, match=f"^passwords in .*: {reason}$"):
        FileStore(where, create=create)


seen: Counter[str] = Counter()
MEMBERS = st.sampled_from(
    ['"identity"', '"password"', '"pending"', ":", ",", "{", "}", "[", "]", "\n", "#"]
    + [json.dumps(each) for each in (HASH, OTHER, "CP001", "CP002", True, None, 7)]
)
FILES = st.sampled_from(
    [
        ['{"identity"', ":", '"CP001"', ',"password":', json.dumps(HASH), "}", "\n"],
        [
            "#",
            "x",
            "\n",
            '{"identity":',
            '"CP002"',
            ',"pending":',
            "[",
            f'"{OTHER}"]',
            "}",
        ],
    ]
)


def test_any_text_is_read_or_refused(path: Path) -> None:
    @given(altered(FILES, MEMBERS))
    def check(parts: Sequence[str]) -> None:
        written(path, "".join(parts))
        try:
            store = FileStore(path)
        except PasswordFileError:
            seen["refused"] += 1
            return
        seen["read"] += 1
        asyncio.run(store.replace("CP999", None, RECORD))
        assert FileStore(path).identities == store.identities

    check()
    assert_met(seen, "read", "refused")


IDENTITIES = st.text(min_size=1, max_size=20).filter(
    lambda name: name not in {".", ".."}
)
HASHES = st.sampled_from([HASH, OTHER])
RECORDS = st.builds(
    PasswordRecord,
    current=HASHES,
    pending=st.lists(HASHES, min_size=1, max_size=3),
    until_reboot=st.booleans(),
) | st.builds(PasswordRecord, current=HASHES)


def test_any_record_is_read_back(tmp_path: Path) -> None:
    numbers = itertools.count()

    @given(st.dictionaries(IDENTITIES, RECORDS, max_size=5))
    def check(records: Mapping[str, PasswordRecord]) -> None:
        path = tmp_path / str(next(numbers))

        async def keep() -> None:
            store = FileStore(path, create=True)
            for identity, record in records.items():
                assert await store.replace(identity, None, record)
            again = FileStore(path)
            assert again.identities == list(records)
            for identity, record in records.items():
                assert await again.get(identity) == record

        asyncio.run(keep())

    check()


# --- When it changes ------------------------------------------------------------------


async def test_what_others_change_counts_at_once(path: Path) -> None:
    store = FileStore(written(path, line()))
    assert await store.get("CP002") is None
    written(path, line("CP001"), line("CP002"))
    assert await store.get("CP002") == RECORD
    written(path, line("CP002"))
    assert await store.get("CP001") is None


async def test_many_notice_a_change_and_one_reads_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FileStore(written(path, line()))
    written(path, line("CP002"))
    all_ask, reads = threading.Event(), 0
    opened = Path.open

    def counted(self: Path, mode: str) -> Any:
        nonlocal reads
        reads += self == path
        assert all_ask.wait(10)
        return cast(Any, opened)(self, mode)

    monkeypatch.setattr(Path, "open", counted)
    asking = [asyncio.create_task(store.get("CP002")) for _ in range(20)]
    await asyncio.sleep(0)
    all_ask.set()
    assert await asyncio.gather(*asking) == [RECORD] * 20
    assert reads == 1


async def test_a_slip_of_an_editor(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = FileStore(written(path, line()))
    written(path, line(), "{")
    for _ in range(3):
        assert await store.get("CP001") == RECORD
        assert await store.get("CP002") is None
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert "line 2: it is not JSON" in record.message
    with pytest.raises(PasswordFileError, match="line 2: it is not JSON"):
        await store.replace("CP001", RECORD, None)
    assert content(path) == f"{line()}\n{{\n"

    written(path, line("CP002"))
    assert await store.get("CP001") is None
    assert await store.replace("CP002", RECORD, None)


async def test_a_file_that_is_gone(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = FileStore(written(path, line()))
    remove(path)
    assert await store.get("CP001") == RECORD
    assert await store.get("CP001") == RECORD
    assert len(caplog.records) == 1
    assert (
        "No such file or directory; the content read before stays in use" in caplog.text
    )
    with pytest.raises(PasswordFileError, match="No such file"):
        await store.replace("CP001", RECORD, None)
    assert beside(path) == []


async def test_a_change_that_cannot_be_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FileStore(written(path, line()))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(PasswordFileError, match="No space left on device"):
            await store.replace("CP001", RECORD, None)
    assert await store.get("CP001") == RECORD
    assert content(path) == f"{line()}\n"
    assert beside(path) == ["passwords", "passwords.lock"]
    assert await store.replace("CP001", RECORD, None)


async def test_two_stores_of_one_file(path: Path) -> None:
    one, other = FileStore(path, create=True), FileStore(path)
    assert await one.replace("CP001", None, RECORD)
    assert not await other.replace("CP001", None, RECORD)
    assert await other.replace("CP001", RECORD, None)
    assert await one.get("CP001") is None


ADDING = """
import asyncio, sys
from ocpp_rpc.security.passwords import FileStore, PasswordRecord

async def main():
    store = FileStore({path!r})
    for number in range(25):
        record = PasswordRecord(current={hash!r})
        assert await store.replace(f"{name}-{{number}}", None, record)

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such locks")
@pytest.mark.timeout(60)
async def test_several_processes(path: Path) -> None:
    FileStore(path, create=True)
    programs = [
        ADDING.format(path=str(path), hash=HASH, name=name) for name in ("a", "b", "c")
    ]
    assert await asyncio.gather(*(run(python(each)) for each in programs)) == [""] * 3
    assert len(FileStore(path).identities) == 75
    assert beside(path) == ["passwords", "passwords.lock"]
