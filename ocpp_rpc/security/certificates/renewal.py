"""The state of a station's request for a certificate: when to repeat it or give up.

After SignCertificate, a station waits for CertificateSigned. In 2.x, it repeats
SignCertificate up to CertSigningRepeatTimes times: the first time after
CertSigningWaitMinimum, then after twice that time, four times that time and so on
(A02.FR.17 to A02.FR.19). 1.6 has no such variables.

This module neither waits nor sends; the time is an argument.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

__all__ = ["NO_RETRIES", "Renewal", "RenewalState", "Retries"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Retries:
    """The waiting times and the number of repetitions of SignCertificate.

    Attributes:
        wait_minimum: The seconds before the first repetition, doubled for each further
            one; 60 by default. `CertSigningWaitMinimum` of 2.x.
        repeat_times: The maximal number of repetitions; 3 by default.
            `CertSigningRepeatTimes` of 2.x.

    Raises:
        ValueError: An attribute is negative.
    """

    wait_minimum: float = 60.0
    repeat_times: int = 3

    def __post_init__(self) -> None:
        if self.wait_minimum < 0 or self.repeat_times < 0:
            raise ValueError("wait_minimum and repeat_times must not be negative")

    def wait_after(self, attempt: int) -> float:
        """Return the seconds to wait after an attempt; attempts count from 1."""
        return float(self.wait_minimum * 2.0 ** min(attempt - 1, 60))


NO_RETRIES: Final = Retries(repeat_times=0)
"""No repetition, and a wait of one minute."""


class RenewalState(StrEnum):
    """The state of a request for a certificate at a station."""

    ASKING = "Asking"  # SignCertificate has to be sent, or is not answered yet
    WAITING = "Waiting"  # SignCertificate was accepted, CertificateSigned is awaited
    SIGNED = "Signed"  # the certificate has arrived and is accepted
    REFUSED = "Refused"  # SignCertificate was rejected
    GIVEN_UP = "GivenUp"  # no certificate has arrived, and no repetition is left


class Renewal:
    """One request for a certificate, from the first SignCertificate to its end.

    Args:
        retries: The waiting times and the number of repetitions.

    Attributes:
        state: The state of the request.
        attempts: The number of SignCertificate requests so far.
        deadline: The time by which the certificate has to arrive; None unless the state
            is WAITING.
    """

    def __init__(self, retries: Retries) -> None:
        self._retries = retries
        self.state = RenewalState.ASKING
        self.attempts = 1
        self.deadline: float | None = None

    def answered(self, accepted: bool, now: float) -> None:
        """Set the state after the answer to SignCertificate.

        Accepted means only that the back office will handle the request (A02.FR.11).
        """
        if self.state is not RenewalState.ASKING:
            return
        if not accepted:
            self.state = RenewalState.REFUSED
            return
        self.state = RenewalState.WAITING
        self.deadline = now + self._retries.wait_after(self.attempts)

    def signed(self) -> None:
        """Set the state to SIGNED, because the certificate is accepted."""
        self.state, self.deadline = RenewalState.SIGNED, None

    def expire(self, now: float) -> bool:
        """Update the state for a time; tell whether to repeat SignCertificate."""
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
