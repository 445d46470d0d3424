"""Ledgers: what became of every call, as each side saw it.

Each side writes its events to a file, one line each, so that it keeps nothing in memory
but what is open. `audit` compares the files of both sides.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from ocpp_messages import Request
from ocpp_rpc import Connection, Event, OcppError, OcppRpcError
from ocpp_rpc.protocol import (
    CallAnswered,
    CallCancelled,
    CallFailed,
    CallQueued,
    CallReceived,
    CallRefused,
    CallStarted,
    CallSucceeded,
    SendReceived,
)

__all__ = ["REFUSED", "Ledger", "Page", "audit", "read"]

REFUSED: Final = "GenericError"
"""The error that a handler answers with when it is asked for one."""

GOOD: Final = "CP"
"""How the identities begin whose calls are written down."""

_MARKS: Final[Mapping[type, str]] = {
    CallQueued: "queued",
    CallStarted: "written",
    CallSucceeded: "succeeded",
    CallFailed: "failed",
    CallCancelled: "cancelled",
    CallReceived: "received",
    CallAnswered: "answered",
    CallRefused: "refused",
    SendReceived: "sent",
}
_ENDS: Final = ("succeeded", "failed", "cancelled")


class Ledger:
    """Writes down what becomes of calls; `observe` is an observer.

    Attributes:
        open: How many calls of this side are not settled.
        returned: How often `call` has returned a response.
        raised: How often it has raised what.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", buffering=2**16)
        self._prefix = path.stem
        self._made = 0
        self.open = 0
        self.returned = 0
        self.raised: Counter[str] = Counter()

    def new_id(self) -> str:
        """Return an id that no other call has, on either side."""
        self._made += 1
        return f"{self._prefix}-{self._made}"

    def observe(self, event: Event, connection: Connection) -> None:
        """Write an event down, if it is about a call of a good charger."""
        mark = _MARKS.get(type(event))
        if mark is None or not connection.identity.startswith(GOOD):
            return
        self.open += (mark == "queued") - (mark in _ENDS)
        what: Any = event
        self._file.write(f"{mark} {what.id} {_detail(event)}\n")

    async def call(
        self, connection: Connection, request: Request[Any], **options: Any
    ) -> Any:
        """Call, and count how that ends; return None if it fails."""
        try:
            response = await connection.call(request, **options)
        except (OcppRpcError, asyncio.CancelledError) as error:
            if connection.identity.startswith(GOOD):
                self.raised[type(error).__name__] += 1
            if isinstance(error, asyncio.CancelledError):
                raise
            return None
        if connection.identity.startswith(GOOD):
            self.returned += 1
        return response

    def close(self) -> None:
        """Write everything to the file."""
        self._file.close()


def _detail(event: Event) -> str:
    match event:
        case CallAnswered(outcome=OcppError(code=code)):
            return str(code)
        case (
            CallFailed(error=OcppError(code=code))
            | CallRefused(error=OcppError(code=code))
        ):
            return str(code)
        case CallFailed(error=error):
            return type(error).__name__
        case _:
            return "-"


@dataclass
class Page:
    """What one side has written about one call.

    Attributes:
        marks: How often it has written what.
        end: How the call ended, for the side that made it.
        answer: What it was answered, by the side that got it.
    """

    marks: Counter[str] = field(default_factory=Counter[str])
    end: str = ""
    answer: str = ""


def read(path: Path) -> dict[str, Page]:
    """Return what one side has written, by the id of the call."""
    pages: dict[str, Page] = {}
    with path.open(encoding="utf-8") as file:
        for line in file:
            mark, call, detail = line.split()
            page = pages.setdefault(call, Page())
            page.marks[mark] += 1
            if mark in _ENDS:
                page.end = f"{mark} {detail}"
            elif mark in {"answered", "refused"}:
                page.answer = f"{mark} {detail}"
    return pages


def audit(
    name: str, ours: Mapping[str, Page], theirs: Mapping[str, Page]
) -> Iterator[str]:
    """Compare what a side wrote about its calls with what the other side wrote.

    Args:
        name: How the ids begin that this side has made.
        ours: What it wrote.
        theirs: What the other side wrote.

    Yields:
        What does not fit together.
    """
    for call, page in ours.items():
        if call.startswith(name):
            yield from _settled(call, page)
            yield from _agreed(call, page, theirs.get(call, _NOTHING))
    known = ours.keys()
    for call, page in theirs.items():
        if not call.startswith(name) or page.marks["sent"]:
            continue
        if call not in known or not ours[call].marks["written"]:
            yield f"{call}: came, but was never written"


_NOTHING: Final = Page()


def _settled(call: str, page: Page) -> Iterator[str]:
    ends = sum(page.marks[mark] for mark in _ENDS)
    if page.marks["queued"] != 1 or ends != 1 or page.marks["written"] > 1:
        yield f"{call}: {_written(page.marks)}, settled {ends} times"
    if page.end == "succeeded -" and not page.marks["written"]:
        yield f"{call}: succeeded, but was never written"


def _agreed(call: str, page: Page, other: Page) -> Iterator[str]:
    arrivals = other.marks["received"] + other.marks["refused"]
    if arrivals > 1 or other.marks["answered"] > other.marks["received"]:
        yield f"{call}: on the other side {_written(other.marks)}"
    expected = _ANSWERS.get(page.end)
    if expected is None:
        yield f"{call}: {page.end or 'is not settled'}"
    elif expected and other.answer not in expected:
        yield f"{call}: {page.end}, but the other side has {other.answer or 'nothing'}"


_ANSWERS: Final[Mapping[str, Iterable[str]]] = {
    "succeeded -": {"answered -"},
    f"failed {REFUSED}": {f"answered {REFUSED}", f"refused {REFUSED}"},
    "failed ConnectionClosed": (),
    "cancelled -": (),  # a handler had made it, and its connection was lost
}
"""How a call may end; what the other side has written then, if that is certain."""


def _written(marks: Counter[str]) -> str:
    return ", ".join(f"{mark} {times}" for mark, times in marks.items())
