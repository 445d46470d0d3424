"""What a tap passes on, from a WebSocket library that has read ahead."""

from __future__ import annotations

import pytest

from ocpp_rpc.relay.taps import Tap
from ocpp_rpc.transports import Peer, TransportClosed
from tests.relay.scene import BEAT, CALL


class ReadAhead:
    """A transport that returns what it has read, also once it is aborted."""

    peer = Peer()

    def __init__(self, *messages: str) -> None:
        self._messages = [*messages]

    async def recv(self) -> str:
        if self._messages:
            return self._messages.pop(0)
        raise TransportClosed

    async def send(self, text: str) -> None:
        raise AssertionError(text)

    async def ping(self) -> bool:
        raise AssertionError

    async def close(self, code: int, reason: str) -> None: ...

    def abort(self) -> None: ...


@pytest.mark.parametrize(("aborts", "passed"), [(True, [BEAT]), (False, [BEAT, CALL])])
async def test_passes_nothing_on_once_it_is_aborted(
    *, aborts: bool, passed: list[str]
) -> None:
    seen: list[str | bytes] = []

    async def take(message: str | bytes) -> bool:
        seen.append(message)
        if aborts:
            tap.abort()
        else:
            await tap.close(1000, "")
        return True

    tap = Tap(ReadAhead(BEAT, CALL), take, lambda: None)
    with pytest.raises(TransportClosed):
        await tap.recv()
    assert seen == passed
