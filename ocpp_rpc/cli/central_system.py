"""The command `central-system`: a back office for whoever connects."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Sequence

import ocpp_rpc

from . import families
from .screen import Screen
from .steps import Failure

__all__ = ["run"]


async def run(
    screen: Screen, host: str, port: int, *, versions: Sequence[str], transport: str
) -> None:
    """Serve until cancelled.

    Args:
        screen: Where is shown what happens.
        host: Where to listen.
        port: Where to listen; 0 is any free port.
        versions: The versions that are spoken.
        transport: The WebSocket library.

    Raises:
        Failure: The address cannot be used.
        MissingDependency: The extra for that library is not installed.
    """

    def handler(connection: ocpp_rpc.Connection) -> ocpp_rpc.Router:
        return families.back_office(connection, screen).routes

    settings = ocpp_rpc.Settings(observer=screen.observe)
    try:
        async with ocpp_rpc.serve(
            handler,
            host,
            port,
            versions=versions,
            transport=transport,
            settings=settings,
        ) as server:
            url = f"ws://{f'[{host}]' if ':' in host else host}:{server.port}"
            screen.say(f"{url} speaks OCPP {', '.join(versions)}; Ctrl-C ends it")
            await asyncio.Event().wait()
    except OSError as error:
        raise Failure(f"cannot listen on {host}:{port}: {_reason(error)}") from error


def _reason(error: OSError) -> str:
    """Return why an address cannot be used; asyncio adds a lot to that."""
    if isinstance(error, socket.gaierror) or error.errno is None:
        return str(error.strerror or error)
    return os.strerror(error.errno)
