"""A prompt for whatever a charger may send: an action and its fields, or a command."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import suppress
from typing import Final, get_args

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.patch_stdout import patch_stdout
from pydantic import ValidationError
from rich.text import Text

from ocpp_messages import DecodeError, Model, Procedure, VersionPackage, Violation
from ocpp_messages import Send as SendMessage
from ocpp_rpc import OcppRpcError
from ocpp_rpc.lines import printable
from ocpp_rpc.simulator import Charger, Failure, Reason
from ocpp_rpc.simulator.scripting import reason_of
from ocpp_rpc.simulator.station import Station, first

from .commands import COMMANDS, received
from .fields import Field, fields, payload, values
from .screen import Screen

__all__ = ["Fields", "interact"]

EXIT: Final = "exit"
HELP: Final = "help"

_KEYS = KeyBindings()


@_KEYS.add("c-c")
@_KEYS.add("<sigint>")
def _clear(event: KeyPressEvent) -> None:
    """Clear the line; an empty one ends the prompt."""
    if event.current_buffer.text:
        event.current_buffer.reset()
    else:
        event.app.exit(exception=EOFError)


async def interact(charger: Charger, screen: Screen) -> None:
    """Send what is typed, until that is over or the connection is lost.

    Meanwhile the charger does what its back office asks for; heartbeats are sent once a
    boot is accepted. The screen shows the frames of both sides.
    """
    connection = charger.connection
    session: PromptSession[str] = PromptSession(
        f"{connection.identity} {connection.version}> ",
        completer=Fields(connection.package),
        complete_while_typing=False,
        key_bindings=_KEYS,
    )
    screen.say(
        "an action, then field=value pairs, or a command; "
        f"Tab completes, {HELP!r} lists them, {EXIT!r} ends it"
    )
    with patch_stdout(raw=True):
        await first(_converse(session, charger, screen), _stay(charger))


async def _stay(charger: Charger) -> None:
    """Stay until the connection is lost. The screen shows what fails before."""
    while not charger.lost:
        with suppress(OcppRpcError):
            await charger.stay()


async def _converse(
    session: PromptSession[str], charger: Charger, screen: Screen
) -> None:
    while True:
        try:
            line = await session.prompt_async()
        except EOFError:
            return
        if line.strip() == EXIT:
            return
        if line.strip():
            try:
                await _obey(line, charger, screen)
            except (Failure, OcppRpcError, ValidationError) as error:
                screen.show_line(Text(printable(reason_of(error))))


async def _obey(line: str, charger: Charger, screen: Screen) -> None:
    """Do what a line says.

    Raises:
        Failure: It is not valid, or neither a command nor a message of a charger.
        ValidationError: A message cannot be built.
        OcppRpcError: See `Connection.call`.
    """
    try:
        name, *words = shlex.split(line)
    except ValueError as error:
        raise Failure(str(error)) from error
    package = charger.connection.package
    if name == HELP:
        for each in _help(package, words):
            screen.show_line(Text(each))
    elif name in COMMANDS:
        COMMANDS[name].check(name, words)
        await COMMANDS[name].run(charger, *words)
    else:
        await _send(_message(name, words, package), charger.station)


async def _send(message: Model, station: Station) -> None:
    """Send a message; the screen shows the response.

    Raises:
        OcppRpcError: See `Connection.call`.
    """
    if isinstance(message, SendMessage):
        await station.connection.send(message)
    else:
        await station.call(message)


def _message(action: str, words: list[str], package: VersionPackage) -> Model:
    """Return the message that a line says.

    Raises:
        Failure: It is none.
    """
    procedure = _sent(action, package)
    split = [word.partition("=") for word in words]
    for name, sign, _ in split:
        if not sign:
            raise Failure(f"{name}: a field is followed by = and its value")
    pairs = {name: value for name, _, value in split}
    try:
        message: Model = package.from_jsonable(
            procedure.request, payload(procedure.request, pairs)
        )
    except DecodeError as error:
        raise Failure("; ".join(map(_refused, error.violations))) from error
    return message


def _refused(violation: Violation) -> str:
    """Return what is wrong with a field, by the name that it is typed with."""
    path = re.sub(r"\[(\d+)\]", r".\1", violation.path).removeprefix("$.")
    return f"{path}: {violation.message}"


def _sent(action: str, package: VersionPackage) -> Procedure:
    """Return the procedure of an action of a charger.

    Raises:
        Failure: It is none.
    """
    procedure = _procedures(package).get(action)
    if procedure is None:
        raise Failure(f"a {package.STATION} does not send {action}")
    return procedure


def _procedures(package: VersionPackage) -> dict[str, Procedure]:
    """Return what a charger may send, by action."""
    return {
        action: procedure
        for action, procedure in package.PROCEDURES.items()
        if package.STATION in procedure.senders
    }


# --- Help -----------------------------------------------------------------------------


def _help(package: VersionPackage, words: list[str]) -> Iterator[str]:
    """Iterate over the lines that tell what can be typed.

    Args:
        package: The messages of the version.
        words: Nothing; or an action and, if wanted, a place in it.

    Raises:
        Failure: There is no such action, or place.
    """
    if not words:
        for name, command in COMMANDS.items():
            yield f"  {f'{name} {command.usage}':24} {command.what}"
        yield f"  {f'{HELP} [ACTION [FIELD.]]':24} list the fields of an action"
        yield f"  {EXIT:24} end it"
        yield f"  actions: {', '.join(sorted(_procedures(package)))}"
    elif words[0] in COMMANDS:
        command = COMMANDS[words[0]]
        yield f"  {words[0]} {command.usage}".rstrip() + f": {command.what}"
    else:
        yield from _fields_help(_sent(words[0], package), "".join(words[1:2]))


def _fields_help(procedure: Procedure, place: str) -> Iterator[str]:
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


# --- Completion -----------------------------------------------------------------------


class Fields(Completer):
    """Completes actions, the names of fields, and values of which there is a list.

    Args:
        package: The messages of the version.
    """

    def __init__(self, package: VersionPackage) -> None:
        self._procedures = _procedures(package)
        self._received = received(package)

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterator[Completion]:
        """Iterate over what may stand at the cursor; what is required says so."""
        *before, word = document.text_before_cursor.split(" ")
        for text, mark in self._candidates(before, word):
            if text.lower().startswith(word.lower()):
                yield Completion(text, start_position=-len(word), display_meta=mark)

    def _candidates(self, before: list[str], word: str) -> Iterator[tuple[str, str]]:
        """Iterate over the words that may stand after others, and remarks on them."""
        if not before:
            for each in (*sorted(self._procedures), *COMMANDS, HELP, EXIT):
                yield each, ""
        elif before[0] in self._procedures:
            yield from _of_message(self._procedures[before[0]].request, word)
        elif len(before) == 1:
            for each in self._arguments(before[0]):
                yield each, ""

    def _arguments(self, command: str) -> list[str]:
        """Return what may follow a command."""
        if command == HELP:
            return [*sorted(self._procedures), *COMMANDS]
        if command == "stop":
            return list(get_args(Reason))
        return self._received if command in {"accept", "reject", "answer"} else []


def _of_message(message: type[Model], word: str) -> Iterator[tuple[str, str]]:
    """Iterate over the fields of a message, or the values of one, and remarks."""
    path, sign, _ = word.partition("=")
    if sign:
        for value in values(message, path):
            yield f"{path}={value}", ""
    else:
        place = path[: path.rfind(".") + 1]
        for field in fields(message, place):
            yield f"{place}{field.name}", _mark(field)
