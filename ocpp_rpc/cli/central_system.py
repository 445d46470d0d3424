"""The command `central-system`: a back office for any charger."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from types import FrameType
from typing import Final

import ocpp_rpc
from ocpp_rpc import fleet
from ocpp_rpc.lines import printable
from ocpp_rpc.simulator import Failure, back_office_for

from .engine import Membership
from .office_security import OfficeSecurity
from .page import Page, serving
from .saving import saving
from .screen import Screen

__all__ = ["reason", "run"]


async def run(  # noqa: PLR0913
    screen: Screen,
    host: str,
    port: int,
    *,
    versions: Sequence[str],
    transport: str,
    security: OfficeSecurity,
    save: Path | None,
    member: Membership | None = None,
    close_over: float | None = None,
    page: Page | None = None,
    interactive: bool = False,
) -> None:
    """Serve until cancelled; with `close_over`, until told to end.

    Args:
        screen: The screen that shows frames and notes.
        host: The host to listen on.
        port: The port to listen on; 0 is any free port.
        versions: The versions to accept.
        transport: The WebSocket library.
        security: The security profile.
        save: The file to write every frame to, if any.
        member: The fleet that the server joins as a node, if any.
        close_over: The seconds over which connections are closed at the end. None
            closes them at once, or at the rate of a node.
        page: The address and password of the console, if there is one.
        interactive: Whether to run a prompt for calls; its end ends the command.

    Raises:
        FleetUnavailable: The engine of the fleet is not reachable.
        Failure: The address cannot be used, or the file cannot be written.
        MissingDependency: The extra for that library is not installed.
    """

    def handler(connection: ocpp_rpc.BackOfficeConnection) -> ocpp_rpc.Router:
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
                say = f"{url} speaks OCPP {', '.join(versions)}; Ctrl-C ends it"
                async with _shown(server, screen, page) as shown:
                    say += shown
                    if interactive:
                        screen.say(say)
                        await _obey(server, screen)
                    elif member is not None:
                        await _stay_in_fleet(server, screen, say, member, close_over)
                    else:
                        await _stay(server, screen, say, close_over)
        except OSError as error:
            problem = f"cannot listen on {host}:{port}: {reason(error)}"
            raise Failure(problem) from error


async def _obey(server: ocpp_rpc.Server, screen: Screen) -> None:
    """Call chargers as typed.

    Raises:
        MissingDependency: The extra `cli` is not installed as a whole.
    """
    try:
        from .office_prompt import command  # noqa: PLC0415 - needs a terminal
    except ImportError as error:
        raise ocpp_rpc.MissingDependency("cli") from error
    await command(server.connections, screen)


@asynccontextmanager
async def _shown(
    server: ocpp_rpc.Server, screen: Screen, page: Page | None
) -> AsyncGenerator[str]:
    """Serve the console, if there is one, and yield the note about it."""
    if page is None:
        yield ""
        return
    async with serving(server, page) as url:
        if page.warning is not None:
            screen.warn(page.warning)
        yield f"; the console is {url}"


async def _stay(
    server: ocpp_rpc.Server, screen: Screen, ready: str, close_over: float | None
) -> None:
    """Serve until cancelled, or until told to end, and let chargers go."""
    screen.say(ready)
    if close_over is None:
        await asyncio.Event().wait()
        return
    await _told_to_end()
    chargers = server.connections.total
    screen.say(f"{chargers} chargers are let go; Ctrl-C ends that")
    await server.close(spread=close_over)


async def _stay_in_fleet(
    server: ocpp_rpc.Server,
    screen: Screen,
    ready: str,
    member: Membership,
    close_over: float | None,
) -> None:
    """Serve as a node until told to end, and let chargers go to other nodes."""
    async with (
        await member.engine.open() as bus,
        fleet.Node(server, bus, name=member.engine.name, node=member.node) as node,
    ):
        screen.say(f"{ready}; node {printable(node.name)} of {member.engine.name}")
        await _told_to_end()
        screen.say(f"{node.stations} chargers are let go; Ctrl-C ends that")
        await node.drain(member.per_second, spread=close_over)


async def _told_to_end() -> None:
    """Wait for Ctrl-C or SIGTERM; the next one has its usual meaning."""
    told, loop = asyncio.Event(), asyncio.get_running_loop()

    def tell(_number: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(told.set)

    usual = {number: signal.signal(number, tell) for number in _ENDING}
    try:
        await told.wait()
    finally:
        for number, handler in usual.items():
            signal.signal(number, handler)


_ENDING: Final = (signal.SIGINT, signal.SIGTERM)


def reason(error: OSError) -> str:
    """Return why an address cannot be used; asyncio adds a lot to that."""
    if isinstance(error, socket.gaierror) or error.errno is None:
        return str(error.strerror or error)
    return os.strerror(error.errno)
