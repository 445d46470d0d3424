"""One interface for several versions: their messages, unified by a mapping.

`mapping` reads what a file such as `schemas/v1x.toml` says. `matching` looks all of it
up in the versions (through `lookup` and, for the fields, `fields`) and refuses what
does not fit. `unified` is the result. `groupings` lists what a mapping may make of
several fields.

Imports `reading`. What becomes source code is for `codegen.emitting.family`.
"""

__all__: list[str] = []
