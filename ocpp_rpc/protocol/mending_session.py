"""A session that corrects the frames of its peer before it reads them.

Connections that tolerate broken frames use it in place of `Session`, so that all others
pay nothing for the corrections. It examines the messages that `Session` is about to
reject, and the replies that are to be written: if a call had a number as its id, the
reply repeats the number, while the session itself has the id as text.
"""

from __future__ import annotations

from typing import Any

from ocpp_messages import Model, ProcedureKind
from ocpp_rpc.errors import OcppError

from .events import FrameMended
from .frames import CallError, CallResultError, Malformed, Send
from .incoming import Incoming
from .mending import Edit, FrameTolerance, Mender, unquoted
from .session import Session

__all__ = ["MendingSession"]


class MendingSession(Session):
    """The state of one side of a connection whose peer breaks frames.

    Takes all arguments of `Session`, and:

    Args:
        frame_tolerance: The faults of frames to correct.
        edit: Edits each message before it is read; must not raise. Default: no editing.
    """

    def __init__(
        self,
        *arguments: Any,
        frame_tolerance: FrameTolerance,
        edit: Edit | None = None,
        **others: Any,
    ) -> None:
        super().__init__(*arguments, **others)
        self._mender = self._conversation.mender = Mender(frame_tolerance, edit)
        self._integer_ids: set[str] = set()

    def receive(self, message: str | bytes, now: float) -> Incoming | None:
        """Process a message of the peer, corrected; as `Session.receive`."""
        if self.closed is not None:
            return None
        conversation = self._conversation
        frames, events = len(conversation.frames), len(conversation.events)
        accepted = super().receive(self._mender.begin(message), now)
        if (integer_id := self._mender.integer_id) is not None:
            self._take_integer_id(integer_id, accepted, frames)
        if rest := self._mender.take():
            conversation.events.insert(events, FrameMended(rest))
        return accepted

    def _take_rare(
        self,
        frame: CallError | CallResultError | Send | Malformed,
        text: str,
        now: float,
    ) -> Incoming | None:
        # What is mended comes here at most once more, since it cannot be mended again.
        if isinstance(frame, Malformed):
            mended = self._mender.frame(text)
            if mended is not None:
                return super().receive(mended, now)
        return super()._take_rare(frame, text, now)

    def _take_integer_id(
        self, integer_id: str, accepted: Incoming | None, frames: int
    ) -> None:
        """Give the answers of the moment the number, and remember it for a later one.

        Args:
            integer_id: The id of the message.
            accepted: The message, if a handler has to see it.
            frames: How many frames were to be written before it came.
        """
        if accepted is not None and accepted.procedure.kind is ProcedureKind.CALL:
            self._integer_ids.add(integer_id)
        written = self._conversation.frames
        written[frames:] = [unquoted(frame, integer_id) for frame in written[frames:]]

    # --- Replies ----------------------------------------------------------------------

    def reply(self, message_id: str, response: Model, now: float) -> None:
        """Answer a call of the peer; as `Session.reply`."""
        super().reply(message_id, response, now)
        self._answered(message_id)

    def fail(self, message_id: str, error: OcppError, now: float) -> None:
        """Answer a call of the peer with an error; as `Session.fail`."""
        super().fail(message_id, error, now)
        self._answered(message_id)

    def decline(self, message_id: str, now: float) -> None:
        """Answer a call that has no handler; as `Session.decline`."""
        super().decline(message_id, now)
        self._answered(message_id)

    def _answered(self, message_id: str) -> None:
        """Give the answer that was just made the number that the call came with."""
        if message_id in self._integer_ids:
            self._integer_ids.remove(message_id)
            frames = self._conversation.frames
            frames[-1] = unquoted(frames[-1], message_id)
