"""What fields mean, and where types are defined, is said once and of what there is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from codegen.data import Data
from codegen.errors import Faults
from codegen.reading import meanings, specification
from codegen.reading.meanings import Fact, MeaningError, Meanings, with_facts
from codegen.reading.naming import Names
from codegen.reading.shapes import read
from codegen.reading.specification import Facts, Meaning, Specification
from codegen.reading.tables import TableError
from tests.codegen.rendering import TINY

LOUD: dict[str, Any] = {
    "definitions": {
        "HowType": {"type": "string", "enum": ["Loud"], "default": "Loud"},
        "ToneType": {"type": "object", "properties": {"pitch": {"type": "number"}}},
    },
    "type": "object",
    "properties": {
        "how": {"$ref": "#/definitions/HowType"},
        "tone": {"$ref": "#/definitions/ToneType"},
        "seconds": {"type": "integer"},
        "again": {"type": "boolean", "default": False},
    },
}


@pytest.fixture
def built() -> Specification:
    documents = [read("BeepRequest", LOUD), read("BeepResponse", {"type": "object"})]
    facts = {"Beep": Facts(["ChargePoint"], "Core", "1.1")}
    return specification.build(TINY, documents, facts, Names())


def fact(*fields: str, **said: str) -> Fact:
    return Fact(versions=["9.9"], fields=fields, **said)


def meaning(built: Specification, wire: str) -> Meaning:
    request, _ = built.messages
    return next(each.meaning for each in request.fields if each.wire == wire)


def test_a_fact_is_about_a_field_or_about_all_of_a_name(built: Specification) -> None:
    facts = [fact("BeepRequest.seconds", unit="s"), fact("pitch", unit="Hz")]
    found = Meanings(facts).added(built)
    assert meaning(found, "seconds") == Meaning(unit="s")
    (tone,) = found.datatypes
    assert [each.meaning.unit for each in tone.fields] == ["Hz"]


def test_a_fact_may_be_about_another_version(built: Specification) -> None:
    facts = [Fact(versions=["9.8"], fields=["nothing"], unit="s")]
    assert meaning(Meanings(facts).added(built), "seconds") == Meaning()


def test_defaults_are_those_of_schemas(built: Specification) -> None:
    found = Meanings().added(built)
    assert meaning(found, "how") == Meaning(absent="Loud")
    assert meaning(found, "again") == Meaning(absent="false")


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ([fact("pich", unit="Hz")], "units.toml: OCPP 9.9 has no field pich"),
        ([fact("X.pitch", unit="Hz")], "units.toml: OCPP 9.9 has no field X.pitch"),
        (
            [fact("pitch", unit="Hz"), fact("ToneType.pitch", unit="kHz")],
            "units.toml: gives the unit of ToneType.pitch twice",
        ),
        (
            [fact("again", absent="true")],
            "units.toml: the schema of BeepRequest.again has a default already",
        ),
    ],
)
def test_what_fits_nothing_or_is_said_twice(
    built: Specification, facts: list[Fact], sentence: str
) -> None:
    with pytest.raises(MeaningError) as caught:
        Meanings(facts).added(built)
    assert str(caught.value) == sentence


def test_all_that_fits_nothing_is_told_at_once(built: Specification) -> None:
    clauses = {"9.9": {"Part 2": {"BeepType": "1", "BopType": "2"}}}
    facts = [fact("pich", "sekonds", unit="s"), fact("again", absent="true")]
    with pytest.raises(Faults) as caught:
        Meanings(facts, clauses).added(built)
    assert [each.text for each in caught.value.told()] == [
        "clauses.toml: OCPP 9.9 has no type BeepType",
        "clauses.toml: OCPP 9.9 has no type BopType",
        "units.toml: OCPP 9.9 has no field pich",
        "units.toml: OCPP 9.9 has no field sekonds",
        "units.toml: the schema of BeepRequest.again has a default already",
    ]


def test_a_fact_has_its_clause_unless_that_is_of_the_type(built: Specification) -> None:
    clauses = {"9.9": {"Part 2": {"ToneType": "2.1"}}}
    facts = [
        fact("seconds", unit="s", clause="Part 1"),
        fact("seconds", absent="5", clause="Part 3"),
        fact("pitch", unit="Hz", clause="Part 2 2.1"),
    ]
    found = Meanings(facts, clauses).added(built)
    assert meaning(found, "seconds").clause == "Part 1; Part 3"
    assert [each.meaning for each in found.datatypes[0].fields] == [Meaning("Hz")]


def test_facts_about_what_is_added(built: Specification) -> None:
    """What the fields of the version mean has been said, and stays."""
    request, response = built.messages
    fields = {each.wire: each for each in request.fields}
    kept = fields["tone"] = replace(fields["tone"], meaning=Meaning("kHz"))
    known = replace(built, datatypes=(), messages=(replace(request, fields=(kept,)),))
    more = replace(request, fields=(*fields.values(),))
    both = replace(built, messages=(more, response))
    found = with_facts(both, [fact("seconds", unit="s")], "here", "lacks", but=known)
    assert meaning(found, kept.wire) == Meaning("kHz")
    assert meaning(found, "seconds") == Meaning("s")
    with pytest.raises(MeaningError, match=f"^here: lacks {kept.wire}$"):
        with_facts(both, [fact(kept.wire, unit="s")], "here", "lacks", but=known)


def test_two_facts_may_be_about_one_field(built: Specification) -> None:
    facts = [fact("seconds", unit="s"), fact("seconds", absent="5")]
    found = Meanings(facts).added(built)
    assert meaning(found, "seconds") == Meaning(unit="s", absent="5")


def test_types_have_their_clause(built: Specification) -> None:
    clauses = {"9.9": {"Part 2": {"ToneType": "2.1"}, "Part 3": {"HowType": "3.1"}}}
    found = Meanings(clauses=clauses).added(built)
    assert [entry.clause for entry in found.datatypes] == ["Part 2 2.1"]
    assert [entry.clause for entry in found.enumerations] == ["Part 3 3.1"]


def test_a_clause_of_no_type(built: Specification) -> None:
    meanings = Meanings(clauses={"9.9": {"Part 2": {"BeepType": "2.1"}}})
    with pytest.raises(MeaningError, match=r"^clauses\.toml: OCPP 9\.9 has no type"):
        meanings.added(built)


def test_neither_takes_part_in_what_is_the_same(built: Specification) -> None:
    facts = [fact("seconds", unit="s")]
    assert Meanings(facts).added(built) == built


def test_an_edition_may_lack_the_files(tmp_path: Path) -> None:
    assert meanings.load(Data(tmp_path, tmp_path)) == Meanings()


def test_a_fact_with_a_key_that_is_not_known(tmp_path: Path) -> None:
    text = '[[facts]]\nversions = ["1"]\nfields = ["a"]\nunits = "s"\n'
    (tmp_path / "units.toml").write_text(text)
    with pytest.raises(TableError, match=r"^units\.toml: "):
        meanings.load(Data(tmp_path, tmp_path))
