"""The console of the central system: where it is, and who may see it."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest

import ocpp_rpc
from ocpp_rpc import MissingDependency
from ocpp_rpc.cli import page as page_module
from ocpp_rpc.cli.page import Page, page_of, serving
from ocpp_rpc.simulator import Failure
from tests.cli.programs import PATIENCE, run, start
from tests.confidential import PASSWORD

pytestmark = pytest.mark.timeout(60)


@contextmanager
def page(*arguments: str) -> Generator[str]:
    """Run a central system with a console, and yield the URL of that."""
    process = start("central-system", "--port", "0", "--page", "0", *arguments)
    try:
        assert process.stdout is not None
        found = None
        while found is None and (line := process.stdout.readline()):
            found = re.search(r"; the console is (http://127\.0\.0\.1:\d+/)$", line)
        assert found is not None
        yield found[1]
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
        assert (process.returncode, err) == (0, "")
    finally:
        process.kill()
        process.communicate()


def get(url: str, **headers: str) -> tuple[int, str]:
    """Ask for a page; return the status and the text."""
    lines = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(url, headers=lines)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_a_page_for_this_computer() -> None:
    with page() as url:
        status, text = get(url)
        assert (status, "<title>OCPP console</title>" in text) == (200, True)
        assert get(url.replace("127.0.0.1", "localhost"))[0] == 200
        # Another origin that has its name point here.
        assert get(url, host="evil.example:80")[0] == 421
        # A browser that follows keeps nobody from ending it.
        stream = urllib.request.urlopen(f"{url}api/events")
        assert stream.readline() == b'data: {"reset":true}\n'
    stream.close()


def test_elsewhere_a_password_is_wanted(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(PASSWORD)
    assert page_of(None, "127.0.0.1", None) is None
    with pytest.raises(ValueError, match="--page-password-file"):
        page_of(8080, "0.0.0.0", None)
    protected = page_of(8080, "0.0.0.0", file)
    assert protected is not None
    assert PASSWORD not in repr(protected)
    assert "no TLS" in (protected.warning or "")
    here = page_of(8080, "127.0.0.1", file)
    assert here is not None
    assert here.warning is None


# --- Within this process --------------------------------------------------------------


@asynccontextmanager
async def shown(where: Page) -> AsyncGenerator[str]:
    """Serve a console; yield its URL."""
    async with (
        ocpp_rpc.Server(None, versions=["1.6"]) as server,
        serving(server, where) as url,
    ):
        yield url


async def status(url: str, **headers: str) -> int:
    found, _ = await asyncio.to_thread(get, url, **headers)
    return found


def port_of(url: str) -> int:
    return int(url.rstrip("/").rpartition(":")[2])


async def test_a_page_at_an_address_of_ipv6() -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no IPv6")
    async with shown(Page("::1", 0)) as url:
        assert re.fullmatch(r"http://\[::1\]:\d+/", url)
        assert await status(url) == 200
        with pytest.raises(Failure, match=r"no page at \[::1\]:\d+: Address already"):
            async with shown(Page("::1", port_of(url))):
                pass


async def test_an_address_that_is_taken() -> None:
    async with shown(Page("127.0.0.1", 0)) as url:
        port = port_of(url)
        taken = f"no page at 127.0.0.1:{port}: Address already in use"
        with pytest.raises(Failure, match=taken):
            async with shown(Page("127.0.0.1", port)):
                pass


async def test_a_page_at_another_address_of_this_computer() -> None:
    async with shown(Page("127.0.0.2", 0)) as url:
        assert url.startswith("http://127.0.0.2:")
        assert await status(url) == 200


async def test_names_that_only_this_computer_has() -> None:
    async with shown(Page("127.0.0.1", 0)) as url:
        for host in ("localhost", "LocalHost:80", "127.9.9.9:80", "[::1]:80", "[::1]"):
            assert await status(url, host=host) == 200, host
        for host in ("evil.example", "localhost.evil.example:80", "10.0.0.1", "[::2]"):
            assert await status(url, host=host) == 421, host
        for host in ("", "127.0.0.1.evil.example", "evil.example:127.0.0.1"):
            assert await status(url, host=host) == 421, host


async def test_a_page_with_a_password(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(f"{PASSWORD}\n")
    where = page_of(0, "127.0.0.1", file)
    assert where is not None
    async with shown(where) as url:
        refused = (401, "a password is needed")
        assert await asyncio.to_thread(get, url) == refused
        for wrong in ("me:wrong", "me:", "me", PASSWORD, f"{PASSWORD}:me", ""):
            pair = b64encode(wrong.encode()).decode()
            assert await status(url, authorization=f"Basic {pair}") == 401
        right = b64encode(f"me:{PASSWORD}".encode()).decode()
        for odd in (
            "Basic",
            f"Bearer {right}",
            right,
            "Basic ===",
            "Basic ü",
            f"Basic !{right}",
        ):
            latin = odd.encode().decode("latin-1")
            assert await status(url, authorization=latin) == 401
        for scheme in ("Basic", "basic"):
            lines = {"authorization": f"{scheme} {right}", "host": "any.example"}
            assert await status(url, **lines) == 200


async def test_a_page_asks_for_its_password() -> None:
    async with shown(Page("127.0.0.1", 0, b"secret")) as url:

        def challenge() -> str | None:
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(url, timeout=PATIENCE)
            with refused.value as answer:
                return answer.headers["www-authenticate"]

        assert await asyncio.to_thread(challenge) == 'Basic realm="OCPP console"'


async def test_a_web_server_that_is_refused_leaves_no_socket(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[object] = []

    def refuse(_: object) -> None:
        raise MissingDependency("console")

    monkeypatch.setattr(page_module, "_web", refuse)
    monkeypatch.setattr(socket, "create_server", opened.append)
    with pytest.raises(MissingDependency):
        async with shown(Page("127.0.0.1", 0)):
            pass
    assert opened == []


async def test_a_page_ends_with_its_block() -> None:
    """A browser that still follows is told, and not cut off."""
    async with shown(Page("127.0.0.1", 0)) as url:
        stream = await asyncio.to_thread(urllib.request.urlopen, f"{url}api/events")
        assert await asyncio.to_thread(stream.readline) == b'data: {"reset":true}\n'
    with stream:
        stream.read()  # to its end, or it raises IncompleteRead
    async with shown(Page("127.0.0.1", port_of(url))):
        pass  # nobody listens there any more


def test_options_that_go_with_a_page() -> None:
    done = run("central-system", "--port", "0", "--page-password-file", __file__)
    assert done.code == 2
    assert "need --page" in done.err
    for host, file in (("0.0.0.0", None), ("127.0.0.1", Path(__file__))):
        with pytest.raises(ValueError, match="need --page"):
            page_of(None, host, file)
