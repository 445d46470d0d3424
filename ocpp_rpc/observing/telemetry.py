"""An observer for OpenTelemetry. Needs the extra `opentelemetry`.

It makes a span for each call in either direction, and these metrics:

=======================  ==========================================================
`ocpp.call.duration`     histogram in seconds: sent calls from when they are
                         written, received calls from when they arrive
`ocpp.calls.unsent`      counter of calls of this side that were never written
`ocpp.calls.refused`     counter of received calls that reached no handler
`ocpp.messages.bad`      counter of received texts that were not OCPP-J messages
`ocpp.replies.stray`     counter of replies without a pending call
`ocpp.deviations`        counter of accepted deviations, by kind
=======================  ==========================================================

All attributes of metrics have few values, whatever peers send. The identity of the
station is an attribute of spans only. No span or metric contains a payload.

The span of a sent call begins when the program makes the call, as a child of the
current span; its event `written` marks when the call was written. OCPP has no trace
context, so the span of a received call has no parent. It is not current while a handler
runs either, because an observer gets events and does not run around handlers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.errors import ConnectionClosed, MissingDependency
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallAnswered,
    CallCancelled,
    CallFailed,
    CallQueued,
    CallReceived,
    CallRefused,
    CallStarted,
    CallSucceeded,
    Closed,
    Deviated,
    Event,
    FrameMended,
    Opened,
    StrayReply,
)

from .outcomes import BUCKETS, Settled, error_type, fault_of, was_written

try:
    from opentelemetry.context import Context
    from opentelemetry.metrics import Counter, MeterProvider, get_meter
    from opentelemetry.trace import (
        Span,
        SpanKind,
        StatusCode,
        TracerProvider,
        get_tracer,
    )
except ImportError as error:
    raise MissingDependency("opentelemetry") from error

__all__ = ["Telemetry"]

_SCOPE: Final = "ocpp_rpc"

_DIRECTIONS: Mapping[SpanKind, str] = {
    SpanKind.CLIENT: "sent",
    SpanKind.SERVER: "received",
}


@dataclass(frozen=True, slots=True)
class _Call:
    """A call on one connection; CLIENT: one of ours, SERVER: one of the peer."""

    kind: SpanKind
    id: str
    action: str


class Telemetry:
    """An observer that makes OpenTelemetry spans and metrics of events.

    One instance serves any number of connections; pass it as `Settings.observer`.

    Args:
        tracer_provider: The provider for spans; default: the global one.
        meter_provider: The provider for metrics; default: the global one.

    Raises:
        MissingDependency: On import, if the extra `opentelemetry` is not installed.
    """

    def __init__(
        self,
        *,
        tracer_provider: TracerProvider | None = None,
        meter_provider: MeterProvider | None = None,
    ) -> None:
        self._tracer = get_tracer(_SCOPE, tracer_provider=tracer_provider)
        meter = get_meter(_SCOPE, meter_provider=meter_provider)
        self._duration = meter.create_histogram(
            "ocpp.call.duration",
            unit="s",
            description="How long calls take",
            explicit_bucket_boundaries_advisory=BUCKETS,
        )
        self._unsent = meter.create_counter(
            "ocpp.calls.unsent", description="Calls of this side that were not written"
        )
        self._refused = meter.create_counter(
            "ocpp.calls.refused", description="Calls of peers that no handler saw"
        )
        self._bad = meter.create_counter(
            "ocpp.messages.bad", description="What came in and was no message"
        )
        self._stray = meter.create_counter(
            "ocpp.replies.stray", description="Replies that nobody waited for"
        )
        self._deviations = meter.create_counter(
            "ocpp.deviations", description="What was let pass although it is not valid"
        )
        self._spans: dict[Connection, dict[_Call, Span]] = {}

    def __call__(self, event: Event, connection: Connection, /) -> None:
        """Record an event of a connection."""
        take = self._TAKERS.get(type(event))
        if take is not None:
            take(self, event, connection)

    # --- Events -----------------------------------------------------------------------

    def _call_queued(self, event: CallQueued, connection: Connection) -> None:
        self._begin(_ours(event), None, connection)

    def _call_started(self, event: CallStarted, connection: Connection) -> None:
        span = self._spans.get(connection, {}).get(_ours(event))
        if span is not None:
            span.add_event("written")

    def _call_settled(self, event: Settled, connection: Connection) -> None:
        duration = event.duration if was_written(event) else None
        self._settle(_ours(event), duration, fault_of(event), connection)

    def _call_received(self, event: CallReceived, connection: Connection) -> None:
        self._begin(_theirs(event), Context(), connection)

    def _call_answered(self, event: CallAnswered, connection: Connection) -> None:
        self._settle(_theirs(event), event.duration, fault_of(event), connection)

    def _call_refused(self, event: CallRefused, connection: Connection) -> None:
        # Without the action, which is any text that the peer likes.
        _count(self._refused, "error.type", error_type(event.error), connection)

    def _bad_message(self, event: BadMessage, connection: Connection) -> None:
        _count(self._bad, "ocpp.defect", event.problem.defect.value, connection)

    def _stray_reply(self, event: StrayReply, connection: Connection) -> None:
        _count(self._stray, "ocpp.stray", event.kind.value, connection)

    def _deviated(self, event: Deviated | FrameMended, connection: Connection) -> None:
        for deviation in event.deviations:
            _count(self._deviations, "ocpp.deviation", deviation.kind.value, connection)

    def _opened(self, event: Opened, connection: Connection) -> None:
        for _ in event.deviations:
            _count(self._deviations, "ocpp.deviation", "handshake", connection)

    def _closed(self, event: Closed, connection: Connection) -> None:
        """End the spans of the calls that will not be answered."""
        for span in self._spans.pop(connection, {}).values():
            _end(span, ConnectionClosed.__name__)

    _TAKERS: ClassVar[Mapping[type[Event], Callable[..., None]]] = {
        BadMessage: _bad_message,
        CallAnswered: _call_answered,
        CallCancelled: _call_settled,
        CallFailed: _call_settled,
        CallQueued: _call_queued,
        CallReceived: _call_received,
        CallRefused: _call_refused,
        CallStarted: _call_started,
        CallSucceeded: _call_settled,
        Closed: _closed,
        Deviated: _deviated,
        FrameMended: _deviated,
        Opened: _opened,
        StrayReply: _stray_reply,
    }

    # --- Calls ------------------------------------------------------------------------

    def _begin(
        self, call: _Call, parent: Context | None, connection: Connection
    ) -> None:
        """Begin a span; without a parent, it is a child of the current one."""
        attributes = {
            **_common(connection),
            "rpc.method": call.action,
            "ocpp.identity": connection.identity,
            "ocpp.message_id": call.id,
        }
        self._spans.setdefault(connection, {})[call] = self._tracer.start_span(
            call.action, parent, kind=call.kind, attributes=attributes
        )

    def _settle(
        self,
        call: _Call,
        duration: float | None,
        fault: str | None,
        connection: Connection,
    ) -> None:
        """End the span of a call, and count it; `duration` is None if it was unsent."""
        span = self._spans.get(connection, {}).pop(call, None)
        if span is not None:  # None: it began before this observer did
            _end(span, fault)
        attributes = {**_common(connection), "rpc.method": call.action}
        if fault is not None:
            attributes["error.type"] = fault
        if duration is None:
            self._unsent.add(1, attributes)
        else:
            direction = _DIRECTIONS[call.kind]
            self._duration.record(duration, attributes | {"ocpp.direction": direction})


def _ours(event: CallQueued | CallStarted | Settled) -> _Call:
    return _Call(SpanKind.CLIENT, event.id, event.procedure.action)


def _theirs(event: CallReceived | CallAnswered) -> _Call:
    return _Call(SpanKind.SERVER, event.id, event.procedure.action)


def _common(connection: Connection) -> dict[str, str]:
    return {"rpc.system": "ocpp", "ocpp.version": connection.version}


def _count(counter: Counter, name: str, value: str, connection: Connection) -> None:
    counter.add(1, {**_common(connection), name: value})


def _end(span: Span, fault: str | None) -> None:
    if fault is not None:
        span.set_attribute("error.type", fault)
        span.set_status(StatusCode.ERROR, fault)
    span.end()
