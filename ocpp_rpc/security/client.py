"""The security profiles of a station: how it authenticates itself and its back office.

Pass one of them to `connect(security=)` or `NetworkProfile(security=)`::

    roots = client.tls(ca="roots.pem")
    connect(url, "CP001", versions=["1.6"], security=client.Profile2(
        password=key, tls=roots
    ))

| profile | the station authenticates with | the back office with | URL |
| --- | --- | --- | --- |
| `Profile0` | nothing | nothing | `ws://` |
| `Profile1` | a password | nothing | `ws://` |
| `Profile2` | a password | its certificate | `wss://` |
| `Profile3` | its certificate | its certificate | `wss://` |

The user name that accompanies a password is always the identity (A00.FR.204). A profile
raises `ValueError` when it is created if its arguments contradict each other. A station
never falls back to a lower profile by itself.
"""

from __future__ import annotations

from .profiles.client import Profile, Profile0, Profile1, Profile2, Profile3
from .tls import ClientTls
from .tls import client_tls as tls

__all__ = [
    "ClientTls",
    "Profile",
    "Profile0",
    "Profile1",
    "Profile2",
    "Profile3",
    "tls",
]
