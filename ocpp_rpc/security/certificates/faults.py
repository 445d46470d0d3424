"""Reasons to refuse a certificate or a message about one, and their exception."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ocpp_rpc.errors import OcppRpcError
from ocpp_rpc.lines import one_line

__all__ = ["CertificateRejected", "Fault", "Reason", "raise_faults"]


class Reason(StrEnum):
    """A reason to refuse a certificate, a request for one, or a statement about one."""

    BAD_PEM = "BadPem"  # cannot be read: not PEM, not DER, or not X.509
    TOO_LONG = "TooLong"  # more characters than the message may have
    BAD_HASH_DATA = "BadHashData"  # not hexadecimal, or the wrong hash algorithm
    BAD_OCSP = "BadOcsp"  # not readable, about another certificate, or not successful
    EXPIRED = "Expired"
    NOT_YET_VALID = "NotYetValid"
    UNKNOWN_ISSUER = "UnknownIssuer"  # no path leads to a root
    BAD_SIGNATURE = "BadSignature"
    NOT_A_CA = "NotACa"  # an issuer is not a CA, or its path length is exceeded
    BAD_PATH = "BadPath"  # the path breaks another rule of RFC 5280 §6
    WEAK_KEY = "WeakKey"
    WEAK_SIGNATURE = "WeakSignature"
    REVOKED = "Revoked"
    NO_STATUS = "NoStatus"  # no current list says whether it is revoked
    WRONG_ORGANIZATION = "WrongOrganization"
    WRONG_NAME = "WrongName"
    WRONG_PURPOSE = "WrongPurpose"  # its extensions or its use forbid this purpose
    WRONG_KEY = "WrongKey"  # it certifies another key than the requested one
    STORE_FULL = "StoreFull"  # the maximal number of roots is installed


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a certificate, of a request, or of a statement about one.

    Attributes:
        reason: The kind of the fault.
        detail: A sentence for a person.
    """

    reason: Reason
    detail: str


class CertificateRejected(OcppRpcError, ValueError):
    """A certificate, a request for one, or a statement about one is refused.

    Attributes:
        reason: The reason of the first fault.
        detail: The first fault as a sentence for a person.
        faults: All faults that were found, including the first.
    """

    def __init__(
        self, reason: Reason, detail: str, faults: Sequence[Fault] = ()
    ) -> None:
        super().__init__(reason, detail, tuple(faults))
        self.reason = reason
        self.detail = detail
        self.faults = tuple(faults) or (Fault(reason, detail),)

    def __str__(self) -> str:
        return "; ".join(one_line(fault.detail) for fault in self.faults)


def raise_faults(faults: Sequence[Fault]) -> None:
    """Raise one error for all faults; return if there are none.

    Raises:
        CertificateRejected: There is at least one fault.
    """
    if faults:
        raise CertificateRejected(faults[0].reason, faults[0].detail, faults)
