"""Which peers there are, in which versions, and on which side of a connection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pytest

from tests.interop.conversations import Side
from tests.interop.mobilityhouse import Mobilityhouse
from tests.interop.npm import Npm
from tests.interop.peers import Implementation, Stations

__all__ = ["PEERS", "case", "cases", "pairs"]

PEERS: Final[Sequence[Implementation]] = [Mobilityhouse(), Npm()]

# The strict mode of ocpp-rpc does not work for 2.1: its schemas have other names there.
_VERSIONS: Final[Mapping[str, Sequence[str]]] = {
    Mobilityhouse.name: ["1.6", "2.0.1", "2.1"],
    Npm.name: ["1.6", "2.0.1"],
}


def case(implementation: Stations, *values: Any) -> Any:
    """Return a peer and other parameters."""
    name = "-".join(map(str, (implementation.name, *values)))
    return pytest.param(implementation, *values, id=name)


def cases() -> Sequence[Any]:
    """Return each peer in each of its versions, with us on either side."""
    return [
        case(implementation, version, side)
        for implementation in PEERS
        for version in _VERSIONS[implementation.name]
        for side in Side
    ]


def pairs() -> Sequence[Any]:
    """Return each two peers, as a station and a back office, in each common version."""
    return [
        pytest.param(
            station, office, version, id=f"{station.name}-{office.name}-{version}"
        )
        for station in PEERS
        for office in PEERS
        for version in _VERSIONS[station.name]
        if version in _VERSIONS[office.name]
    ]
