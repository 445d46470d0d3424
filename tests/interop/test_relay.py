"""Other implementations on either side of a relay, or on both."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest

from ocpp_rpc.relay import Relay
from tests.interop.conversations import CONVERSATIONS, Conversation, Side
from tests.interop.matrix import pairs
from tests.interop.peers import Implementation, Peer, Script
from tests.interop.talk import answers
from tests.support.served import HOST


@asynccontextmanager
async def relayed(
    charger: Implementation,
    office: Implementation,
    version: str,
    conversation: Conversation,
) -> AsyncGenerator[tuple[Peer, Peer, Relay], None]:
    """Yield a charger, its back office, and the relay between them."""
    of_charger, of_office = (
        Script(
            subprotocols=[f"ocpp{version}"],
            answers=answers(each for each in conversation if each.caller is caller),
        )
        for caller in (Side.BACK_OFFICE, Side.STATION)
    )
    async with (
        office.listen(of_office) as listener,
        Relay(listener.url, versions=[version]) as relay,
    ):
        await relay.listen(HOST, 0)
        url = f"ws://{HOST}:{relay.port}/ocpp"
        async with charger.connect(url, "CP 1", of_charger) as station:
            yield station, await listener.accepted(), relay


@pytest.mark.parametrize(("charger", "office", "version"), pairs())
async def test_talk_through_a_relay_that_calls_both(
    charger: Implementation, office: Implementation, version: str
) -> None:
    conversation = CONVERSATIONS[version]
    own = [next(each for each in conversation if each.caller is side) for side in Side]
    everything = [*conversation, *own]
    async with relayed(charger, office, version, everything) as (
        station,
        back_office,
        relay,
    ):
        assert station.subprotocol == back_office.subprotocol == f"ocpp{version}"
        assert back_office.identity == "CP 1"
        sides = {Side.STATION: station, Side.BACK_OFFICE: back_office}
        for each in conversation:
            called = back_office if each.caller is Side.STATION else station
            response = await sides[each.caller].call(each.action, each.request_json)
            assert response == each.response_json
            assert await called.received.get() == (each.action, each.request_json)
        through = relay.chargers["CP 1"]
        of_station, of_office = own
        assert await through.call(of_office.request) == of_office.response
        assert await station.received.get() == (
            of_office.action,
            of_office.request_json,
        )
        answer = await through.back_office.call(of_station.request)
        assert answer == of_station.response
        assert (await back_office.received.get())[0] == of_station.action
        await station.close()
        assert await back_office.closed() in {1000, 1005}
