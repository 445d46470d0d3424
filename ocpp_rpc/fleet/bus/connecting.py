"""Connects to NATS; its library is an extra."""

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

    Whenever the connection is lost, it is opened again, to any of the servers. Use the
    result as an asynchronous context manager, or close it.

    Args:
        urls: The URLs of the servers, such as "nats://a,nats://b", or "tls://a" for
            TLS. A URL may contain a user and a password, which are never logged.
        tls: The context for TLS; nothing is sent to a server that does not use TLS. If
            omitted, TLS is used for URLs that begin with "tls://", with the roots that
            the system trusts.
        credentials: The path of a file with a JWT and a key, as `nsc` writes them.
        nkey: The path of a file with the seed of a key, in place of a password.
        user: The name of the user.
        password: The password of the user.
        token: A token, in place of a user.
        name: The name of this connection in the monitoring of NATS.
        inbox_prefix: The beginning of the subjects at which this process receives
            answers. With a prefix for each role, the permissions of NATS prevent a role
            from reading the answers to another role.

    Raises:
        FleetUnavailable: No server can be reached, or no server accepts this process.
        MissingDependency: The extra `nats` is not installed.
        OSError: A file cannot be read.
        ValueError: There is no URL, or a file has the wrong content.
    """
    try:
        if credentials is not None or nkey is not None:
            import_module("nkeys")  # nats-py imports it only when it connects
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
