"""Tools for tests: connections in memory, a network without sockets, a virtual clock.

Nothing here uses the real network, and nothing waits for real time::

    async with testing.pair(version="1.6", back_office=routes) as (station, csms):
        await station.call(v16.HeartbeatRequest())

    async with testing.raw_peer(routes, version="1.6") as peer:
        await peer.send('[2,"1","Heartbeat",{}]')
        assert await peer.recv() == ...

    net = testing.network()
    async with (
        serve(routes, "csms", 80, versions=["1.6"], transport=net),
        connect("ws://csms", "CP001", versions=["1.6"], transport=net) as station,
    ):
        await station.call(v16.HeartbeatRequest())
"""

from .clock import VirtualClock
from .networks import Network, SeenBy, network
from .pairs import RawPeer, pair, raw_peer

__all__ = [
    "Network",
    "RawPeer",
    "SeenBy",
    "VirtualClock",
    "network",
    "pair",
    "raw_peer",
]
