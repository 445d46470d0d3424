"""Security profiles on either side of a relay, over TLS, and endpoints as its doors."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Any, TypeAlias

import pytest
from aiohttp import web

import ocpp_rpc
from ocpp_messages import v16
from ocpp_rpc import HandshakeFailed, NetworkProfile, Refusal, WebSocketSettings
from ocpp_rpc.relay import Relay
from ocpp_rpc.security import client, server
from ocpp_rpc.transports.aiohttp import route
from tests.confidential import PASSWORD, TOKEN
from tests.security.pems import Pems
from tests.support.served import ACCEPTED, HOST, SOFT, heartbeats
from tests.transports import asgi

# Certificates are made, and everything is real.
pytestmark = pytest.mark.timeout(60)

Doors: TypeAlias = Callable[[Relay], AbstractAsyncContextManager[int]]
"""Lets chargers in to a relay; yields the port."""


@pytest.fixture(scope="module")
def pems(tmp_path_factory: pytest.TempPathFactory) -> Pems:
    return Pems(tmp_path_factory.mktemp("pems"))


@asynccontextmanager
async def office_of(profile: server.Profile | None) -> AsyncGenerator[ocpp_rpc.Server]:
    """A back office, which knows two numbers of chargers."""
    served = ocpp_rpc.Server(heartbeats(), versions=["1.6"], security=profile)
    async with served:
        await served.listen(HOST, 0)
        yield served


def resetting() -> ocpp_rpc.Router:
    routes = ocpp_rpc.Router()

    @routes.on(v16.ResetRequest)
    def reset(_: v16.ResetRequest) -> v16.ResetResponse:
        return ACCEPTED

    return routes


async def talk(
    relay: Relay, office: ocpp_rpc.Server, url: str, identity: str, **options: Any
) -> None:
    """Have a charger call, be called by its back office, and by the relay."""
    async with ocpp_rpc.connect(
        url, identity, versions=["1.6"], handler=resetting(), **options
    ) as charger:
        response = await charger.call(v16.HeartbeatRequest())
        assert response.current_time.year == 2026
        assert await office.connections[identity].call(SOFT) == ACCEPTED
        assert await relay.chargers[identity].call(SOFT) == ACCEPTED


def verify(_: str, secret: bytes) -> bool:
    return secret == PASSWORD.encode()


async def test_passes_the_password_of_profile_2_on_by_profile_2(pems: Pems) -> None:
    profile = server.Profile2(tls=pems.server_tls(), verify=verify)
    async with office_of(profile) as office:
        url = f"wss://localhost:{office.port}/ocpp"
        upstream = NetworkProfile(url=url, ssl=pems.client_tls().context)
        async with Relay(upstream, security=profile) as relay:
            await relay.listen(HOST, 0)
            near = f"wss://localhost:{relay.port}/ocpp"
            for password, passes in ((PASSWORD, True), (TOKEN, False)):
                proof = client.Profile2(password=password, tls=pems.client_tls())
                if passes:
                    await talk(relay, office, near, "CP001", security=proof)
                    continue
                with pytest.raises(HandshakeFailed) as refused:
                    await talk(relay, office, near, "CP001", security=proof)
                assert refused.value.status == 401
            assert relay.refusals == {401: 1}
            assert office.refusals == {}


async def test_has_a_certificate_of_its_own_for_the_back_office(pems: Pems) -> None:
    """Profile 1 on the side of the chargers, profile 3 on the other one."""
    theirs = server.Profile3(
        tls=pems.server_tls(client_ca=pems.roots),
        organization="Acme CPO",
        serial_of=lambda _: "RELAY",
    )
    pair = pems.station("relay", serial="RELAY")
    proof = client.Profile3(tls=pems.client_tls(certificate=pair))
    ours = server.Profile1(verify=verify)
    async with office_of(theirs) as office:
        url = f"wss://localhost:{office.port}/ocpp"
        upstream = NetworkProfile(url=url, security=proof)
        async with Relay(upstream, security=ours) as relay:
            await relay.listen(HOST, 0)
            near = f"ws://{HOST}:{relay.port}/ocpp"
            password = client.Profile1(password=PASSWORD)
            await talk(relay, office, near, "CP001", security=password)
            assert office.connections == {}


async def test_tells_a_back_office_whose_certificate_it_does_not_trust(
    pems: Pems,
) -> None:
    profile = server.Profile2(tls=pems.server_tls(), verify=verify)
    refusals: list[Refusal] = []
    async with (
        office_of(profile) as office,
        Relay(f"wss://localhost:{office.port}/ocpp") as relay,
    ):
        relay.on_refused(refusals.append)
        await relay.listen(HOST, 0)
        near = f"ws://{HOST}:{relay.port}/ocpp"
        with pytest.raises(HandshakeFailed) as refused:
            await talk(relay, office, near, "CP001")
        assert refused.value.status == 502
        assert office.refusals == {}
    assert [each.status for each in refusals] == [502]


@pytest.mark.parametrize(("serial", "passes"), [("SN001", True), ("SN002", False)])
async def test_compares_the_certificate_of_a_charger_with_its_boot(
    pems: Pems, serial: str, *, passes: bool
) -> None:
    profile = server.Profile3(
        tls=pems.server_tls(client_ca=pems.roots),
        organization="Acme CPO",
        serial_of=lambda _: "SN001",
    )
    pair = pems.station()
    tls = pems.client_tls(certificate=pair)
    boot = v16.BootNotificationRequest(
        charge_point_vendor="Acme",
        charge_point_model="X1",
        charge_point_serial_number=serial,
    )
    async with AsyncExitStack() as stack:
        office = await stack.enter_async_context(office_of(None))
        relay = Relay(f"ws://{HOST}:{office.port}/ocpp", security=profile)
        await stack.enter_async_context(relay)
        await relay.listen(HOST, 0)
        charger = await stack.enter_async_context(
            ocpp_rpc.connect(
                f"wss://localhost:{relay.port}/ocpp",
                "CP001",
                versions=["1.6"],
                security=client.Profile3(tls=tls),
            )
        )
        with pytest.raises(ocpp_rpc.OcppError) as refused:
            await charger.call(boot)
        if passes:  # the back office has no handler for it
            assert refused.value.code is ocpp_rpc.ErrorCode.NOT_SUPPORTED
            assert not relay.server.security_events
            return
        assert refused.value.code is ocpp_rpc.ErrorCode.SECURITY_ERROR
        await charger.wait_closed()
        assert charger.end is not None
        assert charger.end.code == 1008
        assert relay.server.security_events == {"BadCertificate": 1}


# --- Endpoints ------------------------------------------------------------------------


@asynccontextmanager
async def by_route(relay: Relay) -> AsyncGenerator[int]:
    application = web.Application()
    application.router.add_get("/ocpp/{identity}", route(relay))
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    try:
        yield runner.addresses[0][1]
    finally:
        await relay.close()
        await runner.cleanup()


@asynccontextmanager
async def by_asgi(relay: Relay) -> AsyncGenerator[int]:
    async with asgi.listening(relay, WebSocketSettings(), None) as (_, port):
        yield port
        await relay.close()


@pytest.mark.parametrize("doors", [by_route, by_asgi], ids=["aiohttp", "asgi"])
async def test_lets_chargers_in_by_an_endpoint(doors: Doors) -> None:
    """The version that the back office chooses, its refusals, and binary messages."""
    async with office_of(None) as office:
        upstream = f"ws://{HOST}:{office.port}/ocpp"
        relay = Relay(upstream, security=server.Profile1(verify=verify))
        async with relay, doors(relay) as port:
            url = f"ws://{HOST}:{port}/ocpp"
            proof = client.Profile1(password=PASSWORD)
            await talk(relay, office, url, "CP001", security=proof)
            with pytest.raises(HandshakeFailed) as refused:
                await talk(relay, office, url, "CP001")
            assert refused.value.status == 401
            office.stop_admitting()
            with pytest.raises(HandshakeFailed) as refused:
                await talk(relay, office, url, "CP001", security=proof)
            assert refused.value.status == 503
