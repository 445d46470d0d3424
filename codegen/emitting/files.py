"""Marks, formats and writes the files of a generated package.

The first line of each file marks it as generated. Files with the mark are replaced or
removed by the next run. A file without it is never changed, so that a wrong `--out` or
`--package` destroys nothing.

This module depends on neither OCPP nor templates.
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
    """ruff refused a rendered module, so a template has a fault."""


def header(source: str, command: str = "generate") -> str:
    """Returns the first lines of a generated module."""
    return (
        f"{_MARK} {source} by `{COMMAND} {command}`.\n"
        "# Do not edit: change the source or the generator.\n\n"
    )


def copied(folder: str = "") -> Iterator[tuple[str, str]]:
    """Returns the modules that all versions share, or those written for a package."""
    for path in sorted((RUNTIME / folder).iterdir()):
        if path.suffix == ".py":
            text = path.read_text(encoding="utf-8")
            source = path.relative_to(RUNTIME.parents[1]).as_posix()
            yield path.name, header(source) + text
        elif path.name == "py.typed":
            yield path.name, ""


def formatted(package: str, modules: Mapping[str, str]) -> dict[str, bytes]:
    """Sorts the imports and formats the modules with ruff, without a user's settings.

    Args:
        package: The name of the package for import.
        modules: The text of its files, by path in its folder.

    Returns:
        The content of the files, by path below the folder that contains the package.

    Raises:
        FormattingFailed: A module is not valid Python.
    """
    folder = package.replace(".", "/")
    files = {f"{folder}/{name}": text for name, text in modules.items()}
    # In a folder without a pyproject.toml above it. All modules at once, because a
    # process for each one would take longer than everything else together.
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
        output: The folder that contains the package.
        name: The name of the package for import.
        files: The content of the files, by path below the folder.

    Raises:
        SourceError: There are files that were not generated, which stay unchanged, or
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
    """Returns the files that only an earlier run has written.

    Raises:
        SourceError: There are files that were not generated.
    """
    found = [path for path in sorted(package.rglob("*")) if path.is_file()]
    cached = [path for path in found if "__pycache__" in path.parts]
    found = [path for path in found if path not in cached]
    if found and not _is_generated(package / "__init__.py"):
        raise SourceError(f"{package}: exists already, and was not generated")
    left = [path for path in found if path not in wanted]
    for path in left:
        if not _is_generated(path):
            raise SourceError(f"{path}: was not generated, and is in the way")
    return [*left, *cached]


def _is_generated(file: Path) -> bool:
    return file.is_file() and file.read_bytes().startswith(_MARK.encode())
