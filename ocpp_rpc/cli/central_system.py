"""The command `central-system`: a back office for whoever connects."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Sequence
from pathlib import Path

import ocpp_rpc
from ocpp_rpc.simulator import Failure, back_office_for

from .office_security import OfficeSecurity
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
    security: OfficeSecurity,
    save: Path | None,
) -> None:
    """Serve until cancelled.

    Args:
        screen: Where is shown what happens.
        host: Where to listen.
        port: Where to listen; 0 is any free port.
        versions: The versions that are spoken.
        transport: The WebSocket library.
        security: How chargers prove themselves.
        save: The file to write every frame to, if any.

    Raises:
        Failure: The address cannot be used, or the file not be written.
        MissingDependency: The extra for that library is not installed.
    """

    def handler(connection: ocpp_rpc.Connection) -> ocpp_rpc.Router:
        return back_office_for(connection, screen.tell).routes

    def tell(refusal: ocpp_rpc.Refusal) -> None:
        screen.warn(f"refused {refusal}")

    with saving(save, screen.observe) as observer:
        settings = ocpp_rpc.Settings(observer=observer)
        try:
            async with ocpp_rpc.serve(
                handler,
                host,
                port,
                versions=versions,
                security=security.security,
                ssl=security.ssl,
                transport=transport,
                settings=settings,
            ) as server:
                server.on_refused(tell)
                place = f"{f'[{host}]' if ':' in host else host}:{server.port}"
                url = f"{security.scheme}://{place}"
                screen.say(f"{url} speaks OCPP {', '.join(versions)}; Ctrl-C ends it")
                await asyncio.Event().wait()
        except OSError as error:
            problem = f"cannot listen on {host}:{port}: {_reason(error)}"
            raise Failure(problem) from error


def _reason(error: OSError) -> str:
    """Return why an address cannot be used; asyncio adds a lot to that."""
    if isinstance(error, socket.gaierror) or error.errno is None:
        return str(error.strerror or error)
    return os.strerror(error.errno)
