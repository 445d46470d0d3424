"""What a station can be called."""

from __future__ import annotations

import pytest

from ocpp_rpc.protocol.identities import is_identifier, is_identity


@pytest.mark.parametrize("name", ["", ".", ".."])
def test_what_names_nothing_or_a_folder(name: str) -> None:
    assert not is_identity(name)


@pytest.mark.parametrize("name", ["CP001", "...", ". ", "a/b", "\x00", "é", "x" * 300])
def test_anything_else_may_be_an_identity(name: str) -> None:
    assert is_identity(name)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("CP001", True), ("RDAM 123", True), ("CP:1", False), ("", False), ("a\n", False)],
)
def test_identifiers(name: str, is_one: bool) -> None:
    assert is_identifier(name) is is_one
