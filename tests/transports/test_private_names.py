"""What the adapters use of libraries that is private, or that no page of them promises.

Each row says where it is used. If a row fails with a new release, look there first, and
then cap the library in pyproject.toml or follow it. That a name still means the same is
for the other tests of this folder to show.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
import ssl
from asyncio.sslproto import SSLProtocol
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, cast

import pytest
from aiohttp import (
    ClientRequest,
    ClientSession,
    ClientWebSocketResponse,
    TCPConnector,
    web,
)
from aiohttp.base_protocol import BaseProtocol
from aiohttp.client_proto import ResponseHandler
from aiohttp.http import StreamWriter, WebSocketWriter
from picows import WSFrame, WSTransport, picows
from websockets.asyncio.client import ClientConnection
from websockets.asyncio.connection import Connection
from websockets.asyncio.messages import Assembler
from websockets.client import ClientProtocol
from websockets.server import ServerProtocol
from websockets.uri import parse_uri

from ocpp_rpc.transports.accepting import below_tls
from tests.transports.adapters import HOST

LOCALHOST: Final = Path(__file__).with_name("localhost.pem")

WS_PROTOCOL: Any = vars(picows)["WSProtocol"]


def client_protocol() -> ClientProtocol:
    return ClientProtocol(parse_uri("ws://localhost"))


async def not_found(_: web.BaseRequest) -> web.StreamResponse:
    raise web.HTTPNotFound


NAMES: Final[dict[str, tuple[Callable[[], object], str]]] = {
    # aiohttp
    "aiohttp.AiohttpTransport._write, _cut_later, _Ending": (
        lambda: BaseProtocol,
        "connected pause_writing resume_writing connection_lost",
    ),
    "aiohttp.AiohttpTransport._is_deaf": (lambda: web.RequestHandler, "_close"),
    "aiohttp.AiohttpTransport._write drains": (lambda: StreamWriter, "drain"),
    "aiohttp.AiohttpTransport, of a client": (
        lambda: ClientWebSocketResponse,
        "send_frame receive compress protocol",
    ),
    "aiohttp.AiohttpTransport, of a server": (
        lambda: web.WebSocketResponse,
        "send_frame receive compress prepare headers",
    ),
    "aiohttp._ClientWebSocket": (
        lambda: WebSocketWriter(BaseProtocol(asyncio.get_running_loop()), None),  # type: ignore[arg-type]
        "protocol transport compress notakeover",
    ),
    "aiohttp._Connection": (
        lambda: ResponseHandler,
        "connection_made data_received connection_lost",
    ),
    "aiohttp._Connector": (TCPConnector, "_factory _loop _create_connection"),
    "aiohttp._Connector._create_connection": (lambda: ClientRequest, "is_ssl url"),
    "aiohttp.dial": (lambda: ClientSession, "ws_connect detach close"),
    "aiohttp._serve, _without_offers": (
        lambda: web.BaseRequest,
        "protocol transport clone raw_path",
    ),
    "aiohttp._Handling": (
        lambda: web.Server(not_found),
        "requests_count connection_lost shutdown __call__",
    ),
    # picows
    "picows._protocol, _opened, _Opening, PicowsListener": (
        lambda: WS_PROTOCOL,
        "transport listener wait_until_handshake_complete get_buffer buffer_updated "
        "connection_made connection_lost",
    ),
    "picows.PicowsTransport": (
        lambda: WSTransport,
        "underlying_transport is_client_side is_close_frame_sent close_handshake "
        "response send send_close send_ping send_pong disconnect wait_disconnected "
        "send_reuse_external_bytearray",
    ),
    "picows.PicowsTransport.on_ws_frame": (
        lambda: WSFrame,
        "msg_type fin rsv1 rsv2 rsv3 get_payload_as_bytes get_payload_as_memoryview "
        "get_payload_as_utf8_text",
    ),
    # websockets
    "websockets._Connection._is_full": (Assembler, "frames"),
    "websockets.EndingConnection, _Connection": (
        lambda: ClientConnection(client_protocol()),
        "close_timeout connection_lost connection_made data_received loop "
        "process_event protocol send_data",
    ),
    "websockets._Connection._whole_frame, EndingConnection.send_data": (
        client_protocol,
        "max_message_size close_expected close_exc data_to_send state",
    ),
    "websockets_server.ServerTransport": (
        ServerProtocol,
        "accept close_rcvd close_sent data_to_send events_received extensions fail "
        "receive_data send_close send_ping send_text",
    ),
}
"""What each place needs, and of what."""


@pytest.mark.parametrize("place", NAMES)
async def test_names(place: str) -> None:
    make, names = NAMES[place]
    owner = make()
    missing = [name for name in names.split() if name not in dir(owner)]
    if isinstance(owner, TCPConnector):
        await owner.close()
    assert not missing, f"{owner} has lost {missing}: ocpp_rpc/transports/, {place}"


ARGUMENTS: Final[dict[str, tuple[Callable[..., Any], str]]] = {
    "aiohttp._ClientWebSocket": (
        ClientWebSocketResponse,
        "reader writer protocol response",
    ),
    "aiohttp._ClientWebSocket, unlimited": (
        WebSocketWriter,
        "protocol transport use_mask limit compress notakeover",
    ),
    "aiohttp._Connector._create_connection": (
        vars(TCPConnector)["_create_connection"],
        "self req traces timeout",
    ),
    "aiohttp._Connection": (ResponseHandler, "loop"),
    "aiohttp.AiohttpTransport._write": (StreamWriter, "protocol loop"),
    "aiohttp._websocket": (
        web.WebSocketResponse,
        "autoclose autoping compress max_msg_size writer_limit",
    ),
    "websockets._Connection": (Assembler, "high low pause resume"),
    "websockets_asyncio.AsyncioListener": (
        Connection,
        "protocol ping_interval close_timeout write_limit",
    ),
}


@pytest.mark.parametrize("place", ARGUMENTS)
def test_arguments(place: str) -> None:
    function, names = ARGUMENTS[place]
    missing = names.split() - inspect.signature(function).parameters.keys()
    assert not missing, f"{function} takes no {missing}: ocpp_rpc/transports/, {place}"


async def test_the_constructor_of_picows() -> None:
    """It is compiled, and has no signature; see `picows._protocol`."""
    arguments: dict[str, Any] = {
        "host_port": None,
        "ws_path": None,
        "is_client_side": False,
        "ws_listener_factory": None,
        "logger": logging.getLogger(),
        "disconnect_on_exception": True,
        "websocket_handshake_timeout": None,
        "enable_auto_ping": False,
        "auto_ping_idle_timeout": 0,
        "auto_ping_reply_timeout": 0,
        "auto_ping_strategy": 0,
        "enable_auto_pong": False,
        "max_frame_size": 1,
        "extra_headers": (),
        "read_buffer_init_size": 2**11,
    }
    WS_PROTOCOL(**arguments)
    for name in arguments:
        fewer = {key: value for key, value in arguments.items() if key != name}
        with pytest.raises(TypeError):
            WS_PROTOCOL(**fewer)


async def test_the_tls_of_asyncio() -> None:
    """Where names are gone, `below_tls` and `read_less` quietly do nothing.

    Then asyncio warns of writes to the dead, and each connection takes 256 KiB more.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(LOCALHOST)
    own, closed = ssl.create_default_context(cafile=str(LOCALHOST)), asyncio.Event()

    async def accept(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await reader.read()
        writer.close()
        await writer.wait_closed()
        closed.set()

    async with await asyncio.start_server(accept, HOST, 0, ssl=context) as server:
        address = server.sockets[0].getsockname()
        _, writer = await asyncio.open_connection(
            *address, ssl=own, server_hostname="localhost"
        )
        network = cast(asyncio.Transport, writer.transport)
        below = below_tls(network)
        assert below is not network
        assert below.get_extra_info("socket").getpeername() == address
        tls = below.get_protocol()
        assert isinstance(tls, SSLProtocol)
        assert {"max_size", "_ssl_buffer", "_ssl_buffer_view"} <= {*dir(tls)}
        writer.close()
        await writer.wait_closed()
        await closed.wait()
