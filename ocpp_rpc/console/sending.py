"""Sends requests from a form, and reports their outcomes."""

from __future__ import annotations

import json
import time
from collections.abc import Awaitable, Callable, Container, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, Protocol

from ocpp_messages import DecodeError, Model, Procedure, VersionPackage
from ocpp_rpc.errors import (
    CallTimeout,
    ConnectionClosed,
    InvalidResponse,
    NotConnected,
    OcppError,
    OcppRpcError,
    QueueFull,
)
from ocpp_rpc.fleet import FleetUnavailable
from ocpp_rpc.observing import redacted
from ocpp_rpc.protocol.versions import calls_of

__all__ = ["EVERY_ACTION", "Answer", "Ask", "Forms", "Line", "Reach"]


class _Everything:
    """A container of everything."""

    def __contains__(self, item: object) -> bool:
        return True

    def __repr__(self) -> str:
        return "EVERY_ACTION"


EVERY_ACTION: Final[Container[str]] = _Everything()
"""For `app(send=)`: allows every request that a back office may send."""


@dataclass(frozen=True, slots=True)
class Line:
    """The current way to reach a charger.

    Attributes:
        package: The messages of its version.
        call: A function of a request and a time limit in seconds that sends the request
            and returns the response; it raises the exceptions of `Connection.call`.
    """

    package: VersionPackage
    call: Callable[[Model, float], Awaitable[Model]]


class Reach(Protocol):
    """Finds chargers."""

    async def __call__(self, identity: str, /) -> Line:
        """Return the way to reach a charger.

        Raises:
            NotConnected: The charger is not connected.
        """
        ...


@dataclass(frozen=True, slots=True)
class Ask:
    """A request from a form.

    Attributes:
        identity: The identity of the charger.
        version: The version of OCPP that the form is for.
        action: The action.
        payload: The payload, as plain JSON values.
    """

    identity: str
    version: str
    action: str
    payload: Any = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """The response to a browser about a request.

    Attributes:
        status: The HTTP status: 200 if the request was sent or waited for its turn,
            whatever its outcome; 503 if the charger cannot be reached.
        content: The outcome as plain JSON values; `outcome` is its kind.
    """

    status: int
    content: Mapping[str, Any] = field(repr=False)


class Forms:
    """The forms for requests: their schemas, and the sending of them.

    Args:
        reach: A function that finds a charger.
        send: The actions that may be sent.
        timeout: The seconds that a charger may take to answer.
    """

    def __init__(self, reach: Reach, send: Container[str], timeout: float) -> None:
        self._reach = reach
        self._send = send
        self._timeout = timeout

    async def actions(self, identity: str) -> Mapping[str, Any]:
        """Return the version of a charger and the actions that may be sent to it.

        Raises:
            NotConnected: The charger is not connected.
        """
        package = (await self._reach(identity)).package
        return {
            "version": package.VERSION,
            "actions": [each for each in _calls(package) if each in self._send],
        }

    async def schema(self, identity: str, action: str) -> Mapping[str, Any] | None:
        """Return the JSON schema of a request; None if it may not be sent.

        Raises:
            NotConnected: The charger is not connected.
        """
        procedure = self._procedure((await self._reach(identity)).package, action)
        return None if procedure is None else _schema_of(procedure.request)

    def _procedure(self, package: VersionPackage, action: str) -> Procedure | None:
        return _calls(package).get(action) if action in self._send else None

    async def send(self, ask: Ask) -> Answer:
        """Send a request, if it is allowed and valid, and wait for the answer."""
        try:
            line = await self._reach(ask.identity)
        except OcppRpcError as error:
            return _unreachable(error)
        package = line.package
        if ask.version != package.VERSION:
            text = f"the charger speaks OCPP {package.VERSION} now: open the form again"
            return Answer(409, {"outcome": "version", "text": text})
        procedure = self._procedure(package, ask.action)
        if procedure is None:
            text = "this console may not send that request"
            return Answer(403, {"outcome": "forbidden", "text": text})
        try:
            request: Model = package.from_jsonable(procedure.request, ask.payload)
        except DecodeError as error:
            return Answer(422, {"outcome": "invalid", **_violations(error)})
        return await self._call(line, request)

    async def _call(self, line: Line, request: Model) -> Answer:
        begun = time.monotonic()
        try:
            response = await line.call(request, self._timeout)
        except OcppRpcError as error:
            return _of_error(error)
        seconds = time.monotonic() - begun
        shown = _shown(line.package.dumps(response))
        content = {"outcome": "response", "response": shown, "seconds": seconds}
        return Answer(200, content)


def _calls(package: VersionPackage) -> Mapping[str, Procedure]:
    """Return the requests that a back office may send, by action."""
    return calls_of(package, package.BACK_OFFICE)


@cache
def _schema_of(request: type[Model]) -> Mapping[str, Any]:
    return request.model_json_schema()


def _violations(error: DecodeError) -> Mapping[str, Any]:
    return {
        "text": "the request is not valid",
        "violations": [
            {"path": each.path, "kind": each.kind, "message": each.message}
            for each in error.violations
        ],
    }


def _of_error(error: OcppRpcError) -> Answer:
    """Return the response to a browser for a call without a response."""
    match error:
        case OcppError():
            content = {"outcome": "error", "text": str(error)}
            details = _shown(json.dumps(dict(error.details)))
            return Answer(200, {**content, "code": error.code, "details": details})
        case InvalidResponse():
            places = [f"{each.path}: {each.message}" for each in error.violations]
            content = {"outcome": "invalid response", "text": str(error)}
            return Answer(200, {**content, "places": places[:20]})
        case NotConnected() | FleetUnavailable():
            return _unreachable(error)
        case _:
            named = (name for kind, name in _OUTCOMES if isinstance(error, kind))
            outcome = next(named, "failed")
            return Answer(200, {"outcome": outcome, "text": str(error)})


_OUTCOMES: Final = (
    (CallTimeout, "timeout"),
    (ConnectionClosed, "closed"),
    (QueueFull, "queue full"),
)
"""The outcomes of calls without a response, by exception."""


def _unreachable(error: OcppRpcError) -> Answer:
    """Return the response to a browser if a charger cannot be reached."""
    is_away = isinstance(error, NotConnected)
    outcome = "not connected" if is_away else "unavailable"
    return Answer(503, {"outcome": outcome, "text": str(error)})


def _shown(text: str) -> Any:
    """Return JSON as plain values, without credentials.

    If the text cannot be searched for credentials, return a sentence that reports that.
    """
    masked = redacted(text)
    try:
        return json.loads(masked, parse_constant=str)  # browsers cannot read Infinity
    except (ValueError, RecursionError):
        return masked
