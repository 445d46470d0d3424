"""Patterns and unique items of fields that several versions have."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codegen.data import Data
from codegen.emitting.package import Edition, render
from codegen.errors import CodegenError
from codegen.publications.fetch import install
from tests.codegen.sample_edition import small_edition


def edited(
    folder: Path, five: Callable[[Any], None], six: Callable[[Any], None]
) -> Data:
    """The small edition, whose responses to Reset have other texts."""
    data = small_edition(folder)
    path = folder / "ocpp1.5.json"
    bundle = json.loads(path.read_text("utf-8"))
    five(bundle["messages"]["ResetResponse"]["properties"]["texts"])
    path.write_text(json.dumps(bundle), "utf-8")
    files = {
        path.name: path.read_bytes() for path in (data.originals / "1.6").iterdir()
    }
    response = json.loads(files["ResetResponse.json"])
    six(response["properties"]["texts"])
    files["ResetResponse.json"] = json.dumps(response).encode()
    install(files, data.originals / "1.6")
    return data


def limited(texts: Any) -> None:
    texts["uniqueItems"] = True
    texts["items"]["pattern"] = "^[a-z]"


def nothing(_: Any) -> None:
    pass


def test_alike_in_both(tmp_path: Path) -> None:
    files = render(Edition(edited(tmp_path / "schemas", limited, limited)))
    text = files["ocpp_messages/v1x/messages.py"].decode()
    found = text[text.index("class ResetResponse") :]
    assert 'Field(max_length=9, pattern="^[a-z]")' in found
    assert "Array(unique=True)" in found


def test_only_in_one(tmp_path: Path) -> None:
    def unique(texts: Any) -> None:
        texts["uniqueItems"] = True

    def tied(texts: Any) -> None:
        texts["items"]["pattern"] = "^[a-z]"

    for number, (limit, told) in enumerate(
        (
            (unique, "uniqueItems false → true; [] maxLength 9 → 5"),
            (tied, "[] maxLength 9 → 5; [] pattern none → ^[a-z]"),
        )
    ):
        data = edited(tmp_path / f"{number}", nothing, limit)
        with pytest.raises(CodegenError) as caught:
            render(Edition(data))
        assert str(caught.value) == (
            "v1x.toml: actions.Reset.response.same: its types in OCPP 1.5 and OCPP 1.6 "
            f"do not fit together: {told}"
        )
