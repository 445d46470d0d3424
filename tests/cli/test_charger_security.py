"""A charger of the command line proves itself as its security profile wants it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest
from cryptography.hazmat.primitives import serialization

import ocpp_rpc
from ocpp_rpc import Handshake
from ocpp_rpc.security.tls import server_tls
from tests.cli.files import Files
from tests.cli.programs import Done, run
from tests.confidential import KEY, PASSWORD
from tests.security.authority import Authority
from tests.simulator.central import Central

HOST = "127.0.0.1"

PLAIN = ("charge-point", "CP1", f"ws://{HOST}:1/ocpp")
SECURE = ("charge-point", "CP1", f"wss://{HOST}:1/ocpp")


class ChargerFiles(Files):
    """What a charger and its back office have in files."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.server = self.pair("server", self.authority.server(HOST))
        station = self.authority.station("CP1")
        self.certificate, self.key = self.pair("station", station)

    @property
    def both(self) -> str:
        parts = [Path(file).read_bytes() for file in (self.certificate, self.key)]
        return self.write("both.pem", b"".join(parts))

    @property
    def password(self) -> str:
        return self.write("password", f"{PASSWORD}\n".encode())


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> ChargerFiles:
    return ChargerFiles(tmp_path_factory.mktemp("files"))


@dataclass
class Office:
    """A back office that lets everybody in, and notes who came."""

    url: str = ""
    handshakes: list[Handshake] = field(default_factory=list[Handshake])

    async def visit(self, *options: str) -> Done:
        """Let a charger do its steps."""
        done = await asyncio.to_thread(
            run, "charge-point", "CP1", self.url, "--versions", "1.6", *options
        )
        assert PASSWORD not in done.out + done.err
        return done


@asynccontextmanager
async def office(
    files: ChargerFiles, *, secure: bool, wants_certificate: bool = False
) -> AsyncGenerator[Office, None]:
    """Open a back office."""
    opened, tls = Office(), None
    if secure:
        roots = files.roots if wants_certificate else None
        tls = server_tls(ecdsa=files.server, client_ca=roots).context
    async with ocpp_rpc.serve(
        Central(),
        HOST,
        versions=["1.6"],
        ssl=tls,
        on_connect=opened.handshakes.append,
    ) as server:
        opened.url = f"{'wss' if secure else 'ws'}://{HOST}:{server.port}/ocpp"
        yield opened


# --- What a charger shows -------------------------------------------------------------


@pytest.mark.parametrize("profile", [(), ("--profile", "0")])
async def test_nothing(files: ChargerFiles, profile: tuple[str, ...]) -> None:
    async with office(files, secure=False) as running:
        done = await running.visit(*profile)
    assert (done.code, done.err) == (0, "")
    assert [each.credentials for each in running.handshakes] == [None]


@pytest.mark.parametrize("profile", [(), ("--profile", "1")])
@pytest.mark.parametrize(
    ("content", "options", "password"),
    [
        (f"{PASSWORD}\n".encode(), (), PASSWORD.encode()),
        (f"{PASSWORD}\r\n".encode(), (), PASSWORD.encode()),
        (PASSWORD.encode(), (), PASSWORD.encode()),
        (f"{KEY.hex()}\n".encode(), ("--hex",), KEY),
        (f"{KEY.hex().upper()}".encode(), ("--hex",), KEY),
    ],
    ids=["a line", "a line of Windows", "no line", "hex", "HEX"],
)
async def test_a_password_from_a_file(
    files: ChargerFiles,
    profile: tuple[str, ...],
    content: bytes,
    options: tuple[str, ...],
    password: bytes,
) -> None:
    file = files.write("secret", content)
    async with office(files, secure=False) as running:
        done = await running.visit(*profile, "--password-file", file, *options)
    assert (done.code, done.err) == (0, "")
    wanted = ocpp_rpc.Credentials(b"CP1", password)
    assert [each.credentials for each in running.handshakes] == [wanted]


async def test_a_password_from_the_environment(
    files: ChargerFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OCPP_PASSWORD", KEY.hex())
    async with office(files, secure=False) as running:
        done = await running.visit("--profile", "1", "--hex")
    assert (done.code, done.err) == (0, "")
    wanted = ocpp_rpc.Credentials(b"CP1", KEY)
    assert [each.credentials for each in running.handshakes] == [wanted]


@pytest.mark.parametrize(
    ("password", "is_hex"), [(KEY.hex(), True), (PASSWORD, False), ("ab" * 21, False)]
)
async def test_hex_digits_that_are_refused(
    monkeypatch: pytest.MonkeyPatch, password: str, *, is_hex: bool
) -> None:
    def refuse(_: Handshake) -> None:
        raise ocpp_rpc.HandshakeRefused(401)

    monkeypatch.setenv("OCPP_PASSWORD", password)
    async with ocpp_rpc.serve(
        Central(), HOST, versions=["1.6"], on_connect=refuse
    ) as server:
        office = Office(f"ws://{HOST}:{server.port}/ocpp")
        done = await office.visit("--profile", "1")
    assert done.code == 1
    assert ("; if it is written in hex digits, add --hex\n" in done.err) is is_hex


async def test_a_password_over_tls(files: ChargerFiles) -> None:
    options = ("--profile", "2", "--password-file", files.password)
    others = Authority("Another root").root.write(files.folder, "others")[0]
    async with office(files, secure=True) as running:
        done = await running.visit(*options, "--ca", files.roots)
        stranger = await running.visit(*options, "--ca", str(others))
    assert (done.code, done.err) == (0, "")
    wanted = ocpp_rpc.Credentials(b"CP1", PASSWORD.encode())
    assert [each.credentials for each in running.handshakes] == [wanted]
    assert stranger.code == 1
    assert f"the certificate of {HOST} is not trusted" in stranger.err


@pytest.mark.parametrize("profile", [(), ("--profile", "3")])
@pytest.mark.parametrize("apart", [True, False])
async def test_a_certificate(
    files: ChargerFiles, profile: tuple[str, ...], *, apart: bool
) -> None:
    pair = (
        ("--client-cert", files.certificate, "--client-key", files.key)
        if apart
        else ("--client-cert", files.both)
    )
    async with office(files, secure=True, wants_certificate=True) as running:
        done = await running.visit(*profile, *pair, "--ca", files.roots)
        crowd = await running.visit(*profile, *pair, "--ca", files.roots, "--count=1")
        without = await running.visit("--ca", files.roots)
    assert (done.code, done.err) == (0, "")
    assert (crowd.code, crowd.err) == (0, "")
    assert without.code == 1
    assert "client certificate" in without.err
    certificates = [str(each.certificate) for each in running.handshakes]
    assert ["'CP1'" in each for each in certificates] == [True, True]


# --- A key that is encrypted ----------------------------------------------------------


@pytest.fixture
def encrypted(files: ChargerFiles, tmp_path: Path) -> str:
    """The file of a key that has a password."""
    key = serialization.load_pem_private_key(Path(files.key).read_bytes(), None)
    data = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(PASSWORD.encode()),
    )
    path = tmp_path / "encrypted.key"
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize("typed", [PASSWORD, "guess"])
def test_the_password_of_a_key_is_asked_for(
    files: ChargerFiles, encrypted: str, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return typed

    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("getpass.getpass", answer)
    done = run(*SECURE, "--client-cert", files.certificate, "--client-key", encrypted)

    assert asked == [f"password of {encrypted}: "]
    assert PASSWORD not in done.err
    assert done.err.splitlines()[-1] == (
        f"error: cannot connect to wss://{HOST}:1/ocpp/CP1: there is no server at this "
        "address"
        if typed == PASSWORD
        else "Error: Invalid value: --client-cert: the password of the key in "
        f"{encrypted} is wrong"
    )


def test_nobody_is_there_who_knows_it(
    files: ChargerFiles, encrypted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: False))
    done = run(*SECURE, "--client-cert", files.certificate, "--client-key", encrypted)

    assert done.code == 2
    assert done.err.splitlines()[-1] == (
        f"Error: Invalid value: the key in {encrypted} is encrypted: run this in a "
        "terminal to be asked for its password"
    )


# --- Bad input ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "options", "complaint"),
    [
        (PLAIN, "--profile 2 --password {word}", "--profile 2 needs a URL with wss://"),
        (PLAIN, "--profile 3", "--profile 3 needs a URL with wss://"),
        (SECURE, "--profile 0", "--profile 0 needs a URL with ws://"),
        (SECURE, "--profile 1 --password {word}", "--profile 1 needs a URL with ws://"),
        (PLAIN, "--profile 1", "profile 1 needs --password-file or --password"),
        (SECURE, "--profile 2", "profile 2 needs --password-file or --password"),
        (SECURE, "--profile 3 --ca {roots}", "profile 3 needs --client-cert"),
        (
            SECURE,
            "--profile 3 --client-cert {cert} --client-key {key} --password {word}",
            "profile 3 has no password: leave out --password, --password-file "
            "and OCPP_PASSWORD",
        ),
        (
            SECURE,
            "--client-cert {cert} --client-key {key} --password-file {password}",
            "profile 3 has no password: leave out --password, --password-file "
            "and OCPP_PASSWORD",
        ),
        (
            PLAIN,
            "--profile 0 --password {word}",
            "profile 0 has no password: leave out --password, --password-file "
            "and OCPP_PASSWORD",
        ),
        (
            SECURE,
            "--profile 2 --password {word} --client-cert {cert} --client-key {key}",
            "--client-cert needs profile 3",
        ),
        (PLAIN, "--client-cert {cert}", "--client-cert needs a URL with wss://"),
        (SECURE, "--client-key {key}", "--client-key needs --client-cert"),
        (PLAIN, "--hex", "--hex needs --password-file or --password"),
        (
            PLAIN,
            "--password {word} --password-file {password}",
            "--password-file cannot be combined with --password or OCPP_PASSWORD",
        ),
        (PLAIN, "--profile 1 --password=", "the password is empty"),
        (PLAIN, "--password-file {empty}", "{empty} has no password"),
        (
            PLAIN,
            "--hex --password {word}",
            "the password does not consist of pairs of hex digits",
        ),
        (
            SECURE,
            "--client-cert {cert} --client-key {other}",
            "--client-cert: the key in {other} does not belong to the certificate "
            "in {cert}",
        ),
        (
            SECURE,
            "--client-cert {cert}",
            "--client-cert: there is no private key in PEM in {cert}",
        ),
        (
            SECURE,
            "--client-cert {key} --client-key {key}",
            "--client-cert: there is no certificate in PEM in {key}",
        ),
    ],
)
def test_wrong_use(
    files: ChargerFiles,
    command: tuple[str, ...],
    options: str,
    complaint: str,
) -> None:
    other = files.authority.station("CP2").write(files.folder, "other")[1]
    names = {
        "word": PASSWORD,
        "password": files.password,
        "empty": files.write("empty", b"\n"),
        "roots": files.roots,
        "cert": files.certificate,
        "key": files.key,
        "other": str(other),
    }
    arguments = [part.format(**names) for part in options.split()]

    done = run(*command, *arguments)

    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-1].endswith(f": {complaint.format(**names)}")
    assert PASSWORD not in done.err


@pytest.mark.parametrize(
    ("url", "options", "complaint"),
    [
        (
            f"ws://CP1:{PASSWORD}@{HOST}:1",
            ("--profile", "0"),
            "--profile cannot be combined with a user name in the URL",
        ),
        (
            f"ws://{HOST}:1",
            ("--profile", "0", "--header", f"Authorization: Bearer {PASSWORD}"),
            "--profile cannot be combined with a header Authorization",
        ),
    ],
)
def test_other_credentials(url: str, options: tuple[str, ...], complaint: str) -> None:
    done = run("charge-point", "CP1", url, *options)

    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-1] == f"Error: Invalid value: {complaint}"
    assert PASSWORD not in done.err


@pytest.mark.parametrize("option", ["--password-file", "--client-cert", "--client-key"])
def test_a_file_that_is_not_there(option: str) -> None:
    done = run(*SECURE, option, "nowhere")

    assert done.code == 2
    assert option in done.err
    assert "'nowhere' does not exist" in done.err


@pytest.mark.parametrize("option", ["--password-file", "--client-cert", "--ca"])
def test_a_file_that_cannot_be_read(
    files: ChargerFiles, option: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = files.write("locked", b"x")

    def locked(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", locked)
    done = run(*SECURE, option, file)

    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-1] == (
        f"Error: Invalid value: cannot read {file}: Permission denied"
    )
