"""Frames that a peer gets wrong in the same way each time, mended before they are read.

A `FrameTolerance` names what is mended, and a function of the program (`Settings.mend`)
may edit whatever comes in. What was done is told in the `Deviated` of the message, like
the deviations of its payload, or in a `FrameMended` if no payload is read.

A frame that is right costs nothing more: `parse` recognises it first, and its payload
is read first. Only what is refused there comes here and, if anything could be mended,
is read again.

`Mender` knows texts and bytes. `MendingSession` is the session that uses one; other
sessions have none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from ocpp_messages import Deviation, DeviationKind

from .diagnosis import BLANKS, COMMA
from .frames import MAX_ID_LENGTH

__all__ = ["STRICT_FRAMES", "Edit", "FrameTolerance", "Mender", "unquoted"]

Edit: TypeAlias = Callable[[str | bytes], str | bytes]
"""Returns what is to be read in place of a message; raises nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameTolerance:
    """What may pass of the frames around messages. Nothing, if not named.

    Attributes:
        binary: Messages in binary frames, which are read as UTF-8.
        control_characters: Control characters in texts, which JSON wants escaped, and
            such before or after the frame, for example a NUL at its end.
        integer_ids: Message ids that are integers. The answer to such a call has the
            number as the peer wrote it.
    """

    binary: bool = False
    control_characters: bool = False
    integer_ids: bool = False


STRICT_FRAMES: Final = FrameTolerance()
"""Nothing passes."""


class Mender:
    """Mends one message after the other.

    Args:
        tolerance: What is mended.
        edit: What edits each message before; None: nothing does.

    Attributes:
        integer_id: The id of the current message, if it came as a number.
    """

    __slots__ = ("_edit", "_found", "_tolerance", "integer_id")

    def __init__(self, tolerance: FrameTolerance, edit: Edit | None = None) -> None:
        self._tolerance = tolerance
        self._edit = edit
        self._found: list[DeviationKind] = []
        self.integer_id: str | None = None

    def begin(self, message: str | bytes) -> str | bytes:
        """Return the next message as it is to be read."""
        self._found.clear()
        self.integer_id = None
        if self._edit is not None:
            edited = self._edit(message)
            if edited != message:
                self._note(DeviationKind.EDITED)
                message = edited
        if isinstance(message, bytes) and self._tolerance.binary:
            return self._decoded(message)
        return message

    def frame(self, text: str) -> str | None:
        """Return what a text that is no frame was meant to be; None if unknown."""
        made = self.whole(text)
        if self._tolerance.integer_ids and (head := _match_number(made)) is not None:
            self.integer_id = head["id"]
            self._note(DeviationKind.INTEGER_ID)
            start, end = head.span("id")
            made = f'{made[:start]}"{head["id"]}"{made[end:]}'
        return None if made == text else made

    def whole(self, text: str) -> str:
        """Return a text without what no JSON has."""
        if not self._tolerance.control_characters:
            return text
        made = _find_string(_escape_all, text.strip(_CONTROLS))
        if made != text:
            self._note(DeviationKind.CONTROL_CHARACTER)
        return made

    def payload(self, text: str) -> str | None:
        """Return what a payload that is no JSON was meant to be; None if unknown."""
        made = self.whole(text)
        return None if made == text else made

    def take(self) -> tuple[Deviation, ...]:
        """Return what was mended of the current message, once."""
        found = tuple(Deviation("frame", kind) for kind in self._found)
        self._found.clear()
        return found

    def _decoded(self, message: bytes) -> str | bytes:
        try:
            text = message.decode()
        except UnicodeDecodeError:
            return message
        self._note(DeviationKind.BINARY)
        return text

    def _note(self, kind: DeviationKind) -> None:
        if kind not in self._found:
            self._found.append(kind)


def unquoted(frame: str, integer_id: str) -> str:
    """Return the text of a reply with its id as a number."""
    return frame.replace(f'"{integer_id}"', integer_id, 1)


def _escape(character: re.Match[str]) -> str:
    return f"\\u{ord(character[0]):04x}"


def _escape_all(string: re.Match[str]) -> str:
    return _find_control(_escape, string[0])


_CONTROLS: Final = "".join(map(chr, range(32)))
_find_control = re.compile(r"[\x00-\x1f]").sub
# One that does not end goes to the end of the text: each character is looked at once.
_find_string = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\Z)', re.DOTALL).sub
_match_number = re.compile(
    rf"{BLANKS}\[{BLANKS}[2-6]{COMMA}(?P<id>-?\d{{1,{MAX_ID_LENGTH - 1}}})(?={COMMA})",
    re.ASCII,
).match
