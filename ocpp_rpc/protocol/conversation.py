"""The state that the two halves of a session share.

One half of a `Session` has the calls of this side (`outgoing`, `replies`), the other
the calls of the peer (`incoming`). Both use the same settings, and both leave frames to
write and events to handle in one place, in the order in which they arise. The owner
therefore sees one stream, whichever half a frame or event comes from.

Only the session and its halves use a `Conversation`.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass, field
from typing import TYPE_CHECKING

from ocpp_messages import (
    DecodeError,
    Model,
    Procedure,
    Role,
    Tolerance,
    VersionPackage,
)
from ocpp_rpc.errors import BadSignature

from .diagnosis import diagnose
from .dialect import Dialect
from .error_codes import malformed_answer
from .events import BadMessage, Deviated, Event, SignatureRefused, Signed
from .frames import Call, CallError, CallResult, Malformed, Send
from .limits import Limits
from .seals import Seal, Sealed, Signature, kind_of
from .tolerances import Tolerances

if TYPE_CHECKING:
    from .mending import Mender

__all__ = ["Conversation"]


@dataclass(slots=True, eq=False)
class Conversation:
    """The settings of a session, and the frames and events for its owner.

    Attributes:
        package: The messages of the negotiated version.
        role: The role of this side, one of the two roles of the package.
        dialect: The rules of the version.
        limits: How much may be pending at once.
        tolerances: The deviations to accept in messages of the peer.
        observed: Whether to report events that only observers need.
        seal: Signs messages and checks signatures; None if messages are not signed.
        peer_role: The other role of the package.
        frames: Frames to write before any call of this side.
        events: Events that the owner has not taken yet.
        bad_messages: The number of bad messages of the peer in a row.
        signature: The signature of the message that was read last; None if it has none.
        mender: Corrects payloads that are not JSON; None: no correction.

    Raises:
        ValueError: The package does not have this role.
    """

    package: VersionPackage
    role: Role
    _: KW_ONLY
    dialect: Dialect
    limits: Limits
    tolerances: Tolerances
    observed: bool = True
    seal: Seal | None = None
    peer_role: Role = field(init=False)
    frames: list[str] = field(init=False, default_factory=list[str])
    events: list[Event] = field(init=False, default_factory=list[Event])
    bad_messages: int = field(init=False, default=0)
    signature: Signature | None = field(init=False, default=None)
    mender: Mender | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        roles = (self.package.STATION, self.package.BACK_OFFICE)
        if self.role not in roles:
            raise ValueError(f"OCPP {self.package.VERSION} has no role {self.role}")
        self.peer_role = roles[1 - roles.index(self.role)]

    def read(
        self,
        cls: type[Model],
        procedure: Procedure,
        frame: Call | CallResult | Send,
        tolerance: Tolerance | None = None,
    ) -> Model:
        """Return the message of a payload; report accepted deviations as an event.

        Raises:
            BadSignature: The signature is wrong or missing.
            DecodeError: The payload has violations that the tolerance does not accept.
        """
        if self.seal is not None:
            self._open(self.seal, procedure, frame)
        if tolerance is None:
            tolerance = self.tolerances.of(cls)
        try:
            message, deviations = tolerance.loads(cls, frame.payload)
        except DecodeError:
            if not self._mend(frame):
                raise
            message, deviations = tolerance.loads(cls, frame.payload)
        if self.mender is not None:
            deviations = (*self.mender.take(), *deviations)
        if deviations:
            self.events.append(Deviated(frame.id, procedure, message, deviations))
        return message

    def _mend(self, frame: Call | CallResult | Send) -> bool:
        """Correct a payload that cannot be read, and tell whether it was changed."""
        mended = None if self.mender is None else self.mender.payload(frame.payload)
        if mended is None:
            return False
        frame.payload = mended
        return True

    def diagnose(self, text: str) -> Malformed | None:
        """Return the fault of a frame with an unreadable payload, or None for JSON."""
        return diagnose(text if self.mender is None else self.mender.whole(text))

    def _open(
        self, seal: Seal, procedure: Procedure, frame: Call | CallResult | Send
    ) -> None:
        """Check the signature of a frame, unwrap its payload, and report both.

        Raises:
            BadSignature: The signature is wrong or missing.
        """
        action, signed = procedure.action, isinstance(frame, Sealed)
        try:
            frame.payload, self.signature = seal.open(
                kind_of(frame), action, frame.payload, signed=signed
            )
        except BadSignature as error:
            self.events.append(SignatureRefused(frame.id, action, error.detail))
            raise
        if self.observed and self.signature is not None:
            self.events.append(Signed(frame.id, action, self.signature))

    def reject(self, problem: Malformed) -> None:
        """Report a bad message, and answer it if the dialect demands it."""
        answer = malformed_answer(problem, self.dialect)
        if answer is not None:
            frame = self.dialect.error_frame(CallError, *answer)
            self.frames.append(frame.serialize())
        self.bad_messages += 1
        self.events.append(BadMessage(problem, None if answer is None else answer[1]))
