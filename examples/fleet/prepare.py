"""Make what a fleet needs and nobody else is to have: certificates and passwords.

    python prepare.py FOLDER

Each role gets a folder of its own, so that it sees its own secrets only: `nats`,
`haproxy`, `node`, `operator`, `charger`. What is there already stays as it is.
"""

import secrets
import shutil
import sys
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

__all__ = ["prepare"]

HERE = Path(__file__).parent
ROLES = ("node", "operator", "consumer", "admin")
NATS = ("localhost", "nats-1", "nats-2", "nats-3")
SITE = ("localhost", "haproxy")
DAYS = 365


def write(file: Path, data: bytes) -> None:
    """Write a file that its owner alone can read."""
    file.touch(0o600)
    file.write_bytes(data)


def pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Return a key as it is written to files."""
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


class Authority:
    """Who certifies the servers of this fleet; its key is kept nowhere."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = self._named("fleet example CA")
        of_all = x509.BasicConstraints(ca=True, path_length=0)
        self._certificate = (
            self._build(self._name, self._key.public_key())
            .add_extension(of_all, critical=True)
            .sign(self._key, hashes.SHA256())
        )

    @property
    def certificate(self) -> bytes:
        """What others trust."""
        return self._certificate.public_bytes(serialization.Encoding.PEM)

    @staticmethod
    def _named(name: str) -> x509.Name:
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])

    def _build(
        self, subject: x509.Name, key: ec.EllipticCurvePublicKey
    ) -> x509.CertificateBuilder:
        now = datetime.now(UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(minutes=5))
            .not_valid_after(now + timedelta(days=DAYS))
        )

    def issue(self, *hosts: str) -> tuple[bytes, bytes]:
        """Return a certificate for a server, and its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = [*map(x509.DNSName, hosts), x509.IPAddress(ip_address("127.0.0.1"))]
        # Servers of NATS are clients of each other.
        uses = [ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]
        certificate = (
            self._build(self._named(hosts[0]), key.public_key())
            .add_extension(x509.SubjectAlternativeName(names), critical=False)
            .add_extension(x509.ExtendedKeyUsage(uses), critical=False)
            .sign(self._key, hashes.SHA256())
        )
        return certificate.public_bytes(serialization.Encoding.PEM), pem(key)


def prepare(folder: Path) -> None:
    """Write everything, unless it is there."""
    if (folder / "nats" / "passwords.conf").exists():
        return
    for name in ("nats", "haproxy", "node", "operator", "charger"):
        (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        # A volume is there already, and others may look into it.
        (folder / name).chmod(0o700)
    authority = Authority()
    for name in ("nats", "node", "operator", "charger"):
        write(folder / name / "ca.pem", authority.certificate)
    passwords = {role: f"p-{secrets.token_hex(16)}" for role in ROLES}
    for role in ("node", "operator"):
        write(folder / role / f"{role}.password", passwords[role].encode())
    of_chargers = secrets.token_hex(16).encode()
    for role in ("node", "charger"):
        write(folder / role / "charger.password", of_chargers)
    write(folder / "haproxy" / "site.pem", b"".join(authority.issue(*SITE)))
    certificate, key = authority.issue(*NATS)
    write(folder / "nats" / "server.pem", certificate)
    write(folder / "nats" / "server.key", key)
    for name in ("nats.conf", "users.conf", "permissions.conf"):
        shutil.copy(HERE / "nats" / name, folder / "nats")
    lines = (f'{role.upper()}_PASSWORD = "{passwords[role]}"' for role in ROLES)
    # The last one: it tells that everything is there.
    write(folder / "nats" / "passwords.conf", "\n".join(lines).encode())


if __name__ == "__main__":
    prepare(Path(sys.argv[1]))
