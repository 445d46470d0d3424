"""One request for a certificate at a back office, from SignCertificate to its end.

This module neither waits nor sends; `CertificateOffice` exchanges the messages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from .chains import check_chain
from .faults import CertificateRejected, Reason
from .hashing import HashData
from .pem import Readable, called, join_chain, size_limit, split_chain
from .requests import check_csr
from .uses import OwnUse, OwnUses

__all__ = ["Issuance", "IssuanceState", "SigningRequest"]


class IssuanceState(StrEnum):
    """The state of a request for a certificate at a back office."""

    REFUSED = "Refused"  # the request has a fault, and the authority does not get it
    SIGNING = "Signing"  # the authority has the request
    FAILED = "Failed"  # the authority signed nothing, or its certificate has a fault
    SIGNED = "Signed"  # the certificate is ready to be delivered
    ACCEPTED = "Accepted"  # the station has accepted the certificate
    REJECTED = "Rejected"  # the station has rejected the certificate


@dataclass(frozen=True, kw_only=True, slots=True)
class SigningRequest:
    """A checked request for a certificate, for an authority to sign.

    Attributes:
        identity: The identity of the station.
        uses: The uses of the certificate.
        csr: The request, in PEM.
        parsed: The request as an object of `cryptography`.
        root: The root to which the certificate should lead, if the station names one
            (2.1).
    """

    identity: str
    uses: OwnUses
    csr: str
    parsed: x509.CertificateSigningRequest
    root: HashData | None = None


class Issuance:
    """One request for a certificate.

    Args:
        identity: The identity of the station.
        version: The version of OCPP that the station speaks.
        uses: The uses of the certificate.
        request_id: The id of the request, if it has one (2.1).

    Attributes:
        identity: The identity of the station.
        uses: The uses of the certificate.
        request_id: The id of the request, if it has one (2.1).
        state: The state of the request.
        detail: The fault, for a person; empty if there is none.
        chain: The certificate followed by its authorities, in PEM; empty until the
            state is SIGNED.
    """

    def __init__(
        self,
        identity: str,
        version: str,
        uses: OwnUses,
        request_id: int | None = None,
    ) -> None:
        self.identity = identity
        self.uses = uses
        self.request_id = request_id
        self.state = IssuanceState.REFUSED
        self.detail = ""
        self.chain = ""
        self._version = version
        self._request: SigningRequest | None = None

    def receive(
        self,
        csr: str,
        *,
        organization: str | None,
        serial: str | None,
        root: HashData | None = None,
    ) -> SigningRequest:
        """Check the CSR of a station; return the request for the authority.

        Args:
            csr: The CSR.
            organization: The text that its O has to contain; None accepts any O.
            serial: The serial number that its CN has to be; None accepts any CN.
            root: The root that the station names, if any.

        Raises:
            CertificateRejected: The CSR has a fault; the state is REFUSED.
        """
        try:
            parsed = check_csr(
                csr,
                organization=organization,
                # A certificate for cars has the name that ISO 15118 prescribes.
                serial=serial if OwnUse.STATION in self.uses else None,
                limit=size_limit(self._version, "SignCertificate"),
            )
        except CertificateRejected as error:
            self.refuse(str(error))
            raise
        self.state, self.detail = IssuanceState.SIGNING, ""
        self._request = SigningRequest(
            identity=self.identity, uses=self.uses, csr=csr, parsed=parsed, root=root
        )
        return self._request

    def refuse(self, detail: str) -> None:
        """Set the state to REFUSED, because the authority does not get the request."""
        self.state, self.detail = IssuanceState.REFUSED, detail

    def take(  # noqa: PLR0913
        self,
        chain: Readable | Iterable[Readable],
        *,
        roots: Iterable[Readable] | None,
        organization: str | None,
        serial: str | None,
        now: datetime,
        limit: int | None = None,
    ) -> str:
        """Check the chain from the authority; return the PEM text for the station.

        The chain is checked by the rules of the station, so that the back office finds
        a fault of the authority first. The PEM text contains no roots.

        Args:
            chain: The certificate and its authorities.
            roots: The roots to which the chain has to lead; None skips the check.
            organization: The text that the O of the certificate has to contain.
            serial: The serial number that the CN of the certificate has to be.
            now: The time.
            limit: The maximal number of characters that the station accepts, if it is
                less than the version allows: `CertificateSignedMaxChainSize` (1.6),
                `MaxCertificateChainSize` (2.x).

        Raises:
            CertificateRejected: The chain has a fault; the state is FAILED.
        """
        try:
            text = self._checked(chain, roots, organization, serial, now, limit)
        except CertificateRejected as error:
            self.fail(str(error))
            raise
        self.state, self.chain = IssuanceState.SIGNED, text
        return text

    def _checked(  # noqa: PLR0913, PLR0917
        self,
        chain: Readable | Iterable[Readable],
        roots: Iterable[Readable] | None,
        organization: str | None,
        serial: str | None,
        now: datetime,
        limit: int | None,
    ) -> str:
        is_one = isinstance(chain, x509.Certificate | str | bytes)
        texts: Iterable[Readable] = [chain] if is_one else chain  # type: ignore[list-item, assignment]
        leaf, *others = [each for text in texts for each in split_chain(text)]
        if self._request is None or _key(leaf) != _key(self._request.parsed):
            raise CertificateRejected(
                Reason.WRONG_KEY, f"{called(leaf)}: its key is not the requested one"
            )
        others = [each for each in others if each.issuer != each.subject]
        is_station = OwnUse.STATION in self.uses
        if roots is not None:
            check_chain(
                [leaf, *others],
                roots,
                purpose="station" if is_station else "contract",
                organization=organization if is_station else None,
                name=serial if is_station else None,
                now=now,
                accept_future=self._version == "1.6",
            )
        most = size_limit(self._version, "CertificateSigned")
        return join_chain([leaf, *others], limit=min(most, limit or most))

    def fail(self, detail: str) -> None:
        """Set the state to FAILED, because there is no good certificate."""
        self.state, self.detail = IssuanceState.FAILED, detail

    def answered(self, status: str, detail: str = "") -> None:
        """Set the state to ACCEPTED or REJECTED, after the answer of the station."""
        accepted = status == "Accepted"
        self.state = IssuanceState.ACCEPTED if accepted else IssuanceState.REJECTED
        self.detail = detail


def _key(named: x509.Certificate | x509.CertificateSigningRequest) -> bytes:
    return named.public_key().public_bytes(
        Encoding.DER, PublicFormat.SubjectPublicKeyInfo
    )
