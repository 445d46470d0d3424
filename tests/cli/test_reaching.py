"""The two programs reach each other over TLS, through proxies, and past gatekeepers."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from ocpp_rpc.cli import app
from tests.cli.missing import remove
from tests.cli.office import office
from tests.cli.programs import Done, central_system, run
from tests.transports.tunnels import PASSWORD, USER, proxy

# Whole programs are started.
pytestmark = pytest.mark.timeout(60)

LOCALHOST = str(Path(__file__).parents[1] / "transports" / "localhost.pem")

# Neither gets far, should it begin.
CENTRAL_SYSTEM = (
    *("central-system", "--host", "203.0.113.1"),
    *("--profile", "2", "--password", "s3cret"),
)
CHARGE_POINT = ("charge-point", "CP1", "wss://CP1:s3cret@localhost:9/ocpp")


def rejected(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> tuple[int | str | None, str]:
    """Return the exit code of a command, and the last line of what it complains."""
    with pytest.raises(SystemExit) as ended:
        app.run(arguments)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "s3cret" not in captured.err
    return ended.value.code, captured.err.splitlines()[-1]


# --- TLS ------------------------------------------------------------------------------


@dataclass
class Secure:
    """A central system that speaks TLS, and who came to it."""

    url: str
    central_system: Done
    stranger: Done
    known: Done
    crowd: Done
    plain: Done
    frames: Path


@pytest.fixture(scope="module")
def secure(tmp_path_factory: pytest.TempPathFactory) -> Secure:
    frames = tmp_path_factory.mktemp("secure") / "frames.jsonl"
    saving = ("--cert", LOCALHOST, "--key", LOCALHOST, "--save", str(frames))
    with central_system(*saving) as running:
        stranger = run("charge-point", "CP1", running.url)
        known = run("charge-point", "CP1", running.url, "--ca", LOCALHOST)
        many = ("charge-point", "CP{}", running.url, "--count", "2")
        crowd = run(*many, "--ca", LOCALHOST)
        plain = run("charge-point", "CP1", running.url.replace("wss://", "ws://"))
    assert running.done is not None
    return Secure(running.url, running.done, stranger, known, crowd, plain, frames)


def test_a_charger_that_knows_the_ca(secure: Secure) -> None:
    assert secure.url.startswith("wss://")
    assert (secure.known.code, secure.known.err) == (0, "")
    assert secure.stranger.code == 1
    assert "certificate of 127.0.0.1 is not trusted" in secure.stranger.err
    done = secure.central_system
    assert (done.code, done.err) == (0, "")
    assert re.findall(r"^refused 127.0.0.1:\d+: TLS, ", done.out, re.MULTILINE)
    decoded = run("decode", str(secure.frames))
    assert decoded.code == 0
    assert "CP1 → CALL   BootNotification" in decoded.out
    assert "CP1 disconnected (1000)" in decoded.out


def test_many_chargers_that_know_the_ca(secure: Secure) -> None:
    assert (secure.crowd.code, secure.crowd.err) == (0, "")
    assert "connections: 2" in secure.crowd.out


def test_who_mistakes_the_scheme_is_shown(secure: Secure) -> None:
    assert secure.plain.code == 1
    assert secure.central_system.out.endswith(
        " for '/ocpp/CP1': plain at TLS, the client speaks plain HTTP, this port TLS: "
        "use wss://\n"
    )

    with central_system() as open_:
        url = open_.url.replace("ws://127.0.0.1", "wss://localhost")
        assert run("charge-point", "CP1", url, "--ca", LOCALHOST).code == 1
    assert open_.done is not None
    assert open_.done.out.endswith(
        ": TLS at plain, the client speaks TLS, this port plain HTTP: use ws://\n"
    )


@pytest.mark.parametrize(
    ("command", "text", "complaint"),
    [
        (CHARGE_POINT, "--ca", "--ca: there is no certificate in PEM in {file}"),
        (
            CENTRAL_SYSTEM,
            "--cert",
            "--cert: there is no certificate in PEM in {file}",
        ),
        (
            (*CENTRAL_SYSTEM, "--cert", LOCALHOST),
            "--key",
            "--cert: there is no private key in PEM in {file}",
        ),
    ],
)
def test_a_file_of_something_else(
    command: tuple[str, ...],
    text: str,
    complaint: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("no certificate")

    assert rejected((*command, text, str(file)), capsys) == (
        2,
        f"Error: Invalid value: {complaint.format(file=file)}",
    )


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (CHARGE_POINT, "--ca"),
        (CENTRAL_SYSTEM, "--cert"),
        ((*CENTRAL_SYSTEM, "--cert", LOCALHOST), "--key"),
    ],
)
def test_a_file_that_is_not_there(
    command: tuple[str, ...], option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, complaint = rejected((*command, option, "nowhere.pem"), capsys)

    assert code == 2
    assert option in complaint
    assert "'nowhere.pem' does not exist" in complaint


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((*CENTRAL_SYSTEM, "--key", LOCALHOST), "--key needs --cert"),
        (
            ("charge-point", "CP1", "ws://localhost", "--ca", LOCALHOST),
            "--ca needs a URL with wss://",
        ),
    ],
)
def test_what_does_not_go_together(
    arguments: tuple[str, ...], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rejected(arguments, capsys) == (2, f"Error: Invalid value: {complaint}")


# --- Header lines and proxies ---------------------------------------------------------


async def test_headers_and_a_proxy() -> None:
    async with office("1.6") as running, proxy(wants=True) as tunnel:
        done = await asyncio.to_thread(
            run,
            *("charge-point", "CP1", running.url, "--versions", "1.6"),
            *(
                "--header",
                "X-Site: Depot: 7",
                "--header",
                "Authorization:Bearer s3cret",
            ),
            *("--proxy", f"socks5://{USER}:p%3A%40ss@127.0.0.1:{tunnel.port}"),
        )

    assert (done.code, done.err) == (0, "")
    assert len(tunnel.asked) == 1
    (handshake,) = running.handshakes
    assert handshake.headers["x-site"] == "Depot: 7"
    assert handshake.headers["authorization"] == "Bearer s3cret"
    assert not any(each in done.out for each in ("s3cret", PASSWORD, "p%3A"))


async def test_a_proxy_that_does_not_let_it_through() -> None:
    async with proxy(wants=True) as tunnel:
        done = await asyncio.to_thread(
            run,
            *("charge-point", "CP1", "ws://127.0.0.1:9/ocpp"),
            *("--proxy", f"http://CP1:s3cret@127.0.0.1:{tunnel.port}"),
        )

    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("error: cannot connect to ws://127.0.0.1:9/ocpp/CP1: ")
    assert done.err.count("\n") == 1
    assert "s3cret" not in done.err


@pytest.mark.parametrize(
    "lines",
    [
        ("s3cret",),
        ("Authorization Bearer s3cret: A",),
        (": s3cret",),
        ("X-Key: s3cret\r\nX-Other: A",),
        ("X-Key: s3cret", "x-key: s3cret"),
        ("Sec-WebSocket-Protocol: s3cret",),
    ],
)
def test_what_is_no_header_line(
    lines: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    options = [part for line in lines for part in ("--header", line)]

    assert rejected((*CHARGE_POINT, *options), capsys) == (
        2,
        "Error: Invalid value for '--header': "
        'write "Name: value", with a name that is not set elsewhere',
    )


def test_one_authorization_is_enough(capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--password", "s3cret", "--header", "authorization: Bearer s3cret")

    assert rejected((*CHARGE_POINT, *options), capsys) == (
        2,
        "Error: Invalid value for '--header': "
        "Authorization cannot be combined with --password",
    )


def test_the_one_in_the_url_counts_too(capsys: pytest.CaptureFixture[str]) -> None:
    command = ("charge-point", "CP1", "ws://CP1:s3cret@127.0.0.1:9/ocpp")
    options = ("--header", "Authorization: Bearer s3cret")

    assert rejected((*command, *options), capsys) == (
        2,
        "Error: Invalid value for '--header': "
        "Authorization cannot be combined with a user name in the URL",
    )


@pytest.mark.parametrize("url", ["ftp://CP1:s3cret@here", "socks5://s3cret@here:x"])
def test_what_is_no_proxy(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, complaint = rejected((*CHARGE_POINT, "--proxy", url), capsys)

    assert code == 2
    assert complaint.startswith("Error: Invalid value for '--proxy': proxy ")


def test_proxies_need_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    remove("python_socks", monkeypatch)
    done = run(*CHARGE_POINT, "--proxy", "http://localhost:1")

    assert done.code == 1
    assert done.err == "error: this needs an extra: pip install 'ocpp-rpc[proxy]'\n"
