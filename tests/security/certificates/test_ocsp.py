"""OCSP: requests as openssl makes them, responses as openssl reads them."""

from __future__ import annotations

import base64
import subprocess
from pathlib import Path
from typing import Any, get_args

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ed25519, padding, rsa, x25519
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID

from ocpp_messages import v16, v21, v201
from ocpp_rpc.security.certificates import (
    CertificateRejected,
    HashAlgorithm,
    OcspResult,
    Reason,
    hash_data,
    ocsp_request,
    ocsp_result,
)
from tests.security.certificates.forging import (
    DAY,
    NOW,
    Holder,
    issue,
    ocsp_response,
    root,
)

URL = "http://ocsp.example/contract"
ROOT = root()
ACCESS = x509.AuthorityInformationAccess(
    [
        x509.AccessDescription(
            AuthorityInformationAccessOID.CA_ISSUERS,
            x509.UniformResourceIdentifier("http://ca.example"),
        ),
        x509.AccessDescription(
            AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier(URL)
        ),
    ]
)
LEAF = issue(ROOT, extensions=[(ACCESS, False)])
PLAIN = issue(ROOT)
RESPONDER_USE = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.OCSP_SIGNING])
RESPONDER = issue(ROOT, "Responder", extensions=[(RESPONDER_USE, False)])
ALGORITHMS = get_args(HashAlgorithm)


# --- Asking ---------------------------------------------------------------------------


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_the_request_of_openssl(algorithm: HashAlgorithm, tmp_path: Path) -> None:
    (tmp_path / "leaf.pem").write_text(LEAF.pem)
    (tmp_path / "root.pem").write_text(ROOT.pem)
    command = f"openssl ocsp -{algorithm.lower()} -no_nonce -issuer root.pem"
    subprocess.run(
        [*command.split(), *["-cert", "leaf.pem", "-reqout", "request.der"]],
        cwd=tmp_path,
        check=True,
        timeout=20,
    )
    request = ocsp_request(LEAF.pem, ROOT.pem, algorithm)
    assert request.der == (tmp_path / "request.der").read_bytes()


def test_the_datatypes() -> None:
    request = ocsp_request(LEAF.pem, ROOT.pem)
    for kind in (v201.OCSPRequestDataType, v21.OCSPRequestDataType):
        made: Any = request.to(kind)
        assert made.responder_url == URL
        assert made.serial_number == request.hash_data.serial_number
        # and back: the side that has the hash data alone asks the same
        assert ocsp_request(made) == request


def test_a_certificate_that_names_something_else() -> None:
    other = x509.AuthorityInformationAccess(list(ACCESS)[:1])
    leaf = issue(ROOT, extensions=[(other, False)])
    assert ocsp_request(leaf.pem, ROOT.pem).responder_url is None


def test_a_certificate_that_names_no_responder() -> None:
    request = ocsp_request(PLAIN.certificate, ROOT.certificate)
    assert request.responder_url is None
    made = request.to(v201.OCSPRequestDataType, responder_url=URL)
    assert made.responder_url == URL


def test_hash_data_as_peers_write_it() -> None:
    data = hash_data(LEAF.pem, ROOT.pem)
    odd = v16.CertificateHashDataType(
        hash_algorithm=v16.HashAlgorithmEnumType.SHA256,
        issuer_name_hash=data.issuer_name_hash.upper(),
        issuer_key_hash=data.issuer_key_hash.upper(),
        serial_number=f"0x{data.serial_number.lower()}"[:40],
    )
    if len(data.serial_number) <= 38:
        assert ocsp_request(odd).der == ocsp_request(LEAF.pem, ROOT.pem).der


@pytest.mark.parametrize("field", ["issuer_name_hash", "issuer_key_hash"])
@pytest.mark.parametrize("value", ["", "x" * 64, "0" * 63 + "g", "1" * 66])
def test_hash_data_that_is_none(field: str, value: str) -> None:
    data: Any = hash_data(LEAF.pem, ROOT.pem).to(v16.CertificateHashDataType)
    broken = data.model_copy(update={field: value})
    with pytest.raises(CertificateRejected, match="hash data cannot be read") as caught:
        ocsp_request(broken)
    assert caught.value.reason is Reason.BAD_HASH_DATA


def test_without_an_issuer() -> None:
    with pytest.raises(ValueError, match="pass the certificate of the issuer"):
        ocsp_request(LEAF.pem)


# --- Reading --------------------------------------------------------------------------


def reason_of(response: bytes | str, leaf: Any = LEAF.pem, **options: Any) -> Any:
    try:
        ocsp_result(response, leaf, ROOT.pem, now=NOW, **options)
    except CertificateRejected as error:
        told = error
    else:
        return None
    assert str(told).isprintable()
    return told.reason


@pytest.mark.parametrize(
    ("status", "found"),
    [
        (ocsp.OCSPCertStatus.GOOD, "good"),
        (ocsp.OCSPCertStatus.REVOKED, "revoked"),
        (ocsp.OCSPCertStatus.UNKNOWN, "unknown"),
    ],
)
@pytest.mark.parametrize("by", [None, RESPONDER], ids=["issuer", "responder"])
def test_statuses(status: Any, found: Any, by: Holder | None) -> None:
    response = ocsp_response(LEAF, ROOT, status, responder=by)
    revoked = found == "revoked"
    expected = OcspResult(
        status=found,
        this_update=NOW,
        next_update=NOW + DAY,
        revoked_at=NOW - DAY if revoked else None,
        revocation_reason="keyCompromise" if revoked else None,
    )
    assert ocsp_result(response, LEAF.pem, ROOT.pem) == expected
    text = base64.encodebytes(response).decode()  # with line ends
    assert ocsp_result(text, hash_data(LEAF.pem, ROOT.pem), ROOT.pem) == expected


@pytest.mark.parametrize("by", [None, RESPONDER], ids=["issuer", "responder"])
def test_openssl_reads_the_same(by: Holder | None, tmp_path: Path) -> None:
    response = ocsp_response(LEAF, ROOT, responder=by)
    (tmp_path / "response.der").write_bytes(response)
    (tmp_path / "leaf.pem").write_text(LEAF.pem)
    (tmp_path / "root.pem").write_text(ROOT.pem)
    command = (
        "openssl ocsp -respin response.der -issuer root.pem -CAfile root.pem "
        "-sha256 -cert leaf.pem"
    )
    done = subprocess.run(
        command.split(),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    assert "Response verify OK" in done.stdout + done.stderr
    assert "leaf.pem: good" in done.stdout


def test_a_responder_that_hashes_with_sha1() -> None:
    response = ocsp_response(LEAF, ROOT, function=hashes.SHA1())
    assert reason_of(response) is None
    assert reason_of(response, hash_data(LEAF.pem, ROOT.pem)) is Reason.BAD_OCSP


def test_rsa() -> None:
    parent = root("RSA", key=rsa.generate_private_key(65537, 2048))
    leaf = issue(parent)
    response = ocsp_response(leaf, parent)
    assert ocsp_result(response, leaf.pem, parent.pem).status == "good"


def test_ed25519() -> None:
    parent = root("Edwards", key=ed25519.Ed25519PrivateKey.generate())
    leaf = issue(parent)
    response = ocsp_response(leaf, parent)
    assert ocsp_result(response, leaf.pem, parent.pem).status == "good"


def test_a_signature_of_a_kind_that_nobody_knows() -> None:
    oid = bytes.fromhex("2a8648ce3d040302")
    unknown = ocsp_response(LEAF, ROOT).replace(oid, oid[:-1] + b"\x7f")
    assert reason_of(unknown) is Reason.BAD_OCSP


def test_a_signature_with_sha1() -> None:
    key = rsa.generate_private_key(65537, 2048)
    parent = root("RSA", key=key)
    leaf = issue(parent)
    response = ocsp_response(leaf, parent)
    signed = ocsp.load_der_ocsp_response(response).tbs_response_bytes
    signature = key.sign(signed, padding.PKCS1v15(), hashes.SHA1())
    oid = bytes.fromhex("2a864886f70d0101")
    forged = response.replace(oid + b"\x0b", oid + b"\x05")[:-256] + signature
    with pytest.raises(CertificateRejected) as caught:
        ocsp_result(forged, leaf.pem, parent.pem)
    assert caught.value.reason is Reason.BAD_SIGNATURE


def test_an_issuer_with_a_key_for_no_signatures() -> None:
    key = x25519.X25519PrivateKey.generate()
    odd = issue(None, "Root", ca=True, key=key, signer=ROOT.key)
    response = ocsp_response(LEAF, ROOT)
    with pytest.raises(CertificateRejected) as caught:
        ocsp_result(response, hash_data(LEAF.pem, ROOT.pem), odd.pem)
    assert caught.value.reason is Reason.BAD_SIGNATURE


CLIENT_USE = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH])
NOBODY: dict[str, dict[str, Any]] = {
    "another root of that name": {"responder": root()},
    "a station": {"responder": PLAIN},
    "a responder for something else": {
        "responder": issue(ROOT, "Other", extensions=[(CLIENT_USE, False)])
    },
    "a responder that has expired": {
        "responder": issue(
            ROOT, "Old", days=(-3, -1), extensions=[(RESPONDER_USE, False)]
        )
    },
    "a responder of another authority": {
        "responder": issue(root(), "Responder", extensions=[(RESPONDER_USE, False)])
    },
}


@pytest.mark.parametrize("who", NOBODY)
def test_who_may_not_sign(who: str) -> None:
    response = ocsp_response(LEAF, ROOT, **NOBODY[who])
    assert reason_of(response) is Reason.BAD_SIGNATURE


def test_a_forged_response() -> None:
    response = bytearray(ocsp_response(LEAF, ROOT))
    response[-1] ^= 1
    assert reason_of(bytes(response)) is Reason.BAD_SIGNATURE


def test_a_responder_with_a_weak_key() -> None:
    weak = rsa.generate_private_key(65537, 1024)
    use = [(RESPONDER_USE, False)]
    responder = issue(ROOT, "Weak", key=weak, extensions=use)
    assert reason_of(ocsp_response(LEAF, ROOT, responder=responder)) is Reason.WEAK_KEY


def test_the_response_to_another_request() -> None:
    response = ocsp_response(PLAIN, ROOT)
    assert reason_of(response) is Reason.BAD_OCSP
    assert reason_of(response, hash_data(LEAF.pem, ROOT.pem)) is Reason.BAD_OCSP
    assert reason_of(response, PLAIN.pem) is None


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((-2, -1), Reason.EXPIRED),
        ((1, 2), Reason.NOT_YET_VALID),
        ((0.003, 1), None),  # the clock of the responder is 4 minutes ahead
        ((-1, -0.003), None),
    ],
)
def test_times(days: tuple[float, float], expected: Reason | None) -> None:
    assert reason_of(ocsp_response(LEAF, ROOT, days=days)) is expected


def test_a_responder_that_has_failed() -> None:
    status = ocsp.OCSPResponseStatus.TRY_LATER
    response = ocsp.OCSPResponseBuilder.build_unsuccessful(status)
    with pytest.raises(CertificateRejected, match="has not answered: try_later"):
        ocsp_result(response.public_bytes(Encoding.DER), LEAF.pem, ROOT.pem)


@pytest.mark.parametrize(
    "response", [b"", b"0", b"\x30\x00", " ", "*", "AAAA", "\u00e9", "=" * 8]
)
def test_what_is_no_response(response: bytes | str) -> None:
    assert reason_of(response) is Reason.BAD_OCSP


def test_limits() -> None:
    response = ocsp_response(LEAF, ROOT)
    text = base64.b64encode(response).decode()
    assert reason_of(text, limit=len(text)) is None
    assert reason_of(text, limit=len(text) - 1) is Reason.TOO_LONG


def test_an_issuer_of_another_certificate() -> None:
    other = root("Other")
    response = ocsp_response(LEAF, ROOT)
    with pytest.raises(CertificateRejected):
        ocsp_result(response, LEAF.pem, other.pem)
