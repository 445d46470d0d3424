"""The check of a path against lists of revoked certificates (CRL)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import TypeAlias

from cryptography import x509
from cryptography.exceptions import InvalidSignature

from .faults import CertificateRejected, Reason
from .pem import UNREADABLE, called, read_crl

__all__ = ["Revocations", "check_revoked"]

Revocations: TypeAlias = Iterable[x509.CertificateRevocationList | str | bytes]
"""Lists of revoked certificates (CRL), as objects, in PEM, or in DER."""


def check_revoked(
    path: Sequence[x509.Certificate], crls: Revocations, now: datetime
) -> None:
    """Check that no certificate of a path is revoked.

    Args:
        path: The certificates from the checked one to the root. The root itself is not
            checked.
        crls: The lists. A list is ignored if it is not current, not signed by the
            issuer, or covers only part of the certificates of the issuer.
        now: The time at which the lists have to be current.

    Raises:
        CertificateRejected: REVOKED; NO_STATUS: no list covers a certificate; BAD_PEM:
            a list cannot be read.
    """
    read = [read_crl(each) for each in crls]
    for certificate, issuer in pairwise(path):
        found = [each for each in read if _covers(each, issuer, now)]
        if not found:
            raise CertificateRejected(
                Reason.NO_STATUS,
                f"{called(certificate)}: no current list of its issuer says whether it "
                "is revoked",
            )
        for each in found:
            _check(certificate, each)


def _check(certificate: x509.Certificate, crl: x509.CertificateRevocationList) -> None:
    entry = crl.get_revoked_certificate_by_serial_number(certificate.serial_number)
    if entry is not None:
        when = entry.revocation_date_utc.isoformat()
        raise CertificateRejected(
            Reason.REVOKED, f"{called(certificate)}: it was revoked on {when}"
        )


def _covers(
    crl: x509.CertificateRevocationList, issuer: x509.Certificate, now: datetime
) -> bool:
    """Tell whether a list is current and has all certificates an issuer has revoked."""
    end = crl.next_update_utc
    is_current = crl.last_update_utc <= now and (end is None or now <= end)
    is_whole = not any(
        each.critical for each in crl.extensions
    )  # neither delta nor part
    return (
        crl.issuer == issuer.subject and is_current and is_whole and _signs(issuer, crl)
    )


def _signs(issuer: x509.Certificate, crl: x509.CertificateRevocationList) -> bool:
    """Tell whether an issuer may sign lists, and has signed this list."""
    try:
        usage = issuer.extensions.get_extension_for_class(x509.KeyUsage).value
        may_sign = usage.crl_sign
    except x509.ExtensionNotFound:
        may_sign = True
    try:
        # A key that cannot sign, such as one of X25519, raises TypeError.
        valid = crl.is_signature_valid(issuer.public_key())  # type: ignore[arg-type]
    except (*UNREADABLE, InvalidSignature):
        return False
    return may_sign and valid
