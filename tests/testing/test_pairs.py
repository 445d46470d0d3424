"""Pairs of connections, and the text side of one."""

from __future__ import annotations

import pytest

import ocpp_messages
from ocpp_messages import v16
from ocpp_rpc.errors import ConnectionClosed, OcppError
from ocpp_rpc.testing import pair, raw_peer


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


async def test_an_identity() -> None:
    async with pair(version="1.6") as ends, raw_peer(version="1.6") as peer:
        assert {each.identity for each in (*ends, peer.connection)} == {"CP001"}
    async with (
        pair(version="1.6", identity="CP 2") as ends,
        raw_peer(version="1.6", identity="CP 2") as peer,
    ):
        assert {each.identity for each in (*ends, peer.connection)} == {"CP 2"}


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
