# Generated from codegen/runtime/uniqueness.py by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""Which items of an array are equal as values of JSON (`uniqueItems`).

Python would take 1 and true for equal, and nothing that has a list in it is hashable.
So items are compared by a text of theirs, in which the order of fields does not count
and 1.0 is 1. Texts have hashes that a peer cannot foresee, unlike numbers: an array of
numbers that all have the same hash would take its reader minutes.

Moments are compared as moments, because two spellings of one would be written alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast

from pydantic import BaseModel

__all__ = ["equal_items"]


def equal_items(items: Sequence[object]) -> tuple[int, int] | None:
    """Returns the positions of the first two items that are equal, if there are any.

    Raises:
        RecursionError: An item is nested too deeply.
    """
    seen: dict[str, int] = {}
    for position, item in enumerate(items):
        if (first := seen.setdefault(_text(item), position)) != position:
            return first, position
    return None


def _text(value: object) -> str:
    """Returns the same text for values that are equal, and for no others."""
    if isinstance(value, str):
        return str.__repr__(value)
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, (int, float)):
        # As hexadecimal, because Python limits how many decimals it writes.
        return f"#{int(value):x}" if value == value // 1 else repr(value)
    if isinstance(value, datetime):
        return f"@{value.timestamp()}"
    if isinstance(value, BaseModel):
        fields = {name: part for name, part in value if part is not None}
        extras = value.model_extra or {}
        named = {name: part for name, part in fields.items() if name not in extras}
        return f"({_members(named)}){_members(extras)}"
    if isinstance(value, Mapping):
        return _members(cast(Mapping[str, object], value))
    return f"[{','.join(map(_text, cast(Sequence[object], value)))}]"


def _members(members: Mapping[str, object]) -> str:
    return f"{{{','.join(f'{k!r}:{_text(members[k])}' for k in sorted(members))}}}"
