"""The fleet of compose.yaml without containers: every program on this machine.

    python run.py [--count 500] [--spread 20s] [--restart N] [--stay]

Three servers of NATS, three nodes, HAProxy with TLS in front of these, and simulated
chargers. Once all chargers are connected, each is called. With --restart, so many
nodes are then restarted in turn, while chargers are called again and again.
Needed are `nats-server` and `haproxy`, and `pip install 'ocpp-rpc[cli,nats,security]'`.
"""

import argparse
import asyncio
import logging
import os
import shutil
import signal
import socket
import ssl
import sys
from collections import Counter
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ocpp_messages import v16
from ocpp_rpc import OcppRpcError, fleet

__all__ = ["main"]

HERE = Path(__file__).parent
HOST = "127.0.0.1"
NAMES = ("1", "2", "3")
PATIENCE = 40.0  # seconds

Process = asyncio.subprocess.Process


def found(program: str) -> str:
    """Return where a program is.

    Raises:
        SystemExit: It is not installed.
    """
    place = shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin")
    if place is None:
        raise SystemExit(f"{program} is not installed: apt-get install {program}")
    return place


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


async def listening(port: int) -> None:
    """Wait until somebody listens at a port."""
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                _, writer = await asyncio.open_connection(HOST, port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return


class Site:
    """The programs, and where they are.

    Attributes:
        port: Where chargers connect.
        urls: Where the servers of NATS are.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ports = {name: free_port() for name in NAMES}
        self._nodes: dict[str, Process] = {}
        self._others: list[Process] = []
        nats = {name: free_port() for name in NAMES}
        self._nats = nats
        self.port = free_port()
        self.urls = ",".join(f"tls://{HOST}:{port}" for port in nats.values())

    async def _start(self, *command: str, **environment: str) -> Process:
        """Start a program; what it writes goes to a file of its own."""
        number = len(self._others) + len(self._nodes)
        with (self._folder / f"{number}-{Path(command[0]).name}.log").open("ab") as log:
            return await asyncio.create_subprocess_exec(
                *command,
                stdout=log,
                stderr=log,
                env={**os.environ, **environment},
                cwd=self._folder / "nats",  # where nats.conf looks for certificates
                start_new_session=True,  # Ctrl-C is for this program alone
            )

    async def start_nats(self) -> None:
        """Start the servers of NATS."""
        program, clusters = found("nats-server"), [free_port() for _ in NAMES]
        routes = ",".join(f"nats://{HOST}:{port}" for port in clusters)
        for (name, port), cluster in zip(self._nats.items(), clusters, strict=True):
            config = self._folder / "nats" / "nats.conf"
            started = await self._start(
                *(program, "-c", str(config), "--name", f"nats-{name}"),
                *("-a", HOST, "-p", str(port)),
                *("-js", "-sd", str(self._folder / f"data-{name}")),
                *("--cluster", f"nats://{HOST}:{cluster}", "--routes", routes),
            )
            self._others.append(started)
        await asyncio.gather(*map(listening, self._nats.values()))

    async def start_node(self, name: str) -> None:
        """Start a node, and wait until it listens."""
        self._nodes[name] = await self._start(
            *(sys.executable, str(HERE / "node.py"), "--name", f"node-{name}"),
            *("--secrets", str(self._folder / "node"), "--nats", self.urls),
            *("--port", str(self._ports[name])),
        )
        await listening(self._ports[name])

    async def end_node(self, name: str) -> None:
        """Have a node let its chargers go, and end."""
        self._nodes[name].send_signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            assert await self._nodes[name].wait() == 0

    async def start_haproxy(self) -> None:
        """Start what chargers connect to."""
        addresses = {f"NODE_{n}": f"{HOST}:{port}" for n, port in self._ports.items()}
        started = await self._start(
            *(found("haproxy"), "-f", str(HERE / "haproxy.cfg")),
            LISTEN=f"{HOST}:{self.port}",
            CERTIFICATE=str(self._folder / "haproxy" / "site.pem"),
            **addresses,
        )
        self._others.append(started)
        await listening(self.port)

    async def start_chargers(self, count: int, spread: str) -> None:
        """Start simulated chargers."""
        secrets = self._folder / "charger"
        started = await self._start(
            *(sys.executable, "-m", "ocpp_rpc", "charge-point", "CP{:04}"),
            *(f"wss://localhost:{self.port}/ocpp", "--versions", "1.6"),
            *("--count", str(count), "--spread", spread, "--stay", "--profile", "2"),
            *("--ca", str(secrets / "ca.pem")),
            *("--password-file", str(secrets / "charger.password")),
        )
        self._others.append(started)

    @asynccontextmanager
    async def operator(self) -> AsyncGenerator[fleet.Fleet, None]:
        """Be an operator."""
        secrets = self._folder / "operator"
        password = (secrets / "operator.password").read_text("utf-8")
        async with (
            await fleet.nats(
                self.urls,
                tls=ssl.create_default_context(cafile=secrets / "ca.pem"),
                user="operator",
                password=password,
                inbox_prefix="_INBOX_OPERATOR",
            ) as bus,
            fleet.Fleet(bus, name="prod") as chargers,
        ):
            yield chargers

    def show_logs(self) -> None:
        """Print what the programs wrote last."""
        for log in sorted(self._folder.glob("*.log")):
            print(f"--- {log.name}\n{log.read_text('utf-8')[-500:]}")

    async def stop(self) -> None:
        """End all programs."""
        everyone = [*self._nodes.values(), *self._others]
        for process in everyone:
            if process.returncode is None:
                process.kill()
        await asyncio.gather(*(process.wait() for process in everyone))


async def all_connected(chargers: fleet.Fleet, count: int) -> Counter[str]:
    """Wait until all chargers are connected; return how many each node has."""
    async with asyncio.timeout(PATIENCE):
        while True:
            places = [place async for place in chargers.connected()]
            if len(places) == count:
                return Counter(sorted(place.node for place in places))
            await asyncio.sleep(0.2)


async def call_all(chargers: fleet.Fleet) -> Counter[str]:
    """Call all chargers; return what became of it."""
    asked = v16.GetConfigurationRequest()
    outcomes: Counter[str] = Counter()
    async for outcome in chargers.each(asked, total_timeout=30):
        outcomes[repr(outcome.error) if outcome.error else "answered"] += 1
    return outcomes


async def restart(
    site: Site, chargers: fleet.Fleet, count: int, names: Sequence[str]
) -> Counter[str]:
    """Restart nodes in turn, under load; return what became of the calls."""
    outcomes: Counter[str] = Counter()
    done = asyncio.Event()

    async def load() -> None:
        number = 0
        while not done.is_set():
            number = number % count + 1
            try:
                await chargers.call(
                    f"CP{number:04}", v16.GetConfigurationRequest(), wait_connected=60
                )
                outcomes["answered"] += 1
            except OcppRpcError as error:
                outcomes[repr(error)] += 1

    loading = [asyncio.create_task(load()) for _ in range(4)]
    for name in names:
        await site.end_node(name)
        # Its chargers have to be elsewhere before the next node lets its own go.
        print(f"without node-{name}:", shown(await all_connected(chargers, count)))
        await site.start_node(name)
    done.set()
    await asyncio.gather(*loading)
    return outcomes


def shown(counts: Counter[str]) -> str:
    """Return counts as a line."""
    return ", ".join(f"{name} {count}" for name, count in counts.items())


async def main(options: argparse.Namespace) -> int:
    """Run the fleet; return the status to end with."""
    for program in ("nats-server", "haproxy"):
        found(program)
    with TemporaryDirectory() as name:
        folder = Path(name)
        preparing = await asyncio.create_subprocess_exec(
            sys.executable, str(HERE / "prepare.py"), name
        )
        if await preparing.wait():
            return 1
        site = Site(folder)
        try:
            return await run(site, options)
        except BaseException:
            site.show_logs()
            raise
        finally:
            await site.stop()


async def run(site: Site, options: argparse.Namespace) -> int:
    """Do what is wanted; return the status to end with."""
    await site.start_nats()
    for name in NAMES:
        await site.start_node(name)
    await site.start_haproxy()
    print(f"chargers connect to wss://localhost:{site.port}/ocpp")
    await site.start_chargers(options.count, options.spread)
    async with site.operator() as chargers:
        counts = await all_connected(chargers, options.count)
        print(f"{options.count} chargers:", shown(counts))
        outcomes = await call_all(chargers)
        print("all called:", shown(outcomes))
        if options.restart:
            during = await restart(
                site, chargers, options.count, NAMES[: options.restart]
            )
            print("called meanwhile:", shown(during))
            outcomes += during
        if options.stay:
            print("Ctrl-C ends it", flush=True)
            await asyncio.Event().wait()
    return int({*outcomes} != {"answered"})


if __name__ == "__main__":
    # asyncio warns whenever a stream ends whose TLS was begun later, as by nats-py.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--spread", default="20s")
    parser.add_argument("--restart", type=int, default=0)
    parser.add_argument("--stay", action="store_true")
    sys.exit(asyncio.run(main(parser.parse_args())))
