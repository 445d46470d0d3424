"""Keys for signed messages: the key of this side, and the trusted keys.

OCPP has three algorithms (2.x part 4 §7.3), and the key decides which of them fit. Only
the key and the thumbprint of a certificate are used; its issuer and its dates are not
checked, because you trust a certificate by listing it.

This module needs the extra `security`.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from ocpp_rpc.errors import MissingDependency
from ocpp_rpc.protocol.frames import MessageType
from ocpp_rpc.protocol.jws import ALGORITHMS, Jws

try:
    from cryptography import x509
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec, rsa
    from joserfc import jws
    from joserfc.jwk import ECKey, RSAKey
except ImportError as error:
    raise MissingDependency("security") from error

__all__ = [
    "ES256",
    "PrivateKey",
    "PublicKey",
    "Signer",
    "TrustedKey",
    "Verifier",
    "thumbprint",
]

ES256: Final = "ES256"

PrivateKey: TypeAlias = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
PublicKey: TypeAlias = ec.EllipticCurvePublicKey | rsa.RSAPublicKey

_SMALLEST_RSA: Final = 2048  # A00.FR.502: strength of at least 112 bits

_FITTING: Final = (
    "a key of P-256 or an RSA key of at least 2048 bits is needed for signed messages"
)


class _Registry(jws.JWSRegistry):
    """The limits of joserfc, whose defaults are below those of a WebSocket message."""

    max_header_length = 16_384
    max_payload_length = 2**31
    max_signature_length = 4096


# The header is checked before joserfc sees it (`signing`).
_REGISTRIES: Mapping[str, _Registry] = {
    name: _Registry(algorithms=[name], strict_check_header=False) for name in ALGORITHMS
}


def thumbprint(certificate: x509.Certificate) -> str:
    """Return the `x5t#S256` of a certificate (RFC 7515 §4.1.8)."""
    digest = hashlib.sha256(certificate.public_bytes(serialization.Encoding.DER))
    return urlsafe_b64encode(digest.digest()).decode().rstrip("=")


class Signer:
    """The private key with which this side signs.

    Args:
        key: The private key, or its PEM.
        certificate: The certificate of the key, or PEM whose first certificate is used.
            Its `x5t#S256` tells the peer which key signs. None: messages name no
            certificate, so the peer must have exactly one key of this side.
        algorithm: ES256 for a P-256 key; RS256 or RS384 for an RSA key. None: ES256 or
            RS256.
        password: The password of the PEM, if the key is encrypted.
        nonce: Whether to add a random `jti` to the header of each message. RSA gives
            equal messages equal signatures, so a peer that refuses replays refuses, for
            example, every Heartbeat after the first. A receiver that follows RFC 7515
            ignores the `jti`.

    Raises:
        ValueError: The key has the wrong kind, does not fit the algorithm or the
            certificate, or cannot be read.
    """

    def __init__(
        self,
        key: PrivateKey | bytes,
        certificate: x509.Certificate | bytes | None = None,
        *,
        algorithm: str | None = None,
        password: bytes | None = None,
        nonce: bool = False,
    ) -> None:
        private = _private_key(key, password)
        public = private.public_key()
        fitting = _fitting(public)
        if algorithm is not None and algorithm not in fitting:
            raise ValueError(f"the key can sign only with {' or '.join(fitting)}")
        self._key = _jwk(private)
        self._nonce = nonce
        self._registry = _REGISTRIES[algorithm or fitting[0]]
        self.algorithm: Final = algorithm or fitting[0]
        self.thumbprint: Final = _thumbprint_for(certificate, public)

    def __repr__(self) -> str:
        return f"<Signer {self.algorithm} {self.thumbprint or 'without certificate'}>"

    def sign(self, kind: MessageType, action: str, payload: str) -> str:
        """Return the payload of a signed message that contains this payload."""
        header: dict[str, Any] = {
            "alg": self.algorithm,
            "OCPPAction": action,
            "OCPPMessageTypedId": kind.value,
        }
        if self.thumbprint is not None:
            header["x5t#S256"] = self.thumbprint
        if self._nonce:
            header["jti"] = secrets.token_urlsafe(12)
        signed = jws.serialize_json(
            {"protected": header}, payload.encode(), self._key, registry=self._registry
        )
        return json.dumps(signed, separators=(",", ":"))


@dataclass(frozen=True, slots=True, eq=False)
class TrustedKey:
    """A key that may sign.

    Attributes:
        thumbprint: The `x5t#S256` of its certificate; None for a key without one.
        algorithms: The algorithms that fit the key.
    """

    thumbprint: str | None
    algorithms: tuple[str, ...]
    _key: ECKey | RSAKey

    def verifies(self, signed: Jws, algorithm: str) -> bool:
        """Tell whether this key has made a signature by one of its algorithms."""
        texts: Any = {
            "payload": signed.payload,
            "protected": signed.protected,
            "signature": signed.signature,
        }
        # For some inputs, joserfc raises exceptions that are not its own. After any
        # exception, the signature is not verified.
        try:
            jws.deserialize_json(texts, self._key, registry=_REGISTRIES[algorithm])
        except Exception:  # noqa: BLE001
            return False
        return True


class Verifier:
    """The keys with which the peer may sign.

    Args:
        trusted: Certificates, public keys, PEM of any number of certificates, or PEM of
            one public key. A message names a certificate by its `x5t#S256`. A public
            key without a certificate, and messages that name no certificate, are only
            accepted if this is the only key.

    Raises:
        ValueError: There is no key, or a key has the wrong kind or cannot be read.
    """

    def __init__(self, *trusted: x509.Certificate | PublicKey | bytes) -> None:
        self._keys = [key for each in trusted for key in _trusted_keys(each)]
        if not self._keys:
            raise ValueError("pass at least one trusted certificate or key")
        self._by_thumbprint = {key.thumbprint: key for key in self._keys}

    def __repr__(self) -> str:
        return f"<Verifier of {len(self._keys)}>"

    def find(self, named: str | None) -> TrustedKey | None:
        """Return the key of a message, by the `x5t#S256` that it names, if any."""
        found = self._by_thumbprint.get(named) if named is not None else None
        if found is None and len(self._keys) == 1:
            (only,) = self._keys
            found = only if named is None or only.thumbprint is None else None
        return found


# --- Reading keys ---------------------------------------------------------------------


def _private_key(key: PrivateKey | bytes, password: bytes | None) -> PrivateKey:
    loaded: object = key
    if isinstance(key, bytes):
        try:
            loaded = serialization.load_pem_private_key(key, password)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            text = "the private key cannot be read, or its password is wrong"
            raise ValueError(text) from None
    if not isinstance(loaded, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise ValueError(_FITTING)  # noqa: TRY004
    return loaded


def _trusted_keys(
    trusted: x509.Certificate | PublicKey | bytes,
) -> Iterator[TrustedKey]:
    if not isinstance(trusted, bytes):
        yield _trusted_key(trusted)
    elif b"BEGIN CERTIFICATE" in trusted:
        for certificate in _certificates(trusted):
            yield _trusted_key(certificate)
    else:
        try:
            key: Any = serialization.load_pem_public_key(trusted)
        except (ValueError, UnsupportedAlgorithm):
            raise ValueError("a trusted key cannot be read") from None
        yield _trusted_key(key)


def _trusted_key(trusted: x509.Certificate | PublicKey) -> TrustedKey:
    if isinstance(trusted, x509.Certificate):
        public: Any = trusted.public_key()
        return TrustedKey(thumbprint(trusted), _fitting(public), _jwk(public))
    return TrustedKey(None, _fitting(trusted), _jwk(trusted))


def _certificates(pem: bytes) -> Iterable[x509.Certificate]:
    try:
        return x509.load_pem_x509_certificates(pem)
    except ValueError:
        raise ValueError("a certificate cannot be read") from None


def _thumbprint_for(
    certificate: x509.Certificate | bytes | None, public: PublicKey
) -> str | None:
    if certificate is None:
        return None
    if isinstance(certificate, bytes):
        certificate = next(iter(_certificates(certificate)))
    if certificate.public_key() != public:
        raise ValueError("the certificate does not belong to the private key")
    return thumbprint(certificate)


def _fitting(key: object) -> tuple[str, ...]:
    """Return the algorithms that fit a public key.

    Raises:
        ValueError: No algorithm fits.
    """
    match key:
        case ec.EllipticCurvePublicKey(curve=ec.SECP256R1()):
            return (ES256,)
        case rsa.RSAPublicKey(key_size=size) if size >= _SMALLEST_RSA:
            return tuple(name for name in ALGORITHMS if name != ES256)
        case _:
            raise ValueError(_FITTING)


def _jwk(key: PrivateKey | PublicKey) -> ECKey | RSAKey:
    if isinstance(key, ec.EllipticCurvePrivateKey | ec.EllipticCurvePublicKey):
        return ECKey.import_key(key)
    return RSAKey.import_key(key)
