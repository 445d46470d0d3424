"""Text to frames: the way that nearly every message takes.

One regular expression recognises how the frames of well-behaved peers begin; what
follows, up to the last bracket, is the payload, which nobody has looked at. So the
envelope costs the same however long the message is (0.6 µs; a JSON decoder needs 13 µs
for nine meter values), and the payload is decoded once, by the serializer of its
message, straight into typed values.

Three things are not recognised and go to `diagnosis.examine`, which is slow and exact:
errors, as their code and details are needed as values; escapes in an id or an action,
of which UUIDs and the actions of OCPP need none; and whatever is no frame.

`parse` never raises: a text that is no frame is a `Malformed`. This module needs
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
    """Cut a text into the parts of its frame.

    The payload of the result is not looked into and need not be JSON.
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
