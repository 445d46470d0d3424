"""Frames, as values and as text."""

from __future__ import annotations

from typing import Any

import pytest

from ocpp_rpc.protocol.frames import CallError, Frame, is_text
from tests.protocol.frame_cases import CASES


@pytest.mark.parametrize(("frame", "text"), CASES)
def test_the_text_of_a_frame(frame: Frame, text: str) -> None:
    assert frame.serialize() == text


@pytest.mark.parametrize(
    ("text", "can_be_sent"),
    [("", True), ("x", True), ("é😀", True), ("\ud800", False), ("é\udc00", False)],
)
def test_text_has_no_surrogate_without_its_pair(text: str, can_be_sent: bool) -> None:
    assert is_text(text) is can_be_sent


def test_errors_are_ascii_whatever_they_hold() -> None:
    assert CallError("1", "X", "\ud800").serialize() == '[4,"1","X","\\ud800",{}]'


@pytest.mark.parametrize("details", [{"a": float("nan")}, {"a": object()}])
def test_details_that_are_not_json(details: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError)):
        CallError("1", "X", "", details).serialize()
