"""`check` is red for whatever differs, and for a generator that fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest

from codegen.data import SCHEMAS
from codegen.emitting import check as checks
from codegen.emitting import trial
from codegen.emitting.check import check
from codegen.errors import CodegenError
from tests.codegen.conftest import Outcome, Run
from tests.codegen.rendering import giving
from tests.codegen.sample_edition import small_edition

# Some run the generator in a process of its own, which is slow to start.
pytestmark = pytest.mark.timeout(60)

ROOT: Final = Path(__file__).parents[3]
MODEL: Final = "ocpp_messages/model.py"


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds what the generator, which is a fake, would write."""
    expected = {MODEL: b"model\n", "ocpp_messages/v16/roles.py": b"roles\n"}
    monkeypatch.setattr(checks, "proven", giving(expected))
    written(tmp_path, expected)
    return tmp_path


def written(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def test_no_difference(output: Path) -> None:
    assert check(output) == []


def change(package: Path) -> None:
    (package / "model.py").write_bytes(b"Model\n")


def change_line_ends(package: Path) -> None:
    (package / "model.py").write_bytes(b"model\r\n")


def remove(package: Path) -> None:
    (package / "v16" / "roles.py").unlink()


def add(package: Path) -> None:
    (package / "v16" / "more.py").write_bytes(b"")


def add_a_package(package: Path) -> None:
    written(package, {"v98/__init__.py": b""})


def add_what_is_no_module(package: Path) -> None:
    (package / "notes.txt").write_bytes(b"")


def rename(package: Path) -> None:
    (package / "v16" / "roles.py").rename(package / "v16" / "Roles.py")


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (change, [f"{MODEL}: changed"]),
        (change_line_ends, [f"{MODEL}: changed"]),
        (remove, ["ocpp_messages/v16/roles.py: missing"]),
        (add, ["ocpp_messages/v16/more.py: orphaned, nothing generates it"]),
        (
            add_a_package,
            ["ocpp_messages/v98/__init__.py: orphaned, nothing generates it"],
        ),
        (
            add_what_is_no_module,
            ["ocpp_messages/notes.txt: orphaned, nothing generates it"],
        ),
        (
            rename,
            [
                "ocpp_messages/v16/Roles.py: orphaned, nothing generates it",
                "ocpp_messages/v16/roles.py: missing",
            ],
        ),
    ],
)
def test_differences(
    output: Path, damage: Callable[[Path], None], found: list[str]
) -> None:
    damage(output / "ocpp_messages")
    assert check(output) == found


def test_nothing_is_there(output: Path) -> None:
    assert check(output / "nowhere") == [
        f"{MODEL}: missing",
        "ocpp_messages/v16/roles.py: missing",
    ]


def test_bytecode_does_not_count(output: Path) -> None:
    written(output, {"ocpp_messages/__pycache__/model.cpython-311.pyc": b"\0"})
    assert check(output) == []


def test_nothing_is_written(output: Path) -> None:
    change(output / "ocpp_messages")
    check(output)
    assert (output / MODEL).read_bytes() == b"Model\n"


def test_generator_that_fails_is_no_good_news(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> dict[str, bytes]:
        raise CodegenError("a fault")

    monkeypatch.setattr(checks, "proven", fail)
    with pytest.raises(CodegenError, match=r"^a fault$"):
        check(output)


def test_crash_is_not_taken_for_differences(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(_: object) -> dict[str, bytes]:
        raise RuntimeError("a bug")

    monkeypatch.setattr(checks, "proven", crash)
    outcome = run("check")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.endswith("RuntimeError: a bug\n")


# As it is run: by the command line

EAST: Final = {
    "PYTHONHASHSEED": "1",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C.UTF-8",
}
WEST: Final = {
    "PYTHONHASHSEED": "2",
    "TZ": "America/Anchorage",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
}


def ran(tree: Path, command: str, **environment: str) -> tuple[int, str, str]:
    """Runs a command; returns exit code, output and errors."""
    done = subprocess.run(
        [sys.executable, "-m", "codegen", command],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": "", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The generator, the data of a small edition and the package, at another place."""
    tree = tmp_path_factory.mktemp("elsewhere")
    skipped = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "codegen", tree / "codegen", ignore=skipped)
    small_edition(tree / "schemas")
    # What its family has by hand needs types that so small an edition does not have.
    (tree / "codegen" / "emitting" / "importing.py").write_text("")
    code, _, errors = ran(tree, "generate", **EAST)
    assert (code, errors) == (0, "")
    assert (tree / "generated" / "ocpp_messages" / "v16" / "messages.py").is_file()
    return tree


def test_output_is_the_same_in_other_surroundings(tree: Path) -> None:
    """Neither hash seed nor time zone, locale or encoding matter."""
    up_to_date = (0, "generated/ocpp_messages is up to date\n", "")
    assert ran(tree, "check", **WEST) == up_to_date


def test_exit_code_of_differences(
    tree: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tree / "codegen" / "emitting" / "importing.py"
    monkeypatch.setattr(trial, "_SCRIPT", script)
    damaged = tmp_path / "generated"
    shutil.copytree(tree / "generated", damaged)
    package = damaged / "ocpp_messages"
    (package / "model.py").write_bytes(b"")
    (package / "v16" / "roles.py").unlink()
    (package / "v16" / "extra.py").touch()
    assert run("check", "--out", damaged, "--schemas", tree / "schemas") == Outcome(
        1,
        "ocpp_messages/model.py: changed\n"
        "ocpp_messages/v16/extra.py: orphaned, nothing generates it\n"
        "ocpp_messages/v16/roles.py: missing\n",
        "",
    )


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        (
            "names.toml",
            '[shapes."1.5"]\nnobody = "Nobody"\n',
            'names.toml: [shapes."1.5"] nobody is not needed',
        ),
        (
            "errata.toml",
            '[["1.5"]]\ndocument = "ResetRequest"\nat = "/gone"\nfault = 1\n'
            'reason = "r"\n',
            "errata.toml: ResetRequest/gone should have the fault 1 but has nothing",
        ),
        (
            "procedures.toml",
            '["1.5".Sing]\nsenders = ["ChargePoint"]\nblock = "Core"\nclause = "1"\n',
            "procedures.toml: OCPP 1.5: Sing has no schema of SingRequest",
        ),
        ("procedures.toml", "[", "procedures.toml: "),
        ("names.toml", "[surprise]\n", "names.toml: "),
        ("versions.toml", '["9.9"]\npackage = "v99"\n', "versions.toml: 9.9: "),
        (
            "versions.toml",
            '["9.9"]\npackage = "v99"\nsubprotocol = "ocpp9.9"\n'
            'station = "Charger"\nback_office = "CSMS"\n',
            "versions.toml: 9.9: there is no role 'Charger', only ChargePoint, "
            "CentralSystem, ChargingStation, CSMS",
        ),
        (
            "versions.toml",
            '["9.9"]\npackage = "v9.9"\nsubprotocol = "ocpp9.9"\n'
            'station = "ChargePoint"\nback_office = "CSMS"\n',
            "versions.toml: 9.9: 'v9.9' is not a valid package name",
        ),
        ("errata.toml", '[["1.5"]]\nwhere = 1\n', "errata.toml: 1.5: "),
        (
            "procedures.toml",
            '["1.5".Sing]\nkind = "CALL"\n',
            "procedures.toml: 1.5 Sing: ",
        ),
    ],
    ids=[
        "name",
        "erratum",
        "procedure",
        "no TOML",
        "unknown table",
        "version",
        "role",
        "package",
        "keys of an erratum",
        "facts",
    ],
)
def test_exit_code_of_a_fault(
    *, file: str, line: str, told: str, oca: Path, tmp_path: Path, run: Run
) -> None:
    broken = tmp_path / "schemas"
    shutil.copytree(SCHEMAS, broken, ignore=shutil.ignore_patterns(oca.name))
    with (broken / file).open("a", encoding="utf-8") as table:
        table.write(f"\n{line}")
    outcome = run("check", "--schemas", broken, "--originals", oca)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"error: {told}")
    assert "Traceback" not in outcome.err
