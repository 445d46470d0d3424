"""What the representations of values do not show, since programs log them."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import ssl
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

import ocpp_rpc
from ocpp_rpc import HandshakeFailed, NetworkProfile, WebSocketSettings
from ocpp_rpc.back_office.handshake import Accept, Credentials, Handshake
from ocpp_rpc.security.client import Profile1, Profile2
from ocpp_rpc.transports import HandshakeRequest, HttpAnswer, Peer, without_secrets
from ocpp_rpc.transports.endpoints import Endpoint
from ocpp_rpc.transports.libraries import LIBRARIES
from tests.confidential import TOKEN as SECRET

TELLING: dict[str, Any] = {
    "certificate": {"serialNumber": SECRET},
    "credentials": Credentials(b"user", SECRET.encode()),
    "headers": {"Authorization": f"Basic {SECRET}"},
    "password": SECRET,
    "proxy": f"http://user:{SECRET}@host:1",
    "query": f"token={SECRET}",
    "target": f"/ocpp/CP001?token={SECRET}",
    "url": f"wss://user:{SECRET}@host/ocpp?token={SECRET}#{SECRET}",
}
"""Names of fields that may hold a secret, each with one that does."""

NEEDED: dict[str, Any] = {"tls": ssl.create_default_context()}
"""Names of fields that take no value but one of their kind."""


def modules() -> Iterator[ModuleType]:
    for module in pkgutil.walk_packages(ocpp_rpc.__path__, "ocpp_rpc."):
        if module.name != "ocpp_rpc.__main__":
            yield importlib.import_module(module.name)


def names(value: object) -> set[str]:
    """Return the names of the fields, if that is a dataclass."""
    if not (isinstance(value, type) and dataclasses.is_dataclass(value)):
        return set()
    return {each.name for each in dataclasses.fields(value) if each.init}


WITH_SECRETS = sorted(
    {
        value
        for module in modules()
        for value in vars(module).values()
        if names(value) & {*TELLING} and value.__module__.startswith("ocpp_rpc.")
    },
    key=lambda cls: (cls.__module__, cls.__qualname__),
)


def test_the_classes_are_found() -> None:
    assert {
        Accept,
        Credentials,
        Endpoint,
        Handshake,
        HandshakeRequest,
        HttpAnswer,
        NetworkProfile,
        Profile1,
        Profile2,
        WebSocketSettings,
    } <= {*WITH_SECRETS}


@pytest.mark.parametrize("cls", WITH_SECRETS)
def test_no_secret_is_shown(cls: type[Any]) -> None:
    values = {
        each.name: TELLING.get(each.name, NEEDED.get(each.name))
        for each in dataclasses.fields(cls)
        if each.init and (each.name in TELLING or is_required(each))
    }
    made = cls(**values)
    assert SECRET in str([*content(made)])
    assert SECRET not in f"{made!r} {made}"


def content(value: Any) -> Iterator[object]:
    """Yield the values of the fields, those of values in them, and so on."""
    for each in dataclasses.fields(value):
        inner = getattr(value, each.name)
        yield [*content(inner)] if dataclasses.is_dataclass(inner) else inner


def is_required(field: dataclasses.Field[Any]) -> bool:
    missing = dataclasses.MISSING
    return field.default is missing and field.default_factory is missing


def test_what_is_shown() -> None:
    request = HandshakeRequest("/a?b", {"c": "d"}, Peer(("127.0.0.1", 1)))
    peer = "Peer(address=('127.0.0.1', 1), tls=None)"
    assert repr(request) == f"HandshakeRequest(GET '/a', {peer})"
    whole = dataclasses.replace(request, target="http://u:p@h/a?b")
    assert repr(whole) == f"HandshakeRequest(GET 'http://h/a', {peer})"
    profile = NetworkProfile(url="wss://u:p@h/a?b", versions=["1.6"], password="c")
    assert repr(profile) == "NetworkProfile(url='wss://h/a', versions=['1.6'])"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("ws://u:p@h:1/a?b#c", "ws://h:1/a"),
        ("ws://h#a?b\nc", "ws://h"),
        ("ws://h/a@b", "ws://h/a@b"),
        ("ws://h:80/a@b", "ws://h:80/a@b"),
        ("ws://h:80?a@b", "ws://h:80"),
        ("ws://[::1]:80/a@b", "ws://[::1]:80/a@b"),
        ("ws://[::1]/a:b@c", "ws://[::1]/a:b@c"),
        ("ws://u:p/q@h:80/a", "ws://h:80/a"),
        ("ws://u:p?q@h/a?b", "ws://h/a"),
        ("ws://u:p#q@h", "ws://h"),
        ("ws://u:12/q@r@h", "ws://u:12/q@r@h"),
        ("ws://u:p@h/a@b", "ws://h/a@b"),
        ("nonsense", "nonsense"),
    ],
)
def test_a_url_that_may_be_shown(url: str, shown: str) -> None:
    assert without_secrets(url) == shown


@pytest.mark.parametrize("transport", LIBRARIES)
@pytest.mark.parametrize("url", ["ws://127.0.0.1:1", "ws://127.0.0.1:x", "ws://"])
async def test_a_failure_to_connect_shows_no_query(url: str, transport: str) -> None:
    connecting = ocpp_rpc.connect(
        f"{url}/ocpp?token={SECRET}", "CP001", versions=["1.6"], transport=transport
    )
    with pytest.raises(HandshakeFailed) as caught:
        await connecting.__aenter__()
    assert SECRET not in f"{caught.value} {caught.value!r} {caught.value.url}"


@pytest.mark.parametrize("end", "/?#")
@pytest.mark.parametrize("transport", ["websockets", "aiohttp", "picows"])
def test_no_part_of_a_password_is_told(transport: str, end: str) -> None:
    with pytest.raises(ValueError, match="the password in the URL has to"):
        ocpp_rpc.connect(
            f"ws://user:{SECRET}{end}{SECRET}@127.0.0.1:1/ocpp",
            "CP001",
            versions=["1.6"],
            transport=transport,
        )
