"""What changes from one publication to the next.

Actions are compared by their name, messages and named types as
`codegen.reading.differences` says. A type that several messages share is compared once,
under its own name; otherwise a longer identifier would be a change of each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..reading.differences import (
    Change,
    Comparison,
    Kind,
    Place,
    Subject,
    type_differences,
)
from ..reading.shapes import Document, Shape, Structure

__all__ = ["changes"]


def changes(old: Iterable[Document], new: Iterable[Document]) -> list[Change]:
    """Compares two publications.

    Args:
        old: The messages of one; types of one name are the same in all of them.
        new: The messages of the other.

    Returns:
        The changes, breaking ones first, then those of actions, then by owner.
    """
    before, after = _Edition.of(old), _Edition.of(new)
    comparison = Comparison(before.types, after.types)
    found = [*_action_changes(before, after), *_type_changes(before, after)]
    for message in before.messages.keys() & after.messages.keys():
        found += comparison.shapes(
            Place(message), before.messages[message], after.messages[message]
        )
    return sorted(
        found,
        key=lambda change: (
            not change.breaking,
            change.subject is not Subject.ACTION,
            change.owner,
        ),
    )


@dataclass(frozen=True)
class _Edition:
    """The messages and the types of a publication, each once."""

    messages: Mapping[str, Structure]
    types: Mapping[str, Shape]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> _Edition:
        messages: dict[str, Structure] = {}
        types: dict[str, Shape] = {}
        for document in documents:
            messages[document.message] = document.root
            types.update(document.definitions)
        return cls(messages, types)

    def answered(self) -> Mapping[str, bool]:
        """Returns the actions, and whether they are answered."""
        actions = {
            message.removesuffix("Request").removesuffix("Response")
            for message in self.messages
        }
        return {action: f"{action}Response" in self.messages for action in actions}


def _action_changes(old: _Edition, new: _Edition) -> Iterator[Change]:
    before, after = old.answered(), new.answered()
    for action in before.keys() - after.keys():
        yield Change(Kind.REMOVED, Subject.ACTION, action)
    for action in after.keys() - before.keys():
        yield Change(Kind.ADDED, Subject.ACTION, action)
    for action in before.keys() & after.keys():
        if before[action] != after[action]:
            detail = "now answered" if after[action] else "no longer answered"
            yield Change(Kind.RETYPED, Subject.ACTION, action, detail=detail)


def _type_changes(old: _Edition, new: _Edition) -> Iterator[Change]:
    for name in old.types.keys() - new.types.keys():
        yield Change(Kind.REMOVED, Subject.TYPE, name)
    for name in new.types.keys() - old.types.keys():
        yield Change(Kind.ADDED, Subject.TYPE, name)
    for name in old.types.keys() & new.types.keys():
        yield from type_differences(name, old.types, new.types)
