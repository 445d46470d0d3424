"""The storage of a station's certificates and keys, in memory or in a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol

__all__ = ["FolderStorage", "MemoryStorage", "Storage"]

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,150}\.pem")

_UNFINISHED: Final = ".unfinished-"


class Storage(Protocol):
    """Keeps PEM texts, private keys among them, under names."""

    def load(self) -> Mapping[str, bytes]:
        """Return all texts by name, in the order in which they were written."""
        ...

    def write(self, name: str, data: bytes) -> None:
        """Keep a text, in place of the one with this name.

        If writing fails or is interrupted, the old text has to stay.
        """
        ...

    def delete(self, name: str) -> None:
        """Delete the text with a name, if there is one."""
        ...


class MemoryStorage:
    """Keeps certificates and keys in memory, until the process ends."""

    def __init__(self) -> None:
        self._texts: dict[str, bytes] = {}

    def load(self) -> Mapping[str, bytes]:
        """Return all texts by name, in the order in which they were written."""
        return dict(self._texts)

    def write(self, name: str, data: bytes) -> None:
        """Keep a text, in place of the one with this name."""
        self._texts.pop(name, None)
        self._texts[name] = data

    def delete(self, name: str) -> None:
        """Delete the text with a name, if there is one."""
        self._texts.pop(name, None)


class FolderStorage:
    """Keeps certificates and keys in files that only their owner can read (mode 0600).

    A new file is written beside the old one and then replaces it, so that a power
    failure leaves either the old or the new file, complete.

    Args:
        folder: The folder, which is created when needed. Keep no other files in it.

    Attributes:
        folder: The folder.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder: Final = Path(folder)

    def load(self) -> Mapping[str, bytes]:
        """Return all texts by name, in the order in which they were written.

        A file that was only partly written when the process ended is removed.

        Raises:
            OSError: The folder or a file cannot be read.
        """
        if not self.folder.exists():
            return {}
        for path in self.folder.glob(f"{_UNFINISHED}*"):
            path.unlink(missing_ok=True)
        found = [each for each in self.folder.glob("*.pem") if each.is_file()]
        found.sort(key=lambda each: (each.stat().st_mtime_ns, each.name))
        return {each.name: each.read_bytes() for each in found}

    def write(self, name: str, data: bytes) -> None:
        """Keep a text, in place of the one with this name.

        Raises:
            OSError: The file cannot be written.
            ValueError: The name is not allowed.
        """
        if not _NAME.fullmatch(name):
            raise ValueError(
                "the name may have letters, digits and ._+- only, and must end in .pem"
            )
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = self.folder / f"{_UNFINISHED}{name}"
        unfinished.unlink(missing_ok=True)
        try:
            self._write(unfinished, data)
            unfinished.replace(self.folder / name)
        except BaseException:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise
        self._sync()

    def delete(self, name: str) -> None:
        """Delete the text with a name, if there is one.

        Raises:
            OSError: The file cannot be removed.
        """
        (self.folder / name).unlink(missing_ok=True)

    @staticmethod
    def _write(path: Path, data: bytes) -> None:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)

    def _sync(self) -> None:
        """Write the folder to the disk, so that a power failure keeps the new name."""
        descriptor = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
