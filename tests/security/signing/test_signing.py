"""Signed messages between the two sides of a connection, in every version."""

from __future__ import annotations

import asyncio
import base64
import json
from contextlib import nullcontext
from typing import Any

import pytest

import ocpp_messages
from ocpp_messages import VERSIONS, v1x, v2x, v16, v21, v201
from ocpp_rpc import (
    BadSignature,
    ErrorCode,
    InvalidResponse,
    OcppError,
    Router,
    Settings,
    connect,
    serve,
)
from ocpp_rpc.protocol import SignatureRefused, Signed
from ocpp_rpc.security.signing import (
    Signature,
    Signer,
    Signing,
    Verifier,
    current_signature,
    thumbprint,
)
from ocpp_rpc.testing import pair, raw_peer
from tests.security.signing.forging import (
    forged,
    header_of,
    named,
)
from tests.security.signing.signed import (
    NOON,
    OFFICE,
    RSA_STATION,
    STATION,
    STRANGER,
    Seen,
    answering,
    call,
    heartbeat,
    signing,
)

# --- Both ways ------------------------------------------------------------------------


@pytest.mark.parametrize("version", VERSIONS)
async def test_a_call_and_its_answer(version: str) -> None:
    seen = Seen()
    settings = seen.settings(signing())
    handler = answering(seen, version)
    async with pair(None, handler, version=version, settings=settings) as (station, _):
        response = await station.call(heartbeat(version))

    assert response.current_time == NOON
    by = Signature(algorithm="ES256", key=named(STATION.certificate), verified=True)
    assert seen.signatures == [by]
    call, result = seen.frames
    assert call[2] == "Heartbeat-Signed"
    assert set(call[3]) == set(result[2]) == {"payload", "protected", "signature"}
    told = [e for e in seen.of(Signed) if isinstance(e, Signed)]
    assert [(e.action, e.signature) for e in told] == [("Heartbeat", by)] * 2
    assert current_signature() is None


async def test_what_a_header_says() -> None:
    seen = Seen()
    settings = seen.settings(signing(RSA_STATION))
    handler = answering(seen, "1.6")
    async with pair(None, handler, version="1.6", settings=settings) as (station, _):
        await station.call(v16.HeartbeatRequest())

    key = named(RSA_STATION.certificate)
    headers = [
        json.loads(base64.urlsafe_b64decode(frame[-1]["protected"] + "=="))
        for frame in seen.frames
    ]
    assert headers == [
        {
            "alg": "RS256",
            "OCPPAction": "Heartbeat",
            "OCPPMessageTypedId": kind,
            "x5t#S256": key,
        }
        for kind in (2, 3)
    ]


async def test_a_back_office_that_calls() -> None:
    seen = Seen()

    def reset(request: v201.ResetRequest) -> v201.ResetResponse:
        seen.signatures.append(current_signature())
        return v201.ResetResponse(status=v201.ResetStatusEnumType.ACCEPTED)

    settings = seen.settings(signing(OFFICE))
    async with pair(reset, version="2.0.1", settings=settings) as (_, office):
        response = await office.call(v201.ResetRequest(type=v201.ResetEnumType.ON_IDLE))
    assert response.status == "Accepted"
    assert [s and s.key for s in seen.signatures] == [thumbprint(OFFICE.certificate)]


async def test_a_message_that_is_not_answered() -> None:
    seen = Seen()
    package = ocpp_messages.load("2.1")
    stream: Any = package.loads(
        package.PROCEDURES["NotifyPeriodicEventStream"].request,
        '{"id":1,"pending":0,"basetime":"2026-01-31T12:00:00Z",'
        '"data":[{"t":1,"v":"x"}]}',
    )

    async def take(message: v21.NotifyPeriodicEventStream) -> None:
        seen.signatures.append(current_signature())

    routes = Router()
    routes.on(v21.NotifyPeriodicEventStream)(take)
    async with pair(None, routes, version="2.1", settings=seen.settings(signing())) as (
        station,
        _,
    ):
        await station.send(stream)
    assert [s and s.verified for s in seen.signatures] == [True]
    assert seen.frames[0][2] == "NotifyPeriodicEventStream-Signed"


@pytest.mark.parametrize("family", [v1x, v2x], ids=["1.x", "2.x"])
async def test_one_program_for_two_versions(family: Any) -> None:
    routes = Router()
    signatures: list[Signature | None] = []

    async def answer(_: Any) -> Any:
        signatures.append(current_signature())
        return family.HeartbeatResponse(current_time=NOON)

    routes.add(family.HeartbeatRequest, answer)
    for version in family.VERSIONS:
        settings = Settings(signing=signing())
        async with pair(None, routes, version=version, settings=settings) as (one, _):
            assert (await one.call(family.HeartbeatRequest())).current_time == NOON
    assert [s is not None and s.verified for s in signatures] == [True, True]


async def test_data_of_a_vendor() -> None:
    async def transfer(request: v16.DataTransferRequest) -> v16.DataTransferResponse:
        assert (request.vendor_id, request.data) == ("acme", "é\n")
        return v16.DataTransferResponse(
            status=v16.DataTransferStatus.ACCEPTED, data="ü"
        )

    async with pair(transfer, version="1.6", settings=Settings(signing=signing())) as (
        _,
        office,
    ):
        request = v16.DataTransferRequest(vendor_id="acme", data="é\n")
        assert (await office.call(request)).data == "ü"


async def test_the_signature_of_each_message_is_its_own() -> None:
    """Also if a handler waits while others are handled, in a thread, and afterwards."""

    waiting, go_on = asyncio.Event(), asyncio.Event()
    found: dict[str, Signature | None] = {}

    routes = Router()

    @routes.on(v201.AuthorizeRequest)
    async def authorize(request: v201.AuthorizeRequest) -> v201.AuthorizeResponse:
        waiting.set()
        await go_on.wait()
        found["waits"] = current_signature()
        status = v201.AuthorizationStatusEnumType.ACCEPTED
        info = v201.IdTokenInfoType(status=status)
        return v201.AuthorizeResponse(id_token_info=info)

    @routes.on(v201.HeartbeatRequest, in_thread=True)
    def heartbeat(request: v201.HeartbeatRequest) -> v201.HeartbeatResponse:
        found["in a thread"] = current_signature()
        return v201.HeartbeatResponse(current_time=NOON)

    @routes.on(v201.DataTransferRequest)
    def transfer(request: v201.DataTransferRequest) -> v201.DataTransferResponse:
        found["plain"] = current_signature()
        return v201.DataTransferResponse(
            status=v201.DataTransferStatusEnumType.ACCEPTED
        )

    @routes.after(v201.AuthorizeRequest)
    def after(request: v201.AuthorizeRequest) -> None:
        found["after"] = current_signature()

    settings = Settings(signing=signing(policy="verify"))
    async with raw_peer(routes, version="2.0.1", settings=settings) as peer:
        token = '{"idToken":{"idToken":"A","type":"ISO14443"}}'
        await peer.send(call("Authorize", token, "1"))
        await waiting.wait()
        await peer.send('[2,"2","DataTransfer",{"vendorId":"a"}]')
        await peer.recv()
        await peer.send(call("Heartbeat", "{}", "3"))
        await peer.recv()
        go_on.set()
        await peer.recv()
        await peer.send('[2,"4","DataTransfer",{"vendorId":"a"}]')
        await peer.recv()
    assert {name: s is not None for name, s in found.items()} == {
        "plain": False,
        "in a thread": True,
        "waits": True,
        "after": True,
    }


# --- Who signs what -------------------------------------------------------------------


async def test_only_some_actions_are_signed() -> None:
    seen = Seen()
    terms = signing(policy="verify", sign={"BootNotification"})
    handler = answering(seen, "1.6")
    async with pair(None, handler, version="1.6", settings=seen.settings(terms)) as (
        station,
        _,
    ):
        await station.call(v16.HeartbeatRequest())
    assert seen.signatures == [None]
    call_, result = seen.frames
    assert call_[2] == "Heartbeat"
    assert result[2] == {"currentTime": "2026-01-31T12:00:00Z"}


async def test_an_answer_is_signed_whatever_else_is() -> None:
    terms = signing(sign=())
    seen = Seen()
    async with raw_peer(
        answering(seen, "2.0.1"), version="2.0.1", settings=seen.settings(terms)
    ) as peer:
        await peer.send(call("Heartbeat"))
        assert set(json.loads(await peer.recv())[2]) == {
            "payload",
            "protected",
            "signature",
        }


async def test_a_side_without_a_key_answers_without() -> None:
    seen = Seen()
    terms = signing(signer=None)
    async with raw_peer(
        answering(seen, "2.0.1"), version="2.0.1", settings=seen.settings(terms)
    ) as peer:
        await peer.send(call("Heartbeat"))
        answer = json.loads(await peer.recv())
    assert answer == [3, "1", {"currentTime": "2026-01-31T12:00:00Z"}]


async def test_keys_of_each_station() -> None:
    keys = {"CP001": Verifier(STATION.certificate)}
    seen = Seen()
    terms = signing(verifier=keys.get)
    settings = seen.settings(terms)
    handler = answering(seen, "2.0.1")
    for identity, by, answer in (
        ("CP001", STATION, 3),
        ("CP001", STRANGER, 4),
        ("CP002", STATION, 4),
    ):
        async with raw_peer(
            handler, version="2.0.1", identity=identity, settings=settings
        ) as peer:
            await peer.send(call("Heartbeat", by=by))
            assert json.loads(await peer.recv())[0] == answer

    async with raw_peer(handler, version="2.0.1", settings=settings) as peer:
        keys["CP001"] = Verifier(STRANGER.certificate)  # exchanged while it is open
        await peer.send(call("Heartbeat", by=STRANGER))
        assert json.loads(await peer.recv())[0] == 3
    assert len(seen.signatures) == 2


async def test_between_a_station_and_a_server() -> None:
    """Each side with a key of its own, over sockets."""
    seen = Seen()
    office = Signing(
        signer=Signer(OFFICE.key, OFFICE.certificate),
        verifier={"CP001": Verifier(STATION.certificate)}.get,
        policy="require",
    )
    charger = Signing(
        signer=Signer(STATION.key, STATION.certificate),
        verifier=Verifier(OFFICE.certificate),
        policy="require",
    )
    intruder = Signing(
        signer=Signer(STATION.key, STATION.certificate),
        verifier=Verifier(STRANGER.certificate),
        policy="require",
    )
    handler = answering(seen, "2.0.1")
    async with serve(
        handler, "127.0.0.1", 0, versions=["2.0.1"], settings=Settings(signing=office)
    ) as server:
        url = f"ws://127.0.0.1:{server.port}"
        for identity, terms, raised in (
            ("CP001", charger, None),
            ("CP002", charger, OcppError),
            ("CP001", intruder, BadSignature),
        ):
            async with connect(
                url, identity, versions=["2.0.1"], settings=Settings(signing=terms)
            ) as station:
                with nullcontext() if raised is None else pytest.raises(raised):
                    await station.call(v201.HeartbeatRequest())
                assert not station.closed
    key = named(STATION.certificate)
    assert [s and s.key for s in seen.signatures] == [key, key]


# --- Policies -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("policy", "frame", "runs"),
    [
        ("ignore", call("Heartbeat", by=STRANGER), False),
        ("ignore", '[2,"1","Heartbeat",{}]', None),
        ("verify", call("Heartbeat"), True),
        ("verify", '[2,"1","Heartbeat",{}]', None),
        ("require", call("Heartbeat"), True),
    ],
)
async def test_what_passes(policy: str, frame: str, runs: bool | None) -> None:
    """`runs`: whether the handler is told that the signature is verified."""
    seen = Seen()
    terms = signing(policy=policy)
    async with raw_peer(
        answering(seen, "2.0.1"), version="2.0.1", settings=seen.settings(terms)
    ) as peer:
        await peer.send(frame)
        assert json.loads(await peer.recv())[0] == 3
    assert [s and s.verified for s in seen.signatures] == [runs]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("policy", "frame", "reason"),
    [
        ("ignore", '[2,"1","Heartbeat-Signed",{}]', "not a JWS"),
        ("verify", '[2,"1","Heartbeat-Signed",{}]', "not a JWS"),
        ("verify", call("Heartbeat", by=STRANGER), "that signs is not trusted"),
        (
            "require",
            call("Heartbeat", by=STRANGER),
            "the key that signs is not trusted",
        ),
        ("require", '[2,"1","Heartbeat",{}]', "there is no signature"),
    ],
)
async def test_what_does_not(
    version: str, policy: str, frame: str, reason: str
) -> None:
    seen = Seen()
    terms = signing(policy=policy)
    async with raw_peer(
        answering(seen, version), version=version, settings=seen.settings(terms)
    ) as peer:
        await peer.send(frame)
        kind, message_id, code, description, _ = json.loads(await peer.recv())
        assert not peer.connection.closed
    assert (kind, message_id, code) == (4, "1", ErrorCode.SECURITY_ERROR)
    assert reason in description
    (refused,) = seen.of(SignatureRefused)
    assert reason in str(refused)
    assert seen.signatures == []


@pytest.mark.parametrize("version", ["1.6", "2.1"])
async def test_an_answer_that_is_not_signed(version: str) -> None:
    terms = Settings(signing=signing())
    package = ocpp_messages.load(version)
    async with raw_peer(
        version=version, role=package.STATION, settings=terms
    ) as office:
        pending = asyncio.create_task(office.connection.call(heartbeat(version)))
        message_id = json.loads(await office.recv())[1]
        time = {"currentTime": "2026-01-31T12:00:00Z"}
        await office.send(json.dumps([3, message_id, time]))
        with pytest.raises(BadSignature, match="there is no signature") as raised:
            await pending
        if version == "2.1":
            kind, _, code, *_ = json.loads(await office.recv())
            assert (kind, code) == (5, "SecurityError")
        assert not office.connection.closed

        pending = asyncio.create_task(office.connection.call(heartbeat(version)))
        message_id = json.loads(await office.recv())[1]
        header = header_of("Heartbeat", 3, STATION.certificate)
        jws = forged(json.dumps(time), header, STATION.key)
        await office.send(json.dumps([3, message_id, jws]))
        assert (await pending).current_time == NOON
    assert isinstance(raised.value, InvalidResponse)


async def test_an_error_needs_no_signature() -> None:
    settings = Settings(signing=signing())
    async with pair(version="1.6", settings=settings) as (station, _):
        with pytest.raises(OcppError) as raised:
            await station.call(v16.HeartbeatRequest())
    assert raised.value.code is ErrorCode.NOT_SUPPORTED


def fails(*_: object) -> Any:
    raise LookupError("the database is gone")


class Failing:
    """A memory that cannot be asked."""

    add = fails


@pytest.mark.parametrize("broken", [{"verifier": fails}, {"seen": Failing()}])
async def test_a_function_of_the_program_that_fails(
    broken: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    seen = Seen()
    async with raw_peer(
        answering(seen, "2.0.1"),
        version="2.0.1",
        settings=seen.settings(signing(**broken)),
    ) as peer:
        await peer.send(call("Heartbeat"))
        assert "cannot be checked" in await peer.recv()
    assert seen.signatures == []
    assert "the database is gone" in caplog.text


async def test_a_long_message() -> None:
    data = "x" * 900_000

    def transfer(request: v201.DataTransferRequest) -> v201.DataTransferResponse:
        assert request.data == data
        status = v201.DataTransferStatusEnumType.ACCEPTED
        return v201.DataTransferResponse(status=status, data=data)

    async with pair(
        transfer, version="2.0.1", settings=Settings(signing=signing())
    ) as (_, office):
        request = v201.DataTransferRequest(vendor_id="a", data=data)
        assert (await office.call(request)).data == data
