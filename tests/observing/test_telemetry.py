"""Spans and metrics of calls."""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
import sys
import weakref
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import (
    HistogramDataPoint,
    InMemoryMetricReader,
    NumberDataPoint,
)
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode, get_tracer

from ocpp_messages import FIELD, v16
from ocpp_rpc import FrameTolerance
from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.connection.settings import Settings
from ocpp_rpc.errors import (
    CallTimeout,
    ConnectionClosed,
    ErrorCode,
    MissingDependency,
    OcppError,
)
from ocpp_rpc.handlers.routing import Handler, Router
from ocpp_rpc.observing.telemetry import Telemetry
from ocpp_rpc.protocol.events import CallQueued, Event
from ocpp_rpc.testing import RawPeer, VirtualClock, pair, raw_peer

SOFT = v16.ResetRequest(type=v16.ResetType.SOFT)
COMMON = {"rpc.system": "ocpp", "ocpp.version": "1.6"}
SENT = {**COMMON, "rpc.method": "Reset", "ocpp.direction": "sent"}
RECEIVED = {**COMMON, "rpc.method": "Heartbeat", "ocpp.direction": "received"}
CALL = '[2,"id-1","Reset",{"type":"Soft"}]'
HEARTBEAT = '[2,"id-1","Heartbeat",{}]'


class Backend:
    """What a telemetry reports to, in memory."""

    def __init__(self) -> None:
        self._exporter = InMemorySpanExporter()
        self._reader = InMemoryMetricReader()
        self.tracer_provider = TracerProvider()
        self.tracer_provider.add_span_processor(SimpleSpanProcessor(self._exporter))
        self.meter_provider = MeterProvider(metric_readers=[self._reader])
        self.telemetry = Telemetry(
            tracer_provider=self.tracer_provider, meter_provider=self.meter_provider
        )

    @property
    def spans(self) -> list[ReadableSpan]:
        """The spans that have ended, in the order in which they did."""
        return list(self._exporter.get_finished_spans())

    def points(self, name: str) -> list[NumberDataPoint | HistogramDataPoint]:
        """What was recorded of a metric, for each set of attributes."""
        data = self._reader.get_metrics_data()
        return [
            point
            for resource in (data.resource_metrics if data else ())
            for scope in resource.scope_metrics
            for metric in scope.metrics
            if metric.name == name
            for point in metric.data.data_points
            if isinstance(point, NumberDataPoint | HistogramDataPoint)
        ]

    def counted(self, name: str) -> list[tuple[int | float, Mapping[str, Any]]]:
        """The values of a counter, with their attributes."""
        return [
            (point.value, dict(point.attributes or {}))
            for point in self.points(name)
            if isinstance(point, NumberDataPoint)
        ]

    def durations(self) -> list[tuple[float, Mapping[str, Any]]]:
        """The sums of the durations of calls, with their attributes."""
        return [
            (point.sum, dict(point.attributes or {}))
            for point in self.points("ocpp.call.duration")
            if isinstance(point, HistogramDataPoint)
        ]


@pytest.fixture
def backend() -> Backend:
    return Backend()


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()


class Conversation:
    """A scripted charger, in front of a back office that is observed."""

    def __init__(self, peer: RawPeer, clock: VirtualClock) -> None:
        self.peer = peer
        self.clock = clock
        self.connection = peer.connection

    async def call(self) -> asyncio.Task[v16.ResetResponse]:
        """Have the back office call, and return the call once it is written."""
        call = asyncio.create_task(self.connection.call(SOFT))
        assert await self.peer.recv() == CALL
        return call

    async def settle(self, call: asyncio.Task[Any], reply: str) -> None:
        """Reply two seconds later, and wait for the end of the call."""
        self.clock.advance(2)
        await self.peer.send(reply)
        await asyncio.wait([call])

    async def ask(self, text: str) -> str:
        """Call the back office, and return its reply."""
        await self.peer.send(text)
        return await self.peer.recv()


@asynccontextmanager
async def conversation(
    backend: Backend, clock: VirtualClock, handler: Handler = None
) -> AsyncGenerator[Conversation, None]:
    settings = Settings(
        observer=backend.telemetry,
        clock=clock,
        new_id=map("id-{}".format, count(1)).__next__,
    )
    async with raw_peer(handler, version="1.6", settings=settings) as peer:
        yield Conversation(peer, clock)


def heartbeats(function: Any) -> Router:
    routes = Router()
    routes.add(v16.HeartbeatRequest, function)
    return routes


# --- Calls of ours --------------------------------------------------------------------


async def test_a_call_of_ours(
    backend: Backend, clock: VirtualClock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    async with conversation(backend, clock) as talk:
        call = await talk.call()
        assert backend.spans == []
        await talk.settle(call, '[3,"id-1",{"status":"Accepted"}]')
        assert call.result().status == "Accepted"

    (span,) = backend.spans
    assert (span.name, span.kind) == ("Reset", SpanKind.CLIENT)
    assert span.status.status_code is StatusCode.UNSET
    assert span.attributes == {
        "rpc.system": "ocpp",
        "rpc.method": "Reset",
        "ocpp.version": "1.6",
        "ocpp.identity": "CP001",
        "ocpp.message_id": "id-1",
    }
    assert backend.durations() == [(2, SENT)]
    assert caplog.records == []  # a span that is ended twice is reported


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        (
            '[4,"id-1","FormationViolation","hunter2",{"a":"hunter2"}]',
            "FormatViolation",
        ),
        ('[4,"id-1","NotImplemented","",{}]', "NotImplemented"),
        ('[4,"id-1","AcmeError hunter2","",{}]', "_OTHER"),
        ('[3,"id-1",{"status":"hunter2"}]', "InvalidResponse"),
    ],
)
async def test_a_call_of_ours_that_fails(
    reply: str, fault: str, backend: Backend, clock: VirtualClock
) -> None:
    async with conversation(backend, clock) as talk:
        call = await talk.call()
        await talk.settle(call, reply)
        assert call.exception() is not None

    (span,) = backend.spans
    assert span.status.status_code is StatusCode.ERROR
    assert span.status.description == fault
    assert span.attributes is not None
    assert span.attributes["error.type"] == fault
    assert "hunter2" not in span.to_json()
    assert backend.durations() == [(2, SENT | {"error.type": fault})]


async def test_a_call_that_is_not_answered(
    backend: Backend, clock: VirtualClock
) -> None:
    async with conversation(backend, clock) as talk:
        call = await talk.call()
        clock.advance(30)
        with pytest.raises(CallTimeout):
            await call

    assert [span.status.description for span in backend.spans] == ["CallTimeout"]
    assert backend.durations() == [(30, SENT | {"error.type": "CallTimeout"})]


async def test_a_call_that_is_given_up(backend: Backend, clock: VirtualClock) -> None:
    async with conversation(backend, clock) as talk:
        call = await talk.call()
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call

    assert [span.status.description for span in backend.spans] == ["Cancelled"]
    assert backend.durations() == [(0, SENT | {"error.type": "Cancelled"})]


async def test_a_call_that_is_never_written(
    backend: Backend, clock: VirtualClock
) -> None:
    async with conversation(backend, clock) as talk:
        written = await talk.call()
        waiting = asyncio.create_task(talk.connection.call(SOFT, total_timeout=1))
        await asyncio.sleep(0)
        clock.advance(1)
        with pytest.raises(CallTimeout):
            await waiting
        await talk.peer.send('[3,"id-1",{"status":"Accepted"}]')
        await written

    span, _ = backend.spans
    assert span.attributes is not None
    assert span.attributes["ocpp.message_id"] == "id-2"
    assert span.status.description == "CallTimeout"
    assert backend.counted("ocpp.calls.unsent") == [
        (1, {**COMMON, "rpc.method": "Reset", "error.type": "CallTimeout"})
    ]
    assert backend.durations() == [(1, SENT)]


async def test_calls_that_a_close_leaves_unanswered(
    backend: Backend, clock: VirtualClock
) -> None:
    async with conversation(backend, clock) as talk:
        call = await talk.call()
        clock.advance(2)
        talk.peer.abort()
        with pytest.raises(ConnectionClosed):
            await call

    assert [span.status.description for span in backend.spans] == ["ConnectionClosed"]
    assert backend.durations() == [(2, SENT | {"error.type": "ConnectionClosed"})]


async def test_a_call_that_was_made_before_anybody_looked(
    backend: Backend, clock: VirtualClock
) -> None:
    def observer(event: Event, connection: Connection) -> None:
        if not isinstance(event, CallQueued):
            backend.telemetry(event, connection)

    settings = Settings(observer=observer, clock=clock, new_id=lambda: "id-1")
    async with raw_peer(version="1.6", settings=settings) as peer:
        talk = Conversation(peer, clock)
        call = await talk.call()
        await talk.settle(call, '[3,"id-1",{"status":"Accepted"}]')

    assert backend.spans == []
    assert backend.durations() == [(2, SENT)]


async def test_a_call_of_ours_belongs_to_what_makes_it(
    backend: Backend, clock: VirtualClock
) -> None:
    tracer = get_tracer("test", tracer_provider=backend.tracer_provider)
    async with conversation(backend, clock) as talk:
        with tracer.start_as_current_span("outer"):
            call = await talk.call()
        await talk.settle(call, '[3,"id-1",{"status":"Accepted"}]')

    outer, reset = backend.spans
    assert (outer.name, reset.name) == ("outer", "Reset")
    assert reset.parent == outer.context
    assert [event.name for event in reset.events] == ["written"]


# --- Calls of the peer ----------------------------------------------------------------


async def test_a_call_of_the_peer(backend: Backend, clock: VirtualClock) -> None:
    def takes_three_seconds(_request: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        clock.advance(3)
        return v16.HeartbeatResponse(current_time=datetime(2026, 1, 31, tzinfo=UTC))

    async with conversation(backend, clock, heartbeats(takes_three_seconds)) as talk:
        assert (await talk.ask(HEARTBEAT)).startswith('[3,"id-1",')

    (span,) = backend.spans
    assert (span.name, span.kind) == ("Heartbeat", SpanKind.SERVER)
    assert span.status.status_code is StatusCode.UNSET
    assert span.attributes is not None
    assert span.attributes["ocpp.message_id"] == "id-1"
    assert backend.durations() == [(3, RECEIVED)]


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (OcppError(ErrorCode.SECURITY_ERROR, "hunter2"), "SecurityError"),
        (OcppError("AcmeError hunter2"), "_OTHER"),
        (ValueError("hunter2"), "InternalError"),
    ],
)
async def test_a_call_of_the_peer_that_fails(
    error: Exception, fault: str, backend: Backend, clock: VirtualClock
) -> None:
    def fails(_request: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        raise error

    async with conversation(backend, clock, heartbeats(fails)) as talk:
        assert (await talk.ask(HEARTBEAT)).startswith('[4,"id-1",')

    (span,) = backend.spans
    assert span.status.status_code is StatusCode.ERROR
    assert span.status.description == fault
    assert "hunter2" not in span.to_json()
    assert backend.durations() == [(0, RECEIVED | {"error.type": fault})]


async def test_a_call_of_the_peer_that_is_refused(
    backend: Backend, clock: VirtualClock
) -> None:
    async with conversation(backend, clock) as talk:
        await talk.ask('[2,"1","hunter2",{}]')
        await talk.ask('[2,"2","hunter3",{}]')

    refused = COMMON | {"error.type": "NotImplemented"}
    assert backend.counted("ocpp.calls.refused") == [(2, refused)]
    assert backend.spans == []


async def test_a_call_of_the_peer_that_a_close_leaves_unanswered(
    backend: Backend, clock: VirtualClock
) -> None:
    called = asyncio.Event()

    async def never(_request: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        called.set()
        return await asyncio.Future[v16.HeartbeatResponse]()

    async with conversation(backend, clock, heartbeats(never)) as talk:
        await talk.peer.send(HEARTBEAT)
        await called.wait()
        talk.peer.abort()
        await talk.connection.wait_closed()

    assert [span.status.description for span in backend.spans] == ["ConnectionClosed"]


async def test_calls_both_ways_may_have_the_same_id(
    backend: Backend, clock: VirtualClock
) -> None:
    def later(_request: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        raise OcppError(ErrorCode.GENERIC_ERROR)

    async with conversation(backend, clock, heartbeats(later)) as talk:
        call = await talk.call()
        await talk.ask(HEARTBEAT)
        await talk.settle(call, '[3,"id-1",{"status":"Accepted"}]')

    assert [(span.name, span.kind) for span in backend.spans] == [
        ("Heartbeat", SpanKind.SERVER),
        ("Reset", SpanKind.CLIENT),
    ]


# --- Everything else ------------------------------------------------------------------


async def test_faults_of_the_peer_are_counted(
    backend: Backend, clock: VirtualClock
) -> None:
    async with conversation(backend, clock) as talk:
        for text in ("hunter2", "[7]", "[7]", '[3,"hunter2",{}]'):
            await talk.peer.send(text)
        await talk.ask('[2,"1","Heartbeat",{}]')

    assert backend.counted("ocpp.messages.bad") == [
        (1, COMMON | {"ocpp.defect": "not JSON"}),
        (2, COMMON | {"ocpp.defect": "unknown message type"}),
    ]
    stray = COMMON | {"ocpp.stray": "unknown"}
    assert backend.counted("ocpp.replies.stray") == [(1, stray)]


async def test_deviations_are_counted_by_kind(
    backend: Backend, clock: VirtualClock
) -> None:
    def refuse(_request: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        raise OcppError(ErrorCode.GENERIC_ERROR)

    async with conversation(backend, clock, heartbeats(refuse)) as talk:
        talk.peer.connection.tolerance = FIELD
        await talk.ask('[2,"1","Heartbeat",{"secret":1}]')

    odd = COMMON | {"ocpp.deviation": "extra field"}
    assert backend.counted("ocpp.deviations") == [(1, odd)]


async def test_mended_frames_are_deviations(backend: Backend) -> None:
    settings = Settings(
        observer=backend.telemetry, frame_tolerance=FrameTolerance(integer_ids=True)
    )
    async with raw_peer(None, version="1.6", settings=settings) as peer:
        await peer.send('[4,7,"GenericError","",{}]')
        await peer.send('[2,8,"Heartbeat",{}]')
        await peer.recv()

    odd = COMMON | {"ocpp.deviation": "integer id"}
    assert backend.counted("ocpp.deviations") == [(2, odd)]


async def test_nothing_is_kept_of_a_closed_connection(
    backend: Backend, clock: VirtualClock
) -> None:
    async with conversation(backend, clock) as talk:
        call = await talk.call()
        await talk.settle(call, '[3,"id-1",{"status":"Accepted"}]')
        connection = weakref.ref(talk.connection)

    del talk, call
    current = asyncio.current_task()
    await asyncio.gather(*(task for task in asyncio.all_tasks() if task is not current))
    gc.collect()

    assert connection() is None


async def test_without_an_sdk_nothing_happens() -> None:
    settings = Settings(observer=Telemetry())
    async with pair(version="1.6", settings=settings) as (station, _):
        with pytest.raises(OcppError):
            await station.call(v16.HeartbeatRequest())


def test_without_the_extra_there_is_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "ocpp_rpc.observing.telemetry")
    monkeypatch.setitem(sys.modules, "opentelemetry.metrics", None)

    with pytest.raises(MissingDependency) as caught:
        importlib.import_module("ocpp_rpc.observing.telemetry")

    assert caught.value.extra == "opentelemetry"
