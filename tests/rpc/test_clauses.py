"""The rules of OCPP-J, clause by clause, in every version they hold for."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from tests.rpc.clauses import TABLES, Case, Code, Side, World

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
