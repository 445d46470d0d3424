"""Where the data of the generator is."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen import data


def test_the_cache_is_where_the_user_has_caches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert data.cache() == tmp_path / ".cache" / "ocpp-codegen"

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    assert data.cache() == tmp_path / "elsewhere" / "ocpp-codegen"
