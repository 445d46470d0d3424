"""What log records say beside their text."""

from __future__ import annotations

import pytest

__all__ = ["whose"]


def whose(caplog: pytest.LogCaptureFixture, text: str) -> set[tuple[object, object]]:
    """Return identity and version of all records with a text; None: it has not one."""
    return {
        (getattr(record, "identity", None), getattr(record, "version", None))
        for record in caplog.records
        if text in record.getMessage()
    }
