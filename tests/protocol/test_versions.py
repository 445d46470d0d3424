"""Versions as programs name them."""

from __future__ import annotations

import pytest

from ocpp_messages import v1x, v15, v16, v201
from ocpp_rpc.protocol.versions import Version, by_subprotocol, number_of, package_of


def test_versions_by_name() -> None:
    versions: list[Version] = ["2.0.1", v16, "1.5", "1.5"]
    found = by_subprotocol(versions)
    assert list(found.items()) == [
        ("ocpp2.0.1", v201),
        ("ocpp1.6", v16),
        ("ocpp1.5", v15),
    ]
    assert [package_of(version) for version in versions] == [v201, v16, v15, v15]
    assert [number_of(version) for version in versions[:3]] == ["2.0.1", "1.6", "1.5"]


@pytest.mark.parametrize(
    ("versions", "message"),
    [
        ([], "at least one"),
        (["1.6", "1.7"], "'1.7'"),
        ("1.6", r"such as \['1.6'\]"),
        ([v1x], "ocpp_messages.v1x is not a version of OCPP"),
        ([1.6], "1.6 is not a version of OCPP"),
        (None, "at least one"),
        ([v16, "1.6"], "two of the versions are 'ocpp1.6'"),
    ],
)
def test_versions_that_are_not(versions: list[Version], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        by_subprotocol(versions)
