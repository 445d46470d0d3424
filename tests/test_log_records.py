"""What log records say beside their text: which charger they are about."""

from __future__ import annotations

import ast
import logging
from dataclasses import dataclass
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
METHODS: Final = frozenset(
    {"critical", "debug", "error", "exception", "info", "log", "warn", "warning"}
)
IDENTITY: Final = ("%r: ", "%s: ", "%s %s ")
"""How a text begins that names a charger; the last one is the wire log."""

CLAIMED: Final = "whoever is turned away has proved no identity"
ENGINE: Final = "what connects the nodes of a fleet"
MANY: Final = "about all chargers, or several"
UNREADABLE: Final = "a message of a fleet that cannot be read says nothing of a charger"

NOBODY: Final = {
    ("back_office/refusals.py", "refused %s"): CLAIMED,
    ("back_office/refusals.py", "an observer of refusals failed"): CLAIMED,
    (
        "back_office/security_events.py",
        "an observer of security events failed",
    ): "about a function of the program",
    ("back_office/server.py", "a handshake failed"): CLAIMED,
    ("back_office/server.py", "cutting %d connections"): MANY,
    (
        "back_office/server.py",
        "a connection was replaced by one without credentials: without a security "
        "profile, anyone can end the connection of any station; see "
        "docs/security.md, or set ServerSettings(duplicates='refuse')",
    ): MANY,
    ("console/fleets.py", "following the fleet failed; it is tried again"): MANY,
    ("console/fleets.py", "the engine of the fleet cannot be reached"): ENGINE,
    ("fleet/bus/bus.py", "a message on %s failed"): UNREADABLE,
    ("fleet/bus/nats.py", "%s"): ENGINE,
    ("fleet/bus/nats.py", "the engine cannot be reached"): ENGINE,
    ("fleet/bus/nats.py", "the engine can be reached again"): ENGINE,
    ("fleet/bus/nats.py", "the engine: %s"): ENGINE,
    (
        "fleet/node/claims.py",
        "too many stations came and went: some events are lost",
    ): MANY,
    ("fleet/node/node.py", "another node also has the name %s"): "about two nodes",
    ("fleet/operator/streams.py", "a message cannot be read: %s"): UNREADABLE,
    (
        "fleet/operator/streams.py",
        "a consumer of %s is too slow: %d messages were dropped",
    ): MANY,
    (
        "fleet/operator/streams.py",
        "a program reads the changes too slowly: some are lost",
    ): MANY,
    (
        "security/passwords/file.py",
        "%s can be read by every user of this machine",
    ): MANY,
    ("security/passwords/file.py", "%s; the content read before stays in use"): MANY,
    (
        "transports/asgi.py",
        "Accept(websocket=...) has no effect over ASGI: the ASGI server sends "
        "the pings and sets the limits; see docs/back-office.md",
    ): MANY,
}
"""The calls of loggers that say nothing of a charger, and why."""

DECIDING: Final = "before the version is chosen"
DIALLING: Final = "without a connection"
GUEST: Final = "a further back office may want any version"

NO_VERSION: Final = {
    ("back_office/deciding.py", "%r: %s took too long"): DECIDING,
    ("back_office/deciding.py", "%r: checking its credentials failed"): DECIDING,
    (
        "back_office/deciding.py",
        "%r: recording its security profile failed",
    ): DECIDING,
    ("back_office/deciding.py", "%r: on_connect failed"): DECIDING,
    (
        "back_office/server.py",
        "%r: on_connect chose OCPP %s, which this server does not support",
    ): DECIDING,
    (
        "back_office/server.py",
        "%r: the settings of on_connect have no dialect of OCPP %s",
    ): DECIDING,
    ("relay/guests.py", "%r: %s"): GUEST,
    (
        "relay/guests.py",
        "%r: %s is too slow or not connected: messages for it are dropped",
    ): GUEST,
    ("relay/guests.py", "%r: %s chose another version"): GUEST,
    ("relay/guests.py", "%r: copied to %s"): GUEST,
    ("relay/guests.py", "%r: not copied to %s any more"): GUEST,
    ("relay/guests.py", "%r: refused a call of %s"): GUEST,
    ("relay/holding.py", "%r: {text}"): "while the back office is lost",
    ("relay/relay.py", "%r: %s"): DECIDING,
    (
        "relay/relay.py",
        "%r: %s gets no copy: its address cannot be determined",
    ): DECIDING,
    (
        "security/passwords/passwords.py",
        "%r: uses %s password, now the only valid one",
    ): DECIDING,
    (
        "security/signing/signing.py",
        "%r: a signature cannot be checked",
    ): "a seal is made for an identity, whatever its version",
    (
        "station/course.py",
        "%r: %s; the network profile of lower priority remains in use",
    ): DIALLING,
    ("station/course.py", "%r: %s; the next attempt is in %.1f s"): DIALLING,
    ("station/course.py", "%r: on_outcome failed"): DIALLING,
    ("station/station.py", "%r: %s; there are no further attempts"): DIALLING,
    ("station/station.py", "%r: the station stops after an unexpected error"): DIALLING,
}
"""The calls of loggers that name the identity alone, and why."""


@dataclass(frozen=True)
class Logged:
    """A call of a logger."""

    module: str
    call: ast.Call

    @property
    def text(self) -> str:
        # `log` takes a level before it.
        assert isinstance(self.call.func, ast.Attribute)
        text = self.call.args[self.call.func.attr == "log"]
        if isinstance(text, ast.Constant):
            return str(text.value)
        return ast.unparse(text).removeprefix("f").strip("'")

    @property
    def key(self) -> tuple[str, str]:
        return self.module, self.text

    @property
    def extra(self) -> ast.expr | None:
        found = (each.value for each in self.call.keywords if each.arg == "extra")
        return next(found, None)

    @property
    def names_identity_only(self) -> bool:
        match self.extra:
            case ast.Call(func=ast.Name("about"), args=[_], keywords=[]):
                return True
            case _:
                return False


def logged_in(module: str, source: str) -> list[Logged]:
    """Return the calls of whatever has a name with "log" in it, such as `logger`."""
    found: list[Logged] = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(value=logger, attr=method)):
                name = ast.unparse(logger).rpartition(".")[2].lower()
                if method in METHODS and "log" in name:
                    found.append(Logged(module, node))
            case _:
                pass
    return found


@pytest.fixture(scope="module")
def logged() -> list[Logged]:
    """All calls of loggers in the package."""
    return [
        each
        for path in sorted(PACKAGE.rglob("*.py"))
        for each in logged_in(
            path.relative_to(PACKAGE).as_posix(), path.read_text("utf-8")
        )
    ]


def test_calls_of_loggers_are_found() -> None:
    source = """
logger.info("%r: one", 1)
self._logger.log(level, "two", extra=about(identity))
_LOG.exception("three", extra=about(identity, version))
logging.getLogger("x").debug(f"{four}")
numbers.log(2)
"""
    one, two, three, four = logged_in("x.py", source)
    assert [each.text for each in (one, two, three, four)] == [
        "%r: one",
        "two",
        "three",
        "{four}",
    ]
    assert [each.extra is None for each in (one, two, three)] == [True, False, False]
    assert [each.names_identity_only for each in (two, three)] == [True, False]


def test_each_record_says_whose_it_is_or_why_not(logged: list[Logged]) -> None:
    """A new one without `extra` has to have it, or a line of the table."""
    assert len(logged) > 70
    assert {each.key for each in logged if each.extra is None} == NOBODY.keys()


def test_each_record_says_which_version_or_why_not(logged: list[Logged]) -> None:
    found = {each.key for each in logged if each.names_identity_only}
    assert found == NO_VERSION.keys()


def test_whatever_begins_with_an_identity_says_so_to_programs(
    logged: list[Logged],
) -> None:
    naming = [each for each in logged if each.text.startswith(IDENTITY)]
    assert len(naming) > 40
    assert [each.key for each in naming if each.extra is None] == []


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
