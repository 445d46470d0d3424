"""Header lines that a program adds, and text of others in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocpp_rpc.lines import checked_headers, one_line, printable


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


@pytest.mark.parametrize(
    "headers",
    [{}, {"X-Acme": ""}, {"Set-Cookie": 'a="b c"; Secure', "x!#$%&'*+.^_`|~0": "\t~ "}],
)
def test_lines_that_can_be_written(headers: dict[str, str]) -> None:
    checked = checked_headers(headers)
    assert checked == headers
    assert checked is not headers


@pytest.mark.parametrize("name", ["", "a b", "a:", "a\n", "\r\na", "é", "a\x00", "(a)"])
def test_names_that_cannot(name: str) -> None:
    with pytest.raises(ValueError, match="its name or its value is not allowed"):
        checked_headers({"X-Good": "1", name: "x"})


@pytest.mark.parametrize(
    "value", ["a\nb", "a\r\nB: c", "\x00", "\x7f", "é", "日", "\n"]
)
def test_values_that_cannot(value: str) -> None:
    with pytest.raises(ValueError, match="header 'X-A': its name or"):
        checked_headers({"X-A": value})


@pytest.mark.parametrize(
    "name",
    [
        *("Connection", "UPGRADE", "content-length", "Content-Type", "host"),
        *("Transfer-Encoding", "Sec-WebSocket-Accept", "Sec-WebSocket-Extensions"),
        *("Sec-WebSocket-Key", "Sec-WebSocket-Protocol", "sec-websocket-version"),
    ],
)
def test_names_of_what_is_there_anyway(name: str) -> None:
    with pytest.raises(ValueError, match=f"header '{name}' cannot be added"):
        checked_headers({name: "x"})


def test_printable_text_is_left_alone() -> None:
    assert printable("Grüße, 充电 [bold]") == "Grüße, 充电 [bold]"


def test_what_cannot_be_printed_is_escaped_line_breaks_too() -> None:
    assert printable("a\nb\x1b[31m\u202e") == r"a\nb\x1b[31m\u202e"
