"""Whatever a peer sends as PEM, DER or OCSP: read, or refused with a clear error."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given, settings
from hypothesis import strategies as st

from ocpp_rpc.security.certificates import (
    CertificateRejected,
    check_chain,
    check_csr,
    check_root,
    hash_data,
    make_csr,
    new_key,
    ocsp_result,
    split_chain,
)
from tests.properties import altered, assert_met
from tests.security.certificates.forging import crl, issue, ocsp_response, root

ROOT = root()
SUB = issue(ROOT, "Sub", ca=True)
LEAF = issue(SUB)
CSR = make_csr(new_key(), organization="Acme CPO", serial="SN001")

pytestmark = pytest.mark.filterwarnings("ignore:Parsed a serial number")


def der(text: str) -> bytes:
    return base64.b64decode("".join(text.splitlines()[1:-1]))


def pem(label: str) -> Callable[[list[int]], str]:
    """PEM of any bytes."""

    def write(data: list[int]) -> str:
        body = base64.encodebytes(bytes(data)).decode()
        return f"-----BEGIN {label}-----\n{body}-----END {label}-----\n"

    return write


BYTES = st.integers(0, 255)


def near(data: bytes) -> st.SearchStrategy[list[int]]:
    """The bytes, or with one or two changed, left out or put in; or any others."""
    return altered(st.just(list(data)), BYTES) | st.binary(max_size=50).map(list)


TEXTS = st.binary(max_size=200) | st.text(max_size=200)
CERTIFICATES = near(LEAF.certificate.public_bytes(Encoding.DER)).map(pem("CERTIFICATE"))
MET: dict[str, Counter[str]] = {}


def look(name: str, read: Callable[[], object]) -> None:
    """Read something; nothing but a rejection may come of it."""
    seen = MET.setdefault(name, Counter())
    try:
        read()
    except CertificateRejected as error:
        text = str(error)
        assert text.isprintable()
        assert len(text) < 1000
        assert all(each.detail for each in error.faults)  # noqa: PT017
        seen["rejected"] += 1
    else:
        seen["read"] += 1


@given(TEXTS | CERTIFICATES)
@settings(max_examples=300)
def test_certificates(text: Any) -> None:
    look("certificates", lambda: split_chain(text))
    look("hashes", lambda: hash_data(text, SUB.certificate))
    look("chains", lambda: check_chain([text, SUB.pem], [ROOT.pem]))


@given(near(ROOT.certificate.public_bytes(Encoding.DER)).map(pem("CERTIFICATE")))
def test_roots(text: str) -> None:
    look("roots", lambda: check_root(text))
    look("trusted roots", lambda: check_chain([LEAF.pem, SUB.pem], [text]))


@given(TEXTS | near(der(CSR)).map(pem("CERTIFICATE REQUEST")))
@settings(max_examples=300)
def test_requests(text: Any) -> None:
    look(
        "requests",
        lambda: check_csr(text, organization="Acme CPO", serial="SN001"),
    )


@given(near(der(crl(SUB).decode())).map(pem("X509 CRL")))
def test_lists(text: str) -> None:
    lists: list[str | bytes] = [crl(ROOT), text]
    look("lists", lambda: check_chain([LEAF.pem, SUB.pem], [ROOT.pem], crls=lists))


@given(TEXTS | near(ocsp_response(LEAF, SUB)).map(bytes))
@settings(max_examples=300)
def test_responses(response: Any) -> None:
    look("responses", lambda: ocsp_result(response, LEAF.pem, SUB.pem))


def test_both_outcomes_were_met() -> None:
    assert {*MET} == {
        "certificates",
        "chains",
        "hashes",
        "lists",
        "requests",
        "responses",
        "roots",
        "trusted roots",
    }
    for seen in MET.values():
        assert_met(seen, "read", "rejected")
