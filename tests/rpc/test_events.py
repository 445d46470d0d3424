"""What there is to be told of a connection."""

from __future__ import annotations

import dataclasses
import inspect
from typing import Any, get_args

import pytest

from ocpp_rpc import events
from ocpp_rpc.events import Closed, Event, StrayKind

KINDS = get_args(Event)


def test_every_event_is_one_of_them() -> None:
    defined = {
        value
        for _, value in inspect.getmembers(events, inspect.isclass)
        if value.__module__ == events.__name__
    }
    assert set(KINDS) == defined - {StrayKind}


@pytest.mark.parametrize("kind", KINDS)
def test_an_event_does_not_change(kind: type[Any]) -> None:
    event = object.__new__(kind)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(event, dataclasses.fields(kind)[0].name, None)
    assert not hasattr(event, "__dict__")
    assert kind.__doc__


def test_events_are_values() -> None:
    assert Closed(1000, "bye") == Closed(1000, "bye") != Closed(1001, "bye")
