"""Correction of frames that a peer gets wrong in the same way each time.

A `FrameTolerance` names the faults to correct, and a function of the program
(`Settings.mend`) may edit every message. The corrections are reported in the `Deviated`
event of the message, with the deviations of its payload, or in a `FrameMended` event if
no payload is read.

A correct frame costs no extra time: `parse` recognises it first, and its payload is
read first. Only a frame or payload that is refused there is passed to this module and,
if anything could be corrected, read again.

`Mender` works on texts and bytes. `MendingSession` is the session that uses one.
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
"""Returns the text or bytes to read in place of a message; must not raise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameTolerance:
    """The faults of frames that are corrected; all default to False.

    Attributes:
        binary: Accept messages in binary frames, and read them as UTF-8.
        control_characters: Accept control characters in texts that JSON requires to be
            escaped, and before or after the frame, for example a NUL at its end.
        integer_ids: Accept integers as message ids. The answer to such a call has the
            number as the peer wrote it.
    """

    binary: bool = False
    control_characters: bool = False
    integer_ids: bool = False


STRICT_FRAMES: Final = FrameTolerance()
"""Corrects nothing."""


class Mender:
    """Corrects one message after the other.

    Args:
        tolerance: The faults to correct.
        edit: Edits each message before it is corrected; None: no editing.

    Attributes:
        integer_id: The id of the current message if it is a number, otherwise None.
    """

    __slots__ = ("_edit", "_found", "_tolerance", "integer_id")

    def __init__(self, tolerance: FrameTolerance, edit: Edit | None = None) -> None:
        self._tolerance = tolerance
        self._edit = edit
        self._found: list[DeviationKind] = []
        self.integer_id: str | None = None

    def begin(self, message: str | bytes) -> str | bytes:
        """Return the next message, edited and decoded."""
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
        """Return the corrected text of a malformed frame; None if it stays as it is."""
        made = self.whole(text)
        if self._tolerance.integer_ids and (head := _match_number(made)) is not None:
            self.integer_id = head["id"]
            self._note(DeviationKind.INTEGER_ID)
            start, end = head.span("id")
            made = f'{made[:start]}"{head["id"]}"{made[end:]}'
        return None if made == text else made

    def whole(self, text: str) -> str:
        """Return a text with control characters escaped, or stripped at the ends."""
        if not self._tolerance.control_characters:
            return text
        made = _find_string(_escape_all, text.strip(_CONTROLS))
        if made != text:
            self._note(DeviationKind.CONTROL_CHARACTER)
        return made

    def payload(self, text: str) -> str | None:
        """Return the corrected text of a payload; None if it stays as it is."""
        made = self.whole(text)
        return None if made == text else made

    def take(self) -> tuple[Deviation, ...]:
        """Return the corrections of the current message; the next call has none."""
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
