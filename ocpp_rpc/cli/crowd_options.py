"""The options of `charge-point` for many chargers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, Literal, TypeAlias

import typer

from .running import seconds_of

__all__ = [
    "Count",
    "CrowdOptions",
    "Duration",
    "Load",
    "Pauses",
    "RampDown",
    "Repeat",
    "Spread",
    "Summary",
    "load_of",
]

Count: TypeAlias = Annotated[
    int | None, typer.Option(metavar="N", min=1, help="Run this many chargers at once.")
]

Spread: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="TIME",
        help="With --count: spread the start of the chargers over this time, such as "
        "500ms, 60s or 2m.",
    ),
]

Repeat: TypeAlias = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=1,
        help="With --count: the number of sessions of each charger. By default, one; "
        "with --duration, as many as fit.",
    ),
]

Duration: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="TIME",
        help="With --count: end the chargers after this time, such as 10m or 2h.",
    ),
]

RampDown: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="TIME",
        help="With --duration: spread the end of the chargers over this further time.",
    ),
]

Summary: TypeAlias = Annotated[
    Literal["table", "json"] | None,
    typer.Option(
        help="With --count: the format of the figures at the end. json prints one line "
        "and nothing else to standard output."
    ),
]

Pauses: TypeAlias = Annotated[
    float,
    typer.Option(
        metavar="FACTOR",
        min=0,
        help="Multiply the pauses of the script by this factor: 1 keeps them as in the "
        "field, 0.1 is ten times as fast, 0 leaves them out.",
    ),
]


@dataclass(frozen=True, kw_only=True)
class CrowdOptions:
    """The options about many chargers; None is an option that is not given."""

    count: int | None
    spread: str | None = None
    repeat: int | None = None
    duration: str | None = None
    ramp_down: str | None = None
    summary: Literal["table", "json"] | None = None


@dataclass(frozen=True, kw_only=True)
class Load:
    """The number of chargers, and the times of their start and end.

    Attributes:
        count: The number of chargers.
        spread: The seconds over which they start.
        repeat: The sessions of each; None is one, or as many as fit the duration.
        duration: The seconds until they end; None waits for their sessions.
        ramp_down: The seconds over which they end after that.
        as_json: Whether the summary is one line of JSON.
    """

    count: int
    spread: float = 0.0
    repeat: int | None = None
    duration: float | None = None
    ramp_down: float = 0.0
    as_json: bool = False


_FOR_MANY: Final = ("spread", "repeat", "duration", "ramp_down", "summary")


def load_of(options: CrowdOptions) -> Load | None:
    """Return the load of many chargers; None if there is only one.

    Raises:
        ValueError: The options cannot be combined.
    """
    if options.count is None:
        for name in _FOR_MANY:
            if getattr(options, name) is not None:
                raise ValueError(f"--{name.replace('_', '-')} needs --count")
        return None
    if options.ramp_down is not None and options.duration is None:
        raise ValueError("--ramp-down needs --duration")
    return Load(
        count=options.count,
        spread=seconds_of(options.spread or "0s"),
        repeat=options.repeat,
        duration=None if options.duration is None else seconds_of(options.duration),
        ramp_down=seconds_of(options.ramp_down or "0s"),
        as_json=options.summary == "json",
    )
