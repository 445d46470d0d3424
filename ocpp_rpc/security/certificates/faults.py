"""Why a certificate, or a message about one, is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ocpp_rpc.errors import OcppRpcError
from ocpp_rpc.lines import one_line

__all__ = ["CertificateRejected", "Fault", "Reason", "raise_faults"]


class Reason(StrEnum):
    """Why a certificate, a request for one, or what is said about one, is refused."""

    BAD_PEM = "BadPem"  # cannot be read: not PEM, not DER, or not X.509
    TOO_LONG = "TooLong"  # more characters than the message may have
    BAD_HASH_DATA = "BadHashData"  # no digits, or those of another algorithm
    BAD_OCSP = "BadOcsp"  # cannot be read as an OCSP response, or is none of success
    EXPIRED = "Expired"
    NOT_YET_VALID = "NotYetValid"
    UNKNOWN_ISSUER = "UnknownIssuer"  # no path leads to a root
    BAD_SIGNATURE = "BadSignature"
    NOT_A_CA = "NotACa"  # an issuer is no authority, or not for so long a path
    BAD_PATH = "BadPath"  # what else RFC 5280 §6 forbids
    WEAK_KEY = "WeakKey"
    WEAK_SIGNATURE = "WeakSignature"
    REVOKED = "Revoked"
    NO_STATUS = "NoStatus"  # nothing current says whether it is revoked
    WRONG_ORGANIZATION = "WrongOrganization"
    WRONG_NAME = "WrongName"
    WRONG_PURPOSE = "WrongPurpose"  # its extensions are for something else
    WRONG_KEY = "WrongKey"  # it certifies another key
    STORE_FULL = "StoreFull"  # no more roots fit


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a certificate, of a request, or of a statement about one.

    Attributes:
        reason: What kind of fault it is.
        detail: One sentence for a person.
    """

    reason: Reason
    detail: str


class CertificateRejected(OcppRpcError, ValueError):
    """A certificate, a request for one, or what is said about one, is refused.

    Attributes:
        reason: The reason; if there are several faults, that of the first.
        detail: One sentence for a person.
        faults: All faults that were found, the first one included.
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
    """Raise one error for all faults, if there is any.

    Raises:
        CertificateRejected: There is.
    """
    if faults:
        raise CertificateRejected(faults[0].reason, faults[0].detail, faults)
