"""Without an extra the command line says which one it needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if f"{name}.".startswith(f"{module}."):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

_, module, *arguments = sys.argv
sys.meta_path.insert(0, Missing())

from ocpp_rpc.cli import main

main(arguments)
"""


def run_without(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as if a module were not installed."""
    return subprocess.run(
        (sys.executable, "-c", PROGRAM, module, *arguments),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("module", ["rich", "typer"])
def test_command_line(module: str) -> None:
    done = run_without(module, "demo")

    assert done.returncode == 1
    assert done.stderr == f"ocpp-rpc needs {module}: pip install 'ocpp-rpc[cli]'\n"
    assert done.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [("demo",), ("central-system",), ("charge-point", "CP1", "ws://127.0.0.1:9/")],
    ids=lambda arguments: arguments[0],
)
def test_connections(arguments: tuple[str, ...]) -> None:
    done = run_without("websockets", *arguments)

    assert done.returncode == 1
    assert done.stderr == (
        "error: this needs an extra: pip install 'ocpp-rpc[websockets]'\n"
    )


def test_another_missing_module_is_not_taken_for_an_extra() -> None:
    done = run_without("ocpp_rpc.cli.screen", "demo")

    assert "ModuleNotFoundError" in done.stderr
