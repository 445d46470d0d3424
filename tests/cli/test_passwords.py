"""The commands that fill the file of passwords for a central system."""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from ocpp_rpc.security.passwords import FileStore, Passwords
from tests.cli.programs import Done, run
from tests.confidential import KEY, PASSWORD


def is_right(file: Path, identity: str, password: bytes) -> bool:
    """Tell what a central system would say."""
    return asyncio.run(Passwords(FileStore(file))(identity, password))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "passwords"


def typed(monkeypatch: pytest.MonkeyPatch, *answers: str) -> Sequence[str]:
    """Have somebody at the terminal; return what is asked."""
    asked: list[str] = []
    left = iter(answers)

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return next(left)

    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("getpass.getpass", answer)
    return asked


def piped(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Have a program at standard input."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def complaint(done: Done) -> str:
    """Return what is said about wrong use."""
    assert (done.code, done.out) == (2, "")
    assert PASSWORD not in done.err
    return done.err.splitlines()[-1].removeprefix("Error: Invalid value: ")


def test_a_password_is_asked_for(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = typed(monkeypatch, PASSWORD, PASSWORD)
    assert run("password", "set", str(file), "CP 1") == Done(0, "", "")

    assert asked == ["password of CP 1: ", "the same again: "]
    assert is_right(file, "CP 1", PASSWORD.encode())
    assert not is_right(file, "CP1", PASSWORD.encode())
    assert PASSWORD not in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o077 == 0


def test_a_password_comes_from_a_program(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped(monkeypatch, f"{PASSWORD}\nmore\n")
    assert run("password", "set", str(file), "CP1") == Done(0, "", "")
    piped(monkeypatch, f"{KEY.hex()}\r\n")
    assert run("password", "set", str(file), "CP2", "--hex") == Done(0, "", "")

    assert is_right(file, "CP1", PASSWORD.encode())
    assert is_right(file, "CP2", KEY)


def test_a_password_comes_from_a_file(file: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(f"{PASSWORD}\n", encoding="utf-8")
    options = ("--password-file", str(secret))
    assert run("password", "set", str(file), "CP1", *options) == Done(0, "", "")

    assert is_right(file, "CP1", PASSWORD.encode())


def test_a_new_one_takes_the_place_of_the_old_one(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for word in ("first", PASSWORD):
        piped(monkeypatch, word)
        assert run("password", "set", str(file), "CP1").code == 0

    assert is_right(file, "CP1", PASSWORD.encode())
    assert not is_right(file, "CP1", b"first")


@pytest.mark.parametrize(
    ("version", "looks"),
    [("1.6", "[0-9a-f]{40}"), ("2.0.1", "[A-Za-z0-9_-]{40}"), ("2.1", r"\S{40}")],
)
def test_a_random_one_is_printed_once(file: Path, version: str, looks: str) -> None:
    done = run("password", "new", str(file), "CP1", "--version", version)
    again = run("password", "new", str(file), "CP2", "--version", version)

    assert (done.code, done.err) == (0, "")
    assert re.fullmatch(f"{looks}\n", done.out)
    assert done.out != again.out
    shown = done.out.strip()
    key = bytes.fromhex(shown) if version == "1.6" else shown.encode()
    assert is_right(file, "CP1", key)
    assert shown not in file.read_text(encoding="utf-8")


def test_a_password_is_taken_away(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    piped(monkeypatch, PASSWORD)
    run("password", "set", str(file), "CP1")

    assert run("password", "remove", str(file), "CP1") == Done(0, "", "")
    assert not is_right(file, "CP1", PASSWORD.encode())
    assert run("password", "remove", str(file), "CP1") == Done(
        1, "", f"error: CP1 has no password in {file}\n"
    )


# --- Bad input ------------------------------------------------------------------------


def test_typed_differently(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, PASSWORD, "another")

    wrong = "the password was typed differently the second time"
    assert complaint(run("password", "set", str(file), "CP1")) == wrong
    assert not file.exists()


@pytest.mark.parametrize("text", ["", "\n"])
def test_nothing_typed(file: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    piped(monkeypatch, text)

    done = run("password", "set", str(file), "CP1")
    assert complaint(done) == "the password is empty"


@pytest.mark.parametrize("text", [PASSWORD, KEY.hex()[1:], f"{PASSWORD}é"])
def test_no_hex_digits(file: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    piped(monkeypatch, text)

    done = run("password", "set", str(file), "CP1", "--hex")
    assert complaint(done) == "the password does not consist of pairs of hex digits"


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        (("--version", "1.7"), "unknown OCPP version '1.7'"),
        ((), "'--version'"),
    ],
)
def test_no_version(file: Path, options: tuple[str, ...], wrong: str) -> None:
    done = run("password", "new", str(file), "CP1", *options)

    assert done.code == 2
    assert wrong in done.err
    assert not file.exists()


def test_a_version_without_passwords(file: Path) -> None:
    done = run("password", "new", str(file), "CP1", "--version", "1.5")

    assert (done.code, done.out) == (1, "")
    assert "OCPP 1.5 cannot change passwords" in done.err


@pytest.mark.parametrize("identity", ["", "\x1b"])
def test_no_identity(file: Path, identity: str) -> None:
    done = run("password", "remove", str(file), identity)

    assert done.code == 2
    assert "cannot be the identity of a charger" in done.err


@pytest.mark.parametrize("command", [("set",), ("remove",)])
def test_another_file(
    file: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(f"\nCP1:{PASSWORD}\n", encoding="utf-8")
    file.chmod(0o600)
    piped(monkeypatch, PASSWORD)
    done = run("password", *command, str(file), "CP1")

    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"error: passwords in {file}, line 2: it is not JSON: ")
    assert PASSWORD not in done.err


def test_a_file_that_is_not_there(file: Path) -> None:
    done = run("password", "remove", str(file), "CP1")

    wrong = f"error: passwords in {file}: No such file or directory\n"
    assert done == Done(1, "", wrong)
