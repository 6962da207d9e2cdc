"""The JSON report: the public form of a run, the same bytes for the same run."""

from __future__ import annotations

import json

from reconcile.model.run import Run


def render_json(run: Run, folder: str = "reports") -> str:
    """`Run.to_dict()` as JSON; `folder` is not needed, since JSON names sources by id."""
    del folder
    return json.dumps(run.to_dict(), ensure_ascii=False, indent=2) + "\n"
