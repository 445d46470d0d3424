"""Log records as JSON."""

from __future__ import annotations

import json
import logging
import math
from typing import Any

import pytest

from ocpp_rpc.observing import JsonFormatter


def record(text: str = "%r: open", *arguments: object, **fields: Any) -> Any:
    made = logging.LogRecord("ocpp_rpc.x", logging.INFO, "", 1, text, arguments, None)
    made.created = 1_800_000_000.25
    vars(made).update(fields)
    return made


def test_a_record() -> None:
    line = JsonFormatter().format(
        record("%r: open", "CP 1", identity="CP 1", version="1.6", other=1)
    )
    assert json.loads(line) == {
        "time": "2027-01-15T08:00:00.250+00:00",
        "level": "info",
        "logger": "ocpp_rpc.x",
        "message": "'CP 1': open",
        "identity": "CP 1",
        "version": "1.6",
    }


def test_fields_of_ones_own() -> None:
    formatter = JsonFormatter(fields=["request_id", "missing", "kind"])
    line = formatter.format(record("x", request_id=7, kind=object, identity="CP 1"))
    shown = json.loads(line)
    assert shown["request_id"] == 7
    assert shown["kind"] == "<class 'object'>"
    assert not {"missing", "identity"} & shown.keys()


def test_a_line_is_one_whatever_is_in_it() -> None:
    line = JsonFormatter().format(record("a\nb\x1b[2J\u2028", identity="\x9b"))
    assert line.isascii()
    assert line.isprintable()


def test_an_exception() -> None:
    error = ValueError("out\nof order")
    made = record("failed", exc_info=(ValueError, error, None))
    line = JsonFormatter().format(made)
    assert line.isprintable()
    assert json.loads(line)["exception"] == "ValueError: out\nof order"


def test_a_stack() -> None:
    made = record("here", stack_info="Stack:\n  a line")
    line = JsonFormatter().format(made)
    assert line.isprintable()
    assert json.loads(line)["stack"] == "Stack:\n  a line"
    assert "stack" not in json.loads(JsonFormatter().format(record()))


class Unspeakable:
    def __repr__(self) -> str:
        raise RuntimeError


CYCLE: list[object] = []
CYCLE.append(CYCLE)


def nested(depth: int) -> list[object]:
    value: list[object] = []
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (math.nan, "nan"),
        ([1, -math.inf], "[1, -inf]"),
        (b"CP\xff", "CP\\xff"),
        ({"token": bytearray(b"a")}, {"token": "a"}),
        (CYCLE, "[[...]]"),
        (nested(100_000), "<list>"),
        ({(1, 2): 3}, "{(1, 2): 3}"),
        (10**5000, "<int>"),
        ([Unspeakable()], ["<Unspeakable>"]),
        ({"\ud800": 1}, {"\ud800": 1}),
    ],
    ids=range(10),
)
def test_values_that_json_cannot_express(value: object, text: object) -> None:
    formatter = JsonFormatter(fields=["value", "kept"])
    line = formatter.format(record("x", value=value, kept={"a": [1]}))

    def no_constant(name: str) -> None:
        raise AssertionError(name)

    shown = json.loads(line, parse_constant=no_constant)
    assert (shown["value"], shown["kept"]) == (text, {"a": [1]})
    assert shown["message"] == "x"
