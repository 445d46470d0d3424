"""Every public name is explained, and found from the page of its module."""

from __future__ import annotations

import importlib
import posixpath
from typing import Final

import pytest

from tests.project.blocks import ROOT
from tests.site.built import PACKAGES, needs_site, read
from website.api import public_modules

pytestmark = needs_site

MODULES: Final = [
    *public_modules((ROOT / "docs" / "README.md").read_text(encoding="utf-8")),
    "ocpp_messages",
    *PACKAGES,
]


def test_the_modules_are_listed() -> None:
    assert len(MODULES) > 30
    links = read("reference/python").links
    assert {f"{module}/" for module in MODULES} <= links


@pytest.mark.parametrize("name", MODULES)
def test_names(name: str) -> None:
    page = f"reference/python/{name}"
    offered = importlib.import_module(name).__all__
    assert offered
    assert {*offered} - read(page).code == set()
    for link in read(page).links:
        target, _, anchor = link.partition("#")
        if anchor and not target.startswith(("http", "#")):
            there = posixpath.normpath(posixpath.join(page, target))
            assert anchor in read(there).ids, link


@pytest.mark.parametrize("name", MODULES)
def test_names_are_linked(name: str) -> None:
    links = read(f"reference/python/{name}").links
    anchors = {link.partition("#")[2].rpartition(".")[2] for link in links}
    pages = {link.strip("/").rpartition("/")[2] for link in links if "#" not in link}
    messages = {f"{page}{kind}" for page in pages for kind in ("Request", "Response")}
    offered = {*importlib.import_module(name).__all__}
    assert offered - anchors - messages - pages == set()
