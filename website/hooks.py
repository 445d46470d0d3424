"""What mkdocs calls while it builds the site; `mkdocs.yml` names this file.

The pages that are made here exist in memory only.
"""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocstrings import MkdocstringsPlugin

from website import api, messages
from website.api import Api, Known, public_modules
from website.editions import Edition, editions
from website.messages import Reference
from website.repository import Repository

__all__ = ["on_files", "on_page_markdown"]

# The builder counts the warnings of this logger and, where it is strict, fails.
LOGGER: Final = logging.getLogger("mkdocs.website")
ROOT: Final = Path(__file__).parents[1]
REPOSITORY: Final = Repository(ROOT, "docs")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages that are made, and puts them into `nav`."""
    versions = editions()
    reference = Reference(versions, _address_of_class)
    public = Api(_modules(config, versions), dict(_types(versions, reference)))
    for name in public.undocumented():
        LOGGER.warning("%s has no docstring", name)
    for path, text in chain(public.pages(), reference.pages(), REPOSITORY.pages()):
        files.append(File.generated(config, path, content=text))
    style = Path(__file__).with_name("site.css")
    files.append(File.generated(config, style.name, abs_src_path=str(style)))
    made = {api.FOLDER: public.nav(), messages.FOLDER: reference.nav()}
    config["nav"] = _filled(config["nav"], made)
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Leads links to files of the repository to their places on the site."""
    if page.file.generated_by:
        return markdown
    return REPOSITORY.relinked(f"{REPOSITORY.docs}/{page.file.src_uri}", markdown)


def _modules(config: MkDocsConfig, versions: Sequence[Edition]) -> dict[str, Known]:
    """Returns the public modules, as the plugin for Python reads them."""
    plugin = cast(MkdocstringsPlugin, config.plugins["mkdocstrings"])
    handler = plugin.get_handler("python")
    options = handler.get_options({})
    page = (ROOT / REPOSITORY.docs / "README.md").read_text(encoding="utf-8")
    packages = sorted(f"ocpp_messages.{each.package}" for each in versions)
    paths = [*public_modules(page), "ocpp_messages", *packages]
    return {path: handler.collect(path, options) for path in paths}


def _types(
    versions: Sequence[Edition], reference: Reference
) -> Iterator[tuple[str, str]]:
    """Iterates over the names that the message reference explains."""
    above = posixpath.relpath(messages.FOLDER, api.FOLDER)
    for edition in versions:
        for name in chain(edition.messages, edition.datatypes, edition.enumerations):
            address = reference.address(edition, name)
            yield f"ocpp_messages.{edition.package}.{name}", f"{above}/{address}"


def _address_of_class(package: str, name: str) -> str:
    """Returns the address of a class of a family that is written by hand."""
    above = posixpath.relpath(api.FOLDER, messages.FOLDER)
    module = f"ocpp_messages.{package}"
    return f"{above}/{module}.md#{module}.{name}"


def _filled(nav: Any, made: Mapping[str, Sequence[Any]]) -> Any:
    """Returns `nav` with the pages of folders that are made, in place of the folder."""
    if isinstance(nav, str):
        return made.get(nav, nav)
    if isinstance(nav, Mapping):
        titled = cast(Mapping[str, Any], nav)
        return {title: _filled(each, made) for title, each in titled.items()}
    return [_filled(each, made) for each in nav]
