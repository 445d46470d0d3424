"""Reads a folder that describes an extension, and checks it against the version.

The folder has `extension.toml` and one JSON schema per message of the actions that are
added, named as the published files are. The schemas pass the same checks as those.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..data import DATA, Data
from ..errors import Collector, PublicationError
from ..reading import documents, meanings, naming, specification
from ..reading.archives import json_files
from ..reading.errata import Errata
from ..reading.meanings import Fact
from ..reading.schema_files import gathered, message_names
from ..reading.shapes import Document
from ..reading.specification import Specification
from . import description
from .description import FILE, ExtensionError, Table, at
from .merging import MergedNames, Merger

__all__ = ["Extension", "load"]


@dataclass(frozen=True)
class Extension:
    """An extension of a version.

    Attributes:
        package: The name of the package, for import.
        origin: The file of the description, for a person.
        standard: The extended version.
        own: The new and changed types, and the procedures that use them.
    """

    package: str
    origin: str
    standard: Specification
    own: Specification


def load(folder: Path, data: Data = DATA) -> Extension:
    """Reads an extension.

    Args:
        folder: The folder with `extension.toml` and the schemas.
        data: The data of the version that it extends.

    Raises:
        CodegenError: The extension has a fault, or the version is not fetched.
    """
    path = folder / FILE
    table = description.read(path)
    version = _version(table, data)
    names = naming.load(data.names)
    facts = specification.load_procedures(data.procedures)[version.name]
    found = documents.load(version.name, data)
    standard = specification.build(version, found, facts, names)
    standard = meanings.load(data).added(standard)
    names = MergedNames(
        {**table.exceptions, **names.exceptions},
        {version.name: table.shapes},
        own=table.exceptions,
    )
    wrong = Collector()
    schemas: Sequence[Document] = ()
    for action in table.actions:
        for fault in _faults(action, table, standard):
            wrong.add(fault)
    with wrong.catching():
        schemas = _schemas(folder, table, standard)
    wrong.check()
    own = Merger(standard, table, names).merged(schemas)
    return Extension(
        package=table.package,
        origin=f"{path.resolve().parent.name}/{FILE}",
        standard=standard,
        own=_meant(own, table, standard),
    )


def _meant(own: Specification, table: Table, standard: Specification) -> Specification:
    """Returns the additions with the facts of the table about them."""
    facts = [Fact([table.extends], **each.model_dump()) for each in table.facts]
    place, lacks = f"{FILE}: [[facts]]", "the extension adds no field"
    return meanings.with_facts(own, facts, place, lacks, but=standard)


def _version(table: Table, data: Data) -> specification.Version:
    with at(f"{FILE}: package"):
        naming.check_package(table.package)
    known = {
        version.name: version for version in specification.load_versions(data.versions)
    }
    if table.extends not in known:
        raise ExtensionError(
            f"{FILE}: extends: unknown OCPP version {table.extends!r}: "
            f"there are {', '.join(known)}"
        )
    return known[table.extends]


def _faults(
    action: str, table: Table, standard: Specification
) -> Iterator[ExtensionError]:
    """Returns the faults of an action in the table, without those of its messages."""
    version, said = standard.version, table.actions[action]
    roles = (version.station, version.back_office)
    place = f"{FILE}: [actions.{action}]"
    if action in {procedure.action for procedure in standard.procedures}:
        yield ExtensionError(f"{place}: OCPP {version.name} already has this action")
    if not said.senders:
        yield ExtensionError(f"{place}: senders: is empty: name a role")
    for sender in said.senders:
        if sender not in roles:
            yield ExtensionError(
                f"{place}: senders: {sender!r} is not a role of OCPP {version.name}: "
                f"there are {' and '.join(roles)}"
            )
    if said.kind not in {procedure.kind for procedure in standard.procedures}:
        yield ExtensionError(
            f"{place}: kind: OCPP {version.name} has no {said.kind} messages"
        )


def _schemas(
    folder: Path, table: Table, standard: Specification
) -> tuple[Document, ...]:
    """Reads the schemas of the added actions; each of these has to have its own."""
    alone = [action for action, said in table.actions.items() if said.kind == "SEND"]
    files = json_files(folder)
    publication = gathered(standard.version.name, str(folder), files, alone)
    named = message_names(publication.files)
    known = {message.name for message in standard.messages}
    actions = {procedure.action for procedure in standard.procedures}
    wanted = {
        message: action
        for action, said in table.actions.items()
        if action not in actions
        for message in specification.messages_of(said.kind, action)
    }
    faults = [
        f"{file}: is not named after a message"
        for file in publication.files.keys() - named.keys()
    ]
    for name, message in named.items():
        file = publication.place(name)
        if message in known:
            what = f"OCPP {standard.version.name} has the message {message}"
            faults.append(f"{file}: {what}")
        elif message not in wanted:
            faults.append(f"{file}: {FILE} has no action for {message}")
    faults += [
        f"{FILE}: [actions.{action}]: there is no schema of {message}"
        for message, action in wanted.items()
        if message not in named.values()
    ]
    if faults:
        raise PublicationError(str(folder), sorted(faults))
    return documents.documents(publication, Errata(()))
