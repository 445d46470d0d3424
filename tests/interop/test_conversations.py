"""Conversations with other implementations, in either role."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import ocpp_rpc
from ocpp_messages import v16
from tests.interop.conversations import CONVERSATIONS, Side
from tests.interop.link import linked
from tests.interop.matrix import PEERS, case, cases
from tests.interop.peers import Implementation, Script
from tests.interop.talk import Handlers, answers, converse


@pytest.mark.parametrize(("implementation", "version", "side"), cases())
async def test_conversation(
    implementation: Implementation, version: str, side: Side
) -> None:
    conversation = CONVERSATIONS[version]
    handlers = Handlers(each for each in conversation if each.caller is not side)
    script = Script(
        subprotocols=[f"ocpp{version}"],
        answers=answers(each for each in conversation if each.caller is side),
    )
    async with linked(
        side, implementation, script, versions=[version], handler=handlers.router
    ) as link:
        await converse(link, side, conversation, handlers)
    assert link.connection.closed


@pytest.mark.parametrize(
    ("implementation", "side"), [case(each, side) for each in PEERS for side in Side]
)
async def test_our_handler_calls_the_caller_before_it_answers(
    implementation: Implementation, side: Side
) -> None:
    async def forward(
        request: v16.DataTransferRequest, connection: ocpp_rpc.Connection
    ) -> v16.DataTransferResponse:
        return await connection.call(request)

    router = ocpp_rpc.Router()
    router.on(v16.DataTransferRequest)(forward)
    script = Script(
        subprotocols=["ocpp1.6"],
        answers={"DataTransfer": [{"status": "UnknownVendorId"}]},
    )
    async with linked(
        side, implementation, script, versions=["1.6"], handler=router
    ) as link:
        answer = await link.peer.call("DataTransfer", {"vendorId": "com.example"})
    assert answer == {"status": "UnknownVendorId"}


# As `isoformat` of Python and `toISOString` of JavaScript write it, and with an offset.
TIMES = {
    "2026-03-29T12:00:00.123456+00:00": datetime(
        2026, 3, 29, 12, 0, 0, 123_000, tzinfo=UTC
    ),
    "2026-03-29T12:00:00.007Z": datetime(2026, 3, 29, 12, 0, 0, 7_000, tzinfo=UTC),
    "2026-03-29T12:00:00+02:00": datetime(2026, 3, 29, 10, tzinfo=UTC),
}


@pytest.mark.parametrize("implementation", [case(each) for each in PEERS])
async def test_times_as_others_write_them(implementation: Implementation) -> None:
    script = Script(
        subprotocols=["ocpp1.6"],
        answers={"Heartbeat": [{"currentTime": text} for text in TIMES]},
    )
    async with linked(Side.STATION, implementation, script, versions=["1.6"]) as link:
        for time in TIMES.values():
            response = await link.connection.call(v16.HeartbeatRequest())
            assert response.current_time == time
