"""Without an extra the command line says which one it needs."""

from __future__ import annotations

import pytest

from tests.without import run_without


@pytest.mark.parametrize("module", ["rich", "typer"])
def test_command_line(module: str) -> None:
    done = run_without(module, "ocpp_rpc", "demo")

    assert done.returncode == 1
    assert done.stderr == f"ocpp-rpc needs {module}: pip install 'ocpp-rpc[cli]'\n"
    assert done.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [("demo",), ("central-system",), ("charge-point", "CP1", "ws://127.0.0.1:9/")],
    ids=lambda arguments: arguments[0],
)
def test_connections(arguments: tuple[str, ...]) -> None:
    done = run_without("websockets", "ocpp_rpc", *arguments)

    assert done.returncode == 1
    assert done.stderr == (
        "error: this needs an extra: pip install 'ocpp-rpc[websockets]'\n"
    )


def test_another_missing_module_is_not_taken_for_an_extra() -> None:
    done = run_without("ocpp_rpc.cli.screen", "ocpp_rpc", "demo")

    assert "ModuleNotFoundError" in done.stderr
