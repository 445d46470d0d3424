"""Source code: the modules of a package, formatted and written.

`package` renders a whole package: `version` the modules of each version, `family` those
of each family, with the functions of `conversions`. Types are written by
datamodel-code-generator (`models`, from `model_schemas` and `model_facts`), other
modules by our templates (`jinja`). `files` marks, formats and writes them all; `check`
compares them with what is there.

Imports `families` and `reading`.
"""

__all__: list[str] = []
