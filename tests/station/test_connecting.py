"""The side that connects."""

from __future__ import annotations

import asyncio
import base64
import logging
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection
from websockets.asyncio.server import serve as websocket_serve
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

import ocpp_messages
from ocpp_messages import v16
from ocpp_rpc import (
    Connection,
    HandshakeFailed,
    MissingDependency,
    NegotiationFailed,
    Router,
    Settings,
    WebSocketSettings,
    connect,
    serve,
)
from ocpp_rpc.transports.logs import Quiet
from tests.confidential import PASSWORD
from tests.support.served import HOST, IDENTITIES, MOMENT, always, heartbeats, url_of

FOREIGN = Quiet(logging.getLogger("websockets.server"))
"""For servers that are not ours, and would log what they are told."""


@pytest.mark.parametrize("version", ocpp_messages.VERSIONS)
async def test_both_directions(version: str) -> None:
    package = vars(ocpp_messages.load(version))
    cleared = package["ClearCacheResponse"](status="Accepted")
    station = Router()
    station.add(package["ClearCacheRequest"], always(cleared))
    async with (
        serve(heartbeats(), HOST, versions=ocpp_messages.VERSIONS) as server,
        connect(url_of(server), "CP001", versions=[version], handler=station) as cp,
    ):
        response = await cp.call(package["HeartbeatRequest"]())
        assert response.current_time == MOMENT
        assert (cp.version, cp.identity) == (version, "CP001")
        connection = server.connections["CP001"]
        assert (connection.version, connection.identity) == (version, "CP001")
        assert await connection.call(package["ClearCacheRequest"]()) == cleared


async def test_settings_reach_the_connections() -> None:
    seen: list[tuple[str, str]] = []

    def observer(event: Any, connection: Connection) -> None:
        seen.append((connection.role, type(event).__name__))

    settings = Settings(observer=observer)
    async with (
        serve(heartbeats(), HOST, versions=["1.6"], settings=settings) as server,
        connect(url_of(server), "CP", versions=["1.6"], settings=settings) as cp,
    ):
        await cp.call(v16.HeartbeatRequest())
    assert ("ChargePoint", "CallSucceeded") in seen
    assert ("CentralSystem", "CallReceived") in seen


# --- What is asked for ----------------------------------------------------------------


@pytest.mark.parametrize(("identity", "encoded"), IDENTITIES)
async def test_identity_in_the_url(identity: str, encoded: str) -> None:
    paths: list[str] = []

    async def note(websocket: ServerConnection) -> None:
        assert websocket.request is not None
        paths.append(websocket.request.path)

    subprotocols = [Subprotocol("ocpp1.6")]
    async with websocket_serve(note, HOST, 0, subprotocols=subprotocols) as server:
        port = server.sockets[0].getsockname()[1]
        url = f"ws://{HOST}:{port}/a/?x=1"
        async with connect(url, identity, versions=["1.6"]) as cp:
            await cp.wait_closed()
    assert paths == [f"/a/{encoded}?x=1"]


@pytest.mark.parametrize(
    ("user", "identity", "password", "credentials"),
    [
        ("", "CP001", "passwörd", "CP001:passwörd".encode()),
        ("CP%200:pass%40@", "CP001", None, b"CP 0:pass@"),
        ("CP0@", "CP001", None, b"CP0:"),
        ("CP0:x@", "CP001", PASSWORD, f"CP001:{PASSWORD}".encode()),
        # The example of OCPP-J 1.6 §6.2.2.
        (
            "",
            "AL1000",
            bytes([0, 1, 2, 3, 4, 5, 6, 7, *[255] * 12]),
            base64.b64decode("QUwxMDAwOgABAgMEBQYH////////////////"),
        ),
    ],
)
async def test_password_and_headers(
    user: str, identity: str, password: str | bytes | None, credentials: bytes
) -> None:
    requests: list[Request] = []

    async def note(websocket: ServerConnection) -> None:
        assert websocket.request is not None
        requests.append(websocket.request)

    subprotocols = [Subprotocol("ocpp1.6")]
    async with (
        websocket_serve(
            note, HOST, 0, subprotocols=subprotocols, logger=FOREIGN
        ) as server,
        connect(
            f"ws://{user}{HOST}:{server.sockets[0].getsockname()[1]}",
            identity,
            versions=["1.6"],
            password=password,
            headers={"X-Acme": "1"},
        ) as cp,
    ):
        await cp.wait_closed()
    (request,) = requests
    scheme, _, encoded = request.headers["Authorization"].partition(" ")
    assert (scheme, base64.b64decode(encoded)) == ("Basic", credentials)
    assert request.headers["X-Acme"] == "1"


@pytest.mark.parametrize(
    ("url", "password", "headers", "message"),
    [
        ("ws://x", None, {"X-A": "1\r\nX-B: 2"}, "header 'X-A': its name"),
        ("ws://x", None, {"host": "y"}, "header 'host' cannot be added"),
        (
            "ws://x",
            "pass",
            {"authorization": "Bearer 1"},
            "give a password or an Authorization header",
        ),
        (
            "ws://a:b@x",
            None,
            {"Authorization": "Bearer 1"},
            "give a password or an Authorization header",
        ),
    ],
)
async def test_headers_that_cannot_be_sent(
    url: str, password: str | None, headers: dict[str, str], message: str
) -> None:
    with pytest.raises(ValueError, match=message) as caught:
        connect(url, "CP001", versions=["1.6"], password=password, headers=headers)
    assert all(value not in str(caught.value) for value in headers.values())


# --- Failing to connect ---------------------------------------------------------------


async def test_no_common_version() -> None:
    async with serve(None, HOST, versions=["1.6"]) as server:
        with pytest.raises(NegotiationFailed) as caught:
            async with connect(url_of(server), "CP001", versions=["2.1", "2.0.1"]):
                pass
    assert caught.value.offered == ("2.1", "2.0.1")


async def test_a_server_that_selects_nothing() -> None:
    codes: list[int | None] = []

    async def stay(websocket: ServerConnection) -> None:
        await websocket.wait_closed()
        codes.append(websocket.close_code)

    async with websocket_serve(stay, HOST, 0) as server:
        url = f"ws://{HOST}:{server.sockets[0].getsockname()[1]}"
        with pytest.raises(NegotiationFailed) as caught:
            async with connect(url, "CP001", versions=["1.6"]):
                pass
    assert (caught.value.offered, codes) == (("1.6",), [1002])


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"versions": []}, "at least one version"),
        ({"versions": ["1.6", "x"]}, "unknown version of OCPP: 'x'"),
        ({"identity": ""}, "'' is not a valid identity"),
        ({"identity": "."}, "'.' is not a valid identity"),
        ({"identity": ".."}, "'..' is not a valid identity"),
        ({"handler": v16.ChargePoint}, "ChargePoint is a class"),
        ({"handler": 5}, "class int cannot be called"),
        ({"transport": "smoke"}, "transport must be one of"),
    ],
)
async def test_what_is_wrong_is_told_before_anything_is_open(
    wrong: Any, message: str
) -> None:
    options: dict[str, Any] = {"identity": "CP001", "versions": ["1.6"], **wrong}
    with pytest.raises(ValueError, match=message):
        async with connect(f"ws://{HOST}:1", **options):
            pass


@asynccontextmanager
async def refusing(status: int) -> AsyncGenerator[str, None]:
    """A server that refuses every handshake; notes nothing."""

    def refuse(websocket: ServerConnection, _request: Request) -> Response:
        return websocket.respond(status, "no")

    async def unreachable(_websocket: ServerConnection) -> None: ...

    async with websocket_serve(
        unreachable, HOST, 0, process_request=refuse, logger=FOREIGN
    ) as server:
        yield f"ws://user:{PASSWORD}@{HOST}:{server.sockets[0].getsockname()[1]}/x"


@pytest.mark.parametrize(
    ("status", "detail"),
    [(401, "credentials"), (404, "identity"), (503, "available"), (418, "HTTP 418")],
)
async def test_a_server_that_refuses(status: int, detail: str) -> None:
    async with refusing(status) as url:
        with pytest.raises(HandshakeFailed, match=detail) as caught:
            async with connect(url, "CP001", versions=["1.6"]):
                pass
    assert caught.value.status == status
    assert PASSWORD not in str(caught.value)


async def test_a_server_that_is_not_there() -> None:
    async with serve(None, HOST, versions=["1.6"]) as server:
        url = url_of(server)
    with pytest.raises(HandshakeFailed, match="there is no server") as caught:
        async with connect(url, "CP001", versions=["1.6"]):
            pass
    assert caught.value.status is None
    assert isinstance(caught.value.__cause__, OSError)


async def test_a_url_that_is_none() -> None:
    with pytest.raises(HandshakeFailed, match="scheme"):
        async with connect("http://host", "CP001", versions=["1.6"]):
            pass


async def test_a_host_that_cannot_be_one() -> None:
    with pytest.raises(HandshakeFailed):
        async with connect("ws://a..b/ocpp", "CP001", versions=["1.6"]):
            pass


async def test_a_server_that_is_silent() -> None:
    async def silent(_reader: Any, writer: asyncio.StreamWriter) -> None:
        await done.wait()
        writer.close()

    done = asyncio.Event()
    async with await asyncio.start_server(silent, HOST, 0) as server:
        url = f"ws://{HOST}:{server.sockets[0].getsockname()[1]}"
        settings = WebSocketSettings(open_timeout=0.05)
        with pytest.raises(HandshakeFailed, match="timed out"):
            async with connect(url, "CP001", versions=["1.6"], websocket=settings):
                pass
        done.set()


async def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ocpp_rpc.transports.websockets", None)
    with pytest.raises(MissingDependency, match=r"ocpp-rpc\[websockets\]"):
        async with connect(f"ws://{HOST}:1", "CP001", versions=["1.6"]):
            pass
