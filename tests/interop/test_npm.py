"""When the tests with npm peers are skipped."""

from __future__ import annotations

from pathlib import Path

from tests.interop.npm import missing


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
