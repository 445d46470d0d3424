"""The check that the certificate of a server is for a host name."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address

from cryptography import x509
from cryptography.x509.oid import NameOID

from ocpp_rpc.lines import one_line

from .faults import Fault, Reason
from .pem import called

__all__ = ["host_faults"]


def host_faults(certificate: x509.Certificate, host: str | None) -> Iterator[Fault]:
    """Yield a fault unless a certificate is for a host.

    The CN counts only if there is no subjectAltName (RFC 6125 §6.4.4; A00.FR.510). An
    IP address has to be among the subjectAltNames, if there are any. A wildcard matches
    no host, because 2.x forbids wildcards unless the station is configured to accept
    them (AllowCSMSTLSWildcards).
    """
    if host is None or _plain(host) in {*map(_plain, _hosts(certificate))}:
        return
    detail = f"{called(certificate)}: it is not for the host {host}"
    yield Fault(Reason.WRONG_NAME, one_line(detail))


def _hosts(certificate: x509.Certificate) -> list[str]:
    try:
        extension = certificate.extensions.get_extension_for_class(
            x509.SubjectAlternativeName
        )
    except x509.ExtensionNotFound:
        found = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return [each.value for each in found if isinstance(each.value, str)]
    names = extension.value
    addresses = names.get_values_for_type(x509.IPAddress)
    return [*names.get_values_for_type(x509.DNSName), *map(str, addresses)]


def _plain(host: str) -> str:
    """Return a host name or an IP address in the form that is compared."""
    try:
        return str(ip_address(host.strip("[]")))
    except ValueError:
        return host.rstrip(".").lower()
