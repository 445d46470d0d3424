"""TLS of a server: its files, its suites, and who gets in."""

from __future__ import annotations

from pathlib import Path

import pytest

from ocpp_rpc.security.tls import server_tls
from tests.security.authority import Authority


def test_a_certificate_of_the_other_kind_is_refused_by_name(tmp_path: Path) -> None:
    pair = Authority().server(kind="rsa").write(tmp_path, "server")
    with pytest.raises(ValueError, match=f"ecdsa: the certificate in {pair[0]} is"):
        server_tls(ecdsa=pair)
