"""Packages that add vendor messages to a version of OCPP: `ocpp-codegen extend`.

`description` reads the user's `extension.toml`, `loading` reads it together with the
schemas of the user's own actions, `merging` joins both with the version, and
`rendering` writes a package of the new and changed types, which imports all others from
the package of the version.

The package imports `emitting` for the rendering, and `reading`.
"""

__all__: list[str] = []
