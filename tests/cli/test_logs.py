"""What is logged is one line each, whatever it is about."""

from __future__ import annotations

import json
import logging

import pytest

from ocpp_rpc.cli import logs

LOGGER = logging.getLogger("ocpp_rpc.connection")


def set_up(
    monkeypatch: pytest.MonkeyPatch,
    level: logs.Level = "warning",
    form: logs.Format = "text",
) -> None:
    """Set up what a program has that pytest does not log for."""
    monkeypatch.setattr(logging.root, "handlers", [])
    monkeypatch.setattr(logging.root, "level", logging.NOTSET)
    monkeypatch.setattr(logging.getLogger("ocpp_rpc"), "level", logging.NOTSET)
    logs.set_up(level, form)


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


@pytest.mark.parametrize(
    ("level", "told"),
    [
        ("debug", ["debug", "info", "warning", "error"]),
        ("info", ["info", "warning", "error"]),
        ("warning", ["warning", "error"]),
        ("error", ["error"]),
    ],
)
def test_the_level_is_that_of_this_library(
    level: logs.Level,
    told: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_up(monkeypatch, level)
    for logger in (LOGGER, logging.getLogger("asyncio")):
        for each in ("debug", "info", "warning", "error"):
            getattr(logger, each)("seen")

    lines = capsys.readouterr().err.splitlines()
    ours = [line.partition(":")[0] for line in lines if "ocpp_rpc" in line]
    others = [line.partition(":")[0] for line in lines if "asyncio" in line]
    assert ours == told
    assert others == [each for each in told if each in {"warning", "error"}]


def test_json(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(monkeypatch, form="json")
    LOGGER.warning("odd\x1b[2J", extra={"identity": "CP 1"})

    record = json.loads(capsys.readouterr().err)
    assert (record["message"], record["identity"]) == ("odd\x1b[2J", "CP 1")
