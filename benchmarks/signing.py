"""What signed messages cost a call.

    python benchmarks/signing.py

A call from one connection to another within this process, with its answer, for each
algorithm: unsigned, signed by the caller and verified by the other side, and with a
signed answer that is verified, too. Printed is processor time per call in microseconds,
the best of several rounds, and how long the frame of the call is. `off` is without
`Settings.signing`. Then what one signature costs by itself. Needs the extra `security`.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Mapping
from typing import Final, cast

from cryptography.hazmat.primitives.asymmetric import ec, rsa

import ocpp_messages
from benchmarks.back_office import routes
from benchmarks.messages import METER_VALUES, TRANSACTION_EVENT, Call
from ocpp_messages import Model, Request
from ocpp_rpc import Connection, Event, Settings
from ocpp_rpc.protocol import FrameSent, MessageType
from ocpp_rpc.security.signing import Signer, Signing, Verifier
from ocpp_rpc.testing import pair

ROUNDS: Final = 10
CALLS: Final = 100

CASES: Final = (
    ("MeterValues 1.6, nine values", METER_VALUES),
    ("TransactionEvent 2.0.1, three values", TRANSACTION_EVENT),
)

EC_KEY: Final = ec.generate_private_key(ec.SECP256R1())
RSA_KEY: Final = rsa.generate_private_key(65537, 2048)

SIGNERS: Final[Mapping[str, Signer]] = {
    "ES256": Signer(EC_KEY),
    "RS256": Signer(RSA_KEY, nonce=True),
    "RS384": Signer(RSA_KEY, algorithm="RS384", nonce=True),
}
VERIFIERS: Final = {
    name: Verifier((EC_KEY if name == "ES256" else RSA_KEY).public_key())
    for name in SIGNERS
}


def request(call: Call) -> Request[Model]:
    """Return the request of a call."""
    package = ocpp_messages.load(call.version)
    cls = package.PROCEDURES[call.action].request
    return cast(Request[Model], package.loads(cls, json.dumps(call.payload)))


async def measure(call: Call, signing: Signing | None) -> tuple[float, int]:
    """Return the processor time of a call, in microseconds, and its characters."""
    sizes: list[int] = []

    def observe(event: Event, _: Connection) -> None:
        if isinstance(event, FrameSent):
            sizes.append(len(event.text))

    asked = request(call)
    terms = Settings(signing=signing, observer=observe)
    async with pair(None, routes, version=call.version, settings=terms) as (station, _):
        await station.call(asked)
    best = float("inf")
    terms = Settings(signing=signing)
    async with pair(None, routes, version=call.version, settings=terms) as (station, _):
        for _ in range(ROUNDS):
            begin = time.process_time()
            for _ in range(CALLS):
                await station.call(asked)
            best = min(best, time.process_time() - begin)
    return best / CALLS * 1e6, sizes[0]


def alone(name: str) -> tuple[float, float]:
    """Return what it takes to sign and to verify a short payload, in microseconds."""
    signer = SIGNERS[name]
    seal = Signing(verifier=VERIFIERS[name]).seal("CP001")
    kind, action = MessageType.CALL, "Heartbeat"
    signing, verifying = float("inf"), float("inf")
    for _ in range(ROUNDS):
        begin = time.process_time()
        signed = [signer.sign(kind, action, "{}") for _ in range(CALLS)]
        middle = time.process_time()
        for text in signed:
            seal.open(kind, action, text, signed=True)
        signing = min(signing, middle - begin)
        verifying = min(verifying, time.process_time() - middle)
    return signing / CALLS * 1e6, verifying / CALLS * 1e6


async def main() -> None:
    """Print the tables."""
    logging.disable(logging.CRITICAL)
    print(f"{'processor time of a call and its answer':40}{'µs':>8}{'characters':>12}")
    for title, call in CASES:
        for name in ("off", *SIGNERS):
            signing = None
            if name != "off":
                signing = Signing(
                    signer=SIGNERS[name], verifier=VERIFIERS[name], policy="require"
                )
            spent, size = await measure(call, signing)
            print(f"{f'{title}, {name}':48}{spent:8.0f}{size:12}")
    print(f"{'one signature':40}{'sign':>8}{'verify':>8}")
    for name in SIGNERS:
        signing_, verifying = alone(name)
        print(f"{name:40}{signing_:8.0f}{verifying:8.0f}")


if __name__ == "__main__":
    asyncio.run(main())
