"""The peer `ocpp` from PyPI (mobilityhouse), over connections of `websockets`.

The package has no types, so it is imported by name: what comes from it is `Any`. Its
messages are dataclasses with fields in snake case; its own functions translate them to
the names on the wire and back.
"""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import ssl
from collections import deque
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, make_dataclass
from importlib import import_module
from typing import Any, Final
from urllib.parse import quote, unquote

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.connection import Connection
from websockets.asyncio.server import ServerConnection, basic_auth, serve
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Subprotocol

from tests.interop.peers import Answers, Call, Json, PeerFailed, Refusal, Script

__all__ = ["Mobilityhouse"]

_charge_point: Any = import_module("ocpp.charge_point")
_exceptions: Any = import_module("ocpp.exceptions")
_messages: Any = import_module("ocpp.messages")
_routing: Any = import_module("ocpp.routing")

# `websockets` logs all header lines, and the tests look for secrets in every log.
_SILENT: Final = logging.Logger("tests.interop")  # noqa: LOG001 - it has no parent
_SILENT.disabled = True

_messages.ASYNC_VALIDATION = False  # or it validates in a thread

_PACKAGES: Final = {
    "ocpp1.6": "ocpp.v16",
    "ocpp2.0.1": "ocpp.v201",
    "ocpp2.1": "ocpp.v21",
}


@dataclass(frozen=True)
class Mobilityhouse:
    """Peers of the package."""

    name: str = "mobilityhouse"

    @asynccontextmanager
    async def listen(self, script: Script) -> AsyncGenerator[_Listener, None]:
        """Be a back office, with the way of `websockets` to choose a subprotocol."""
        accepted: asyncio.Future[_Peer] = asyncio.get_running_loop().create_future()

        async def accept(websocket: ServerConnection) -> None:
            assert websocket.request is not None  # there was a handshake
            identity = unquote(websocket.request.path.rpartition("/")[2])
            peer = _Peer(websocket, identity, script)
            accepted.set_result(peer)
            await peer.run()

        tls, scheme = None, "ws"
        if script.secrets.pair is not None:
            tls, scheme = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), "wss"
            tls.load_cert_chain(*script.secrets.pair)
        async with serve(
            accept,
            "127.0.0.1",
            0,
            subprotocols=_subprotocols(script),
            process_request=_asking(script.secrets.password),
            ssl=tls,
            logger=_SILENT,
        ) as server:
            port: int = next(iter(server.sockets)).getsockname()[1]
            yield _Listener(f"{scheme}://127.0.0.1:{port}/ocpp", accepted)

    @asynccontextmanager
    async def connect(
        self, url: str, identity: str, script: Script
    ) -> AsyncGenerator[_Peer, None]:
        """Be a station, and look whether a subprotocol was selected.

        Raises:
            PeerFailed: None was.
        """
        address = f"{url}/{quote(identity, safe='')}"
        async with _connecting(address, identity, script) as websocket:
            if websocket.subprotocol is None:
                await websocket.wait_closed()
                raise PeerFailed(f"closed with {websocket.close_code}")
            peer = _Peer(websocket, identity, script)
            running = asyncio.create_task(peer.run())
            try:
                yield peer
            finally:
                await websocket.close()
                await running


@asynccontextmanager
async def _connecting(
    address: str, identity: str, script: Script
) -> AsyncGenerator[ClientConnection, None]:
    """Connect with the secrets of a station, which `websockets` knows nothing of."""
    secrets, headers = script.secrets, dict[str, str]()
    if secrets.password is not None:
        both = b"%b:%b" % (identity.encode(), secrets.password)
        headers["Authorization"] = f"Basic {base64.b64encode(both).decode()}"
    tls = secrets.roots and ssl.create_default_context(cafile=secrets.roots)
    try:
        async with connect(
            address,
            subprotocols=_subprotocols(script),
            additional_headers=headers,
            ssl=tls,
            logger=_SILENT,
        ) as websocket:
            yield websocket
    except (InvalidStatus, ssl.SSLError) as error:
        raise PeerFailed(str(error)) from error


def _asking(password: bytes | None) -> Callable[..., Any] | None:
    """Have `websockets` ask for a password, which is text for it."""
    if password is None:
        return None

    def check(_user: str, given: str) -> bool:
        return given.encode() == password

    return basic_auth(check_credentials=check)


def _subprotocols(script: Script) -> list[Subprotocol]:
    return [Subprotocol(name) for name in script.subprotocols]


class _Listener:
    def __init__(self, url: str, accepted: asyncio.Future[_Peer]) -> None:
        self.url: Final = url
        self._accepted = accepted

    async def accepted(self) -> _Peer:
        return await self._accepted


class _Peer:
    """One side of a connection, with the class `ChargePoint`, which serves both."""

    def __init__(self, websocket: Connection, identity: str, script: Script) -> None:
        self._websocket = websocket
        self.identity: Final = identity
        self.received: Final[asyncio.Queue[Call]] = asyncio.Queue()
        assert websocket.subprotocol is not None  # `websockets` refuses it otherwise
        self.subprotocol: Final = websocket.subprotocol
        self._package: Any = import_module(_PACKAGES[websocket.subprotocol])
        self._strict = script.strict
        methods = self._handlers(script.answers)
        charge_point: Any = type("Peer", (self._package.ChargePoint,), methods)
        self._endpoint = charge_point(identity, websocket, response_timeout=5)

    async def run(self) -> None:
        """Read until the connection is closed."""
        with suppress(ConnectionClosed):
            await self._endpoint.start()

    async def call(self, action: str, payload: Json) -> Json:
        """Call the other side; a CALLERROR raises only with `suppress=False`."""
        try:
            response = await self._endpoint.call(
                self._request(action, payload),
                suppress=False,
                skip_schema_validation=not self._strict,
            )
        except _exceptions.OCPPError as error:
            raise Refusal(error.code, error.description, error.details) from error
        return _to_wire(_charge_point.serialize_as_dict(response))

    async def close(self) -> None:
        """Close the connection; nobody else would."""
        await self._websocket.close()

    async def closed(self) -> int:
        """Wait until the connection is closed."""
        await self._websocket.wait_closed()
        code = self._websocket.close_code
        assert code is not None
        return code

    def _request(self, action: str, payload: Json) -> Any:
        if self._strict:
            return getattr(self._package.call, action)(**_from_wire(payload))
        return make_dataclass(action, payload)(**payload)

    def _handlers(self, answers: Answers) -> dict[str, Callable[..., Any]]:
        return {
            f"on_{action}": self._handler(action, deque(outcomes))
            for action, outcomes in answers.items()
        }

    def _handler(
        self, action: str, outcomes: deque[Json | Refusal]
    ) -> Callable[..., Any]:
        result = getattr(self._package.call_result, action)

        def handle(_: object, **arguments: Any) -> Any:
            self.received.put_nowait((action, _to_wire(arguments)))
            outcome = outcomes.popleft()
            if isinstance(outcome, Refusal):
                raise _exception(outcome)
            return result(**_from_wire(outcome))

        handle.__name__ = f"on_{action}"  # by which its router finds it again
        handler: Callable[..., Any] = _routing.on(action)(handle)
        return handler


def _exception(refusal: Refusal) -> Exception:
    """Return the exception of the package that has a code."""
    codes = {error.code: error for error in _exceptions.OCPPError.__subclasses__()}
    error: Exception = codes[refusal.code](refusal.description, dict(refusal.details))
    return error


def _from_wire(payload: Json) -> dict[str, Any]:
    names: dict[str, Any] = _charge_point.camel_to_snake_case(payload)
    return names


def _to_wire(arguments: Json) -> Json:
    """Translate back; the charging profiles of 1.6 have decimals in them."""
    camel_case = _charge_point.snake_to_camel_case(
        _charge_point.remove_nones(arguments)
    )
    payload: Json = json.loads(json.dumps(camel_case, default=float))
    return payload
