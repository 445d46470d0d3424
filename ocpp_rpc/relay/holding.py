"""Holding: a charger stays while its back office is lost, and dialled again."""

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
"""The statuses of a back office that will not let the charger in."""


class Holding:
    """Holds one charger whenever its back office is lost.

    Args:
        ground: What the chargers of the relay have in common.
        identity: The identity of the charger.
        way: How its back office is dialled.
        subprotocol: What the charger speaks; None: nothing was negotiated.
        down: Everything that goes to the charger.
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
        """Take note that there is a back office."""
        self._redialling.opened()

    async def hold(self, end: Closed, lost: Sequence[str]) -> Transport | None:
        """Keep the charger, and dial the back office again.

        Args:
            end: How that is lost.
            lost: The ids of the calls that it has not answered, each as JSON.

        Returns:
            A WebSocket to it; None: it stays away, or does not let the charger in.
        """
        self._tell(
            "the back office is lost (%d); it is dialled again for %g s",
            end.code,
            self._seconds,
        )
        try:
            async with within(self._seconds, self._clock):
                for message_id in lost:
                    await self._down.pass_on(_unanswered(message_id), None)
                transport = await self._dial()
        except (TimeoutError, HandshakeFailed) as failure:
            self._tell("the back office stays away: %s", failure)
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
        """Dial until there is a back office.

        Raises:
            HandshakeFailed: It does not let the charger in any more, or wants another
                version of OCPP: the charger has to come anew.
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
            raise HandshakeFailed(self._way.place, "it speaks another version now")


def _unanswered(message_id: str) -> str:
    """Return the answer to a call that may have arrived, or not.

    Args:
        message_id: The id of the call, as JSON.
    """
    why = json.dumps("the back office was lost before it answered")
    return f'[4,{message_id},"GenericError",{why},{{}}]'
