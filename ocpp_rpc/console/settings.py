"""How much a console keeps, and how often it tells its browsers."""

from __future__ import annotations

from dataclasses import dataclass, fields

__all__ = ["ConsoleSettings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleSettings:
    """How much a console keeps, and how often it tells its browsers.

    Attributes:
        frames: How many frames of each charger are kept; the oldest is forgotten.
        frame_characters: How many characters these may have together. A frame that is
            longer by itself is kept without its payload.
        transactions: How many transactions of each charger are kept; the oldest that
            has ended is forgotten, or else the oldest.
        gone: How many chargers are shown that are no longer connected; the one that
            left first is forgotten. If a browser has yet to be told of more chargers
            that were forgotten, it gets a new list of all chargers instead.
        refusals: How many clients are shown that were turned away.
        per_second: How often a browser is told of changes, at most.
        waiting: How many frames may wait for one browser; the oldest is dropped for
            it, and the page says how many were.
        waiting_characters: How many characters these may have together; likewise.
        browsers: How many event streams may be open at once; a further one is answered
            with 503.
        call_timeout: How many seconds a charger may take to answer a request from the
            form.
    """

    frames: int = 200
    frame_characters: int = 262_144
    transactions: int = 20
    gone: int = 200
    refusals: int = 100
    per_second: float = 5.0
    waiting: int = 500
    waiting_characters: int = 1_048_576
    browsers: int = 20
    call_timeout: float = 30.0

    def __post_init__(self) -> None:
        for each in fields(self):
            if getattr(self, each.name) <= 0:
                raise ValueError(f"{each.name} must be greater than 0")
