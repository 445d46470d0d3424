"""Certificates of a server, for what is measured over TLS; a program, too.

    python benchmarks/certificates.py

It prints how many TLS handshakes a server does in a second of processor time, for each
kind of key, without resumption and with it. Both ends are in this process; only the
time of the server's end counts.
"""

from __future__ import annotations

import ssl
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

__all__ = ["KINDS", "certificate", "client_context", "server_context"]

KINDS: Final[Mapping[str, Sequence[str]]] = {
    "rsa": ("rsa:2048",),
    "ecdsa": ("ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
}
"""How `openssl` makes a key of each kind: RSA of 2048 bits, and ECDSA over P-256."""

HANDSHAKES = 500


def certificate(folder: Path, kind: str) -> Path:
    """Make a certificate with its key in one file, and return that."""
    path = folder / f"{kind}.pem"
    made = ("-keyout", path, "-out", path.with_suffix(".crt"), "-subj", "/CN=localhost")
    subprocess.run(
        ["openssl", "req", "-x509", "-nodes", "-newkey", *KINDS[kind], *made],
        check=True,
        capture_output=True,
    )
    path.write_bytes(path.read_bytes() + path.with_suffix(".crt").read_bytes())
    return path


def server_context(path: Path | str) -> ssl.SSLContext:
    """Return the context of a server with that certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


def client_context() -> ssl.SSLContext:
    """Return the context of a client that trusts anybody."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def handshake(
    server: ssl.SSLContext, client: ssl.SSLContext, session: ssl.SSLSession | None
) -> tuple[float, ssl.SSLSession | None, bool]:
    """Do a handshake.

    Returns:
        The processor time of the server's end, in seconds; the session, for the next
        one; and whether this one has resumed a session.
    """
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    near = client.wrap_bio(back, there, session=session)
    spent, far, done = 0.0, None, False
    while not done:
        with suppress(ssl.SSLWantReadError):
            near.do_handshake()
        start = time.process_time()
        far = far or server.wrap_bio(there, back, server_side=True)
        with suppress(ssl.SSLWantReadError):
            far.do_handshake()
            done = True
        spent += time.process_time() - start
    with suppress(ssl.SSLWantReadError):
        near.read()  # takes the tickets of TLS 1.3
    return spent, near.session, bool(near.session_reused)


def rate(path: Path, *, resume: bool) -> float:
    """Return how many handshakes a server does in a second of processor time."""
    server, client = server_context(path), client_context()
    _, session, _ = handshake(server, client, None)
    total = 0.0
    for _ in range(HANDSHAKES):
        spent, session, resumed = handshake(server, client, session if resume else None)
        assert resumed is resume
        total += spent
    return HANDSHAKES / total


def main() -> None:
    """Print a line for each kind of key."""
    with TemporaryDirectory() as folder:
        for kind in KINDS:
            path = certificate(Path(folder), kind)
            first, again = (rate(path, resume=each) for each in (False, True))
            print(f"{kind:6}{first:8.0f}/s, resumed {again:8.0f}/s", flush=True)


if __name__ == "__main__":
    main()
