"""Calls of the relay's own, to one side of a charger."""

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
    """One side of a charger, as the relay calls it.

    Args:
        lane: Everything that goes there.
        connection: Returns the connection to it; None while there is none.
        rules: How the relay behaves.
        clock: The time.
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
        """Whether there is a connection to this side."""
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
        """Send a request of the relay's own, and return the response to it.

        The other side sees neither. The request is sent as soon as this side has
        answered what it was called before; what it is called next waits meanwhile.

        Args:
            request: What is asked.
            timeout: How many seconds the reply may take, see `Connection.call`.
            total_timeout: How many seconds everything may take, waiting included.
            tolerance: How much the request and the response may deviate.

        Raises:
            CallTimeout: There was no turn within `RelaySettings.turn_timeout`, or no
                answer in time.
            OcppError, ConnectionClosed, InvalidResponse, CannotSend, QueueFull: See
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
        """Send a message that is not answered (from OCPP 2.1 on).

        Raises:
            CannotSend, ConnectionClosed: See `Connection.send`.
        """
        await self._open().send(message, tolerance=tolerance)

    def _open(self) -> Connection:
        connection = self._connection()
        if connection is None:
            raise ConnectionClosed
        return connection
