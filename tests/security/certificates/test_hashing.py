"""Hash data: the vectors, two second opinions, and how tolerant a comparison is."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections import Counter
from operator import attrgetter
from pathlib import Path
from typing import Any, get_args

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from ocpp_messages import v16, v20, v21, v201
from ocpp_rpc.security.certificates import (
    CertificateRejected,
    HashAlgorithm,
    HashData,
    Reason,
    hash_data,
    same_certificate,
)
from tests.properties import assert_met
from tests.security.certificates.forging import Holder, issue, named, root

ALGORITHMS = get_args(HashAlgorithm)
SIZES = {"SHA256": 64, "SHA384": 96, "SHA512": 128}

VECTORS = {
    "SHA256": (
        "e5068dffef943c824b8ad3c3eb4f9d8833fdb6c54bd68bd71a4e508fe0f766a1",
        "2bad0fd610d99eae443e932a26142bca1e5fa995b4518452827e78ef1f317ff0",
    ),
    "SHA384": (
        "8e09c00f2b9b033660329fa0f3f1a12d3f1b2a86dfe0af2d621fe7403ecd74d4"
        "744060fe03698755042264803b814227",
        "b09fa57c8de68bbbf2326d488e9050aa84610c04652385da0053e13a032ddc43"
        "a9b677ac11b7f7980b0405aca2f016d2",
    ),
    "SHA512": (
        "b85d8aac0539e0292d27e06ef2a376a6fa88ac3258a1ff5a940cb4de971bf025"
        "81bc21ef295c671a311cca49d13ae572e6880e869069ffb9786cbd2502fcd6a4",
        "09f60b8ce3b48f22a6a08d5d14f9de2bddfcdd5b90ebab0391bab0a205151c06"
        "3e41fde558aa94acac7d6c1fb2fb2cbcca9759f809dfd0e15f8343b97ba8fd4d",
    ),
}


def fixed_key(digits: str) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int(digits * 32, 16), ec.SECP256R1())


ROOT = root(named("Example root", "Example CPO"), key=fixed_key("11"))
LEAF = issue(ROOT, named("SN001", "Example CPO"), key=fixed_key("22"), serial=4095)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_vectors(algorithm: HashAlgorithm) -> None:
    name, key = VECTORS[algorithm]
    assert hash_data(LEAF.pem, ROOT.pem, algorithm) == HashData(
        hash_algorithm=algorithm,
        issuer_name_hash=name,
        issuer_key_hash=key,
        serial_number="FFF",
    )


@pytest.mark.parametrize(
    ("serial", "digits"), [(10, "A"), (0x00B1C2D3, "B1C2D3"), (1, "1"), (255, "FF")]
)
def test_serial_numbers_of_a_root(serial: int, digits: str) -> None:
    own = root("Own", serial=serial)
    found = hash_data(own.certificate)
    assert found.serial_number == digits
    assert found == hash_data(own.pem, own.pem.encode())


def test_the_datatypes_of_each_version() -> None:
    data = hash_data(LEAF.certificate, ROOT.certificate)
    made: Any
    for made in (
        data.to(v16.CertificateHashDataType),
        data.to(v20.CertificateHashDataType),
        data.to(v201.CertificateHashDataType),
        data.to(v21.CertificateHashDataType),
        data.to(v201.OCSPRequestDataType, responder_url="http://ocsp.example"),
    ):
        assert same_certificate(made, data)
        assert made.hash_algorithm == "SHA256"
        assert made.serial_number == "FFF"
    assert made.responder_url == "http://ocsp.example"


def own_computation(leaf: Holder, parent: Holder, algorithm: str) -> tuple[str, str]:
    """The hashes after RFC 6960, without the OCSP of cryptography."""
    public = parent.certificate.public_key()
    if isinstance(public, ec.EllipticCurvePublicKey):
        bits = public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    else:
        bits = public.public_bytes(Encoding.DER, PublicFormat.PKCS1)
    name = leaf.certificate.issuer.public_bytes()
    function = algorithm.lower()
    return (
        hashlib.new(function, name).hexdigest(),
        hashlib.new(function, bits).hexdigest(),
    )


def openssl(leaf: Holder, parent: Holder, algorithm: str, folder: Path) -> str:
    """What openssl would ask a responder."""
    (folder / "leaf.pem").write_text(leaf.pem)
    (folder / "root.pem").write_text(parent.pem)
    command = ["openssl", "ocsp", f"-{algorithm.lower()}", "-no_nonce", "-req_text"]
    files = ["-issuer", str(folder / "root.pem"), "-cert", str(folder / "leaf.pem")]
    done = subprocess.run(
        [*command, *files], capture_output=True, text=True, check=True, timeout=20
    )
    return done.stdout.replace("\\\n", "")


@pytest.mark.parametrize("kind", ["ec", "rsa"])
@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_second_opinions(algorithm: HashAlgorithm, kind: str, tmp_path: Path) -> None:
    key = fixed_key("33") if kind == "ec" else RSA
    parent = root("Second opinion", key=key)
    leaf = issue(parent, serial=0x0A0B0C)
    data = hash_data(leaf.certificate, parent.certificate, algorithm)

    assert own_computation(leaf, parent, algorithm) == (
        data.issuer_name_hash,
        data.issuer_key_hash,
    )
    said = openssl(leaf, parent, algorithm, tmp_path)
    names = ("Issuer Name Hash", "Issuer Key Hash", "Serial Number")
    found = [re.findall(rf"{name}: ([0-9A-F]+)", said)[0] for name in names]
    assert same_certificate(
        data,
        HashData(
            hash_algorithm=algorithm,
            issuer_name_hash=found[0],
            issuer_key_hash=found[1],
            serial_number=found[2],
        ),
    )


RSA = rsa.generate_private_key(65537, 2048)


COUNTRY = x509.NameAttribute(x509.NameOID.COUNTRY_NAME, "NL")
PRINTABLE: Any = attrgetter("_type")(COUNTRY)


def test_the_name_is_hashed_as_it_stands_in_the_certificate() -> None:
    """A PrintableString, where cryptography would write a UTF8String by itself."""
    printable = x509.Name(
        [
            x509.NameAttribute(
                x509.NameOID.COMMON_NAME,
                "Printable",
                PRINTABLE,
            )
        ]
    )
    parent = root(printable)
    leaf = issue(parent)
    der = b"\x30\x14\x31\x12\x30\x10\x06\x03\x55\x04\x03\x13\x09Printable"
    expected = hashlib.sha256(der).hexdigest()
    assert hash_data(leaf.certificate, parent.certificate).issuer_name_hash == expected


@pytest.mark.parametrize(
    ("parent", "reason"),
    [
        (root("Another"), Reason.UNKNOWN_ISSUER),
        (root(named("Example root", "Example CPO")), Reason.BAD_SIGNATURE),
        (None, Reason.UNKNOWN_ISSUER),
    ],
)
def test_another_issuer_is_found_out(parent: Holder | None, reason: Reason) -> None:
    with pytest.raises(CertificateRejected) as caught:
        hash_data(LEAF.pem, None if parent is None else parent.pem)
    assert caught.value.reason is reason
    assert "has not issued" in str(caught.value)


def test_an_algorithm_that_ocpp_does_not_have() -> None:
    odd: Any = "SHA1"
    with pytest.raises(ValueError, match="SHA1 is not one of SHA256, SHA384, SHA512"):
        hash_data(ROOT.pem, None, odd)


# --- Comparing ------------------------------------------------------------------------


def data(**changes: str) -> v16.CertificateHashDataType:
    fields = {
        "hash_algorithm": "SHA256",
        "issuer_name_hash": VECTORS["SHA256"][0],
        "issuer_key_hash": VECTORS["SHA256"][1],
        "serial_number": "FFF",
    }
    made: Any = v16.CertificateHashDataType
    found: v16.CertificateHashDataType = made(**fields | changes)
    return found


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"issuer_name_hash": VECTORS["SHA256"][0].upper()},
        {"issuer_key_hash": VECTORS["SHA256"][1].upper()},
        {"serial_number": "0FFF"},
        {"serial_number": "fff"},
        {"serial_number": "0x0fff"},
        {"serial_number": f" {'FFF':0>36}"},
        {"issuer_name_hash": f"0{VECTORS['SHA256'][0]}"},
    ],
)
def test_the_same(changes: dict[str, str]) -> None:
    assert same_certificate(hash_data(LEAF.pem, ROOT.pem), data(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"serial_number": "FFE"},
        {"serial_number": "4095"},
        {"serial_number": ""},
        {"serial_number": "-FFF"},
        {"serial_number": "F_FF"},
        {"serial_number": "ＦＦＦ"},  # noqa: RUF001 - digits of another script
        {"issuer_name_hash": VECTORS["SHA256"][1]},
        {"issuer_key_hash": VECTORS["SHA256"][0]},
        {"issuer_key_hash": VECTORS["SHA256"][1][:-1]},
        {"issuer_key_hash": ""},
        {"hash_algorithm": "SHA384"},
    ],
)
def test_not_the_same(changes: dict[str, str]) -> None:
    assert not same_certificate(hash_data(LEAF.pem, ROOT.pem), data(**changes))


def test_what_cannot_be_read_is_like_nothing() -> None:
    odd = data(serial_number="serial")
    assert not same_certificate(odd, odd)


MET: Counter[str] = Counter()

DIGITS = st.text("0123456789abcdefABCDEF", max_size=40)


@given(st.integers(1, 2**160 - 1), st.integers(0, 8), st.booleans(), DIGITS)
def test_a_serial_number_however_it_is_written(
    serial: int, zeroes: int, upper: bool, other: str
) -> None:
    text = "0" * min(zeroes, 40 - len(f"{serial:x}")) + f"{serial:x}"
    text = text.upper() if upper else text
    one = data(serial_number=f"{serial:X}")
    assert same_certificate(one, data(serial_number=text))
    same = bool(other) and int(other, 16) == serial
    assert same_certificate(one, data(serial_number=other)) is same
    MET["padded" if text.startswith("0") else "plain"] += 1


def test_serial_numbers_of_both_kinds_were_met() -> None:
    assert_met(MET, "padded", "plain")


@given(st.text(max_size=130), st.text(max_size=40))
def test_any_text_can_be_compared(digest: str, serial: str) -> None:
    one = HashData(
        hash_algorithm="SHA512",
        issuer_name_hash=digest,
        issuer_key_hash=digest,
        serial_number=serial,
    )
    assert same_certificate(one, one) in {True, False}
