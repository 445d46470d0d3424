"""The committed facts: our document for OCPP 1.5 and the table of procedures.

Both are compared with the published schema files elsewhere; these tests hold without
those files.
"""

import json
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import jsonschema
import pytest

__all__: list[str] = []

SCHEMAS = Path(__file__).parents[2] / "schemas"

#: the stubs of jsonschema leave its methods partly unknown
Draft6Validator: Any = jsonschema.Draft6Validator

#: station role, back office role, actions each of them sends
DIRECTIONS = {
    "1.5": ("ChargePoint", "CentralSystem", 10, 15),
    "1.6": ("ChargePoint", "CentralSystem", 14, 26),
    "2.0": ("ChargingStation", "CSMS", 26, 42),
    "2.0.1": ("ChargingStation", "CSMS", 25, 40),
    "2.1": ("ChargingStation", "CSMS", 37, 55),
}
ENTRY_KEYS = {"senders", "kind", "block", "clause", "evidence"}
THIN_DIRECTIONS = {
    "NotifyCentralChargingNeeds",
    "Renegotiate15118Schedule",
    "Update15118EVCertificate",
}

STAMP = "2013-02-01T15:09:18Z"


def readings(*samples: dict[str, str]) -> dict[str, Any]:
    """Returns a MeterValuesRequest with one reading of ``samples``."""
    reading = {"timestamp": STAMP, "values": list(samples)}
    return {"connectorId": 1, "values": [reading]}


#: message, payload with one fault, the keyword that refuses it
FAULTS: list[tuple[str, Any, str]] = [
    ("AuthorizeRequest", {"idTag": "x" * 21}, "maxLength"),
    ("AuthorizeRequest", {}, "required"),
    ("HeartbeatRequest", {"vendor": 1}, "additionalProperties"),
    ("ResetRequest", {"type": "Gentle"}, "enum"),
    ("GetLocalListVersionResponse", {"listVersion": "1"}, "type"),
    ("MeterValuesRequest", readings(), "minItems"),
    ("MeterValuesRequest", readings({"value": "1", "unit": "A"}), "enum"),
]


@pytest.fixture(scope="module")
def document() -> Any:
    return json.loads((SCHEMAS / "ocpp1.5.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def procedures() -> Any:
    return tomllib.loads((SCHEMAS / "procedures.toml").read_text("utf-8"))


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yields every JSON object in ``value``, outermost first."""
    children: Sequence[Any] = ()
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        yield fields
        children = list(fields.values())
    elif isinstance(value, list):
        children = cast("Sequence[Any]", value)
    for child in children:
        yield from objects(child)


def faults(document: Any, message: str, payload: Any) -> list[str]:
    """Returns the schema keywords that ``payload`` breaks as ``message``."""
    reference = {"$ref": f"{document['$id']}#/messages/{message}"}
    validator = Draft6Validator(document).evolve(schema=reference)
    return [error.validator for error in validator.iter_errors(payload)]


def test_document_is_draft_06(document: Any) -> None:
    assert document["$schema"] == Draft6Validator.META_SCHEMA["$schema"]
    for schema in (*document["definitions"].values(), *document["messages"].values()):
        Draft6Validator.check_schema(schema)


def test_document_counts(document: Any) -> None:
    definitions = document["definitions"].values()
    structs = [item for item in definitions if item["type"] == "object"]
    enums = [item["enum"] for item in definitions if "enum" in item]
    shapes = [*structs, *document["messages"].values()]

    assert (len(document["messages"]), len(structs), len(enums)) == (48, 6, 24)
    assert len(structs) + len(enums) == len(definitions)
    assert sum(len(set(members)) for members in enums) == 105
    assert sum(len(members) for members in enums) == 105
    assert sum(len(shape["properties"]) for shape in shapes) == 106


def test_every_reference_resolves_and_every_definition_is_used(document: Any) -> None:
    used = {item["$ref"] for item in objects(document) if "$ref" in item}
    assert used == {f"#/definitions/{name}" for name in document["definitions"]}


def test_every_shape_is_closed_and_requires_what_it_has(document: Any) -> None:
    shapes = [item for item in objects(document) if item.get("type") == "object"]
    assert len(shapes) == 54
    for shape in shapes:
        assert shape["additionalProperties"] is False
        assert set(shape.get("required", ())) <= set(shape["properties"])


def test_messages_are_pairs_of_the_procedures(document: Any, procedures: Any) -> None:
    assert set(document["messages"]) == {
        action + suffix
        for action in procedures["1.5"]
        for suffix in ("Request", "Response")
    }


def test_nested_readings_are_accepted(document: Any) -> None:
    stop = {
        "transactionId": 1,
        "timestamp": STAMP,
        "meterStop": 20,
        "transactionData": [{"values": readings({"value": "0"})["values"]}],
    }
    assert faults(document, "StopTransactionRequest", stop) == []


@pytest.mark.parametrize(("message", "payload", "keyword"), FAULTS)
def test_one_fault_is_refused(
    document: Any, message: str, payload: Any, keyword: str
) -> None:
    assert faults(document, message, payload) == [keyword]


def test_soft_bounds_stay_out(document: Any) -> None:
    payload = {"key": "k" * 51, "value": "v" * 501}
    assert faults(document, "ChangeConfigurationRequest", payload) == []


def test_versions(procedures: Any) -> None:
    assert list(procedures) == list(DIRECTIONS)


@pytest.mark.parametrize("version", DIRECTIONS)
def test_directions(procedures: Any, version: str) -> None:
    station, back_office, up, down = DIRECTIONS[version]
    senders = [entry["senders"] for entry in procedures[version].values()]

    for item in senders:
        assert item in ([station], [back_office], [station, back_office])
    assert sum(station in item for item in senders) == up
    assert sum(back_office in item for item in senders) == down
    assert procedures[version]["DataTransfer"]["senders"] == [station, back_office]
    assert len(senders) == up + down - 1


@pytest.mark.parametrize("version", DIRECTIONS)
def test_entries_name_block_and_clause(procedures: Any, version: str) -> None:
    actions = list(procedures[version])
    assert actions == sorted(actions, key=str.casefold)
    for entry in procedures[version].values():
        assert set(entry) <= ENTRY_KEYS
        assert entry["block"].strip()
        assert entry["clause"].startswith("OCPP ")


@pytest.mark.parametrize("version", ["1.6", "2.0.1", "2.1"])
def test_no_two_actions_share_a_clause(procedures: Any, version: str) -> None:
    clauses = [entry["clause"] for entry in procedures[version].values()]
    assert len(set(clauses)) == len(clauses)


def test_one_message_is_send(procedures: Any) -> None:
    kinds = {
        (version, action): entry["kind"]
        for version, actions in procedures.items()
        for action, entry in actions.items()
        if "kind" in entry
    }
    assert kinds == {("2.1", "NotifyPeriodicEventStream"): "SEND"}


def test_evidence_stands_where_the_direction_is_thin(procedures: Any) -> None:
    noted = {
        (version, action)
        for version, actions in procedures.items()
        for action, entry in actions.items()
        if "evidence" in entry
    }
    assert noted == {("2.0", action) for action in THIN_DIRECTIONS}
    assert set(procedures["2.0"]) - set(procedures["2.0.1"]) == THIN_DIRECTIONS
