"""The places of stations, and questions to all nodes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, Final

from .bus import NobodyThere
from .failures import FleetUnavailable
from .ground import Ground
from .members import Members
from .wire import pack, unpack

__all__ = ["Place", "Places", "ask_all", "holder_of"]


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a station in a fleet: the node that it is connected to.

    Attributes:
        identity: The identity of the station.
        node: The name of the node that holds the connection.
        version: The version of OCPP that the connection speaks, such as "1.6".
    """

    identity: str
    node: str
    version: str


async def holder_of(ground: Ground, identity: str) -> Place | None:
    """Return the place of a station; None if it is not connected.

    Raises:
        FleetUnavailable: The engine is not reachable.
    """
    question, subject = pack({"who": True}), ground.subjects.call(identity)
    within = ground.settings.probe_after
    try:
        found = unpack(await ground.bus.ask(subject, question, within))
    except (NobodyThere, TimeoutError):
        return None
    return Place(identity, found["node"], found["version"])


async def ask_all(
    ground: Ground, question: dict[str, Any], members: Members, within: float
) -> AsyncGenerator[dict[str, Any], None]:
    """Ask all nodes, and yield their answers until each node has sent its last one.

    Args:
        ground: The shared objects of the process.
        question: The question.
        members: The nodes that have to answer.
        within: The seconds of silence after which the remaining nodes are given up.

    Yields:
        Each answer.

    Raises:
        FleetUnavailable: The engine is not reachable.
    """
    answers: asyncio.Queue[bytes | None] = asyncio.Queue()
    waiting = members.alive
    with (await ground.bus.inbox()).address(answers.put_nowait) as address:
        await ground.bus.publish(ground.subjects.all, pack(question), reply=address)
        while waiting or not members.complete:
            try:
                silence = within if waiting else min(within, _OTHERS_WITHIN)
                # Not `wait_for`: in Python 3.11 it ignores a cancellation if the answer
                # arrives at the same moment, so that its caller would continue.
                async with asyncio.timeout(silence):
                    data = await answers.get()
            except TimeoutError:
                return
            if data is None:
                return
            answer = unpack(data)
            if answer.get("last", True):
                waiting.discard(answer["node"])
            yield answer


_OTHERS_WITHIN: Final = 0.1
"""The seconds to wait for nodes that a process has not yet heard since it joined."""


class Places:
    """The connected stations of a fleet, to iterate over with `async for`.

    Attributes:
        missing: The names of the nodes that did not answer, set at the end of the
            iteration. Stations of these nodes may be connected although they are not
            listed.
    """

    def __init__(self, ground: Ground, members: Members, prefix: str) -> None:
        self._ground = ground
        self._members = members
        self._prefix = prefix
        self.missing: tuple[str, ...] = ()

    async def __aiter__(self) -> AsyncGenerator[Place, None]:
        """Ask all nodes, and yield the place of each connected station.

        Raises:
            FleetUnavailable: The engine is not reachable.
        """
        if not self._ground.bus.connected:
            raise FleetUnavailable
        question, within = {"prefix": self._prefix}, self._ground.settings.list_within
        complete: set[str] = set()
        asking = ask_all(self._ground, question, self._members, within)
        async with aclosing(asking) as answers:
            async for answer in answers:
                node = answer["node"]
                if answer["last"]:
                    complete.add(node)
                for identity, version in answer["stations"]:
                    yield Place(identity, node, version)
        self.missing = tuple(sorted(self._members.expected - complete))
