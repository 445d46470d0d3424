"""What all commands have in common: their list, the version, the log, completion."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import typer
from typer.main import get_command

import ocpp_rpc
from ocpp_rpc.cli import logs
from ocpp_rpc.cli.app import COMMANDS, command_line
from ocpp_rpc.cli.lazy import LazyCommand
from tests.cli.programs import PATIENCE, run
from tests.forking import ENVIRONMENT


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_the_list_says_of_a_command_what_the_command_says(command: LazyCommand) -> None:
    app = import_module(f"ocpp_rpc.cli.{command.module}").app
    assert isinstance(app, typer.Typer)
    itself = get_command(app)

    assert command.help == (itself.help or "").partition("\n")[0]
    listed = next(
        line for line in run("--help").out.splitlines() if f"  {command.name} " in line
    )
    assert listed.split(maxsplit=1)[1].rstrip(".") in str(command.help)


def test_every_command_is_listed() -> None:
    folder = Path(ocpp_rpc.__file__).parent / "cli"
    modules = {path.stem for path in folder.glob("*_command*.py")}
    assert {command.module for command in COMMANDS} == modules


_IMPORTED = """
import json, sys
from ocpp_rpc.cli import main
try:
    main(["--help"])
finally:
    print(json.dumps(sorted(sys.modules)))
"""


def test_a_list_of_commands_imports_none() -> None:
    """Shells start the program at each Tab."""
    done = subprocess.run(
        (sys.executable, "-c", _IMPORTED),
        capture_output=True,
        encoding="utf-8",
        env=ENVIRONMENT,
        timeout=PATIENCE,
        check=True,
    )
    imported = set(json.loads(done.stdout.splitlines()[-1]))
    assert {
        name.removeprefix("ocpp_rpc.cli.")
        for name in imported
        if name.startswith("ocpp_rpc.cli.")
    } == {"app", "lazy", "logs"}
    slow = {"rich", "ocpp_rpc.fleet", "ocpp_rpc.relay", "ocpp_rpc.simulator"}
    assert not imported & slow


def test_version() -> None:
    done = run("--version")
    assert (done.code, done.out) == (0, f"ocpp-rpc {ocpp_rpc.__version__}\n")


def test_a_command_that_does_not_exist() -> None:
    done = run("rely")
    assert done.code == 2
    assert "No such command 'rely'. Did you mean 'relay'?" in done.err


def completions(
    words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[str]:
    """What the program tells bash when it is asked to complete the last word."""
    monkeypatch.setenv("_OCPP_RPC_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", f"ocpp-rpc {words}")
    monkeypatch.setenv("COMP_CWORD", str(len(f"{words}.".split())))
    with pytest.raises(SystemExit) as ended:
        command_line()([], prog_name="ocpp-rpc")
    assert ended.value.code == 0
    return capsys.readouterr().out.split()


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("charg", ["charge-point", "chargers"]),
        ("--log-f", ["--log-format"]),
        ("relay --hos", ["--host"]),
        ("relay --transport ", ["websockets", "aiohttp", "picows"]),
        ("password re", ["remove"]),
        ("script plug", ["plug-and-charge"]),
    ],
)
def test_words_are_completed(
    words: str,
    wanted: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert completions(words, monkeypatch, capsys) == wanted


_TAB = """
COMP_WORDS=(ocpp-rpc charg) COMP_CWORD=1
_ocpp_rpc_completion ocpp-rpc
echo "${COMPREPLY[@]}"
"""


@pytest.mark.timeout(60)  # a program starts
@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The script for bash, with the program as pip installs it."""
    monkeypatch.setenv("_OCPP_RPC_COMPLETE", "source_bash")
    with pytest.raises(SystemExit):
        command_line()([], prog_name="ocpp-rpc")
    script = capsys.readouterr().out
    program = tmp_path / "ocpp-rpc"
    program.write_text(
        f"#!{sys.executable}\nfrom ocpp_rpc.cli import main\nmain()\n", "utf-8"
    )
    program.chmod(0o755)

    done = subprocess.run(
        ("bash", "-c", script + _TAB),
        capture_output=True,
        encoding="utf-8",
        env=ENVIRONMENT | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        timeout=PATIENCE,
        check=False,
    )

    assert (done.stdout, done.stderr) == ("charge-point chargers\n", "")


def test_log_level_and_format(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def set_up(level: str, form: str) -> None:
        asked.append((level, form))

    monkeypatch.setattr(logs, "set_up", set_up)
    command = ("script", "plug-and-charge")
    for options in ((), ("--log-level", "debug", "--log-format", "json")):
        with pytest.raises(SystemExit) as ended:
            command_line()([*options, *command])
        assert ended.value.code == 0
    assert asked == [("warning", "text"), ("debug", "json")]
