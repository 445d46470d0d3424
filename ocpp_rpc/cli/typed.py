"""The input of a prompt, an action and its fields, and its completion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from ocpp_messages import DecodeError, Model, Procedure, Role, VersionPackage, Violation
from ocpp_rpc.simulator import Failure

from .fields import Field, fields, payload, values

__all__ = [
    "EXIT",
    "HELP",
    "KEYS",
    "fields_help",
    "fields_or_values",
    "message",
    "procedure_of",
    "procedures",
]

EXIT: Final = "exit"
HELP: Final = "help"

KEYS: Final = KeyBindings()
"""Ctrl-C clears the line, or ends the prompt."""


@KEYS.add("c-c")
@KEYS.add("<sigint>")
def _clear(event: KeyPressEvent) -> None:
    """Clear the line; an empty one ends the prompt."""
    if event.current_buffer.text:
        event.current_buffer.reset()
    else:
        event.app.exit(exception=EOFError)


def message(
    action: str, words: Sequence[str], package: VersionPackage, sender: Role
) -> Model:
    """Return the message of a typed line.

    Args:
        action: The action.
        words: The fields and their values, as `name=value`.
        package: The messages of the version.
        sender: The role that sends the message.

    Raises:
        Failure: It is none.
    """
    procedure = procedure_of(action, package, sender)
    split = [word.partition("=") for word in words]
    for name, sign, _ in split:
        if not sign:
            raise Failure(f"{name}: write a field as NAME=VALUE")
    pairs = {name: value for name, _, value in split}
    try:
        made: Model = package.from_jsonable(
            procedure.request, payload(procedure.request, pairs)
        )
    except DecodeError as error:
        raise Failure("; ".join(map(_refused, error.violations))) from error
    return made


def _refused(violation: Violation) -> str:
    """Return the fault of a field, with the name of the field as typed."""
    path = re.sub(r"\[(\d+)\]", r".\1", violation.path).removeprefix("$.")
    return f"{path}: {violation.message}"


def procedure_of(action: str, package: VersionPackage, sender: Role) -> Procedure:
    """Return the procedure of an action that a role may send.

    Raises:
        Failure: It is none.
    """
    procedure = procedures(package, sender).get(action)
    if procedure is None:
        raise Failure(f"a {sender} does not send {action}")
    return procedure


def procedures(package: VersionPackage, sender: Role) -> Mapping[str, Procedure]:
    """Return the procedures that a role may send, by action."""
    return {
        action: procedure
        for action, procedure in package.PROCEDURES.items()
        if sender in procedure.senders
    }


def fields_help(procedure: Procedure, place: str) -> Iterator[str]:
    """Iterate over the lines of help about the fields at a place in a message.

    Raises:
        Failure: The place has no fields.
    """
    path = place and f"{place.rstrip('.=')}."
    found = fields(procedure.request, path)
    if not found:
        what = f"{procedure.action} {place}".rstrip()
        raise Failure(f"{what} has no fields")
    width = max(len(path + each.name) for each in found)
    for each in found:
        known = values(procedure.request, f"{path}{each.name}".rstrip(".="))
        parts = [f"{path}{each.name}".ljust(width), _mark(each).ljust(8)]
        yield f"  {'  '.join((*parts, ' '.join(known)))}".rstrip()


def _mark(field: Field) -> str:
    return "required" if field.is_required else ""


def fields_or_values(model: type[Model], word: str) -> Iterator[tuple[str, str]]:
    """Iterate over the fields of a message, or the values of one, and remarks."""
    path, sign, _ = word.partition("=")
    if sign:
        for value in values(model, path):
            yield f"{path}={value}", ""
    else:
        place = path[: path.rfind(".") + 1]
        for field in fields(model, place):
            yield f"{place}{field.name}", _mark(field)
