"""The options about a fleet: its name, and how to reach NATS, its engine."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from ocpp_rpc import fleet
from ocpp_rpc.simulator import Failure

from .secret_input import asking_for

__all__ = [
    "Engine",
    "EngineOptions",
    "Membership",
    "checked_engine",
    "checked_urls",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineOptions:
    """The options about a fleet, without its URLs.

    Attributes:
        name: The name of the fleet.
        user: The user at NATS.
        password: The password of the user.
        token: A token, in place of a user.
        credentials: A file with a JWT and a key, in place of a user.
        nkey: A file with the seed of a key, in place of a user.
        ca: The file of the trusted roots.
        cert: The file of the certificate to show, if any.
        key: The file of the key, if not that of the certificate.
        inbox: The prefix of the subjects for answers.
    """

    name: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    credentials: Path | None = None
    nkey: Path | None = None
    ca: Path | None = None
    cert: Path | None = None
    key: Path | None = None
    inbox: str = "_INBOX"


@dataclass(frozen=True, slots=True)
class Engine:
    """The way to reach NATS.

    Attributes:
        urls: The URLs of NATS, separated by commas.
        options: The options of the command.
        tls: The TLS of the connection; None follows the URLs.
    """

    urls: str = field(repr=False)
    options: EngineOptions
    tls: ssl.SSLContext | None = field(repr=False)

    @property
    def name(self) -> str:
        """The name of the fleet."""
        return self.options.name

    async def open(self) -> fleet.Bus:
        """Connect.

        Raises:
            Failure: A file is of another kind.
            FleetUnavailable: No server can be reached, or none lets us in.
            MissingDependency: The extra `nats` is not installed.
        """
        options = self.options
        try:
            return await fleet.nats(
                self.urls,
                tls=self.tls,
                credentials=options.credentials,
                nkey=options.nkey,
                user=options.user,
                password=options.password,
                token=options.token,
                name="ocpp-rpc",
                inbox_prefix=options.inbox,
            )
        except ValueError as error:
            raise Failure(str(error)) from None


@dataclass(frozen=True, slots=True)
class Membership:
    """The membership of a central system in a fleet, as a node.

    Attributes:
        engine: The way to reach the fleet.
        node: The name of the node; None chooses one.
        per_second: The number of chargers to disconnect each second at the end.
    """

    engine: Engine
    node: str | None
    per_second: float


def checked_urls(text: str) -> str:
    """Return the URLs of NATS.

    Raises:
        ValueError: A URL is invalid. The text omits it, as it may have a password.
    """
    if not all(map(_is_url, text.split(","))):
        raise ValueError("write URLs of NATS, such as nats://host:4222 or tls://host")
    return text


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text.strip())
        return (
            parts.scheme in {"nats", "tls"}
            and bool(parts.hostname)
            and (parts.port != 0)
        )
    except ValueError:  # the port is no number
        return False


def checked_engine(urls: str, options: EngineOptions) -> Engine:
    """Return the way to reach NATS.

    Args:
        urls: The URLs of NATS, separated by commas.
        options: The options of the command.

    Raises:
        ValueError: The options cannot be combined, or a file has a fault.
        OSError: A file cannot be read.
    """
    ways = [name for name, of in _WAYS.items() if getattr(options, of) is not None]
    if len(ways) > 1:
        raise ValueError(f"{ways[0]} cannot be combined with {ways[1]}")
    if (options.user is None) is not (options.password is None):
        raise ValueError("--nats-user and --nats-password need each other")
    if options.key is not None and options.cert is None:
        raise ValueError("--nats-key needs --nats-cert")
    if not options.name:
        raise ValueError("--fleet-name is empty")
    return Engine(urls, options, _tls(options))


_WAYS: Final = {
    "--nats-user": "user",
    "--nats-token": "token",
    "--nats-credentials": "credentials",
    "--nats-nkey": "nkey",
}
"""The ways to say who one is, of which one is enough."""


def _tls(options: EngineOptions) -> ssl.SSLContext | None:
    if options.ca is None and options.cert is None:
        return None
    try:
        context = ssl.create_default_context(cafile=options.ca)
    except ssl.SSLError:
        problem = f"--nats-ca: there is no certificate in PEM in {options.ca}"
        raise ValueError(problem) from None
    if options.cert is not None:
        key = options.key or options.cert
        try:
            context.load_cert_chain(options.cert, key, asking_for(key))
        except ssl.SSLError:
            problem = f"--nats-cert: no certificate and its key, in PEM: {options.cert}"
            raise ValueError(problem) from None
    return context
