"""Credentials for NATS as `nsc` issues them: an operator, an account, and a user."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import time
from pathlib import Path
from typing import Any

import pytest

__all__ = ["Issued"]


def _part(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class _Key:
    """A key of some kind.

    Attributes:
        seed: Its secret half.
        public: Its public half, by which others name it.
    """

    def __init__(self, kind: str) -> None:
        nkeys: Any = pytest.importorskip("nkeys")
        prefix = getattr(nkeys, f"PREFIX_BYTE_{kind.upper()}")
        self.seed: bytes = nkeys.encode_seed(os.urandom(32), prefix)
        self._pair = nkeys.from_seed(bytearray(self.seed))
        self.public: str = self._pair.public_key.decode()

    def issue(self, subject: _Key, name: str, what: dict[str, Any]) -> str:
        """Return a JWT that this key signs."""
        claims = {
            "iat": int(time.time()),
            "iss": self.public,
            "sub": subject.public,
            "name": name,
            "nats": {"version": 2, **what},
        }
        digest = hashlib.sha256(json.dumps(claims).encode()).digest()
        claims["jti"] = base64.b32encode(digest).rstrip(b"=").decode()
        header = {"typ": "JWT", "alg": "ed25519-nkey"}
        text = ".".join(_part(json.dumps(each).encode()) for each in (header, claims))
        return f"{text}.{_part(self._pair.sign(text.encode()))}"


class Issued:
    """Who may use an engine, and how one of them proves it.

    Args:
        folder: Where the files are written.

    Attributes:
        config: The configuration of the engine.
        credentials: The file of a user.
    """

    def __init__(self, folder: Path) -> None:
        operator, account, user = _Key("operator"), _Key("account"), _Key("user")
        limits = {"subs": -1, "data": -1, "payload": -1}
        unlimited = {**limits, "imports": -1, "exports": -1, "conn": -1, "leaf": -1}
        system = _Key("account")
        accounts = {
            key.public: operator.issue(
                key, name, {"type": "account", "limits": unlimited}
            )
            for key, name in ((account, "fleet"), (system, "system"))
        }
        preload = "\n".join(f"  {public}: {jwt}" for public, jwt in accounts.items())
        self.config = folder / "operator.conf"
        self.config.write_text(
            f"operator: {operator.issue(operator, 'op', {'type': 'operator'})}\n"
            f"system_account: {system.public}\n"
            f"resolver: MEMORY\nresolver_preload: {{\n{preload}\n}}\n"
        )
        of_user = account.issue(user, "node", {"type": "user", **limits})
        self.credentials = folder / "node.creds"
        self.credentials.write_text(
            f"-----BEGIN NATS USER JWT-----\n{of_user}\n"
            "------END NATS USER JWT------\n\n"
            f"-----BEGIN USER NKEY SEED-----\n{user.seed.decode()}\n"
            "------END USER NKEY SEED------\n"
        )
