"""What is known of the clients that a server turns away."""

from __future__ import annotations

import logging

import pytest

from ocpp_rpc import HandshakeRefused, Peer, Refusal, Server
from ocpp_rpc.back_office.refusals import Refusals
from ocpp_rpc.transports import Failure, HandshakeRequest
from tests.back_office.admitted import asking, refused
from tests.confidential import TOKEN

PEER = Peer(("192.0.2.1", 9))


@pytest.mark.parametrize(
    ("refusal", "text"),
    [
        (
            Refusal(
                address=("192.0.2.1", 9),
                path="/ocpp/a%2Fb",
                status=404,
                failure=None,
                reason="not known",
            ),
            "192.0.2.1:9 for '/ocpp/a%2Fb': HTTP 404, not known",
        ),
        (
            Refusal(
                address=("2001:db8::1", 9),
                path=None,
                status=None,
                failure=Failure.TLS,
                reason="no shared cipher",
            ),
            "[2001:db8::1]:9: TLS, no shared cipher",
        ),
        (
            Refusal(
                address=("192.0.2.7", None),
                path="/a\nb",
                status=101,
                failure=None,
                reason="a\r\nb\x1b[2J\u2028é",
            ),
            "192.0.2.7 for '/a\\nb': HTTP 101, a b\\x1b[2J é",
        ),
    ],
)
def test_a_refusal_is_one_line(refusal: Refusal, text: str) -> None:
    assert str(refusal) == text


async def test_who_is_turned_away_is_counted_logged_and_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "ocpp_rpc")
    told: list[Refusal] = []

    def refuse(_: object) -> None:
        raise HandshakeRefused(403, "not you")

    async with Server(None, versions=["1.6"], on_connect=refuse) as server:
        server.on_refused(told.append)
        request = HandshakeRequest(f"/ocpp/CP001?token={TOKEN}", {}, PEER)
        server.turned_away(request, 400, "two Host lines")
        server.turned_away(PEER, Failure.TLS, "no shared cipher")
        await refused(server, peer=PEER)
        assert server.refusals == {400: 1, 403: 1}
        assert server.failures == {"TLS": 1}
    assert [(each.path, each.status, each.failure, each.reason) for each in told] == [
        ("/ocpp/CP001", 400, None, "two Host lines"),
        (None, None, Failure.TLS, "no shared cipher"),
        ("/ocpp/CP001", 403, None, "not you"),
    ]
    assert {each.address for each in told} == {PEER.address}
    lines = [
        (record.name, record.levelname, record.getMessage())
        for record in caplog.records
    ]
    assert lines == [("ocpp_rpc.server", "INFO", f"refused {each}") for each in told]


async def test_who_is_let_in_is_no_refusal() -> None:
    told: list[Refusal] = []
    async with Server(None, versions=["1.6"]) as server:
        server.on_refused(told.append)
        await server.admit(asking())
        assert server.refusals == server.failures == {}
    assert told == []


def test_an_observer_that_fails_harms_nobody(caplog: pytest.LogCaptureFixture) -> None:
    refusals, told = Refusals(), list[Refusal]()

    def fail(_: Refusal) -> None:
        raise KeyError("observer")

    refusals.observe(fail)
    refusals.observe(told.append)
    refusal = Refusal(address=None, path=None, status=400, failure=None, reason="x")
    refusals.note(refusal)
    assert told == [refusal]
    assert "an observer of refusals failed" in caplog.text
