"""What a server answers to the opening handshake of a client, for all adapters alike.

The libraries differ in what they make of an answer. `websockets` reads a refusal to the
end of its body, which may never come. `websockets` and `picows` take an interim
response, such as 100 or 103, for the answer (RFC 9110 §15.2: a client has to be able to
read any number of them). `picows` and `aiohttp` let a subprotocol pass that was not
offered. So what the network brings goes through a `HandshakeResponse` first, and a
library sees an answer only if that opens a WebSocket; any other one is cut off at the
end of its header lines.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Collection, Mapping
from typing import Final, cast

from . import joined

__all__ = ["HandshakeResponse"]

_INTERIM: Final = 16
"""How many interim responses are skipped; servers send one or two."""

_START: Final = b"HTTP/"
_TLS_ALERT: Final = b"\x15\x03"
_END: Final = re.compile(rb"\r?\n\r?\n")
_LINE_END: Final = re.compile(rb"\r?\n")
_STATUS_LINE: Final = re.compile(rb"HTTP/1\.[01] ([1-9][0-9]{2})(?: .*)?")

_NO_HTTP: Final = "the server does not speak HTTP at this address"
_WANTS_TLS: Final = "the server wants TLS at this address: use wss:// in the URL"


class HandshakeResponse:
    """Reads what a server answers, up to the end of the header lines that count.

    An adapter tells it of the network connection, as an asyncio protocol is told. If
    the answer opens no WebSocket, the network connection is cut.

    Args:
        subprotocols: The subprotocols that the client offers.
        max_size: How long the header lines of one response may be, in bytes.

    Attributes:
        status: The status of an answer that opens no WebSocket; None if there is none.
        headers: The header lines of that answer, by name in lower case.
        subprotocol: The subprotocol that an answer selects which opens a WebSocket;
            None if it selects none.
        fault: What is wrong with the answer, beside its status; None if nothing is.
        begun: Whether the network connection was up, TLS included.
        opened: Whether the answer opens a WebSocket, as far as can be told here.
        ended: Whether the network connection ended before that.
        error: The error that it ended with; None if there was none.
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
        """Take note of the network connection."""
        self.begun = True
        self._network = cast(asyncio.Transport, network)

    def take(self, data: bytes) -> bytes:
        """Take what has come, and return what of it is for the library.

        Returns:
            The answer that opens a WebSocket, and what follows it; empty before that.
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
        """Take note that the network connection has ended."""
        self.ended = not self.opened
        self.error = error

    @property
    def _is_refused(self) -> bool:
        return self.status is not None or self.fault is not None

    def _read(self) -> None:
        """Read one response after the other, up to the one that counts."""
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
        """Look whether this may still become a response."""
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
        """Refuse a subprotocol that was not offered, as RFC 6455 §4.1 wants it."""
        if selected is not None and selected not in self._subprotocols:
            self.fault = f"the server selected {selected[:100]!r}, which is not offered"

    def _skip(self) -> None:
        self._interim += 1
        if self._interim > _INTERIM:
            self.fault = f"the server sent more than {_INTERIM} interim responses"


def _header(line: bytes) -> tuple[str, str]:
    name, _, value = line.decode("latin-1").partition(":")
    return name, value.strip(" \t")
