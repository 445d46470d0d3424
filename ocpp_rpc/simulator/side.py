"""What the two sides of a conversation have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, cast

import ocpp_messages
from ocpp_messages import Procedure
from ocpp_rpc import Connection, Router
from ocpp_rpc.cli.screen import Screen

from .steps import Step

__all__ = ["Side"]


class Side(ABC):
    """One side of a conversation, in whichever version its connection speaks.

    Args:
        connection: The connection.
        screen: Where it shows what happens.

    Attributes:
        connection: The connection.
        done: The steps that went as they should, seen from this side.
        messages: The version package of the connection. No static type covers several
            versions; pydantic refuses what does not exist in one of them.
        routes: What answers the calls of the other side.
        screen: Where it shows what happens.
    """

    def __init__(self, connection: Connection, screen: Screen) -> None:
        self.connection = connection
        self.done: set[Step] = set()
        self.messages = cast(Any, ocpp_messages.load(connection.version))
        self.routes = Router()
        self.screen = screen
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

    async def call(self, request: Any) -> Any:
        """Send a request and return the response.

        Raises:
            OcppRpcError: The other side answers with an error, or not at all.
        """
        return await self.connection.call(request)
