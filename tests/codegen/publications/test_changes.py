"""Every kind of change is found, judged, and told to a person."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from codegen.publications.changes import changes
from codegen.publications.report import report
from codegen.reading import documents
from codegen.reading.differences import Change, Kind, Subject
from codegen.reading.schema_files import Publication
from codegen.reading.shapes import Document, read
from tests.codegen.sample_publications import HEARTBEAT, RESET, content, message

TEXT = {"type": "string"}
DATE = {"type": "string", "format": "date-time"}
URI = {"type": "string", "format": "uri"}
ENUM = {"type": "string", "enum": ["A", "B"]}
NAMED = {"$ref": "#/definitions/Kind"}


def field(shape: Mapping[str, Any], *required: str) -> list[Document]:
    """A message with one field, `f`; the types Kind and Other can be referred to."""
    definitions = {"Kind": ENUM, "Other": ENUM}
    schema = message({"f": shape}, *required, definitions=definitions)
    return [read("XRequest", schema)]


def text(**limits: object) -> dict[str, Any]:
    return {"type": "string", **limits}


def number(**limits: object) -> dict[str, Any]:
    return {"type": "number", **limits}


def array(items: Mapping[str, Any] = TEXT, **limits: object) -> dict[str, Any]:
    return {"type": "array", "items": items, **limits}


def structure(
    properties: Mapping[str, Any] | None = None, **more: object
) -> dict[str, Any]:
    return {"type": "object", "properties": properties or {}, **more}


LIMITS = [
    (text(maxLength=20), text(maxLength=50), "maxLength 20 → 50"),
    (text(maxLength=20), text(), "maxLength 20 → none"),
    (text(minLength=2), text(minLength=1), "minLength 2 → 1"),
    (URI, TEXT, "format uri → none"),
    (text(pattern="^a\\d"), TEXT, "pattern ^a[0-9] → none"),
    (array(uniqueItems=True), array(), "uniqueItems true → false"),
    (number(minimum=1), number(minimum=0.0), "minimum 1 → 0"),
    (number(minimum=0), number(), "minimum 0 → none"),
    (number(maximum=3), number(maximum=3.5), "maximum 3 → 3.5"),
    (number(multipleOf=0.1), number(), "multipleOf 0.1 → none"),
    (number(multipleOf=0.3), number(multipleOf=0.1), "multipleOf 0.3 → 0.1"),
    (array(minItems=1), array(), "minItems 1 → none"),
    (array(maxItems=3), array(maxItems=4), "maxItems 3 → 4"),
]


@pytest.mark.parametrize(("tight", "loose", "detail"), LIMITS)
def test_limits(tight: dict[str, Any], loose: dict[str, Any], detail: str) -> None:
    (loosened,) = changes(field(tight), field(loose))
    assert loosened == Change(Kind.LOOSENED, Subject.FIELD, "XRequest", "f", detail)
    assert not loosened.breaking
    (tightened,) = changes(field(loose), field(tight))
    assert (tightened.kind, tightened.breaking) == (Kind.TIGHTENED, True)


def test_limit_that_is_neither_wider_nor_narrower_is_tightened() -> None:
    (found,) = changes(field(number(multipleOf=0.2)), field(number(multipleOf=0.3)))
    assert found.kind is Kind.TIGHTENED


RETYPED: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    (TEXT, number(), "string → number"),
    ({"type": "integer"}, number(), "integer → number"),
    (number(), {"type": "boolean"}, "number → boolean"),
    (TEXT, DATE, "string → date-time"),
    (ENUM, TEXT, "enumeration → string"),
    (NAMED, TEXT, "Kind → string"),
    (NAMED, {"$ref": "#/definitions/Other"}, "Kind → Other"),
    ({}, TEXT, "anything → string"),
    (TEXT, array(), "string → list of string"),
    (array(NAMED), NAMED, "list of Kind → Kind"),
    (structure(), TEXT, "object → string"),
]


@pytest.mark.parametrize(("one", "other", "detail"), RETYPED)
def test_another_type(one: dict[str, Any], other: dict[str, Any], detail: str) -> None:
    assert changes(field(one), field(other)) == [
        Change(Kind.RETYPED, Subject.FIELD, "XRequest", "f", detail)
    ]
    back = " → ".join(reversed(detail.split(" → ")))
    assert changes(field(other), field(one)) == [
        Change(Kind.RETYPED, Subject.FIELD, "XRequest", "f", back)
    ]
    assert Change(Kind.RETYPED, Subject.FIELD, "").breaking


def test_another_type_of_items() -> None:
    assert changes(field(array(TEXT)), field(array(number()))) == [
        Change(Kind.RETYPED, Subject.FIELD, "XRequest", "f[]", "string → number")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TEXT, {**TEXT, "description": "x", "default": "y"}),
        (ENUM, {**ENUM, "enum": ["B", "A"]}),
        (ENUM, NAMED),
        (array(ENUM), array(NAMED)),
        (number(minimum=0), number(minimum=0.0)),
        (
            structure({"a": TEXT, "b": TEXT}, required=["a", "b"]),
            structure({"b": TEXT, "a": TEXT}, required=["b", "a"]),
        ),
    ],
    ids=["prose", "order of values", "name", "name of items", "float", "order"],
)
def test_no_change(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert changes(field(one), field(other)) == []


def test_drafts_and_ids_do_not_count() -> None:
    new = {
        "ResetRequest": {**message(draft="draft-04"), "id": "urn:2"},
        "ResetResponse": {**message(draft="draft-06"), "$id": "urn:3", "title": "x"},
    }
    old = {name: message() for name in new}
    assert (
        changes(
            [read(name, schema) for name, schema in old.items()],
            [read(name, schema) for name, schema in new.items()],
        )
        == []
    )


def test_required_and_optional() -> None:
    (required,) = changes(field(TEXT), field(TEXT, "f"))
    assert required == Change(Kind.REQUIRED, Subject.FIELD, "XRequest", "f")
    (optional,) = changes(field(TEXT, "f"), field(TEXT))
    assert optional == Change(Kind.OPTIONAL, Subject.FIELD, "XRequest", "f")
    assert (required.breaking, optional.breaking) == (True, False)


def test_fields_come_and_go() -> None:
    without = [read("XRequest", message())]
    optional, required = (
        [read("XRequest", message({"f": array()}, *names))] for names in ((), ("f",))
    )
    cases = {
        Kind.ADDED: changes(without, optional),
        Kind.ADDED_REQUIRED: changes(without, required),
        Kind.REMOVED: changes(required, without),
    }
    for kind, found in cases.items():
        expected = Change(kind, Subject.FIELD, "XRequest", "f", "list of string")
        assert found == [expected]
    assert [found[0].breaking for found in cases.values()] == [False, True, True]


def test_values() -> None:
    old, new = (field({**ENUM, "enum": values}) for values in (["A", "B"], ["B", "C"]))
    assert changes(old, new) == [
        Change(Kind.REMOVED, Subject.VALUE, "XRequest", "f", "A"),
        Change(Kind.ADDED, Subject.VALUE, "XRequest", "f", "C"),
    ]


def test_open_and_closed() -> None:
    closed = [read("XRequest", {**message(), "additionalProperties": False})]
    opened = [read("XRequest", {**message(), "additionalProperties": True})]
    assert changes(closed, opened) == [Change(Kind.OPENED, Subject.TYPE, "XRequest")]
    (found,) = changes(opened, closed)
    assert found == Change(Kind.CLOSED, Subject.TYPE, "XRequest")
    assert found.breaking


def test_place_of_shapes_without_a_name() -> None:
    def nested(shape: Mapping[str, Any]) -> list[Document]:
        return field(array(structure({"a": structure({"b": array(shape)})})))

    assert changes(nested(text(maxLength=1)), nested(text(maxLength=2))) == [
        Change(Kind.LOOSENED, Subject.FIELD, "XRequest", "f[].a.b[]", "maxLength 1 → 2")
    ]


def publication(schemas: Mapping[str, Any]) -> tuple[Document, ...]:
    return documents.documents(Publication("2.1", "here", content(schemas)))


def shared(limit: int) -> tuple[Document, ...]:
    """Two messages that carry one type."""
    definitions = {"A": structure({"t": text(maxLength=limit)})}
    schema = message({"a": {"$ref": "#/definitions/A"}}, definitions=definitions)
    return publication({"XRequest.json": schema, "XResponse.json": schema})


def test_shared_type_is_compared_once() -> None:
    assert changes(shared(20), shared(50)) == [
        Change(Kind.LOOSENED, Subject.FIELD, "A", "t", "maxLength 20 → 50")
    ]


def test_types_come_and_go() -> None:
    old = publication(RESET)
    schemas = copy.deepcopy(RESET)
    request = schemas["ResetRequest.json"]
    request["definitions"]["NewType"] = request["definitions"].pop("ResetEnumType")
    request["properties"]["type"]["$ref"] = "#/definitions/NewType"
    assert changes(old, publication(schemas)) == [
        Change(Kind.REMOVED, Subject.TYPE, "ResetEnumType"),
        Change(
            Kind.RETYPED,
            Subject.FIELD,
            "ResetRequest",
            "type",
            "ResetEnumType → NewType",
        ),
        Change(Kind.ADDED, Subject.TYPE, "NewType"),
    ]


def test_actions_come_and_go() -> None:
    removed = Change(Kind.REMOVED, Subject.ACTION, "Heartbeat")
    assert changes(publication({**HEARTBEAT, **RESET}), publication(RESET)) == [removed]
    added = Change(Kind.ADDED, Subject.ACTION, "Heartbeat")
    assert changes(publication(RESET), publication({**HEARTBEAT, **RESET})) == [added]
    assert (removed.breaking, added.breaking) == (True, False)


def test_action_that_is_no_longer_answered() -> None:
    call = publication({**HEARTBEAT, **RESET})
    send = publication({"Heartbeat.json": message(), **RESET})
    detail = "no longer answered"
    assert changes(call, send) == [
        Change(Kind.RETYPED, Subject.ACTION, "Heartbeat", detail=detail)
    ]
    (found,) = changes(send, call)
    assert (found.detail, found.breaking) == ("now answered", True)


def test_breaking_changes_come_first() -> None:
    old = publication(
        {**RESET, "XRequest.json": message(), "XResponse.json": message()}
    )
    new = publication(
        {
            **HEARTBEAT,
            **RESET,
            "ResetResponse.json": message({"a": TEXT, "b": TEXT}, "b"),
        }
    )
    assert [(change.owner, change.breaking) for change in changes(old, new)] == [
        ("X", True),
        ("ResetResponse", True),
        ("Heartbeat", False),
        ("ResetResponse", False),
    ]


def lines(old: Iterable[Document], new: Iterable[Document]) -> list[str]:
    return [line.plain for line in report(changes(old, new))]


def test_report_without_changes() -> None:
    assert lines(publication(RESET), publication(RESET)) == ["no changes"]


def test_report() -> None:
    old = message(
        {
            "a": number(),
            "b": TEXT,
            "c": text(maxLength=9),
            "d": ENUM,
            "e": TEXT,
            "g": structure(additionalProperties=True),
        },
        "e",
    )
    new = message(
        {
            "a": TEXT,
            "c": text(maxLength=5),
            "d": {**ENUM, "enum": ["A", "C"]},
            "e": text(maxLength=5),
            "f": TEXT,
            "g": structure(additionalProperties=False),
            "h": NAMED,
        },
        "c",
        "f",
        definitions={"Kind": ENUM},
    )
    old["additionalProperties"] = False
    new["additionalProperties"] = True
    assert lines(
        publication({**RESET, "XRequest.json": old, "XResponse.json": message()}),
        publication({**HEARTBEAT, "XRequest.json": new, "XResponse.json": message()}),
    ) == [
        "10 breaking changes",
        "  actions removed: Reset",
        "  types removed: ResetEnumType",
        "  XRequest",
        "    - b: string",
        "    ~ a: number → string",
        "    ~ c: now required",
        "    ~ c: maxLength 9 → 5",
        "    - d values: B",
        "    ~ e: maxLength none → 5",
        "    + f: string, required",
        "    ~ g: other fields are no longer allowed",
        "6 other changes",
        "  actions added: Heartbeat",
        "  types added: Kind",
        "  XRequest",
        "    ~ itself: other fields are allowed now",
        "    + d values: C",
        "    ~ e: now optional",
        "    + h: Kind",
    ]


def test_report_writes_a_change_of_many_types_once() -> None:
    old, new = (
        publication(
            {
                f"{name}{part}.json": schema
                for name in "ABC"
                for part in ("Request", "Response")
            }
        )
        for schema in (message(), message({"customData": TEXT}))
    )
    assert lines(old, new) == [
        "6 other changes",
        "  ARequest, AResponse, BRequest and 3 more",
        "    + customData: string",
    ]


@pytest.mark.usefixtures("oca")
def test_from_2_0_1_to_2_1() -> None:
    found = changes(documents.load("2.0.1"), documents.load("2.1"))
    actions = [change for change in found if change.subject is Subject.ACTION]
    assert len(actions) == 27
    assert {change.kind for change in actions} == {Kind.ADDED}
    removed = {
        change.owner
        for change in found
        if change.subject is Subject.TYPE and change.kind is Kind.REMOVED
    }
    assert removed == {
        "ChargingLimitSourceEnumType",
        "ConnectorEnumType",
        "IdTokenEnumType",
    }
    required = [change for change in found if change.kind is Kind.ADDED_REQUIRED]
    assert [(change.owner, change.place) for change in required] == [
        ("VariableMonitoringType", "eventNotificationType")
    ]
    assert not [c for c in found if c.subject is Subject.VALUE and c.breaking]


def test_a_change_in_a_shape_without_a_name_of_1_6(oca: Path) -> None:
    files = {path.name: path.read_bytes() for path in (oca / "1.6").iterdir()}
    schema = json.loads(files["MeterValues.json"])
    samples = schema["properties"]["meterValue"]["items"]["properties"]["sampledValue"]
    samples["items"]["properties"]["unit"]["enum"].remove("Hertz")
    files["MeterValues.json"] = json.dumps(schema).encode()
    changed = documents.documents(Publication("1.6", "here", files))
    assert changes(documents.load("1.6"), changed) == [
        Change(
            Kind.REMOVED,
            Subject.VALUE,
            "MeterValuesRequest",
            "meterValue[].sampledValue[].unit",
            "Hertz",
        )
    ]
