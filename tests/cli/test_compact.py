"""JSON is shown without most of its quotes, and never obeyed by a terminal."""

from __future__ import annotations

import pytest

from ocpp_rpc.cli.compact import compact


@pytest.mark.parametrize(
    ("payload", "shown"),
    [
        ("{}", "{}"),
        ('{"status":"Accepted"}', "status: Accepted"),
        ('{"a":1,"b":-2.50,"c":null,"d":true}', "a: 1, b: -2.5, c: null, d: true"),
        ('{"idTagInfo":{"status":"Blocked"}}', "idTagInfo: {status: Blocked}"),
        ('{"a":[],"b":[1,{"c":"d"}],"e":{}}', "a: [], b: [1, {c: d}], e: {}"),
        ('{"at":"2026-01-31T12:00:00.500Z"}', "at: 2026-01-31T12:00:00.500Z"),
        ('{"url":"ftp://a.b/c"}', "url: ftp://a.b/c"),
        ('{"id":"0f9a-11"}', "id: 0f9a-11"),
    ],
)
def test_plain(payload: str, shown: str) -> None:
    assert compact(payload).plain == shown


@pytest.mark.parametrize(
    "text", ["", "12", "1.5", "-1", "1e5", "true", "null", "a, b", "a: {b}", " a", "ü"]
)
def test_texts_that_could_be_taken_for_something_else_keep_their_quotes(
    text: str,
) -> None:
    assert compact(f'{{"x":"{text}"}}').plain == f'x: "{text}"'


@pytest.mark.parametrize("payload", ["{", '{"a":}', "[" * 100_000, "1" * 5000])
def test_what_is_not_read_is_shown_as_it_is(payload: str) -> None:
    assert compact(payload).plain == payload


@pytest.mark.parametrize(
    "payload",
    [
        '{"a":"\\u001b[31m"}',
        '{"\\u009b2J":1}',
        '{"a":"\\u202e"}',
        '{"a":"\\ud800"}',
        "{\x1b[31m",
        "\x07",
    ],
)
def test_nothing_is_left_that_a_terminal_obeys(payload: str) -> None:
    shown = compact(payload).plain

    assert shown.isprintable()
    assert "\\" in shown
