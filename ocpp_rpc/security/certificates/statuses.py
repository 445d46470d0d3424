"""The statuses by which a CSMS answers a driver's contract certificate (C07)."""

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
        certificate_status: A value of `AuthorizeCertificateStatusEnumType`, for
            `certificateStatus`.
        token_status: A value of `AuthorizationStatusEnumType`, for the `status` of
            `idTokenInfo`.
    """

    certificate_status: str
    token_status: str


# By the fault of the chain (C07.FR.14-17); any other fault is a CertChainError.
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
        token_status: The status of the idToken without the certificate: `Accepted`,
            `Blocked`, `Expired`, `Invalid`, `Unknown` and so on.
        rejection: The exception that `check_chain` has raised; None if it raised none.
        results: The results of `ocsp_result` for the certificates, or the exceptions
            that it has raised. A status that is unknown or not available counts as an
            error of the chain.
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
