"""`python -m codegen`: what it says, and its exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any, Final

import pytest

from codegen import cli
from codegen.data import SCHEMAS
from codegen.emitting import check as checks
from codegen.emitting import package
from codegen.errors import CodegenError
from codegen.publications.fetch import install
from codegen.reading import sources
from tests.codegen.conftest import Outcome, Run, Tiny
from tests.codegen.rendering import giving
from tests.codegen.sample_publications import (
    HEARTBEAT,
    RESET,
    content,
    message,
    unpacked,
    zipped,
    zipped_bytes,
)

ROOT = SCHEMAS.parent
BOTH = {**HEARTBEAT, **RESET}
OTHER = {
    **HEARTBEAT,
    "ResetRequest.json": message(),
    "XRequest.json": message(),
    "XResponse.json": message(),
}


@pytest.fixture
def fetched(tiny: Tiny) -> None:
    """The tiny versions are in place."""
    install(content(HEARTBEAT), tiny.schemas / "oca" / "2.0.1")
    install(content(BOTH), tiny.schemas / "oca" / "2.1")


@pytest.mark.parametrize(
    "command", ["init", "fetch", "diff", "generate", "check", "extend"]
)
def test_help(command: str, run: Run) -> None:
    outcome = run(command, "--help")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"Usage: python -m codegen {command}")


def test_version(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = run("--version")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"ocpp-codegen {metadata.version('ocpp-rpc')}\n"

    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert run("--version").out == "ocpp-codegen from a folder, not installed\n"


def test_completion(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--show-completion` detects the shell; this is what the script then asks."""
    monkeypatch.setattr(cli, "COMMAND", "ocpp-codegen")
    monkeypatch.setenv("_OCPP_CODEGEN_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "ocpp-codegen ex")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert run().out == "extend\n"


@pytest.mark.parametrize("command", ["fetch", "diff", "check"])
def test_help_says_what_the_exit_codes_mean(command: str, run: Run) -> None:
    help_ = " ".join(run(command, "--help").out.split())
    assert "Exit codes: 0 " in help_
    assert "; 1 " in help_
    assert "; 2 an error" in help_


@pytest.mark.parametrize(
    "arguments",
    [["fetsh"], ["fetch", "--accept-different"], ["diff", "2.1"], ["fetch", "--from"]],
    ids=["command", "options", "argument", "value"],
)
def test_wrong_use(arguments: list[str], run: Run) -> None:
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Error: " in outcome.err


@pytest.mark.usefixtures("pip", "tiny")
def test_fetch(run: Run) -> None:
    outcome = run("fetch")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "OCPP 2.0.1: 2 files, from tiny==1.0",
        "OCPP 2.1: 4 files, from tiny==1.0",
    ]
    assert run("fetch", "--version", "2.1").out == "OCPP 2.1: 4 files, already there\n"


def test_fetch_one_version(tiny: Tiny, run: Run) -> None:
    assert run("fetch", "--version", "2.1").code == 0
    assert [path.name for path in (tiny.schemas / "oca").iterdir()] == ["2.1"]


@pytest.mark.parametrize(
    ("version", "error"),
    [
        (
            "3.0",
            "error: unknown OCPP version '3.0': there are 2.0.1, 2.1; "
            'sources.toml has no table [versions."3.0"]\n',
        ),
        (
            "1.5",
            "error: OCPP 1.5 is not fetched: its schema is our ocpp1.5.json\n",
        ),
    ],
)
@pytest.mark.usefixtures("tiny")
def test_fetch_version_that_cannot_be_fetched(
    version: str, error: str, run: Run, tmp_path: Path
) -> None:
    outcome = run("fetch", "--version", version)
    assert (outcome.code, outcome.out, outcome.err) == (2, "", error)
    source = unpacked(tmp_path / "source", BOTH)
    assert run("fetch", "--version", version, "--from", source).err == error


def test_fetch_from_the_pinned_edition(tiny: Tiny, run: Run, tmp_path: Path) -> None:
    nested = {"all/part3.zip": zipped_bytes({f"json/{n}": s for n, s in BOTH.items()})}
    source = zipped(tmp_path / "all.zip", nested)
    outcome = run("fetch", "--version", "2.1", "--from", source)
    assert (outcome.code, outcome.err) == (0, "")
    where = source / "all" / "part3.zip" / "json"
    assert outcome.out == f"OCPP 2.1: 4 files of {where}, as pinned\n"
    assert tiny.fetched("2.1") == content(BOTH)


def test_fetch_every_version_of_an_archive(tiny: Tiny, run: Run) -> None:
    outcome = run("fetch", "--from", tiny.archive)
    assert outcome.code == 0
    assert tiny.fetched("2.0.1") == content(HEARTBEAT)
    assert tiny.fetched("2.1") == content(BOTH)


def test_fetch_takes_the_versions_that_are_as_pinned(
    tiny: Tiny, run: Run, tmp_path: Path
) -> None:
    changed = {**BOTH, "ResetRequest.json": message()}
    editions = {"a": HEARTBEAT, "b": changed}
    source = unpacked(
        tmp_path / "source",
        {
            f"{folder}/{n}": s
            for folder, files in editions.items()
            for n, s in files.items()
        },
    )
    outcome = run("fetch", "--from", source)
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out.splitlines()[:2] == [
        f"OCPP 2.0.1: 2 files of {source / 'a'}, as pinned",
        f"OCPP 2.1: 4 files of {source / 'b'} differ from the pinned edition",
    ]
    assert [path.name for path in (tiny.schemas / "oca").iterdir()] == ["2.0.1"]


def test_fetch_from_another_edition(tiny: Tiny, run: Run, tmp_path: Path) -> None:
    edition = {**OTHER, "ResetResponse.json": RESET["ResetResponse.json"]}
    del edition["HeartbeatRequest.json"], edition["HeartbeatResponse.json"]
    source = unpacked(tmp_path / "source", edition)
    outcome = run("fetch", "--version", "2.1", "--from", source)
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out.splitlines() == [
        f"OCPP 2.1: 4 files of {source} differ from the pinned edition",
        "  changed: ResetRequest.json",
        "  missing: HeartbeatRequest.json, HeartbeatResponse.json",
        "  extra: XRequest.json, XResponse.json",
        "  not taken; use --accept-different to take them",
    ]
    assert not (tiny.schemas / "oca").exists()


def test_fetch_accepts_another_edition(tiny: Tiny, run: Run, tmp_path: Path) -> None:
    edition = {**BOTH, "ResetRequest.json": message()}
    source = unpacked(tmp_path / "source", edition)
    outcome = run("fetch", "--version", "2.1", "--from", source, "--accept-different")
    assert (outcome.code, outcome.err) == (0, "")
    _, changed, taken, *table = outcome.out.splitlines()
    assert changed == "  changed: ResetRequest.json"
    assert taken == (
        f'  taken; to pin them, in {tiny.schemas}/sources.toml: [versions."2.1".files]'
    )
    assert tomllib.loads("\n".join(table)) == {
        name: sources.sha256(data) for name, data in content(edition).items()
    }
    assert tiny.fetched("2.1") == content(edition)


@pytest.mark.parametrize("pinned", ["package", "folder"])
def test_fetch_keeps_an_edition_that_was_accepted(
    pinned: str, tiny: Tiny, run: Run, tmp_path: Path
) -> None:
    edition = {**BOTH, "ResetRequest.json": message()}
    theirs = unpacked(tmp_path / "theirs", edition)
    run("fetch", "--version", "2.1", "--from", theirs, "--accept-different")
    again: tuple[object, ...] = ("fetch", "--version", "2.1")
    if pinned == "folder":
        again = (*again, "--from", unpacked(tmp_path / "pinned", BOTH))
    folder = tiny.schemas / "oca" / "2.1"
    assert run(*again) == Outcome(
        2,
        "",
        f"error: {folder}: ResetRequest.json is not of the pinned edition of OCPP 2.1; "
        "--replace puts the pinned files in its place\n",
    )
    assert tiny.fetched("2.1") == content(edition)
    assert run(*again, "--replace").code == 0
    assert tiny.fetched("2.1") == content(BOTH)


ERRATUM: Final = """
[["2.1"]]
document = "ResetRequest"
at = "/properties/note/maxLength"
fault = 1000
repair = 50
reason = "the text says 50"
"""


def test_fetch_tells_the_errata_that_do_not_fit(
    tiny: Tiny, run: Run, tmp_path: Path
) -> None:
    errata = tiny.schemas / "errata.toml"
    errata.write_text(ERRATUM)
    source = unpacked(tmp_path / "source", BOTH)
    outcome = run("fetch", "--version", "2.1", "--from", source)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[:3] == [
        f"  taken, but `generate` will stop at errata in {errata}:",
        "    errata that do not fit (1): adapt it, or remove it from errata.toml",
        "      errata.toml: ResetRequest/properties/note/maxLength should have the "
        "fault 1000 but has nothing; the publisher may have mended it",
    ]


def test_diff_tells_the_errata_that_were_applied(
    tiny: Tiny, run: Run, tmp_path: Path
) -> None:
    (tiny.schemas / "errata.toml").write_text(ERRATUM)
    note = {"note": {"type": "string", "maxLength": 1000}}
    sides = (
        unpacked(tmp_path / "old", {**BOTH, "ResetRequest.json": message(note)}),
        unpacked(tmp_path / "new", {**BOTH, "ResetRequest.json": message()}),
    )
    outcome = run("diff", *sides)
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out.splitlines()[-2:] == [
        f"errata applied to {sides[0]} before the comparison",
        "  ResetRequest/properties/note/maxLength",
    ]


@pytest.mark.parametrize("draft", ["draft-04", "draft-06", "draft-07", None])
def test_fetch_in_a_known_dialect(
    draft: str | None, tiny: Tiny, run: Run, tmp_path: Path
) -> None:
    notes = {"$comment": "c", "examples": ["e"], "readOnly": True, "writeOnly": False}
    schema = message({"a": {"type": "string", **notes}}, draft=draft or "")
    if draft is None:
        del schema["$schema"]
    edition = {**BOTH, "ResetRequest.json": schema}
    source = unpacked(tmp_path / "source", edition)
    outcome = run("fetch", "--version", "2.1", "--from", source, "--accept-different")
    assert (outcome.code, outcome.err) == (0, "")
    assert run("diff", "2.1", source).out == "no changes\n"
    assert tiny.fetched("2.1") == content(edition)


def test_hint_names_the_data_that_is_meant(
    tiny: Tiny, run: Run, tmp_path: Path
) -> None:
    tiny.schemas.rename(tmp_path / "my data")
    files = tmp_path / "files"
    for more, options in (((), ""), (("--originals", files), f" --originals {files}")):
        arguments = ("diff", "2.1", "2.1", "--schemas", tmp_path / "my data", *more)
        assert run(*arguments).err.endswith(
            "OCPP 2.1 is not fetched yet: run `python -m codegen fetch --schemas "
            f"'{tmp_path}/my data'{options}`\n"
        )


BROKEN = {"ResetRequest.json": message({"a": {"$ref": "#/definitions/No"}})}
DUPLICATE = {
    "ResetResponse.json": message(
        definitions={"ResetEnumType": {"type": "string", "enum": ["Immediate"]}}
    )
}


@pytest.mark.parametrize("accept", [[], ["--accept-different"]], ids=["", "accepted"])
@pytest.mark.parametrize(
    ("faulty", "error"),
    [
        (
            BROKEN,
            "ResetRequest.json: ResetRequest.a: there is no definition 'No'",
        ),
        (
            DUPLICATE,
            "ResetResponse.json: ResetEnumType is not the ResetEnumType of "
            "ResetRequest.json: removed OnIdle",
        ),
        (
            {"ResetRequest.json": message(draft="draft-03")},
            "ResetRequest.json: unknown draft "
            "'http://json-schema.org/draft-03/schema'; known here: "
            "draft-04, draft-06, draft-07, and files without $schema",
        ),
        (
            {"ResetRequest.json": b"{"},
            "ResetRequest.json: not a JSON object: Expecting property name enclosed in "
            "double quotes: line 1 column 2 (char 1)",
        ),
        (
            {"XRequest.json": message()},
            "there is no file of XResponse",
        ),
    ],
    ids=["broken reference", "duplicate name", "unknown draft", "not JSON", "missing"],
)
def test_fetch_from_a_faulty_publication(
    *,
    accept: list[str],
    faulty: dict[str, object],
    error: str,
    tiny: Tiny,
    run: Run,
    tmp_path: Path,
) -> None:
    source = unpacked(tmp_path / "source", {**BOTH, **faulty})
    outcome = run("fetch", "--version", "2.1", "--from", source, *accept)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"error: {source}: {error}\n"
    assert not (tiny.schemas / "oca").exists()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (None, "no such file or folder"),
        (b"no archive", "neither a folder nor a zip, wheel or tar archive"),
        (zipped_bytes({"README.md": b""}), "has no schema files"),
    ],
    ids=["missing", "not an archive", "no schemas"],
)
@pytest.mark.parametrize(
    "command", [["fetch", "--from"], ["diff", "2.1"]], ids=" ".join
)
@pytest.mark.usefixtures("fetched")
def test_source_that_is_none(
    command: list[str], data: bytes | None, error: str, run: Run, tmp_path: Path
) -> None:
    source = tmp_path / "source.zip"
    if data is not None:
        source.write_bytes(data)
    outcome = run(*command, source)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"error: {source}: {error}\n"


def test_fetch_with_a_wrong_hash(tiny: Tiny, run: Run) -> None:
    tiny.archive.write_bytes(tiny.archive.read_bytes() + b"\0")
    outcome = run("fetch")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("error: tiny==1.0: tiny-1.0-py3-none-any.whl has the")


@pytest.mark.usefixtures("fetched")
def test_diff_of_versions(run: Run) -> None:
    outcome = run("diff", "2.0.1", "2.1")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "2 other changes",
        "  actions added: Reset",
        "  types added: ResetEnumType",
    ]
    outcome = run("diff", "2.1", "2.0.1")
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out.splitlines()[0] == "2 breaking changes"


@pytest.mark.usefixtures("fetched")
def test_diff_of_a_version_and_an_archive(run: Run, tmp_path: Path) -> None:
    source = zipped(tmp_path / "new.zip", BOTH)
    outcome = run("diff", "2.1", source)
    assert (outcome.code, outcome.out, outcome.err) == (0, "no changes\n", "")


def test_diff_of_two_folders_of_an_archive(tiny: Tiny, run: Run) -> None:
    folder = tiny.archive / "tiny"
    outcome = run("diff", folder / "2.1", folder / "2.0.1")
    assert (outcome.code, outcome.err) == (1, "")


def test_diff_needs_one_version(tiny: Tiny, run: Run) -> None:
    outcome = run("diff", tiny.archive, tiny.archive)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"error: {tiny.archive}: has several versions, choose one: "
        f"{tiny.archive / 'tiny' / '2.0.1'}, {tiny.archive / 'tiny' / '2.1'}\n"
    )


@pytest.mark.parametrize("arguments", [("3.0", "2.1"), ("2.1", "3.0")])
@pytest.mark.usefixtures("fetched")
def test_diff_of_an_unknown_version(arguments: tuple[str, str], run: Run) -> None:
    outcome = run("diff", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "error: unknown OCPP version '3.0': there are 1.5, 2.0.1, 2.1\n"
    )


def test_diff_of_a_version_that_is_not_fetched(tiny: Tiny, run: Run) -> None:
    outcome = run("diff", "2.0.1", "2.1")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"error: {tiny.schemas}/oca/2.0.1: OCPP 2.0.1 is not fetched yet: "
        f"run `python -m codegen fetch --schemas {tiny.schemas}`\n"
    )


@pytest.mark.usefixtures("fetched")
def test_diff_names_what_it_does_not_compare(run: Run, tmp_path: Path) -> None:
    odd: dict[str, Any] = {
        "a": {"type": "string", "contains": {}, "maxLength": 5},
        "b": {"type": ["string", "null"]},
        "c": {"type": "array", "items": {"type": "array", "items": {"oneOf": [{}]}}},
        "d": {"type": "string", "pattern": "(?=a)"},
        "e": {"$ref": "#/definitions/T"},
    }
    of_type: dict[str, Any] = {
        "type": "object",
        "properties": {"x": {"type": "string", "const": "A"}},
    }
    types = {"T": {**of_type, "required": ["y"]}}
    new = {
        **BOTH,
        "ResetRequest.json": message(odd, definitions=types),
        "ResetResponse.json": message({"e": odd["e"]}, definitions=types),
    }
    old = {
        **BOTH,
        "ResetRequest.json": message({name: {"type": "string"} for name in "abcd"}),
    }
    sides = (unpacked(tmp_path / "old", old), unpacked(tmp_path / "new", new))
    outcome = run("diff", *sides)
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out.splitlines() == [
        "2 breaking changes",
        "  ResetRequest",
        "    ~ a: maxLength none → 5",
        "    ~ c: string → list of list of anything",
        "3 other changes",
        "  types added: T",
        "  ResetRequest",
        "    + e: T",
        "  ResetResponse",
        "    + e: T",
        f"not compared in {sides[1]}",
        "  T: requires 'y', which is not a property (in ResetRequest and 1 more)",
        "  T.x: unknown keyword 'const' for string (in ResetRequest and 1 more)",
        "  ResetRequest.a: unknown keyword 'contains' for string",
        "  ResetRequest.b: unknown type ['string', 'null']",
        "  ResetRequest.c[][]: unknown keyword 'oneOf' for any",
        "  ResetRequest.d: the pattern '(?=a)' cannot be translated: '(?=' is not "
        "a plain group, or takes no linear time",
    ]
    same = run("diff", sides[1], sides[1])
    assert same.code == 0
    assert same.out.startswith("no changes\nnot compared in ")


@pytest.mark.parametrize("command", ["fetch", "diff"])
def test_faults_in_folders_of_requests_and_responses(
    command: str, tiny: Tiny, run: Run, tmp_path: Path
) -> None:
    assert run("fetch").code == 0
    source = unpacked(
        tmp_path / "source",
        {
            "request/Heartbeat.json": HEARTBEAT["HeartbeatRequest.json"],
            "response/Heartbeat.json": HEARTBEAT["HeartbeatResponse.json"],
            "request/Reset.json": RESET["ResetRequest.json"],
            "response/Reset.json": RESET["ResetResponse.json"],
        },
    )
    options: dict[str, list[object]] = {
        "fetch": ["--version", "2.1", "--from", source, "--accept-different"],
        "diff": ["2.1", source],
    }
    outcome = run(command, *options[command])
    assert (outcome.code, outcome.err) == (0, "")
    assert tiny.fetched("2.1").keys() == BOTH.keys()
    unpacked(
        source, {"response/Reset.json": message({"a": {"$ref": "#/definitions/"}})}
    )
    outcome = run(command, *options[command])
    assert outcome.code == 2
    assert outcome.err.startswith(f"error: {source}: response/Reset.json: ")


@pytest.mark.usefixtures("fetched")
def test_diff_of_a_faulty_publication(run: Run, tmp_path: Path) -> None:
    source = unpacked(tmp_path / "source", {**BOTH, **BROKEN})
    outcome = run("diff", "2.1", source)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"error: {source}: ResetRequest.json: ")


@pytest.mark.parametrize(
    ("found", "code", "out"),
    [
        ([], 0, "generated/ocpp_messages is up to date\n"),
        (["a.py: changed", "b.py: missing"], 1, "a.py: changed\nb.py: missing\n"),
    ],
)
def test_check(
    found: list[str], code: int, out: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "check", giving(found))
    outcome = run("check")
    assert (outcome.code, outcome.out, outcome.err) == (code, out, "")


def test_generate(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def generate(*given: object) -> None:
        asked.extend(given)

    monkeypatch.setattr(package, "generate", generate)
    assert run("generate", "--out", tmp_path).code == 0
    assert asked == [tmp_path, package.OURS]


@pytest.mark.parametrize("command", ["generate", "check"])
def test_error_of_the_generator(
    command: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise CodegenError("names.toml: nothing needs x")

    monkeypatch.setattr(package, "generate", fail)
    monkeypatch.setattr(checks, "check", fail)
    outcome = run(command)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "error: names.toml: nothing needs x\n"


def test_module_ends_without_a_traceback() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "codegen", "fetch", "--version", "3.0"],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "error: unknown OCPP version '3.0': there are 1.6, 2.0, 2.0.1, 2.1; "
        'sources.toml has no table [versions."3.0"]\n'
    )
