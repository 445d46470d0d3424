"""A prompt for whatever a charger may send: an action, and its fields."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.patch_stdout import patch_stdout
from rich.text import Text

from ocpp_messages import DecodeError, Model, Procedure, VersionPackage
from ocpp_messages import Send as SendMessage
from ocpp_rpc import OcppRpcError
from ocpp_rpc.lines import printable
from ocpp_rpc.simulator import Charger, Failure
from ocpp_rpc.simulator.station import Station, first

from .fields import fields, payload, values
from .screen import Screen

__all__ = ["Fields", "interact"]

EXIT: Final = "exit"


async def interact(charger: Charger, screen: Screen) -> None:
    """Send what is typed, until that is over or the connection is lost.

    Meanwhile the charger does what its back office asks for; heartbeats are sent once a
    boot is accepted.
    """
    connection = charger.connection
    session: PromptSession[str] = PromptSession(
        f"{connection.identity} {connection.version}> ",
        completer=Fields(connection.package),
        complete_while_typing=False,
        interrupt_exception=EOFError,
    )
    screen.say(f"an action, then field=value pairs; Tab completes, {EXIT!r} ends it")
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
                await _send(line, charger.station, screen)
            except (Failure, OcppRpcError) as error:
                screen.show_line(Text(printable(str(error))))


async def _send(line: str, station: Station, screen: Screen) -> None:
    """Send what a line says, and show the response.

    Raises:
        Failure: It is not valid, or no message of a charger.
        OcppRpcError: See `Connection.call`.
    """
    message = _message(line, station.connection.package)
    if isinstance(message, SendMessage):
        await station.connection.send(message)
    else:
        response = await station.call(message)
        screen.show_line(Text(printable(repr(response))))


def _message(line: str, package: VersionPackage) -> Model:
    """Return the message that a line says.

    Raises:
        Failure: It is none.
    """
    try:
        action, *words = shlex.split(line)
    except ValueError as error:
        raise Failure(str(error)) from error
    procedure = _procedures(package).get(action)
    if procedure is None:
        raise Failure(f"a {package.STATION} does not send {action}")
    split = [word.partition("=") for word in words]
    pairs = {name: value for name, _, value in split}
    try:
        message: Model = package.from_jsonable(
            procedure.request, payload(procedure.request, pairs)
        )
    except DecodeError as error:
        raise Failure("; ".join(map(str, error.violations))) from error
    return message


def _procedures(package: VersionPackage) -> dict[str, Procedure]:
    """Return what a charger may send, by action."""
    return {
        action: procedure
        for action, procedure in package.PROCEDURES.items()
        if package.STATION in procedure.senders
    }


class Fields(Completer):
    """Completes actions, the names of fields, and values of which there is a list.

    Args:
        package: The messages of the version.
    """

    def __init__(self, package: VersionPackage) -> None:
        self._procedures = _procedures(package)

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterator[Completion]:
        """Iterate over what may stand at the cursor."""
        *before, word = document.text_before_cursor.split(" ")
        for text in self._candidates(before, word):
            if text.lower().startswith(word.lower()):
                yield Completion(text, start_position=-len(word))

    def _candidates(self, before: list[str], word: str) -> Iterator[str]:
        """Iterate over the words that may stand after others."""
        if not before:
            yield from (*sorted(self._procedures), EXIT)
            return
        procedure = self._procedures.get(before[0])
        if procedure is None:
            return
        path, sign, _ = word.partition("=")
        if sign:
            yield from (f"{path}={each}" for each in values(procedure.request, path))
        else:
            place = path[: path.rfind(".") + 1]
            yield from (f"{place}{each}" for each in fields(procedure.request, place))
