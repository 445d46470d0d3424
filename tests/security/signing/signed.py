"""Sides that sign and check, for tests, and what happens on them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

import ocpp_messages
from ocpp_messages import Model
from ocpp_rpc import (
    Connection,
    Settings,
)
from ocpp_rpc.protocol import Event, FrameSent
from ocpp_rpc.security.signing import (
    Signature,
    Signer,
    Signing,
    Verifier,
    current_signature,
)
from ocpp_rpc.testing import raw_peer
from tests.security.authority import Authority, Pair
from tests.security.signing.forging import (
    forged,
    header_of,
)

__all__ = [
    "AUTHORITY",
    "NOON",
    "OFFICE",
    "RSA_STATION",
    "STATION",
    "STRANGER",
    "Seen",
    "answering",
    "call",
    "heartbeat",
    "replies",
    "signing",
]

NOON: Final = datetime(2026, 1, 31, 12, tzinfo=UTC)
AUTHORITY: Final = Authority()
STATION: Final = AUTHORITY.station("SN001")
RSA_STATION: Final = AUTHORITY.station("SN002", "rsa")
OFFICE: Final = AUTHORITY.server()
STRANGER: Final = AUTHORITY.station("SN666")


def signing(pair: Pair = STATION, *trusted: Pair, **options: Any) -> Signing:
    """Sign with a key, and trust it and others."""
    certificates = [each.certificate for each in (pair, *trusted)]
    terms: dict[str, Any] = {
        "signer": Signer(pair.key, pair.certificate),
        "verifier": Verifier(*certificates),
        "policy": "require",
    }
    return Signing(**terms | options)


@dataclass
class Seen:
    """What happens, and what handlers are told."""

    events: list[tuple[str, Event]] = field(default_factory=list[tuple[str, Event]])
    signatures: list[Signature | None] = field(default_factory=list[Signature | None])

    def __call__(self, event: Event, connection: Connection) -> None:
        self.events.append((connection.role, event))

    def of(self, *kinds: type[Event]) -> list[Event]:
        return [event for _, event in self.events if isinstance(event, kinds)]

    @property
    def frames(self) -> list[Any]:
        return [
            json.loads(e.text) for e in self.of(FrameSent) if isinstance(e, FrameSent)
        ]

    def settings(self, signing: Signing) -> Settings:
        return Settings(signing=signing, observer=self)


def answering(seen: Seen, version: str) -> Callable[[Model, Connection], Model]:
    """A handler that answers heartbeats, and notes who has signed them."""
    package = vars(ocpp_messages.load(version))

    def handle(request: Model, connection: Connection) -> Model:
        assert type(request) is package["HeartbeatRequest"]
        seen.signatures.append(current_signature())
        response: Model = package["HeartbeatResponse"](current_time=NOON)
        return response

    return handle


def heartbeat(version: str) -> Any:
    return vars(ocpp_messages.load(version))["HeartbeatRequest"]()


def call(
    action: str, payload: str = "{}", message_id: str = "1", by: Pair = STATION
) -> str:
    """A signed call, of a second implementation."""
    jws = forged(payload, header_of(action, 2, by.certificate), by.key)
    return json.dumps([2, message_id, f"{action}-Signed", jws])


async def replies(
    frames: Sequence[str], terms: Signing, version: str = "2.0.1"
) -> tuple[list[int], Seen]:
    """Send frames; return the types of the replies, and what was seen."""
    seen, kinds = Seen(), list[int]()
    async with raw_peer(
        answering(seen, version), version=version, settings=seen.settings(terms)
    ) as peer:
        for frame in frames:
            await peer.send(frame)
            kinds.append(json.loads(await peer.recv())[0])
    return kinds, seen
