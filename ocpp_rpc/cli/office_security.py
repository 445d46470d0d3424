"""The options about security of a central system, and their combination."""

from __future__ import annotations

import hmac
import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from ssl import SSLContext
from typing import Final

from ocpp_rpc.back_office.placing import is_loopback
from ocpp_rpc.security import server
from ocpp_rpc.security.passwords import FileStore, Passwords

from .tls import of_server

__all__ = ["OfficeOptions", "OfficeSecurity", "office_security"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeOptions:
    """The options about security of a central system.

    Attributes:
        profile: The number of the security profile; None follows the other options.
        password: The password of all chargers.
        passwords: The file with a password for each charger.
        certs: The files of the certificates: RSA, ECDSA, or both.
        keys: The files of the keys, if not those of the certificates.
        client_ca: The file of the roots that certify chargers.
        crls: The files of the revocation lists of these roots.
        organization: The organization in the certificates of chargers.
        serials: The file that has the serial number of each charger.
    """

    profile: int | None = None
    password: str | None = field(default=None, repr=False)
    passwords: Path | None = None
    certs: Sequence[Path] = ()
    keys: Sequence[Path] = ()
    client_ca: Path | None = None
    crls: Sequence[Path] = ()
    organization: str | None = None
    serials: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSecurity:
    """The arguments of `serve` about security.

    Attributes:
        security: The security profile, if there is one.
        ssl: The TLS for `wss://` without a profile.
    """

    security: server.Profile | None = None
    ssl: SSLContext | None = field(default=None, repr=False)

    @property
    def scheme(self) -> str:
        """The scheme of the URL that chargers connect to."""
        number = 0 if self.security is None else self.security.number
        return "wss" if number >= 2 or self.ssl is not None else "ws"


def office_security(host: str, options: OfficeOptions) -> OfficeSecurity:
    """Return the arguments of `serve` for the options of a central system.

    Args:
        host: The host to listen on.
        options: The options.

    Raises:
        ValueError: The options cannot be combined, one is missing, or a file has a
            fault.
        OSError: A file cannot be read.
        MissingDependency: The extra that a file needs is not installed.
    """
    _check_pairs(options)
    given = _given(options)
    number = options.profile
    if number is None:
        number = next((n for n, names in _MEANING if names <= given.keys()), None)
    if number is None:
        _check_without(host, given)
        tls = _server_tls(options) if options.certs else None
        return OfficeSecurity(ssl=None if tls is None else tls.context)
    _check_given(number, given)
    return OfficeSecurity(security=_office_profile(number, options))


_PASSWORDS: Final = "--passwords"
_NEEDED: Final[Mapping[int, Sequence[str]]] = {
    0: (),
    1: (_PASSWORDS,),
    2: (_PASSWORDS, "--cert"),
    3: ("--cert", "--client-ca", "--organization"),
}
"""The options that each profile needs, by its number."""

_POSSIBLE: Final[Mapping[int, Sequence[str]]] = {3: ("--crl", "--serials")}
"""Those that a profile may have as well."""

_MEANING: Final = (
    (3, {"--client-ca"}),
    (2, {_PASSWORDS, "--cert"}),
    (1, {_PASSWORDS}),
)
"""Which profile is meant if none is named, by the options that are there."""


def _given(options: OfficeOptions) -> Mapping[str, str]:
    """Return the options that are given, with the names that they were given by.

    `--password` counts as `--passwords`: either lets chargers prove themselves so.
    """
    password = "--passwords" if options.password is None else "--password"
    found = {
        _PASSWORDS: options.passwords or options.password is not None,
        "--cert": options.certs,
        "--client-ca": options.client_ca,
        "--crl": options.crls,
        "--organization": options.organization is not None,
        "--serials": options.serials,
    }
    names = {name: name for name, is_given in found.items() if is_given}
    return names | {_PASSWORDS: password} if _PASSWORDS in names else names


def _check_pairs(options: OfficeOptions) -> None:
    """Check that there is a key for each certificate, and one kind of passwords.

    Raises:
        ValueError: A key is missing, or both kinds of passwords are given.
    """
    if options.keys and not options.certs:
        raise ValueError("--key needs --cert")
    if options.keys and len(options.keys) != len(options.certs):
        raise ValueError("give --key as often as --cert, in the same order")
    if options.password is not None and options.passwords is not None:
        raise ValueError(
            "--passwords cannot be combined with --password or OCPP_PASSWORD"
        )


def _check_without(host: str, given: Mapping[str, str]) -> None:
    """Check that a central system needs no profile.

    Raises:
        ValueError: It needs a profile.
    """
    left = [name for name in given if name != "--cert"]
    if left:
        raise ValueError(f"{left[0]} needs --client-ca, for profile 3")
    if not is_loopback(host):
        raise ValueError(
            f"{host} may be reached from other computers: name the security profile, "
            "--profile 1, 2 or 3, or accept anybody with --profile 0"
        )


def _check_given(number: int, given: Mapping[str, str]) -> None:
    """Check that a profile has the options that it needs, and no other.

    Raises:
        ValueError: An option is missing or does not fit.
    """
    needed = _NEEDED[number]
    for name in needed:
        if name not in given:
            also = " or --password" if name == _PASSWORDS else ""
            raise ValueError(f"profile {number} needs {name}{also}")
    for slot, name in given.items():
        if slot not in {*needed, *_POSSIBLE.get(number, ())}:
            also = " or OCPP_PASSWORD" if name == "--password" else ""
            raise ValueError(f"profile {number} does not use {name}{also}")


def _office_profile(number: int, options: OfficeOptions) -> server.Profile:
    if number == 0:
        return server.Profile0()
    if number == 1:
        return server.Profile1(verify=_verify(options))
    tls = _server_tls(options)
    if number == 2:
        return server.Profile2(verify=_verify(options), tls=tls)
    assert options.organization is not None  # it was checked
    return server.Profile3(
        tls=tls,
        organization=options.organization,
        serial_of=_serial_of(options.serials),
    )


def _verify(options: OfficeOptions) -> server.Verify:
    """Return the function that checks passwords.

    Raises:
        ValueError: The password is empty, or the file is no file of passwords.
        OSError: The file cannot be read.
    """
    if options.passwords is not None:
        return Passwords(FileStore(options.passwords))
    wanted = os.fsencode(options.password or "")
    if not wanted:
        raise ValueError("the password is empty")
    return lambda _, password: hmac.compare_digest(password, wanted)


def _serial_of(file: Path | None) -> server.SerialOf:
    """Return the function from identities to serial numbers, by default the same.

    Raises:
        ValueError: The file is no file of serial numbers.
        OSError: The file cannot be read.
    """
    if file is None:
        return lambda identity: identity
    try:
        serials = tomllib.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:  # no TOML, or no UTF-8
        raise ValueError(f"{file} is not TOML: {error}") from None
    for identity, serial in serials.items():
        if not isinstance(serial, str) or not serial:
            raise ValueError(f'{file}: {identity!r} needs a text, such as "SN001"')
    return serials.get


def _server_tls(options: OfficeOptions) -> server.ServerTls:
    """Return the TLS of a central system.

    Raises:
        ValueError: A file has a fault.
        OSError: A file cannot be read.
        MissingDependency: There are CRLs, and no `cryptography` to read them.
    """
    keys: Sequence[Path | None] = options.keys or [None] * len(options.certs)
    return of_server(
        [*zip(options.certs, keys, strict=True)],
        client_ca=options.client_ca,
        crls=options.crls,
    )
