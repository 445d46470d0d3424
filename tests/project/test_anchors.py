"""Every link to a heading leads to that heading, by the anchors that GitHub gives."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.project.blocks import ROOT

PAGES = [
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    ROOT / "benchmarks" / "README.md",
]

_FENCED = re.compile(r"^(?P<fence>`{3,}).*?^(?P=fence)`*$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#{1,6} +(.+?)(?: +#+)?$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_SPAN = re.compile(r"`[^`\n]*`")
_DROPPED = re.compile(r"[^\w\- ]")


def prose(markdown: str) -> str:
    """The text without its programs, which have comments that look like headings."""
    return _FENCED.sub("", markdown)


def anchors(markdown: str) -> set[str]:
    """The anchors of all headings, each further one of the same text with a number."""
    found: set[str] = set()
    seen: Counter[str] = Counter()
    for heading in _HEADING.findall(prose(markdown)):
        shown = _DROPPED.sub("", _LINK.sub(r"\1", heading).lower())
        slug = shown.replace(" ", "-")
        found.add(f"{slug}-{seen[slug]}" if seen[slug] else slug)
        seen[slug] += 1
    return found


def broken(page: Path) -> list[str]:
    """The links of a page whose anchor is not in the page to which they lead."""
    # A link may span two lines, and its text may be code; a target in code is no link.
    text = _SPAN.sub("code", prose(page.read_text(encoding="utf-8")))
    missing: list[str] = []
    for _, link in _LINK.findall(text):
        target, _, anchor = link.partition("#")
        if not anchor or "://" in target:
            continue
        leads_to = page.parent / target if target else page
        if not leads_to.is_file() or anchor not in anchors(
            leads_to.read_text(encoding="utf-8")
        ):
            missing.append(link)
    return missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_anchor_leads_to_a_heading(page: Path) -> None:
    assert broken(page) == []


def test_anchors_follow_the_rule_of_github() -> None:
    markdown = "\n".join(
        (
            "# What a `v1x` call costs, in 1.6",
            "## Calls",
            "```sh",
            "# no heading",
            "```",
            "## [Calls](other.md)",
            "### Once + *again_and_again*?",
        )
    )
    assert anchors(markdown) == {
        "what-a-v1x-call-costs-in-16",
        "calls",
        "calls-1",
        "once--again_and_again",
    }
