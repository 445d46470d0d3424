"""The security profiles of a station, over each library that connects."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from ocpp_rpc import NetworkProfile, connect, serve, sync
from ocpp_rpc.security import client
from tests.confidential import KEY, PASSWORD
from tests.support.served import HOST

TRUSTING = ssl.create_default_context()
"""A context that verifies servers; which ones it trusts does not matter here."""


class Tls:
    """What `tls` returns, as far as a profile looks at it."""

    def __init__(self, *, has_certificate: bool) -> None:
        self.context = TRUSTING
        self.has_certificate = has_certificate


def context(
    *, verify: bool = True, names: bool = True, oldest: str = "TLSv1_2"
) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    made.check_hostname = verify and names
    made.verify_mode = ssl.CERT_REQUIRED if verify else ssl.CERT_NONE
    made.minimum_version = ssl.TLSVersion[oldest]
    return made


# --- A profile ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("profile", "number"),
    [
        (client.Profile0(), 0),
        (client.Profile1(password=PASSWORD), 1),
        (client.Profile2(password=KEY, tls=TRUSTING), 2),
        (client.Profile2(password=KEY, tls=Tls(has_certificate=False)), 2),
        (client.Profile3(tls=TRUSTING), 3),
        (client.Profile3(tls=Tls(has_certificate=True)), 3),
    ],
)
def test_a_profile(profile: client.Profile, number: int) -> None:
    assert profile.number == number
    shown = repr(profile)
    assert not any(secret in shown for secret in (PASSWORD, repr(KEY)[2:-1]))
    with pytest.raises((FrozenInstanceError, TypeError)):
        setattr(profile, "tls", None)  # noqa: B010 - not in all of them


@pytest.mark.parametrize("kind", [client.Profile1, client.Profile2])
@pytest.mark.parametrize(
    ("password", "message"),
    [
        ("", "Profile. needs a password: text or bytes, and not empty"),
        (b"", "Profile. needs a password: text or bytes, and not empty"),
        (None, "Profile. needs a password: text or bytes, and not empty"),
        (bytearray(KEY), "Profile. needs a password: text or bytes, and not empty"),
        (
            f"{PASSWORD}\udc80",
            "the password has a character that UTF-8 cannot express",
        ),
    ],
    ids=["no text", "no bytes", "None", "bytearray", "a surrogate"],
)
def test_what_is_no_password(
    kind: Callable[..., object], password: Any, message: str
) -> None:
    tls = {"tls": TRUSTING} if kind is client.Profile2 else {}
    with pytest.raises(ValueError, match=f"^{message}$") as caught:
        kind(password=password, **tls)
    assert PASSWORD not in f"{caught.value!r} {caught.value.__context__!r}"


@pytest.mark.parametrize("kind", [client.Profile2, client.Profile3])
@pytest.mark.parametrize(
    ("tls", "message"),
    [
        (
            None,
            "Profile. needs TLS: tls is client.tls\\(...\\), not a NoneType",
        ),
        (
            "roots.pem",
            "Profile. needs TLS: tls is client.tls\\(...\\), not a str",
        ),
        (
            context(verify=False),
            "Profile. verifies the certificate of the server and its name, and the "
            "ssl context does not",
        ),
        (
            context(names=False),
            "Profile. verifies the certificate of the server and its name, and the "
            "ssl context does not",
        ),
        (
            context(oldest="MINIMUM_SUPPORTED"),
            r"Profile. needs TLS 1\.2, and the ssl context allows less",
        ),
    ],
)
def test_what_is_no_tls(kind: Callable[..., object], tls: Any, message: str) -> None:
    password = {"password": KEY} if kind is client.Profile2 else {}
    with pytest.raises(ValueError, match=f"^{message}$"):
        kind(tls=tls, **password)


def test_what_is_no_profile() -> None:
    both: dict[str, Any] = {"password": PASSWORD, "tls": TRUSTING}
    with pytest.raises(ValueError, match="Profile1 has no TLS; with TLS and a pass"):
        client.Profile1(**both)
    with pytest.raises(ValueError, match="Profile3 has no password; with a passwor"):
        client.Profile3(**both)


def test_profile_3_needs_a_certificate() -> None:
    with pytest.raises(ValueError, match="Profile3 needs a certificate of the"):
        client.Profile3(tls=Tls(has_certificate=False))


# --- What goes together ---------------------------------------------------------------

PROFILES: dict[int, client.Profile] = {
    0: client.Profile0(),
    1: client.Profile1(password=PASSWORD),
    2: client.Profile2(password=PASSWORD, tls=TRUSTING),
    3: client.Profile3(tls=TRUSTING),
}


@pytest.mark.parametrize("opener", [connect, sync.connect], ids=["async", "sync"])
@pytest.mark.parametrize(
    ("number", "url", "options", "message"),
    [
        (0, "wss://h", {}, "security profile 0 goes with ws://, and the URL has wss"),
        (1, "wss://h", {}, "security profile 1 goes with ws://, and the URL has wss"),
        (2, "ws://h", {}, "security profile 2 goes with wss://, and the URL has ws://"),
        (3, "ws://h", {}, "security profile 3 goes with wss://, and the URL has ws://"),
        (2, "https://h", {}, "security profile 2 goes with wss://, and the URL has ht"),
        (1, "h/ocpp", {}, "security profile 1 goes with ws://, and the URL has ://"),
        (0, "ws://h", {"password": PASSWORD}, "a security profile, and password="),
        (1, "ws://h", {"password": PASSWORD}, "a security profile, and password="),
        (2, "wss://h", {"ssl": TRUSTING}, "a security profile, and ssl="),
        (3, "wss://h", {"ssl": TRUSTING}, "a security profile, and ssl="),
        (1, f"ws://A:{PASSWORD}@h", {}, "a security profile, and credentials in the"),
        (3, "wss://A@h", {}, "a security profile, and credentials in the URL"),
        (
            0,
            "ws://h",
            {"headers": {"authorization": f"Bearer {PASSWORD}"}},
            "a security profile, and a header line Authorization",
        ),
        (
            2,
            "wss://h",
            {"headers": {"Authorization": f"Bearer {PASSWORD}"}},
            "a security profile, and a header line Authorization",
        ),
    ],
)
def test_what_does_not_go_together(
    opener: Callable[..., object],
    number: int,
    url: str,
    options: dict[str, Any],
    message: str,
) -> None:
    with pytest.raises(ValueError, match=message) as caught:
        opener(url, "A", versions=["1.6"], security=PROFILES[number], **options)
    assert PASSWORD not in f"{caught.value!r}"


@pytest.mark.parametrize("options", [{"password": PASSWORD}, {"ssl": TRUSTING}])
def test_a_network_profile_has_one_or_the_other(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="there is a security profile, and"):
        NetworkProfile(url="wss://h", security=PROFILES[3], **options)


def test_the_scheme_of_each_network_profile_counts() -> None:
    profiles = [NetworkProfile(url="ws://h"), NetworkProfile(url="wss://h")]
    with pytest.raises(ValueError, match="profile 1 goes with ws://, and the URL has"):
        connect(profiles, "A", versions=["1.6"], security=PROFILES[1])


@pytest.mark.parametrize(
    ("own", "given", "wanted"),
    [
        ({}, {"security": PROFILES[2]}, {"security": PROFILES[2]}),
        (
            {"security": PROFILES[3]},
            {"security": PROFILES[2]},
            {"security": PROFILES[3]},
        ),
        (
            {"security": PROFILES[3]},
            {"password": PASSWORD, "ssl": TRUSTING},
            {"security": PROFILES[3]},
        ),
        ({"password": PASSWORD}, {"security": PROFILES[3]}, {"password": PASSWORD}),
        ({"ssl": TRUSTING}, {"security": PROFILES[3]}, {"ssl": TRUSTING}),
        (
            {"ssl": TRUSTING},
            {"password": PASSWORD},
            {"ssl": TRUSTING, "password": PASSWORD},
        ),
    ],
)
def test_security_replaces_what_it_contains(
    own: dict[str, Any], given: dict[str, Any], wanted: dict[str, Any]
) -> None:
    above = NetworkProfile(url="wss://h", **own)
    below = NetworkProfile(url="", versions=["1.6"], **given)

    assert above.over(below) == NetworkProfile(
        url="wss://h", versions=["1.6"], **wanted
    )


# --- Connections ----------------------------------------------------------------------

over_clients = pytest.mark.parametrize("transport", ["websockets", "aiohttp", "picows"])


@over_clients
@pytest.mark.parametrize(
    ("user", "options", "number"),
    [
        ("", {}, 0),
        ("", {"password": KEY}, 1),
        (f"CP1:{PASSWORD}@", {}, 1),
        ("", {"headers": {"authorization": f"Basic {PASSWORD}"}}, 1),
        ("", {"security": client.Profile0()}, 0),
        ("", {"security": client.Profile1(password=PASSWORD)}, 1),
    ],
)
async def test_the_profile_of_a_connection(
    transport: str, user: str, options: dict[str, Any], number: int
) -> None:
    async with serve(None, HOST, versions=["1.6"]) as server:
        url = f"ws://{user}{HOST}:{server.port}"
        async with connect(
            url, "CP1", versions=["1.6"], transport=transport, **options
        ) as cp:
            assert cp.profile == number
