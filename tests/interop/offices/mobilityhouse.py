"""A back office with `ocpp` from PyPI; see test_restarts.py."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

routing: Any = import_module("ocpp.routing")
packages = {"1.6": "ocpp.v16", "2.0.1": "ocpp.v201"}


def say(**line: str) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def office(package: Any) -> Any:
    """Return the class of the side of the back office."""

    def heartbeat(_: object) -> Any:
        say(received="Heartbeat")
        return package.call_result.Heartbeat(current_time="2026-01-31T12:00:00Z")

    async def data_transfer(_: object, **__: object) -> None:
        say(received="DataTransfer")
        await asyncio.Event().wait()

    handlers = {
        "heartbeat": routing.on("Heartbeat")(heartbeat),
        "data_transfer": routing.on("DataTransfer")(data_transfer),
    }
    return type("Office", (package.ChargePoint,), handlers)


async def main(port: int, version: str) -> None:
    package: Any = import_module(packages[version])
    make = office(package)

    async def accept(websocket: ServerConnection) -> None:
        side = make("CP001", websocket)

        async def clear() -> None:
            response = await side.call(package.call.ClearCache())
            say(cleared=response.status)

        with suppress(ConnectionClosed):
            await asyncio.gather(side.start(), clear())

    subprotocols = [Subprotocol(f"ocpp{version}")]
    async with serve(accept, "127.0.0.1", port, subprotocols=subprotocols) as server:
        say(listening=str(port))
        await server.serve_forever()


asyncio.run(main(int(sys.argv[1]), sys.argv[2]))
