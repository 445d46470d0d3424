"""The contents and the faults of published schema files.

The module parses the files of a publication (JSON in UTF-8, with or without byte order
mark), repairs them by the errata of the version, checks them, and reads them into the
model. In a sound publication, each file is a valid schema of a known draft that the
model can express, every reference leads to a definition, all definitions of one name
are the same type, and every request has its response. The module collects all faults,
with file and place.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from jsonschema.exceptions import SchemaError, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import Draft4Validator, Draft6Validator, Draft7Validator

from ..data import DATA, Data
from ..errors import Collector, ErratumError, PublicationError, SourceError
from . import errata, sources
from .archives import json_files
from .differences import type_differences
from .errata import Errata, Erratum
from .schema_files import Publication, gathered, message_names
from .shapes import Array, Document, Named, Shape, Structure, UnreadableSchema, read

__all__ = ["DRAFTS", "Fit", "documents", "fit", "load"]

# What they say by the keywords that `shapes` knows is the same in all of them.
DRAFTS: Final[Mapping[str, type[Validator]]] = {
    "draft-04": Draft4Validator,
    "draft-06": Draft6Validator,
    "draft-07": Draft7Validator,
}


def load(
    version: str, data: Data = DATA, unread: list[str] | None = None
) -> tuple[Document, ...]:
    """Reads the fetched files of a version, or the document that is kept with the data.

    Args:
        version: The name of the version.
        data: The data that has the version.
        unread: As for `documents`.

    Raises:
        SourceError: The version is unknown or not fetched.
        PublicationError: The files have faults.
        ErratumError: An erratum does not meet its fault.
    """
    known = sources.load(data.sources)
    repairs = errata.load(version, data.errata)
    # 1.5 was only ever published for SOAP: its schema for JSON is ours, in one file.
    if name := known.documents.get(version):
        schemas = _unbundled(data.folder / name)
        return _read(_Parsed(name, schemas, {}), repairs, DRAFTS, unread)
    known.version(version)
    folder = data.originals / version
    if not folder.is_dir():
        raise SourceError(
            f"{folder}: OCPP {version} is not fetched yet: "
            f"run `{data.command('fetch')}`"
        )
    publication = gathered(version, str(folder), json_files(folder))
    # A user's edition, which is not pinned, may be written in another draft.
    return documents(publication, repairs, unread=unread)


def documents(
    publication: Publication,
    repairs: Errata | None = None,
    drafts: Collection[str] = DRAFTS,
    data: Data = DATA,
    unread: list[str] | None = None,
) -> tuple[Document, ...]:
    """Reads the messages of a publication, in the order of their names.

    Args:
        publication: The files.
        repairs: The errata, each of which has to meet its fault. By default, those of
            the version that meet it, because another edition may have mended some.
        drafts: The drafts of JSON Schema that the files may use.
        data: The data that has the errata.
        unread: A list for the places of unknown keywords and types; without it, these
            are faults.

    Raises:
        PublicationError: The files have faults that the errata do not repair.
        ErratumError: An erratum does not meet its fault.
    """
    names = message_names(publication.files)
    schemas = _parsed(publication, names)
    if repairs is None:
        repairs = _fit(errata.load(publication.version, data.errata), schemas).met
    files = {message: publication.place(file) for file, message in names.items()}
    parsed = _Parsed(publication.origin, schemas, files)
    return _read(parsed, repairs, drafts, unread)


@dataclass(frozen=True)
class Fit:
    """The errata of a version that meet their faults in some files, and the others.

    Attributes:
        met: The errata that meet their fault.
        unmet: The errors of the other errata.
    """

    met: Errata
    unmet: tuple[ErratumError, ...]


def fit(publication: Publication, data: Data = DATA) -> Fit:
    """Says which errata meet their faults in a publication.

    Raises:
        PublicationError: A file is no JSON.
    """
    schemas = _parsed(publication, message_names(publication.files))
    return _fit(errata.load(publication.version, data.errata), schemas)


def _fit(repairs: Errata, schemas: Mapping[str, Any]) -> Fit:
    met: list[Erratum] = []
    unmet: list[ErratumError] = []
    for entry in repairs.entries:
        try:
            # One after the other, since one may be about what another has repaired.
            schemas = Errata((entry,)).apply(schemas)
            met.append(entry)
        except ErratumError as error:
            unmet.append(error)
    return Fit(Errata(tuple(met)), tuple(unmet))


def _unbundled(path: Path) -> dict[str, Any]:
    """Takes our document of a version apart into one schema per message."""
    bundle = json.loads(path.read_bytes())
    shared = {key: bundle[key] for key in ("$schema", "definitions")}
    return {message: shared | body for message, body in bundle["messages"].items()}


def _parsed(publication: Publication, names: Mapping[str, str]) -> dict[str, Any]:
    """Parses the files of a publication, by message."""
    faults: list[str] = []
    schemas: dict[str, Any] = {}
    for file, message in names.items():
        place = publication.place(file)
        if message in schemas:
            faults.append(f"{place}: a second file of {message}")
        try:
            schemas[message] = _json_object(publication.files[file])
        except ValueError as error:
            faults.append(f"{place}: not a JSON object: {error}")
        except RecursionError:  # each version of Python words it in its own way
            faults.append(f"{place}: nested too deeply")
    if faults:
        raise PublicationError(publication.origin, faults)
    return schemas


def _json_object(content: bytes) -> dict[str, Any]:
    # The files of 2.0 begin with a byte order mark, which json.loads refuses in a str.
    value = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_distinct)
    if not isinstance(value, dict):
        raise ValueError(f"it is a {type(value).__name__}")  # noqa: TRY004
    # json reads half of a surrogate pair, which is no text and cannot be written.
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        half = ascii(error.object[error.start])
        raise ValueError(f"a text has half of a surrogate pair, {half}") from None
    return cast(dict[str, Any], value)


def _distinct(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Makes an object of its members; json would keep the last of one name silently."""
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"an object has two members {twice!r}")
    return members


@dataclass(frozen=True)
class _Parsed:
    """Parsed files, by message.

    Attributes:
        origin: The place of the files, for a person.
        schemas: The contents of the files.
        files: The path of each schema that has a file of its own.
    """

    origin: str
    schemas: Mapping[str, Any]
    files: Mapping[str, str]


def _read(
    parsed: _Parsed,
    repairs: Errata,
    drafts: Collection[str],
    unread: list[str] | None = None,
) -> tuple[Document, ...]:
    """Repairs, checks and reads parsed schemas."""
    schemas, files = parsed.schemas, parsed.files
    faults: list[str] = []
    found: list[Document] = []
    wrong = Collector()
    repaired: Mapping[str, Any] = {}
    with wrong.catching():
        repaired = repairs.apply(schemas)
    if not repaired:
        repaired = _fit(repairs, schemas).met.apply(schemas)
    for message, schema in sorted(repaired.items()):
        file = files.get(message, message)
        if fault := _schema_fault(schema, drafts):
            faults.append(f"{file}: {fault}")
            continue
        try:
            found.append(read(message, schema, unread))
        except UnreadableSchema as error:
            faults.append(f"{file}: {error}")
    faults += _unpaired(schemas.keys())
    # Conflicts only if no reference is lost, as comparing types looks references up.
    faults += list(_lost_references(found, files)) or _conflicts(found, files)
    if faults:
        wrong.add(PublicationError(parsed.origin, faults))
    wrong.check()
    return tuple(found)


def _schema_fault(schema: dict[str, Any], drafts: Collection[str]) -> str | None:
    """Checks one schema against its draft."""
    # A file that does not say what it is written in is taken for the newest.
    uri = str(schema.get("$schema", _DRAFT.format(max(drafts)))).removesuffix("#")
    draft = uri.removeprefix("http://json-schema.org/").removesuffix("/schema")
    if draft not in drafts:
        known = ", ".join(sorted(drafts))
        return f"unknown draft {uri!r}; known here: {known}, and files without $schema"
    try:
        DRAFTS[draft].check_schema(schema)
    except SchemaError as error:
        innermost: ValidationError | SchemaError = error
        # Items may be one schema or several: what is wrong in them is told as both.
        while innermost.context:
            innermost = max(innermost.context, key=lambda one: len(one.absolute_path))
        return f"{innermost.json_path}: {innermost.message}"
    return None


_DRAFT: Final = "http://json-schema.org/{}/schema"


def _lost_references(
    found: Iterable[Document], files: Mapping[str, str]
) -> Iterator[str]:
    for document in found:
        file = files.get(document.message, document.message)
        shapes = {document.message: document.root, **document.definitions}
        for owner, shape in shapes.items():
            for place, name in _references(owner, shape):
                if name not in document.definitions:
                    yield f"{file}: {place}: there is no definition {name!r}"


def _references(place: str, shape: Shape) -> Iterator[tuple[str, str]]:
    """Returns the definitions that a shape refers to, with the place of each."""
    match shape:
        case Named(name):
            yield place, name
        case Array(items):
            yield from _references(f"{place}[]", items)
        case Structure(fields):
            for field in fields:
                yield from _references(f"{place}.{field.wire}", field.shape)
        case _:
            pass


def _conflicts(found: Iterable[Document], files: Mapping[str, str]) -> Iterator[str]:
    """Finds types that differ from the type of their name in an earlier document."""
    first: dict[str, Document] = {}
    for document in found:
        for name in document.definitions:
            earlier = first.setdefault(name, document)
            differences = type_differences(
                name, earlier.definitions, document.definitions
            )
            if differences:
                file, other = (
                    files.get(one.message, one.message) for one in (document, earlier)
                )
                what = "; ".join(map(str, differences))
                yield f"{file}: {name} is not the {name} of {other}: {what}"


def _unpaired(messages: Collection[str]) -> Iterator[str]:
    """Finds requests without response, and the reverse."""
    for message in sorted(messages):
        for part, other in (("Request", "Response"), ("Response", "Request")):
            if message.endswith(part):
                partner = message.removesuffix(part) + other
                if partner not in messages:
                    yield f"there is no file of {partner}"
