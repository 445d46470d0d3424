"""TLS of both commands, from files in PEM; faults name the option."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ocpp_rpc.security import client
from ocpp_rpc.security.tls import ServerTls, kind_of, server_tls

from .secret_input import asking_for

__all__ = ["of_client", "of_server"]


def of_client(
    ca: Path | None, certificate: Path | None = None, key: Path | None = None
) -> client.ClientTls:
    """Return the TLS of a charger.

    Args:
        ca: The file of the trusted roots; None trusts those of the system.
        certificate: The file of the certificate, if there is one.
        key: The file of the key, if not that of the certificate.

    Raises:
        ValueError: A file has a fault; the text names the option.
        OSError: A file cannot be read.
    """
    pair = None if certificate is None else (certificate, key or certificate)
    password = None if pair is None else asking_for(pair[1])
    with _by_option({"ca": "--ca", "certificate": "--client-cert"}):
        return client.tls(ca=ca, certificate=pair, password=password)


@contextmanager
def _by_option(options: Mapping[str, str]) -> Generator[None]:
    """Name the option where a ValueError names a setting.

    Args:
        options: The options, by the names of the settings.
    """
    try:
        yield
    except ValueError as error:
        setting, _, problem = str(error).partition(": ")
        if setting not in options:
            raise
        raise ValueError(f"{options[setting]}: {problem}") from None


def of_server(
    pairs: Sequence[tuple[Path, Path | None]],
    *,
    client_ca: Path | None = None,
    crls: Sequence[Path] = (),
) -> ServerTls:
    """Return the TLS of a central system.

    Args:
        pairs: The files of the certificates (RSA, ECDSA, or both), each with the file
            of its key, if that is not the same.
        client_ca: The file of the roots that certify chargers.
        crls: The files of the revocation lists of these roots.

    Raises:
        ValueError: A file has a fault; the text names the option.
        OSError: A file cannot be read.
        MissingDependency: There are CRLs, and no `cryptography` to read them.
    """
    with _by_option(_SERVER):
        by_kind = dict(map(_kind_of, pairs))
        if len(by_kind) < len(pairs):
            raise ValueError("give --cert once for each kind of key, RSA and ECDSA")
        return server_tls(
            rsa=by_kind.get("rsa"),
            ecdsa=by_kind.get("ecdsa"),
            client_ca=client_ca,
            crls=crls or None,
            password=asking_for(next(iter(by_kind.values()))[1]),
        )


_SERVER: Final = {
    "certificate": "--cert",
    "rsa": "--cert",
    "ecdsa": "--cert",
    "client_ca": "--client-ca",
    "crls": "--crl",
}
"""The options of a central system, by the names of the settings."""


def _kind_of(pair: tuple[Path, Path | None]) -> tuple[str, tuple[Path, Path]]:
    certificate, key = pair[0], pair[1] or pair[0]
    both = certificate, key
    return kind_of(both, asking_for(key)), both
