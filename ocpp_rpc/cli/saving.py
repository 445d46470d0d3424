"""The option --save, which also writes all shown frames to a file."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ocpp_rpc.connection.settings import Observer
from ocpp_rpc.observing import observers, recording
from ocpp_rpc.simulator import Failure

__all__ = ["saving"]


@contextmanager
def saving(path: Path | None, observer: Observer) -> Generator[Observer]:
    """Yield an observer that tells another one and, if there is a file, writes to it.

    Args:
        path: The file, if any.
        observer: The other observer.

    Raises:
        Failure: The file cannot be written.
    """
    with ExitStack() as stack:
        if path is not None:
            # Only what opening raises is about the file: the body of the `with` raises
            # an OSError of its own when there is no connection.
            try:
                recorder = stack.enter_context(recording(path))
            except OSError as error:
                raise Failure(f"cannot write {path}: {error.strerror}") from error
            observer = observers(observer, recorder)
        yield observer
