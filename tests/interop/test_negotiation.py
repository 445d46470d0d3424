"""Handshakes with other implementations, in either role."""

from __future__ import annotations

import pytest

import ocpp_rpc
from tests.interop.conversations import Side
from tests.interop.link import linked
from tests.interop.matrix import PEERS, case
from tests.interop.mobilityhouse import Mobilityhouse
from tests.interop.npm import Npm
from tests.interop.peers import Implementation, PeerFailed, Script

BOTH_SIDES = [case(each, side) for each in PEERS for side in Side]


@pytest.mark.parametrize(("implementation", "side"), BOTH_SIDES)
async def test_identity(implementation: Implementation, side: Side) -> None:
    identity = "RDAM 123|a/b%20c?d#ö:"
    script = Script(subprotocols=["ocpp1.6"])
    async with linked(
        side, implementation, script, versions=["1.6"], identity=identity
    ) as link:
        assert link.connection.identity == identity
        assert link.peer.identity == identity


# The order of the station decides (2.0.1 part 4 §3.1.2). Where the peer is the back
# office, it deviates: both packages go by the order of the server. So it is the order
# of the peer, on whichever side it is.
@pytest.mark.parametrize("preferred", ["1.6", "2.0.1"])
@pytest.mark.parametrize(("implementation", "side"), BOTH_SIDES)
async def test_preference(
    implementation: Implementation, side: Side, preferred: str
) -> None:
    other = "2.0.1" if preferred == "1.6" else "1.6"
    script = Script(subprotocols=[f"ocpp{preferred}", f"ocpp{other}"])
    async with linked(
        side, implementation, script, versions=["1.5", other, preferred]
    ) as link:
        assert link.connection.version == preferred
        assert link.peer.subprotocol == f"ocpp{preferred}"


# Without a common version the back office is to complete the handshake, and then to
# close (2.0.1 part 4 §3.2). `websockets`, over which mobilityhouse is used, refuses the
# handshake; ocpp-rpc does not close.
@pytest.mark.parametrize(
    ("implementation", "error", "status"),
    [
        case(Mobilityhouse(), ocpp_rpc.HandshakeFailed, 400),
        case(Npm(), ocpp_rpc.NegotiationFailed, 101),
    ],
)
async def test_a_back_office_that_speaks_none_of_our_versions(
    implementation: Implementation,
    error: type[ocpp_rpc.HandshakeFailed],
    status: int,
) -> None:
    script = Script(subprotocols=["ocpp1.6"])
    with pytest.raises(error) as raised:
        async with linked(
            Side.STATION, implementation, script, versions=["2.0.1", "2.1"]
        ):
            pytest.fail("there is a connection")
    assert raised.value.status == status


@pytest.mark.parametrize(
    ("implementation", "reason"),
    [
        case(Mobilityhouse(), "closed with 1002"),
        case(Npm(), "Server sent no subprotocol"),
    ],
)
async def test_a_station_that_speaks_none_of_our_versions(
    implementation: Implementation, reason: str
) -> None:
    script = Script(subprotocols=["ocpp1.6", "ocpp2.0.1"])
    with pytest.raises(PeerFailed, match=reason):
        async with linked(Side.BACK_OFFICE, implementation, script, versions=["1.5"]):
            pytest.fail("there is a connection")
