"""Requests of a back office about certificates, in 1.6, 2.0.1 and 2.1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from .actions import ask, check_known
from .hashing import HashAlgorithm, HashData, HashFields, hash_data, same_certificate
from .pem import Readable, join_chain, read_certificate, size_limit
from .store import Installed
from .uses import (
    STATION,
    OwnUses,
    RootUse,
    root_use,
    trigger_of,
    wire_name,
)

if TYPE_CHECKING:
    from ocpp_rpc.connection.connection import Connection

__all__ = [
    "delete_certificate",
    "find_certificate",
    "install_certificate",
    "installed_certificates",
    "trigger_signing",
]


async def trigger_signing(connection: Connection, uses: OwnUses = STATION) -> str:
    """Have a station request a new certificate; return the status.

    The function sends ExtendedTriggerMessage in 1.6 and TriggerMessage in 2.x. If the
    status is Accepted, the station sends a SignCertificate request afterwards.

    Args:
        connection: The connection to the station.
        uses: The uses that the certificate is requested for.

    Raises:
        NotInVersion: The version has no such trigger.
        OcppRpcError: As for `Connection.call`.
    """
    version = connection.package.VERSION
    action = "ExtendedTriggerMessage" if version == "1.6" else "TriggerMessage"
    check_known(connection, action)
    wanted = trigger_of(uses, version)
    found = await ask(connection, action, requestedMessage=wanted)
    return str(found.status)


async def install_certificate(
    connection: Connection, use: RootUse, certificate: Readable
) -> str:
    """Have a station install a root; return the status.

    Args:
        connection: The connection to the station.
        use: The use of the root.
        certificate: The root.

    Raises:
        CertificateRejected: The root cannot be read, or is too long for the version.
        NotInVersion: The version has no such use.
        OcppRpcError: As for `Connection.call`.
    """
    version = connection.package.VERSION
    name, action = wire_name(use, version), "InstallCertificate"
    root = read_certificate(certificate)
    pem = join_chain([root], limit=size_limit(version, action))
    found = await ask(connection, action, certificateType=name, certificate=pem)
    return str(found.status)


async def installed_certificates(
    connection: Connection, *uses: RootUse
) -> list[Installed]:
    """Return the certificates that a station reports as installed.

    The hash data is returned exactly as the station has written it. Pass it unchanged
    to `delete_certificate`, so that the station recognizes it.

    Args:
        connection: The connection to the station.
        uses: The uses to ask for; by default, all. 1.6 needs one request for each.

    Raises:
        NotInVersion: The version has no such use.
        OcppRpcError: As for `Connection.call`.
    """
    version, action = connection.package.VERSION, "GetInstalledCertificateIds"
    if version != "1.6":
        names = [wire_name(each, version) for each in uses]
        found = await ask(connection, action, certificateType=names or None)
        return list(_chains(found.certificate_hash_data_chain or ()))
    listed: list[Installed] = []
    for use in uses or (RootUse.CSMS, RootUse.MANUFACTURER):
        name = wire_name(use, version)
        found = await ask(connection, action, certificateType=name)
        reported = map(_as_reported, found.certificate_hash_data or ())
        listed += [Installed(use=use, hash_data=each) for each in reported]
    return listed


async def delete_certificate(connection: Connection, data: HashFields) -> str:
    """Have a station delete a certificate; return the status.

    Args:
        connection: The connection to the station.
        data: The hash data as the station has reported it, because the station may
            support only one hash algorithm (M04.FR.07).

    Raises:
        OcppRpcError: As for `Connection.call`.
    """
    fields = {
        "hashAlgorithm": str(data.hash_algorithm),
        "issuerNameHash": data.issuer_name_hash,
        "issuerKeyHash": data.issuer_key_hash,
        "serialNumber": data.serial_number,
    }
    found = await ask(connection, "DeleteCertificate", certificateHashData=fields)
    return str(found.status)


def find_certificate(
    installed: Sequence[Installed],
    certificate: Readable,
    issuer: Readable | None = None,
) -> Installed | None:
    """Find a certificate among those that a station reports.

    Args:
        installed: The result of `installed_certificates`.
        certificate: The certificate.
        issuer: The certificate of the issuer; None for a root, which is its own issuer.

    Returns:
        The entry of the certificate; None if the station does not report it.

    Raises:
        CertificateRejected: A certificate cannot be read, or the certificate was not
            issued by that issuer.
    """
    for each in installed:
        algorithm = each.hash_data.hash_algorithm
        if same_certificate(hash_data(certificate, issuer, algorithm), each.hash_data):
            return each
    return None


def _chains(found: Sequence[Any]) -> Iterator[Installed]:
    for each in found:
        name = str(each.certificate_type)
        children = each.child_certificate_hash_data or ()
        yield Installed(
            use=root_use(name) or name,
            hash_data=_as_reported(each.certificate_hash_data),
            children=tuple(map(_as_reported, children)),
        )


def _as_reported(data: Any) -> HashData:
    return HashData(
        hash_algorithm=cast(HashAlgorithm, str(data.hash_algorithm)),
        issuer_name_hash=data.issuer_name_hash,
        issuer_key_hash=data.issuer_key_hash,
        serial_number=data.serial_number,
    )
