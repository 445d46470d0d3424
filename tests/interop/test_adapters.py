"""Stations of other implementations, at a server of ours over each transport."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pytest

import ocpp_messages
from ocpp_messages import Request, v16
from ocpp_rpc import ErrorCode, OcppError
from tests.interop.conversations import CONVERSATIONS, Conversation, Side
from tests.interop.link import served
from tests.interop.matrix import case
from tests.interop.mobilityhouse import Mobilityhouse
from tests.interop.npm import Npm, OcppTs
from tests.interop.peers import Answers, Peer, Refusal, Script, Stations
from tests.interop.talk import Handlers, answers, converse
from tests.transports.adapters import ADAPTERS, Adapter

SERVERS: Final = [
    pytest.param(each, id=each.name) for each in ADAPTERS if each.can({"network"})
]

# Each station in each of its versions, and who closes the connection in the end.
STATIONS: Final = [
    case(Mobilityhouse(), "1.6", Side.STATION),
    case(Mobilityhouse(), "2.0.1", Side.BACK_OFFICE),
    case(Mobilityhouse(), "2.1", Side.STATION),
    case(Npm(), "1.6", Side.BACK_OFFICE),
    case(Npm(), "2.0.1", Side.STATION),
    case(OcppTs(), "1.6", Side.STATION),
    case(OcppTs(), "1.6", Side.BACK_OFFICE),
]

# ocpp-ts has the actions of 1.6 without those of the security whitepaper, and a
# validator for which 21.4 is no multiple of 0.1.
LEFT_OUT: Final[Mapping[str, Sequence[type[Request[Any]]]]] = {
    OcppTs.name: [
        v16.SecurityEventNotificationRequest,
        v16.GetLogRequest,
        v16.RemoteStartTransactionRequest,
    ]
}

# And it cannot refuse a call with an error of its choice; it has one for what it has no
# listener for.
REFUSAL: Final[Mapping[str, str]] = {OcppTs.name: "NotImplemented"}


def conversation_of(stations: Stations, version: str) -> Conversation:
    left_out = LEFT_OUT.get(stations.name, ())
    return [
        each for each in CONVERSATIONS[version] if type(each.request) not in left_out
    ]


def refusals(stations: Stations) -> Answers:
    """Return what it refuses, if it can."""
    if stations.name in REFUSAL:
        return {}
    return {"ClearCache": [Refusal("GenericError")]}


async def refuse(_: object) -> Any:
    raise OcppError(ErrorCode.SECURITY_ERROR, "not möglich", {"why": [1]})


@pytest.mark.parametrize("adapter", SERVERS)
@pytest.mark.parametrize(("stations", "version", "closer"), STATIONS)
async def test_a_station(
    adapter: Adapter, stations: Stations, version: str, closer: Side
) -> None:
    conversation = conversation_of(stations, version)
    package: Any = ocpp_messages.load(version)
    handlers = Handlers(each for each in conversation if each.caller is Side.STATION)
    commands = [each for each in conversation if each.caller is Side.BACK_OFFICE]
    handlers.router.on(package.FirmwareStatusNotificationRequest)(refuse)
    script = Script(
        subprotocols=[f"ocpp{version}"],
        answers={**refusals(stations), **answers(commands)},
    )
    async with served(
        stations, script, versions=[version], handler=handlers.router, adapter=adapter
    ) as link:
        await converse(link, Side.BACK_OFFICE, conversation, handlers)
        await they_are_refused(link.peer)
        with pytest.raises(OcppError) as raised:
            await link.connection.call(package.ClearCacheRequest())
        assert raised.value.code == REFUSAL.get(stations.name, "GenericError")
        if closer is Side.STATION:
            await link.peer.close()
            await link.connection.wait_closed()
        else:
            await link.connection.close(1001, "maintenance")
        assert link.connection.end is not None
        assert link.connection.end.code == CODES[closer]
        assert await link.peer.closed() == CODES[closer]


CODES: Final = {Side.STATION: 1000, Side.BACK_OFFICE: 1001}


async def they_are_refused(peer: Peer) -> None:
    with pytest.raises(Refusal) as refused:
        await peer.call("FirmwareStatusNotification", {"status": "Idle"})
    assert refused.value.code == "SecurityError"
    assert refused.value.description == "not möglich"
    assert refused.value.details == {"why": [1]}
