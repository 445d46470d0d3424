"""The commands of the prompt: short words for the most frequent actions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias, get_args

from ocpp_messages import VersionPackage
from ocpp_rpc.simulator import Charger, Failure, Reason

__all__ = ["COMMANDS", "Command", "answer_of", "received"]

_Run: TypeAlias = Callable[..., Awaitable[object]]

_ACCEPTED: Final = "Accepted"


@dataclass(frozen=True)
class Command:
    """A word of the prompt.

    Attributes:
        usage: The arguments, as `help` shows them; optional ones are in brackets.
        what: The effect of the command, as `help` shows it.
        run: The function of the command, of the charger and the arguments.
    """

    usage: str
    what: str
    run: _Run

    def check(self, name: str, words: list[str]) -> None:
        """Check the number of arguments.

        Raises:
            Failure: There are too few or too many arguments.
        """
        wanted = self.usage.split()
        needed = sum(not each.startswith("[") for each in wanted)
        if not needed <= len(words) <= len(wanted):
            raise Failure(f"it is: {name} {self.usage}".rstrip())


async def _boot(charger: Charger) -> None:
    await charger.boot(expected=None)


async def _authorize(charger: Charger, tag: str = "") -> None:
    await charger.authorize(tag or charger.id_tag, expected=None)


async def _start(charger: Charger, tag: str = "") -> None:
    if charger.station.transaction is not None:
        raise Failure("a transaction runs already")
    await charger.start(tag or charger.id_tag, expected=None)


async def _meter(charger: Charger, kwh: str) -> None:
    _check_transaction(charger)
    try:
        energy = float(kwh)
    except ValueError:
        raise Failure(f"{kwh!r} is not a number of kWh") from None
    if not 0 <= energy < 1e6:
        raise Failure(f"{kwh} kWh: give a number from 0 to 1000000")
    await charger.meter(energy)


async def _stop(charger: Charger, reason: str = "") -> None:
    _check_transaction(charger)
    reasons: Mapping[str, Reason] = {each: each for each in get_args(Reason)}
    if reason and reason not in reasons:
        raise Failure(f"{reason!r} is not a reason: use {', '.join(reasons)}")
    await charger.stop(reasons.get(reason))


def _check_transaction(charger: Charger) -> None:
    if charger.station.transaction is None:
        raise Failure("no transaction runs: begin one with `start`")


async def _accept(charger: Charger, action: str) -> None:
    charger.answer(action)


async def _reject(charger: Charger, action: str) -> None:
    charger.answer(action, "Rejected")


async def _answer(charger: Charger, action: str, status: str) -> None:
    charger.answer(action, answer_of(status))


COMMANDS: Final[Mapping[str, Command]] = {
    "boot": Command("", "send a BootNotification", _boot),
    "authorize": Command("[TAG]", "ask whether a tag may charge", _authorize),
    "start": Command("[TAG]", "start a transaction", _start),
    "meter": Command("KWH", "report what it has taken so far", _meter),
    "stop": Command("[REASON]", "stop the transaction", _stop),
    "accept": Command(
        "ACTION", "accept such calls of the back office, and do it", _accept
    ),
    "reject": Command("ACTION", "answer them Rejected", _reject),
    "answer": Command("ACTION STATUS", "answer them with another status", _answer),
}
"""The commands by name, beside `help` and `exit`."""


def answer_of(status: str) -> str | None:
    """Return an answer; None accepts, and does what was asked if possible."""
    return None if status == _ACCEPTED else status


def received(package: VersionPackage) -> list[str]:
    """Return the actions of the calls that a charger may get, and their short names."""
    actions = [
        action
        for action, procedure in package.PROCEDURES.items()
        if package.BACK_OFFICE in procedure.senders
    ]
    return sorted([*actions, "RemoteStart", "RemoteStop"])
