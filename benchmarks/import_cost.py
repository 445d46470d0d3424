"""What importing each version package costs, beside `import pydantic`.

Every import runs in a fresh process, from bytecode. The table, in Markdown, gives the
best time of several, which is the least disturbed one, and how much of it is beyond
pydantic, which a program that uses pydantic pays anyway::

    python benchmarks/import_cost.py [REPETITIONS]
"""

import os
import subprocess
import sys

__all__ = ["main"]

MODULES = (
    "pydantic",
    "ocpp_messages",
    "ocpp_messages.v15",
    "ocpp_messages.v16",
    "ocpp_messages.v20",
    "ocpp_messages.v201",
    "ocpp_messages.v21",
)

# pydantic loads BaseModel on first use: without it, its import looks almost free.
PROGRAM = """
import time
start = time.perf_counter()
from pydantic import BaseModel
if {module!r} != "pydantic":
    import {module}
print(time.perf_counter() - start)
"""


def milliseconds(module: str) -> float:
    """Import pydantic and `module` in a new interpreter, not counting its start."""
    command = [sys.executable, "-c", PROGRAM.format(module=module)]
    done = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},
    )
    return float(done.stdout) * 1000


def main(repetitions: int = 20) -> None:
    """Print the table."""
    rounds = [list(map(milliseconds, MODULES)) for _ in range(repetitions)]
    best = dict(zip(MODULES, map(min, zip(*rounds, strict=True)), strict=True))
    print("| import | time | beyond pydantic |")
    print("| --- | ---: | ---: |")
    for module, time in best.items():
        print(f"| `{module}` | {time:.0f} ms | {time - best['pydantic']:.0f} ms |")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
