"""The command `call`: a call to a charger of a fleet, as JSON."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from types import EllipsisType
from typing import Any

import ocpp_messages
from ocpp_messages import DecodeError, Request
from ocpp_rpc import NotConnected, NotConnectedInTime, fleet
from ocpp_rpc.simulator import Failure

from .engine import Engine

__all__ = ["Limits", "as_json", "run"]

_PAUSE = 0.1
"""How many seconds to wait before looking again for a charger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The time limits of a call, in seconds.

    Attributes:
        reply: From writing the call to the reply; `...` is the limit of the node.
        total: For everything, the wait included; None sets no further limit.
        wait: Until the charger is connected; None demands a connected charger.
    """

    reply: float | EllipsisType = ...
    total: float | None = None
    wait: float | None = None

    @property
    def shortest_wait(self) -> float | None:
        """The longest wait for the charger; None does not wait."""
        if self.wait is None or self.total is None:
            return self.wait
        return min(self.wait, self.total)


async def run(
    engine: Engine, identity: str, action: str, payload: Any, limits: Limits
) -> str:
    """Call a charger; return its response as JSON in one line.

    Args:
        engine: How to reach the fleet.
        identity: The charger.
        action: The action.
        payload: The payload, as a value of JSON.
        limits: How long it may take.

    Raises:
        Failure: Its version has no such call, or the payload is not valid.
        OcppRpcError: See `fleet.Fleet.call`.
    """
    loop = asyncio.get_running_loop()
    begun = loop.time()
    async with (
        await engine.open() as bus,
        fleet.Fleet(bus, name=engine.name) as chargers,
    ):
        place = await _find(chargers, identity, limits)
        package: Any = ocpp_messages.load(place.version)
        request = _request(package, action, payload)
        total, spent = limits.total, loop.time() - begun
        response = await chargers.call(
            identity,
            request,
            timeout=limits.reply,
            total_timeout=None if total is None else max(0.0, total - spent),
            wait_connected=limits.wait,
        )
    return as_json(package.to_jsonable(response))


async def _find(chargers: fleet.Fleet, identity: str, limits: Limits) -> fleet.Place:
    """Return the place of a charger in the fleet.

    Raises:
        NotConnected: The charger is not connected.
        NotConnectedInTime: The charger has not connected in time.
    """
    place = await chargers.find(identity)
    if place is None and limits.wait is None:
        raise NotConnected(identity)
    try:
        async with asyncio.timeout(limits.shortest_wait):
            while place is None:
                await asyncio.sleep(_PAUSE)
                place = await chargers.find(identity)
    except TimeoutError:
        raise NotConnectedInTime(identity) from None
    return place


def _request(package: Any, action: str, payload: Any) -> Request[Any]:
    """Return the request of a version.

    Raises:
        Failure: There is no such call, or the payload is not valid.
    """
    procedure = package.PROCEDURES.get(action)
    if procedure is None:
        raise Failure(
            f"OCPP {package.VERSION}, which the charger speaks, has no {action}"
        )
    if package.BACK_OFFICE not in procedure.senders:
        raise Failure(f"a {package.BACK_OFFICE} does not send {action}")
    try:
        request: Request[Any] = package.from_jsonable(procedure.request, payload)
    except DecodeError as error:
        problems = "; ".join(map(str, error.violations))
        problem = f"{action} of OCPP {package.VERSION} is not valid: {problems}"
        raise Failure(problem) from None
    return request


def as_json(value: Any) -> str:
    """Return JSON that holds nothing a terminal obeys."""
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isprintable() else json.dumps(value)
