"""A browser that shows the site asks no other host."""

from __future__ import annotations

import re

from tests.site.built import SITE, needs_site, read

pytestmark = needs_site

_FOREIGN = re.compile(r"^\w+:(?!$)|^//")
_IN_STYLE = re.compile(r"(?:url\(|@import) *[\"']?(?!data:)(\w+:[^)\"']*|//[^)\"']*)")


def test_pages_load_nothing_from_another_host() -> None:
    pages = [path.parent for path in SITE.rglob("index.html")]
    assert len(pages) > 150
    foreign = {
        (page.relative_to(SITE), address)
        for page in pages
        for address in read(str(page.relative_to(SITE))).loaded
        if _FOREIGN.match(address) and not address.startswith("data:")
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
