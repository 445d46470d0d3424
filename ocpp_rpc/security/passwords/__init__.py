"""Passwords of chargers (HTTP Basic): check, change and store them."""

from __future__ import annotations

from .file import FileStore, PasswordFileError
from .hashes import Argon2, Scheme, Scrypt, Sha256
from .keys import check_key, new_key
from .passwords import Passwords
from .records import PasswordRecord
from .stores import MemoryStore, PasswordStore

__all__ = [
    "Argon2",
    "FileStore",
    "MemoryStore",
    "PasswordFileError",
    "PasswordRecord",
    "PasswordStore",
    "Passwords",
    "Scheme",
    "Scrypt",
    "Sha256",
    "check_key",
    "new_key",
]
