"""The command `central-system`: a back office for whoever connects."""

from __future__ import annotations

import asyncio
import hmac
import os
import socket
from collections.abc import Sequence
from pathlib import Path
from ssl import SSLContext

import ocpp_rpc
from ocpp_rpc import HandshakeRefused
from ocpp_rpc.security.server import Profile0
from ocpp_rpc.simulator import Failure, back_office_for

from .saving import saving
from .screen import Screen

__all__ = ["run"]


async def run(  # noqa: PLR0913
    screen: Screen,
    host: str,
    port: int,
    *,
    versions: Sequence[str],
    transport: str,
    ssl: SSLContext | None,
    password: str | None,
    save: Path | None,
) -> None:
    """Serve until cancelled.

    Args:
        screen: Where is shown what happens.
        host: Where to listen.
        port: Where to listen; 0 is any free port.
        versions: The versions that are spoken.
        transport: The WebSocket library.
        ssl: For TLS.
        password: What chargers have to give, with their identity as the name; None:
            nothing.
        save: The file to write every frame to, if any.

    Raises:
        Failure: The address cannot be used, or the file not be written.
        MissingDependency: The extra for that library is not installed.
    """

    def handler(connection: ocpp_rpc.Connection) -> ocpp_rpc.Router:
        return back_office_for(connection, screen.tell).routes

    def tell(refusal: ocpp_rpc.Refusal) -> None:
        screen.warn(f"refused {refusal}")

    scheme = "ws" if ssl is None else "wss"
    with saving(save, screen.observe) as observer:
        settings = ocpp_rpc.Settings(observer=observer)
        try:
            async with ocpp_rpc.serve(
                handler,
                host,
                port,
                versions=versions,
                security=Profile0() if ssl is None else None,
                ssl=ssl,
                transport=transport,
                settings=settings,
                on_connect=None if password is None else _asking_for(password),
            ) as server:
                server.on_refused(tell)
                url = f"{scheme}://{f'[{host}]' if ':' in host else host}:{server.port}"
                screen.say(f"{url} speaks OCPP {', '.join(versions)}; Ctrl-C ends it")
                await asyncio.Event().wait()
        except OSError as error:
            problem = f"cannot listen on {host}:{port}: {_reason(error)}"
            raise Failure(problem) from error


def _asking_for(password: str) -> ocpp_rpc.OnConnect:
    """Return what lets in who has a password, with the identity as the name."""

    def check(handshake: ocpp_rpc.Handshake) -> None:
        given = handshake.credentials
        if given is None:
            raise HandshakeRefused(401, "no name and password")
        if given.username != handshake.identity.encode():
            raise HandshakeRefused(401, "the name is not the identity")
        if not hmac.compare_digest(given.password, password.encode()):
            raise HandshakeRefused(401, "another password")

    return check


def _reason(error: OSError) -> str:
    """Return why an address cannot be used; asyncio adds a lot to that."""
    if isinstance(error, socket.gaierror) or error.errno is None:
        return str(error.strerror or error)
    return os.strerror(error.errno)
