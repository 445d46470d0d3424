"""The frames of OCPP-J: text to values and back.

An OCPP-J message is a JSON array whose first element says what it is::

    [2, id, action, payload]                       Call
    [3, id, payload]                               CallResult
    [4, id, code, description, details]            CallError
    [5, id, code, description, details]            CallResultError, from OCPP 2.1 on
    [6, id, action, payload]                       Send, from OCPP 2.1 on

This is the only module that touches that envelope (OCPP-J 1.6 §4.2, 2.0.1 and 2.1
part 4 §4.2). It takes it off without decoding what is inside: `payload` stays JSON
text for the serializer of the message to validate in one pass.

`parse` works in two steps. One regular expression recognises how the frames of
well-behaved peers begin, and what follows is the payload. Whatever it does not match is
read by `_examine` with a JSON decoder, element by element; that is slow, exact, and
names the defect. `parse` never raises: a malformed frame is a `Malformed` value.

A frame that is cut like that may still hold a payload that is not JSON. Its
serializer finds that out anyway, so `parse` does not look; the caller then asks
`diagnose` what is wrong.

Outcomes that JSON leaves open: of duplicate keys the last one counts, and the values of
the others are not looked at; NaN, Infinity, a byte order mark and lone surrogates
(escaped or not) are not JSON; a `null` payload reads as `{}`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any, TypeAlias, cast

__all__ = [
    "Call",
    "CallError",
    "CallResult",
    "CallResultError",
    "Defect",
    "Frame",
    "Malformed",
    "MessageType",
    "Send",
    "diagnose",
    "is_text",
    "parse",
]

MAX_ID_LENGTH = 36
"""Longest message id (OCPP-J 1.6 table 3, 2.0.1 part 4 table 3)."""

MAX_ECHO_LENGTH = 255
"""Longest id that a `Malformed` frame repeats."""


class MessageType(IntEnum):
    """The first element of a frame."""

    CALL = 2
    CALL_RESULT = 3
    CALL_ERROR = 4
    CALL_RESULT_ERROR = 5
    SEND = 6


class Defect(StrEnum):
    """What is wrong with a malformed frame."""

    EMPTY = "empty"
    BINARY = "binary"
    NOT_JSON = "not JSON"
    NOT_ARRAY = "not an array"
    UNKNOWN_TYPE = "unknown message type"
    COUNT = "wrong number of elements"
    ID = "bad message id"
    ACTION = "bad action"
    PAYLOAD = "payload is not an object"
    ERROR = "bad error"


_dumps = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode
_quote = json.encoder.encode_basestring_ascii


# The three frames of everyday traffic are not frozen: that would cost more than all
# the rest of making one.


@dataclass(slots=True)
class Call:
    """A request, to be answered with a CallResult or a CallError."""

    id: str
    action: str
    payload: str

    def serialize(self) -> str:
        """Return the text of this frame."""
        return f"[2,{_quote(self.id)},{_quote(self.action)},{self.payload}]"


@dataclass(slots=True)
class CallResult:
    """The answer to a Call."""

    id: str
    payload: str

    def serialize(self) -> str:
        """Return the text of this frame."""
        return f"[3,{_quote(self.id)},{self.payload}]"


@dataclass(frozen=True, slots=True)
class CallError:
    """The refusal of a Call. The code is in the spelling of the version."""

    id: str
    code: str
    description: str = ""
    details: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def serialize(self) -> str:
        """Return the text of this frame.

        Raises:
            TypeError, ValueError, RecursionError: The details are not JSON.
        """
        return _dumps([4, self.id, self.code, self.description, self.details])


@dataclass(frozen=True, slots=True)
class CallResultError:
    """The refusal of a CallResult. The code is in the spelling of the version."""

    id: str
    code: str
    description: str = ""
    details: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def serialize(self) -> str:
        """Return the text of this frame.

        Raises:
            TypeError, ValueError, RecursionError: The details are not JSON.
        """
        return _dumps([5, self.id, self.code, self.description, self.details])


@dataclass(slots=True)
class Send:
    """A message without an answer."""

    id: str
    action: str
    payload: str

    def serialize(self) -> str:
        """Return the text of this frame."""
        return f"[6,{_quote(self.id)},{_quote(self.action)},{self.payload}]"


Frame: TypeAlias = Call | CallResult | CallError | CallResultError | Send


@dataclass(frozen=True, slots=True)
class Malformed:
    """A text that is no frame.

    Attributes:
        defect: What is wrong.
        detail: The same in a sentence.
        type: The message type, when it can be read.
        id: The message id, when it can be read; empty or over 36 characters if that
            is the defect, never over 255.
        error: What can be read of it if its type is that of an error, and its id can
            be: the code and the description are empty where they are no text, and so
            are the details where they are no object.
    """

    defect: Defect
    detail: str
    type: MessageType | None = None
    id: str | None = None
    error: CallError | CallResultError | None = None


# JSON's own whitespace, not Unicode's. No quantifier can give back what the next part
# could also match, so time is linear in the length of the text.
_WS = r"[ \t\n\r]*"
_COMMA = rf"{_WS},{_WS}"
_ID_TEXT = rf'"([^"\\\x00-\x1f]{{1,{MAX_ID_LENGTH}}})"'
_ACTION_TEXT = r'"([^"\\\x00-\x1f]+)"'
_TYPE = rf"{_WS}\[{_WS}([2-6]){_COMMA}"
_match_head = re.compile(
    rf"{_TYPE}{_ID_TEXT}{_COMMA}(?:{_ACTION_TEXT}{_COMMA})?(?={{)"
).match
_match_remains = re.compile(
    rf"\ufeff?{_WS}\[{_WS}([2-6])(?:{_COMMA}(?:{_ID_TEXT})?|{_WS}\Z)"
).match


def parse(text: str) -> Frame | Malformed:
    """Cut a text into the parts of its frame.

    The payload of the result is not looked into and need not be JSON.
    """
    head = _match_head(text)
    if head is None or text[-1] != "]" or not (text.isascii() or is_text(text)):
        return _examine(text)
    number, message_id, action = head.groups()
    payload = text[head.end() : -1]
    if number == "2" and action is not None:
        return Call(message_id, action, payload)
    if number == "3" and action is None:
        return CallResult(message_id, payload)
    if number == "6" and action is not None:
        return Send(message_id, action, payload)
    return _examine(text)


def is_text(text: str) -> bool:
    """Tell whether a string can be sent: it has no surrogate without its pair."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def diagnose(text: str) -> Malformed | None:
    """Say what is wrong with a frame whose payload turned out not to be JSON.

    Returns:
        None if it is JSON by the letter; the payload then exceeds what the serializer
        reads, such as its limit on nesting.
    """
    frame = _examine(text)
    return frame if isinstance(frame, Malformed) else None


# --- The slow, exact path -------------------------------------------------------------


def _integer(digits: str) -> float:
    """Read an integer of any length; `int` refuses to convert thousands of digits."""
    return int(digits) if len(digits) < 600 else float(digits)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


_decoder = json.JSONDecoder(parse_int=_integer, parse_constant=_refuse_constant)
_decode_at = _decoder.raw_decode
_find_token = re.compile(rf"{_WS}(.|\Z)", re.DOTALL).match


_MOST_ELEMENTS = 6
"""One more than any frame has."""


@dataclass(frozen=True, slots=True)
class _Element:
    """One element of the array: its value and its text."""

    value: Any
    text: str


def _examine(text: str) -> Frame | Malformed:
    """Read any text exactly."""
    if not text.strip(" \t\n\r"):
        return Malformed(Defect.EMPTY, "the text is empty")
    try:
        elements = _elements(text)
    except (ValueError, RecursionError) as error:
        return _not_json(text, _reason(error))
    if elements is None:
        return Malformed(Defect.NOT_ARRAY, "a frame is a JSON array")
    return _classify(elements)


def _elements(text: str) -> list[_Element] | None:
    """Cut the text of a JSON array into its elements; None if it is another value.

    Of a long array only the first ones, which tell that it is too long.

    Raises:
        ValueError, RecursionError: It is not JSON, or nested too deeply to tell.
    """
    whole: Any = _decoder.decode(text)
    json.dumps([text, whole], ensure_ascii=False).encode()  # finds lone surrogates
    if not isinstance(whole, list):
        return None
    elements: list[_Element] = []
    position = _token(text, text.index("[") + 1)
    while text[position] != "]" and len(elements) < _MOST_ELEMENTS:
        value, end = _decode_at(text, position)
        elements.append(_Element(value, text[position:end]))
        position = _token(text, end)
        if text[position] == ",":
            position = _token(text, position + 1)
    return elements


def _reason(error: ValueError | RecursionError) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    if isinstance(error, UnicodeEncodeError):
        return "a surrogate without its pair"
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at character {error.pos}"
    return str(error)


def _token(text: str, position: int) -> int:
    """Return where the next character is that is not whitespace."""
    match = _find_token(text, position)
    assert match is not None  # the expression matches at any position
    return match.start(1)


def _not_json(text: str, detail: str) -> Malformed:
    """Describe a text that is not JSON, but may begin like a frame."""
    remains = _match_remains(text)
    if remains is None:
        return Malformed(Defect.NOT_JSON, detail)
    number, message_id = remains.groups(default="")
    readable_id = message_id if message_id and is_text(message_id) else None
    kind = MessageType(int(number))
    error = _readable_error(kind, readable_id)
    return Malformed(Defect.NOT_JSON, detail, kind, readable_id, error)


def _classify(elements: Sequence[_Element]) -> Frame | Malformed:
    """Make a frame of the elements, or say which of them prevents it."""
    if not elements:
        return Malformed(Defect.COUNT, "the array is empty")
    number = elements[0].value
    if type(number) is not int or number not in _LAYOUTS:
        detail = f"{elements[0].text[:20]} is not a message type"
        return Malformed(Defect.UNKNOWN_TYPE, detail, id=_readable_id(elements))
    layout = _LAYOUTS[number]
    defect = _find_defect(layout, elements)
    if defect is None:
        return layout.build(*elements[1:])
    kind, message_id = MessageType(number), _readable_id(elements)
    error = _readable_error(kind, message_id, elements)
    return Malformed(*defect, kind, message_id, error)


def _readable_id(elements: Sequence[_Element]) -> str | None:
    message_id = elements[1].value if len(elements) > 1 else None
    readable = isinstance(message_id, str) and len(message_id) <= MAX_ECHO_LENGTH
    return message_id if readable else None


def _readable_error(
    kind: MessageType, message_id: str | None, elements: Sequence[_Element] = ()
) -> CallError | CallResultError | None:
    """Return what can be read of an error; None if it is none, or has no id."""
    build = _ERRORS.get(kind)
    if build is None or message_id is None or not _is_id(message_id):
        return None
    parts = [element.value for element in elements[2:5]]
    code, text, details = [*parts, None, None, None][:3]
    return build(
        message_id,
        code if isinstance(code, str) else "",
        text if isinstance(text, str) else "",
        cast(dict[str, Any], details) if isinstance(details, dict) else {},
    )


_ERRORS: Mapping[MessageType, type[CallError] | type[CallResultError]] = {
    MessageType.CALL_ERROR: CallError,
    MessageType.CALL_RESULT_ERROR: CallResultError,
}

_Rule: TypeAlias = tuple[Callable[[Any], bool], Defect, str]


@dataclass(frozen=True, slots=True)
class _Layout:
    """What the elements after the message type have to be, and what they make."""

    rules: Sequence[_Rule]
    build: Callable[..., Frame]


def _find_defect(
    layout: _Layout, elements: Sequence[_Element]
) -> tuple[Defect, str] | None:
    expected, found = len(layout.rules) + 1, len(elements)
    if found != expected:
        number = str(found) if found < _MOST_ELEMENTS else "more"
        return Defect.COUNT, f"{expected} elements expected, {number} found"
    for (holds, defect, detail), element in zip(
        layout.rules, elements[1:], strict=True
    ):
        if not holds(element.value):
            return defect, detail
    return None


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and 1 <= len(value) <= MAX_ID_LENGTH


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_object(value: Any) -> bool:
    return value is None or isinstance(value, dict)


_ID: _Rule = (
    _is_id,
    Defect.ID,
    f"the message id is a string of 1 to {MAX_ID_LENGTH} characters",
)
_ACTION: _Rule = (_is_name, Defect.ACTION, "the action is a string")
_PAYLOAD: _Rule = (_is_object, Defect.PAYLOAD, "the payload is an object")
_CODE: _Rule = (_is_name, Defect.ERROR, "the error code is a string")
_DESCRIPTION: _Rule = (_is_text, Defect.ERROR, "the error description is a string")
_DETAILS: _Rule = (_is_object, Defect.ERROR, "the error details are an object")


def _request(kind: type[Call] | type[Send]) -> Callable[..., Frame]:
    def build(message_id: _Element, action: _Element, payload: _Element) -> Frame:
        return kind(message_id.value, action.value, _object_text(payload))

    return build


def _result(message_id: _Element, payload: _Element) -> Frame:
    return CallResult(message_id.value, _object_text(payload))


def _error(kind: type[CallError] | type[CallResultError]) -> Callable[..., Frame]:
    def build(
        message_id: _Element, code: _Element, text: _Element, details: _Element
    ) -> Frame:
        return kind(message_id.value, code.value, text.value, details.value or {})

    return build


def _object_text(payload: _Element) -> str:
    return "{}" if payload.value is None else payload.text


_LAYOUTS: Mapping[int, _Layout] = {
    MessageType.CALL: _Layout((_ID, _ACTION, _PAYLOAD), _request(Call)),
    MessageType.CALL_RESULT: _Layout((_ID, _PAYLOAD), _result),
    MessageType.CALL_ERROR: _Layout(
        (_ID, _CODE, _DESCRIPTION, _DETAILS), _error(CallError)
    ),
    MessageType.CALL_RESULT_ERROR: _Layout(
        (_ID, _CODE, _DESCRIPTION, _DETAILS), _error(CallResultError)
    ),
    MessageType.SEND: _Layout((_ID, _ACTION, _PAYLOAD), _request(Send)),
}
