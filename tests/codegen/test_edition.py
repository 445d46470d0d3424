"""A newer edition of the published schemas, by the same commands, beside ours."""

from __future__ import annotations

import importlib
import json
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest

from codegen.reading.archives import json_files
from ocpp_messages import DecodeError, v21
from ocpp_rpc import CannotSend, testing
from tests.codegen.conftest import Run
from tests.codegen.sample_publications import message, zipped

# The generator takes seconds for a version, and several times that under coverage.
pytestmark = pytest.mark.timeout(60)

ACTION: Final = """
["2.1".AcmePing]
senders = ["CSMS"]
block = "Provisioning"
clause = "OCPP 2.1 edition 3, 1.99"
"""


@pytest.fixture(scope="module")
def publication(oca: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2.1 with one more field, one more value and one more action."""
    schemas: dict[str, Any] = {
        path.name: json.loads(content)
        for path, content in json_files(oca / "2.1").items()
    }
    schemas["HeartbeatRequest.json"]["properties"]["uptime"] = {"type": "integer"}
    for schema in schemas.values():
        if "BootReasonEnumType" in schema["definitions"]:
            schema["definitions"]["BootReasonEnumType"]["enum"].append("Brownout")
    schemas["AcmePingRequest.json"] = message()
    schemas["AcmePingResponse.json"] = message({"ok": {"type": "boolean"}}, "ok")
    return zipped(tmp_path_factory.mktemp("edition") / "edition3.zip", schemas)


@dataclass(frozen=True)
class Taken:
    """An edition that was taken into data of one's own."""

    data: Path
    out: Path

    @property
    def options(self) -> tuple[object, ...]:
        """Those by which it is a package beside ours."""
        where = ("--schemas", self.data, "--out", self.out)
        return (*where, "--package", "ocpp_next", "--version", "2.1")


@pytest.fixture(scope="module")
def taken(publication: Path, run: Run) -> Taken:
    folder = publication.parent
    data = folder / "data"
    assert run("init", data).code == 0
    wanted = ("--version", "2.1", "--from", publication, "--accept-different")
    outcome = run("fetch", *wanted, "--schemas", data)
    assert (outcome.code, outcome.err) == (0, "")
    assert '"AcmePingRequest.json" = "' in outcome.out
    with (data / "procedures.toml").open("a", encoding="utf-8") as table:
        table.write(ACTION)
    return Taken(data, folder / "out")


@pytest.fixture(scope="module")
def v21n(taken: Taken, run: Run) -> Iterator[Any]:
    """The edition beside ours."""
    outcome = run("generate", *taken.options)
    place = taken.out / "ocpp_next"
    assert (outcome.code, outcome.out) == (0, f"written: {place}\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [str(taken.out), *sys.path])
        module: ModuleType = importlib.import_module("ocpp_next.v21")
        yield module
    for name in [name for name in sys.modules if name.startswith("ocpp_next")]:
        del sys.modules[name]


async def test_beside_ours(v21n: Any) -> None:
    assert (v21n.VERSION, v21n.SUBPROTOCOL) == ("2.1", "ocpp2.1")
    assert {*v21n.__all__} - {*v21.__all__} == {"AcmePingRequest", "AcmePingResponse"}
    assert v21n.HeartbeatRequest is not v21.HeartbeatRequest
    assert v21n.loads(v21n.HeartbeatRequest, '{"uptime":5}').uptime == 5
    with pytest.raises(DecodeError):
        v21.loads(v21.HeartbeatRequest, '{"uptime":5}')
    assert v21n.BootReasonEnumType.BROWNOUT == "Brownout"

    class Station(v21n.ChargingStation):  # type: ignore[misc]
        async def acme_ping(self, *_: Any) -> Any:
            return v21n.AcmePingResponse(ok=True)

    async with testing.pair(station=Station(), version=v21n) as (_, csms):
        assert await csms.call(v21n.AcmePingRequest()) == (
            v21n.AcmePingResponse(ok=True)
        )
        with pytest.raises(CannotSend):
            await csms.call(v21.ClearCacheRequest())


@pytest.mark.usefixtures("v21n")
def test_up_to_date(taken: Taken, run: Run) -> None:
    assert run("check", *taken.options).out == "out/ocpp_next is up to date\n"


def test_what_versions_share_stays_in_ours(v21n: Any) -> None:
    folder = Path(v21n.__file__).parents[1]
    assert {path.name for path in folder.iterdir()} - {"__pycache__"} == {
        "__init__.py",
        "py.typed",
        "v21",
    }


def test_instead_of_ours(taken: Taken, run: Run, tmp_path: Path) -> None:
    options = ("--schemas", taken.data, "--out", tmp_path, "--version", "2.1")
    assert run("generate", *options).code == 0
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import ocpp_messages as o;"
        "print(o.VERSIONS, o.load('2.1').dumps(o.v21.HeartbeatRequest(uptime=5)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == """('2.1',) {"uptime":5}\n"""


def test_diff_to_ours(publication: Path, run: Run) -> None:
    outcome = run("diff", "2.1", publication)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "3 other changes",
        "  actions added: AcmePing",
        "  BootReasonEnumType",
        "    + values: Brownout",
        "  HeartbeatRequest",
        "    + uptime: integer",
    ]


def test_edition_without_facts_of_its_action(
    taken: Taken, run: Run, tmp_path: Path
) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    shutil.copytree(taken.data, data)
    table = data / "procedures.toml"
    table.write_text(table.read_text("utf-8").removesuffix(ACTION), "utf-8")
    options = ("--schemas", data, "--out", out, "--version", "2.1")
    outcome = run("generate", *options, "--package", "ocpp_next")
    assert (outcome.code, outcome.err) == (
        2,
        "error: procedures.toml: nobody may send AcmePingRequest of OCPP 2.1\n"
        '  add ["2.1".AcmePing] with senders, block, clause\n',
    )
    assert not out.exists()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--package", "next-ocpp"], "'next-ocpp' is not a valid package name"),
        (["--package", "acme.__init__"], "'acme.__init__' is not a valid package name"),
        (["--package", "__main__.x"], "'__main__.x' is not a valid package name"),
        (["--package", "json"], "a package 'json' would hide 'json'"),
        (
            ["--package", "ocpp_rpc.next"],
            "a package 'ocpp_rpc.next' would hide 'ocpp_rpc'",
        ),
        (
            ["--version", "9.9"],
            "unknown OCPP version '9.9': there are 1.5, 1.6, 2.0, 2.0.1, 2.1; "
            'versions.toml has no table ["9.9"]',
        ),
    ],
)
def test_refused(options: list[str], told: str, run: Run, tmp_path: Path) -> None:
    outcome = run("generate", "--out", tmp_path, *options)
    assert (outcome.code, outcome.err) == (2, f"error: {told}\n")
    assert not [*tmp_path.iterdir()]


def test_init_where_nothing_can_be_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "data"
    outcome = run("init", folder)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"error: {folder}: cannot be written: ")


def test_init_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    outcome = run("init", tmp_path)
    assert (outcome.code, outcome.err) == (2, f"error: {tmp_path}: is there already\n")


VERSION_1_2: Final[tuple[tuple[str, str, str, str], ...]] = (
    (
        "sources.toml",
        '[versions."1.2"]\narchive = "{archive}"\nfolder = "."\nfiles = {{}}\n',
        "fetch",
        "unknown OCPP version '1.2': there are 1.6, 2.0, 2.0.1, 2.1; "
        'sources.toml has no table [versions."1.2"]',
    ),
    (
        "versions.toml",
        '["1.2"]\npackage = "v12"\nsubprotocol = "ocpp1.2"\n'
        'station = "ChargePoint"\nback_office = "CentralSystem"\n',
        "generate",
        "unknown OCPP version '1.2': there are 1.5, 1.6, 2.0, 2.0.1, 2.1; "
        'versions.toml has no table ["1.2"]',
    ),
    (
        "names.toml",
        '[shapes."1.2"]\nstatus = "AuthorizationStatus"\n',
        "generate",
        "there are 2 faults\n"
        "objects and enumerations without a name (1): "
        'in names.toml: [shapes."1.2"], add: '
        '"AuthorizeResponse.status" = "AuthorizeStatus"\n'
        '  names.toml: [shapes."1.2"] has no name for the anonymous shape '
        "AuthorizeResponse.status (one of Accepted, Blocked)\n"
        "actions and who may send them (1): "
        'add ["1.2".Authorize] with senders, block, clause\n'
        "  procedures.toml: nobody may send AuthorizeRequest of OCPP 1.2",
    ),
    (
        "procedures.toml",
        '["1.2".Authorize]\nsenders = ["ChargePoint"]\nblock = "Core"\n'
        'clause = "OCPP 1.2 4.1"\n',
        "generate",
        "procedures.toml: nobody may send AuthorizeRequest of OCPP 1.2\n"
        '  add ["1.2".Authorize] with senders, block, clause',
    ),
)


def test_version_that_we_do_not_have(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is data alone, and each table that is missing is named in turn."""
    status = {"type": "string", "enum": ["Accepted", "Blocked"]}
    files = {
        "Authorize.json": message({"idTag": {"type": "string"}}, "idTag"),
        "AuthorizeResponse.json": message({"status": status}, "status"),
    }
    source, data = zipped(tmp_path / "old.zip", files), tmp_path / "data"
    assert run("init", data).code == 0
    archives = tomllib.loads((data / "sources.toml").read_text())["archives"]
    fetch = ("--from", source, "--accept-different")
    generate = ("--package", "old_ocpp", "--out", tmp_path)
    options = {"fetch": fetch, "generate": generate}
    for file, table, command, error in VERSION_1_2:
        wanted = ("--version", "1.2", "--schemas", data, *options[command])
        outcome = run(command, *wanted)
        assert (outcome.code, outcome.err) == (2, f"error: {error}\n")
        with (data / file).open("a", encoding="utf-8") as stream:
            stream.write("\n" + table.format(archive=next(iter(archives))))
        if command == "fetch":
            assert run(command, *wanted).code == 0
    beside = ("--version", "1.2", "--schemas", data, *generate)
    assert run("generate", *beside).err == ""
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    v12 = importlib.import_module("old_ocpp.v12")
    assert v12.dumps(v12.AuthorizeRequest(id_tag="A")) == '{"idTag":"A"}'
