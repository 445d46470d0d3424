"""Runs the command line: `python -m ocpp_rpc`."""

from ocpp_rpc.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    main()
