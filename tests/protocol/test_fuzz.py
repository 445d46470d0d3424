"""Near-valid messages: an event, at most one answer, never an exception."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest

from ocpp_messages import Role
from ocpp_rpc.protocol import events
from ocpp_rpc.protocol.session import Session
from tests.protocol import fuzzing, rules
from tests.protocol.rules import Case, check

FEW = 6000


@pytest.mark.parametrize(
    "case",
    fuzzing.read_seeds(),
    ids=lambda case: f"{case.version} {case.receiver} {case.text[:30]!a}",
)
def test_what_was_found_before(case: Case) -> None:
    check(case)


def test_near_valid_messages() -> None:
    seen: Counter[type[events.Event]] = Counter()
    for case in islice(fuzzing.cases(seed=0), FEW):
        seen.update(map(type, check(case)))
    assert set(seen) == {
        events.BadMessage,
        events.CallFailed,
        events.CallReceived,
        events.CallRefused,
        events.CallSucceeded,
        events.ResultRefused,
        events.SendReceived,
        events.StrayReply,
    }
    assert min(seen.values()) >= FEW / 400


# --- The rules can be broken ----------------------------------------------------------


class Deaf(Session):
    """Does not hear what is no frame."""

    def receive(self, message: str | bytes, now: float) -> None:
        if message != "[]":
            super().receive(message, now)


class Talkative(Session):
    """Answers twice."""

    def receive(self, message: str | bytes, now: float) -> None:
        super().receive(message, now)
        if message == "[]":
            super().receive(message, now)
            self.events()


class Forgetful(Session):
    """Loses count."""

    @property
    def unanswered(self) -> int:
        return 0


class Fragile(Session):
    """Cannot stand a letter."""

    def receive(self, message: str | bytes, now: float) -> None:
        super().receive(message, now)
        assert "Q" not in str(message)


@pytest.mark.parametrize(
    ("session", "law"),
    [
        (Deaf, "the events"),
        (Talkative, "at most one answer"),
        (Forgetful, "who is owed"),
        (Fragile, None),
    ],
)
def test_a_broken_rule_is_noticed(
    session: type[Session], law: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "Session", session)
    found = list(fuzzing.search([Case("2.1", Role.CSMS, "[]")] * 2))
    assert [fault for fault, _ in found] == ([] if law is None else [law])


def test_the_shortest_message_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "Session", Fragile)
    cases = [
        Case(version, Role.CENTRAL_SYSTEM, f'[2,"1","{action}",{{"a":1}}]')
        for version in ("1.6", "1.6", "1.5")
        for action in ("Reset", "Quit", "Quiet")
    ]
    assert list(fuzzing.search(cases)) == [
        ("AssertionError", Case("1.6", Role.CENTRAL_SYSTEM, "Q")),
        ("AssertionError", Case("1.5", Role.CENTRAL_SYSTEM, "Q")),
    ]
