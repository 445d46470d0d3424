"""A soak: a back office, its chargers and those who are out to break it, for minutes.

    python benchmarks/soak.py [--minutes 10] [--chargers 300] [--hostile 50]
                              [--transport TRANSPORT ...] [--deeds DEED ...]

Over each transport, one after the other: the back office is one process, the good
chargers another one, the hostile ones a third. In the end, and every ten seconds as far
as possible, the laws are checked: each call settles exactly once, and both sides agree
how; nothing is left of who has gone; memory is bounded; nothing unexpected is logged;
and Heartbeats are answered soon. What breaks a law is a line with FAULT, and the
program ends with status 1.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final

from benchmarks.back_office import TRANSPORTS
from benchmarks.processes import Program, running
from benchmarks.soaking.hostile import DEEDS
from benchmarks.soaking.ledger import audit, read

ENDING: Final = 120.0
"""Seconds for all to end that is under way when the time is over."""
MOST_FAULTS: Final = 5
"""How many calls that break a law are shown."""

MOST: Final = {"tasks": 6, "timers": 6, "descriptors": 2, "open calls": 2}
"""How many of each there may be for each charger, while it goes on."""
SPARE: Final = 100

CONTESTED: Final = "WARNING ocpp_rpc.server: security event %s"
"""What the office says of hostile ones that replace each other under one identity.

It is expected as often as the office has counted contested identities, and no more.
"""

EXPECTED: Final[Mapping[str, tuple[str, ...]]] = {
    "asgi": (
        "WARNING uvicorn.error: Invalid HTTP request received.",
        "WARNING uvicorn.error: Unsupported upgrade request.",
        "ERROR uvicorn.error: Invalid UTF-8 sequence received from client."
        " (UnicodeDecodeError in send_receive_event_to_app,"
        " websockets_sansio_impl.py)",
        "WARNING uvicorn.error: No supported WebSocket library detected.",
    )
}
"""What may be logged: what a server that is not ours says of those who are hostile."""


class Soak:
    """A soak over one transport.

    Attributes:
        faults: What broke a law.
        row: What goes into the table.
    """

    def __init__(self, transport: str, told: argparse.Namespace) -> None:
        self.transport = transport
        self.faults: list[str] = []
        self.row: dict[str, str] = {"transport": transport}
        self._told = told
        self._seconds = told.minutes * 60
        self._peak = self._warm = self._last = 0.0

    async def run(self) -> None:
        """Run it, and write down what breaks a law."""
        told = self._told
        with tempfile.TemporaryDirectory() as folder:
            ours, theirs = Path(folder, "office"), Path(folder, "charger")
            async with running(
                "soaking/office.py", self.transport, "--ledger", ours
            ) as office:
                port = await office.said("listening")
                deeds = ["--deeds", *told.deeds] if told.deeds else []
                good, bad = told.chargers - told.hostile, told.hostile
                async with (
                    running(
                        "soaking/chargers.py",
                        *(port, good, self._seconds, "--ledger", theirs),
                    ) as chargers,
                    running(
                        "soaking/hostile.py", port, bad, self._seconds, *deeds
                    ) as hostile,
                ):
                    await self._watch(office)
                    bad_end = await hostile.said("ended")
                    async with asyncio.timeout(ENDING):
                        good_end = await chargers.said("ended")
                office.send_signal(signal.SIGUSR1)
                async with asyncio.timeout(ENDING):
                    office_end = await office.said("ended")
            self._check_hostile(bad_end)
            self._check("chargers", good_end, "")
            self._check("office", office_end, self.transport)
            self._check_chargers(good_end)
            self._check_memory()
            self._check_ledgers(ours, theirs, office_end, good_end)

    async def _watch(self, office: Program) -> None:
        """Show how the office is, until the time is over."""
        start = time.monotonic()
        warm = min(60.0, self._seconds / 3)
        telling = asyncio.create_task(self._tell(office, start))
        while (now := time.monotonic() - start) < self._seconds and not telling.done():
            await asyncio.sleep(1)
            self._last = office.memory().rss / 1024
            self._peak = max(self._peak, self._last)
            if now <= warm:
                self._warm = self._last
        if telling.done():
            await telling
        telling.cancel()

    async def _tell(self, office: Program, start: float) -> None:
        """Show how the office is, every minute or so.

        Raises:
            TimeoutError: It says nothing.
        """
        shown = 0.0
        while True:
            status = await office.said("status")
            self._check_status(status)
            now = time.monotonic() - start
            if shown == 0 or now - shown >= 59:
                shown = now
                told = ", ".join(
                    f"{what} {value:.0f}" for what, value in status.items()
                )
                print(f"  {now:4.0f} s: {told}", flush=True)

    def _check_status(self, status: Mapping[str, float]) -> None:
        """Check that there is no more of anything than chargers can account for."""
        for what, most in MOST.items():
            if status[what] > most * self._told.chargers + SPARE:
                self.fault(f"office: {what}: {status[what]:.0f}")

    def fault(self, text: str) -> None:
        """Write down what broke a law."""
        self.faults.append(text)
        print(f"  FAULT {text}", flush=True)

    def _check(self, who: str, end: Mapping[str, Any], transport: str) -> None:
        for name in ("left while listening", "left at the end", "open calls"):
            if end.get(name):
                self.fault(f"{who}: {name}: {end[name]}")
        for line, times in end["logged"].items():
            told = end.get("security events", {}).get("ContestedIdentity", 0)
            if line == CONTESTED and times == told:
                continue
            if line not in EXPECTED.get(transport, ()):
                self.fault(f"{who}: logged {times} times: {line}")

    def _check_hostile(self, end: Mapping[str, Any]) -> None:
        deeds = Counter[str](end["deeds"])
        self.row["deeds"] = str(deeds.total())
        for deed in self._told.deeds or DEEDS:
            if self._told.hostile and not deeds[deed]:
                self.fault(f"nobody was hostile by {deed}")

    def _check_chargers(self, end: Mapping[str, Any]) -> None:
        for failure, times in end["failures"].items():
            self.fault(f"chargers: {times} times: {failure}")
        print(f"  sessions: {end['sessions']}")
        self.row["sessions"] = str(sum(end["sessions"].values()))
        for name in ("p50", "p99", "max"):
            self.row[f"{name}, ms"] = f"{end.get(name, 0) * 1000:.1f}"
        if not end["heartbeats"]:
            self.fault("chargers: no Heartbeat was answered")
        elif end["p99"] > self._told.latency:
            self.fault(f"p99 of Heartbeats: {end['p99']:.3f} s")

    def _check_memory(self) -> None:
        grown = self._last - self._warm
        self.row |= {"peak, MiB": f"{self._peak:.0f}", "grown, MiB": f"{grown:.0f}"}
        if self._peak > self._told.peak:
            self.fault(f"memory: {self._peak:.0f} MiB at most")
        if grown > self._told.growth:
            self.fault(f"memory: has grown by {grown:.0f} MiB since it was warm")

    def _check_ledgers(
        self,
        ours: Path,
        theirs: Path,
        our_end: Mapping[str, Any],
        their_end: Mapping[str, Any],
    ) -> None:
        office, chargers = read(ours), read(theirs)
        found = [
            *audit("office", office, chargers),
            *audit("charger", chargers, office),
        ]
        for fault in islice(found, MOST_FAULTS):
            self.fault(f"ledgers: {fault}")
        if len(found) > MOST_FAULTS:
            self.fault(f"ledgers: {len(found)} calls in all")
        for name, pages, end in (
            ("office", office, our_end),
            ("charger", chargers, their_end),
        ):
            succeeded = sum(page.marks["succeeded"] for page in pages.values())
            self.row[f"calls of {name}"] = f"{succeeded}+{sum(end['raised'].values())}"
            if not succeeded:
                self.fault(f"ledgers: no call of {name} has succeeded")
            returned, cancelled = (
                end["returned"],
                end["raised"].get("CancelledError", 0),
            )
            if not returned <= succeeded <= returned + cancelled:
                self.fault(f"{name}: {succeeded} calls succeeded, {returned} returned")
            print(f"  {name}: {succeeded} succeeded, others raised {end['raised']}")


def table(rows: list[dict[str, str]]) -> str:
    """Return rows as a table of Markdown."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    lines = [names, ["---"] * len(names)]
    lines += [[row.get(name, "-") for name in names] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


async def main(told: argparse.Namespace) -> bool:
    """Soak over each transport; tell whether there were no faults."""
    rows: list[dict[str, str]] = []
    for transport in told.transport:
        print(
            f"{transport}: {told.chargers} chargers, {told.hostile} of them hostile, "
            f"{told.minutes:g} minutes",
            flush=True,
        )
        soak = Soak(transport, told)
        try:
            await soak.run()
        except TimeoutError:
            soak.fault("a process does not end, or says nothing")
        rows.append(soak.row | {"faults": str(len(soak.faults))})
    print(f"\n{table(rows)}")
    return all(row["faults"] == "0" for row in rows)


def arguments() -> argparse.Namespace:
    """Return what this program was told."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--chargers", type=int, default=300, help="hostile ones too")
    parser.add_argument("--hostile", type=int, default=50)
    parser.add_argument(
        "--transport", nargs="+", choices=TRANSPORTS, default=list(TRANSPORTS)
    )
    parser.add_argument("--deeds", nargs="+", choices=DEEDS, help="only these")
    parser.add_argument(
        "--latency", type=float, default=0.5, help="p99 of Heartbeats, in seconds"
    )
    parser.add_argument(
        "--growth", type=float, default=64.0, help="of memory, in MiB, once warm"
    )
    parser.add_argument(
        "--peak", type=float, default=400.0, help="of memory, in MiB, at any time"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(not asyncio.run(main(arguments())))
