"""The command `charge-point`: a charger that is connected to some back office."""

from __future__ import annotations

from collections.abc import Sequence

import ocpp_rpc

from . import families
from .screen import Screen

__all__ = ["run"]


async def run(  # noqa: PLR0913
    screen: Screen,
    identity: str,
    url: str,
    *,
    versions: Sequence[str],
    id_tag: str,
    charge: bool,
    stay: bool,
    transport: str,
) -> None:
    """Connect, go through the steps of a charger, and disconnect.

    Args:
        screen: Where is shown what happens.
        identity: The identity of the charger.
        url: Where the back office is.
        versions: The versions to offer, the preferred one first.
        id_tag: The tag to ask for.
        charge: Whether to charge with it.
        stay: Whether to stay connected after that.
        transport: The WebSocket library.

    Raises:
        Failure: The back office does not accept the charger or the tag.
        OcppRpcError: There is no connection, or not any more.
    """
    settings = ocpp_rpc.Settings(observer=screen.observe)
    async with ocpp_rpc.connect(
        url, identity, versions=versions, transport=transport, settings=settings
    ) as connection:
        station = families.station(connection, screen)
        await station.start_up()
        await station.present(id_tag)
        if charge:
            await station.charge(id_tag)
        if stay:
            await station.stay()
