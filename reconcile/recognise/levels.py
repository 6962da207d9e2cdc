"""Whether "from" opens a change of level, which is no range and no span of hours."""

from __future__ import annotations

from reconcile.recognise.scan import Scan


def is_level(scan: Scan, i: int) -> bool:
    """Whether a verb of change stands within four tokens before "from": "rose 5% from 40 to 42"."""
    levels, keys = scan.pack.hedges.levels, scan.keys
    for k in range(i - 1, max(i - 5, -1), -1):
        if keys[k] in levels:
            return True
        if keys[k] in (".", ",", ";"):
            return False
    return False
