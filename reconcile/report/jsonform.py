"""The JSON report: the public form of a run, the same bytes for the same run."""

from __future__ import annotations

import json

from reconcile.model.run import Run
from reconcile.report.gfm import whole


def render_json(run: Run, folder: str = "reports") -> str:
    """`Run.to_dict()` as JSON; `folder` is not needed, since JSON names sources by id."""
    del folder
    return json_text(run.to_dict())


def json_text(value: object) -> str:
    """JSON as this package writes it: indented, characters as they are."""
    return whole(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"
