"""Runs the generator: `python -m codegen`."""

from .cli import main

__all__: list[str] = []

if __name__ == "__main__":
    main()
