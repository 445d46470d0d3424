"""Without an extra the command line says which one it needs."""

from __future__ import annotations

import pytest

from tests.cli.missing import remove
from tests.cli.programs import run
from tests.without import run_without


@pytest.mark.parametrize("module", ["rich", "typer"])
def test_command_line(module: str) -> None:
    done = run_without(module, "ocpp_rpc", "demo")

    assert done.returncode == 1
    assert done.stderr == f"ocpp-rpc needs {module}: pip install 'ocpp-rpc[cli]'\n"
    assert done.stdout == ""


HINT = "error: this needs an extra: pip install 'ocpp-rpc[websockets]'\n"


@pytest.mark.parametrize(
    "arguments",
    [("central-system",), ("charge-point", "CP1", "ws://127.0.0.1:9/")],
    ids=lambda arguments: arguments[0],
)
def test_connections(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    remove("websockets", monkeypatch)
    done = run(*arguments)

    assert (done.code, done.err) == (1, HINT)


def test_connections_of_a_program() -> None:
    done = run_without("websockets", "ocpp_rpc", "demo")

    assert (done.returncode, done.stderr) == (1, HINT)


def test_another_missing_module_is_not_taken_for_an_extra() -> None:
    done = run_without("ocpp_rpc.cli.screen", "ocpp_rpc", "demo")

    assert "ModuleNotFoundError" in done.stderr
