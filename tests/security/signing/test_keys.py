"""Keys and algorithms of signed messages, and what is written with them."""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa, utils
from cryptography.x509.oid import NameOID

from ocpp_messages import v201
from ocpp_rpc import (
    Settings,
)
from ocpp_rpc.protocol import MessageType
from ocpp_rpc.security.signing import (
    Policy,
    Signer,
    Signing,
    Verifier,
    thumbprint,
)
from ocpp_rpc.testing import raw_peer
from tests.security.authority import Pair
from tests.security.signing.forging import (
    forged,
    header_of,
    named,
    sign,
)
from tests.security.signing.signed import (
    AUTHORITY,
    NOON,
    RSA_STATION,
    STATION,
    STRANGER,
    replies,
    signing,
)
from tests.without import run_without


@pytest.mark.parametrize("algorithm", ["ES256", "RS256", "RS384"])
@pytest.mark.parametrize("named_key", [True, False])
def test_openssl_verifies(algorithm: str, named_key: bool, tmp_path: Path) -> None:
    by = STATION if algorithm == "ES256" else RSA_STATION
    certificate = by.certificate if named_key else None
    signer = Signer(by.key, certificate, algorithm=algorithm)
    jws = json.loads(signer.sign(MessageType.CALL, "Reset", '{"type":"Soft"}'))

    signature = base64.urlsafe_b64decode(jws["signature"] + "==")
    if algorithm == "ES256":
        r, s = (int.from_bytes(signature[at : at + 32], "big") for at in (0, 32))
        signature = utils.encode_dss_signature(r, s)
    files = tmp_path / "input", tmp_path / "signature", tmp_path / "key.pem"
    files[0].write_text(f"{jws['protected']}.{jws['payload']}")
    files[1].write_bytes(signature)
    files[2].write_bytes(
        by.key.public_key().public_bytes(
            serialization.Encoding.PEM,
            serialization.PublicFormat.SubjectPublicKeyInfo,
        )
    )
    command = ["openssl", "dgst", f"-sha{algorithm[2:]}", "-verify", str(files[2])]
    done = subprocess.run(
        [*command, "-signature", str(files[1]), str(files[0])],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "Verified OK\n"
    assert (
        "x5t#S256" in base64.urlsafe_b64decode(jws["protected"] + "==").decode()
    ) is (named_key)


@pytest.mark.parametrize("algorithm", ["ES256", "RS256", "RS384"])
async def test_each_algorithm_of_another_implementation(algorithm: str) -> None:
    by = STATION if algorithm == "ES256" else RSA_STATION
    header = header_of("Heartbeat", 2, by.certificate) | {"alg": algorithm}
    jws = forged("{}", header, by.key, algorithm=algorithm)
    frame = json.dumps([2, "1", "Heartbeat-Signed", jws])
    assert (await replies([frame], signing(by)))[0] == [3]


def vector() -> tuple[str, ec.EllipticCurvePrivateKey]:
    """A message that was signed elsewhere, and its key."""
    jws = {
        "payload": (
            "eyJyZWFzb24iOiJQb3dlclVwIiwiY2hhcmdpbmdTdGF0aW9uIjp7Im1vZGVsIjoiTTEiLCJ2"
            "ZW5kb3JOYW1lIjoiQWNtZSJ9fQ"
        ),
        "protected": (
            "eyJhbGciOiJFUzI1NiIsIk9DUFBBY3Rpb24iOiJCb290Tm90aWZpY2F0aW9uIiwiT0NQUE1l"
            "c3NhZ2VUeXBlZElkIjoyLCJ4NXQjUzI1NiI6ImhHWm1KcG1laE5lSGdkbmVLamVuYWRXSHZh"
            "QjBiMy1yc0s1a1pJMEdyWTgifQ"
        ),
        "signature": (
            "I6GLofNvAU-a0NIlwdcXvySBPe5XRFTACZODeOlWSt1B-47o2y62MNZ8Mu1bK_yTWm0ZVmMX"
            "MYHegvwQ4aX7WA"
        ),
    }
    key = ec.derive_private_key(int("22" * 32, 16), ec.SECP256R1())
    return json.dumps([2, "1", "BootNotification-Signed", jws]), key


async def test_a_message_that_was_signed_elsewhere() -> None:
    frame, key = vector()
    booted: list[v201.BootNotificationRequest] = []

    def boot(request: v201.BootNotificationRequest) -> v201.BootNotificationResponse:
        booted.append(request)
        accepted = v201.RegistrationStatusEnumType.ACCEPTED
        return v201.BootNotificationResponse(
            current_time=NOON, interval=300, status=accepted
        )

    terms = signing(verifier=Verifier(key.public_key()))
    async with raw_peer(
        boot, version="2.0.1", settings=Settings(signing=terms)
    ) as peer:
        await peer.send(frame)
        assert json.loads(await peer.recv())[0] == 3
    (request,) = booted
    assert (request.reason, request.charging_station.model) == ("PowerUp", "M1")


def test_we_write_what_was_signed_elsewhere() -> None:
    """All of it but the signature, which is another one each time."""
    frame, key = vector()
    theirs = json.loads(frame)[3]
    payload = base64.urlsafe_b64decode(theirs["payload"] + "==").decode()
    signer = Signer(key)
    signer.thumbprint = "hGZmJpmehNeHgdneKjenadWHvaB0b3-rsK5kZI0GrY8"  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue]
    ours = json.loads(signer.sign(MessageType.CALL, "BootNotification", payload))
    assert (ours["payload"], ours["protected"]) == (
        theirs["payload"],
        theirs["protected"],
    )


PEM = serialization.Encoding.PEM
SPKI = serialization.PublicFormat.SubjectPublicKeyInfo


def test_keys_from_files() -> None:
    signer = Signer(STATION.key_pem, STATION.certificate_pem)
    assert (signer.algorithm, signer.thumbprint) == (
        "ES256",
        named(STATION.certificate),
    )
    locked = STATION.key.private_bytes(
        PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(b"not a secret"),
    )
    assert Signer(locked, password=b"not a secret").thumbprint is None
    chain = STATION.certificate_pem + AUTHORITY.root.certificate_pem
    assert Signer(STATION.key, chain).thumbprint == named(STATION.certificate)

    both = Verifier(STATION.certificate_pem + RSA_STATION.certificate_pem)
    for each in (STATION, RSA_STATION):
        key = both.find(named(each.certificate))
        assert key is not None
        assert key.thumbprint == named(each.certificate)
    alone = Verifier(STATION.key.public_key().public_bytes(PEM, SPKI)).find(None)
    assert alone is not None
    assert (alone.thumbprint, alone.algorithms) == (None, ("ES256",))


def test_which_key_is_found() -> None:
    certified = Verifier(STATION.certificate)
    bare = Verifier(STATION.key.public_key())
    two = Verifier(STATION.certificate, RSA_STATION.key.public_key())
    known, unknown = named(STATION.certificate), named(STRANGER.certificate)
    found = [
        [verifier.find(name) is not None for name in (known, unknown, None)]
        for verifier in (certified, bare, two)
    ]
    assert found == [[True, False, True], [True, True, True], [True, False, False]]


@pytest.mark.parametrize("named_key", [True, False])
async def test_a_signature_that_names_no_key(named_key: bool) -> None:
    header = header_of("Heartbeat", 2, STATION.certificate)
    del header["x5t#S256"]
    frame = json.dumps([2, "1", "Heartbeat-Signed", forged("{}", header, STATION.key)])
    alone = (
        signing() if named_key else signing(verifier=Verifier(STATION.key.public_key()))
    )
    kinds, seen = await replies([frame], alone)
    assert kinds == [3]
    key = named(STATION.certificate) if named_key else None
    assert [s and s.key for s in seen.signatures] == [key]
    assert (await replies([frame], signing(STATION, RSA_STATION)))[0] == [4]


P384 = ec.generate_private_key(ec.SECP384R1())
WEAK = rsa.generate_private_key(65537, 1024)


UNFIT: Final[dict[str, tuple[Callable[[], object], str]]] = {
    "a key of P-384": (lambda: Signer(P384), "P-256"),
    "a short key of RSA": (lambda: Signer(WEAK), "2048"),
    "no key": (lambda: Signer(b"x"), "cannot be read"),
    "RSA for a key of P-256": (
        lambda: Signer(STATION.key, algorithm="RS256"),
        "only with ES256",
    ),
    "ECDSA for a key of RSA": (
        lambda: Signer(RSA_STATION.key, algorithm="ES256"),
        "only with RS256 or RS384",
    ),
    "RSA-PSS": (
        lambda: Signer(RSA_STATION.key, algorithm="PS256"),
        "only with RS256 or RS384",
    ),
    "the certificate of another": (
        lambda: Signer(STATION.key, STRANGER.certificate),
        "does not belong to the private key",
    ),
    "no certificate": (
        lambda: Signer(STATION.key, b"BEGIN CERTIFICATE"),
        "cannot be read",
    ),
    "a key of Ed25519": (lambda: Signer(ed25519.Ed25519PrivateKey.generate()), "P-256"),  # type: ignore[arg-type]
    "nobody trusted": (Verifier, "at least one"),
    "trusted P-384": (lambda: Verifier(P384.public_key()), "P-256"),
    "trusted short RSA": (lambda: Verifier(WEAK.public_key()), "2048"),
    "trusted nonsense": (lambda: Verifier(b"x"), "cannot be read"),
    "trusted broken certificate": (
        lambda: Verifier(b"-----BEGIN CERTIFICATE-----"),
        "cannot be read",
    ),
    "trusted private key": (lambda: Verifier(STATION.key_pem), "cannot be read"),
    "no verifier": (Signing, "'verify' needs a verifier"),
    "nobody to require": (
        lambda: Signing(policy="require"),
        "'require' needs a verifier",
    ),
    "no such policy": (lambda: Signing(policy="all"), "not a valid Policy"),
    "one action": (
        lambda: Signing(policy=Policy.IGNORE, sign="Reset"),
        "set of actions",
    ),
}


@pytest.mark.parametrize(("make", "reason"), UNFIT.values(), ids=UNFIT)
def test_what_cannot_be_used(make: Callable[[], object], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        make()


def test_no_key_is_shown() -> None:
    terms = Settings(signing=signing())
    assert repr(terms.signing) == (
        f"<Signing require <Signer ES256 {named(STATION.certificate)}>>"
    )
    assert repr(Signing(policy="ignore")) == "<Signing ignore None>"
    assert repr(Signer(STATION.key)) == "<Signer ES256 without certificate>"
    assert repr(Verifier(STATION.certificate)) == "<Verifier of 1>"
    secret = STATION.key.private_numbers()
    assert str(getattr(secret, "private_value", "")) not in repr(terms)


def test_the_thumbprint_is_that_of_the_der() -> None:
    der = STATION.certificate.public_bytes(serialization.Encoding.DER)
    digest = base64.urlsafe_b64encode(hashlib.sha256(der).digest()).decode()
    assert thumbprint(STATION.certificate) == digest.rstrip("=")
    assert (
        STATION.certificate.fingerprint(hashes.SHA256()) == hashlib.sha256(der).digest()
    )
    name = STATION.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    assert isinstance(STATION.certificate, x509.Certificate)
    assert name[0].value == "SN001"


@pytest.mark.parametrize("module", ["joserfc", "cryptography"])
def test_the_extra_is_named(module: str) -> None:
    done = run_without(module, "ocpp_rpc.security.signing")
    assert done.returncode == 1
    assert "this needs an extra: pip install 'ocpp-rpc[security]'" in done.stderr


# --- Sizes ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "more"), [(STATION, 330), (RSA_STATION, 590)], ids=["ES256", "RS256"]
)
@pytest.mark.parametrize("size", [0, 300, 100_000, 1_000_000])
def test_a_signed_message_is_a_third_longer(by: Pair, more: int, size: int) -> None:
    payload = json.dumps({"data": "x" * size})
    signer = Signer(by.key, by.certificate)
    signed = signer.sign(MessageType.CALL, "DataTransfer", payload)
    assert len(signed) <= len(payload) * 4 / 3 + more


def test_the_second_implementation_signs_alike() -> None:
    """It is what the forgeries are made with: an error in it would refuse them all."""
    first, second = (sign(b"x", RSA_STATION.key, "RS256") for _ in range(2))
    assert first == second
    assert len(sign(b"x", STATION.key)) == 64
