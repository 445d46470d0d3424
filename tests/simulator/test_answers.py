"""What a charger answers to its back office, in every version."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, cast

import pytest

import ocpp_rpc
from ocpp_messages import VERSIONS, Model, Request, v16, v201
from ocpp_rpc import Connection
from ocpp_rpc.simulator import back_office_for
from ocpp_rpc.simulator.back_office import INTERVAL
from tests.simulator.central import Central
from tests.simulator.memory import station

Payload: TypeAlias = Mapping[str, Any]


async def ask(peer: Connection, action: str, payload: Payload | None = None) -> Payload:
    """Return the payload of the response to a call."""
    package = peer.package
    request = package.from_jsonable(package.PROCEDURES[action].request, payload or {})
    response = await peer.call(cast(Request[Model], request))
    return cast(Payload, package.to_jsonable(response))


ACCEPTED = {"status": "Accepted"}
REJECTED = {"status": "Rejected"}
NOT_SUPPORTED = {"status": "NotSupported"}
V1X, V2X = ("1.5", "1.6"), ("2.0", "2.0.1", "2.1")
ANSWERS: list[tuple[Sequence[str], str, Payload, Payload]] = [
    (VERSIONS, "ClearCache", {}, ACCEPTED),
    # The configuration of 1.x.
    (V1X, "ChangeConfiguration", {"key": "ResetRetries", "value": "1"}, ACCEPTED),
    *(
        (V1X, "ChangeConfiguration", {"key": "ResetRetries", "value": value}, REJECTED)
        for value in ("-1", "", "1.5", "1" * 10, "\u0661")
    ),
    (V1X, "ChangeConfiguration", {"key": "Colour", "value": "1"}, NOT_SUPPORTED),
    (
        ("1.6",),
        "ChangeConfiguration",
        {"key": "NumberOfConnectors", "value": "2"},
        REJECTED,
    ),
    (
        ("1.6",),
        "ChangeConfiguration",
        {"key": "WebSocketPingInterval", "value": "10"},
        {"status": "RebootRequired"},
    ),
    # Unlocking.
    (("1.5",), "UnlockConnector", {"connectorId": 1}, ACCEPTED),
    (("1.5",), "UnlockConnector", {"connectorId": 2}, REJECTED),
    (("1.6",), "UnlockConnector", {"connectorId": 1}, {"status": "Unlocked"}),
    (("1.6",), "UnlockConnector", {"connectorId": 2}, NOT_SUPPORTED),
    (V2X, "UnlockConnector", {"evseId": 1, "connectorId": 1}, {"status": "Unlocked"}),
    (
        ("2.0",),
        "UnlockConnector",
        {"evseId": 1, "connectorId": 2},
        {"status": "UnlockFailed"},
    ),
    (
        ("2.0.1", "2.1"),
        "UnlockConnector",
        {"evseId": 2, "connectorId": 1},
        {"status": "UnknownConnector"},
    ),
    # Availability.
    (V1X, "ChangeAvailability", {"connectorId": 2, "type": "Operative"}, REJECTED),
    (
        ("2.0",),
        "ChangeAvailability",
        {"evseId": 2, "operationalStatus": "Operative"},
        REJECTED,
    ),
    (
        ("2.0.1", "2.1"),
        "ChangeAvailability",
        {"evse": {"id": 2}, "operationalStatus": "Operative"},
        REJECTED,
    ),
    # Transactions.
    (V1X, "RemoteStartTransaction", {"idTag": "A"}, ACCEPTED),
    (V1X, "RemoteStartTransaction", {"idTag": "A", "connectorId": 2}, REJECTED),
    (V1X, "RemoteStopTransaction", {"transactionId": 1}, REJECTED),
    (
        V2X,
        "RequestStartTransaction",
        {"idToken": {"idToken": "A", "type": "Central"}, "remoteStartId": 1},
        ACCEPTED,
    ),
    (
        V2X,
        "RequestStartTransaction",
        {
            "idToken": {"idToken": "A", "type": "Central"},
            "remoteStartId": 1,
            "evseId": 2,
        },
        REJECTED,
    ),
    (V2X, "RequestStopTransaction", {"transactionId": "A"}, REJECTED),
    (V2X, "GetTransactionStatus", {}, {"messagesInQueue": False}),
    (
        V2X,
        "GetTransactionStatus",
        {"transactionId": "A"},
        {"messagesInQueue": False, "ongoingIndicator": False},
    ),
    # Resets.
    (V1X, "Reset", {"type": "Soft"}, ACCEPTED),
    (V1X, "Reset", {"type": "Hard"}, ACCEPTED),
    (V2X, "Reset", {"type": "Immediate"}, ACCEPTED),
    (V2X, "Reset", {"type": "OnIdle"}, ACCEPTED),
    (("2.0.1", "2.1"), "Reset", {"type": "OnIdle", "evseId": 1}, REJECTED),
    (("2.1",), "Reset", {"type": "ImmediateAndResume"}, REJECTED),
    # Messages on demand.
    (
        ("1.6",),
        "TriggerMessage",
        {"requestedMessage": "Heartbeat", "connectorId": 2},
        REJECTED,
    ),
    (
        ("1.6",),
        "ExtendedTriggerMessage",
        {"requestedMessage": "SignChargePointCertificate"},
        {"status": "NotImplemented"},
    ),
    (
        V2X,
        "TriggerMessage",
        {"requestedMessage": "Heartbeat", "evse": {"id": 2}},
        REJECTED,
    ),
    (
        V2X,
        "TriggerMessage",
        {"requestedMessage": "SignV2GCertificate"},
        {"status": "NotImplemented"},
    ),
    (V2X, "TriggerMessage", {"requestedMessage": "TransactionEvent"}, REJECTED),
]


@pytest.mark.parametrize(
    ("version", "action", "payload", "answer"),
    [(version, *case) for versions, *case in ANSWERS for version in versions],
)
async def test_what_is_answered(
    version: str, action: str, payload: Payload, answer: Payload
) -> None:
    async with station(version) as (_, back_office):
        assert await ask(back_office, action, payload) == answer


async def test_configuration_by_key() -> None:
    async with station("1.6") as (_, central):
        await ask(central, "ChangeConfiguration", {"key": "ResetRetries", "value": "5"})
        keys = {"key": ["Nonsense", "ResetRetries", "NumberOfConnectors"]}
        response = await ask(central, "GetConfiguration", keys)

    assert response == {
        "configurationKey": [
            {"key": "ResetRetries", "readonly": False, "value": "5"},
            {"key": "NumberOfConnectors", "readonly": True, "value": "1"},
        ],
        "unknownKey": ["Nonsense"],
    }


async def test_whole_configuration() -> None:
    async with station("1.5") as (_, central):
        response = await ask(central, "GetConfiguration")

    assert "unknownKey" not in response
    assert [item["key"] for item in response["configurationKey"]] == [
        *("ConnectionTimeOut", "HeartBeatInterval", "LightIntensity"),
        *("MeterValueSampleInterval", "ResetRetries"),
    ]


def variable(component: str, name: str, **other: Any) -> dict[str, Any]:
    return {"component": {"name": component}, "variable": {"name": name}, **other}


VARIABLES: list[tuple[dict[str, Any], str, str]] = [
    (variable("AuthCtrlr", "Enabled"), "false", "Accepted"),
    (variable("AuthCtrlr", "Enabled"), "perhaps", "Rejected"),
    (variable("ChargingStation", "Model"), "X2", "Rejected"),
    (variable("OCPPCommCtrlr", "WebSocketPingInterval"), "1", "RebootRequired"),
    (variable("AuthCtrlr", "Colour"), "1", "UnknownVariable"),
    (variable("Paint", "Colour"), "1", "UnknownComponent"),
    (
        variable("AuthCtrlr", "Enabled", attributeType="Target"),
        "true",
        "NotSupportedAttributeType",
    ),
    (
        variable("AuthCtrlr", "Enabled")
        | {"component": {"name": "AuthCtrlr", "evse": {"id": 1}}},
        "true",
        "UnknownComponent",
    ),
    (
        variable("AuthCtrlr", "Enabled")
        | {"variable": {"name": "Enabled", "instance": "2"}},
        "true",
        "UnknownVariable",
    ),
]
UNREADABLE = {"UnknownVariable", "UnknownComponent", "NotSupportedAttributeType"}


@pytest.mark.parametrize("version", V2X)
async def test_variables_are_set_and_read(version: str) -> None:
    items = [{**data, "attributeValue": value} for data, value, _ in VARIABLES]
    async with station(version) as (_, csms):
        written = await ask(csms, "SetVariables", {"setVariableData": items})
        wanted = {"getVariableData": [data for data, _, _ in VARIABLES]}
        read = await ask(csms, "GetVariables", wanted)

    statuses = [each["attributeStatus"] for each in written["setVariableResult"]]
    assert statuses == [status for _, _, status in VARIABLES]
    results = read["getVariableResult"]
    assert [each["attributeStatus"] for each in results] == [
        status if status in UNREADABLE else "Accepted" for status in statuses
    ]
    assert [each.get("attributeValue") for each in results[:4]] == [
        *("false", "false", "X1", "1"),
    ]
    assert not any("attributeValue" in each for each in results[4:])


HEARTBEAT_INTERVAL: dict[str, tuple[str, Payload]] = {
    "1.5": ("ChangeConfiguration", {"key": "HeartBeatInterval", "value": "7"}),
    "1.6": ("ChangeConfiguration", {"key": "HeartbeatInterval", "value": "7"}),
    **{
        version: (
            "SetVariables",
            {
                "setVariableData": [
                    variable("OCPPCommCtrlr", "HeartbeatInterval", attributeValue="7")
                ]
            },
        )
        for version in V2X
    },
}


@pytest.mark.parametrize("version", VERSIONS)
async def test_the_interval_of_heartbeats_is_a_setting(version: str) -> None:
    change = HEARTBEAT_INTERVAL[version]
    async with station(version) as (charger, peer):
        theirs = back_office_for(peer)
        await ask(peer, *change)
        assert charger.interval is None  # it has not booted
        peer.set_handler(theirs.routes)
        await charger.boot()
        assert charger.interval == charger.configuration.heartbeat_interval == INTERVAL
        await ask(peer, *change)
        assert charger.interval == 7


async def test_a_heartbeat_interval_of_zero_ends_heartbeats() -> None:
    async with station("1.6") as (charger, central):
        central.set_handler(Central())
        await charger.boot()
        other = {"key": "ResetRetries", "value": "1"}
        await ask(central, "ChangeConfiguration", other)
        assert charger.interval == 1  # 0 was the answer
        for value in ("5", "0"):
            setting = {"key": "HeartbeatInterval", "value": value}
            await ask(central, "ChangeConfiguration", setting)
        assert charger.interval is None


async def test_a_report_comes_in_parts() -> None:
    parts: asyncio.Queue[v201.NotifyReportRequest] = asyncio.Queue()

    def take(request: v201.NotifyReportRequest) -> v201.NotifyReportResponse:
        parts.put_nowait(request)
        return v201.NotifyReportResponse()

    async with station("2.0.1") as (_, csms):
        csms.set_handler(take)
        response = await csms.call(
            v201.GetBaseReportRequest(
                request_id=7,
                report_base=v201.ReportBaseEnumType.CONFIGURATION_INVENTORY,
            )
        )
        first, second = await parts.get(), await parts.get()

    assert response.status is v201.GenericDeviceModelStatusEnumType.ACCEPTED
    assert [(part.request_id, part.seq_no, part.tbc) for part in (first, second)] == [
        (7, 0, True),
        (7, 1, False),
    ]


@pytest.mark.parametrize("version", V2X)
@pytest.mark.parametrize(
    ("report_base", "models"), [("FullInventory", 1), ("ConfigurationInventory", 0)]
)
async def test_what_cannot_be_changed_is_no_configuration(
    version: str, report_base: str, models: int
) -> None:
    parts: asyncio.Queue[Payload] = asyncio.Queue()

    def take(request: Model, connection: Connection) -> Model:
        parts.put_nowait(connection.package.to_jsonable(request))
        procedure = connection.package.PROCEDURES["NotifyReport"]
        response: Model = cast(Any, procedure.response)()
        return response

    async with station(version) as (_, csms):
        csms.set_handler(take)
        await ask(csms, "GetBaseReport", {"requestId": 7, "reportBase": report_base})
        items = [
            item
            for part in (await parts.get(), await parts.get())
            for item in part["reportData"]
        ]

    told = [
        (item["variable"]["name"], item["variableAttribute"][0]["mutability"])
        for item in items
    ]
    assert told.count(("Model", "ReadOnly")) == models
    assert len(told) == 4 + models
    assert [mutability for _, mutability in told].count("ReadWrite") == 4


async def test_a_transaction_that_does_not_run_is_not_stopped() -> None:
    async with station("1.6") as (charger, central):
        charger.transaction = 1
        other = await central.call(v16.RemoteStopTransactionRequest(transaction_id=2))
        assert not charger.stop_wanted
        own = await central.call(v16.RemoteStopTransactionRequest(transaction_id=1))

    assert other.status is v16.RemoteStartStopStatus.REJECTED
    assert own.status is v16.RemoteStartStopStatus.ACCEPTED
    assert charger.stop_wanted


@pytest.mark.parametrize("version", VERSIONS)
async def test_all_else_is_not_supported(version: str) -> None:
    async with station(version) as (_, back_office):
        with pytest.raises(ocpp_rpc.OcppError, match="NotSupported"):
            await ask(back_office, "GetLocalListVersion")
