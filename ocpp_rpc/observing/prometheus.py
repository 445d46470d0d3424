"""An observer for Prometheus. Needs the extra `prometheus`.

Every metric but the last has the label `version`, the version of OCPP:

====================================  ==============================================
`ocpp_connections`                    gauge by `role`: connections that are open
`ocpp_connections_closed_total`       by `role` and `code`: connections that ended
`ocpp_messages_total`                 by `direction`: WebSocket messages
`ocpp_calls_total`                    by `direction`, `action` and `outcome`
`ocpp_call_duration_seconds`          histogram by `direction` and `action`: calls
                                      that were written
`ocpp_calls_refused_total`            by `outcome`: calls that no handler saw
`ocpp_bad_messages_total`             by `defect`: what is no OCPP message
`ocpp_stray_replies_total`            by `kind`: replies that nobody waited for
`ocpp_deviations_total`               by `kind`: what was let pass, though not valid
`ocpp_handshakes_refused_total`       by `reason`: clients that were turned away
====================================  ==============================================

Each label has few values, whatever peers send, and none has a part of a payload.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.errors import MissingDependency
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallAnswered,
    CallCancelled,
    CallFailed,
    CallRefused,
    CallSucceeded,
    Closed,
    Deviated,
    Event,
    FrameMended,
    FrameReceived,
    FrameSent,
    Opened,
    StrayReply,
)

from .outcomes import BUCKETS, Settled, error_type, fault_of, was_written

try:
    from prometheus_client import (
        REGISTRY,
        CollectorRegistry,
        Counter,
        Gauge,
        Histogram,
    )
except ImportError as error:
    raise MissingDependency("prometheus") from error

if TYPE_CHECKING:
    from ocpp_rpc.back_office.refusals import Refusal

__all__ = ["Prometheus"]

MetricT = TypeVar("MetricT", Counter, Gauge)

# RFC 6455 §7.4.1 and the registry of IANA. A peer may choose any other up to 4999.
_CLOSE_CODES: Final = range(1000, 1016)

_OTHER: Final = "other"


class Prometheus:
    """Counts the events of any number of connections, for Prometheus to collect.

    One object is for all connections of a process: a registry takes each name of a
    metric once.

    Args:
        registry: Where the metrics are registered; by default, the registry that
            `prometheus_client` exposes.
        by_identity: Whether all metrics but `ocpp_call_duration_seconds` and
            `ocpp_handshakes_refused_total` have the label `identity`. The default is
            False, because Prometheus keeps a dozen or more time series for each
            identity that was ever connected. Set it only if there are some hundred
            chargers, and a security profile keeps out clients that invent identities.

    Raises:
        ValueError: The registry has these metrics already.
    """

    def __init__(
        self, *, registry: CollectorRegistry = REGISTRY, by_identity: bool = False
    ) -> None:
        self._by_identity = by_identity
        each = ("version", "identity") if by_identity else ("version",)

        def metric(kind: type[MetricT], name: str, text: str, *labels: str) -> MetricT:
            return kind(f"ocpp_{name}", text, (*each, *labels), registry=registry)

        self._open = Gauge(
            "ocpp_connections",
            "Connections that are open",
            (*each, "role"),
            registry=registry,
            multiprocess_mode="livesum",
        )
        self._closed = metric(
            *(Counter, "connections_closed", "Connections that ended"),
            *("role", "code"),
        )
        self._messages = metric(Counter, "messages", "WebSocket messages", "direction")
        self._calls = metric(
            *(Counter, "calls", "Calls that ended, and how"),
            *("direction", "action", "outcome"),
        )
        self._duration = Histogram(
            "ocpp_call_duration_seconds",
            "How long calls took: sent ones from when they were written",
            ("version", "direction", "action"),
            buckets=BUCKETS,
            registry=registry,
        )
        self._refused = metric(
            Counter, "calls_refused", "Calls of peers that no handler saw", "outcome"
        )
        self._bad = metric(
            Counter, "bad_messages", "What came in and was no message", "defect"
        )
        self._stray = metric(
            Counter, "stray_replies", "Replies that nobody waited for", "kind"
        )
        self._deviations = metric(
            Counter, "deviations", "What was let pass although it is not valid", "kind"
        )
        self._handshakes = Counter(
            "ocpp_handshakes_refused",
            "Clients that were turned away",
            ("reason",),
            registry=registry,
        )

    def __call__(self, event: Event, connection: Connection, /) -> None:
        """Take note of an event."""
        take = self._TAKERS.get(type(event))
        if take is not None:
            take(self, event, connection)

    def refused(self, refusal: Refusal) -> None:
        """Take note of a client that was turned away: for `Server.on_refused`.

        The label `reason` is the HTTP status, such as `401`, or the failure of a client
        that never sent a request, such as `timeout`.
        """
        self._handshakes.labels(str(refusal.failure or refusal.status)).inc()

    # --- Events -----------------------------------------------------------------------

    def _of(self, metric: MetricT, connection: Connection, *values: str) -> MetricT:
        """Return the time series of a metric that a connection counts in."""
        if self._by_identity:
            values = (connection.identity, *values)
        return metric.labels(connection.version, *values)

    def _opened(self, event: Opened, connection: Connection) -> None:
        self._of(self._open, connection, connection.role).inc()
        for _ in event.deviations:
            self._of(self._deviations, connection, "handshake").inc()

    def _ended(self, event: Closed, connection: Connection) -> None:
        self._of(self._open, connection, connection.role).dec()
        code = str(event.code) if event.code in _CLOSE_CODES else _OTHER
        self._of(self._closed, connection, connection.role, code).inc()

    def _received(self, _: FrameReceived, connection: Connection) -> None:
        self._of(self._messages, connection, "received").inc()

    def _sent(self, _: FrameSent, connection: Connection) -> None:
        self._of(self._messages, connection, "sent").inc()

    def _settled(self, event: Settled, connection: Connection) -> None:
        self._count_call("sent", event, connection, has_duration=was_written(event))

    def _answered(self, event: CallAnswered, connection: Connection) -> None:
        self._count_call("received", event, connection)

    def _count_call(
        self,
        direction: str,
        event: Settled | CallAnswered,
        connection: Connection,
        *,
        has_duration: bool = True,
    ) -> None:
        action = event.procedure.action
        outcome = fault_of(event) or "response"
        self._of(self._calls, connection, direction, action, outcome).inc()
        if has_duration:
            series = self._duration.labels(connection.version, direction, action)
            series.observe(event.duration)

    def _call_refused(self, event: CallRefused, connection: Connection) -> None:
        # Without the action, which is any text that the peer likes.
        self._of(self._refused, connection, error_type(event.error)).inc()

    def _bad_message(self, event: BadMessage, connection: Connection) -> None:
        self._of(self._bad, connection, event.problem.defect.value).inc()

    def _stray_reply(self, event: StrayReply, connection: Connection) -> None:
        self._of(self._stray, connection, event.kind.value).inc()

    def _deviated(self, event: Deviated | FrameMended, connection: Connection) -> None:
        for deviation in event.deviations:
            self._of(self._deviations, connection, deviation.kind.value).inc()

    _TAKERS: ClassVar[Mapping[type[Event], Callable[..., None]]] = {
        BadMessage: _bad_message,
        CallAnswered: _answered,
        CallCancelled: _settled,
        CallFailed: _settled,
        CallRefused: _call_refused,
        CallSucceeded: _settled,
        Closed: _ended,
        Deviated: _deviated,
        FrameMended: _deviated,
        FrameReceived: _received,
        FrameSent: _sent,
        Opened: _opened,
        StrayReply: _stray_reply,
    }
