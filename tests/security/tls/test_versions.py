"""Which versions of OCPP are spoken over which versions of TLS."""

from __future__ import annotations

import base64
import ssl
import warnings
from collections.abc import Callable
from contextlib import nullcontext

import pytest

from ocpp_rpc import Server
from ocpp_rpc.security.server import Profile2, ServerTls
from ocpp_rpc.security.tls.trial import attempt
from ocpp_rpc.transports import WebSocketSettings, libraries
from tests.confidential import PASSWORD
from tests.security.pems import Pems
from tests.transports.adapters import HOST

TOKEN = base64.b64encode(f"CP001:{PASSWORD}".encode()).decode()


def made_here(pems: Pems) -> ServerTls:
    return pems.server_tls()


def made_for_old_stations(pems: Pems) -> ServerTls:
    return pems.server_tls(legacy=True)


def of_the_program(pems: Pems) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*pems.ecdsa)
    return context


def barred_by_the_level(pems: Pems) -> ssl.SSLContext:
    """As the Python of Debian makes a default context."""
    context = of_the_program(pems)
    with warnings.catch_warnings(category=DeprecationWarning, action="ignore"):
        context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.set_ciphers("DEFAULT:@SECLEVEL=1")
    return context


def any_version(pems: Pems) -> ssl.SSLContext:
    context = barred_by_the_level(pems)
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    return context


def barred_one_by_one(pems: Pems) -> ssl.SSLContext:
    context = any_version(pems)
    with warnings.catch_warnings(category=DeprecationWarning, action="ignore"):
        context.options |= ssl.OP_NO_TLSv1 | ssl.OP_NO_TLSv1_1
    return context


BOTH = ("ocpp2.0.1", "ocpp1.6")


@pytest.mark.parametrize(
    ("made", "offered", "spoken"),
    [
        (made_here, BOTH, "ocpp2.0.1"),
        (made_for_old_stations, BOTH, "ocpp1.6"),
        (made_for_old_stations, ("ocpp2.0.1",), None),
        (of_the_program, BOTH, "ocpp2.0.1"),
        (any_version, BOTH, "ocpp1.6"),
        (barred_one_by_one, BOTH, "ocpp2.0.1"),
        (barred_by_the_level, BOTH, "ocpp2.0.1"),
    ],
)
async def test_old_versions_of_tls_are_not_for_ocpp_2(
    made: Callable[[Pems], ServerTls | ssl.SSLContext],
    offered: tuple[str, ...],
    spoken: str | None,
    pems: Pems,
) -> None:
    """A00.FR.313, A00.FR.416 of 2.x."""
    security = Profile2(
        verify=lambda _, password: password == PASSWORD.encode(), tls=made(pems)
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


@pytest.mark.parametrize(
    ("made", "is_spoken"),
    [(any_version, True), (barred_by_the_level, False), (barred_one_by_one, False)],
)
def test_openssl_agrees(
    made: Callable[[Pems], ssl.SSLContext], is_spoken: bool, pems: Pems
) -> None:
    """Not only the settings say which contexts speak TLS 1.1: a handshake does."""
    with nullcontext() if is_spoken else pytest.raises(ssl.SSLError):
        attempt(made(pems), "ECDHE-ECDSA-AES128-SHA", ssl.TLSVersion.TLSv1_1)
