"""Watches a server: keeps the state of its chargers, in bounded memory."""

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
    SendDropped,
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
    SendDropped,
    SignatureRefused,
    StrayReply,
)
"""The events that are listed as problems."""

_Note: TypeAlias = Callable[[Charger, Any, Connection, float], None]


class Watch:
    """The state of the chargers of a server.

    `observe` and `refused` are observers of a server. Neither of them waits: a slow
    browser gets fewer updates (`feeds`), and no charger waits for a browser.

    Args:
        settings: How much to keep.
        now: A function that returns the time, in seconds since 1970.

    Attributes:
        chargers: The chargers, by identity.
        refusals: The refused clients, the latest last.
        feeds: The feeds of the browsers.
    """

    def __init__(
        self, settings: ConsoleSettings, now: Callable[[], float] = time.time
    ) -> None:
        self.chargers: Final[dict[str, Charger]] = {}
        self.refusals: Final[deque[dict[str, Any]]] = deque(maxlen=settings.refusals)
        self.feeds: Final = Feeds(settings)
        self._settings = settings
        self._now = now
        # Several for an identity, because a replaced one closes after the new one
        # opens.
        self._connections: dict[str, list[Connection]] = {}
        self._gone: dict[str, None] = {}  # an ordered set: the first to leave is first

    def charger(self, identity: str | None) -> Charger | None:
        """Return a charger; None if it is unknown, or if `identity` is None."""
        return None if identity is None else self.chargers.get(identity)

    def adopt(self, connection: Connection) -> None:
        """Add a connection that was opened before this watch existed.

        Raises:
            RuntimeError: The caller is outside the event loop of the connection.
        """
        self._add(connection)
        connection.on_close(self._close)

    def join(self, identity: str, version: str, address: str | None) -> None:
        """Note that a charger is connected.

        Args:
            identity: The identity of the charger.
            version: The version of OCPP that it speaks.
            address: Its address; None if unknown.
        """
        charger = self._know(identity, version)
        charger.version, charger.address = version, address
        charger.connected, charger.since = True, self._now()
        charger.starting.clear()  # only the former connection could answer them
        self._gone.pop(identity, None)
        self.feeds.touch(identity)

    def leave(self, identity: str, trouble: str | None = None) -> None:
        """Note that a charger is no longer connected.

        Args:
            identity: The identity of the charger.
            trouble: A problem with the disconnection, to be listed; None if there is
                none.
        """
        charger = self.chargers.get(identity)
        if charger is None or not charger.connected:
            return
        charger.connected, charger.since = False, self._now()
        charger.starting.clear()
        if trouble is not None:
            charger.note_trouble(charger.since, trouble)
        self.feeds.touch(identity)
        self._retire(identity)

    def hear(
        self, identity: str, version: str, action: str, request: Any, text: str
    ) -> None:
        """Note a message of a charger that arrives other than by a connection here.

        The message does not mean that the charger is connected, because it may arrive
        after the report that the charger has left.

        Args:
            identity: The identity of the charger.
            version: The version of OCPP that it speaks.
            action: The action.
            request: The message.
            text: The frame of the message.
        """
        if identity not in self.chargers:
            self._know(identity, version)
            self._retire(identity)
        charger = self.chargers[identity]
        charger.last = now = self._now()
        frame = charger.frames.add(now, text, sent=False, version=version)
        note_request(charger, version, action, request, now)
        self.feeds.put(identity, frame)
        self.feeds.touch(identity)

    def observe(self, event: Event, connection: Connection) -> None:
        """Note an event of a connection."""
        if isinstance(event, Opened):
            self._add(connection)
        identity, now = connection.identity, self._now()
        charger = self.chargers.get(identity)
        if charger is None:  # a connection that closed before it was open
            return
        if isinstance(event, Closed):
            self._close(connection)
        elif isinstance(event, FrameReceived | FrameSent):
            self._frame(charger, event, connection, now)
        elif isinstance(event, _TROUBLES):
            charger.note_trouble(now, str(event))
        else:
            note = _NOTES.get(type(event))
            if note is not None:
                note(charger, event, connection, now)
        self.feeds.touch(identity)

    def refused(self, refusal: Refusal) -> None:
        """Note a client that was refused."""
        self.refusals.append({"time": self._now(), "text": text_of(refusal)})
        self.feeds.touch_refusals()

    def _know(self, identity: str, version: str) -> Charger:
        """Return a charger; add it if it is unknown."""
        charger = self.chargers.get(identity)
        if charger is None:
            charger = Charger(identity, version, self._now(), self._settings)
            self.chargers[identity] = charger
            self.feeds.touch(identity)
        return charger

    def _retire(self, identity: str) -> None:
        """Note a disconnected charger; if there are too many, forget the oldest."""
        self._gone[identity] = None
        while len(self._gone) > self._settings.gone:
            forgotten = next(iter(self._gone))
            del self._gone[forgotten], self.chargers[forgotten]
            self.feeds.forget(forgotten)

    def _frame(
        self,
        charger: Charger,
        event: FrameReceived | FrameSent,
        connection: Connection,
        now: float,
    ) -> None:
        sent = isinstance(event, FrameSent)
        if not sent:
            charger.last = now
        version = connection.version  # the charger's may be that of a newer connection
        frame = charger.frames.add(now, event.text, sent=sent, version=version)
        self.feeds.put(charger.identity, frame)

    def _add(self, connection: Connection) -> None:
        self._connections.setdefault(connection.identity, []).append(connection)
        self._join_by(connection)

    def _join_by(self, connection: Connection) -> None:
        self.join(connection.identity, connection.version, _address(connection))

    def _close(self, connection: Connection) -> None:
        identity, end = connection.identity, connection.end
        those = self._connections.get(identity, [])
        if connection not in those:
            return
        was_newest = those[-1] is connection
        those.remove(connection)
        trouble = None if end is None or end.code == _NORMAL else str(end)
        if not those:
            del self._connections[identity]
        if was_newest:
            self.leave(identity, trouble)
        if was_newest and those:  # with `duplicates="allow"`
            self._join_by(those[-1])


_NORMAL: Final = 1000


def _opened(charger: Charger, event: Opened, _: Connection, now: float) -> None:
    for deviation in event.deviations:
        charger.note_trouble(now, deviation)


def _received(
    charger: Charger, event: CallReceived, connection: Connection, now: float
) -> None:
    action = event.procedure.action
    if action == "StartTransaction":
        charger.starting[connection, event.id] = event.request
    note_request(charger, connection.version, action, event.request, now)


def _sent_to_us(
    charger: Charger, event: SendReceived, connection: Connection, now: float
) -> None:
    action = event.procedure.action
    note_request(charger, connection.version, action, event.message, now)


def _answered(
    charger: Charger, event: CallAnswered, connection: Connection, now: float
) -> None:
    key = (connection, event.id)
    note_answer(charger, key, event.procedure.action, event.outcome, now)


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
