"""The chargers that are connected through a relay, by identity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from ocpp_rpc.back_office.registry import Connections

from .charger import Charger

__all__ = ["Chargers"]


class Chargers(Mapping[str, Charger]):
    """A live mapping of the chargers that are connected through a relay, by identity.

    Args:
        connections: The relay's connections to chargers.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def __repr__(self) -> str:
        return f"<Chargers: {len(self)}>"

    def __len__(self) -> int:
        return len(self._connections)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the identities of the connected chargers."""
        return iter(self._connections)

    def __contains__(self, identity: object) -> bool:
        return identity in self._connections

    def __getitem__(self, identity: str) -> Charger:
        """Return the charger with an identity.

        Raises:
            NotConnected: It is not connected. This is also a `KeyError`.
        """
        return cast(Charger, self._connections[identity].data)
