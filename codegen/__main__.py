"""Runs the generator: `python -m codegen`; installed, `ocpp-codegen`."""

from __future__ import annotations

from typing import Final, NoReturn

__all__ = ["main"]

_EXTRA: Final = frozenset(
    {"datamodel_code_generator", "jinja2", "jsonschema", "rich", "typer"}
)


def main() -> NoReturn:
    """Runs the command line, or says which extra is missing."""
    try:
        from .cli import main as run  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        hint = f"ocpp-codegen needs {error.name}: pip install 'ocpp-rpc[codegen]'"
        raise SystemExit(hint) from None
    run()


if __name__ == "__main__":
    main()
