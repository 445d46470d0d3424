"""Connecting to an engine, whose library is an extra."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from os import PathLike
from ssl import SSLContext

from ocpp_rpc.errors import MissingDependency

from .bus import Bus

__all__ = ["nats"]


async def nats(  # noqa: PLR0913
    urls: str | Sequence[str],
    *,
    tls: SSLContext | None = None,
    credentials: str | PathLike[str] | None = None,
    nkey: str | PathLike[str] | None = None,
    user: str | None = None,
    password: str | None = None,
    token: str | None = None,
    name: str | None = None,
    inbox_prefix: str = "_INBOX",
) -> Bus:
    """Connect to NATS, which connects the processes of a fleet.

    Whenever the connection is lost, it is opened again, at any of the servers. Use the
    result as an asynchronous context manager, or close it.

    Args:
        urls: Where the servers are, such as "nats://a,nats://b", or "tls://a" for TLS.
            A URL may have a user and a password; neither is ever logged.
        tls: For TLS, which is used then, or not connected at all; if not given, URLs
            that begin with "tls://" are, and what the system trusts is trusted.
        credentials: A file with a JWT and a key, as `nsc` makes them.
        nkey: A file with the seed of a key, in place of a password.
        user: The name of the user.
        password: The password of the user.
        token: A token, in place of a user.
        name: What the monitoring of NATS calls this connection.
        inbox_prefix: How the subjects begin that this process gets its answers at. One
            for each role lets the permissions of NATS keep the answers to one role from
            the others.

    Raises:
        FleetUnavailable: No server can be reached, or none lets this process in.
        MissingDependency: The extra `nats` is not installed.
        OSError: A file cannot be read.
        ValueError: There is no URL, or a file is of another kind.
    """
    try:
        if credentials is not None or nkey is not None:
            import_module("nkeys")  # nats-py imports it no earlier than it connects
        from .nats import open_nats  # noqa: PLC0415 - needs an extra
    except ImportError as error:
        raise MissingDependency("nats") from error
    return await open_nats(
        urls,
        tls=tls,
        credentials=credentials,
        nkey=nkey,
        user=user,
        password=password,
        token=token,
        name=name,
        inbox_prefix=inbox_prefix,
    )
