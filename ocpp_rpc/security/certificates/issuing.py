"""One request for a certificate at a back office, from SignCertificate to its end.

Nothing here waits or sends: `CertificateOffice` has the messages.
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
    """How far a request for a certificate is at a back office."""

    REFUSED = "Refused"  # the request is not as it has to be
    SIGNING = "Signing"  # the authority has it
    FAILED = "Failed"  # the authority has not signed it, or not as it has to be
    SIGNED = "Signed"  # the certificate is to be delivered
    ACCEPTED = "Accepted"  # the station has taken it
    REJECTED = "Rejected"  # the station has not


@dataclass(frozen=True, kw_only=True, slots=True)
class SigningRequest:
    """A checked request for a certificate, for an authority to sign.

    Attributes:
        identity: The identity of the station.
        uses: What the certificate is for.
        csr: The request, in PEM.
        parsed: The same, as an object of `cryptography`.
        root: The root that it is to lead to, if the station names one (2.1).
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
        version: The version that it speaks.
        uses: What the certificate is for.
        request_id: The id of the request, if it has one (2.1).

    Attributes:
        identity: The identity of the station.
        uses: What the certificate is for.
        request_id: The id of the request, if it has one.
        state: How far it is.
        detail: What is wrong, for a person; empty if nothing is.
        chain: The certificate with its authorities, in PEM, once there is one.
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
        """Check what a station has sent; return what goes to the authority.

        Args:
            csr: The request.
            organization: What its O has to contain; None: anything.
            serial: What its CN has to be; None: anything.
            root: The root that the station names, if it does.

        Raises:
            CertificateRejected: It is not as it has to be: REFUSED.
        """
        try:
            parsed = check_csr(
                csr,
                organization=organization,
                # Names of stations for cars are those of ISO 15118.
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
        """Note that the request does not go to the authority."""
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
        """Check what the authority has signed; return what goes to the station.

        The chain is checked as the station will check it, so that a fault of the
        authority is found here. Roots are left out of what is sent.

        Args:
            chain: The certificate and its authorities.
            roots: Where it has to lead to; None: it is not checked.
            organization: What its O has to contain.
            serial: What its CN has to be.
            now: The time.
            limit: How many characters the station takes, if less than the version
                allows: `CertificateSignedMaxChainSize` (1.6), `MaxCertificateChainSize`
                (2.x).

        Raises:
            CertificateRejected: It is not as it has to be: FAILED.
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
        """Note that the authority has not signed."""
        self.state, self.detail = IssuanceState.FAILED, detail

    def answered(self, status: str, detail: str = "") -> None:
        """Note how CertificateSigned was answered."""
        accepted = status == "Accepted"
        self.state = IssuanceState.ACCEPTED if accepted else IssuanceState.REJECTED
        self.detail = detail


def _key(named: x509.Certificate | x509.CertificateSigningRequest) -> bytes:
    return named.public_key().public_bytes(
        Encoding.DER, PublicFormat.SubjectPublicKeyInfo
    )
