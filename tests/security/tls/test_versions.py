"""Which versions of OCPP are spoken over which versions of TLS."""

from __future__ import annotations

import base64

import pytest

from ocpp_rpc import Server
from ocpp_rpc.security.server import Profile2
from ocpp_rpc.transports import WebSocketSettings, libraries
from tests.confidential import PASSWORD
from tests.security.pems import Pems
from tests.transports.adapters import HOST

TOKEN = base64.b64encode(f"CP001:{PASSWORD}".encode()).decode()


@pytest.mark.parametrize(
    ("legacy", "offered", "spoken"),
    [
        (False, ["ocpp2.0.1", "ocpp1.6"], "ocpp2.0.1"),
        (True, ["ocpp2.0.1", "ocpp1.6"], "ocpp1.6"),
        (True, ["ocpp2.0.1"], None),
    ],
)
async def test_old_versions_of_tls_are_not_for_ocpp_2(
    legacy: bool, offered: list[str], spoken: str | None, pems: Pems
) -> None:
    """A00.FR.313, A00.FR.416 of 2.x."""
    security = Profile2(
        verify=lambda _, password: password == PASSWORD.encode(),
        tls=pems.server_tls(legacy=legacy),
    )
    async with Server(None, versions=["2.0.1", "1.6"]) as server:
        listener = await server.listen(HOST, 0, security=security)
        transport, subprotocol = await libraries.library("websockets").dial(
            f"wss://{HOST}:{listener.address[1]}/ocpp/CP001",
            subprotocols=offered,
            headers={"Authorization": f"Basic {TOKEN}"},
            ssl=pems.client_tls().context,
            settings=WebSocketSettings(),
        )
        await transport.close(1000, "")
    assert subprotocol == spoken
