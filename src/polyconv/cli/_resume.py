"""The file beside a target that is not finished: which run wrote it, and how many of its blocks.

It is removed when the target is finished. Blocks are written in order, so their number tells which
are written. The number in the file may be too small, never too large; some blocks are then computed
twice. It holds after the process was interrupted or killed. After a loss of power it may not: the
system may have lost blocks that it had not yet written to disk.
"""

import json
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from . import BadInput

__all__ = ["Sidecar"]

# Minimum seconds between two writes of the count.
_INTERVAL = 0.5


class Sidecar:
    """The file beside the target `path`.

    Parameters
    ----------
    path : Path
    identity : mapping
        All that another run must have in common to go on; values of JSON.
    """

    def __init__(self, path: Path, identity: Mapping[str, Any]) -> None:
        self.path = path.with_name(f"{path.name}.progress.json")
        self._identity, self._written = dict(identity), -_INTERVAL

    def load(self) -> tuple[list[int], int] | None:
        """Return the shape of a block and the blocks that are written; None without a file.

        Raises
        ------
        BadInput
            If another run wrote the file.
        """
        try:
            content = json.loads(self.path.read_text(encoding="utf-8"))
            block, done = list(content["block"]), int(content["done"])
            theirs = dict(content["run"])
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError):
            raise BadInput(
                f"{str(self.path)!r} is not a record of an unfinished run; allowed: --overwrite"
            ) from None
        different = [name for name, value in self._identity.items() if theirs.get(name) != value]
        if different:
            raise BadInput(
                f"{str(self.path)!r} is of a run with another {' and '.join(different)}; allowed: "
                "the same command again, or --overwrite"
            )
        return block, done

    def save(self, block: tuple[int, ...], done: int, *, now: bool = False) -> None:
        """Write the count, at most twice a second unless `now`."""
        if not now and time.monotonic() - self._written < _INTERVAL:
            return
        content = {"run": self._identity, "block": list(block), "done": done}
        whole = self.path.with_name(f"{self.path.name}.new")
        whole.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
        os.replace(whole, self.path)
        self._written = time.monotonic()

    def remove(self) -> None:
        """Remove the file if it is there."""
        self.path.unlink(missing_ok=True)
