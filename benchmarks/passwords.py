"""What it takes to check the passwords of ten thousand chargers that come at once.

    python benchmarks/passwords.py [--chargers 10000] [--deciding 10000]
                                   [--threads N] [--rounds 2]

A server in this process is asked to admit them all at the same moment, for each scheme
of hashes in turn, and again in the same process, as when the network between was lost.
Printed are how many were let in, and how long that took the slowest of them; how many
were told to come back later (503), since `on_connect_timeout` was over, or as many as
`--deciding` says waited already; how long all that took; and how late the event loop
was at most, which is how long others had to wait. Nothing is sent over a network.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import logging
import time
from collections import Counter
from collections.abc import Mapping
from typing import Final

from ocpp_rpc import Server, ServerSettings
from ocpp_rpc.security.passwords import (
    Argon2,
    MemoryStore,
    Passwords,
    Scheme,
    Scrypt,
    Sha256,
    new_key,
)
from ocpp_rpc.transports import HandshakeRequest, HttpAnswer, Peer

SCHEMES: Final[Mapping[str, Scheme]] = {
    "SHA-256": Sha256(),
    "scrypt": Scrypt(),
    "Argon2id": Argon2(),
}


AT_ONCE: Final = 20
"""How many of them are there each time that the event loop looks."""


async def filled(scheme: Scheme, key: bytes, chargers: int) -> MemoryStore:
    """Return a store in which all chargers have one password, hashed once."""
    store = MemoryStore()
    await Passwords(store).set_password("any", key, scheme=scheme)
    record = await store.get("any")
    assert record is not None
    return MemoryStore({f"CP{number}": record for number in range(chargers)})


def request(identity: str, key: bytes) -> HandshakeRequest:
    """Return the request of a charger of OCPP 1.6."""
    given = base64.b64encode(identity.encode() + b":" + key).decode()
    headers = {
        "connection": "upgrade",
        "upgrade": "websocket",
        "sec-websocket-protocol": "ocpp1.6",
        "authorization": f"Basic {given}",
    }
    return HandshakeRequest(f"/ocpp/{identity}", headers, Peer(("192.0.2.1", 4242)))


async def latest(until: asyncio.Event) -> float:
    """Return by how much the event loop was late at most, in seconds."""
    worst = 0.0
    while not until.is_set():
        due = time.perf_counter() + 0.001
        await asyncio.sleep(0.001)
        worst = max(worst, time.perf_counter() - due)
    return worst


async def ask(server: Server, asked: HandshakeRequest) -> tuple[int, float]:
    """Return the status that a charger is answered with, and after how many seconds."""
    start = time.perf_counter()
    answer = await server.admit(asked)
    status = answer.status if isinstance(answer, HttpAnswer) else 101
    return status, time.perf_counter() - start


async def come(server: Server, requests: list[HandshakeRequest]) -> str:
    """Have all chargers come at once; return what came of it."""
    over = asyncio.Event()
    watch = asyncio.create_task(latest(over))
    await asyncio.sleep(0.01)
    start, spent = time.perf_counter(), time.process_time()
    coming: list[asyncio.Task[tuple[int, float]]] = []
    for each in requests:
        coming.append(asyncio.create_task(ask(server, each)))
        if len(coming) % AT_ONCE == 0:
            await asyncio.sleep(0)
    answers = await asyncio.gather(*coming)
    start, spent = time.perf_counter() - start, time.process_time() - spent
    over.set()
    statuses = Counter(status for status, _ in answers)
    slowest = max((seconds for status, seconds in answers if status == 101), default=0)
    return (
        f"{statuses[101]:6} let in, the slowest after {slowest:5.2f} s, "
        f"{statuses[503]:6} told to come later; all after {start:5.2f} s; "
        f"processor {spent:5.2f} s; loop at most {await watch:5.2f} s late"
    )


async def measure(options: argparse.Namespace) -> None:
    """Print a line for each scheme and round."""
    key = new_key("1.6")
    requests = [request(f"CP{number}", key) for number in range(options.chargers)]
    rules = ServerSettings(max_deciding=options.deciding)
    for name, scheme in SCHEMES.items():
        store = await filled(scheme, key, options.chargers)
        passwords = Passwords(store, threads=options.threads)
        async with Server(
            None, versions=["1.6"], on_connect=passwords.check, server=rules
        ) as server:
            for each in range(options.rounds):
                label = f"{name}, again" if each else name
                print(f"{label:16}{await come(server, requests)}", flush=True)


def main() -> None:
    """Read the options, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chargers", type=int, default=10_000)
    parser.add_argument("--deciding", type=int, default=10_000)
    parser.add_argument("--threads", type=int, default=None)
    parser.add_argument("--rounds", type=int, default=2)
    logging.disable()  # there is a line for each charger that is not let in
    asyncio.run(measure(parser.parse_args()))


if __name__ == "__main__":
    main()
