"""A second implementation of signed messages, by `cryptography` alone, for forgeries.

It signs whatever it is told to, right or wrong.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils

from tests.security.authority import Key

__all__ = ["NEXT", "ORDER", "encoded", "forged", "header_of", "named", "sign"]

ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""The order of the group of P-256."""

NEXT: Final = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
    "BCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_A",
)
"""From each character of base64url to the next."""


def encoded(data: str | bytes) -> str:
    raw = data.encode() if isinstance(data, str) else data
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def named(certificate: x509.Certificate) -> str:
    """The `x5t#S256` of a certificate."""
    der = certificate.public_bytes(serialization.Encoding.DER)
    return encoded(hashlib.sha256(der).digest())


def header_of(action: str, kind: int, certificate: x509.Certificate) -> dict[str, Any]:
    """A header as it should be, of ES256."""
    return {
        "alg": "ES256",
        "OCPPAction": action,
        "OCPPMessageTypedId": kind,
        "x5t#S256": named(certificate),
    }


def forged(
    payload: str | bytes,
    header: Mapping[str, Any] | str,
    key: Key | bytes | None,
    *,
    algorithm: str = "ES256",
) -> dict[str, str]:
    """Sign a payload under any header, by any algorithm; None: with nothing."""
    text = header if isinstance(header, str) else json.dumps(header)
    first, second = encoded(text), encoded(payload)
    signature = (
        b"" if key is None else sign(f"{first}.{second}".encode(), key, algorithm)
    )
    return {"payload": second, "protected": first, "signature": encoded(signature)}


def sign(data: bytes, key: Key | bytes, algorithm: str = "ES256") -> bytes:
    """Sign bytes; a key of bytes is one of HMAC."""
    if isinstance(key, bytes):
        return hmac.new(key, data, hashlib.sha256).digest()
    digest: Any = {"256": hashes.SHA256(), "384": hashes.SHA384()}[algorithm[2:]]
    if isinstance(key, rsa.RSAPrivateKey):
        if algorithm.startswith("PS"):
            pss = padding.PSS(padding.MGF1(digest), digest.digest_size)
            return key.sign(data, pss, digest)
        return key.sign(data, padding.PKCS1v15(), digest)
    r, s = utils.decode_dss_signature(key.sign(data, ec.ECDSA(digest)))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")
