"""The description of a frame: its kind, its action and its content."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TypeAlias

from rich.text import Text

from ocpp_rpc import OcppError
from ocpp_rpc.lines import one_line, printable
from ocpp_rpc.protocol.frames import (
    Call,
    CallError,
    CallResult,
    CallResultError,
    Malformed,
    Send,
)
from ocpp_rpc.protocol.jws import Jws, claimed, open_frame
from ocpp_rpc.protocol.parsing import parse

from .compact import compact

__all__ = ["Actions", "Description", "describe"]

Actions: TypeAlias = dict[tuple[bool, str], str]
"""The actions of unanswered calls, by whether the station made them, and their ids."""


@dataclass(frozen=True)
class Description:
    """The parts of a frame to show."""

    kind: str
    action: str
    content: Text


def describe(text: str | bytes, from_station: bool, actions: Actions) -> Description:
    """Describe a frame.

    Args:
        text: The frame.
        from_station: Whether the station sent it.
        actions: Where a call is noted, and taken out with its answer, which does not
            name its action.
    """
    if isinstance(text, bytes):
        return Description("BINARY", "", Text(f"{len(text)} bytes"))
    frame, jws = open_frame(parse(text))
    match frame:
        case Call(message_id, action, payload):
            actions[from_station, message_id] = action
            return Description("CALL", printable(action), _content(payload, jws))
        case CallResult(message_id, payload):
            action = actions.pop((not from_station, message_id), "")
            return Description("RESULT", printable(action), _content(payload, jws))
        case CallError():
            action = actions.pop((not from_station, frame.id), "")
            return Description("ERROR", printable(action), _error(frame))
        case CallResultError():
            return Description("ERROR", "", _error(frame))
        case Send(_, action, payload):
            return Description("SEND", printable(action), _content(payload, jws))
        case Malformed():
            return Description("BAD", "", Text(printable(text)))


def _content(payload: str, jws: Jws | None) -> Text:
    """Return a payload, and the description of its signature, if it has one."""
    text = compact(payload)
    if jws is not None:
        signature = claimed(jws)
        key = "" if signature.key is None else f" by {signature.key}"
        signed = printable(f"signed: {signature.algorithm or 'unreadable'}{key}")
        text.append(f"  {one_line(signed)}", "dim")
    return text


def _error(frame: CallError | CallResultError) -> Text:
    """Return the code and the description, then, set apart, the details."""
    text = Text(printable(str(OcppError(frame.code, frame.description))))
    if frame.details:
        details = compact(json.dumps(frame.details))
        text.append("  details: ", "dim").append_text(details)
    return text
