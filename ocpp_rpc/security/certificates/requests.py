"""Functions that make and check requests for a certificate (CSR, PKCS#10)."""

from __future__ import annotations

from typing import Final, TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from ocpp_rpc.lines import one_line

from .faults import CertificateRejected, Fault, Reason, raise_faults
from .pem import UNREADABLE, called, pem_blocks, within
from .strength import key_faults, name_faults, organization_faults

__all__ = ["LONGEST_CSR", "Key", "check_csr", "make_csr", "new_key"]

Key: TypeAlias = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
"""The private key of a certificate, for an elliptic curve or for RSA."""

LONGEST_CSR: Final = 5500
"""The maximal number of characters of a CSR, in 1.6, 2.0.1 and 2.1."""

_LABELS: Final = ("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST")


def new_key() -> Key:
    """Make a key of the curve P-256."""
    return ec.generate_private_key(ec.SECP256R1())


def make_csr(
    key: Key, *, organization: str, serial: str, country: str | None = None
) -> str:
    """Return a request for a certificate of a station, in PEM, signed with SHA-256.

    Args:
        key: The private key of the station. The request has only its public half.
        organization: The operator of the station, for O: `CpoName` in 1.6,
            `SecurityCtrlr.OrganizationName` in 2.x (A02.FR.13).
        serial: The serial number of the station, for CN (A00.FR.511).
        country: The two letters of the country, for C, if your authority requires
            them.

    Raises:
        ValueError: The key is too weak, or a name is empty or too long.
    """
    attributes = {
        NameOID.COUNTRY_NAME: country,
        NameOID.ORGANIZATION_NAME: organization,
        NameOID.COMMON_NAME: serial,
    }
    subject = x509.Name(
        [x509.NameAttribute(o, v) for o, v in attributes.items() if v is not None]
    )
    builder = x509.CertificateSigningRequestBuilder().subject_name(subject)
    request = builder.sign(key, hashes.SHA256())
    raise_faults(list(key_faults(request)))
    return within(request.public_bytes(Encoding.PEM).decode(), LONGEST_CSR)


def check_csr(
    pem: str | bytes,
    *,
    organization: str | None = None,
    serial: str | None = None,
    limit: int = LONGEST_CSR,
) -> x509.CertificateSigningRequest:
    """Check a request for a certificate, and return it for your authority.

    The signature proves that the sender has the private key. The sender chooses all
    parts of the subject, of which only O and CN are checked.

    Args:
        pem: The request, in PEM.
        organization: The text that O has to contain; None accepts any O.
        serial: The serial number that CN has to be; None accepts any CN.
        limit: The maximal number of characters of the request.

    Raises:
        CertificateRejected: TOO_LONG or BAD_PEM; or any of BAD_SIGNATURE, WEAK_KEY,
            WRONG_ORGANIZATION and WRONG_NAME, with all that apply in `faults`.
    """
    request = _read(pem, limit)
    raise_faults(
        [
            *_signature_faults(request),
            *key_faults(request),
            *organization_faults(request, organization),
            *name_faults(request, serial),
        ]
    )
    return request


def _read(pem: str | bytes, limit: int) -> x509.CertificateSigningRequest:
    blocks = pem_blocks(pem, _LABELS, "request for a certificate", limit)
    if len(blocks) > 1:
        raise CertificateRejected(
            Reason.BAD_PEM,
            f"one request for a certificate is expected, not {len(blocks)}",
        )
    try:
        request = x509.load_der_x509_csr(blocks[0])
        _ = request.subject, request.public_key(), request.extensions
    except UNREADABLE as error:
        raise CertificateRejected(
            Reason.BAD_PEM, f"it cannot be read: {one_line(error)}"
        ) from None
    return request


def _signature_faults(request: x509.CertificateSigningRequest) -> list[Fault]:
    if request.is_signature_valid:
        return []
    detail = f"{called(request)}: the request is not signed with its key"
    return [Fault(Reason.BAD_SIGNATURE, detail)]
