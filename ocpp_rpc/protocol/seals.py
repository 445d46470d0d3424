"""The interface between a session and signed messages (2.x part 4 §7).

A signed CALL or SEND has the action `<Action>-Signed`; its payload, and that of a
signed CALLRESULT, is a flattened JWS with the payload of the message inside. CALLERROR
and CALLRESULTERROR cannot be signed: the specification has no form for it.

A `Seal` signs messages and checks signatures. A session with a seal passes it each
payload, so that handlers and observers get the message itself. Seals are made by
`ocpp_rpc.security.signing`. For a session without a seal, `BootNotification-Signed` is
an unknown action.

This module does no cryptography. Of the folder it needs `frames`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from .frames import Call, CallResult, Frame, Malformed, MessageType, Send

__all__ = [
    "SUFFIX",
    "Seal",
    "SealMaker",
    "Sealed",
    "Signature",
    "kind_of",
    "without_suffix",
]

SUFFIX: Final = "-Signed"
"""The suffix of the action of a signed CALL or SEND."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """The signature of a message.

    Attributes:
        algorithm: The algorithm in the header, such as ES256; empty if the header
            cannot be read.
        key: The `x5t#S256` of the signer's certificate: the SHA-256 of its DER, in
            base64url. None for a key without a certificate. If `verified` is False,
            only the header claims it.
        verified: Whether the signature was verified with a trusted key. False only if
            the policy is to check nothing.
    """

    algorithm: str
    key: str | None
    verified: bool

    def __str__(self) -> str:
        """Return one short line."""
        state = "verified" if self.verified else "not verified"
        signer = "" if self.key is None else f" by {self.key[:43]}"
        return f"{self.algorithm[:43] or 'signed'}{signer}, {state}"


class Seal(Protocol):
    """Signs the payloads of one side of a connection, and checks those of the other."""

    def close(self, kind: MessageType, action: str, payload: str) -> str | None:
        """Sign the payload of a message that is about to be sent.

        Args:
            kind: CALL, SEND or CALL_RESULT; CALL_RESULT only if the request was signed.
            action: The action without the suffix; for CALL_RESULT, the action of the
                call.
            payload: The payload, as JSON text.

        Returns:
            The payload of the signed message; None to send the message unsigned.
        """
        ...

    def open(
        self, kind: MessageType, action: str, payload: str, *, signed: bool
    ) -> tuple[str, Signature | None]:
        """Check the signature of a message of the peer.

        Args:
            kind: CALL, SEND or CALL_RESULT.
            action: The action without the suffix; for CALL_RESULT, the action of the
                call.
            payload: The payload as received.
            signed: Whether the action has the suffix. False for CALL_RESULT, which has
                no action: the seal recognises a signed one by its payload.

        Returns:
            The payload of the message itself, and its signature, which is None if the
            message is not signed.

        Raises:
            BadSignature: The message must not be processed. No other exception may be
                raised.
        """
        ...


class SealMaker(Protocol):
    """Creates the seal of each connection."""

    def seal(self, identity: str) -> Seal:
        """Return the seal for a connection of the station with this identity."""
        ...


class Sealed:
    """A mark for frames whose action had the suffix."""

    __slots__ = ()


class _SealedCall(Sealed, Call):
    __slots__ = ()


class _SealedSend(Sealed, Send):
    __slots__ = ()


def without_suffix(frame: Frame | Malformed) -> Frame | Malformed:
    """Return a frame with the action of the message itself, marked as `Sealed`."""
    match frame:
        case Call(message_id, action, payload) if action.endswith(SUFFIX):
            return _SealedCall(message_id, action.removesuffix(SUFFIX), payload)
        case Send(message_id, action, payload) if action.endswith(SUFFIX):
            return _SealedSend(message_id, action.removesuffix(SUFFIX), payload)
        case _:
            return frame


def kind_of(frame: Call | CallResult | Send) -> MessageType:
    """Return the message type of a frame that can be signed."""
    if isinstance(frame, CallResult):
        return MessageType.CALL_RESULT
    return MessageType.CALL if isinstance(frame, Call) else MessageType.SEND
