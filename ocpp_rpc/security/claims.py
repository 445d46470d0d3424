"""The identity to which the password or serial number of a station belongs.

An `on_connect` hook may give a station another identity (`ocpp_rpc.Accept.identity`).
Its password and its serial number still belong to the identity in its URL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ocpp_rpc.connection.connection import Connection

__all__ = ["claimed_identity"]


def claimed_identity(connection: Connection) -> str:
    """Return the identity in the URL with which the station has connected."""
    handshake = connection.handshake
    claimed = "" if handshake is None else handshake.identity
    return claimed or connection.identity
