"""The clock of a request for a certificate: when to ask again, and when to give up.

A station that has asked waits for CertificateSigned. In 2.x it asks again after
CertSigningWaitMinimum, after twice that time, four times and so on, until it has asked
CertSigningRepeatTimes times more (A02.FR.17 to A02.FR.19). 1.6 has no such variables.

Nothing here waits or sends: the time is an argument.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

__all__ = ["NO_RETRIES", "Renewal", "RenewalState", "Retries"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Retries:
    """How long a station waits for a certificate, and how often it asks again.

    Attributes:
        wait_minimum: How many seconds it waits before it asks again, the first time;
            each time twice as long: `CertSigningWaitMinimum`.
        repeat_times: How often it asks again: `CertSigningRepeatTimes`.

    Raises:
        ValueError: One of them is negative.
    """

    wait_minimum: float = 60.0
    repeat_times: int = 3

    def __post_init__(self) -> None:
        if self.wait_minimum < 0 or self.repeat_times < 0:
            raise ValueError("wait_minimum and repeat_times must not be negative")

    def wait_after(self, attempt: int) -> float:
        """Return how many seconds to wait after an attempt; the first one is 1."""
        return float(self.wait_minimum * 2.0 ** min(attempt - 1, 60))


NO_RETRIES: Final = Retries(repeat_times=0)
"""Asking once, and waiting for a minute."""


class RenewalState(StrEnum):
    """How far a request for a certificate is."""

    ASKING = "Asking"  # SignCertificate is to be sent, or not answered yet
    WAITING = "Waiting"  # it was accepted, and the certificate is to come
    SIGNED = "Signed"  # the certificate has come
    REFUSED = "Refused"  # SignCertificate was rejected
    GIVEN_UP = "GivenUp"  # it has not come, and nobody asks any more


class Renewal:
    """One request for a certificate, from the first SignCertificate to its end.

    Args:
        retries: When to ask again.

    Attributes:
        state: How far it is.
        attempts: How many times SignCertificate was sent.
        deadline: Until when the certificate has to come; None unless it is waited for.
    """

    def __init__(self, retries: Retries) -> None:
        self._retries = retries
        self.state = RenewalState.ASKING
        self.attempts = 1
        self.deadline: float | None = None

    def answered(self, accepted: bool, now: float) -> None:
        """Note how SignCertificate was answered.

        Accepted only means that the request can be dealt with (A02.FR.11).
        """
        if self.state is not RenewalState.ASKING:
            return
        if not accepted:
            self.state = RenewalState.REFUSED
            return
        self.state = RenewalState.WAITING
        self.deadline = now + self._retries.wait_after(self.attempts)

    def signed(self) -> None:
        """Note that the certificate has come, and is taken."""
        self.state, self.deadline = RenewalState.SIGNED, None

    def expire(self, now: float) -> bool:
        """Note the time; tell whether SignCertificate is to be sent once more."""
        is_due = self.deadline is not None and now >= self.deadline
        if self.state is not RenewalState.WAITING or not is_due:
            return False
        self.deadline = None
        if self.attempts > self._retries.repeat_times:
            self.state = RenewalState.GIVEN_UP
            return False
        self.state = RenewalState.ASKING
        self.attempts += 1
        return True
