"""Without the extra the generator says that it needs it."""

from __future__ import annotations

import pytest

from tests.without import run_without


@pytest.mark.parametrize(
    "module", ["datamodel_code_generator", "jinja2", "jsonschema", "rich", "typer"]
)
def test_generator(module: str) -> None:
    done = run_without(module, "codegen", "check")

    assert done.returncode == 1
    assert done.stderr == (
        f"ocpp-codegen needs {module}: pip install 'ocpp-rpc[codegen]'\n"
    )
    assert done.stdout == ""


def test_another_missing_module_is_not_taken_for_the_extra() -> None:
    done = run_without("codegen.emitting.package", "codegen", "check")

    assert "ModuleNotFoundError" in done.stderr
