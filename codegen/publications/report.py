"""A comparison of two publications, written for a person.

Breaking changes come first. Actions and types that come or go are listed; all other
changes stand under the message or the type that has them. The same change of many
types stands once, with their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from rich.text import Text

from ..reading.differences import Change, Kind, Subject

__all__ = ["not_compared", "report"]

_LINES: Final[Mapping[Kind, tuple[str, str]]] = {
    Kind.REMOVED: ("red", "- {place}: {detail}"),
    Kind.RETYPED: ("red", "~ {place}: {detail}"),
    Kind.REQUIRED: ("red", "~ {place}: now required"),
    Kind.TIGHTENED: ("red", "~ {place}: {detail}"),
    Kind.CLOSED: ("red", "~ {place}: other fields are no longer allowed"),
    Kind.ADDED_REQUIRED: ("red", "+ {place}: {detail}, required"),
    Kind.ADDED: ("green", "+ {place}: {detail}"),
    Kind.OPTIONAL: ("green", "~ {place}: now optional"),
    Kind.LOOSENED: ("green", "~ {place}: {detail}"),
    Kind.OPENED: ("green", "~ {place}: other fields are allowed now"),
}

# A change that so many owners share is written once, and so many of them are named.
_SHARED: Final = 6
_NAMED: Final = 3


def report(changes: Sequence[Change]) -> Iterator[Text]:
    """Returns the lines of a report, in the order of the changes."""
    if not changes:
        yield Text("no changes")
    for breaking, title in ((True, "breaking"), (False, "other")):
        part = [change for change in changes if change.breaking is breaking]
        if part:
            plural = "s" if len(part) > 1 else ""
            yield Text(f"{len(part)} {title} change{plural}", "bold")
            yield from _comings_and_goings(part)
            yield from _by_owner(part)


def not_compared(unread: Iterable[str]) -> Iterator[str]:
    """Returns the lines that tell what was not compared, each thing once.

    Args:
        unread: What it is, with its place. A type has a place in every file that has
            it, of which the first is told.
    """
    files: dict[str, list[str]] = {}
    for line in unread:
        message, of_type, rest = line.partition("#/definitions/")
        files.setdefault(rest if of_type else line, []).append(message)
    for line, messages in list(files.items())[:_LISTED]:
        more = f" and {len(messages) - 1} more" if len(messages) > 1 else ""
        where = f" (in {messages[0]}{more})" if messages[0] != line else ""
        yield f"{line}{where}"
    if len(files) > _LISTED:
        yield f"and {len(files) - _LISTED} more"


_LISTED: Final = 50


def _comings_and_goings(changes: Iterable[Change]) -> Iterator[Text]:
    lists: dict[str, list[str]] = {}
    for change in changes:
        if _is_whole(change):
            what = change.detail or change.kind
            lists.setdefault(f"{change.subject}s {what}", []).append(change.owner)
    for title, owners in lists.items():
        yield Text(f"  {title}: {', '.join(owners)}")


def _by_owner(changes: Iterable[Change]) -> Iterator[Text]:
    owners: dict[tuple[str, str], list[str]] = {}
    for change in changes:
        if not _is_whole(change):
            owners.setdefault(_line(change), []).append(change.owner)
    shared: dict[str, list[tuple[str, str]]] = {}
    single: dict[str, list[tuple[str, str]]] = {}
    for line, names in owners.items():
        if len(names) < _SHARED:
            for name in names:
                single.setdefault(name, []).append(line)
        else:
            some = ", ".join(names[:_NAMED])
            title = f"{some} and {len(names) - _NAMED} more"
            shared.setdefault(title, []).append(line)
    for title, lines in (*shared.items(), *sorted(single.items())):
        yield Text(f"  {title}")
        yield from (Text(f"    {line}", style) for line, style in lines)


def _is_whole(change: Change) -> bool:
    """Whether an action or a type itself comes, goes or changes its nature."""
    return change.subject is Subject.ACTION or (
        change.subject is Subject.TYPE and change.kind in (Kind.ADDED, Kind.REMOVED)
    )


def _line(change: Change) -> tuple[str, str]:
    """Returns what a change is, and the style to write it in."""
    style, words = _LINES[change.kind]
    place = change.place or "itself"
    if change.subject is Subject.VALUE:
        place = f"{change.place} values".lstrip()
    return words.format(place=place, detail=change.detail), style
