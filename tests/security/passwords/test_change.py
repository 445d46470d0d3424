"""Changing a password (A01): which one is right, whatever comes of the change."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ocpp_messages import load
from ocpp_rpc import (
    CallTimeout,
    ConnectionClosed,
    ErrorCode,
    OcppError,
    QueueFull,
)
from ocpp_rpc.errors import InvalidResponse, NotInVersion, OcppRpcError
from ocpp_rpc.security.passwords import (
    FileStore,
    MemoryStore,
    PasswordRecord,
    Passwords,
    PasswordStore,
    Scrypt,
    Sha256,
    check_key,
)
from ocpp_rpc.security.passwords.hashes import PasswordHash
from ocpp_rpc.testing import pair, raw_peer
from tests.confidential import KEY, PASSWORD
from tests.properties import assert_met
from tests.security.passwords.chargers import Charger, old_of
from tests.support.records import whose

VERSIONS = ["1.6", "2.0", "2.0.1", "2.1"]
FAST = Sha256()


async def with_old(version: str, store: PasswordStore | None = None) -> Passwords:
    passwords = Passwords(store or MemoryStore())
    await passwords.set_password("CP001", old_of(version), scheme=FAST)
    return passwords


async def is_right(passwords: Passwords, *keys: bytes) -> list[bool]:
    """Which of these are right, without using one."""
    record = await passwords.store.get("CP001")
    hashes = [PasswordHash.parse(each) for each in record.texts] if record else []
    return [any(each.matches(key) for each in hashes) for key in keys]


# --- What the charger answers ---------------------------------------------------------


@pytest.mark.parametrize("version", VERSIONS)
async def test_accepted(version: str) -> None:
    charger, passwords = Charger(version), await with_old(version)
    async with pair(charger.routes, version=version) as (_, connection):
        assert await passwords.change(connection) == "Accepted"
        assert not connection.closed
    (new,) = charger.asked
    check_key(version, new)
    assert len(new) == (20 if version == "1.6" else 40)
    assert not await passwords("CP001", old_of(version))
    assert await passwords("CP001", new)


@pytest.mark.parametrize(
    ("version", "status"),
    [
        ("1.6", "Rejected"),
        ("1.6", "NotSupported"),
        ("2.0.1", "Rejected"),
        ("2.0.1", "UnknownComponent"),
        ("2.0.1", "UnknownVariable"),
        ("2.1", "NotSupportedAttributeType"),
    ],
)
async def test_refused(version: str, status: str) -> None:
    charger, passwords = Charger(version, status), await with_old(version)
    async with pair(charger.routes, version=version) as (_, connection):
        assert await passwords.change(connection) == status
    assert await is_right(passwords, old_of(version), *charger.asked) == [True, False]


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
async def test_after_the_next_boot(version: str) -> None:
    charger, passwords = Charger(version, "RebootRequired"), await with_old(version)
    async with pair(charger.routes, version=version) as (_, connection):
        assert await passwords.change(connection) == "RebootRequired"
    old, new = old_of(version), charger.asked[0]
    for _ in range(3):  # it may lose its connection before it boots
        assert await passwords("CP001", old)
    assert await passwords("CP001", new)
    assert not await passwords("CP001", old)


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
async def test_a_password_of_ones_own(version: str) -> None:
    new = b"0123456789abcdef"
    charger, passwords = Charger(version), await with_old(version)
    async with pair(charger.routes, version=version) as (_, connection):
        await passwords.change(connection, new)
    assert charger.asked == [new]
    record = await passwords.store.get("CP001")
    assert record is not None
    assert str(record.current).startswith("$scrypt$")  # it may be one to guess
    assert await passwords("CP001", new)


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
async def test_the_first_password(version: str) -> None:
    """Of a charger that connects with profile 0 and is to be raised to 1 or 2."""
    for status, is_taken in [("Rejected", False), ("Accepted", True)]:
        charger, passwords = Charger(version, status), Passwords(MemoryStore())
        async with pair(charger.routes, version=version) as (_, connection):
            assert await passwords.change(connection) == status
        assert await passwords("CP001", charger.asked[0]) is is_taken
        assert (await passwords.store.get("CP001") is not None) is is_taken


async def test_a_charger_that_sends_digits() -> None:
    charger, passwords = Charger("1.6"), Passwords(MemoryStore(), hex_text=True)
    async with pair(charger.routes, version="1.6") as (_, connection):
        await passwords.change(connection)
    assert await passwords("CP001", charger.key.hex().upper().encode())


# --- What cannot be -------------------------------------------------------------------


async def test_there_is_none_in_15() -> None:
    async with pair(version="1.5") as (_, connection):
        with pytest.raises(NotInVersion, match=r"OCPP 1\.5 cannot change passwords"):
            await Passwords(MemoryStore()).change(connection)


@pytest.mark.parametrize(
    ("version", "new", "reason"),
    [
        ("1.6", b"x" * 21, "16 to 20 bytes, not 21"),
        ("2.0.1", b"short", "16 to 40 characters, not 5"),
        ("2.0.1", b"with a blank: no way", "may have letters"),
        ("2.1", b"x" * 2501, "16 to 2500 characters"),
    ],
)
async def test_what_no_charger_takes(version: str, new: bytes, reason: str) -> None:
    charger, store = Charger(version), MemoryStore()
    async with pair(charger.routes, version=version) as (_, connection):
        with pytest.raises(ValueError, match=reason) as error:
            await Passwords(store).change(connection, new)
    assert new.decode() not in str(error.value)
    assert charger.asked == []
    assert await store.get("CP001") is None


async def test_a_connection_without_an_identity() -> None:
    async with pair(version="1.6", identity="") as (_, connection):
        with pytest.raises(ValueError, match="without an identity"):
            await Passwords(MemoryStore()).change(connection)


async def test_from_the_charger() -> None:
    passwords = await with_old("1.6")
    async with pair(version="1.6") as (station, _):
        with pytest.raises(ValueError, match="ChangeConfiguration"):
            await passwords.change(station)
    record = await passwords.store.get("CP001")
    assert record is not None
    assert record.pending == ()


async def test_one_change_at_a_time() -> None:
    passwords = await with_old("1.6")
    async with raw_peer(version="1.6") as peer:
        first = asyncio.create_task(passwords.change(peer.connection))
        await peer.recv()
        with pytest.raises(RuntimeError, match="is already being changed"):
            await passwords.change(peer.connection)
        peer.abort()
        with pytest.raises(ConnectionClosed):
            await first
    assert len((await passwords.store.get("CP001")).pending) == 1  # type: ignore[union-attr]


# --- What is lost ---------------------------------------------------------------------


class Asked:
    """A charger whose connection a test has in its hands."""

    def __init__(self, peer: Any, change: asyncio.Task[str], frame: str) -> None:
        self.peer, self.change = peer, change
        _, self.id, _, payload = json.loads(frame)
        self.new = bytes.fromhex(payload["value"])


@asynccontextmanager
async def asked(passwords: Passwords, wait: float = 10) -> AsyncGenerator[Asked]:
    async with raw_peer(version="1.6") as peer:
        change = asyncio.create_task(passwords.change(peer.connection, timeout=wait))
        yield Asked(peer, change, await peer.recv())


BOTH, ONLY_OLD = [True, True], [True, False]

LOST: dict[str, tuple[Callable[[Asked], Any], type[Exception], list[bool]]] = {
    "no answer": (lambda _: asyncio.sleep(0), CallTimeout, BOTH),
    "cut": (lambda a: a.peer.abort(), ConnectionClosed, BOTH),
    "closed": (lambda a: a.peer.close(), ConnectionClosed, BOTH),
    "nonsense": (
        lambda a: a.peer.send(f'[3,"{a.id}",{{"status":"Yes"}}]'),
        InvalidResponse,
        BOTH,
    ),
    "failed": (
        lambda a: a.peer.send(f'[4,"{a.id}","InternalError","",{{}}]'),
        OcppError,
        BOTH,
    ),
    "error": (
        lambda a: a.peer.send(f'[4,"{a.id}","NotImplemented","",{{}}]'),
        OcppError,
        ONLY_OLD,
    ),
}


@pytest.mark.parametrize("fate", LOST)
async def test_lost(fate: str) -> None:
    passwords = await with_old("1.6")
    deed, error, right = LOST[fate]
    wait = 0.01 if fate == "no answer" else 10
    async with asked(passwords, wait) as charger:
        # It is kept before the charger has it.
        assert await is_right(passwords, KEY, charger.new) == BOTH
        result = deed(charger)
        if result is not None:
            await result
        with pytest.raises(error):
            await charger.change
        assert await is_right(passwords, KEY, charger.new) == right


@pytest.mark.parametrize("is_new", [True, False])
async def test_the_one_that_is_used_counts(is_new: bool) -> None:
    passwords = await with_old("1.6")
    async with asked(passwords) as charger:
        charger.peer.abort()
        with suppress(ConnectionClosed):
            await charger.change
    used, other = (charger.new, KEY) if is_new else (KEY, charger.new)
    assert not await passwords("CP001", b"neither")
    assert await is_right(passwords, used, other) == BOTH
    assert await passwords("CP001", used)
    assert not await passwords("CP001", other)
    assert await passwords("CP001", used)


async def test_used_before_the_answer_is_there() -> None:
    """It has changed, and comes back before its old connection is found dead."""
    passwords = await with_old("1.6")
    async with asked(passwords) as charger:
        assert await passwords("CP001", charger.new)
        assert not await passwords("CP001", KEY)
        charger.peer.abort()
        with pytest.raises(ConnectionClosed):
            await charger.change
    assert await is_right(passwords, charger.new, KEY) == ONLY_OLD


async def test_the_old_one_used_while_a_change_is_under_way() -> None:
    """It came back with the old one, and finds the call in its buffer afterwards."""
    passwords = await with_old("1.6")
    async with asked(passwords) as charger:
        assert await passwords("CP001", KEY)
        assert await is_right(passwords, KEY, charger.new) == BOTH
        await charger.peer.send(f'[3,"{charger.id}",{{"status":"Accepted"}}]')
        assert await charger.change == "Accepted"
    assert await is_right(passwords, charger.new, KEY) == ONLY_OLD


@pytest.mark.parametrize(
    ("end", "right"),
    [
        ('[3,"{id}",{{"status":"Accepted"}}]', [False, True]),
        ('[3,"{id}",{{"status":"RebootRequired"}}]', BOTH),
        ('[3,"{id}",{{"status":"Rejected"}}]', ONLY_OLD),
        (None, BOTH),
    ],
)
async def test_another_node_saw_the_old_one_used(
    end: str | None, right: list[bool]
) -> None:
    store = MemoryStore()
    passwords = await with_old("1.6", store)
    async with asked(passwords) as charger:
        assert await Passwords(store)("CP001", KEY)
        assert await is_right(passwords, KEY, charger.new) == ONLY_OLD
        if end is None:
            charger.peer.abort()
            with pytest.raises(ConnectionClosed):
                await charger.change
        else:
            await charger.peer.send(end.format(id=charger.id))
            await charger.change
    assert await is_right(passwords, KEY, charger.new) == right


@pytest.mark.parametrize("status", ["Accepted", "Rejected", "RebootRequired", None])
async def test_removed_meanwhile(status: str | None) -> None:
    passwords = await with_old("1.6")
    async with asked(passwords) as charger:
        await passwords.remove("CP001")
        if status is None:
            charger.peer.abort()
            with pytest.raises(ConnectionClosed):
                await charger.change
        else:
            await charger.peer.send(f'[3,"{charger.id}",{{"status":"{status}"}}]')
            await charger.change
    assert await passwords.store.get("CP001") is None


async def test_booted_before_it_announced_that() -> None:
    passwords = await with_old("1.6")
    async with asked(passwords) as charger:
        assert await passwords("CP001", charger.new)
        await charger.peer.send(f'[3,"{charger.id}",{{"status":"RebootRequired"}}]')
        await charger.change
    assert await is_right(passwords, charger.new, KEY) == ONLY_OLD
    record = await passwords.store.get("CP001")
    assert record is not None
    assert not record.until_reboot


class Overtaken(MemoryStore):
    """A store in which somebody else always comes first, once."""

    def __init__(self, record: PasswordRecord, other: PasswordRecord | None) -> None:
        super().__init__({"CP001": record})
        self.others = [other]

    async def replace(
        self, identity: str, old: PasswordRecord | None, new: PasswordRecord | None, /
    ) -> bool:
        if self.others:
            await super().replace(identity, old, self.others.pop())
            return False
        return await super().replace(identity, old, new)


OLD_HASH, NEW_HASH, THIRD_HASH = (
    str(PasswordHash.of(key, FAST)) for key in (KEY, KEY[::-1], KEY[1:])
)


@pytest.mark.parametrize("other", [None, PasswordRecord(current=THIRD_HASH)])
async def test_what_an_administrator_sets_meanwhile_stays(
    other: PasswordRecord | None,
) -> None:
    store = Overtaken(PasswordRecord(current=OLD_HASH, pending=[NEW_HASH]), other)
    assert await Passwords(store)("CP001", KEY[::-1])  # it was right when it was read
    assert await store.get("CP001") == other


async def test_of_two_that_were_lost_the_older_one_is_used() -> None:
    other = PasswordRecord(current=OLD_HASH, pending=[NEW_HASH, THIRD_HASH])
    store = Overtaken(PasswordRecord(current=OLD_HASH, pending=[NEW_HASH]), other)
    assert await Passwords(store)("CP001", KEY[::-1])
    assert await store.get("CP001") == PasswordRecord(current=NEW_HASH)


@pytest.mark.parametrize("other", [None, PasswordRecord(current=THIRD_HASH)])
async def test_what_an_administrator_sets_is_not_renewed(
    other: PasswordRecord | None,
) -> None:
    slow = Scrypt(ln=1, r=1)
    record = PasswordRecord(current=str(PasswordHash.of(KEY, slow)))
    store = Overtaken(record, other)
    passwords = Passwords(store, chosen=Scrypt(ln=2, r=1), renew=True)
    assert await passwords("CP001", KEY)
    assert await store.get("CP001") == other


async def test_cancelled() -> None:
    passwords = await with_old("1.6")
    async with asked(passwords) as charger:
        charger.change.cancel()
        with pytest.raises(asyncio.CancelledError):
            await charger.change
    assert await is_right(passwords, KEY, charger.new) == BOTH


async def test_not_sent() -> None:
    passwords = await with_old("1.6")
    async with pair(version="1.6") as (_, connection):
        await connection.close()
        with pytest.raises(ConnectionClosed):
            await passwords.change(connection)
    record = await passwords.store.get("CP001")
    assert record is not None
    assert record.pending == ()


async def test_a_store_that_fails_asks_no_charger() -> None:
    class Failing(MemoryStore):
        async def replace(self, *_: object) -> bool:
            raise OSError("the database is away")

    charger = Charger("1.6")
    async with pair(charger.routes, version="1.6") as (_, connection):
        with pytest.raises(OSError, match="away"):
            await Passwords(Failing()).change(connection)
    assert charger.asked == []


async def test_answers_that_stay_away() -> None:
    """Each change that is not answered leaves one more, but not for ever."""
    passwords = await with_old("1.6")
    new: list[bytes] = []
    async with raw_peer(version="1.6") as peer:
        for _ in range(3):
            change = asyncio.create_task(
                passwords.change(peer.connection, timeout=0.01)
            )
            new.append(bytes.fromhex(json.loads(await peer.recv())[3]["value"]))
            with pytest.raises(CallTimeout):
                await change
        with pytest.raises(
            RuntimeError, match="3 changes of its password are undecided"
        ):
            await passwords.change(peer.connection)
    assert await is_right(passwords, KEY, *new) == [True] * 4
    assert await passwords("CP001", new[1])
    assert await is_right(passwords, KEY, *new) == [False, False, True, False]


async def test_an_answer_about_something_else() -> None:
    passwords = await with_old("2.0.1")
    answer = (
        '[3,"%s",{"setVariableResult":[{"attributeStatus":"Accepted","component":'
        '{"name":"SecurityCtrlr"},"variable":{"name":"Identity"}}]}]'
    )
    async with raw_peer(version="2.0.1") as peer:
        change = asyncio.create_task(passwords.change(peer.connection))
        await peer.send(answer % json.loads(await peer.recv())[1])
        with pytest.raises(InvalidResponse, match="no result for BasicAuthPassword"):
            await change
    assert await is_right(passwords, PASSWORD.encode()) == [True]


async def test_a_restart_between(tmp_path: Path) -> None:
    path = tmp_path / "passwords"
    passwords = await with_old("1.6", FileStore(path, create=True))
    async with asked(passwords) as charger:
        charger.change.cancel()
        with suppress(asyncio.CancelledError):
            await charger.change
    after = Passwords(FileStore(path))
    assert await is_right(after, KEY, charger.new) == BOTH
    assert await after("CP001", charger.new)
    assert await is_right(Passwords(FileStore(path)), charger.new, KEY) == ONLY_OLD


async def test_no_secret_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    charger, passwords = Charger("2.0.1"), await with_old("2.0.1")
    async with pair(charger.routes, version="2.0.1") as (_, connection):
        await passwords.change(connection)
        charger.status = "Rejected"
        await passwords.change(connection, PASSWORD.encode())
    text = "'CP001': change of its password: Accepted"
    assert whose(caplog, text) == {("CP001", "2.0.1")}
    assert not any(key.decode() in caplog.text for key in charger.asked)


# --- Whatever happens -----------------------------------------------------------------

seen: Counter[str] = Counter()


class Line:
    """A connection to a charger whose fate is told in advance."""

    identity, version, handshake = "CP001", "1.6", None

    def __init__(self, fate: str) -> None:
        self.package = load("1.6")
        self.fate = fate
        self.new: bytes | None = None

    async def call(self, request: Any, **_: object) -> Any:
        if self.fate == "not sent":
            raise QueueFull(1)
        self.new = bytes.fromhex(request.value)
        if self.fate in STATUSES:
            return vars(self.package)["ChangeConfigurationResponse"](status=self.fate)
        if self.fate in {"killed", "killed, taken"}:
            raise asyncio.CancelledError
        raise FATES[self.fate]


STATUSES = ["Accepted", "Rejected", "RebootRequired"]
FATES = {
    "late": CallTimeout("ChangeConfiguration", sent=True),
    "late, taken": CallTimeout("ChangeConfiguration", sent=True),
    "cut": ConnectionClosed(sent=True),
    "cut, taken": ConnectionClosed(sent=True),
    "broken, taken": OcppError(ErrorCode.INTERNAL_ERROR),
    "error": OcppError(ErrorCode.NOT_IMPLEMENTED),
}
ALL_FATES = [*STATUSES, *FATES, "not sent", "killed", "killed, taken"]


class Changes(RuleBasedStateMachine):
    """The laws: a charger can always get in, and with nothing else than it may have."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.store = MemoryStore()
        self.passwords = Passwords(self.store)
        self.key: bytes = KEY
        self.after_boot: bytes | None = None
        self.made: set[bytes] = {KEY}
        self.run(self.passwords.set_password("CP001", KEY, scheme=FAST))

    def run(self, coroutine: Any) -> Any:
        return self.runner.run(coroutine)

    def teardown(self) -> None:
        self.runner.close()

    def right(self) -> set[bytes]:
        """Which of all passwords would get in."""
        made = sorted(self.made)
        answers = self.run(is_right(self.passwords, *made))
        return {key for key, answer in zip(made, answers, strict=True) if answer}

    @rule(fate=st.sampled_from(ALL_FATES))
    def change(self, fate: str) -> None:
        before = self.right()
        line: Any = Line(fate)
        try:
            self.run(self.passwords.change(line))
        except RuntimeError:
            assert len(before) == 4  # too many were lost
            seen["refused"] += 1
            return
        except (OcppRpcError, asyncio.CancelledError):
            is_told = False
        else:
            is_told = True
        assert is_told is (fate in STATUSES)
        seen[fate] += 1
        if line.new is None:
            assert self.right() == before
            return
        self.made.add(line.new)
        if fate == "Accepted" or fate.endswith("taken"):
            self.key, self.after_boot = line.new, None
        elif fate == "RebootRequired":
            self.after_boot = line.new
        if fate == "Accepted":
            assert self.right() == {line.new}
        elif fate in {"Rejected", "error"}:
            assert self.right() == before
        else:
            assert self.right() == before | {line.new}

    @rule()
    def announce_a_boot(self) -> None:
        self.change("RebootRequired")

    @rule()
    def come_back(self) -> None:
        """What has been used counts alone, unless a boot was announced before."""
        record = self.run(self.store.get("CP001"))
        assert self.run(self.passwords("CP001", self.key))
        if record.until_reboot:
            seen["came back before it booted"] += 1
        else:
            assert self.right() == {self.key}
            seen["came back"] += 1

    @precondition(lambda self: self.after_boot is not None)
    @rule()
    def boot(self) -> None:
        self.key, self.after_boot = self.after_boot, None  # type: ignore[assignment]
        assert self.run(self.passwords("CP001", self.key))
        seen["booted"] += 1

    @rule()
    def restart(self) -> None:
        self.passwords = Passwords(self.store)

    @invariant()
    def it_can_get_in(self) -> None:
        right = self.right()
        assert self.key in right
        assert self.after_boot is None or self.after_boot in right
        assert len(right) <= 4


@pytest.mark.timeout(60)
def test_whatever_happens() -> None:
    run_state_machine_as_test(
        Changes, settings=settings(max_examples=150, stateful_step_count=20)
    )
    assert_met(
        seen,
        *ALL_FATES,
        "refused",
        "booted",
        "came back",
        "came back before it booted",
    )
