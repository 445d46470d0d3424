"""The output of the commands: every frame, and notes between them.

A line has the version, the station, the direction, the back office, the kind and the
action, followed by the payload in a compact form. On a terminal, lines are cut at the
edge of the screen, and on a narrow one a long payload has a line of its own. In a pipe
or a file, lines are not cut.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len, set_cell_size
from rich.console import Console, RenderableType
from rich.text import Text

from ocpp_rpc import Connection, Event, OcppError
from ocpp_rpc.lines import printable
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallFailed,
    Closed,
    FrameReceived,
    FrameSent,
)
from ocpp_rpc.simulator import Charging, Note, SettingsRead, Told, Trouble

from .describe import Actions, Description, describe
from .lines import STATIONS

__all__ = ["Screen"]


@dataclass(frozen=True)
class _Signs:
    """The characters beyond letters and digits."""

    to_back_office: str
    to_station: str
    note: str
    ellipsis: str
    charged: str
    uncharged: str
    good: str
    bad: str


_UNICODE: Final = _Signs("→", "←", "·", "…", "━", "─", "✓", "✗")
_ASCII: Final = _Signs(">", "<", "-", "...", "=", "-", "yes", "no")

_STYLES: Final[Mapping[str, str]] = {
    "CALL": "bold cyan",
    "RESULT": "green",
    "SEND": "bold magenta",
    "ERROR": "bold red",
    "BINARY": "bold red",
    "BAD": "bold red",
}
"""The style of each kind of frame."""

_BACK_OFFICES: Final[Mapping[str, str]] = {"1": "Central", "2": "CSMS"}
"""What the back office is called, by the first digit of the version."""

_NARROW: Final = 100
_LONGEST_NAME: Final = 20
_BAR: Final = 20


class Screen:
    """Shows the events of any number of connections.

    Args:
        console: The console to write to.
        cuts: Whether to cut lines at the edge of the screen, or else to wrap them.
    """

    def __init__(self, console: Console, *, cuts: bool = True) -> None:
        self._console = console
        self._signs = _ASCII if console.options.ascii_only else _UNICODE
        has_width = cuts and (console.is_terminal or "COLUMNS" in os.environ)
        self._width = console.width if has_width else None
        self._name_width = 5
        self._actions: dict[Connection, Actions] = {}

    def show(self, renderable: RenderableType) -> None:
        """Show anything."""
        self._console.print(renderable)

    def say(self, text: str) -> None:
        """Show a note that is about no connection."""
        self._print(Text(printable(text)))

    def warn(self, text: str) -> None:
        """Show a warning that is about no connection."""
        self._print(Text(printable(text), "bold yellow"))

    def title(self, text: str) -> None:
        """Show the title of the next part."""
        self._console.rule(text)

    def mark(self, good: bool) -> Text:
        """Return the sign of success or of failure."""
        if good:
            return Text(self._signs.good, "green")
        return Text(self._signs.bad, "bold red")

    def arrow(self, from_station: bool | None) -> str:
        """Return the sign for a direction; None is an unknown one."""
        if from_station is None:
            return " "
        return self._signs.to_back_office if from_station else self._signs.to_station

    def head(self, frame: Description) -> Text:
        """Return the kind and the action of a frame."""
        action = f"{frame.action:18} "
        return Text.assemble(
            (f"{frame.kind:6} ", _STYLES[frame.kind]),
            (action, "bold" if frame.kind == "CALL" else ""),
        )

    def show_line(self, line: Text) -> None:
        """Show a line, however long it is."""
        line.rstrip()
        self._console.print(line, soft_wrap=True)

    # --- What happens -----------------------------------------------------------------

    def observe(self, event: Event, connection: Connection) -> None:
        """Show an event, if it is of interest: an observer of connections."""
        if isinstance(event, FrameReceived | FrameSent):
            self._frame(event, connection)
        elif isinstance(event, BadMessage):
            self.trouble(connection, event.problem.detail)
        elif isinstance(event, CallFailed) and not isinstance(event.error, OcppError):
            self.trouble(connection, _failure(event.procedure.action, str(event.error)))
        elif isinstance(event, Closed):
            self._actions.pop(connection, None)
            self.note(connection, f"disconnected ({event.code})")

    def tell(self, told: Told, connection: Connection) -> None:
        """Show an event of the simulator, as a narrator."""
        match told:
            case Note(text):
                self.note(connection, text)
            case Trouble(text):
                self.trouble(connection, text)
            case Charging(energy, full):
                self.progress(connection, energy, full)
            case SettingsRead(settings):
                self.settings(connection, settings)

    def note(self, connection: Connection, text: str) -> None:
        """Show a note about a connection."""
        self._remark(connection, Text(printable(text), "italic"))

    def trouble(self, connection: Connection, text: str) -> None:
        """Show a fault."""
        self._remark(connection, Text(printable(text), "bold yellow"))

    def progress(self, connection: Connection, energy: float, full: float) -> None:
        """Show how far a charge is; both are in Wh."""
        charged = round(_BAR * min(energy / full, 1))
        text = Text.assemble(("charging  ", "italic"))
        text.append(self._signs.charged * charged, "green")
        text.append(self._signs.uncharged * (_BAR - charged), "dim")
        text.append(f"  {energy / 1000:.1f} of {full / 1000:.1f} kWh")
        self._remark(connection, text)

    def settings(
        self, connection: Connection, settings: Mapping[str, str | None]
    ) -> None:
        """Show the configuration of a station."""
        self.note(connection, "configuration:" if settings else "no configuration")
        width = max(map(len, settings), default=0)
        for name, value in settings.items():
            text = f"  {name.ljust(width)}  {'' if value is None else value}"
            self._remark(connection, Text(printable(text)))

    # --- Lines ------------------------------------------------------------------------

    def _frame(self, event: FrameReceived | FrameSent, connection: Connection) -> None:
        is_station = connection.role in STATIONS
        from_station = isinstance(event, FrameSent) is is_station
        actions = self._actions.setdefault(connection, {})
        frame = describe(event.text, from_station, actions)
        back_office = _BACK_OFFICES[connection.version[0]]
        head = Text(f"{self.arrow(from_station)} {back_office:7} ")
        self._line(connection, head + self.head(frame), frame.content)

    def _remark(self, connection: Connection, text: Text) -> None:
        self._line(connection, Text(f"{self._signs.note} "), text)

    def _line(self, connection: Connection, head: Text, content: Text) -> None:
        name = printable(connection.identity)
        self._name_width = max(self._name_width, min(cell_len(name), _LONGEST_NAME))
        start = Text.assemble(
            (f"{connection.version:5} ", "bold"),
            f"{set_cell_size(name, self._name_width)} ",
            head,
        )
        line = start + content
        if self._width is None or line.cell_len <= self._width:
            self._print(line)
        elif self._width < _NARROW:
            self._print(start)
            self._print(Text("      ") + content)
        else:
            self._print(line)

    def _print(self, line: Text) -> None:
        if self._width is not None and line.cell_len > self._width:
            line.truncate(self._width - len(self._signs.ellipsis))
            line.append(self._signs.ellipsis)
        self.show_line(line)


def _failure(action: str, problem: str) -> str:
    """Return why a call failed, with its action, which not all errors name."""
    return problem if action in problem else f"{action}: {problem}"
