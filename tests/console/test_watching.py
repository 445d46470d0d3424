"""What a console knows of chargers, from what they say in each version."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ocpp_messages import LENIENT, v15, v16, v20, v21, v201
from ocpp_rpc import Settings, console
from ocpp_rpc.back_office import Refusal
from ocpp_rpc.console.charger import Charger
from ocpp_rpc.console.frames import Frames
from ocpp_rpc.console.messages import note_request
from ocpp_rpc.console.meters import samples
from ocpp_rpc.console.watching import Watch
from ocpp_rpc.protocol.events import (
    CallAnswered,
    CallReceived,
    Closed,
    FrameReceived,
    Opened,
    SendDropped,
    SendReceived,
    StrayKind,
    StrayReply,
)
from tests.confidential import PASSWORD
from tests.console.world import QUICK, Browser, World, world

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)


async def detail(opened: World, identity: str = "CP1") -> Any:
    answer = await opened.get("/api/charger", identity=identity)
    assert answer.status_code == 200
    return answer.json()


async def test_who_is_connected() -> None:
    async with world() as opened:
        browser = await opened.browser()
        charger = await opened.charger("CP1")
        await opened.charger("CP2", "2.1")
        await browser.wait_for(lambda b: len(b.known) == 2)
        one, two = browser.known["CP1"], browser.known["CP2"]
        assert (one["version"], one["connected"]) == ("1.6", True)
        assert (two["version"], two["connected"]) == ("2.1", True)
        await charger.close()
        await browser.wait_for(lambda b: not b.known["CP1"]["connected"])
        assert browser.known["CP2"]["connected"]


async def test_a_charger_that_was_there_before() -> None:
    async with world() as opened:
        await opened.charger("CP1")
        later = console.app(opened.server)
        opened.http._transport.app = later  # type: ignore[attr-defined]
        found = await detail(opened)
    assert (found["version"], found["connected"]) == ("1.6", True)


async def test_a_charger_that_was_there_before_and_leaves() -> None:
    async with world() as opened:
        first = await opened.charger("CP1")
        second = await opened.charger("CP2")
        later = console.app(opened.server, settings=QUICK)
        opened.http._transport.app = later  # type: ignore[attr-defined]
        browser = Browser(later)
        await browser.open()
        await first.close()
        await browser.wait_for(
            lambda b: "CP1" in b.known and not b.known["CP1"]["connected"]
        )
        assert browser.known["CP2"]["connected"]
        second.abort()
        await browser.wait_for(lambda b: not b.known["CP2"]["connected"])
        found = await detail(opened, "CP2")
        await browser.close()
    assert [each["text"] for each in found["trouble_list"]] == ["Closed: 1006"]


class Line:
    """A connection, as far as a watch looks at it."""

    def __init__(self, version: str = "1.6") -> None:
        self.identity = "CP1"
        self.version = version
        self.handshake = None
        self.end = Closed(1000, "")


def start(watch: Watch, line: Any, tag: str) -> None:
    """Have a StartTransaction come, whose id is always the same."""
    procedure = v16.PROCEDURES["StartTransaction"]
    request = v16.StartTransactionRequest(
        connector_id=1, id_tag=tag, meter_start=0, timestamp=NOW
    )
    watch.observe(CallReceived("1", procedure, request), line)


def answer(watch: Watch, line: Any, number: int) -> None:
    """Have it answered."""
    procedure = v16.PROCEDURES["StartTransaction"]
    info = v16.IdTagInfo(status=v16.AuthorizationStatus.ACCEPTED)
    response = v16.StartTransactionResponse(transaction_id=number, id_tag_info=info)
    watch.observe(CallAnswered("1", procedure, response, 0.0), line)


def test_starts_of_a_connection_that_is_replaced() -> None:
    watch = Watch(QUICK)
    old: Any = Line()
    new: Any = Line()
    watch.observe(Opened("1.6"), old)
    charger = watch.chargers["CP1"]
    start(watch, old, "OLD")
    watch.observe(Opened("1.6"), new)
    assert charger.starting == {}
    start(watch, new, "NEW")
    answer(watch, old, 1)
    watch.observe(old.end, old)
    answer(watch, new, 2)
    assert [(t["id"], t["tag"]) for t in charger.detail()["transactions"]] == [
        ("2", "NEW")
    ]
    assert charger.connected


def test_messages_of_a_connection_that_is_replaced_by_another_version() -> None:
    watch = Watch(QUICK)
    old: Any = Line("1.6")
    new: Any = Line("2.0.1")
    for line in (old, new):
        watch.observe(Opened(line.version), line)
    status = v16.StatusNotificationRequest(
        connector_id=1,
        error_code=v16.ChargePointErrorCode.NO_ERROR,
        status=v16.ChargePointStatus.AVAILABLE,
    )
    watch.observe(FrameReceived("[]"), old)
    procedure = v16.PROCEDURES["StatusNotification"]
    watch.observe(CallReceived("1", procedure, status), old)
    watch.observe(FrameReceived("[]"), new)
    charger = watch.chargers["CP1"]
    assert charger.connectors == {"1": "Available"}
    assert [frame.version for frame in charger.frames] == ["1.6", "2.0.1"]
    assert charger.version == "2.0.1"


def test_a_new_connection_that_closes_before_the_old_one() -> None:
    """A server may allow both."""
    watch = Watch(QUICK)
    old: Any = Line("1.6")
    new: Any = Line("2.0.1")
    for line in (old, new):
        watch.observe(Opened(line.version), line)
    watch.observe(new.end, new)
    charger = watch.chargers["CP1"]
    assert (charger.connected, charger.version) == (True, "1.6")
    watch.observe(old.end, old)
    assert not charger.connected
    watch.observe(old.end, old)  # not twice


def test_a_connection_that_closes_before_it_opens() -> None:
    watch = Watch(QUICK)
    line: Any = Line()
    watch.observe(line.end, line)
    assert watch.chargers == {}


def test_what_a_connection_tells_beside_calls() -> None:
    watch = Watch(QUICK)
    line: Any = Line("2.1")
    watch.observe(Opened("2.1", ("an odd handshake",)), line)
    procedure = v21.PROCEDURES["NotifyPeriodicEventStream"]
    element = v21.StreamDataElementType(t=0.0, v="1")
    message = v21.NotifyPeriodicEventStream(
        id=1, pending=0, basetime=NOW, data=[element]
    )
    watch.observe(SendReceived("1", procedure, message), line)
    watch.leave("nobody")  # who is not known does not leave
    [shown] = [each.detail() for each in watch.chargers.values()]
    assert [each["text"] for each in shown["trouble_list"]] == ["an odd handshake"]
    assert (shown["connected"], shown["connectors"]) == (True, {})


def test_late_replies_and_dropped_messages_are_problems() -> None:
    watch = Watch(QUICK)
    line: Any = Line("2.1")
    watch.observe(Opened("2.1"), line)
    watch.observe(StrayReply("7", StrayKind.LATE), line)
    procedure = v21.PROCEDURES["NotifyPeriodicEventStream"]
    watch.observe(SendDropped("8", procedure), line)
    troubles = watch.chargers["CP1"].detail()["trouble_list"]
    assert [each["text"] for each in troubles] == [
        "SendDropped: NotifyPeriodicEventStream, id 8",
        "StrayReply: id 7, late",
    ]


async def test_what_a_charger_of_1_6_tells() -> None:
    async with world() as opened:
        charger = await opened.charger()
        await charger.call(
            v16.BootNotificationRequest(
                charge_point_vendor="Acme",
                charge_point_model="X1",
                firmware_version="1.2",
            )
        )
        await charger.call(
            v16.StatusNotificationRequest(
                connector_id=1,
                error_code=v16.ChargePointErrorCode.NO_ERROR,
                status=v16.ChargePointStatus.CHARGING,
            )
        )
        await charger.call(
            v16.StatusNotificationRequest(
                connector_id=2,
                error_code=v16.ChargePointErrorCode.OVER_VOLTAGE,
                status=v16.ChargePointStatus.FAULTED,
            )
        )
        started = await charger.call(
            v16.StartTransactionRequest(
                connector_id=1, id_tag="TAG1", meter_start=0, timestamp=NOW
            )
        )
        for n, connected in enumerate((started.transaction_id, None)):
            value = v16.SampledValue(value=str(1000 * (n + 1)))
            power = v16.SampledValue(
                value="7.5",
                measurand=v16.Measurand.POWER_ACTIVE_IMPORT,
                unit=v16.UnitOfMeasure("kW"),
                phase=v16.Phase.L1,
            )
            meter_value = v16.MeterValue(
                timestamp=NOW + timedelta(minutes=n), sampled_value=[value, power]
            )
            await charger.call(
                v16.MeterValuesRequest(
                    connector_id=1, transaction_id=connected, meter_value=[meter_value]
                )
            )
        running = await detail(opened)
        await charger.call(
            v16.StopTransactionRequest(
                transaction_id=started.transaction_id,
                meter_stop=2500,
                timestamp=NOW,
                reason=v16.Reason.LOCAL,
            )
        )
        stopped = await detail(opened)
        number = str(started.transaction_id)
        series = (
            await opened.get("/api/transaction", identity="CP1", id=number)
        ).json()

    assert running["facts"] == {
        "vendor": "Acme",
        "model": "X1",
        "firmware": "1.2",
        "registration": "Accepted",
    }
    assert running["connectors"] == {"1": "Charging", "2": "Faulted (OverVoltage)"}
    assert running["running"] == 1
    [transaction] = running["transactions"]
    assert (transaction["id"], transaction["connector"]) == (number, "1")
    assert (transaction["tag"], transaction["ended"]) == ("TAG1", None)
    energy = {"name": "Energy.Active.Import.Register", "unit": "Wh", "value": 2000.0}
    power_ = {"name": "Power.Active.Import L1", "unit": "kW", "value": 7.5}
    assert transaction["last"] == [energy, power_]
    assert stopped["running"] == 0
    assert stopped["transactions"][0]["state"] == "Local"
    assert series["series"][0]["points"] == [
        [NOW.timestamp(), 1000.0],
        [NOW.timestamp() + 60, 2000.0],
    ]


@pytest.mark.parametrize("package", [v201, v21])
async def test_what_a_charger_of_2_x_tells(package: Any) -> None:
    async with world() as opened:
        charger = await opened.charger(version=package.VERSION)
        await charger.call(
            package.BootNotificationRequest(
                reason="PowerUp",
                charging_station=package.ChargingStationType(
                    model="X2", vendor_name="Acme", serial_number="S1"
                ),
            )
        )
        await charger.call(
            package.StatusNotificationRequest(
                timestamp=NOW, connector_status="Occupied", evse_id=1, connector_id=2
            )
        )
        await charger.call(event(package, "Started", 0, "EVConnected"))
        await charger.call(event(package, "Updated", 1, "Charging", 1.5))
        running = await detail(opened)
        await charger.call(event(package, "Ended", 2, None))
        ended = await detail(opened)
    assert running["facts"]["serial number"] == "S1"
    assert running["connectors"] == {"1/2": "Occupied"}
    [transaction] = running["transactions"]
    assert (transaction["id"], transaction["connector"]) == ("T1", "1/2")
    assert (transaction["tag"], transaction["state"]) == ("TAG1", "Charging")
    name = "Energy.Active.Import.Register"
    assert transaction["last"] == [{"name": name, "unit": "kWh", "value": 1500.0}]
    assert (running["running"], ended["running"]) == (1, 0)
    assert ended["transactions"][0]["state"] == "Local"


def event(
    package: Any, what: str, number: int, state: str | None, energy: float | None = None
) -> Any:
    """A TransactionEvent of 2.0.1 or 2.1."""
    values = None
    if energy is not None:
        unit = package.UnitOfMeasureType(unit="kWh", multiplier=3)
        sampled = package.SampledValueType(value=energy, unit_of_measure=unit)
        values = [package.MeterValueType(timestamp=NOW, sampled_value=[sampled])]
    reason = "Local" if what == "Ended" else None
    return package.TransactionEventRequest(
        event_type=what,
        timestamp=NOW,
        trigger_reason="Authorized",
        seq_no=number,
        evse=package.EVSEType(id=1, connector_id=2),
        id_token=package.IdTokenType(id_token="TAG1", type="ISO14443"),
        transaction_info=package.TransactionType(
            transaction_id="T1", charging_state=state, stopped_reason=reason
        ),
        meter_value=values,
    )


def charge_2x(charger: Charger, package: Any, number: str, *place: int) -> None:
    """Have a transaction of 2.x run at an EVSE and a connector, if these are told."""
    info: dict[str, Any] = {"charging_state": "Charging"}
    if package is v20:
        info = {"transaction_data": v20.TransactionType(id=number, **info)}
    else:
        kind = package.TransactionType(transaction_id=number, **info)
        info = {"transaction_info": kind}
    named = dict(zip(("id", "connector_id"), place, strict=False))
    evse = package.EVSEType(**named) if place else None
    request = package.TransactionEventRequest(
        event_type="Updated",
        timestamp=NOW,
        trigger_reason="ChargingStateChanged",
        seq_no=0,
        evse=evse,
        **info,
    )
    note_request(charger, package.VERSION, "TransactionEvent", request, 0.0)


def measure_2x(charger: Charger, package: Any, evse: int, value: float) -> None:
    """Have the meter of an EVSE be read."""
    sampled = package.SampledValueType(value=value)
    values = [package.MeterValueType(timestamp=NOW, sampled_value=[sampled])]
    request = package.MeterValuesRequest(evse_id=evse, meter_value=values)
    note_request(charger, package.VERSION, "MeterValues", request, 0.0)


@pytest.mark.parametrize("package", [v20, v201, v21])
def test_meter_values_of_2_x_belong_to_what_runs_at_the_evse(package: Any) -> None:
    charger = Charger("CP1", package.VERSION, 0.0, QUICK)
    charge_2x(charger, package, "T1", 1, 2)
    charge_2x(charger, package, "T1", 1)  # later events may say less
    charge_2x(charger, package, "T11", 11)
    charge_2x(charger, package, "T3", 3)
    charge_2x(charger, package, "T3", 3, 1)
    for evse in (1, 11, 3, 0, 2):  # the main meter, and an EVSE where nothing runs
        measure_2x(charger, package, evse, 100.0 + evse)
    found = {each["id"]: each for each in charger.detail()["transactions"]}
    assert {number: each["connector"] for number, each in found.items()} == {
        "T1": "1/2",
        "T11": "11",
        "T3": "3/1",
    }
    assert {number: each["last"][0]["value"] for number, each in found.items()} == {
        "T1": 101.0,
        "T11": 111.0,
        "T3": 103.0,
    }
    assert [each["points"] for each in found.values()] == [1, 1, 1]


def test_a_transaction_of_2_x_that_moves() -> None:
    charger = Charger("CP1", "2.0.1", 0.0, QUICK)
    for place in ((1, 2), (1, 1), (2,)):
        charge_2x(charger, v201, "T1", *place)
        charge_2x(charger, v201, "T1")  # an event need not say where
        [found] = charger.detail()["transactions"]
        assert found["connector"] == "/".join(map(str, place))


def test_meter_values_of_1_5_belong_to_their_transaction() -> None:
    charger = Charger("CP1", "1.5", 0.0, QUICK)
    running = charger.open_transaction("7", "2", 0.0)
    for connector, number, value in ((2, 7, "1"), (2, None, "2"), (1, None, "3")):
        sampled = v15.MeterValue(timestamp=NOW, values=[v15.SampledValue(value=value)])
        request = v15.MeterValuesRequest(
            connector_id=connector, transaction_id=number, values=[sampled]
        )
        note_request(charger, "1.5", "MeterValues", request, 0.0)
    [series] = running.series.shown()
    assert [value for _, value in series["points"]] == [1.0, 2.0]


def test_a_connector_that_2_x_does_not_name() -> None:
    charger = Charger("CP1", "2.1", 0.0, QUICK)
    told = v21.EventDataType(
        event_id=1,
        timestamp=NOW,
        trigger=v21.EventTriggerEnumType.DELTA,
        actual_value="Available",
        component=v21.ComponentType(name="Connector", evse=v21.EVSEType(id=1)),
        variable=v21.VariableType(name="AvailabilityState"),
        event_notification_type=v21.EventNotificationEnumType.HARD_WIRED_NOTIFICATION,
    )
    other = told.model_copy(
        update={"component": v21.ComponentType(name="EVSE", evse=v21.EVSEType(id=2))}
    )
    request = v21.NotifyEventRequest(
        generated_at=NOW, seq_no=0, event_data=[other, told]
    )
    note_request(charger, "2.1", "NotifyEvent", request, 0.0)
    assert charger.connectors == {"1": "Available"}


async def test_a_state_that_2_1_tells_by_an_event() -> None:
    async with world() as opened:
        charger = await opened.charger(version="2.1")
        told = v21.EventDataType(
            event_id=1,
            timestamp=NOW,
            trigger=v21.EventTriggerEnumType.DELTA,
            actual_value="Available",
            component=v21.ComponentType(
                name="Connector", evse=v21.EVSEType(id=1, connector_id=1)
            ),
            variable=v21.VariableType(name="AvailabilityState"),
            event_notification_type=v21.EventNotificationEnumType.HARD_WIRED_NOTIFICATION,
        )
        await charger.call(
            v21.NotifyEventRequest(generated_at=NOW, seq_no=0, event_data=[told])
        )
        found = await detail(opened)
    assert found["connectors"] == {"1/1": "Available"}


def test_meter_values_of_1_5_have_a_level_more() -> None:
    value = v15.MeterValue(timestamp=NOW, values=[v15.SampledValue(value="12")])
    stop = v15.StopTransactionRequest(
        transaction_id=1,
        timestamp=NOW,
        meter_stop=12,
        transaction_data=[v15.TransactionData(values=[value])],
    )
    meter = v15.MeterValuesRequest(connector_id=1, values=[value])
    for message in (stop, meter):
        [sample] = samples(message)
        assert (sample.value, sample.time, sample.unit) == (12.0, NOW.timestamp(), "Wh")


def test_meter_values_of_2_0() -> None:
    sampled = v20.SampledValueType(value=5.0, measurand=v20.MeasurandEnumType.VOLTAGE)
    value = v20.MeterValueType(timestamp=NOW, sampled_value=[sampled])
    [sample] = samples(v20.MeterValuesRequest(evse_id=1, meter_value=[value]))
    assert (sample.name, sample.unit, sample.value) == ("Voltage", "", 5.0)


@pytest.mark.parametrize("value", ["", "abc", "nan", "inf", "1e999", "0x10"])
def test_what_is_no_number_is_left_out(value: str) -> None:
    sampled = [v16.SampledValue(value=value), v16.SampledValue(value="1")]
    meter_value = v16.MeterValue(timestamp=NOW, sampled_value=sampled)
    request = v16.MeterValuesRequest(connector_id=1, meter_value=[meter_value])
    assert [each.value for each in samples(request)] == [1.0]


async def test_what_deviates() -> None:
    async with world(server=Settings(tolerance=LENIENT)) as opened:
        charger = await opened.raw()
        for text in (
            '[2,"1","StatusNotification",{"connectorId":1,"errorCode":"NoError",'
            '"status":"Odd"}]',
            '[2,"2","Nonsense",{}]',
            "nonsense",
            '[2,"3","Heartbeat",{}]',
        ):
            await charger.send(text)
        while '"3"' not in await charger.recv():
            pass
        found = await detail(opened)
    kinds = [each["text"].partition(":")[0] for each in found["trouble_list"]]
    assert kinds == ["BadMessage", "CallRefused", "Deviated"]
    assert found["troubles"] == 3
    assert found["connectors"] == {"1": "Odd"}


async def test_who_was_turned_away() -> None:
    async with world() as opened:
        browser = await opened.browser()
        refused: Any = vars(opened.server)["_refused"]
        refused.note(
            Refusal(
                address=("10.0.0.1", 4711),
                path="/<script>alert(1)</script>",
                status=401,
                failure=None,
                reason="a wrong password",
            )
        )
        await browser.wait_for(lambda b: b.refusals)
    [refusal] = browser.refusals
    assert refusal["text"] == (
        "10.0.0.1:4711 for '/<script>alert(1)</script>': HTTP 401, a wrong password"
    )


async def test_frames_are_saved_as_ocpp_rpc_decode_reads_them() -> None:
    async with world() as opened:
        browser = await opened.browser("CP1")
        charger = await opened.charger()
        await charger.call(v16.HeartbeatRequest())
        await charger.call(
            v16.DataTransferRequest(
                vendor_id="acme", data=json.dumps({"password": PASSWORD})
            )
        )
        answer = await opened.get("/api/frames", identity="CP1")
        await browser.wait_for(lambda b: len(b.frames) == 4)
    assert answer.headers["content-disposition"].startswith("attachment")
    first, *lines = map(json.loads, answer.text.splitlines())
    assert (first["role"], first["version"]) == ("CentralSystem", "1.6")
    assert [line["direction"] for line in lines] == ["received", "sent"] * 2
    assert json.loads(lines[0]["text"])[2] == "Heartbeat"
    for text in (answer.text, json.dumps(browser.frames)):
        assert PASSWORD not in text
        assert "***" in text


@pytest.mark.parametrize(
    ("data", "saved"),
    [
        (b"\x00\xff", b"\x00\xff"),
        (b'[2,"1","Heartbeat",{}]', b'[2,"1","Heartbeat",{}]'),
        (b'[3,"1",{"password":"secret"}]', b'[3,"1",{"password":"***"}]'),
        (
            b'[3,"1",{"password":"secret","text":"\\ud800"}]',
            b'[3,"1",{"password":"***","text":"\\ud800"}]',
        ),
    ],
)
def test_binary_messages_are_saved_as_what_they_are(data: bytes, saved: bytes) -> None:
    frames = Frames(5, 1000)
    frames.add(0.0, data, sent=False, version="1.6")
    frames.add(1.5, '[3,"1",{}]', sent=True, version="1.6")
    opened, binary, text = map(json.loads, frames.recording("CP1"))
    at = {"time": "1970-01-01T00:00:00.000000+00:00", "identity": "CP1"}
    assert opened == {**at, "role": "CentralSystem", "version": "1.6"}
    assert binary == {
        **at,
        "direction": "received",
        "binary": b64encode(saved).decode(),
    }
    assert text == {
        "time": "1970-01-01T00:00:01.500000+00:00",
        "identity": "CP1",
        "direction": "sent",
        "text": '[3,"1",{}]',
    }
