"""Schemas and data, read into one specification per version.

In the order of the data: `archives` finds JSON files, `sources` has the pinned files,
and `schema_files` finds the version of files. `documents` parses, repairs (`errata`)
and checks them, and reads each into `shapes`. `specification` joins the documents of a
version, with names by `naming`. `differences` compares shapes, and `tables` reads the
files of `schemas/`.

The package imports `data`, `errors` and the roles of `runtime.procedures`. It depends
on neither the output of the generator nor the number of versions.
"""

__all__: list[str] = []
