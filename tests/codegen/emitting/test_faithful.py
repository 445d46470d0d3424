"""What foreign schemas say is what the generated types do, or the generator stops."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from pydantic import ValidationError

from codegen.emitting import trial
from codegen.emitting.package import Edition, render
from codegen.errors import PublicationError
from codegen.reading import tables
from codegen.reading.documents import documents
from codegen.reading.naming import Names, NamingError
from codegen.reading.schema_files import Publication
from codegen.reading.shapes import read
from codegen.reading.specification import Facts, build, load_procedures
from ocpp_messages import DecodeError, ViolationKind
from ocpp_messages.tolerance import LENIENT
from tests.codegen.rendering import TINY, imported, tiny_rendered
from tests.codegen.sample_edition import small_edition
from tests.codegen.sample_publications import content, message
from tests.oracle.test_json_schemas import judge_by

FACTS: Final = {"Ping": Facts(["ChargePoint"], "Core", "1")}
EQUALS: Final[list[Any]] = [[[2], [2]]]
UNSEEN: Final = {
    # To Python's `re`, `$` is also before a newline that comes last.
    '{"x":"1\\n"}',
    # To jsonschema, moments are texts.
    '{"x":[{"at":"2026-01-01T00:00:00Z"},{"at":"2026-01-01T01:00:00+01:00"}]}',
}
INTEGERS: Final = {"type": "array", "items": {"type": "integer", "minimum": 2}}


def accepted(
    folder: Path,
    field: Mapping[str, Any],
    values: list[Any],
    *,
    names: Names | None = None,
    definitions: Mapping[str, Any] | None = None,
    wire: str = "x",
    hashable: bool = True,
) -> list[Any]:
    """Which values of a field are accepted, and written as they were read.

    The JSON Schema of the message agrees, but for faults that jsonschema does not see.
    """
    schemas = {
        "PingRequest": message({wire: field}, definitions=definitions),
        "PingResponse": message(),
    }
    files = tiny_rendered(schemas, FACTS, names)
    found: list[Any] = []
    with imported(files, folder) as package:
        schema = judge_by(package.PingRequest.model_json_schema())
        for value in values:
            text = json.dumps({wire: value}, separators=(",", ":"))
            try:
                value_read = package.loads(package.PingRequest, text)
            except DecodeError:
                assert text in UNSEEN or not schema.accepts(text)
                continue
            assert schema.accepts(text)
            if hashable:
                hash(value_read)
            assert json.loads(package.dumps(value_read)) == {wire: value}
            found.append(value)
    return found


LIMITS: Final[list[tuple[Mapping[str, Any], list[Any], list[Any]]]] = [
    ({"type": "array", "items": INTEGERS}, [[], [[]], [[2], [3, 4]]], [[[1]], [2]]),
    (
        {"type": "array", "items": {**INTEGERS, "minItems": 1, "maxItems": 2.0}},
        [[[2]], [[2, 3], [4, 5]]],
        [[[]], [[2, 3, 4]], [[2], [1]]],
    ),
    (
        {
            "type": "array",
            "items": {
                "type": "array",
                "items": {"type": "array", "items": {"type": "string"}},
                "minItems": 1,
            },
        },
        [[[["a"]]], [[[]]]],
        [[[]], [["a"]], [[[1]]]],
    ),
    (
        {"type": "array", "items": {"type": "number", "multipleOf": 0.1}},
        [[0.3, 21.4, 8684444.7]],
        [[0.35], [1e-9]],
    ),
    ({"type": "integer", "minimum": 0.5}, [1, 2], [0, -1]),
    ({"type": "integer", "maximum": 0.5}, [0, -1], [1]),
    ({"type": "integer", "minimum": -0.5}, [0], [-1]),
    ({"type": "integer", "multipleOf": 1.5}, [0, 3, -6], [1, 2]),
    ({"type": "integer", "multipleOf": 0.5}, [0, 1], []),
    ({"type": "string", "maxLength": 2.0}, ["ab"], ["abc"]),
    ({"type": "number", "multipleOf": 5}, [5, 10.0], [6, 5.0000000001]),
    ({"type": "number", "multipleOf": 0.3}, [0.9, -2.1], [1, 0.1]),
    ({"type": "string", "pattern": r"\d$"}, ["1", "a1"], ["1\n", "\u0661"]),
    (
        {"type": "string", "pattern": "^['\"{}|\\]]*$", "maxLength": 2},
        ["{}", "'\"", "]|"],
        ["{}|", "a"],
    ),
    (
        {"type": "array", "items": {"type": "string", "pattern": "^{}[a-c]list$"}},
        [[], ["{}blist"]],
        [["{}dlist"]],
    ),
    ({"type": "array", "items": INTEGERS | {"uniqueItems": True}}, EQUALS, [[[2, 2]]]),
    (
        {"type": "array", "uniqueItems": True, "minItems": 1, "items": INTEGERS},
        [[[2], [3]], [[2], [2, 2]]],
        [[], [[2, 3], [2, 3]]],
    ),
    (
        {"type": "array", "uniqueItems": True, "items": {"type": "number"}},
        [[0.1, 0.2]],
        [[5, 5.0]],
    ),
    ({"type": "array", "uniqueItems": False, "items": {}}, [[1, 1]], []),
    (
        {"type": "array", "uniqueItems": True, "items": {}},
        [[1, True, "1", None, "null", "True"]],
        [[1, 1.0]],
    ),
]


@pytest.mark.parametrize(("field", "good", "bad"), LIMITS)
def test_limits(
    field: Mapping[str, Any], good: list[Any], bad: list[Any], tmp_path: Path
) -> None:
    assert accepted(tmp_path, field, [*good, *bad]) == good


POINT: Final = {
    "type": "object",
    "properties": {
        "x": {"type": "number"},
        "at": {"type": "string", "format": "date-time"},
        "code": {"type": "string", "pattern": "^[A-Z]+$"},
    },
}


def test_unique_values(tmp_path: Path) -> None:
    field: dict[str, Any] = {"type": "array", "uniqueItems": True, "items": {}}
    good: list[Any] = [
        [[1], 1, {"1": 1}, [[1]]],
        [{"a": 1}, {}, [], ""],
        [[1], [True], ["1"]],
        [["a", "b"], ["a,b"], "['a','b']"],
    ]
    bad: list[Any] = [
        [{"a": 1, "b": [0.5]}, {"b": [0.5], "a": 1.0}],
        [[True], [True]],
        [{}, {}],
    ]
    # A list of any values has no hash.
    taken = accepted(tmp_path, field, good + bad, hashable=False)
    assert taken == good


def test_unique_objects(tmp_path: Path) -> None:
    field = {
        "type": "array",
        "uniqueItems": True,
        "items": {"$ref": "#/definitions/PointType"},
    }
    good: list[Any] = [
        [{}, {"x": 1}, {"y": 1}, {"y": None}],
        [{"x": 1, "code": "A"}, {"x": 1, "code": "B"}],
    ]
    bad: list[Any] = [
        [{}, {}],
        [{"code": "a"}],
        [{"x": 1, "y": None}, {"y": None, "x": 1.0}],
        [{"at": "2026-01-01T00:00:00Z"}, {"at": "2026-01-01T01:00:00+01:00"}],
    ]
    definitions = {"PointType": POINT}
    assert accepted(tmp_path, field, good + bad, definitions=definitions) == good


SPARSE: Final = {
    "text": {"type": "string", "pattern": "a", "maxLength": 3},
    "texts": {"type": "array", "uniqueItems": True, "items": {"type": "string"}},
    "rows": {
        "type": "array",
        "items": {
            "type": "array",
            "uniqueItems": True,
            "items": {"type": "string", "pattern": "^b"},
        },
    },
}


def test_dialects_on_the_way_of_a_message(tmp_path: Path) -> None:
    """What is told of patterns and uniqueness, what tolerance does, and the schema."""
    schemas = {
        "PingRequest": message(),
        "PingResponse": message(SPARSE, "text", "texts"),
    }
    values: Mapping[str, Any] = {
        "text": "bbbb",
        "texts": ["c", "d", "c"],
        "rows": [["b"], ["a", "b", "b"]],
    }
    with imported(tiny_rendered(schemas, FACTS), tmp_path) as package:
        cls = package.PingResponse
        with pytest.raises(DecodeError) as caught:
            package.from_jsonable(cls, {**values, "text": "bb"})
        assert [(found.path, found.kind) for found in caught.value.violations] == [
            ("$.text", ViolationKind.PATTERN),
            ("$.texts", ViolationKind.UNIQUE),
            ("$.rows[1][0]", ViolationKind.PATTERN),
        ]
        assert caught.value.violations[1].message == (
            "Items should be unique, but 0 and 2 are equal"
        )
        text = json.dumps({"text": "abcd", "texts": ["c"]})
        read = LENIENT.loads(cls, text).message
        assert (read.text, read.texts) == ("abcd", ("c",))
        for broken in ({"text": "bbbb"}, {"texts": ["c", "c"]}):
            text = json.dumps({"text": "abcd", "texts": ["c"]} | broken)
            with pytest.raises(DecodeError):
                LENIENT.loads(cls, text)
        with pytest.raises(ValidationError):
            cls(text="a", texts=["c", "c"])
        schema = cls.model_json_schema(by_alias=True)
        assert schema["properties"]["text"]["pattern"] == "a"
        assert schema["properties"]["texts"]["uniqueItems"] is True
        (rows,) = (
            part
            for part in schema["properties"]["rows"].get(
                "anyOf", [schema["properties"]["rows"]]
            )
            if part.get("type") == "array"
        )
        assert rows["items"]["uniqueItems"] is True
        assert rows["items"]["items"]["pattern"] == "^b"


def test_unique_items_of_hostile_depth(tmp_path: Path) -> None:
    field: dict[str, Any] = {"type": "array", "uniqueItems": True, "items": {}}
    schemas = {"PingRequest": message({"x": field}), "PingResponse": message()}
    deep: list[Any] = []
    for _ in range(2_000):
        deep = [deep]
    with imported(tiny_rendered(schemas, FACTS), tmp_path) as package:
        for items in ([deep], [[1] for _ in range(50_000)]):
            with pytest.raises((DecodeError, ValidationError)):
                package.PingRequest(x=items)
        # Their hashes are all the same.
        many = [2**61 - 1 for _ in range(3)] + [n * (2**61 - 1) for n in range(20_000)]
        assert len(package.PingRequest(x=many[3:]).x) == 20_000


@pytest.mark.parametrize(
    ("field", "fault"),
    [
        ({"type": "string", "pattern": "(?=a)"}, "the pattern '(?=a)' cannot be"),
        (
            {"type": "string", "enum": ["a"], "pattern": "a"},
            "a string with enum and pattern",
        ),
        (
            {"type": "string", "format": "date-time", "pattern": "a"},
            "a string with format and pattern",
        ),
        ({"type": "integer", "pattern": "a"}, "unknown keyword 'pattern' for integer"),
        ({"type": "string", "pattern": 5}, "$.properties.x.pattern: 5 is not of type"),
        (
            {"type": "array", "items": {}, "uniqueItems": 1},
            "$.properties.x.uniqueItems: 1 is not of type",
        ),
    ],
)
@pytest.mark.parametrize("inside", ["field", "item", "row", "type"])
def test_dialects_that_are_refused(
    field: Mapping[str, Any], fault: str, inside: str
) -> None:
    holders: dict[str, tuple[dict[str, Any], str]] = {
        "field": ({"properties": {"x": field}}, ""),
        "item": ({"properties": {"x": {"type": "array", "items": field}}}, ".items"),
        "row": (
            {
                "properties": {
                    "x": {"type": "array", "items": {"type": "array", "items": field}}
                }
            },
            ".items.items",
        ),
        "type": ({"definitions": {"T": field}}, ""),
    }
    holder, more = holders[inside]
    files = content({"PingResponse.json": {**message(), **holder}})
    fault = fault.replace(".x.", f".x{more}.")
    if inside == "type":
        fault = fault.replace("properties.x", "definitions.T")
    with pytest.raises(PublicationError) as caught:
        documents(Publication("2.1", "here", files))
    (line, _) = str(caught.value).splitlines()
    assert line.startswith("here: PingResponse.json: ")
    assert fault in line


@pytest.mark.parametrize("name", ["JsonType", "Jsonnet", "Json2"])
def test_type_whose_name_begins_with_that_of_ours(name: str, tmp_path: Path) -> None:
    definitions = {name: {"type": "string", "enum": ["A"]}}
    field = {"$ref": f"#/definitions/{name}"}
    assert accepted(tmp_path, field, ["A", None], definitions=definitions) == ["A"]


@pytest.mark.parametrize(
    "value", ["\U0001f50c", "caf\xe9", "it's", '"', "\\", "\u2028"]
)
def test_values_of_any_character(value: str, tmp_path: Path) -> None:
    names = Names({value: "odd"}, {TINY.name: {"x": "Odd"}})
    field = {"type": "string", "enum": [value, "B"]}
    assert accepted(tmp_path, field, [value, "B"], names=names) == [value, "B"]


@pytest.mark.parametrize("aliases", [(), ("\U0001f50b",)])
def test_fields_of_any_character(aliases: tuple[str, ...], tmp_path: Path) -> None:
    wire = "\U0001f50c"
    read_also = {TINY.name: {f"PingRequest.{wire}": aliases}}
    names = Names({wire: "plug"}, aliases=read_also)
    field = {"type": "boolean"}
    assert accepted(tmp_path, field, [True], names=names, wire=wire) == [True]


@pytest.mark.parametrize(
    ("field", "fault"),
    [
        (
            {"type": "string", "enum": []},
            "PingRequest.x: an enumeration without values",
        ),
        (
            {"type": "string", "enum": ["A", "B", "A"]},
            "PingRequest.x: an enumeration with 'A' twice",
        ),
        (
            {"type": "string", "enum": ["\ud83d"]},
            "not a JSON object: a text has half of a surrogate pair, '\\ud83d'",
        ),
    ],
)
def test_what_has_no_type(field: Mapping[str, Any], fault: str) -> None:
    files = content({"PingRequest.json": message({"x": field})})
    with pytest.raises(PublicationError) as caught:
        documents(Publication("2.1", "here", files))
    assert f"here: PingRequest.json: {fault}" in str(caught.value).splitlines()


@pytest.mark.parametrize("text", ['a\\"b', "a\\nb", ""])
@pytest.mark.parametrize("key", ["block", "clause"])
def test_words_that_no_docstring_holds(key: str, text: str, tmp_path: Path) -> None:
    lines = {"block": "Core", "clause": "1", key: text}
    path = tmp_path / "procedures.toml"
    path.write_text(
        '["2.1".Ping]\nsenders = ["CSMS"]\n'
        + "".join(f'{name} = "{said}"\n' for name, said in lines.items())
    )
    with pytest.raises(tables.TableError, match=rf"^procedures.toml: 2.1 Ping: {key}:"):
        load_procedures(path)


def test_package_that_is_not_what_the_schemas_say() -> None:
    schemas = {
        "PingRequest": message({"level": {"type": "integer"}, "x": {}}, "level"),
        "PingResponse": message(),
    }
    files = tiny_rendered(schemas, FACTS)
    found = [read(name, schema) for name, schema in schemas.items()]
    built = {"ocpp_messages.v99": build(TINY, found, FACTS, Names())}
    trial.prove("ocpp_messages", files, built)
    path = "ocpp_messages/v99/messages.py"
    for old, new, fault in (
        (b"level: int", b"levels: int", "PingRequest has other fields than"),
        (b"level: int", b"level: object, 1", "SyntaxError: "),
        (
            b"level: int",
            b"level: Annotated[int, Field(ge=[])]",
            "PingRequest: its validator cannot be built: ",
        ),
        (b"class PingResponse(Model)", b"class Pong(Model)", "Error: "),
    ):
        assert old in files[path]
        head = b"from typing import Annotated\nfrom pydantic import Field\n"
        broken = {**files, path: head + files[path].replace(old, new)}
        with pytest.raises(trial.UnusablePackage) as caught:
            trial.prove("ocpp_messages", broken, built)
        assert str(caught.value).startswith("the generated package has a fault: ")
        assert fault in str(caught.value)


@pytest.mark.parametrize("package", ["model", "v15", "serializer"])
def test_version_in_the_place_of_something_else(package: str, tmp_path: Path) -> None:
    data = small_edition(tmp_path / "schemas")
    text = data.versions.read_text().replace('"v16"', f'"{package}"')
    data.versions.write_text(text)
    with pytest.raises(NamingError) as caught:
        render(Edition(data))
    assert str(caught.value) == (
        f"versions.toml: package: two things are called module {package}"
    )


@pytest.mark.parametrize("package", ["__init__", "class", "__pycache__", "v 1"])
def test_version_in_what_is_no_package(package: str, tmp_path: Path) -> None:
    data = small_edition(tmp_path / "schemas")
    text = data.versions.read_text().replace('"v16"', f'"{package}"')
    data.versions.write_text(text)
    with pytest.raises(tables.TableError, match="is not a valid package name"):
        render(Edition(data))
