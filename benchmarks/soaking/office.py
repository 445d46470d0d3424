"""The back office of a soak.

    python benchmarks/soaking/office.py TRANSPORT --ledger FILE

It lets in chargers, calls them at random, and tells how it is every ten seconds. At
SIGUSR1 it waits until nobody is connected, tells what is left, closes, and tells again.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import signal
from collections import Counter
from pathlib import Path
from typing import Any

import ocpp_rpc
from benchmarks.back_office import TRANSPORTS, listening
from benchmarks.processes import raise_limits, say
from benchmarks.soaking.ledger import GOOD, Ledger
from benchmarks.soaking.messages import FROM_OFFICE, VERSIONS, message, routes
from benchmarks.soaking.remains import Remains, rss, watch_logs
from ocpp_messages import load
from ocpp_rpc import Connection, Server, ServerSettings, Settings, WebSocketSettings

PASSWORD = b"a charger of the soak"
WEBSOCKET = WebSocketSettings(
    open_timeout=5.0, close_timeout=5.0, ping_interval=5.0, ping_timeout=5.0
)
PAUSE = 0.04
"""Seconds between the calls of the office: 25 a second, to whoever is connected."""
TO_HOSTILE = 5.0
"""Seconds that the reply of a hostile charger may take."""


async def on_connect(station: ocpp_rpc.Handshake) -> ocpp_rpc.Accept:
    """Let in good chargers with their password, and hostile ones without."""
    await asyncio.sleep(random.random() * 0.02)
    if station.identity.startswith(GOOD):
        given = station.credentials
        if given is None or given.password != PASSWORD:
            raise ocpp_rpc.HandshakeRefused(401)
    return ocpp_rpc.Accept()


class Office:
    """Calls chargers at random.

    Attributes:
        server: Who is connected.
        ledger: What became of the calls.
        logged: How often it has logged what.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.logged: Counter[str] = Counter()
        self._calls: set[asyncio.Task[object]] = set()
        answers = routes(ledger, "office")
        for version in VERSIONS:
            boot: Any = load(version).PROCEDURES["BootNotification"].request
            answers.after(boot)(self._booted)
        self.server = Server(
            answers,
            versions=VERSIONS,
            on_connect=on_connect,
            websocket=WEBSOCKET,
            server=ServerSettings(drain_timeout=10.0),
            settings=Settings(
                observer=ledger.observe, new_id=ledger.new_id, close_timeout=5.0
            ),
        )

    async def _booted(
        self, _request: object, _response: object, connection: Connection
    ) -> None:
        await self._call(connection, "TriggerMessage")

    async def call_at_random(self) -> None:
        """Call somebody now and then."""
        while True:
            await asyncio.sleep(PAUSE)
            if connections := self.server.connections.all():
                connection = random.choice(connections)
                name = random.choice([*FROM_OFFICE[connection.version]])
                task = asyncio.create_task(self._call(connection, name))
                self._calls.add(task)
                task.add_done_callback(self._calls.discard)

    async def _call(self, connection: Connection, name: str) -> None:
        is_good = connection.identity.startswith(GOOD)
        timeout = 30.0 if is_good else TO_HOSTILE
        request = message(connection.version, name)
        await self.ledger.call(
            connection, request, timeout=timeout, total_timeout=2 * timeout
        )

    async def tell(self) -> None:
        """Tell how it is, every ten seconds."""
        while True:
            await asyncio.sleep(10)
            now = Remains()
            say(
                status={
                    "tasks": now.tasks.total(),
                    "timers": now.timers.total(),
                    "descriptors": now.descriptors,
                    "connections": self.server.connections.total,
                    "open calls": self.ledger.open,
                    "rss": rss(),
                }
            )


async def main(told: argparse.Namespace) -> None:
    """Serve until SIGUSR1."""
    raise_limits()
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, stopped.set)
    ledger = Ledger(told.ledger)
    for version in VERSIONS:
        load(version)
    before_all = Remains()
    office = Office(ledger)
    watch_logs(lambda line: office.logged.update([line]))
    async with listening(office.server, told.transport, WEBSOCKET) as port:
        idle = Remains()
        say(listening=port)
        busy = [
            asyncio.create_task(each()) for each in (office.call_at_random, office.tell)
        ]
        await stopped.wait()
        for task in busy:
            task.cancel()
        await asyncio.wait(busy)
        left_open = await idle.left()
        left_open |= (
            {"connections": total} if (total := office.server.connections.total) else {}
        )
    left = await before_all.left(10)
    ledger.close()
    say(
        ended={
            "left while listening": left_open,
            "left at the end": left,
            "open calls": ledger.open,
            "returned": ledger.returned,
            "raised": ledger.raised,
            "logged": office.logged,
            "security events": office.server.security_events,
            "refusals": {str(k): v for k, v in office.server.refusals.items()},
        }
    )


def arguments() -> argparse.Namespace:
    """Return what this program was told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("transport", choices=TRANSPORTS)
    parser.add_argument("--ledger", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(main(arguments()))
