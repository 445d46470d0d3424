"""The prose of the publisher stays out of the repository (CC BY-ND 4.0)."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Collection, Iterator, Mapping, Sequence
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
    found = sentences(oca)
    assert len(found) > 500
    theirs = by_longest_word(found)
    ours = {
        str(path.relative_to(ROOT)): one_line(path.read_text("utf-8", "replace"))
        for path in tracked()
    }
    assert "schemas/procedures.toml" in ours
    assert "generated/ocpp_messages/v21/messages.py" in ours
    copied = {name: copied_into(text, theirs) for name, text in ours.items()}
    assert {name: found for name, found in copied.items() if found} == {}


def copied_into(text: str, theirs: Mapping[str, Sequence[str]]) -> list[str]:
    """The sentences that stand in a text."""
    words = {*text.split(" "), ""}
    return [
        sentence
        for word in theirs.keys() & words
        for sentence in theirs[word]
        if sentence in text
    ]


def by_longest_word(theirs: Collection[str]) -> dict[str, list[str]]:
    """Sentences by their longest word that has a blank on either side.

    A text that has the sentence has this word between blanks, too; to look for all
    sentences in all texts takes seconds.
    """
    found: dict[str, list[str]] = {}
    for sentence in theirs:
        inner = sentence.split(" ")[1:-1]
        found.setdefault(max(inner, key=len, default=""), []).append(sentence)
    return found


def test_a_sentence_is_found_wherever_it_stands() -> None:
    theirs = by_longest_word({"The id of the connector.", "Two longlonglonglongwords."})
    for text in ('"The id of the connector."', "a The id of the connector. b"):
        assert copied_into(text, theirs) == ["The id of the connector."]
    assert copied_into("(Two longlonglonglongwords.)", theirs) == [
        "Two longlonglonglongwords."
    ]
    assert copied_into("The id of a connector.", theirs) == []


def test_no_schema_file_of_the_publisher_is_here(oca: Path) -> None:
    published = {path.read_bytes() for path in oca.rglob("*.json")}
    assert len(published) > 400
    assert [path for path in tracked() if path.read_bytes() in published] == []
