"""What a station tries next."""

from __future__ import annotations

from itertools import islice

import pytest

from ocpp_rpc.station.profiles import NetworkProfile, profile_order
from ocpp_rpc.transports import WebSocketSettings


@pytest.mark.parametrize(
    ("count", "attempts", "good", "numbers"),
    [
        (1, 1, None, [0, 0, 0]),
        (2, 1, None, [0, 1, 0, 1]),
        (3, 2, None, [0, 0, 1, 1, 2, 2, 0]),
        (3, 1, 1, [1, 2, 0, 1, 2]),
        (2, 3, 1, [1, 1, 1, 0, 0, 0, 1]),
    ],
)
def test_order(count: int, attempts: int, good: int | None, numbers: list[int]) -> None:
    assert list(islice(profile_order(count, attempts, good), len(numbers))) == numbers


def test_a_profile_over_another_one() -> None:
    below = NetworkProfile(
        url="ws://a", versions=["1.6"], password="secret", headers={"X": "1"}
    )
    websocket = WebSocketSettings(ping_interval=5)
    above = NetworkProfile(url="ws://b", headers={}, websocket=websocket)
    assert above.over(below) == NetworkProfile(
        url="ws://b",
        versions=["1.6"],
        password="secret",
        headers={},
        websocket=websocket,
    )


def test_a_profile_keeps_its_secrets() -> None:
    profile = NetworkProfile(url="ws://a", password="hush", headers={"X-Key": "hush"})
    assert "hush" not in repr(profile)
