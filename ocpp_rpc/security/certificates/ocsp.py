"""OCSP: requests whether a certificate is revoked, and their answers (RFC 6960).

This module fetches nothing. In OCPP, the URL of the responder comes from the peer, and
a program that fetches any URL of a peer can be made to call services inside its own
network (SSRF). Fetch only from hosts that are on a list of your own.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Literal, TypeAlias, TypeVar

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID

from ocpp_messages import Model
from ocpp_rpc.lines import one_line

from .faults import CertificateRejected, Reason, raise_faults
from .hashing import (
    HashAlgorithm,
    HashData,
    HashFields,
    check_issuer,
    hash_data,
    hash_function,
    normalized,
)
from .pem import UNREADABLE, Readable, called, read_certificate, within
from .strength import key_faults

__all__ = ["OcspRequest", "OcspResult", "OcspStatus", "ocsp_request", "ocsp_result"]

ModelT = TypeVar("ModelT", bound=Model)

OcspStatus: TypeAlias = Literal["good", "revoked", "unknown"]
"""The statuses that a responder gives to a certificate."""

LENIENCY: Final = timedelta(minutes=5)
"""The largest accepted difference between the clock of a responder and ours."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OcspRequest:
    """A request to an OCSP responder.

    Attributes:
        der: The request in DER, to be sent as `application/ocsp-request`. The request
            has no nonce, so that a responder can answer from its cache.
        hash_data: The hash data of the certificate.
        responder_url: The URL of the responder that the certificate or the hash data
            names; None if it names none.
    """

    der: bytes
    hash_data: HashData
    responder_url: str | None = None

    def to(self, kind: type[ModelT], **fields: Any) -> ModelT:
        """Return the request as a datatype of a version.

        Args:
            kind: The datatype: `OCSPRequestDataType`.
            fields: The other fields of the datatype. Pass `responder_url` if the
                certificate names none.
        """
        return self.hash_data.to(kind, **{"responder_url": self.responder_url} | fields)


@dataclass(frozen=True, kw_only=True, slots=True)
class OcspResult:
    """The answer of an OCSP responder about a certificate.

    Attributes:
        status: Whether the certificate is good, revoked, or unknown to the responder.
        this_update: The time at which the status was known to be correct.
        next_update: The time until which a newer status will be available; None if a
            newer status may be available at any time.
        revoked_at: The time of the revocation; None if the certificate is not revoked.
        revocation_reason: The reason of the revocation, as RFC 5280 names it; None if
            the responder gives no reason.
    """

    status: OcspStatus
    this_update: datetime
    next_update: datetime | None = None
    revoked_at: datetime | None = None
    revocation_reason: str | None = None


def ocsp_request(
    certificate: Readable | HashFields,
    issuer: Readable | None = None,
    algorithm: HashAlgorithm = "SHA256",
) -> OcspRequest:
    """Return a request to an OCSP responder about a certificate.

    Args:
        certificate: The certificate, or its hash data, such as the `ocsp_request_data`
            of a GetCertificateStatus request.
        issuer: The certificate of the issuer. Required for a certificate, and ignored
            for hash data.
        algorithm: The hash algorithm. Hash data keeps its own.

    Raises:
        CertificateRejected: A certificate cannot be read, or the certificate was not
            issued by that issuer; BAD_HASH_DATA: the hash data is not valid.
        ValueError: A certificate is passed without its issuer.
    """
    if not isinstance(certificate, x509.Certificate | str | bytes):
        return _request_by_hash(certificate)
    if issuer is None:
        raise ValueError("pass the certificate of the issuer")
    leaf = read_certificate(certificate)
    data = hash_data(leaf, issuer, algorithm)
    return OcspRequest(der=_der(data), hash_data=data, responder_url=_responder(leaf))


def ocsp_result(
    response: bytes | str,
    certificate: Readable | HashFields,
    issuer: Readable,
    *,
    now: datetime | None = None,
    limit: int | None = None,
) -> OcspResult:
    """Check an OCSP response, and return its answer about a certificate.

    A response is accepted if it is current and is signed by the issuer, or by a
    responder that has a certificate of the issuer for OCSP signing (RFC 6960
    §4.2.2.2). Signatures with RSA-PSS are not supported.

    Args:
        response: The response as bytes of DER, or as base64, such as the `ocsp_result`
            of a GetCertificateStatus response.
        certificate: The certificate, or its hash data.
        issuer: The certificate of the issuer.
        now: The time at which the response has to be current; None is the current time.
        limit: The maximal number of characters or bytes, see `size_limit`; None sets no
            limit.

    Raises:
        CertificateRejected: TOO_LONG; BAD_OCSP: the response cannot be read, is about
            other certificates, or reports that the responder has failed; BAD_SIGNATURE;
            WEAK_KEY; EXPIRED or NOT_YET_VALID: the response is not current.
    """
    parent = read_certificate(issuer)
    found = _load(_bytes(within(response, limit)))
    now = datetime.now(UTC) if now is None else now
    try:
        _check_signature(found, parent, now)
        single = _find(found.responses, certificate, parent)
        _check_time(single, now)
        return _result(single)
    except UNREADABLE as error:
        if isinstance(error, CertificateRejected):
            raise
        raise _bad(f"it cannot be read: {one_line(error)}") from None


def _bad(detail: str) -> CertificateRejected:
    return CertificateRejected(Reason.BAD_OCSP, f"OCSP response: {detail}")


# --- Asking ---------------------------------------------------------------------------


def _request_by_hash(fields: HashFields) -> OcspRequest:
    url = getattr(fields, "responder_url", None)
    try:
        data = normalized(fields)
        return OcspRequest(der=_der(data), hash_data=data, responder_url=url)
    except ValueError as error:
        raise CertificateRejected(
            Reason.BAD_HASH_DATA, f"the hash data cannot be read: {one_line(error)}"
        ) from None


def _der(data: HashData) -> bytes:
    """Return the request for hash data, in DER.

    Raises:
        ValueError: The hash data is not valid.
    """
    builder = ocsp.OCSPRequestBuilder().add_certificate_by_hash(
        bytes.fromhex(data.issuer_name_hash),
        bytes.fromhex(data.issuer_key_hash),
        int(data.serial_number, 16),
        hash_function(data.hash_algorithm),
    )
    return builder.build().public_bytes(Encoding.DER)


def _responder(certificate: x509.Certificate) -> str | None:
    try:
        access = certificate.extensions.get_extension_for_class(
            x509.AuthorityInformationAccess
        )
    except x509.ExtensionNotFound:
        return None
    for each in access.value:
        is_url = isinstance(each.access_location, x509.UniformResourceIdentifier)
        if is_url and each.access_method == AuthorityInformationAccessOID.OCSP:
            return str(each.access_location.value)
    return None


# --- Reading --------------------------------------------------------------------------


def _bytes(response: bytes | str) -> bytes:
    if isinstance(response, bytes):
        return response
    try:
        return base64.b64decode("".join(response.split()), validate=True)
    except (binascii.Error, ValueError):
        raise _bad("it is not base64") from None


def _load(der: bytes) -> ocsp.OCSPResponse:
    try:
        response = ocsp.load_der_ocsp_response(der)
    except UNREADABLE as error:
        raise _bad(f"it cannot be read: {one_line(error)}") from None
    if response.response_status is not ocsp.OCSPResponseStatus.SUCCESSFUL:
        name = response.response_status.name.lower()
        raise _bad(f"the responder has not answered: {name}")
    return response


def _find(
    responses: Iterable[ocsp.OCSPSingleResponse],
    certificate: Readable | HashFields,
    issuer: x509.Certificate,
) -> ocsp.OCSPSingleResponse:
    """Return the part of a response that is about a certificate.

    Raises:
        CertificateRejected: No part is about the certificate.
    """
    for each in responses:
        wanted = _wanted(certificate, issuer, each.hash_algorithm)
        found = each.issuer_name_hash, each.issuer_key_hash, each.serial_number
        if wanted == found:
            return each
    raise _bad("it has no status of this certificate")


def _wanted(
    certificate: Readable | HashFields,
    issuer: x509.Certificate,
    function: hashes.HashAlgorithm,
) -> tuple[bytes, bytes, int] | None:
    """Return the hash data of a certificate for the hash function of a responder.

    A responder may use any hash function, even SHA-1. If only hash data of another hash
    function is known, the result is None.
    """
    if isinstance(certificate, x509.Certificate | str | bytes):
        leaf = read_certificate(certificate)
        check_issuer(leaf, issuer)
        builder = ocsp.OCSPRequestBuilder().add_certificate(leaf, issuer, function)
        request = builder.build()
        return request.issuer_name_hash, request.issuer_key_hash, request.serial_number
    data = normalized(certificate)
    if data.hash_algorithm != function.name.upper():
        return None
    return (
        bytes.fromhex(data.issuer_name_hash),
        bytes.fromhex(data.issuer_key_hash),
        int(data.serial_number, 16),
    )


def _check_time(single: ocsp.OCSPSingleResponse, now: datetime) -> None:
    start, end = single.this_update_utc, single.next_update_utc
    if start > now + LENIENCY:
        raise CertificateRejected(
            Reason.NOT_YET_VALID,
            f"OCSP response: it is not valid before {start.isoformat()}",
        )
    if end is not None and end < now - LENIENCY:
        raise CertificateRejected(
            Reason.EXPIRED, f"OCSP response: it was valid until {end.isoformat()}"
        )


def _result(single: ocsp.OCSPSingleResponse) -> OcspResult:
    why = single.revocation_reason
    return OcspResult(
        status=_STATUSES[single.certificate_status],
        this_update=single.this_update_utc,
        next_update=single.next_update_utc,
        revoked_at=single.revocation_time_utc,
        revocation_reason=None if why is None else str(why.value),
    )


_STATUSES: Final[dict[ocsp.OCSPCertStatus, OcspStatus]] = {
    ocsp.OCSPCertStatus.GOOD: "good",
    ocsp.OCSPCertStatus.REVOKED: "revoked",
    ocsp.OCSPCertStatus.UNKNOWN: "unknown",
}


# --- Signatures -----------------------------------------------------------------------


def _check_signature(
    response: ocsp.OCSPResponse, issuer: x509.Certificate, now: datetime
) -> None:
    """Check that the issuer or its responder has signed a response.

    Raises:
        CertificateRejected: BAD_SIGNATURE: neither has signed it. WEAK_KEY: the key of
            the signer is too weak.
    """
    for signer in (issuer, *_delegated(response, issuer, now)):
        if _has_signed(signer, response):
            raise_faults(list(key_faults(signer)))
            return
    raise CertificateRejected(
        Reason.BAD_SIGNATURE,
        f"OCSP response: neither {called(issuer)} nor its responder has signed it",
    )


def _delegated(
    response: ocsp.OCSPResponse, issuer: x509.Certificate, now: datetime
) -> Iterator[x509.Certificate]:
    """Yield the certificates of a response by which an issuer authorizes responders."""
    for each in response.certificates:
        try:
            check_issuer(each, issuer)
            uses = each.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
        except (CertificateRejected, x509.ExtensionNotFound):
            continue
        is_valid = each.not_valid_before_utc <= now <= each.not_valid_after_utc
        if is_valid and ExtendedKeyUsageOID.OCSP_SIGNING in uses:
            yield each


def _has_signed(signer: x509.Certificate, response: ocsp.OCSPResponse) -> bool:
    key, function = signer.public_key(), response.signature_hash_algorithm
    signature, signed = response.signature, response.tbs_response_bytes
    try:
        if isinstance(key, ed25519.Ed25519PublicKey | ed448.Ed448PublicKey):
            key.verify(signature, signed)
        elif function is None or isinstance(function, hashes.SHA1):
            return False
        elif isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, signed, padding.PKCS1v15(), function)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, signed, ec.ECDSA(function))
        else:
            return False
    except InvalidSignature:
        return False
    return True
