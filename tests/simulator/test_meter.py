"""The energy is found among the sampled values of any version."""

from __future__ import annotations

import pytest

from ocpp_rpc.simulator.meter import ENERGY, Sample, energy_of


@pytest.mark.parametrize(
    ("sample", "energy"),
    [
        (Sample("1500", None, None), 1500),
        (Sample("1.5", ENERGY, "kWh"), 1500),
        (Sample(1500.0, ENERGY, "Wh"), 1500),
        (Sample(15.0, ENERGY, None, 2), 1500),
        (Sample("230", "Voltage", "V"), None),
        (Sample("1500", None, "varh"), None),
        (Sample("U2lnbmVk", ENERGY, "Wh"), None),
        (Sample(1.0, ENERGY, "Wh", 10**6), None),
    ],
)
def test_one_sample(sample: Sample, energy: float | None) -> None:
    assert energy_of([sample]) == energy


def test_the_last_energy_counts() -> None:
    voltage = Sample("230", "Voltage", "V")

    samples = [Sample("1", None, None), Sample("2", None, None), voltage]
    assert energy_of(samples) == 2
    assert energy_of([]) is None
