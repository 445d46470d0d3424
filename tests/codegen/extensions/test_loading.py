"""An extension that does not fit its version is refused, with place and reason."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from codegen.extensions.loading import load
from codegen.reading.specification import Meaning
from tests.codegen.conftest import Run
from tests.codegen.sample_extensions import (
    ACTION,
    PING,
    START,
    TEXT,
    written,
)
from tests.codegen.sample_publications import message

pytestmark = pytest.mark.usefixtures("oca")


def twice(schema: Any) -> dict[str, Any]:
    return {**PING, "AcmePing.json": schema}


STANDARD_ENUM: Final = {"ResetStatus": {"type": "string", "enum": ["Accepted"]}}
REFUSED: Final[dict[str, tuple[str, Mapping[str, Any], str]]] = {
    "no TOML": ("package", {}, "extension.toml: Expected '=' after a key"),
    "no package": ('extends = "1.6"', {}, "extension.toml: package: Field required"),
    "unknown key": (
        START + "surprise = 1",
        {},
        "extension.toml: surprise: Extra inputs are not permitted",
    ),
    "no list": (
        START + '[actions.AcmePing]\nsenders = "ChargePoint"',
        PING,
        "extension.toml: actions.AcmePing.senders: Input should be a valid list",
    ),
    "package is no name": (
        'package = "acme-16"\nextends = "1.6"',
        {},
        "extension.toml: package: 'acme-16' is not a valid package name",
    ),
    "package is a keyword": (
        'package = "class"\nextends = "1.6"',
        {},
        "extension.toml: package: 'class' is not a valid package name",
    ),
    "package of ours": (
        'package = "ocpp_messages.v16"\nextends = "1.6"',
        {},
        "extension.toml: package: a package 'ocpp_messages.v16' would hide "
        "'ocpp_messages'",
    ),
    "package that ours needs": (
        'package = "typing_extensions"\nextends = "1.6"',
        {},
        "extension.toml: package: a package 'typing_extensions' would hide "
        "'typing_extensions'",
    ),
    "package of Python": (
        'package = "json"\nextends = "1.6"',
        {},
        "extension.toml: package: a package 'json' would hide 'json'",
    ),
    "unknown version": (
        'package = "acme"\nextends = "1.7"',
        {},
        "extension.toml: extends: unknown OCPP version '1.7': "
        "there are 1.5, 1.6, 2.0, 2.0.1, 2.1",
    ),
    "standard action": (
        START + '[actions.Reset]\nsenders = ["CentralSystem"]',
        {},
        "extension.toml: [actions.Reset]: OCPP 1.6 already has this action",
    ),
    "schema of a standard message": (
        START + ACTION,
        {**PING, "Reset.json": message()},
        "{folder}: Reset.json: OCPP 1.6 has the message ResetRequest",
    ),
    "nobody sends": (
        START + "[actions.AcmePing]\nsenders = []",
        PING,
        "extension.toml: [actions.AcmePing]: senders: is empty: name a role",
    ),
    "unknown role": (
        START + '[actions.AcmePing]\nsenders = ["CSMS"]',
        PING,
        "extension.toml: [actions.AcmePing]: senders: 'CSMS' is not a role of OCPP "
        "1.6: there are ChargePoint and CentralSystem",
    ),
    "unknown kind": (
        START + ACTION + 'kind = "POST"',
        PING,
        "extension.toml: actions.AcmePing.kind: Input should be 'CALL' or 'SEND'",
    ),
    "kind of another version": (
        START + ACTION + 'kind = "SEND"',
        {"AcmePing.json": message()},
        "extension.toml: [actions.AcmePing]: kind: OCPP 1.6 has no SEND messages",
    ),
    "no schemas": (
        START + ACTION,
        {},
        "{folder}: extension.toml: [actions.AcmePing]: there is no schema of "
        "AcmePingRequest\n{folder}: extension.toml: [actions.AcmePing]: there is no "
        "schema of AcmePingResponse",
    ),
    "no response": (
        START + ACTION,
        {"AcmePingRequest.json": message()},
        "{folder}: extension.toml: [actions.AcmePing]: there is no schema of "
        "AcmePingResponse",
    ),
    "no action": (
        START,
        PING,
        "{folder}: AcmePing.json: extension.toml has no action for AcmePingRequest\n"
        "{folder}: AcmePingResponse.json: extension.toml has no action for "
        "AcmePingResponse",
    ),
    "file name": (
        START + ACTION,
        {**PING, "acme-ping.json": message()},
        "{folder}: acme-ping.json: is not named after a message",
    ),
    "no JSON": (
        START + ACTION,
        twice("{"),
        "{folder}: AcmePing.json: not a JSON object: Expecting property name enclosed "
        "in double quotes: line 1 column 2 (char 1)",
    ),
    "no JSON Schema": (
        START + ACTION,
        twice(message() | {"required": 1}),
        "{folder}: AcmePing.json: $.required: 1 is not of type 'array'",
    ),
    "reference to nowhere": (
        START + ACTION,
        twice(message({"a": {"$ref": "#/definitions/No"}})),
        "{folder}: AcmePing.json: AcmePingRequest.a: there is no definition 'No'",
    ),
    "another type of a standard name": (
        START + ACTION,
        twice(
            message(
                {"a": {"$ref": "#/definitions/ResetStatus"}}, definitions=STANDARD_ENUM
            )
        ),
        "AcmePingRequest: ResetStatus is not the ResetStatus of OCPP 1.6: "
        "they differ in Rejected",
    ),
    "shape of a standard name": (
        START + ACTION + '[shapes]\n"a" = "KeyValue"',
        twice(message({"a": {"type": "object", "properties": {"key": TEXT}}})),
        "extension.toml: [shapes]: KeyValue is not the KeyValue of OCPP 1.6: "
        "they differ in key, readonly, value",
    ),
    "enumeration of the name of an object": (
        START + ACTION + '[shapes]\n"a" = "KeyValue"',
        twice(message({"a": {"enum": ["a"], "type": "string"}})),
        "extension.toml: [shapes]: KeyValue is not the KeyValue of OCPP 1.6: "
        "they differ in their kind",
    ),
    "name that the package needs": (
        START + ACTION + '[shapes]\n"a" = "ChargePoint"',
        twice(message({"a": {"enum": ["a"], "type": "string"}})),
        "extension.toml: [shapes]: two things are called ChargePoint",
    ),
    "method of a standard action": (
        START + '[actions.BOOTNotification]\nsenders = ["ChargePoint"]',
        {
            "BOOTNotification.json": message(),
            "BOOTNotificationResponse.json": message(),
        },
        "extension.toml: [actions]: two things are called method boot_notification",
    ),
    "shape without a name": (
        START + ACTION,
        twice(message({"a": {"enum": ["a"], "type": "string"}})),
        "AcmePingRequest: extension.toml: [shapes] has no name for the anonymous shape "
        "AcmePingRequest.a",
    ),
    "name for nothing": (
        START + ACTION + '[shapes]\n"a" = "A"',
        PING,
        "extension.toml: [shapes] a is not needed",
    ),
    "exception for nothing": (
        START + ACTION + '[exceptions]\nacmeKWh = "acme_kwh"',
        PING,
        "extension.toml: [exceptions] acmeKWh is not needed",
    ),
    "unknown enumeration": (
        START + '[values]\nAcme = ["a"]',
        {},
        "extension.toml: [values] Acme: OCPP 1.6 has no such enumeration",
    ),
    "object in place of an enumeration": (
        START + '[values]\nIdTagInfo = ["a"]',
        {},
        "extension.toml: [values] IdTagInfo: OCPP 1.6 has no such enumeration",
    ),
    "no values": (
        START + "[values]\nReason = []",
        {},
        "extension.toml: values.Reason: List should have at least 1 item",
    ),
    "value that is there": (
        START + '[values]\nReason = ["Cold", "Local"]',
        {},
        "extension.toml: [values] Reason: has the value 'Local' already",
    ),
    "value that is there twice": (
        START + '[values]\nReason = ["Cold", "Cold"]',
        {},
        "extension.toml: [values] Reason: has the value 'Cold' already",
    ),
    "value of the same name in Python": (
        START + '[values]\nReason = ["local"]',
        {},
        "extension.toml: [values] Reason: two things are called Reason.LOCAL",
    ),
    "value without a name": (
        START + '[values]\nReason = ["é"]',
        {},
        "extension.toml: [values] Reason: 'é' gives '', which Python cannot use",
    ),
    "type without the name of a class": (
        START + ACTION,
        twice(
            message(
                {"a": {"$ref": "#/definitions/acme_type"}},
                definitions={"acme_type": message()},
            )
        ),
        "AcmePingRequest: 'acme_type' is not a valid class name, such as AbcType",
    ),
    "field that Python needs": (
        START + "[fields.IdTagInfo]\ncopy = {}",
        {},
        "extension.toml: [fields.IdTagInfo]: IdTagInfo.copy: Python needs 'copy'",
    ),
    "clause of several lines": (
        START + ACTION + 'clause = "a\\nb"',
        PING,
        "extension.toml: actions.AcmePing.clause: String should match pattern",
    ),
    "fact about a field of the version": (
        START + '[[facts]]\nunit = "s"\nfields = ["interval"]',
        {},
        "extension.toml: [[facts]]: the extension adds no field interval",
    ),
    "fact about nothing": (
        START + '[[facts]]\nunit = "s"\nfields = []',
        {},
        "extension.toml: facts.0.fields: List should have at least 1 item",
    ),
    "unknown object": (
        START + "[fields.Acme]\na = {}",
        {},
        "extension.toml: [fields.Acme]: OCPP 1.6 has no such message or datatype",
    ),
    "no fields": (
        START + "[fields.IdTagInfo]",
        {},
        "extension.toml: fields.IdTagInfo: Dictionary should have at least 1 item",
    ),
    "field that is there": (
        START + "[fields.IdTagInfo]\nstatus = {}",
        {},
        "extension.toml: [fields.IdTagInfo]: has the field 'status' already",
    ),
    "field that is no schema": (
        START + "[fields.IdTagInfo]\na = { type = 5 }",
        {},
        "extension.toml: [fields.IdTagInfo] a: 5 is not valid under any of the given "
        "schemas",
    ),
    "field that cannot be read": (
        START + '[fields.IdTagInfo]\na = { type = "string", const = "a" }',
        {},
        "extension.toml: [fields.IdTagInfo]: IdTagInfo.a: unknown keyword 'const' "
        "for string",
    ),
    "field that refers to nowhere": (
        START + '[fields.IdTagInfo]\na = { "$ref" = "#/definitions/No" }',
        {},
        "extension.toml: [fields.IdTagInfo] a: there is no type 'No'",
    ),
}


@pytest.mark.parametrize(
    ("table", "schemas", "told"), REFUSED.values(), ids=REFUSED.keys()
)
def test_refused(
    table: str, schemas: Mapping[str, Any], told: str, run: Run, tmp_path: Path
) -> None:
    folder = written(tmp_path / "source", table, schemas)
    outcome = run("extend", folder, "--out", tmp_path / "out")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("error: " + told.replace("{folder}", str(folder)))
    assert "Traceback" not in outcome.err
    assert not (tmp_path / "out").exists()


def test_folder_without_a_table(run: Run, tmp_path: Path) -> None:
    outcome = run("extend", tmp_path / "nowhere")
    assert outcome.code == 2
    assert outcome.err.startswith("error: extension.toml: ")


def test_files_of_one_name(tmp_path: Path, run: Run) -> None:
    folder = written(tmp_path / "source", START + ACTION, PING)
    (folder / "more").mkdir()
    (folder / "more" / "AcmePing.json").write_text("{}")
    outcome = run("extend", folder)
    assert outcome.code == 2
    assert outcome.err.startswith(f"error: {folder}: has several files AcmePing.json: ")


def test_folders_of_requests_and_responses(tmp_path: Path, run: Run) -> None:
    alarm = '[actions.AcmeAlarm]\nsenders = ["ChargingStation"]\nkind = "SEND"\n'
    start = START.replace("1.6", "2.1")
    ping = ACTION.replace("ChargePoint", "ChargingStation")
    folder = written(tmp_path / "source", start + ping + alarm)
    for name, schema in {
        "requests/AcmePing.json": PING["AcmePing.json"],
        "requests/AcmeAlarm.json": message(),
        "responses/AcmePing.json": PING["AcmePingResponse.json"],
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(json.dumps(schema))
    own = load(folder).own
    assert [each.name for each in own.messages] == [
        "AcmeAlarm",
        "AcmePingRequest",
        "AcmePingResponse",
    ]
    (folder / "responses" / "AcmePing.json").write_text("[]")
    outcome = run("extend", folder)
    assert outcome.err == (
        f"error: {folder}: responses/AcmePing.json: not a JSON object: it is a list\n"
    )


FACTS: Final = """
[fields.BootNotificationResponse]
acmePause = { type = "integer" }
[fields.MeterValue]
acmeHeat = { type = "number" }
[[facts]]
unit = "K"
clause = "Acme manual, chapter 5"
fields = ["acmeHeat"]
[[facts]]
unit = "s"
absent = "0"
fields = ["BootNotificationResponse.acmePause", "acmeDelay"]
"""


def test_facts_about_added_fields(tmp_path: Path) -> None:
    ping = {**PING, "AcmePing.json": message({"acmeDelay": {"type": "integer"}})}
    own = load(written(tmp_path, START + ACTION + FACTS, ping)).own
    said = {
        f"{entry.name}.{each.wire}": each.meaning
        for entry in (*own.datatypes, *own.messages)
        for each in entry.fields
        if each.meaning.unit
    }
    assert said == {
        "MeterValue.acmeHeat": Meaning("K", clause="Acme manual, chapter 5"),
        "AcmePingRequest.acmeDelay": Meaning("s", absent="0"),
        "BootNotificationResponse.acmePause": Meaning("s", absent="0"),
        "BootNotificationResponse.interval": Meaning("s"),  # as the version says
        "StopTransactionRequest.meterStop": Meaning("Wh"),
    }


def test_version_that_is_not_fetched(tmp_path: Path, run: Run) -> None:
    folder = written(tmp_path / "source", START + ACTION, PING)
    nowhere = tmp_path / "nowhere"
    outcome = run("extend", folder, "--originals", nowhere)
    assert (outcome.code, outcome.err) == (
        2,
        f"error: {nowhere}/1.6: OCPP 1.6 is not fetched yet: "
        f"run `python -m codegen fetch --originals {nowhere}`\n",
    )
