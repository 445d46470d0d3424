"""Reads the certificate of a client from a header of the proxy that verified it."""

from __future__ import annotations

import base64
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from ocpp_rpc.security.events import SecurityEventKind

from .refusals import ProfileRefused

if TYPE_CHECKING:
    from cryptography import x509

__all__ = ["certificate_in"]


def certificate_in(line: str) -> dict[str, Any]:
    """Return the certificate in a header, in the form of `ssl.SSLSocket.getpeercert`.

    Args:
        line: The certificate in PEM, URL-encoded, or as a byte sequence (RFC 9440,
            section 2.1; RFC 8941, section 3.3.5).

    Raises:
        ProfileRefused: The header is neither.
    """
    try:
        return _described(_read(line.strip()))
    except Exception:  # noqa: BLE001 - `cryptography` has errors of several kinds
        why = "the header of the proxy contains no readable certificate"
        raise ProfileRefused(SecurityEventKind.BAD_CERTIFICATE, 403, why) from None


def _read(line: str) -> x509.Certificate:
    from cryptography import x509  # noqa: PLC0415 - an extra

    if line.startswith(":") and line.endswith(":") and len(line) > 1:
        der = base64.b64decode(line[1:-1], validate=True)
        return x509.load_der_x509_certificate(der)
    return x509.load_pem_x509_certificate(unquote(line).encode())


def _described(certificate: x509.Certificate) -> dict[str, Any]:
    return {
        "subject": _names(certificate.subject),
        "issuer": _names(certificate.issuer),
        "serialNumber": _hex(certificate.serial_number),
        "notBefore": _time(certificate.not_valid_before_utc),
        "notAfter": _time(certificate.not_valid_after_utc),
    }


def _hex(number: int) -> str:
    digits = f"{number:X}"
    return digits if len(digits) % 2 == 0 else f"0{digits}"


def _names(name: x509.Name) -> tuple[tuple[tuple[str, str], ...], ...]:
    return tuple(tuple(map(_attribute, part)) for part in name.rdns)


def _attribute(attribute: x509.NameAttribute[Any]) -> tuple[str, str]:
    number = attribute.oid.dotted_string
    return _NAMES.get(number, number), str(attribute.value)


_NAMES: Final = {
    "2.5.4.3": "commonName",
    "2.5.4.5": "serialNumber",
    "2.5.4.6": "countryName",
    "2.5.4.7": "localityName",
    "2.5.4.8": "stateOrProvinceName",
    "2.5.4.10": "organizationName",
    "2.5.4.11": "organizationalUnitName",
    "0.9.2342.19200300.100.1.25": "domainComponent",
}
"""The names of attributes in OpenSSL; all others are named by their number."""


def _time(moment: datetime) -> str:
    month = _MONTHS[moment.month - 1]  # not `strftime`, which uses the locale
    return f"{month} {moment.day:2} {moment:%H:%M:%S %Y} GMT"


_MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
