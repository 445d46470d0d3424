"""The command `charge-point`: a charger that is connected to some back office."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from ssl import SSLContext

import ocpp_rpc
from ocpp_rpc import BackOff, MissingDependency
from ocpp_rpc.security import client
from ocpp_rpc.simulator import Charger, Session, connected, load_script
from ocpp_rpc.station.connecting import Connecting
from ocpp_rpc.station.course import ShouldRetry

from .saving import saving
from .screen import Screen
from .terminal import Terminal

__all__ = ["Plan", "run"]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The plan that chargers follow.

    Attributes:
        url: The URL of the back office.
        versions: The versions to offer, the preferred one first.
        id_tag: The tag of the driver.
        charge: Whether to charge with the tag, if there is no script.
        script: The script to run, if any.
        interactive: Whether to run a prompt after the script, or instead of it.
        stay: Whether to stay connected at the end.
        answers: The answers to calls, by action: a status, or None for the built-in
            answer of the charger, or else Accepted.
        pauses: The factor for the pauses of a script.
        save: The file to write every frame to, if any.
        transport: The WebSocket library.
        password: For HTTP Basic authentication, if any.
        security: The security profile, instead of `password` and `ssl`.
        headers: Further header lines for the handshake.
        ssl: The TLS for `wss://`, if not the default context.
        websocket: The settings of the WebSocket, including a proxy.
    """

    url: str = field(repr=False)
    versions: Sequence[str]
    id_tag: str
    charge: bool = False
    script: str | None = None
    interactive: bool = False
    stay: bool = False
    answers: Mapping[str, str | None] = field(default_factory=dict[str, "str | None"])
    pauses: float = 0.0
    save: Path | None = None
    transport: str = "websockets"
    password: str | bytes | None = field(default=None, repr=False)
    security: client.Profile | None = None
    headers: Mapping[str, str] | None = field(default=None, repr=False)
    ssl: SSLContext | None = None
    websocket: ocpp_rpc.WebSocketSettings | None = None

    def connecting(
        self,
        identity: str,
        settings: ocpp_rpc.Settings,
        back_off: BackOff,
        retry: ShouldRetry,
    ) -> Connecting:
        """Return the result of `ocpp_rpc.connect` for a charger.

        Raises:
            MissingDependency: The extra for the WebSocket library is not installed.
        """
        return ocpp_rpc.connect(
            self.url,
            identity,
            versions=self.versions,
            password=self.password,
            security=self.security,
            headers=self.headers,
            ssl=self.ssl,
            transport=self.transport,
            settings=settings,
            websocket=self.websocket,
            back_off=back_off,
            retry=retry,
        )

    def session(self, screen: Screen, *, reconnect: bool = False) -> Session:
        """Return the session of a charger.

        Args:
            screen: The screen of the prompt.
            reconnect: Whether a charger that stays reconnects and continues.

        Raises:
            Failure: The script cannot be run.
        """
        name = self.script
        does = self._steps if name is None else load_script(name)
        interact = _interact() if self.interactive else None

        async def session(charger: Charger) -> None:
            for action, answer in self.answers.items():
                charger.answer(action, answer)
            if interact is None or name is not None:
                await does(charger)
            if charger.station.reset_wanted:
                await charger.reset()
            if interact is not None:
                await interact(charger, screen)
            if self.stay:
                await charger.stay(reconnect=reconnect)

        return session

    async def _steps(self, charger: Charger) -> None:
        """Go through the steps of a charger without a script."""
        await charger.station.start_up()
        await charger.station.present(self.id_tag)
        if self.charge:
            await charger.station.charge(self.id_tag)


def _interact() -> Callable[[Charger, Screen], Awaitable[None]]:
    """Return the prompt of a charger.

    Raises:
        MissingDependency: The extra `cli` is not installed.
    """
    try:
        from .interactive import interact  # noqa: PLC0415 - takes time, and an extra
    except ModuleNotFoundError as error:
        raise MissingDependency("cli") from error
    return interact


_AT_ONCE = ocpp_rpc.BackOff(
    retry_back_off_wait_minimum=0, retry_back_off_random_range=0
)


async def run(
    screen: Screen, identity: str, plan: Plan, *, back_off: BackOff | None = None
) -> None:
    """Connect, follow the plan, and disconnect.

    Args:
        screen: The screen that shows frames and notes.
        identity: The identity of the charger.
        plan: The plan of the charger.
        back_off: The waits before it reconnects, if it stays.

    Raises:
        Failure: A step of the plan fails.
        OcppRpcError: The charger cannot connect, or a call fails.
    """
    session = plan.session(screen, reconnect=True)
    is_connected = False

    def retry(failure: ocpp_rpc.HandshakeFailed) -> bool:
        goes_on = is_connected and plan.stay
        if goes_on:
            screen.warn(f"{failure}; trying again")
        return goes_on

    waits = (back_off or BackOff()) if plan.stay else _AT_ONCE
    with saving(plan.save, screen.observe) as observer:
        settings = ocpp_rpc.Settings(observer=observer)
        async with connected(
            plan.connecting(identity, settings, waits, retry),
            narrator=screen.tell,
            ask=Terminal(screen).ask,
            id_tag=plan.id_tag,
            pauses=plan.pauses,
        ) as charger:
            is_connected = True
            await session(charger)
