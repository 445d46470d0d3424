"""The checks of the key and of the names of a certificate or of a request for one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed448, ed25519, rsa
from cryptography.x509.oid import NameOID

from ocpp_rpc.lines import one_line

from .faults import Fault, Reason
from .pem import called

__all__ = ["key_faults", "name_faults", "organization_faults"]

_Named = x509.Certificate | x509.CertificateSigningRequest

LEAST_FACTORING: Final = 2048
"""The minimal bits of a key of RSA or DSA (A00.FR.501, .502: 112 bits of strength)."""

LEAST_CURVE: Final = 224
"""The minimal bits of a key of an elliptic curve (A00.FR.503)."""

_EDWARDS = (ed25519.Ed25519PublicKey, ed448.Ed448PublicKey)


def key_faults(named: _Named) -> Iterator[Fault]:
    """Yield a fault if the key is too weak or cannot make signatures."""
    key = named.public_key()
    least, bits = 0, 0
    if isinstance(key, rsa.RSAPublicKey | dsa.DSAPublicKey):
        least, bits = LEAST_FACTORING, key.key_size
    elif isinstance(key, ec.EllipticCurvePublicKey):
        least, bits = LEAST_CURVE, key.key_size
    elif not isinstance(key, _EDWARDS):
        yield Fault(Reason.WEAK_KEY, f"{called(named)}: its kind of key cannot sign")
    if bits < least:
        detail = f"{called(named)}: its key has {bits} bits, and {least} are needed"
        yield Fault(Reason.WEAK_KEY, detail)


def organization_faults(named: _Named, organization: str | None) -> Iterator[Fault]:
    """Yield a fault unless an O of the subject contains a text (A00.FR.404, .509)."""
    if organization is None:
        return
    found = _values(named, NameOID.ORGANIZATION_NAME)
    if not (organization and any(organization in each for each in found)):
        said = f"its organization (O) does not contain {organization}"
        detail = f"{called(named)}: {said}"
        yield Fault(Reason.WRONG_ORGANIZATION, one_line(detail))


def name_faults(named: _Named, name: str | None) -> Iterator[Fault]:
    """Yield a fault unless the CN of the subject equals a name (A00.FR.405, .511)."""
    if name is None:
        return
    if _values(named, NameOID.COMMON_NAME) != [name]:
        detail = f"{called(named)}: its name (CN) is not {name}"
        yield Fault(Reason.WRONG_NAME, one_line(detail))


def _values(named: _Named, oid: x509.ObjectIdentifier) -> list[str]:
    found = named.subject.get_attributes_for_oid(oid)
    return [each.value for each in found if isinstance(each.value, str)]
