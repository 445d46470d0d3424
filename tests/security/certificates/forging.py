"""Certificates of any kind, good and bad, with little to write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import NameOID

__all__ = [
    "DAY",
    "NOW",
    "Holder",
    "crl",
    "ec_key",
    "issue",
    "named",
    "ocsp_response",
    "root",
    "usage",
]

NOW = datetime.now(UTC).replace(microsecond=0)
DAY = timedelta(days=1)
_USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


def ec_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def named(common: str, organization: str | None = "Acme CPO") -> x509.Name:
    attributes = [
        (NameOID.ORGANIZATION_NAME, organization),
        (NameOID.COMMON_NAME, common),
    ]
    return x509.Name([x509.NameAttribute(o, v) for o, v in attributes if v is not None])


def usage(*names: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{name: name in names for name in _USAGES})


@dataclass(frozen=True)
class Holder:
    """Who has a certificate and its key."""

    certificate: x509.Certificate
    key: Any = field(repr=False)

    @property
    def pem(self) -> str:
        return self.certificate.public_bytes(Encoding.PEM).decode()


def issue(
    issuer: Holder | None,
    subject: str | x509.Name = "SN001",
    *,
    ca: bool | None = False,
    depth: int | None = None,
    days: tuple[float, float] | None = None,
    key: Any = None,
    use: x509.KeyUsage | None = None,
    extensions: Sequence[tuple[x509.ExtensionType, bool]] = (),
    serial: int | None = None,
    function: Any = None,
    signer: Any = None,
    rsa_padding: Any = None,
) -> Holder:
    """Issue a certificate; `signer` signs it in place of the issuer's key."""
    days = days or ((-100, 50) if ca else (-1, 30))
    key = ec_key() if key is None else key
    name = named(subject) if isinstance(subject, str) else subject
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name if issuer is None else issuer.certificate.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number() if serial is None else serial)
        .not_valid_before(NOW + days[0] * DAY)
        .not_valid_after(NOW + days[1] * DAY)
    )
    if ca is not None:
        builder = builder.add_extension(x509.BasicConstraints(ca, depth), True)
    if use is not None:
        builder = builder.add_extension(use, True)
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    own = key if issuer is None else issuer.key
    by = signer or own
    edwards = isinstance(by, ed25519.Ed25519PrivateKey)
    signed = builder.sign(
        by,
        None if edwards else function or hashes.SHA256(),
        rsa_padding=rsa_padding,
    )
    return Holder(signed, key)


def root(name: str | x509.Name = "Root", **options: Any) -> Holder:
    """Issue a root."""
    return issue(None, name, ca=True, use=usage("key_cert_sign", "crl_sign"), **options)


def crl(
    issuer: Holder,
    *revoked: x509.Certificate,
    days: tuple[float, float] = (-1, 30),
    extension: tuple[x509.ExtensionType, bool] | None = None,
    signer: Any = None,
) -> bytes:
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(NOW + days[0] * DAY)
        .next_update(NOW + days[1] * DAY)
    )
    for each in revoked:
        entry = (
            x509.RevokedCertificateBuilder()
            .serial_number(each.serial_number)
            .revocation_date(NOW - DAY / 2)
        )
        builder = builder.add_revoked_certificate(entry.build())
    if extension is not None:
        builder = builder.add_extension(*extension)
    signed = builder.sign(signer or issuer.key, hashes.SHA256())
    return signed.public_bytes(Encoding.PEM)


def ocsp_response(
    leaf: Holder,
    issuer: Holder,
    status: ocsp.OCSPCertStatus = ocsp.OCSPCertStatus.GOOD,
    *,
    responder: Holder | None = None,
    days: tuple[float, float] = (0, 1),
    function: hashes.HashAlgorithm | None = None,
) -> bytes:
    """Answer an OCSP request; `responder` does so for the issuer."""
    revoked = status is ocsp.OCSPCertStatus.REVOKED
    by = responder or issuer
    builder = (
        ocsp.OCSPResponseBuilder()
        .add_response(
            cert=leaf.certificate,
            issuer=issuer.certificate,
            algorithm=function or hashes.SHA256(),
            cert_status=status,
            this_update=NOW + days[0] * DAY,
            next_update=NOW + days[1] * DAY,
            revocation_time=NOW - DAY if revoked else None,
            revocation_reason=x509.ReasonFlags.key_compromise if revoked else None,
        )
        .responder_id(ocsp.OCSPResponderEncoding.HASH, by.certificate)
    )
    if responder is not None:
        builder = builder.certificates([responder.certificate])
    edwards = isinstance(by.key, ed25519.Ed25519PrivateKey)
    signed = builder.sign(by.key, None if edwards else hashes.SHA256())
    return signed.public_bytes(Encoding.DER)
