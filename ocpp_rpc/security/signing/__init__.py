"""Signed messages (2.x part 4 §7): `Settings(signing=Signing(...))`."""

from __future__ import annotations

from ocpp_rpc.connection.signed import current_signature
from ocpp_rpc.protocol.seals import Signature

from .keys import Signer, Verifier, thumbprint
from .replays import RecentSignatures, Seen
from .signing import Policy, Signing

__all__ = [
    "Policy",
    "RecentSignatures",
    "Seen",
    "Signature",
    "Signer",
    "Signing",
    "Verifier",
    "current_signature",
    "thumbprint",
]
