"""Options that several commands have in common, as one parameter of each of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, TypeAlias

__all__ = ["options_of"]

_Function: TypeAlias = Callable[..., Any]


def options_of(make: _Function, name: str) -> Callable[[_Function], _Function]:
    """Return a decorator that gives a command the options of a function.

    They take the place of a parameter, which gets what the function returns.

    Args:
        make: The function: an option for each of its parameters.
        name: The name of the parameter.
    """
    ours = signature(make, eval_str=True).parameters

    def decorate(command: _Function) -> _Function:
        @wraps(command)
        def run(**values: Any) -> Any:
            made = make(**{each: values.pop(each) for each in ours})
            return command(**{name: made}, **values)

        parameters: list[Parameter] = []
        for each in signature(command, eval_str=True).parameters.values():
            parameters += ours.values() if each.name == name else [each]
        keywords = [each.replace(kind=Parameter.KEYWORD_ONLY) for each in parameters]
        # typer reads both.
        vars(run)["__signature__"] = Signature(keywords)
        run.__annotations__ = {each.name: each.annotation for each in keywords}
        return run

    return decorate
