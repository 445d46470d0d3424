"""Handshakes of TLS in memory, which show what a server's certificate can be used for.

Whether a key is one of RSA, and whether a suite works with it, is nothing that `ssl`
tells of a certificate. A handshake does, and it is what stations will do.
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
"""How often each side gets its turn, which is enough for any version."""


def attempt(
    server: SSLContext, suite: str, version: TLSVersion = TLSVersion.TLSv1_2
) -> None:
    """Do a handshake with a suite, up to a version of TLS, trusting the server.

    Raises:
        SSLError: The two have nothing in common.
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
    # Only if need be: it is for all threads.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        client.maximum_version = version


def _go_on(handshake: Callable[[], None]) -> None:
    with suppress(SSLWantReadError):
        handshake()
