"""What a form sends, what may be sent, and what a person is told of it."""

from __future__ import annotations

import asyncio
import json
from typing import Any, Final

import pytest

import ocpp_rpc
from ocpp_messages import load, v16, v201
from ocpp_rpc import OcppError, console
from tests.confidential import PASSWORD
from tests.console.world import QUICK, VERSIONS, world

RESET = {"type": "Soft"}


def invalid(_: Any) -> None:
    """Answer with no response."""


def accepting(_: Any) -> v16.ResetResponse:
    return v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)


async def test_a_response() -> None:
    async with world(send={"Reset"}) as opened:
        await opened.charger(handler=accepting)
        answer = await opened.call("Reset", RESET)
    assert answer.status_code == 200
    found = answer.json()
    assert (found["outcome"], found["response"]) == (
        "response",
        {"status": "Accepted"},
    )
    assert 0 <= found["seconds"] < 20


async def test_nothing_may_be_sent_by_default() -> None:
    async with world() as opened:
        await opened.charger(handler=accepting)
        actions = await opened.get("/api/actions", identity="CP1")
        schema = await opened.get("/api/schema", identity="CP1", action="Reset")
        answer = await opened.call("Reset", RESET)
    assert actions.json() == {"version": "1.6", "actions": []}
    assert (schema.status_code, answer.status_code) == (403, 403)
    assert answer.json()["outcome"] == "forbidden"


async def test_what_may_be_sent_is_by_action() -> None:
    async with world(send={"Reset", "Heartbeat", "ClearCache"}) as opened:
        await opened.charger(handler=accepting)
        actions = await opened.get("/api/actions", identity="CP1")
        answer = await opened.call("ChangeAvailability", {})
        heartbeat = await opened.call("Heartbeat", {})
    assert actions.json()["actions"] == ["ClearCache", "Reset"]
    assert answer.status_code == 403
    assert heartbeat.status_code == 403  # a back office sends none


@pytest.mark.parametrize("version", VERSIONS)
async def test_the_schemas_of_every_request(version: str) -> None:
    package = load(version)
    async with world(send=console.EVERY_ACTION) as opened:
        await opened.charger(version=version)
        found = (await opened.get("/api/actions", identity="CP1")).json()
        for action in found["actions"]:
            schema = await opened.get("/api/schema", identity="CP1", action=action)
            request = package.PROCEDURES[action].request
            assert schema.json() == request.model_json_schema()
    assert "Reset" in found["actions"]
    assert "BootNotification" not in found["actions"]


async def test_a_bad_request_is_told_with_its_places() -> None:
    async with world(send={"SetVariables"}) as opened:
        await opened.charger(version="2.0.1")
        component: dict[str, object] = {}
        bad = {"setVariableData": [{"attributeValue": "1", "component": component}]}
        answer = await opened.call("SetVariables", bad, version="2.0.1")
    assert answer.status_code == 422
    found = {each["path"]: each["kind"] for each in answer.json()["violations"]}
    assert found == {
        "$.setVariableData[0].component.name": "missing",
        "$.setVariableData[0].variable": "missing",
    }


async def test_an_error_of_the_charger() -> None:
    def failing(_: Any) -> v16.ResetResponse:
        raise OcppError("InternalError", "no <b>power</b>", {"password": PASSWORD})

    async with world(send={"Reset"}) as opened:
        await opened.charger(handler=failing)
        found = (await opened.call("Reset", RESET)).json()
    assert (found["outcome"], found["code"]) == ("error", "InternalError")
    assert "no <b>power</b>" in found["text"]
    assert found["details"] == {"password": "***"}


async def test_a_charger_that_does_not_answer() -> None:
    never = asyncio.Event()

    async def waiting(_: v16.ResetRequest) -> v16.ResetResponse:
        await never.wait()
        return v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)

    settings = console.ConsoleSettings(call_timeout=0.01)
    async with world(send={"Reset"}, settings=settings) as opened:
        await opened.charger(handler=waiting)
        answer = await opened.call("Reset", RESET)
        never.set()
    assert answer.json()["outcome"] == "timeout"


async def test_a_charger_that_goes_while_its_form_is_open() -> None:
    async with world(send={"Reset"}) as opened:
        charger = await opened.charger(handler=accepting)
        browser = await opened.browser("CP1")
        await browser.wait_for(lambda b: b.detail)
        await charger.close()
        await browser.wait_for(lambda b: not b.detail["connected"])
        answer = await opened.call("Reset", RESET)
        actions = await opened.get("/api/actions", identity="CP1")
    assert answer.status_code == 503
    assert answer.json()["outcome"] == "not connected"
    assert actions.status_code == 503
    assert actions.json()["text"] == "'CP1' is not connected"


async def test_a_charger_that_goes_before_it_answers() -> None:
    async def leaving(
        _: v16.ResetRequest, connection: ocpp_rpc.StationConnection
    ) -> v16.ResetResponse:
        connection.abort()
        return v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)

    async with world(send={"Reset"}) as opened:
        await opened.charger(handler=leaving)
        found = (await opened.call("Reset", RESET)).json()
    assert found["outcome"] == "closed"
    assert "sent, not answered" in found["text"]


async def test_a_charger_that_comes_back_with_another_version() -> None:
    async with world(send={"Reset"}) as opened:
        charger = await opened.charger(version="1.6")
        await charger.close()
        await opened.charger(version="2.0.1")
        answer = await opened.call("Reset", RESET, version="1.6")
    assert answer.status_code == 409
    assert "2.0.1" in answer.json()["text"]


async def test_a_response_that_is_not_valid() -> None:
    async with world(send={"Reset"}) as opened:
        charger = await opened.charger(handler=invalid)
        del charger
        found = (await opened.call("Reset", RESET)).json()
    assert found["outcome"] in {"error", "invalid response"}


async def test_credentials_in_a_response_are_not_shown() -> None:
    def configuration(
        _: v16.GetConfigurationRequest,
    ) -> v16.GetConfigurationResponse:
        key = v16.KeyValue(key="AuthorizationKey", readonly=False, value=PASSWORD)
        return v16.GetConfigurationResponse(configuration_key=[key])

    async with world(send={"GetConfiguration"}) as opened:
        await opened.charger(handler=configuration)
        answer = await opened.call("GetConfiguration", {})
    assert answer.json()["response"]["configurationKey"][0]["value"] == "***"


UNREADABLE: Final = "(1209 characters, unreadable, that may hold a credential)"


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("vpn", "[" * 600 + "]" * 600, UNREADABLE),
        ("a", "1e999", {"a": "Infinity"}),
        ("a", "1.5", {"a": 1.5}),
    ],
    ids=["nested", "infinite", "usual"],
)
async def test_details_that_cannot_be_shown_as_they_are(
    name: str, value: str, shown: Any
) -> None:
    """A browser reads no infinite number, and the search no lists without end."""
    async with world(send={"Reset"}) as opened:
        charger = await opened.raw()
        sending = asyncio.create_task(opened.call("Reset", RESET))
        message_id = json.loads(await charger.recv())[1]
        content = f'{{"{name}":{value}}}'
        await charger.send(f'[4,"{message_id}","InternalError","",{content}]')
        answer = await sending
    assert answer.status_code == 200
    assert answer.json()["details"] == shown
    assert "Infinity}" not in answer.text  # which is not JSON


async def test_an_answer_that_is_no_response_is_told_with_its_places() -> None:
    async with world(send={"Reset"}) as opened:
        charger = await opened.raw()
        sending = asyncio.create_task(opened.call("Reset", RESET))
        message_id = json.loads(await charger.recv())[1]
        await charger.send(f'[3,"{message_id}",{{"status":"Odd"}}]')
        found = (await sending).json()
    assert found["outcome"] == "invalid response"
    [place] = found["places"]
    assert place.startswith("$.status: ")


@pytest.mark.parametrize("path", ["actions", "schema"])
async def test_a_charger_that_is_not_there(path: str) -> None:
    async with world(send={"Reset"}) as opened:
        answer = await opened.get(f"/api/{path}", identity="CP1", action="Reset")
    assert (answer.status_code, answer.json()) == (
        503,
        {"text": "'CP1' is not connected"},
    )


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"content-type": "text/plain"}, "{}"),
        ({"content-type": "application/x-www-form-urlencoded"}, "a=b"),
        ({}, "{}"),
        (
            {"content-type": "application/json", "sec-fetch-site": "cross-site"},
            "{}",
        ),
        ({"content-type": "application/json", "sec-fetch-site": "same-site"}, "{}"),
    ],
)
async def test_a_page_of_another_origin_sends_nothing(
    headers: dict[str, str], body: str
) -> None:
    asked: list[Any] = []
    async with world(send={"Reset"}) as opened:
        await opened.charger(handler=asked.append)
        whole = {"identity": "CP1", "version": "1.6", "action": "Reset"}
        content = json.dumps({**whole, "payload": RESET}) if body == "{}" else body
        answer = await opened.http.post("/api/call", content=content, headers=headers)
    assert answer.status_code == 403
    assert asked == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'{"identity":"CP1"}',
        b'{"identity":1,"version":"1.6","action":"Reset","payload":{}}',
        b"[" * 100_000,
        b'"' + b"x" * 1_000_001 + b'"',
    ],
)
async def test_a_body_that_is_no_request(body: bytes) -> None:
    async with world(send={"Reset"}) as opened:
        headers = {"content-type": "application/json"}
        answer = await opened.http.post("/api/call", content=body, headers=headers)
    assert answer.status_code == 400


async def test_two_people_send_at_once() -> None:
    """One call is under way at a time; both get their answer."""

    def numbered(request: v201.GetReportRequest) -> v201.GetReportResponse:
        accepted = v201.GenericDeviceModelStatusEnumType.ACCEPTED
        reason = v201.StatusInfoType(reason_code=str(request.request_id))
        return v201.GetReportResponse(status=accepted, status_info=reason)

    async with world(send={"GetReport"}, settings=QUICK) as opened:
        await opened.charger(version="2.0.1", handler=numbered)
        answers = await asyncio.gather(
            *(
                opened.call("GetReport", {"requestId": n}, version="2.0.1")
                for n in range(5)
            )
        )
    codes = [each.json()["response"]["statusInfo"]["reasonCode"] for each in answers]
    assert codes == ["0", "1", "2", "3", "4"]
