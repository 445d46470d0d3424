"""Renders the package of an extension.

The package has the same names as the package of the version. It imports everything that
the extension does not change from there, so that both packages share these objects.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from ..data import DATA, PACKAGE, SCHEMAS, Data
from ..emitting import files, model_facts, model_schemas, trial
from ..emitting.jinja import fill
from ..emitting.models import types
from ..reading.specification import Procedure, Specification
from .loading import Extension, load

__all__ = ["generate", "render"]


def generate(folder: Path, output: Path, data: Data = DATA) -> str:
    """Writes the package of an extension.

    Args:
        folder: The folder of the extension.
        output: The folder for the package.
        data: The data of the extended version.

    Returns:
        The name of the package.

    Raises:
        CodegenError: The extension has a fault, the result cannot be imported, the
            place of the package is taken, or the package cannot be written.
    """
    extension = load(folder, data)
    rendered = render(extension)
    # It imports the version that is installed, which is that of our own data.
    if data.folder == SCHEMAS:
        trial.prove(extension.package, rendered, {extension.package: extension.own})
    files.write(output, extension.package, rendered)
    return extension.package


def render(extension: Extension) -> dict[str, bytes]:
    """Returns every file of the package by its path below the folder that holds it."""
    texts = {"py.typed": ""}
    for module, text in (*_types(extension), *_others(extension)):
        texts[f"{module}.py"] = _header(extension) + text
    return files.formatted(extension.package, texts)


def _header(extension: Extension) -> str:
    return files.header(extension.origin, "extend")


def _types(extension: Extension) -> Iterator[tuple[str, str]]:
    """Returns the modules of types that the extension has."""
    own, package = extension.own, extension.package
    elsewhere = dict(_elsewhere(extension))
    known = model_facts.of(own)
    inherited: list[str] = []
    for procedure in own.procedures:
        if procedure.response in elsewhere:
            known[procedure.request]["response_elsewhere"] = True
            inherited.append(f"{elsewhere[procedure.response]}.{procedure.response}")
    for module, part in (
        ("enumerations", model_schemas.enumerations(own.enumerations)),
        ("datatypes", model_schemas.datatypes(own, package, elsewhere)),
        ("messages", model_schemas.messages(own, package, elsewhere)),
    ):
        if part.schema["definitions"]:
            title = f"The {module} of {package}."
            yield module, types(title, part, known, inherited)


def _elsewhere(extension: Extension) -> Iterator[tuple[str, str]]:
    """Returns the types that are inherited, with the modules that have them."""
    standard = _standard(extension)
    own = {name for _, names in _modules(extension.own) for name in names}
    for module, names in _modules(extension.standard):
        for name in names:
            if name not in own:
                yield name, f"{standard}.{module}"


def _standard(extension: Extension) -> str:
    """Returns the import path of the version's package."""
    return f"{PACKAGE}.{extension.standard.version.package}"


def _modules(built: Specification) -> tuple[tuple[str, Sequence[str]], ...]:
    return (
        ("datatypes", [entry.name for entry in built.datatypes]),
        ("enumerations", [entry.name for entry in built.enumerations]),
        ("messages", [entry.name for entry in built.messages]),
    )


def _others(extension: Extension) -> Iterator[tuple[str, str]]:
    """Returns the modules that the templates write."""
    version, elsewhere = extension.standard.version, dict(_elsewhere(extension))
    roles = _Roles(extension)
    own = [(module, names) for module, names in _modules(extension.own) if names]
    modules = {
        _standard(extension): [*_INHERITED, *elsewhere, *roles.inherited],
        **{f"{extension.package}.{module}": names for module, names in own},
        f"{extension.package}.procedures": ["PROCEDURES", "PROCEDURES_BY_REQUEST"],
        f"{extension.package}.roles": roles.own,
    }
    values = {
        "version": version,
        "package": extension.package,
        "standard": _standard(extension),
        "open": any(
            entry.open
            for entry in (*extension.standard.datatypes, *extension.standard.messages)
        ),
        "procedures": extension.own.procedures,
        "roles": roles,
        "elsewhere": elsewhere,
        "modules": {module: names for module, names in modules.items() if names},
    }
    yield "__init__", fill("extension/__init__.py", **values)
    yield "base", fill("extension/base.py", **values)
    yield "procedures", fill("extension/procedures.py", **values)
    if roles.own:
        yield "roles", fill("extension/roles.py", **values)


_INHERITED: Final = (
    "BACK_OFFICE",
    "STATION",
    "SUBPROTOCOL",
    "VERSION",
    "dumps",
    "from_jsonable",
    "loads",
    "to_jsonable",
)


class _Roles:
    """The two roles in the extension.

    A role that only answers more actions is a subclass of the role of the version. A
    role that answers an action differently is a class of its own, because type checkers
    would refuse such a subclass.

    Attributes:
        inherited: The unchanged roles.
        added: The procedures that a subclass adds, by role.
        anew: The procedures of a role that is a class of its own, by role.
        peers: The other role, by role.
    """

    def __init__(self, extension: Extension) -> None:
        version = extension.standard.version
        roles = sorted((version.station, version.back_office))
        self.peers: Mapping[str, str] = dict(zip(roles, reversed(roles), strict=True))
        self.inherited: list[str] = []
        self.added: dict[str, Sequence[Procedure]] = {}
        self.anew: dict[str, Sequence[Procedure]] = {}
        before = {each.action: each for each in extension.standard.procedures}
        after = before | {each.action: each for each in extension.own.procedures}
        for role, peer in self.peers.items():
            own = [p for p in extension.own.procedures if peer in p.senders]
            if not own:
                self.inherited.append(role)
            elif any(procedure.action in before for procedure in own):
                self.anew[role] = [p for p in after.values() if peer in p.senders]
            else:
                self.added[role] = own

    @property
    def own(self) -> Sequence[str]:
        """The roles that are not inherited."""
        return sorted((*self.added, *self.anew))
