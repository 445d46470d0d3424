"""Chains: accepted to the letter of OCPP, and a reason for each thing that is wrong."""

from __future__ import annotations

import subprocess
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, x25519
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, ObjectIdentifier

from ocpp_rpc.security.certificates import (
    CertificateRejected,
    Reason,
    check_chain,
    check_root,
    join_chain,
)
from ocpp_rpc.security.certificates.revocation import check_revoked
from tests.security.authority import Authority
from tests.security.certificates.forging import (
    DAY,
    NOW,
    Holder,
    crl,
    ec_key,
    issue,
    named,
    root,
    usage,
)

SIGNS = usage("key_cert_sign", "crl_sign")
ROOT = root()
SUB = issue(ROOT, "Sub", ca=True, use=SIGNS)
LEAF = issue(SUB)
RSA_1024 = rsa.generate_private_key(65537, 1024)
RSA_2048 = rsa.generate_private_key(65537, 2048)


def reason_of(*chain: Holder, roots: tuple[Holder, ...] = (ROOT,), **more: Any) -> Any:
    """Why a chain is rejected; None: it is not."""
    anchors = [each.pem for each in roots]
    try:
        check_chain([each.pem for each in chain], anchors, **more)
    except CertificateRejected as error:
        told = error
    else:
        return None
    assert str(told).isprintable()
    assert told.detail in str(told)
    return told.reason


# --- What is accepted -----------------------------------------------------------------


def test_to_the_letter_of_ocpp() -> None:
    """No SAN, no AKI: as the authority of the other tests makes them."""
    authority = Authority()
    station = authority.station("SN001")
    chain = check_chain(
        station.certificate_pem,
        [authority.root.certificate],
        organization="Acme CPO",
        name="SN001",
    )
    assert chain.path == (station.certificate, authority.root.certificate)
    assert chain.certificate == station.certificate
    assert chain.root == authority.root.certificate


@pytest.mark.parametrize("key", [ec_key(), RSA_2048], ids=["EC", "RSA"])
@pytest.mark.parametrize("order", [[0, 1, 2], [0, 2, 1], [0, 1], [0, 1, 1]])
def test_orders_of_a_chain(key: Any, order: list[int]) -> None:
    sub = issue(ROOT, "Sub", ca=True, key=key)
    leaf = issue(sub, key=key)
    whole = leaf, sub, ROOT
    found = check_chain("".join(whole[n].pem for n in order), [ROOT.pem])
    assert found.path == tuple(each.certificate for each in whole)


ACCEPTED: dict[str, tuple[Holder, ...]] = {
    "no usage": (LEAF, SUB),
    "no basic constraints": (issue(SUB, ca=None), SUB),
    "P-384": (issue(SUB, key=ec.generate_private_key(ec.SECP384R1())), SUB),
    "Ed25519": (issue(SUB, key=ed25519.Ed25519PrivateKey.generate()), SUB),
    "SHA-512": (issue(SUB, function=hashes.SHA512()), SUB),
    "an authority without usage": (
        issue(plain := issue(ROOT, "Plain", ca=True)),
        plain,
    ),
    "two roots of one name": (issue(root()), LEAF),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(name: str) -> None:
    chain = ACCEPTED[name]
    if name == "two roots of one name":
        other = root()
        leaf = issue(other)
        assert reason_of(leaf, roots=(ROOT, other)) is None
        assert reason_of(leaf, roots=(other, ROOT)) is None
    else:
        assert reason_of(*chain) is None


def test_an_anchor_need_not_be_self_signed() -> None:
    assert check_chain(LEAF.pem, [SUB.pem]).path == (LEAF.certificate, SUB.certificate)


def test_several_roots_in_one_text() -> None:
    text = join_chain([root("Other").pem, ROOT.pem])
    assert check_chain([LEAF.pem, SUB.pem], [text]).root == ROOT.certificate


# --- What is rejected -----------------------------------------------------------------


@dataclass(frozen=True)
class Bad:
    """A chain and why it is rejected."""

    reason: Reason
    chain: tuple[Holder, ...]
    roots: tuple[Holder, ...] = (ROOT,)
    code: str | None = ""
    """What `openssl verify` says; empty: anything but OK; None: it has no objection."""


def below(authority: Holder, *others: Holder, **options: Any) -> tuple[Holder, ...]:
    return issue(authority, **options), authority, *others


def unknown_critical() -> tuple[x509.ExtensionType, bool]:
    oid = ObjectIdentifier("1.2.3.4.5")
    return x509.UnrecognizedExtension(oid, b"\x05\x00"), True


OLD_ROOT = root("Old", days=(-30, -1))
OLD_SUB = issue(ROOT, "Old sub", ca=True, days=(-30, -1))
SHORT_ROOT = root("Short", depth=0)
SHORT_SUB = issue(SHORT_ROOT, "Short sub", ca=True)
WEAK_ROOT = root("Weak", key=RSA_1024)
NO_SIGNER = issue(ROOT, "No signer", ca=True, use=usage("digital_signature"))
MISLED = issue(ROOT, "Misled", ca=True)

BAD: dict[str, Bad] = {
    "expired": Bad(Reason.EXPIRED, below(SUB, days=(-3, -1)), code="expired"),
    "not yet valid": Bad(
        Reason.NOT_YET_VALID, below(SUB, days=(1, 3)), code="not yet valid"
    ),
    "expired between": Bad(Reason.EXPIRED, below(OLD_SUB), code="expired"),
    "expired root": Bad(Reason.EXPIRED, below(OLD_ROOT), (OLD_ROOT,), code="expired"),
    "unknown root": Bad(
        Reason.UNKNOWN_ISSUER, (LEAF, SUB), (root("Other"),), code="unable to get"
    ),
    "root only in the chain": Bad(
        Reason.UNKNOWN_ISSUER, (LEAF, SUB, ROOT), (root("Other"),), code="self-signed"
    ),
    "link missing": Bad(Reason.UNKNOWN_ISSUER, (LEAF,), code="unable to get"),
    "another root of that name": Bad(
        Reason.BAD_SIGNATURE, (LEAF, SUB), (root(),), code="signature failure"
    ),
    "forged": Bad(
        Reason.BAD_SIGNATURE, below(SUB, signer=ec_key()), code="signature failure"
    ),
    "signed by a leaf": Bad(
        Reason.NOT_A_CA, (issue(LEAF, "Below"), LEAF, SUB), code="invalid CA"
    ),
    "signed by no authority": Bad(
        Reason.NOT_A_CA, below(issue(ROOT, "None", ca=None)), code="invalid CA"
    ),
    "path too long": Bad(
        Reason.NOT_A_CA,
        (issue(SHORT_SUB), SHORT_SUB),
        (SHORT_ROOT,),
        code="path length",
    ),
    "key may not sign": Bad(
        Reason.NOT_A_CA, below(NO_SIGNER), code="invalid CA certificate"
    ),
    "weak key": Bad(Reason.WEAK_KEY, below(SUB, key=RSA_1024), code="too weak"),
    "weak curve": Bad(
        Reason.WEAK_KEY,
        below(SUB, key=ec.generate_private_key(ec.SECP192R1())),
        code="too weak",
    ),
    "key for no signatures": Bad(
        Reason.WEAK_KEY, below(SUB, key=x25519.X25519PrivateKey.generate()), code=None
    ),
    "weak root": Bad(Reason.WEAK_KEY, below(WEAK_ROOT), (WEAK_ROOT,), code="too weak"),
    "unknown critical extension": Bad(
        Reason.BAD_PATH,
        below(SUB, extensions=[unknown_critical()]),
        code="unhandled critical",
    ),
    "an authority": Bad(Reason.WRONG_PURPOSE, (SUB,), code=None),
    "a root": Bad(Reason.WRONG_PURPOSE, (ROOT,), code=None),
    "a leaf as root": Bad(Reason.UNKNOWN_ISSUER, (MISLED,), (LEAF,)),
}


@pytest.mark.parametrize("name", BAD)
def test_rejected(name: str) -> None:
    bad = BAD[name]
    assert reason_of(*bad.chain, roots=bad.roots, now=NOW) is bad.reason


def openssl(folder: Path, chain: tuple[Holder, ...], *more: str, **files: str) -> str:
    """What openssl says of a chain: nothing if it is good."""
    paths: dict[str, str] = {}
    names = {"leaf": chain[0].pem, "others": "".join(h.pem for h in chain[1:]), **files}
    for name, text in names.items():
        (folder / name).write_text(text)
        paths[name] = str(folder / name)
    arguments = ["-auth_level", "2", *(paths.get(each, each) for each in more)]
    others = ["-untrusted", paths["others"]] if names["others"] else []
    done = subprocess.run(
        ["openssl", "verify", *arguments, *others, paths["leaf"]],
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    return "" if done.returncode == 0 else done.stderr


@pytest.mark.parametrize("name", BAD)
def test_openssl_rejects_as_well(name: str, tmp_path: Path) -> None:
    bad = BAD[name]
    anchors = "".join(each.pem for each in bad.roots)
    said = openssl(tmp_path, bad.chain, "-CAfile", "roots", roots=anchors)
    if bad.code is None:
        assert not said  # what OCPP asks beyond a path
    else:
        assert bad.code in said
        assert said


@pytest.mark.parametrize("name", [each for each in ACCEPTED if "two" not in each])
def test_openssl_accepts_as_well(name: str, tmp_path: Path) -> None:
    chain = ACCEPTED[name]
    assert not openssl(tmp_path, chain, "-CAfile", "roots", roots=ROOT.pem)


def test_weak_signatures() -> None:
    leaf = issue(SUB, function=hashes.SHA224())
    assert reason_of(leaf, SUB) is Reason.WEAK_SIGNATURE


@pytest.mark.parametrize(
    ("length", "reason"),
    [
        (padding.PSS.DIGEST_LENGTH, None),
        (padding.PSS.MAX_LENGTH, Reason.WEAK_SIGNATURE),
    ],
    ids=["as the hash", "as long as can be"],
)
def test_rsa_pss(length: Any, reason: Reason | None) -> None:
    """A00.FR.505 recommends it."""
    pss = padding.PSS(padding.MGF1(hashes.SHA256()), length)
    authority = root("PSS", key=RSA_2048, rsa_padding=pss)
    leaf = issue(authority, rsa_padding=pss)
    assert reason_of(leaf, roots=(authority,)) is reason
    with nullcontext() if reason is None else pytest.raises(CertificateRejected):
        check_chain(leaf.pem, [authority.pem], crls=[crl(authority)])


def unknown_signature(holder: Holder) -> bytes:
    """The certificate with a signature algorithm that nobody knows."""
    der = holder.certificate.public_bytes(Encoding.DER)
    oid = bytes.fromhex("2a8648ce3d040302")
    assert der.count(oid) == 2
    return der.replace(oid, oid[:-1] + b"\x7f")


def test_signatures_of_a_kind_that_nobody_knows() -> None:
    with pytest.raises(CertificateRejected, match="is not supported") as caught:
        check_chain([unknown_signature(LEAF), SUB.pem], [ROOT.pem])
    assert caught.value.reason is Reason.WEAK_SIGNATURE
    odd = x509.load_pem_x509_crl(SUB_CRL).public_bytes(Encoding.DER)
    oid = bytes.fromhex("2a8648ce3d040302")
    crls = [ROOT_CRL, odd.replace(oid, oid[:-1] + b"\x7f")]
    assert reason_of(LEAF, SUB, crls=crls) is not None


def test_without_roots() -> None:
    assert reason_of(LEAF, SUB, roots=()) is Reason.UNKNOWN_ISSUER


def test_without_certificates() -> None:
    assert reason_of() is Reason.BAD_PEM


def test_a_text_that_is_too_long() -> None:
    with pytest.raises(CertificateRejected, match="11000 characters are too many"):
        check_chain("x" * 11_000, [ROOT.pem])


def test_a_time_without_a_zone() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        check_chain(LEAF.pem, [SUB.pem], now=NOW.replace(tzinfo=None))


# --- Owner, name and purpose ----------------------------------------------------------


@pytest.mark.parametrize(
    ("organization", "name", "expected"),
    [
        ("Acme CPO", "SN001", None),
        ("Acme", "SN001", None),
        ("Other", "SN001", Reason.WRONG_ORGANIZATION),
        ("", "SN001", Reason.WRONG_ORGANIZATION),
        ("Acme CPO", "SN00", Reason.WRONG_NAME),
        ("Acme CPO", "SN0011", Reason.WRONG_NAME),
        ("Acme CPO", "", Reason.WRONG_NAME),
    ],
)
def test_subjects(organization: str, name: str, expected: Reason | None) -> None:
    assert reason_of(LEAF, SUB, organization=organization, name=name) is expected


def test_all_faults_at_once() -> None:
    with pytest.raises(CertificateRejected) as caught:
        check_chain([LEAF.pem, SUB.pem], [ROOT.pem], organization="Other", name="SN2")
    reasons = [fault.reason for fault in caught.value.faults]
    assert reasons == [Reason.WRONG_ORGANIZATION, Reason.WRONG_NAME]


CLIENT, SERVER, CODE, ANY = (
    (x509.ExtendedKeyUsage([use]), False)
    for use in (
        ExtendedKeyUsageOID.CLIENT_AUTH,
        ExtendedKeyUsageOID.SERVER_AUTH,
        ExtendedKeyUsageOID.CODE_SIGNING,
        ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE,
    )
)


@pytest.mark.parametrize(
    ("extension", "purposes"),
    [
        (CLIENT, {"station", "contract"}),
        (SERVER, {"server", "contract"}),
        (CODE, {"firmware", "contract"}),
        (ANY, {"station", "server", "firmware", "contract"}),
    ],
)
def test_extended_key_usage(extension: Any, purposes: set[str]) -> None:
    leaf = issue(SUB, extensions=[extension])
    found = {
        purpose: reason_of(leaf, SUB, purpose=purpose)
        for purpose in ("station", "server", "firmware", "contract")
    }
    good = dict.fromkeys(found, Reason.WRONG_PURPOSE) | dict.fromkeys(purposes)
    assert found == good


def test_key_usage() -> None:
    leaf = issue(SUB, use=usage("key_encipherment"))
    assert reason_of(leaf, SUB) is Reason.WRONG_PURPOSE
    assert reason_of(leaf, SUB, purpose="server") is None
    signing = issue(SUB, use=usage("digital_signature"))
    assert reason_of(signing, SUB) is None


@pytest.mark.parametrize(
    ("names", "common", "host", "good"),
    [
        ((), "csms.example", "csms.example", True),
        ((), "csms.example", "CSMS.example.", True),
        ((), "csms.example", "example", False),
        (("other.example",), "csms.example", "csms.example", False),
        (("csms.example",), "x", "csms.example", True),
        (("*.example",), "*.example", "csms.example", False),
        (("127.0.0.1",), "x", "127.0.0.1", True),
        (("::1",), "x", "[0:0::1]", True),
        (("127.0.0.1",), "x", "127.0.0.2", False),
    ],
)
def test_servers(names: tuple[str, ...], common: str, host: str, good: bool) -> None:
    authority = Authority()
    server = authority.server(common, names=names)
    try:
        check_chain(
            server.certificate,
            [authority.root.certificate],
            purpose="server",
            name=host,
        )
    except CertificateRejected as error:
        assert (error.reason, good) == (Reason.WRONG_NAME, False)  # noqa: PT017
    else:
        assert good


# --- Time -----------------------------------------------------------------------------


def test_an_expired_certificate_may_be_accepted() -> None:
    old = issue(SUB, days=(-3, -1))
    assert reason_of(old, SUB, accept_expired=True) is None
    assert reason_of(LEAF, SUB, accept_expired=True) is None
    assert reason_of(old, SUB, now=NOW - 2 * DAY) is None


def test_but_not_with_an_expired_authority() -> None:
    old = issue(OLD_SUB, days=(-20, -10))
    assert reason_of(old, OLD_SUB, accept_expired=True) is Reason.EXPIRED


def test_a_certificate_of_the_future_may_be_accepted() -> None:
    new = issue(SUB, days=(1, 10))
    assert reason_of(new, SUB, accept_future=True) is None
    assert reason_of(LEAF, SUB, accept_future=True) is None


def test_but_not_if_its_authority_will_have_expired() -> None:
    new = issue(SUB, days=(60, 70))
    assert reason_of(new, SUB, accept_future=True) is Reason.EXPIRED


def test_what_is_accepted_is_checked_all_the_same() -> None:
    old = issue(SUB, days=(-3, -1), signer=ec_key())
    assert reason_of(old, SUB, accept_expired=True) is Reason.BAD_SIGNATURE
    new = issue(SUB, "Other", days=(1, 3))
    found = reason_of(new, SUB, accept_future=True, name="SN001")
    assert found is Reason.WRONG_NAME


# --- Revocation -----------------------------------------------------------------------

ROOT_CRL = crl(ROOT)
SUB_CRL = crl(SUB)


def test_not_revoked() -> None:
    assert reason_of(LEAF, SUB, crls=[ROOT_CRL, SUB_CRL]) is None


def test_revoked() -> None:
    other = issue(SUB)
    listed = crl(SUB, other.certificate, LEAF.certificate)
    assert reason_of(LEAF, SUB, crls=[ROOT_CRL, listed]) is Reason.REVOKED
    assert reason_of(LEAF, SUB, crls=[ROOT_CRL, SUB_CRL, listed]) is Reason.REVOKED
    assert reason_of(issue(SUB), SUB, crls=[ROOT_CRL, listed]) is None


def test_a_revoked_authority() -> None:
    listed = crl(ROOT, SUB.certificate)
    assert reason_of(LEAF, SUB, crls=[listed, SUB_CRL]) is Reason.REVOKED


DELTA = (x509.DeltaCRLIndicator(1), True)
NOT_COVERED: dict[str, list[bytes]] = {
    "no list": [],
    "only the authority's": [ROOT_CRL],
    "only the leaf's": [SUB_CRL],
    "old": [ROOT_CRL, crl(SUB, days=(-3, -1))],
    "of the future": [ROOT_CRL, crl(SUB, days=(1, 3))],
    "forged": [ROOT_CRL, crl(SUB, signer=ec_key())],
    "a delta": [ROOT_CRL, crl(SUB, extension=DELTA)],
}


@pytest.mark.parametrize("name", NOT_COVERED)
def test_not_covered(name: str) -> None:
    assert reason_of(LEAF, SUB, crls=NOT_COVERED[name]) is Reason.NO_STATUS


def test_lists_as_objects_and_in_der() -> None:
    read = [x509.load_pem_x509_crl(each) for each in (ROOT_CRL, SUB_CRL)]
    assert reason_of(LEAF, SUB, crls=read) is None
    der = [each.public_bytes(Encoding.DER) for each in read]
    assert reason_of(LEAF, SUB, crls=der) is None


def test_an_authority_with_a_key_for_no_signatures() -> None:
    odd = issue(ROOT, "Odd", ca=True, key=x25519.X25519PrivateKey.generate())
    leaf = issue(odd, signer=SUB.key)
    assert reason_of(leaf, odd) is Reason.WEAK_SIGNATURE
    listed = crl(odd, signer=SUB.key)
    with pytest.raises(CertificateRejected) as caught:
        check_revoked([leaf.certificate, odd.certificate], [listed], NOW)
    assert caught.value.reason is Reason.NO_STATUS


def test_an_authority_that_may_not_sign_lists() -> None:
    sub = issue(ROOT, "No lists", ca=True, use=usage("key_cert_sign"))
    assert reason_of(issue(sub), sub, crls=[ROOT_CRL, crl(sub)]) is Reason.NO_STATUS


@pytest.mark.parametrize("text", [b"", b"0", "x", LEAF.pem])
def test_what_is_no_list(text: str | bytes) -> None:
    assert reason_of(LEAF, SUB, crls=[text]) is Reason.BAD_PEM


@pytest.mark.parametrize("revoked", [False, True])
def test_openssl_on_lists(revoked: bool, tmp_path: Path) -> None:
    listed = crl(SUB, LEAF.certificate) if revoked else SUB_CRL
    lists = (ROOT_CRL + listed).decode()
    more = "-crl_check_all", "-CRLfile", "crls", "-CAfile", "roots"
    said = openssl(tmp_path, (LEAF, SUB), *more, roots=ROOT.pem, crls=lists)
    assert ("certificate revoked" in said) is revoked
    found = reason_of(LEAF, SUB, crls=[ROOT_CRL, listed])
    assert found is (Reason.REVOKED if revoked else None)


# --- Roots ----------------------------------------------------------------------------


def root_reason(holder: Holder, **options: Any) -> Any:
    try:
        check_root(holder.pem, **options)
    except CertificateRejected as error:
        return error.reason
    return None


def test_roots() -> None:
    assert check_root(ROOT.pem) == ROOT.certificate
    assert root_reason(OLD_ROOT) is Reason.EXPIRED
    assert root_reason(root("New", days=(1, 3))) is Reason.NOT_YET_VALID
    assert root_reason(issue(None, "None", ca=False)) is Reason.NOT_A_CA
    assert root_reason(WEAK_ROOT) is Reason.WEAK_KEY
    assert root_reason(SUB) is Reason.UNKNOWN_ISSUER
    assert root_reason(ROOT, limit=10) is Reason.TOO_LONG
    forged = issue(None, named("Forged"), ca=True, signer=ec_key())
    assert root_reason(forged) is Reason.BAD_SIGNATURE


def test_a_root_that_the_old_one_has_signed() -> None:
    assert root_reason(SUB, signed_by=ROOT.certificate) is None
    assert root_reason(ROOT, signed_by=OLD_ROOT.certificate) is Reason.UNKNOWN_ISSUER
