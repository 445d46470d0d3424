"""What the two sides of a conversation have in common."""

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
        narrator: Who is told what happens.

    Attributes:
        connection: The connection.
        done: The steps that went as they should, seen from this side.
        messages: The version package of the connection. No static type covers several
            versions; pydantic refuses what does not exist in one of them.
        routes: What answers the calls of the other side.
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
        """Return what answers the calls of the other side, by action.

        Actions that the version does not have are left out.
        """

    def afters(self) -> Mapping[str, Callable[..., Any]]:
        """Return what is done once calls are answered, by action, likewise."""
        return {}

    def tell(self, told: Told) -> None:
        """Tell the narrator what happens."""
        self._narrator(told, self.connection)

    async def call(self, request: Any) -> Any:
        """Send a request and return the response.

        Raises:
            OcppRpcError: The other side answers with an error, or not at all.
        """
        return await self.connection.call(request)
