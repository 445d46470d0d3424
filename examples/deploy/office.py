"""A back office for a service manager: a container, or systemd.

It answers GET /health while it accepts chargers, has metrics for Prometheus at another
port, writes its log as JSON to standard error, and closes its connections over ten
seconds when it gets SIGTERM.

    python office.py passwords --host 0.0.0.0

It creates the file of passwords if there is none. `ocpp-rpc password new passwords
CP001 --version 1.6` adds a charger, also while it runs. Needs
`ocpp-rpc[cli,prometheus]`. TLS is up to a proxy in front of it.
"""

import argparse
import asyncio
import logging
import signal
from datetime import UTC, datetime
from pathlib import Path

from prometheus_client import start_http_server

import ocpp_rpc
from ocpp_messages import v16
from ocpp_rpc.observing import JsonFormatter, Prometheus
from ocpp_rpc.security.passwords import FileStore, Passwords
from ocpp_rpc.security.server import Profile1

__all__ = ["main"]

routes = ocpp_rpc.Router()


@routes.on(v16.BootNotificationRequest)
def boot(_request: v16.BootNotificationRequest) -> v16.BootNotificationResponse:
    return v16.BootNotificationResponse(
        status=v16.RegistrationStatus.ACCEPTED,
        current_time=datetime.now(UTC),
        interval=300,
    )


def set_up_log() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    logging.getLogger("ocpp_rpc").setLevel(logging.INFO)


async def run(options: argparse.Namespace) -> None:
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    metrics = Prometheus()
    store = FileStore(options.passwords, create=True)
    async with ocpp_rpc.serve(
        routes,
        options.host,
        options.port,
        versions=["1.6"],
        security=Profile1(verify=Passwords(store)),
        settings=ocpp_rpc.Settings(observer=metrics),
        server=ocpp_rpc.ServerSettings(
            health_path="/health", max_connections=10_000, drain_timeout=15
        ),
    ) as server:
        server.on_refused(metrics.refused)
        exposition, _ = start_http_server(options.metrics_port, options.host)
        print(f"chargers: {server.port}, metrics: {exposition.server_port}", flush=True)
        await stopped.wait()
        await server.close(spread=options.close_over)
        # Last, so that Prometheus can see how the chargers go.
        exposition.shutdown()
        exposition.server_close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passwords", type=Path)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9000)
    parser.add_argument("--metrics-port", type=int, default=9100)
    parser.add_argument("--close-over", type=float, default=10.0, metavar="SECONDS")
    set_up_log()
    asyncio.run(run(parser.parse_args()))


if __name__ == "__main__":
    main()
