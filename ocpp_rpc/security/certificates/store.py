"""The certificates of a station, independent of the version of OCPP.

This module never waits, and the time is an argument; `StationCertificates` exchanges
the messages.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cryptography import x509

from .faults import CertificateRejected, Reason
from .hashing import (
    HashAlgorithm,
    HashData,
    HashFields,
    check_issuer,
    hash_data,
    same_certificate,
)
from .own import Own, OwnCertificate, StationRequest
from .pem import Readable, read_certificate
from .requests import Key, new_key
from .roots import Deletion, Root, Roots, algorithm_of
from .storage import Storage
from .uses import STATION, V2G_CHAIN, OwnUse, OwnUses, RootUse

__all__ = ["MONTH", "CertificateStore", "Installed"]

MONTH: Final = timedelta(days=30)
"""How long a station of 1.6 keeps the previous certificate (A02.FR.10)."""

_CARS: Final = (OwnUse.V2G, OwnUse.V2G20)


@dataclass(frozen=True, kw_only=True, slots=True)
class Installed:
    """A certificate that a station reports as installed.

    Attributes:
        use: The use of the certificate: a `RootUse`, or "V2GCertificateChain".
        hash_data: The hash data of the certificate.
        children: The hash data of the authorities below the root, for a chain.
    """

    use: str
    hash_data: HashData
    children: tuple[HashData, ...] = ()


class CertificateStore:
    """The certificates of a station: its own, and the roots that it trusts.

    Args:
        storage: The storage of the certificates and keys.
        organization: The operator of the station: `CpoName` in 1.6,
            `SecurityCtrlr.OrganizationName` in 2.x.
        serial: The serial number of the station.
        max_roots: The maximal number of roots, 20 by default:
            `CertificateStoreMaxLength`.
        additional_root_check: Whether there is only one root for the back office, which
            has to sign each new one: `AdditionalRootCertificateCheck`.
        root_uses: The uses for which roots may be installed; by default, all.
        check_path: Whether a new certificate of the station has to lead to an installed
            root: one for the back office, or one for cars. Switch it off only for
            trials, because the station then accepts a certificate of any signer.
        hash_algorithm: The hash algorithm of reports.
        make_key: A function that makes the key of a request; by default, of P-256.

    Raises:
        CertificateRejected: A text in the storage cannot be read.
    """

    def __init__(  # noqa: PLR0913
        self,
        storage: Storage,
        *,
        organization: str,
        serial: str,
        max_roots: int = 20,
        additional_root_check: bool = False,
        root_uses: Collection[RootUse] = tuple(RootUse),
        check_path: bool = True,
        hash_algorithm: HashAlgorithm = "SHA256",
        make_key: Callable[[], Key] = new_key,
    ) -> None:
        self._own = Own(storage, organization, serial, make_key)
        self._roots = Roots(
            storage, most=max_roots, additional_check=additional_root_check
        )
        self._root_uses = frozenset(root_uses)
        self._check_path = check_path
        self._hash_algorithm: HashAlgorithm = hash_algorithm

    # --- Own certificates -------------------------------------------------------------

    def request(self, uses: OwnUses = STATION) -> StationRequest:
        """Make a new key, keep it, and return a request for its certificate.

        Raises:
            OSError: The key cannot be kept.
        """
        return self._own.request(uses)

    def take(
        self,
        chain: str,
        *,
        now: datetime,
        uses: OwnUses = STATION,
        accept_future: bool = False,
    ) -> OwnCertificate:
        """Accept the certificate for a request, and keep the old one as well.

        Args:
            chain: The certificate and its authorities, in PEM.
            now: The time.
            uses: The uses of the certificate.
            accept_future: Whether to accept a certificate that is not valid yet; pass
                True only for 1.6 (A02.FR.08).

        Raises:
            CertificateRejected: The certificate breaks a rule (A02.FR.06).
            OSError: The certificate cannot be kept.
        """
        wanted = RootUse.CSMS if OwnUse.STATION in uses else RootUse.V2G
        roots = [each.anchor for each in self._roots.of(wanted)]
        return self._own.take(
            chain,
            roots if self._check_path else None,
            uses=uses,
            now=now,
            accept_future=accept_future,
        )

    def current(
        self, now: datetime, use: OwnUse = OwnUse.STATION
    ) -> OwnCertificate | None:
        """Return the certificate to use: the newest that is already valid, if any."""
        return self._own.current(use, now)

    def confirm(
        self,
        now: datetime,
        use: OwnUse = OwnUse.STATION,
        *,
        keep: timedelta = timedelta(0),
    ) -> None:
        """Delete the certificates that are older than the current one.

        Call this when the station has connected with the current certificate.

        Args:
            now: The time.
            use: The use of the certificates.
            keep: How long the older ones stay after the current one has become valid.
                Pass `MONTH` in 1.6 (A02.FR.10); the default, zero, is that of 2.x.
        """
        self._own.confirm(use, now, keep)

    def fall_back(
        self, now: datetime, use: OwnUse = OwnUse.STATION
    ) -> OwnCertificate | None:
        """Delete the current certificate, and return the previous one.

        Call this when the station cannot connect with the current certificate. In 2.x,
        report DiscardedRenewedClientCertificate afterwards (A02.FR.28, .29).

        Returns:
            The previous certificate. If there is none, the result is None, and nothing
            is deleted.
        """
        return self._own.fall_back(use, now)

    # --- Roots ------------------------------------------------------------------------

    def roots(self, *uses: RootUse) -> list[Root]:
        """Return the roots for some uses, or all: the newest first, a fallback last."""
        return self._roots.of(*uses)

    def install(self, use: str, pem: str, *, now: datetime) -> Root:
        """Install a root.

        Args:
            use: The use of the root, a `RootUse`.
            pem: The root, in PEM.
            now: The time.

        Raises:
            CertificateRejected: The certificate may not be a root, the station accepts
                no root for this use, or the maximal number is installed (M05.FR.03).
            OSError: The root cannot be kept.
        """
        if use not in self._root_uses:
            raise CertificateRejected(
                Reason.WRONG_PURPOSE, f"this station accepts no {use}"
            )
        return self._roots.install(RootUse(use), pem, now)

    def connected_with(self, server: Readable) -> Root | None:
        """Remember the root that the back office uses, to protect it from deletion.

        Until the root is known, the last root for the back office cannot be deleted
        (M04.FR.06).

        Args:
            server: The certificate of the back office. If there are authorities between
                it and the root, pass the root instead.

        Returns:
            The root. If no installed root fits, the result is None, and nothing
            changes.
        """
        certificate = read_certificate(server)
        for each in self._roots.of(RootUse.CSMS):
            if each.anchor == certificate or _has_issued(each.anchor, certificate):
                self._roots.in_use = each.anchor
                return each
        return None

    def confirm_root(self) -> None:
        """Delete the fallback, because the newer root of the back office has worked."""
        self._roots.confirm()

    def fall_back_to_root(self) -> Root | None:
        """Delete the newer root for the back office; return the fallback, if any."""
        return self._roots.fall_back()

    # --- Reporting and deleting -------------------------------------------------------

    def installed(self) -> list[Installed]:
        """Return the entries of a report: all roots, and the chains for cars."""
        roots = [
            Installed(use=each.use, hash_data=each.hash_data(self._hash_algorithm))
            for each in self._roots
        ]
        return [*roots, *self._chains(self._hash_algorithm)]

    def delete(self, data: HashFields) -> Deletion:
        """Delete the certificate with some hash data; return the status.

        Neither the root in use nor the station's own certificate for the back office
        can be deleted (M04.FR.05, M04.FR.06).
        """
        for own, found in self._hashed_own(algorithm_of(data)):
            if same_certificate(found, data):
                if OwnUse.STATION in own.uses:
                    return "Failed"
                self._own.discard(own)
                return "Accepted"
        return self._roots.delete(data)

    def _chains(self, algorithm: HashAlgorithm) -> Iterator[Installed]:
        for own, found in self._hashed_own(algorithm):
            if not set(own.uses).isdisjoint(_CARS):
                issuers = [*own.chain, *self._anchors()]
                below = (_hashed(each, issuers, algorithm) for each in own.chain[1:])
                children = tuple(each for each in below if each is not None)
                yield Installed(use=V2G_CHAIN, hash_data=found, children=children)

    def _hashed_own(
        self, algorithm: HashAlgorithm
    ) -> Iterator[tuple[OwnCertificate, HashData]]:
        """Yield the station's own certificates with their hash data.

        A certificate whose issuer is no longer installed is left out, because its hash
        data needs the issuer.
        """
        for each in self._own:
            found = _hashed(each.leaf, [*each.chain, *self._anchors()], algorithm)
            if found is not None:
                yield each, found

    def _anchors(self) -> list[x509.Certificate]:
        return [each.anchor for each in self._roots]


def _has_issued(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    try:
        check_issuer(certificate, issuer)
    except CertificateRejected:
        return False
    return True


def _hashed(
    certificate: x509.Certificate,
    issuers: Iterable[x509.Certificate],
    algorithm: HashAlgorithm,
) -> HashData | None:
    """Return the hash data of a certificate; None without its issuer."""
    for issuer in issuers:
        if _has_issued(issuer, certificate):
            return hash_data(certificate, issuer, algorithm)
    return None
