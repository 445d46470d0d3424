"""Watching a server: what its chargers do, in a bounded amount of memory."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from ocpp_rpc.back_office import Refusal
from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallAnswered,
    CallFailed,
    CallReceived,
    CallRefused,
    Closed,
    Deviated,
    Event,
    FrameMended,
    FrameReceived,
    FrameSent,
    Opened,
    ResultRefused,
    SendReceived,
    SignatureRefused,
    StrayReply,
)

from .charger import Charger
from .feeds import Feeds
from .messages import note_answer, note_request
from .settings import ConsoleSettings
from .texts import text_of

__all__ = ["Watch"]

_TROUBLES: Final = (
    BadMessage,
    CallFailed,
    CallRefused,
    Deviated,
    FrameMended,
    ResultRefused,
    SignatureRefused,
    StrayReply,
)
"""The events that are listed as they are, as something is not as it should be."""

_Note: TypeAlias = Callable[[Charger, Any, float], None]


class Watch:
    """What is known of the chargers of a server.

    `observe` and `refused` are observers of a server. Neither waits for anything: a
    browser that is slow is told less (`feeds`), and a charger waits for none.

    Args:
        settings: How much is kept.
        now: Returns the time, in seconds since 1970.

    Attributes:
        chargers: The chargers, by identity.
        refusals: The clients that were turned away, the latest last.
        feeds: The browsers.
    """

    def __init__(
        self, settings: ConsoleSettings, now: Callable[[], float] = time.time
    ) -> None:
        self.chargers: Final[dict[str, Charger]] = {}
        self.refusals: Final[deque[dict[str, Any]]] = deque(maxlen=settings.refusals)
        self.feeds: Final = Feeds(settings)
        self._settings = settings
        self._now = now
        self._connections: dict[str, Connection] = {}
        self._gone: dict[str, None] = {}  # an ordered set: who left first is first

    def add(self, connection: Connection) -> Charger:
        """Note a charger that is connected, from now on by this connection."""
        self._connections[connection.identity] = connection
        address = _address(connection)
        return self.join(connection.identity, connection.version, address)

    def join(self, identity: str, version: str, address: str | None) -> Charger:
        """Note that a charger is connected.

        Args:
            identity: Its identity.
            version: The version of OCPP that it speaks.
            address: Where it comes from; None: not known.
        """
        charger, now = self.chargers.get(identity), self._now()
        if charger is None:
            charger = Charger(identity, version, now, self._settings)
            self.chargers[identity] = charger
        charger.version, charger.address = version, address
        charger.connected, charger.since = True, now
        self._gone.pop(identity, None)
        self.feeds.touch(identity)
        return charger

    def leave(self, identity: str, trouble: str | None = None) -> None:
        """Note that a charger is no longer connected.

        Args:
            identity: Its identity.
            trouble: What was not as it should be about that; None: nothing.
        """
        charger = self.chargers.get(identity)
        if charger is None or not charger.connected:
            return
        charger.connected, charger.since = False, self._now()
        charger.starting.clear()
        if trouble is not None:
            charger.note_trouble(charger.since, trouble)
        self.feeds.touch(identity)
        self._gone[identity] = None
        while len(self._gone) > self._settings.gone:
            forgotten = next(iter(self._gone))
            del self._gone[forgotten], self.chargers[forgotten]
            self.feeds.touch(forgotten)

    def hear(
        self, identity: str, version: str, action: str, request: Any, text: str
    ) -> None:
        """Note a message of a charger that comes from elsewhere than a connection.

        Args:
            identity: Its identity.
            version: The version of OCPP that it speaks.
            action: The action.
            request: The message.
            text: Its frame.
        """
        charger = self.chargers.get(identity) or self.join(identity, version, None)
        charger.last = now = self._now()
        frame = charger.frames.add(now, text, sent=False, version=version)
        note_request(charger, action, request, now)
        self.feeds.put(identity, frame)
        self.feeds.touch(identity)

    def observe(self, event: Event, connection: Connection) -> None:
        """Note an event of a connection."""
        identity, now = connection.identity, self._now()
        charger = self.chargers.get(identity)
        if charger is None or isinstance(event, Opened):
            charger = self.add(connection)
        if isinstance(event, Closed):
            self._close(identity, event, connection)
        elif isinstance(event, FrameReceived | FrameSent):
            self._frame(charger, event, now)
        elif isinstance(event, _TROUBLES):
            charger.note_trouble(now, str(event))
        else:
            note = _NOTES.get(type(event))
            if note is not None:
                note(charger, event, now)
        self.feeds.touch(identity)

    def refused(self, refusal: Refusal) -> None:
        """Note a client that was turned away."""
        self.refusals.append({"time": self._now(), "text": text_of(refusal)})
        self.feeds.touch_refusals()

    def _frame(
        self, charger: Charger, event: FrameReceived | FrameSent, now: float
    ) -> None:
        sent = isinstance(event, FrameSent)
        if not sent:
            charger.last = now
        frame = charger.frames.add(now, event.text, sent=sent, version=charger.version)
        self.feeds.put(charger.identity, frame)

    def _close(self, identity: str, event: Closed, connection: Connection) -> None:
        # A connection that was replaced ends after the new one has come.
        if self._connections.get(identity) is connection:
            del self._connections[identity]
            self.leave(identity, None if event.code == _NORMAL else str(event))


_NORMAL: Final = 1000


def _opened(charger: Charger, event: Opened, now: float) -> None:
    for deviation in event.deviations:
        charger.note_trouble(now, deviation)


def _received(charger: Charger, event: CallReceived, now: float) -> None:
    if event.procedure.action == "StartTransaction":
        charger.starting[event.id] = event.request
    note_request(charger, event.procedure.action, event.request, now)


def _sent_to_us(charger: Charger, event: SendReceived, now: float) -> None:
    note_request(charger, event.procedure.action, event.message, now)


def _answered(charger: Charger, event: CallAnswered, now: float) -> None:
    note_answer(charger, event.id, event.procedure.action, event.outcome, now)


_NOTES: Final[Mapping[type[Any], _Note]] = {
    CallAnswered: _answered,
    CallReceived: _received,
    Opened: _opened,
    SendReceived: _sent_to_us,
}


def _address(connection: Connection) -> str | None:
    handshake = connection.handshake
    if handshake is None or handshake.address is None:
        return None
    host, port = handshake.address
    return text_of(host if port is None else f"{host}:{port}")
