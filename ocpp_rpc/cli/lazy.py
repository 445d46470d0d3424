"""Commands that are imported when they run, so that a list of them is quick.

A shell that completes a word starts the program at each Tab, and most commands import
far more than their options need.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand
from typer.main import get_command

__all__ = ["LazyCommand", "new_app"]


def new_app(text: str | None = None) -> typer.Typer:
    """Return an app for one command, or for a group of them.

    Args:
        text: The help text of a group.
    """
    return typer.Typer(
        help=text,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )


class LazyCommand(TyperCommand):
    """A command of the list that is imported only when it is called.

    Args:
        name: The name of the command.
        module: The module of this package that has it, as `app`.
        text: The text in the list of commands.
    """

    def __init__(self, name: str, module: str, text: str) -> None:
        super().__init__(name, help=text, rich_markup_mode=None)
        self.module = module

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """Return a context of the imported command, so that this command runs."""
        module = import_module(f".{self.module}", __package__)
        return get_command(module.app).make_context(*args, **kwargs)
