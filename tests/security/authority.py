"""An authority that certifies servers and stations for tests, as OCPP wants it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from ipaddress import ip_address
from itertools import cycle
from pathlib import Path
from typing import Literal, TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

__all__ = ["Authority", "Key", "Pair", "new_key"]

Key: TypeAlias = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


def new_key(kind: Literal["ec", "rsa"] = "ec", size: int = 2048) -> Key:
    """Make a key of P-256, or take one of RSA, which is another than the last ones."""
    if kind == "ec":
        return ec.generate_private_key(ec.SECP256R1())
    return next(_rsa_keys(size))


@cache
def _rsa_keys(size: int) -> Iterator[rsa.RSAPrivateKey]:
    """A few keys in turn, since it takes a tenth of a second to make one."""
    return cycle([rsa.generate_private_key(65537, size) for _ in range(4)])


@dataclass(frozen=True)
class Pair:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: Key

    @property
    def certificate_pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        return self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )

    def encrypted_key_pem(self, password: str) -> bytes:
        return self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(password.encode()),
        )

    def write(self, folder: Path, name: str, *above: Pair) -> tuple[Path, Path]:
        """Write both as files; return the paths of certificate and key.

        The certificates above it follow in the first file.
        """
        paths = folder / f"{name}.pem", folder / f"{name}.key"
        chain = [each.certificate_pem for each in (self, *above)]
        paths[0].write_bytes(b"".join(chain))
        paths[1].write_bytes(self.key_pem)
        return paths


class Authority:
    """Certifies servers and stations; with one above it, it is no root itself."""

    root: Pair

    def __init__(
        self,
        name: str = "Example root",
        organization: str = "Acme CPO",
        *,
        above: Authority | None = None,
    ):
        self.organization = organization
        key = new_key()
        self.name = _name(organization, name)
        issuer = self.name if above is None else above.name
        signing: Key = key if above is None else above.root.key
        certificate = (
            _builder(self.name, issuer, key, -1, 365)
            .add_extension(
                x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False
            )
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
            .add_extension(_usage(ca=True), True)
        )
        if above is not None:
            certificate = certificate.add_extension(above.key_name, False)
        self.root = Pair(certificate.sign(signing, hashes.SHA256()), key)

    @property
    def key_name(self) -> x509.AuthorityKeyIdentifier:
        """Which key certified what is below, as the default context of 3.13 demands."""
        own = self.root.certificate.extensions.get_extension_for_class(
            x509.SubjectKeyIdentifier
        )
        return x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(own.value)

    def server(
        self,
        name: str = "localhost",
        kind: Literal["ec", "rsa"] = "ec",
        *,
        names: tuple[str, ...] | None = None,
        days: tuple[float, float] = (-1, 30),
    ) -> Pair:
        """Certify a server by its name; `names` are those of its SAN, if not that."""
        return self.issue(
            _name(self.organization, name),
            new_key(kind),
            days=days,
            names=(name,) if names is None else names,
        )

    def station(
        self,
        serial: str = "SN001",
        kind: Literal["ec", "rsa"] = "ec",
        *,
        organization: str | None = None,
        days: tuple[float, float] = (-1, 30),
    ) -> Pair:
        """Certify a station by its serial number, without a SAN (A00.FR.511)."""
        name = _name(organization or self.organization, serial)
        return self.issue(name, new_key(kind), days=days)

    def issue(
        self,
        subject: x509.Name,
        key: Key,
        *,
        days: tuple[float, float] = (-1, 30),
        names: tuple[str, ...] = (),
    ) -> Pair:
        """Certify a key, from so many days on and for so many days."""
        builder = (
            _builder(subject, self.name, key, *days)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), True)
            .add_extension(_usage(ca=False), True)
            .add_extension(self.key_name, False)
        )
        if names:
            alternative = x509.SubjectAlternativeName(map(_general, names))
            builder = builder.add_extension(alternative, False)
        return Pair(builder.sign(self.root.key, hashes.SHA256()), key)

    def crl(
        self, *revoked: x509.Certificate, days: float = 30, begins: float = -1
    ) -> bytes:
        """Return the list of what is revoked, in PEM, from so many days on."""
        now = datetime.now(UTC)
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.name)
            .last_update(now + timedelta(days=begins))
            .next_update(now + timedelta(days=days))
        )
        for each in revoked:
            builder = builder.add_revoked_certificate(
                x509.RevokedCertificateBuilder()
                .serial_number(each.serial_number)
                .revocation_date(now - timedelta(hours=1))
                .build()
            )
        crl = builder.sign(self.root.key, hashes.SHA256())
        return crl.public_bytes(serialization.Encoding.PEM)


def _name(organization: str, common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organization),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _builder(
    subject: x509.Name, issuer: x509.Name, key: Key, first: float, last: float
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=first))
        .not_valid_after(now + timedelta(days=last))
    )


def _usage(*, ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=not ca,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=ca,
        crl_sign=ca,
        encipher_only=False,
        decipher_only=False,
    )


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)
