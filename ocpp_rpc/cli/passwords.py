"""The commands `password ...`, for a file of the hashes of passwords."""

from __future__ import annotations

from pathlib import Path

from ocpp_rpc.security.passwords import FileStore, Passwords
from ocpp_rpc.simulator import Failure

__all__ = ["issue", "remove", "set_password"]


async def set_password(file: Path, identity: str, password: bytes) -> None:
    """Give a charger a password, in place of the one it has.

    Args:
        file: The file, which is made if there is none.
        identity: The identity of the charger.
        password: The password.

    Raises:
        PasswordFileError: The file cannot be read or written, or is no such file.
    """
    passwords = Passwords(FileStore(file, create=True))
    await passwords.set_password(identity, password)


async def issue(file: Path, identity: str, version: str) -> str:
    """Give a charger a random password; return it as a person writes it.

    Args:
        file: The file, which is made if there is none.
        identity: The identity of the charger.
        version: The version of OCPP that it speaks: the password of 1.6 is binary, and
            written in hex digits.

    Raises:
        PasswordFileError: The file cannot be read or written, or is no such file.
        NotInVersion: The version has no passwords that could be changed: 1.5.
    """
    passwords = Passwords(FileStore(file, create=True))
    key = await passwords.issue(identity, version)
    return key.hex() if version == "1.6" else key.decode()


async def remove(file: Path, identity: str) -> None:
    """Remove the password of a charger.

    Raises:
        Failure: The charger has no password.
        PasswordFileError: The file cannot be read or written, or is no such file.
    """
    store = FileStore(file)
    if await store.get(identity) is None:
        raise Failure(f"{identity} has no password in {file}")
    await Passwords(store).remove(identity)
