"""What the tests need of another implementation of OCPP-J, in either role."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeAlias

__all__ = [
    "Answers",
    "Call",
    "Implementation",
    "Json",
    "Listener",
    "Peer",
    "PeerFailed",
    "Refusal",
    "Script",
    "Secrets",
    "Stations",
]

Json: TypeAlias = Mapping[str, Any]
"""A payload as it is on the wire."""

Call: TypeAlias = tuple[str, Json]
"""The action and the payload of a call."""


class PeerFailed(Exception):
    """A peer could not connect, or ended too early."""


class Refusal(Exception):
    """A CALLERROR, as a peer sends or receives it.

    Attributes:
        code: In the spelling of the peer.
        description: Text for a person.
        details: A JSON object.
    """

    def __init__(
        self, code: str, description: str = "", details: Json | None = None
    ) -> None:
        super().__init__(code, description)
        self.code = code
        self.description = description
        self.details: Json = details or {}


Answers: TypeAlias = Mapping[str, Sequence[Json | Refusal]]
"""What a peer answers the calls of each action with, one after the other."""


@dataclass(frozen=True, kw_only=True)
class Secrets:
    """What a peer proves itself by, and wants to be proved.

    Attributes:
        password: That of the station; None: it has none.
        roots: Whom it trusts, in PEM; None: there is no TLS.
        pair: Its certificate and its key, in PEM; None: it has none.
    """

    password: bytes | None = None
    roots: Path | None = None
    pair: tuple[Path, Path] | None = None


@dataclass(frozen=True, kw_only=True)
class Script:
    """What a peer is to do.

    Attributes:
        subprotocols: What it speaks, in its order of preference.
        answers: Its handlers; other actions have none.
        strict: Whether it validates what it sends and receives.
        secrets: What it proves itself by.
    """

    subprotocols: Sequence[str]
    answers: Answers = field(default_factory=dict[str, Sequence[Json | Refusal]])
    strict: bool = True
    secrets: Secrets = field(default_factory=Secrets, repr=False)


class Peer(Protocol):
    """A peer with an open connection."""

    @property
    def identity(self) -> str:
        """The station's identity; on the back office's side, as read from the URL."""
        ...

    @property
    def subprotocol(self) -> str | None:
        """The subprotocol that was negotiated."""
        ...

    @property
    def received(self) -> asyncio.Queue[Call]:
        """The calls that its handlers got."""
        ...

    async def call(self, action: str, payload: Json) -> Json:
        """Call the other side; return the payload of the response.

        Raises:
            Refusal: The other side answered with a CALLERROR.
        """
        ...

    async def close(self) -> None:
        """Close the connection."""
        ...

    async def closed(self) -> int:
        """Wait until the connection is closed; return the code, as it knows it."""
        ...


class Listener(Protocol):
    """A peer that waits for one station."""

    @property
    def url(self) -> str:
        """The endpoint, without the identity."""
        ...

    async def accepted(self) -> Peer:
        """Return the back office's side of the connection with the station."""
        ...


class Stations(Protocol):
    """Another implementation of a station."""

    @property
    def name(self) -> str:
        """The name of its package."""
        ...

    def connect(
        self, url: str, identity: str, script: Script
    ) -> AbstractAsyncContextManager[Peer]:
        """Be a station.

        Raises:
            PeerFailed: It could not connect.
        """
        ...


class Implementation(Stations, Protocol):
    """Another implementation of both sides."""

    def listen(self, script: Script) -> AbstractAsyncContextManager[Listener]:
        """Be a back office."""
        ...
