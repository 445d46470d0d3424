"""The rules of OCPP-J for a session, as tables of cases.

A case is a moment of a conversation: what was before (`given`), what happens then
(`when`), and what a session makes of it: the frames it writes (`goes`), the events it
reports, and what it raises if the fault is its owner's. It holds for every version
named, and on either side of the connection unless it names one.

Clauses: "1.6" is OCPP-J 1.6, which 1.5 follows; "2.x" is part 4 of OCPP 2.0.1 and 2.1,
which 2.0 follows; "P2" is part 2; "T" is a table, "FR" a requirement. "ours" is what
this library does where the specification is silent or contradicts itself.
"""

from __future__ import annotations

from typing import Final

from tests.protocol.clauses.conversation import END, IDS, RESULTS, TURNS
from tests.protocol.clauses.frames import CODES, READ, WRITTEN
from tests.protocol.clauses.hostile import HOSTILE, HOSTILITY
from tests.protocol.clauses.malformed import (
    MALFORMED_CALLS,
    MALFORMED_ERRORS,
    UNANSWERED,
)
from tests.protocol.clauses.refusals import REFUSALS
from tests.protocol.clauses.tolerance import TOLERANCE
from tests.protocol.clauses.words import Case, Code, Side, World

__all__ = ["HOSTILE", "TABLES", "Case", "Code", "Side", "World"]

TABLES: Final = {
    "read": READ,
    "written": WRITTEN,
    "codes": CODES,
    "refusals": REFUSALS,
    "malformed calls": MALFORMED_CALLS,
    "malformed errors": MALFORMED_ERRORS,
    "unanswered": UNANSWERED,
    "hostile": HOSTILITY,
    "results": RESULTS,
    "turns": TURNS,
    "ids": IDS,
    "end": END,
    "tolerance": TOLERANCE,
}
