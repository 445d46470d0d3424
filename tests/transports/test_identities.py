"""The identity a path names is the same over every library; none does a server harm."""

from __future__ import annotations

import pytest

from ocpp_rpc import Handshake
from tests.support.served import BAD_PATHS, IDENTITIES, PATHS
from tests.transports.adapters import Adapter, over
from tests.transports.serving import serving
from tests.transports.wire import dialled, request

NAMED = {
    **{f"/ocpp/{encoded}": identity for identity, encoded in IDENTITIES},
    **{path: identity for path, identity in PATHS if path.startswith("/")},
}

UNNAMED = {path: status for path, status in BAD_PATHS if path.startswith("/")}


@over("network")
async def test_identities(adapter: Adapter) -> None:
    seen: list[Handshake] = []
    async with serving(adapter, on_connect=seen.append) as (_, address):
        for target in (*NAMED, *UNNAMED):
            async with dialled(address) as wire:
                answer = await wire.ask(request(f"{target}?a=/%ZZ"))
            assert answer.status == UNNAMED.get(target, 101), target
    assert {each.path: each.identity for each in seen} == NAMED
    assert {each.query for each in seen} == {"a=/%ZZ"}


@over("network")
@pytest.mark.parametrize("target", ["/ocpp/\xff", "/ocpp/a b", "/ocpp/\xc3\xa9"])
async def test_a_path_that_is_not_encoded(adapter: Adapter, target: str) -> None:
    seen: list[Handshake] = []
    async with serving(adapter, on_connect=seen.append) as (_, address):
        async with dialled(address) as wire:
            wire.write(request(target))
            assert not (await wire.rest()).startswith(b"HTTP/1.1 101")
        async with dialled(address) as wire:
            assert (await wire.ask(request())).status == 101
    assert [each.identity for each in seen] == ["CP001"]


@over("network")
async def test_a_target_that_is_a_whole_url(adapter: Adapter) -> None:
    seen: list[Handshake] = []
    async with serving(adapter, on_connect=seen.append) as (_, address):
        async with dialled(address) as wire:
            answer = await wire.ask(
                request("http://user:word@elsewhere:1/ocpp/CP001?a")
            )
        assert answer.status == 101
    assert [(each.path, each.query) for each in seen] == [("/ocpp/CP001", "a")]
