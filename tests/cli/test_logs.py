"""What is logged is one line each, whatever it is about."""

from __future__ import annotations

import logging

import pytest

from ocpp_rpc.cli import logs

LOGGER = logging.getLogger("ocpp_rpc.connection")


def set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set up what a program has that pytest does not log for."""
    monkeypatch.setattr(logging.root, "handlers", [])
    monkeypatch.setattr(logging.root, "level", logging.NOTSET)
    logs.set_up()


def test_warnings_and_worse_are_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(monkeypatch)
    LOGGER.info("connected")
    LOGGER.warning("odd\x1b[2J")

    assert capsys.readouterr().err == ("warning: ocpp_rpc.connection: odd\\x1b[2J\n")


def test_an_exception_is_told_by_its_reason(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(monkeypatch)
    LOGGER.error("the handler failed", exc_info=ValueError("out\nof order"))

    assert capsys.readouterr().err == (
        "error: ocpp_rpc.connection: the handler failed (ValueError: out\\nof order)\n"
    )
