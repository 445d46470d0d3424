"""Docstrings and comments of generated modules, in lines of at most 88 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Final

from ..reading.specification import Procedure

__all__ = ["comment", "docstring", "of_method", "with_clause"]

_WIDTH: Final = 88


def docstring(
    choices: Sequence[Sequence[str]], *sections: Sequence[str], indent: int = 4
) -> str:
    """Returns a docstring without its quotes, for a class or a method.

    Args:
        choices: The first paragraphs, in several wordings. The first wording whose
            first paragraph fits into the first line is used, or else the last.
        sections: The sections after them: a title each, and its entries.
        indent: The indentation of the docstring, in columns.
    """
    room = _WIDTH - indent
    quotes = 3
    paragraphs = next(
        (one for one in choices if len(one[0]) + 2 * quotes <= room), choices[-1]
    )
    lines = [line for part in paragraphs for line in ("", *_wrapped(part, room))][1:]
    for title, *entries in sections:
        lines += ["", f"{title}:"]
        lines += [line for entry in entries for line in _entry(entry, room)]
    if len(lines) > 1:
        lines.append("")
    # The last line is followed by the quotes, so it needs the indentation.
    padding = " " * indent
    first, *others = lines
    rest = [padding + line if line else line for line in others[:-1]]
    return "\n".join([first, *rest, *([padding] if others else [])])


def _wrapped(text: str, room: int, **indents: str) -> list[str]:
    return textwrap.wrap(
        text,
        room,
        break_long_words=False,
        break_on_hyphens=False,
        initial_indent=indents.get("first", ""),
        subsequent_indent=indents.get("others", ""),
    )


def _entry(text: str, room: int) -> list[str]:
    return _wrapped(text, room, first=" " * 4, others=" " * 8)


def with_clause(said: str, clause: str) -> Sequence[Sequence[str]]:
    """Returns the wordings of a description with the clause that defines it.

    Args:
        said: The description, without a full stop; it may end in an aside in
            parentheses.
        clause: The clause of the definition.
    """
    start = f"{said[:-1]}; " if said.endswith(")") else f"{said} ("
    return [[f"{start}{clause})."], [f"{said}.", f"Defined in {clause}."]]


def of_method(procedure: Procedure) -> str:
    """Returns the docstring of the method that handles an action."""
    action, clause = procedure.action, procedure.clause
    choices = [[f"{action}: {clause}."], [f"{action}.", f"Defined in {clause}."]]
    return docstring(choices, indent=8)


def comment(text: str, indent: int = 8) -> str:
    """Returns a comment, on several lines if needed."""
    lines = _wrapped(text, _WIDTH - indent - 2)
    return f"\n{' ' * indent}".join(f"# {line}" for line in lines)
