"""One interface for several versions: their messages, unified by a mapping.

`mapping` reads a file such as `schemas/v1x.toml`. `matching` looks up its entries in
the versions (with `lookup` and, for the fields, `fields`), and refuses entries that do
not fit. `unified` is the result. `groupings` lists the types that a mapping may make
from several fields.

The package imports `reading`. `codegen.emitting.family` turns the result into source
code.
"""

__all__: list[str] = []
