"""Exact parsing of any text: its frame, or its fault.

`parsing` recognises the beginning of the frames of well-behaved peers, and passes every
other text to `examine`, which reads the whole text with a JSON decoder and checks the
array element by element. That is fifty times slower, but it names the defect.

`diagnose` is separate from `parse` because only the serializer of a payload finds out
that the payload is not JSON, long after the frame was parsed, and its error is about
the payload alone. A frame is read twice only if it failed, so valid ones cost no more.

Where JSON leaves the result open: of duplicate keys the last one counts, and the values
of the others are not checked; NaN, Infinity, a byte order mark and lone surrogates
(escaped or not) are not JSON; a `null` payload is read as `{}`.

This module needs `frames` only, and keeps no state.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, cast

from .frames import (
    MAX_ID_LENGTH,
    Call,
    CallError,
    CallResult,
    CallResultError,
    Defect,
    Frame,
    Malformed,
    MessageType,
    Send,
    is_text,
)

__all__ = ["BLANKS", "COMMA", "QUOTED_ID", "diagnose", "examine"]

MAX_ECHO_LENGTH: Final = 255
"""Longest id that a `Malformed` frame repeats."""

BLANKS: Final = r"[ \t\n\r]*"
"""White space as a regular expression: that of JSON, which is not that of Unicode."""

COMMA: Final = rf"{BLANKS},{BLANKS}"
"""A comma between two elements."""

QUOTED_ID: Final = rf'"([^"\\\x00-\x1f]{{1,{MAX_ID_LENGTH}}})"'
"""A message id without escapes; the group is the id."""

# A text that is not JSON may still begin like a frame, and its sender waits for the
# answer to that id. A byte order mark before it does not make the id less readable.
_match_remains = re.compile(
    rf"\ufeff?{BLANKS}\[{BLANKS}([2-6])(?:{COMMA}(?:{QUOTED_ID})?|{BLANKS}\Z)"
).match


def examine(text: str) -> Frame | Malformed:
    """Parse any text exactly, and name its fault; never raises."""
    if not text.strip(" \t\n\r"):
        return Malformed(Defect.EMPTY, "the text is empty")
    try:
        elements = _elements(text)
    except (ValueError, RecursionError) as error:
        return _not_json(text, _reason(error))
    if elements is None:
        return Malformed(Defect.NOT_ARRAY, "a frame is a JSON array")
    return _classify(elements)


def diagnose(text: str) -> Malformed | None:
    """Find the fault of a frame whose payload the serializer cannot read as JSON.

    Args:
        text: The text of the whole frame.

    Returns:
        The fault; None if the frame is valid JSON. The payload then exceeds what the
        serializer can read, for example by its nesting.
    """
    frame = examine(text)
    return frame if isinstance(frame, Malformed) else None


# JSON has no NaN and no Infinity, but Python's decoder reads them. And it reads an
# integer with `int`, which refuses more digits than a limit that a program may set, to
# 640 at the least. Such a number is JSON, and may stand anywhere in a payload.


def _integer(digits: str) -> float:
    """Read an integer of any length."""
    return int(digits) if len(digits) < 600 else float(digits)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


_decoder = json.JSONDecoder(parse_int=_integer, parse_constant=_refuse_constant)
_decode_at = _decoder.raw_decode
_find_token = re.compile(rf"{BLANKS}(.|\Z)", re.DOTALL).match

_MOST_ELEMENTS: Final = 6
"""One more than any frame has."""


@dataclass(frozen=True, slots=True)
class _Element:
    """One element of the array: its value and its text."""

    value: Any
    text: str


def _elements(text: str) -> list[_Element] | None:
    """Cut the text of a JSON array into its elements; None if it is another value.

    Of a long array only the first ones, which tell that it is too long.

    Raises:
        ValueError, RecursionError: It is not JSON, or nested too deeply to tell.
    """
    # The whole text is decoded first, so that a fault anywhere counts before one of an
    # element. The second reading then cannot fail; it keeps the text of each element,
    # as a payload goes on unchanged.
    whole: Any = _decoder.decode(text)
    # Lone surrogates can stand in the text and, escaped, in any string of the value.
    json.dumps([text, whole], ensure_ascii=False).encode()
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
