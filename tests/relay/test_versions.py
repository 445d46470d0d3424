"""Every version of OCPP through a relay: typed calls of all three."""

from __future__ import annotations

from typing import Any

import pytest

import ocpp_messages
import ocpp_rpc
from ocpp_messages import VERSIONS
from ocpp_rpc.relay import Relay
from tests.support.served import HOST


def answering(package: Any, action: str, **fields: Any) -> ocpp_rpc.Router:
    """Handlers of one action."""
    routes = ocpp_rpc.Router()
    procedure = package.PROCEDURES[action]

    def answer(_request: object) -> Any:
        return procedure.response(**fields)

    routes.add(procedure.request, answer)
    return routes


@pytest.mark.parametrize("version", VERSIONS)
async def test_relays_every_version(version: str) -> None:
    package: Any = ocpp_messages.load(version)
    office = answering(package, "DataTransfer", status="Accepted", data="office")
    charger = answering(package, "DataTransfer", status="Accepted", data="charger")
    request = package.DataTransferRequest(vendor_id="Vendor.Ä")
    async with (
        ocpp_rpc.serve(office, HOST, 0, versions=[version]) as server,
        Relay(f"ws://{HOST}:{server.port}/ocpp") as relay,
    ):
        await relay.listen(HOST, 0)
        url = f"ws://{HOST}:{relay.port}/ocpp"
        async with ocpp_rpc.connect(
            url, "CP001", versions=[version], handler=charger
        ) as connection:
            through = relay.chargers["CP001"]
            assert connection.version == through.version == version
            assert (await connection.call(request)).data == "office"
            called = await server.connections["CP001"].call(request)
            assert called.data == "charger"
            assert (await through.call(request)).data == "charger"
            assert (await through.back_office.call(request)).data == "office"
