"""The messages of a fleet, as bytes and back.

A call is a line of JSON that says how to make it, and the frame of OCPP below::

    {"id":"…","request":"ocpp_messages.v16.messages.ResetRequest","by":…,…}
    [2,"…","Reset",{"type":"Soft"}]

A request of a family is written once for each version that can say it: its sender
need not know which one the station speaks; in place of one that cannot, there is a
failure.

The answer is an array if it is what the station has said (`[3,…` or `[4,…`), with the
version of the station in a line below, and an object if it is about what has gone
wrong on this side of the station.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import EllipsisType
from typing import Any, Final, cast

from ocpp_messages import Model

__all__ = [
    "Call",
    "Question",
    "is_said",
    "is_state",
    "kinds_of",
    "pack",
    "pages",
    "read_call",
    "read_question",
    "split_answer",
    "unpack",
    "write_answer",
    "write_call",
]

_encode = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode


def pack(value: Mapping[str, Any]) -> bytes:
    """Return an object as JSON; of surrogates without a pair, as escapes."""
    text = _encode(value)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).encode()


def unpack(data: bytes) -> dict[str, Any]:
    """Return an object of JSON.

    Raises:
        ValueError: It is none.
    """
    value = json.loads(data)
    if not isinstance(value, dict):
        raise ValueError("a message of a fleet must be a JSON object")  # noqa: TRY004
    return cast(dict[str, Any], value)


@dataclass(frozen=True, slots=True)
class Call:
    """A call of an operator.

    Attributes:
        id: The id of the call, and of its frame.
        identity: The station.
        request: The class of the request, with its module.
        exact: Whether the station's version has to have that very class; not if there
            is a frame for each version.
        by: Until when it may reach the node, in the time of the fleet.
        now: When it was sent.
        until: When its operator gives it up, unless it hears of it before.
        deadline: When it fails, however far it is; None: never.
        timeout: How long the reply may take, in seconds; None: for ever; an ellipsis:
            as long as the node says.
        frames: A frame for each version, or the failure that stands in its place.
    """

    id: str
    identity: str
    request: str
    exact: bool
    by: int
    now: int
    until: int
    deadline: int | None
    timeout: float | EllipsisType | None
    frames: Mapping[str, str]


def write_call(call: Call) -> bytes:
    """Return a call as bytes."""
    header: dict[str, Any] = {
        "id": call.id,
        "identity": call.identity,
        "request": call.request,
        "versions": [*call.frames],
        "by": call.by,
        "now": call.now,
        "until": call.until,
    }
    if not call.exact:
        header["exact"] = False
    if call.deadline is not None:
        header["deadline"] = call.deadline
    if call.timeout is not ...:
        header["timeout"] = call.timeout
    return b"\n".join([pack(header), *map(str.encode, call.frames.values())])


@dataclass(frozen=True, slots=True)
class Question:
    """What a node is asked about a call, or about a station.

    Attributes:
        probe: The id of a call: what has become of it?
        until: When whoever asks gives that call up.
        cancel: The id of a call that is to be given up.
        who: Whether it is asked which node has the station.
    """

    probe: str | None = None
    until: int = 0
    cancel: str | None = None
    who: bool = False


def read_question(header: Mapping[str, Any]) -> Question | None:
    """Return what a header asks; None if it is that of a call."""
    if "by" in header:
        return None
    return Question(
        header.get("probe"),
        header.get("until", 0),
        header.get("cancel"),
        bool(header.get("who")),
    )


def read_call(header: Mapping[str, Any], frames: bytes) -> Call:
    """Return a call from its header, and what is below that.

    Raises:
        KeyError, ValueError: It is none.
    """
    versions = header["versions"]
    return Call(
        header["id"],
        header["identity"],
        header["request"],
        header.get("exact", True),
        header["by"],
        header["now"],
        header["until"],
        header.get("deadline"),
        header.get("timeout", ...),
        dict(zip(versions, frames.decode().split("\n"), strict=True)),
    )


def write_answer(frame: str, version: str) -> bytes:
    """Return what a station has said, as bytes."""
    return f"{frame}\n{version}".encode()


def split_answer(data: bytes) -> tuple[str, str]:
    """Return what a station has said, and its version."""
    frame, _, version = data.decode().rpartition("\n")
    return frame, version


_ARRAY: Final = b"["


def is_said(data: bytes) -> bool:
    """Tell whether an answer is what a station has said."""
    return data.startswith(_ARRAY)


def is_state(data: bytes) -> bool:
    """Tell whether an answer is about a call whose own answer is not there."""
    return data.startswith(_STATE)


_STATE: Final = b'{"state"'


def pages(items: Sequence[Any], size: int) -> list[Sequence[Any]]:
    """Cut a list into pages; at least one, which may be empty."""
    return [items[at : at + size] for at in range(0, len(items), size)] or [()]


def kinds_of(classes: Iterable[type[Model]]) -> set[tuple[str, str]]:
    """Return the versions and actions of some classes of requests.

    A class of `v1x` or `v2x` stands for its action in all versions of it.

    Raises:
        ValueError: One is no class of a request.
    """
    return {kind for cls in classes for kind in _kinds(cls)}


def _kinds(cls: type[Model]) -> set[tuple[str, str]]:
    package: Any = sys.modules.get(cls.__module__.rpartition(".")[0])
    procedure = getattr(package, "PROCEDURES_BY_REQUEST", {}).get(cls)
    if procedure is None:
        raise ValueError(f"{cls.__qualname__} is not a request of any version of OCPP")
    versions = getattr(package, "VERSIONS", None) or (package.VERSION,)
    return {(version, procedure.action) for version in versions}
