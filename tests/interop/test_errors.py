"""CALLERRORs in conversations with other implementations, in either role.

Both sides are asserted: the exception that our caller gets and the code on the wire, or
what the peer says it got. Where a peer deviates from the specification, a table here
names it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pytest

import ocpp_messages
import ocpp_rpc
from ocpp_messages import Request
from ocpp_rpc import ErrorCode, OcppError
from tests.interop.conversations import Side
from tests.interop.link import Link, linked
from tests.interop.matrix import cases
from tests.interop.mobilityhouse import Mobilityhouse
from tests.interop.npm import Npm
from tests.interop.peers import Implementation, Json, Refusal, Script

TRANSFER: Final = {"vendorId": "com.example"}
OCCURRENCE: Final = ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION
FORMAT: Final = ErrorCode.FORMAT_VIOLATION

# --- Errors that a peer sends ---------------------------------------------------------

# What a handler of a peer raises, and what it means to us: either spelling, in every
# version. mobilityhouse, for one, says FormatViolation in 1.6, too.
RAISED: Final[Mapping[str, ErrorCode]] = {
    "SecurityError": ErrorCode.SECURITY_ERROR,
    "GenericError": ErrorCode.GENERIC_ERROR,
    "FormatViolation": FORMAT,
    "FormationViolation": FORMAT,
    "OccurrenceConstraintViolation": OCCURRENCE,
    "OccurenceConstraintViolation": OCCURRENCE,
}

# Where something else is on the wire. ocpp-rpc respells two codes for 1.6: one rightly,
# the other not, since 1.6 misspells it (errata 5.1).
RESPELLED: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    (Npm.name, "1.6"): {
        "FormatViolation": "FormationViolation",
        "OccurenceConstraintViolation": "OccurrenceConstraintViolation",
    }
}


def transfer(version: str) -> Request[Any]:
    """A request that either side may send, in every version."""
    package: Any = ocpp_messages.load(version)
    request: Request[Any] = package.DataTransferRequest(vendor_id="com.example")
    return request


def last_frame(link: Link) -> list[Any]:
    frame: list[Any] = json.loads(link.frames[-1])
    return frame


@pytest.mark.parametrize(("implementation", "version", "side"), cases())
async def test_an_error_of_a_peers_handler_is_raised_at_our_call(
    implementation: Implementation, version: str, side: Side
) -> None:
    refusals = [Refusal(code, "not möglich", {"why": [1]}) for code in RAISED]
    script = Script(subprotocols=[f"ocpp{version}"], answers={"DataTransfer": refusals})
    respelled = RESPELLED.get((implementation.name, version), {})
    request = transfer(version)
    async with linked(side, implementation, script, versions=[version]) as link:
        for code, meaning in RAISED.items():
            with pytest.raises(OcppError) as raised:
                await link.connection.call(request)
            assert raised.value.code is meaning
            assert raised.value.description == "not möglich"
            assert raised.value.details == {"why": [1]}
            assert last_frame(link)[2] == respelled.get(code, code)
            assert await link.peer.received.get() == ("DataTransfer", TRANSFER)


# A known action without a handler should be NotSupported (1.6 table 7, 2.0.1 part 4
# table 8). mobilityhouse has the two codes swapped, ocpp-rpc has one for both cases.
UNHANDLED: Final = ErrorCode.NOT_IMPLEMENTED

# And mobilityhouse does not answer it at all in 2.1.
SILENT: Final = {(Mobilityhouse.name, "2.1")}


@pytest.mark.parametrize(("implementation", "version", "side"), cases())
async def test_our_call_of_an_action_that_a_peer_has_no_handler_for(
    implementation: Implementation, version: str, side: Side
) -> None:
    script = Script(subprotocols=[f"ocpp{version}"])
    request = transfer(version)
    async with linked(side, implementation, script, versions=[version]) as link:
        if (implementation.name, version) in SILENT:
            with pytest.raises(ocpp_rpc.CallTimeout) as late:
                await link.connection.call(request, timeout=0.2)
            assert late.value.sent
            assert link.frames == []
        else:
            with pytest.raises(OcppError) as raised:
                await link.connection.call(request)
            assert raised.value.code is UNHANDLED


# --- Errors that we send --------------------------------------------------------------

# How each version spells what it has, and what stands for what it does not have.
SPELLING: Final[Mapping[str, Mapping[ErrorCode, str]]] = {
    "1.6": {
        ErrorCode.SECURITY_ERROR: "SecurityError",
        OCCURRENCE: "OccurenceConstraintViolation",
        FORMAT: "FormationViolation",
        ErrorCode.RPC_FRAMEWORK_ERROR: "GenericError",
    },
    "2.0.1": {
        ErrorCode.SECURITY_ERROR: "SecurityError",
        OCCURRENCE: "OccurrenceConstraintViolation",
        FORMAT: "FormatViolation",
    },
    "2.1": {
        ErrorCode.SECURITY_ERROR: "SecurityError",
        OCCURRENCE: "OccurrenceConstraintViolation",
        FORMAT: "FormatViolation",
    },
}


@pytest.mark.parametrize(("implementation", "version", "side"), cases())
async def test_an_error_of_our_handler_reaches_the_peers_caller(
    implementation: Implementation, version: str, side: Side
) -> None:
    codes = iter(SPELLING[version])

    async def refuse(request: object, connection: ocpp_rpc.Connection) -> Any:
        raise OcppError(next(codes), "not möglich", {"why": [1]})

    script = Script(subprotocols=[f"ocpp{version}"])
    async with linked(
        side, implementation, script, versions=[version], handler=refuse
    ) as link:
        for spelling in SPELLING[version].values():
            with pytest.raises(Refusal) as raised:
                await link.peer.call("DataTransfer", TRANSFER)
            assert raised.value.code == spelling
            assert raised.value.description == "not möglich"
            assert raised.value.details == {"why": [1]}


# A known action that we have no handler for, and one that only our own side may call.
OTHERS: Final[Mapping[Side, tuple[str, str]]] = {
    Side.STATION: ("ClearCache", "BootNotification"),
    Side.BACK_OFFICE: ("Heartbeat", "Reset"),
}


@pytest.mark.parametrize(("implementation", "version", "side"), cases())
async def test_a_call_of_a_peer_that_no_handler_of_ours_gets(
    implementation: Implementation, version: str, side: Side
) -> None:
    unhandled, wrong_way = OTHERS[side]
    calls: Sequence[tuple[str, Json, str]] = [
        (unhandled, {}, "NotSupported"),
        (wrong_way, {}, "NotSupported"),
        ("Frobnicate", {}, "NotImplemented"),
        ("DataTransfer", {}, SPELLING[version][OCCURRENCE]),
        ("DataTransfer", {"vendorId": 12}, "TypeConstraintViolation"),
        ("DataTransfer", {"vendorId": "x" * 256}, "PropertyConstraintViolation"),
        ("DataTransfer", {**TRANSFER, "size": 1}, SPELLING[version][FORMAT]),
    ]
    router = ocpp_rpc.Router()
    received: list[Request[Any]] = []
    router.on(type(transfer(version)))(received.append)
    script = Script(subprotocols=[f"ocpp{version}"], strict=False)
    async with linked(
        side, implementation, script, versions=[version], handler=router
    ) as link:
        for action, payload, code in calls:
            with pytest.raises(Refusal) as raised:
                await link.peer.call(action, payload)
            assert (action, raised.value.code) == (action, code)
    assert received == []
