"""Which identity a station has proved: the one that it claims.

A hook may have a station known by another name (`ocpp_rpc.Accept.identity`). A password
or a serial number, which prove who it is, belong to the identity that it claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ocpp_rpc.connection.connection import Connection

__all__ = ["claimed_identity"]


def claimed_identity(connection: Connection) -> str:
    """Return the identity that the station of a connection claims."""
    handshake = connection.handshake
    claimed = "" if handshake is None else handshake.identity
    return claimed or connection.identity
