"""The relay's own calls to one side of a charger."""

from __future__ import annotations

from collections.abc import Callable
from types import EllipsisType
from typing import TypeVar

from ocpp_messages import Request, Send, Tolerance
from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.connection.settings import Clock
from ocpp_rpc.errors import ConnectionClosed

from .lanes import Lane
from .settings import RelaySettings

__all__ = ["Side"]

ResponseT = TypeVar("ResponseT")


class Side:
    """One side of a relayed charger, to make the relay's own calls to it.

    Args:
        lane: The messages that go to this side.
        connection: A function that returns the connection to it; None while it is not
            connected.
        rules: The settings of the relay.
        clock: The clock for the limits.
    """

    def __init__(
        self,
        lane: Lane,
        connection: Callable[[], Connection | None],
        rules: RelaySettings,
        clock: Clock,
    ) -> None:
        self._lane = lane
        self._connection = connection
        self._rules = rules
        self._clock = clock

    @property
    def connected(self) -> bool:
        """Whether this side is connected."""
        connection = self._connection()
        return connection is not None and not connection.closed

    async def call(
        self,
        request: Request[ResponseT],
        *,
        timeout: float | EllipsisType | None = ...,  # noqa: ASYNC109
        total_timeout: float | None = None,
        tolerance: Tolerance | None = None,
    ) -> ResponseT:
        """Send a request to this side, and return its response.

        The other side sees neither. The request is sent once this side has answered all
        earlier calls, because OCPP allows one unanswered call at a time; calls that the
        other side makes meanwhile are held until the response is here.

        Args:
            request: The request.
            timeout: The seconds that the reply may take once the request is written;
                see `Connection.call`.
            total_timeout: The seconds that the call may take in total, with the wait
                for its turn; default: no such limit.
            tolerance: The deviations to accept in the request and the response.

        Raises:
            CallTimeout: The call had no turn within `RelaySettings.turn_timeout`, or
                was not answered in time.
            QueueFull: `RelaySettings.max_waiting` calls wait already.
            OcppError, ConnectionClosed, InvalidResponse, CannotSend: See
                `Connection.call`.
        """
        action = type(request).__name__.removesuffix("Request")
        patience, start = self._rules.turn_timeout, self._clock.time()
        if total_timeout is not None:
            patience = min(patience, total_timeout)
        async with self._lane.turn(action, patience):
            if total_timeout is not None:
                total_timeout -= self._clock.time() - start
            return await self._open().call(
                request,
                timeout=timeout,
                total_timeout=total_timeout,
                tolerance=tolerance,
            )

    async def send(self, message: Send, *, tolerance: Tolerance | None = None) -> None:
        """Send a SEND message, which has no reply (OCPP 2.1).

        Args:
            message: The message.
            tolerance: The deviations to accept in it.

        Raises:
            CannotSend, ConnectionClosed: See `Connection.send`.
        """
        await self._open().send(message, tolerance=tolerance)

    def _open(self) -> Connection:
        connection = self._connection()
        if connection is None:
            raise ConnectionClosed
        return connection
