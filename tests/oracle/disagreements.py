"""The intended disagreements with the published schemas: `disagreements.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from tests.oracle.samples import Sample, json_path

__all__ = ["Disagreement", "Verdict", "load"]

_FILE: Final = Path(__file__).with_name("disagreements.toml")


class Verdict(StrEnum):
    """What is made of a sample.

    Attributes:
        ACCEPTED: It is valid, and written as it was read.
        ALTERED: It is valid, but not written as it was read.
        REFUSED: It is not valid, for the fault that it has.
        MISTAKEN: It is not valid, but the fault is said to be another, or elsewhere.
    """

    ACCEPTED = "accepted"
    ALTERED = "altered"
    REFUSED = "refused"
    MISTAKEN = "mistaken"


@dataclass(frozen=True)
class Disagreement:
    """Samples on which our verdict is not that of the schema, and why.

    Attributes:
        name: For the reader of a failure.
        sources: Of the schemas: versions, or bundles such as "npm 1.6".
        messages: Names of messages; `*` stands for any text, here and in `paths`.
        paths: JSON paths of the samples.
        samples: Labels of the samples.
        ours: Our verdict; that of the schema is another.
        reason: Why ours is right.
    """

    name: str
    sources: Sequence[str]
    messages: Sequence[str]
    paths: Sequence[str]
    samples: Sequence[str]
    ours: Verdict
    reason: str

    def covers(self, source: str, message: str, sample: Sample) -> bool:
        """Whether a sample is one of these."""
        return (
            sample.label in self.samples
            and source in self.sources
            and _any_fits(self.messages, message)
            and _any_fits(self.paths, json_path(sample.path))
        )


def load(path: Path = _FILE) -> tuple[Disagreement, ...]:
    """Reads the list."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(_disagreement(name, entry) for name, entry in table.items())


def _disagreement(name: str, entry: Mapping[str, Any]) -> Disagreement:
    return Disagreement(name, **{**entry, "ours": Verdict(entry["ours"])})


def _any_fits(patterns: Sequence[str], text: str) -> bool:
    return any(
        re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), text)
        for pattern in patterns
    )
