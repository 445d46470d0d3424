"""A node of the fleet "prod": it serves chargers behind a proxy that ends their TLS.

SIGTERM, or Ctrl-C, lets its chargers go to the other nodes, then ends it.
"""

import argparse
import asyncio
import hmac
import logging
import signal
import ssl
from datetime import UTC, datetime
from pathlib import Path

import ocpp_rpc
from ocpp_messages import v16
from ocpp_rpc import ServerSettings, fleet
from ocpp_rpc.security import server as security

__all__ = ["main"]

routes = ocpp_rpc.Router()


@routes.on(v16.BootNotificationRequest)
async def boot(_: v16.BootNotificationRequest) -> v16.BootNotificationResponse:
    """Accept whoever boots."""
    return v16.BootNotificationResponse(
        status=v16.RegistrationStatus.ACCEPTED,
        current_time=datetime.now(UTC),
        interval=60,
    )


@routes.on(v16.HeartbeatRequest)
async def heartbeat(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
    """Tell the time."""
    return v16.HeartbeatResponse(current_time=datetime.now(UTC))


@routes.on(v16.StatusNotificationRequest)
async def status(_: v16.StatusNotificationRequest) -> v16.StatusNotificationResponse:
    """Take note; `fleet.Node(publish=...)` passes it on as well."""
    return v16.StatusNotificationResponse()


@routes.on(v16.AuthorizeRequest)
async def authorize(_: v16.AuthorizeRequest) -> v16.AuthorizeResponse:
    """Let everybody charge."""
    accepted = v16.IdTagInfo(status=v16.AuthorizationStatus.ACCEPTED)
    return v16.AuthorizeResponse(id_tag_info=accepted)


def secret(folder: Path, name: str) -> str:
    """Return a password that `prepare.py` has written."""
    return (folder / name).read_text("utf-8").strip()


async def main(options: argparse.Namespace) -> None:
    """Serve until told to end."""
    folder: Path = options.secrets
    of_chargers = secret(folder, "charger.password").encode()

    async def verify(_identity: str, password: bytes) -> bool:
        # All simulated chargers have one; docs/passwords.md has one for each.
        return hmac.compare_digest(password, of_chargers)

    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with (
        await fleet.nats(
            options.nats,
            tls=ssl.create_default_context(cafile=folder / "ca.pem"),
            user="node",
            password=secret(folder, "node.password"),
            inbox_prefix="_INBOX_NODE",
            name=options.name,
        ) as bus,
        ocpp_rpc.Server(
            routes,
            versions=["1.6"],
            security=security.Profile2(verify=verify, tls=security.tls_at_proxy()),
            server=ServerSettings(
                health_path="/health", trusted_proxies=[options.proxies]
            ),
        ) as server,
        fleet.Node(
            server,
            bus,
            name="prod",
            node=options.name,
            publish=[v16.StatusNotificationRequest],
        ) as node,
    ):
        await server.listen(options.host, options.port)
        print(f"{options.name} listens", flush=True)
        await stop.wait()
        print(f"{options.name} lets {node.stations} chargers go", flush=True)
        await node.drain(per_second=options.drain)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--name", required=True, help="of the node")
    parser.add_argument("--nats", required=True, help="URLs, separated by commas")
    parser.add_argument("--secrets", type=Path, required=True, help="from prepare.py")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9000)
    parser.add_argument("--proxies", default="127.0.0.0/8", help="networks, trusted")
    parser.add_argument("--drain", type=float, default=50, help="chargers per second")
    logging.basicConfig(level=logging.INFO)
    asyncio.run(main(parser.parse_args()))
