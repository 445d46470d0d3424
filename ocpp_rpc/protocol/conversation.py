"""What the halves of a session share.

A `Session` deals with the calls of ours (`outgoing`, `replies`) and those of the peer
(`incoming`). Both go by the same terms, and both leave what they have for the owner in
one place: frames to write and events to look at, each in the order in which they came
about. So the owner sees one stream, whichever half a step of it came from.

Nothing but the session and its halves touches a `Conversation`.
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
    """The terms of a session, and what it has for its owner.

    Attributes:
        package: The messages of the negotiated version.
        role: This side's role, one of the package's two.
        dialect: The rules.
        limits: How much is pending at once.
        tolerances: How much what comes in may deviate.
        observed: Whether there are events that nothing depends on.
        seal: Signs and checks; None: there are no signed messages.
        peer_role: The other role of the package.
        frames: What is to be written before any call of ours.
        events: What has happened.
        bad_messages: How many bad messages of the peer came in a row.
        signature: That of the message that was read last; None if it has none.
        mender: Mends what is no JSON; None: nothing does.

    Raises:
        ValueError: The package has no such role.
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
        """Return what a payload holds; report what may pass.

        Raises:
            BadSignature: Its signature does not let it be processed.
            DecodeError: It holds what may not.
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
        """Mend a payload that cannot be read, and tell whether that changed it."""
        mended = None if self.mender is None else self.mender.payload(frame.payload)
        if mended is None:
            return False
        frame.payload = mended
        return True

    def diagnose(self, text: str) -> Malformed | None:
        """Say what is wrong with a frame whose payload cannot be read, if anything."""
        return diagnose(text if self.mender is None else self.mender.whole(text))

    def _open(
        self, seal: Seal, procedure: Procedure, frame: Call | CallResult | Send
    ) -> None:
        """Take the payload of a frame out of its signature, and report that.

        Raises:
            BadSignature: It is not to be processed.
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
        """Report a bad message, and answer it where the dialect says so."""
        answer = malformed_answer(problem, self.dialect)
        if answer is not None:
            frame = self.dialect.error_frame(CallError, *answer)
            self.frames.append(frame.serialize())
        self.bad_messages += 1
        self.events.append(BadMessage(problem, None if answer is None else answer[1]))
