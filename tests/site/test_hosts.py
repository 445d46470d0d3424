"""A browser that shows the site asks no other host."""

from __future__ import annotations

import re
from pathlib import Path

from tests.site.built import SITE, needs_site

pytestmark = needs_site

# An expression, since a parser takes ten times as long for all pages.
_LOADED = re.compile(
    r"<(?:link\b[^>]*?\bhref|\w+\b[^>]*?\b(?:src|srcset|poster|data))=\"?([^\"\s>]+)"
)
_FOREIGN = re.compile(r"(?!data:)\w+:|//")
_IN_STYLE = re.compile(r"(?:url\(|@import) *[\"']?(?!data:)(\w+:[^)\"']*|//[^)\"']*)")


def loaded(page: Path) -> list[str]:
    found = _LOADED.findall(page.read_text(encoding="utf-8"))
    assert found
    return found


def test_pages_load_nothing_from_another_host() -> None:
    pages = [*SITE.rglob("index.html")]
    assert len(pages) > 150
    foreign = {
        (page.relative_to(SITE), address)
        for page in pages
        for address in loaded(page)
        if _FOREIGN.match(address)
    }
    assert foreign == set()


def test_styles_load_nothing_from_another_host() -> None:
    styles = [*SITE.rglob("*.css")]
    assert styles
    found = {
        (path.name, address)
        for path in styles
        for address in _IN_STYLE.findall(path.read_text(encoding="utf-8"))
    }
    assert found == set()
