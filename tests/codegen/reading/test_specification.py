"""The documents of a version are brought together, or it is told why they cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from codegen.errors import CodegenError
from codegen.reading import documents, naming, specification
from codegen.reading.naming import Names, NamingError
from codegen.reading.shapes import Array, Boolean, Document, Named, Text, read
from codegen.reading.specification import (
    EnumType,
    Facts,
    Inconsistent,
    Member,
    ObjectType,
    Procedure,
    PythonField,
    Specification,
    Version,
    build,
    load_procedures,
    load_versions,
)
from tests.codegen.sample_publications import message

VERSION: Final = Version("9.9", "v99", "ocpp9.9", "Station", "Office")
TEXT: Final = {"type": "string"}
LEVEL: Final = {"type": "string", "enum": ["Low", "High"]}


def fact(*senders: str, kind: str = "CALL") -> Facts:
    return Facts(senders, "Core", "OCPP 9.9, 1", kind)


PING: Final = {"Ping": fact("Station")}


def documents_of(schemas: Mapping[str, Any]) -> list[Document]:
    return [read(name, schema) for name, schema in schemas.items()]


def built(
    schemas: Mapping[str, Any],
    procedures: Mapping[str, Facts] = PING,
    names: Names | None = None,
) -> Specification:
    return build(VERSION, documents_of(schemas), procedures, names or Names())


def ping(
    properties: Mapping[str, Any], *, definitions: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The two messages of Ping; the request has some properties."""
    return {
        "PingRequest": message(properties, definitions=definitions),
        "PingResponse": message(),
    }


def refused(kind: type[CodegenError], *arguments: Any, **more: Any) -> str:
    """What is told about arguments of `built` that are refused."""
    with pytest.raises(kind) as caught:
        built(*arguments, **more)
    assert type(caught.value) is kind
    return str(caught.value)


def test_fields() -> None:
    schemas = ping({"idTag": TEXT, "on": {"type": "boolean"}})
    schemas["PingRequest"]["required"] = ["on"]
    names = Names(aliases={"9.9": {"PingRequest.idTag": ("tag",)}})
    (request, _) = built(schemas, names=names).messages
    assert request == ObjectType(
        "PingRequest",
        (
            PythonField("id_tag", "idTag", Text(), required=False, aliases=("tag",)),
            PythonField("on", "on", Boolean(), required=True, aliases=()),
        ),
        open=False,
    )


def test_types_of_several_messages_stand_once_and_in_order() -> None:
    reference = {"level": {"$ref": "#/definitions/LevelType"}}
    definitions = {"LevelType": LEVEL, "AType": message(reference)}
    schemas = {
        name: message(reference, definitions=definitions)
        for name in ("PingResponse", "PingRequest")
    }
    found = built(schemas)
    members = (Member("LOW", "Low"), Member("HIGH", "High"))
    assert found.enumerations == (EnumType("LevelType", members),)
    assert [entry.name for entry in found.datatypes] == ["AType"]
    assert [entry.name for entry in found.messages] == ["PingRequest", "PingResponse"]


def test_anonymous_shapes_get_names() -> None:
    point = {"type": "object", "properties": {"level": LEVEL}}
    schemas = ping({"points": {"type": "array", "items": point, "minItems": 1}})
    names = Names(
        shapes={"9.9": {"PingRequest.points": "PointType", "level": "LevelType"}}
    )
    found = built(schemas, names=names)
    (request, _) = found.messages
    assert request.fields[0].shape == Array(Named("PointType"), min_items=1)
    (entry,) = found.datatypes
    assert (entry.name, entry.open) == ("PointType", True)
    assert entry.fields[0].shape == Named("LevelType")
    assert [enum.name for enum in found.enumerations] == ["LevelType"]


def test_type_that_starts_with_a_digit() -> None:
    reference = {"x": {"$ref": "#/definitions/15118Type"}}
    found = built(ping(reference, definitions={"15118Type": LEVEL}))
    assert [enum.name for enum in found.enumerations] == ["Iso15118Type"]
    assert found.messages[0].fields[0].shape == Named("Iso15118Type")


def test_procedures() -> None:
    schemas = {**ping({}), "Alarm": message()}
    alarm = fact("Office", "Station", kind="SEND")
    found = built(schemas, {**PING, "Alarm": alarm}).procedures
    assert found == (
        Procedure(
            action="Alarm",
            method="alarm",
            senders=("Office", "Station"),
            kind="SEND",
            block="Core",
            clause="OCPP 9.9, 1",
            request="Alarm",
            response=None,
        ),
        Procedure(
            action="Ping",
            method="ping",
            senders=("Station",),
            kind="CALL",
            block="Core",
            clause="OCPP 9.9, 1",
            request="PingRequest",
            response="PingResponse",
        ),
    )


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        (LEVEL, {"type": "string", "enum": ["Low"]}, "removed High"),
        (message({"a": TEXT}), message({"a": TEXT}, "a"), "a required"),
        (
            message({"a": TEXT}),
            message({"a": {"type": "string", "maxLength": 5}}),
            "a tightened maxLength none → 5",
        ),
        (
            message({"a": TEXT}),
            {**message({"a": TEXT}), "additionalProperties": True},
            "opened",
        ),
    ],
    ids=["values", "required", "limit", "open"],
)
def test_two_types_of_one_name(
    one: dict[str, Any], other: dict[str, Any], what: str
) -> None:
    schemas = {
        "PingRequest": message(definitions={"AType": one}),
        "PingResponse": message(definitions={"AType": other}),
    }
    assert refused(Inconsistent, schemas) == (
        f"OCPP 9.9: AType in PingResponse differs from the AType of PingRequest: {what}"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LEVEL, {"type": "string", "enum": ["High", "Low"]}),
        (message({"a": TEXT, "b": {}}), message({"b": {}, "a": TEXT})),
    ],
)
def test_order_makes_no_other_type(one: dict[str, Any], other: dict[str, Any]) -> None:
    schemas = {
        "PingRequest": message(definitions={"AType": one}),
        "PingResponse": message(definitions={"AType": other}),
    }
    found = built(schemas, PING)
    assert len(found.enumerations) + len(found.datatypes) == 1


def test_two_anonymous_shapes_of_one_name() -> None:
    schemas = ping({"a": LEVEL, "b": {"type": "string", "enum": ["Low"]}})
    names = Names(shapes={"9.9": {"a": "AType", "b": "AType"}})
    told = refused(Inconsistent, schemas, names=names)
    assert told.startswith("OCPP 9.9: AType in PingRequest differs")


@pytest.mark.parametrize(
    ("schemas", "names", "told"),
    [
        (
            ping({"idTag": TEXT, "id_tag": TEXT}),
            Names(),
            "OCPP 9.9: two things are called PingRequest.id_tag: 'idTag' and 'id_tag'",
        ),
        (
            ping({"soC": TEXT, "soc": TEXT}),
            Names({"soC": "soc"}),
            "OCPP 9.9: two things are called PingRequest.soc: 'soC' and 'soc'",
        ),
        (
            ping({"a": {"type": "string", "enum": ["a-b", "a.b"]}}),
            Names(shapes={"9.9": {"a": "AType"}}),
            "OCPP 9.9: two things are called AType.A_B: 'a-b' and 'a.b'",
        ),
        (
            ping({}, definitions={"PingResponse": message()}),
            Names(),
            "OCPP 9.9: two things are called PingResponse",
        ),
        (
            ping({"a": LEVEL, "b": {"type": "object"}}),
            Names(shapes={"9.9": {"a": "AType", "b": "AType"}}),
            "OCPP 9.9: two things are called AType",
        ),
        (
            ping({"class": TEXT}),
            Names(),
            "OCPP 9.9: PingRequest: 'class' gives 'class', which Python cannot use",
        ),
        (
            ping({"a": LEVEL}),
            Names(),
            'names.toml: [shapes."9.9"] has no name for the anonymous shape '
            "PingRequest.a (one of Low, High)",
        ),
        (
            ping({"a": {"type": "array", "items": {"type": "object"}}}),
            Names(),
            'names.toml: [shapes."9.9"] has no name for the anonymous shape '
            "PingRequest.a (an object of nothing)",
        ),
        (
            ping({"a": TEXT}),
            Names(shapes={"9.9": {"PingRequest.a": "AType"}}),
            'names.toml: [shapes."9.9"] PingRequest.a is not needed',
        ),
        (
            ping({"a": LEVEL}),
            Names(shapes={"9.9": {"PingRequest.a": "AType", "a": "BType"}}),
            'names.toml: [shapes."9.9"] a is not needed',
        ),
        (
            ping({"a": TEXT}),
            Names(aliases={"9.9": {"PingRequest.b": ("c",)}}),
            'names.toml: [aliases."9.9"] PingRequest.b is not needed',
        ),
        (
            ping({"idTag": TEXT}),
            Names({"idTag": "id_tag"}),
            "OCPP 9.9: PingRequest: names.toml: the exception idTag is not needed: "
            "the rule gives 'id_tag', too",
        ),
    ],
    ids=[
        "fields",
        "fields by exception",
        "members",
        "a type and a message",
        "an enum and an object",
        "keyword",
        "anonymous enum",
        "anonymous object",
        "shape",
        "shape with a more exact one",
        "alias",
        "exception",
    ],
)
def test_names(schemas: Mapping[str, Any], names: Names, told: str) -> None:
    assert refused(NamingError, schemas, names=names) == told


def test_two_actions_of_one_method() -> None:
    actions = ("GetURL", "GetUrl")
    schemas = {
        f"{action}{part}": message()
        for action in actions
        for part in ("Request", "Response")
    }
    procedures = {action: fact("Station") for action in actions}
    told = refused(NamingError, schemas, procedures)
    assert told.startswith("OCPP 9.9: two things are called ")
    assert told.endswith("get_url")


@pytest.mark.parametrize(
    ("schemas", "procedures", "told"),
    [
        (
            ping({}),
            {**PING, "Pong": fact("Station")},
            "Pong has no schema of PongRequest and PongResponse",
        ),
        (
            {"PingRequest": message()},
            PING,
            "Ping has no schema of PingResponse",
        ),
        (
            ping({}),
            {**PING, "Alarm": fact("Station", kind="SEND")},
            "Alarm has no schema of Alarm",
        ),
        (
            ping({}),
            {"Ping": fact("Station", kind="SEND")},
            "Ping has no schema of Ping",
        ),
        (ping({}), {"Ping": fact("Station", kind="SHOUT")}, "Ping is a 'SHOUT'"),
        (ping({}), {"Ping": fact()}, "Ping has senders ()"),
        (
            ping({}),
            {"Ping": fact("Station", "CSMS")},
            "Ping has senders ('Station', 'CSMS')",
        ),
    ],
    ids=[
        "procedure without schemas",
        "procedure without response",
        "SEND without schema",
        "CALL called SEND",
        "unknown kind",
        "no direction",
        "foreign sender",
    ],
)
def test_procedures_and_schemas_that_do_not_fit(
    schemas: Mapping[str, Any], procedures: Mapping[str, Any], told: str
) -> None:
    found = refused(Inconsistent, schemas, procedures)
    assert found == f"procedures.toml: OCPP 9.9: {told}"


@pytest.mark.parametrize(
    ("schemas", "procedures", "message"),
    [
        (ping({}), {}, "PingRequest"),
        ({**ping({}), "Alarm": message()}, PING, "Alarm"),
    ],
)
def test_schema_without_procedure(
    schemas: Mapping[str, Any], procedures: Mapping[str, Facts], message: str
) -> None:
    assert refused(Inconsistent, schemas, procedures) == (
        f"procedures.toml: nobody may send {message} of OCPP 9.9"
    )


def test_action_that_is_a_keyword() -> None:
    schemas = {"ClassRequest": message(), "ClassResponse": message()}
    assert refused(NamingError, schemas, {"Class": fact("Station")}) == (
        "'Class' gives 'class', which Python cannot use"
    )


def test_definition_that_is_a_scalar() -> None:
    schemas = ping({}, definitions={"AType": TEXT})
    assert refused(Inconsistent, schemas) == (
        "PingRequest: AType is neither object nor enum"
    )


def test_versions_in_order(tmp_path: Path) -> None:
    path = tmp_path / "versions.toml"
    path.write_text(
        '["2.0"]\npackage = "v20"\nsubprotocol = "ocpp2.0"\n'
        'station = "ChargingStation"\nback_office = "CSMS"\n'
        '["1.6"]\npackage = "v16"\nsubprotocol = "ocpp1.6"\n'
        'station = "ChargePoint"\nback_office = "CentralSystem"\n'
    )
    assert load_versions(path) == (
        Version("2.0", "v20", "ocpp2.0", "ChargingStation", "CSMS"),
        Version("1.6", "v16", "ocpp1.6", "ChargePoint", "CentralSystem"),
    )


@pytest.mark.usefixtures("oca")
def test_our_names_are_needed_and_no_more() -> None:
    names = naming.load()
    procedures = load_procedures()
    versions = load_versions()
    assert [version.name for version in versions] == [
        "1.5",
        "1.6",
        "2.0",
        "2.0.1",
        "2.1",
    ]
    for version in versions:
        found = specification.build(
            version, documents.load(version.name), procedures[version.name], names
        )
        assert len(found.procedures) == len(procedures[version.name])
    names.check_exceptions()
