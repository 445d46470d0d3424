"""Files of the repository outside `docs/` to which pages link: pages of their own.

On GitHub such a link leads to the file. The site has no address of a repository to lead
to, and should be readable without one, so it takes along what is linked to. Links are
written anew for the place where a page is on the site, and a link whose text is the
name of a page gets the title of the page.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["FOLDER", "Repository"]

FOLDER: Final = "repository"

_CODE: Final = re.compile(r"^(```.*?^```)$", re.DOTALL | re.MULTILINE)
# `[text](target#anchor)`, or `[label]: target#anchor` on a line of its own.
_LINK: Final = re.compile(
    r"(?P<before>\[(?P<text>[\w-]+\.md)\]\(|\]\(|^\[[^\]]+\]: +)"
    r"(?P<target>[\w./-]+)(?P<anchor>#[\w.-]*)?(?=\)|$)",
    re.MULTILINE,
)
_TITLE: Final = re.compile(r"^# (.+)$", re.MULTILINE)
_LANGUAGES: Final = {".py": "python", ".toml": "toml", ".yaml": "yaml", ".sh": "sh"}


@dataclass(frozen=True)
class Repository:
    """The files of the project.

    Attributes:
        root: The folder of the project.
        docs: The folder of its pages, relative to that.
    """

    root: Path
    docs: str

    def place(self, path: str) -> str:
        """Returns where a file or folder of the project is on the site."""
        if path.startswith(f"{self.docs}/"):
            return path.removeprefix(f"{self.docs}/")
        if (self.root / path).is_dir():
            return f"{FOLDER}/{path}/index.md"
        suffix = "" if path.endswith(".md") else ".md"
        return f"{FOLDER}/{path}{suffix}"

    def pages(self) -> Iterator[tuple[str, str]]:
        """Iterates over the pages of files that other pages link to: path and text."""
        waiting = [
            path.relative_to(self.root).as_posix()
            for path in sorted((self.root / self.docs).rglob("*.md"))
        ]
        known = {*waiting}
        while waiting:
            path = waiting.pop()
            text = self._text(path)
            if not path.startswith(f"{self.docs}/"):
                yield self.place(path), self.relinked(path, text)
            found = {*self._targets(path, text)} - known
            known |= found
            # The builder itself takes what else is in the folder, pictures for example.
            found = {each for each in found if not each.startswith(f"{self.docs}/")}
            waiting += sorted(found)

    def relinked(self, path: str, text: str) -> str:
        """Returns a page whose links to files lead to their places on the site.

        Args:
            path: Of the page, in the project.
            text: The page.
        """
        here = posixpath.dirname(self.place(path))

        def moved(link: re.Match[str]) -> str:
            target = self._target(path, link["target"])
            if target is None:
                return link[0]
            place = posixpath.relpath(self.place(target), here)
            text, before = link["text"], link["before"]
            if text == posixpath.basename(target):
                before = f"[{self._title(target)}]("
            return f"{before}{place}{link['anchor'] or ''}"

        # Every other part is a block of code.
        parts = _CODE.split(text)
        parts[::2] = [_LINK.sub(moved, part) for part in parts[::2]]
        return "".join(parts)

    def _targets(self, path: str, text: str) -> Iterator[str]:
        for part in _CODE.split(text)[::2]:
            for link in _LINK.finditer(part):
                if target := self._target(path, link["target"]):
                    yield target

    def _target(self, path: str, link: str) -> str | None:
        """Returns the path that a link of a page leads to, if there is such a file."""
        file = self.root / path
        folder = path if file.is_dir() else posixpath.dirname(path)
        target = posixpath.normpath(posixpath.join(folder, link))
        is_there = not target.startswith("..") and (self.root / target).exists()
        return target if is_there else None

    def _title(self, path: str) -> str:
        """Returns what a page is called, for a link that has the name of its file."""
        title = _TITLE.search(self._text(path))
        return title[1] if title else path

    def _text(self, path: str) -> str:
        file = self.root / path
        if file.is_dir():
            names = [each.name for each in sorted(file.iterdir()) if each.is_file()]
            links = [f"- [{name}]({name})" for name in names]
            return "\n".join([f"# {path}", "", *links, ""])
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".md":
            return text
        language = _LANGUAGES.get(file.suffix, "text")
        return f"# {path}\n\n````{language}\n{text}````\n"
