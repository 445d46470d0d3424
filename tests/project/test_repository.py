"""Files for tools and visitors of the repository say what pyproject.toml says."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).parents[2]
PYPROJECT: Final[Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
TEMPLATES: Final = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))


def test_pre_commit_has_the_ruff_of_the_lint_session() -> None:
    hooks = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    pinned = re.findall(r"ruff==[\d.]+", hooks)
    assert pinned
    assert [*dict.fromkeys(pinned)] == PYPROJECT["dependency-groups"]["lint"]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.stem))
def test_issue_templates_lead_into_this_repository(template: Path) -> None:
    text = template.read_text("utf-8")
    source = PYPROJECT["project"]["urls"]["Source"]
    assert all(url.startswith(source) for url in re.findall(r"https://\S+", text))
    named = re.findall(r"\b(?:docs|tests)/[\w/]+\.\w+", text)
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_there_are_templates() -> None:
    assert {path.stem for path in TEMPLATES} == {
        *("bug", "config", "feature", "odd_charger")
    }


def test_hints_name_extras_that_there_are() -> None:
    """What a message says to install, pip can install."""
    extras = PYPROJECT["project"]["optional-dependencies"]
    named: set[str] = set()
    for folder in ("codegen", "examples", "generated", "ocpp_rpc"):
        for path in (ROOT / folder).rglob("*.py"):
            text = path.read_text("utf-8")
            named.update(re.findall(r'MissingDependency\("([^"]*)"\)', text))
            for listed in re.findall(r"ocpp-rpc\[([\w,]+)\]", text):
                named.update(listed.split(","))
    assert {"cli", "codegen", "prometheus", "websockets"} <= named
    assert named <= extras.keys()
