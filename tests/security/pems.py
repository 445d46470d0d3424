"""Files in PEM of a test authority, for tests of TLS."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from ocpp_rpc.security.tls import ClientTls, ServerTls, client_tls, server_tls
from tests.security.authority import Authority, Pair

__all__ = ["NAMES", "Pems"]

NAMES = ("localhost", "127.0.0.1")
"""What servers of tests are reached by."""


@dataclass
class Pems:
    """An authority, a server with both kinds of keys, and where their files are."""

    folder: Path
    authority: Authority = field(default_factory=Authority)

    def __post_init__(self) -> None:
        self.roots = self.folder / "roots.pem"
        self.roots.write_bytes(self.authority.root.certificate_pem)
        self.rsa = self.server("rsa")
        self.ecdsa = self.server("ec")
        self.crl()

    def server(self, kind: Literal["ec", "rsa"], name: str = "") -> tuple[Path, Path]:
        """Certify a server for the addresses of tests."""
        pair = self.authority.server(kind=kind, names=NAMES)
        return pair.write(self.folder, name or f"server-{kind}")

    def station(self, name: str = "station", **wanted: Any) -> tuple[Path, Path]:
        """Certify a station."""
        return self.authority.station(**wanted).write(self.folder, name)

    def crl(self, *revoked: Pair, days: float = 30) -> Path:
        """Write the list of what is revoked."""
        path = self.folder / "crl.pem"
        certificates = [each.certificate for each in revoked]
        path.write_bytes(self.authority.crl(*certificates, days=days))
        return path

    def server_tls(self, **settings: Any) -> ServerTls:
        """Return the TLS of the server, with both kinds of keys unless told."""
        pairs = {} if settings.get("legacy") else {"ecdsa": self.ecdsa}
        both: dict[str, Any] = {"rsa": self.rsa, **pairs, **settings}
        return server_tls(**both)

    def client_tls(self, **settings: Any) -> ClientTls:
        """Return the TLS of a station that trusts the authority."""
        both: dict[str, Any] = {"ca": self.roots, **settings}
        return client_tls(**both)

    def file(self, name: str, *parts: bytes | Path) -> Path:
        """Write a file of several parts."""
        path = self.folder / name
        data = [
            each if isinstance(each, bytes) else each.read_bytes() for each in parts
        ]
        path.write_bytes(b"".join(data))
        return path
