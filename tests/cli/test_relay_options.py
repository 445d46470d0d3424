"""The options of a relay as a program: TLS on both sides, and a proxy."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.cli.programs import (
    CentralSystem,
    Done,
    central_system,
    interrupt,
    run,
    start,
)
from tests.cli.test_office_security import HOST, OfficeFiles
from tests.confidential import PASSWORD
from tests.transports.tunnels import PASSWORD as PROXY_PASSWORD
from tests.transports.tunnels import USER, proxy

# Whole programs are started.
pytestmark = pytest.mark.timeout(120)


@contextmanager
def relay(*arguments: str) -> Generator[CentralSystem]:
    """Run a relay on a free port; Ctrl-C ends it with the context."""
    process = start("relay", *arguments, "--port", "0")
    try:
        assert process.stdout is not None
        greeting = process.stdout.readline()
        found = re.match(r"(wss?://127\.0\.0\.1:\d+) is relayed", greeting)
        assert found is not None, greeting
        running = CentralSystem(f"{found[1]}/ocpp")
        yield running
        running.done = interrupt(process)
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def files(tmp_path: Path) -> OfficeFiles:
    return OfficeFiles(tmp_path)


def test_speaks_tls_on_both_sides(files: OfficeFiles) -> None:
    passwords = files.passwords("CP1")
    right = ("--password-file", files.write("right", PASSWORD))
    shown = ("--cert", files.ecdsa[0], "--key", files.ecdsa[1])
    proven = ("--profile", "2", "--passwords", passwords, *shown)
    with (
        central_system(*proven) as office,
        relay(office.url, "--ca", files.roots, *proven) as between,
    ):
        assert between.url.startswith("wss://")
        command = ("charge-point", "CP1", between.url, "--versions", "1.6")
        known = run(*command, "--ca", files.roots, *right)
        stranger = run(*command, "--ca", files.roots)
    assert (known.code, known.err) == (0, "")
    assert stranger.code == 1
    assert between.done is not None
    assert (between.done.code, between.done.err) == (0, "")
    assert PASSWORD not in between.done.out
    assert re.search(r"^refused .*HTTP 401", between.done.out, re.MULTILINE)


def test_shows_a_certificate_for_all_chargers(files: OfficeFiles) -> None:
    certificate, key = files.pair("relay", files.authority.station(serial="RELAY"))
    wants = (
        *("--profile", "3", "--cert", files.ecdsa[0], "--key", files.ecdsa[1]),
        *("--client-ca", files.roots, "--organization", "Acme CPO"),
        *("--serials", files.write("serials.toml", '"CP1" = "RELAY"\n')),
    )
    trusts = ("--ca", files.roots, "--client-cert", certificate, "--client-key", key)
    with central_system(*wants) as office, relay(office.url, *trusts) as between:
        done = run("charge-point", "CP1", between.url, "--versions", "1.6")
    assert (done.code, done.err) == (0, "")
    assert office.done is not None
    assert "CALL BootNotification" in " ".join(office.done.out.split())


async def test_reaches_the_back_office_through_a_proxy() -> None:
    async with proxy(wants=True) as through:
        there = f"socks5://{USER}:{quote(PROXY_PASSWORD)}@{HOST}:{through.port}"
        # The proxy runs in the event loop of the test, which must not wait.
        office, between, done = await asyncio.to_thread(visit_through, there)
    assert (done.code, done.err) == (0, "")
    assert between.done is not None
    assert PROXY_PASSWORD not in between.done.out + between.done.err
    assert through.asked == [(HOST, office.port)]


def visit_through(there: str) -> tuple[CentralSystem, CentralSystem, Done]:
    with central_system() as office, relay(office.url, "--proxy", there) as between:
        done = run("charge-point", "CP1", between.url, "--versions", "1.6")
    return office, between, done
