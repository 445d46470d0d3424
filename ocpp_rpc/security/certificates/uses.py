"""The uses of certificates, named as in 2.x, with the names of 1.6 that differ."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeAlias

from ocpp_rpc.errors import NotInVersion

__all__ = [
    "BOTH",
    "STATION",
    "V2G_CHAIN",
    "OwnUse",
    "OwnUses",
    "RootUse",
    "check_uses",
    "root_use",
    "signing_type",
    "signing_uses",
    "trigger_of",
    "triggered_uses",
    "wire_name",
]


class RootUse(StrEnum):
    """The use of a root that is installed in a station."""

    CSMS = "CSMSRootCertificate"
    MANUFACTURER = "ManufacturerRootCertificate"
    V2G = "V2GRootCertificate"
    MO = "MORootCertificate"
    OEM = "OEMRootCertificate"


class OwnUse(StrEnum):
    """The use of a station's own certificate."""

    STATION = "ChargingStationCertificate"
    V2G = "V2GCertificate"
    V2G20 = "V2G20Certificate"


OwnUses: TypeAlias = tuple[OwnUse, ...]
"""The uses of one certificate of a station: one, or both for cars and back office."""

STATION: Final[OwnUses] = (OwnUse.STATION,)
"""The certificate is for the connection to the back office only."""

BOTH: Final[OwnUses] = (OwnUse.STATION, OwnUse.V2G)
"""The certificate is for the back office and for cars: no certificateType in 2.x."""

V2G_CHAIN: Final = "V2GCertificateChain"
"""The name in reports of the station's certificate for cars, with its authorities."""

_NAMES_16: Final[Mapping[str, str]] = {
    RootUse.CSMS: "CentralSystemRootCertificate",
    RootUse.MANUFACTURER: "ManufacturerRootCertificate",
}

_ROOT_USES: Final[Mapping[str, Mapping[RootUse, str]]] = {
    "1.6": {RootUse(use): name for use, name in _NAMES_16.items()},
    "2.0.1": {use: use.value for use in RootUse if use is not RootUse.OEM},
    "2.1": {use: use.value for use in RootUse},
}

_TRIGGERS: Final[Mapping[str, Mapping[str, OwnUses]]] = {
    "1.6": {"SignChargePointCertificate": STATION},
    "2.0.1": {
        "SignChargingStationCertificate": STATION,
        "SignV2GCertificate": (OwnUse.V2G,),
        "SignCombinedCertificate": BOTH,
    },
    "2.1": {
        "SignChargingStationCertificate": STATION,
        "SignV2GCertificate": (OwnUse.V2G,),
        "SignV2G20Certificate": (OwnUse.V2G20,),
        "SignCombinedCertificate": BOTH,
    },
}


def wire_name(use: RootUse, version: str) -> str:
    """Return the name that a version has for the use of a root.

    Raises:
        NotInVersion: The version has no such use.
    """
    names = _ROOT_USES.get(version, {})
    if use not in names:
        raise NotInVersion(f"OCPP {version} has no {use}")
    return names[use]


def root_use(name: str) -> RootUse | None:
    """Return the use of a root that has a name in some version; None if none has."""
    found = {each: use for names in _ROOT_USES.values() for use, each in names.items()}
    return found.get(name)


def signing_type(uses: OwnUses) -> str | None:
    """Return the `certificateType` of 2.x; None, to be left out, for both uses."""
    return None if uses == BOTH else uses[0].value


def signing_uses(name: str | None, version: str) -> OwnUses:
    """Return the uses of a certificate for the `certificateType` of a message."""
    if version == "1.6":
        return STATION
    return BOTH if name is None else (OwnUse(name),)


def triggered_uses(requested: str, version: str) -> OwnUses | None:
    """Return the uses that a trigger requests; None if it is for another message."""
    return _TRIGGERS.get(version, {}).get(requested)


def check_uses(uses: OwnUses, version: str) -> None:
    """Check that a version has certificates for some uses.

    Raises:
        NotInVersion: The version has none.
    """
    if uses not in _TRIGGERS[version].values():
        raise NotInVersion(f"OCPP {version} has no {' and '.join(uses)}")


def trigger_of(uses: OwnUses, version: str) -> str:
    """Return the `requestedMessage` that triggers a request for a certificate.

    Raises:
        NotInVersion: The version has no trigger for these uses.
    """
    check_uses(uses, version)
    return next(name for name, found in _TRIGGERS[version].items() if found == uses)
