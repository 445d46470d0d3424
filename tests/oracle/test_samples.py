"""The makers of samples, and the oracle, against a schema that has everything."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any, Final

import pytest

from tests.oracle.example import EXAMPLE
from tests.oracle.faults import Fault, faulty
from tests.oracle.oracle import Oracle, message_of, rules
from tests.oracle.samples import (
    DATE_TIMES,
    UNKNOWN,
    Document,
    Json,
    Sample,
    Schema,
    Valid,
    json_path,
    written_back,
)

__all__: list[str] = []

DOCUMENT: Final = Document(EXAMPLE)
JUDGE: Final = Oracle(EXAMPLE)
VALID: Final = list(DOCUMENT.valid())
FAULTY: Final = list(faulty(DOCUMENT))

KEYWORDS: Final[dict[str, set[str]]] = {
    Fault.MISSING: {"required"},
    Fault.EXTRA: {"additionalProperties"},
    Fault.TYPE: {"type", "enum"},
    Fault.NULL: {"type", "enum"},
    Fault.ENUM: {"enum"},
    Fault.LONG: {"maxLength"},
    Fault.FEW: {"minItems"},
    Fault.MANY: {"maxItems"},
    Fault.LOW: {"minimum"},
    Fault.HIGH: {"maximum"},
    Fault.STEP: {"multipleOf"},
    # Draft 6 takes 5.0 for an integer, and formats are not asserted.
    Fault.POINT: set(),
    Fault.DATE_TIME: set(),
    Fault.URI: set(),
}


def text_of(sample: Sample) -> str:
    return json.dumps(sample.value)


def at(samples: list[Sample], label: str) -> set[str]:
    return {json_path(sample.path) for sample in samples if sample.label == label}


def test_every_label_has_samples() -> None:
    assert {sample.label for sample in VALID} == set(Valid)
    assert {sample.label for sample in FAULTY} == set(Fault)


@pytest.mark.parametrize("label", Valid)
def test_valid_samples_are_valid(label: Valid) -> None:
    for sample in VALID:
        if sample.label == label:
            assert JUDGE.refusals(text_of(sample)) == []


@pytest.mark.parametrize("fault", Fault)
def test_faulty_samples_have_their_fault_and_no_other(fault: Fault) -> None:
    owner = fault in (Fault.MISSING, Fault.EXTRA)
    for sample in FAULTY:
        if sample.label == fault:
            refusals = JUDGE.refusals(text_of(sample))
            place = sample.path[:-1] if owner else sample.path
            assert {refusal.path for refusal in refusals} <= {place}
            assert {refusal.keyword for refusal in refusals} <= KEYWORDS[fault]
            assert bool(refusals) is bool(KEYWORDS[fault])


def test_faults_are_made_wherever_they_can_be() -> None:
    integers = {"$.count", "$.only[0]"}
    kinds = "$.readings[1].kinds"
    optional = {
        "$.limit",
        "$.flag",
        "$.where",
        "$.free",
        "$.only",
        "$.loose",
        "$.readings[1].vendor",
        kinds,
    }
    required = {
        "$.count",
        "$.readings",
        "$.readings[1].taken",
        "$.readings[1].value",
        "$.readings[1].vendor.vendorId",
    }
    items = {"$.only[0]", "$.loose[1]", "$.readings[1]", f"{kinds}[1]"}
    assert {fault: at(FAULTY, fault) for fault in Fault} == {
        Fault.MISSING: required,
        Fault.EXTRA: {f"$.{UNKNOWN}", f"$.readings[1].{UNKNOWN}"},
        Fault.TYPE: {"$"} | optional | required | items,
        Fault.NULL: optional,
        Fault.POINT: integers,
        Fault.ENUM: {f"{kinds}[1]"},
        Fault.LONG: {"$.loose[1]", "$.readings[1].vendor.vendorId"},
        Fault.FEW: {"$.only", "$.readings", kinds},
        Fault.MANY: {"$.only", kinds},
        Fault.LOW: {"$.count", "$.readings[1].value"},
        Fault.HIGH: {"$.count", "$.readings[1].value"},
        Fault.STEP: {"$.limit"},
        Fault.DATE_TIME: {"$.readings[1].taken"},
        Fault.URI: {"$.where"},
    }


def test_optionals_items_and_open_objects_have_samples_of_their_own() -> None:
    assert at(VALID, Valid.ALONE) == at(FAULTY, Fault.NULL) | {"$['4data']"}
    assert at(VALID, Valid.NULL) == {"$['4data']"}
    assert at(VALID, Valid.OPEN) == {"$.readings[1].vendor"}
    assert at(VALID, Valid.EMPTY) == {"$.loose"}
    assert at(VALID, Valid.ITEMS) == {
        "$.loose",
        "$.only",
        "$.readings",
        "$.readings[1].kinds",
    }


def test_minimal_and_full_messages() -> None:
    reading = {"taken": next(iter(DATE_TIMES)), "value": 0}
    assert DOCUMENT.minimal(EXAMPLE) == {"count": 5, "readings": [reading, reading]}
    full = DOCUMENT.full(EXAMPLE)
    assert full.keys() == EXAMPLE["properties"].keys()
    assert full["readings"][0].keys() == {"vendor", "taken", "value", "kinds"}


def test_full_messages_have_every_choice() -> None:
    seen: defaultdict[str, list[Any]] = defaultdict(list)
    for sample in VALID:
        if sample.label == Valid.FULL:
            reading = sample.value["readings"][0]
            seen["kind"].append(reading["kinds"][0])
            seen["taken"].append(reading["taken"])
            seen["value"].append(reading["value"])
            seen["count"].append(sample.value["count"])
            seen["length"].append(len(sample.value["loose"][0]))
    assert set(seen["kind"]) == {"Big", "Small", "None"}
    assert set(seen["taken"]) == set(DATE_TIMES)
    assert {-10, 10.5} <= set(seen["value"])
    assert {0, 7} <= set(seen["count"])
    assert set(seen["length"]) == {0, 3}


def test_samples_are_the_same_every_time() -> None:
    assert list(Document(EXAMPLE).valid()) == VALID
    assert list(faulty(Document(EXAMPLE))) == FAULTY


def test_date_times_come_back_in_utc() -> None:
    sent: Json = {"a": ["2024-01-01T00:30:00-01:30", "text", None, 5]}
    assert written_back(sent) == {"a": ["2024-01-01T02:00:00Z", "text", None, 5]}


def test_multiples_are_decided_in_decimal() -> None:
    judge = Oracle({"$schema": EXAMPLE["$schema"], "multipleOf": 0.1})
    assert all(judge.accepts(str(tenths / 10)) for tenths in range(401))
    assert not judge.accepts("21.45")
    assert judge.accepts('"text"')


def test_the_draft_is_that_of_the_schema() -> None:
    schema = {"type": "integer"}
    draft4 = Oracle({"$schema": "http://json-schema.org/draft-04/schema#", **schema})
    draft6 = Oracle({"$schema": "http://json-schema.org/draft-06/schema#", **schema})
    assert not draft4.accepts("5.0")
    assert draft6.accepts("5.0")


def schema(draft: int = 6, **node: Any) -> dict[str, Any]:
    return {"$schema": f"http://json-schema.org/draft-{draft:02}/schema#", **node}


def nested(**node: Any) -> dict[str, Any]:
    """The node as an item of a list in an object, by reference."""
    items = {"type": "array", "items": {"$ref": "#/definitions/T"}, "minItems": 1}
    definitions = {"T": node, "Unused": {"type": "boolean"}}
    return schema(type="object", properties={"a": items}, definitions=definitions)


def test_rules_are_the_same_however_they_are_written() -> None:
    assert rules(schema(type="integer")) == rules(schema(7, type="integer", title="A"))
    text = {"type": "string", "maxLength": 5}
    inline = {"type": "array", "items": text, "minItems": 1}
    plain = schema(type="object", properties={"a": inline}, additionalProperties=True)
    assert rules(nested(**text)) == rules(plain)
    assert rules(nested(**text, additionalProperties=False)) == rules(plain)
    assert rules(schema(enum=["a", "b"])) == rules(schema(enum=["b", "a"]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (schema(4, type="integer"), schema(type="integer")),
        (schema(type="integer"), schema(type="number")),
        (schema(type="string"), schema(type="string", format="uri")),
        (schema(enum=["a"]), schema(enum=["a", "b"])),
        (nested(type="string"), nested(type="string", maxLength=5)),
        (nested(type="object"), nested(type="object", additionalProperties=False)),
        (nested(type="object"), nested(type="object", required=["a"])),
        (
            nested(type="object", properties={"title": {"type": "string"}}),
            nested(type="object", properties={"title": {"type": "integer"}}),
        ),
    ],
)
def test_other_rules(one: Schema, other: Schema) -> None:
    assert rules(one) != rules(other)


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("Reset.json", "ResetRequest"),
        ("ResetResponse.json", "ResetResponse"),
        ("ResetRequest.json", "ResetRequest"),
        ("ResetRequest_v1p0.json", "ResetRequest"),
        ("Stream.json", "Stream"),
    ],
)
def test_files_are_named_after_messages(file: str, message: str) -> None:
    assert message_of(file, {"ResetResponse.json"}) == message
