"""Certificates: hash data, requests, chains, revocation, in the terms of OCPP.

It needs the extra `security`. These functions need no connection:

* `hash_data` and `same_certificate`: how OCPP names a certificate;
* `make_csr` and `check_csr`: requests for a certificate;
* `check_chain` and `check_root`: whether a certificate may be believed;
* `split_chain`, `join_chain` and `size_limit`: PEM, within the limits of a version;
* `ocsp_request`, `ocsp_result` and `certificate_status`: what is revoked.

What is wrong with a certificate is a `CertificateRejected`, which has a `Reason`.

The messages about certificates are the same in 1.6 (security white paper), 2.0.1 and
2.1 but for some names:

* at a station, `StationCertificates` answers them, and asks for a new certificate;
  `CertificateStore` decides, and a `Storage` keeps certificates and keys;
* at a back office, `CertificateOffice` has requests signed by an authority, and
  functions such as `install_certificate` ask stations for the rest.
"""

from importlib import import_module

from ocpp_rpc.errors import MissingDependency

try:
    import_module("cryptography")
except ImportError as error:
    raise MissingDependency("security") from error

from .asking import (
    delete_certificate,
    find_certificate,
    install_certificate,
    installed_certificates,
    trigger_signing,
)
from .chains import Chain, Purpose, check_chain, check_root
from .faults import CertificateRejected, Fault, Reason
from .hashing import HashAlgorithm, HashData, HashFields, hash_data, same_certificate
from .issuing import Issuance, IssuanceState, SigningRequest
from .ocsp import OcspRequest, OcspResult, OcspStatus, ocsp_request, ocsp_result
from .office import AskResponder, CertificateOffice, OnIssuance, Sign
from .own import OwnCertificate, StationRequest
from .pem import Readable, join_chain, read_certificate, size_limit, split_chain
from .renewal import Renewal, RenewalState, Retries
from .requests import Key, check_csr, make_csr, new_key
from .revocation import Revocations
from .roots import Deletion, Root
from .station import OnRenewed, RenewalFailed, ReportEvent, StationCertificates
from .statuses import CertificateStatus, certificate_status
from .storage import FolderStorage, MemoryStorage, Storage
from .store import MONTH, CertificateStore, Installed
from .uses import BOTH, STATION, OwnUse, OwnUses, RootUse

__all__ = [
    "BOTH",
    "MONTH",
    "STATION",
    "AskResponder",
    "CertificateOffice",
    "CertificateRejected",
    "CertificateStatus",
    "CertificateStore",
    "Chain",
    "Deletion",
    "Fault",
    "FolderStorage",
    "HashAlgorithm",
    "HashData",
    "HashFields",
    "Installed",
    "Issuance",
    "IssuanceState",
    "Key",
    "MemoryStorage",
    "OcspRequest",
    "OcspResult",
    "OcspStatus",
    "OnIssuance",
    "OnRenewed",
    "OwnCertificate",
    "OwnUse",
    "OwnUses",
    "Purpose",
    "Readable",
    "Reason",
    "Renewal",
    "RenewalFailed",
    "RenewalState",
    "ReportEvent",
    "Retries",
    "Revocations",
    "Root",
    "RootUse",
    "Sign",
    "SigningRequest",
    "StationCertificates",
    "StationRequest",
    "Storage",
    "certificate_status",
    "check_chain",
    "check_csr",
    "check_root",
    "delete_certificate",
    "find_certificate",
    "hash_data",
    "install_certificate",
    "installed_certificates",
    "join_chain",
    "make_csr",
    "new_key",
    "ocsp_request",
    "ocsp_result",
    "read_certificate",
    "same_certificate",
    "size_limit",
    "split_chain",
    "trigger_signing",
]
