"""That a secret in a log fails a test."""

from __future__ import annotations

import base64
import logging

import pytest

from tests.confidential import KEY, PASSWORD, PIN, TOKEN, Watch, watching

LOGGER = logging.getLogger("websockets.client")

SHOWN = {
    "a password": PASSWORD,
    "a token": f"GET /ocpp/CP001?token={TOKEN} HTTP/1.1",
    "a number": f'{{"simPin":{PIN}}}',
    "a key": repr(KEY),
    "a key in hexadecimal": KEY.hex(),
    "base64": base64.b64encode(KEY).decode(),
    **{
        f"base64 after {size}": base64.b64encode(
            b"x" * size + PASSWORD.encode() + b"y"
        ).decode()
        for size in range(6)
    },
    "the other base64": base64.urlsafe_b64encode(b"CP001:" + KEY).decode(),
}


def seen(watch: Watch) -> str:
    with pytest.raises(pytest.fail.Exception) as caught:
        watch.check()
    watch.check()  # each is told once
    return str(caught.value)


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_a_secret_is_seen(watch: Watch, shown: str) -> None:
    LOGGER.debug("> %s", shown)
    assert seen(watch) == f"a secret is logged: websockets.client DEBUG > {shown}"


def test_a_secret_in_a_traceback_is_seen(watch: Watch) -> None:
    LOGGER.error("failed", exc_info=ValueError(PASSWORD))
    assert PASSWORD in seen(watch)


def test_a_secret_below_debug_is_seen(watch: Watch) -> None:
    LOGGER.log(9, TOKEN)
    assert TOKEN in seen(watch)


def test_anything_else_may_be_logged(watch: Watch) -> None:
    LOGGER.debug("> GET /ocpp/CP001 HTTP/1.1 %s", base64.b64encode(b"CP001:x"))
    watch.check()


def test_what_is_only_watched_is_kept_from_others(
    caplog: pytest.LogCaptureFixture,
) -> None:
    LOGGER.info("not for others")
    LOGGER.warning("for others")
    with caplog.at_level(logging.DEBUG, "websockets"):
        LOGGER.debug("asked for")
    assert caplog.messages == ["for others", "asked for"]


def test_the_watch_ends() -> None:
    root = logging.getLogger()
    before = root.level, list(root.handlers)
    with watching() as watch:
        assert watch in root.handlers
    assert (root.level, list(root.handlers)) == before
