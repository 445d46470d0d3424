"""The command `decode`: frames in a file, checked, with calls and replies paired."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rich.text import Text

from ocpp_rpc.lines import printable
from ocpp_rpc.simulator import Failure

from .check import Checked, Checker, Made
from .describe import Actions, describe
from .lines import Began, Ended, Line, Recorded, read
from .screen import Screen

__all__ = ["run"]

_INDENT: Final = "    "


def run(screen: Screen, lines: Iterable[str], version: str | None) -> bool:
    """Show frames; tell whether none has a fault.

    Args:
        screen: The screen that shows the frames.
        lines: The lines that `--save` has written, or one frame each.
        version: The version of OCPP; None if the lines have it.

    Raises:
        Failure: The lines do not have the version.
    """
    decoder = _Decoder(screen, version)
    for line in read(lines):
        decoder.take(line)
    return decoder.finish()


class _Decoder:
    def __init__(self, screen: Screen, version: str | None) -> None:
        self._screen = screen
        self._version = version
        self._checker = Checker()
        self._frames = 0
        self._violations = 0
        self._unanswered = 0

    def take(self, line: Line) -> None:
        """Show a line."""
        match line:
            case Recorded():
                self._frame(line)
            case Began(identity, version, time):
                self._say(f"{time:%H:%M:%S.%f} {identity} connected, OCPP {version}")
                self._abandon(self._checker.begin(identity))
            case Ended(identity, code, time):
                self._say(f"{time:%H:%M:%S.%f} {identity} disconnected ({code})")
                self._abandon(self._checker.end(identity))
            case _:
                self._problem(f"line {line.number} is no frame, nor was it saved here")

    def finish(self) -> bool:
        """Show the unanswered calls and the counts; tell whether there was no fault."""
        self._abandon(self._checker.pending.values())
        self._say(
            f"{_count(self._frames, 'frame')}, "
            f"{_count(self._violations, 'violation')}, "
            f"{_count(self._unanswered, 'call')} without a reply"
        )
        return not self._violations

    def _frame(self, recorded: Recorded) -> None:
        version = self._version or recorded.version
        if not version:
            raise Failure("the lines do not have the version of OCPP: give --version")
        self._frames += 1
        checked = self._checker.check(recorded, version)
        self._screen.show_line(self._line(recorded, checked))
        for problem in checked.problems:
            self._problem(problem)
        for note in checked.notes:
            self._say(f"{_INDENT}note: {note}")

    def _line(self, recorded: Recorded, checked: Checked) -> Text:
        call, sender = checked.call, bool(checked.from_station)
        actions: Actions = {} if call is None else {(not sender, call.id): call.action}
        frame = describe(recorded.text, sender, actions)
        time = "" if recorded.time is None else f"{recorded.time:%H:%M:%S.%f} "
        name = f"{printable(recorded.identity)} " if recorded.identity else ""
        line = Text(f"{time}{name}{self._screen.arrow(checked.from_station)} ")
        line.append_text(self._screen.head(frame)).append_text(frame.content)
        if checked.seconds is not None:
            line.append(f"  {1000 * checked.seconds:.1f} ms", "dim")
        return line

    def _abandon(self, calls: Iterable[Made]) -> None:
        for call in calls:
            self._unanswered += 1
            self._say(f"{_INDENT}without a reply: {call.action} {call.id}")

    def _problem(self, text: str) -> None:
        self._violations += 1
        self._screen.show_line(Text(f"{_INDENT}! {printable(text)}", "bold yellow"))

    def _say(self, text: str) -> None:
        self._screen.show_line(Text(printable(text), "italic"))


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
