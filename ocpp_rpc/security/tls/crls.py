"""Certificate revocation lists (CRLs)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from ssl import DER_cert_to_PEM_cert, SSLContext, VerifyFlags
from typing import TYPE_CHECKING, Any, Final

from ocpp_rpc.errors import MissingDependency

from .pem import CERTIFICATES, labels

if TYPE_CHECKING:
    from cryptography.x509 import Certificate, CertificateRevocationList

__all__ = ["load_crls"]

_BLOCK: Final = re.compile(
    rb"^-----BEGIN X509 CRL-----.*?^-----END X509 CRL-----", re.DOTALL | re.MULTILINE
)


def load_crls(context: SSLContext, files: Sequence[Path]) -> datetime | None:
    """Make a context refuse the certificates that its trusted CAs have revoked.

    The certificates of intermediate CAs are checked as well. A station whose
    certificate is from a CA without a list is refused.

    Returns:
        The time at which the first of the lists ends; None if no list ends.

    Raises:
        OSError: A file cannot be read.
        ValueError: A file contains no list, or a list that has ended or that its
            trusted CA has not signed; or a trusted CA has no list; or there is no CA.
        MissingDependency: The extra `security` is not installed.
    """
    authorities = _authorities(context)
    lists = [(file, each) for file in files for each in _read(file)]
    for file, each in lists:
        _check_time(file, each)
        _check_signature(file, each, authorities)
    named = {each.issuer for _, each in lists}
    for authority in authorities:
        if authority.subject not in named:
            name = authority.subject.rfc4514_string()
            raise ValueError(f"crls: there is no CRL of the CA {name}")
    for file in files:
        context.load_verify_locations(file)
    context.verify_flags |= VerifyFlags.VERIFY_CRL_CHECK_CHAIN
    ends = [each.next_update_utc for _, each in lists]
    return min((each for each in ends if each is not None), default=None)


def _authorities(context: SSLContext) -> Sequence[Certificate]:
    """Return the CAs that a context trusts.

    Raises:
        ValueError: There are no CAs.
        MissingDependency: The extra `security` is not installed.
    """
    try:
        from cryptography.x509 import load_pem_x509_certificates  # noqa: PLC0415
    except ImportError as error:
        raise MissingDependency("security") from error
    found = [*map(DER_cert_to_PEM_cert, context.get_ca_certs(binary_form=True))]
    if not found:
        raise ValueError("crls: client_ca contains no certificate of a CA")
    return load_pem_x509_certificates("".join(found).encode())


def _read(file: Path) -> Iterator[CertificateRevocationList]:
    """Yield the lists in a file.

    Raises:
        OSError: The file cannot be read.
        ValueError: The file contains no list, a broken list, or a certificate.
    """
    from cryptography.x509 import load_pem_x509_crl  # noqa: PLC0415

    data = file.read_bytes()
    if not labels(file).isdisjoint(CERTIFICATES):  # OpenSSL would trust them
        raise ValueError(f"crls: a certificate is in {file}")
    blocks = _BLOCK.findall(data)
    if not blocks:
        text = f"crls: there is no CRL in PEM in {file}"
        if data.startswith(b"\x30"):
            text += ": convert it from DER with openssl crl -inform DER"
        raise ValueError(text)
    try:
        for block in blocks:
            yield load_pem_x509_crl(block)
    except ValueError:
        raise ValueError(f"crls: a CRL in {file} is broken") from None


def _check_time(file: Path, crl: CertificateRevocationList) -> None:
    now, end = datetime.now(UTC), crl.next_update_utc
    if end is not None and end <= now:
        raise ValueError(
            f"crls: the CRL in {file} has ended on {end:%Y-%m-%d %H:%M} UTC"
        )
    begin = crl.last_update_utc
    if begin > now:
        text = f"crls: the CRL in {file} begins on {begin:%Y-%m-%d %H:%M} UTC"
        raise ValueError(text)


def _check_signature(
    file: Path, crl: CertificateRevocationList, authorities: Sequence[Certificate]
) -> None:
    """Refuse a list with the name of a trusted CA that the CA has not signed."""
    keys: list[Any] = [
        each.public_key() for each in authorities if each.subject == crl.issuer
    ]
    if keys and not any(map(crl.is_signature_valid, keys)):
        name = crl.issuer.rfc4514_string()
        raise ValueError(f"crls: the CRL in {file} is not signed by the CA {name}")
