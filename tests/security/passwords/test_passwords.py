"""Checking passwords: what is right, what is computed, what is remembered."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from unittest.mock import patch

import pytest
from argon2 import PasswordHasher
from hypothesis import given
from hypothesis import strategies as st

from ocpp_messages import VERSIONS
from ocpp_rpc import Handshake, HandshakeRefused
from ocpp_rpc.back_office import Credentials
from ocpp_rpc.errors import MissingDependency, NotInVersion
from ocpp_rpc.security.passwords import (
    Argon2,
    MemoryStore,
    PasswordRecord,
    Passwords,
    Scheme,
    Scrypt,
    Sha256,
    check_key,
    new_key,
)
from ocpp_rpc.security.passwords.hashes import PasswordHash
from tests.confidential import KEY, PASSWORD
from tests.properties import assert_met, edited

FAST = Sha256()
SLOW = Scrypt(ln=1, r=1)  # as dear as it has to be for a test: not at all
DEARER = Scrypt(ln=2, r=1)
CHEAP_ARGON = Argon2(memory=8, time=1)
SCHEMES: list[Scheme] = [FAST, SLOW, CHEAP_ARGON]
RIGHT = PASSWORD.encode()


class Spy:
    """Counts what is derived, by scheme and whether it was in the event loop."""

    def __init__(self) -> None:
        self.seen: Counter[tuple[str, bool]] = Counter()
        self.gate = threading.Event()
        self.gate.set()

    def of(self, kind: type[Scheme]) -> Callable[..., bytes]:
        derive = kind.derive

        def spying(scheme: Scheme, *arguments: object) -> bytes:
            in_loop = threading.current_thread() is threading.main_thread()
            self.seen[str(scheme), in_loop] += 1
            if scheme.is_slow:
                assert self.gate.wait(10)
            return derive(scheme, *arguments)  # type: ignore[arg-type]

        return spying

    async def derived(self, count: int) -> None:
        """Wait until as many are under way."""
        while self.seen.total() < count:  # noqa: ASYNC110 - threads tell no loop
            await asyncio.sleep(0)

    def taken(self) -> dict[tuple[str, bool], int]:
        seen, self.seen = self.seen, Counter()
        return dict(seen)


@pytest.fixture
def spy(monkeypatch: pytest.MonkeyPatch) -> Spy:
    spy = Spy()
    for kind in (Sha256, Scrypt, Argon2):
        monkeypatch.setattr(kind, "derive", spy.of(kind))
    return spy


async def with_password(scheme: Scheme, **settings: bool | int | Scheme) -> Passwords:
    passwords = Passwords(MemoryStore(), **settings)  # type: ignore[arg-type]
    await passwords.set_password("CP001", RIGHT, scheme=scheme)
    return passwords


@pytest.mark.parametrize("scheme", SCHEMES)
async def test_right_and_wrong(scheme: Scheme) -> None:
    passwords = await with_password(scheme)
    for _ in range(2):  # the second time by heart
        assert await passwords("CP001", RIGHT) is True
        assert await passwords("CP001", RIGHT + b" ") is False
        assert await passwords("CP001", b"") is False
        assert await passwords("CP002", RIGHT) is False
        assert await passwords("cp001", RIGHT) is False


async def test_binary_keys() -> None:
    passwords = Passwords(MemoryStore())
    for key in (KEY, bytes(16), b":" * 20, b"\xff" * 20):
        await passwords.set_password("CP001", key, scheme=FAST)
        assert await passwords("CP001", key)
        assert not await passwords("CP001", key.hex().encode())


async def test_every_identity_has_a_salt_of_its_own() -> None:
    store = MemoryStore()
    passwords = Passwords(store)
    for identity in ("CP001", "CP002"):
        await passwords.set_password(identity, RIGHT, scheme=FAST)
    first, second = [await store.get(each) for each in ("CP001", "CP002")]
    assert first is not None
    assert second is not None
    assert first.current != second.current


# --- Those who are not known ----------------------------------------------------------


@pytest.mark.parametrize("scheme", SCHEMES)
async def test_the_unknown_cost_as_much(spy: Spy, scheme: Scheme) -> None:
    passwords = await with_password(scheme)
    await passwords("CP001", b"wrong")
    spy.taken()
    assert not await passwords("CP001", b"wrong")
    known = spy.taken()
    assert known == {(str(scheme), not scheme.is_slow): 1}
    assert not await passwords("CP999", b"wrong")
    assert spy.taken() == known


async def test_the_unknown_are_divided_among_the_schemes(spy: Spy) -> None:
    passwords = await with_password(FAST)
    await passwords.set_password("CP002", RIGHT, scheme=SLOW)
    for identity in ("CP001", "CP002"):
        await passwords(identity, b"wrong")
    spy.taken()
    ways: Counter[tuple[str, bool]] = Counter()
    for number in range(64):
        await passwords(f"guess {number}", RIGHT)
        way = spy.taken()
        ways.update(way)
        await passwords(f"guess {number}", RIGHT)
        assert spy.taken() == way  # whoever asks twice does not learn more
    assert set(ways) == {(str(FAST), True), (str(SLOW), False)}
    assert ways.total() == 64


async def test_nobody_gets_in_with_a_decoy() -> None:
    passwords = await with_password(FAST)
    with patch.object(PasswordHash, "matches", return_value=True):
        assert await passwords("CP001", b"wrong")
        assert not await passwords("CP999", b"wrong")


# --- Slow ones ------------------------------------------------------------------------


async def test_slow_hashes_leave_the_loop_alone(spy: Spy) -> None:
    passwords = await with_password(SLOW, threads=2)
    await passwords.set_password("CP002", RIGHT, scheme=FAST)
    spy.taken()
    spy.gate.clear()
    waiting = [
        asyncio.create_task(passwords("CP001", f"guess {number}".encode()))
        for number in range(20)
    ]
    try:
        await spy.derived(2)
        for _ in range(100):
            await asyncio.sleep(0)
        assert spy.seen == {(str(SLOW), False): 2}  # the bound of the pool
        assert await passwords("CP002", RIGHT)  # a fast one does not wait for them
        assert not any(task.done() for task in waiting)
    finally:
        spy.gate.set()
    assert await asyncio.gather(*waiting) == [False] * 20


async def test_whoever_gives_up_costs_nothing(spy: Spy) -> None:
    passwords = await with_password(SLOW, threads=1)
    spy.taken()
    spy.gate.clear()
    waiting = [asyncio.create_task(passwords("CP001", RIGHT)) for _ in range(20)]
    try:
        await spy.derived(1)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
    finally:
        spy.gate.set()
    assert not await passwords("CP001", b"wrong")
    assert spy.taken() == {(str(SLOW), False): 2}


async def test_what_a_slow_hash_has_confirmed_is_remembered(spy: Spy) -> None:
    passwords = await with_password(SLOW)
    spy.taken()
    for _ in range(5):
        assert await passwords("CP001", RIGHT)
    assert spy.taken() == {(str(SLOW), False): 1}
    assert not await passwords("CP001", b"wrong")
    assert spy.taken() == {(str(SLOW), False): 1}
    assert await passwords("CP001", RIGHT)
    assert spy.taken() == {}


async def test_what_is_remembered_ends_with_its_hash(spy: Spy) -> None:
    passwords = await with_password(SLOW)
    assert await passwords("CP001", RIGHT)
    await passwords.set_password("CP001", b"another password")
    assert not await passwords("CP001", RIGHT)
    await passwords.set_password("CP001", RIGHT, scheme=SLOW)
    spy.taken()
    assert await passwords("CP001", RIGHT)
    assert spy.taken() == {(str(SLOW), False): 1}
    await passwords.remove("CP001")
    assert not await passwords("CP001", RIGHT)


async def test_what_is_remembered_is_bounded(spy: Spy) -> None:
    passwords = Passwords(MemoryStore(), memo=2)
    for identity in ("CP001", "CP002", "CP003"):
        await passwords.set_password(identity, RIGHT, scheme=SLOW)
    for identity in ("CP001", "CP002", "CP001", "CP003"):
        assert await passwords(identity, RIGHT)
    spy.taken()
    assert await passwords("CP001", RIGHT)
    assert await passwords("CP003", RIGHT)
    assert spy.taken() == {}
    assert await passwords("CP002", RIGHT)
    assert spy.taken() == {(str(SLOW), False): 1}


async def test_nothing_need_be_remembered(spy: Spy) -> None:
    passwords = await with_password(SLOW, memo=0)
    spy.taken()
    assert await passwords("CP001", RIGHT)
    assert await passwords("CP001", RIGHT)
    assert spy.taken() == {(str(SLOW), False): 2}


async def test_hashes_are_renewed(spy: Spy) -> None:
    store = MemoryStore()
    old = Passwords(store, chosen=SLOW)
    await old.set_password("CP001", RIGHT)
    await old.set_password("CP002", KEY, scheme=FAST)
    kept = await store.get("CP001"), await store.get("CP002")
    for identity, password in (("CP001", RIGHT), ("CP002", KEY)):
        assert await Passwords(store, chosen=DEARER)(identity, password)
    assert kept == (await store.get("CP001"), await store.get("CP002"))

    new = Passwords(store, chosen=DEARER, renew=True)
    assert not await new("CP001", b"wrong")
    assert kept[0] == await store.get("CP001")
    assert await new("CP001", RIGHT)
    assert await new("CP002", KEY)
    renewed = await store.get("CP001")
    assert renewed is not None
    assert str(renewed.current).startswith(str(DEARER))
    assert kept[1] == await store.get("CP002")  # a random key needs no more
    assert await new("CP001", RIGHT)


# --- Digits as text -------------------------------------------------------------------


async def test_digits_as_text() -> None:
    store = MemoryStore()
    exact, lenient = Passwords(store), Passwords(store, hex_text=True)
    await exact.set_password("CP001", KEY, scheme=FAST)
    for digits in (KEY.hex(), KEY.hex().upper(), KEY.hex().title()):
        assert await lenient("CP001", digits.encode())
        assert not await exact("CP001", digits.encode())
    assert await lenient("CP001", KEY)
    for wrong in (KEY.hex()[:-1], KEY.hex()[:-2], KEY.hex() + "00", "0x" + KEY.hex()):
        assert not await lenient("CP001", wrong.encode())


async def test_a_password_that_looks_like_digits() -> None:
    passwords = Passwords(MemoryStore(), hex_text=True)
    text = KEY.hex().encode()
    await passwords.set_password("CP001", text, scheme=FAST)
    assert await passwords("CP001", text)
    assert not await passwords("CP001", KEY)


async def test_the_unknown_cost_as_much_with_digits(spy: Spy) -> None:
    passwords = await with_password(FAST, hex_text=True)
    spy.taken()
    await passwords("CP001", KEY.hex().encode())
    known = spy.taken()
    await passwords("CP999", KEY.hex().encode())
    assert spy.taken() == known == {(str(FAST), True): 2}


# --- As a hook ------------------------------------------------------------------------


def handshake(name: bytes | None, password: bytes = RIGHT) -> Handshake:
    given = None if name is None else Credentials(name, password)
    return Handshake(identity="CP001", path="/CP001", headers={}, credentials=given)


async def test_as_a_hook() -> None:
    passwords = await with_password(FAST)
    await passwords.check(handshake(b"CP001"))
    await passwords.set_password("CP002", RIGHT, scheme=FAST)
    for wrong in (
        handshake(None),
        handshake(b"CP002"),
        handshake(b"cp001"),
        handshake(b""),
        handshake(b"CP001", b"wrong"),
    ):
        with pytest.raises(HandshakeRefused) as refusal:
            await passwords.check(wrong)
        assert refusal.value.status == 401
        assert refusal.value.headers["WWW-Authenticate"].startswith("Basic realm=")


# --- What may be set ------------------------------------------------------------------


async def test_random_ones_are_issued() -> None:
    store = MemoryStore()
    passwords = Passwords(store)
    key = await passwords.issue("CP001", "1.6")
    check_key("1.6", key)
    assert await passwords("CP001", key)
    record = await store.get("CP001")
    assert record is not None
    assert str(record.current).startswith("$sha256$")
    with pytest.raises(NotInVersion):
        await passwords.issue("CP001", "1.5")


@pytest.mark.parametrize(("identity", "password"), [("", RIGHT), ("CP001", b"")])
async def test_nothing_empty(identity: str, password: bytes) -> None:
    with pytest.raises(ValueError, match="is empty"):
        await Passwords(MemoryStore()).set_password(identity, password)


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ({"threads": 0}, "threads has to be at least 1, not 0"),
        ({"memo": -1}, "memo must not be negative, but is -1"),
    ],
)
def test_settings(settings: dict[str, int], text: str) -> None:
    with pytest.raises(ValueError, match=text):
        Passwords(MemoryStore(), **settings)  # type: ignore[arg-type]


async def test_no_secret_is_shown(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    store = MemoryStore()
    passwords = Passwords(store)
    await passwords.set_password("CP001", RIGHT, scheme=FAST)
    record = await store.get("CP001")
    assert record is not None
    text = str(record.current)
    shown = [
        repr(each) for each in (passwords, store, record, PasswordHash.parse(text))
    ]
    for part in (PASSWORD, *text.split("$")[2:]):
        assert not any(part in each for each in shown)
    assert "1 identities" in shown[0]


# --- Keys -----------------------------------------------------------------------------

SET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-_=:+|@.~"


@pytest.mark.parametrize("version", [each for each in VERSIONS if each != "1.5"])
def test_new_keys(version: str) -> None:
    made = [new_key(version) for _ in range(200)]
    assert len(set(made)) == 200
    for key in made:
        check_key(version, key)
        if version == "1.6":
            assert len(key) == 20
        else:
            assert len(key) == 40
            assert not set(key.decode()) & set("@~")
    assert len({byte for key in made for byte in key}) > 60  # of 64, or of 256


@pytest.mark.parametrize(
    ("version", "key", "text"),
    [
        ("1.6", b"x" * 15, "a password of OCPP 1.6 must have 16 to 20 bytes, not 15"),
        ("1.6", b"x" * 21, "a password of OCPP 1.6 must have 16 to 20 bytes, not 21"),
        (
            "2.0",
            b"x" * 15,
            "a password of OCPP 2.0 must have 16 to 40 characters, not 15",
        ),
        (
            "2.0.1",
            b"x" * 41,
            "a password of OCPP 2.0.1 must have 16 to 40 characters, not 41",
        ),
        (
            "2.1",
            b"x" * 41,
            "a password of OCPP 2.1 must have 16 to 40 characters, not 41",
        ),
    ],
)
def test_lengths_of_keys(version: str, key: bytes, text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        check_key(version, key)


def test_a_longer_key_that_a_charger_takes() -> None:
    check_key("2.1", b"x" * 64, longest=64)


@pytest.mark.parametrize("odd", [" ", "\n", "\0", "!", "é", "#"])
@pytest.mark.parametrize("place", [0, 20, 39])
def test_characters_of_keys(odd: str, place: int) -> None:
    key = (SET * 2)[:place] + odd + SET[place:39]
    with pytest.raises(ValueError, match="may have letters") as error:
        check_key("2.0.1", key.encode()[:40])
    assert key not in str(error.value)
    check_key("1.6", key.encode()[:20])


def test_all_characters_of_keys() -> None:
    check_key("2.0.1", SET[:40].encode())
    check_key("2.0.1", SET[-40:].encode())


@pytest.mark.parametrize("function", [new_key, partial(check_key, key=RIGHT)])
def test_versions_of_keys(function: Callable[[str], object]) -> None:
    with pytest.raises(NotInVersion, match=r"OCPP 1\.5 cannot change passwords"):
        function("1.5")
    with pytest.raises(ValueError, match="unknown version of OCPP: '3'"):
        function("3")


# --- Texts of hashes ------------------------------------------------------------------


@pytest.mark.parametrize("scheme", SCHEMES)
def test_hashes_are_read_back(scheme: Scheme) -> None:
    made = PasswordHash.of(KEY, scheme)
    again = PasswordHash.parse(str(made))
    assert again == made
    assert again.matches(KEY)
    assert not again.matches(KEY + b"x")
    assert "\n" not in str(made)


OPENSSL = "$sha256$c2FsdHNhbHQ$HktwV0uOyWM+9KH8ERP79cBLbsgQeYVUu8a/6Fvqu0w"
"""`printf saltsaltpassword | openssl dgst -sha256 -binary | base64`"""

SODIUM_CHLORIDE = (
    "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$"
    "cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofLVQylVYT"
    "8Pz2LUlwUkKpr55h6F3A1lHkDfzwF7RVdYhw"
)
"""RFC 7914 §12."""


@pytest.mark.parametrize(
    ("text", "password"),
    [
        (OPENSSL, b"password"),
        (SODIUM_CHLORIDE, b"pleaseletmein"),
        (PasswordHasher(1, 64, 2).hash(KEY), KEY),
    ],
    ids=["openssl", "RFC 7914", "argon2-cffi"],
)
def test_hashes_of_others(text: str, password: bytes) -> None:
    parsed = PasswordHash.parse(text)
    assert parsed.matches(password)
    assert not parsed.matches(password + b"x")
    assert str(parsed) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is not a hash of sha256, scrypt, argon2id"),
        (PASSWORD, "it is not a hash of sha256, scrypt, argon2id"),
        ("$md5$YWFhYWFhYWE$YWFh", "it is not a hash of sha256, scrypt, argon2id"),
        ("$sha256$YWFhYWFhYWE", "it is not a well-formed hash of sha256"),
        ("$sha256$YWFhYWFhYWE$", "it is not a well-formed hash of sha256"),
        ("$sha256$YWFhYWFhYWE$YWFh", "the hash of sha256 is too short or too long"),
        ("$sha256$YWFhYWFhYWF$YWFh", "not base64 without padding"),
        ("$sha256$YWFh$" + "A" * 43, "salt of a hash of sha256 has 8 to 64 bytes"),
        ("$sha256$YWFhYWFhYWE$" + "A" * 44, "too short or too long"),
        ("$scrypt$ln=0,r=8,p=1$A$A", "not a well-formed hash of scrypt"),
        ("$scrypt$ln=014,r=8,p=1$A$A", "not a well-formed hash of scrypt"),
        ("$scrypt$ln=21,r=8,p=1$A$A", "ln of scrypt must be from 1 to 20"),
        ("$scrypt$ln=14,r=65,p=1$A$A", "r of scrypt must be from 1 to 64"),
        ("$scrypt$ln=20,r=8,p=1$A$A", "scrypt with these costs is too expensive"),
        ("$argon2i$v=19$m=64,t=1,p=1$A$A", "it is not a hash of sha256"),
        ("$argon2id$v=16$m=64,t=1,p=1$A$A", "not a well-formed hash of argon2id"),
        ("$argon2id$v=19$m=7,t=1,p=1$A$A", "m of argon2id must be from 8 to 262144"),
        ("$argon2id$v=19$m=64,t=65,p=1$A$A", "t of argon2id must be from 1 to 64"),
    ],
)
def test_what_is_no_hash(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason) as error:
        PasswordHash.parse(text)
    assert PASSWORD not in str(error.value)


TEXTS = st.sampled_from([str(PasswordHash.of(KEY, scheme)) for scheme in SCHEMES])

seen: Counter[str] = Counter()


@given(edited(TEXTS, "$=,AB0189lnrpmtv+/ é"))
def check_texts(text: str) -> None:
    """Whatever is read can be written again, and costs a bounded amount."""
    parsed: PasswordHash | None = None
    reason = ""
    try:
        parsed = PasswordHash.parse(text)
    except ValueError as error:
        reason = str(error)
    assert text[-20:] not in reason
    assert parsed is None or str(parsed) == text
    seen["refused" if parsed is None else "read"] += 1


def test_any_text_is_read_or_refused() -> None:
    check_texts()
    assert_met(seen, "read", "refused")


async def test_a_store_with_something_else() -> None:
    store = MemoryStore({"CP\n1": PasswordRecord(current=PASSWORD)})
    with pytest.raises(
        ValueError, match=r"'CP\\n1' in the store of passwords: it is no"
    ):
        await Passwords(store)("CP\n1", RIGHT)


def test_argon2_is_an_extra() -> None:
    with patch.dict(sys.modules, {"argon2.low_level": None}):
        with pytest.raises(MissingDependency, match="argon2"):
            Argon2()
        with pytest.raises(MissingDependency, match="argon2"):
            PasswordHash.parse("$argon2id$v=19$m=64,t=1,p=1$YWFhYWFhYWE$" + "A" * 43)
        PasswordHash.parse("$scrypt$ln=1,r=1,p=1$YWFhYWFhYWE$" + "A" * 43)


# --- Speed ----------------------------------------------------------------------------


async def test_ten_thousand_random_keys_at_once() -> None:
    """Far from `on_connect_timeout`, 5 s, on whatever this runs."""
    passwords = Passwords(MemoryStore())
    for number in range(10_000):
        await passwords.set_password(f"CP{number}", KEY, scheme=FAST)
    before = time.process_time()
    checks = [passwords(f"CP{number}", KEY) for number in range(10_000)]
    assert all(await asyncio.gather(*checks))
    assert time.process_time() - before < 5
