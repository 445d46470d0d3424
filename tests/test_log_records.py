"""What log records say beside their text: which charger they are about."""

from __future__ import annotations

import ast
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import ocpp_rpc
from ocpp_messages import v16
from ocpp_rpc import Settings, serve
from ocpp_rpc.lines import about
from ocpp_rpc.observing import wire_log
from ocpp_rpc.testing import pair
from tests.back_office.admitted import enter
from tests.support.served import HOST, heartbeats

PACKAGE: Final = Path(ocpp_rpc.__file__).parent
METHODS: Final = {"debug", "info", "warning", "error", "exception"}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """All calls of loggers in the package, but for the command line."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not name.startswith("cli/") and is_log(node):
                assert isinstance(node, ast.Call)
                yield name, node


def is_log(node: ast.AST) -> bool:
    match node:
        case ast.Call(
            func=ast.Attribute(value=ast.Name("logger" | "wire_logger"), attr=method)
        ):
            return method in METHODS
        case _:
            return False


def says_who(call: ast.Call) -> bool:
    return any(keyword.arg == "extra" for keyword in call.keywords)


def test_whatever_begins_with_an_identity_says_so_to_programs() -> None:
    seen = 0
    for name, call in calls():
        text = call.args[0]
        assert isinstance(text, ast.Constant), (name, call.lineno)
        if str(text.value).startswith(("%r: ", "%s: ")):
            seen += 1
            assert says_who(call), (name, call.lineno)
    assert seen > 20


def test_what_a_record_has() -> None:
    assert about("CP 1") == {"identity": "CP 1"}
    assert about("CP 1", "1.6") == {"identity": "CP 1", "version": "1.6"}


async def test_the_records_of_a_conversation(caplog: pytest.LogCaptureFixture) -> None:
    """Each record of a connection, and of the wire log, has the identity as it is."""
    caplog.set_level(logging.DEBUG, "ocpp_rpc")
    settings = Settings(observer=wire_log())
    async with pair(
        None, heartbeats(), version="1.6", identity="CP\n1", settings=settings
    ) as (station, _):
        await station.call(v16.HeartbeatRequest())
    seen = [
        (record.name, getattr(record, "identity", None), getattr(record, "version", 0))
        for record in caplog.records
    ]
    assert {name for name, _, _ in seen} == {"ocpp_rpc.connection", "ocpp_rpc.wire"}
    assert {(identity, version) for _, identity, version in seen} == {("CP\n1", "1.6")}
    assert len(seen) == 8  # open and closed twice, and two frames twice


async def test_the_records_of_a_server(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "ocpp_rpc.server")
    async with serve(None, HOST, versions=["1.6"]) as server:
        for _ in range(2):
            await enter(server)
    (again, warned) = caplog.records
    assert again.getMessage() == "'CP001': connected again"
    assert (again.__dict__["identity"], again.__dict__["version"]) == ("CP001", "1.6")
    assert not hasattr(warned, "identity")  # it is about all chargers
