"""The answers of servers to opening handshakes of clients, the same for all adapters.

The libraries handle answers differently. `websockets` reads a refusal to the end of its
body, which may never come. `websockets` and `picows` mistake an interim response, such
as 100 or 103, for the answer, although a client has to accept any number of them (RFC
9110 §15.2). `picows` and `aiohttp` accept a subprotocol that was not offered. Therefore
received data goes through a `HandshakeResponse` first, and a library sees an answer
only if it opens a WebSocket; any other answer is cut off at the end of its header
lines.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Collection, Mapping
from typing import Final, cast

from . import joined

__all__ = ["HandshakeResponse"]

_INTERIM: Final = 16
"""The number of interim responses that are skipped at most; servers send one or two."""

_START: Final = b"HTTP/"
_TLS_ALERT: Final = b"\x15\x03"
_END: Final = re.compile(rb"\r?\n\r?\n")
_LINE_END: Final = re.compile(rb"\r?\n")
_STATUS_LINE: Final = re.compile(rb"HTTP/1\.[01] ([1-9][0-9]{2})(?: .*)?")

_NO_HTTP: Final = "the server does not speak HTTP at this address"
_WANTS_TLS: Final = "the server wants TLS at this address: use wss:// in the URL"


class HandshakeResponse:
    """The answer of a server, up to the end of the final header lines.

    An adapter reports the events of the network connection, like those of an asyncio
    protocol. If the answer does not open a WebSocket, the network connection is cut.

    Args:
        subprotocols: The subprotocols that the client offers.
        max_size: The longest header of one response, all lines together, in bytes.

    Attributes:
        status: The status of an answer that does not open a WebSocket; None if there is
            none.
        headers: The header lines of that answer; the names are in lower case.
        subprotocol: The subprotocol that an answer selects that opens a WebSocket; None
            if it selects none.
        fault: The fault of the answer, apart from its status; None if there is none.
        begun: Whether the network connection was established, TLS included.
        opened: Whether the answer opens a WebSocket, as far as this class can tell.
        ended: Whether the network connection ended before such an answer.
        error: The error that the network connection ended with; None if there was none.
    """

    def __init__(self, subprotocols: Collection[str], max_size: int) -> None:
        self.status: int | None = None
        self.headers: Mapping[str, str] = {}
        self.subprotocol: str | None = None
        self.fault: str | None = None
        self.begun = False
        self.opened = False
        self.ended = False
        self.error: Exception | None = None
        self._subprotocols = subprotocols
        self._max_size = max_size
        self._data = bytearray()
        self._searched = 0
        self._interim = 0
        self._network: asyncio.Transport

    def begin(self, network: asyncio.BaseTransport) -> None:
        """Record the network connection."""
        self.begun = True
        self._network = cast(asyncio.Transport, network)

    def take(self, data: bytes) -> bytes:
        """Take received data, and return the part for the library.

        Returns:
            The answer that opens a WebSocket, and all data after it; empty before that.
        """
        if self.opened:
            return data
        if self._is_refused:
            return b""
        self._data += data
        self._read()
        if self._is_refused:
            self._network.abort()
        elif self.opened:
            data, self._data = bytes(self._data), bytearray()
            return data
        return b""

    def end(self, error: Exception | None) -> None:
        """Record that the network connection has ended."""
        self.ended = not self.opened
        self.error = error

    @property
    def _is_refused(self) -> bool:
        return self.status is not None or self.fault is not None

    def _read(self) -> None:
        """Read responses up to the final one."""
        while not (self.opened or self._is_refused):
            start = max(self._searched - 3, 0)
            end = _END.search(self._data, start, self._max_size + 4)
            if end is None:
                self._wait()
                return
            self._read_head(bytes(self._data[: end.start()]))
            if not self.opened:
                del self._data[: end.end()]
                self._searched = 0

    def _wait(self) -> None:
        """Check that the data may still become a response."""
        self._searched = len(self._data)
        if len(self._data) > self._max_size:
            self.fault = f"the server sent more than {self._max_size} bytes of headers"
        elif not self._data.startswith(_START[: len(self._data)]):
            is_tls = self._data.startswith(_TLS_ALERT)
            self.fault = _WANTS_TLS if is_tls else _NO_HTTP

    def _read_head(self, head: bytes) -> None:
        first, *lines = _LINE_END.split(head)
        match = _STATUS_LINE.fullmatch(first)
        if match is None:
            self.fault = _NO_HTTP
            return
        status, headers = int(match[1]), joined(map(_header, lines))
        if status == 101:
            self.subprotocol = headers.get("sec-websocket-protocol")
            self._check_subprotocol(self.subprotocol)
            self.opened = self.fault is None
        elif status >= 200:
            self.status, self.headers = status, headers
        else:
            self._skip()

    def _check_subprotocol(self, selected: str | None) -> None:
        """Refuse a subprotocol that was not offered, as RFC 6455 §4.1 requires."""
        if selected is not None and selected not in self._subprotocols:
            self.fault = f"the server selected {selected[:100]!r}, which is not offered"

    def _skip(self) -> None:
        self._interim += 1
        if self._interim > _INTERIM:
            self.fault = f"the server sent more than {_INTERIM} interim responses"


def _header(line: bytes) -> tuple[str, str]:
    name, _, value = line.decode("latin-1").partition(":")
    return name, value.strip(" \t")
