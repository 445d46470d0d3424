"""Messages that NATS keeps until they are acknowledged: JetStream."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Any, Final, cast

import nats.errors
import nats.js.errors
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.js.api import AckPolicy, ConsumerConfig, DiscardPolicy, StreamConfig

from ocpp_rpc.fleet.failures import FleetUnavailable

__all__ = ["Kept", "consumer_of", "fetched"]

_BATCH: Final = 64
_FETCH_TIMEOUT: Final = 5.0


class Kept:
    """A message of JetStream."""

    def __init__(self, message: Msg) -> None:
        self._message = message

    @property
    def data(self) -> bytes:
        """The content."""
        return self._message.data

    async def ack(self) -> None:
        """Acknowledge the message, so that it is not delivered again; see `Durable`."""
        try:
            with suppress(nats.errors.MsgAlreadyAckdError):
                await self._message.ack()
        except (nats.errors.Error, OSError) as error:
            raise FleetUnavailable(str(error)) from error


async def consumer_of(
    client: Client, stream: str, everything: str, subject: str, name: str
) -> Any:
    """Return a consumer of JetStream; make it and its stream if they do not exist."""
    # The type annotations of nats-py are incomplete.
    context: Any = cast(Any, client).jetstream()
    try:
        await context.stream_info(stream)
    except nats.js.errors.NotFoundError:
        discard = DiscardPolicy.OLD
        kept = StreamConfig(name=stream, subjects=[everything], discard=discard)
        await context.add_stream(kept)
    consumer = ConsumerConfig(ack_policy=AckPolicy.EXPLICIT, ack_wait=30)
    return await context.pull_subscribe(subject, name, stream, consumer)


async def fetched(client: Client, consumer: Any) -> AsyncGenerator[Kept, None]:
    """Yield the messages of a consumer, as long as there is a connection."""
    waiting: deque[Msg] = deque()
    try:
        while client.is_connected:
            with suppress(nats.errors.TimeoutError):
                waiting.extend(await consumer.fetch(_BATCH, _FETCH_TIMEOUT))
            while waiting:
                yield Kept(waiting.popleft())
    finally:
        # Give other consumers of this name at once the messages that were not yielded,
        # and those for a fetch that is still open.
        with suppress(nats.errors.Error, OSError):
            for message in waiting:
                await message.nak()
            await consumer.unsubscribe()
            await client.flush(1)  # or the next message may be sent to this consumer
