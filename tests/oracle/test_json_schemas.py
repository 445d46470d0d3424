"""The JSON Schema of every message of ours, beside the original.

Nearly all have the same rules as the file. By the others, jsonschema gives the same
verdict as by the file, on valid samples and on those with one fault each. Where ours
differs, `disagreements.toml` has the reason: our schema is that of what our messages
hold, errata included.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, TypeAdapter

import ocpp_messages
from tests.oracle.disagreements import Verdict, load
from tests.oracle.faults import Fault
from tests.oracle.oracle import Oracle, Schemas, rules
from tests.oracle.samples import Sample, Schema
from tests.oracle.test_oracle import MESSAGES, package_of, samples_of

pytestmark = pytest.mark.timeout(120)

__all__: list[str] = []

UNSEEN: Final = frozenset({Fault.DATE_TIME, Fault.URI, Fault.POINT})
"""Faults that are none to jsonschema: formats and, from draft 6 on, 5.0."""
ENTRIES: Final = [entry for entry in load() if not UNSEEN.issuperset(entry.samples)]
CASES: Final = [
    (version, message)
    for version in ocpp_messages.VERSIONS
    for message in MESSAGES[version]
]


def schema_of(version: str, message: str) -> dict[str, Any]:
    cls: type[BaseModel] = getattr(package_of(version), message)
    return cls.model_json_schema()


def in_old_words(schema: dict[str, Any]) -> Schema:
    """A schema of ours as the originals write it."""
    found = json.loads(json.dumps(schema).replace("#/$defs/", "#/definitions/"))
    kept = {key: value for key, value in found.items() if key != "$defs"}
    definitions = found.get("$defs", {})
    return {
        "$schema": Draft202012Validator.META_SCHEMA["$id"],
        **kept,
        "definitions": definitions,
    }


def judge_by(schema: dict[str, Any]) -> Oracle:
    return Oracle(in_old_words(schema))


def expected(original: Oracle, version: str, message: str, sample: Sample) -> bool:
    """The verdict of the file, or the one that is listed instead."""
    for entry in ENTRIES:
        if entry.covers(version, message, sample):
            return entry.ours in (Verdict.ACCEPTED, Verdict.ALTERED)
    return sample.label in UNSEEN or original.accepts(json.dumps(sample.value))


def differences(schemas: Schemas, version: str, message: str) -> Iterator[str]:
    published = schemas(version)[message]
    own = in_old_words(schema_of(version, message))
    if rules(published)["message"] == rules(own)["message"]:
        return
    original, ours = Oracle(published), Oracle(own)
    for sample in samples_of(schemas, version, message):
        text = json.dumps(sample.value)
        wanted = expected(original, version, message, sample)
        if ours.accepts(text) is not wanted:
            yield f"{sample.label} at {sample.path}: should be {wanted}: {text:.200}"


@pytest.mark.parametrize(("version", "message"), CASES)
def test_verdicts_agree(schemas: Schemas, version: str, message: str) -> None:
    found = list(islice(differences(schemas, version, message), 20))
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("version", "message"), CASES)
def test_a_schema_is_one_in_both_modes(version: str, message: str) -> None:
    model: type[BaseModel] = getattr(package_of(version), message)
    schema = model.model_json_schema()
    Draft202012Validator.check_schema(schema)
    assert model.model_json_schema(mode="serialization") == schema
    assert model.model_json_schema(by_alias=True) == schema


@pytest.mark.parametrize("version", ocpp_messages.VERSIONS)
def test_a_datatype_has_the_schema_that_it_has_in_messages(version: str) -> None:
    parts: dict[str, Any] = {}
    for message in MESSAGES[version]:
        parts |= schema_of(version, message).get("$defs", {})
    assert parts
    for name, wanted in parts.items():
        found = TypeAdapter(getattr(package_of(version), name)).json_schema()
        alone = {key: value for key, value in found.items() if key != "$defs"}
        assert alone == wanted


def test_formats_are_named() -> None:
    properties = schema_of("1.6", "GetDiagnosticsRequest")["properties"]
    assert properties["location"] == {"type": "string", "format": "uri"}
    assert properties["startTime"] == {"type": "string", "format": "date-time"}
