"""The address of a back office, and the credentials and options to connect with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from ocpp_rpc.back_office.handshake import Handshake
from ocpp_rpc.errors import HandshakeFailed, HandshakeRefused
from ocpp_rpc.protocol.identities import is_identity
from ocpp_rpc.protocol.versions import number_of
from ocpp_rpc.station.profiles import NetworkProfile
from ocpp_rpc.station.proofs import Proof, explain, proof_of
from ocpp_rpc.transports import (
    Library,
    Transport,
    WebSocketSettings,
    without_credentials,
    without_secrets,
)

from .settings import RelaySettings

__all__ = ["Upstream", "Way", "check_upstream", "profile_of", "refusal", "way_to"]

Upstream: TypeAlias = (
    str
    | NetworkProfile
    | Callable[[Handshake], str | NetworkProfile | Awaitable[str | NetworkProfile]]
)
"""The address of a back office: an endpoint, a profile, or a function of the handshake.

A function may return an awaitable. It may raise `HandshakeRefused` to refuse a charger.
"""

_AUTHORIZATION: Final = "authorization"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The address, credentials and options to connect one charger to a back office.

    Attributes:
        url: The URL with the identity.
        subprotocols: The subprotocols to offer, in the order of the charger.
        proof: The credentials of the charger, or of the relay in its place.
        library: The WebSocket library.
        websocket: The settings of the WebSocket.
    """

    url: str = field(repr=False)
    subprotocols: Sequence[str]
    proof: Proof
    library: Library
    websocket: WebSocketSettings

    @property
    def place(self) -> str:
        """The URL without credentials and query, for logs."""
        return without_secrets(self.url)

    async def dial(self) -> tuple[Transport, str | None]:
        """Open a WebSocket.

        Returns:
            The transport, and the subprotocol that the back office selected.

        Raises:
            HandshakeFailed: It could not be opened.
        """
        try:
            return await self.library.dial(
                self.url,
                subprotocols=self.subprotocols,
                headers=self.proof.headers,
                ssl=self.proof.context,
                settings=self.websocket,
            )
        except HandshakeFailed as failure:
            explain(failure, self.proof.profile)
            raise


def profile_of(upstream: str | NetworkProfile) -> NetworkProfile:
    """Return the address of a back office as a network profile.

    Raises:
        ValueError: The URL is not one of a WebSocket.
    """
    profile = NetworkProfile(url=upstream) if isinstance(upstream, str) else upstream
    parts = urlsplit(profile.url)
    if parts.scheme not in {"ws", "wss"} or not parts.hostname:
        raise ValueError("the URL of a back office needs ws:// or wss://, and a host")
    return profile


def check_upstream(upstream: Upstream) -> None:
    """Check the address of a back office before the relay listens.

    Raises:
        ValueError: The URL is not one of a WebSocket, or does not fit the credentials.
    """
    if not callable(upstream):
        proof_of(profile_of(upstream), "CP")


def way_to(  # noqa: PLR0913, PLR0917
    profile: NetworkProfile,
    handshake: Handshake,
    offers: Sequence[str],
    rules: RelaySettings,
    library: Library,
    websocket: WebSocketSettings,
    subprotocols: Mapping[str, str],
) -> Way:
    """Return the address and credentials to connect a charger to a back office.

    Args:
        profile: The address of the back office.
        handshake: The request of the charger, with its credentials.
        offers: The subprotocols that the charger offers.
        rules: The settings of the relay.
        library: The WebSocket library.
        websocket: The settings of the WebSocket if the profile has none.
        subprotocols: The subprotocol of each version, by number.

    Raises:
        HandshakeRefused: The path of the charger contains `.` or `..`.
        ValueError: The URL does not fit the credentials.
    """
    if profile.versions is not None:
        spoken = {subprotocols.get(number_of(each)) for each in profile.versions}
        offers = [each for each in offers if each in spoken]
    if rules.pass_credentials:
        profile = _with_credentials(profile, handshake)
    segment = handshake.path.rpartition("/")[2]
    named = unquote(segment)
    if not is_identity(named):
        named = handshake.identity
        segment = quote(named, safe="")
    path = handshake.path if rules.whole_path else segment
    return Way(
        url=_url_of(profile, path, handshake.query),
        subprotocols=offers,
        proof=proof_of(profile, named),
        library=library,
        websocket=profile.websocket or websocket,
    )


def _with_credentials(profile: NetworkProfile, handshake: Handshake) -> NetworkProfile:
    """Return a profile with the credentials of the charger, if it has none itself."""
    headers = profile.headers or {}
    passed = handshake.headers.get(_AUTHORIZATION)
    if (
        passed is None
        or profile.security is not None
        or profile.password is not None
        or urlsplit(profile.url).username is not None
        or any(name.lower() == _AUTHORIZATION for name in headers)
    ):
        return profile
    return replace(profile, headers={**headers, "Authorization": passed})


def _url_of(profile: NetworkProfile, path: str, query: str) -> str:
    """Return the URL of the back office, with the unchanged path and query appended.

    Raises:
        HandshakeRefused: The path of the charger contains `.` or `..`.
    """
    parts = urlsplit(without_credentials(profile.url))
    if not _FOLDERS.isdisjoint(map(unquote, path.split("/"))):
        raise HandshakeRefused(404, "the path must not contain . or ..")
    query = "&".join(filter(None, (parts.query, query)))
    whole = f"{parts.path.rstrip('/')}/{path.removeprefix('/')}"
    return urlunsplit(parts._replace(path=whole, query=query, fragment=""))


_FOLDERS: Final = frozenset({".", ".."})
"""What no segment of a path may be (RFC 3986 §5.2.4)."""

_PASSED: Final = frozenset({400, 401, 403, 404, 409, 410, 421, 423, 429, 503})
"""The statuses of a back office that are meant for the charger."""


def refusal(failure: HandshakeFailed, retry_after: int) -> HandshakeRefused:
    """Return the refusal of a charger whose back office refused or was not reached.

    Args:
        failure: The failed attempt to connect.
        retry_after: The seconds after which the charger should retry, if the back
            office has named no time.
    """
    status = failure.status
    if status in _PASSED:
        challenge = failure.headers.get("www-authenticate")
        return HandshakeRefused(
            status,
            "the back office refuses the charger",
            headers={} if challenge is None else {"WWW-Authenticate": challenge},
            retry_after=failure.retry_after,
        )
    if status is None and isinstance(failure.__cause__, TimeoutError):
        return HandshakeRefused(
            504, "the back office does not answer", retry_after=retry_after
        )
    text = "the back office cannot be reached"
    return HandshakeRefused(502, text, retry_after=failure.retry_after or retry_after)
