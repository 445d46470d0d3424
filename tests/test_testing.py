"""What is there for the tests of others."""

from __future__ import annotations

import pytest

import ocpp_messages
from ocpp_messages import v16
from ocpp_rpc.errors import ConnectionClosed, OcppError
from ocpp_rpc.testing import VirtualClock, pair, raw_peer


@pytest.mark.parametrize("version", ocpp_messages.VERSIONS)
async def test_pair(version: str) -> None:
    package = ocpp_messages.load(version)
    async with pair(version=version) as (station, back_office):
        assert station.role is package.STATION
        assert back_office.role is package.BACK_OFFICE
        with pytest.raises(OcppError):
            await back_office.call(vars(package)["ClearCacheRequest"]())
    assert station.closed
    assert back_office.closed


async def test_either_side_of_a_pair_may_be_closed() -> None:
    async with pair(version="1.6") as (station, back_office):
        await back_office.close()
        await station.wait_closed()
        with pytest.raises(ConnectionClosed):
            await station.call(v16.HeartbeatRequest())


async def test_raw_peer_in_either_role() -> None:
    async with raw_peer(version="1.6") as peer:
        assert peer.connection.role is v16.BACK_OFFICE
    async with raw_peer(version="1.6", role=v16.STATION) as peer:
        assert peer.connection.role is v16.STATION


async def test_raw_peer_is_the_text_side() -> None:
    async with raw_peer(version="1.6") as peer:
        await peer.send('[2,"1","Nonsense",{}]')
        answer = '[4,"1","NotImplemented","unknown action \'Nonsense\'",{}]'
        assert await peer.recv() == answer
        await peer.send(b"\x00")  # a binary message, which is not answered
        await peer.send('[2,"2","Nonsense",{}]')
        assert (await peer.recv()).startswith('[4,"2",')


async def test_raw_peer_breaks() -> None:
    async with raw_peer(version="1.6") as peer:
        peer.abort()
        await peer.connection.wait_closed()
        with pytest.raises(ConnectionClosed, match="1006"):
            await peer.connection.call(v16.ClearCacheRequest())


async def test_raw_peer_closes() -> None:
    async with raw_peer(version="1.6") as peer:
        await peer.close(1001, "bye")
        await peer.connection.wait_closed()
        with pytest.raises(ConnectionClosed, match="1001 bye"):
            await peer.connection.call(v16.ClearCacheRequest())


def test_the_clock_stands_still() -> None:
    clock = VirtualClock()
    assert clock.time() == 0.0
    clock.advance(2.5)
    assert clock.time() == 2.5


def test_the_clock_calls_back_in_order() -> None:
    clock = VirtualClock()
    seen: list[tuple[str, float]] = []

    def note(name: str) -> None:
        seen.append((name, clock.time()))

    clock.call_at(2.0, lambda: note("c"))
    clock.call_at(1.0, lambda: note("a"))
    clock.call_at(1.0, lambda: note("b"))
    clock.call_at(3.0, lambda: note("never")).cancel()
    assert clock.call_at(4.0, lambda: note("d")).when() == 4.0
    clock.advance(3.0)
    assert seen == [("a", 1.0), ("b", 1.0), ("c", 2.0)]
    clock.advance(1.0)
    assert seen[3:] == [("d", 4.0)]


def test_a_callback_may_set_another_one() -> None:
    clock = VirtualClock()
    seen: list[float] = []
    clock.call_at(1.0, lambda: clock.call_at(2.0, lambda: seen.append(clock.time())))
    clock.advance(5.0)
    assert seen == [2.0]
    clock.call_at(1.0, lambda: seen.append(clock.time()))  # which is past
    clock.advance(0.0)
    assert seen == [2.0, 5.0]


def test_the_clock_counts_what_is_set() -> None:
    clock = VirtualClock()
    assert clock.timers == 0
    soon, late = (clock.call_at(when, lambda: None) for when in (1.0, 2.0))
    assert clock.timers == 2
    clock.advance(1.0)
    assert clock.timers == 1
    soon.cancel()  # which was called back already
    assert clock.timers == 1
    late.cancel()
    assert clock.timers == 0
