"""Renders modules from the templates in `codegen/templates`, by jinja2."""

from __future__ import annotations

from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..data import TEMPLATES
from ..reading import naming
from . import docstrings
from .files import header

__all__ = ["fill", "template"]

_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(TEMPLATES),
    # Otherwise a misspelled name in a template would be an empty text.
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,
)
_TEMPLATES.filters["member"] = naming.Names().member
# Not `tojson`, because it writes a character beyond U+FFFF as two escapes, which Python
# reads as two characters.
_TEMPLATES.filters["literal"] = ascii
_TEMPLATES.filters["comment"] = docstrings.comment
_TEMPLATES.filters["answered"] = docstrings.of_method


def template(name: str, source: str = "schemas/versions.toml", **values: Any) -> str:
    """Returns a module, rendered from a template, with its first lines."""
    return header(source) + fill(name, **values)


def fill(name: str, **values: Any) -> str:
    """Returns the text of a rendered template."""
    return _TEMPLATES.get_template(f"{name}.jinja").render(**values)
