"""Keeps a charger connected while the relay connects to its lost back office again."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from typing import Final

from ocpp_rpc.connection.settings import within
from ocpp_rpc.errors import HandshakeFailed
from ocpp_rpc.lines import about
from ocpp_rpc.protocol.events import Closed
from ocpp_rpc.transports import Transport

from .ground import Ground
from .lanes import Lane
from .redialling import Redialling
from .upstream import Way

__all__ = ["Holding"]

logger = logging.getLogger("ocpp_rpc.relay")

_FINAL: Final = frozenset({401, 403, 404})
"""The statuses of a back office that refuses the charger for good."""


class Holding:
    """Keeps one charger connected whenever its back office is lost.

    Args:
        ground: The state that all chargers of the relay share.
        identity: The identity of the charger.
        way: The address and credentials of its back office.
        subprotocol: The subprotocol of the charger; None: none was negotiated.
        down: The messages that go to the charger.
    """

    def __init__(
        self,
        ground: Ground,
        identity: str,
        way: Way,
        subprotocol: str | None,
        down: Lane,
    ) -> None:
        self._clock = ground.clock
        self._seconds = ground.rules.hold
        self._identity = identity
        self._way = way
        self._subprotocol = subprotocol
        self._down = down
        self._redialling = Redialling(ground)

    def opened(self) -> None:
        """Note that the back office is connected."""
        self._redialling.opened()

    async def hold(self, end: Closed, lost: Sequence[str]) -> Transport | None:
        """Keep the charger connected, and connect to the back office again.

        Args:
            end: The code and reason with which the back office was lost.
            lost: The ids of the calls that it has not answered, each as JSON.

        Returns:
            A WebSocket to the back office; None if it was not reached within
            `RelaySettings.hold`, or refuses the charger.
        """
        self._tell(
            "the back office is lost (%d); connecting again for up to %g s",
            end.code,
            self._seconds,
        )
        try:
            async with within(self._seconds, self._clock):
                for message_id in lost:
                    await self._down.pass_on(_unanswered(message_id), None)
                transport = await self._dial()
        except (TimeoutError, HandshakeFailed) as failure:
            self._tell("the back office cannot be reached again: %s", failure)
            return None
        self._tell("relayed to %s again", self._way.place)
        return transport

    def _tell(self, text: str, *values: object) -> None:
        logger.info(
            f"%r: {text}",  # noqa: G004
            self._identity,
            *values,
            extra=about(self._identity),
        )

    async def _dial(self) -> Transport:
        """Try to connect until the back office accepts.

        Raises:
            HandshakeFailed: The back office refuses the charger, or chooses another
                version: the charger has to start a new connection.
        """
        while True:
            await self._redialling.wait()
            try:
                transport, selected = await self._way.dial()
            except HandshakeFailed as failure:
                if failure.status in _FINAL:
                    raise
                continue
            if selected == self._subprotocol:
                return transport
            transport.abort()
            raise HandshakeFailed(self._way.place, "it now chooses another version")


def _unanswered(message_id: str) -> str:
    """Return the CALLERROR for a call that the lost back office may have processed.

    Args:
        message_id: The id of the call, as JSON.
    """
    why = json.dumps("the back office was lost before it answered")
    return f'[4,{message_id},"GenericError",{why},{{}}]'
