"""Other implementations on either side of a relay, or on both."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest

from ocpp_messages import v16
from ocpp_rpc.relay import Relay
from tests.interop.matrix import PEERS, case
from tests.interop.peers import Answers, Implementation, Peer, Script
from tests.support.served import HOST

SOFT = v16.ResetRequest(type=v16.ResetType.SOFT)
NOW = "2026-03-29T12:00:00Z"
BOOT = {"chargePointVendor": "Acme", "chargePointModel": "One"}
BOOTED = {"status": "Accepted", "currentTime": NOW, "interval": 300}
ACCEPTED = {"status": "Accepted"}

PAIRS = [(charger, office) for charger in PEERS for office in PEERS]


@asynccontextmanager
async def relayed(
    charger: Implementation, office: Implementation
) -> AsyncGenerator[tuple[Peer, Peer, Relay], None]:
    """Yield a charger, its back office, and the relay between them."""
    script = Script(subprotocols=["ocpp1.6"], answers={"Reset": [ACCEPTED] * 2})
    answers: Answers = {
        "BootNotification": [BOOTED],
        "Heartbeat": [{"currentTime": NOW}] * 2,
    }
    async with (
        office.listen(Script(subprotocols=["ocpp1.6"], answers=answers)) as listener,
        Relay(listener.url) as relay,
    ):
        await relay.listen(HOST, 0)
        url = f"ws://{HOST}:{relay.port}/ocpp"
        async with charger.connect(url, "CP 1", script) as station:
            yield station, await listener.accepted(), relay


@pytest.mark.parametrize(("charger", "office"), [case(*pair) for pair in PAIRS])
async def test_talk_through_a_relay_that_calls_both(
    charger: Implementation, office: Implementation
) -> None:
    async with relayed(charger, office) as (station, back_office, relay):
        assert station.subprotocol == back_office.subprotocol == "ocpp1.6"
        assert back_office.identity == "CP 1"
        assert await station.call("BootNotification", BOOT) == BOOTED
        assert await back_office.received.get() == ("BootNotification", BOOT)
        assert await back_office.call("Reset", {"type": "Hard"}) == ACCEPTED
        assert await station.received.get() == ("Reset", {"type": "Hard"})
        through = relay.chargers["CP 1"]
        assert (await through.call(SOFT)).status is v16.ResetStatus.ACCEPTED
        assert await station.received.get() == ("Reset", {"type": "Soft"})
        beat = await through.back_office.call(v16.HeartbeatRequest())
        assert beat.current_time.year == 2026
        assert await back_office.received.get() == ("Heartbeat", {})
        assert (await station.call("Heartbeat", {}))["currentTime"] == NOW
        await station.close()
        assert await back_office.closed() in {1000, 1005}
