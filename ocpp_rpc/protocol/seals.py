"""Signed messages, as far as a session has to know of them (2.x part 4 §7).

A signed CALL or SEND has the action `<Action>-Signed`; its payload, and that of a
signed CALLRESULT, is a flattened JWS with the payload of the message inside. CALLERROR
and CALLRESULTERROR cannot be signed: the specification has no form for it.

A `Seal` signs and checks. A session that has one passes it each payload, so that
everything above the session sees the message itself. `ocpp_rpc.security.signing` makes
seals. For a session without a seal, `BootNotification-Signed` is an unknown action.

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
"""What follows the action of a signed CALL or SEND."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """The signature of a message: by which key, and whether that was verified.

    Attributes:
        algorithm: The algorithm in the header, such as ES256; empty if the header
            cannot be read.
        key: The `x5t#S256` of the certificate that has signed: the SHA-256 of its DER,
            in base64url. None for a key without a certificate. If `verified` is False,
            it is only what the header claims.
        verified: Whether a trusted key verified the signature. False only under the
            policy that checks nothing.
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
        """Sign the payload of a message of ours.

        Args:
            kind: CALL, SEND or CALL_RESULT. The last is only asked for if the request
                was signed.
            action: The action, without a suffix; that of the call for CALL_RESULT.
            payload: The payload.

        Returns:
            The payload of the signed message; None if the message is not to be signed.
        """
        ...

    def open(
        self, kind: MessageType, action: str, payload: str, *, signed: bool
    ) -> tuple[str, Signature | None]:
        """Check the payload of a message of the peer.

        Args:
            kind: CALL, SEND or CALL_RESULT.
            action: The action, without a suffix; that of the call for CALL_RESULT.
            payload: The payload, as it came.
            signed: Whether the action has the suffix. False for CALL_RESULT, which has
                no action: the seal recognises a signed one by its payload.

        Returns:
            The payload of the message itself, and its signature; None for a message
            that is not signed.

        Raises:
            BadSignature: The message may not be processed. Nothing else is raised.
        """
        ...


class SealMaker(Protocol):
    """Makes the seal of each connection."""

    def seal(self, identity: str) -> Seal:
        """Return the seal of a connection of this station."""
        ...


class Sealed:
    """Marks a frame whose action had the suffix."""

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
