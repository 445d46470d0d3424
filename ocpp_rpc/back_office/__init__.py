"""The back office's side: servers, the admission of stations, and their connections."""

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
