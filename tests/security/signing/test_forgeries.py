"""Forged and broken signatures: none at a handler under `require`, none in the reader.

`FORGERIES` are made from a message that passes, each with one thing changed. They go to
both roles, as requests and as replies. The properties at the end change more.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given, settings
from hypothesis import strategies as st

from ocpp_messages import Role, v201
from ocpp_rpc import BadSignature, Connection, InvalidResponse, OcppRpcError, Settings
from ocpp_rpc.protocol import (
    BadMessage,
    CallReceived,
    Event,
    MessageType,
    SignatureRefused,
)
from ocpp_rpc.security.signing import Signing, Verifier
from ocpp_rpc.testing import RawPeer, raw_peer
from tests.properties import assert_met, edited, retouched
from tests.security.authority import Authority
from tests.security.signing.forging import NEXT, encoded, forged, header_of, named, sign

AUTHORITY: Final = Authority()
TRUSTED: Final = AUTHORITY.station("SN001")
TRUSTED_RSA: Final = AUTHORITY.station("SN002", "rsa")
STRANGER: Final = AUTHORITY.station("SN666")
PUBLIC_PEM: Final = TRUSTED_RSA.key.public_key().public_bytes(
    serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
)

ACTION: Final = "TriggerMessage"
REQUESTS: Final = {
    Role.CHARGING_STATION: ("TriggerMessage", '{"requestedMessage":"Heartbeat"}'),
    Role.CSMS: ("DataTransfer", '{"vendorId":"acme"}'),
}
"""What each role is asked."""


@dataclass(frozen=True)
class Signed:
    """A message that passes, and what is to be made of it."""

    action: str
    kind: int
    payload: str

    @property
    def header(self) -> dict[str, Any]:
        return header_of(self.action, self.kind, TRUSTED.certificate)

    def by(self, **changes: Any) -> dict[str, str]:
        """Sign under a header with other members."""
        return forged(self.payload, self.header | changes, TRUSTED.key)

    def without(self, member: str) -> dict[str, str]:
        header = self.header
        del header[member]
        return forged(self.payload, header, TRUSTED.key)

    def right(self) -> dict[str, str]:
        return self.by()


def rsa_by(message: Signed, **changes: Any) -> dict[str, Any]:
    return (
        message.header
        | {
            "alg": "RS256",
            "x5t#S256": named(TRUSTED_RSA.certificate),
        }
        | changes
    )


def swapped(message: Signed, *names: str) -> dict[str, str]:
    """A message with parts of another one that passes, too."""
    other = Signed(message.action, message.kind, '{"vendorId":"other"}').right()
    return message.right() | {name: other[name] for name in names}


def bumped(text: str, at: int) -> str:
    """A text with another character in one place."""
    at %= len(text)
    return text[:at] + text[at].translate(NEXT) + text[at + 1 :]


def tail(text: str) -> str:
    """The same bytes in base64url that is not canonical."""
    return text[:-1] + text[-1].translate(NEXT)


def low_bits(jws: dict[str, str], name: str) -> dict[str, str]:
    assert len(jws[name]) % 4, "a text of whole groups has no such bits"
    return jws | {name: tail(jws[name])}


def padded(message: Signed, name: str) -> dict[str, str]:
    """The same with padding, which is signed if that part is."""
    jws = message.right()
    jws[name] += "=" * (-len(jws[name]) % 4 or 4)
    if name != "signature":
        data = f"{jws['protected']}.{jws['payload']}".encode()
        jws["signature"] = encoded(sign(data, TRUSTED.key))
    return jws


def general(message: Signed) -> dict[str, Any]:
    jws = message.right()
    signature = {"protected": jws["protected"], "signature": jws["signature"]}
    return {"payload": jws["payload"], "signatures": [signature]}


def embedded(message: Signed) -> dict[str, str]:
    """Signed by a stranger, who brings the key along."""
    numbers = STRANGER.key.public_key().public_numbers()
    assert not isinstance(numbers, rsa.RSAPublicNumbers)
    jwk = {
        "kty": "EC",
        "crv": "P-256",
        "x": encoded(numbers.x.to_bytes(32, "big")),
        "y": encoded(numbers.y.to_bytes(32, "big")),
    }
    return forged(message.payload, message.header | {"jwk": jwk}, STRANGER.key)


def unencoded(message: Signed) -> dict[str, str]:
    """RFC 7797: the payload itself."""
    header = json.dumps(message.header | {"b64": False, "crit": ["b64"]})
    jws = forged(message.payload, header, TRUSTED.key)
    return jws | {"payload": message.payload}


NOTHING: Final[dict[str, object]] = {}

Forgery = Callable[[Signed], Any]

FORGERIES: Final[Mapping[str, Forgery]] = {
    # --- the signature
    "of another key": lambda m: forged(m.payload, m.header, STRANGER.key),
    "of a key that is not trusted": lambda m: forged(
        m.payload, header_of(m.action, m.kind, STRANGER.certificate), STRANGER.key
    ),
    "with the key of the signer": embedded,
    "no signature": lambda m: m.right() | {"signature": ""},
    "half a signature": lambda m: (
        m.right() | {"signature": m.right()["signature"][:43]}
    ),
    "another first byte": lambda m: (
        m.right() | {"signature": bumped(m.right()["signature"], 0)}
    ),
    "zeroes": lambda m: m.right() | {"signature": encoded(bytes(64))},
    "in DER": lambda m: m.right() | {"signature": encoded(b"0" + bytes(70))},
    # --- parts of other messages
    "another payload": lambda m: swapped(m, "payload"),
    "another signature": lambda m: swapped(m, "signature"),
    "another header": lambda m: (
        m.right() | {"protected": Signed("Reset", m.kind, "{}").right()["protected"]}
    ),
    "of another action": lambda m: Signed("Reset", m.kind, m.payload).right(),
    "of another type": lambda m: Signed(m.action, 9 - m.kind, m.payload).right(),
    "parts the other way round": lambda m: {
        "payload": m.right()["protected"],
        "protected": m.right()["payload"],
        "signature": m.right()["signature"],
    },
    # --- the algorithm
    "none": lambda m: forged(m.payload, m.header | {"alg": "none"}, None),
    "none, signed": lambda m: m.by(alg="none"),
    "None": lambda m: forged(m.payload, m.header | {"alg": "None"}, None),
    "HS256 with the public key": lambda m: forged(
        m.payload, rsa_by(m, alg="HS256"), PUBLIC_PEM
    ),
    "RS256 of a key of P-256": lambda m: m.by(alg="RS256"),
    "ES256 of a key of RSA": lambda m: m.by(
        **{"x5t#S256": named(TRUSTED_RSA.certificate)}
    ),
    "RSA-PSS": lambda m: forged(
        m.payload, rsa_by(m, alg="PS256"), TRUSTED_RSA.key, algorithm="PS256"
    ),
    "RS256 for RS384": lambda m: forged(
        m.payload, rsa_by(m, alg="RS384"), TRUSTED_RSA.key, algorithm="RS256"
    ),
    "PSS for PKCS1": lambda m: forged(
        m.payload, rsa_by(m), TRUSTED_RSA.key, algorithm="PS256"
    ),
    "ES384": lambda m: m.by(alg="ES384"),
    "alg in lower case": lambda m: m.by(alg="es256"),
    "alg is a list": lambda m: m.by(alg=["ES256"]),
    "alg is a number": lambda m: m.by(alg=256),
    "no alg": lambda m: m.without("alg"),
    # --- the header
    "no OCPPAction": lambda m: m.without("OCPPAction"),
    "OCPPAction with the suffix": lambda m: m.by(OCPPAction=f"{m.action}-Signed"),
    "OCPPAction is a list": lambda m: m.by(OCPPAction=[m.action]),
    "no OCPPMessageTypedId": lambda m: m.without("OCPPMessageTypedId"),
    "OCPPMessageTypedId is a text": lambda m: m.by(OCPPMessageTypedId=str(m.kind)),
    "OCPPMessageTypedId is no integer": lambda m: m.by(OCPPMessageTypedId=m.kind + 0.5),
    "OCPPMessageTypedId is a float": lambda m: m.by(OCPPMessageTypedId=float(m.kind)),
    "x5t#S256 is a number": lambda m: m.by(**{"x5t#S256": 5}),
    "x5t#S256 is null": lambda m: m.by(**{"x5t#S256": None}),
    "x5t#S256 with padding": lambda m: m.by(
        **{"x5t#S256": named(TRUSTED.certificate) + "="}
    ),
    "no x5t#S256, of two keys": lambda m: m.without("x5t#S256"),
    "unknown crit": lambda m: m.by(crit=["exp"], exp=1),
    "empty crit": lambda m: m.by(crit=[]),
    "crit is a text": lambda m: m.by(crit="exp"),
    "crit of what is known": lambda m: m.by(crit=["OCPPAction"]),
    "b64 is true": lambda m: m.by(b64=True),
    "b64 is false": lambda m: m.by(b64=False),
    "b64=false": unencoded,
    "two algs": lambda m: forged(
        m.payload,
        json.dumps(m.header).replace("{", '{"alg":"none",', 1),
        TRUSTED.key,
    ),
    "a header that is a list": lambda m: forged(m.payload, "[]", TRUSTED.key),
    "a header that is null": lambda m: forged(m.payload, "null", TRUSTED.key),
    "a header that is no JSON": lambda m: forged(m.payload, "{", TRUSTED.key),
    "an empty header": lambda m: forged(m.payload, "", TRUSTED.key),
    "a deep header": lambda m: forged(m.payload, "[" * 100_000, TRUSTED.key),
    "a huge header": lambda m: m.by(x="x" * 500_000),
    "a huge number": lambda m: forged(
        m.payload, json.dumps(m.header)[:-1] + f',"x":{"9" * 5000}}}', TRUSTED.key
    ),
    # --- base64url
    "padding of the payload": lambda m: padded(m, "payload"),
    "padding of the header": lambda m: padded(m, "protected"),
    "padding of the signature": lambda m: padded(m, "signature"),
    "not canonical": lambda m: low_bits(m.right(), "signature"),
    "a line break": lambda m: m.right() | {"signature": m.right()["signature"] + "\n"},
    "blanks": lambda m: m.right() | {"payload": f" {m.right()['payload']}"},
    "the usual alphabet": lambda m: (
        m.right() | {"signature": m.right()["signature"][:-2] + "+/"}
    ),
    "not ASCII": lambda m: m.right() | {"payload": "é"},
    # --- the object around
    "general": general,
    "general and flattened": lambda m: m.right() | general(m),
    "an unprotected header": lambda m: m.right() | {"header": {"kid": "1"}},
    "an empty unprotected header": lambda m: m.right() | {"header": NOTHING},
    "a further member": lambda m: m.right() | {"x": 1},
    "no header": lambda m: {k: v for k, v in m.right().items() if k != "protected"},
    "no payload": lambda m: {k: v for k, v in m.right().items() if k != "payload"},
    "signature missing": lambda m: {
        k: v for k, v in m.right().items() if k != "signature"
    },
    "payload is null": lambda m: m.right() | {"payload": None},
    "payload is an object": lambda m: m.right() | {"payload": NOTHING},
    "header is an object": lambda m: m.right() | {"protected": m.header},
    "signature is a list": lambda m: m.right() | {"signature": ["a"]},
    "signature is a number": lambda m: m.right() | {"signature": 1},
    "compact, within": lambda m: {"jws": ".".join(m.right().values())},
    "stripped": lambda m: json.loads(m.payload),
    "empty": lambda _: {},
    # --- what is inside
    "not UTF-8": lambda m: forged(b'{"a":"\xff"}', m.header, TRUSTED.key),
}

HARMLESS: Final[Mapping[str, Forgery]] = {
    "as it should be": Signed.right,
    "further members of the header": lambda m: m.by(
        typ="JOSE", cty="json", kid="1", jti="x", iat=1
    ),
    "a key and a chain that nobody asked for": lambda m: m.by(
        jwk={"kty": "oct", "k": "AA"}, x5c=["AA"], jku="https://example.org"
    ),
    "of the other key": lambda m: forged(
        m.payload, rsa_by(m), TRUSTED_RSA.key, algorithm="RS256"
    ),
}


@dataclass
class Watched:
    """A side under test: what came to its handler, and what was reported."""

    peer: RawPeer
    role: Role
    handled: list[object]
    events: list[Event]

    @property
    def message(self) -> Signed:
        action, payload = REQUESTS[self.role]
        return Signed(action, 2, payload)

    async def ask(self, payload: object, message_id: str = "1") -> list[Any]:
        """Send a signed request; return the answer."""
        frame = [2, message_id, f"{self.message.action}-Signed", payload]
        await self.peer.send(json.dumps(frame))
        answer: list[Any] = json.loads(await self.peer.recv())
        return answer

    async def answer(self, make: Forgery) -> OcppRpcError | None:
        """Answer a call; return what it raised."""
        connection = self.peer.connection
        pending = asyncio.create_task(
            connection.call(v201.DataTransferRequest(vendor_id="acme"))
        )
        message_id = json.loads(await self.peer.recv())[1]
        reply = Signed("DataTransfer", 3, '{"status":"Accepted"}')
        await self.peer.send(json.dumps([3, message_id, make(reply)]))
        try:
            await pending
        except OcppRpcError as error:
            return error
        return None


@asynccontextmanager
async def watched(
    role: Role, policy: str = "require", version: str = "2.0.1"
) -> AsyncGenerator[Watched]:
    """A connection that handles everything, and has to be open at the end."""
    handled: list[object] = []
    events: list[Event] = []

    def handle(request: Any, connection: Connection) -> Any:
        handled.append(request)
        name = type(request).__name__.removesuffix("Request")
        if name == STREAM:
            return None
        return vars(v201)[f"{name}Response"](status="Accepted")

    signing = Signing(
        verifier=Verifier(TRUSTED.certificate, TRUSTED_RSA.certificate), policy=policy
    )
    terms = Settings(signing=signing, observer=lambda event, _: events.append(event))
    async with raw_peer(handle, version=version, role=role, settings=terms) as peer:
        yield Watched(peer, role, handled, events)
        assert not peer.connection.closed


ROLES: Final = (Role.CHARGING_STATION, Role.CSMS)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("policy", ["verify", "require"])
@pytest.mark.parametrize("make", FORGERIES.values(), ids=FORGERIES)
async def test_a_forged_request(make: Forgery, policy: str, role: Role) -> None:
    async with watched(role, policy) as side:
        kind, _, code, *_ = await side.ask(make(side.message))
        assert (kind, code) == (4, "SecurityError")
        assert side.handled == []
        (refused,) = (e for e in side.events if isinstance(e, SignatureRefused))
        assert refused.reason
        assert not any(isinstance(event, CallReceived) for event in side.events)

        assert (await side.ask(side.message.right(), "2"))[0] == 3
        assert len(side.handled) == 1


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("make", FORGERIES.values(), ids=FORGERIES)
async def test_a_forged_reply(
    make: Forgery, role: Role, caplog: pytest.LogCaptureFixture
) -> None:
    async with watched(role) as side:
        error = await side.answer(make)
        assert isinstance(error, BadSignature)
        assert isinstance(error, InvalidResponse)
        assert await side.answer(Signed.right) is None
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("of another key", "the signature does not match the key"),
        ("of a key that is not trusted", "the key that signs is not trusted"),
        ("no x5t#S256, of two keys", "the key that signs is not trusted"),
        ("RS256 of a key of P-256", "alg does not fit the key"),
        ("ES256 of a key of RSA", "alg does not fit the key"),
        ("none", "alg is not ES256 or RS256 or RS384"),
        ("of another action", "OCPPAction is not the action"),
        ("of another type", "OCPPMessageTypedId is not the message type"),
        ("unknown crit", "the header asks for an extension"),
        ("padding of the header", "not base64url without padding"),
        ("padding of the payload", "not base64url without padding"),
        ("padding of the signature", "not base64url without padding"),
        ("not canonical", "not the one way to write these bytes"),
        ("general", "the payload is not a JWS of three texts"),
        ("not UTF-8", "not base64url of UTF-8"),
    ],
)
async def test_a_reason_is_told(name: str, reason: str) -> None:
    async with watched(Role.CSMS) as side:
        answer = await side.ask(FORGERIES[name](side.message))
        assert reason in answer[3]
        (refused,) = (e for e in side.events if isinstance(e, SignatureRefused))
        assert refused.reason == answer[3]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("make", HARMLESS.values(), ids=HARMLESS)
async def test_what_passes(make: Forgery, role: Role) -> None:
    async with watched(role) as side:
        assert (await side.ask(make(side.message)))[0] == 3
        assert await side.answer(make) is None
        assert len(side.handled) == 1


@pytest.mark.parametrize("role", ROLES)
async def test_stripped(role: Role) -> None:
    """The message itself, without its signature and without the suffix."""
    async with watched(role) as side:
        action, payload = REQUESTS[role]
        await side.peer.send(f'[2,"1",{json.dumps(action)},{payload}]')
        assert json.loads(await side.peer.recv())[2] == "SecurityError"
        assert side.handled == []


STREAM: Final = "NotifyPeriodicEventStream"
DATA: Final = (
    '{"id":1,"pending":0,"basetime":"2026-01-31T12:00:00Z","data":[{"t":1,"v":"x"}]}'
)


@pytest.mark.parametrize("make", FORGERIES.values(), ids=FORGERIES)
async def test_a_forged_message_that_is_not_answered(make: Forgery) -> None:
    message = Signed(STREAM, 6, DATA)
    async with watched(Role.CSMS, version="2.1") as side:
        for payload in (make(message), message.right()):
            frame = [6, "1", f"{STREAM}-Signed", payload]
            await side.peer.send(json.dumps(frame))
        await side.peer.send('[2,"2","Heartbeat",{}]')
        assert json.loads(await side.peer.recv())[2] == "SecurityError"
        assert len(side.handled) == 1
        told = [
            type(e) for e in side.events if isinstance(e, SignatureRefused | BadMessage)
        ]
        assert told[:2] == [SignatureRefused, BadMessage]


async def test_a_key_is_for_its_own_header() -> None:
    """The signature of one trusted key under the name of the other."""
    async with watched(Role.CSMS) as side:
        message = side.message
        header = message.header | {"x5t#S256": named(TRUSTED_RSA.certificate)}
        wrong = forged(message.payload, header, TRUSTED.key)
        assert (await side.ask(wrong))[0] == 4
        assert side.handled == []


async def test_a_frame_that_is_no_json() -> None:
    """A lone surrogate: the fault of the frame is what the peer is told."""
    async with watched(Role.CSMS) as side:
        jws = side.message.right() | {"signature": "\ud800"}
        assert (await side.ask(jws))[2] == "RpcFrameworkError"
        assert side.handled == []


async def test_an_old_version_spells_the_error_alike() -> None:
    signing = Signing(verifier=Verifier(TRUSTED.certificate), policy="require")
    async with raw_peer(version="1.6", settings=Settings(signing=signing)) as peer:
        await peer.send('[2,"1","DataTransfer",{"vendorId":"a"}]')
        assert json.loads(await peer.recv())[2] == "SecurityError"


# --- Properties -----------------------------------------------------------------------

PIECES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=5),
    st.sampled_from(["ES256", "RS256", "none", "HS256", "TriggerMessage", "e30", ""]),
    st.lists(st.text(max_size=3), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


MORE: Final[list[dict[str, Any]]] = [
    {},
    {"jti": "x"},
    {"crit": ["x"]},
    {"b64": False},
]


class Recorder:
    """The seal of a side that requires signatures, and what comes of messages."""

    def __init__(self) -> None:
        signing = Signing(
            verifier=Verifier(TRUSTED.certificate, TRUSTED_RSA.certificate),
            policy="require",
        )
        self.seal = signing.seal("CP001")
        self.seen: Counter[str] = Counter()

    def take(self, payload: object, right: Mapping[str, str]) -> None:
        """Give the seal a payload; only what was signed may pass, and only as it is."""
        try:
            opened, signature = self.seal.open(
                MessageType.CALL, ACTION, json.dumps(payload), signed=True
            )
        except BadSignature:
            self.seen["refused"] += 1
            return
        assert payload == right
        assert signature is not None
        assert signature.verified
        assert opened == REQUESTS[Role.CHARGING_STATION][1]
        self.seen["passed"] += 1


def message() -> Signed:
    return Signed(ACTION, 2, REQUESTS[Role.CHARGING_STATION][1])


def test_no_change_of_the_object_passes() -> None:
    recorder = Recorder()

    @settings(max_examples=300)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        right = message().right()
        recorder.take(data.draw(retouched(st.just(right), PIECES)), right)

    check()
    assert_met(recorder.seen, "passed", "refused")


def test_no_change_of_a_character_passes() -> None:
    recorder = Recorder()
    characters = "ABYZabyz0189-_=+/ \n\ud800é"

    @settings(max_examples=300)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        right = message().right()
        name = data.draw(st.sampled_from(sorted(right)))
        changed = data.draw(edited(st.just(right[name]), characters))
        recorder.take(right | {name: changed}, right)

    check()
    assert_met(recorder.seen, "passed", "refused")


def test_no_header_breaks_the_reader() -> None:
    """Headers that are signed by a trusted key, whatever they say."""
    recorder = Recorder()

    @settings(max_examples=300)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        header = message().header | data.draw(st.sampled_from(MORE))
        signed = forged(
            message().payload,
            json.dumps(data.draw(retouched(st.just(header), PIECES))),
            TRUSTED.key,
        )
        recorder.take(signed, signed)

    check()
    assert_met(recorder.seen, "passed", "refused")
