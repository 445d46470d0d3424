"""What TLS is made of: files and settings, and what is wrong with them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from ocpp_rpc import MissingDependency
from ocpp_rpc.security.tls import client_tls, kind_of, server_tls, suites
from tests.confidential import PASSWORD, TOKEN
from tests.security.authority import Authority
from tests.security.pems import Pems

ECDSA = suites.SUITES["ecdsa"]

Settings = Callable[[Pems], Mapping[str, Any]]


def faults() -> Mapping[str, tuple[Settings, str]]:
    """What is wrong with the settings of a server, and the error; {} is the folder."""
    return {
        "no certificate": (
            lambda it: {"rsa": None, "ecdsa": None},
            "a server needs a certificate: pass rsa=, ecdsa= or both",
        ),
        "one file": (
            lambda it: {"rsa": it.rsa[0]},
            "rsa takes two files: (certificate, key)",
        ),
        "three files": (
            lambda it: {"rsa": (*it.rsa, it.rsa[0])},
            "rsa takes two files: (certificate, key)",
        ),
        "no key": (
            lambda it: {"rsa": (it.rsa[0], None)},
            "rsa takes two files: (certificate, key)",
        ),
        "no key in the file": (
            lambda it: {"rsa": (it.rsa[0], it.rsa[0])},
            "rsa: there is no private key in PEM in {}/server-rsa.pem",
        ),
        "no certificate in the file": (
            lambda it: {"rsa": (it.rsa[1], it.rsa[1])},
            "rsa: there is no certificate in PEM in {}/server-rsa.key",
        ),
        "DER": (
            lambda it: {"rsa": (der(it), it.rsa[1])},
            "rsa: there is no certificate in PEM in {}/der.pem",
        ),
        "no file of a certificate": (
            lambda it: {"rsa": (it.folder / "none", it.rsa[1])},
            "[Errno 2] No such file or directory: '{}/none'",
        ),
        "no file of a key": (
            lambda it: {"rsa": (it.rsa[0], str(it.folder / "none"))},
            "[Errno 2] No such file or directory: '{}/none'",
        ),
        "a folder": (
            lambda it: {"client_ca": it.folder},
            "[Errno 21] Is a directory: '{}'",
        ),
        "a broken certificate": (
            lambda it: {"rsa": (broken(it), it.rsa[1])},
            "rsa: the certificate in {}/broken.pem or its key in {}/server-rsa.key is "
            "broken",
        ),
        "another key": (
            lambda it: {"ecdsa": (it.ecdsa[0], it.server("ec", "second")[1])},
            "ecdsa: the key in {}/second.key does not belong to the certificate "
            "in {}/server-ec.pem",
        ),
        "a key of another kind": (
            lambda it: {"ecdsa": (it.ecdsa[0], it.rsa[1])},
            "ecdsa: the key in {}/server-rsa.key does not belong to the certificate "
            "in {}/server-ec.pem: it is of another kind",
        ),
        "RSA for ECDSA": (
            lambda it: {"ecdsa": it.rsa},
            "ecdsa: the certificate in {}/server-rsa.pem has no ECDSA key that TLS can "
            "use",
        ),
        "ECDSA for RSA": (
            lambda it: {"rsa": it.ecdsa},
            "rsa: the certificate in {}/server-ec.pem has no RSA key that TLS can use",
        ),
        "a short key": (
            lambda it: {"rsa": short(it)},
            "rsa: the key of the certificate in {}/short.pem is too short: OCPP "
            "demands RSA of 2048 bits, or an elliptic curve of 224",
        ),
        "an encrypted key without a password": (
            lambda it: {"rsa": encrypted(it)},
            "rsa: the key in {}/encrypted.key is encrypted: pass password=",
        ),
        "an encrypted key with another password": (
            lambda it: {"rsa": encrypted(it), "password": TOKEN},
            "rsa: the password of the key in {}/encrypted.key is wrong",
        ),
        "a password that is too long": (
            lambda it: {"rsa": encrypted(it), "password": TOKEN * 100},
            "rsa: a password may have at most 1024 characters",
        ),
        "no CA": (lambda it: {"client_ca": []}, "client_ca names no file"),
        "no certificate of a CA": (
            lambda it: {"client_ca": it.rsa[1]},
            "client_ca: there is no certificate in PEM in {}/server-rsa.key",
        ),
        "a broken certificate of a CA": (
            lambda it: {"client_ca": [it.roots, broken(it)]},
            "client_ca: a certificate in {}/broken.pem is broken",
        ),
        "a CRL among CAs": (
            lambda it: {"client_ca": it.file("mixed.pem", it.roots, it.crl())},
            "client_ca: there is a CRL in {}/mixed.pem, which belongs in crls=",
        ),
        "no root": (
            lambda it: {"client_ca": intermediate(it)},
            "client_ca: no certificate in {}/intermediate.pem is a root: add their "
            "root",
        ),
        "CRLs without CAs": (
            lambda it: {"crls": it.crl()},
            "crls= needs client_ca=, whose certificates they revoke",
        ),
        "expired certificates without CAs": (
            lambda it: {"accept_expired": True},
            "accept_expired=True needs client_ca=, or no station shows a certificate",
        ),
        "no CRL": (
            lambda it: {"client_ca": it.roots, "crls": it.rsa[1]},
            "crls: there is no CRL in PEM in {}/server-rsa.key",
        ),
        "a CRL in DER": (
            lambda it: {"client_ca": it.roots, "crls": it.file("crl.der", b"\x30\x82")},
            "crls: there is no CRL in PEM in {}/crl.der: convert it from DER with "
            "openssl crl -inform DER",
        ),
        "a CRL without a CA": (
            lambda it: {"client_ca": pinned(it), "crls": it.crl()},
            "crls: client_ca contains no certificate of a CA",
        ),
        "no files of CRLs": (
            lambda it: {"client_ca": it.roots, "crls": ()},
            "crls names no file",
        ),
        "a certificate among CRLs": (
            lambda it: {"client_ca": it.roots, "crls": [it.crl(), it.roots]},
            "crls: a certificate is in {}/roots.pem",
        ),
        "a broken CRL": (
            lambda it: {"client_ca": it.roots, "crls": broken_crl(it)},
            "crls: a CRL in {}/broken.crl is broken",
        ),
        "a CRL of somebody else": (
            lambda it: {
                "client_ca": it.roots,
                "crls": it.file("other.crl", Authority("Other root").crl()),
            },
            "crls: there is no CRL of the CA CN=Example root,O=Acme CPO",
        ),
        "a CRL of an impostor": (
            lambda it: {
                "client_ca": it.roots,
                "crls": it.file("forged.crl", Authority().crl()),
            },
            "crls: the CRL in {}/forged.crl is not signed by the CA CN=Example root,"
            "O=Acme CPO",
        ),
        "a CA without a CRL": (
            lambda it: {"client_ca": [it.roots, other_root(it)], "crls": it.crl()},
            "crls: there is no CRL of the CA CN=Other root,O=Acme CPO",
        ),
        "ECDSA for old stations": (
            lambda it: {"legacy": True, "ecdsa": it.ecdsa},
            "legacy=True excludes ecdsa=: it is for a listener of its own, whose "
            "stations support RSA only",
        ),
        "no RSA for old stations": (
            lambda it: {"legacy": True, "rsa": None, "ecdsa": it.ecdsa},
            "legacy=True needs rsa=, as AES128-SHA works with RSA only",
        ),
    }


def der(it: Pems) -> Path:
    data = it.authority.root.certificate.public_bytes(serialization.Encoding.DER)
    return it.file("der.pem", data)


def broken(it: Pems) -> Path:
    lines = it.rsa[0].read_bytes().splitlines(keepends=True)
    return it.file("broken.pem", *lines[:5], *lines[6:])


def broken_crl(it: Pems) -> Path:
    lines = it.crl().read_bytes().splitlines(keepends=True)
    return it.file("broken.crl", *lines[:2], *lines[3:])


def short(it: Pems) -> tuple[Path, Path]:
    key = rsa.generate_private_key(65537, 1024)
    return it.authority.issue(it.authority.name, key).write(it.folder, "short")


def encrypted(it: Pems) -> tuple[Path, Path]:
    pair = it.authority.server(kind="rsa")
    certificate, key = pair.write(it.folder, "encrypted")
    key.write_bytes(pair.encrypted_key_pem(PASSWORD))
    return certificate, key


def intermediate(it: Pems) -> Path:
    between = Authority("Stations", above=it.authority)
    return between.root.write(it.folder, "intermediate")[0]


def pinned(it: Pems) -> Path:
    """Certify a station that is to be trusted by itself."""
    return it.station("pinned")[0]


def other_root(it: Pems) -> Path:
    return Authority("Other root").root.write(it.folder, "other-root")[0]


@pytest.mark.parametrize("fault", faults())
def test_what_is_wrong_is_told_in_a_line(fault: str, pems: Pems) -> None:
    settings, text = faults()[fault]
    given = settings(pems)
    with pytest.raises((ValueError, OSError)) as caught:
        pems.server_tls(**given)
    assert str(caught.value) == text.replace("{}", str(pems.folder))
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("days", "text"),
    [(-0.5, "the CRL in {} has ended on "), (30, "the CRL in {} begins on ")],
)
def test_a_list_at_the_wrong_time(days: float, text: str, pems: Pems) -> None:
    authority = Authority()
    roots = pems.file("roots-of-list.pem", authority.root.certificate_pem)
    begins = 1 if days > 0 else -1
    crls = pems.file("late.crl", authority.crl(days=days, begins=begins))
    with pytest.raises(ValueError, match=re.escape(text.format(crls))) as caught:
        pems.server_tls(client_ca=roots, crls=crls)
    assert re.search(r"on \d{4}-\d\d-\d\d \d\d:\d\d UTC", str(caught.value))


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ({"ca": []}, "ca names no file"),
        (
            {"ca": "{}/server-rsa.key"},
            "ca: there is no certificate in PEM in {}/server",
        ),
        ({"ca": "{}/none"}, "[Errno 2] No such file or directory: '{}/none'"),
        ({"certificate": "{}/x"}, "certificate takes two files: (certificate, key)"),
        (
            {"certificate": ("{}/server-rsa.pem", "{}/server-ec.key")},
            "certificate: the key in {}/server-ec.key does not belong to the",
        ),
        (
            {"certificate": ("{}/server-rsa.pem", "{}/server-rsa.pem")},
            "certificate: there is no private key in PEM in {}/server-rsa.pem",
        ),
    ],
)
def test_what_is_wrong_with_that_of_a_client(
    settings: Mapping[str, Any], text: str, pems: Pems
) -> None:
    def filled(value: Any) -> Any:
        if isinstance(value, str):
            return value.replace("{}", str(pems.folder))
        return type(value)(map(filled, value))

    given = {name: filled(value) for name, value in settings.items()}
    with pytest.raises((ValueError, OSError), match=re.escape(filled(text))):
        client_tls(**given)


# --- Passwords ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "password", [PASSWORD, PASSWORD.encode(), lambda: PASSWORD], ids=repr
)
def test_an_encrypted_key(password: Any, pems: Pems) -> None:
    pair = encrypted(pems)
    tls = server_tls(rsa=pair, password=password)
    tls.reload()
    assert PASSWORD not in repr(tls)
    own = client_tls(certificate=pair, password=password)
    own.reload()
    assert PASSWORD not in repr(own)
    assert kind_of(pair, password) == "rsa"


def test_a_password_is_asked_for_once(pems: Pems) -> None:
    asked: list[str] = []

    def ask() -> str:
        asked.append("")
        return PASSWORD

    tls = server_tls(rsa=encrypted(pems), password=ask)
    assert len(asked) == 1
    tls.reload()
    assert len(asked) == 2
    pems.server_tls(password=ask)
    assert len(asked) == 2  # these keys are not encrypted


def test_what_asks_for_a_password_may_fail(pems: Pems) -> None:
    def ask() -> str:
        raise LookupError("there is no vault")

    with pytest.raises(LookupError, match="there is no vault"):
        server_tls(rsa=encrypted(pems), password=ask)


# --- What works -----------------------------------------------------------------------


def test_paths_may_be_text_and_one_file_may_have_both(pems: Pems) -> None:
    both = str(pems.file("both.pem", *pems.ecdsa))
    tls = server_tls(ecdsa=(both, both), client_ca=[str(pems.roots)], crls=[pems.crl()])
    assert (tls.wants_certificate, tls.accept_expired, tls.legacy) == (
        True,
        False,
        False,
    )
    assert kind_of((both, both)) == "ecdsa"
    other = pems.server_tls(accept_expired=True, client_ca=pems.roots)
    assert other.accept_expired
    old = pems.server_tls(legacy=True)
    assert (old.legacy, old.wants_certificate) == (True, False)


def test_the_kind_of_key_is_known_or_told(
    pems: Pems, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (kind_of(pems.rsa), kind_of(pems.ecdsa)) == ("rsa", "ecdsa")
    with pytest.raises(
        ValueError, match=r"^certificate: the key in .* does not belong"
    ):
        kind_of((pems.rsa[0], pems.ecdsa[1]))
    monkeypatch.setattr("ocpp_rpc.security.tls.server.SUITES", {"ecdsa": ECDSA})
    with pytest.raises(ValueError, match=f"certificate in {pems.rsa[0]} has no RSA or"):
        kind_of(pems.rsa)


@pytest.mark.parametrize("kind", ["rsa", "ecdsa"])
def test_a_platform_that_lacks_a_suite(
    kind: Any, pems: Pems, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking = {**suites.SUITES, kind: (*suites.SUITES[kind], "AES512-NONE")}
    monkeypatch.setattr("ocpp_rpc.security.tls.server.SUITES", lacking)
    monkeypatch.setattr("ocpp_rpc.security.tls.client.SUITES", lacking)
    text = "^OCPP demands TLS suites that OpenSSL lacks here: AES512-NONE$"
    for make in (pems.server_tls, pems.client_tls):
        with pytest.raises(ValueError, match=text):
            make()
    other = {"rsa": "ecdsa", "ecdsa": "rsa"}[kind]
    pems.server_tls(**{kind: None}, **{other: getattr(pems, other)})


def test_a_platform_that_lacks_all(pems: Pems, monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = {"rsa": ["AES512-NONE", "NONE-AES512"], "ecdsa": []}
    monkeypatch.setattr("ocpp_rpc.security.tls.client.SUITES", lacking)
    with pytest.raises(ValueError, match=r"lacks here: AES512-NONE, NONE-AES512$"):
        pems.client_tls()


def test_a_platform_without_old_versions(
    pems: Pems, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without(context: Any, names: Any) -> None:
        suites.permit_old_versions(context, names)
        context.minimum_version = 771

    monkeypatch.setattr("ocpp_rpc.security.tls.server.permit_old_versions", without)
    with pytest.raises(ValueError, match=r"^legacy=True needs TLS 1.1, which OpenSSL"):
        pems.server_tls(legacy=True)


def test_only_lists_need_cryptography(
    pems: Pems, monkeypatch: pytest.MonkeyPatch
) -> None:
    crls = pems.crl()
    for name in [each for each in sys.modules if each.startswith("cryptography")]:
        monkeypatch.setitem(sys.modules, name, None)
    pems.server_tls(client_ca=pems.roots)
    pems.client_tls(certificate=pems.rsa)
    with pytest.raises(MissingDependency, match=r"ocpp-rpc\[security\]"):
        pems.server_tls(client_ca=pems.roots, crls=crls)


@pytest.mark.parametrize("setting", ["rsa", "the key of rsa", "client_ca", "crls"])
def test_a_file_that_may_not_be_read(
    setting: str, pems: Pems, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: dict[str, Any] = {"client_ca": pems.roots, "crls": pems.crl()}
    locked = {"rsa": pems.rsa[0], "the key of rsa": pems.rsa[1], **given}[setting]
    read = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    tls = pems.server_tls(**given)
    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    for make in (lambda: pems.server_tls(**given), tls.reload):
        with pytest.raises(PermissionError) as caught:
            make()
        assert str(caught.value) == f"[Errno 13] Permission denied: '{locked}'"
