"""When the tests with npm peers are skipped, and when they fail instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interop.npm import missing
from tests.support.lacking import lack


def test_nothing_is_missing(tmp_path: Path) -> None:
    for package in ("ocpp-rpc", "ocpp-ts"):
        (tmp_path / "node_modules" / package).mkdir(parents=True)
    assert missing(tmp_path, node="python3") == ""


def test_a_package_is_missing(tmp_path: Path) -> None:
    (tmp_path / "node_modules" / "ocpp-rpc").mkdir(parents=True)
    assert missing(tmp_path, node="python3") == (
        "npm package ocpp-ts not installed: run npm ci in tests/interop"
    )


def test_node_is_missing(tmp_path: Path) -> None:
    assert missing(tmp_path, node="no-such-program") == "Node is not installed"


def test_what_is_missing_is_named_where_a_test_is_skipped() -> None:
    with pytest.raises(pytest.skip.Exception, match=r"^Node is not installed$"):
        lack("Node is not installed", ci=False)


def test_what_is_missing_fails_a_test_in_ci() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"^Node is not installed$"):
        lack("Node is not installed", ci=True)


@pytest.mark.parametrize("ci", [False, True])
def test_nothing_missing_ends_no_test(ci: bool) -> None:
    lack("", ci=ci)
