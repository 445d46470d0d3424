"""A charger gets its certificates from its back office, and connects with them.

Both run in this program, over TLS, beside an authority: first the charger connects with
a password (security profile 2), then with the certificate that it got meanwhile
(profile 3). Run it with 1.6, 2.0.1 or 2.1; without an argument, it speaks 2.0.1.
"""

import asyncio
import hmac
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509 import BasicConstraints, DNSName, Name, NameAttribute, NameOID

import ocpp_rpc
from ocpp_rpc.security import client, passwords, server
from ocpp_rpc.security.certificates import (
    CertificateOffice,
    CertificateStore,
    FolderStorage,
    Issuance,
    IssuanceState,
    OwnCertificate,
    RootUse,
    SigningRequest,
    StationCertificates,
    delete_certificate,
    find_certificate,
    install_certificate,
    installed_certificates,
    join_chain,
    trigger_signing,
)

__all__ = ["Authority", "Charger", "main"]

OPERATOR = "Acme CPO"
SERIALS = {"CP001": "SN001"}
HOST = "localhost"


class Authority:
    """Stands for the certificate authority, which is a service of its own."""

    def __init__(self, name: str) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.root = self.certify(subject(name), self.key.public_key(), ca=True)

    def certify(
        self, name: Name, key: Any, *, ca: bool = False, host: str | None = None
    ) -> x509.Certificate:
        """Sign a certificate; it is valid for some minutes already (A02.FR.08)."""
        now = datetime.now(UTC)
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self.root.subject if hasattr(self, "root") else name)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(minutes=10))
            .not_valid_after(now + timedelta(days=30))
            .add_extension(BasicConstraints(ca=ca, path_length=None), critical=True)
        )
        if host is not None:
            names = x509.SubjectAlternativeName([DNSName(host)])
            builder = builder.add_extension(names, critical=False)
        return builder.sign(self.key, hashes.SHA256())

    async def sign(self, request: SigningRequest) -> list[x509.Certificate]:
        """Sign what the back office has checked."""
        csr = request.parsed
        print(f"authority: signs for {csr.subject.rfc4514_string()}")
        return [self.certify(csr.subject, csr.public_key())]

    def server_files(self, folder: Path) -> tuple[Path, Path]:
        """Certify the server; return the files of its certificate and its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        signed = self.certify(subject(HOST), key.public_key(), host=HOST)
        paths = folder / "server.pem", folder / "server.key"
        paths[0].write_bytes(signed.public_bytes(Encoding.PEM))
        form = PrivateFormat.PKCS8
        paths[1].write_bytes(key.private_bytes(Encoding.PEM, form, NoEncryption()))
        return paths


def subject(name: str) -> Name:
    owner = NameAttribute(NameOID.ORGANIZATION_NAME, OPERATOR)
    return Name([owner, NameAttribute(NameOID.COMMON_NAME, name)])


class Charger:
    """Connects with a password, or with its certificate as soon as it has one."""

    def __init__(self, folder: Path, version: str, root: x509.Certificate) -> None:
        self.folder = folder
        self.version = version
        storage = FolderStorage(folder)
        self.store = CertificateStore(
            storage,
            organization=OPERATOR,
            serial=SERIALS["CP001"],
            additional_root_check=True,
        )
        if not self.store.roots():  # as it leaves the factory
            self.store.install(RootUse.CSMS, join_chain([root]), now=datetime.now(UTC))
        self.renewed = asyncio.Event()
        self.certificates = StationCertificates(self.store, on_renewed=self.on_renewed)
        self.routes = ocpp_rpc.Router()
        self.routes.include(self.certificates.routes)
        self.routes.include(self.certificates.triggers)

    def on_renewed(self, own: OwnCertificate, _: ocpp_rpc.Connection) -> None:
        """Have the program connect again."""
        print(f"charger: has {own.leaf.subject.rfc4514_string()}")
        self.renewed.set()

    def security(self, password: bytes) -> client.Profile2 | client.Profile3:
        """Return the profile that the charger can have."""
        own = self.store.current(datetime.now(UTC))
        roots = [self.folder / root.name for root in self.store.roots(RootUse.CSMS)]
        if own is None:
            return client.Profile2(password=password, tls=client.tls(ca=roots))
        file = self.folder / own.name  # the certificate and its key
        return client.Profile3(tls=client.tls(ca=roots, certificate=(file, file)))

    def connect(self, port: int, password: bytes) -> Any:
        """Return what connects with that profile."""
        return ocpp_rpc.connect(
            f"wss://{HOST}:{port}/ocpp",
            "CP001",
            versions=[self.version],
            handler=self.routes,
            security=self.security(password),
        )


async def converse(version: str, folder: Path) -> None:
    authority = Authority("Acme root")
    password = passwords.new_key(version)
    delivered = asyncio.Event()

    def on_issuance(issuance: Issuance) -> None:
        print(f"back office: the request of {issuance.identity} is {issuance.state}")
        if issuance.state is IssuanceState.ACCEPTED:
            delivered.set()

    def verify(identity: str, given: bytes) -> bool:
        return identity in SERIALS and hmac.compare_digest(given, password)

    office = CertificateOffice(
        authority.sign,
        serial_of=SERIALS.get,
        organization=OPERATOR,
        roots=[authority.root],
        on_issuance=on_issuance,
    )
    files = authority.server_files(folder)
    trusted = folder / "trusted.pem"
    trusted.write_text(join_chain([authority.root]))
    with_password = server.Profile2(verify=verify, tls=server.tls(ecdsa=files))
    with_certificate = server.Profile3(
        tls=server.tls(ecdsa=files, client_ca=trusted),
        organization=OPERATOR,
        serial_of=SERIALS.get,
    )
    charger = Charger(folder / "charger", version, authority.root)

    async with (
        office,
        ocpp_rpc.Server(office.routes, versions=[version]) as back_office,
    ):
        office.connections = back_office.connections
        two = await back_office.listen("127.0.0.1", 0, security=with_password)
        three = await back_office.listen("127.0.0.1", 0, security=with_certificate)

        async with charger.connect(two.address[1], password):
            here = await back_office.connections.wait_for("CP001")
            print(f"profile {here.profile}")
            print("trigger:", await trigger_signing(here))
            await asyncio.gather(charger.renewed.wait(), delivered.wait())

        async with charger.connect(three.address[1], password):
            charger.store.confirm(datetime.now(UTC))  # the new certificate works
            here = await back_office.connections.wait_for("CP001")
            print(f"profile {here.profile}")
            await manage_roots(here, authority)
        charger.store.confirm_root()


async def manage_roots(here: ocpp_rpc.Connection, authority: Authority) -> None:
    """Install, list and delete roots at a station."""
    maker = Authority("Acme firmware").root
    stranger = Authority("Other root").root
    key = ec.generate_private_key(ec.SECP256R1()).public_key()
    successor = authority.certify(subject("Acme root 2"), key, ca=True)

    for use, root in (
        (RootUse.MANUFACTURER, maker),
        (RootUse.CSMS, stranger),  # which the present root has not signed
        (RootUse.CSMS, successor),
    ):
        status = await install_certificate(here, use, root)
        print(f"install {root.subject.rfc4514_string()}: {status}")

    installed = await installed_certificates(here)
    print("installed:", *sorted(each.use for each in installed))
    for root in (maker, authority.root):
        found = find_certificate(installed, root)
        assert found is not None
        status = await delete_certificate(here, found.hash_data)
        print(f"delete {root.subject.rfc4514_string()}: {status}")


async def main() -> None:
    version = sys.argv[1] if len(sys.argv) > 1 else "2.0.1"
    with tempfile.TemporaryDirectory() as folder:
        await converse(version, Path(folder))


if __name__ == "__main__":
    asyncio.run(main())
