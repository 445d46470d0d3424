"""The station's own certificates: requested, accepted, in use, superseded.

A certificate and its key are kept in one text, so that a power failure cannot separate
them. The key of a request is kept until its certificate arrives, because the station
may restart in between.

A station may have several certificates for one use. It uses the newest that is already
valid (A02.FR.09 of 1.6), and keeps the previous one until the newer one has worked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from .chains import check_chain
from .faults import CertificateRejected, Reason
from .pem import UNREADABLE, Readable, called, join_chain, split_chain
from .requests import Key, make_csr, new_key
from .storage import Storage
from .uses import STATION, OwnUse, OwnUses

__all__ = ["Own", "OwnCertificate", "StationRequest"]

_OWN: Final = "own"
_REQUEST: Final = "request"

_KEY: Final = b"-----BEGIN PRIVATE KEY-----"


@dataclass(frozen=True, slots=True)
class StationRequest:
    """A station's request for a certificate.

    Attributes:
        uses: The uses that the certificate is requested for.
        csr: The request, in PEM.
    """

    uses: OwnUses
    csr: str


@dataclass(frozen=True, slots=True)
class OwnCertificate:
    """A certificate of a station, with its key.

    Attributes:
        name: The name of the certificate in the storage.
        uses: The uses of the certificate.
        chain: The certificate, followed by the authorities between it and the root.
        pem: The chain and the private key in one PEM text, as `ssl` reads them from a
            file.
    """

    name: str
    uses: OwnUses
    chain: tuple[x509.Certificate, ...]
    pem: bytes = field(repr=False)

    @property
    def leaf(self) -> x509.Certificate:
        """The certificate."""
        return self.chain[0]

    @property
    def valid_from(self) -> datetime:
        """The time at which the certificate becomes valid."""
        return self.leaf.not_valid_before_utc


class Own:
    """The station's own certificates.

    Args:
        storage: The storage of the certificates and keys.
        organization: The operator of the station, which is the O of its certificates.
        serial: The serial number of the station, which is the CN of its certificates.
        make_key: A function that makes a new key.
    """

    def __init__(
        self, storage: Storage, organization: str, serial: str, make_key: Any = new_key
    ) -> None:
        self._storage = storage
        self._organization = organization
        self._serial = serial
        self._make_key = make_key
        self._keys: dict[OwnUses, Key] = {}
        self._owned: list[OwnCertificate] = []
        for name, data in storage.load().items():
            kind, _, rest = name.removesuffix(".pem").partition("-")
            if kind == _REQUEST:
                self._keys[_uses(rest)] = _private_key(data)
            elif kind == _OWN:
                self._owned.append(_owned(name, _uses(rest.partition("-")[0]), data))

    # --- Asking -----------------------------------------------------------------------

    def request(self, uses: OwnUses = STATION) -> StationRequest:
        """Return a new request for a certificate, for a new key.

        The new key replaces the key of an earlier request for the same uses, so a
        certificate for the earlier request is no longer accepted.
        """
        key = self._make_key()
        csr = make_csr(key, organization=self._organization, serial=self._serial)
        self._storage.write(_request_name(uses), _key_pem(key))
        self._keys[uses] = key
        return StationRequest(uses, csr)

    def take(
        self,
        chain: str,
        roots: Iterable[Readable] | None,
        *,
        uses: OwnUses,
        now: datetime,
        accept_future: bool,
    ) -> OwnCertificate:
        """Accept the certificate for a request, with its authorities.

        Args:
            chain: The certificate and its authorities, in PEM.
            roots: The roots to which the chain has to lead; None accepts any root.
            uses: The uses of the certificate.
            now: The time.
            accept_future: Whether to accept a certificate that is not valid yet.

        Raises:
            CertificateRejected: WRONG_KEY: the key is not that of the last request for
                these uses. The other reasons are those of `check_chain`.
        """
        found = split_chain(chain)
        key = self._keys.get(uses)
        if key is None or not _fits(key, found[0]):
            raise CertificateRejected(
                Reason.WRONG_KEY,
                f"{called(found[0])}: its key is not the requested one",
            )
        self._check(found, roots, uses, now, accept_future)
        kept = _without_roots(found)
        owned = _certificate(uses, kept, _key_pem(key))
        self._storage.write(owned.name, owned.pem)
        self._owned.append(owned)
        self._storage.delete(_request_name(uses))
        del self._keys[uses]
        return owned

    def _check(
        self,
        chain: tuple[x509.Certificate, ...],
        roots: Iterable[Readable] | None,
        uses: OwnUses,
        now: datetime,
        accept_future: bool,
    ) -> None:
        # A certificate for cars has the name that ISO 15118 prescribes, not the serial
        # number of the station.
        is_station = OwnUse.STATION in uses
        check_chain(
            chain,
            # With no roots to trust, the last of the chain serves as the root, so that
            # only the links of the chain are checked.
            chain[-1:] if roots is None else roots,
            purpose="station" if is_station else "contract",
            organization=self._organization if is_station else None,
            name=self._serial if is_station else None,
            now=now,
            accept_future=accept_future,
        )

    # --- Using ------------------------------------------------------------------------

    def of(self, use: OwnUse) -> list[OwnCertificate]:
        """Return the certificates for a use, the newest first."""
        found = [each for each in reversed(self._owned) if use in each.uses]
        return sorted(found, key=lambda each: each.valid_from, reverse=True)

    def current(self, use: OwnUse, now: datetime) -> OwnCertificate | None:
        """Return the newest certificate for a use that is already valid, if any."""
        valid = (each for each in self.of(use) if each.valid_from <= now)
        return next(valid, None)

    def confirm(self, use: OwnUse, now: datetime, keep: timedelta) -> None:
        """Delete the certificates that are older than the current one.

        Args:
            use: The use of the certificates.
            now: The time.
            keep: How long the older ones stay after the current one has become valid.
        """
        current = self.current(use, now)
        if current is not None and current.valid_from + keep <= now:
            self._delete(
                each for each in self.of(use) if each.valid_from < current.valid_from
            )

    def fall_back(self, use: OwnUse, now: datetime) -> OwnCertificate | None:
        """Delete the current certificate, and return the previous one.

        If there is no previous one, nothing is deleted, and the result is None.
        """
        current = self.current(use, now)
        older = [
            each
            for each in self.of(use)
            if current is not None and each.valid_from <= now and each is not current
        ]
        if current is None or not older:
            return None
        self._delete([current])
        return older[0]

    def discard(self, certificate: OwnCertificate) -> None:
        """Delete a certificate."""
        self._delete([certificate])

    def _delete(self, certificates: Iterable[OwnCertificate]) -> None:
        for each in list(certificates):
            self._storage.delete(each.name)
            self._owned.remove(each)

    def __iter__(self) -> Iterator[OwnCertificate]:
        return iter(self._owned)


def _fits(key: Key, certificate: x509.Certificate) -> bool:
    """Tell whether a certificate is for a key."""
    return certificate.public_key().public_bytes(
        Encoding.DER, PublicFormat.SubjectPublicKeyInfo
    ) == key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _without_roots(
    chain: tuple[x509.Certificate, ...],
) -> tuple[x509.Certificate, ...]:
    leaf, *others = chain
    return (leaf, *(each for each in others if each.issuer != each.subject))


def _key_pem(key: Key) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _private_key(data: bytes) -> Any:
    try:
        return load_pem_private_key(data, None)
    except UNREADABLE:
        raise CertificateRejected(
            Reason.BAD_PEM, "a private key in the storage cannot be read"
        ) from None


def _certificate(
    uses: OwnUses, chain: tuple[x509.Certificate, ...], key: bytes
) -> OwnCertificate:
    fingerprint = chain[0].fingerprint(hashes.SHA256()).hex()[:16]
    name = f"{_OWN}-{'+'.join(uses)}-{fingerprint}.pem"
    return OwnCertificate(name, uses, chain, join_chain(chain).encode() + key)


def _owned(name: str, uses: OwnUses, data: bytes) -> OwnCertificate:
    pem, _, _ = data.partition(_KEY)
    return OwnCertificate(name, uses, split_chain(pem), data)


def _request_name(uses: OwnUses) -> str:
    return f"{_REQUEST}-{'+'.join(uses)}.pem"


def _uses(text: str) -> OwnUses:
    return tuple(map(OwnUse, text.split("+")))
