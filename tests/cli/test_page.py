"""The console of the central system: where it is, and who may see it."""

from __future__ import annotations

import re
import signal
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ocpp_rpc.cli.page import page_of
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


def test_a_page_with_a_password(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(f"{PASSWORD}\n")
    right = b64encode(f"me:{PASSWORD}".encode()).decode()
    with page("--page-password-file", str(file)) as url:
        assert get(url) == (401, "a password is needed")
        for wrong in ("me:wrong", "me:", PASSWORD, f"{PASSWORD}:me"):
            pair = b64encode(wrong.encode()).decode()
            assert get(url, authorization=f"Basic {pair}")[0] == 401
        for odd in ("Basic", f"Bearer {right}", "Basic ===", "Basic ü"):
            assert get(url, authorization=odd.encode().decode("latin-1"))[0] == 401
        assert get(url, authorization=f"Basic {right}")[0] == 200
        assert get(url, authorization=f"basic {right}", host="any.example")[0] == 200


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


@pytest.mark.parametrize(
    "options", [("--page-host", "0.0.0.0"), ("--page-password-file", __file__)]
)
def test_options_that_go_with_a_page(options: tuple[str, str]) -> None:
    done = run("central-system", "--port", "0", *options)
    assert done.code == 2
    assert "need --page" in done.err


def test_an_address_that_is_taken() -> None:
    with page() as url:
        port = url.rstrip("/").rpartition(":")[2]
        done = run("central-system", "--port", "0", "--page", port)
    assert done.code == 1
    assert f"no page at 127.0.0.1:{port}: Address already in use" in done.err
