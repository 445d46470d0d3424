"""The calls that a script expects of its back office, and their answers.

An `Expectation` applies from its construction, so that a call that arrives before the
`await` counts. `await` returns the request after it is answered.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator, Mapping, Sequence
from typing import Any, Final, Generic, TypeAlias, TypeVar

from ocpp_messages import DecodeError, Model, Procedure, VersionPackage
from ocpp_rpc import Connection, OcppError, Router
from ocpp_rpc.handlers.routing import Route

from .outcomes import ACCEPTED, Failure

__all__ = ["PATIENCE", "Answer", "Expectation", "Expectations"]

ResultT = TypeVar("ResultT")

Answer: TypeAlias = Model | OcppError | str | None
"""A response, an error, or the status of a response; None is the usual answer."""

PATIENCE: Final = 60.0
"""The default timeout for an expected call, in seconds."""


class Expectation(Generic[ResultT]):
    """A call that the back office is expected to make.

    Awaiting it returns the result of `read`, as soon as the request is answered, or
    raises `Failure` if the call does not arrive in time or the connection is lost.

    Args:
        names: The expected actions, as text for a person.
        connection: A function that returns the connection to expect the call on.
        read: A function that turns the request into the awaited result.
        timeout: The seconds to wait for the call, from the `await`.

    Attributes:
        given_up: Whether the call did not arrive in time.
    """

    def __init__(
        self,
        names: str,
        connection: Callable[[], Connection],
        read: Callable[[Any], ResultT],
        timeout: float,
    ) -> None:
        self._names = names
        self._connection = connection
        self._read = read
        self._timeout = timeout
        self._request: Model | None = None
        self._met = asyncio.Event()
        self.given_up = False

    def meet(self, request: Model) -> None:
        """Set the request that meets the expectation, after it is answered."""
        self._request = request
        self._met.set()

    def __await__(self) -> Generator[Any, None, ResultT]:
        return self._wait().__await__()

    async def _wait(self) -> ResultT:
        """Return the result of `read` for the request.

        Raises:
            Failure: It does not come.
        """
        connection = self._connection()
        met = asyncio.create_task(self._met.wait())
        lost = asyncio.create_task(connection.wait_closed())
        try:
            await asyncio.wait(
                {met, lost},
                timeout=self._timeout,
                return_when=asyncio.FIRST_COMPLETED,
            )
        finally:
            met.cancel()
            lost.cancel()
        if self._request is not None:
            return self._read(self._request)
        self.given_up = True
        what = f"{self._names} was expected"
        if connection.closed:
            raise Failure(f"{what}, and the connection is lost")
        raise Failure(f"{what}, and did not arrive within {self._timeout:g} s")


class Expectations(Router):
    """Answers the expected calls; the station answers all others.

    Args:
        routes: The handlers of the station.
    """

    def __init__(self, routes: Router) -> None:
        super().__init__()
        self._routes_of_station = routes
        self._expected: dict[Expectation[Any], Mapping[type[Model], Route]] = {}
        self._settled: dict[type[Model], Route] = {}

    def expect(
        self,
        expectation: Expectation[Any],
        procedures: Sequence[Procedure],
        package: VersionPackage,
        answer: Answer,
    ) -> None:
        """Expect one of some calls from now on.

        Args:
            expectation: The expectation that the first of the calls meets.
            procedures: The calls.
            package: The messages of the version.
            answer: The answer to the call.

        Raises:
            Failure: The answer does not fit one of the calls.
        """
        self._expected[expectation] = {
            each.request: self._expected_route(
                expectation, self._usual_route(each, package, answer)
            )
            for each in procedures
        }

    def settle(
        self, procedure: Procedure, package: VersionPackage, answer: Answer
    ) -> None:
        """Set the answer to a call that no expectation is waiting for.

        Raises:
            Failure: The answer does not fit the call.
        """
        self._settled.pop(procedure.request, None)
        route = self._usual_route(procedure, package, answer)
        self._settled[procedure.request] = route

    def find(self, procedure: Procedure) -> Route | None:
        """Return the route for a call.

        The oldest expectation of the call takes precedence, then an answer that was
        set, then the handler of the station.
        """
        for expectation, routes in self._expected.items():
            if procedure.request in routes and not expectation.given_up:
                return routes[procedure.request]
        settled = self._settled.get(procedure.request)
        return settled or self._routes_of_station.find(procedure)

    def _usual_route(
        self, procedure: Procedure, package: VersionPackage, answer: Answer
    ) -> Route:
        """Return the route that gives an answer; for None, the route without it."""
        if answer is None:
            route = self._settled.get(procedure.request)
            route = route or self._routes_of_station.find(procedure)
            if route is not None:
                return route
        outcome = _outcome(procedure, package, answer)

        def respond(_request: Model, _connection: Connection) -> Model:
            if isinstance(outcome, OcppError):
                raise outcome
            return outcome

        return Route(respond)

    def _expected_route(self, expectation: Expectation[Any], usual: Route) -> Route:
        def handle(request: Model, connection: Connection) -> Any:
            del self._expected[expectation]
            try:
                return usual.handler(request, connection)
            except OcppError:
                expectation.meet(request)
                raise

        def after(request: Model, response: Model, connection: Connection) -> Any:
            expectation.meet(request)
            if usual.after is not None:
                return usual.after(request, response, connection)
            return None

        return Route(handle, after=after)


def _outcome(
    procedure: Procedure, package: VersionPackage, answer: Answer
) -> Model | OcppError:
    """Return the response or the error that answers a call.

    Raises:
        Failure: The answer is missing and needed, or does not fit the call.
    """
    if isinstance(answer, Model | OcppError):
        return answer
    assert procedure.response is not None  # back offices send no unanswered message
    payloads = [{"status": ACCEPTED}, {}] if answer is None else [{"status": answer}]
    problem = ""
    for payload in payloads:
        try:
            response: Model = package.from_jsonable(procedure.response, payload)
        except DecodeError as error:
            problem = str(error)
        else:
            return response
    raise Failure(f"an answer to {procedure.action} has to be given: {problem}")
