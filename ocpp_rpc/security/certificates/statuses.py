"""What a CSMS answers about the contract certificate of a driver (C07)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from .faults import CertificateRejected, Reason
from .ocsp import OcspResult

__all__ = ["CertificateStatus", "certificate_status"]

_ACCEPTED: Final = "Accepted"


@dataclass(frozen=True, kw_only=True, slots=True)
class CertificateStatus:
    """The two statuses of an Authorize response to a contract certificate.

    Attributes:
        certificate_status: A value of
            `AuthorizeCertificateStatusEnumType`, for `certificateStatus`.
        token_status: A value of `AuthorizationStatusEnumType`, for the `status` of
            `idTokenInfo`.
    """

    certificate_status: str
    token_status: str


# By what is wrong with the chain (C07.FR.14-17); all else is an error of the chain.
_REJECTED: Final[Mapping[Reason, CertificateStatus]] = MappingProxyType(
    {
        Reason.EXPIRED: CertificateStatus(
            certificate_status="CertificateExpired", token_status="Expired"
        ),
        Reason.REVOKED: CertificateStatus(
            certificate_status="CertificateRevoked", token_status="Invalid"
        ),
    }
)

_ERROR: Final = CertificateStatus(
    certificate_status="CertChainError", token_status="Invalid"
)


def certificate_status(
    token_status: str,
    rejection: CertificateRejected | None = None,
    results: Iterable[OcspResult | CertificateRejected] = (),
) -> CertificateStatus:
    """Return the statuses of the response to Authorize with a contract certificate.

    Args:
        token_status: What the status of the idToken would be by itself: `Accepted`,
            `Blocked`, `Expired`, `Invalid`, `Unknown` and so on.
        rejection: What `check_chain` has raised; None: the chain is good.
        results: What responders have said of the certificates, and what `ocsp_result`
            has raised. A status that cannot be told is an error of the chain.
    """
    if rejection is not None:
        return _REJECTED.get(rejection.reason, _ERROR)
    found = {
        "error" if isinstance(each, CertificateRejected) else each.status
        for each in results
    }
    if "revoked" in found:
        return _REJECTED[Reason.REVOKED]
    if found - {"good"}:
        return _ERROR
    if token_status == _ACCEPTED:
        return CertificateStatus(certificate_status=_ACCEPTED, token_status=_ACCEPTED)
    return CertificateStatus(
        certificate_status="ContractCancelled", token_status=token_status
    )
