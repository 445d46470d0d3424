"""The messages of a fleet: writing them as bytes, and reading them.

A call is a line of JSON that describes it, followed by the OCPP frame::

    {"id":"…","request":"ocpp_messages.v16.messages.ResetRequest","by":…,…}
    [2,"…","Reset",{"type":"Soft"}]

A request of a family is written once for each version, because the sender need not know
the version of the station. If a version cannot express the request, its line is a
failure.

An answer is an array if it is the reply of the station (`[3,…` or `[4,…`), followed by
a line with the version of the station. Any other answer is an object, which describes
the state of the call or an exception that the node has raised.
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
    """Return an object as JSON, with unpaired surrogates as escapes."""
    text = _encode(value)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).encode()


def unpack(data: bytes) -> dict[str, Any]:
    """Read a JSON object.

    Raises:
        ValueError: The data is not a JSON object.
    """
    value = json.loads(data)
    if not isinstance(value, dict):
        raise ValueError("a message of a fleet must be a JSON object")  # noqa: TRY004
    return cast(dict[str, Any], value)


@dataclass(frozen=True, slots=True)
class Call:
    """A call of an operator. Times are those of the fleet, in microseconds.

    Attributes:
        id: The id of the call, and of its frame.
        identity: The identity of the station.
        request: The class of the request, with its module.
        exact: Whether the version of the station has to have exactly this class; False
            if there is a frame for each version.
        by: The time until which the call may reach the node.
        now: The time at which it was sent.
        until: The time at which its operator gives the call up, unless the operator
            hears of it before.
        deadline: The time at which the call fails in any state; None sets no limit.
        timeout: The seconds that the reply may take; None sets no limit; an ellipsis
            stands for the limit of the node.
        frames: The frame for each version, or the failure if there is no frame.
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
    """A question to a node about a call or a station.

    Attributes:
        probe: The id of the call whose state is asked for.
        until: The time at which the operator gives that call up.
        cancel: The id of the call to give up.
        who: Whether the question is which node holds the station.
    """

    probe: str | None = None
    until: int = 0
    cancel: str | None = None
    who: bool = False


def read_question(header: Mapping[str, Any]) -> Question | None:
    """Return the question of a header; None if it is the header of a call."""
    if "by" in header:
        return None
    return Question(
        header.get("probe"),
        header.get("until", 0),
        header.get("cancel"),
        bool(header.get("who")),
    )


def read_call(header: Mapping[str, Any], frames: bytes) -> Call:
    """Read a call from its header and the lines after it.

    Raises:
        KeyError, ValueError: They are not a call.
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
    """Return the reply of a station as bytes."""
    return f"{frame}\n{version}".encode()


def split_answer(data: bytes) -> tuple[str, str]:
    """Return the reply of a station, and the version of the station."""
    frame, _, version = data.decode().rpartition("\n")
    return frame, version


_ARRAY: Final = b"["


def is_said(data: bytes) -> bool:
    """Tell whether an answer is the reply of a station."""
    return data.startswith(_ARRAY)


def is_state(data: bytes) -> bool:
    """Tell whether an answer only reports the state of a call."""
    return data.startswith(_STATE)


_STATE: Final = b'{"state"'


def pages(items: Sequence[Any], size: int) -> list[Sequence[Any]]:
    """Split a list into pages; an empty list makes one empty page."""
    return [items[at : at + size] for at in range(0, len(items), size)] or [()]


def kinds_of(classes: Iterable[type[Model]]) -> set[tuple[str, str]]:
    """Return the versions and actions of classes of requests.

    A class of `v1x` or `v2x` stands for its action in all versions of the family.

    Raises:
        ValueError: A class is not that of a request.
    """
    return {kind for cls in classes for kind in _kinds(cls)}


def _kinds(cls: type[Model]) -> set[tuple[str, str]]:
    package: Any = sys.modules.get(cls.__module__.rpartition(".")[0])
    procedure = getattr(package, "PROCEDURES_BY_REQUEST", {}).get(cls)
    if procedure is None:
        raise ValueError(f"{cls.__qualname__} is not a request of any version of OCPP")
    versions = getattr(package, "VERSIONS", None) or (package.VERSION,)
    return {(version, procedure.action) for version in versions}
