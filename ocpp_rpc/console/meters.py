"""Meter values of all versions, as series of numbers."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, cast

from .texts import at, text_of

__all__ = ["Sample", "Series", "samples"]

_MOST_POINTS: Final = 400
"""The greatest number of points of a series; beyond, every other one is dropped."""

_MOST_SERIES: Final = 16
"""The greatest number of series of a transaction, of at most 70 possible kinds."""

_DEFAULT_MEASURAND: Final = "Energy.Active.Import.Register"
"""The measurand of a value that names none (OCPP 1.6 §7.33; 2.0.1 part 2, 2.41)."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A value of a meter.

    Attributes:
        name: The measurand, then the phase and the location if the charger names them.
        unit: The unit.
        time: The time of the measurement, in seconds since 1970; None if the charger
            gives no readable time.
        value: The value.
    """

    name: str
    unit: str
    time: float | None
    value: float


@dataclass(slots=True)
class _Points:
    """The values of one kind, in arrays, because pairs of floats take ten times more.

    Attributes:
        times: The times of the measurements, in seconds since 1970.
        values: The values.
    """

    times: array[float] = field(default_factory=lambda: array("d"))
    values: array[float] = field(default_factory=lambda: array("d"))

    def add(self, time: float, value: float) -> None:
        self.times.append(time)
        self.values.append(value)
        if len(self.values) > _MOST_POINTS:
            del self.times[1::2], self.values[1::2]


@dataclass(slots=True)
class Series:
    """The values of a transaction, by kind."""

    _points: dict[tuple[str, str], _Points] = field(
        default_factory=dict[tuple[str, str], _Points]
    )
    count: int = 0

    def add(self, sample: Sample, now: float) -> None:
        """Add a value; ignore it if its kind is new and there are too many kinds."""
        key = (sample.name, sample.unit)
        points = self._points.get(key)
        if points is None:
            if len(self._points) >= _MOST_SERIES:
                return
            points = self._points[key] = _Points()
        points.add(now if sample.time is None else sample.time, sample.value)
        self.count += 1

    def last(self) -> list[dict[str, Any]]:
        """Return the last value of each series, for a browser."""
        return [
            {"name": name, "unit": unit, "value": points.values[-1]}
            for (name, unit), points in self._points.items()
        ]

    def shown(self) -> list[dict[str, Any]]:
        """Return all values, for a browser: points are pairs of time and value."""
        return [
            {
                "name": name,
                "unit": unit,
                "points": sorted(zip(points.times, points.values, strict=True)),
            }
            for (name, unit), points in self._points.items()
        ]


def samples(message: Any) -> Iterator[Sample]:
    """Iterate over the measured numbers in a message.

    Values that are not numbers, such as signed values, are left out.

    Args:
        message: A MeterValues, StopTransaction or TransactionEvent of any version.
    """
    for meter_value in _meter_values(message):
        time = _seconds(at(meter_value, "timestamp"))
        values = at(meter_value, "sampled_value") or at(meter_value, "values") or ()
        for each in values:
            value = _number(each)
            if value is not None:
                yield Sample(_name(each), _unit(each), time, value)


def _items(found: Any) -> Sequence[Any]:
    """Return the items of a list; an empty sequence for anything else."""
    return cast(Sequence[Any], found) if isinstance(found, list | tuple) else ()


def _meter_values(part: Any) -> Iterator[Any]:
    """Iterate over the meter values in a message; 1.5 nests them one level deeper."""
    for name in ("meter_value", "transaction_data", "values"):
        for each in _items(at(part, name)):
            if hasattr(each, "timestamp"):
                yield each
            else:
                yield from _meter_values(each)


def _seconds(time: Any) -> float | None:
    try:
        return time.timestamp() if isinstance(time, datetime) else None
    except (OverflowError, ValueError):  # the zone moves the year out of bounds
        return None


def _number(sample: Any) -> float | None:
    exponent = at(sample, "unit_of_measure.multiplier") or 0
    try:
        value = float(at(sample, "value")) * 10.0 ** int(exponent)
    except (ArithmeticError, TypeError, ValueError):
        return None
    return value if math.isfinite(value) else None


def _name(sample: Any) -> str:
    parts = (
        at(sample, "measurand") or _DEFAULT_MEASURAND,
        at(sample, "phase"),
        at(sample, "location"),
    )
    return " ".join(text_of(part) for part in parts if part is not None)


def _unit(sample: Any) -> str:
    unit = at(sample, "unit") or at(sample, "unit_of_measure.unit")
    if unit is not None:
        return text_of(unit)
    is_energy = str(at(sample, "measurand") or _DEFAULT_MEASURAND).startswith("Energy")
    return "Wh" if is_energy else ""
