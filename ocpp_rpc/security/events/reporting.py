"""Reports the security events of a station to its back office.

`EventReporter` notices events on the connections of a station and in its attempts to
connect, and sends SecurityEventNotification:

* an invalid message of the back office: InvalidMessages;
* HTTP 401 or 403 from the server: FailedToAuthenticateAtCsms (1.6:
  FailedToAuthenticateAtCentralSystem);
* a server certificate that is not trusted: InvalidCsmsCertificate (1.6:
  InvalidCentralSystemCertificate);
* a server whose version of TLS is too low, or that has no cipher suite in common:
  InvalidTLSVersion, InvalidTLSCipherSuite.

The same event is reported only once until the next connection opens, even if many
attempts fail (A00.FR.316, A00.FR.419 of 2.x; 2.0.1 errata 2023-12, 2.2.1).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Final

from ocpp_messages import VersionPackage
from ocpp_rpc.connection.settings import Settings
from ocpp_rpc.errors import (
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    ErrorCode,
    HandshakeFailed,
    InvalidResponse,
    OcppError,
    OcppRpcError,
    QueueFull,
    TlsFault,
)
from ocpp_rpc.lines import about, one_line
from ocpp_rpc.observing.wire import observers
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallFailed,
    CallRefused,
    CallSucceeded,
    Closed,
    Event,
    Opened,
)
from ocpp_rpc.security.boot.triggers import ACCEPTED, BOOT

from .kinds import MAX_TECH_INFO, MAX_TYPE, StationEvent
from .notifications import NOTIFICATION, Report, expressed

if TYPE_CHECKING:
    from ocpp_rpc.connection.connection import Connection
    from ocpp_rpc.station.outbox import Outbox

__all__ = ["EventReporter"]

logger = logging.getLogger("ocpp_rpc.security")

_ATTEMPTS: Final = 3
"""The number of attempts for a report that the back office does not answer in time."""


class EventReporter:
    """Reports the security events of a station to its back office.

    Pass one to `connect`; it serves all connections of that station::

        reporter = EventReporter(outbox=outbox)
        connect(..., security_events=reporter)

    The reporter notices events of connections itself; `report` adds those of your
    program. It sends nothing before it has seen the response that accepts a
    BootNotification, and nothing in 1.5, which has no SecurityEventNotification.

    While there is no connection, events wait for the next one. Pass an `outbox`, so
    that critical events wait in its file and are delivered even after a restart
    (A04.FR.02): `forward` sends them in the order of the outbox.

    Args:
        outbox: The outbox that keeps critical events until they are delivered. None:
            critical events wait in memory, as all others do.
        critical_only: Whether to send critical events only, which is all that OCPP
            requires (A04.FR.01). The logger `ocpp_rpc.security` logs all events.
        accepted: Whether the back office has accepted this station before, so that the
            station does not boot again.
        max_waiting: The number of events that may wait in memory; default: 100. For a
            further one, the oldest event that is not critical is discarded, or else the
            oldest.

    Raises:
        ValueError: `max_waiting` is less than 1.
    """

    def __init__(
        self,
        *,
        outbox: Outbox | None = None,
        critical_only: bool = False,
        accepted: bool = False,
        max_waiting: int = 100,
    ) -> None:
        if max_waiting < 1:
            raise ValueError(f"max_waiting has to be at least 1, not {max_waiting}")
        self._outbox = outbox
        self._critical_only = critical_only
        self._accepted = accepted
        self._max_waiting = max_waiting
        self._waiting: list[Report] = []
        self._told: set[StationEvent] = set()
        self._connection: Connection | None = None
        self._package: VersionPackage | None = None
        self._sending: asyncio.Task[None] | None = None
        self._stalled = False
        self._station: Mapping[str, str] = {}  # for the log

    def __len__(self) -> int:
        """Return the number of events that wait in memory."""
        return len(self._waiting)

    def report(
        self,
        event: StationEvent | str,
        tech_info: str | None = None,
        *,
        critical: bool | None = None,
        timestamp: datetime | None = None,
    ) -> None:
        """Report a security event to the back office, as soon as possible.

        Call it in the event loop of the station.

        Args:
            event: The event; a name of your own if no `StationEvent` fits.
            tech_info: Details without secrets, cut at 255 characters.
            critical: Whether the event is critical. None: as the version defines it; an
                event of your own is not critical.
            timestamp: The time of the event, with a time zone. None: now.

        Raises:
            ValueError: The name is empty or longer than 50 characters, or the timestamp
                has no time zone.
            RuntimeError: No event loop runs in this thread.
        """
        if not 0 < len(event) <= MAX_TYPE:
            said = f"the name of an event must have 1 to {MAX_TYPE} characters"
            raise ValueError(said)
        if timestamp is not None and timestamp.tzinfo is None:
            raise ValueError("the timestamp of an event needs a time zone")
        if tech_info is not None:
            tech_info = tech_info[:MAX_TECH_INFO]
        time = timestamp or datetime.now(UTC)
        self._add(Report(event, time, tech_info, critical))

    # --- For `connect` ----------------------------------------------------------------

    def watched(self, settings: Settings, identity: str) -> Settings:
        """Return settings that also pass the events of connections to this reporter.

        Args:
            settings: The settings without the reporter.
            identity: The identity of the station, for log records from now on.
        """
        self._station = about(identity)
        if settings.observer is None:
            return replace(settings, observer=self.observe)
        return replace(settings, observer=observers(settings.observer, self.observe))

    def failed(self, failure: HandshakeFailed, package: VersionPackage) -> None:
        """Report a failed attempt to open a connection, if it is a security event.

        Args:
            failure: The failure.
            package: The version that was offered first. It decides which events are
                critical until there is a connection.
        """
        self._package = self._package or package
        if failure.tls_fault is not None:
            self._see(_TLS_EVENTS[failure.tls_fault], failure.detail)
        elif failure.status in _REFUSED:
            self._see(StationEvent.FAILED_TO_AUTHENTICATE_AT_CSMS, failure.detail)

    def observe(self, event: Event, connection: Connection, /) -> None:
        """Report an event of a connection, if it is a security event."""
        take = self._TAKERS.get(type(event))
        if take is not None:
            take(self, event, connection)

    # --- Events of connections --------------------------------------------------------

    def _opened(self, _: Opened, connection: Connection) -> None:
        self._connection, self._package = connection, connection.package
        self._station = about(connection.identity, connection.version)
        self._told.clear()
        self._stalled = False
        self._send_soon()

    def _closed(self, _: Closed, connection: Connection) -> None:
        if self._connection is connection:
            self._connection = None
            self._station = about(connection.identity)

    def _succeeded(self, event: CallSucceeded, connection: Connection) -> None:
        if event.procedure.action == BOOT:
            answer: Any = event.response
            self._accepted = answer.status == ACCEPTED
        self._stalled = False  # the back office answers
        self._send_soon()

    def _bad(self, event: BadMessage, connection: Connection) -> None:
        self._see(StationEvent.INVALID_MESSAGES, str(event))

    def _refused(self, event: CallRefused, connection: Connection) -> None:
        if event.error.code in _INVALID:
            self._see(StationEvent.INVALID_MESSAGES, str(event))

    def _failed(self, event: CallFailed, connection: Connection) -> None:
        if isinstance(event.error, InvalidResponse):
            self._see(StationEvent.INVALID_MESSAGES, str(event.error))

    _TAKERS: ClassVar[Mapping[type[Event], Callable[..., None]]] = {
        BadMessage: _bad,
        CallFailed: _failed,
        CallRefused: _refused,
        CallSucceeded: _succeeded,
        Closed: _closed,
        Opened: _opened,
    }

    def _see(self, event: StationEvent, why: str) -> None:
        """Report an event that was noticed here, once in a series."""
        if event not in self._told:
            self._told.add(event)
            self._add(Report(event, datetime.now(UTC), one_line(why, MAX_TECH_INFO)))

    # --- Sending ----------------------------------------------------------------------

    def _add(self, report: Report) -> None:
        version = "" if self._package is None else self._package.VERSION
        critical = report.is_critical(version)
        level = logging.WARNING if critical else logging.INFO
        logger.log(
            level,
            "security event %s: %s",
            report.name,
            report.tech_info,
            extra=self._station,
        )
        if self._critical_only and not critical:
            return
        if critical and self._is_kept(report):
            return
        self._waiting.append(report)
        if len(self._waiting) > self._max_waiting:
            self._give_up_one(version)
        self._send_soon()

    def _is_kept(self, report: Report) -> bool:
        """Put a report into the outbox; tell whether that worked."""
        if self._outbox is None or self._package is None:
            return False
        request: Any = expressed(report, self._package)
        if request is None:
            return False
        try:
            self._outbox.put(request)
        except OcppRpcError as error:
            # The outbox or the disk is full; from memory, it may still be sent.
            logger.error(  # noqa: TRY400
                "security event %s: %s", report.name, error, extra=self._station
            )
            return False
        return True

    def _give_up_one(self, version: str) -> None:
        waiting = self._waiting
        spare = (each for each in waiting if not each.is_critical(version))
        lost = next(spare, waiting[0])
        waiting.remove(lost)
        logger.warning(
            "security event %s: discarded, too many wait",
            lost.name,
            extra=self._station,
        )

    def _send_soon(self) -> None:
        """Start a task that sends the reports, unless one runs or sending must wait."""
        connection = self._connection
        if connection is None or connection.closed or not self._accepted:
            return
        if not self._waiting or self._stalled or self._sending is not None:
            return
        if NOTIFICATION not in connection.package.PROCEDURES:
            return  # the version of the next connection may have it
        self._sending = asyncio.create_task(self._send(connection))
        self._sending.add_done_callback(self._sent)

    def _sent(self, task: asyncio.Task[None]) -> None:
        self._sending = None
        if task.cancelled():
            return
        if (error := task.exception()) is not None:
            logger.error(
                "security events cannot be reported",
                exc_info=error,
                extra=self._station,
            )
            return
        self._send_soon()  # over the next connection, if it is open by now

    async def _send(self, connection: Connection) -> None:
        """Send the waiting reports, until the connection closes or does not answer."""
        while self._waiting and not self._stalled and not connection.closed:
            report = self._waiting[0]
            request: Any = expressed(report, connection.package)
            if request is None:
                self._remove(report, f"OCPP {connection.version} has no such event")
                continue
            try:
                await connection.call(request)
            except ConnectionClosed:
                return  # it stays, because delivery is at least once
            except QueueFull:
                self._stalled = True
            except CallTimeout as error:
                self._put_off(report, error)
            except (OcppError, InvalidResponse, CannotSend) as error:
                self._remove(report, error)
            else:
                self._remove(report, None)

    def _put_off(self, report: Report, error: Exception) -> None:
        """Stop sending until the back office has answered another call."""
        self._stalled = True
        if report.attempts + 1 >= _ATTEMPTS:
            self._remove(report, error)
        elif report in self._waiting:
            again = replace(report, attempts=report.attempts + 1)
            self._waiting[self._waiting.index(report)] = again

    def _remove(self, report: Report, error: Exception | str | None) -> None:
        if error is not None:
            logger.warning(
                "security event %s: not reported: %s",
                report.name,
                error,
                extra=self._station,
            )
        if report in self._waiting:  # it may have been discarded meanwhile
            self._waiting.remove(report)


_TLS_EVENTS: Mapping[TlsFault, StationEvent] = {
    TlsFault.CERTIFICATE: StationEvent.INVALID_CSMS_CERTIFICATE,
    TlsFault.SUITE: StationEvent.INVALID_TLS_CIPHER_SUITE,
    TlsFault.VERSION: StationEvent.INVALID_TLS_VERSION,
}

_REFUSED: Final = frozenset({401, 403})
"""The statuses by which a server refuses the identity of a station."""

_INVALID: Final = frozenset(
    {
        ErrorCode.FORMAT_VIOLATION,
        ErrorCode.MESSAGE_TYPE_NOT_SUPPORTED,
        ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
        ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
        ErrorCode.PROTOCOL_ERROR,
        ErrorCode.RPC_FRAMEWORK_ERROR,
        ErrorCode.TYPE_CONSTRAINT_VIOLATION,
    }
)
"""The error codes for invalid calls, as opposed to unsupported ones."""
