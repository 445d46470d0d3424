"""docs/migrating.md: its programs run with each other, and what it says is so."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, fields
from importlib import import_module
from typing import Any, Final, cast

import pytest
from pydantic import ValidationError

import ocpp_messages
from ocpp_messages import v16
from ocpp_rpc import (
    CannotSend,
    Connection,
    ConnectionClosed,
    InvalidResponse,
    OcppError,
    OcppRpcError,
    Router,
)
from ocpp_rpc.testing import pair, raw_peer
from tests.project.blocks import PATIENCE, ROOT, Example, programs, python, running

_exceptions: Any = import_module("ocpp.exceptions")
_routing: Any = import_module("ocpp.routing")
_v16: Any = import_module("ocpp.v16")
_v201: Any = import_module("ocpp.v201")
_v21: Any = import_module("ocpp.v21")

PAGE: Final = (ROOT / "docs" / "migrating.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Pair:
    """A program with `ocpp`, the same with this library, and what either prints."""

    old: str
    new: str
    printed: str


def pairs(found: list[Example]) -> list[Pair]:
    """The program of a pair that comes last has what both print after it."""
    return [
        Pair(old.program, new.program, new.printed)
        for old, new in zip(found[::2], found[1::2], strict=True)
    ]


(
    BACK_OFFICE_16,
    CHARGER_16,
    BACK_OFFICE_201,
    CHARGER_201,
    STATEFUL_16,
) = pairs(programs(PAGE))


async def lines(process: asyncio.subprocess.Process, text: str) -> str:
    """Read as many lines as a text has."""
    assert process.stdout is not None
    async with asyncio.timeout(PATIENCE):
        read = [await process.stdout.readline() for _ in text.splitlines()]
    return b"".join(read).decode()


async def finish(command: Sequence[str]) -> str:
    """Run a command and return what it prints; `ocpp` also logs errors to stderr."""
    async with running(command) as process, asyncio.timeout(PATIENCE):
        printed, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()
    return printed.decode()


@pytest.mark.parametrize("charger", ["old", "new"])
@pytest.mark.parametrize("back_office", ["old", "new"])
@pytest.mark.parametrize(
    ("serving", "charging"),
    [
        pytest.param(BACK_OFFICE_16, CHARGER_16, id="1.6"),
        pytest.param(BACK_OFFICE_201, CHARGER_201, id="2.0.1"),
        pytest.param(STATEFUL_16, CHARGER_16, id="stateful"),
    ],
)
async def test_programs(
    serving: Pair, charging: Pair, back_office: str, charger: str, port: str
) -> None:
    serve, call = (
        python(getattr(pair, side).replace("9000", port))
        for pair, side in ((serving, back_office), (charging, charger))
    )
    start, printed = serving.printed.split("\n", 1)
    async with running(serve) as process:
        assert await lines(process, start) == start + "\n"
        assert await finish(call) == charging.printed
        assert await lines(process, printed) == printed


# --- What differs on the wire ---------------------------------------------------------

ROWS: Final = re.findall(
    r"^\|[^|]+\| `(\[.*\])` \| (.+) \| (.+) \|$", PAGE, re.MULTILINE
)

ANSWERS: Final[Mapping[str, Mapping[str, Any]]] = {
    "Authorize": {"id_tag_info": {"status": "Accepted"}},
    "FirmwareStatusNotification": {},
    "MeterValues": {},
    "SecurityEventNotification": {},
}
AFTERWARDS: Final = '[2,"afterwards","Fly",{}]'


class Wire:
    """What `ocpp` takes for a connection."""

    def __init__(self) -> None:
        self.incoming: Final = asyncio.Queue[str]()
        self.outgoing: Final = asyncio.Queue[str]()

    async def recv(self) -> str:
        return await self.incoming.get()

    async def send(self, text: str) -> None:
        self.outgoing.put_nowait(text)


def handled(action: str, handle: Callable[..., Any]) -> dict[str, Callable[..., Any]]:
    """A method for a class of `ocpp`, which finds it again by its name."""
    handle.__name__ = f"on_{action}"
    return {handle.__name__: _routing.on(action)(handle)}


def endpoint(package: Any, methods: Mapping[str, Any], wire: Wire) -> Any:
    """One side of a connection, with `ocpp`."""
    cls: Any = type("Endpoint", (package.ChargePoint,), dict(methods))
    return cls("CP001", wire, response_timeout=0.05)


@asynccontextmanager
async def reading(old: Any) -> AsyncGenerator[asyncio.Task[None]]:
    task: asyncio.Task[None] = asyncio.create_task(old.start())
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait([task])


def respond(response: Any) -> Callable[..., Any]:
    return lambda *_, **__: response


def old_handlers() -> dict[str, Any]:
    methods: dict[str, Any] = {}
    for action, answer in ANSWERS.items():
        response = getattr(_v16.call_result, action)(**answer)
        methods |= handled(action, respond(response))
    return methods


def new_handlers() -> Router:
    routes = Router()
    for action, answer in ANSWERS.items():
        procedure: Any = v16.PROCEDURES[action]
        response = procedure.response(**answer)

        def handle(_: object, response: Any = response) -> Any:
            return response

        routes.add(procedure.request, handle)
    return routes


def described(reply: str) -> str:
    kind, message_id, *rest = json.loads(reply)
    if message_id == "afterwards":
        return "no answer"
    return "a response" if kind == 3 else str(rest[0])


async def old_answer(frame: str) -> str:
    wire = Wire()
    wire.incoming.put_nowait(frame)
    wire.incoming.put_nowait(AFTERWARDS)
    async with reading(endpoint(_v16, old_handlers(), wire)) as task:
        replied = asyncio.create_task(wire.outgoing.get())
        await asyncio.wait([task, replied], return_when=asyncio.FIRST_COMPLETED)
        if replied.done():
            return described(replied.result())
        replied.cancel()
        return f"`start()` raises {type(task.exception()).__name__}"


async def new_answer(frame: str) -> str:
    async with raw_peer(new_handlers(), version="1.6") as peer:
        await peer.send(frame)
        await peer.send(AFTERWARDS)
        return described(await peer.recv())


def test_there_is_a_table() -> None:
    assert len(ROWS) == 13


@pytest.mark.parametrize(("frame", "old", "new"), ROWS)
async def test_answers(frame: str, old: str, new: str) -> None:
    assert (await old_answer(frame), await new_answer(frame)) == (old, new)


@pytest.mark.parametrize("action", ["Fly", "Heartbeat"])
async def test_unhandled_actions_of_21(action: str) -> None:
    handlers = handled("ClearCache", respond(_v21.call_result.ClearCache("Accepted")))
    wire = Wire()
    wire.incoming.put_nowait(f'[2,"1","{action}",{{}}]')
    wire.incoming.put_nowait('[2,"afterwards","ClearCache",{}]')
    async with reading(endpoint(_v21, handlers, wire)):
        assert json.loads(await wire.outgoing.get())[1] == "afterwards"


async def test_details_of_errors() -> None:
    frame = '[2,"1","Authorize",{"idTag":"A","x":1}]'
    wire = Wire()
    wire.incoming.put_nowait(frame)
    async with reading(endpoint(_v16, old_handlers(), wire)):
        details = json.loads(await wire.outgoing.get())[4]
        assert json.loads(details["ocpp_message"]) == json.loads(frame)
    async with raw_peer(new_handlers(), version="1.6") as peer:
        await peer.send(frame)
        assert await peer.recv() == (
            '[4,"1","FormationViolation","$.x: Extra inputs are not permitted",{}]'
        )


async def test_a_response_that_is_not_valid() -> None:
    frame = '[2,"1","Authorize",{"idTag":"A"}]'
    bad: Any = {"id_tag_info": {"status": "Fine"}}
    wire = Wire()
    wire.incoming.put_nowait(frame)
    handlers = handled("Authorize", respond(_v16.call_result.Authorize(**bad)))
    async with reading(endpoint(_v16, handlers, wire)):
        assert json.loads(await wire.outgoing.get())[2] == "FormatViolation"

    def authorize(_: object) -> Any:
        return v16.AuthorizeResponse(**bad)

    async with raw_peer(authorize, version="1.6") as peer:
        await peer.send(frame)
        assert await peer.recv() == '[4,"1","InternalError","",{}]'


async def test_vendor_data() -> None:
    seen: list[Any] = []

    def handle(_: object, data: Any, custom_data: Any, **__: Any) -> Any:
        seen.extend([data, custom_data])
        return _v201.call_result.DataTransfer(status="Accepted", data=data)

    wire = Wire()
    wire.incoming.put_nowait(
        '[2,"1","DataTransfer",{"vendorId":"x","data":{"maxKw":1},'
        '"customData":{"vendorId":"y","maxKw":2}}]'
    )
    async with reading(endpoint(_v201, handled("DataTransfer", handle), wire)):
        payload = json.loads(await wire.outgoing.get())[2]
    assert seen == [{"max_kw": 1}, {"vendor_id": "y", "max_kw": 2}]
    assert payload == {"status": "Accepted", "data": {"maxKw": 1}}


# --- What differs in the program ------------------------------------------------------


@pytest.mark.parametrize(
    ("reply", "old", "new"),
    [
        ('[4,"?","SecurityError","",{}]', _exceptions.SecurityError, OcppError),
        (
            '[4,"?","Vendors","",{}]',
            _exceptions.UnknownCallErrorCodeError,
            OcppError,
        ),
        (
            '[3,"?",{"status":"Fine"}]',
            _exceptions.FormatViolationError,
            InvalidResponse,
        ),
    ],
)
async def test_answers_that_raise(
    reply: str, old: type[Exception], new: type[OcppRpcError]
) -> None:
    wire = Wire()
    caller = endpoint(_v16, {}, wire)
    async with reading(caller):
        request = _v16.call.ClearCache()
        calling = asyncio.create_task(caller.call(request, suppress=False))
        message_id = json.loads(await wire.outgoing.get())[1]
        wire.incoming.put_nowait(reply.replace("?", message_id))
        with pytest.raises(old):
            await calling

    async with raw_peer(version="1.6") as peer:
        called = asyncio.create_task(peer.connection.call(v16.ClearCacheRequest()))
        message_id = json.loads(await peer.recv())[1]
        await peer.send(reply.replace("?", message_id))
        with pytest.raises(new):
            await called


async def test_an_error_that_ocpp_does_not_raise() -> None:
    wire = Wire()
    old = endpoint(_v16, {}, wire)
    async with reading(old):
        calling = asyncio.create_task(old.call(_v16.call.ClearCache()))
        message_id = json.loads(await wire.outgoing.get())[1]
        wire.incoming.put_nowait(f'[4,"{message_id}","SecurityError","",{{}}]')
        assert await calling is None


async def test_a_handler_that_makes_a_call() -> None:
    outcomes: list[type[BaseException]] = []

    async def handle(charger: Any, **_: Any) -> Any:
        with pytest.raises(TimeoutError) as raised:
            await charger.call(_v16.call.ClearCache())
        outcomes.append(raised.type)
        return _v16.call_result.Authorize(**ANSWERS["Authorize"])

    wire = Wire()
    wire.incoming.put_nowait('[2,"1","Authorize",{"idTag":"A"}]')
    async with reading(endpoint(_v16, handled("Authorize", handle), wire)):
        _, message_id, *_ = json.loads(await wire.outgoing.get())
        wire.incoming.put_nowait(f'[3,"{message_id}",{{"status":"Accepted"}}]')
        assert json.loads(await wire.outgoing.get())[:2] == [3, "1"]
    assert outcomes == [TimeoutError]

    async def authorize(
        _: v16.AuthorizeRequest, connection: Connection
    ) -> v16.AuthorizeResponse:
        answer = await connection.call(v16.ClearCacheRequest())
        status = v16.AuthorizationStatus(answer.status)
        return v16.AuthorizeResponse(id_tag_info=v16.IdTagInfo(status=status))

    def clear(_: v16.ClearCacheRequest) -> v16.ClearCacheResponse:
        return v16.ClearCacheResponse(status=v16.ClearCacheStatus.ACCEPTED)

    station, back_office = Router(), Router()
    station.add(v16.ClearCacheRequest, clear)
    back_office.add(v16.AuthorizeRequest, authorize)
    async with pair(station, back_office, version="1.6") as (charger, _):
        response = await charger.call(v16.AuthorizeRequest(id_tag="A"))
    assert response.id_tag_info.status == v16.AuthorizationStatus.ACCEPTED


async def test_a_lost_connection() -> None:
    class Lost(Wire):
        async def recv(self) -> str:
            await self.incoming.get()
            raise EOFError

    wire = Lost()
    old = endpoint(_v16, {}, wire)
    async with reading(old) as task:
        calling = asyncio.create_task(old.call(_v16.call.ClearCache()))
        await wire.outgoing.get()
        wire.incoming.put_nowait("")
        await asyncio.wait([task])
        assert isinstance(task.exception(), EOFError)
        assert not calling.done()
        with pytest.raises(TimeoutError):
            await calling

    async with pair(version="1.6") as (charger, back_office):
        calling = asyncio.create_task(
            charger.call(v16.HeartbeatRequest(), timeout=None)
        )
        await asyncio.sleep(0)
        back_office.abort()
        with pytest.raises(ConnectionClosed):
            await calling


async def test_a_call_of_the_other_role() -> None:
    wire = Wire()
    old = endpoint(_v16, old_handlers(), wire)
    calling = asyncio.create_task(old.call(_v16.call.ClearCache()))
    assert json.loads(await wire.outgoing.get())[2] == "ClearCache"
    calling.cancel()
    async with pair(version="1.6") as (charger, _):
        other = cast(Any, v16.ClearCacheRequest())
        with pytest.raises(CannotSend):
            await charger.call(other)


async def test_a_request_that_is_not_valid() -> None:
    long = "x" * 51
    with pytest.raises(_exceptions.TypeConstraintViolationError):
        await endpoint(_v16, {}, Wire()).call(
            _v16.call.ChangeConfiguration(key=long, value=None)
        )
    with pytest.raises(ValidationError) as raised:
        v16.ChangeConfigurationRequest(key=long, value="x" * 501)
    assert raised.value.error_count() == 2


# --- Names ----------------------------------------------------------------------------


@pytest.mark.parametrize("version", ["1.6", "2.0.1", "2.1"])
@pytest.mark.parametrize(
    ("module", "kind"), [("call", "request"), ("call_result", "response")]
)
def test_fields(version: str, module: str, kind: str) -> None:
    names = f"ocpp.v{version.replace('.', '').removesuffix('0')}"
    old: Any = import_module(f"{names}.{module}")
    different: set[str] = set()
    for action, procedure in ocpp_messages.load(version).PROCEDURES.items():
        if procedure.kind is ocpp_messages.ProcedureKind.CALL:
            theirs = {field.name for field in fields(getattr(old, action))}
            ours: set[str] = set(getattr(procedure, kind).model_fields)
            different |= theirs - ours
    expected = re.findall(r"`(iso_15118_\w+)`", PAGE)
    assert different == (
        set(expected) if (version, kind) == ("2.1", "request") else set()
    )
