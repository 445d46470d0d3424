"""A trial: something is broken on purpose, and what happens then is written down."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import time
import traceback
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import NamedTuple

from benchmarks.back_office import listening, routes
from benchmarks.processes import Logged, descriptors_of, memory_of
from ocpp_rpc import Server, ServerSettings, Settings, WebSocketSettings

__all__ = ["PINGS", "Remains", "Trial", "attempt", "memory"]

LIMIT = 120.0
"""Seconds after which a trial hangs."""

DEFAULTS = WebSocketSettings()
PINGS = WebSocketSettings(ping_interval=1.0, ping_timeout=1.0, close_timeout=2.0)
"""A connection that is dead is noticed within two seconds."""


class Remains(NamedTuple):
    """What there is in this process."""

    tasks: int
    descriptors: int

    @classmethod
    def now(cls) -> Remains:
        """Return what there is."""
        return cls(len(asyncio.all_tasks()), descriptors_of(os.getpid()))

    async def left(self) -> Remains:
        """Return what there is more than this, once that is nothing, or stays."""
        limit = time.monotonic() + 5
        while True:
            gc.collect()
            now = Remains.now()
            more = Remains(*(b - a for a, b in zip(self, now, strict=True)))
            if max(more) <= 0 or time.monotonic() > limit:
                return more
            await asyncio.sleep(0.1)


class Trial:
    """What is found in a trial over one transport.

    Attributes:
        transport: The transport.
        office: The arguments of a back office in a process of its own.
        logged: How often what was logged as an error.
        failed: Whether something was not as it should be.
    """

    def __init__(self, transport: str, *, uvloop: bool) -> None:
        self.transport = transport
        self.office = (transport, "--uvloop") if uvloop else (transport,)
        self.logged: Counter[str] = Counter()
        self.failed = False

    def note(self, what: str, value: object) -> None:
        """Write down what was found."""
        print(f"    {what}: {value}", flush=True)

    def check(self, what: str, value: object, ok: bool) -> None:
        """Write down what was found, and whether it is as it should be."""
        self.failed = self.failed or not ok
        print(f"    {'' if ok else 'FAULT '}{what}: {value}", flush=True)

    def took(self, what: str, seconds: float, limit: float) -> None:
        """Write down how long something took, which is not to be longer than that."""
        self.check(what, f"{seconds:.3f} s (limit {limit:g} s)", seconds <= limit)

    def grown(self, before: float, limit: float) -> None:
        """Write down by how many MiB this process has grown."""
        grown = memory() - before
        self.check("memory has grown by", f"{grown:.1f} MiB", grown <= limit)

    @asynccontextmanager
    async def server(
        self,
        websocket: WebSocketSettings = DEFAULTS,
        settings: Settings | None = None,
        server: ServerSettings | None = None,
    ) -> AsyncGenerator[tuple[Server, str], None]:
        """Serve stations in this process; yields the server and its URL."""
        made = Server(
            routes,
            versions=["1.6"],
            websocket=websocket,
            settings=settings,
            server=server,
        )
        async with listening(made, self.transport, websocket) as port:
            yield made, f"ws://127.0.0.1:{port}/ocpp"


def memory() -> float:
    """Return the memory of this process, in MiB."""
    return memory_of(os.getpid()).pss / 1024


async def attempt(
    name: str, scenario: Callable[[Trial], Awaitable[None]], trial: Trial
) -> bool:
    """Run a scenario; tell whether all was as it should be."""
    what = (scenario.__doc__ or "").splitlines()[0]
    print(f"{name}, {', '.join(trial.office)}: {what}")
    before, start = Remains.now(), time.monotonic()
    log = Logged(lambda what: trial.logged.update([what]))
    logging.root.addHandler(log)
    try:
        async with asyncio.timeout(LIMIT):
            await scenario(trial)
    except TimeoutError:
        trial.check("hangs", f"still not done after {LIMIT:g} s", ok=False)
    except Exception:  # noqa: BLE001 - the next scenario is still to come
        trial.check("failed", traceback.format_exc(), ok=False)
    left = await before.left()
    text = f"{left.tasks} tasks, {left.descriptors} descriptors"
    trial.check("left behind", text, max(left) <= 0)
    logging.root.removeHandler(log)
    for what, times in trial.logged.items():
        trial.check(f"logged {times} times", what, not what.startswith("asyncio"))
    trial.note("done in", f"{time.monotonic() - start:.1f} s\n")
    return not trial.failed
