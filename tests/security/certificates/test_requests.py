"""Requests for certificates: made, checked, and all that can be wrong with one."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from ocpp_rpc.security.certificates import (
    CertificateRejected,
    Reason,
    check_csr,
    make_csr,
    new_key,
)
from tests.security.certificates.forging import named

KEYS: dict[str, Any] = {
    "P-256": new_key(),
    "P-384": ec.generate_private_key(ec.SECP384R1()),
    "P-521": ec.generate_private_key(ec.SECP521R1()),
    "RSA 2048": rsa.generate_private_key(65537, 2048),
}
WEAK: dict[str, Any] = {
    "RSA 1024": rsa.generate_private_key(65537, 1024),
    "P-192": ec.generate_private_key(ec.SECP192R1()),
    "DSA 1024": dsa.generate_private_key(1024),
}


def signed(
    key: Any, common: str = "SN001", organization: str | None = "Acme CPO", **more: Any
) -> x509.CertificateSigningRequest:
    builder = x509.CertificateSigningRequestBuilder()
    builder = builder.subject_name(more.get("subject") or named(common, organization))
    is_edwards = isinstance(key, ed25519.Ed25519PrivateKey)
    return builder.sign(key, None if is_edwards else hashes.SHA256())


def pem(request: x509.CertificateSigningRequest) -> str:
    return request.public_bytes(Encoding.PEM).decode()


def rejected(text: str | bytes, **options: Any) -> CertificateRejected:
    with pytest.raises(CertificateRejected) as caught:
        check_csr(text, **options)
    return caught.value


@pytest.mark.parametrize("kind", KEYS)
def test_there_and_back(kind: str) -> None:
    key = KEYS[kind]
    text = make_csr(key, organization="Acme CPO", serial="SN001")
    request = check_csr(text, organization="Acme CPO", serial="SN001")
    assert request.subject.rfc4514_string() == "CN=SN001,O=Acme CPO"
    assert isinstance(request.signature_hash_algorithm, hashes.SHA256)
    assert request.public_key() == key.public_key()
    assert len(text) < 5500


@pytest.mark.parametrize("kind", KEYS)
def test_second_opinion(kind: str, tmp_path: Path) -> None:
    text = make_csr(KEYS[kind], organization="Acme CPO", serial="SN001", country="NL")
    (tmp_path / "csr.pem").write_text(text)
    command = ["openssl", "req", "-verify", "-noout", "-subject"]
    command += ["-nameopt", "oneline", "-in"]  # the usual form differs by release
    done = subprocess.run(
        [*command, str(tmp_path / "csr.pem")],
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    assert "verify OK" in done.stdout + done.stderr
    assert "C = NL, O = Acme CPO, CN = SN001" in done.stdout + done.stderr


@pytest.mark.parametrize("kind", WEAK)
def test_weak_keys(kind: str) -> None:
    with pytest.raises(CertificateRejected, match=r"its key has \d+ bits"):
        make_csr(WEAK[kind], organization="Acme CPO", serial="SN001")
    assert rejected(pem(signed(WEAK[kind]))).reason is Reason.WEAK_KEY


def test_a_key_of_another_kind() -> None:
    assert check_csr(pem(signed(ed25519.Ed25519PrivateKey.generate())))


def test_the_serial_number_may_be_too_long_for_a_certificate() -> None:
    with pytest.raises(ValueError, match="length must be"):
        make_csr(KEYS["P-256"], organization="Acme CPO", serial="S" * 65)


def test_an_odd_subject_is_passed_on() -> None:
    """As other stations write it: with C, DC and whatever."""
    oid = x509.NameOID
    attributes = {
        oid.COUNTRY_NAME: "NL",
        oid.ORGANIZATION_NAME: "The Acme CPO B.V.",
        oid.COMMON_NAME: "SN001",
        oid.DOMAIN_COMPONENT: "CPO",
    }
    subject = x509.Name([x509.NameAttribute(*each) for each in attributes.items()])
    request = signed(KEYS["P-256"], subject=subject)
    assert check_csr(pem(request), organization="Acme CPO", serial="SN001") == request


@pytest.mark.parametrize(
    ("common", "organization", "reason"),
    [
        ("SN001", "Other", Reason.WRONG_ORGANIZATION),
        ("SN001", "acme cpo", Reason.WRONG_ORGANIZATION),
        ("SN001", None, Reason.WRONG_ORGANIZATION),
        ("SN0011", "Acme CPO", Reason.WRONG_NAME),
        ("sn001", "Acme CPO", Reason.WRONG_NAME),
    ],
)
def test_another_subject(common: str, organization: str | None, reason: Reason) -> None:
    text = pem(signed(KEYS["P-256"], common, organization))
    error = rejected(text, organization="Acme CPO", serial="SN001")
    assert [fault.reason for fault in error.faults] == [reason]
    assert check_csr(text)


def test_two_names_are_none() -> None:
    oid = x509.NameOID.COMMON_NAME
    subject = x509.Name([x509.NameAttribute(oid, each) for each in ("SN001", "SN002")])
    error = rejected(pem(signed(KEYS["P-256"], subject=subject)), serial="SN001")
    assert error.reason is Reason.WRONG_NAME


def test_an_organization_that_nobody_has_set_lets_nobody_in() -> None:
    text = make_csr(KEYS["P-256"], organization="Acme CPO", serial="SN001")
    assert rejected(text, organization="").reason is Reason.WRONG_ORGANIZATION


def test_a_forged_signature() -> None:
    der = bytearray(signed(KEYS["P-256"]).public_bytes(Encoding.DER))
    der[-1] ^= 1
    text = pem(x509.load_der_x509_csr(bytes(der)))
    assert rejected(text).reason is Reason.BAD_SIGNATURE


def test_a_signature_of_a_kind_that_nobody_knows() -> None:
    der = signed(KEYS["P-256"]).public_bytes(Encoding.DER)
    oid = bytes.fromhex("2a8648ce3d040302")
    odd = x509.load_der_x509_csr(der.replace(oid, oid[:-1] + b"\x7f"))
    assert rejected(pem(odd)).reason is Reason.BAD_SIGNATURE


def test_all_faults_at_once() -> None:
    der = bytearray(signed(WEAK["RSA 1024"], "SN\n2").public_bytes(Encoding.DER))
    der[-1] ^= 1
    text = pem(x509.load_der_x509_csr(bytes(der)))
    error = rejected(text, organization="Other", serial="SN001")
    assert [fault.reason for fault in error.faults] == [
        Reason.BAD_SIGNATURE,
        Reason.WEAK_KEY,
        Reason.WRONG_ORGANIZATION,
        Reason.WRONG_NAME,
    ]
    assert error.reason is Reason.BAD_SIGNATURE
    assert str(error).isprintable()
    assert str(error).count("; ") == 3


def test_length_and_number() -> None:
    text = make_csr(KEYS["P-256"], organization="Acme CPO", serial="SN001")
    assert rejected(text, limit=len(text) - 1).reason is Reason.TOO_LONG
    assert rejected(text * 2).reason is Reason.BAD_PEM
    assert rejected(text + " " * 5500).reason is Reason.TOO_LONG


@pytest.mark.parametrize(
    "text",
    [
        "",
        b"\xff",
        "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----",
    ],
)
def test_what_is_no_request(text: str | bytes) -> None:
    assert rejected(text).reason is Reason.BAD_PEM
