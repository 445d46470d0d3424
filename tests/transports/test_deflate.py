"""Compression of messages: what is agreed on, and what is carried."""

from __future__ import annotations

import tracemalloc
import zlib

import pytest

from ocpp_rpc.transports import deflate
from ocpp_rpc.transports.deflate import OFFER, Deflate, TooLong

MESSAGES = [b"abc" * 100, b"abc" * 100, bytes(range(256)) * 50, b"x"]

PLAIN = "permessage-deflate; server_max_window_bits=12"


def pair(offers: str) -> tuple[Deflate, Deflate]:
    """Return both ends of what is agreed on after an offer like `OFFER`."""
    answer, server = deflate.accept(offers)
    client = deflate.agreed(answer, offered=True)
    assert server is not None
    assert client is not None
    return client, server


@pytest.mark.parametrize(
    "offers",
    [
        OFFER,
        "permessage-deflate",
        "permessage-deflate; client_no_context_takeover",
        "permessage-deflate; server_no_context_takeover",
        "permessage-deflate; server_max_window_bits=9",
        "permessage-deflate; client_max_window_bits=9",
        "permessage-deflate; client_max_window_bits=15; server_max_window_bits=15",
    ],
)
def test_what_is_carried_both_ways(offers: str) -> None:
    client, server = pair(offers)

    for sender, receiver in ((client, server), (server, client)):
        for message in MESSAGES:
            carried = sender.deflate(message)
            assert receiver.inflate(carried, 20_000) == message


@pytest.mark.parametrize(
    ("offers", "answer"),
    [
        (OFFER, f"{PLAIN}; client_max_window_bits=12"),
        ("permessage-deflate", PLAIN),
        (
            "permessage-deflate; client_max_window_bits=10; server_max_window_bits=10",
            "permessage-deflate; server_max_window_bits=10; client_max_window_bits=10",
        ),
        (
            "permessage-deflate;client_max_window_bits=8",
            f"{PLAIN}; client_max_window_bits=8",
        ),
        (
            "permessage-deflate; client_no_context_takeover; "
            "server_no_context_takeover",
            f"{PLAIN}; server_no_context_takeover; client_no_context_takeover",
        ),
        ('permessage-deflate; server_max_window_bits="15"', PLAIN),
        ("x-other; a=1, permessage-deflate", PLAIN),
        ("permessage-deflate; server_max_window_bits=8, permessage-deflate", PLAIN),
    ],
)
def test_what_a_server_answers(offers: str, answer: str) -> None:
    assert deflate.accept(offers)[0] == answer


@pytest.mark.parametrize(
    "offers",
    [
        "",
        "x-other",
        "permessage-deflate; unknown",
        "permessage-deflate; client_max_window_bits; client_max_window_bits",
        "permessage-deflate; client_max_window_bits=16",
        "permessage-deflate; client_max_window_bits=010",
        "permessage-deflate; client_no_context_takeover=1",
        "permessage-deflate; server_max_window_bits",
        "permessage-deflate; server_max_window_bits=8",
        "permessage-deflate; server_max_window_bits=7",
    ],
)
def test_what_a_server_does_not_accept(offers: str) -> None:
    assert deflate.accept(offers) == ("", None)


@pytest.mark.parametrize("offered", [True, False])
def test_a_server_may_not_accept(offered: bool) -> None:
    assert deflate.agreed("", offered=offered) is None


@pytest.mark.parametrize(
    "answer",
    [
        "x-other",
        "permessage-deflate, permessage-deflate",
        "permessage-deflate; client_max_window_bits",
        "permessage-deflate; client_max_window_bits=8",
        "permessage-deflate; unknown=1",
    ],
)
def test_what_a_client_does_not_take_for_an_answer(answer: str) -> None:
    with pytest.raises(ValueError, match="not offered"):
        deflate.agreed(answer, offered=True)


def test_an_answer_to_no_offer() -> None:
    with pytest.raises(ValueError, match="not offered"):
        deflate.agreed("permessage-deflate", offered=False)


def test_windows_and_context_of_a_client() -> None:
    client = deflate.agreed(
        "permessage-deflate; client_max_window_bits=9; client_no_context_takeover",
        offered=True,
    )
    assert client is not None
    message = bytes(range(256)) * 20

    for _ in range(2):
        carried = client.deflate(message) + b"\x00\x00\xff\xff"
        assert zlib.decompressobj(wbits=-9).decompress(carried) == message


def test_the_context_saves_bytes() -> None:
    _, server = pair(OFFER)
    first, second = (server.deflate(MESSAGES[2]) for _ in range(2))
    _, forgetful = pair("permessage-deflate; server_no_context_takeover")
    third, fourth = (forgetful.deflate(MESSAGES[2]) for _ in range(2))

    assert len(second) < len(first) / 2
    assert third == fourth == first


@pytest.mark.parametrize(("limit", "fits"), [(300, True), (299, False), (1, False)])
def test_the_limit(limit: int, fits: bool) -> None:
    client, server = pair(OFFER)
    carried = client.deflate(MESSAGES[0])

    if fits:
        assert server.inflate(carried, limit) == MESSAGES[0]
    else:
        with pytest.raises(TooLong):
            server.inflate(carried, limit)


def test_no_more_is_inflated_than_the_limit() -> None:
    client, server = pair(OFFER)
    carried = client.deflate(bytes(2**24))
    tracemalloc.start()
    try:
        with pytest.raises(TooLong):
            server.inflate(carried, 2**10)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2**17


def test_what_cannot_be_decompressed() -> None:
    _, server = pair(OFFER)

    with pytest.raises(ValueError, match="invalid"):
        server.inflate(b"\xff\xff", 100)


def test_a_final_block_ends_no_more_than_its_message() -> None:
    """RFC 7692 §7.2.3.4."""
    _, server = pair(OFFER)
    compressor = zlib.compressobj(wbits=-15)
    final = compressor.compress(b"final") + compressor.flush()

    for _ in range(2):
        assert server.inflate(final + b"\x00", 100) == b"final"
