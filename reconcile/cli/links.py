"""Where a report lies, as the links in it need it."""

from __future__ import annotations

import os
from pathlib import Path

from reconcile.model.run import Run


def folder_for_links(output: str, run: Run) -> str:
    """The folder of the report as links need it: absolute when the articles' paths are, else from where we stand."""
    absolute = any(document.path is not None and Path(document.path).is_absolute() for document in run.documents)
    return (Path(output).absolute() if absolute else Path(os.path.relpath(output))).as_posix()
