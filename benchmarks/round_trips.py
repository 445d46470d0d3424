"""How long a call takes to be answered, beside the `ocpp` package.

Frame in, typed request, handler, typed response, frame out: the same frames and the
same answers for this library, over `ocpp_rpc.testing.raw_peer`, and for `ocpp`, over
two queues, in turn in one process. Needs the dependency group `interop`::

    python benchmarks/round_trips.py

Printed is processor time per call, of all threads: the best of several rounds, in
microseconds. One by one, the next frame follows the answer, and switching between the
two tasks of peer and connection is part of the time; in bursts, ten frames are under
way at once.

`ocpp` validates each message in a thread of a pool unless its `ASYNC_VALIDATION` is
turned off, so it is measured both ways: as installed, and `in place`.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from benchmarks.back_office import routes
from benchmarks.messages import BOOT, METER_VALUES, TRANSACTION_EVENT, Call
from ocpp_rpc import testing

ROUNDS = 10
BURST = 10

Send = Callable[[str], Awaitable[None]]
Receive = Callable[[], Awaitable[str]]


@dataclass(frozen=True)
class Case:
    """One call, and how often it is made in a round."""

    name: str
    call: Call
    calls: int


CASES = (
    Case("BootNotification 1.6", BOOT, 1000),
    Case("MeterValues 1.6, nine values", METER_VALUES, 300),
    Case("TransactionEvent 2.0.1, three values", TRANSACTION_EVENT, 300),
)

# `ocpp` has no types, so it is imported by name: what comes from it is Any.
theirs_messages: Any = import_module("ocpp.messages")
theirs_routing: Any = import_module("ocpp.routing")
theirs16: Any = import_module("ocpp.v16")
theirs201: Any = import_module("ocpp.v201")


async def their_boot(_: object, **__: object) -> Any:
    """Accept a charge point."""
    return theirs16.call_result.BootNotification(
        current_time=datetime.now(UTC).isoformat(), interval=300, status="Accepted"
    )


async def their_meter_values(_: object, **__: object) -> Any:
    """Take meter values."""
    return theirs16.call_result.MeterValues()


async def their_transaction_event(_: object, **__: object) -> Any:
    """Take a transaction event."""
    return theirs201.call_result.TransactionEvent()


THEIR_HANDLERS: dict[str, Callable[..., Any]] = {
    "BootNotification": their_boot,
    "MeterValues": their_meter_values,
    "TransactionEvent": their_transaction_event,
}


class Queues:
    """What `ocpp` takes for a connection."""

    def __init__(self) -> None:
        self.incoming: asyncio.Queue[str] = asyncio.Queue()
        self.outgoing: asyncio.Queue[str] = asyncio.Queue()

    async def recv(self) -> str:
        """Return the next frame for `ocpp`."""
        return await self.incoming.get()

    async def send(self, text: str) -> None:
        """Take a frame from `ocpp`."""
        await self.outgoing.put(text)


async def ours(case: Case, burst: int) -> float:
    """Measure this library."""
    async with testing.raw_peer(routes, version=case.call.version) as peer:
        return await best(case, burst, peer.send, peer.recv)


async def theirs(case: Case, burst: int, *, in_threads: bool) -> float:
    """Measure `ocpp`."""
    theirs_messages.ASYNC_VALIDATION = in_threads
    queues = Queues()
    package = {"1.6": theirs16, "2.0.1": theirs201}[case.call.version]
    handler = theirs_routing.on(case.call.action)(THEIR_HANDLERS[case.call.action])
    members = {handler.__name__: handler}
    peer: Any = type("Peer", (package.ChargePoint,), members)("CP001", queues)
    reader = asyncio.create_task(peer.start())
    try:
        return await best(case, burst, queues.incoming.put, queues.outgoing.get)
    finally:
        reader.cancel()


async def best(case: Case, burst: int, send: Send, receive: Receive) -> float:
    """Return the shortest processor time per call, in microseconds."""
    frame = case.call.frame()
    frames = [frame % number for number in range(case.calls)]
    answers = {json.loads(text)[0] for text in await play(frames, burst, send, receive)}
    if answers != {3}:
        raise RuntimeError(f"{case.name} was not answered with results")
    times: list[float] = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        await play(frames, burst, send, receive)
        times.append(time.process_time() - begin)
    return min(times) / case.calls * 1e6


async def play(
    frames: list[str], burst: int, send: Send, receive: Receive
) -> list[str]:
    """Send all frames and return the answers."""
    answers: list[str] = []
    for start in range(0, len(frames), burst):
        part = frames[start : start + burst]
        for frame in part:
            await send(frame)
        answers += [await receive() for _ in part]
    return answers


async def main() -> None:
    """Print the table."""
    logging.disable(logging.CRITICAL)
    print(f"{'':50}{'ocpp_rpc':>8}{'ocpp':>9}{'ratio':>7}{'in place':>10}{'ratio':>7}")
    for burst, how in ((1, "one by one"), (BURST, "in bursts")):
        for case in CASES:
            mine = await ours(case, burst)
            row = f"{f'{case.name}, {how}':50}{mine:8.1f}"
            for in_threads, width in ((True, 9), (False, 10)):
                other = await theirs(case, burst, in_threads=in_threads)
                row += f"{other:{width}.0f}{other / mine:7.1f}"
            print(row)


if __name__ == "__main__":
    asyncio.run(main())
