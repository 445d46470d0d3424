"""Signed messages (2.x part 4 §7): `Settings(signing=Signing(...))`.

`Signing` signs the messages of this side with a `Signer`, and checks the messages of
the peer with a `Verifier`. It stands between frames and session, so handlers, calls and
events have the message itself. A handler asks `current_signature` who has signed the
message; an observer gets the events `Signed` and `SignatureRefused`.

A message is checked in this order, and the first fault ends the check:

1. The payload is an object of three texts: `payload`, `protected` and `signature`. The
   general form, an unprotected header and any other member are refused, because
   libraries for JOSE accept them.
2. Each text is canonical base64url. The protected header is an object whose members
   have the right types, name this action and this message type, and ask for no
   extension.
3. A trusted key has the `x5t#S256` that the header names, and `alg` fits that key.
   Keys within the header (`jwk`, `x5c`, `jku`) are ignored.
4. The key verifies the signature.
5. Under `require`, the signature is new.
6. The payload is UTF-8.

A message that fails one of these, or for which a function of the program fails, is not
processed. The seal raises `BadSignature`, and no other exception.

Needs the extra `security`.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from ocpp_rpc.errors import BadSignature
from ocpp_rpc.lines import about
from ocpp_rpc.protocol.frames import MessageType
from ocpp_rpc.protocol.jws import Jws, claimed, decoded, header_faults, read_jws
from ocpp_rpc.protocol.seals import Seal, Signature

from .keys import ES256, Signer, TrustedKey, Verifier
from .replays import RecentSignatures, Seen

__all__ = [
    "Policy",
    "Signing",
]

logger = logging.getLogger("ocpp_rpc.security")


class Policy(StrEnum):
    """How strictly the messages of the peer are checked.

    Attributes:
        IGNORE: Process signed messages without a check.
        VERIFY: Check signed messages, and process unsigned ones. A proxy between the
            two sides can therefore remove signatures.
        REQUIRE: Check signed messages, and refuse unsigned requests and responses.
            CALLERROR and CALLRESULTERROR have no signed form, and are processed.
    """

    IGNORE = "ignore"
    VERIFY = "verify"
    REQUIRE = "require"


FindVerifier: TypeAlias = Callable[[str], Verifier | None]
"""A function of the identity of a station that returns its keys, or None."""


class Signing:
    """Signs messages and checks signatures, for any number of connections.

    Args:
        signer: The key of this side. None: this side signs nothing.
        verifier: The keys of the peer, or a function of the identity of a station that
            returns its keys. The function is called for each signed message, so you can
            replace keys while a connection is open. It must not block.
        policy: How strictly the messages of the peer are checked.
        sign: The actions whose requests are signed; None: all. The response to a signed
            request is signed regardless of `sign` (part 4 §7.2).
        seen: The memory of signatures for the policy REQUIRE; by default, a
            `RecentSignatures` for this `Signing`. Several `Signing` may share one.

    Raises:
        ValueError: The policy needs a verifier that is missing, the policy does not
            exist, or `sign` is a single text.
    """

    def __init__(
        self,
        *,
        signer: Signer | None = None,
        verifier: Verifier | FindVerifier | None = None,
        policy: Policy | str = Policy.VERIFY,
        sign: Collection[str] | None = None,
        seen: Seen | None = None,
    ) -> None:
        policy = Policy(policy)
        if verifier is None and policy is not Policy.IGNORE:
            raise ValueError(
                f"the policy '{policy}' needs a verifier; "
                f"'{Policy.IGNORE}' accepts signed messages unchecked"
            )
        if isinstance(sign, str):
            raise ValueError(f"sign must be a set of actions, such as {{{sign!r}}}")  # noqa: TRY004
        if policy is Policy.REQUIRE and seen is None:
            seen = RecentSignatures()
        self._terms = _Terms(
            policy=policy,
            signer=signer,
            verifier=verifier,
            actions=None if sign is None else frozenset(sign),
            seen=seen if policy is Policy.REQUIRE else None,
        )

    def __repr__(self) -> str:
        return f"<Signing {self._terms.policy} {self._terms.signer}>"

    def seal(self, identity: str) -> Seal:
        """Return a seal for `Session(seal=)`, for a connection of this station."""
        return _Seal(self._terms, identity)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Terms:
    """The settings that the seals of all connections share; see `Signing`."""

    policy: Policy
    signer: Signer | None
    verifier: Verifier | FindVerifier | None
    actions: frozenset[str] | None
    seen: Seen | None


class _Seal:
    """The seal of one connection."""

    __slots__ = ("_identity", "_terms")

    def __init__(self, terms: _Terms, identity: str) -> None:
        self._terms = terms
        self._identity = identity

    def close(self, kind: MessageType, action: str, payload: str) -> str | None:
        """Sign the payload of a message of this side, if it is to be signed."""
        signer, actions = self._terms.signer, self._terms.actions
        if signer is None:
            return None
        is_chosen = actions is None or action in actions
        if kind is not MessageType.CALL_RESULT and not is_chosen:
            return None
        return signer.sign(kind, action, payload)

    def open(
        self, kind: MessageType, action: str, payload: str, *, signed: bool
    ) -> tuple[str, Signature | None]:
        """Check the payload of a message of the peer.

        Raises:
            BadSignature: The message may not be processed.
        """
        is_result = kind is MessageType.CALL_RESULT
        jws = read_jws(payload) if signed or is_result else None
        if jws is not None:
            return self._unwrap(kind, action, jws)
        if signed:
            raise BadSignature(action, "the payload is not a JWS of three texts")
        if self._terms.policy is Policy.REQUIRE:
            raise BadSignature(action, "there is no signature")
        return payload, None

    def _unwrap(
        self, kind: MessageType, action: str, jws: Jws
    ) -> tuple[str, Signature]:
        if self._terms.policy is Policy.IGNORE:
            return _content(jws, action), claimed(jws)
        header = _checked_header(jws, kind, action)
        try:
            key = self._verified(jws, header, action)
        except BadSignature:
            raise
        except Exception:  # of a user's `verifier` or `seen`; reading has to continue
            logger.exception(
                "%r: a signature cannot be checked",
                self._identity,
                extra=about(self._identity),
            )
            raise BadSignature(action, "the signature cannot be checked") from None
        algorithm = header["alg"]
        signature = Signature(algorithm=algorithm, key=key.thumbprint, verified=True)
        return _content(jws, action), signature

    def _verified(self, jws: Jws, header: dict[str, Any], action: str) -> TrustedKey:
        """Return the key that has signed a message, after checking that it may."""
        key, seen = self._find_key(header.get("x5t#S256")), self._terms.seen
        if key is None:
            raise BadSignature(action, "the key that signs is not trusted")
        if header["alg"] not in key.algorithms:
            raise BadSignature(action, "alg does not fit the key")
        if not key.verifies(jws, header["alg"]):
            raise BadSignature(action, "the signature does not match the key")
        if seen is not None and not seen.add(_mark(jws, header), action):
            raise BadSignature(action, "the signature was seen before")
        return key

    def _find_key(self, named: str | None) -> TrustedKey | None:
        verifier = self._terms.verifier
        if verifier is not None and not isinstance(verifier, Verifier):
            verifier = verifier(self._identity)
        return None if verifier is None else verifier.find(named)


def _checked_header(jws: Jws, kind: MessageType, action: str) -> dict[str, Any]:
    """Return the protected header, after the checks that need no key.

    Raises:
        BadSignature: One of the checks fails.
    """
    try:
        header = jws.header()
        decoded(jws.payload)
        decoded(jws.signature)
    except ValueError as error:
        raise BadSignature(action, f"the JWS cannot be read: {error}") from None
    for fault in header_faults(header, kind, action):
        raise BadSignature(action, fault)
    return header


def _content(jws: Jws, action: str) -> str:
    try:
        return jws.content()
    except ValueError:
        detail = "the signed payload is not base64url of UTF-8"
        raise BadSignature(action, detail) from None


def _mark(jws: Jws, header: dict[str, Any]) -> bytes:
    """Return the digest by which the memory knows a verified signature.

    Anybody can turn an ECDSA signature (r, s) into (r, -s), which verifies as well. The
    digest leaves s out, so that the second form counts as seen. r is random.
    """
    value = decoded(jws.signature)
    if header["alg"] == ES256:
        value = value[: len(value) // 2]
    signed = f"{jws.protected}.{jws.payload}.".encode()
    return hashlib.sha256(signed + value).digest()
