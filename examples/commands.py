"""Commands for chargers that are away: kept, and sent when the charger connects again.

They are in SQLite, so they survive a restart of the back office. Each is sent at most
once: `take` marks it in the same step in which it chooses it. If the process dies after
that, the command stays "taken", because nobody knows whether the charger has got it; it
is not sent again by itself. Commands that nobody could take in time expire.

This program plays both sides: CP001 is away when it gets its commands.

Needs `ocpp-rpc[websockets]`.
"""

import asyncio
import sqlite3
import time
from dataclasses import dataclass
from typing import Any

import ocpp_messages
import ocpp_rpc
from ocpp_messages import v16

__all__ = ["Command", "Commands", "deliver", "follow"]

TABLE = """
CREATE TABLE IF NOT EXISTS command (
    id INTEGER PRIMARY KEY,
    identity TEXT NOT NULL,
    version TEXT NOT NULL,
    action TEXT NOT NULL,
    payload TEXT NOT NULL,
    expires REAL NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    result TEXT
);
CREATE INDEX IF NOT EXISTS waiting ON command (identity, id) WHERE state = 'waiting';
"""

ADD = """
INSERT INTO command (identity, version, action, payload, expires)
VALUES (?, ?, ?, ?, ?) RETURNING id
"""

EXPIRE = """
UPDATE command SET state = 'expired' WHERE state = 'waiting' AND expires <= ?
"""

TAKE = """
UPDATE command SET state = 'taken' WHERE id = (
    SELECT id FROM command WHERE identity = ? AND version = ? AND state = 'waiting'
    ORDER BY id LIMIT 1
) RETURNING id, version, action, payload
"""


@dataclass(frozen=True)
class Command:
    """A command that is taken, and has to be sent now or never."""

    number: int
    request: Any


class Commands:
    """Commands in a file of SQLite.

    A command is "waiting", "taken", "answered", "failed", "unknown" (the connection was
    lost before the answer) or "expired".
    """

    def __init__(self, path: str) -> None:
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.executescript(TABLE)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def add(self, identity: str, version: str, request: Any, seconds: float) -> int:
        """Keep a command for so many seconds; return its number."""
        payload = ocpp_messages.load(version).dumps(request)
        action = type(request).__name__.removesuffix("Request")
        row = (identity, version, action, payload, time.time() + seconds)
        (number,) = self._database.execute(ADD, row).fetchone()
        return int(number)

    def take(self, identity: str, version: str) -> Command | None:
        """Return the oldest command for a charger, which nobody else gets any more."""
        self._database.execute(EXPIRE, (time.time(),))
        row = self._database.execute(TAKE, (identity, version)).fetchone()
        if row is None:
            return None
        number, version, action, payload = row
        package = ocpp_messages.load(version)
        kind = package.PROCEDURES[action].request
        return Command(number, package.loads(kind, payload))

    def note(self, number: int, state: str, result: str | None = None) -> None:
        """Note what has become of a command."""
        row = (state, result, number)
        change = "UPDATE command SET state = ?, result = ? WHERE id = ?"
        self._database.execute(change, row)

    def outcome(self, number: int) -> tuple[str, str | None]:
        """Return the state of a command, and its result."""
        self._database.execute(EXPIRE, (time.time(),))
        found = "SELECT state, result FROM command WHERE id = ?"
        state, result = self._database.execute(found, (number,)).fetchone()
        return state, result


async def deliver(commands: Commands, connection: Any) -> None:
    """Send a charger what waits for it, one after the other, and note the results."""
    while not connection.closed:
        command = commands.take(connection.identity, connection.version)
        if command is None:
            return
        try:
            response = await connection.call(command.request)
        except ocpp_rpc.ConnectionClosed as error:
            # What was not sent may wait again; nobody knows about the rest.
            commands.note(command.number, "unknown" if error.sent else "waiting")
        except ocpp_rpc.OcppRpcError as error:
            commands.note(command.number, "failed", str(error))
        else:
            result = connection.package.dumps(response)
            commands.note(command.number, "answered", result)


async def follow(commands: Commands, server: ocpp_rpc.Server) -> None:
    """Deliver to each charger that connects, until the server is closed.

    For a charger that is connected when it gets a command, call `deliver` after `add`.
    """
    async with asyncio.TaskGroup() as tasks:
        async for change in server.connections.changes():
            if change.connected:
                tasks.create_task(deliver(commands, change.connection))


async def main() -> None:
    commands = Commands(":memory:")
    soft = v16.ResetRequest(type=v16.ResetType.SOFT)
    unlock = v16.UnlockConnectorRequest(connector_id=1)
    numbers = [
        commands.add("CP001", "1.6", soft, seconds=3600),
        commands.add("CP001", "1.6", unlock, seconds=3600),
        commands.add("CP001", "1.6", soft, seconds=0),
        commands.add("CP002", "1.6", soft, seconds=3600),
    ]
    routes, done = ocpp_rpc.Router(), asyncio.Event()

    @routes.on(v16.ResetRequest)
    def reset(_: v16.ResetRequest) -> v16.ResetResponse:
        return v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)

    @routes.on(v16.UnlockConnectorRequest)
    def unlock_connector(_: v16.UnlockConnectorRequest) -> v16.UnlockConnectorResponse:
        return v16.UnlockConnectorResponse(status=v16.UnlockStatus.UNLOCKED)

    @routes.after(v16.UnlockConnectorRequest)
    def unlocked(_: v16.UnlockConnectorRequest) -> None:
        done.set()

    async with ocpp_rpc.serve(None, "127.0.0.1", 0, versions=["1.6"]) as server:
        following = asyncio.create_task(follow(commands, server))
        url = f"ws://127.0.0.1:{server.port}"
        async with ocpp_rpc.connect(url, "CP001", versions=["1.6"], handler=routes):
            await done.wait()
    await following
    for number in numbers:
        print(number, *commands.outcome(number))
    commands.close()


if __name__ == "__main__":
    asyncio.run(main())
