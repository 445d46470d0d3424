"""What a connection is told about how to behave."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

import ocpp_messages
from ocpp_messages import FIELD, STRICT, v1x
from ocpp_rpc import ErrorCode, Settings
from ocpp_rpc.protocol.dialect import DIALECTS, Dialect
from ocpp_rpc.protocol.tolerances import Tolerances
from ocpp_rpc.testing import raw_peer
from tests.support.scripted import accept, ask, told, transfers

AS_IN_2X = {
    **DIALECTS,
    "1.6": replace(DIALECTS["1.6"], unreadable_id="-1"),
}
AS_IN_2020 = {
    **DIALECTS,
    "2.0.1": replace(
        DIALECTS["2.0.1"], unknown_type=ErrorCode.MESSAGE_TYPE_NOT_SUPPORTED
    ),
}


@pytest.mark.parametrize(
    ("version", "dialects", "message", "answer"),
    [
        ("1.6", AS_IN_2X, "nonsense", [4, "-1", "FormationViolation"]),
        ("2.0.1", AS_IN_2020, '[7,"1"]', [4, "1", "MessageTypeNotSupported"]),
    ],
)
async def test_other_rules_than_the_published_ones(
    version: str, dialects: dict[str, Dialect], message: str, answer: list[object]
) -> None:
    for settings, answers in (
        (Settings(dialects=dialects), [answer]),
        (Settings(), []),
    ):
        async with raw_peer(version=version, settings=settings) as peer:
            await peer.send(message)
            await ask(peer, "last")
            found = [(await told(peer))[:3] for _ in range(len(answers) + 1)]
            assert found == [*answers, [3, "last", {"status": "UnknownVendorId"}]]


@pytest.mark.parametrize("version", ocpp_messages.VERSIONS)
async def test_the_messages_of_a_connection(version: str) -> None:
    async with raw_peer(version=version) as peer:
        assert peer.connection.package is ocpp_messages.load(version)


ODD = '[2,"1","DataTransfer",{"vendorId":"Acme","colour":"red"}]'


async def test_tolerance_may_be_given_and_changed() -> None:
    settings = Settings(tolerance=FIELD)
    async with raw_peer(transfers(accept), version="1.6", settings=settings) as peer:
        await peer.send(ODD)
        assert (await told(peer))[:2] == [3, "1"]
        connection = peer.connection
        connection.tolerance = Tolerances(STRICT)
        assert connection.tolerance == Tolerances(STRICT)
        await peer.send(ODD)
        assert (await told(peer))[:3] == [4, "1", "FormationViolation"]


async def test_a_call_of_1x_is_made_in_the_version_of_the_connection() -> None:
    async with raw_peer(version="1.6") as peer:
        request = v1x.ResetRequest(type=v1x.ResetType.SOFT)
        call = asyncio.create_task(peer.connection.call(request))
        _, message_id, action, payload = await told(peer)
        assert (action, payload) == ("Reset", {"type": "Soft"})
        await peer.send(f'[3,"{message_id}",{{"status":"Accepted"}}]')
        assert await call == v1x.ResetResponse(accepted=True)
