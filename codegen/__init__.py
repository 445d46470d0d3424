"""Generates `ocpp_messages`, and packages like it, from OCPP schemas.

The rooms, each of which imports only from those below it::

    cli                        the commands
    extensions                 packages that add to a version what is not OCPP
    emitting                   source code: a whole package, and each kind of module
    publications | families    editions that come and change | one interface for several
                               versions
    reading                    schemas and the data beside them, as one specification
    data, errors               where files are; what is told to the user

On the way to a package the published files become, in turn: bytes by name (`archives`),
parsed and repaired documents (`documents`, `errata`), frozen shapes (`shapes`), and a
specification of each version with the names of Python (`specification`, `naming`). A
mapping joins the specifications of several versions into a family (`families`). Then
everything is written down (`emitting`) and formatted by ruff.

Beside these are two folders that are not imported but copied and filled: `runtime`,
code by hand that becomes part of `ocpp_messages`, and `templates`. Only the roles of
`runtime.procedures` are used here, too. In the wheel the package is `ocpp_codegen`, so
its modules import each other by place, never by name.
"""

__all__: list[str] = []
