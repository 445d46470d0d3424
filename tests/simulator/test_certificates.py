"""The ready-made script about certificates, and a back office that signs."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from cryptography import x509

import ocpp_rpc
from ocpp_messages import VERSIONS
from ocpp_rpc.security.certificates import (
    CertificateOffice,
    IssuanceState,
    RootUse,
    SigningRequest,
    delete_certificate,
    install_certificate,
    installed_certificates,
    trigger_signing,
)
from ocpp_rpc.simulator import Failure, back_office_for, connected, load_script
from ocpp_rpc.testing import network
from tests.security.certificates.forging import issue, root
from tests.simulator.office import office

ROOT = root()


async def sign(request: SigningRequest) -> x509.Certificate:
    return issue(ROOT, "CP1", key=request.parsed, signer=ROOT.key).certificate


async def manage(connection: ocpp_rpc.Connection) -> list[Any]:
    """Do what the script waits for; return what came of it."""
    statuses: list[Any] = [await trigger_signing(connection)]
    maker = RootUse.MANUFACTURER
    statuses.append(await install_certificate(connection, maker, ROOT.pem))
    (found,) = await installed_certificates(connection, maker)
    statuses.append(await delete_certificate(connection, found.hash_data))
    return statuses


@pytest.mark.parametrize("version", ["1.6", "2.0.1", "2.1"])
async def test_a_back_office_that_does_all_of_it(version: str) -> None:
    net, booted = network(), asyncio.Event()
    signing = CertificateOffice(sign, serial_of=lambda identity: identity)

    def admit(connection: ocpp_rpc.Connection) -> ocpp_rpc.Router:
        routes = ocpp_rpc.Router()
        routes.include(signing.routes)
        routes.include(back_office_for(connection).routes)

        status: Any = connection.package.PROCEDURES["StatusNotification"].request

        @routes.after(status)
        def after_status(_: Any) -> None:
            booted.set()

        return routes

    async with (
        signing,
        ocpp_rpc.serve(admit, "csms", 80, versions=[version], transport=net) as server,
        asyncio.TaskGroup() as tasks,
    ):
        url = "ws://csms/ocpp"
        connecting = ocpp_rpc.connect(url, "CP1", versions=[version], transport=net)
        async with connected(connecting) as charger:
            session = tasks.create_task(_hold(charger))
            await booted.wait()
            statuses = await manage(server.connections["CP1"])
            await session
    assert statuses == ["Accepted"] * 3
    assert signing.issuances["CP1"].state is IssuanceState.ACCEPTED


async def _hold(charger: Any) -> None:
    await load_script("certificates")(charger)


async def trigger(running: Any) -> None:
    await running.has_received("StatusNotification")
    message = "SignChargePointCertificate"
    await running.call("ExtendedTriggerMessage", requestedMessage=message)


async def test_a_back_office_that_does_not_sign_is_found_out() -> None:
    async with office("1.6") as running, asyncio.TaskGroup() as tasks:
        tasks.create_task(trigger(running))
        with pytest.raises(Failure, match=r"await certificates\.renew.*has rejected"):
            await running.hold(load_script("certificates"))


@pytest.mark.parametrize("version", sorted({*VERSIONS} - {"1.6", "2.0.1", "2.1"}))
async def test_versions_that_it_is_not_for(version: str) -> None:
    async with office(version) as running:
        with pytest.raises(Failure, match=f"not for OCPP {version}"):
            await running.hold(load_script("certificates"))
