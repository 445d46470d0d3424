"""Schemas and data, read into one specification per version.

From the outside to the inside: `archives` finds JSON files, `sources` knows which are
pinned, `schema_files` tells what version they are of; `documents` parses, repairs
(`errata`) and checks them, and reads each into `shapes`; `specification` brings the
documents of a version together, with names by `naming`. `differences` compares shapes,
`tables` reads the files of `schemas/`.

Imports `data`, `errors` and the roles of `runtime.procedures`. Nothing here knows what
will be written, or that there is more than one version.
"""

__all__: list[str] = []
