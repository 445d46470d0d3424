"""A bus over NATS.

nats-py can reconnect by itself, but its behaviour meanwhile does not suit a fleet:

* It keeps published messages and sends them later, when a call may be too late.
* A subscription that was released during an outage may come back without a handler, so
  that a call sent there would be silently lost.
* It gives up for good when a server denies access, for example because the users of the
  server are not loaded yet.

Each connection therefore has its own client, which never reconnects. This module keeps
the list of subscriptions and makes the next client. It keeps no messages meanwhile.

`Subscription.unsubscribe` of nats-py drops messages that have arrived; `drain` does
not.

nats-py lets the server decide whether TLS is used, even if it is given a context. An
attacker on the path could thus have the password sent in the clear. `_Client` refuses a
server without TLS.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncGenerator, Coroutine, Sequence
from contextlib import aclosing, suppress
from os import PathLike
from pathlib import Path
from ssl import SSLContext
from typing import Any, Final, cast
from urllib.parse import urlsplit

import nats
import nats.errors
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.aio.subscription import Subscription

from ocpp_rpc.fleet.failures import FleetUnavailable
from ocpp_rpc.lines import one_line

from .bus import Bus, Delivery, Handler, handled
from .jetstream import Kept, consumer_of, fetched
from .tasks import cancelled

__all__ = ["Nats", "open_nats"]

logger = logging.getLogger("ocpp_rpc.fleet")

_CONNECT_TIMEOUT: Final = 2
"""The seconds that one attempt to reach one server may take."""

_PING_INTERVAL: Final = 2
"""The seconds between two pings; two missing pongs end the connection."""

_FIRST_PAUSE: Final = 0.05
_LONGEST_PAUSE: Final = 1.0
"""The longest pause between two attempts to reconnect, in seconds."""

_DENIED: Final = "permissions violation"
"""The error of the engine if a process may not publish or subscribe."""

_NOBODY: Final = "503"
"""The status by which the engine reports that a subject has no listener."""


class _Wanted:
    """A subscription, independent of the current client."""

    # With slots, because a node has one for each station that it holds.
    __slots__ = ("_handler", "current", "dropped", "group", "limit", "subject")

    def __init__(self, subject: str, handler: Handler, group: str, limit: int) -> None:
        self.subject = subject
        self.group = group
        self.limit = limit
        self.dropped = 0
        self.current: Subscription | None = None
        self._handler = handler

    async def take(self, message: Msg) -> None:
        """Pass a message of nats-py to the handler."""
        headers = message.headers
        nobody = (
            headers is not None
            and not message.data
            and headers.get("Status") == _NOBODY
        )
        delivery = Delivery(message.subject, message.data, message.reply, nobody)
        await handled(self._handler, delivery)


class _Client(Client):
    """A client without two faults of nats-py.

    It sends nothing in the clear if it has to use TLS. And `flush` sends everything
    that is pending before its ping: otherwise nats-py may regard a drained subscription
    as ended while the engine still serves it, and messages that arrive then are lost.
    """

    needs_tls = False

    def _connect_command(self) -> bytes:
        """Return the first message to the server, which may contain a password."""
        if self.needs_tls and not self._server_info.get("tls_required"):
            raise nats.errors.Error("the engine does not use TLS")
        return super()._connect_command()

    async def flush(self, timeout: int = 10) -> None:  # noqa: ASYNC109 - as nats-py
        """Send all that is pending, and wait until the engine has received it."""
        await self._flush_pending(force_flush=True)
        await super().flush(timeout)


class Nats(Bus):
    """A bus over NATS; `ocpp_rpc.fleet.nats` makes one."""

    def __init__(
        self, servers: Sequence[str], inbox_prefix: str, **options: Any
    ) -> None:
        super().__init__(inbox_prefix)
        self._prefix = inbox_prefix
        self._servers = [*servers]
        self._needs_tls = "tls" in options or any(map(_is_tls, servers))
        self._options = options
        self._client: Client | None = None
        self._wanted: dict[_Wanted, None] = {}
        self._lost = asyncio.Event()
        self._back = asyncio.Event()
        self._closed = False
        self._keeper: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[Any]] = set()

    def __repr__(self) -> str:
        state = "closed" if self._closed else "open" if self.connected else "away"
        return f"<fleet.Nats {', '.join(map(_shown, self._servers))} {state}>"

    @property
    def connected(self) -> bool:
        """Whether the engine is reachable, as far as is known."""
        return self._client is not None and self._client.is_connected

    # --- Connections ------------------------------------------------------------------

    async def start(self) -> None:
        """Connect for the first time.

        Raises:
            FleetUnavailable: No server can be reached, or no server accepts this
                process.
        """
        self._client = await self._connect()
        self._back.set()
        self._keeper = asyncio.create_task(self._keep_connected())

    async def _connect(self) -> Client:
        client, errors = _Client(), list[Exception]()
        client.needs_tls = self._needs_tls
        self._lost = lost = asyncio.Event()

        async def note(error: Exception) -> None:
            errors.append(error)
            if isinstance(error, nats.errors.SlowConsumerError):
                self._note_drop(error)
            elif _DENIED in str(error).lower():
                logger.warning("the engine: %s", one_line(error))
            else:
                logger.debug("the engine: %s", one_line(error))

        async def ended() -> None:
            lost.set()

        try:
            async with asyncio.timeout(_CONNECT_TIMEOUT * (len(self._servers) + 1)):
                await client.connect(
                    servers=[*self._servers],
                    error_cb=note,
                    closed_cb=ended,
                    allow_reconnect=False,
                    max_reconnect_attempts=1,
                    reconnect_time_wait=0,
                    connect_timeout=_CONNECT_TIMEOUT,
                    ping_interval=_PING_INTERVAL,
                    inbox_prefix=self._prefix,
                    **self._options,
                )
        except (nats.errors.Error, OSError, TimeoutError) as error:
            await self._discard(client)
            raise FleetUnavailable(_reason(errors or [error])) from None
        except BaseException:
            await self._discard(client)
            raise
        return client

    async def _keep_connected(self) -> None:
        """Reconnect whenever the connection is lost."""
        while True:
            await self._until_lost()
            assert self._client is not None
            logger.warning("the engine cannot be reached")
            self._back.clear()
            self._tell_watchers(connected=False)
            await self._discard(self._client)
            await self._reconnect()
            logger.info("the engine can be reached again")
            self._back.set()
            self._tell_watchers(connected=True)

    async def _until_lost(self) -> None:
        # Poll as well, because nats-py reports a loss only after it has closed the
        # connection, and closing a dead connection may take for ever.
        while self.connected:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._lost.wait(), 0.25)

    async def _reconnect(self) -> None:
        pause = _FIRST_PAUSE
        while True:
            try:
                client = await self._connect()
                break
            except FleetUnavailable as error:
                logger.debug("%s", error)
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)
        # Before anything is sent over the new connection, because answers to it would
        # be lost.
        while client.is_connected and (missing := self._not_begun()):
            for wanted in missing:
                with suppress(nats.errors.Error):
                    await self._begin(wanted, client)
        self._client = client

    def _not_begun(self) -> list[_Wanted]:
        return [wanted for wanted in self._wanted if wanted.current is None]

    async def _discard(self, client: Client) -> None:
        """Close a client, in whatever state it is."""
        with suppress(Exception):
            async with asyncio.timeout(0.5):
                await client.close()
        for wanted in self._wanted:
            subscription, wanted.current = wanted.current, None
            if subscription is not None:
                with suppress(nats.errors.Error):
                    await subscription.unsubscribe()

    async def close(self) -> None:
        """Close the bus. Closing again does nothing."""
        if self._closed:
            return
        self._closed = True
        if self._keeper is not None:
            # Repeatedly, because nats-py swallows a cancellation during a flush.
            while not self._keeper.done():
                self._keeper.cancel()
                await asyncio.wait([self._keeper], timeout=0.2)
        if self._client is not None:
            if self._client.is_connected:
                with suppress(nats.errors.Error):
                    await self._client.flush(1)
            if self._tasks:
                await asyncio.wait({*self._tasks}, timeout=_CONNECT_TIMEOUT)
            await cancelled(self._tasks)
            await self._discard(self._client)

    # --- Messages ---------------------------------------------------------------------

    async def publish(self, subject: str, data: bytes, *, reply: str = "") -> None:
        """Send a message to all subscribers of a subject; see `Bus.publish`."""
        client = self._client
        if client is None or not client.is_connected:
            raise FleetUnavailable
        try:
            await client.publish(subject, data, reply)
        except nats.errors.MaxPayloadError:
            limit = client.max_payload
            text = f"{len(data)} bytes are more than the {limit} that the engine takes"
            raise ValueError(text) from None
        except nats.errors.Error as error:
            raise FleetUnavailable(str(error)) from error

    async def subscribe(
        self, subject: str, handler: Handler, *, group: str = "", limit: int = 65_536
    ) -> _Wanted:
        """Subscribe to messages; see `Bus.subscribe`."""
        wanted = _Wanted(subject, handler, group, limit)
        self._wanted[wanted] = None
        if self.connected and self._client is not None:
            with suppress(nats.errors.Error):
                await self._begin(wanted, self._client)
        return wanted

    async def _begin(self, wanted: _Wanted, client: Client) -> None:
        if wanted.current is None:
            current = wanted.current = await cast(Any, client).subscribe(
                wanted.subject,
                wanted.group,
                cb=wanted.take,
                pending_msgs_limit=wanted.limit,
            )
            if wanted not in self._wanted:  # it was released meanwhile
                self._later(_drained(current))

    async def release(self, subscription: object) -> None:
        """End a subscription; see `Bus.release`."""
        assert isinstance(subscription, _Wanted)
        self._wanted.pop(subscription, None)
        current, subscription.current = subscription.current, None
        if current is not None:
            self._later(_drained(current))

    def _later(self, coroutine: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _note_drop(self, error: nats.errors.SlowConsumerError) -> None:
        for wanted in self._wanted:
            if wanted.current is error.sub:
                wanted.dropped += 1

    # --- Streams ----------------------------------------------------------------------

    async def consume(
        self, stream: str, everything: str, subject: str, name: str
    ) -> AsyncGenerator[Kept, None]:
        """Consume messages that are kept until acknowledged; see `Bus.consume`."""
        while True:
            await self._back.wait()
            client = self._client
            assert client is not None
            try:
                found = await consumer_of(client, stream, everything, subject, name)
                async with aclosing(fetched(client, found)) as messages:
                    async for message in messages:
                        yield message
            except (nats.errors.Error, OSError) as error:
                if client.is_connected:
                    raise FleetUnavailable(f"JetStream: {error}") from error
            await asyncio.sleep(_FIRST_PAUSE)


async def _drained(subscription: Subscription) -> None:
    try:
        await cast(Any, subscription).drain()
    except (nats.errors.Error, OSError):
        with suppress(nats.errors.Error, OSError):
            await subscription.unsubscribe()


def _shown(url: str) -> str:
    """Return a URL without its secrets."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    return f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port else "")


def _is_tls(url: str) -> bool:
    return url.startswith(("tls://", "wss://"))


def _reason(errors: Sequence[Exception]) -> str:
    """Return the reason of a failure; the errors of nats-py contain no secrets.

    An error from the server is more specific than the closing of the connection after
    it.
    """
    said = [error for error in errors if not isinstance(error, OSError)]
    telling = (said or [*errors])[0 if said else -1]
    return str(telling) or type(telling).__name__


async def open_nats(  # noqa: PLR0913
    urls: str | Sequence[str],
    *,
    tls: SSLContext | None,
    credentials: str | PathLike[str] | None,
    nkey: str | PathLike[str] | None,
    user: str | None,
    password: str | None,
    token: str | None,
    name: str | None,
    inbox_prefix: str,
) -> Nats:
    """Connect; see `ocpp_rpc.fleet.nats`."""
    listed = urls.split(",") if isinstance(urls, str) else urls
    servers = [url.strip() for url in listed if url.strip()]
    if not servers:
        raise ValueError("at least one URL of an engine is needed, such as nats://host")
    options: dict[str, Any] = {
        "tls": tls,
        "user": user,
        "password": password,
        "token": token,
        "name": name,
    }
    # Otherwise a missing or wrong file would look like an engine that is not reachable.
    for option, file, kind in (
        ("user_credentials", credentials, _CREDENTIALS),
        ("nkeys_seed", nkey, _SEED),
    ):
        if file is not None:
            text = await asyncio.to_thread(Path(file).read_bytes)
            if not kind.search(text):
                raise ValueError(f"{Path(file)} is not {_KINDS[option]}")
            options[option] = str(Path(file))
    given = {key: value for key, value in options.items() if value is not None}
    bus = Nats(servers, inbox_prefix, **given)
    await bus.start()
    return bus


_CREDENTIALS: Final = re.compile(
    rb"BEGIN NATS USER JWT-+\s+\S+\s.*BEGIN USER NKEY SEED-+\s+SU[A-Z2-7]{56}\s",
    re.DOTALL,
)
_SEED: Final = re.compile(rb"\ASU[A-Z2-7]{56}\s*\Z")
_KINDS: Final = {
    "user_credentials": "a file of credentials: it needs the JWT of a user and a seed",
    "nkeys_seed": "a file with the seed of a user, which begins with SU",
}
