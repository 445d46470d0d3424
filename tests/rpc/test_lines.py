"""Text of others in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocpp_rpc.lines import one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain", "plain"),
        ("", ""),
        (" a \r\n\t b\u2028c ", "a b c"),
        ("é 日 €", "é 日 €"),
        ("a\x00b\x1b[31m\x7f", "a\\x00b\\x1b[31m\\x7f"),
        ("\u202eevil", "\\u202eevil"),
        ("\ud83d", "\\ud83d"),
        (5, "5"),
        ("x" * 10, "x" * 10),
        ("x" * 11, "xxxxxxxxx…"),
    ],
)
def test_one_line(text: object, line: str) -> None:
    assert one_line(text, 10 if "xxx" in line else 200) == line


@given(st.text())
def test_any_text_is_one_line(text: str) -> None:
    line = one_line(text)
    assert line.isprintable()
    assert len(line.splitlines()) <= 1
