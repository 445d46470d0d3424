"""The names by which stations ask for versions: the right ones, and what may pass.

The right names are those of the specifications, with case (RFC 6455 §4.2.2: a server
answers with one of the names that were offered). A table of other spellings, and names
that differ in case only, are matched where `ServerSettings` say so. No I/O.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ocpp_rpc.protocol.dialect import DIALECTS

__all__ = ["Subprotocols", "check_spellings", "named_oddly"]


@dataclass(frozen=True, slots=True)
class Subprotocols:
    """The names of the versions that a server speaks.

    Attributes:
        names: The versions by number, by their right names.
        spellings: The versions by number, by other names that may pass.
        ignore_case: Whether names may also differ in case.
    """

    names: Mapping[str, str]
    spellings: Mapping[str, str] = field(default_factory=dict[str, str])
    ignore_case: bool = False

    def version_of(self, name: str) -> str | None:
        """Return the number of the version that a name means; None: it means none."""
        right = self.names.get(name)
        return right or self._others().get(self._folded(name))

    def offered(self, version: str, offers: Sequence[str]) -> str | None:
        """Return the name by which a station offers a version.

        Args:
            version: Its number.
            offers: All names that the station offers.

        Returns:
            The right name if that is among them, else the first other one; None: the
            station does not offer that version.
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
    """Return what is odd about how a station offers the version that it speaks.

    Args:
        right: The right name of that version.
        name: The name by which the station offers it; None: it does not.
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
        ValueError: There is no such version; or a name is that of another version, or
            can be none in a handshake.
    """
    right = {dialect.subprotocol: number for number, dialect in DIALECTS.items()}
    for name, number in spellings.items():
        if number not in DIALECTS:
            raise ValueError(f"{name!r} means no version of OCPP: {number!r}")
        if right.get(name, number) != number:
            raise ValueError(f"{name!r} is the name of OCPP {right[name]}")
        if not name.isascii() or not name.isprintable() or set(name) & set(' ,;="'):
            raise ValueError(f"{name!r} cannot be the name of a subprotocol")
