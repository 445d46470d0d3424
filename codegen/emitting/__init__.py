"""Source code: renders, formats and writes the modules of a package.

`package` renders a whole package: `version` the modules of each version, `family` those
of each family, with the functions of `conversions`. datamodel-code-generator writes the
types (`models`, from `model_schemas` and `model_facts`), and our templates write the
other modules (`jinja`). `files` marks, formats and writes all modules; `check` compares
them with the files in `generated/`.

The package imports `families` and `reading`.
"""

__all__: list[str] = []
