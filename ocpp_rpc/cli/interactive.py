"""A prompt for whatever a charger may send: an action and its fields, or a command."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import suppress
from typing import get_args

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.patch_stdout import patch_stdout
from pydantic import ValidationError
from rich.text import Text

from ocpp_messages import Model, VersionPackage
from ocpp_messages import Send as SendMessage
from ocpp_rpc import OcppRpcError
from ocpp_rpc.lines import printable
from ocpp_rpc.simulator import Charger, Failure, Reason
from ocpp_rpc.simulator.scripting import reason_of
from ocpp_rpc.simulator.station import Station, first

from .commands import COMMANDS, received
from .screen import Screen
from .typed import (
    EXIT,
    HELP,
    KEYS,
    fields_help,
    fields_or_values,
    message,
    procedure_of,
    procedures,
)

__all__ = ["Fields", "interact"]


async def interact(charger: Charger, screen: Screen) -> None:
    """Carry out the typed lines, until the end of input or of the connection.

    Meanwhile the charger carries out the requests of its back office, and sends
    heartbeats after a boot is accepted. The screen shows the frames of both sides.
    """
    connection = charger.connection
    session: PromptSession[str] = PromptSession(
        f"{connection.identity} {connection.version}> ",
        completer=Fields(connection.package),
        complete_while_typing=False,
        key_bindings=KEYS,
    )
    screen.say(
        "an action, then field=value pairs, or a command; "
        f"Tab completes, {HELP!r} lists them, {EXIT!r} ends it"
    )
    with patch_stdout(raw=True):
        await first(_converse(session, charger, screen), _stay(charger))


async def _stay(charger: Charger) -> None:
    """Stay until the connection is lost. The screen shows earlier failures."""
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
    """Carry out a line.

    Raises:
        Failure: The line is neither a command nor a valid message of a charger.
        ValidationError: A message is not valid.
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
        await _send(message(name, words, package, package.STATION), charger.station)


async def _send(sent: Model, station: Station) -> None:
    """Send a message; the screen shows the response.

    Raises:
        OcppRpcError: See `Connection.call`.
    """
    if isinstance(sent, SendMessage):
        await station.connection.send(sent)
    else:
        await station.call(sent)


# --- Help -----------------------------------------------------------------------------


def _help(package: VersionPackage, words: list[str]) -> Iterator[str]:
    """Iterate over the lines of help.

    Args:
        package: The messages of the version.
        words: Empty, or an action and optionally a place in its message.

    Raises:
        Failure: There is no such action, or place.
    """
    if not words:
        for name, command in COMMANDS.items():
            yield f"  {f'{name} {command.usage}':24} {command.what}"
        yield f"  {f'{HELP} [ACTION [FIELD.]]':24} list the fields of an action"
        yield f"  {EXIT:24} end it"
        yield f"  actions: {', '.join(sorted(procedures(package, package.STATION)))}"
    elif words[0] in COMMANDS:
        command = COMMANDS[words[0]]
        yield f"  {words[0]} {command.usage}".rstrip() + f": {command.what}"
    else:
        procedure = procedure_of(words[0], package, package.STATION)
        yield from fields_help(procedure, "".join(words[1:2]))


# --- Completion -----------------------------------------------------------------------


class Fields(Completer):
    """Completes actions, the names of fields, and values of which there is a list.

    Args:
        package: The messages of the version.
    """

    def __init__(self, package: VersionPackage) -> None:
        self._procedures = procedures(package, package.STATION)
        self._received = received(package)

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterator[Completion]:
        """Iterate over the completions at the cursor; required ones are marked."""
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
            yield from fields_or_values(self._procedures[before[0]].request, word)
        elif len(before) == 1:
            for each in self._arguments(before[0]):
                yield each, ""

    def _arguments(self, command: str) -> list[str]:
        """Return the completions of the arguments of a command."""
        if command == HELP:
            return [*sorted(self._procedures), *COMMANDS]
        if command == "stop":
            return list(get_args(Reason))
        return self._received if command in {"accept", "reject", "answer"} else []
