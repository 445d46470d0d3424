"""The reference of Python: a page for each public module.

A name that several modules offer is explained on the page of one of them: the one with
the longest path, since the shorter ones collect what their parts offer. The table at
the top of a page has all names of its module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

import griffe

from .tables import table

__all__ = ["FOLDER", "Api", "Known", "exports", "public_modules"]

Known: TypeAlias = griffe.Object | griffe.Alias
"""What is known of a module or name."""

FOLDER: Final = "reference/python"

_PUBLIC: Final = re.compile(r"^\| `(ocpp_rpc[\w.]*)` \|", re.MULTILINE)


def public_modules(page: str) -> list[str]:
    """Returns the public modules of `ocpp_rpc` that a page lists in a table."""
    return sorted(set(_PUBLIC.findall(page)))


@dataclass(frozen=True)
class Name:
    """A public name.

    Attributes:
        module: The public module whose page explains it.
        name: What it is called there.
        object: What is known of it.
    """

    module: str
    name: str
    object: Known

    @property
    def path(self) -> str:
        """Its path for import, and its anchor."""
        return f"{self.module}.{self.name}"


class Api:
    """The public names of some modules.

    Args:
        modules: The public modules, by path.
        elsewhere: Addresses of names that other pages explain, by path of the name,
            relative to `FOLDER`.
    """

    def __init__(
        self, modules: Mapping[str, Known], elsewhere: Mapping[str, str]
    ) -> None:
        self._modules = modules
        self._elsewhere = elsewhere
        self._homes: dict[str, Name] = {}
        for path in sorted(modules, key=lambda path: (-path.count("."), path)):
            for name in exports(modules[path]):
                found = modules[path].members[name]
                self._homes.setdefault(found.canonical_path, Name(path, name, found))

    def nav(self) -> list[str | dict[str, str]]:
        """Returns the pages in their order, as a part of `nav` in `mkdocs.yml`."""
        return [
            f"{FOLDER}/index.md",
            *({each: f"{FOLDER}/{each}.md"} for each in self._modules),
        ]

    def pages(self) -> Iterator[tuple[str, str]]:
        """Iterates over the pages: path and text."""
        yield f"{FOLDER}/index.md", self._index()
        for module in self._modules:
            yield f"{FOLDER}/{module}.md", self._page(module)

    def names(self, module: str) -> list[Name]:
        """Returns the names of a module, as the page that explains them has them."""
        members = self._modules[module].members
        found = (members[name] for name in exports(self._modules[module]))
        return [self._homes[each.canonical_path] for each in found]

    def address(self, name: Name) -> str:
        """Returns the address of a name, relative to `FOLDER`."""
        return self._elsewhere.get(name.path) or f"{name.module}.md#{name.path}"

    def undocumented(self) -> Iterator[str]:
        """Iterates over public names, methods and properties without a docstring."""
        for name in self._homes.values():
            found = {name.path: name.object}
            if name.object.is_class:
                members = name.object.members.items()
                found |= {
                    f"{name.path}.{member}": each
                    for member, each in members
                    if not member.startswith("_") and not each.is_attribute
                }
            for path, each in found.items():
                if not each.has_docstring and path not in self._elsewhere:
                    yield path

    def _index(self) -> str:
        rows = [
            [f"[`{path}`]({path}.md)", summary(module)]
            for path, module in self._modules.items()
        ]
        return f"# Python\n\n{_INTRODUCTION}\n\n{table(['Module', 'About'], rows)}\n"

    def _page(self, module: str) -> str:
        names = sorted(self.names(module), key=lambda each: each.name.lower())
        rows = [
            [f"[`{each.name}`]({self.address(each)})", summary(each.object)]
            for each in names
        ]
        explained = [
            f"::: {each.path}"
            for each in names
            if each.module == module and each.path not in self._elsewhere
        ]
        head = f"# `{module}`\n\n::: {module}\n{_WITHOUT_MEMBERS}"
        return "\n\n".join([head, table(["Name", "About"], rows), *explained]) + "\n"


_WITHOUT_MEMBERS: Final = """\
    options:
      members: false
      show_root_heading: false"""

_INTRODUCTION: Final = """\
These modules are public, each with the names in its `__all__`. Every other module, and
every name with a leading underscore, may change or go in any release."""


def exports(module: Known) -> list[str]:
    """Returns the names in `__all__` of a module."""
    return [str(name) for name in module.exports or ()]


def summary(found: Known) -> str:
    """Returns the first paragraph of a docstring, in one line."""
    text = found.docstring.value if found.docstring else ""
    return " ".join(text.partition("\n\n")[0].split())
