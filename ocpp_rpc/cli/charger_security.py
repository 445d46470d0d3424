"""The options about security of a charger, and the check of their combination."""

from __future__ import annotations

import os
import re
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from ssl import SSLContext
from typing import Final
from urllib.parse import urlsplit

from ocpp_rpc.errors import HandshakeFailed
from ocpp_rpc.security import client

from .secret_input import from_hex, secret_in
from .tls import of_client

__all__ = ["ChargerOptions", "ChargerSecurity", "charger_security", "hinting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargerOptions:
    """The options about security of a charger.

    Attributes:
        profile: The number of the security profile; None follows the other options.
        password: The password of the charger.
        password_file: The file with the password.
        hex: Whether the password is written in hex digits.
        ca: The file of the trusted roots.
        client_cert: The file of the certificate.
        client_key: The file of the key, if not that of the certificate.
    """

    profile: int | None = None
    password: str | None = field(default=None, repr=False)
    password_file: Path | None = None
    hex: bool = False
    ca: Path | None = None
    client_cert: Path | None = None
    client_key: Path | None = None

    @property
    def has_password(self) -> bool:
        """Whether there is one, wherever it is."""
        return self.password is not None or self.password_file is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargerSecurity:
    """The arguments of `connect` about security.

    Attributes:
        security: The security profile; None follows the others and the URL.
        password: The password for HTTP Basic authentication.
        ssl: The TLS for `wss://`.
    """

    security: client.Profile | None = None
    password: bytes | None = field(default=None, repr=False)
    ssl: SSLContext | None = field(default=None, repr=False)


def charger_security(
    url: str, options: ChargerOptions, *, has_authorization: bool
) -> ChargerSecurity:
    """Return the arguments of `connect` for the options of a charger.

    Args:
        url: The URL of the back office.
        options: The options.
        has_authorization: Whether a header line has its credentials.

    Raises:
        ValueError: The options cannot be combined, one is missing, or a file has a
            fault.
        OSError: A file cannot be read.
    """
    number = options.profile
    if number is None and options.client_cert is not None:
        number = 3
    _check_charger(url, options, number)
    if number is not None:
        _check_other_credentials(url, has_authorization=has_authorization)
        return ChargerSecurity(security=_charger_profile(number, options))
    return ChargerSecurity(
        password=_password(options) if options.has_password else None,
        ssl=None if options.ca is None else of_client(options.ca).context,
    )


_HEX: Final = re.compile(b"(?:[0-9A-Fa-f]{2}){16,20}")
"""An AuthorizationKey of 1.6, in hex digits."""


@contextmanager
def hinting(chosen: ChargerSecurity) -> Generator[None]:
    """Add to a refusal that `--hex` may be missing.

    Raises:
        HandshakeFailed: It was raised within the block.
    """
    try:
        yield
    except HandshakeFailed as failure:
        if failure.status == 401 and _HEX.fullmatch(_sent(chosen)):
            failure.detail += "; if it is written in hex digits, add --hex"
        raise


def _sent(chosen: ChargerSecurity) -> bytes:
    """Return the password that is sent; empty: none."""
    password = getattr(chosen.security, "password", chosen.password)
    return password if isinstance(password, bytes) else b""


_SCHEMES: Final = ("ws", "ws", "wss", "wss")
"""The scheme of a URL, by the number of the profile."""


def _check_charger(url: str, options: ChargerOptions, number: int | None) -> None:
    """Check that the options can be combined.

    Raises:
        ValueError: They cannot be combined, or one is missing.
    """
    is_secure = urlsplit(url).scheme == "wss"
    both = options.password is not None and options.password_file is not None
    for is_wrong, problem in (
        (options.ca is not None and not is_secure, "--ca needs a URL with wss://"),
        (
            options.client_cert is not None and not is_secure,
            "--client-cert needs a URL with wss://",
        ),
        (
            options.client_key is not None and options.client_cert is None,
            "--client-key needs --client-cert",
        ),
        (
            options.hex and not options.has_password,
            "--hex needs --password-file or --password",
        ),
        (both, "--password-file cannot be combined with --password or OCPP_PASSWORD"),
    ):
        if is_wrong:
            raise ValueError(problem)
    if number is not None:
        _check_profile(number, options, is_secure=is_secure)


def _check_profile(number: int, options: ChargerOptions, *, is_secure: bool) -> None:
    """Check that a profile has the options that it needs, and no other.

    Raises:
        ValueError: An option is missing or does not fit.
    """
    if is_secure is not (_SCHEMES[number] == "wss"):
        raise ValueError(f"--profile {number} needs a URL with {_SCHEMES[number]}://")
    if number in {1, 2} and not options.has_password:
        raise ValueError(f"profile {number} needs --password-file or --password")
    if number in {0, 3} and options.has_password:
        raise ValueError(
            f"profile {number} has no password: leave out --password, "
            "--password-file and OCPP_PASSWORD"
        )
    if number == 3 and options.client_cert is None:
        raise ValueError("profile 3 needs --client-cert")
    if number == 2 and options.client_cert is not None:
        raise ValueError("--client-cert needs profile 3")


def _check_other_credentials(url: str, *, has_authorization: bool) -> None:
    """Refuse credentials that are not those of a profile.

    Raises:
        ValueError: The URL or a header line has credentials.
    """
    if urlsplit(url).username is not None:
        raise ValueError("--profile cannot be combined with a user name in the URL")
    if has_authorization:
        raise ValueError("--profile cannot be combined with a header Authorization")


def _charger_profile(number: int, options: ChargerOptions) -> client.Profile:
    if number == 0:
        return client.Profile0()
    if number == 1:
        return client.Profile1(password=_password(options))
    tls = of_client(options.ca, options.client_cert, options.client_key)
    if number == 2:
        return client.Profile2(password=_password(options), tls=tls)
    return client.Profile3(tls=tls)


def _password(options: ChargerOptions) -> bytes:
    """Return the password of the option or of the file.

    Raises:
        ValueError: The password is empty, or not in hex digits as `--hex` demands.
        OSError: The file cannot be read.
    """
    if options.password_file is not None:
        password = secret_in(options.password_file)
    else:
        password = os.fsencode(options.password or "")
    if options.hex:
        password = from_hex(password)
    if not password:
        raise ValueError("the password is empty")
    return password
