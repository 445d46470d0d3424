"""Compression of messages (permessage-deflate, RFC 7692) for picows, which has none.

Each side uses the messages that it has sent before as a dictionary, unless the other
side refuses that (context takeover, §7.1.1). The windows are small, as in other
libraries, because messages of OCPP are small and a server has many connections. For the
same reason nothing is allocated before the first message.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

__all__ = ["OFFER", "Deflate", "TooLong", "accept", "agreed"]

_NAME: Final = "permessage-deflate"

_CLIENT_BITS: Final = "client_max_window_bits"
_SERVER_BITS: Final = "server_max_window_bits"
_CLIENT_RESETS: Final = "client_no_context_takeover"
_SERVER_RESETS: Final = "server_no_context_takeover"

_WINDOW: Final = 12
"""The size of a window: the binary logarithm of its bytes.

4 KiB hold several messages of OCPP. Compressing needs 4 windows and 2**(`_MEMORY` + 9)
bytes (zconf.h): 32 KiB with these values, 256 KiB with the defaults of zlib.
"""

_MEMORY: Final = 5
"""The memory level of compressing, as zlib defines it."""

_END: Final = b"\x00\x00\xff\xff"
"""The bytes at the end of each compressed message, which are not sent (§7.2.1)."""

OFFER: Final = f"{_NAME}; {_CLIENT_BITS}; {_SERVER_BITS}={_WINDOW}"
"""The offer of a client: a value of the header line Sec-WebSocket-Extensions."""


class TooLong(Exception):
    """The error that a message is longer than the limit."""


class Deflate:
    """The compression of one connection.

    Args:
        window: The size of the window of this side: the binary logarithm of its bytes.
        peer_window: The size of the window of the peer, in the same unit.
        resets: Whether this side compresses each message independently.
        peer_resets: Whether the peer compresses each message independently.
    """

    __slots__ = (
        "_deflater",
        "_inflater",
        "_peer_resets",
        "_peer_window",
        "_resets",
        "_window",
    )

    def __init__(
        self, window: int, peer_window: int, *, resets: bool, peer_resets: bool
    ) -> None:
        self._window = window
        self._resets = resets
        self._peer_window = peer_window
        self._peer_resets = peer_resets
        self._deflater: Any = None
        self._inflater: Any = None

    def deflate(self, data: bytes) -> bytes:
        """Return a message compressed; it must not be empty."""
        if self._deflater is None or self._resets:
            self._deflater = zlib.compressobj(wbits=-self._window, memLevel=_MEMORY)
        deflater = self._deflater
        compressed: bytes = deflater.compress(data) + deflater.flush(zlib.Z_SYNC_FLUSH)
        return compressed.removesuffix(_END)

    def inflate(self, data: bytes, limit: int) -> bytes:
        """Return a message decompressed.

        Raises:
            TooLong: It has more bytes than the limit.
            ValueError: It cannot be decompressed.
        """
        # A peer may end its stream with a message (BFINAL, §7.2.3.4): another begins.
        if self._inflater is None or self._inflater.eof or self._peer_resets:
            self._inflater = zlib.decompressobj(wbits=-self._peer_window)
        try:
            # One byte more than the limit tells; a bomb is inflated no further.
            whole: bytes = self._inflater.decompress(data + _END, limit + 1)
        except zlib.error as error:
            raise ValueError(str(error)) from error
        if len(whole) > limit:
            raise TooLong
        return whole


def accept(offers: str) -> tuple[str, Deflate | None]:
    """Return the answer of a server to the offers of a client, and the compression.

    Args:
        offers: The value of Sec-WebSocket-Extensions; empty if there is none.

    Returns:
        The value of Sec-WebSocket-Extensions for the answer, and the compression; an
        empty text and None if no offer can be accepted.
    """
    # They come in order of preference (§5); those that are wrong are declined (§7).
    for name, parameters in _extensions(offers):
        if name == _NAME and _fit(parameters, _OFFERED):
            return _accepted(dict(parameters))
    return "", None


def _accepted(offer: Mapping[str, str | None]) -> tuple[str, Deflate]:
    window = min(_WINDOW, int(offer.get(_SERVER_BITS) or 15))
    peer_window = 15
    # Ours may be told unasked (§7.1.2.1); that of a client only if it has said that it
    # understands this (§7.1.2.2), and the largest window is to be expected otherwise.
    answer = [_NAME, f"{_SERVER_BITS}={window}"]
    if _CLIENT_BITS in offer:
        peer_window = min(_WINDOW, int(offer[_CLIENT_BITS] or 15))
        answer.append(f"{_CLIENT_BITS}={peer_window}")
    answer += [name for name in (_SERVER_RESETS, _CLIENT_RESETS) if name in offer]
    return "; ".join(answer), Deflate(
        window,
        peer_window,
        resets=_SERVER_RESETS in offer,
        peer_resets=_CLIENT_RESETS in offer,
    )


def agreed(answer: str, *, offered: bool) -> Deflate | None:
    """Return the compression of a client, or None if nothing is compressed.

    Args:
        answer: The value of Sec-WebSocket-Extensions in the answer of the server; empty
            if there is none.
        offered: Whether the client has sent `OFFER`.

    Raises:
        ValueError: The answer does not match the offer.
    """
    if not answer:
        return None
    (name, parameters), *others = _extensions(answer)
    fit = name == _NAME and _fit(parameters, _ANSWERED)
    if others or not (offered and fit):
        raise ValueError(f"the server uses extensions that were not offered: {answer}")
    given = dict(parameters)
    return Deflate(
        min(_WINDOW, int(given.get(_CLIENT_BITS) or 15)),
        int(given.get(_SERVER_BITS) or 15),
        resets=_CLIENT_RESETS in given,
        peer_resets=_SERVER_RESETS in given,
    )


_Parameters: TypeAlias = list[tuple[str, str | None]]

_Values: TypeAlias = Mapping[str, frozenset[str | None]]

_BITS: Final = frozenset(str(bits) for bits in range(9, 16))
"""The window sizes that zlib compresses with; RFC 7692 also allows 8.

Since 1.2.9, zlib refuses 8 for a stream without a header; earlier releases silently
used 9. For decompressing, zlib accepts 8.
"""

# What the parameters may be (§7.1).

_OFFERED: Final[_Values] = {
    _CLIENT_BITS: _BITS | {"8", None},
    _CLIENT_RESETS: frozenset({None}),
    _SERVER_BITS: _BITS,
    _SERVER_RESETS: frozenset({None}),
}

_ANSWERED: Final[_Values] = {
    _CLIENT_BITS: _BITS,
    _CLIENT_RESETS: frozenset({None}),
    _SERVER_BITS: _BITS | {"8"},
    _SERVER_RESETS: frozenset({None}),
}


def _fit(parameters: _Parameters, allowed: _Values) -> bool:
    return len(dict(parameters)) == len(parameters) and all(
        value in allowed.get(name, ()) for name, value in parameters
    )


def _extensions(text: str) -> Iterator[tuple[str, _Parameters]]:
    """Read a list of extensions (RFC 6455 §9.1)."""
    for extension in text.split(","):
        name, *parameters = extension.split(";")
        yield name.strip(), [_parameter(each) for each in parameters]


def _parameter(text: str) -> tuple[str, str | None]:
    name, equals, value = text.partition("=")
    return name.strip(), value.strip().strip('"') if equals else None
