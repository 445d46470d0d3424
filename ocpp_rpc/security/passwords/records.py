"""The record of the password hashes of one identity, and its changes.

Each change is a function from the old record to the new one, so that a store can
replace the record atomically, and the change can be repeated if another was faster.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

__all__ = [
    "PasswordRecord",
    "accepted",
    "after_use",
    "awaiting_reboot",
    "renewed",
    "still_pending",
    "with_pending",
    "without_pending",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordRecord:
    """The password hashes of one identity; it contains no passwords.

    Attributes:
        current: The text of the hash of the password; None if the charger had none, and
            its first password is being sent.
        pending: The texts of the hashes of new passwords, in the order in which they
            were sent, while a change is running or was not answered.
        until_reboot: Whether the charger uses a pending password from its next boot on,
            so that it may do so even after it has used the current one.
    """

    current: str | None = field(repr=False)
    pending: Sequence[str] = field(default=(), repr=False)
    until_reboot: bool = False

    def __post_init__(self) -> None:
        # Records are compared, and a store may pass a list instead of a tuple.
        object.__setattr__(self, "pending", tuple(self.pending))

    @property
    def texts(self) -> Sequence[str]:
        """All hashes, in the order in which the charger may have had the passwords."""
        return (*(() if self.current is None else (self.current,)), *self.pending)


def with_pending(record: PasswordRecord | None, text: str) -> PasswordRecord:
    """Add a new password beside the others, unless the record already has it."""
    record = record or PasswordRecord(current=None)
    if text in record.texts:
        return record
    return replace(record, pending=(*record.pending, text))


def without_pending(record: PasswordRecord | None, text: str) -> PasswordRecord | None:
    """Remove a new password that the charger has not accepted."""
    if record is None or text not in record.pending:
        return record
    rest = [each for each in record.pending if each != text]
    if record.current is None and not rest:
        return None
    return replace(
        record, pending=rest, until_reboot=record.until_reboot and bool(rest)
    )


def accepted(record: PasswordRecord | None, text: str) -> PasswordRecord | None:
    """Make a new password the only one, unless the identity was removed meanwhile."""
    return record and PasswordRecord(current=text)


def still_pending(record: PasswordRecord | None, text: str) -> PasswordRecord | None:
    """Keep a new password beside the others, unless the identity was removed."""
    return record and with_pending(record, text)


def awaiting_reboot(record: PasswordRecord | None, text: str) -> PasswordRecord | None:
    """Record that the charger uses a new password from its next boot on."""
    record = still_pending(record, text)
    if record is None or text not in record.pending:
        return record
    return replace(record, until_reboot=True)


def after_use(
    record: PasswordRecord | None, used: str, *, is_changing: bool
) -> PasswordRecord | None:
    """Make a password that the charger has used the current one.

    Older passwords are removed. Passwords that were sent after it are removed as well,
    unless the charger may still begin to use them: at its next boot, or because the
    call with a new password is under way.

    Args:
        record: The record.
        used: The text of the hash of the password that was used.
        is_changing: Whether a call with a new password is under way.
    """
    if record is None or used not in record.texts:
        return record
    later = record.texts[record.texts.index(used) + 1 :]
    if not (is_changing or record.until_reboot):
        later = ()
    return PasswordRecord(
        current=used, pending=later, until_reboot=record.until_reboot and bool(later)
    )


def renewed(record: PasswordRecord | None, old: str, new: str) -> PasswordRecord | None:
    """Replace the hash of the current password by another hash of that password."""
    if record is None or record.current != old:
        return record
    return replace(record, current=new)
