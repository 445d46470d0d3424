"""Metrics for Prometheus, as it reads them."""

from __future__ import annotations

import asyncio
import importlib
import re
import sys
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any
from urllib.request import urlopen

import pytest
from prometheus_client import CollectorRegistry, generate_latest, start_http_server

import ocpp_rpc
from ocpp_messages import FIELD, v16
from ocpp_rpc import FrameTolerance
from ocpp_rpc.connection.settings import Settings
from ocpp_rpc.errors import HandshakeFailed, MissingDependency, OcppError
from ocpp_rpc.handlers.routing import Router
from ocpp_rpc.observing import Prometheus
from ocpp_rpc.testing import VirtualClock, pair, raw_peer
from tests.support.served import SOFT


@pytest.fixture
def registry() -> CollectorRegistry:
    return CollectorRegistry()


def lines(text: str) -> set[str]:
    """The samples, but for the times at which they were first counted."""
    return {
        line
        for line in text.splitlines()
        if not re.search("^#|_created", line) and not line.endswith(" 0.0")
    }


def of(registry: CollectorRegistry, name: str) -> Mapping[frozenset[str], float]:
    """What one metric says, by the values of its labels."""
    return {
        frozenset(sample.labels.values()): sample.value
        for metric in registry.collect()
        for sample in metric.samples
        if sample.name == name
    }


def heartbeat(_request: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
    raise OcppError("AcmeError hunter2")


async def test_what_prometheus_reads(registry: CollectorRegistry) -> None:
    clock = VirtualClock()
    ids: Iterator[str] = map("id-{}".format, count(1))
    settings = Settings(
        observer=Prometheus(registry=registry),
        clock=clock,
        new_id=lambda: next(ids),
        tolerance=FIELD,
    )
    routes = Router()
    routes.add(v16.HeartbeatRequest, heartbeat)
    server, thread = start_http_server(0, "127.0.0.1", registry)
    url = f"http://127.0.0.1:{server.server_port}/metrics"

    def read() -> set[str]:
        with urlopen(url) as response:
            return lines(response.read().decode())

    try:
        async with raw_peer(routes, version="1.6", settings=settings) as peer:
            assert await asyncio.to_thread(read) == {
                'ocpp_connections{role="CentralSystem",version="1.6"} 1.0'
            }
            call = asyncio.create_task(peer.connection.call(SOFT))
            await peer.recv()
            clock.advance(2)
            await peer.send('[3,"id-1",{"status":"Accepted","hunter2":1}]')
            await call
            await peer.send('[3,"id-1",{"status":"Accepted"}]')
            for text in (
                '[2,"1","Heartbeat",{}]',
                '[2,"2","hunter2",{}]',
                '[2,"3","Reset"]',
            ):
                await peer.send(text)
                await peer.recv()
        read_at_the_end = await asyncio.to_thread(read)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    buckets = {line for line in read_at_the_end if "_bucket" in line}
    assert read_at_the_end - buckets == {
        *with_16(
            'bad_messages_total{defect="wrong number of elements",',
            'calls_refused_total{outcome="NotImplemented",',
            'calls_total{action="Heartbeat",direction="received",outcome="_OTHER",',
            'calls_total{action="Reset",direction="sent",outcome="response",',
            'connections_closed_total{code="1006",role="CentralSystem",',
            'deviations_total{kind="extra field",',
            'stray_replies_total{kind="duplicate",',
            'call_duration_seconds_count{action="Heartbeat",direction="received",',
            'call_duration_seconds_count{action="Reset",direction="sent",',
        ),
        'ocpp_call_duration_seconds_sum{action="Reset",direction="sent",version="1.6"}'
        " 2.0",
        'ocpp_messages_total{direction="received",version="1.6"} 5.0',
        'ocpp_messages_total{direction="sent",version="1.6"} 4.0',
    }
    assert (
        'ocpp_call_duration_seconds_bucket{action="Reset",direction="sent",le="2.5",'
        'version="1.6"} 1.0'
    ) in buckets
    assert not any("hunter2" in line for line in read_at_the_end)


def with_16(*begins: str) -> Iterator[str]:
    return (f'ocpp_{each}version="1.6"}} 1.0' for each in begins)


async def test_calls_that_were_never_written_have_no_duration(
    registry: CollectorRegistry,
) -> None:
    clock = VirtualClock()
    settings = Settings(observer=Prometheus(registry=registry), clock=clock)
    async with raw_peer(None, version="1.6", settings=settings) as peer:
        given_up_later = asyncio.create_task(peer.connection.call(SOFT))
        await peer.recv()
        given_up_later.cancel()
        peer_gone = asyncio.create_task(peer.connection.call(SOFT))
        await peer.recv()
        late = asyncio.create_task(peer.connection.call(SOFT, total_timeout=1))
        given_up, lost = (
            asyncio.create_task(peer.connection.call(SOFT)) for _ in range(2)
        )
        await asyncio.sleep(0)
        given_up.cancel()
        clock.advance(1)
        await asyncio.wait([late, given_up])
        peer.abort()
        await asyncio.wait([peer_gone, lost])

    ends = {"CallTimeout": 1, "Cancelled": 2, "ConnectionClosed": 2}
    assert of(registry, "ocpp_calls_total") == {
        frozenset({"sent", "Reset", "1.6", end}): number for end, number in ends.items()
    }
    assert of(registry, "ocpp_call_duration_seconds_count") == {
        frozenset({"sent", "Reset", "1.6"}): 2
    }


async def test_mended_frames_are_deviations(registry: CollectorRegistry) -> None:
    settings = Settings(
        observer=Prometheus(registry=registry),
        frame_tolerance=FrameTolerance(integer_ids=True),
    )
    async with raw_peer(None, version="1.6", settings=settings) as peer:
        await peer.send('[2,7,"Heartbeat",{}]')
        await peer.recv()
        await peer.send('[4,7,"GenericError","",{}]')
        await peer.send('[2,8,"Heartbeat",{}]')
        await peer.recv()
    assert of(registry, "ocpp_deviations_total") == {
        frozenset({"integer id", "1.6"}): 3
    }


async def test_many_connections_and_both_sides(registry: CollectorRegistry) -> None:
    settings = Settings(observer=Prometheus(registry=registry))
    async with (
        pair(None, None, version="1.6", settings=settings),
        pair(None, None, version="2.1", identity="CP 2", settings=settings) as (_, two),
    ):
        assert of(registry, "ocpp_connections") == {
            frozenset({"1.6", "ChargePoint"}): 1,
            frozenset({"1.6", "CentralSystem"}): 1,
            frozenset({"2.1", "ChargingStation"}): 1,
            frozenset({"2.1", "CSMS"}): 1,
        }
        await two.close(4711, "as it likes")
    assert set(of(registry, "ocpp_connections").values()) == {0}
    assert of(registry, "ocpp_connections_closed_total") == {
        frozenset({"1.6", "ChargePoint", "1000"}): 1,
        frozenset({"1.6", "CentralSystem", "1000"}): 1,
        frozenset({"2.1", "ChargingStation", "other"}): 1,
        frozenset({"2.1", "CSMS", "other"}): 1,
    }
    assert b"CP001" not in generate_latest(registry)
    assert b"CP 2" not in generate_latest(registry)


async def test_identities_where_they_are_wanted(registry: CollectorRegistry) -> None:
    settings = Settings(observer=Prometheus(registry=registry, by_identity=True))
    async with pair(None, None, version="1.6", settings=settings):
        assert of(registry, "ocpp_connections") == {
            frozenset({"1.6", "CP001", "ChargePoint"}): 1,
            frozenset({"1.6", "CP001", "CentralSystem"}): 1,
        }


async def test_who_is_turned_away(registry: CollectorRegistry) -> None:
    metrics = Prometheus(registry=registry)

    def nobody(_handshake: Any) -> ocpp_rpc.Accept | None:
        raise ocpp_rpc.HandshakeRefused(403, "hunter2")

    async with ocpp_rpc.serve(
        None, "127.0.0.1", 0, versions=["1.6"], on_connect=nobody
    ) as server:
        server.on_refused(metrics.refused)
        url = f"ws://127.0.0.1:{server.port}"
        with pytest.raises(HandshakeFailed):
            async with ocpp_rpc.connect(url, "CP001", versions=["1.6"]):
                pass
    assert of(registry, "ocpp_handshakes_refused_total") == {frozenset({"403"}): 1}


def test_once_for_each_registry(registry: CollectorRegistry) -> None:
    Prometheus(registry=registry)
    with pytest.raises(ValueError, match="ocpp_connections"):
        Prometheus(registry=registry)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "ocpp_rpc.observing.prometheus")
    monkeypatch.setitem(sys.modules, "prometheus_client", None)
    with pytest.raises(MissingDependency) as caught:
        importlib.import_module("ocpp_rpc.observing.prometheus")
    assert str(caught.value).endswith("pip install 'ocpp-rpc[prometheus]'")
