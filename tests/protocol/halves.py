"""Conversations for the tests of the parts of a session."""

from __future__ import annotations

from typing import Any

import ocpp_messages
from ocpp_rpc.protocol.conversation import Conversation
from ocpp_rpc.protocol.dialect import DIALECTS
from ocpp_rpc.protocol.events import Event
from ocpp_rpc.protocol.limits import Limits
from ocpp_rpc.protocol.tolerances import Tolerances

__all__ = ["back_office", "told"]


def back_office(version: str = "1.6", **options: Any) -> Conversation:
    """A conversation whose peer is a station."""
    package = ocpp_messages.load(version)
    terms: dict[str, Any] = {
        "dialect": DIALECTS[version],
        "limits": Limits(),
        "tolerances": Tolerances(),
    }
    return Conversation(package, package.BACK_OFFICE, **terms | options)


def told(conversation: Conversation) -> list[Event]:
    """Take the events."""
    events, conversation.events = conversation.events, []
    return events
