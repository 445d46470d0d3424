"""All faults of a run are told at once, by kind, each with its remedy."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codegen.data import Data
from codegen.errors import (
    CodegenError,
    Collector,
    Fault,
    FaultKind,
    Faults,
    PublicationError,
    grouped,
)
from codegen.publications.fetch import install
from tests.codegen.conftest import Run
from tests.codegen.sample_edition import small_edition
from tests.codegen.sample_extensions import START, written
from tests.codegen.sample_publications import message


def edited(data: Data, edit: Callable[[dict[str, Any]], None]) -> Data:
    """The small edition with other files of 1.6."""
    folder = data.originals / "1.6"
    schemas = {path.name: json.loads(path.read_bytes()) for path in folder.iterdir()}
    edit(schemas)
    files = {name: json.dumps(schema).encode() for name, schema in schemas.items()}
    install(files, folder)
    return data


def spoil(schemas: dict[str, Any]) -> None:
    """Faults of every kind that concerns names and tables."""
    fields = schemas["Reset.json"]["properties"]
    fields["mode"] = {
        "type": "object",
        "properties": {"deep": {"type": "string", "enum": ["A", "B"]}},
    }
    fields["class"] = {"type": "string"}
    fields["int"] = {"type": "string"}
    fields["id_tag"] = fields["idTag"] = {"type": "string"}
    schemas["ResetResponse.json"]["properties"]["loudness"] = {
        "type": "string",
        "enum": ["kW"],
    }
    schemas["AcmePing.json"] = message()
    schemas["AcmePingResponse.json"] = message()


MORE = [
    "objects and enumerations without a name (2)",
    '  names.toml: [shapes."1.6"] has no name for the anonymous shape '
    "ResetRequest.mode (an object of deep)",
    '    in names.toml: [shapes."1.6"], add: "ResetRequest.mode" = "ResetMode"',
    '  names.toml: [shapes."1.6"] has no name for the anonymous shape '
    "ResetMode.deep (one of A, B)",
    '    in names.toml: [shapes."1.6"], add: "ResetMode.deep" = "ResetModeDeep"',
    "names that cannot be (3)",
    "  OCPP 1.6: ResetRequest: 'class' gives 'class', which Python cannot use",
    '    in names.toml: [exceptions], add: "class" = "another_name"',
    "  OCPP 1.6: two things are called ResetRequest.id_tag: 'id_tag' and 'idTag'",
    '    in names.toml: [exceptions], add: "idTag" = "another_name"',
    "  OCPP 1.6: ResetRequest.int: Python needs 'int'",
    '    in names.toml: [exceptions], add: "int" = "another_name"',
    "types of one name that differ (1): say in errata.toml which is right, or give "
    "two names to what has none, in names.toml",
    "  OCPP 1.6: Loudness in ResetResponse differs from the Loudness of ResetRequest: "
    "removed Low",
    "actions and who may send them (2)",
    "  procedures.toml: OCPP 1.5: Sing has no schema of SingRequest and SingResponse",
    "    take the action out, or fetch the file of that message",
    "  procedures.toml: nobody may send AcmePingRequest of OCPP 1.6",
    '    add ["1.6".AcmePing] with senders, block, clause',
]


@pytest.mark.parametrize("command", ["generate", "check"])
def test_of_all_versions(command: str, run: Run, tmp_path: Path) -> None:
    data = edited(small_edition(tmp_path / "schemas"), spoil)
    with data.procedures.open("a", encoding="utf-8") as table:
        table.write(
            '["1.5".Sing]\nsenders = ["ChargePoint"]\nblock = "Core"\nclause = "1"\n'
        )
    outcome = run(command, "--schemas", data.folder, "--out", tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    (first, *lines) = outcome.err.splitlines()
    assert first == "error: there are 8 faults"
    assert lines == MORE
    assert not (tmp_path / "ocpp_messages").exists()


def test_files_and_errata_at_once(run: Run, tmp_path: Path) -> None:
    def spoil(schemas: dict[str, Any]) -> None:
        schemas["Heartbeat.json"]["properties"]["a"] = {"type": "null"}
        schemas["ResetResponse.json"]["properties"]["b"] = {"$ref": "elsewhere"}
        schemas["ResetResponse.json"]["properties"]["c"] = {
            "type": "string",
            "pattern": "(?=a)",
        }
        schemas["Reset.json"]["properties"]["points"]["minItems"] = 2

    data = edited(small_edition(tmp_path / "schemas"), spoil)
    outcome = run("generate", "--schemas", data.folder, "--out", tmp_path)
    place = data.originals / "1.6"
    assert outcome.err.splitlines() == [
        "error: there are 3 faults",
        "schema files (2)",
        f"  {place}: Heartbeat.json: HeartbeatRequest.a: unknown type 'null'",
        f"  {place}: ResetResponse.json: ResetResponse.b: unknown kind of reference "
        "'elsewhere'",
        "errata that do not fit (1): adapt it, or remove it from errata.toml",
        "  errata.toml: ResetRequest/properties/points/minItems should have the fault "
        "nothing but has 2; the publisher may have mended it",
    ]


def test_entries_that_nothing_needs(run: Run, tmp_path: Path) -> None:
    data = small_edition(tmp_path / "schemas")
    text = data.names.read_text("utf-8")
    text = text.replace('loudness = "Loudness"', 'loudness = "Loudness"\nx = "X"')
    text = text.replace("= [", '= ["other"]\n"ResetRequest.y" = [')
    data.names.write_text(text, "utf-8")
    outcome = run("generate", "--schemas", data.folder, "--out", tmp_path)
    assert outcome.err.splitlines()[:2] == [
        "error: there are 2 faults",
        "entries of tables that nothing needs (2): remove it",
    ]


def test_tables_that_are_not_understood(run: Run, tmp_path: Path) -> None:
    data = small_edition(tmp_path / "schemas")
    text = data.procedures.read_text("utf-8").replace("clause", "claws")
    data.procedures.write_text(text, "utf-8")
    outcome = run("generate", "--schemas", data.folder, "--out", tmp_path)
    assert outcome.err.splitlines()[:2] == [
        "error: there are 4 faults",
        "entries of tables that are not understood (4)",
    ]


@pytest.mark.usefixtures("oca")
def test_of_an_extension(run: Run, tmp_path: Path) -> None:
    table = (
        START
        + '[values]\nReason = ["Local"]\nNo = ["a"]\n'
        + "[fields.IdTagInfo]\ncopy = {}\nstate = { type = 'string', enum = ['a'] }\n"
        + "[fields.Nothing]\na = {}\n"
    )
    folder = written(tmp_path / "source", table)
    outcome = run("extend", folder, "--out", tmp_path / "out")
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        "error: there are 5 faults",
        "objects and enumerations without a name (1): in extension.toml: [shapes], "
        'add: "IdTagInfo.state" = "IdTagInfoState"',
        "  extension.toml: [fields.IdTagInfo]: extension.toml: [shapes] has no name "
        "for the anonymous shape IdTagInfo.state (one of a)",
        "names that cannot be (1): in extension.toml: [exceptions], "
        'add: "copy" = "another_name"',
        "  extension.toml: [fields.IdTagInfo]: IdTagInfo.copy: Python needs 'copy'",
        "other faults (3)",
        "  extension.toml: [values] Reason: has the value 'Local' already",
        "  extension.toml: [values] No: OCPP 1.6 has no such enumeration",
        "  extension.toml: [fields.Nothing]: OCPP 1.6 has no such message or datatype",
    ]


def test_several_in_one_type_of_an_extension(run: Run, tmp_path: Path) -> None:
    table = (
        START
        + '[values]\nReason = ["Local", "Reboot", "é", "Cold"]\n'
        + "[fields.IdTagInfo]\nstatus = {}\nexpiryDate = {}\na = { type = 5 }\n"
        + 'b = { type = "string", const = "a" }\nc = { type = "null" }\ncopy = {}\n'
        + '[actions.Reset]\nsenders = ["CSMS", "Nobody"]\nkind = "SEND"\n'
    )
    outcome = run("extend", written(tmp_path / "source", table))
    assert outcome.err.splitlines() == [
        "error: there are 4 faults",
        "other faults (4)",
        "  extension.toml: [actions.Reset]: OCPP 1.6 already has this action",
        "  extension.toml: [actions.Reset]: senders: 'CSMS' is not a role of OCPP 1.6: "
        "there are ChargePoint and CentralSystem",
        "  extension.toml: [actions.Reset]: senders: 'Nobody' is not a role of OCPP "
        "1.6: there are ChargePoint and CentralSystem",
        "  extension.toml: [actions.Reset]: kind: OCPP 1.6 has no SEND messages",
    ]
    without_actions = table.partition("[actions")[0]
    outcome = run("extend", written(tmp_path / "source", without_actions))
    assert outcome.err.splitlines() == [
        "error: there are 9 faults",
        "names that cannot be (2)",
        "  extension.toml: [values] Reason: 'é' gives '', which Python cannot use",
        '    in extension.toml: [exceptions], add: "é" = "another_name"',
        "  extension.toml: [fields.IdTagInfo]: IdTagInfo.copy: Python needs 'copy'",
        '    in extension.toml: [exceptions], add: "copy" = "another_name"',
        "other faults (7)",
        "  extension.toml: [values] Reason: has the value 'Local' already",
        "  extension.toml: [values] Reason: has the value 'Reboot' already",
        "  extension.toml: [fields.IdTagInfo]: has the field 'status' already",
        "  extension.toml: [fields.IdTagInfo]: has the field 'expiryDate' already",
        "  extension.toml: [fields.IdTagInfo] a: 5 is not valid under any of the given "
        "schemas",
        "  extension.toml: [fields.IdTagInfo]: IdTagInfo.b: unknown keyword 'const' "
        "for string",
        "  extension.toml: [fields.IdTagInfo]: IdTagInfo.c: unknown type 'null'",
    ]


def test_all_that_is_not_understood_in_a_table(run: Run, tmp_path: Path) -> None:
    table = START + 'a = 1\nb = 1\n[actions.AcmePing]\nsenders = "x"\nkind = "POST"\n'
    outcome = run("extend", written(tmp_path / "source", table))
    assert outcome.err.splitlines() == [
        "error: extension.toml: actions.AcmePing.senders: Input should be a valid list",
        "extension.toml: actions.AcmePing.kind: Input should be 'CALL' or 'SEND'",
        "extension.toml: a: Extra inputs are not permitted",
        "extension.toml: b: Extra inputs are not permitted",
    ]


def test_a_hundred_faults() -> None:
    faults = [Fault(FaultKind.NAMES, f"a{n}", f"b{n}") for n in range(100)]
    lines = [*grouped(faults)]
    assert len(lines) == 52
    assert (lines[0], lines[-1]) == ("names that cannot be (100)", "  and 75 more")


def test_one_is_raised_as_itself() -> None:
    found = Collector()
    found.check()
    for _ in range(2):
        with found.catching():
            raise PublicationError("here", ["a"])
    with pytest.raises(PublicationError):
        found.check()
    found.add(CodegenError("b", remedy="c"))
    with pytest.raises(Faults) as caught:
        found.check()
    assert [*caught.value.told()] == [
        Fault(FaultKind.FILES, "here: a"),
        Fault(FaultKind.OTHER, "b", "c"),
    ]
