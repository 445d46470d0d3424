"""The package that the generator writes, for tiny messages and for those of OCPP."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest

import ocpp_messages
from codegen.data import RUNTIME
from codegen.emitting import package
from codegen.emitting.files import FormattingFailed
from codegen.errors import CodegenError
from codegen.reading import documents, naming
from codegen.reading.naming import Names, NamingError
from codegen.reading.specification import (
    Facts,
    ObjectType,
    PythonField,
    Specification,
    build,
    load_procedures,
    load_versions,
)
from ocpp_messages import DecodeError, Model
from tests.codegen.rendering import giving, imported, tiny_rendered
from tests.codegen.sample_publications import message

CLAUSE: Final = "OCPP 9.9, 1.1"
PROSE: Final = "A sentence that only the publisher may write."
PROCEDURES: Final = {
    "Alarm": Facts(["ChargePoint", "CentralSystem"], "Core", CLAUSE, kind="SEND"),
    "GetURL": Facts(["CentralSystem"], "Core", CLAUSE),
    "Ping": Facts(["ChargePoint"], "Core", CLAUSE),
}
TEXT: Final = {"type": "string"}
FIELDS: Final[Mapping[str, Mapping[str, Any]]] = {
    "text": {"type": "string", "minLength": 1, "maxLength": 3, "description": PROSE},
    "level": {"type": "integer", "minimum": 0, "maximum": 9, "default": 5},
    "limit": {"type": "number", "multipleOf": 0.1},
    "isOn": {"type": "boolean"},
    "at": {"type": "string", "format": "date-time"},
    "location": {"type": "string", "format": "uri"},
    "anything": {},
    "mode": {"$ref": "#/definitions/ModeEnumType"},
    "point": {"$ref": "#/definitions/PointType"},
    "texts": {
        "type": "array",
        "items": {"type": "string", "maxLength": 3},
        "minItems": 1,
        "maxItems": 2,
    },
    "filledTexts": {"type": "array", "items": {"type": "string", "minLength": 1}},
    "levels": {
        "type": "array",
        "items": {"type": "integer", "minimum": 0, "maximum": 2147483647.0},
    },
    "points": {"type": "array", "items": {"$ref": "#/definitions/PointType"}},
    "moments": {"type": "array", "items": {"type": "string", "format": "date-time"}},
    "rows": {
        "type": "array",
        "items": {"type": "array", "items": {"type": "boolean"}, "maxItems": 2},
    },
}
DEFINITIONS: Final = {
    "ModeEnumType": {"type": "string", "enum": ["On.Off", "None"], "default": "None"},
    "PointType": {"type": "object", "properties": {"x": TEXT}, "description": PROSE},
}
SCHEMAS: Final = {
    "Alarm": message({"id": TEXT}, "id"),
    "GetURLRequest": message(),
    "GetURLResponse": message({"soC": TEXT}),
    "PingRequest": message(FIELDS, definitions=DEFINITIONS),
    "PingResponse": message({"values": TEXT}, "values"),
}
OF_TYPES: Final = [
    f"ocpp_messages/v99/{module}.py"
    for module in ("datatypes", "enumerations", "messages")
]
NAMES: Final = Names(
    {"soC": "soc"}, aliases={"9.9": {"PingResponse.values": ("value",)}}
)


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    """The rendered package with the tiny version."""
    return tiny_rendered(SCHEMAS, PROCEDURES, NAMES)


@pytest.fixture(scope="module")
def v99(
    files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ModuleType]:
    """The tiny version, imported beside the versions of OCPP."""
    with imported(files, tmp_path_factory.mktemp("generated")) as package:
        yield package


def test_files(files: Mapping[str, bytes]) -> None:
    shared = {
        "__init__",
        "carrying",
        "connections",
        "converting",
        "custom_data",
        "direct",
        "errors",
        "introspection",
        "model",
        "procedures",
        "serializer",
        "tolerance",
        "tolerated",
        "uniqueness",
        "wire",
    }
    parts = {
        "__init__",
        "base",
        "datatypes",
        "enumerations",
        "messages",
        "procedures",
        "roles",
        "serializer",
    }
    assert files.keys() == {
        "ocpp_messages/py.typed",
        *(f"ocpp_messages/{name}.py" for name in shared),
        *(f"ocpp_messages/v99/{name}.py" for name in parts),
    }
    assert list(files) == sorted(files)


def test_header(files: Mapping[str, bytes]) -> None:
    sources = {
        "ocpp_messages/__init__.py": "schemas/versions.toml",
        "ocpp_messages/model.py": "codegen/runtime/model.py",
        "ocpp_messages/v99/messages.py": "the schemas of OCPP 9.9",
        "ocpp_messages/v99/roles.py": "schemas/procedures.toml",
    }
    for name, source in sources.items():
        assert (
            files[name]
            .decode()
            .startswith(
                f"# Generated from {source} by `python -m codegen generate`.\n"
                "# Do not edit: change the source or the generator.\n\n"
                '"""'
            )
        )


def test_lines_end_as_they_should(files: Mapping[str, bytes]) -> None:
    for name, text in files.items():
        assert b"\r" not in text, name
        assert text.endswith(b"\n") or name == "ocpp_messages/py.typed", name
        assert not text.endswith(b"\n\n"), name


def test_all_but_the_header_of_the_runtime_is_copied(
    files: Mapping[str, bytes],
) -> None:
    copied = {
        path.name: path.read_bytes() for path in RUNTIME.iterdir() if path.is_file()
    }
    assert len(copied) > 4
    for name, content in copied.items():
        assert files[f"ocpp_messages/{name}"].endswith(content)


def test_nothing_has_a_class_that_is_not_specified(
    files: Mapping[str, bytes], v99: ModuleType
) -> None:
    """Items of an array, above all: datamodel-code-generator makes a class of each."""
    texts = "".join(files[name].decode() for name in OF_TYPES)
    found = set(re.findall(r"^class (\w+)", texts, re.MULTILINE))
    assert found == {*SCHEMAS, *DEFINITIONS}
    assert found <= {*v99.__all__}


def test_prose_and_defaults_are_left_out(
    files: Mapping[str, bytes], v99: ModuleType
) -> None:
    assert not [name for name, content in files.items() if PROSE.encode() in content]
    assert v99.dumps(v99.PingRequest()) == "{}"


VALUES: Final[list[tuple[str, list[Any], list[Any]]]] = [
    ("text", ["a", "abc"], ["", "abcd", 1, None]),
    ("level", [0, 9], [-1, 10, 1.5, True]),
    ("limit", [21.4, 0, -0.7], [21.45, "1"]),
    ("isOn", [True, False], [0, "true"]),
    ("at", ["2024-01-02T03:04:05Z"], ["2024-01-02T03:04:05", 0]),
    ("location", ["ftp://a/b"], ["here"]),
    ("anything", ["a", 1.5, [{"a": None}]], []),
    ("mode", ["On.Off", "None"], ["on", 1]),
    ("point", [{}, {"x": "a", "y": None}], [{"x": 1}, []]),
    ("texts", [["abc"], ["", "b"]], [[], ["abcd"], ["a", "b", "c"], "a"]),
    ("filledTexts", [[], ["a"]], [[""]]),
    ("levels", [[], [0, 2**31 - 1]], [[0, -1], [2**31]]),
    ("points", [[], [{}, {"y": 1}]], [[{"x": 1}]]),
    ("moments", [["2024-01-02T03:04:05Z"]], [["now"]]),
    ("rows", [[], [[True], []]], [[[True, True, True]], [True]]),
    ("unknown", [], [1]),
]


@pytest.mark.parametrize(("field", "good", "bad"), VALUES)
def test_what_a_field_takes(
    v99: ModuleType, field: str, good: list[Any], bad: list[Any]
) -> None:
    assert good or bad
    for value in good:
        request = v99.from_jsonable(v99.PingRequest, {field: value})
        assert v99.to_jsonable(request) == {field: value}
    for value in bad:
        with pytest.raises(DecodeError):
            v99.from_jsonable(v99.PingRequest, {field: value})


def test_names_of_fields(v99: ModuleType) -> None:
    request = v99.PingRequest(is_on=True, filled_texts=["a"])
    assert v99.to_jsonable(request) == {"isOn": True, "filledTexts": ["a"]}
    assert v99.dumps(v99.GetURLResponse(soc="1")) == '{"soC":"1"}'


def test_alias_is_read_and_never_written(v99: ModuleType) -> None:
    response = v99.loads(v99.PingResponse, '{"value":"1"}')
    assert response.values == "1"
    assert v99.dumps(response) == '{"values":"1"}'


def test_members(v99: ModuleType) -> None:
    assert dict(v99.ModeEnumType.__members__) == {"ON_OFF": "On.Off", "NONE": "None"}


def test_procedures(v99: ModuleType) -> None:
    assert (v99.VERSION, v99.SUBPROTOCOL) == ("9.9", "ocpp9.9")
    assert {
        action: (found.method, found.request, found.response)
        for action, found in v99.PROCEDURES.items()
    } == {
        "Alarm": ("alarm", v99.Alarm, None),
        "GetURL": ("get_url", v99.GetURLRequest, v99.GetURLResponse),
        "Ping": ("ping", v99.PingRequest, v99.PingResponse),
    }


def test_roles_answer_what_they_receive(v99: ModuleType) -> None:
    roles: dict[str, type] = {
        name: getattr(v99, name) for name in ("ChargePoint", "CentralSystem")
    }
    assert {
        name: {method for method in vars(role) if not method.startswith("_")}
        for name, role in roles.items()
    } == {
        "ChargePoint": {"alarm", "get_url"},
        "CentralSystem": {"alarm", "ping"},
    }


@pytest.mark.parametrize("definition", [TEXT | {"enum": ["a"]}, message()])
def test_type_that_nothing_refers_to(definition: dict[str, Any]) -> None:
    schemas = {
        **SCHEMAS,
        "GetURLRequest": message(definitions={"LonelyType": definition}),
    }
    files = tiny_rendered(schemas, PROCEDURES, NAMES)
    offered = b'"LonelyType"' in files["ocpp_messages/v99/__init__.py"]
    parts = ("datatypes", "enumerations")
    texts = [files[f"ocpp_messages/v99/{part}.py"] for part in parts]
    assert any(b"class LonelyType" in text for text in texts) is offered
    assert any(b'"LonelyType"' in text for text in texts) is offered


@pytest.mark.parametrize(
    "field", ["bool", "float", "str", "int", "modelConfig", "copy"]
)
def test_field_whose_name_the_models_need_themselves(field: str) -> None:
    schemas = {**SCHEMAS, "GetURLRequest": message({field: TEXT})}
    with pytest.raises(CodegenError):
        tiny_rendered(schemas, PROCEDURES, NAMES)


@pytest.mark.parametrize(
    "name", ["Model", "Request", "Sequence", "ChargePoint", "PROCEDURES", "A-B", "None"]
)
def test_type_whose_name_is_taken_or_no_name(name: str) -> None:
    reference = {"a": {"$ref": f"#/definitions/{name}"}}
    request = message(reference, definitions={name: message()})
    schemas = {**SCHEMAS, "GetURLRequest": request}
    with pytest.raises(CodegenError):
        tiny_rendered(schemas, PROCEDURES, NAMES)


def test_exception_that_no_version_needs() -> None:
    schemas = {name: SCHEMAS[name] for name in ("PingRequest", "PingResponse")}
    ping = {"Ping": PROCEDURES["Ping"]}
    with pytest.raises(NamingError, match="the exception soC is not needed"):
        tiny_rendered(schemas, ping, Names({"soC": "soc"}))


def test_code_that_cannot_be_formatted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "copied", lambda: [("model.py", "class")])
    with pytest.raises(FormattingFailed, match=r"model\.py"):
        tiny_rendered(SCHEMAS, PROCEDURES, NAMES)


# generate


@pytest.fixture
def written(
    files: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> Mapping[str, bytes]:
    """What `generate` will write."""
    monkeypatch.setattr(package, "proven", giving(dict(files)))
    return files


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_generate_into_an_empty_folder(
    written: Mapping[str, bytes], tmp_path: Path
) -> None:
    package.generate(tmp_path / "new")
    assert content(tmp_path / "new") == written


def test_generate_changes_what_is_there(
    written: Mapping[str, bytes], tmp_path: Path
) -> None:
    package.generate(tmp_path)
    (tmp_path / "ocpp_messages" / "model.py").write_text("changed")
    (tmp_path / "ocpp_messages" / "v99" / "roles.py").unlink()
    orphan = tmp_path / "ocpp_messages" / "v98" / "messages.py"
    orphan.parent.mkdir()
    orphan.write_text("# Generated from a version that there was\n")
    package.generate(tmp_path)
    assert content(tmp_path) == written
    assert not orphan.parent.exists()


@pytest.mark.usefixtures("written")
def test_generate_leaves_other_packages_alone(tmp_path: Path) -> None:
    others = ("README", "other/__init__.py", "ocpp_messages_more/__init__.py")
    for name in others:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("mine")
    package.generate(tmp_path)
    assert {(tmp_path / name).read_text() for name in others} == {"mine"}


def test_generate_writes_nothing_if_the_data_has_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> Names:
        raise CodegenError("a fault")

    monkeypatch.setattr(naming, "load", fail)
    path = tmp_path / "ocpp_messages" / "old.py"
    path.parent.mkdir()
    path.write_text("old")
    with pytest.raises(CodegenError, match="a fault"):
        package.generate(tmp_path)
    assert content(tmp_path) == {"ocpp_messages/old.py": b"old"}


# OCPP


@pytest.fixture(
    scope="module", params=load_versions(), ids=lambda version: version.name
)
def specified(request: pytest.FixtureRequest, oca: Path) -> Specification:
    """A version as the schemas specify it."""
    assert oca.is_dir()
    version = request.param
    facts = load_procedures()[version.name]
    return build(version, documents.load(version.name), facts, naming.load())


def fields_of(cls: type[Model]) -> dict[str, tuple[str, bool]]:
    return {
        name: (str(field.serialization_alias or name), field.is_required())
        for name, field in cls.model_fields.items()
    }


def specified_fields(entry: ObjectType) -> dict[str, tuple[str, bool]]:
    def facts(field: PythonField) -> tuple[str, bool]:
        return field.wire, field.required

    return {field.name: facts(field) for field in entry.fields}


def test_objects_are_as_specified(specified: Specification) -> None:
    package = ocpp_messages.load(specified.version.name)
    objects = (*specified.datatypes, *specified.messages)
    assert len(objects) > 50
    for entry in objects:
        cls = getattr(package, entry.name)
        assert fields_of(cls) == specified_fields(entry)
        is_open = cls.model_config.get("extra") == "allow"
        assert (entry.name, is_open) == (entry.name, entry.open)


def test_enumerations_are_as_specified(specified: Specification) -> None:
    package = ocpp_messages.load(specified.version.name)
    assert len(specified.enumerations) > 20
    for entry in specified.enumerations:
        members = dict(getattr(package, entry.name).__members__)
        assert members == {member.name: member.value for member in entry.members}
