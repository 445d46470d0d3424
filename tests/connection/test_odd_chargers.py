"""What real chargers and back offices send: refused, or let in by a setting.

Each row came from a device in the field. It is sent in each version that has it, to
handlers of that version and to those of its family, which get the same.

What chargers get wrong in the handshake is in tests/back_office/test_choices.py, and
over sockets in tests/transports/test_choices.py; chargers without pongs are in
test_keepalive.py, a call that comes twice is in test_calls.py, and the order of
handling is in test_turns.py.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from string import Template
from typing import Any, Final

import pytest

from ocpp_messages import FIELD, load, v1x, v2x, v16
from ocpp_rpc import (
    Connection,
    ErrorCode,
    FrameTolerance,
    InvalidResponse,
    OcppError,
    Router,
    Settings,
    current_call,
)
from ocpp_rpc.protocol import BadMessage, Deviated, Event
from ocpp_rpc.testing import RawPeer, raw_peer

ONE: Final = ("1.5", "1.6")
TWO: Final = ("2.0", "2.0.1", "2.1")
EVERY: Final = ONE + TWO
BUT_20: Final = tuple(version for version in EVERY if version != "2.0")
"""Those whose schemas allow no further fields."""
FAMILIES: Final = {"1.5": v1x, "1.6": v1x, "2.0.1": v2x, "2.1": v2x}
ALL: Final = FrameTolerance(binary=True, control_characters=True, integer_ids=True)

_ONE: Final = {
    "interval": '"interval":300',
    "place": '"connectorId":1',
    "sample": '{"value":"1"}',
    "status": '"connectorId":1,"errorCode":"NoError","status":"Available"',
    "time": '"timestamp":"2026-01-31T12:00:00Z"',
}
_TWO: Final = {
    "interval": '"interval":300',
    "meters": "meterValue",
    "place": '"evseId":1',
    "sample": '{"value":1}',
    "samples": "sampledValue",
    "status": '"evseId":1,"connectorId":1,"connectorStatus":"Available"',
    "time": '"timestamp":"2026-01-31T12:00:00Z"',
    "transaction": '"transactionInfo":{"transactionId":"1"}',
}
WORDS: Final[dict[str, dict[str, str]]] = {
    "1.5": {
        **_ONE,
        "interval": '"heartbeatInterval":300',
        "meters": "values",
        "samples": "values",
    },
    "1.6": {**_ONE, "meters": "meterValue", "samples": "sampledValue"},
    "2.0": {**_TWO, "transaction": '"transactionData":{"id":"1"}'},
    "2.0.1": _TWO,
    "2.1": _TWO,
}
"""What stands for the `$words` of a message in each version."""

STATUS: Final = '[2,"1","StatusNotification",{$status,$time}]'
METERS: Final = (
    '[2,"1","MeterValues",{$place,"$meters":[{$time,"$samples":[$sample]}]}]'
)


def tolerant(**others: Any) -> Callable[[Any], Settings]:
    """Return what makes settings that let messages of a version deviate."""
    others.setdefault("tolerance", FIELD)
    settings = Settings(**others)
    return lambda _: settings


FIELDED: Final = tolerant()


def framed(_: Any) -> Settings:
    return Settings(frame_tolerance=ALL)


def lacking(message: str, *fields: str) -> Callable[[Any], Settings]:
    """Return what makes settings that let fields be missing."""

    def settings(package: Any) -> Settings:
        words = WORDS[package.VERSION]
        missing = [Template(name).substitute(words) for name in fields]
        cls = getattr(package, message)
        return Settings(tolerance=replace(FIELD, missing={cls: missing}))

    return settings


def mend(message: str | bytes, _: Connection) -> str | bytes:
    return message.replace("[,", "[") if isinstance(message, str) else message


def meters_of(request: Any) -> Any:
    """Return the meter values; 1.5 has another name for them."""
    return request.values if hasattr(request, "values") else request.meter_value


def samples_of(request: Any) -> Any:
    """Return what the first of the meter values has."""
    meter = meters_of(request)[0]
    return meter.values if hasattr(meter, "values") else meter.sampled_value


@dataclass(frozen=True)
class Row:
    """What came, the setting, and what a handler gets with it.

    Attributes:
        message: With `$words`, which differ between versions.
        settings: Makes the settings for a package.
        got: Whether a handler got what it should.
        versions: Those that have such a message.
        answered: The id of the answer.
        refused: The id of the answer of a strict peer, in 1.x and in 2.x; None: there
            is none.
        binary: Whether it comes in a binary frame.
    """

    name: str
    message: str
    settings: Callable[[Any], Settings]
    got: Callable[[Any], bool] = lambda _: True
    versions: Sequence[str] = EVERY
    answered: str | int = "1"
    refused: tuple[str | None, str | None] = ("1", "1")
    binary: bool = False

    def text(self, version: str) -> str | bytes:
        text = Template(self.message).substitute(WORDS[version])
        return text.encode() if self.binary else text


FROM_CHARGERS: Final = [
    Row(
        "no time",
        '[2,"1","StatusNotification",{$status,"timestamp":"0000-00-00T00:00:00Z"}]',
        tolerant(),
        lambda request: request.timestamp is None,
        ONE,
    ),
    Row(
        "an epoch",
        '[2,"1","StatusNotification",{$status,"timestamp":1769860800}]',
        tolerant(),
        lambda request: request.timestamp is None,
        ONE,
    ),
    Row(
        "no time, which is required",
        '[2,"1","StatusNotification",{$status,"timestamp":"0000-00-00T00:00:00Z"}]',
        lacking("StatusNotificationRequest", "timestamp"),
        lambda request: request.timestamp is None,
        TWO,
    ),
    Row(
        "an epoch, where a time is required",
        '[2,"1","StatusNotification",{$status,"timestamp":1769860800}]',
        lacking("StatusNotificationRequest", "timestamp"),
        lambda request: request.timestamp is None,
        TWO,
    ),
    Row(
        "a container for a list",
        '[2,"1","MeterValues",{$place,"$meters":{$time,"$samples":[$sample]}}]',
        tolerant(),
        lambda request: len(meters_of(request)) == 1,
    ),
    Row(
        "an object for a text",
        '[2,"1","DataTransfer",{"vendorId":"a","data":{"a":1}}]',
        tolerant(),
        lambda request: request.data == '{"a":1}',
        ONE,  # in 2.x, `data` may be anything
    ),
    Row(
        "beyond a limit",
        '[2,"1","NotifyEVChargingNeeds",{"evseId":1,"chargingNeeds":{'
        '"requestedEnergyTransfer":"DC","dcChargingParameters":{'
        '"evMaxCurrent":1,"evMaxVoltage":1,"stateOfCharge":101}}}]',
        tolerant(),
        lambda request: (
            request.charging_needs.dc_charging_parameters.state_of_charge == 101
        ),
        TWO,
    ),
    Row(
        "0 for false",
        '[2,"1","TransactionEvent",{"eventType":"Started",$time,"seqNo":0,"offline":0,'
        '"triggerReason":"CablePluggedIn",$transaction}]',
        tolerant(),
        lambda request: request.offline is False,
        TWO,
    ),
    Row(
        "not JSON by a hair",
        METERS.replace("[$sample", "[,$sample"),
        lambda _: Settings(mend=mend),
        lambda request: int(samples_of(request)[0].value) == 1,
    ),
    Row(
        "binary",
        METERS,
        framed,
        lambda request: len(meters_of(request)) == 1,
        refused=(None, None),
        binary=True,
    ),
    Row(
        "a number for an id",
        STATUS.replace('"1"', "7", 1),
        framed,
        lambda _: current_call().id == "7",
        answered=7,
        refused=(None, "-1"),
    ),
    Row(
        "control characters",
        '[2,"1","DataTransfer",{"vendorId":"a","data":"a\x01b"}]',
        framed,
        lambda request: request.data == "a\x01b",
    ),
    Row("NUL at the end", STATUS + "\0", framed),
    Row(
        "an empty list",
        METERS.replace("$sample]", "]"),
        lacking("MeterValuesRequest", "$meters.$samples"),
        lambda request: samples_of(request) == (),
    ),
    Row(
        "a list that is missing",
        METERS.replace(',"$samples":[$sample]', ""),
        lacking("MeterValuesRequest", "$meters.$samples"),
        lambda request: not samples_of(request),
    ),
    Row(
        "extra fields",
        METERS.replace("$place", '$place,"scope":2').replace("}]}]", ',"x":[null]}]}]'),
        tolerant(),
        lambda request: (
            request.model_extra == {"scope": 2}
            and meters_of(request)[0].model_extra == {"x": [None]}
        ),
        BUT_20,
    ),
]

FROM_BACK_OFFICES: Final = [
    Row(
        "a number for an id",
        '[2,7,"ClearCache",{}]',
        framed,
        lambda _: current_call().id == "7",
        answered=7,
        refused=(None, "-1"),
    ),
    Row("binary", '[2,"1","ClearCache",{}]', framed, refused=(None, None), binary=True),
    Row("NUL at the end", '[2,"1","ClearCache",{}]\0', framed),
    Row(
        "not JSON by a hair",
        '[,2,"1","ClearCache",{}]',
        lambda _: Settings(mend=mend),
        refused=(None, "-1"),
    ),
    Row(
        "extra fields",
        '[2,"1","ClearCache",{"x":[null]}]',
        tolerant(),
        lambda request: request.model_extra == {"x": [None]},
        BUT_20,
    ),
    Row(
        "null",
        '[2,"1","DataTransfer",{"vendorId":"a","messageId":null}]',
        tolerant(),
        lambda request: request.message_id is None,
    ),
    Row(
        "a container for a list",
        '[2,"1","GetConfiguration",{"key":"a"}]',
        tolerant(),
        lambda request: [*request.key] == ["a"],
        ONE,
    ),
    Row(
        "a container for a list",
        '[2,"1","GetVariables",{"getVariableData":'
        '{"component":{"name":"a"},"variable":{"name":"b"}}}]',
        tolerant(),
        lambda request: request.get_variable_data[0].variable.name == "b",
        TWO,
    ),
    Row(
        "an empty list",
        '[2,"1","SendLocalList",{"updateType":"Full","versionNumber":1,'
        '"localAuthorizationList":[]}]',
        tolerant(),
        lambda request: not request.local_authorization_list,
        TWO,
    ),
    Row(
        "an empty list, where one is required",
        '[2,"1","GetVariables",{"getVariableData":[]}]',
        lacking("GetVariablesRequest", "getVariableData"),
        lambda request: request.get_variable_data == (),
        TWO,
    ),
    Row(
        "no time",
        '[2,"1","GetDiagnostics",{"location":"ftp://a","startTime":"0000-00-00"}]',
        tolerant(),
        lambda request: request.start_time is None,
        ONE,
    ),
    Row(
        "no time",
        '[2,"1","GetLog",{"logType":"SecurityLog","requestId":1,'
        '"log":{"remoteLocation":"ftp://a","oldestTimestamp":"0000-00-00"}}]',
        tolerant(),
        lambda request: request.log.oldest_timestamp is None,
        TWO,
    ),
]


def cases(rows: Sequence[Row] | Sequence[Answered], side: str) -> Iterator[Any]:
    """Return each row in each version, for handlers of that and of its family."""
    for row in rows:
        for version in row.versions:
            yield pytest.param(
                row, side, version, load(version), id=f"{row.name}-{side}-{version}"
            )
            if version in FAMILIES:
                family = FAMILIES[version]
                name = family.__name__.rpartition(".")[2]
                yield pytest.param(
                    row, side, version, family, id=f"{row.name}-{side}-{version}-{name}"
                )


async def answer(peer: RawPeer) -> Any:
    """Return the next answer; if what was sent has none, that to one more call.

    In 1.x, a call whose id cannot be read is not answered: to wait for that is to wait
    for ever.
    """
    await peer.send('[2,"end","None",{}]')
    return json.loads(await peer.recv())


@pytest.mark.parametrize(
    ("row", "role", "version", "messages"),
    [*cases(FROM_CHARGERS, "BACK_OFFICE"), *cases(FROM_BACK_OFFICES, "STATION")],
)
async def test_what_came_is_refused_or_handled(
    row: Row, role: str, version: str, messages: Any
) -> None:
    seen: list[bool] = []
    events: list[Event] = []
    routes = Router()
    package: Any = load(version)
    action = re.findall(r"[A-Z]\w+", row.message)[0]

    def judge(request: Any) -> None:
        seen.append(row.got(request))
        raise OcppError(ErrorCode.GENERIC_ERROR, "seen")

    def observe(event: Event, _: Connection) -> None:
        events.append(event)

    routes.add(getattr(messages, f"{action}Request"), judge)
    options: dict[str, Any] = {"version": version, "role": getattr(package, role)}

    async with raw_peer(routes, settings=Settings(), **options) as peer:
        await peer.send(row.text(version))
        kind, message_id, *_ = await answer(peer)
    assert (kind, message_id) == (4, row.refused[version in TWO] or "end")
    assert seen == []

    settings = replace(row.settings(package), observer=observe)
    async with raw_peer(routes, settings=settings, **options) as peer:
        await peer.send(row.text(version))
        kind, message_id, _, description, _ = await answer(peer)
    assert (kind, message_id, description) == (4, row.answered, "seen")
    assert seen == [True]
    assert len([event for event in events if isinstance(event, Deviated)]) == 1


# --- Answers to calls of this side ----------------------------------------------------


def configuration(messages: Any) -> Any:
    return messages.GetConfigurationRequest()


def schedule(messages: Any) -> Any:
    if messages is v1x:
        return v1x.GetCompositeScheduleRequest(
            scope=v1x.Connector(id=1), duration=timedelta(minutes=1)
        )
    return v16.GetCompositeScheduleRequest(connector_id=1, duration=60)


def variables(messages: Any) -> Any:
    data = messages.GetVariableDataType(
        component=messages.ComponentType(name="a"),
        variable=messages.VariableType(name="b"),
    )
    return messages.GetVariablesRequest(get_variable_data=[data])


def heartbeat(messages: Any) -> Any:
    return messages.HeartbeatRequest()


def boot(messages: Any) -> Any:
    if hasattr(messages, "ChargePoint"):
        return messages.BootNotificationRequest(
            charge_point_vendor="Acme", charge_point_model="X1"
        )
    station = messages.ChargingStationType(model="X1", vendor_name="Acme")
    reason = messages.BootReasonEnumType.POWER_UP
    return messages.BootNotificationRequest(charging_station=station, reason=reason)


@dataclass(frozen=True)
class Answered:
    """What came in answer to a request, the setting, and what the caller gets."""

    name: str
    request: Callable[[Any], Any]
    payload: str
    got: Callable[[Any], bool]
    versions: Sequence[str] = EVERY
    settings: Callable[[Any], Settings] = FIELDED


OF_CHARGERS: Final = [
    Answered(
        "0 for false",
        configuration,
        '{"configurationKey":[{"key":"a","readonly":0}]}',
        lambda response: response.configuration_key[0].readonly is False,
        ONE,
    ),
    Answered(
        "a container for a list",
        configuration,
        '{"configurationKey":{"key":"a","readonly":1}}',
        lambda response: response.configuration_key[0].readonly is True,
        ONE,
    ),
    Answered(
        "a container for a list",
        variables,
        '{"getVariableResult":{"attributeStatus":"Accepted","attributeValue":"c",'
        '"component":{"name":"a"},"variable":{"name":"b"}}}',
        lambda response: response.get_variable_result[0].attribute_value == "c",
        TWO,
    ),
    Answered(
        "a number that is no multiple",
        schedule,
        '{"status":"Accepted","chargingSchedule":{"chargingRateUnit":"A",'
        '"chargingSchedulePeriod":[{"startPeriod":0,"limit":6.957}]}}',
        lambda response: "6.957" in repr(response),
        ["1.6"],
    ),
]
OF_BACK_OFFICES: Final = [
    Answered(
        "a time without a zone",
        boot,
        '{"currentTime":"2026-01-31T12:00:00",$interval,"status":"Accepted"}',
        lambda response: response.current_time.utcoffset() == timedelta(),
    ),
    Answered(
        "extra fields",
        heartbeat,
        '{"currentTime":"2026-01-31T12:00:00Z","x":1}',
        lambda response: response.model_extra == {"x": 1},
        BUT_20,
    ),
    Answered(
        "no time, which is required",
        heartbeat,
        '{"currentTime":"0000-00-00T00:00:00Z"}',
        lambda response: response.current_time is None,
        settings=lacking("HeartbeatResponse", "currentTime"),
    ),
]


@pytest.mark.parametrize(
    ("row", "role", "version", "messages"),
    [*cases(OF_CHARGERS, "BACK_OFFICE"), *cases(OF_BACK_OFFICES, "STATION")],
)
async def test_what_is_answered_is_refused_or_read(
    row: Answered, role: str, version: str, messages: Any
) -> None:
    package: Any = load(version)
    payload = Template(row.payload).substitute(WORDS[version])
    request = row.request(messages)

    async def answered(settings: Settings) -> Any:
        options: dict[str, Any] = {"role": getattr(package, role), "settings": settings}
        async with raw_peer(None, version=version, **options) as peer:
            call = asyncio.create_task(peer.connection.call(request))
            message_id = json.loads(await peer.recv())[1]
            await peer.send(f'[3,"{message_id}",{payload}]')
            return await call

    with pytest.raises(InvalidResponse):
        await answered(Settings())
    assert row.got(await answered(row.settings(package)))


@pytest.mark.parametrize("version", EVERY)
@pytest.mark.parametrize("role", ["BACK_OFFICE", "STATION"])
@pytest.mark.parametrize("rest", ['""', '"","why"', "null,{}"])
async def test_an_inexact_error_is_that_error(
    rest: str, role: str, version: str
) -> None:
    """A row without a setting: what can be read of the error counts."""
    package: Any = load(version)
    name = "HeartbeatRequest" if role == "STATION" else "ClearCacheRequest"
    request: Any = getattr(package, name)()
    bad: list[Event] = []

    def observe(event: Event, _: Connection) -> None:
        if isinstance(event, BadMessage):
            bad.append(event)

    options: dict[str, Any] = {"version": version, "role": getattr(package, role)}
    async with raw_peer(None, settings=Settings(observer=observe), **options) as peer:
        call = asyncio.create_task(peer.connection.call(request))
        message_id = json.loads(await peer.recv())[1]
        await peer.send(f'[4,"{message_id}","NotSupported",{rest}]')
        with pytest.raises(OcppError) as caught:
            await call
    assert caught.value.code is ErrorCode.NOT_SUPPORTED
    assert len(bad) == 1
