"""The security profiles of a server: how the stations at an address authenticate.

Pass one of them as `security` to `serve`, `Server`, `Server.listen` or an endpoint of a
web application:

* `Profile0`: neither side authenticates, and there is no TLS;
* `Profile1`: the station has a password (HTTP Basic), and there is no TLS;
* `Profile2`: the station has a password, and the server a certificate;
* `Profile3`: both have certificates.

An address has exactly one profile (A00.FR.006). To use several profiles, let the server
listen at several addresses.
"""

from __future__ import annotations

from .attempts import FailedAttempts
from .profiles.channels import ProxyTls, Tls, tls_at_proxy
from .profiles.floors import Floors, MemoryFloors
from .profiles.server import (
    MayDowngrade,
    Profile,
    Profile0,
    Profile1,
    Profile2,
    Profile3,
    SerialOf,
    Verify,
    tls_of,
)
from .tls import ServerTls
from .tls import server_tls as tls

__all__ = [
    "FailedAttempts",
    "Floors",
    "MayDowngrade",
    "MemoryFloors",
    "Profile",
    "Profile0",
    "Profile1",
    "Profile2",
    "Profile3",
    "ProxyTls",
    "SerialOf",
    "ServerTls",
    "Tls",
    "Verify",
    "tls",
    "tls_at_proxy",
    "tls_of",
]
