"""Files that programs are given, with certificates of a test authority in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tests.security.authority import Authority, Pair

__all__ = ["Files"]


@dataclass
class Files:
    """The roots of an authority, and whatever else is written beside them."""

    folder: Path
    authority: Authority = field(default_factory=Authority)

    def __post_init__(self) -> None:
        self.roots, _ = self.pair("roots", self.authority.root)

    def pair(self, name: str, pair: Pair) -> tuple[str, str]:
        """Write a certificate and its key; return the paths of both."""
        certificate, key = pair.write(self.folder, name)
        return str(certificate), str(key)

    def write(self, name: str, content: bytes | str) -> str:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)
