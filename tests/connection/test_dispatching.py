"""The events of a session, and what is done with each."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc import Limits
from ocpp_rpc.connection.dispatching import Dispatcher, observe_with
from ocpp_rpc.errors import CallTimeout
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallFailed,
    CallSucceeded,
    Event,
    Opened,
)
from ocpp_rpc.protocol.frames import Defect, Malformed
from tests.support.scripted import ASK, DONE

from .parts import ground

PROCEDURE = v16.PROCEDURES["DataTransfer"]
BAD = BadMessage(Malformed(Defect.BINARY, "bad"), None)


def succeeded(message_id: str) -> CallSucceeded:
    return CallSucceeded(message_id, PROCEDURE, ASK, DONE, 1.0)


def failed(message_id: str) -> CallFailed:
    error = CallTimeout("DataTransfer", sent=True)
    return CallFailed(message_id, PROCEDURE, ASK, error, 1.0)


class Noted:
    """A session that has nothing but events."""

    def __init__(self) -> None:
        self.limits = Limits()
        self.bad_messages = 0
        self.news: list[Event] = []

    def events(self) -> list[Event]:
        news, self.news = self.news, []
        return news


class World:
    def __init__(self, observe: Callable[[Event], None] | None = None) -> None:
        self.session = Noted()
        self.floods = 0
        self.dispatcher = Dispatcher(
            ground(session=self.session, observe=observe), self._flooded
        )

    def _flooded(self) -> None:
        self.floods += 1

    def dispatch(self, *events: Event) -> None:
        self.session.news.extend(events)
        self.dispatcher.dispatch()


async def test_the_end_of_a_call_settles_its_future() -> None:
    world = World()
    first, second, third = map(world.dispatcher.expect, "123")
    world.dispatch(failed("2"), succeeded("1"))
    assert first.result() == DONE
    assert isinstance(second.exception(), CallTimeout)
    assert not third.done()


@pytest.mark.parametrize("end", [succeeded, failed])
async def test_nobody_waits_for_that_call_any_more(end: Callable[[str], Event]) -> None:
    world = World()
    given_up = world.dispatcher.expect("1")
    given_up.cancel()
    world.dispatch(end("1"), end("unknown"))
    assert given_up.cancelled()


async def test_the_observer_sees_an_event_before_the_caller_does() -> None:
    done: list[bool] = []
    world = World(lambda _: done.append(future.done()))
    future = world.dispatcher.expect("1")
    world.dispatch(succeeded("1"))
    assert (done, future.done()) == ([False], True)


async def test_what_an_observer_causes_comes_after_what_was_there() -> None:
    seen: list[Any] = []

    def observe(event: Event) -> None:
        seen.append(event)
        if len(seen) == 1:
            world.dispatch(*caused)
            # Whoever dispatches may rely on it that all is done.
            assert seen == [*there, *caused]

    world = World(observe)
    there, caused = [Opened("1"), Opened("2")], [Opened("3"), Opened("4")]
    world.dispatch(*there)
    assert seen == [*there, *caused]
    world.dispatch(*there)
    assert seen == [*there, *caused, *there]


@pytest.mark.parametrize(
    ("limit", "bad", "floods"), [(None, 1000, 0), (2, 2, 0), (2, 3, 1), (0, 1, 1)]
)
async def test_too_many_bad_messages(limit: int | None, bad: int, floods: int) -> None:
    world = World()
    world.session.limits = Limits(max_bad_messages=limit)
    world.session.bad_messages = bad
    world.dispatch(BAD)
    assert world.floods == floods


async def test_nothing_to_dispatch() -> None:
    seen: list[Event] = []
    World(seen.append).dispatch()
    assert seen == []


async def test_an_observer_that_fails(caplog: pytest.LogCaptureFixture) -> None:
    def observer(event: Event, connection: Any) -> None:
        seen.append((event, connection))
        raise LookupError("on purpose")

    seen: list[Any] = []
    connection: Any = SimpleNamespace(identity="CP001", version="1.6")
    observe = observe_with(observer, connection)
    assert observe is not None
    observe(Opened("1.6"))
    assert seen == [(Opened("1.6"), connection)]
    assert "'CP001': the observer failed" in caplog.text
    assert "on purpose" in caplog.text


async def test_a_dispatcher_keeps_nothing() -> None:
    world = World()
    world.dispatch(*[Opened("1")] * 100)
    dispatcher: Any = world.dispatcher
    assert dispatcher._walked is None
