"""The form of a flattened JWS (RFC 7515 §7.2.2), read without a key.

OCPP allows exactly three members: `payload`, `protected` and `signature`, each a text,
and four members of the protected header have a meaning (2.x part 4 §7). This module is
enough for a log, a recording, and a receiver that does not check signatures. Signatures
are checked by `ocpp_rpc.security.signing`.

`open_frame` returns a frame as it would be without its signature. Of the folder this
module needs `frames` and `seals`.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, cast

from .frames import Call, CallResult, Frame, Malformed, MessageType, Send
from .seals import SUFFIX, Signature

__all__ = [
    "ALGORITHMS",
    "MEMBERS",
    "Jws",
    "claimed",
    "decoded",
    "header_faults",
    "open_frame",
    "read_jws",
]

ALGORITHMS: Final = ("ES256", "RS256", "RS384")
"""The algorithms of part 4 §7.3."""

MEMBERS: Final = ("payload", "protected", "signature")
"""The members, each of which is a text."""

_BASE64URL: Final = re.compile("[A-Za-z0-9_-]*")

# A padded text of another length, or one with bits that mean nothing in its last
# character, would be a second way to write the same bytes (RFC 4648 §3.5).
_LAST: Final = {0: None, 2: frozenset("AQgw"), 3: frozenset("AEIMQUYcgkosw048")}


@dataclass(frozen=True, slots=True)
class Jws:
    """The three texts of a flattened JWS, as they are on the wire."""

    payload: str
    protected: str
    signature: str

    def content(self) -> str:
        """Return the payload of the message itself.

        Raises:
            ValueError: It is not base64url of UTF-8.
        """
        return decoded(self.payload).decode()

    def header(self) -> dict[str, Any]:
        """Return the protected header.

        Raises:
            ValueError: It is not base64url of a JSON object without duplicate members.
        """
        text = decoded(self.protected).decode()
        try:
            value: Any = json.loads(text, object_pairs_hook=_unique)
        except RecursionError:
            raise ValueError("nested too deeply") from None
        if not isinstance(value, dict):
            raise ValueError("not an object")  # noqa: TRY004
        return cast(dict[str, Any], value)


def read_jws(payload: str) -> Jws | None:
    """Return the JWS in a payload; None if the payload is not one.

    It is not one if a member is missing, has another name, or is not a text.
    """
    if not all(f'"{name}"' in payload for name in MEMBERS):
        return None
    try:
        value: Any = json.loads(payload, object_pairs_hook=_unique)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    members = cast(dict[str, Any], value)
    if set(members) != set(MEMBERS):
        return None
    texts = [members[name] for name in MEMBERS]
    return Jws(*texts) if all(isinstance(text, str) for text in texts) else None


def decoded(text: str) -> bytes:
    """Return the bytes of a text in base64url, and accept their only valid spelling.

    Raises:
        ValueError: The text has padding, other characters, or unused bits that are set.
    """
    if _BASE64URL.fullmatch(text) is None:
        raise ValueError("not base64url without padding")
    rest = len(text) % 4
    if rest not in _LAST:
        raise ValueError("not of a length that base64url has")
    last = _LAST[rest]
    if last is not None and text[-1] not in last:
        raise ValueError("not the one way to write these bytes")
    return urlsafe_b64decode(text + "=" * (-rest % 4))


def open_frame(
    frame: Frame | Malformed,
) -> tuple[Frame | Malformed, Jws | None]:
    """Return a frame without its signature, and the signature, which is not checked.

    A frame that is not signed, or whose JWS cannot be read, is returned unchanged, with
    None as the signature.
    """
    rebuild: Callable[[str], Frame]
    match frame:
        case CallResult(message_id, payload):
            rebuild = partial(CallResult, message_id)
        case Call() | Send() if frame.action.endswith(SUFFIX):
            payload = frame.payload
            rebuild = partial(type(frame), frame.id, frame.action.removesuffix(SUFFIX))
        case _:
            return frame, None
    jws = read_jws(payload)
    if jws is None:
        return frame, None
    try:
        return rebuild(jws.content()), jws
    except ValueError:
        return frame, None


def header_faults(
    header: Mapping[str, Any], kind: MessageType, action: str
) -> Iterator[str]:
    """Iterate over the faults of a protected header.

    Args:
        header: The header.
        kind: The type of the message.
        action: The action of the message, or of the call that the message answers.
    """
    number = header.get("OCPPMessageTypedId")
    if header.get("alg") not in ALGORITHMS:
        yield f"alg is not {' or '.join(ALGORITHMS)}"
    if header.get("OCPPAction") != action:
        yield "OCPPAction is not the action"
    if type(number) is not int or number != kind:
        yield "OCPPMessageTypedId is not the message type"
    if not _EXTENDING.isdisjoint(header):
        yield "the header asks for an extension"
    if not isinstance(header.get("x5t#S256", ""), str):
        yield "x5t#S256 is not a text"


_EXTENDING: Final = frozenset({"b64", "crit"})
"""Members that change what a signature means (RFC 7797, RFC 7515 §4.1.11)."""


def claimed(jws: Jws) -> Signature:
    """Return the claims of a signature that is not checked."""
    try:
        header = jws.header()
    except ValueError:
        header = {}
    algorithm, key = header.get("alg"), header.get("x5t#S256")
    return Signature(
        algorithm=algorithm if isinstance(algorithm, str) else "",
        key=key if isinstance(key, str) else None,
        verified=False,
    )


def _unique(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("two members have the same name")
    return members
