"""A back office, over any transport; a program, too.

    python benchmarks/back_office.py TRANSPORT [--uvloop] [...]

It tells its port, and with `--tell` who connects and disconnects, and when.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import ssl
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from benchmarks.certificates import server_context
from benchmarks.processes import CLIENTS, Logged, raise_limits, say
from ocpp_messages import v16, v201
from ocpp_rpc import Handshake, Router, Server, WebSocketSettings
from ocpp_rpc.security.server import Profile0

__all__ = ["TRANSPORTS", "listening", "routes"]

TRANSPORTS = (*CLIENTS, "websockets-asyncio", "asgi")

routes = Router()


@routes.on(v16.HeartbeatRequest)
async def heartbeat(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
    """Tell the time."""
    return v16.HeartbeatResponse(current_time=datetime.now(UTC))


@routes.on(v16.BootNotificationRequest)
async def boot(_: v16.BootNotificationRequest) -> v16.BootNotificationResponse:
    """Accept a charge point."""
    return v16.BootNotificationResponse(
        status=v16.RegistrationStatus.ACCEPTED,
        current_time=datetime.now(UTC),
        interval=300,
    )


@routes.on(v16.StatusNotificationRequest)
async def status(_: v16.StatusNotificationRequest) -> v16.StatusNotificationResponse:
    """Take a status."""
    return v16.StatusNotificationResponse()


@routes.on(v16.MeterValuesRequest)
async def meter_values(_: v16.MeterValuesRequest) -> v16.MeterValuesResponse:
    """Take meter values."""
    return v16.MeterValuesResponse()


@routes.on(v201.TransactionEventRequest)
async def transaction_event(
    _: v201.TransactionEventRequest,
) -> v201.TransactionEventResponse:
    """Take a transaction event."""
    return v201.TransactionEventResponse()


@routes.on(v16.DataTransferRequest)
async def data_transfer(
    request: v16.DataTransferRequest,
) -> v16.DataTransferResponse:
    """Take as many seconds as the message asks for, then send the data back."""
    await asyncio.sleep(float(request.message_id or 0))
    return v16.DataTransferResponse(
        status=v16.DataTransferStatus.ACCEPTED, data=request.data
    )


@asynccontextmanager
async def listening(
    server: Server,
    transport: str,
    websocket: WebSocketSettings,
    host: str = "127.0.0.1",
    tls: ssl.SSLContext | None = None,
) -> AsyncGenerator[int, None]:
    """Let stations in over a transport, in the end close; yields the port.

    Args:
        server: What lets them in.
        transport: The library that listens, or `asgi` for uvicorn.
        websocket: What uvicorn has to be told; the server knows it.
        host: Where to listen.
        tls: For TLS; not for uvicorn.
    """
    if transport != "asgi":
        async with server:
            security = None if tls else Profile0()  # in a network of this computer
            listener = await server.listen(
                host, ssl=tls, security=security, transport=transport
            )
            yield listener.address[1]
        return
    import uvicorn  # noqa: PLC0415 - what is not measured is not loaded

    from ocpp_rpc.transports.asgi import Endpoint  # noqa: PLC0415

    application = uvicorn.Server(
        uvicorn.Config(
            Endpoint(
                server,
                security=Profile0(),
                close_timeout=websocket.close_timeout,
            ),
            host=host,
            port=0,
            lifespan="off",
            log_level="warning",
            log_config=None,  # to the root, like all that is logged
            ws_ping_interval=websocket.ping_interval,
            ws_ping_timeout=websocket.ping_timeout,
            # uvicorn inflates what comes before the library sees a message of it
            ws_per_message_deflate=False,
        )
    )
    running = asyncio.create_task(application.serve())
    while not application.started:  # noqa: ASYNC110 - there is no event
        await asyncio.sleep(0.01)
    async with server:
        yield application.servers[0].sockets[0].getsockname()[1]
    application.should_exit = True
    await running


def arguments() -> argparse.Namespace:
    """Return what this program was told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("transport", choices=TRANSPORTS)
    parser.add_argument("--uvloop", action="store_true")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--ping-interval", type=float, default=20.0)
    parser.add_argument("--ping-timeout", type=float, default=20.0)
    parser.add_argument("--open-timeout", type=float, default=10.0)
    parser.add_argument("--descriptors", type=int, help="how many it may have")
    parser.add_argument("--deciding", type=float, default=0.0, help="seconds")
    parser.add_argument("--tls", help="a file with a certificate and its key")
    parser.add_argument("--tell", action="store_true", help="who comes and goes")
    return parser.parse_args()


async def main(told: argparse.Namespace) -> None:
    """Serve until the process is killed."""
    raise_limits(told.descriptors)
    websocket = WebSocketSettings(
        ping_interval=told.ping_interval,
        ping_timeout=told.ping_timeout,
        open_timeout=told.open_timeout,
    )

    async def decide(_: Handshake) -> None:
        await asyncio.sleep(told.deciding)

    server = Server(
        routes,
        versions=["2.0.1", "1.6"],
        on_connect=decide if told.deciding else None,
        websocket=websocket,
    )
    tls = None if told.tls is None else server_context(told.tls)
    async with listening(server, told.transport, websocket, told.host, tls) as port:
        changes = server.connections.changes() if told.tell else None
        say(listening=port)
        if changes is None:
            await asyncio.Event().wait()
            return
        async for change in changes:
            name = "opened" if change.connected else "closed"
            how = str(change.connection.end or "")
            say(**{name: change.connection.identity}, at=time.monotonic(), how=how)


if __name__ == "__main__":
    logging.root.addHandler(Logged(lambda what: say(logged=what)))
    options = arguments()
    if options.uvloop:
        import uvloop

        uvloop.run(main(options))
    else:
        asyncio.run(main(options))
