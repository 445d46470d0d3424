"""The built site, as its tests read it."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from pkgutil import iter_modules
from typing import Final

import pytest

import ocpp_messages

__all__ = ["PACKAGES", "SITE", "Document", "needs_site", "read"]

_CLASS: Final = re.compile(r"v\d+x?\.[A-Z]\w+")
_PLACE: Final = os.environ.get("SITE", "")

SITE: Final = Path(_PLACE)
"""Where it is built; `nox -s site` says that in the environment."""

PACKAGES: Final = [
    f"ocpp_messages.{each.name}"
    for each in iter_modules(ocpp_messages.__path__)
    if each.ispkg
]
"""The versions and families of messages."""

needs_site: Final = pytest.mark.skipif(not _PLACE, reason="only in `nox -s site`")


@dataclass
class Document(HTMLParser):
    """What the tests need of a page.

    Attributes:
        ids: The anchors.
        code: Short texts in the typeface of code.
        below: The same, by the heading or the class (`v16.IdTagInfo`) above them.
        links: Where links lead.
    """

    ids: set[str] = field(default_factory=set[str])
    code: set[str] = field(default_factory=set[str])
    below: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    links: set[str] = field(default_factory=set[str])

    def __post_init__(self) -> None:
        super().__init__()
        self._text: list[str] | None = None
        self._above = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.add(given.get("id", ""))
        if tag == "code":
            self._text = []
        if tag == "h2":
            self._above = given.get("id", "")
        if tag == "a":
            self.links.add(given.get("href", ""))

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "code" and self._text is not None:
            text = "".join(self._text)
            if _CLASS.fullmatch(text):
                self._above = text
            self.code.add(text)
            self.below[self._above].add(text)
            self._text = None


@cache
def read(page: str) -> Document:
    """Return a page, by its path without `index.html`."""
    document = Document()
    document.feed((SITE / page / "index.html").read_text(encoding="utf-8"))
    return document
