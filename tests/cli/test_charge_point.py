"""The charge point goes through its steps, and says why it cannot."""

from __future__ import annotations

import asyncio
import io
import socket
import sys
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any, TypeAlias, cast

import pytest
from rich.console import Console

import ocpp_rpc
from ocpp_messages import VERSIONS, Model, Request, v16, v201
from ocpp_rpc import Connection, Server, testing
from ocpp_rpc.cli import app, charge_point
from ocpp_rpc.cli.screen import Screen
from ocpp_rpc.simulator import families
from ocpp_rpc.simulator.back_office import INTERVAL
from ocpp_rpc.simulator.station import Station
from ocpp_rpc.simulator.steps import Failure
from tests.cli.programs import central_system, interrupt, run, start
from tests.confidential import PASSWORD

# Whole programs are started.
pytestmark = pytest.mark.timeout(60)

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(families, "PACE", 0.0)


# --- As a program ---------------------------------------------------------------------


def test_it_offers_what_it_is_told_to_in_that_order() -> None:
    with central_system("--versions", "1.5,1.6,2.1") as running:
        chosen = run("charge-point", "CP1", running.url, "--versions", "2.0,1.6,2.1")
        newest = run("charge-point", "CP1", running.url)

    assert chosen.out.startswith("1.6 ")
    assert newest.out.startswith("2.1 ")


def test_it_disconnects_when_it_is_done() -> None:
    with central_system() as running:
        done = run("charge-point", "CP1", running.url, "--id-tag", "ABC")

    assert (done.code, done.err) == (0, "")
    assert "authorization of ABC: Accepted" in done.out
    assert "Transaction" not in done.out
    assert done.out.endswith("· disconnected (1000)\n")


def test_it_stays_until_ctrl_c() -> None:
    with central_system() as running:
        process = start("charge-point", "CP1", running.url, "--stay")
        assert process.stdout is not None
        for line in process.stdout:
            if "authorization of TAG1" in line:
                break
        done = interrupt(process)

    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("· disconnected (1000)\n")


def test_no_common_version() -> None:
    with central_system("--versions", "1.6") as running:
        done = run("charge-point", "CP1", running.url, "--versions", "2.1,2.0.1")

    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"error: cannot connect to {running.url}/CP1: "
        "the server speaks none of OCPP 2.1, 2.0.1\n"
    )


# --- Bad input ------------------------------------------------------------------------


def test_no_server(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    assert app.run(["charge-point", "CP1", f"ws://127.0.0.1:{port}"]) == 1
    assert capsys.readouterr().err == (
        f"error: cannot connect to ws://127.0.0.1:{port}/CP1: "
        "there is no server at this address\n"
    )


def test_an_error_has_no_control_characters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    save = ("--save", "/nowhere/\x1b[31m")

    assert app.run(["charge-point", "CP1", "ws://127.0.0.1:1", *save]) == 1
    assert capsys.readouterr().err == (
        "error: cannot write /nowhere/\\x1b[31m: No such file or directory\n"
    )


def test_what_takes_the_place_of_stdout_need_not_be_a_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    output = io.StringIO()
    monkeypatch.setattr(sys, "stdout", output)

    assert app.run(["charge-point", "CP1", "ws://127.0.0.1:1"]) == 1
    assert output.getvalue() == ""


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["CP1"], "URL"),
        (["CP1", "http://127.0.0.1:9000"], "'http://127.0.0.1:9000' is no WebSocket"),
        (["CP1", "ws://"], "'ws://' is no WebSocket URL"),
        (["CP1", "ws://127.0.0.1:port"], "is no WebSocket URL, such as ws://"),
        (["CP1", "ws://127.0.0.1:0"], "is no WebSocket URL, such as ws://"),
        (["CP1", "ws://a..b"], "is no WebSocket URL, such as ws://"),
        (["CP1", "ws://[::1"], "is no WebSocket URL, such as ws://"),
        (["CP1", f"http://CP1:{PASSWORD}@here"], "'http://here' is no WebSocket URL"),
        (["CP1", f"CP1:{PASSWORD}@here"], "'here' is no WebSocket URL"),
        (["", "ws://127.0.0.1"], "'' cannot be the identity of a charger"),
        (["\x1b", "ws://127.0.0.1"], "cannot be the identity of a charger"),
        (
            ["CP1", "ws://127.0.0.1", "--versions", "3.0"],
            "unknown OCPP version '3.0': there are 1.5, 1.6, 2.0, 2.0.1, 2.1",
        ),
    ],
)
def test_wrong_use(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        app.run(["charge-point", *arguments])

    captured = capsys.readouterr()
    assert ended.value.code == 2
    assert complaint in captured.err
    assert PASSWORD not in captured.err
    assert captured.out == ""


# --- Opposite to central systems that want something else -----------------------------


class Central(v16.CentralSystem):
    """Accepts a charger or does not."""

    def __init__(
        self,
        boot: v16.RegistrationStatus = v16.RegistrationStatus.ACCEPTED,
        tag: v16.AuthorizationStatus = v16.AuthorizationStatus.ACCEPTED,
        start: v16.AuthorizationStatus = v16.AuthorizationStatus.ACCEPTED,
    ) -> None:
        self._boot = boot
        self._tag = v16.IdTagInfo(status=tag)
        self._start = v16.IdTagInfo(status=start)
        self.heartbeats: asyncio.Queue[None] = asyncio.Queue()

    async def boot_notification(
        self, request: v16.BootNotificationRequest, connection: object
    ) -> v16.BootNotificationResponse:
        return v16.BootNotificationResponse(
            status=self._boot, current_time=NOW, interval=0
        )

    async def heartbeat(
        self, request: v16.HeartbeatRequest, connection: object
    ) -> v16.HeartbeatResponse:
        self.heartbeats.put_nowait(None)
        return v16.HeartbeatResponse(current_time=NOW)

    async def status_notification(
        self, request: v16.StatusNotificationRequest, connection: object
    ) -> v16.StatusNotificationResponse:
        return v16.StatusNotificationResponse()

    async def authorize(
        self, request: v16.AuthorizeRequest, connection: object
    ) -> v16.AuthorizeResponse:
        return v16.AuthorizeResponse(id_tag_info=self._tag)

    async def start_transaction(
        self, request: v16.StartTransactionRequest, connection: object
    ) -> v16.StartTransactionResponse:
        return v16.StartTransactionResponse(transaction_id=1, id_tag_info=self._start)


async def visit(
    server: Server,
    *,
    tag: str = "TAG1",
    charge: bool = False,
    stay: bool = False,
    password: str | None = None,
) -> None:
    """Let a charge point go through its steps."""
    plan = charge_point.Plan(
        url=f"ws://127.0.0.1:{server.port}",
        versions=["1.6"],
        id_tag=tag,
        charge=charge,
        stay=stay,
        password=password,
    )
    await charge_point.run(Screen(Console(file=io.StringIO())), "CP1", plan)


@asynccontextmanager
async def serving(central: Central) -> AsyncGenerator[Server]:
    async with ocpp_rpc.serve(central, "127.0.0.1", versions=["1.6"]) as server:
        yield server


@pytest.mark.parametrize("password", [None, PASSWORD])
async def test_it_has_a_password(password: str | None) -> None:
    known: list[ocpp_rpc.Credentials | None] = []

    def check(handshake: ocpp_rpc.Handshake) -> None:
        known.append(handshake.credentials)

    async with ocpp_rpc.serve(
        Central(), "127.0.0.1", versions=["1.6"], on_connect=check
    ) as server:
        await visit(server, password=password)
    wanted = password and ocpp_rpc.Credentials(b"CP1", password.encode())
    assert known == [wanted]


@pytest.mark.parametrize(
    ("central", "complaint"),
    [
        (
            Central(boot=v16.RegistrationStatus.PENDING),
            "the back office does not accept the charger: Pending",
        ),
        (
            Central(tag=v16.AuthorizationStatus.EXPIRED),
            "the back office does not accept TAG1: Expired",
        ),
        (
            Central(start=v16.AuthorizationStatus.CONCURRENT_TX),
            "the back office does not accept the transaction of TAG1: ConcurrentTx",
        ),
    ],
)
async def test_who_is_not_accepted_goes_home(central: Central, complaint: str) -> None:
    async with serving(central) as server:
        with pytest.raises(Failure, match=rf"^{complaint}$"):
            await visit(server, charge=True)


async def test_what_the_central_system_does_not_support_is_an_error() -> None:
    async with serving(Central()) as server:
        with pytest.raises(ocpp_rpc.OcppError, match=r"^MeterValues: NotSupported"):
            await visit(server, charge=True)


async def test_a_tag_may_be_too_long_for_a_version() -> None:
    async with serving(Central()) as server:
        with pytest.raises(Failure, match=r"'A{21}' cannot be a tag: .* 20 characters"):
            await visit(server, tag="A" * 21)


async def test_staying_it_sends_heartbeats_until_the_connection_is_lost() -> None:
    central = Central()
    async with serving(central) as server:
        staying = asyncio.create_task(visit(server, stay=True))
        for _ in range(2):
            await central.heartbeats.get()
        await server.connections["CP1"].close(1001, "closing time")
        with pytest.raises(ocpp_rpc.ConnectionClosed, match="1001 closing time"):
            await staying


@pytest.mark.parametrize("version", VERSIONS)
async def test_the_answer_to_a_boot_tells_the_interval(version: str) -> None:
    async with station(version) as (charger, back_office):
        theirs = families.back_office(back_office, charger.screen)
        back_office.set_handler(theirs.routes)
        assert charger.interval is None
        await charger.boot()
        assert charger.interval == INTERVAL


async def test_a_charger_that_is_not_accepted_sends_no_heartbeats() -> None:
    async with station("1.6") as (charger, back_office):
        back_office.set_handler(Central(boot=v16.RegistrationStatus.PENDING))
        charger.interval = 300
        await charger.boot()
        assert charger.interval is None


async def test_a_boot_sets_the_interval_anew() -> None:
    central = Central()
    async with station("1.6") as (charger, back_office), asyncio.timeout(20):
        back_office.set_handler(central)
        charger.interval = 10_000
        beating = asyncio.create_task(charger.beat())
        await charger.boot()
        await central.heartbeats.get()
        beating.cancel()
    assert charger.interval == 1  # 0 was the answer


async def test_staying_ends_with_a_heartbeat_that_is_refused() -> None:
    refused: list[v16.HeartbeatRequest] = []

    def refuse(request: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        refused.append(request)
        raise ocpp_rpc.OcppError(ocpp_rpc.ErrorCode.NOT_SUPPORTED)

    async with station("1.6") as (charger, back_office), asyncio.timeout(20):
        back_office.set_handler(refuse)
        charger.interval = 0.01
        with pytest.raises(ocpp_rpc.OcppError, match=r"^Heartbeat: NotSupported"):
            await charger.attend()
    assert len(refused) == 1


# --- What central systems ask ---------------------------------------------------------


@asynccontextmanager
async def station(version: str) -> AsyncGenerator[tuple[Station, Connection]]:
    """A station in memory, and the connection of the central system opposite to it."""
    screen = Screen(Console(file=io.StringIO()))
    async with testing.pair(version=version) as (ours, theirs):
        yield families.station(ours, screen), theirs


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
        theirs = families.back_office(peer, charger.screen)
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
