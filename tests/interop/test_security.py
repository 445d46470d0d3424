"""Security profiles with other implementations, in either role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

import ocpp_rpc
from ocpp_rpc.security import client, server
from tests.confidential import KEY, PASSWORD
from tests.interop.conversations import CONVERSATIONS, Side
from tests.interop.link import Ours, linked
from tests.interop.matrix import case
from tests.interop.mobilityhouse import Mobilityhouse
from tests.interop.npm import Npm
from tests.interop.peers import Implementation, PeerFailed, Script, Secrets
from tests.interop.talk import Handlers, answers, converse
from tests.security.authority import Authority
from tests.security.pems import Pems

TEXT: Final = PASSWORD.encode()
WRONG: Final = b"0123456789abcdef"
SERIAL: Final = 'S/N "0042"'
"""What the station of the conversations tells when it boots."""


@pytest.fixture(scope="module")
def pems(tmp_path_factory: pytest.TempPathFactory) -> Pems:
    return Pems(tmp_path_factory.mktemp("interop"))


@dataclass(frozen=True)
class Both:
    """What we and a peer prove ourselves by, in one profile."""

    ours: Ours
    theirs: Secrets


def both(
    pems: Pems,
    side: Side,
    number: int,
    password: bytes,
    *,
    shown: bytes | None = None,
    pair: tuple[Path, Path] | None = None,
    roots: Path | None = None,
) -> Both:
    """Return what both sides have.

    Args:
        pems: The authority.
        side: Ours.
        number: The security profile.
        password: What the back office takes.
        shown: What the station shows; None: the same.
        pair: What the station shows in profile 3; None: its certificate.
        roots: Whom the station trusts; None: the authority.
    """
    trusted = (roots or pems.roots) if number > 1 else None
    station = (pair or pems.station(serial=SERIAL)) if number == 3 else None
    if side is Side.STATION:  # the peer is the back office
        theirs = Secrets(
            password=None if number == 3 else password,
            roots=pems.roots if number > 1 else None,
            pair=pems.ecdsa if number > 1 else None,
        )
        profile = _station(number, shown or password, trusted, station)
        return Both(Ours(station=profile), theirs)
    theirs = Secrets(
        password=None if number == 3 else shown or password, roots=trusted, pair=station
    )
    return Both(_back_office(pems, number, password), theirs)


def _station(
    number: int, password: bytes, roots: Path | None, pair: tuple[Path, Path] | None
) -> client.Profile:
    if number == 1:
        return client.Profile1(password=password)
    tls = client.tls(ca=roots, certificate=pair)
    if number == 2:
        return client.Profile2(password=password, tls=tls)
    return client.Profile3(tls=tls)


def _back_office(pems: Pems, number: int, password: bytes) -> Ours:
    def verify(identity: str, given: bytes) -> bool:
        return (identity, given) == ("CP001", password)

    if number == 1:
        return Ours(back_office=server.Profile1(verify=verify))
    if number == 2:
        tls = pems.server_tls()
        return Ours(back_office=server.Profile2(verify=verify, tls=tls), tls=tls)
    tls = pems.server_tls(client_ca=pems.roots)
    profile = server.Profile3(
        tls=tls, organization="Acme CPO", serial_of={"CP001": SERIAL}.get
    )
    return Ours(back_office=profile, tls=tls)


def profiles() -> Sequence[Any]:
    """Each profile that a peer has, in each version, in either role."""
    return [
        case(implementation, version, side, number)
        for implementation, versions, numbers in (
            (Npm(), ["1.6", "2.0.1"], [1, 2, 3]),
            (Mobilityhouse(), ["1.6", "2.0.1", "2.1"], [1, 2]),
        )
        for version in versions
        for side in Side
        for number in numbers
    ]


@pytest.mark.parametrize(("implementation", "version", "side", "number"), profiles())
async def test_conversation_by_a_profile(
    implementation: Implementation, version: str, side: Side, number: int, pems: Pems
) -> None:
    found = both(pems, side, number, TEXT)
    conversation = CONVERSATIONS[version]
    handlers = Handlers(each for each in conversation if each.caller is not side)
    script = Script(
        subprotocols=[f"ocpp{version}"],
        answers=answers(each for each in conversation if each.caller is side),
        secrets=found.theirs,
    )
    async with linked(
        side,
        implementation,
        script,
        versions=[version],
        handler=handlers.router,
        ours=found.ours,
    ) as link:
        assert link.connection.profile == number
        await converse(link, side, conversation, handlers)


# mobilityhouse is a back office over websockets, whose `basic_auth` takes text only.
BINARY = [
    *(case(Npm(), side, number) for side in Side for number in (1, 2)),
    *(case(Mobilityhouse(), Side.BACK_OFFICE, number) for number in (1, 2)),
]


@pytest.mark.parametrize(("implementation", "side", "number"), BINARY)
@pytest.mark.parametrize(
    "key", [KEY, bytes(range(236, 256)), bytes(16), b":" * 16], ids=range(4)
)
async def test_a_binary_key(
    implementation: Implementation, side: Side, number: int, key: bytes, pems: Pems
) -> None:
    """As the AuthorizationKey of 1.6 is: not text, with NUL and a colon."""
    found = both(pems, side, number, key)
    script = Script(
        subprotocols=["ocpp1.6"],
        answers={"DataTransfer": [{"status": "Accepted"}]},
        secrets=found.theirs,
    )
    async with linked(
        side, implementation, script, versions=["1.6"], ours=found.ours
    ) as link:
        assert link.connection.profile == number


EITHER = [
    case(implementation, side, number)
    for implementation in (Npm(), Mobilityhouse())
    for side in Side
    for number in (1, 2)
]


@pytest.mark.parametrize(("implementation", "side", "number"), EITHER)
async def test_a_wrong_password(
    implementation: Implementation, side: Side, number: int, pems: Pems
) -> None:
    found = both(pems, side, number, TEXT, shown=WRONG)
    await _refused(implementation, side, found, "401")


@pytest.mark.parametrize(("implementation", "side"), [case(Npm(), it) for it in Side])
async def test_a_certificate_of_another_authority(
    implementation: Implementation, side: Side, pems: Pems
) -> None:
    """That of the station, in profile 3."""
    stranger = Authority("Other root").station(SERIAL).write(pems.folder, "stranger")
    found = both(pems, side, 3, TEXT, pair=stranger)
    why = {Side.STATION: "certificate", Side.BACK_OFFICE: "ECONN|SSL|hang up"}
    await _refused(implementation, side, found, why[side])


async def test_a_certificate_of_another_station(pems: Pems) -> None:
    found = both(pems, Side.BACK_OFFICE, 3, TEXT, pair=pems.station(serial="SN002"))
    await _refused(Npm(), Side.BACK_OFFICE, found, "403")


@pytest.mark.parametrize(
    ("implementation", "side"),
    [case(each, side) for each in (Npm(), Mobilityhouse()) for side in Side],
)
async def test_a_back_office_that_is_not_trusted(
    implementation: Implementation, side: Side, pems: Pems
) -> None:
    other = Authority("Other root").root.certificate_pem
    found = both(pems, side, 2, TEXT, roots=pems.file("other-root.pem", other))
    await _refused(implementation, side, found, "certificate")


async def _refused(
    implementation: Implementation, side: Side, found: Both, why: str
) -> None:
    """Connect, and be refused by whoever refuses."""
    script = Script(subprotocols=["ocpp1.6"], secrets=found.theirs)
    with pytest.raises((PeerFailed, ocpp_rpc.HandshakeFailed), match=why):
        async with linked(
            side, implementation, script, versions=["1.6"], ours=found.ours
        ):
            pytest.fail("there is a connection")
