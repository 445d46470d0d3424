"""The file of an outbox: what it may be, and who may read it."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ocpp_rpc.station import Outbox, OutboxError
from tests.station.transactions import event, meter, start


def refused(path: Path) -> str:
    with pytest.raises(OutboxError) as caught:
        Outbox(path)
    assert caught.value.path == str(path)
    assert str(caught.value) == f"outbox {path}: {caught.value.detail}"
    return caught.value.detail


def test_a_file_that_is_something_else(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    path.write_text("hello" * 1000)
    assert refused(path) == "it is damaged, or no outbox"
    assert path.read_text() == "hello" * 1000


def test_the_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE message (number)")
    other.close()
    before = path.read_bytes()
    assert refused(path) == "it is the database of another program"
    assert path.read_bytes() == before


def test_a_file_of_a_newer_release(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    Outbox(path).close()
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 2")
    newer.close()
    assert refused(path) == "schema 2 was written by a newer release"


def damaged(path: Path, start: int, length: int) -> None:
    with Outbox(path) as outbox:
        for seq_no in range(50):
            outbox.put(event("Updated", seq_no))
    data = bytearray(path.read_bytes())
    data[start : start + length] = b"\xa5" * length
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("start", "length"), [(100, 3000), (4096 * 2, 4096), (4096 * 4, 512)]
)
def test_a_damaged_file(tmp_path: Path, start: int, length: int) -> None:
    path = tmp_path / "outbox.db"
    damaged(path, start, length)
    assert refused(path).startswith("it is damaged")


def test_a_file_that_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    damaged(path, 0, 0)
    path.write_bytes(path.read_bytes()[: 4096 * 5])
    assert refused(path).startswith("it is damaged")


def test_a_file_that_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    path.touch()
    with Outbox(path) as outbox:
        assert len(outbox) == 0


def test_a_file_that_is_open_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    with Outbox(path):
        assert refused(path) == "it is open elsewhere"
    Outbox(path).close()


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    assert refused(tmp_path / "a" / "b") == "unable to open database file"


# --- What is changed by hand ----------------------------------------------------------

WHOLE = "a whole number from 0"

TEXT = "a text"
ID = "a number as a text or NULL"

BY_HAND = [
    ("message", "attempts", "'x'", WHOLE),
    ("message", "attempts", "-1", WHOLE),
    ("message", "attempts", "1.5", WHOLE),
    ("message", "attempts", "1 << 62", WHOLE),
    ("message", "version", "x'31'", TEXT),
    ("message", "action", "x'31'", TEXT),
    ("message", "payload", "x'7b7d'", TEXT),
    ("message", "payload", "CAST(x'ff' AS TEXT)", TEXT),
    ("message", '"transaction"', "x'31'", f"{TEXT} or NULL"),
    ("message", "series", "x'31'", f"{TEXT} or NULL"),
    ("message", "drop_rank", "'x'", f"{WHOLE} or NULL"),
    ("series", "name", "x'31'", TEXT),
    ("series", "count", "'x'", WHOLE),
    ("local_transaction", "name", "x'31'", TEXT),
    ("local_transaction", "id", "'seventeen'", ID),
    ("local_transaction", "id", "'9' || hex(zeroblob(2200))", ID),
    ("local_transaction", "stopped", "'no'", WHOLE),
]
"""A table, a column, a value that makes no sense there, and what would."""


def changed(path: Path, statement: str) -> None:
    with Outbox(path) as outbox:
        outbox.put(start(), transaction="one")
        outbox.put(meter(), transaction="one")
    by_hand = sqlite3.connect(path, isolation_level=None)
    by_hand.execute(statement)
    by_hand.close()


@pytest.mark.parametrize(("table", "column", "value", "right"), BY_HAND)
def test_a_value_that_makes_no_sense(
    tmp_path: Path, table: str, column: str, value: str, right: str
) -> None:
    path = tmp_path / "outbox.db"
    changed(path, f"UPDATE {table} SET {column} = {value}")
    before = path.read_bytes()
    name = column.strip('"')
    assert refused(path) == f"{name} of row 1 in table {table} is not {right}"
    assert path.read_bytes() == before


def test_the_row_that_makes_no_sense_is_named(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    changed(path, "UPDATE message SET attempts = 'x' WHERE number = 2")
    assert refused(path).startswith("attempts of row 2 in table message is not")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE message SET attempts = 2, payload = '{}'",
        "UPDATE local_transaction SET id = '-17', stopped = 1",
        f"UPDATE local_transaction SET id = '{'9' * 4300}'",
        "DELETE FROM message WHERE number = 1",
    ],
)
def test_a_value_that_makes_sense(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "outbox.db"
    changed(path, statement)
    with Outbox(path) as outbox:
        assert [*outbox.transactions()] == ["one"]
        message = outbox.first()
        assert message is not None
        assert outbox.failed(message).attempts == message.attempts + 1


def test_a_column_that_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    changed(path, "ALTER TABLE message RENAME COLUMN attempts TO tries")
    assert "attempts" in refused(path)


# --- Who may read it ------------------------------------------------------------------


@pytest.fixture
def anybody() -> Iterator[None]:
    """Let all that is made be readable by anybody, unless it is made otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    return {each.name: stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()}


@pytest.mark.usefixtures("anybody")
def test_only_its_owner_can_read_a_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "outbox.db"
    connect: Any = sqlite3.connect

    def connect_to_private(*args: Any, **options: Any) -> Any:
        assert modes(tmp_path) == {"outbox.db": 0o600}  # before anything is in it
        return connect(*args, **options)

    monkeypatch.setattr(sqlite3, "connect", connect_to_private)
    with Outbox(path) as outbox:
        outbox.put(event())
        found = modes(tmp_path)
        # Whoever looks at it with another program may make the third.
        assert {"outbox.db", "outbox.db-wal"} <= {*found}
        assert {*found.values()} == {0o600}


@pytest.mark.usefixtures("anybody")
def test_a_file_that_exists_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    path.touch(0o640)
    with Outbox(path) as outbox:
        outbox.put(event())
        assert {*modes(tmp_path).values()} == {0o640}
        with pytest.raises(OutboxError, match="open elsewhere"):
            Outbox(path)
        with pytest.raises(OutboxError, match="open elsewhere"):
            Outbox(path)  # the first try has not lifted the lock


@pytest.mark.usefixtures("anybody")
def test_a_link_to_a_file_that_does_not_exist_yet(tmp_path: Path) -> None:
    path, folder = tmp_path / "outbox.db", tmp_path / "elsewhere"
    folder.mkdir()
    path.symlink_to(folder / "outbox.db")
    Outbox(path).close()
    assert modes(folder) == {"outbox.db": 0o600}


def test_nothing_is_made_for_an_outbox_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Outbox(":memory:").close()
    assert modes(tmp_path) == {}
