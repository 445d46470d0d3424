"""Parsing of frames: the fast path for nearly all messages.

One regular expression recognises the beginning of the frames of well-behaved peers. The
rest, up to the last bracket, is the payload, which is not examined. The envelope
therefore costs the same however long the message is (0.6 µs; a JSON decoder needs 13 µs
for nine meter values), and the payload is decoded once, by the serializer of its
message, straight into typed values.

The expression does not recognise three kinds of texts, which `diagnosis.examine` reads
exactly, but slowly: errors, because their code and details are needed as values; an id
or action with escapes, which UUIDs and the actions of OCPP do not need; and texts that
are not a valid frame.

`parse` never raises: for an invalid text it returns a `Malformed`. This module needs
`frames` and `diagnosis`, and keeps no state.
"""

from __future__ import annotations

import re

from .diagnosis import BLANKS, COMMA, QUOTED_ID, examine
from .frames import Call, CallResult, Frame, Malformed, Send, is_text

__all__ = ["parse"]

# No quantifier can give back what the next part could also match, so time is linear in
# the length of the text, whatever a hostile peer puts there. That the payload begins
# with a brace is looked at but not consumed: it belongs to the payload.
_match_head = re.compile(
    rf"{BLANKS}\[{BLANKS}([2-6]){COMMA}{QUOTED_ID}{COMMA}"
    rf'(?:"([^"\\\x00-\x1f]+)"{COMMA})?(?={{)'
).match


def parse(text: str) -> Frame | Malformed:
    """Parse the text of a message into its frame; return a Malformed if it has none.

    Never raises. The payload of the result is not examined and may be invalid JSON;
    its serializer finds that out, and `diagnose` then tells the fault of the frame.
    """
    head = _match_head(text)
    # A serializer would call a lone surrogate a payload of the wrong type, but the text
    # is not JSON. Most messages are ASCII, which is known at once and has none.
    if head is None or text[-1] != "]" or not (text.isascii() or is_text(text)):
        return examine(text)
    number, message_id, action = head.groups()
    payload = text[head.end() : -1]
    if number == "2" and action is not None:
        return Call(message_id, action, payload)
    if number == "3" and action is None:
        return CallResult(message_id, payload)
    if number == "6" and action is not None:
        return Send(message_id, action, payload)
    return examine(text)
