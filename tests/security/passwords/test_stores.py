"""What every store of passwords has to do: ours, and that of the example."""

from __future__ import annotations

import asyncio
import runpy
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from ocpp_rpc.security.passwords import (
    FileStore,
    MemoryStore,
    PasswordRecord,
    Passwords,
    PasswordStore,
    Sha256,
)
from ocpp_rpc.security.passwords.stores import update
from tests.confidential import KEY
from tests.project.blocks import ROOT, python, run

EXAMPLE = ROOT / "examples" / "password_store.py"

Opening = Callable[[Path], AbstractAsyncContextManager[PasswordStore]]


@asynccontextmanager
async def in_memory(_: Path) -> AsyncGenerator[PasswordStore]:
    yield MemoryStore()


@asynccontextmanager
async def in_a_file(folder: Path) -> AsyncGenerator[PasswordStore]:
    yield FileStore(folder / "passwords", create=True)


@asynccontextmanager
async def in_a_database(folder: Path) -> AsyncGenerator[PasswordStore]:
    from sqlalchemy.ext.asyncio import create_async_engine  # noqa: PLC0415

    example: dict[str, Any] = runpy.run_path(str(EXAMPLE))
    engine = create_async_engine(f"sqlite+aiosqlite:///{folder / 'passwords.db'}")
    async with engine.begin() as connection:
        await connection.run_sync(example["metadata"].create_all)
    try:
        yield example["SqlStore"](engine)
    finally:
        await engine.dispose()


NEEDS_SQL = pytest.mark.skipif(not find_spec("sqlalchemy"), reason="no SQLAlchemy")
STORES = [in_memory, in_a_file, pytest.param(in_a_database, marks=NEEDS_SQL)]


@pytest.fixture(params=STORES)
async def store(
    request: pytest.FixtureRequest, tmp_path: Path
) -> AsyncGenerator[PasswordStore]:
    opening: Opening = request.param
    async with opening(tmp_path) as store:
        yield store


def hashed(number: int) -> str:
    return f"$sha256$c2FsdHNhbHQ${number:043}"


def record(*numbers: int, until_reboot: bool = False) -> PasswordRecord:
    current, *pending = map(hashed, numbers)
    return PasswordRecord(current=current, pending=pending, until_reboot=until_reboot)


RECORDS = [
    record(0),
    record(0, 4),
    record(0, 4, 8),
    record(0, 8, until_reboot=True),
    PasswordRecord(current=None, pending=[hashed(4)]),
]


async def test_what_is_put_is_there(store: PasswordStore) -> None:
    assert await store.get("CP001") is None
    old = None
    for each in [*RECORDS, *reversed(RECORDS)]:
        assert await store.replace("CP001", old, each)
        assert await store.get("CP001") == each
        old = each
    assert await store.get("CP002") is None
    assert await store.replace("CP001", old, None)
    assert await store.get("CP001") is None


async def test_only_what_is_there_is_replaced(store: PasswordStore) -> None:
    for there in [None, *RECORDS]:
        if there is not None:
            assert await store.replace("CP001", await store.get("CP001"), there)
        for other in [None, *RECORDS]:
            if other != there:
                assert not await store.replace("CP001", other, record(0, 0))
                assert await store.get("CP001") == there


@pytest.mark.parametrize("identity", ["CP 1", "a:b", "ü", "x'--", "\n", "#", "k\0"])
async def test_odd_identities(store: PasswordStore, identity: str) -> None:
    assert await store.replace(identity, None, record(0))
    assert await store.get(identity) == record(0)
    assert await store.get(f"{identity} ") is None


async def test_of_two_one_wins(store: PasswordStore) -> None:
    assert await store.replace("CP001", None, record(0))
    won = await asyncio.gather(
        *(store.replace("CP001", record(0), record(0, n)) for n in (4, 8, 12, 16))
    )
    assert sum(won) == 1
    (winner,) = [n for n, has_won in zip((4, 8, 12, 16), won, strict=True) if has_won]
    assert await store.get("CP001") == record(0, winner)


async def test_all_come_to_their_turn(store: PasswordStore) -> None:
    async def add(number: int) -> None:
        def added(found: PasswordRecord | None) -> PasswordRecord:
            before = () if found is None else found.pending
            return PasswordRecord(current=None, pending=[*before, hashed(number)])

        await update(store, "CP001", added)

    numbers = range(0, 40, 4)
    await asyncio.gather(*map(add, numbers))
    found = await store.get("CP001")
    assert found is not None
    assert sorted(found.pending) == sorted(map(hashed, numbers))


async def test_passwords_in_it(store: PasswordStore) -> None:
    passwords = Passwords(store)
    await passwords.set_password("CP001", KEY, scheme=Sha256())
    assert await passwords("CP001", KEY)
    assert not await passwords("CP002", KEY)


async def test_a_store_that_keeps_nothing() -> None:
    class Forgetful(MemoryStore):
        async def replace(self, *_: object) -> bool:
            return False

    with pytest.raises(RuntimeError, match="'CP001': the store of passwords has"):
        await Passwords(Forgetful()).issue("CP001", "1.6")


@NEEDS_SQL
async def test_the_example() -> None:
    assert await run(python(EXAMPLE.read_text("utf-8"))) == (
        "the password of CP001 is right: True\nanother one is right: False\n"
    )
