"""A station proves the identity that it claims, by whatever name it is known."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from ocpp_rpc import Accept, Handshake, Server, ServerSettings
from ocpp_rpc.security.attempts import FailedAttempts
from ocpp_rpc.security.claims import claimed_identity
from ocpp_rpc.security.passwords import MemoryStore, Passwords, Sha256
from ocpp_rpc.security.server import MemoryFloors, Profile0, Profile1
from ocpp_rpc.testing import pair
from ocpp_rpc.transports import Admission, HttpAnswer
from tests.back_office.admitted import asking, open_door
from tests.confidential import KEY
from tests.security.passwords.chargers import Charger, old_of
from tests.support.scripted import spin


def tenant(handshake: Handshake) -> Accept:
    return Accept(identity=handshake.path.strip("/"))


def credentials(name: str, password: bytes = KEY) -> dict[str, str]:
    text = base64.b64encode(name.encode() + b":" + password).decode()
    return {"authorization": f"Basic {text}"}


class Tenants:
    """A server that knows each station by its path."""

    def __init__(self, *, required: bool = True, **rules: Any) -> None:
        self.asked: list[str] = []
        self.floors = MemoryFloors()
        self.back_off = FailedAttempts(free=1, first=60)
        rules |= {"floors": self.floors}
        if not required:
            rules["require_identity"] = False
        self.server = Server(
            None,
            versions=["1.6"],
            on_connect=tenant,
            server=ServerSettings(**rules),
        )
        self.gates = {
            0: self.server.acceptor(Profile0(), "listener"),
            1: self.server.acceptor(
                Profile1(verify=self.verify, back_off=self.back_off), "listener"
            ),
        }

    def verify(self, identity: str, password: bytes) -> bool:
        self.asked.append(identity)
        return password == KEY

    async def ask(
        self, target: str, profile: int = 1, name: str = "CP01", password: bytes = KEY
    ) -> Admission | HttpAnswer:
        lines = credentials(name, password)
        return await self.gates[profile].admit(asking(target=target, headers=lines))

    async def enter(self, *arguments: Any, **options: Any) -> Any:
        answer = await self.ask(*arguments, **options)
        assert not isinstance(answer, HttpAnswer), answer
        ours = open_door(answer)
        await spin(8)
        return ours

    async def status(self, *arguments: Any, **options: Any) -> int:
        answer = await self.ask(*arguments, **options)
        assert isinstance(answer, HttpAnswer)
        return answer.status


async def test_the_password_is_that_of_the_claimed_identity() -> None:
    tenants = Tenants()
    async with tenants.server as server:
        ours = await tenants.enter("/acme/CP01")
        assert tenants.asked == ["CP01"]
        (connection,) = server.connections.values()
        assert (connection.identity, connection.profile) == ("acme/CP01", 1)
        assert claimed_identity(connection) == "CP01"
        assert connection.handshake is not None
        assert connection.handshake.credentials is None
        ours.abort()


async def test_the_user_name_is_not_the_known_name() -> None:
    tenants = Tenants()
    async with tenants.server as server:
        assert await tenants.status("/acme/CP01", name="acme/CP01") == 401
        assert tenants.asked == []
        assert dict(server.refusals) == {401: 1}


async def test_floors_are_those_of_the_known_name() -> None:
    tenants = Tenants()
    async with tenants.server as server:
        ours = await tenants.enter("/acme/CP01", 1)
        ours.abort()
        await spin(3)
        assert await tenants.floors.get("acme/CP01") == 1
        assert await tenants.floors.get("CP01") is None
        assert await tenants.status("/acme/CP01", 0) == 403
        other = await tenants.enter("/globex/CP01", 0)
        assert list(server.connections) == ["globex/CP01"]
        assert dict(server.refusals) == {403: 1}
        assert server.security_events.total() == 1
        other.abort()


async def test_a_floor_of_somebody_who_is_called_as_another_claims() -> None:
    tenants = Tenants()
    await tenants.floors.set("CP01", 3)
    async with tenants.server:
        ours = await tenants.enter("/acme/CP01", 1)
        ours.abort()


async def test_attempts_are_those_of_the_claimed_identity() -> None:
    tenants = Tenants()
    wrong = bytes(16)
    async with tenants.server as server:
        for _ in range(2):
            assert await tenants.status("/acme/CP01", password=wrong) == 401
        assert await tenants.status("/acme/CP01") == 429
        ours = await tenants.enter("/acme/CP02", name="CP02")
        assert dict(server.refusals) == {401: 2, 429: 1}
        assert server.security_events.total() == 3
        ours.abort()


async def test_without_an_identity_in_the_path_the_user_name_is_proved() -> None:
    tenants = Tenants(required=False)
    async with tenants.server:
        ours = await tenants.enter("/acme/", name="CP07")
        assert tenants.asked == ["CP07"]
        wrong = bytes(16)
        assert await tenants.status("/acme/", name="CP08", password=wrong) == 401
        ours.abort()


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
async def test_a_password_is_changed_for_the_claimed_identity(version: str) -> None:
    charger, passwords = Charger(version), Passwords(MemoryStore())
    await passwords.set_password("CP01", old_of(version), scheme=Sha256())
    async with pair(charger.routes, version=version, identity="acme/CP01") as (
        _,
        connection,
    ):
        connection.handshake = Handshake(identity="CP01", path="/acme/CP01", headers={})
        assert await passwords.change(connection) == "Accepted"
    (new,) = charger.asked
    assert await passwords("CP01", new)
    assert not await passwords("CP01", old_of(version))
    assert not await passwords("acme/CP01", new)
