"""Back-off after failed attempts: who waits, for how long, and who does not."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocpp_rpc.security.attempts import FailedAttempts
from tests.properties import assert_met

HERE, THERE = "192.0.2.1", "198.51.100.7"


def fail(
    attempts: FailedAttempts, times: int, address: str | None = HERE, now: float = 0
) -> None:
    for _ in range(times):
        attempts.failed(address, "CP001", now)


def test_waits_double_up_to_the_longest() -> None:
    attempts = FailedAttempts(free=3, first=1, longest=60)
    waits: list[float] = []
    for _ in range(12):
        attempts.failed(HERE, "CP001", 100.0)
        waits.append(attempts.wait(HERE, "CP001", 100.0))
    assert waits == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_attempts_that_are_being_looked_at_count() -> None:
    attempts = FailedAttempts(free=2, first=1)
    with ExitStack() as stack:
        for trying in range(3):
            assert attempts.wait(HERE, "CP001", 0) == 0, trying
            stack.enter_context(attempts.trying(HERE, "CP001"))
        assert attempts.wait(HERE, "CP001", 0) == 1
        assert attempts.wait(THERE, "CP001", 0) == 0
        assert attempts.wait(HERE, "CP002", 0) == 0
    assert attempts.wait(HERE, "CP001", 0) == 0
    assert not vars(attempts)["_trying"]  # or it would grow with each identity
    fail(attempts, 2)
    with attempts.trying(HERE, "CP001"):
        assert attempts.wait(HERE, "CP001", 0) == 1


def test_a_wait_passes() -> None:
    attempts = FailedAttempts(free=0, first=8)
    fail(attempts, 1, now=100)
    assert [attempts.wait(HERE, "CP001", now) for now in (100, 105, 108, 200)] == [
        8,
        3,
        0,
        0,
    ]


def test_more_failures_than_a_float_holds() -> None:
    attempts = FailedAttempts(free=0, longest=60)
    fail(attempts, 5_000)
    assert attempts.wait(HERE, "CP001", 0) == 60


@pytest.mark.parametrize("address", [THERE, None, "2001:db8::1"])
def test_a_charger_elsewhere_does_not_notice(address: str | None) -> None:
    attempts = FailedAttempts(free=0)
    fail(attempts, 50)
    assert attempts.wait(HERE, "CP001", 0) == 60
    assert attempts.wait(address, "CP001", 0) == 0


def test_a_charger_at_the_same_address_does_not_notice() -> None:
    attempts = FailedAttempts()
    for now in range(0, 100_000, 60):  # one that tries for ever
        attempts.failed(HERE, "CP001", now)
        assert attempts.wait(HERE, "CP002", now) == 0


def test_without_an_address_only_the_identity_counts() -> None:
    attempts = FailedAttempts(free=0, free_identities=0)
    fail(attempts, 10, None)
    assert attempts.wait(None, "CP001", 0) == 60
    assert attempts.wait(None, "CP002", 0) == 0


def test_many_identities_hold_back_an_address() -> None:
    attempts = FailedAttempts(free_identities=10, first=1, longest=60)
    waits: list[float] = []
    for number in range(14):
        attempts.failed(HERE, f"guess {number}", 0)
        waits.append(attempts.wait(HERE, "CP002", 0))
    assert waits == [0.0] * 10 + [1, 2, 4, 8]
    assert attempts.wait(THERE, "CP002", 0) == 0
    assert attempts.wait(HERE, "CP002", 8) == 0


def test_who_has_succeeded_from_an_address_is_exempt() -> None:
    attempts = FailedAttempts(free=1, free_identities=1)
    attempts.succeeded(HERE, "CP002", 0)
    for number in range(20):
        attempts.failed(HERE, f"guess {number}", 0)
    assert attempts.wait(HERE, "CP001", 0) == 60
    assert attempts.wait(HERE, "CP002", 0) == 0
    # Not from its own failures, nor at an address where it has not been.
    attempts.failed(HERE, "CP002", 0)
    attempts.failed(HERE, "CP002", 0)
    assert attempts.wait(HERE, "CP002", 0) == 1
    attempts.succeeded(THERE, "CP002", 0)
    assert attempts.wait(HERE, "CP002", 0) == 60


def test_success_ends_a_series() -> None:
    attempts = FailedAttempts(free=1, first=1)
    fail(attempts, 4)
    assert attempts.wait(HERE, "CP001", 0) == 4
    attempts.succeeded(HERE, "CP001", 4)
    assert attempts.wait(HERE, "CP001", 4) == 0
    fail(attempts, 2, now=4)
    assert attempts.wait(HERE, "CP001", 4) == 1


def test_one_success_does_not_free_those_who_guess_beside_it() -> None:
    attempts = FailedAttempts(free_identities=1)
    for number in range(20):
        attempts.failed(HERE, f"guess {number}", 0)
    attempts.succeeded(HERE, "CP001", 0)
    assert attempts.wait(HERE, "guess 20", 0) == 60


def test_a_series_is_forgotten() -> None:
    attempts = FailedAttempts(free=0, free_identities=0, first=1, forget_after=900)
    fail(attempts, 3)
    attempts.failed(HERE, "CP001", 899)
    assert attempts.wait(HERE, "CP001", 899) == 8
    attempts.failed(HERE, "CP001", 1799)
    assert attempts.wait(HERE, "CP001", 1799) == 1
    assert "1 at 1 addresses" in repr(attempts)
    attempts.wait(THERE, "CP003", 9999)
    assert "0 at 0 addresses" in repr(attempts)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("fe80::1%eth0", "fe80::2%eth0", True),
        ("a:b", "a:c", False),
    ],
)
def test_networks_of_ipv6(one: str, other: str, is_same: bool) -> None:
    attempts = FailedAttempts(free=0)
    fail(attempts, 1, one)
    assert (attempts.wait(other, "CP001", 0) > 0) is is_same


def test_what_is_remembered_is_bounded() -> None:
    attempts = FailedAttempts(max_entries=100, free=0, longest=1e9, forget_after=1e9)
    for number in range(1_000):
        attempts.failed(f"192.0.2.{number}", f"guess {number}", number)
        attempts.succeeded(f"192.0.2.{number}", f"CP{number}", number)
    assert repr(attempts) == (
        "<FailedAttempts: 100 at 100 addresses failed, 100 succeeded>"
    )
    assert attempts.wait("192.0.2.999", "guess 999", 999) > 0
    assert attempts.wait("192.0.2.899", "guess 899", 999) == 0


def test_what_failed_longest_ago_is_forgotten_first() -> None:
    attempts = FailedAttempts(max_entries=2, free=0, longest=1e9)
    for now, identity in enumerate(["CP001", "CP002", "CP001", "CP003"]):
        attempts.failed(None, identity, now)
    waits = [attempts.wait(None, f"CP00{n}", 3) > 0 for n in (1, 2, 3)]
    assert waits == [True, False, True]


@pytest.mark.parametrize(
    "settings",
    [{"free": -1}, {"first": -1}, {"longest": -0.1}, {"forget_after": -1}],
)
def test_no_setting_is_negative(settings: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="may be negative"):
        FailedAttempts(**settings)  # type: ignore[arg-type]


def test_there_is_room() -> None:
    with pytest.raises(ValueError, match="max_entries has to be at least 1, not 0"):
        FailedAttempts(max_entries=0)


seen: Counter[str] = Counter()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["failed", "failed", "succeeded"]),
            st.sampled_from([HERE, None]),
            st.sampled_from(["CP001", "CP002"]),
            st.sampled_from([0, 0, 1, 30, 70]),
        ),
        max_size=60,
    )
)
def check_laws(steps: list[tuple[str, str | None, str, float]]) -> None:
    """Nobody waits longer than `longest`, nobody elsewhere is held back by others."""
    attempts = FailedAttempts(free=0, free_identities=1, first=4, forget_after=100)
    now = 0.0
    failed: set[tuple[str | None, str]] = set()
    for deed, address, identity, later in steps:
        now += later
        wait = attempts.wait(address, identity, now)
        assert 0 <= wait <= 60
        if wait:
            assert any(address == where for where, _ in failed)
            assert attempts.wait(address, identity, now + wait) == 0
        seen["waits" if wait else "goes on"] += 1
        if deed == "failed":
            attempts.failed(address, identity, now)
            failed.add((address, identity))
        else:
            attempts.succeeded(address, identity, now)


def test_laws() -> None:
    check_laws()
    assert_met(seen, "waits", "goes on")
