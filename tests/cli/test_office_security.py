"""A central system of the command line lets in who proves to be a charger."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.files import Files
from tests.cli.programs import CentralSystem, Done, central_system, run
from tests.confidential import PASSWORD

# Whole programs are started.
pytestmark = pytest.mark.timeout(60)

HOST = "127.0.0.1"


class OfficeFiles(Files):
    """What a central system and chargers have in files."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.ecdsa = self.pair("ecdsa", self.authority.server(HOST))
        self.rsa = self.pair("rsa", self.authority.server(HOST, "rsa"))

    def passwords(self, *identities: str) -> str:
        """Return the file of a central system that knows the password of some."""
        secret, file = self.write("secret", PASSWORD), self.folder / "passwords"
        for identity in identities:
            command = ("password", "set", str(file), identity)
            assert run(*command, "--password-file", secret).code == 0
        return str(file)


@pytest.fixture
def files(tmp_path: Path) -> OfficeFiles:
    return OfficeFiles(tmp_path)


def visit(running: CentralSystem, identity: str, *options: str) -> Done:
    """Let a charger do its steps."""
    versions = ("--versions", "1.6")
    return run("charge-point", identity, running.url, *versions, *options)


def refusals(running: CentralSystem) -> list[str]:
    """Return why chargers were turned away."""
    assert running.done is not None
    assert (running.done.code, running.done.err) == (0, "")
    assert PASSWORD not in running.done.out
    found = re.findall(
        r"^refused .*?(?:HTTP|TLS)[, ](.*)$", running.done.out, re.MULTILINE
    )
    return [str(each) for each in found]


# --- Each profile ---------------------------------------------------------------------


@pytest.mark.parametrize("profile", [(), ("--profile", "1")])
def test_passwords(files: OfficeFiles, profile: tuple[str, ...]) -> None:
    passwords = files.passwords("CP1", "CP2")
    right = ("--password-file", files.write("right", PASSWORD))
    wrong = ("--password-file", files.write("wrong", "guess"))
    with central_system(*profile, "--passwords", passwords) as running:
        known = visit(running, "CP1", *right)
        strangers = [
            visit(running, "CP1", *wrong),
            visit(running, "CP1"),
            visit(running, "CP3", *right),
        ]
    assert running.url.startswith("ws://")
    assert (known.code, known.err) == (0, "")
    assert [each.code for each in strangers] == [1, 1, 1]
    assert refusals(running) == [
        "401, the password is wrong",
        "401, this address requires a user name and a password",
        "401, the password is wrong",
    ]


@pytest.mark.parametrize("profile", [(), ("--profile", "2")])
def test_passwords_over_tls(files: OfficeFiles, profile: tuple[str, ...]) -> None:
    pairs = [
        part
        for certificate, key in (files.rsa, files.ecdsa)
        for part in ("--cert", certificate, "--key", key)
    ]
    options = ("--passwords", files.passwords("CP1"))
    right = ("--password-file", files.write("right", PASSWORD), "--ca", files.roots)
    with central_system(*profile, *pairs, *options) as running:
        known = visit(running, "CP1", "--profile", "2", *right)
        without = visit(running, "CP1", "--ca", files.roots)
    assert running.url.startswith("wss://")
    assert (known.code, known.err) == (0, "")
    assert without.code == 1
    assert "the server may require security profile 2" in without.err
    wanted = "401, this address requires a user name and a password"
    assert refusals(running) == [wanted]


@pytest.mark.parametrize("profile", [(), ("--profile", "3")])
@pytest.mark.parametrize("with_serials", [True, False])
def test_certificates(
    files: OfficeFiles, profile: tuple[str, ...], *, with_serials: bool
) -> None:
    names = {"CP 1": "SN 1", "CP2": "SN2"}
    if not with_serials:
        names = {name: name for name in names}
    table = "".join(f'"{name}" = "{serial}"\n' for name, serial in names.items())
    serials = ("--serials", files.write("serials.toml", table))

    def station(serial: str, organization: str | None = None) -> list[str]:
        pair = files.authority.station(serial, organization=organization)
        certificate, key = files.pair("station", pair)
        both = ("--client-cert", certificate, "--client-key", key)
        return [*both, "--ca", files.roots]

    with central_system(
        *profile,
        *("--cert", files.ecdsa[0], "--key", files.ecdsa[1]),
        *("--client-ca", files.roots, "--organization", "Acme"),
        *(serials if with_serials else ()),
    ) as running:
        known = [
            visit(running, name, *station(serial)) for name, serial in names.items()
        ]
        strangers = [
            visit(running, "CP2", *station(names["CP 1"])),
            visit(running, "CP2", *station(names["CP2"], "Evil")),
            visit(running, "CP2", "--ca", files.roots),
        ]
    assert [(each.code, each.err) for each in known] == [(0, ""), (0, "")]
    assert [each.code for each in strangers] == [1, 1, 1]
    assert "another organization or serial number" in strangers[0].err
    assert "client certificate" in strangers[2].err
    bad = "403, the client certificate is refused: its"
    assert refusals(running)[:2] == [
        f"{bad} name (CN) is not the serial number of the station",
        f"{bad} organization (O) is not that of the operator",
    ]
    assert len(refusals(running)) == 3


def test_a_certificate_that_is_revoked(files: OfficeFiles) -> None:
    good, bad = files.authority.station("CP1"), files.authority.station("CP1")
    crl = files.write("revoked.crl", files.authority.crl(bad.certificate))
    with central_system(
        *("--cert", files.rsa[0], "--key", files.rsa[1], "--crl", crl),
        *("--client-ca", files.roots, "--organization", "Acme CPO"),
    ) as running:
        visits: list[Done] = []
        for pair in (good, bad):
            certificate, key = files.pair("station", pair)
            both = ("--client-cert", certificate, "--client-key", key)
            visits.append(visit(running, "CP1", *both, "--ca", files.roots))
    assert [each.code for each in visits] == [0, 1]
    assert "certificate" in visits[1].err
    assert len(refusals(running)) == 1


def test_nothing_is_wanted_of_chargers(files: OfficeFiles) -> None:
    with central_system("--profile", "0") as running:
        done = visit(running, "CP1")
    assert (done.code, done.err) == (0, "")


# --- Bad input ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (
            "--host 0.0.0.0",
            "0.0.0.0 may be reached from other computers: name the security profile, "
            "--profile 1, 2 or 3, or accept anybody with --profile 0",
        ),
        (
            "--host :: --cert {cert} --key {key}",
            ":: may be reached from other computers: name the security profile, "
            "--profile 1, 2 or 3, or accept anybody with --profile 0",
        ),
        ("--profile 1", "profile 1 needs --passwords or --password"),
        ("--profile 2 --password {word}", "profile 2 needs --cert"),
        (
            "--profile 2 --cert {cert} --key {key}",
            "profile 2 needs --passwords or --password",
        ),
        ("--profile 3 --cert {cert} --key {key}", "profile 3 needs --client-ca"),
        ("--client-ca {roots}", "profile 3 needs --cert"),
        (
            "--client-ca {roots} --cert {cert} --key {key}",
            "profile 3 needs --organization",
        ),
        (
            "--profile 0 --password {word}",
            "profile 0 does not use --password or OCPP_PASSWORD",
        ),
        ("--profile 0 --passwords {passwords}", "profile 0 does not use --passwords"),
        ("--profile 0 --cert {cert} --key {key}", "profile 0 does not use --cert"),
        (
            "--profile 1 --password {word} --cert {cert} --key {key}",
            "profile 1 does not use --cert",
        ),
        (
            "--profile 2 --password {word} --cert {cert} --key {key} "
            "--client-ca {roots}",
            "profile 2 does not use --client-ca",
        ),
        (
            "--profile 3 --password {word} --cert {cert} --key {key} "
            "--client-ca {roots} --organization Acme",
            "profile 3 does not use --password or OCPP_PASSWORD",
        ),
        ("--organization Acme", "--organization needs --client-ca, for profile 3"),
        ("--serials {serials}", "--serials needs --client-ca, for profile 3"),
        ("--crl {crl}", "--crl needs --client-ca, for profile 3"),
        (
            "--password {word} --organization Acme",
            "profile 1 does not use --organization",
        ),
        (
            "--passwords {passwords} --password {word}",
            "--passwords cannot be combined with --password or OCPP_PASSWORD",
        ),
        ("--password=", "the password is empty"),
        ("--key {key}", "--key needs --cert"),
        (
            "--cert {cert} --cert {cert} --key {key}",
            "give --key as often as --cert, in the same order",
        ),
        (
            "--cert {cert} --key {key} --cert {cert} --key {key}",
            "give --cert once for each kind of key, RSA and ECDSA",
        ),
        (
            "--cert {cert} --key {other}",
            "--cert: the key in {other} does not belong to the certificate in {cert}",
        ),
        ("--cert {cert}", "--cert: there is no private key in PEM in {cert}"),
        (
            "--cert {cert} --key {key} --client-ca {text} --organization Acme",
            "--client-ca: there is no certificate in PEM in {text}",
        ),
        (
            "--cert {cert} --key {key} --client-ca {roots} --organization= ",
            "the organization of Profile3 is empty",
        ),
        (
            "--passwords {text}",
            "passwords in {text}, line 1: it is not JSON: Expecting value (1)",
        ),
        (
            "--cert {cert} --key {key} --client-ca {roots} --organization Acme "
            "--serials {text}",
            "{text} is not TOML: Expected '=' after a key in a key/value pair "
            "(at line 1, column 4)",
        ),
        (
            "--cert {cert} --key {key} --client-ca {roots} --organization Acme "
            "--serials {numbers}",
            "{numbers}: 'CP1' needs a text, such as \"SN001\"",
        ),
    ],
)
def test_wrong_use(files: OfficeFiles, options: str, complaint: str) -> None:
    names = {
        "word": PASSWORD,
        "passwords": files.passwords(),
        "roots": files.roots,
        "cert": files.ecdsa[0],
        "key": files.ecdsa[1],
        "other": files.pair("other", files.authority.server("other"))[1],
        "text": files.write("notes.txt", "no certificate"),
        "serials": files.write("serials.toml", 'CP1 = "SN1"'),
        "numbers": files.write("numbers.toml", "CP1 = 1"),
        "crl": files.write("revoked.crl", files.authority.crl()),
    }
    (files.folder / "passwords").touch(mode=0o600)
    arguments = [part.format(**names) for part in options.split()]

    done = run("central-system", *arguments)

    assert (done.code, done.out) == (2, "")
    wanted = f"Error: Invalid value: {complaint.format(**names)}"
    assert done.err.splitlines()[-1] == wanted
    assert PASSWORD not in done.err


@pytest.mark.parametrize(
    "option", ["--passwords", "--client-ca", "--crl", "--serials", "--cert", "--key"]
)
def test_a_file_that_is_not_there(option: str) -> None:
    done = run("central-system", option, "nowhere")

    assert done.code == 2
    assert option in done.err
    assert "'nowhere' does not exist" in done.err
