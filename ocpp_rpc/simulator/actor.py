"""The base class of a simulated station and a simulated back office."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, cast

import ocpp_messages
from ocpp_messages import Procedure
from ocpp_rpc import Connection, Router

from .outcomes import Step
from .telling import Narrator, Told

__all__ = ["Actor"]


class Actor(ABC):
    """One side of a conversation, in whichever version its connection speaks.

    Args:
        connection: The connection.
        narrator: The function to report events to.

    Attributes:
        connection: The connection.
        done: The steps that this side has seen succeed.
        messages: The version package of the connection. Its type is Any, because no
            static type covers several versions; pydantic rejects names that a version
            does not have.
        routes: The handlers for the calls of the other side.
    """

    def __init__(self, connection: Connection, narrator: Narrator) -> None:
        self.connection = connection
        self.done: set[Step] = set()
        self.messages = cast(Any, ocpp_messages.load(connection.version))
        self.routes = Router()
        self._narrator = narrator
        procedures: Mapping[str, Procedure] = self.messages.PROCEDURES
        for action, handler in self.handlers().items():
            if action in procedures:
                self.routes.add(procedures[action].request, handler)
        for action, function in self.afters().items():
            if action in procedures:
                self.routes.after(cast(Any, procedures[action].request))(function)

    @abstractmethod
    def handlers(self) -> Mapping[str, Callable[..., Any]]:
        """Return the handlers for the calls of the other side, by action.

        Handlers of actions that the version does not have are ignored.
        """

    def afters(self) -> Mapping[str, Callable[..., Any]]:
        """Return the functions to run after calls are answered, by action."""
        return {}

    def tell(self, told: Told) -> None:
        """Report an event to the narrator."""
        self._narrator(told, self.connection)

    async def call(self, request: Any) -> Any:
        """Send a request and return the response.

        Raises:
            OcppRpcError: The other side answers with an error, or not at all.
        """
        return await self.connection.call(request)
