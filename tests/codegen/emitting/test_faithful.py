"""What foreign schemas say is what the generated types do, or the generator stops."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from codegen.emitting import trial
from codegen.emitting.package import Edition, render
from codegen.errors import PublicationError
from codegen.reading import tables
from codegen.reading.documents import documents
from codegen.reading.naming import Names, NamingError
from codegen.reading.schema_files import Publication
from codegen.reading.shapes import read
from codegen.reading.specification import Facts, build, load_procedures
from ocpp_messages import DecodeError
from tests.codegen.rendering import TINY, imported, tiny_rendered
from tests.codegen.sample_edition import small_edition
from tests.codegen.sample_publications import content, message

FACTS: Final = {"Ping": Facts(["ChargePoint"], "Core", "1")}
INTEGERS: Final = {"type": "array", "items": {"type": "integer", "minimum": 2}}


def accepted(
    folder: Path,
    field: Mapping[str, Any],
    values: list[Any],
    *,
    names: Names | None = None,
    definitions: Mapping[str, Any] | None = None,
    wire: str = "x",
) -> list[Any]:
    """Which values of a field are accepted, and written as they were read."""
    schemas = {
        "PingRequest": message({wire: field}, definitions=definitions),
        "PingResponse": message(),
    }
    files = tiny_rendered(schemas, FACTS, names)
    found: list[Any] = []
    with imported(files, folder) as package:
        for value in values:
            text = json.dumps({wire: value}, separators=(",", ":"))
            try:
                value_read = package.loads(package.PingRequest, text)
            except DecodeError:
                continue
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
]


@pytest.mark.parametrize(("field", "good", "bad"), LIMITS)
def test_limits(
    field: Mapping[str, Any], good: list[Any], bad: list[Any], tmp_path: Path
) -> None:
    assert accepted(tmp_path, field, [*good, *bad]) == good


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
        assert str(caught.value).startswith("what was generated is wrong: ")
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
    with pytest.raises(tables.TableError, match="is no name of a package"):
        render(Edition(data))
