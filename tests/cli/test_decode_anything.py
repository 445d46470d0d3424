"""Whatever is in a file, `decode` shows it, and says whether it is as it should be."""

from __future__ import annotations

import io
import json
from typing import Any, cast

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from ocpp_messages import VERSIONS, Role
from ocpp_rpc.cli import decode
from ocpp_rpc.cli.screen import Screen

TIME = "2026-01-31T12:00:00Z"
BOOT_1X = {"chargePointVendor": "V", "chargePointModel": "M"}
BOOT_2X = {
    "reason": "PowerUp",
    "chargingStation": {"vendorName": "V", "model": "M"},
}
INTERVAL = {"1.5": "heartbeatInterval"}


def conversation(version: str) -> list[dict[str, Any]]:
    """What `--save` writes of a station that boots; all is as it should be."""
    is_old = version.startswith("1")
    role = Role.CENTRAL_SYSTEM if is_old else Role.CSMS
    interval = INTERVAL.get(version, "interval")
    answer = {"status": "Accepted", "currentTime": TIME, interval: 300}
    refusal = [4, "2", "InternalError", "no clock", {"since": [1.5]}]
    common = {"time": "2026-01-31T12:00:00.000001+00:00", "identity": f"CP{version}"}
    frames: list[tuple[str, list[Any]]] = [
        ("received", [2, "1", "BootNotification", BOOT_1X if is_old else BOOT_2X]),
        ("sent", [3, "1", answer]),
        ("received", [2, "2", "Heartbeat", {}]),
        ("sent", refusal),
    ]
    return [
        {**common, "role": role, "version": version},
        *({**common, "direction": way, "text": text} for way, text in frames),
        {**common, "code": 1000, "reason": ""},
    ]


def write(lines: list[dict[str, Any]]) -> list[str]:
    """The lines as text; the frames among them are text in text."""
    return [
        dump({name: dump(v) if name == "text" else v for name, v in line.items()})
        for line in lines
    ]


def dump(value: Any) -> str:
    return json.dumps(value).replace(json.dumps(HUGE), "1e999")


# --- What may be wrong ----------------------------------------------------------------

HUGE = "a number beyond all bounds"
TEXTS: list[Any] = [
    *("", "\x1b[31m", "\ud800", "é\u2028\u202e", "2.1", "sent", "Accepted", "1"),
    *("2026-01-31T12:00:00", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59"),
]
NUMBERS: list[Any] = [HUGE, 10**400, -1, 1.5, 2, 3, 4, 5, 6]
ODD: list[Any] = [*TEXTS, *NUMBERS, None, True, [], {}, [[]], {"": None}]


KINDS: dict[type, list[Any]] = {str: TEXTS, int: NUMBERS, float: NUMBERS}


def odd(value: Any) -> st.SearchStrategy[Any]:
    """What may stand in place of a value: mostly another one of its kind."""
    kind = next((v for k, v in KINDS.items() if isinstance(value, k)), ODD)
    return st.sampled_from(kind) | st.sampled_from(kind) | st.sampled_from(ODD)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where there is something in a value that may be another thing."""
    found = [path]
    if isinstance(value, dict):
        keys: list[Any] = list(cast(dict[str, Any], value))
    elif isinstance(value, list):
        keys = list(range(len(cast(Any, value))))
    else:
        keys = []
    for key in keys:
        found += places(value[key], (*path, key))
    return found


@st.composite
def mutated(draw: st.DrawFn) -> list[str]:
    """The conversations of two stations, with nothing, or a few things, wrong."""
    one, two = (conversation(draw(st.sampled_from(VERSIONS))) for _ in range(2))
    lines: Any = [line for pair in zip(one, two, strict=True) for line in pair]
    for _ in range(draw(st.integers(0, 3))):
        lines = json.loads(json.dumps(lines))
        number = draw(st.integers(0, len(lines) - 1))
        *path, last = draw(st.sampled_from(places(lines[number], (number,))))
        within = lines
        for key in path:
            within = within[key]
        match draw(st.sampled_from(["replace", "replace", "remove", "repeat"])):
            case "replace":
                within[last] = draw(odd(within[last]))
            case "remove" if within is not lines or len(lines) > 1:
                del within[last]
            case _:
                lines.insert(number, lines[number])
    text = write([line for line in lines if isinstance(line, dict)])
    is_cut = draw(st.booleans())
    if text and is_cut:
        number = draw(st.integers(0, len(text) - 1))
        text[number] = text[number][: draw(st.integers(0, 200))]
    return text


def decoded(lines: list[str]) -> tuple[bool, str]:
    """Whether all is well, and what is shown."""
    output = io.BytesIO()
    file = io.TextIOWrapper(output, "utf-8", newline="\n", write_through=True)
    console = Console(file=file, highlight=False, markup=False)
    return decode.run(Screen(console), lines, None), output.getvalue().decode()


def test_no_file_ends_in_a_traceback() -> None:
    outcomes: set[bool] = set()

    # A version is loaded when it first occurs, which takes time.
    @settings(max_examples=500)
    @given(mutated())
    def shows(lines: list[str]) -> None:
        well, shown = decoded(lines)
        outcomes.add(well)
        assert "violation" in shown.splitlines()[-1]
        assert all(line.isprintable() for line in shown.split("\n"))

    shows()
    assert outcomes == {True, False}
