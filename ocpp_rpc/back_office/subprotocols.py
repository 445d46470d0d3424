"""The subprotocol names of the versions, and the deviations from them to accept.

The correct names are those of the specifications, in that case (RFC 6455 §4.2.2: a
server answers with one of the offered names). Other spellings, and names that only
differ in case, are accepted if `ServerSettings` say so. There is no I/O here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ocpp_rpc.protocol.dialect import DIALECTS

__all__ = ["Subprotocols", "check_spellings", "named_oddly"]


@dataclass(frozen=True, slots=True)
class Subprotocols:
    """The subprotocol names of the versions that a server supports.

    Attributes:
        names: The versions by number, by their correct names.
        spellings: The versions by number, by other accepted names.
        ignore_case: Whether names may also differ in case; default: False.
    """

    names: Mapping[str, str]
    spellings: Mapping[str, str] = field(default_factory=dict[str, str])
    ignore_case: bool = False

    def version_of(self, name: str) -> str | None:
        """Return the version number for a subprotocol name; None if it is unknown."""
        right = self.names.get(name)
        return right or self._others().get(self._folded(name))

    def offered(self, version: str, offers: Sequence[str]) -> str | None:
        """Return the name by which a station offers a version.

        Args:
            version: The number of the version.
            offers: All names that the station offers.

        Returns:
            The correct name if it is offered, otherwise the first accepted one; None if
                the station does not offer the version.
        """
        named = [name for name in offers if self.version_of(name) == version]
        right = [name for name in named if name in self.names]
        return next(iter((*right, *named)), None)

    def _others(self) -> Mapping[str, str]:
        if not self.ignore_case:
            return self.spellings
        every = {**self.spellings, **self.names}
        return {self._folded(name): number for name, number in every.items()}

    def _folded(self, name: str) -> str:
        return name.lower() if self.ignore_case else name


def named_oddly(right: str, name: str | None, offers: Sequence[str]) -> tuple[str, ...]:
    """Return the deviations in the way a station offers the version that it uses.

    Args:
        right: The correct name of that version.
        name: The name by which the station offers it; None if it does not.
        offers: All names that the station offers.
    """
    if name == right:
        return ()
    if name is not None:
        return (f"the subprotocol {right} is offered as {name}",)
    offered = ", ".join(offers) or "no subprotocol"
    return (f"the station offers {offered}, and speaks {right}",)


def check_spellings(spellings: Mapping[str, str]) -> None:
    """Check a table of other names of versions.

    Raises:
        ValueError: A version is unknown, or a name belongs to another version or is not
            allowed in a handshake.
    """
    right = {dialect.subprotocol: number for number, dialect in DIALECTS.items()}
    for name, number in spellings.items():
        if number not in DIALECTS:
            raise ValueError(f"{name!r} stands for an unknown version: {number!r}")
        if right.get(name, number) != number:
            raise ValueError(f"{name!r} is the name of OCPP {right[name]}")
        if not name.isascii() or not name.isprintable() or set(name) & set(' ,;="'):
            raise ValueError(f"{name!r} cannot be the name of a subprotocol")
