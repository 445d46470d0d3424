"""A station that dies at every step, for the test of what its outbox survives.

    python -m tests.station.crashing FOLDER

Each scenario has a folder of its own and three lives, each a process. The first one is
killed at a step, the second one at another, if it comes that far, and the third one
lives until nothing waits. The steps are what changes the file and what goes over the
connection. The back office lives in the same process and writes down what it is told;
what a process wrote into a file stays when it is killed. Prints one line of JSON per
scenario, until one is not killed any more.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import sys
import traceback
from dataclasses import asdict, dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, Final, NoReturn

from ocpp_messages import Model, Request, load, v16
from ocpp_rpc import CannotSend, Connection
from ocpp_rpc.station import Outbox
from ocpp_rpc.station.forwarding import forward
from ocpp_rpc.transports.memory import MemoryTransport, memory_pair
from tests.station.transactions import meter, start, stop

__all__ = ["TOLD", "Scenario"]

PUT: Final[list[Request[Any]]] = [start(), meter(1), meter(2), stop()]
OFFLINE: Final = 2
TOLD: Final = ["StartTransaction", "1", "2", "StopTransaction"]


@dataclass(frozen=True)
class Scenario:
    """What became of a station.

    Attributes:
        killed_at: The step at which each of its lives ended that was killed.
        told: What the back office was told, in order.
        ids: The ids of transactions that it was told.
        waiting: How many messages wait at the end.
    """

    killed_at: list[str]
    told: list[str]
    ids: list[int]
    waiting: int


class Life:
    """One process of a station."""

    def __init__(self, folder: Path, fatal: int | None) -> None:
        self._folder = folder
        self._fatal = fatal
        self._steps = count(1)
        self._news = asyncio.Event()

    def step(self, name: str) -> None:
        """Go on, or die."""
        if next(self._steps) == self._fatal:
            self.note("killed", name)
            os.kill(os.getpid(), signal.SIGKILL)

    def note(self, file: str, line: str) -> None:
        with (self._folder / file).open("a") as notes:
            notes.write(f"{line}\n")

    def noted(self, file: str) -> list[str]:
        path = self._folder / file
        return path.read_text().splitlines() if path.exists() else []

    def open(self) -> Outbox:
        Database.life = self
        return Outbox(self._folder / "outbox.db", on_outcome=lambda _: self._news.set())

    async def live(self) -> None:
        """Put what has not been put, and see that it is delivered."""
        ours, theirs = memory_pair()
        package = load("1.6")
        station = Connection(Steps(ours, self), package, package.STATION)
        back_office = Connection(
            theirs, package, package.BACK_OFFICE, handler=self.answer
        )
        station.start()
        back_office.start()
        with self.open() as outbox:
            for number in range(len(self.noted("put")), OFFLINE):
                self.put(outbox, number)
            task = asyncio.create_task(forward(outbox, station))
            for number in range(len(self.noted("put")), len(PUT)):
                self.put(outbox, number)
                await asyncio.sleep(0)
            while outbox.first() is not None:
                self._news.clear()
                await self._news.wait()
            station.abort()
            await task

    def put(self, outbox: Outbox, number: int) -> None:
        try:
            outbox.put(PUT[number], transaction="one")
        except CannotSend:
            assert number in (0, len(PUT) - 1)  # it was put in the life before
        self.step("after putting")
        self.note("put", str(number))

    def answer(self, request: Model) -> Model:
        match request:
            case v16.StartTransactionRequest():
                self.note("told", "StartTransaction")
                response: Model = v16.StartTransactionResponse(
                    transaction_id=17,
                    id_tag_info=v16.IdTagInfo(status=v16.AuthorizationStatus.ACCEPTED),
                )
            case v16.MeterValuesRequest():
                self.note("told", request.meter_value[0].sampled_value[0].value)
                self.note("ids", str(request.transaction_id))
                response = v16.MeterValuesResponse()
            case v16.StopTransactionRequest():
                self.note("told", "StopTransaction")
                self.note("ids", str(request.transaction_id))
                response = v16.StopTransactionResponse()
            case _:
                raise AssertionError(request)
        self.step("before answering")
        return response


class Steps:
    """A transport that takes steps."""

    def __init__(self, transport: MemoryTransport, life: Life) -> None:
        self._transport = transport
        self._life = life
        self.peer = transport.peer

    async def recv(self) -> str | bytes:
        message = await self._transport.recv()
        self._life.step("after the answer")
        return message

    async def send(self, text: str) -> None:
        self._life.step("before sending")
        await self._transport.send(text)
        self._life.step("after sending")

    async def ping(self) -> bool:
        return await self._transport.ping()

    async def close(self, code: int, reason: str) -> None:
        await self._transport.close(code, reason)

    def abort(self) -> None:
        self._transport.abort()


class Database(sqlite3.Connection):
    """A database that takes a step before each change, and after a commit.

    It does not wait for the disk, which nobody turns off.
    """

    life: Life

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        if sql == "PRAGMA synchronous = FULL":
            sql = "PRAGMA synchronous = OFF"
        if sql.startswith("SELECT"):
            return super().execute(sql, *values)
        name = " ".join(sql.split()[:3])
        self.life.step(f"before {name}")
        cursor = super().execute(sql, *values)
        if name == "COMMIT":
            self.life.step("after COMMIT")
        return cursor


def be_born(folder: Path, fatal: int | None) -> NoReturn:
    try:
        asyncio.run(Life(folder, fatal).live())
    except BaseException:  # noqa: BLE001 - this is the end of a process
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def is_killed(folder: Path, fatal: int | None) -> bool:
    """Live one life; tell whether it was killed."""
    process = os.fork()
    if process == 0:
        be_born(folder, fatal)
    _, status = os.waitpid(process, 0)
    killed = os.WIFSIGNALED(status)
    assert killed or os.WEXITSTATUS(status) == 0
    return killed


def play(folder: Path, fatal: int) -> Scenario:
    """Kill a station at a step, let it live again, and tell what became of it."""
    folder.mkdir()
    if is_killed(folder, fatal) and is_killed(folder, fatal * 7 % 31 + 1):
        assert not is_killed(folder, None)
    life = Life(folder, None)
    with life.open() as outbox:
        waiting = len(outbox)
    ids = [int(text) for text in life.noted("ids")]
    return Scenario(life.noted("killed"), life.noted("told"), ids, waiting)


def main(folder: Path) -> None:
    sqlite3.connect = partial(  # type: ignore[assignment]
        sqlite3.connect, factory=Database
    )
    for fatal in count(1):
        scenario = play(folder / str(fatal), fatal)
        sys.stdout.write(f"{json.dumps(asdict(scenario))}\n")
        if not scenario.killed_at:
            break


if __name__ == "__main__":
    main(Path(sys.argv[1]))
