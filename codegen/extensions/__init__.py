"""Packages that add to a version of OCPP what is not OCPP: `ocpp-codegen extend`.

`description` is what the user's `extension.toml` says, `loading` reads it together with
the schemas of the user's own actions, `merging` joins both with the version, and
`rendering` writes a package of what is new or changed; it imports the rest from the
package of the version.

Imports `emitting` for the rendering, and `reading`.
"""

__all__: list[str] = []
