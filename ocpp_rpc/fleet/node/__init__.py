"""A node: a process that holds stations, and carries out calls of operators to them.

`claims` claims the stations of a node, `carrying` carries out calls and `incoming`
publishes messages. The package may import the modules directly in `fleet`, and `bus`.
"""

from __future__ import annotations

from .node import Node

__all__ = ["Node"]
