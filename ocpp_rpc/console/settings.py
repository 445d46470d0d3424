"""The settings of a console: how much it keeps, and how often it updates browsers."""

from __future__ import annotations

from dataclasses import dataclass, fields

__all__ = ["ConsoleSettings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleSettings:
    """How much a console keeps, and how often it updates browsers.

    Attributes:
        frames: The number of frames to keep for each charger; default: 200. Beyond it,
            the oldest is forgotten.
        frame_characters: The number of characters that these frames may have together;
            default: 262,144. A longer frame is kept without its payload.
        transactions: The number of transactions to keep for each charger; default: 20.
            Beyond it, the oldest ended transaction is forgotten, or the oldest if all
            are running.
        gone: The number of disconnected chargers to show; default: 200. Beyond it, the
            charger that left first is forgotten. If more than this number of forgotten
            chargers wait for a browser, the browser gets a new list of all chargers
            instead.
        refusals: The number of refused clients to show; default: 100.
        per_second: The greatest number of updates of a browser per second; default: 5.
        waiting: The number of frames that may wait for one browser; default: 500.
            Beyond it, the oldest is dropped for this browser, and the page shows how
            many were.
        waiting_characters: The number of characters that these frames may have
            together, with the same consequence; default: 1,048,576.
        browsers: The number of event streams that may be open at the same time;
            default: 20. A further one is answered with 503.
        call_timeout: The seconds that a charger may take to answer a request from the
            form; default: 30.

    Raises:
        ValueError: A setting is not greater than 0.
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
