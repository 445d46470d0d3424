"""The prose of the publisher stays out of the repository (CC BY-ND 4.0)."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, cast

import pytest

ROOT: Final = Path(__file__).parents[2]
SHORTEST: Final = 31


def prose(node: Any) -> Iterator[str]:
    """The descriptions, titles and comments in a schema file."""
    if isinstance(node, dict):
        for name, child in cast("dict[str, Any]", node).items():
            if name in ("description", "title", "comment") and isinstance(child, str):
                yield child
            else:
                yield from prose(child)
    elif isinstance(node, list):
        for child in cast("Sequence[Any]", node):
            yield from prose(child)


def one_line(text: str) -> str:
    return re.sub(r"[\s#]+", " ", text)


def sentences(folder: Path) -> set[str]:
    """The sentences of several words in the files of a folder."""
    return {
        one_line(sentence).strip()
        for path in folder.rglob("*.json")
        for text in prose(json.loads(path.read_bytes().decode("utf-8-sig")))
        for sentence in re.split(r"(?<=[.:;])\s|\n", text)
        if len(sentence) >= SHORTEST and " " in sentence.strip()
    }


def tracked() -> list[Path]:
    """The files that git has."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout")
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    paths = (ROOT / name for name in done.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


def test_no_sentence_of_the_publisher_is_here(oca: Path) -> None:
    theirs = sentences(oca)
    assert len(theirs) > 500
    ours = {
        str(path.relative_to(ROOT)): one_line(path.read_text("utf-8", "replace"))
        for path in tracked()
    }
    assert "schemas/procedures.toml" in ours
    assert "generated/ocpp_messages/v21/messages.py" in ours
    copied = {name: [s for s in theirs if s in text] for name, text in ours.items()}
    assert {name: found for name, found in copied.items() if found} == {}


def test_no_schema_file_of_the_publisher_is_here(oca: Path) -> None:
    published = {path.read_bytes() for path in oca.rglob("*.json")}
    assert len(published) > 400
    assert [path for path in tracked() if path.read_bytes() in published] == []
