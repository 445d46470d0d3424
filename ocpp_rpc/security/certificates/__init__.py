"""Certificates: hash data, requests, chains, revocation, in the terms of OCPP.

This package needs the extra `security`. These functions need no connection:

* `hash_data` and `same_certificate` make and compare the hash data by which OCPP names
  a certificate;
* `make_csr` and `check_csr` make and check requests for a certificate;
* `check_chain` and `check_root` check whether a certificate can be trusted;
* `split_chain`, `join_chain` and `size_limit` read and write PEM within the limits of a
  version;
* `ocsp_request`, `ocsp_result` and `certificate_status` find out whether a certificate
  is revoked.

They raise `CertificateRejected`, with a `Reason`, for a certificate that has a fault.

The messages about certificates are the same in 1.6 (security white paper), 2.0.1 and
2.1, except for some names. Two classes exchange them:

* At a station, use `StationCertificates`: it answers the back office and requests new
  certificates. Its `CertificateStore` decides what to accept, and a `Storage` keeps the
  certificates and keys.
* At a back office, use `CertificateOffice`: it has requests signed by an authority and
  delivers the certificates. Functions such as `install_certificate` send the other
  requests to stations.
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
