"""What noxfile.py and the settings of mutmut name is there.

A path that is gone is a test that is not run, or one that is run in vain.
"""

from __future__ import annotations

import ast
import tomllib
from itertools import chain
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).parents[2]


def literal(name: str) -> Any:
    """The value of a constant of noxfile.py, without what is found out there."""
    for statement in ast.parse((ROOT / "noxfile.py").read_text("utf-8")).body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                if isinstance(value, ast.List):
                    fixed = [e for e in value.elts if isinstance(e, ast.Constant)]
                    return [each.value for each in fixed]
                return ast.literal_eval(value)
            case _:
                pass
    raise KeyError(name)


SUITES: Final = list(chain.from_iterable(literal("SUITES").values()))
LIBRARY: Final = literal("LIBRARY")
MUTMUT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"][
    "mutmut"
]
NAMED: Final = sorted(
    {
        *SUITES,
        *LIBRARY,
        *literal("SHOWN_ONCE"),
        *MUTMUT["only_mutate"],
        *MUTMUT["pytest_add_cli_args_test_selection"],
    }
)


@pytest.mark.parametrize("test", NAMED)
def test_what_is_named_is_there(test: str) -> None:
    path, _, function = test.partition("::")
    assert (ROOT / path).exists()
    if function:
        assert f"def {function}(" in (ROOT / path).read_text("utf-8")
