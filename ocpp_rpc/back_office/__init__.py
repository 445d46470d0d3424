"""The back office's side: servers, who may connect, and who is connected."""

from .deciding import OnConnect
from .handshake import Accept, Credentials, Handshake
from .refusals import OnRefused, Refusal
from .registry import Change, Changes, Connections
from .server import Server
from .serving import serve
from .settings import Duplicates, ServerSettings

__all__ = [
    "Accept",
    "Change",
    "Changes",
    "Connections",
    "Credentials",
    "Duplicates",
    "Handshake",
    "OnConnect",
    "OnRefused",
    "Refusal",
    "Server",
    "ServerSettings",
    "serve",
]
