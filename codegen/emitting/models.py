"""Renders modules of types, by datamodel-code-generator.

`model_schemas` makes its input, and `model_facts` the further values for its templates
(`codegen/templates/dcg`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import datamodel_code_generator as dcg
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import PythonVersion

from ..data import PACKAGE, TEMPLATES
from .model_schemas import ModuleSchema

__all__ = ["types"]


def types(
    title: str,
    part: ModuleSchema,
    known: Mapping[str, dict[str, Any]],
    imports: Iterable[str] = (),
) -> str:
    """Returns the types of one module.

    Args:
        title: The docstring of the module.
        part: The types of the module.
        known: The further values for the templates.
        imports: The import paths of the names in these values.
    """
    exports = sorted(part.schema["definitions"])
    # A small version may have no enumeration, which the tool treats as an error.
    if not exports:
        return f'"""{title}"""\n\n__all__: list[str] = []\n'
    text = dcg.generate(
        dict(part.schema),
        input_file_type=dcg.InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        custom_template_dir=TEMPLATES / "dcg",
        extra_template_data=defaultdict(dict, known),
        aliases=dict(part.names),
        additional_imports=[*_IMPORTS, *_needed(part, known), *imports],
        # The documents have only definitions, and their top would become a class too.
        skip_root_model=True,
        use_annotated=True,
        use_specialized_enum=True,
        use_double_quotes=True,
        disable_timestamp=True,
        # Postponed annotations would cost 12 to 20 % of import time.
        disable_future_imports=True,
        custom_file_header=f'"""{title}"""\n\n__all__ = {exports}\n',
        # Not black and isort for each module, because ruff formats the package once.
        formatters=[],
    )
    return str(text)


def _needed(part: ModuleSchema, known: Mapping[str, dict[str, Any]]) -> Iterator[str]:
    """Returns the imports that depend on the types of a module."""
    # Only if needed, because ruff removes unused names but leaves the list on many
    # lines.
    definitions = part.schema["definitions"]
    facts = [known.get(name, {}) for name in definitions]
    if "'multipleOf'" in str(definitions) or "MultipleOf(" in str(facts):
        yield f"{PACKAGE}.model.MultipleOf"
    for base in sorted({each["sent_as"] for each in facts if "sent_as" in each}):
        yield f"{PACKAGE}.model.{base}"


# The names in the templates of the types; ruff removes those that a module does not
# use.
_IMPORTS: Final = (
    "collections.abc.Sequence",
    "pydantic.Field",
    "pydantic.AliasChoices",
    f"{PACKAGE}.model.Array",
    f"{PACKAGE}.model.Omittable",
)
