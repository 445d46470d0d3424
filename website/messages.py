"""The message reference: a page for each action, and pages of types that they share.

The tabs of one version have one label on all pages, and the theme keeps what a reader
has chosen. The heading of a type stands above its tabs, so that a link to it does not
depend on the version.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from codegen.reading.shapes import Array, Named, Shape
from codegen.reading.specification import Procedure

from .editions import Edition, Entry
from .tables import fields, table, tabs

__all__ = ["FOLDER", "Reference"]

FOLDER: Final = "reference/messages"

# A type that more than these refer to is used everywhere: no use in a list of them.
_LISTED: Final = 12


@dataclass(frozen=True)
class Range:
    """A page of types: those of a kind whose names begin with certain letters."""

    kind: str
    first: str
    last: str

    @property
    def title(self) -> str:
        """What the page is called."""
        letters = [self.first] if self.first == self.last else [self.first, self.last]
        return f"{self.kind} {' to '.join(letters)}"

    @property
    def file(self) -> str:
        """The name of the page, in `FOLDER`."""
        return f"{self.kind}-{self.first}-{self.last}.md".lower()

    def has(self, name: str) -> bool:
        """Whether a type is on the page."""
        return self.first <= name[0] <= self.last


# Fixed, so that a type that is added does not move the others to another address.
DATATYPES: Final = tuple(
    Range("Datatypes", *each) for each in ("AB", "CC", "DL", "MR", "SZ")
)
ENUMERATIONS: Final = tuple(
    Range("Enumerations", *each) for each in ("AB", "CC", "DL", "MP", "QZ")
)


class Reference:
    """The pages of the message reference.

    Args:
        editions: The versions and families.
        classes: Addresses of further types of a package, relative to `FOLDER`.
    """

    def __init__(
        self,
        editions: Sequence[Edition],
        classes: Callable[[str, str], str],
    ) -> None:
        self._editions = editions
        self._classes = classes
        self._users = _users(editions)
        self._actions = _names(edition.procedures for edition in editions)
        self._datatypes = _names(edition.datatypes for edition in editions)
        self._enumerations = _names(edition.enumerations for edition in editions)

    def nav(self) -> list[str | dict[str, str]]:
        """Returns the pages in their order, as a part of `nav` in `mkdocs.yml`."""
        return [
            f"{FOLDER}/index.md",
            *(
                {each.title: f"{FOLDER}/{each.file}"}
                for each in (*DATATYPES, *ENUMERATIONS)
            ),
            *({each: f"{FOLDER}/{each}.md"} for each in self._actions),
        ]

    def pages(self) -> Iterator[tuple[str, str]]:
        """Iterates over the pages: path and text."""
        yield f"{FOLDER}/index.md", self._index()
        for action in self._actions:
            yield f"{FOLDER}/{action}.md", self._action(action)
        for page in DATATYPES:
            sections = (self._datatype(n) for n in self._datatypes if page.has(n))
            yield f"{FOLDER}/{page.file}", _page(page.title, *sections)
        for page in ENUMERATIONS:
            sections = (self._enumeration(n) for n in self._enumerations if page.has(n))
            yield f"{FOLDER}/{page.file}", _page(page.title, *sections)

    def address(self, edition: Edition, name: str) -> str:
        """Returns the address of a message or type, relative to `FOLDER`.

        Raises:
            KeyError: The edition has none of that name.
        """
        if name in edition.messages:
            action = next(
                action
                for action, each in edition.procedures.items()
                if name in {each.request, each.response}
            )
            return f"{action}.md"
        for types, pages in (
            (edition.datatypes, DATATYPES),
            (edition.enumerations, ENUMERATIONS),
        ):
            if name in types:
                page = next(page for page in pages if page.has(name))
                return f"{page.file}#{name}"
        return self._classes(edition.package, name)

    def _index(self) -> str:
        rows = [self._in_index(action) for action in self._actions]
        labels = [edition.label for edition in self._editions]
        return _page(
            "Messages", _INTRODUCTION, table(["Action", "Sent by", *labels], rows)
        )

    def _in_index(self, action: str) -> Sequence[str]:
        having = [each for each in self._editions if action in each.procedures]
        sides = {_sender(each, each.procedures[action]) for each in having}
        side = sides.pop() if len(sides) == 1 else "depends on the version"
        marks = ("✓" if each in having else "" for each in self._editions)
        return [f"[{action}]({action}.md)", side, *marks]

    def _action(self, action: str) -> str:
        found = [
            (edition, edition.procedures[action])
            for edition in self._editions
            if action in edition.procedures
        ]
        facts = table(
            [
                "Version",
                "Package",
                "Direction",
                "Functional block or profile",
                "Clause",
            ],
            [
                [
                    edition.label,
                    f"`{edition.package}`",
                    _direction(edition, each),
                    each.block,
                    each.clause,
                ]
                for edition, each in found
            ],
        )
        requests = [(edition, each.request) for edition, each in found]
        responses = [(e, each.response) for e, each in found if each.response]
        parts = [facts]
        parts += ["## Request", self._messages(requests)]
        if responses:
            parts += ["## Response", self._messages(responses)]
        else:
            parts.append(
                "This message is sent with SEND: the other side does not respond."
            )
        return _page(action, *parts)

    def _messages(self, found: Sequence[tuple[Edition, str]]) -> str:
        return tabs(
            [
                (
                    edition.label,
                    f"`{edition.package}.{name}`\n\n"
                    + self._fields(edition.messages[name], edition),
                )
                for edition, name in found
            ]
        )

    def _fields(self, entry: Entry, edition: Edition) -> str:
        return fields(entry, edition, partial(self.address, edition))

    def _datatype(self, name: str) -> str:
        found = [each for each in self._editions if name in each.datatypes]
        contents = [
            (edition.label, self._in_tab(edition.datatypes[name], edition))
            for edition in found
        ]
        return "\n\n".join([_heading(name), *self._used(name), tabs(contents)])

    def _in_tab(self, entry: Entry, edition: Edition) -> str:
        clause = f", {entry.clause}" if entry.clause else ""
        return f"`{edition.package}.{entry.name}`{clause}\n\n" + self._fields(
            entry, edition
        )

    def _enumeration(self, name: str) -> str:
        found = [each for each in self._editions if name in each.enumerations]
        members: dict[tuple[str, str], set[str]] = defaultdict(set)
        for edition in found:
            for member in edition.enumerations[name].members:
                members[member.value, member.name].add(edition.label)
        rows = [
            [
                f"`{value}`",
                f"`{member}`",
                *("✓" if each.label in having else "" for each in found),
            ]
            for (value, member), having in members.items()
        ]
        labels = [each.label for each in found]
        clauses = [
            f"{each.label}: {clause}"
            for each in found
            if (clause := each.enumerations[name].clause) and not each.is_family
        ]
        values = table(["Value on the wire", "Python member", *labels], rows)
        defined = [f"Defined in: {'; '.join(clauses)}."] if clauses else []
        return "\n\n".join([_heading(name), *defined, *self._used(name), values])

    def _used(self, name: str) -> Sequence[str]:
        users = self._users[name]
        if len(users) > _LISTED:
            return [f"Used by {len(users)} messages and types."]
        links = [
            f"[{user}]({self.address(edition, user)})"
            for user, edition in sorted(users.items())
        ]
        return [f"Used by {', '.join(links)}."] if links else []


_INTRODUCTION: Final = """\
Each page describes the messages of one action, in every version that has the action.
Choose a version in the tabs: the other pages then open with the same version. `v1x` and
`v2x` are the packages that have one set of messages for several versions
([v1x](../../v1x.md), [v2x](../../v2x.md)).

Import a class from the package of its version:
`from ocpp_messages.v16 import BootNotificationRequest`."""


def _page(title: str, *parts: str) -> str:
    return "\n\n".join([f"# {title}", *parts]) + "\n"


def _heading(name: str) -> str:
    return f"## {name} {{ #{name} }}"


def _names(found: Iterator[Mapping[str, object]]) -> list[str]:
    return sorted({name for each in found for name in each})


def _sender(edition: Edition, procedure: Procedure) -> str:
    sides = {edition.station: "charger", edition.back_office: "back office"}
    return " or ".join(sorted(sides[each] for each in procedure.senders))


def _direction(edition: Edition, procedure: Procedure) -> str:
    sender, *others = procedure.senders
    if others:
        return "both"
    roles = (edition.station, edition.back_office)
    receiver = next(role for role in roles if role != sender)
    return f"{sender} → {receiver}"


def _users(editions: Sequence[Edition]) -> Mapping[str, Mapping[str, Edition]]:
    """Returns, by type, the messages and types that have a field of it."""
    users: dict[str, dict[str, Edition]] = defaultdict(dict)
    for edition in editions:
        for entry in (*edition.messages.values(), *edition.datatypes.values()):
            for row in entry.rows:
                if name := _referred(row.shape):
                    users[name][entry.name] = edition
    return users


def _referred(shape: Shape) -> str | None:
    match shape:
        case Named(name):
            return name
        case Array(items):
            return _referred(items)
        case _:
            return None
