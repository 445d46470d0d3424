"""A signed message that comes a second time."""

from __future__ import annotations

import asyncio
import base64
import json

import pytest

from ocpp_messages import v16
from ocpp_rpc import (
    BadSignature,
    Settings,
)
from ocpp_rpc.protocol import MessageType, SignatureRefused
from ocpp_rpc.security.signing import (
    RecentSignatures,
    Signer,
)
from ocpp_rpc.testing import raw_peer
from tests.security.signing.forging import (
    ORDER,
    encoded,
    forged,
    header_of,
)
from tests.security.signing.signed import (
    RSA_STATION,
    STATION,
    STRANGER,
    call,
    heartbeat,
    replies,
    signing,
)


def twin(frame: str) -> str:
    """The same with the other signature that ECDSA has for it."""
    elements = json.loads(frame)
    jws = elements[3]
    raw = base64.urlsafe_b64decode(jws["signature"] + "==")
    s = ORDER - int.from_bytes(raw[32:], "big")
    jws["signature"] = encoded(raw[:32] + s.to_bytes(32, "big"))
    return json.dumps(elements)


def again(frame: str) -> str:
    """The same under another message id."""
    elements = json.loads(frame)
    elements[1] += "x"
    return json.dumps(elements)


async def test_a_second_time() -> None:
    frame = call("Heartbeat")
    kinds, seen = await replies([frame, again(frame)], signing())
    assert kinds == [3, 4]
    assert len(seen.signatures) == 1
    (refused,) = seen.of(SignatureRefused)
    assert "seen before" in str(refused)


async def test_a_second_time_with_the_other_signature() -> None:
    frame = call("Heartbeat")
    assert (await replies([twin(frame)], signing()))[0] == [3]
    assert (await replies([frame, again(twin(frame))], signing()))[0] == [3, 4]


async def test_a_second_time_on_another_connection() -> None:
    frame, terms = call("Heartbeat"), signing()
    assert (await replies([frame], terms))[0] == [3]
    assert (await replies([frame], terms))[0] == [4]


async def test_an_answer_a_second_time() -> None:

    header = header_of("Heartbeat", 3, STATION.certificate)
    jws = forged('{"currentTime":"2026-01-31T12:00:00Z"}', header, STATION.key)
    async with raw_peer(
        version="1.6", role=v16.STATION, settings=Settings(signing=signing())
    ) as office:
        for expected in (None, BadSignature):
            pending = asyncio.create_task(office.connection.call(heartbeat("1.6")))
            message_id = json.loads(await office.recv())[1]
            await office.send(json.dumps([3, message_id, jws]))
            if expected is None:
                await pending
            else:
                with pytest.raises(expected, match="seen before"):
                    await pending


async def test_equal_messages_are_new_ones() -> None:
    frames = [call("Heartbeat", message_id=str(number)) for number in range(3)]
    assert (await replies(frames, signing()))[0] == [3, 3, 3]


@pytest.mark.parametrize(("nonce", "kinds"), [(False, [3, 4]), (True, [3, 3])])
async def test_equal_messages_of_rsa(nonce: bool, kinds: list[int]) -> None:
    signer = Signer(RSA_STATION.key, RSA_STATION.certificate, nonce=nonce)
    texts = [signer.sign(MessageType.CALL, "Heartbeat", "{}") for _ in range(2)]
    frames = [f'[2,"{text[-9:-3]}","Heartbeat-Signed",{text}]' for text in texts]
    assert (texts[0] == texts[1]) is not nonce
    assert (await replies(frames, signing(RSA_STATION)))[0] == kinds


async def test_what_is_not_verified_is_not_remembered() -> None:
    frame = call("Heartbeat", by=STRANGER)
    remembered = RecentSignatures()
    terms = signing(seen=remembered)
    assert (await replies([frame, frame], terms))[0] == [4, 4]
    assert len(remembered) == 0


async def test_other_policies_remember_nothing() -> None:
    frame = call("Heartbeat")
    remembered = RecentSignatures()
    terms = signing(policy="verify", seen=remembered)
    assert (await replies([frame, again(frame)], terms))[0] == [3, 3]
    assert len(remembered) == 0


def test_the_memory_is_bounded() -> None:
    memory = RecentSignatures(2)
    assert [memory.add(each, "Reset") for each in (b"a", b"b", b"a")] == [1, 1, 0]
    assert memory.add(b"c", "Reset")
    assert len(memory) == 2
    assert memory.add(b"a", "Reset")  # the oldest one has gone
    with pytest.raises(ValueError, match="at least 1"):
        RecentSignatures(0)
