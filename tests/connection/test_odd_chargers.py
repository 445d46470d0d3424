"""What real chargers send, strict and with the setting that lets it through.

Each row came from a device in the field. Handlers of one version and of 1.x get the
same, and so does a charger whose back office is odd.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

import pytest

from ocpp_messages import FIELD, STRICT, Model, v1x, v16
from ocpp_rpc import (
    Connection,
    FrameTolerance,
    InvalidResponse,
    Router,
    Settings,
    current_call,
)
from ocpp_rpc.protocol import Deviated, Event
from ocpp_rpc.testing import raw_peer

ALL: Final = FrameTolerance(binary=True, control_characters=True, integer_ids=True)
STATUS: Final = '"connectorId":1,"errorCode":"NoError","status":"Available"'
METER: Final = '{"timestamp":"2026-01-31T12:00:00Z","sampledValue":%s}'
SAMPLE: Final = '[{"value":"1"}]'
EXTENDED: Final = '[{"value":"1","x":[null]}]'
UNSAMPLED: Final = replace(
    FIELD, missing={v16.MeterValuesRequest: ["meterValue.sampledValue"]}
)


def meter_values(meters: str) -> str:
    return f'[2,"1","MeterValues",{{"connectorId":1,"meterValue":{meters}}}]'


def mend(message: str | bytes, _: Connection) -> str | bytes:
    return message.replace("[,", "[") if isinstance(message, str) else message


@dataclass(frozen=True)
class Row:
    """What came, the setting, and what the handler of each family gets."""

    name: str
    message: str | bytes
    settings: Settings
    got: Callable[[Any], bool]
    answer: str = '[3,"1",'


def tolerant(**others: Any) -> Settings:
    others.setdefault("tolerance", FIELD)
    return Settings(**others)


ROWS: Final = [
    Row(
        "no time",
        f'[2,"1","StatusNotification",{{{STATUS},"timestamp":"0000-00-00T00:00:00Z"}}]',
        tolerant(),
        lambda request: request.timestamp is None,
    ),
    Row(
        "an epoch",
        f'[2,"1","StatusNotification",{{{STATUS},"timestamp":1769860800}}]',
        tolerant(),
        lambda request: request.timestamp is None,
    ),
    Row(
        "a container for a list",
        meter_values(METER % SAMPLE),
        tolerant(),
        lambda request: len(request.meter_value) == 1,
    ),
    Row(
        "an object for a text",
        '[2,"1","DataTransfer",{"vendorId":"a","data":{"a":1}}]',
        tolerant(),
        lambda request: request.data == '{"a":1}',
    ),
    Row(
        "not JSON by a hair",
        meter_values("[" + METER % '[,{"value":"1"}]' + "]"),
        Settings(mend=mend),
        lambda request: request.meter_value[0].sampled_value[0].value == "1",
    ),
    Row(
        "binary",
        meter_values(f"[{METER % SAMPLE}]").encode(),
        Settings(frame_tolerance=ALL),
        lambda request: len(request.meter_value) == 1,
    ),
    Row(
        "a number for an id",
        f'[2,7,"StatusNotification",{{{STATUS}}}]',
        Settings(frame_tolerance=ALL),
        lambda _: current_call().id == "7",
        "[3,7,",
    ),
    Row(
        "control characters",
        '[2,"1","DataTransfer",{"vendorId":"a","data":"a\x01b"}]',
        Settings(frame_tolerance=ALL),
        lambda request: request.data == "a\x01b",
    ),
    Row(
        "NUL at the end",
        f'[2,"1","StatusNotification",{{{STATUS}}}]\0',
        Settings(frame_tolerance=ALL),
        lambda request: request.timestamp is None,
    ),
    Row(
        "an empty list",
        meter_values(f"[{METER % '[]'}]"),
        Settings(tolerance=UNSAMPLED),
        lambda request: request.meter_value[0].sampled_value == (),
    ),
    Row(
        "a list that is missing",
        meter_values('[{"timestamp":"2026-01-31T12:00:00Z"}]'),
        Settings(tolerance=UNSAMPLED),
        lambda request: not request.meter_value[0].sampled_value,
    ),
    Row(
        "extra fields",
        meter_values(f"[{METER % EXTENDED}]").replace(
            '"connectorId"', '"scope":2,"connectorId"'
        ),
        tolerant(),
        lambda request: (
            request.model_extra == {"scope": 2}
            and request.meter_value[0].sampled_value[0].model_extra == {"x": [None]}
        ),
    ),
]


@pytest.mark.parametrize("package", [v16, v1x], ids=["exact", "1.x"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
async def test_what_came_is_refused_or_handled(row: Row, package: Any) -> None:
    seen: list[Any] = []
    events: list[Event] = []
    routes = Router()

    def observe(event: Event, _: Connection) -> None:
        events.append(event)

    def judge(request: Any) -> Any:
        seen.append(row.got(request))
        return answers[type(request).__name__.removesuffix("Request")]

    answers = {
        "StatusNotification": package.StatusNotificationResponse(),
        "MeterValues": package.MeterValuesResponse(),
        "DataTransfer": package.DataTransferResponse(
            status=package.DataTransferStatus.ACCEPTED
        ),
    }
    for action in answers:
        routes.add(getattr(package, f"{action}Request"), judge)

    async with raw_peer(routes, version="1.6", settings=Settings()) as peer:
        await peer.send(row.message)
        await peer.send('[2,"end","Heartbeat",{}]')
        first = await peer.recv()
        assert json.loads(first)[0] == 4
    assert seen == []

    settings = replace(row.settings, observer=observe)
    async with raw_peer(routes, version="1.6", settings=settings) as peer:
        await peer.send(row.message)
        assert (await peer.recv()).startswith(row.answer)
    assert seen == [True]
    assert len([event for event in events if isinstance(event, Deviated)]) == 1


PERIOD: Final = '{"startPeriod":0,"limit":6.957}'
RESPONSES: Final[list[tuple[str, str, Callable[[Any], bool]]]] = [
    (
        "GetConfiguration",
        '{"configurationKey":[{"key":"a","readonly":0}]}',
        lambda response: response.configuration_key[0].readonly is False,
    ),
    (
        "GetConfiguration",
        '{"configurationKey":{"key":"a","readonly":1}}',
        lambda response: response.configuration_key[0].readonly is True,
    ),
    (
        "GetCompositeSchedule",
        '{"status":"Accepted","chargingSchedule":{"chargingRateUnit":"A",'
        f'"chargingSchedulePeriod":[{PERIOD}]}}}}',
        lambda response: "6.957" in repr(response),
    ),
]


@pytest.mark.parametrize("package", [v16, v1x], ids=["exact", "1.x"])
@pytest.mark.parametrize(("action", "text", "got"), RESPONSES)
async def test_what_is_answered_is_refused_or_read(
    action: str, text: str, got: Callable[[Any], bool], package: Any
) -> None:
    requests: dict[Any, Model] = {
        (v16, "GetConfiguration"): v16.GetConfigurationRequest(),
        (v1x, "GetConfiguration"): v1x.GetConfigurationRequest(),
        (v16, "GetCompositeSchedule"): v16.GetCompositeScheduleRequest(
            connector_id=1, duration=60
        ),
        (v1x, "GetCompositeSchedule"): v1x.GetCompositeScheduleRequest(
            scope=v1x.Connector(id=1), duration=timedelta(minutes=1)
        ),
    }
    request: Any = requests[package, action]
    for tolerance in (STRICT, FIELD):
        opened: list[Connection] = []

        def observe(_: Event, connection: Connection, to: Any = opened) -> None:
            to.append(connection)

        settings = Settings(tolerance=tolerance, observer=observe)
        async with raw_peer(None, version="1.6", settings=settings) as peer:
            call = asyncio.create_task(opened[0].call(request))
            message_id = json.loads(await peer.recv())[1]
            await peer.send(f'[3,"{message_id}",{text}]')
            if tolerance is STRICT:
                with pytest.raises(InvalidResponse):
                    await call
            else:
                assert got(await call)
