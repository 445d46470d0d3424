"""Tables of the message reference: fields, and what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from codegen.emitting.attributes import bounds, span
from codegen.reading.shapes import (
    Anything,
    Array,
    Boolean,
    Named,
    Number,
    Shape,
    Text,
)

from .editions import Edition, Entry, Row

__all__ = ["Link", "fields", "table", "tabs"]

Link = Callable[[str], str]
"""Returns the address of a type of an edition."""

# An enumeration with more values than these is behind its link only.
_SHOWN: Final = 8

_COLUMNS: Final = (
    "Name on the wire",
    "Python name",
    "Type",
    "Required",
    "Limits",
    "Unit or format",
    "Default",
    "Clause",
)
# What a table has to have in each row; other columns are left out where all are empty.
_ALWAYS: Final = 4


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Returns a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def tabs(contents: Sequence[tuple[str, str]]) -> str:
    """Returns tabs in Markdown; each is a label and what is below it."""
    return "\n\n".join(
        f'=== "{label}"\n\n{_indented(content)}' for label, content in contents
    )


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.splitlines())


def fields(entry: Entry, edition: Edition, link: Link) -> str:
    """Returns the fields of a message or a datatype, as a table."""
    if not entry.rows:
        return "No fields."
    rows = [_row(row, edition, link) for row in entry.rows]
    shown = [
        column
        for column in range(len(_COLUMNS))
        if column < _ALWAYS or any(row[column] for row in rows)
    ]
    text = table(
        [_COLUMNS[column] for column in shown],
        [[row[column] for column in shown] for row in rows],
    )
    return f"{text}\n\nFurther fields are kept." if entry.open else text


def _row(row: Row, edition: Edition, link: Link) -> Sequence[str]:
    meaning = row.meaning
    return (
        row.wire,
        f"`{row.name}`",
        _type(row.shape, link),
        "yes" if row.required else "no",
        ", ".join(_limits(row.shape, edition)),
        meaning.unit or meaning.format,
        meaning.absent,
        meaning.clause,
    )


def _type(shape: Shape, link: Link) -> str:
    match shape:
        case Text(format="date-time"):
            return "date-time in UTC"
        case Text(format="uri"):
            return "URI"
        case Text():
            return "text"
        case Number(integer):
            return "integer" if integer else "decimal"
        case Boolean():
            return "boolean"
        case Anything():
            return "any JSON value"
        case Array(items):
            return f"array of {_type(items, link)}"
        case Named(name):
            return f"[{name}]({link(name)})"
        case _:
            raise TypeError(f"{shape} has no name")


def _limits(shape: Shape, edition: Edition) -> Iterator[str]:
    match shape:
        case Text(least, most, _, pattern):
            if limit := span(least, most):
                yield f"{limit} characters"
            if pattern:
                yield f"matching `{pattern}`"
        case Number():
            yield from bounds(shape)
        case Array(items, least, most, unique):
            if limit := span(least, most):
                yield f"{limit} items"
            if unique:
                yield "no two alike"
            yield from (f"each {limit}" for limit in _limits(items, edition))
        case Named(name) if enumeration := edition.enumerations.get(name):
            values = [f"`{member.value}`" for member in enumeration.members]
            if len(values) <= _SHOWN:
                yield " ".join(values)
        case _:
            pass
