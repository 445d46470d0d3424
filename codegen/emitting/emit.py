"""Renders the package `ocpp_messages`.

Per version, datamodel-code-generator writes the types (through the templates in
`templates/dcg`), and the other templates write the base classes, the procedure table,
the role classes, the serializer and the package's own module. Messages that are
independent of the version come from a mapping, see `codegen.emitting.family`. What all
versions share is kept as ordinary code in `codegen/runtime` and copied. ruff formats
everything; the result depends on nothing but the schemas, the data in `schemas/` and
this code.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import datamodel_code_generator as dcg
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import PythonVersion
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..data import COMMAND, DATA, OUTPUT, RUNTIME, TEMPLATES, Data
from ..errors import CodegenError, SourceError
from ..families import mapping
from ..families.unified import Unified
from ..families.unify import unify
from ..reading import documents, naming, specification
from ..reading.naming import Names
from ..reading.specification import Specification, Version
from . import bundle, facts, family
from .bundle import Bundle

__all__ = [
    "OURS",
    "PACKAGE",
    "Edition",
    "fill",
    "formatted",
    "generate",
    "header",
    "render",
    "template",
    "types",
    "write",
]

PACKAGE: Final = "ocpp_messages"

_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(TEMPLATES),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,
)
_TEMPLATES.filters["member"] = naming.Names().member


class FormattingFailed(CodegenError):
    """ruff refused what was rendered; the templates are wrong."""


@dataclass(frozen=True)
class Edition:
    """What is generated.

    Attributes:
        data: Where it comes from.
        package: Its name for import. Another one than `ocpp_messages` stands beside
            that, and has the versions only; what versions share stays there.
        versions: Only these versions of OCPP; all that the data has, if there are none.
    """

    data: Data = DATA
    package: str = PACKAGE
    versions: Sequence[str] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it has all that `ocpp_messages` has."""
        return self.package == PACKAGE and not self.versions


OURS: Final = Edition()


def generate(output: Path = OUTPUT, edition: Edition = OURS) -> None:
    """Writes the package, and removes modules that are no longer part of it.

    Args:
        output: The folder that holds the package.
        edition: What is written.

    Raises:
        CodegenError: The schemas or the data have a fault, something else is in the
            place of the package, or it cannot be written.
    """
    write(output, edition.package, render(edition))


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


def render(edition: Edition = OURS) -> dict[str, bytes]:
    """Returns every file of the package by its path below `generated/`.

    Raises:
        CodegenError: The schemas or the data have a fault.
    """
    data, package = edition.data, edition.package
    naming.check_package(package, allowed=PACKAGE)
    names = naming.load(data.names)
    procedures = specification.load_procedures(data.procedures)
    versions = _chosen(specification.load_versions(data.versions), edition.versions)
    files = dict(_runtime() if package == PACKAGE else [("py.typed", "")])
    kind = "__init__" if package == PACKAGE else "beside"
    files["__init__.py"] = template(f"package/{kind}.py", versions=versions)
    built = {
        version.name: specification.build(
            version,
            documents.load(version.name, data),
            procedures.get(version.name, {}),
            names,
        )
        for version in versions
    }
    for entry in built.values():
        own = entry.version.package
        for module, text in _version(entry, f"{package}.{own}"):
            files[f"{own}/{module}.py"] = text
    if edition.is_whole:
        for mapped in mapping.load(data.folder):
            for module, text in _independent(unify(mapped, built, names), names):
                files[f"{mapped.package}/{module}.py"] = text
    if not edition.versions:
        names.check_exceptions()
    return formatted(package, files)


def _chosen(versions: Sequence[Version], names: Sequence[str]) -> Sequence[Version]:
    known = {version.name: version for version in versions}
    for name in names:
        if name not in known:
            raise SourceError(
                f"unknown OCPP version {name!r}: there are {', '.join(known)}"
            )
    return [known[name] for name in known if not names or name in names]


def _runtime(folder: str = "") -> Iterator[tuple[str, str]]:
    """Copies what all versions share, or what is written by hand for a package."""
    for path in sorted((RUNTIME / folder).iterdir()):
        if path.suffix == ".py":
            text = path.read_text(encoding="utf-8")
            source = path.relative_to(RUNTIME.parents[1]).as_posix()
            yield path.name, header(source) + text
        elif path.name == "py.typed":
            yield path.name, ""


def header(source: str, command: str = "generate") -> str:
    """Returns the first lines of a module that is generated."""
    return (
        f"{_MARK} {source} by `{COMMAND} {command}`.\n"
        "# Do not edit: change the source or the generator.\n\n"
    )


_MARK: Final = "# Generated from"


def template(name: str, source: str = "schemas/versions.toml", **values: Any) -> str:
    """Returns a module that a template of ours writes."""
    return header(source) + fill(name, **values)


def fill(name: str, **values: Any) -> str:
    """Returns what a template of ours writes."""
    return _TEMPLATES.get_template(f"{name}.jinja").render(**values)


def _version(built: Specification, package: str) -> Iterator[tuple[str, str]]:
    """Returns the modules of one version, by name."""
    version = built.version
    schemas = f"the schemas of OCPP {version.name}"
    peers = {
        version.station: version.back_office,
        version.back_office: version.station,
    }
    values = {
        "version": version,
        "package": package,
        "open": any(entry.open for entry in (*built.datatypes, *built.messages)),
        "procedures": built.procedures,
        "peers": peers,
        "modules": _exports(built),
    }
    for module in ("__init__", "base", "serializer"):
        yield module, template(f"version/{module}.py", schemas, **values)
    for module in ("procedures", "roles"):
        yield module, template(f"version/{module}.py", _PROCEDURES, **values)
    known = facts.of(built)
    for module, part in (
        ("enumerations", bundle.enumerations(built.enumerations)),
        ("datatypes", bundle.datatypes(built, package)),
        ("messages", bundle.messages(built, package)),
    ):
        title = f"The {module} of OCPP {version.name}."
        yield module, header(schemas) + types(title, part, known)


_PROCEDURES: Final = "schemas/procedures.toml"


def _exports(built: Specification) -> tuple[tuple[str, Sequence[str]], ...]:
    """Returns what the version's package offers, by module."""
    roles = sorted((built.version.station, built.version.back_office))
    return (
        ("datatypes", [entry.name for entry in built.datatypes]),
        ("enumerations", [entry.name for entry in built.enumerations]),
        ("messages", [entry.name for entry in built.messages]),
        (
            "procedures",
            ["BACK_OFFICE", "PROCEDURES", "PROCEDURES_BY_REQUEST", "STATION"],
        ),
        ("roles", roles),
        ("serializer", ["dumps", "from_jsonable", "loads", "to_jsonable"]),
    )


def _independent(unified: Unified, names: Names) -> Iterator[tuple[str, str]]:
    """Returns the modules of messages that are independent of the version, by name."""
    mapped = unified.mapped
    source = f"schemas/{mapped.package}.toml"
    for name, text in _runtime(mapped.package):
        yield name.removesuffix(".py"), text
    package = f"{PACKAGE}.{mapped.package}"
    for module, path, values in family.modules(unified, package, names):
        yield module, template(f"{path}.py", source, **values)
    part, known = family.enumerations(unified)
    title = f"The enumerations of OCPP {mapped.name}."
    yield "enumerations", header(source) + types(title, part, known)


def types(
    title: str,
    part: Bundle,
    known: Mapping[str, dict[str, Any]],
    imports: Iterable[str] = (),
) -> str:
    """Returns the types of one module.

    Args:
        title: Its docstring.
        part: Its types.
        known: What the templates need beside them.
        imports: Import paths of what these name.
    """
    exports = sorted(part.schema["definitions"])
    text = dcg.generate(
        dict(part.schema),
        input_file_type=dcg.InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        custom_template_dir=TEMPLATES / "dcg",
        extra_template_data=defaultdict(dict, known),
        aliases=dict(part.names),
        additional_imports=[*_IMPORTS, *imports],
        skip_root_model=True,
        use_annotated=True,
        use_specialized_enum=True,
        use_double_quotes=True,
        disable_timestamp=True,
        disable_future_imports=True,
        custom_file_header=f'"""{title}"""\n\n__all__ = {exports}\n',
        formatters=[],
    )
    return str(text)


# What the templates of the types refer to; ruff removes what a module does not use.
_IMPORTS: Final = (
    "collections.abc.Sequence",
    "pydantic.Field",
    "pydantic.AliasChoices",
    f"{PACKAGE}.model.Array",
    f"{PACKAGE}.model.Omittable",
    f"{PACKAGE}.model.Request",
    f"{PACKAGE}.model.Send",
)


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
