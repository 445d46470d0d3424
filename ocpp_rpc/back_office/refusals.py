"""Counts, logs and reports the clients that a server turns away."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, cast

from ocpp_rpc.lines import one_line
from ocpp_rpc.transports import Failure, HandshakeRequest, Peer

from .reverse_proxies import Address, Networks, forwarded_for

__all__ = ["OnRefused", "Refusal", "Refusals", "refusal_of"]

# The logger of the server, because users look for refusals there.
logger = logging.getLogger("ocpp_rpc.server")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A client that was turned away. Its `str` is one line.

    Attributes:
        address: The host of the client, and its port if it is known; behind a trusted
            proxy, those of the proxy's client. None if there is no address.
        path: The requested path, percent-encoded as sent, without the query. None if
            the client sent none that can be read.
        status: The HTTP status of the answer; 101 if the WebSocket was opened and
            closed at once, as OCPP-J requires without a common version. None if the
            client sent no HTTP request; then `failure` is set.
        failure: The failure that kept the client from sending a request; None if it
            sent one.
        reason: The reason, in one line.
    """

    address: Address | None
    path: str | None
    status: int | None
    failure: Failure | None
    reason: str

    def __str__(self) -> str:
        """Return address, path, status or failure, and reason."""
        path = "" if self.path is None else f" for {self.path!r}"
        kind = self.failure or f"HTTP {self.status}"
        return f"{_shown(self.address)}{path}: {kind}, {one_line(self.reason)}"


OnRefused: TypeAlias = Callable[[Refusal], object]
"""Called with each client that is turned away."""


class Refusals:
    """The clients that were turned away.

    Attributes:
        by_status: Their numbers, by HTTP status.
        by_failure: The numbers of those that sent no HTTP request, by failure.
    """

    def __init__(self) -> None:
        self.by_status: Counter[int] = Counter()
        self.by_failure: Counter[str] = Counter()
        self._observers: list[OnRefused] = []

    def observe(self, observer: OnRefused) -> None:
        """Report each refusal to an observer from now on."""
        self._observers.append(observer)

    def note(self, refusal: Refusal) -> None:
        """Count a refusal, log it, and report it to the observers."""
        if refusal.status is not None:
            self.by_status[refusal.status] += 1
        if refusal.failure is not None:
            self.by_failure[refusal.failure] += 1
        logger.info("refused %s", refusal)
        for observer in self._observers:
            try:
                observer(refusal)
            except Exception:
                logger.exception("an observer of refusals failed")


def refusal_of(
    client: HandshakeRequest | Peer,
    cause: int | Failure,
    reason: str,
    proxies: Networks,
) -> Refusal:
    """Return the refusal of a client; see `ocpp_rpc.transports.Acceptor`."""
    asked = client if isinstance(client, HandshakeRequest) else None
    request = asked or HandshakeRequest("", {}, cast(Peer, client))
    return Refusal(
        address=forwarded_for(request, proxies),
        path=None if asked is None else asked.path,
        status=None if isinstance(cause, Failure) else cause,
        failure=cause if isinstance(cause, Failure) else None,
        reason=reason.strip(),
    )


def _shown(address: Address | None) -> str:
    if address is None:
        return "an unknown address"
    host, port = address
    host = f"[{host}]" if ":" in host else host
    return host if port is None else f"{host}:{port}"
