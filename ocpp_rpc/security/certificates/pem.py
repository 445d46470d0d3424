r"""Certificates as PEM: reading, splitting and joining, within the limits of a version.

The texts come from a peer. Reading tolerates deviations that do not change the bytes of
a certificate: text around the blocks, line ends of any kind or none, and line ends that
were escaped once too often (`\n` as two characters). The names, key, times and
extensions of a certificate are all read at once, because `cryptography` parses them
only on access, and would report their faults only later.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias, TypeVar

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.utils import CryptographyDeprecationWarning

from ocpp_rpc.lines import one_line

from .faults import CertificateRejected, Reason

__all__ = [
    "UNREADABLE",
    "Readable",
    "called",
    "join_chain",
    "pem_blocks",
    "pem_of",
    "read_certificate",
    "read_crl",
    "size_limit",
    "split_chain",
    "within",
]

T = TypeVar("T")

Readable: TypeAlias = x509.Certificate | str | bytes
"""A certificate: as an object of `cryptography`, as PEM, or as the bytes of its DER."""

UNREADABLE: Final = (
    ValueError,
    TypeError,
    OverflowError,
    KeyError,  # of a string type in a name
    UnsupportedAlgorithm,
    x509.DuplicateExtension,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
    CryptographyDeprecationWarning,  # of a serial number, where warnings are errors
)
"""The exceptions of `cryptography` for data that it cannot read."""

_LABELS: Final = ("CERTIFICATE", "X509 CERTIFICATE")

_BLOCK: Final = re.compile(
    r"-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \1-----", re.DOTALL
)

# In characters. In 2.0.1 and 2.1, the variable MaxCertificateChainSize may lower the
# limit of a chain.
_LIMITS: Final[Mapping[str, Mapping[str, int]]] = MappingProxyType(
    {
        "1.6": {
            "SignCertificate": 5500,
            "CertificateSigned": 10_000,
            "InstallCertificate": 5500,
        },
        "2.0.1": {
            "SignCertificate": 5500,
            "CertificateSigned": 10_000,
            "InstallCertificate": 5500,
            "GetCertificateStatus": 5500,
            "Authorize": 5500,
        },
        "2.1": {
            "SignCertificate": 5500,
            "CertificateSigned": 10_000,
            "InstallCertificate": 10_000,
            "GetCertificateStatus": 18_000,
            "Authorize": 10_000,
        },
    }
)


def size_limit(version: str, action: str) -> int:
    """Return the maximal number of characters of the certificate data in a message.

    The limit is for the CSR of SignCertificate, the chain of CertificateSigned and of
    Authorize, the certificate of InstallCertificate, and the OCSP response of
    GetCertificateStatus.

    Raises:
        ValueError: The version has no such message, or the message has no such data.
    """
    try:
        return _LIMITS[version][action]
    except KeyError:
        raise ValueError(
            f"no {action} with a certificate in OCPP {one_line(version)}"
        ) from None


def split_chain(
    text: Readable, *, limit: int | None = None
) -> tuple[x509.Certificate, ...]:
    """Return the certificates of a PEM text, at least one, in their order.

    Args:
        text: PEM, the DER of one certificate, or a certificate as an object.
        limit: The maximal number of characters; None sets no limit.

    Raises:
        CertificateRejected: TOO_LONG, or BAD_PEM.
    """
    if isinstance(text, x509.Certificate):
        return (_whole(text),)
    if isinstance(text, bytes) and text.startswith(b"\x30"):
        return (_read(within(text, limit), x509.load_der_x509_certificate, _whole),)
    blocks = pem_blocks(text, _LABELS, "certificate", limit)
    return tuple(_read(each, x509.load_der_x509_certificate, _whole) for each in blocks)


def read_certificate(text: Readable, *, limit: int | None = None) -> x509.Certificate:
    """Return the certificate of a PEM text or DER.

    Raises:
        CertificateRejected: TOO_LONG, or BAD_PEM: the text does not have exactly one
            certificate.
    """
    first, *others = split_chain(text, limit=limit)
    if others:
        raise CertificateRejected(
            Reason.BAD_PEM, f"one certificate is expected, not {1 + len(others)}"
        )
    return first


def join_chain(certificates: Iterable[Readable], *, limit: int | None = None) -> str:
    """Return certificates as one PEM text, without duplicates, in their order.

    Args:
        certificates: The certificates, or PEM texts of one or more certificates.
        limit: The maximal number of characters of the text, see `size_limit`; None sets
            no limit.

    Raises:
        CertificateRejected: TOO_LONG, or BAD_PEM: a certificate cannot be read, or
            there is none.
    """
    read = [each for text in certificates for each in split_chain(text)]
    if not read:
        raise CertificateRejected(Reason.BAD_PEM, "there is no certificate to join")
    return within("".join(map(pem_of, dict.fromkeys(read))), limit)


def pem_of(certificate: x509.Certificate) -> str:
    """Return a certificate as PEM."""
    return certificate.public_bytes(Encoding.PEM).decode()


def read_crl(
    crl: x509.CertificateRevocationList | str | bytes,
) -> x509.CertificateRevocationList:
    """Return a list of revoked certificates, from PEM or DER.

    Raises:
        CertificateRejected: BAD_PEM: the data is not such a list.
    """
    if isinstance(crl, x509.CertificateRevocationList):
        return crl
    if isinstance(crl, bytes) and crl.startswith(b"\x30"):
        data = crl
    else:
        data, *_ = pem_blocks(crl, ("X509 CRL",), "list of revoked certificates", None)
    return _read(data, x509.load_der_x509_crl, _whole_crl)


def called(certificate: x509.Certificate | x509.CertificateSigningRequest) -> str:
    """Return the subject of a certificate, for a person."""
    return one_line(certificate.subject.rfc4514_string()) or "a subject without a name"


def within(text: T, limit: int | None) -> T:
    """Return a text unchanged if it is within a limit.

    Raises:
        CertificateRejected: TOO_LONG: the text is longer than the limit.
    """
    size = len(text)  # type: ignore[arg-type]  # a str or bytes
    if limit is not None and size > limit:
        raise CertificateRejected(
            Reason.TOO_LONG, f"{size} characters are too many: the limit is {limit}"
        )
    return text


def pem_blocks(
    text: str | bytes, labels: tuple[str, ...], what: str, limit: int | None
) -> list[bytes]:
    """Return the decoded bytes of each block of a PEM text, at least one.

    Args:
        text: The text.
        labels: The labels that a block may have.
        what: The kind of the blocks, for error texts.
        limit: The maximal number of characters of the text; None sets no limit.

    Raises:
        CertificateRejected: TOO_LONG, or BAD_PEM: there is no block, or a block has
            another label or is not base64.
    """
    try:
        plain = within(text, limit)
        plain = plain if isinstance(plain, str) else plain.decode("ascii")
    except UnicodeDecodeError:
        said = f"this is not a {what} in PEM"
        raise CertificateRejected(Reason.BAD_PEM, said) from None
    blocks = _BLOCK.findall(plain.replace("\\r", "").replace("\\n", "\n"))
    if not blocks:
        raise CertificateRejected(Reason.BAD_PEM, f"this is not a {what} in PEM")
    return [_decoded(label, body, labels, what) for label, body in blocks]


def _decoded(label: str, body: str, labels: tuple[str, ...], what: str) -> bytes:
    if label not in labels:
        raise CertificateRejected(
            Reason.BAD_PEM,
            f"this is not a {what}: the PEM has a block of {one_line(label, 40)}",
        )
    try:
        return base64.b64decode("".join(body.split()), validate=True)
    except (binascii.Error, ValueError):
        raise CertificateRejected(
            Reason.BAD_PEM, f"the PEM of a {what} is not base64"
        ) from None


def _read(data: bytes, load: Callable[[bytes], T], check: Callable[[T], T]) -> T:
    """Return the object that DER contains.

    Raises:
        CertificateRejected: BAD_PEM: the DER cannot be read.
    """
    try:
        found = load(data)
    except UNREADABLE as error:
        raise _unreadable(error) from None
    return check(found)


def _unreadable(error: Exception) -> CertificateRejected:
    return CertificateRejected(Reason.BAD_PEM, f"it cannot be read: {one_line(error)}")


def _whole(certificate: x509.Certificate) -> x509.Certificate:
    """Return a certificate unchanged if all its parts can be read.

    Raises:
        CertificateRejected: BAD_PEM: a part cannot be read.
    """
    try:
        _ = certificate.subject, certificate.issuer, certificate.public_key()
        _ = certificate.not_valid_before_utc, certificate.not_valid_after_utc
        _ = certificate.extensions
        serial = certificate.serial_number
    except UNREADABLE as error:
        raise _unreadable(error) from None
    if serial <= 0:  # RFC 5280 §4.1.2.2
        raise CertificateRejected(
            Reason.BAD_PEM, f"{called(certificate)}: its serial number is not positive"
        )
    return certificate


def _whole_crl(
    crl: x509.CertificateRevocationList,
) -> x509.CertificateRevocationList:
    try:
        _ = crl.issuer, crl.last_update_utc, crl.next_update_utc, crl.extensions
        _ = crl.signature_hash_algorithm
    except UNREADABLE as error:
        raise _unreadable(error) from None
    return crl
