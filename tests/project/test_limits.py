"""A test that hangs is one failure, and the run goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

HANGING = """
import asyncio
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st


async def test_whose_task_is_busy():
    async def busy():
        while True:
            pass

    await asyncio.wait([asyncio.create_task(busy())])
    await asyncio.Event().wait()


@given(st.integers())
def test_an_example(number):
    threading.Event().wait()


@pytest.fixture
async def stuck():
    yield
    await asyncio.Event().wait()


async def test_whose_fixture_hangs_as_well(stuck):
    await asyncio.Event().wait()


def test_after_all_that():
    pass
"""


@pytest.mark.timeout(60)
def test_what_hangs_fails(tmp_path: Path) -> None:
    path = tmp_path / "test_hanging.py"
    path.write_text(HANGING, encoding="utf-8")
    options = ["-q", "-c", "pyproject.toml", "-p", "tests.limits", "--timeout=0.3"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "-p", "no:cacheprovider", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "3 failed, 1 passed, 1 error in" in done.stdout
