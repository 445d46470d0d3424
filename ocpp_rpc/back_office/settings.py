"""How a server behaves: duplicates, limits, closing, and whom it believes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, get_args

from ocpp_rpc.security.profiles.floors import Floors

from .handshake import Prefer
from .reverse_proxies import ProxyProtocol, networks
from .subprotocols import check_spellings

__all__ = ["Duplicates", "ServerSettings"]

Identities: TypeAlias = Literal["identifierString", "any", False]
"""What the identity of a station of 2.x may consist of; False: it may have none."""

Duplicates: TypeAlias = Literal["replace", "refuse", "allow"]
"""What happens when a station connects that is connected already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSettings:
    """How a server behaves. Times are in seconds.

    Attributes:
        prefer: Whose order of preference decides about the version.
        duplicates: What happens when a station connects that is connected already:
            the new connection replaces the old one, which is closed with 1008; or it is
            refused with 409; or both stay.
        max_connections: How many connections may be open, those included that are
            being decided about; further stations are answered with 503, but for one
            that replaces its own connection. None: any number.
        max_deciding: How many stations the `on_connect` hook may be deciding about at
            once; further ones are answered with 503.
        max_per_address: How many connections may be open from one address, those
            included that are being decided about; further stations are answered with
            503. The address is what `Handshake.address` says, so it is that of the
            station behind a trusted proxy. None: any number.
        max_identity: How many characters an identity may have; a station with a longer
            one is answered with 404. In 2.x it may have 48 at most, see
            `require_identity`.
        require_identity: What identities of 2.x consist of. "identifierString": up to
            48 letters, digits, blanks and ``*-_=+|@.`` (2.0.1 part 4 §3.1.1, part 2
            §2.1.4). "any": whatever 1.6 allows as well, for stations that need it. A
            station with another one does not get 2.x, but may get 1.6 if it offers it.
            False: the same as "any", and the path may name none at all, such as
            ``/ocpp/CP001/``. Then the user name of the credentials is the identity, or
            the `on_connect` hook gives one (`Accept.identity`); a station without
            either is answered with 404.
        subprotocol_spellings: Further names by which stations may ask for a version,
            with its number: ``{"ocpp1.6j": "1.6"}``. The answer has the name that the
            station has offered; a right one is preferred.
        ignore_subprotocol_case: Whether the names of versions may differ in case, such
            as ``OCPP1.6``. The specification has them in lower case.
        on_connect_timeout: How long the `on_connect` hook may take; beyond, the station
            is answered with 503.
        retry_after: When stations are told to try again that are answered with 503.
        drain_timeout: How long closing the server may take; beyond, what is left is
            cut.
        health_path: The path that answers a GET, HEAD or OPTIONS request with 200, or
            with 503 while the server closes; None: there is none.
        trusted_proxies: The networks, such as "10.0.0.0/8", of reverse proxies and
            balancers that are believed: in `Forwarded`, X-Forwarded-For and
            X-Forwarded-Proto, and in the PROXY protocol.
        proxy_protocol: Whether trusted proxies speak the PROXY protocol, version 1 or
            2, to the listeners. "off": nobody may. "optional": they may, and clients
            may come without. "required": every connection has to begin with it, so
            clients come through a trusted proxy only. Who speaks it and is not trusted
            is turned away in each case.
        floors: Where the highest security profile of each station is kept, below which
            it is refused; None: in memory, for this server alone.
    """

    prefer: Prefer = "station"
    duplicates: Duplicates = "replace"
    max_connections: int | None = None
    max_deciding: int = 256
    max_per_address: int | None = None
    max_identity: int = 255
    require_identity: Identities = "identifierString"
    subprotocol_spellings: Mapping[str, str] = field(default_factory=dict[str, str])
    ignore_subprotocol_case: bool = False
    on_connect_timeout: float = 5.0
    retry_after: int = 30
    drain_timeout: float = 30.0
    health_path: str | None = None
    trusted_proxies: Sequence[str] = ()
    proxy_protocol: ProxyProtocol = "off"
    floors: Floors | None = None

    def __post_init__(self) -> None:
        _check_choice("prefer", self.prefer, Prefer)
        _check_choice("duplicates", self.duplicates, Duplicates)
        _check_choice("require_identity", self.require_identity, Identities)
        _check_choice("proxy_protocol", self.proxy_protocol, ProxyProtocol)
        trusted = networks(self.trusted_proxies)
        if self.proxy_protocol != "off" and not trusted:
            raise ValueError("proxy_protocol believes trusted_proxies: name some")
        check_spellings(self.subprotocol_spellings)
        for name in _COUNTS:
            if (getattr(self, name) or 0) < 0:
                raise ValueError(f"{name} is not negative")
        if self.health_path is not None and not self.health_path.startswith("/"):
            raise ValueError(f"health_path begins with a slash: {self.health_path!r}")


_COUNTS = (
    "max_connections",
    "max_deciding",
    "max_per_address",
    "max_identity",
    "on_connect_timeout",
    "retry_after",
    "drain_timeout",
)


def _check_choice(name: str, value: object, choices: Any) -> None:
    if value not in get_args(choices):
        raise ValueError(f"{name} is one of {get_args(choices)}, not {value!r}")
