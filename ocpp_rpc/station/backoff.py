"""The waits between attempts to connect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import repeat

__all__ = ["BackOff"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BackOff:
    """The waits between attempts to connect (2.0.1 part 4 §5.3, 2.1 part 4 §5.4).

    The names are those of the variables of OCPPCommCtrlr (part 4 §8.1 to §8.3). OCPP
    1.6 requires a back-off without defining it (errata 3.3); this one satisfies 1.6
    too. By default, the first wait is 10 to 25 seconds, and each from the sixth on is
    320 to 1,265 seconds.

    Attributes:
        retry_back_off_wait_minimum: The first wait without its random part, in seconds;
            default: 10.
        retry_back_off_random_range: The longest random part of each wait, in seconds,
            which keeps stations that lost a server together from returning together;
            default: 15.
        retry_back_off_repeat_times: The number of times that the wait is doubled;
            afterwards it stays the same; default: 5.

    Raises:
        ValueError: A value is negative.
    """

    retry_back_off_wait_minimum: float = 10.0
    retry_back_off_random_range: float = 15.0
    retry_back_off_repeat_times: int = 5

    def __post_init__(self) -> None:
        for name in self.__slots__:
            if getattr(self, name) < 0:
                raise ValueError(f"{name} must not be negative")

    def waits(self, random: Callable[[], float]) -> Iterator[float]:
        """Iterate over the waits between attempts in seconds, without end.

        Each wait is twice the previous one, including its random part, plus a new
        random part.

        Args:
            random: Returns a number from 0 to 1, such as `random.random`.
        """
        spread = self.retry_back_off_random_range
        wait = self.retry_back_off_wait_minimum + random() * spread
        yield wait
        for _ in range(self.retry_back_off_repeat_times):
            # The clause is ambiguous: it may double the wait with or without its old
            # random part. With it, as in libocpp and ocpp-go, stations that lost their
            # server together drift apart further with each attempt.
            wait = 2 * wait + random() * spread
            yield wait
        yield from repeat(wait)
