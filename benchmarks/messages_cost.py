"""What reading and writing messages costs: a version, a family, and the limit.

::

    python benchmarks/messages_cost.py [--rounds 60]

For each message: the package of a version by itself, the family by its serializer and
the way of a connection, which reads a message of the version before it is converted,
and msgspec structs of the same shape, which is about what can be reached. The ways take
turns within a round; what is printed is the median of the times, and of the ratios
within a round. Then what a value more costs, and what the first use does, in processes
of its own. msgspec is no dependency of the project: `pip install msgspec==0.23.0`.
"""

from __future__ import annotations

import argparse
import importlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from statistics import median
from types import GenericAlias
from typing import Any, cast

import ocpp_messages
from benchmarks.messages import (
    BOOT,
    METER_VALUES,
    METER_VALUES_201,
    STATUS,
    STATUS_201,
    TRANSACTION_EVENT,
    Call,
)

__all__ = ["main"]

Ways = Mapping[str, Callable[[], object]]

CALLS_201 = (STATUS_201, METER_VALUES_201, TRANSACTION_EVENT)
CALLS_21 = tuple(replace(call, version="2.1") for call in CALLS_201)
CALLS = (STATUS, METER_VALUES, BOOT, *CALLS_201, *CALLS_21)
SIZES = (1, 10, 100, 1000)
STEP = 0.01
"""Seconds that one way is measured in each round, about."""

FIRST_USE = """
import time
from pydantic import BaseModel
begin = time.perf_counter()
from ocpp_messages import {package}
reads = {reads}
imported = time.perf_counter()
reads({package}.{message}, {text!r})
used = time.perf_counter()
print((imported - begin) * 1000, (used - imported) * 1000)
"""


@dataclass(frozen=True)
class Family:
    """A family, and its serializer for a version.

    Attributes:
        name: Its package, for example `v1x`.
        package: That.
        serializer: The serializer.
    """

    name: str
    package: Any
    serializer: Any


def family(version: str) -> Family | None:
    """Return the family that a version belongs to, if there is one."""
    for name in ("v1x", "v2x"):
        try:
            package = importlib.import_module(f"ocpp_messages.{name}")
        except ModuleNotFoundError:
            continue
        if version in package.VERSIONS:
            return Family(name, package, package.serializer(version))
    return None


def structs(shape: Any, name: str) -> Any:
    """Return a msgspec type of the shape of plain data."""
    msgspec = importlib.import_module("msgspec")
    match shape:
        case dict():
            items = cast(dict[str, object], shape).items()
            fields = [(key, structs(value, key), None) for key, value in items]
            return msgspec.defstruct(name, fields, frozen=True)
        case list():
            return GenericAlias(tuple, (structs(shape[0], name), ...))
        case _:
            return cast(Any, type(shape))


def reading(call: Call) -> Ways:
    """Return the ways to read a message."""
    exact = ocpp_messages.load(call.version)
    name, text = f"{call.action}Request", compact(call.payload)
    cls = getattr(exact, name)
    ways: dict[str, Callable[[], object]] = {"version": lambda: exact.loads(cls, text)}
    found = family(call.version)
    if found is not None and hasattr(found.package, name):
        ours, serializer = getattr(found.package, name), found.serializer
        ways["family"] = lambda: serializer.loads(ours, text)
        ways["connection"] = lambda: serializer.read(exact.loads(cls, text))
    decoder = msgspec_json().Decoder(structs(call.payload, name))
    ways["msgspec"] = lambda: decoder.decode(text)
    return ways


def writing(call: Call) -> Ways:
    """Return the ways to write a message."""
    exact = ocpp_messages.load(call.version)
    name, text = f"{call.action}Request", compact(call.payload)
    message = exact.loads(getattr(exact, name), text)
    ways: dict[str, Callable[[], object]] = {"version": lambda: exact.dumps(message)}
    found = family(call.version)
    if found is not None and hasattr(found.package, name):
        serializer = found.serializer
        ours = serializer.read(message)
        ways["family"] = lambda: serializer.dumps(ours)
        ways["connection"] = lambda: exact.dumps(serializer.express(ours))
    struct = msgspec_json().decode(text, type=structs(call.payload, name))
    encoder = msgspec_json().Encoder()
    ways["msgspec"] = lambda: encoder.encode(struct).decode()
    return ways


def msgspec_json() -> Any:
    """Return the module of msgspec for JSON."""
    return importlib.import_module("msgspec.json")


def compact(value: Any) -> str:
    """Return JSON text without spaces."""
    return json.dumps(value, separators=(",", ":"))


def measured(ways: Ways, rounds: int) -> Mapping[str, list[float]]:
    """Return the times of each way, in microseconds, by rounds."""
    begin = time.process_time()
    for way in ways.values():
        way()
    loops = max(1, int(STEP * len(ways) / max(time.process_time() - begin, 1e-6)))
    loops = min(loops, 2000)
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            begin = time.process_time()
            for _ in range(loops):
                way()
            times[name].append((time.process_time() - begin) / loops * 1e6)
    return times


def row(call: Call, verb: str, ways: Ways, rounds: int) -> str:
    """Return a line of the table."""
    times = measured(ways, rounds)
    version = times["version"]
    cells = [f"{verb} {call.action} {call.version}", f"{median(version):.1f}"]
    for name in ("family", "connection", "msgspec"):
        if name in times:
            pairs = zip(times[name], version, strict=True)
            cells.append(f"{median(one / other for one, other in pairs):.2f}")
        else:
            cells.append("")
    return f"| {' | '.join(cells)} |"


def sized(call: Call, count: int) -> Call:
    """Return MeterValues with so many values."""
    (meter,) = call.payload["meterValue"]
    values = (meter["sampledValue"] * (count // 9 + 1))[:count]
    more = {"meterValue": [{**meter, "sampledValue": values}]}
    return replace(call, payload={**call.payload, **more})


def print_sizes(call: Call, rounds: int) -> None:
    """Print what a value costs in messages of several sizes."""
    sizes = " | ".join(f"{size:,}" for size in SIZES)
    print(f"\n| {call.action} {call.version}, µs per value | {sizes} |")
    print(f"| --- |{' ---: |' * len(SIZES)}")
    for verb, ways in (("read", reading), ("write", writing)):
        found = [measured(ways(sized(call, size)), rounds) for size in SIZES]
        for name in found[0]:
            cells = [
                f"{median(times[name]) / size:.2f}"
                for times, size in zip(found, SIZES, strict=True)
            ]
            print(f"| {verb}, {name} | {' | '.join(cells)} |")


def print_first_use(repetitions: int) -> None:
    """Print what importing and the first message cost, best of several processes."""
    print("\n| ms | import | first message |\n| --- | ---: | ---: |")
    for call in (STATUS, METER_VALUES, TRANSACTION_EVENT):
        version: Any = ocpp_messages.load(call.version)
        exact = version.__name__.rpartition(".")[2]
        uses = {exact: f"{exact}.loads"}
        if found := family(call.version):
            uses[found.name] = f'{found.name}.serializer("{call.version}").loads'
        for package, reads in uses.items():
            message = f"{call.action}Request"
            text = compact(call.payload)
            program = FIRST_USE.format(
                package=package, reads=reads, message=message, text=text
            )
            runs = [first_use(program) for _ in range(repetitions)]
            imported, used = (min(times) for times in zip(*runs, strict=True))
            print(f"| {package} {call.action} | {imported:.0f} | {used:.1f} |")


def first_use(program: str) -> tuple[float, float]:
    """Run a program that prints two times."""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    imported, used = map(float, done.stdout.split())
    return imported, used


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=60)
    rounds: int = parser.parse_args().rounds
    try:
        msgspec_json()
    except ModuleNotFoundError:
        sys.exit("msgspec is missing: pip install msgspec==0.23.0")
    print("| | version, µs | family | connection | msgspec |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for call in CALLS:
        for verb, ways in (("read", reading), ("write", writing)):
            print(row(call, verb, ways(call), rounds))
    for call in (METER_VALUES, METER_VALUES_201):
        print_sizes(call, max(1, rounds // 6))
    print_first_use(max(1, rounds // 12))


if __name__ == "__main__":
    main()
