"""What a URL means: where to connect to, and what to say there."""

from __future__ import annotations

import pytest

from ocpp_rpc.transports.endpoints import endpoint


@pytest.mark.parametrize(
    ("url", "port", "line"),
    [
        ("ws://a", 80, "a"),
        ("ws://a:80", 80, "a"),
        ("ws://a:443", 443, "a:443"),
        ("ws://a:81", 81, "a:81"),
        ("wss://a", 443, "a"),
        ("wss://a:443", 443, "a"),
        ("wss://a:80", 80, "a:80"),
        ("wss://[::1]", 443, "[::1]"),
        ("ws://[::1]:81", 81, "[::1]:81"),
        ("ws://u:p@A.b:80", 80, "a.b"),
    ],
)
def test_the_host_line_leaves_out_the_usual_port(
    url: str, port: int, line: str
) -> None:
    found = endpoint(url)
    assert (found.port, found.host_line) == (port, line)
    assert found.secure is url.startswith("wss")
