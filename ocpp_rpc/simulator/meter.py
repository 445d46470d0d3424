"""The energy in meter values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

__all__ = ["ENERGY", "Sample", "energy_of"]

ENERGY: Final = "Energy.Active.Import.Register"
"""The measurand that OCPP implies for a sampled value without one."""

_FACTORS: Final = {"Wh": 1, "kWh": 1000}


@dataclass(frozen=True)
class Sample:
    """A sampled value of any version."""

    value: str | float
    measurand: str | None
    unit: str | None
    multiplier: int | None = None


def energy_of(samples: Iterable[Sample]) -> float | None:
    """Return the energy in Wh of the last sample that has one; None if none has."""
    energies = [energy for sample in samples if (energy := _energy(sample)) is not None]
    return energies[-1] if energies else None


def _energy(sample: Sample) -> float | None:
    factor = _FACTORS.get(sample.unit or "Wh")
    if factor is None or (sample.measurand or ENERGY) != ENERGY:
        return None
    try:
        return float(sample.value) * factor * 10.0 ** (sample.multiplier or 0)
    except (ValueError, OverflowError):  # signed data, for example
        return None
