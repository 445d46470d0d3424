"""Identities as tokens of a subject."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocpp_rpc.fleet.bus.tokens import LONGEST, token

IDENTITIES = st.text(
    st.characters() | st.sampled_from("*>.= \r\n\t/%\0"), min_size=1, max_size=255
)


@pytest.mark.parametrize(
    ("identity", "expected"),
    [
        ("CP001", "CP001"),
        ("DE:ABC+E@1|2_3-4", "DE:ABC+E@1|2_3-4"),
        ("*", "=2A"),
        (">", "=3E"),
        ("a.b", "a=2Eb"),
        ("a b", "a=20b"),
        ("a=2Eb", "a=3D2Eb"),
        ("é", "=C3=A9"),
        ("a\r\nPUB x", "a=0D=0APUB=20x"),
        ("\ud800", "=ED=A0=80"),
    ],
)
def test_examples(identity: str, expected: str) -> None:
    assert token(identity) == expected


@given(IDENTITIES)
def test_a_token_means_nothing_to_the_engine(identity: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_:+@|=-]{1,1000}", token(identity))


@given(IDENTITIES, IDENTITIES)
def test_two_identities_share_no_token(one: str, other: str) -> None:
    assert (token(one) == token(other)) == (one == other)


def test_a_long_identity_has_a_short_token() -> None:
    long = "日" * 255
    others = {token(long), token(long[:-1] + "月"), token(long[:-1])}
    assert len(others) == 3
    assert max(map(len, others)) <= LONGEST
    assert len(token("a" * 5000)) <= LONGEST
    assert token("a" * LONGEST) == "a" * LONGEST


def test_an_escaped_text_is_no_hash_of_another() -> None:
    hashed = token("日" * 255)
    assert token(hashed) != hashed


def test_there_is_no_empty_token() -> None:
    with pytest.raises(ValueError, match="identity is empty"):
        token("")
