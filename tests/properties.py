"""For tests of properties: inputs that are nearly valid, and proof of what they met.

A property that holds of everything that is read holds in vain if nothing is read. So
each test counts what came of its examples, and asserts at its end that every outcome
was among them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

__all__ = ["altered", "assert_met", "edited", "retouched"]

T = TypeVar("T")


def assert_met(seen: Counter[str], *outcomes: str) -> None:
    """Assert that these outcomes have each come about, and no others."""
    assert set(seen) == {*outcomes}, seen


def altered(
    sequences: st.SearchStrategy[Sequence[T]], items: st.SearchStrategy[T]
) -> st.SearchStrategy[list[T]]:
    """Sequences as they are, or with an item or two replaced, left out or put in."""
    edit = st.tuples(st.integers(0, 999), st.booleans(), st.lists(items, max_size=1))
    return st.tuples(sequences, _few(edit)).map(lambda drawn: _edit(*drawn))


def _few(edits: st.SearchStrategy[T]) -> st.SearchStrategy[list[T]]:
    """None, one, or two."""
    perhaps = st.none() | edits
    return st.tuples(perhaps, perhaps).map(
        lambda drawn: [edit for edit in drawn if edit is not None]
    )


def _edit(sequence: Sequence[T], edits: Sequence[tuple[int, bool, list[T]]]) -> list[T]:
    made = list(sequence)
    for at, removes, put in edits:
        place = at % (len(made) + 1)
        made[place : place + removes] = put
    return made


def edited(texts: st.SearchStrategy[str], characters: str) -> st.SearchStrategy[str]:
    """Texts as they are, or with a character or two replaced, left out or put in."""
    return altered(texts, st.sampled_from(characters)).map("".join)


def retouched(
    values: st.SearchStrategy[Any], parts: st.SearchStrategy[Any]
) -> st.SearchStrategy[Any]:
    """JSON values as they are, or with another value in one place or two."""
    edits = _few(st.tuples(st.integers(0, 999), parts))
    return st.tuples(values, edits).map(lambda drawn: _retouch(*drawn))


def _retouch(value: Any, edits: Sequence[tuple[int, Any]]) -> Any:
    made = json.loads(json.dumps(value))
    for at, part in edits:
        places = list(_places(made))
        if places:
            holder, key = places[at % len(places)]
            holder[key] = part
    return made


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Where the values of an object and of a list are, at every depth."""
    items: list[tuple[Any, Any]]
    holder: Any = value
    if isinstance(value, dict):
        items = list(holder.items())
    elif isinstance(value, list):
        items = [*enumerate(holder)]
    else:
        return []
    inner = [place for _, item in items for place in _places(item)]
    return [(holder, key) for key, _ in items] + inner
