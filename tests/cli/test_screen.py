"""Frames are shown in lines that fit the screen, whatever comes."""

from __future__ import annotations

import asyncio
import io
from datetime import UTC, datetime

import pytest
from rich.console import Console

import ocpp_messages
from ocpp_messages import v16, v21
from ocpp_rpc import (
    CallTimeout,
    Connection,
    ConnectionClosed,
    OcppError,
    Router,
    Settings,
    testing,
)
from ocpp_rpc.cli.screen import Screen
from ocpp_rpc.simulator import Charging, Note, SettingsRead, Told, Trouble
from ocpp_rpc.transports.memory import memory_pair

VENDOR = "V" * 20
MODEL = "M" * 20
FIRMWARE = "F" * 50
BOOT = (
    f'[2,"1","BootNotification",{{"chargePointVendor":"{VENDOR}",'
    f'"chargePointModel":"{MODEL}","firmwareVersion":"{FIRMWARE}"}}]'
)
HEAD = "1.6   CP001 → Central CALL   BootNotification"


class Shown:
    """A screen, and the lines on it."""

    def __init__(self, encoding: str = "utf-8", *, cuts: bool = True) -> None:
        self._bytes = io.BytesIO()
        self._encoding = encoding
        file = io.TextIOWrapper(self._bytes, encoding, newline="\n")
        self.screen = Screen(
            Console(file=file, highlight=False, markup=False), cuts=cuts
        )
        self.settings = Settings(observer=self.screen.observe)

    @property
    def lines(self) -> list[str]:
        return self._bytes.getvalue().decode(self._encoding).splitlines()


@pytest.fixture(autouse=True)
def columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)


def refuse(request: v16.BootNotificationRequest) -> v16.BootNotificationResponse:
    raise OcppError("SecurityError", f"not {request.charge_point_vendor}", {"a": "b"})


def accept(_: v16.AuthorizeRequest) -> v16.AuthorizeResponse:
    info = v16.IdTagInfo(status=v16.AuthorizationStatus.ACCEPTED)
    return v16.AuthorizeResponse(id_tag_info=info)


def routes() -> Router:
    router = Router()
    router.on(v16.BootNotificationRequest)(refuse)
    router.on(v16.AuthorizeRequest)(accept)
    return router


async def exchange(shown: Shown, text: str) -> None:
    """Let a charge point call, and get its answer."""
    settings = shown.settings
    async with testing.raw_peer(routes(), version="1.6", settings=settings) as peer:
        await peer.send(text)
        await peer.recv()


async def test_call_and_result() -> None:
    shown = Shown()
    await exchange(shown, '[2,"1","Authorize",{"idTag":"A"}]')

    assert shown.lines[:2] == [
        "1.6   CP001 → Central CALL   Authorize          idTag: A",
        "1.6   CP001 ← Central RESULT Authorize          idTagInfo: {status: Accepted}",
    ]


async def test_error() -> None:
    shown = Shown()
    await exchange(shown, BOOT)

    assert shown.lines[1] == (
        "1.6   CP001 ← Central ERROR  BootNotification   "
        f"SecurityError: not {VENDOR}  details: a: b"
    )


async def test_error_in_answer_to_a_result() -> None:
    shown = Shown()
    async with testing.raw_peer(version="2.1", settings=shown.settings) as peer:
        await peer.send('[5,"1","FormatViolation","no such field",{}]')
        await peer.send('[2,"2","Heartbeat",{}]')
        await peer.recv()

    assert shown.lines[0] == (
        "2.1   CP001 → CSMS    ERROR                     FormatViolation: no such field"
    )


async def test_lines_are_whole_where_there_is_no_screen() -> None:
    shown = Shown()
    await exchange(shown, BOOT)

    assert shown.lines[0] == (
        f"{HEAD}   chargePointVendor: {VENDOR}, chargePointModel: {MODEL}, "
        f"firmwareVersion: {FIRMWARE}"
    )


async def test_lines_end_where_the_screen_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    shown = Shown()
    await exchange(shown, BOOT)

    whole = f"{HEAD}   chargePointVendor: {VENDOR}, chargePointModel: {MODEL}"
    assert shown.lines[0] == whole[:119] + "…"


async def test_lines_are_whole_where_a_person_types(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = Shown(cuts=False)
    await exchange(shown, BOOT)

    assert shown.lines[0].endswith(f"firmwareVersion: {FIRMWARE}")


async def test_a_narrow_screen_shows_more_on_a_second_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = Shown()
    await exchange(shown, BOOT)

    payload = f"      chargePointVendor: {VENDOR}, chargePointModel: {MODEL}"
    assert shown.lines[:2] == [HEAD, payload[:79] + "…"]
    assert max(map(len, shown.lines)) <= 80


async def test_ascii_is_enough() -> None:
    shown = Shown("ascii")
    await exchange(shown, '[2,"1","Authorize",{"idTag":"A"}]')
    shown.screen.progress(connection_of("CP001"), 2000, 8000)

    assert shown.lines[0].startswith("1.6   CP001 > Central CALL ")
    assert shown.lines[1].startswith("1.6   CP001 < Central RESULT ")
    assert shown.lines[-1].endswith("charging  =====---------------  2.0 of 8.0 kWh")


async def test_what_is_no_message_is_shown_as_it_is() -> None:
    shown = Shown()
    async with testing.raw_peer(version="2.0.1", settings=shown.settings) as peer:
        await peer.send("\x1b[31m")
        answer = await peer.recv()

    assert answer.startswith('[4,"-1","RpcFrameworkError"')
    assert shown.lines[0] == r"2.0.1 CP001 → CSMS    BAD                       \x1b[31m"
    assert any("Expecting value" in line for line in shown.lines[1:])


def test_what_is_said_has_no_control_characters() -> None:
    shown = Shown()
    shown.screen.say("a \x1b[31mred\x07 tag\u202e")

    assert shown.lines == [r"a \x1b[31mred\x07 tag\u202e"]


async def test_binary_message() -> None:
    shown = Shown()
    async with testing.raw_peer(version="1.6", settings=shown.settings) as peer:
        await peer.send(b"\x00\x01")
        await peer.send('[2,"1","Heartbeat",{}]')
        await peer.recv()

    assert shown.lines[0] == "1.6   CP001 → Central BINARY                    2 bytes"


async def test_message_without_an_answer() -> None:
    shown = Shown()
    message = v21.NotifyPeriodicEventStream(
        id=7,
        pending=0,
        basetime=datetime(2026, 1, 31, 12, tzinfo=UTC),
        data=[v21.StreamDataElementType(t=0, v="1")],
    )
    async with testing.raw_peer(
        version="2.1", role=v21.STATION, settings=shown.settings
    ) as peer:
        await peer.connection.send(message)
        await peer.recv()

    (line, *_) = shown.lines
    assert line.startswith("2.1   CP001 → CSMS    SEND   NotifyPeriodicEventStream ")


async def test_both_sides_may_use_the_same_id() -> None:
    shown = Shown()
    settings = Settings(observer=shown.screen.observe, new_id=lambda: "1")
    async with testing.raw_peer(routes(), version="1.6", settings=settings) as peer:
        call = asyncio.create_task(peer.connection.call(v16.ClearCacheRequest()))
        await peer.recv()
        await peer.send('[2,"1","Authorize",{"idTag":"A"}]')
        await peer.recv()
        await peer.send('[3,"1",{"status":"Accepted"}]')
        await call

    assert [line.split()[2:6] for line in shown.lines[:4]] == [
        ["←", "Central", "CALL", "ClearCache"],
        ["→", "Central", "CALL", "Authorize"],
        ["←", "Central", "RESULT", "Authorize"],
        ["→", "Central", "RESULT", "ClearCache"],
    ]


async def test_a_call_without_an_answer_is_told() -> None:
    shown = Shown()
    clock = testing.VirtualClock()
    settings = Settings(observer=shown.screen.observe, clock=clock, call_timeout=30)
    async with testing.raw_peer(version="1.6", settings=settings) as peer:
        call = asyncio.create_task(peer.connection.call(v16.ClearCacheRequest()))
        await peer.recv()
        clock.advance(30)
        with pytest.raises(CallTimeout):
            await call

    assert shown.lines[1] == "1.6   CP001 · ClearCache was not answered in time"


async def test_a_call_that_the_end_leaves_unanswered_is_told() -> None:
    shown = Shown()
    async with testing.raw_peer(version="1.6", settings=shown.settings) as peer:
        call = asyncio.create_task(peer.connection.call(v16.ClearCacheRequest()))
        await peer.recv()
        await peer.close(1001)
        with pytest.raises(ConnectionClosed):
            await call

    assert shown.lines[1].startswith(
        "1.6   CP001 · ClearCache: connection closed (1001)"
    )


async def test_the_end_is_told() -> None:
    shown = Shown()
    async with testing.raw_peer(version="1.6", settings=shown.settings) as peer:
        await peer.close(1001)
        await peer.connection.wait_closed()

    assert shown.lines == ["1.6   CP001 · disconnected (1001)"]


def connection_of(identity: str) -> Connection:
    package = ocpp_messages.load("1.6")
    transport, _ = memory_pair()
    return Connection(transport, package, package.BACK_OFFICE, identity=identity)


@pytest.mark.parametrize(
    ("identity", "name"),
    [
        ("A", "A    "),
        ("[red]A", "[red]A"),
        ("\x1b[31mA", r"\x1b[31mA"),
        ("A" * 48, "A" * 20),
        ("充电", "充电 "),
    ],
)
async def test_identities_are_shown_in_a_column(identity: str, name: str) -> None:
    shown = Shown()
    shown.screen.note(connection_of(identity), "here")

    assert shown.lines == [f"1.6   {name} · here"]


async def test_the_column_grows_with_the_identities() -> None:
    shown = Shown()
    for identity in ("A", "A" * 8, "B"):
        shown.screen.note(connection_of(identity), "here")

    assert [line.index("·") for line in shown.lines] == [12, 15, 15]


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        (Note("reset\x1b[31m"), [r"reset\x1b[31m"]),
        (Trouble("an unknown transaction"), ["an unknown transaction"]),
        (
            Charging(2000, 8000),
            ["charging  ━━━━━───────────────  2.0 of 8.0 kWh"],
        ),
        (SettingsRead({}), ["no configuration"]),
        (
            SettingsRead({"Interval": "7", "Key": None}),
            ["configuration:", "  Interval  7", "  Key"],
        ),
    ],
)
async def test_it_shows_what_the_simulator_tells(told: Told, lines: list[str]) -> None:
    shown = Shown()
    shown.screen.tell(told, connection_of("CP001"))

    assert shown.lines == [f"1.6   CP001 · {line}" for line in lines]
