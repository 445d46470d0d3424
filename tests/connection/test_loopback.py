"""Conversations over real WebSockets, with either side ours and the other one not."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, TypeAlias

import pytest
from websockets.asyncio.client import connect as websocket_connect
from websockets.asyncio.connection import Connection as WebSocket
from websockets.asyncio.server import serve as websocket_serve
from websockets.exceptions import ConnectionClosed as WebSocketClosed
from websockets.typing import Subprotocol

from ocpp_messages import v16
from ocpp_rpc import (
    Connection,
    ConnectionClosed,
    Handler,
    Limits,
    Settings,
    WebSocketSettings,
    connect,
    serve,
)
from ocpp_rpc.protocol.events import Closed, FrameReceived
from tests.protocol.clauses import HOSTILE, Code
from tests.support.scripted import (
    ASK,
    DONE,
    DONE_TEXT,
    Gate,
    Seen,
    accept,
    answer,
    ask,
    spin,
    told,
    transfers,
)
from tests.support.served import HOST, stuck

SUBPROTOCOLS = [Subprotocol("ocpp1.6")]
Opener: TypeAlias = Callable[..., Any]


@asynccontextmanager
async def station(
    handler: Handler = None, **options: Any
) -> AsyncGenerator[tuple[Connection, WebSocket], None]:
    """A station of ours, and the WebSocket of its back office."""
    opened: asyncio.Future[WebSocket] = asyncio.get_running_loop().create_future()

    async def accept(websocket: WebSocket) -> None:
        opened.set_result(websocket)
        await websocket.wait_closed()

    async with websocket_serve(accept, HOST, 0, subprotocols=SUBPROTOCOLS) as server:
        url = f"ws://{HOST}:{server.sockets[0].getsockname()[1]}"
        async with connect(
            url, "CP001", versions=["1.6"], handler=handler, **options
        ) as connection:
            yield connection, await opened


@asynccontextmanager
async def back_office(
    handler: Handler = None, **options: Any
) -> AsyncGenerator[tuple[Connection, WebSocket], None]:
    """A back office of ours, and the WebSocket of a station."""
    opened: asyncio.Future[Connection] = asyncio.get_running_loop().create_future()

    def factory(connection: Connection) -> Handler:
        if not opened.done():
            opened.set_result(connection)
        return handler

    async with (
        serve(factory, HOST, versions=["1.6"], **options) as server,
        websocket_connect(
            f"ws://{HOST}:{server.port}/CP001", subprotocols=SUBPROTOCOLS, proxy=None
        ) as websocket,
    ):
        yield await opened, websocket


either_side = pytest.mark.parametrize("side", [station, back_office])


# --- Handlers -------------------------------------------------------------------------


@either_side
async def test_a_handler_may_call_back(side: Opener) -> None:
    async def handler(_request: Any, connection: Connection) -> Any:
        assert await connection.call(ASK) == DONE
        return DONE

    async with side(transfers(handler)) as (_, websocket):
        await ask(websocket, "1")
        await answer(websocket)
        assert await told(websocket) == [3, "1", {"status": "Accepted"}]


async def test_handlers_of_both_sides_may_call_back() -> None:
    async def handler(request: v16.DataTransferRequest, connection: Connection) -> Any:
        if request.message_id == "call back":
            assert await connection.call(ASK) == DONE
        return DONE

    routes, outer = (
        transfers(handler),
        ASK.model_copy(update={"message_id": "call back"}),
    )
    async with (
        serve(routes, HOST, versions=["1.6"]) as server,
        connect(
            f"ws://{HOST}:{server.port}", "CP001", versions=["1.6"], handler=routes
        ) as ours,
    ):
        assert await ours.call(outer) == DONE
        assert await server.connections["CP001"].call(outer) == DONE


@either_side
async def test_a_slow_handler_delays_no_other(side: Opener) -> None:
    release = asyncio.Event()

    async def handler(request: v16.DataTransferRequest) -> Any:
        if request.message_id == "slow":
            await release.wait()
        return DONE

    async with side(transfers(handler)) as (_, websocket):
        slow = {"vendorId": "Acme", "messageId": "slow"}
        await websocket.send(json.dumps([2, "slow", "DataTransfer", slow]))
        for number in range(10):
            await ask(websocket, str(number))
            assert (await told(websocket))[:2] == [3, str(number)]
        release.set()
        assert (await told(websocket))[:2] == [3, "slow"]


@either_side
async def test_a_peer_that_pipelines_calls(side: Opener) -> None:
    async def handler(_request: Any) -> Any:
        await asyncio.sleep(0)
        return DONE

    async with side(transfers(handler)) as (_, websocket):
        for number in range(100):
            await ask(websocket, str(number))
        answers = [await told(websocket) for _ in range(100)]
    assert {head for head, *_ in answers} == {3}
    assert sorted(int(message_id) for _, message_id, _ in answers) == list(range(100))


@either_side
async def test_a_peer_that_pipelines_more_calls_than_are_handled(side: Opener) -> None:
    release = asyncio.Event()

    async def handler(_request: Any) -> Any:
        await release.wait()
        return DONE

    settings = Settings(limits=Limits(max_unanswered=3))
    async with side(transfers(handler), settings=settings) as (_, websocket):
        for number in range(10):
            await ask(websocket, str(number))
        for number in range(3, 10):
            refusal = await told(websocket)
            assert refusal[:3] == [4, str(number), "GenericError"]
        release.set()
        answered = {(await told(websocket))[1] for _ in range(3)}
        assert answered == {"0", "1", "2"}


@either_side
async def test_the_id_of_a_call_that_is_being_handled(side: Opener) -> None:
    release = asyncio.Event()

    async def handler(_request: Any) -> Any:
        await release.wait()
        return DONE

    async with side(transfers(handler)) as (_, websocket):
        await ask(websocket, "1")
        await ask(websocket, "1")
        assert (await told(websocket))[:3] == [4, "1", "ProtocolError"]
        release.set()
        assert (await told(websocket))[:2] == [3, "1"]
        await ask(websocket, "1")
        assert (await told(websocket))[:2] == [3, "1"]


# --- Calls ----------------------------------------------------------------------------


@either_side
async def test_a_thousand_stray_results(side: Opener) -> None:
    async with side() as (connection, websocket):
        for number in range(1000):
            await websocket.send(f'[3,"{number}",{DONE_TEXT}]')
        call = asyncio.create_task(connection.call(ASK))
        await answer(websocket)
        assert await call == DONE


@either_side
async def test_one_call_at_a_time(side: Opener) -> None:
    async with side() as (connection, websocket):
        calls = [asyncio.create_task(connection.call(ASK)) for _ in range(3)]
        for pending in (2, 1, 0):
            first = await told(websocket)
            # Whatever was written after that call arrives before this pong.
            await (await websocket.ping())
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0):
                    await websocket.recv()
            await websocket.send(f'[3,"{first[1]}",{DONE_TEXT}]')
            assert sum(not call.done() for call in calls) == pending + 1
        assert await asyncio.gather(*calls) == [DONE] * 3


async def test_nothing_leaks_into_the_next_connection() -> None:
    ids = iter(["first", "second", "third"])
    settings = Settings(new_id=lambda: next(ids))
    async with serve(None, HOST, versions=["1.6"], settings=settings) as server:
        url = f"ws://{HOST}:{server.port}/CP001"
        async with websocket_connect(url, subprotocols=SUBPROTOCOLS) as websocket:
            lost = [
                asyncio.create_task(server.connections["CP001"].call(ASK))
                for _ in range(2)
            ]
            assert (await told(websocket))[1] == "first"
        for call in lost:
            with pytest.raises(ConnectionClosed):
                await call
        async with websocket_connect(url, subprotocols=SUBPROTOCOLS) as websocket:
            call = asyncio.create_task(server.connections["CP001"].call(ASK))
            assert (await told(websocket))[1] == "third"
            await websocket.send(f'[3,"first",{DONE_TEXT}]')
            await websocket.send('[4,"third","GenericError","",{}]')
            with pytest.raises(Exception, match="GenericError"):
                await call


# --- The other side goes away ---------------------------------------------------------


async def closes(websocket: WebSocket) -> None:
    await websocket.close(1001, "bye")


async def breaks(websocket: WebSocket) -> None:
    websocket.transport.abort()


goes_away = pytest.mark.parametrize(("end", "code"), [(closes, 1001), (breaks, 1006)])


@either_side
@goes_away
async def test_gone_while_nothing_happens(side: Opener, end: Any, code: int) -> None:
    seen = Seen()
    async with side(settings=Settings(observer=seen)) as (connection, websocket):
        await end(websocket)
        await connection.wait_closed()
        with pytest.raises(ConnectionClosed) as caught:
            await connection.call(ASK)
    assert (caught.value.sent, caught.value.code) == (False, code)
    assert [event.code for event in seen.of(Closed)] == [code]


@either_side
@goes_away
async def test_gone_with_a_call_in_flight_and_others_queued(
    side: Opener, end: Any, code: int
) -> None:
    async with side() as (connection, websocket):
        calls = [asyncio.create_task(connection.call(ASK)) for _ in range(3)]
        await told(websocket)
        await end(websocket)
        failures = await asyncio.gather(*calls, return_exceptions=True)
    assert [
        (failure.sent, failure.code)
        for failure in failures
        if isinstance(failure, ConnectionClosed)
    ] == [(True, code), (False, code), (False, code)]


@either_side
@goes_away
async def test_gone_while_a_handler_runs(side: Opener, end: Any, code: int) -> None:
    gate = Gate()

    async def handler(_request: Any) -> None:
        await gate.pass_through()

    async with side(transfers(handler)) as (connection, websocket):
        await ask(websocket, "1")
        await gate.reached.wait()
        await end(websocket)
        await connection.wait_closed()
        await gate.cancelled.wait()


@either_side
@goes_away
async def test_gone_while_a_handler_waits_for_its_call(
    side: Opener, end: Any, code: int
) -> None:
    cancelled = asyncio.Event()

    async def handler(_request: Any, connection: Connection) -> None:
        try:
            await connection.call(ASK)
        except asyncio.CancelledError:
            cancelled.set()
            raise

    async with side(transfers(handler)) as (connection, websocket):
        await ask(websocket, "1")
        await told(websocket)
        await end(websocket)
        await connection.wait_closed()
        await cancelled.wait()


@either_side
@goes_away
async def test_gone_while_something_comes_after(
    side: Opener, end: Any, code: int
) -> None:
    gate = Gate()
    routes = transfers(accept)

    @routes.after(v16.DataTransferRequest)
    async def after(_request: Any) -> None:
        await gate.pass_through()

    async with side(routes) as (connection, websocket):
        await ask(websocket, "1")
        assert (await told(websocket))[:2] == [3, "1"]
        await gate.reached.wait()
        await end(websocket)
        await connection.wait_closed()
        await spin()
        assert (gate.inside, gate.cancelled.is_set()) == (1, False)
        gate.opened.set()
        await connection.running.finish()
        assert gate.inside == 0
    assert after is not None


@either_side
@goes_away
async def test_gone_while_closing(side: Opener, end: Any, code: int) -> None:
    gate = Gate()

    async def handler(_request: Any) -> None:
        await gate.pass_through()

    async with side(transfers(handler)) as (connection, websocket):
        await ask(websocket, "1")
        await gate.reached.wait()
        closing = asyncio.create_task(connection.close(4000, "ours"))
        await ask(websocket, "2")
        assert (await told(websocket))[:3] == [4, "2", "GenericError"]
        await end(websocket)
        await closing
        await gate.cancelled.wait()
        with pytest.raises(ConnectionClosed) as caught:
            await connection.call(ASK)
    assert caught.value.code == code


# --- We go away -----------------------------------------------------------------------


@either_side
@pytest.mark.parametrize("code", [1000, 1003, 1007, 1014, 3000, 4999])
async def test_the_code_and_the_reason_arrive(side: Opener, code: int) -> None:
    async with side() as (connection, websocket):
        first = asyncio.create_task(connection.close(code, "é" * 61))
        second = asyncio.create_task(connection.close(1001, "no"))
        with pytest.raises(WebSocketClosed):
            await websocket.recv()
        await asyncio.gather(first, second)
        assert (websocket.close_code, websocket.close_reason) == (code, "é" * 61)


@either_side
async def test_a_graceful_close_answers_what_was_accepted(side: Opener) -> None:
    gate, release = Gate(), asyncio.Event()

    async def handler(_request: Any) -> Any:
        gate.reached.set()
        await release.wait()
        return DONE

    async with side(transfers(handler)) as (connection, websocket):
        await ask(websocket, "1")
        await gate.reached.wait()
        closing = asyncio.create_task(connection.close())
        await ask(websocket, "2")
        assert (await told(websocket))[:3] == [4, "2", "GenericError"]
        release.set()
        assert (await told(websocket))[:2] == [3, "1"]
        with pytest.raises(WebSocketClosed):
            await websocket.recv()
        await closing
        assert websocket.close_code == 1000


@either_side
async def test_an_abort_breaks_the_connection(side: Opener) -> None:
    async with side() as (connection, websocket):
        call = asyncio.create_task(connection.call(ASK))
        await told(websocket)
        connection.abort()
        with pytest.raises(ConnectionClosed) as caught:
            await call
        assert (caught.value.sent, caught.value.code) == (True, 1006)
        with pytest.raises(WebSocketClosed):
            await websocket.recv()
        assert websocket.close_code == 1006


# --- Hostile messages -----------------------------------------------------------------


@either_side
@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_message_does_no_harm(side: Opener, name: str) -> None:
    message, code, _ = HOSTILE[name]
    async with side(transfers(accept)) as (_, websocket):
        await websocket.send(message)
        await ask(websocket, "next")
        if code is not None:
            expected = code.of("1.6") if isinstance(code, Code) else code
            assert (await told(websocket))[:3] == [4, "1", expected]
        assert (await told(websocket))[:2] == [3, "next"]


Message: TypeAlias = str | list[str]

TOO_LONG: dict[str, Message] = {
    "one frame": "x" * 1001,
    "of two bytes each": "é" * 501,
    "in fragments": ["x" * 400] * 3,
    "compressed": "x" * 1_000_000,
    "a call": f'[2,"1","DataTransfer",{{"vendorId":"Acme","data":"{"x" * 1000}"}}]',
}


@either_side
@pytest.mark.parametrize("message", TOO_LONG.values(), ids=TOO_LONG.keys())
async def test_a_message_over_the_limit(side: Opener, message: Message) -> None:
    seen = Seen()
    async with side(
        transfers(accept),
        settings=Settings(observer=seen),
        websocket=WebSocketSettings(max_size=1000),
    ) as (connection, websocket):
        call = asyncio.create_task(connection.call(ASK))
        await told(websocket)
        await websocket.send(message)
        with pytest.raises(ConnectionClosed) as caught:
            await call
        assert (caught.value.sent, caught.value.code) == (True, 1009)
        with pytest.raises(WebSocketClosed):
            await websocket.recv()
        assert websocket.close_code == 1009
    assert seen.of(FrameReceived) == []


@either_side
async def test_a_message_of_the_longest_size(side: Opener) -> None:
    limits = WebSocketSettings(max_size=1000)
    async with side(transfers(accept), websocket=limits) as (_, websocket):
        text = '[2,"1","DataTransfer",{"vendorId":"Acme","data":"x"}]'
        await websocket.send(text.replace("x", "x" * (1001 - len(text))))
        assert (await told(websocket))[:2] == [3, "1"]


@either_side
async def test_text_that_is_no_utf_8(side: Opener) -> None:
    # RFC 6455 §8.1: the WebSocket fails.
    async with side() as (connection, websocket):
        await websocket.send(b'[2,"1","DataTransfer",{"vendorId":"\xff"}]', text=True)
        await connection.wait_closed()
        with pytest.raises(ConnectionClosed) as caught:
            await connection.call(ASK)
        assert caught.value.code == 1007
        with pytest.raises(WebSocketClosed):
            await websocket.recv()
        assert websocket.close_code == 1007


BREAKING: dict[str, Callable[[WebSocket], Any]] = {
    "too long": lambda websocket: websocket.send("x" * 1001),
    "no UTF-8": lambda websocket: websocket.send(b"\xff", text=True),
    "hostile": lambda websocket: websocket.send("[" * 1000),
    "closed": closes,
    "broken": breaks,
}


@pytest.mark.parametrize("breaking", BREAKING.values(), ids=BREAKING.keys())
async def test_other_connections_are_unharmed(breaking: Callable[..., Any]) -> None:
    limits = WebSocketSettings(max_size=1000)
    async with (
        serve(transfers(accept), HOST, versions=["1.6"], websocket=limits) as server,
        AsyncExitStack() as stack,
    ):
        good, evil = [
            await stack.enter_async_context(
                websocket_connect(
                    f"ws://{HOST}:{server.port}/{identity}",
                    subprotocols=SUBPROTOCOLS,
                    proxy=None,
                )
            )
            for identity in ("good", "evil")
        ]
        await ask(good, "1")
        assert (await told(good))[:2] == [3, "1"]
        call = asyncio.create_task(server.connections["good"].call(ASK))
        message_id = (await told(good))[1]
        await breaking(evil)
        await ask(good, "2")
        assert (await told(good))[:2] == [3, "2"]
        await good.send(f'[3,"{message_id}",{DONE_TEXT}]')
        assert await call == DONE


# --- Back-pressure --------------------------------------------------------------------


DATA = "x" * 500_000
FLOOD = 100


def echo(_request: Any) -> Any:
    return DONE.model_copy(update={"data": DATA})


@asynccontextmanager
async def flooded(
    side: Opener, **options: Any
) -> AsyncGenerator[tuple[Connection, WebSocket, asyncio.Task[None]], None]:
    """A connection that cannot write, since the peer calls and does not read."""

    async def flood(websocket: WebSocket) -> None:
        for number in range(FLOOD):
            payload = f'{{"vendorId":"Acme","data":"{DATA}"}}'
            await websocket.send(f'[2,"{number}","DataTransfer",{payload}]')

    websocket_settings = WebSocketSettings(compression=False, close_timeout=0.1)
    async with side(transfers(echo), websocket=websocket_settings, **options) as (
        connection,
        websocket,
    ):
        flooding = asyncio.create_task(flood(websocket))
        await stuck(connection._transport)
        yield connection, websocket, flooding


@either_side
async def test_a_peer_that_does_not_read_is_not_read_either(side: Opener) -> None:
    seen = Seen()
    async with flooded(side, settings=Settings(observer=seen)) as (
        _,
        websocket,
        flooding,
    ):
        received = len(seen.of(FrameReceived))
        await spin(1000)
        assert len(seen.of(FrameReceived)) == received < FLOOD
        assert not flooding.done()
        for number in range(FLOOD):
            assert (await told(websocket))[:2] == [3, str(number)]
        await flooding


@either_side
@pytest.mark.parametrize("end", ["close", "abort"])
async def test_a_peer_that_does_not_read_holds_no_end_up(
    side: Opener, end: str
) -> None:
    async with flooded(side) as (connection, _, flooding):
        if end == "close":
            await connection.close()
        else:
            connection.abort()
        assert connection.closed
        with pytest.raises(WebSocketClosed):
            await flooding
