"""Certificate hash data, by which OCPP names a certificate without sending it.

Hash data is the CertID of OCSP (RFC 6960 §4.1.1). It consists of the hash of the
issuer's name as written in the certificate, the hash of the issuer's public key, and
the serial number. Only the bits of the key's BIT STRING are hashed, without the
algorithm and the other parts of a SubjectPublicKeyInfo.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Literal, Protocol, TypeAlias, TypeVar, cast

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.x509 import ocsp

from ocpp_messages import Model
from ocpp_rpc.lines import one_line

from .faults import CertificateRejected, Reason
from .pem import UNREADABLE, Readable, called, read_certificate

__all__ = [
    "HashAlgorithm",
    "HashData",
    "HashFields",
    "check_issuer",
    "hash_data",
    "hash_function",
    "normalized",
    "same_certificate",
]

ModelT = TypeVar("ModelT", bound=Model)

HashAlgorithm: TypeAlias = Literal["SHA256", "SHA384", "SHA512"]
"""The hash algorithms of OCPP."""

_FUNCTIONS: Final[Mapping[str, type[hashes.HashAlgorithm]]] = MappingProxyType(
    {"SHA256": hashes.SHA256, "SHA384": hashes.SHA384, "SHA512": hashes.SHA512}
)

_NUMBER: Final = re.compile(r"(?:0[xX])?0*([0-9a-fA-F]+)")

_LONGEST_SERIAL: Final = 40  # digits, as in every datatype


class HashFields(Protocol):
    """The fields of hash data in every version, such as `CertificateHashDataType`."""

    @property
    def hash_algorithm(self) -> str:
        """The hash algorithm."""
        ...

    @property
    def issuer_name_hash(self) -> str:
        """The hash of the issuer's name."""
        ...

    @property
    def issuer_key_hash(self) -> str:
        """The hash of the issuer's public key."""
        ...

    @property
    def serial_number(self) -> str:
        """The serial number, in hex."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class HashData:
    """Hash data of a certificate, independent of the version.

    Attributes:
        hash_algorithm: The hash algorithm.
        issuer_name_hash: The hash of the issuer's name, in lower-case hexadecimal
            digits.
        issuer_key_hash: The hash of the issuer's public key, in lower-case hexadecimal
            digits.
        serial_number: The serial number, in upper-case hexadecimal digits without
            leading zeroes; "0" for zero.
    """

    hash_algorithm: HashAlgorithm
    issuer_name_hash: str
    issuer_key_hash: str
    serial_number: str

    def to(self, kind: type[ModelT], **fields: Any) -> ModelT:
        """Return the hash data as a datatype of a version.

        Args:
            kind: The datatype: `CertificateHashDataType` or `OCSPRequestDataType`.
            fields: The other fields of the datatype, such as `responder_url`.
        """
        made: Any = kind  # no static type tells the fields of each version's datatype
        found: ModelT = made(
            hash_algorithm=self.hash_algorithm,
            issuer_name_hash=self.issuer_name_hash,
            issuer_key_hash=self.issuer_key_hash,
            serial_number=self.serial_number,
            **fields,
        )
        return found


def hash_data(
    certificate: Readable,
    issuer: Readable | None = None,
    algorithm: HashAlgorithm = "SHA256",
) -> HashData:
    """Return the hash data of a certificate.

    Args:
        certificate: The certificate.
        issuer: The certificate of the issuer; None for a root, which is its own issuer.
        algorithm: The hash algorithm.

    Raises:
        CertificateRejected: A certificate cannot be read, or the certificate was not
            issued by that issuer.
        ValueError: OCPP has no such hash algorithm.
    """
    function = hash_function(algorithm)
    leaf = read_certificate(certificate)
    parent = leaf if issuer is None else read_certificate(issuer)
    check_issuer(leaf, parent)
    builder = ocsp.OCSPRequestBuilder().add_certificate(leaf, parent, function)
    found = builder.build()
    return HashData(
        hash_algorithm=algorithm,
        issuer_name_hash=found.issuer_name_hash.hex(),
        issuer_key_hash=found.issuer_key_hash.hex(),
        serial_number=f"{leaf.serial_number:X}",
    )


def hash_function(algorithm: str) -> hashes.HashAlgorithm:
    """Return the hash function with a name.

    Raises:
        ValueError: OCPP has no such hash algorithm.
    """
    if algorithm not in _FUNCTIONS:
        raise ValueError(
            f"the hash algorithm {algorithm} is not one of {', '.join(_FUNCTIONS)}"
        )
    return _FUNCTIONS[algorithm]()


def check_issuer(certificate: x509.Certificate, issuer: x509.Certificate) -> None:
    """Check that an issuer has issued a certificate, by its name and signature.

    Raises:
        CertificateRejected: UNKNOWN_ISSUER: the names differ. BAD_SIGNATURE: another
            key made the signature. WEAK_SIGNATURE: its algorithm is not supported.
    """
    said = f"{called(issuer)} has not issued {called(certificate)}"
    if certificate.issuer != issuer.subject:
        raise CertificateRejected(Reason.UNKNOWN_ISSUER, f"{said}: the names differ")
    try:
        certificate.verify_directly_issued_by(issuer)
    except InvalidSignature:
        raise CertificateRejected(
            Reason.BAD_SIGNATURE, f"{said}: another key made the signature"
        ) from None
    except UNREADABLE:
        raise CertificateRejected(
            Reason.WEAK_SIGNATURE,
            f"{called(certificate)}: the algorithm of its signature is not supported",
        ) from None


def same_certificate(one: HashFields, other: HashFields) -> bool:
    """Tell whether hash data of one algorithm is about the same certificate.

    Hashes and serial numbers are compared as numbers, ignoring case and leading zeroes,
    because peers write them in different ways. Hash data with a value that is not a
    hexadecimal number never matches.
    """
    try:
        return normalized(one) == normalized(other)
    except ValueError:
        return False


def normalized(data: HashFields) -> HashData:
    """Return hash data in the notation of `hash_data`.

    Raises:
        ValueError: A value is not a hexadecimal number or is too long, or OCPP has no
            such hash algorithm.
    """
    size = 2 * hash_function(data.hash_algorithm).digest_size
    return HashData(
        hash_algorithm=cast(HashAlgorithm, str(data.hash_algorithm)),
        issuer_name_hash=f"{_number(data.issuer_name_hash, size):0{size}x}",
        issuer_key_hash=f"{_number(data.issuer_key_hash, size):0{size}x}",
        serial_number=f"{_number(data.serial_number, _LONGEST_SERIAL):X}",
    )


def _number(digits: str, longest: int) -> int:
    match = _NUMBER.fullmatch(digits.strip())
    if match is None or len(match[1]) > longest:
        raise ValueError(
            f"{one_line(digits)} is not hexadecimal, or has more than {longest} digits"
        )
    return int(match[1], 16)
