"""The secrets that tests use, and a watch over everything that is logged meanwhile.

A test that needs a password, a key or a token takes it from here. Whatever logs one, at
whichever level and by whichever logger, fails the test in which it does; so does its
base64, alone or within that of a longer text, as in `Basic dXNlcjpzZWNyZXQ=`.
"""

from __future__ import annotations

import base64
import logging
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Final

import pytest

__all__ = [
    "KEY",
    "PASSWORD",
    "PIN",
    "TOKEN",
    "Watch",
    "encoded",
    "watching",
]

PASSWORD: Final = "Tr0ub4dor-and-three"
"""As the BasicAuthPassword of 2.x; also of proxies, and in URLs."""

KEY: Final = bytes([0, 255, 58, 10, *range(16)])
"""Binary, as the AuthorizationKey of 1.6, with a colon."""

TOKEN: Final = "t0ken-9f31c07be2d4"
"""As in the query of a URL."""

PIN: Final = 471147114711
"""As that of a SIM, which is a number in JSON."""


EVERYTHING: Final = 2
"""The level of the root logger, unless a test sets another one: below DEBUG."""


def encoded(secret: bytes) -> Iterator[str]:
    """Yield the base64 of a secret, within that of whatever is around it."""
    for offset in range(3):
        data = base64.b64encode(bytes(offset) + secret).decode()
        # Without the ends, which depend on what is before and after it.
        yield data[-(-offset * 8 // 6) : (offset + len(secret)) * 8 // 6]


_SECRETS: Final = (PASSWORD.encode(), KEY, TOKEN.encode(), str(PIN).encode())
_PLAIN: Final = [
    form for secret in _SECRETS for form in (repr(secret)[2:-1], secret.hex())
]
_ENCODED: Final = [form for secret in _SECRETS for form in encoded(secret)]


class Watch(logging.Handler):
    """Takes note of each record that shows a secret."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = self.format(record)  # with the traceback, if there is one
        usual = text.replace("-", "+").replace("_", "/")
        if any(form in text for form in _PLAIN) or any(
            form in usual for form in _ENCODED
        ):
            self.seen.append(f"{record.name} {record.levelname} {text}")

    def keep_to_itself(self) -> None:
        """Let other handlers, such as those of pytest, see what they usually see."""
        for handler in logging.getLogger().handlers:
            if handler is not self:
                handler.addFilter(_is_usual)

    def check(self) -> None:
        """Fail if a secret was seen since the last time."""
        seen, self.seen = self.seen, []
        if seen:
            pytest.fail("a secret is logged: " + "; ".join(seen), pytrace=False)


def _is_usual(record: logging.LogRecord) -> bool:
    """Tell whether a record would be there if nothing were watched."""
    level = logging.getLogger(record.name).getEffectiveLevel()
    return record.levelno >= (logging.WARNING if level == EVERYTHING else level)


@contextmanager
def watching() -> Generator[Watch]:
    """Have every logger log everything, and watch it."""
    watch, root = Watch(), logging.getLogger()
    level = root.level
    root.addHandler(watch)
    root.setLevel(EVERYTHING)
    try:
        yield watch
    finally:
        root.setLevel(level)
        root.removeHandler(watch)
