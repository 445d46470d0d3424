"""Files of a generated package: their first lines, their format, and writing them.

The first line of each file marks it as generated. Writing relies on the mark: files of
an earlier run are replaced or removed, and a file without it is never touched, so a
wrong `--out` or `--package` destroys nothing.

This module knows neither OCPP nor templates.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from ..data import COMMAND, PACKAGE, RUNTIME
from ..errors import CodegenError, SourceError

__all__ = ["FormattingFailed", "copied", "formatted", "header", "write"]

_MARK: Final = "# Generated from"


class FormattingFailed(CodegenError):
    """ruff refused what was rendered; the templates are wrong."""


def header(source: str, command: str = "generate") -> str:
    """Returns the first lines of a module that is generated."""
    return (
        f"{_MARK} {source} by `{COMMAND} {command}`.\n"
        "# Do not edit: change the source or the generator.\n\n"
    )


def copied(folder: str = "") -> Iterator[tuple[str, str]]:
    """Returns what all versions share, or what is written by hand for a package."""
    for path in sorted((RUNTIME / folder).iterdir()):
        if path.suffix == ".py":
            text = path.read_text(encoding="utf-8")
            source = path.relative_to(RUNTIME.parents[1]).as_posix()
            yield path.name, header(source) + text
        elif path.name == "py.typed":
            yield path.name, ""


def formatted(package: str, modules: Mapping[str, str]) -> dict[str, bytes]:
    """Orders the imports and formats everything, by ruff and nobody's settings.

    Args:
        package: The name of the package for import.
        modules: The text of its files, by path in its folder.

    Returns:
        Content by path below the folder that holds the package.

    Raises:
        FormattingFailed: One is no Python.
    """
    folder = package.replace(".", "/")
    files = {f"{folder}/{name}": text for name, text in modules.items()}
    # All at once, in a folder far from every pyproject.toml: a process for each module
    # would take longer than everything else together.
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        _ruff(root, "check", "--fix", "--select=I,F401", f"--config={_ISORT}")
        _ruff(root, "format")
        return {path: (root / path).read_bytes() for path in sorted(files)}


_ISORT: Final = f'lint.isort.known-first-party=["{PACKAGE}"]'


def _ruff(root: Path, command: str, *options: str) -> None:
    arguments = ["--isolated", "--no-cache", "--target-version=py311", *options, "."]
    done = subprocess.run(
        [sys.executable, "-m", "ruff", command, *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise FormattingFailed(done.stdout + done.stderr)


def write(output: Path, name: str, files: Mapping[str, bytes]) -> None:
    """Writes a package, and removes modules that are no longer part of it.

    Args:
        output: The folder that holds the package.
        name: Its name for import.
        files: Content by path below the folder.

    Raises:
        SourceError: There is something that was not generated, which is left alone, or
            the package cannot be written.
    """
    package = output.joinpath(*name.split("."))
    try:
        for path in _left(package, {output / file for file in files}):
            path.unlink()
        for path in sorted(package.rglob("*"), reverse=True):
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()
        for file, content in files.items():
            path = output / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except OSError as error:
        raise SourceError(f"{package}: cannot be written: {error}") from error


def _left(package: Path, wanted: Collection[Path]) -> Sequence[Path]:
    """Returns the files that an earlier run has left.

    Raises:
        SourceError: There are files that were not generated.
    """
    found = [path for path in sorted(package.rglob("*")) if path.is_file()]
    cached = [path for path in found if "__pycache__" in path.parts]
    found = [path for path in found if path not in cached]
    if found and not _is_generated(package / "__init__.py"):
        raise SourceError(f"{package}: is there already, and was not generated")
    left = [path for path in found if path not in wanted]
    for path in left:
        if not _is_generated(path):
            raise SourceError(f"{path}: was not generated, and is in the way")
    return [*left, *cached]


def _is_generated(file: Path) -> bool:
    return file.is_file() and file.read_bytes().startswith(_MARK.encode())
