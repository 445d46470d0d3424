"""A prompt of the central system: a charger, then an action and its fields."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, Final

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.patch_stdout import patch_stdout
from rich.text import Text

from ocpp_messages import Procedure
from ocpp_rpc import BackOfficeConnection, Connections, OcppRpcError
from ocpp_rpc.lines import printable
from ocpp_rpc.protocol.versions import calls_of
from ocpp_rpc.simulator import Failure

from .screen import Screen
from .typed import (
    EXIT,
    HELP,
    KEYS,
    fields_help,
    fields_or_values,
    message,
    procedure_of,
)

__all__ = ["Chargers", "command"]

LIST: Final = "chargers"


async def command(connections: Connections, screen: Screen) -> None:
    """Carry out the typed calls, until the end of input.

    Meanwhile the central system answers the calls of chargers. The screen shows the
    frames of both sides.
    """
    session: PromptSession[str] = PromptSession(
        "central system> ",
        completer=Chargers(connections),
        complete_while_typing=False,
        key_bindings=KEYS,
    )
    screen.say(
        "a charger, an action, then field=value pairs; "
        f"Tab completes, {LIST!r} lists chargers, {HELP!r} tells more, {EXIT!r} ends it"
    )
    with patch_stdout(raw=True), suppress(EOFError):
        while (line := (await session.prompt_async()).strip()) != EXIT:
            try:
                await _obey(line, connections, screen)
            except (Failure, OcppRpcError) as error:
                screen.show_line(Text(printable(str(error))))


async def _obey(line: str, connections: Connections, screen: Screen) -> None:
    """Carry out a line.

    Raises:
        Failure: The line is not a valid request of a central system.
        OcppRpcError: See `Connection.call`.
    """
    try:
        words = shlex.split(line)
    except ValueError as error:
        raise Failure(str(error)) from error
    match words:
        case []:
            pass
        case [name] if name == LIST:
            for connection in connections.values():
                shown = f"  {connection.identity}  OCPP {connection.version}"
                screen.show_line(Text(printable(shown)))
        case [name, *rest] if name == HELP:
            for each in _help(rest, connections):
                screen.show_line(Text(printable(each)))
        case [identity]:
            raise Failure(f"{identity}: an action has to follow the charger")
        case [identity, action, *pairs]:
            connection = connections[identity]
            role = connection.role
            request: Any = message(action, pairs, connection.package, role)
            await connection.call(request)
        case _:  # a list has no other length
            pass


def _help(words: Sequence[str], connections: Connections) -> Iterator[str]:
    """Iterate over the lines of help.

    Raises:
        Failure: There is no such action.
        NotConnected: The charger is not connected.
    """
    match words:
        case []:
            yield f"  {LIST:32} list who is connected"
            yield "  CHARGER ACTION [FIELD=VALUE ...]  send a request"
            yield f"  {f'{HELP} CHARGER [ACTION [FIELD.]]':32} list actions, or fields"
            yield f"  {EXIT:32} end it"
        case [identity]:
            yield f"  actions: {', '.join(_calls(connections[identity]))}"
        case [identity, action, *place]:
            connection = connections[identity]
            found = procedure_of(action, connection.package, connection.role)
            yield from fields_help(found, "".join(place[:1]))
        case _:  # a sequence has no other length
            pass


def _calls(connection: BackOfficeConnection) -> dict[str, Procedure]:
    return calls_of(connection.package, connection.role)


class Chargers(Completer):
    """Completes identities, actions, the names of fields, and values from a list.

    Args:
        connections: The open connections.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterator[Completion]:
        """Iterate over the completions at the cursor; required ones are marked."""
        *before, word = document.text_before_cursor.split(" ")
        for text, mark in self._candidates(before, word):
            if text.lower().startswith(word.lower()):
                yield Completion(text, start_position=-len(word), display_meta=mark)

    def _candidates(
        self, before: Sequence[str], word: str
    ) -> Iterator[tuple[str, str]]:
        """Iterate over the words that may stand after others, and remarks on them."""
        if before and before[0] == HELP:
            before = before[1:]
        elif not before:
            yield from ((each, "") for each in (LIST, HELP, EXIT))
        match before:
            case []:
                for identity in sorted(self._connections):
                    yield shlex.quote(identity), ""
            case [identity, *rest] if identity in self._connections:
                calls = _calls(self._connections[identity])
                if not rest:
                    yield from ((action, "") for action in calls)
                elif rest[0] in calls:
                    yield from fields_or_values(calls[rest[0]].request, word)
            case _:
                pass
