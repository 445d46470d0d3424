"""The peers `ocpp-rpc` and `ocpp-ts` from npm, in processes of Node.

`server.mjs`, `client.mjs` and `ocpp-ts.mjs` say what happens in lines of JSON on
standard output and are told what to do in lines of JSON on standard input, whose end
ends them.
"""

from __future__ import annotations

import asyncio
import base64
import json
import shutil
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Final

from tests.interop.peers import Call, Json, PeerFailed, Refusal, Script, Secrets

__all__ = ["Npm", "OcppTs", "missing"]

FOLDER: Final = Path(__file__).parent
PACKAGES: Final = ("ocpp-rpc", "ocpp-ts")
PATIENCE: Final = 5.0  # seconds that a process may take to end


def missing(folder: Path = FOLDER, node: str = "node") -> str:
    """Return what is not installed and needed; nothing if all is there."""
    if shutil.which(node) is None:
        return "Node is not installed"
    for package in PACKAGES:
        if not (folder / "node_modules" / package).is_dir():
            return f"npm package {package} not installed: run npm ci in tests/interop"
    return ""


@dataclass(frozen=True)
class Npm:
    """Peers of `ocpp-rpc`."""

    name: str = "ocpp-rpc"

    @asynccontextmanager
    async def listen(self, script: Script) -> AsyncGenerator[_Listener, None]:
        """Be a back office."""
        async with _running("server.mjs", _arguments(script)) as node:
            scheme = "ws" if script.secrets.roots is None else "wss"
            yield _Listener(f"{scheme}://127.0.0.1:{await node.listening}/ocpp", node)

    @asynccontextmanager
    async def connect(
        self, url: str, identity: str, script: Script
    ) -> AsyncGenerator[_Peer, None]:
        """Be a station.

        Raises:
            PeerFailed: It could not connect.
        """
        async with _station("client.mjs", url, identity, script) as peer:
            yield peer


@dataclass(frozen=True)
class OcppTs:
    """Stations of `ocpp-ts`, which speaks 1.6."""

    name: str = "ocpp-ts"

    @asynccontextmanager
    async def connect(
        self, url: str, identity: str, script: Script
    ) -> AsyncGenerator[_Peer, None]:
        """Be a station.

        Raises:
            PeerFailed: It could not connect.
        """
        async with _station("ocpp-ts.mjs", url, identity, script) as peer:
            yield peer


@asynccontextmanager
async def _station(
    program: str, url: str, identity: str, script: Script
) -> AsyncGenerator[_Peer, None]:
    arguments = {**_arguments(script), "endpoint": url, "identity": identity}
    async with _running(program, arguments) as node:
        yield _Peer(node, await node.opened)


def _arguments(script: Script) -> Json:
    answers = {
        action: [_outcome(outcome) for outcome in outcomes]
        for action, outcomes in script.answers.items()
    }
    return {
        "protocols": script.subprotocols,
        "strictMode": script.strict,
        "answers": answers,
        "secrets": _secrets(script.secrets),
    }


def _secrets(secrets: Secrets) -> Json:
    """Return what a program of Node reads: base64 and texts."""
    told: dict[str, str] = {}
    if secrets.password is not None:
        told["password"] = base64.b64encode(secrets.password).decode()
    if secrets.roots is not None:
        told["ca"] = secrets.roots.read_text()
    if secrets.pair is not None:
        told["cert"], told["key"] = (each.read_text() for each in secrets.pair)
    return told


def _outcome(outcome: Json | Refusal) -> Json:
    if isinstance(outcome, Refusal):
        return {"refusal": vars(outcome)}
    return {"result": outcome}


class _Listener:
    def __init__(self, url: str, node: _Node) -> None:
        self.url: Final = url
        self._node = node

    async def accepted(self) -> _Peer:
        return _Peer(self._node, await self._node.opened)


class _Peer:
    """One side of a connection, in a process."""

    def __init__(self, node: _Node, opened: Json) -> None:
        self.identity: Final[str] = opened["identity"]
        self.subprotocol: Final[str | None] = opened["subprotocol"]
        self.received: Final = node.received
        self.call: Final = node.call
        self._node = node

    async def close(self) -> None:
        self._node.hang_up()

    async def closed(self) -> int:
        return await self._node.closed


@asynccontextmanager
async def _running(program: str, arguments: Json) -> AsyncGenerator[_Node, None]:
    """Run a program of this folder; in the end, let it end."""
    process = await asyncio.create_subprocess_exec(
        "node", FOLDER / program, json.dumps(arguments), stdin=PIPE, stdout=PIPE
    )
    node = _Node(process)
    reading = asyncio.create_task(node.read())
    try:
        yield node
    finally:
        node.hang_up()
        try:
            async with asyncio.timeout(PATIENCE):
                await reading
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()


class _Node:
    """What a process says and is told.

    Attributes:
        listening: The port, once a server listens.
        opened: The identity and the subprotocol, once there is a connection.
        closed: The code, once that is closed.
        received: The calls that its handlers got.
    """

    def __init__(self, process: Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        loop = asyncio.get_running_loop()
        self._stdin = process.stdin
        self._stdout = process.stdout
        self._ids = count()
        self._replies: dict[int, asyncio.Future[Json]] = {}
        self.listening: Final[asyncio.Future[int]] = loop.create_future()
        self.opened: Final[asyncio.Future[Json]] = loop.create_future()
        self.closed: Final[asyncio.Future[int]] = loop.create_future()
        self.received: Final[asyncio.Queue[Call]] = asyncio.Queue()

    async def call(self, action: str, payload: Json) -> Json:
        """Let it call the other side.

        Raises:
            Refusal: The other side answered with a CALLERROR.
            PeerFailed: It could not call, or got no answer.
        """
        number = next(self._ids)
        reply: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._replies[number] = reply
        line = json.dumps({"id": number, "call": [action, payload]})
        self._stdin.write(f"{line}\n".encode())
        try:
            return await reply
        finally:
            del self._replies[number]

    def hang_up(self) -> None:
        """Tell it to close its connection and to end."""
        self._stdin.close()

    async def read(self) -> None:
        """Take what it says until it ends; then nobody need wait any more."""
        async for line in self._stdout:
            self._take(json.loads(line))
        waiting: list[asyncio.Future[Any]]
        waiting = [self.listening, self.opened, self.closed, *self._replies.values()]
        for future in waiting:
            _fail(future, "the process of the peer ended")

    def _take(self, line: Json) -> None:
        match line:
            case {"id": number, **outcome}:
                if number in self._replies:
                    _settle(self._replies[number], outcome)
            case {"listening": port}:
                self.listening.set_result(port)
            case {"opened": opened}:
                self.opened.set_result(opened)
            case {"closed": code}:
                self.closed.set_result(code)
            case {"failed": reason}:
                _fail(self.opened, reason)
            case {"received": [action, payload]}:
                self.received.put_nowait((action, payload))
            case _:
                raise ValueError(f"the peer said {line}")


def _settle(reply: asyncio.Future[Json], outcome: Json) -> None:
    match outcome:
        case {"result": result}:
            reply.set_result(result)
        case {"refusal": refusal}:
            reply.set_exception(Refusal(**refusal))
        case _:
            _fail(reply, outcome["failed"])


def _fail(future: asyncio.Future[Any], reason: str) -> None:
    if not future.done():
        future.set_exception(PeerFailed(reason))
        future.exception()  # or asyncio complains if nobody waits for it
