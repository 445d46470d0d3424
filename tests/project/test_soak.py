"""The soak of benchmarks/ finds what it looks for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.soaking.ledger import audit, read

FINE = (
    ["queued a-1 -", "written a-1 -", "succeeded a-1 -"],
    ["received a-1 -", "answered a-1 -"],
)
LEDGERS: dict[str, tuple[Sequence[str], Sequence[str], Sequence[str]]] = {
    "answered": (*FINE, []),
    "answered with an error": (
        ["queued a-1 -", "written a-1 -", "failed a-1 GenericError"],
        ["received a-1 -", "answered a-1 GenericError"],
        [],
    ),
    "refused": (
        ["queued a-1 -", "written a-1 -", "failed a-1 GenericError"],
        ["refused a-1 GenericError"],
        [],
    ),
    "lost before it was written": (
        ["queued a-1 -", "failed a-1 ConnectionClosed"],
        [],
        [],
    ),
    "lost with its answer": (
        ["queued a-1 -", "written a-1 -", "failed a-1 ConnectionClosed"],
        ["received a-1 -", "answered a-1 -"],
        [],
    ),
    "a message that is not answered": (*FINE[:1], [*FINE[1], "sent a-2 -"], []),
    "a call of the other side": (
        ["received b-1 -", "answered b-1 -"],
        ["queued b-1 -", "written b-1 -", "succeeded b-1 -"],
        [],
    ),
    "never settled": (
        ["queued a-1 -", "written a-1 -"],
        [],
        ["a-1: queued 1, written 1, settled 0 times", "a-1: is not settled"],
    ),
    "settled twice": (
        [*FINE[0], "failed a-1 ConnectionClosed"],
        FINE[1],
        ["a-1: queued 1, written 1, succeeded 1, failed 1, settled 2 times"],
    ),
    "not in time": (
        ["queued a-1 -", "written a-1 -", "failed a-1 CallTimeout"],
        FINE[1],
        ["a-1: failed CallTimeout"],
    ),
    "an answer that nobody has given": (
        FINE[0],
        ["received a-1 -"],
        ["a-1: succeeded -, but the other side has nothing"],
    ),
    "another answer": (
        FINE[0],
        ["received a-1 -", "answered a-1 GenericError"],
        ["a-1: succeeded -, but the other side has answered GenericError"],
    ),
    "an answer to what was never written": (
        ["queued a-1 -", "succeeded a-1 -"],
        FINE[1],
        [
            "a-1: succeeded, but was never written",
            "a-1: came, but was never written",
        ],
    ),
    "received twice": (
        FINE[0],
        ["received a-1 -", *FINE[1]],
        ["a-1: on the other side received 2, answered 1"],
    ),
    "answered twice": (
        FINE[0],
        [*FINE[1], "answered a-1 -"],
        ["a-1: on the other side received 1, answered 2"],
    ),
    "out of the blue": ([], FINE[1], ["a-1: came, but was never written"]),
}


@pytest.mark.parametrize("name", LEDGERS)
def test_an_audit(name: str, tmp_path: Path) -> None:
    ours, theirs, faults = LEDGERS[name]
    for side, lines in (("a", ours), ("b", theirs)):
        (tmp_path / side).write_text("".join(f"{line}\n" for line in lines))
    found = audit("a", read(tmp_path / "a"), read(tmp_path / "b"))
    assert list(found) == list(faults)
