"""The back office renews the certificate of the charger, and manages its roots.

It has to trigger the request for a certificate, which is for the O and the CN below,
and to send a certificate; and to install a root, to ask what is installed, and to
delete a certificate.
"""

from __future__ import annotations

from ocpp_rpc.security.certificates import (
    CertificateStore,
    MemoryStorage,
    StationCertificates,
)
from ocpp_rpc.simulator import Charger

__all__ = ["session"]

ORGANIZATION = "Acme CPO"


async def session(charger: Charger) -> None:
    """Get a new certificate, and answer the rest."""
    versions = ("1.6", "2.0.1", "2.1")
    assert charger.version in versions, f"not for OCPP {charger.version}"
    store = CertificateStore(
        MemoryStorage(),
        organization=ORGANIZATION,
        serial=charger.identity,
        check_path=False,  # the roots of the back office are not known here
    )
    certificates = StationCertificates(store)
    charger.station.routes.include(certificates.routes)
    trigger = charger.expect(
        "ExtendedTriggerMessage", "TriggerMessage", answer="Accepted"
    )
    installed = charger.expect("InstallCertificate")
    listed = charger.expect("GetInstalledCertificateIds")
    deleted = charger.expect("DeleteCertificate")

    await charger.boot()
    await charger.report_status(in_use=False)
    await trigger
    await certificates.renew(charger.connection)
    await installed
    await listed
    await deleted
