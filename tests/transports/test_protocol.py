"""What every transport has in common."""

from __future__ import annotations

import pytest

from ocpp_rpc.transports import TransportClosed, joined, without_credentials


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("ws://host:9000/ocpp?x=1", "ws://host:9000/ocpp?x=1"),
        ("ws://user:secret@host/ocpp", "ws://host/ocpp"),
        ("wss://user@[::1]:9000/", "wss://[::1]:9000/"),
        ("ws://us:er@sec@ret@host", "ws://host"),
        ("ws://user:secret@[::1/x", "ws://[::1/x"),
        ("ws://host/a@b?c@d", "ws://host/a@b?c@d"),
        ("nonsense", "nonsense"),
    ],
)
def test_credentials_are_taken_out_of_a_url(url: str, shown: str) -> None:
    assert without_credentials(url) == shown


def test_a_transport_that_broke_has_code_1006() -> None:
    closed = TransportClosed()
    assert (closed.code, closed.reason) == (1006, "")


def test_header_lines_of_one_name_are_joined() -> None:
    lines = [("X-Acme", "1"), ("Host", "localhost"), ("x-acme", "2, 3")]
    assert joined(lines) == {"x-acme": "1, 2, 3", "host": "localhost"}
