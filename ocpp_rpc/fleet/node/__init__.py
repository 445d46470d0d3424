"""A node: a process that holds stations, and makes the calls of others to them.

It claims its stations (`claims`), carries out calls (`carrying`) and passes messages on
(`incoming`). It may import what the fleet has at its top, and `bus`.
"""

from __future__ import annotations

from .node import Node

__all__ = ["Node"]
