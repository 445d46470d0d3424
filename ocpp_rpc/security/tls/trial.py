"""TLS handshakes in memory, which test the certificate of a server.

`ssl` does not report the kind of the key of a certificate, or whether a suite works
with it. A handshake shows both, and stations will do the same.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from contextlib import suppress
from ssl import (
    CERT_NONE,
    PROTOCOL_TLS_CLIENT,
    MemoryBIO,
    SSLContext,
    SSLWantReadError,
    TLSVersion,
)

__all__ = ["attempt"]

_ROUNDS = 4
"""The number of turns of each side, which is enough for any version."""


def attempt(
    server: SSLContext, suite: str, version: TLSVersion = TLSVersion.TLSv1_2
) -> None:
    """Do a handshake with a suite, up to a version of TLS, without verification.

    Raises:
        SSLError: The server does not support the suite or the version.
    """
    client = SSLContext(PROTOCOL_TLS_CLIENT)
    client.check_hostname, client.verify_mode = False, CERT_NONE
    client.set_ciphers(f"{suite}:@SECLEVEL=0")
    client.minimum_version = TLSVersion.MINIMUM_SUPPORTED
    _limit(client, version)
    there, back = MemoryBIO(), MemoryBIO()
    near = client.wrap_bio(back, there)
    far = server.wrap_bio(there, back, server_side=True)
    for _ in range(_ROUNDS):
        _go_on(near.do_handshake)
        _go_on(far.do_handshake)


def _limit(client: SSLContext, version: TLSVersion) -> None:
    if version >= TLSVersion.TLSv1_2:
        client.maximum_version = version
        return
    # Only if needed, because the filter of warnings applies to all threads.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        client.maximum_version = version


def _go_on(handshake: Callable[[], None]) -> None:
    with suppress(SSLWantReadError):
        handshake()
