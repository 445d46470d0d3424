"""Without the extra."""

from __future__ import annotations

import importlib
import sys

import pytest

from ocpp_rpc import MissingDependency


def test_without_cryptography(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in sys.modules if each.startswith("cryptography")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "cryptography", None)
    monkeypatch.delitem(sys.modules, "ocpp_rpc.security.certificates", raising=False)
    with pytest.raises(MissingDependency, match=r"ocpp-rpc\[security\]"):
        importlib.import_module("ocpp_rpc.security.certificates")
