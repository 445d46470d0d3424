"""Certificates: hash data, requests, chains, revocation, in the terms of OCPP.

Pure functions, which need the extra `security` and no connection:

* `hash_data` and `same_certificate`: how OCPP names a certificate;
* `make_csr` and `check_csr`: requests for a certificate;
* `check_chain` and `check_root`: whether a certificate may be believed;
* `split_chain`, `join_chain` and `size_limit`: PEM, within the limits of a version;
* `ocsp_request`, `ocsp_result` and `certificate_status`: what is revoked.

What is wrong with a certificate is a `CertificateRejected`, which has a `Reason`.
"""

from importlib.util import find_spec

from ocpp_rpc.errors import MissingDependency

if find_spec("cryptography") is None:
    raise MissingDependency("security")

from .chains import Chain, Purpose, check_chain, check_root
from .faults import CertificateRejected, Fault, Reason
from .hashing import HashAlgorithm, HashData, HashFields, hash_data, same_certificate
from .ocsp import OcspRequest, OcspResult, OcspStatus, ocsp_request, ocsp_result
from .pem import Readable, join_chain, read_certificate, size_limit, split_chain
from .requests import Key, check_csr, make_csr, new_key
from .revocation import Revocations
from .statuses import CertificateStatus, certificate_status

__all__ = [
    "CertificateRejected",
    "CertificateStatus",
    "Chain",
    "Fault",
    "HashAlgorithm",
    "HashData",
    "HashFields",
    "Key",
    "OcspRequest",
    "OcspResult",
    "OcspStatus",
    "Purpose",
    "Readable",
    "Reason",
    "Revocations",
    "certificate_status",
    "check_chain",
    "check_csr",
    "check_root",
    "hash_data",
    "join_chain",
    "make_csr",
    "new_key",
    "ocsp_request",
    "ocsp_result",
    "read_certificate",
    "same_certificate",
    "size_limit",
    "split_chain",
]
