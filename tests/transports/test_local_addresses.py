"""A client that connects from an address of choice, over whichever library."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

import pytest

from ocpp_rpc import HandshakeFailed, NetworkProfile, WebSocketSettings, connect, serve
from ocpp_rpc.transports import libraries
from tests.support.served import HOST, url_of
from tests.transports.adapters import SUBPROTOCOL, Adapter, Doors, over
from tests.transports.tunnels import proxy

OTHER = "127.0.0.9"
"""On Linux, all of 127.0.0.0/8 is this machine."""

NOBODY = "203.0.113.7"
"""An address that is nobody's (RFC 5737)."""

LINUX = pytest.mark.skipif(
    sys.platform != "linux", reason="there is one address of the loopback interface"
)


@LINUX
@over("client", "network")
async def test_the_server_sees_that_address(adapter: Adapter) -> None:
    doors = Doors()
    async with adapter.let_in(doors) as address:
        settings = WebSocketSettings(local_address=OTHER)
        transport = await adapter.dial(address, settings)
        await transport.close(1000, "")
    (request,) = doors.requests
    assert request.peer.address is not None
    assert request.peer.address[0] == OTHER


@LINUX
@over("client", "network")
async def test_a_proxy_sees_that_address(adapter: Adapter) -> None:
    doors = Doors()
    async with adapter.let_in(doors) as address, proxy() as it:
        settings = WebSocketSettings(
            proxy=f"http://{HOST}:{it.port}", local_address=OTHER
        )
        transport = await adapter.dial(address, settings)
        await transport.close(1000, "")
        with pytest.raises(HandshakeFailed, match="address"):
            await adapter.dial(address, replace(settings, local_address=NOBODY))
    assert it.clients == [OTHER]


@over("client", "network")
@pytest.mark.parametrize("address", [NOBODY, "::1"])
async def test_an_address_that_cannot_be_used(adapter: Adapter, address: str) -> None:
    async with adapter.let_in(Doors()) as (host, port):
        with pytest.raises(HandshakeFailed, match=r"address|family") as caught:
            await libraries.library(adapter.client).dial(
                f"ws://{host}:{port}/ocpp/CP001",
                subprotocols=[SUBPROTOCOL],
                headers={},
                ssl=None,
                settings=WebSocketSettings(local_address=address),
            )
    assert caught.value.status is None


@pytest.mark.parametrize("address", ["eth0", "", "127.0.0.1:80", "localhost"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(ValueError, match="IP address"):
        WebSocketSettings(local_address=address)


@over("client")
def test_a_transport_that_cannot_choose(adapter: Adapter) -> None:
    options: dict[str, Any] = {
        "versions": ["1.6"],
        "transport": adapter.client,
        "local_address": "127.0.0.1",
    }
    if adapter.name == "memory":
        with pytest.raises(ValueError, match="Network cannot connect from a local"):
            connect("ws://a", "CP001", **options)
    else:
        connect("ws://a", "CP001", **options)


@LINUX
@pytest.mark.parametrize(
    ("of_connect", "of_profile", "seen"),
    [(OTHER, None, OTHER), (None, OTHER, OTHER), (NOBODY, OTHER, OTHER)],
)
async def test_whose_address_counts(
    of_connect: str | None, of_profile: str | None, seen: str
) -> None:
    async with serve(None, HOST, 0, versions=["1.6"]) as server:
        way = NetworkProfile(
            url=url_of(server), local_address=of_profile, websocket=WebSocketSettings()
        )
        async with connect([way], "CP001", versions=["1.6"], local_address=of_connect):
            address = (await server.connections.wait_for("CP001")).peer.address
    assert address is not None
    assert address[0] == seen
