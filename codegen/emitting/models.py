"""Modules of types, written by datamodel-code-generator.

Its input comes from `model_schemas`, and what its templates (`codegen/templates/dcg`)
have to know beside that comes from `model_facts`.
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
        title: Its docstring.
        part: Its types.
        known: What the templates need beside them.
        imports: Import paths of what these name.
    """
    exports = sorted(part.schema["definitions"])
    # A small version may have no enumeration, which the tool takes for a mistake.
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
        # The documents have definitions only; their top would become a class as well.
        skip_root_model=True,
        use_annotated=True,
        use_specialized_enum=True,
        use_double_quotes=True,
        disable_timestamp=True,
        # Postponed annotations would cost 12 to 20 % of import time.
        disable_future_imports=True,
        custom_file_header=f'"""{title}"""\n\n__all__ = {exports}\n',
        # black and isort, for each module: the package is formatted once, by ruff.
        formatters=[],
    )
    return str(text)


def _needed(part: ModuleSchema, known: Mapping[str, dict[str, Any]]) -> Iterator[str]:
    """Returns the imports that not every module has, which depend on its types."""
    # Not with the others: ruff removes those, but leaves the list on many lines.
    definitions = part.schema["definitions"]
    facts = [known.get(name, {}) for name in definitions]
    if "'multipleOf'" in str(definitions) or "MultipleOf(" in str(facts):
        yield f"{PACKAGE}.model.MultipleOf"
    for base in sorted({each["sent_as"] for each in facts if "sent_as" in each}):
        yield f"{PACKAGE}.model.{base}"


# What the templates of the types refer to; ruff removes what a module does not use.
_IMPORTS: Final = (
    "collections.abc.Sequence",
    "pydantic.Field",
    "pydantic.AliasChoices",
    f"{PACKAGE}.model.Array",
    f"{PACKAGE}.model.Omittable",
)
