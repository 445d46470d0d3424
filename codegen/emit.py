"""Renders the package `ocpp_messages`.

Per version, datamodel-code-generator writes the types (through the templates in
`templates/dcg`), and the other templates write the base classes, the procedure table,
the role classes, the serializer and the package's own module. Messages that are
independent of the version come from a mapping, see `codegen.independent`. What all
versions share is kept as ordinary code in `codegen/runtime` and copied. ruff formats
everything; the result depends on nothing but the schemas, the data in `schemas/` and
this code.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import datamodel_code_generator as dcg
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import PythonVersion
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from codegen import (
    bundle,
    documents,
    facts,
    independent,
    mapping,
    naming,
    specification,
)
from codegen.bundle import Bundle
from codegen.errors import CodegenError
from codegen.naming import Names
from codegen.specification import Specification
from codegen.unify import Unified, unify

__all__ = ["OUTPUT", "generate", "render"]

OUTPUT: Final = Path(__file__).parent.parent / "generated"

PACKAGE: Final = "ocpp_messages"

_HERE: Final = Path(__file__).parent
_RUNTIME: Final = _HERE / "runtime"
_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(_HERE / "templates"),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,
)
_TEMPLATES.filters["member"] = naming.Names().member


class FormattingFailed(CodegenError):
    """ruff refused what was rendered; the templates are wrong."""


def generate(output: Path = OUTPUT) -> None:
    """Writes the package, and removes what does not belong to it.

    Args:
        output: The folder that holds `ocpp_messages`.

    Raises:
        CodegenError: The schemas or the data in `schemas/` have a fault; nothing is
            written.
    """
    files = render()
    package = output / PACKAGE
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.relative_to(output).as_posix() not in files:
            path.unlink()
    for path in sorted(package.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    for name, content in files.items():
        path = output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def render() -> dict[str, bytes]:
    """Returns every file of the package by its path below `generated/`.

    Raises:
        CodegenError: The schemas or the data in `schemas/` have a fault.
    """
    names = naming.load()
    procedures = specification.load_procedures()
    versions = specification.load_versions()
    files = dict(_runtime())
    files["__init__.py"] = _template("package/__init__.py", versions=versions)
    built = {
        version.name: specification.build(
            version,
            documents.load(version.name),
            procedures.get(version.name, {}),
            names,
        )
        for version in versions
    }
    for entry in built.values():
        for module, text in _version(entry):
            files[f"{entry.version.package}/{module}.py"] = text
    for mapped in mapping.load():
        for module, text in _independent(unify(mapped, built, names), names):
            files[f"{mapped.package}/{module}.py"] = text
    names.check_exceptions()
    return _formatted({f"{PACKAGE}/{name}": text for name, text in files.items()})


def _runtime(folder: str = "") -> Iterator[tuple[str, str]]:
    """Copies what all versions share, or what is written by hand for a package."""
    for path in sorted((_RUNTIME / folder).iterdir()):
        if path.suffix == ".py":
            text = path.read_text(encoding="utf-8")
            source = path.relative_to(_HERE.parent).as_posix()
            yield path.name, _header(source) + text
        elif path.name == "py.typed":
            yield path.name, ""


def _header(source: str) -> str:
    return (
        f"# Generated from {source} by `python -m codegen generate`.\n"
        "# Do not edit: change the source or the generator.\n\n"
    )


def _template(name: str, source: str = "schemas/versions.toml", **values: Any) -> str:
    return _header(source) + _TEMPLATES.get_template(f"{name}.jinja").render(**values)


def _version(built: Specification) -> Iterator[tuple[str, str]]:
    """Returns the modules of one version, by name."""
    version = built.version
    package = f"{PACKAGE}.{version.package}"
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
        yield module, _template(f"version/{module}.py", schemas, **values)
    for module in ("procedures", "roles"):
        yield module, _template(f"version/{module}.py", _PROCEDURES, **values)
    known = facts.of(built)
    for module, part in (
        ("enumerations", bundle.enumerations(built.enumerations)),
        ("datatypes", bundle.datatypes(built, package)),
        ("messages", bundle.messages(built, package)),
    ):
        title = f"The {module} of OCPP {version.name}."
        yield module, _header(schemas) + _types(title, part, known)


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
    for module, template, values in independent.modules(unified, package, names):
        yield module, _template(f"{template}.py", source, **values)
    part, known = independent.enumerations(unified)
    title = f"The enumerations of OCPP {mapped.name}."
    yield "enumerations", _header(source) + _types(title, part, known)


def _types(title: str, part: Bundle, known: Mapping[str, dict[str, Any]]) -> str:
    """Writes the types of one module."""
    exports = sorted(part.schema["definitions"])
    text = dcg.generate(
        dict(part.schema),
        input_file_type=dcg.InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        custom_template_dir=_HERE / "templates" / "dcg",
        extra_template_data=defaultdict(dict, known),
        aliases=dict(part.names),
        additional_imports=list(_IMPORTS),
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


def _formatted(files: Mapping[str, str]) -> dict[str, bytes]:
    """Orders the imports and formats everything, by ruff and nobody's settings."""
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
