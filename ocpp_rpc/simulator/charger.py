"""The charger of a script, whose methods are the steps of a session.

A script is a file with a function `session`::

    from ocpp_rpc.simulator import Charger


    async def session(charger: Charger) -> None:
        await charger.boot()
        await charger.authorize("TAG1")
        await charger.start("TAG1")
        await charger.meter(1.5)
        await charger.stop()

A script runs with all versions of OCPP. For messages that only one version has, use
`Charger.call` and `Charger.expect`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager, suppress
from typing import Any, Final, TypeVar, overload

from ocpp_messages import Model, Procedure, Request, StationSide, VersionPackage
from ocpp_rpc import OcppRpcError, StationConnection
from ocpp_rpc.connection.settings import Clock, within
from ocpp_rpc.station.connecting import Connecting
from ocpp_rpc.station.course import Course

from .choosing import station_for
from .expectations import PATIENCE, Answer, Expectation, Expectations
from .outcomes import ACCEPTED, Failure
from .station import Reason, Station, first
from .telling import Ask, Narrator, Note, Trouble, nobody, silent

__all__ = ["Charger", "connected", "wait_for"]

RequestT = TypeVar("RequestT", bound=Model)
ResponseT = TypeVar("ResponseT")
ResultT = TypeVar("ResultT")

ID_TAG: Final = "TAG1"
"""The default tag of a driver."""


class Charger:
    """A charger with one connector, in the version of OCPP that its connection speaks.

    A step raises `Failure` if its outcome is not the expected one, and the errors of
    `Connection.call` if the call fails.

    Args:
        connections: An iterator that opens the next connection for each item.
        connection: The first connection, already open.
        narrator: The function to report events to; by default, none are reported.
        ask: The function that puts a question to a person; by default, it raises
            `Failure`.
        id_tag: The id tag of the driver.
        pauses: The factor for the pauses of the session; 0, the default, skips them.
        ending: An event that is set when the session should end.
        course: The back-off that decides when the next connection is opened.

    Attributes:
        id_tag: The id tag of the driver, for scripts that do not name one.
        station: The state of the charger, and the messages of its version.
        connection: The current connection, or the last one if none is open.
    """

    def __init__(  # noqa: PLR0913
        self,
        connections: AsyncIterator[StationConnection],
        connection: StationConnection,
        *,
        narrator: Narrator = silent,
        ask: Ask = nobody,
        id_tag: str = ID_TAG,
        pauses: float = 0.0,
        ending: asyncio.Event | None = None,
        course: Course | None = None,
    ) -> None:
        self.id_tag = id_tag
        self._pauses = pauses
        self._ending = ending or asyncio.Event()
        self._course = course
        self._boots = False
        self._connections = connections
        self._narrator = narrator
        self._ask = ask
        self._meter_start = 0
        self._left: StationConnection | None = None
        self._answers: dict[type[Model] | str, Answer] = {}
        self._attach(station_for(connection, narrator))

    def _attach(self, station: Station) -> None:
        """Let a station answer on its connection."""
        self.station = station
        self._expectations = Expectations(station.routes)
        for request, answer in self._answers.items():
            procedure = self._find(request)
            if procedure is not None:
                self._expectations.settle(procedure, self.messages, answer)
        station.connection.set_handler(self._expectations)

    # --- What it is -------------------------------------------------------------------

    @property
    def connection(self) -> StationConnection:
        """The current connection, or the last one if none is open."""
        return self.station.connection

    @property
    def identity(self) -> str:
        """The identity of the charger."""
        return self.connection.identity

    @property
    def version(self) -> str:
        """The version of OCPP that the connection speaks."""
        return self.connection.version

    @property
    def messages(self) -> VersionPackage:
        """The messages of the version of OCPP that the connection speaks."""
        return self.connection.package

    # --- What it tells its back office ------------------------------------------------

    async def boot(self, *, expected: str | None = ACCEPTED) -> str:
        """Send a BootNotification; return the status.

        Args:
            expected: The status to expect; None accepts any status.

        Raises:
            Failure: The status is not the expected one.
            OcppRpcError: See `Connection.call`.
        """
        return _checked("the charger", await self.station.boot(), expected)

    async def heartbeat(self) -> None:
        """Send a Heartbeat."""
        await self.station.heartbeat()

    async def report_status(self, *, in_use: bool) -> None:
        """Send a StatusNotification that the connector is in use or available."""
        await self.station.report_status(in_use=in_use)

    async def authorize(self, tag: str, *, expected: str | None = ACCEPTED) -> str:
        """Authorize a tag; return its status.

        Args:
            tag: The tag.
            expected: The status to expect; None accepts any status.

        Raises:
            Failure: The status is not the expected one.
            OcppRpcError: See `Connection.call`.
        """
        return _checked(tag, await self.station.authorize(tag), expected)

    async def start(self, tag: str, *, expected: str | None = ACCEPTED) -> str:
        """Start a transaction; return the status of the tag.

        Args:
            tag: The tag of the driver.
            expected: The status to expect; None accepts any status.

        Raises:
            Failure: The status is not the expected one.
            OcppRpcError: See `Connection.call`.
        """
        self._meter_start = self.station.energy
        status = await self.station.begin(tag)
        return _checked(f"the transaction of {tag}", status, expected)

    async def meter(self, kwh: float) -> None:
        """Report the energy of the transaction so far, in kWh."""
        self.station.energy = self._meter_start + round(1000 * kwh)
        await self.station.report_energy()

    async def stop(self, reason: Reason | None = None) -> None:
        """Stop the transaction.

        Args:
            reason: The reason to report; by default, Remote if the back office has
                asked for the stop, Local otherwise.
        """
        await self.station.finish(reason or self.station.stop_wanted or "Local")

    async def call(self, request: Request[ResponseT, StationSide]) -> ResponseT:
        """Send any request of the version; return its response.

        Raises:
            OcppRpcError: See `Connection.call`.
        """
        response: ResponseT = await self.station.call(request)
        return response

    # --- What its back office asks of it ----------------------------------------------

    @overload
    def expect(
        self,
        *requests: type[RequestT],
        answer: Answer = None,
        timeout: float = PATIENCE,
    ) -> Expectation[RequestT]: ...

    @overload
    def expect(
        self,
        *requests: type[Model] | str,
        answer: Answer = None,
        timeout: float = PATIENCE,
    ) -> Expectation[Any]: ...

    def expect(
        self,
        *requests: Any,
        answer: Answer = None,
        timeout: float = PATIENCE,
    ) -> Expectation[Any]:
        """Expect a call of the back office, from now on; awaiting returns its request.

        Args:
            requests: The class of the request, or the name of its action; of several,
                the first to arrive counts. Those that the version does not have are
                ignored.
            answer: The response, its status, or an `OcppError`. By default, the
                answer of the built-in charger, or else the status Accepted.
            timeout: The seconds to wait for the call, from the `await`; 60 by default.

        Raises:
            Failure: The back office cannot make this call in this version, or `answer`
                is needed, or does not fit the response.
        """
        return self._expect(requests, lambda request: request, answer, timeout)

    def answer(self, request: type[Model] | str, answer: Answer = None) -> None:
        """Set the answer to a call of the back office, from now on.

        A pending expectation for the same call takes precedence over it.

        Args:
            request: The class of the request, or the name of its action; `RemoteStart`
                and `RemoteStop` are those of any version.
            answer: The response, its status, or an `OcppError`. By default, the answer
                of the built-in charger, or else the status Accepted.

        Raises:
            Failure: The back office cannot make this call in this version, or `answer`
                is needed, or does not fit the response.
        """
        procedure = self._find(request)
        if procedure is None:
            raise self._unknown(_action(request))
        self._expectations.settle(procedure, self.messages, answer)
        self._answers[request] = answer

    def remote_start(self, *, timeout: float = PATIENCE) -> Expectation[str]:
        """Expect a request to start a transaction; awaiting returns the tag.

        The `start` that follows reports the transaction as remotely started.

        Args:
            timeout: The seconds to wait for the call, from the `await`; 60 by default.
        """
        wanted = (self.station.REMOTE_START,)
        return self._expect(wanted, self.station.accept_start, None, timeout)

    def remote_stop(self, *, timeout: float = PATIENCE) -> Expectation[None]:
        """Expect a request to stop the running transaction.

        The `stop` that follows reports the transaction as remotely stopped.

        Args:
            timeout: The seconds to wait for the call, from the `await`; 60 by default.
        """
        return self._expect(
            (self.station.REMOTE_STOP,), self._check_stop, None, timeout
        )

    def _check_stop(self, _request: Model) -> None:
        if not self.station.stop_wanted:
            raise Failure("the back office asks to stop another transaction")

    def _expect(
        self,
        requests: tuple[type[Model] | str, ...],
        read: Callable[[Any], ResultT],
        answer: Answer,
        timeout: float,
    ) -> Expectation[ResultT]:
        names = " or ".join(map(_action, requests))
        found = [each for each in map(self._find, requests) if each is not None]
        if not found:
            raise self._unknown(names)
        expectation = Expectation(names, lambda: self.connection, read, timeout)
        self._expectations.expect(expectation, found, self.messages, answer)
        return expectation

    def _unknown(self, names: str) -> Failure:
        who = self.messages.BACK_OFFICE
        return Failure(f"a {who} of OCPP {self.version} does not call {names}")

    def _find(self, request: type[Model] | str) -> Procedure | None:
        """Return the procedure of a call that the back office may make."""
        if isinstance(request, str):
            short = {
                "RemoteStart": self.station.REMOTE_START,
                "RemoteStop": self.station.REMOTE_STOP,
            }
            action = short.get(request, request)
            procedure = self.messages.PROCEDURES.get(action)
        else:
            procedure = self.messages.PROCEDURES_BY_REQUEST.get(request)
        may = procedure and self.messages.BACK_OFFICE in procedure.senders
        return procedure if may else None

    # --- What happens to it -----------------------------------------------------------

    async def prompt(self, text: str) -> str:
        """Put a question to a person through `ask`; return the line of the answer.

        Raises:
            Failure: Nobody can be asked, or nobody answers.
        """
        return await self._ask(text)

    @property
    def lost(self) -> bool:
        """Whether the connection is closed for another reason than `disconnect`."""
        return self.connection.closed and self.connection is not self._left

    async def disconnect(self) -> None:
        """Close the connection."""
        self._left = self.connection
        await self.connection.close()

    async def connect(self) -> None:
        """Open another connection, after a back-off if the last one was lost.

        A running transaction continues if the new connection speaks the same version.

        Raises:
            HandshakeFailed: The connection cannot be opened.
        """
        if self._course is not None and not self.lost:
            self._course.begin()
        connection = await anext(self._connections)
        before = self.station
        reason = "RemoteReset" if before.reset_wanted else "PowerUp"
        if connection.version == before.connection.version:
            before.connection = connection
            connection.set_handler(self._expectations)
        else:
            self._attach(station_for(connection, self._narrator))
            self.station.energy = before.energy
            self.station.interval = before.interval
            self.station.available = before.available
        self.station.boot_reason, self.station.reset_wanted = reason, False

    # --- When nothing else is to be done ----------------------------------------------

    @property
    def ending(self) -> bool:
        """Whether the session should end: `pause` and `stay` then return early."""
        return self._ending.is_set()

    async def pause(self, seconds: float) -> None:
        """Wait as long as a driver or a car would, times the factor `pauses`.

        Meanwhile the charger answers calls and sends heartbeats.

        Args:
            seconds: The duration in the field, in seconds. The factor `pauses` is 0 by
                default, so that the method returns at once.

        Raises:
            ConnectionClosed: The connection is lost.
            OcppRpcError: A heartbeat is not answered.
        """
        if not self._pauses:
            return
        clock = self._course.clock if self._course else None
        wait = wait_for(self._ending, seconds * self._pauses, clock)
        if self.connection.closed:
            await wait
            return
        await first(wait, self.station.beat(), self.connection.wait_closed())
        if self.lost:
            await self.heartbeat()  # raises the reason why the connection closed

    async def stay(self, *, reconnect: bool = False) -> None:
        """Send heartbeats and carry out requests, until the session should end.

        The charger charges in transactions that the back office starts, and reboots on
        a reset. At the end of the session it stops a running transaction.

        Args:
            reconnect: Whether to reconnect if the connection is lost. The charger then
                boots only if the version of OCPP has changed.

        Raises:
            ConnectionClosed: The connection ended.
            OcppRpcError: A call was not answered, or no new connection can be opened.
        """
        await first(self._stay(reconnect), self._ending.wait())
        if self.station.transaction is not None:
            await self.stop()

    async def _stay(self, reconnect: bool) -> None:
        while True:
            try:
                if self._boots:
                    await self._boot_anew()
                await self.station.attend()
                await self.reset()
            except OcppRpcError as error:
                if not (reconnect and self.lost):
                    raise
                await self._connect_again(error)

    async def _connect_again(self, error: OcppRpcError) -> None:
        before = self.version
        self.station.tell(Trouble(f"{error}; connecting again"))
        await self.connect()
        self._boots = self._boots or self.version != before
        self.station.tell(Note(f"connected again with OCPP {self.version}"))

    async def reset(self) -> None:
        """Stop a running transaction, reconnect, and boot again.

        Raises:
            Failure: The back office no longer accepts the charger.
            OcppRpcError: A call failed, or no new connection can be opened.
        """
        self.station.tell(Note("reset, as the back office asks"))
        if self.station.transaction is not None:
            await self.stop()
        await self.disconnect()
        self._boots = True
        await self.connect()
        await self._boot_anew()

    async def _boot_anew(self) -> None:
        await self.boot()
        self._boots = False
        await self.report_status(in_use=False)


@asynccontextmanager
async def connected(
    connecting: Connecting,
    *,
    narrator: Narrator = silent,
    ask: Ask = nobody,
    id_tag: str = ID_TAG,
    pauses: float = 0.0,
) -> AsyncGenerator[Charger]:
    """Connect a charger, and disconnect it at the end of the `async with` block.

    Args:
        connecting: The result of `ocpp_rpc.connect`, not yet entered.
        narrator: The function to report events to; by default, none are reported.
        ask: The function that puts a question to a person; by default, it raises
            `Failure`.
        id_tag: The id tag of the driver.
        pauses: The factor for `Charger.pause`: 1 waits as long as in the field; 0, the
            default, skips the pauses.

    Raises:
        HandshakeFailed: The charger cannot connect.
    """
    async with aclosing(aiter(connecting)) as connections:
        yield Charger(
            connections,
            await anext(connections),
            narrator=narrator,
            ask=ask,
            id_tag=id_tag,
            pauses=pauses,
            course=connecting.course,
        )


async def wait_for(event: asyncio.Event, seconds: float, clock: Clock | None) -> None:
    """Wait for an event, but not longer than some seconds of a clock."""
    with suppress(TimeoutError):
        async with within(seconds, clock):
            await event.wait()


def _checked(what: str, status: str, expected: str | None) -> str:
    """Return a status that is as expected."""
    if expected not in {None, status}:
        raise Failure(f"{what}: {expected} was expected, and it is {status}")
    return status


def _action(request: type[Model] | str) -> str:
    if isinstance(request, str):
        return request
    return request.__name__.removesuffix("Request")
