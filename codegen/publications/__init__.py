"""Editions of the published files: bringing them, and what a new one changes.

`fetch` brings the pinned files out of packages and puts them in place. `changes`
compares two editions, and `report` writes that for a person.

Imports `reading`, which reads the files of an edition whether they are pinned or not.
"""

__all__: list[str] = []
