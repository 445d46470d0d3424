"""JSON for people: with few quotes, and with nothing that a terminal obeys."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeAlias, cast

from rich.text import Text

from ocpp_rpc.lines import printable

__all__ = ["compact"]

_Part: TypeAlias = str | tuple[str, str]

_KEY_STYLE: Final = "dim"

# Texts that hold no punctuation of JSON's own, and are no true, false, null or number.
_BARE: Final = re.compile(
    r"(?!(?:true|false|null|\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?)\Z)"
    r"[A-Za-z0-9][\w.:+@/ -]*(?<! )"
)


def compact(text: str) -> Text:
    """Return JSON in a compact form, without its outer braces; other text as it is."""
    try:
        value = json.loads(text)
        if isinstance(value, dict) and value:
            return Text.assemble(*_members(cast(dict[str, Any], value)))
        return Text.assemble(*_value(value))
    except (ValueError, RecursionError):
        return Text(printable(text))


def _value(value: Any) -> Iterator[_Part]:
    if isinstance(value, dict):
        yield from ("{", *_members(cast(dict[str, Any], value)), "}")
    elif isinstance(value, list):
        yield from ("[", *_joined(map(_value, cast(Sequence[Any], value))), "]")
    elif isinstance(value, str):
        yield _string(value)
    else:
        yield json.dumps(value)


def _members(value: dict[str, Any]) -> Iterator[_Part]:
    return _joined(_member(key, item) for key, item in value.items())


def _member(key: str, value: Any) -> Iterator[_Part]:
    yield f"{_string(key)}: ", _KEY_STYLE
    yield from _value(value)


def _joined(items: Iterable[Iterable[_Part]]) -> Iterator[_Part]:
    for number, item in enumerate(items):
        if number:
            yield ", "
        yield from item


def _string(text: str) -> str:
    if _BARE.fullmatch(text):
        return text
    return printable(json.dumps(text, ensure_ascii=False))
