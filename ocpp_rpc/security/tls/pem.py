"""Loads certificates, keys and CRLs from files in PEM.

The errors of OpenSSL do not name the file, and hardly its fault. This module therefore
checks files before it passes them to OpenSSL, and turns errors of OpenSSL into a line
that names the setting and the file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from ssl import SSLContext, SSLError
from typing import Any, Final, TypeAlias, cast

__all__ = [
    "CERTIFICATES",
    "REVOKED",
    "Files",
    "Pair",
    "Secret",
    "StrPath",
    "labels",
    "load_pair",
    "load_trust",
    "paths",
]

StrPath: TypeAlias = str | os.PathLike[str]

Files: TypeAlias = StrPath | Sequence[StrPath]
"""A file, or several."""

Pair: TypeAlias = tuple[StrPath, StrPath]
"""The file of a certificate and those up to its root, and the file of its key.

Both may be the same file.
"""

Secret: TypeAlias = str | bytes | Callable[[], str | bytes]
"""A password, or a function that returns it."""

_BEGINNING: Final = re.compile(rb"^-----BEGIN ([A-Z0-9 ]+)-----", re.MULTILINE)

CERTIFICATES: Final = {"CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"}
"""The labels of certificates in PEM."""

REVOKED: Final = "X509 CRL"
"""The label of a CRL in PEM."""

_LONGEST: Final = 1024
"""The greatest length of a password in OpenSSL, in bytes."""

_FAULTS: Final = {
    "KEY_VALUES_MISMATCH": "the key in {key} does not belong to the certificate in "
    "{file}",
    "NO_CERTIFICATE_ASSIGNED": "the key in {key} does not belong to the certificate in "
    "{file}: it is of another kind",
    "EE_KEY_TOO_SMALL": "the key of the certificate in {file} is too short: OCPP "
    "demands RSA of 2048 bits, or an elliptic curve of 224",
    "CA_KEY_TOO_SMALL": "the key of a CA in {file} is too short: OCPP demands RSA of "
    "2048 bits, or an elliptic curve of 224",
    "CA_MD_TOO_WEAK": "a certificate in {file} is signed with a hash that is too weak",
    "UNKNOWN_CERTIFICATE_TYPE": "the certificate in {file} has a kind of key that TLS "
    "does not know",
}
"""The error texts for the reasons of OpenSSL about a certificate and its key."""

_WRONG_PASSWORD: Final = "the password of the key in {key} is wrong"
_BROKEN: Final = "the certificate in {file} or its key in {key} is broken"


def paths(files: Files, setting: str) -> Sequence[Path]:
    """Return the paths in a setting.

    Raises:
        ValueError: The setting contains no path.
    """
    found = (
        [Path(files)] if isinstance(files, str | os.PathLike) else [*map(Path, files)]
    )
    if not found:
        raise ValueError(f"{setting} names no file")
    return found


def load_pair(
    context: SSLContext, pair: Pair, setting: str, password: Secret | None
) -> None:
    """Load a certificate and its key into a context.

    Raises:
        OSError: A file cannot be read.
        ValueError: A file has the wrong content, the key does not belong to the
            certificate, or the password is wrong.
    """
    certificate, key = _two(pair, setting)
    _check_labels(certificate, setting)
    if not any(label.endswith("PRIVATE KEY") for label in labels(key)):
        raise ValueError(f"{setting}: there is no private key in PEM in {key}")
    asking = _Asking(key, setting, password)
    try:
        context.load_cert_chain(certificate, key, asking)
    except SSLError as error:
        fault = _WRONG_PASSWORD if asking.asked else _BROKEN
        text = _FAULTS.get(error.reason or "", fault).format(file=certificate, key=key)
        raise ValueError(f"{setting}: {text}") from None


def _two(pair: object, setting: str) -> tuple[Path, Path]:
    """Return the files of a pair, after a check that it is a pair.

    Raises:
        ValueError: It is not a pair.
    """
    files = cast(Sequence[Any], pair) if isinstance(pair, tuple | list) else ()
    if len(files) != 2 or not all(
        isinstance(each, str | os.PathLike) for each in files
    ):
        raise ValueError(f"{setting} takes two files: (certificate, key)")
    return Path(files[0]), Path(files[1])


class _Asking:
    """Gives OpenSSL the password of a key, because it would ask at the terminal."""

    def __init__(self, key: Path, setting: str, password: Secret | None) -> None:
        self.asked = False
        self._key = key
        self._setting = setting
        self._password = password

    def __call__(self) -> str | bytes:
        self.asked = True
        if self._password is None:
            text = (
                f"{self._setting}: the key in {self._key} is encrypted: pass password="
            )
            raise ValueError(text)
        secret = self._password() if callable(self._password) else self._password
        if len(secret) > _LONGEST:
            text = f"{self._setting}: a password may have at most {_LONGEST} characters"
            raise ValueError(text)
        return secret


def load_trust(context: SSLContext, files: Sequence[Path], setting: str) -> None:
    """Make a context trust the certificates in files.

    Raises:
        OSError: A file cannot be read.
        ValueError: A file has the wrong content, or no certificate is a root.
    """
    for file in files:
        if REVOKED in _check_labels(file, setting):
            text = f"{setting}: there is a CRL in {file}, which belongs in crls="
            raise ValueError(text)
        try:
            context.load_verify_locations(file)
        except SSLError:
            text = f"{setting}: a certificate in {file} is broken"
            raise ValueError(text) from None
    _check_roots(context, files, setting)


def _check_roots(context: SSLContext, files: Sequence[Path], setting: str) -> None:
    """Refuse intermediate CAs without a root, because OpenSSL does not trust them."""
    authorities = context.get_ca_certs()
    others = context.cert_store_stats()["x509"] - len(authorities)
    if not others and all(each["subject"] != each["issuer"] for each in authorities):
        names = ", ".join(map(str, files))
        text = f"{setting}: no certificate in {names} is a root: add their root"
        raise ValueError(text)


def _check_labels(file: Path, setting: str) -> set[str]:
    """Return the labels in a file that has to contain certificates.

    Raises:
        OSError: The file cannot be read.
        ValueError: The file contains no certificates.
    """
    found = labels(file)
    if found.isdisjoint(CERTIFICATES):
        raise ValueError(f"{setting}: there is no certificate in PEM in {file}")
    return found


def labels(file: Path) -> set[str]:
    """Return the PEM labels in a file.

    Raises:
        OSError: The file cannot be read.
    """
    return {each.decode() for each in _BEGINNING.findall(file.read_bytes())}
