"""An erratum repairs the one fault that it names, and stops when that is not there."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from codegen.errors import ErratumError
from codegen.reading import errata
from codegen.reading.errata import Errata, Erratum

DOCUMENT: dict[str, Any] = {
    "properties": {"a": {"type": "string", "maxLength": 5}, "odd/name~": {"type": "x"}}
}


def erratum(at: str, **what: Any) -> Erratum:
    return Erratum(document="PingRequest", at=at, reason="because", **what)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            erratum("/properties/a/maxLength", fault=5, repair=6),
            {"type": "string", "maxLength": 6},
        ),
        (erratum("/properties/a/maxLength", fault=5), {"type": "string"}),
        (
            erratum("/properties/a/minLength", repair=1),
            {"type": "string", "maxLength": 5, "minLength": 1},
        ),
        (
            erratum(
                "/properties/a",
                fault={"maxLength": 5, "type": "string"},
                repair={"type": "integer"},
            ),
            {"type": "integer"},
        ),
    ],
    ids=["changes", "removes", "adds", "replaces an object"],
)
def test_repairs(entry: Erratum, expected: dict[str, Any]) -> None:
    original = copy.deepcopy(DOCUMENT)
    assert entry.apply(original)["properties"]["a"] == expected
    assert original == DOCUMENT


def test_pointer_with_escapes() -> None:
    entry = erratum("/properties/odd~1name~0/type", fault="x", repair="string")
    repaired = entry.apply(DOCUMENT)
    assert repaired["properties"]["odd/name~"] == {"type": "string"}


@pytest.mark.parametrize(
    "entry",
    [
        erratum("/properties/a/maxLength", fault=6, repair=5),
        erratum("/properties/a/maxLength", repair=5),
        erratum("/properties/a/minLength", fault=0),
        erratum("/properties/b/maxLength", fault=5, repair=6),
        erratum("/properties/b/maxLength", repair=6),
        erratum("/properties/a/type/deeper", repair=6),
    ],
    ids=[
        "another value",
        "something where nothing should be",
        "nothing",
        "no such place",
        "no place to add to",
        "a place in a text",
    ],
)
def test_fault_that_is_gone(entry: Erratum) -> None:
    with pytest.raises(ErratumError, match=r"^errata\.toml: PingRequest/properties/"):
        entry.apply(DOCUMENT)


def test_fault_that_is_gone_is_told_with_both_values() -> None:
    entry = erratum("/properties/a/maxLength", fault=6, repair=5)
    with pytest.raises(ErratumError) as caught:
        entry.apply(DOCUMENT)
    assert str(caught.value) == (
        "errata.toml: PingRequest/properties/a/maxLength should have the fault 6 "
        "but has 5; the publisher may have mended it"
    )


def test_renames_a_definition_and_its_references() -> None:
    reference = {"$ref": "#/definitions/OldType"}
    document = {
        "properties": {"a": reference, "b": {"type": "array", "items": reference}},
        "definitions": {
            "OldType": {"required": ["x"]},
            "OldTypeToo": {"properties": {"c": reference}},
        },
    }
    entry = erratum(
        "/definitions/OldType/required", fault=["x"], rename={"OldType": "NewType"}
    )
    renamed = {"$ref": "#/definitions/NewType"}
    assert entry.apply(document) == {
        "properties": {"a": renamed, "b": {"type": "array", "items": renamed}},
        "definitions": {
            "NewType": {"required": ["x"]},
            "OldTypeToo": {"properties": {"c": renamed}},
        },
    }


def test_rename_whose_fault_is_gone() -> None:
    entry = erratum("/definitions/A/required", fault=["x"], rename={"A": "B"})
    with pytest.raises(ErratumError, match="may have mended it"):
        entry.apply({"definitions": {"A": {"required": ["x", "y"]}}})


@pytest.mark.parametrize("new", ["BType", "AType"])
@pytest.mark.parametrize("old", ["AType", "CType"])
def test_rename_that_is_not_possible(old: str, new: str) -> None:
    entry = erratum("/definitions/AType", fault={}, rename={old: new})
    with pytest.raises(ErratumError, match=f"cannot rename {old} to {new}"):
        entry.apply({"definitions": {"AType": {}, "BType": {}}})


def test_errata_are_applied_in_order_to_their_documents() -> None:
    entries = Errata(
        (
            erratum("/properties/a/maxLength", fault=5, repair=6),
            erratum("/properties/a/maxLength", fault=6, repair=7),
        )
    )
    documents = {"PingRequest": DOCUMENT, "PingResponse": DOCUMENT}
    repaired = entries.apply(documents)
    assert repaired["PingRequest"]["properties"]["a"]["maxLength"] == 7
    assert repaired["PingResponse"] == DOCUMENT


def test_a_repair_is_not_shared() -> None:
    repair = {"type": "object", "required": ["x"]}
    entry = erratum("/properties/b", repair=repair)
    first, second = (entry.apply(DOCUMENT)["properties"]["b"] for _ in "ab")
    first["required"].append("y")
    assert second == repair == {"type": "object", "required": ["x"]}


def test_missing_document() -> None:
    with pytest.raises(
        ErratumError, match=r"^errata\.toml: there is no file of PingRequest$"
    ):
        Errata((erratum("/type"),)).apply({"PongRequest": {}})


def test_all_errata_that_do_not_fit_are_told() -> None:
    entries = Errata(
        (
            erratum("/properties/a/maxLength", fault=6, repair=7),
            erratum("/properties/a/maxLength", fault=5, repair=6),
            erratum("/gone", fault=1),
        )
    )
    with pytest.raises(ErratumError) as caught:
        entries.apply({"PingRequest": DOCUMENT})
    assert str(caught.value).splitlines() == [
        "errata.toml: PingRequest/properties/a/maxLength should have the fault 6 "
        "but has 5; the publisher may have mended it",
        "errata.toml: PingRequest/gone should have the fault 1 but has nothing; "
        "the publisher may have mended it",
    ]


def test_load(tmp_path: Path) -> None:
    path = tmp_path / "errata.toml"
    path.write_text(
        '[["2.0"]]\ndocument = "PingRequest"\nat = "/x"\nrepair = 1\nreason = "r"\n'
    )
    (entry,) = errata.load("2.0", path).entries
    assert entry.apply({}) == {"x": 1}
    assert errata.load("2.1", path) == Errata(())


def test_every_erratum_has_a_reason() -> None:
    entries = [e for version in ("1.6", "2.0") for e in errata.load(version).entries]
    assert entries
    assert all(entry.reason for entry in entries)
