"""The rules of OCPP-J, clause by clause, in every version they hold for."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from typing import get_args

import pytest

from ocpp_rpc.protocol.events import (
    Event,
    FrameMended,
    FrameReceived,
    FrameSent,
    Opened,
    SignatureRefused,
    Signed,
)
from tests.protocol.clauses import TABLES, Case, Code, Side, World

CASES = [
    pytest.param(
        case, version, side, id=f"{version} {side.value}: {table}, {case.name}"
    )
    for table, cases in TABLES.items()
    for case in cases
    for version in case.versions
    for side in case.sides
]


@pytest.mark.parametrize(("case", "version", "side"), CASES)
def test_rule(case: Case, version: str, side: Side) -> None:
    world = World(version, side)
    for step in case.given:
        step(world)
        world.take()

    with nullcontext() if case.raises is None else pytest.raises(case.raises):
        case.when(world)

    frames, events = world.take()
    assert frames == [
        [part.of(version) if isinstance(part, Code) else part for part in frame]
        for frame in case.goes
    ]
    assert events == list(case.events)


def test_every_event_of_a_session_is_in_a_table() -> None:
    found = {like.type for cases in TABLES.values() for c in cases for like in c.events}
    elsewhere = {Opened, FrameReceived, FrameSent}  # those of a connection
    with_a_seal = {Signed, SignatureRefused}  # see test_seals
    mended = {FrameMended}  # see test_mending
    assert found == set(get_args(Event)) - elsewhere - with_a_seal - mended


def test_every_rule_has_a_name_of_its_own() -> None:
    names = Counter(str(case.id) for case in CASES)
    assert [name for name, count in names.items() if count > 1] == []
