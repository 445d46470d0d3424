"""What a script expects of its back office, and how that is answered.

An `Expectation` begins when it is made, so that nothing which comes early is missed;
`await` gives the request once it is answered.
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
"""A response, an error, or the status of a response; None: the usual answer."""

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
        """Note the request, which is answered now."""
        self._request = request
        self._met.set()

    def __await__(self) -> Generator[Any, None, ResultT]:
        return self._wait().__await__()

    async def _wait(self) -> ResultT:
        """Return what was expected.

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
        raise Failure(f"{what}, and did not come within {self._timeout:g} s")


class Expectations(Router):
    """Answers the calls that are expected; the station answers all others.

    Args:
        routes: What the station answers calls with.
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
            expectation: What is met by the first one that comes.
            procedures: The calls.
            package: The messages of the version.
            answer: What they are answered with.

        Raises:
            Failure: That is no answer to one of them.
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
        """Answer a call in one way from now on, if it is not expected.

        Raises:
            Failure: That is no answer to it.
        """
        self._settled.pop(procedure.request, None)
        route = self._usual_route(procedure, package, answer)
        self._settled[procedure.request] = route

    def find(self, procedure: Procedure) -> Route | None:
        """Return the route for a call.

        That of the oldest expectation, else what was settled, else the station's.
        """
        for expectation, routes in self._expected.items():
            if procedure.request in routes and not expectation.given_up:
                return routes[procedure.request]
        settled = self._settled.get(procedure.request)
        return settled or self._routes_of_station.find(procedure)

    def _usual_route(
        self, procedure: Procedure, package: VersionPackage, answer: Answer
    ) -> Route:
        """Return what gives an answer; if none is given, what does without it."""
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
    """Return what answers a call.

    Raises:
        Failure: It has to be given, or that is none.
    """
    if isinstance(answer, Model | OcppError):
        return answer
    assert procedure.response is not None  # a back office calls, and sends nothing else
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
