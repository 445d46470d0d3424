"""PEM chains: split, joined, within the limits of each version."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from annotated_types import MaxLen
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from hypothesis import given
from hypothesis import strategies as st

import ocpp_messages
from ocpp_rpc.security.certificates import (
    CertificateRejected,
    Reason,
    hash_data,
    join_chain,
    read_certificate,
    size_limit,
    split_chain,
)
from tests.properties import assert_met
from tests.security.certificates.forging import issue, named, root

ROOT = root()
SUB = issue(ROOT, "Sub", ca=True)
LEAF = issue(SUB)
RSA = rsa.generate_private_key(65537, 2048)
CHAIN = (LEAF.certificate, SUB.certificate)


def rejected(reason: Reason, text: Any, **options: Any) -> str:
    with pytest.raises(CertificateRejected) as caught:
        split_chain(text, **options)
    assert caught.value.reason is reason
    return str(caught.value)


FORMS: dict[str, Callable[[str], str | bytes]] = {
    "as it is": lambda text: text,
    "bytes": lambda text: text.encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "one line": lambda text: text.replace("\n", ""),
    "escaped line ends": lambda text: text.replace("\n", "\\n"),
    "escaped CRLF": lambda text: text.replace("\n", "\\r\\n"),
    "without the last line end": str.strip,
    "text around": lambda text: f"subject=CN\n{text}\nend\n".replace(
        "-----\n-----BEGIN", "-----\nissuer=CN\n-----BEGIN"
    ),
    "an older label": lambda text: text.replace("CERTIFICATE", "X509 CERTIFICATE"),
}


@pytest.mark.parametrize("form", FORMS)
def test_forms_of_pem(form: str) -> None:
    assert split_chain(FORMS[form](join_chain(CHAIN))) == CHAIN


def test_der_and_objects() -> None:
    der = LEAF.certificate.public_bytes(Encoding.DER)
    assert split_chain(der) == split_chain(LEAF.certificate) == CHAIN[:1]


def test_joining() -> None:
    text = join_chain([LEAF.pem, SUB.certificate])
    assert text == LEAF.pem + SUB.pem
    assert join_chain([text, SUB.pem]) == text  # each of them once
    assert max(map(len, text.splitlines())) == 64


def test_nothing_to_join() -> None:
    with pytest.raises(CertificateRejected, match="no certificate to join"):
        join_chain([])


def test_one_certificate() -> None:
    assert read_certificate(LEAF.pem) == LEAF.certificate
    with pytest.raises(CertificateRejected, match="one certificate is expected, not 2"):
        read_certificate(join_chain(CHAIN))


@pytest.mark.parametrize("less", [0, 1])
def test_limits(less: int) -> None:
    text = join_chain(CHAIN)
    limit = len(text) - less
    if not less:
        assert split_chain(text, limit=limit) == CHAIN
        assert join_chain(CHAIN, limit=limit) == text
        return
    said = f"{len(text)} characters are too many: the limit is {limit}"
    assert rejected(Reason.TOO_LONG, text, limit=limit) == said
    with pytest.raises(CertificateRejected, match=said):
        join_chain(CHAIN, limit=limit)


def key_pem() -> str:
    data: bytes = LEAF.key.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    return data.decode()


BAD = {
    "nothing": "",
    "no PEM": "MIIB",
    "not ASCII": "\u00e9".encode(),
    "not closed": LEAF.pem.replace("-----END", "END"),
    "not base64": LEAF.pem.replace("\nMII", "\n*II"),
    "no DER": "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
    "cut short": re.sub(r"(?s)(\nMII.{100}).*(\n-----END)", r"\1\2", LEAF.pem),
    "empty": "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
    "DER cut short": LEAF.certificate.public_bytes(Encoding.DER)[:-1],
    "a request": LEAF.pem.replace("CERTIFICATE", "CERTIFICATE REQUEST"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_pem(name: str) -> None:
    text = rejected(Reason.BAD_PEM, BAD[name])
    assert text.isprintable()
    assert len(text) < 300


def test_a_private_key_is_named_and_not_shown() -> None:
    key = key_pem()
    text = rejected(Reason.BAD_PEM, LEAF.pem + key)
    assert text.endswith("the PEM has a block of PRIVATE KEY")
    assert not any(line in text for line in key.splitlines()[1:-1])


@pytest.mark.filterwarnings("ignore:Parsed a serial number")
@pytest.mark.parametrize("byte", [0, 0x80])
def test_serial_numbers_that_are_not_positive(byte: int) -> None:
    der = bytearray(issue(ROOT, serial=0x55).certificate.public_bytes(Encoding.DER))
    der[der.index(b"\x02\x01\x55") + 2] = byte
    assert rejected(Reason.BAD_PEM, bytes(der)).endswith("number is not positive")


def test_where_warnings_are_errors() -> None:
    der = bytearray(issue(ROOT, serial=0x55).certificate.public_bytes(Encoding.DER))
    der[der.index(b"\x02\x01\x55") + 2] = 0
    rejected(Reason.BAD_PEM, bytes(der))


MET: Counter[str] = Counter()


@given(
    st.lists(st.sampled_from([LEAF, SUB, ROOT]), min_size=1, max_size=5),
    st.integers(0, 6000),
)
def test_splitting_undoes_joining(holders: list[Any], limit: int) -> None:
    once = tuple(dict.fromkeys(each.certificate for each in holders))
    text = join_chain(each.certificate for each in holders)
    assert split_chain(text) == once
    if len(text) <= limit:
        assert join_chain(once, limit=limit) == text
    else:
        with pytest.raises(CertificateRejected) as caught:
            join_chain(once, limit=limit)
        assert caught.value.reason is Reason.TOO_LONG
    MET["fits" if len(text) <= limit else "too long"] += 1


def test_chains_that_fit_and_others_were_met() -> None:
    assert_met(MET, "fits", "too long")


# --- The limits of the versions -------------------------------------------------------

FIELDS = {
    "SignCertificate": ("request", "csr"),
    "CertificateSigned": ("request", "certificate_chain"),
    "InstallCertificate": ("request", "certificate"),
    "GetCertificateStatus": ("response", "ocsp_result"),
    "Authorize": ("request", "certificate"),
}


def schema_limits() -> Iterator[tuple[str, str, int]]:
    for version in ("1.6", "2.0.1", "2.1"):
        package = ocpp_messages.load(version)
        for action, (side, field) in FIELDS.items():
            procedure = package.PROCEDURES.get(action)
            message: Any = procedure and getattr(procedure, side)
            known: dict[str, Any] = message.model_fields if message else {}
            limits: list[Any] = known[field].metadata if field in known else []
            for limit in limits:
                if isinstance(limit, MaxLen):
                    yield version, action, limit.max_length


LIMITS = list(schema_limits())


@pytest.mark.parametrize(("version", "action", "limit"), LIMITS)
def test_limits_are_those_of_the_schemas(version: str, action: str, limit: int) -> None:
    assert size_limit(version, action) == limit


def test_all_limits_were_found() -> None:
    assert len(LIMITS) == 3 + 5 + 5


@pytest.mark.parametrize(
    ("version", "action"), [("1.6", "Authorize"), ("2.1", "Reset"), ("3\n", "Reset")]
)
def test_messages_without_certificates(version: str, action: str) -> None:
    with pytest.raises(ValueError, match=f"no {action} with a certificate in OCPP"):
        size_limit(version, action)


def test_a_chain_that_fits_one_version_and_not_another() -> None:
    long = [issue(SUB, named(f"SN{'0' * 57}{n}"), key=RSA) for n in range(7)]
    chain = [each.certificate for each in long]
    assert join_chain(chain, limit=size_limit("2.1", "Authorize"))
    with pytest.raises(CertificateRejected, match="the limit is 5500"):
        join_chain(chain, limit=size_limit("2.0.1", "Authorize"))


def test_subjects_that_would_forge_lines() -> None:
    forged = issue(ROOT, "a\nb\x1b[2J")
    with pytest.raises(CertificateRejected, match=r"a b\\x1b\[2J.* the names differ"):
        hash_data(forged.pem, LEAF.pem)
