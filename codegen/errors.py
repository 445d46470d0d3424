"""The errors of the generator.

Each names the file and the place, and says what is wrong there::

    CodegenError
    └── ErratumError    an erratum that does not meet the fault it repairs
"""

__all__ = ["CodegenError", "ErratumError"]


class CodegenError(Exception):
    """The base of every error that the generator reports to its user."""


class ErratumError(CodegenError):
    """An erratum does not meet the fault it is written for."""
