"""A station by hand: the client of `websockets`, frames written as text, its own TLS.

Nothing of our client is in it, so that a fault which both of our sides share is seen.
"""

from __future__ import annotations

import asyncio
import json
import logging
import ssl
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any, Final

from websockets.asyncio.client import ClientConnection
from websockets.asyncio.client import connect as websocket_connect
from websockets.exceptions import InvalidHandshake, InvalidStatus
from websockets.typing import Subprotocol

__all__ = ["RawStation", "context", "refusal", "station"]

_CALL, _RESULT, _ERROR = 2, 3, 4

# This client logs all header lines, and the tests look for secrets in every log.
_SILENT: Final = logging.Logger("tests.security.raw")  # noqa: LOG001 - it has no parent
_SILENT.disabled = True


def context(
    roots: Path | None, pair: tuple[Path, Path] | None = None
) -> ssl.SSLContext | None:
    """Return the TLS of a station, as `ssl` makes it; without roots, there is none.

    Args:
        roots: Whom it trusts.
        pair: Its certificate and its key.
    """
    if roots is None:
        return None
    made = ssl.create_default_context(cafile=str(roots))
    if pair is not None:
        made.load_cert_chain(*pair)
    return made


class RawStation:
    """A station with an open WebSocket.

    Attributes:
        socket: The WebSocket.
    """

    def __init__(self, socket: ClientConnection) -> None:
        self.socket: Final = socket
        self._numbers = count(1)

    async def call(self, action: str, payload: Mapping[str, Any]) -> Any:
        """Call, and return the payload of the answer; of a CALLERROR, its code."""
        number = f"raw-{next(self._numbers)}"
        await self.socket.send(json.dumps([_CALL, number, action, payload]))
        frame = await self._next()
        assert frame[1] == number
        assert frame[0] in {_RESULT, _ERROR}
        return frame[2]

    async def asked(self, action: str, answer: Mapping[str, Any]) -> Any:
        """Wait for a call, answer it, and return what it asked."""
        kind, number, asked, payload = await self._next()
        assert (kind, asked) == (_CALL, action)
        await self.socket.send(json.dumps([_RESULT, number, answer]))
        return payload

    async def _next(self) -> Any:
        async with asyncio.timeout(10):
            return json.loads(await self.socket.recv())


@asynccontextmanager
async def station(
    url: str,
    headers: Mapping[str, str] | None = None,
    *,
    tls: ssl.SSLContext | None = None,
    subprotocol: str = "ocpp2.0.1",
) -> AsyncGenerator[RawStation]:
    """Connect to a URL that ends with the identity."""
    async with websocket_connect(
        url,
        additional_headers=headers or {},
        ssl=tls,
        subprotocols=[Subprotocol(subprotocol)],
        proxy=None,
        open_timeout=10,
        logger=_SILENT,
    ) as socket:
        assert socket.subprotocol == subprotocol
        yield RawStation(socket)


async def refusal(url: str, *arguments: Any, **options: Any) -> Any:
    """Connect, and be refused.

    Returns:
        The answer of HTTP; None if there was none, since TLS ended.
    """
    try:
        async with station(url, *arguments, **options):
            pass
    except InvalidStatus as error:
        return error.response
    except (OSError, EOFError, InvalidHandshake):
        return None
    raise AssertionError("it was let in")
