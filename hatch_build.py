"""Links of the README for readers who have no repository, such as those of PyPI.

In the repository they are relative, so that they fit any branch, fork and clone. The
package leads to the files of its own version.
"""

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

__all__ = ["Readme"]

_RELATIVE = re.compile(r"\]\((?!https?://|#)")


class Readme(MetadataHookInterface):
    """Reads the README, and makes its links absolute."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Add the README to the metadata of the package."""
        text = Path(self.root, "README.md").read_text(encoding="utf-8")
        files = f"{metadata['urls']['Source']}/blob/v{metadata['version']}"
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": _RELATIVE.sub(f"]({files}/", text),
        }
