"""A server of the library `websockets` and nothing else, which answers every call.

    python benchmarks/bare_server.py [--uvloop] [--tls=FILE]

It reads the id and the action of a call, and has the response ready.
"""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from datetime import UTC, datetime

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from benchmarks.certificates import server_context
from benchmarks.processes import raise_limits, say

TIME = {"currentTime": datetime.now(UTC).isoformat()}
RESPONSES = {
    "Heartbeat": json.dumps(TIME),
    "BootNotification": json.dumps({"status": "Accepted", "interval": 300, **TIME}),
}


async def answer(websocket: ServerConnection) -> None:
    """Answer calls of any kind."""
    with suppress(ConnectionClosed):
        async for message in websocket:
            _, message_id, action, _ = json.loads(message)
            await websocket.send(f'[3,"{message_id}",{RESPONSES.get(action, "{}")}]')


async def main() -> None:
    """Listen until the process is killed."""
    raise_limits()
    subprotocols = [Subprotocol(name) for name in ("ocpp1.6", "ocpp2.0.1")]
    tls = [each.removeprefix("--tls=") for each in sys.argv if "--tls=" in each]
    async with serve(
        answer,
        "127.0.0.1",
        0,
        subprotocols=subprotocols,
        ssl=server_context(tls[0]) if tls else None,
    ) as server:
        say(listening=next(iter(server.sockets)).getsockname()[1])
        await server.serve_forever()


if __name__ == "__main__":
    if "--uvloop" in sys.argv:
        import uvloop

        uvloop.run(main())
    else:
        asyncio.run(main())
