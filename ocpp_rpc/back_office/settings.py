"""The settings of a server: duplicates, limits, closing, and trusted proxies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from ocpp_rpc.lines import check_choice
from ocpp_rpc.security.profiles.floors import Floors

from .handshake import Prefer
from .reverse_proxies import ProxyProtocol, networks
from .subprotocols import check_spellings

__all__ = ["Duplicates", "ServerSettings"]

Identities: TypeAlias = Literal["identifierString", "any", False]
"""The identities that 2.x allows; False: the path need not have one."""

Duplicates: TypeAlias = Literal["replace", "refuse", "allow"]
"""The treatment of a station that connects although it is connected already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSettings:
    """The settings of a server.

    Attributes:
        prefer: The side whose order of preference determines the version; default:
            "station".
        duplicates: The treatment of a station that connects although it is connected
            already. "replace" (default): the new connection replaces the old one, which
            is closed with 1008. "refuse": the new one is refused with 409. "allow":
            both stay.
        max_connections: The number of open connections, including those being decided
            about. Further stations are answered with 503, except for one that replaces
            its own connection. None (default): no limit.
        max_deciding: The number of stations that the `on_connect` hook may be deciding
            about at once; further ones are answered with 503; default: 256.
        max_per_address: The number of open connections from one address, including
            those being decided about; further stations are answered with 503. The
            address is `Handshake.address`, which is the station's own behind a trusted
            proxy. None (default): no limit.
        max_identity: The longest identity, in characters; a station with a longer one
            is answered with 404; default: 255. In 2.x, 48 is the limit, see
            `require_identity`.
        require_identity: The identities that 2.x allows. "identifierString" (default):
            up to 48 letters, digits, blanks and ``*-_=+|@.`` (2.0.1 part 4 §3.1.1, part
            2 §2.1.4). "any": any identity that 1.6 allows, for stations that need it. A
            station with another identity does not get 2.x, but may get 1.6 if it offers
            that. False: like "any", and the path may have no identity, as in
            ``/ocpp/CP001/``. Then the user name of the credentials is the identity, or
            the `on_connect` hook sets one (`Accept.identity`); a station without either
            is answered with 404.
        subprotocol_spellings: Further subprotocol names that are accepted, with the
            number of the version: ``{"ocpp1.6j": "1.6"}``; default: none. The answer
            repeats the offered name; if the correct name is offered too, it is used.
        ignore_subprotocol_case: Whether subprotocol names may differ in case, as in
            ``OCPP1.6``; default: False. The specification writes them in lower case.
        on_connect_timeout: The time limit of the `on_connect` hook, in seconds, after
            which the station is answered with 503; default: 5.
        retry_after: The time after which stations that are answered with 503 are told
            to try again, in seconds; default: 30.
        drain_timeout: The time that closing the server may take before the remaining
            connections are cut, in seconds; default: 30.
        health_path: The path that answers GET, HEAD and OPTIONS requests with 200, or
            with 503 while the server closes; None (default): no such path.
        trusted_proxies: The networks, such as "10.0.0.0/8", of trusted reverse proxies
            and balancers, whose `Forwarded`, X-Forwarded-For, X-Forwarded-Proto and
            PROXY protocol are used; default: none.
        proxy_protocol: Whether trusted proxies use the PROXY protocol, version 1 or 2,
            at the listeners. "off" (default): nobody may use it. "optional": they may,
            and clients may connect without it. "required": every connection has to
            begin with it, so clients can connect through a trusted proxy only. A peer
            that uses it and is not trusted is always turned away.
        floors: The store of the highest security profile of each station, below which
            it is refused; None (default): in memory, for this server alone.

    Raises:
        ValueError: A value is not one of its choices or is negative, a network or a
            spelling is not valid, `health_path` does not begin with a slash, or
            `proxy_protocol` is used without `trusted_proxies`.
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
        check_choice("prefer", self.prefer, Prefer)
        check_choice("duplicates", self.duplicates, Duplicates)
        check_choice("require_identity", self.require_identity, Identities)
        check_choice("proxy_protocol", self.proxy_protocol, ProxyProtocol)
        trusted = networks(self.trusted_proxies)
        if self.proxy_protocol != "off" and not trusted:
            raise ValueError("proxy_protocol needs trusted_proxies: add their networks")
        check_spellings(self.subprotocol_spellings)
        for name in _COUNTS:
            if (getattr(self, name) or 0) < 0:
                raise ValueError(f"{name} must not be negative")
        if self.health_path is not None and not self.health_path.startswith("/"):
            raise ValueError(f"health_path {self.health_path!r} has to begin with /")


_COUNTS = (
    "max_connections",
    "max_deciding",
    "max_per_address",
    "max_identity",
    "on_connect_timeout",
    "retry_after",
    "drain_timeout",
)
