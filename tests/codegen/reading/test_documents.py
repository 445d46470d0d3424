"""Publications are read, repaired and checked; every fault has file and place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from codegen.data import Data
from codegen.errors import ErratumError, PublicationError, SourceError
from codegen.reading import documents, errata
from codegen.reading.schema_files import Publication
from codegen.reading.shapes import Document
from tests.codegen.sample_publications import (
    HEARTBEAT,
    RESET,
    content,
    message,
    tiny_schemas,
)

KIND = {"type": "string", "enum": ["A", "B"]}


def read(schemas: Mapping[str, Any], version: str = "2.1") -> tuple[Document, ...]:
    return documents.documents(Publication(version, "here", content(schemas)))


def faults(schemas: Mapping[str, Any], version: str = "2.1") -> tuple[str, ...]:
    with pytest.raises(PublicationError) as caught:
        read(schemas, version)
    assert str(caught.value).startswith("here: ")
    return caught.value.faults


def test_messages_in_the_order_of_their_names() -> None:
    assert [document.message for document in read({**RESET, **HEARTBEAT})] == [
        "HeartbeatRequest",
        "HeartbeatResponse",
        "ResetRequest",
        "ResetResponse",
    ]


def test_byte_order_mark_and_crlf() -> None:
    published = {
        f"{name.removesuffix('.json')}_v1p0.json": b"\xef\xbb\xbf"
        + json.dumps(schema, indent=1).replace("\n", "\r\n").encode()
        for name, schema in RESET.items()
    }
    assert read(published) == read(RESET)


def test_message_that_is_not_answered() -> None:
    (document, *_) = read({"Alarm.json": message(), **RESET})
    assert document.message == "Alarm"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"{", "Expecting property name enclosed in double quotes: line 1 column 2"),
        (b"", "Expecting value: line 1 column 1"),
        (b"[]", "it is a list"),
        (b"\xff\xfe{}", "'utf-8' codec can't decode byte 0xff in position 0"),
        (b'{"type": 1, "type": 2}', "an object has two members 'type'"),
    ],
    ids=["cut off", "empty", "list", "UTF-16", "twice"],
)
def test_not_json(data: bytes, fault: str) -> None:
    (found,) = faults({**HEARTBEAT, "HeartbeatRequest.json": data})
    assert found.startswith(f"HeartbeatRequest.json: not a JSON object: {fault}")


def test_deep() -> None:
    assert faults({**HEARTBEAT, "HeartbeatRequest.json": b"[" * 100_000}) == (
        "HeartbeatRequest.json: nested too deeply",
    )


def test_two_files_of_one_message() -> None:
    assert faults({**HEARTBEAT, "HeartbeatRequest_v1p0.json": message()}) == (
        "HeartbeatRequest_v1p0.json: a second file of HeartbeatRequest",
    )


@pytest.mark.parametrize(
    "draft", ["http://json-schema.org/draft-03/schema#", "OCPP", 6, None]
)
def test_unknown_draft(draft: object) -> None:
    schema = {**message(), "$schema": draft}
    (found,) = faults({**HEARTBEAT, "HeartbeatRequest.json": schema})
    uri = str(draft).removesuffix("#")
    assert found == (
        f"HeartbeatRequest.json: unknown draft {uri!r}; known here: "
        "draft-04, draft-06, draft-07, and files without $schema"
    )


def test_draft_that_the_version_does_not_have() -> None:
    files = content({**HEARTBEAT, "HeartbeatRequest.json": message(draft="draft-04")})
    publication = Publication("2.1", "here", files)
    with pytest.raises(PublicationError, match=r"known here: draft-06, and files w"):
        documents.documents(publication, drafts=["draft-06"])
    assert documents.documents(publication)


def test_invalid_schema() -> None:
    schema = message({"a": {"type": "strin"}})
    (found,) = faults({**HEARTBEAT, "HeartbeatRequest.json": schema})
    assert found.startswith("HeartbeatRequest.json: $.properties.a.type: 'strin'")


def test_keyword_that_the_generator_does_not_know() -> None:
    schema = message({"a": {"type": "string", "contentEncoding": "base64"}})
    assert faults({**HEARTBEAT, "HeartbeatRequest.json": schema}) == (
        "HeartbeatRequest.json: HeartbeatRequest.a: unknown keyword 'contentEncoding' "
        "for string",
    )


@pytest.mark.parametrize(
    ("properties", "place"),
    [
        ({"a": {"$ref": "#/definitions/No"}}, "HeartbeatRequest.a"),
        (
            {"a": {"type": "array", "items": {"$ref": "#/definitions/No"}}},
            "HeartbeatRequest.a[]",
        ),
        (
            {
                "a": {
                    "type": "object",
                    "properties": {"b": {"$ref": "#/definitions/No"}},
                }
            },
            "HeartbeatRequest.a.b",
        ),
    ],
    ids=["field", "list", "nested"],
)
def test_reference_that_leads_nowhere(properties: dict[str, Any], place: str) -> None:
    schema = message(properties)
    assert faults({**HEARTBEAT, "HeartbeatRequest.json": schema}) == (
        f"HeartbeatRequest.json: {place}: there is no definition 'No'",
    )


def test_reference_in_a_definition_that_leads_nowhere() -> None:
    schema = message(
        definitions={
            "A": {"type": "object", "properties": {"b": {"$ref": "#/definitions/B"}}}
        }
    )
    assert faults({**HEARTBEAT, "HeartbeatRequest.json": schema}) == (
        "HeartbeatRequest.json: A.b: there is no definition 'B'",
    )


def test_malformed_reference() -> None:
    schema = message({"a": {"$ref": "#definitions/A"}}, definitions={"A": KIND})
    assert faults({**HEARTBEAT, "HeartbeatRequest.json": schema}) == (
        "HeartbeatRequest.json: HeartbeatRequest.a: unknown kind of reference "
        "'#definitions/A'",
    )


def test_two_types_of_one_name() -> None:
    other = {"type": "string", "enum": ["A", "C"]}
    schemas = {
        "XRequest.json": message(definitions={"Kind": KIND}),
        "XResponse.json": message(definitions={"Kind": other}),
    }
    assert faults(schemas) == (
        "XResponse.json: Kind is not the Kind of XRequest.json: removed B; added C",
    )


def test_two_types_of_one_name_that_differ_deep_inside() -> None:
    def inner(length: int) -> dict[str, Any]:
        text = {"type": "string", "maxLength": length}
        nested = {"type": "object", "properties": {"text": text}}
        items = {"type": "array", "items": nested}
        return {"type": "object", "properties": {"items": items}}

    schemas = {
        "XRequest.json": message(definitions={"A": inner(20)}),
        "XResponse.json": message(definitions={"A": inner(50)}),
    }
    assert faults(schemas) == (
        "XResponse.json: A is not the A of XRequest.json: "
        "items[].text loosened maxLength 20 → 50",
    )


def test_prose_defaults_and_order_make_no_other_type() -> None:
    other = {"type": "string", "enum": ["B", "A"], "default": "A", "description": "x"}
    schemas = {
        "XRequest.json": message(definitions={"Kind": KIND}),
        "XResponse.json": message(definitions={"Kind": {**other, "javaType": "Kind"}}),
    }
    assert len(read(schemas)) == 2


@pytest.mark.parametrize(
    ("missing", "fault"),
    [
        ("HeartbeatRequest", "there is no file of HeartbeatRequest"),
        ("HeartbeatResponse", "there is no file of HeartbeatResponse"),
    ],
)
def test_missing_file(missing: str, fault: str) -> None:
    assert faults({k: v for k, v in HEARTBEAT.items() if missing not in k}) == (fault,)


def test_missing_response_in_1_6() -> None:
    schemas = {
        "Reset.json": message(),
        "Heartbeat.json": message(),
        "HeartbeatResponse.json": message(),
    }
    assert faults(schemas, "1.6") == ("there is no file of ResetResponse",)


def test_all_faults_are_told() -> None:
    schemas = {
        "HeartbeatRequest.json": message(draft="draft-03"),
        "HeartbeatResponse.json": message({"a": {"$ref": "#/definitions/No"}}),
        "ResetRequest.json": message({"a": {"type": "strin"}}),
    }
    found = faults(schemas)
    assert [fault.split(":")[0] for fault in found] == [
        "HeartbeatRequest.json",
        "ResetRequest.json",
        "there is no file of ResetResponse",
        "HeartbeatResponse.json",
    ]


LOCATION = "PublishFirmwareStatusNotificationRequest"


def firmware_status(location: dict[str, Any]) -> dict[str, Any]:
    return {
        f"{LOCATION}.json": message({"location": location}),
        "PublishFirmwareStatusNotificationResponse.json": message(),
    }


FAULTY = {"type": "string", "maxLength": 512}
SOUND = {"type": "array", "items": {"type": "string", "maxLength": 512}, "minItems": 1}


def test_errata_whose_fault_is_there_are_applied() -> None:
    assert read(firmware_status(FAULTY), "2.0") == read(firmware_status(SOUND), "2.0")


def test_errata_are_those_of_the_version() -> None:
    assert read(firmware_status(FAULTY), "2.1") != read(firmware_status(SOUND), "2.1")


def test_errata_that_are_given_have_to_meet_their_fault() -> None:
    publication = Publication("2.0", "here", content(firmware_status(SOUND)))
    with pytest.raises(ErratumError):
        documents.documents(publication, errata.load("2.0"))


def test_version_that_is_not_fetched_yet(tmp_path: Path) -> None:
    schemas = tiny_schemas(tmp_path / "schemas", b"", {"2.1": HEARTBEAT})
    with pytest.raises(SourceError) as caught:
        documents.load("2.1", Data(schemas, schemas / "oca"))
    assert str(caught.value) == (
        f"{schemas}/oca/2.1: OCPP 2.1 is not fetched yet: "
        f"run `python -m codegen fetch --schemas {schemas}`"
    )


def test_unknown_version() -> None:
    with pytest.raises(SourceError, match=r"unknown OCPP version '3.0'"):
        documents.load("3.0")


@pytest.mark.parametrize(
    ("version", "messages"),
    [("1.5", 48), ("1.6", 78), ("2.0", 134), ("2.0.1", 128), ("2.1", 181)],
)
@pytest.mark.usefixtures("oca")
def test_our_versions_are_sound(version: str, messages: int) -> None:
    assert len(documents.load(version)) == messages


def test_2_0_is_not_sound_without_its_errata(oca: Path) -> None:
    files = {path.name: path.read_bytes() for path in (oca / "2.0").iterdir()}
    publication = Publication("2.0", "here", files)
    with pytest.raises(PublicationError) as caught:
        documents.documents(publication, errata.Errata(()))
    reference, *conflicts = caught.value.faults
    assert reference == (
        "BootNotificationRequest_v1p0.json: BootNotificationRequest#/definitions/"
        "ChargingStationType.modem: unknown kind of reference '#definitions/ModemType'"
    )
    assert conflicts == [
        f"{message}_v1p0.json: ChargingScheduleType is not the ChargingScheduleType of "
        "GetCompositeScheduleResponse_v1p0.json: chargingSchedulePeriod required"
        for message in (
            "NotifyChargingLimitRequest",
            "ReportChargingProfilesRequest",
            "RequestStartTransactionRequest",
            "SetChargingProfileRequest",
        )
    ]
