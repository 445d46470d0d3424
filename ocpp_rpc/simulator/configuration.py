"""The configuration of a charger: its settings and the rules for changing them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeAlias, TypeVar

from .outcomes import ACCEPTED

__all__ = [
    "REJECTED",
    "Configuration",
    "Setting",
    "is_number",
    "is_switch",
]

KeyT = TypeVar("KeyT")

REJECTED: Final = "Rejected"
"""The status by which a charger refuses a request."""

_Check: TypeAlias = Callable[[str], bool]


def is_number(value: str) -> bool:
    """Tell whether a value is a whole number that is not negative."""
    return re.fullmatch(r"[0-9]{1,9}", value) is not None


def is_switch(value: str) -> bool:
    """Tell whether a value is `true` or `false`."""
    return value in {"true", "false"}


@dataclass(frozen=True)
class Setting:
    """One setting, with its default value.

    Attributes:
        value: The default value.
        takes: A function that tells whether a value is valid; by default, all are.
        is_readonly: Whether a back office cannot change the setting.
        needs_reboot: Whether a change takes effect only with the next boot.
    """

    value: str
    takes: _Check = lambda _: True
    is_readonly: bool = False
    needs_reboot: bool = False


class Configuration(Generic[KeyT]):
    """The settings of a charger, by key.

    Args:
        settings: The settings, with their default values.
        heartbeat_interval: The key of the heartbeat interval.
        sample_interval: The key of the interval of meter values.
    """

    def __init__(
        self,
        settings: Mapping[KeyT, Setting],
        *,
        heartbeat_interval: KeyT,
        sample_interval: KeyT,
    ) -> None:
        self._settings = settings
        self._values = {key: setting.value for key, setting in settings.items()}
        self._heartbeat_interval = heartbeat_interval
        self._sample_interval = sample_interval

    def __iter__(self) -> Iterator[KeyT]:
        return iter(self._settings)

    def __contains__(self, key: object) -> bool:
        return key in self._settings

    def __getitem__(self, key: KeyT) -> str:
        return self._values[key]

    @property
    def heartbeat_interval(self) -> int:
        """The seconds between two heartbeats; 0 sends none."""
        return int(self._values[self._heartbeat_interval])

    @heartbeat_interval.setter
    def heartbeat_interval(self, seconds: int) -> None:
        self._values[self._heartbeat_interval] = str(seconds)

    @property
    def sample_interval(self) -> int:
        """The seconds between two meter values of a transaction; 0 sends none."""
        return int(self._values[self._sample_interval])

    def is_readonly(self, key: KeyT) -> bool:
        """Tell whether a back office cannot change a setting."""
        return self._settings[key].is_readonly

    def change(self, key: KeyT, value: str) -> str:
        """Change an existing setting; return the status as OCPP names it."""
        setting = self._settings[key]
        if setting.is_readonly or not setting.takes(value):
            return REJECTED
        self._values[key] = value
        return "RebootRequired" if setting.needs_reboot else ACCEPTED
