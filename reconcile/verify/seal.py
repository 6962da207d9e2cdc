"""The hashes in a report: each part has one in the manifest, and the manifest has one of its own.

They show every change that was not made by somebody who made the hashes anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reconcile.model.run import SEAL, digest, digest_key
from reconcile.rules.load import Pack
from reconcile.verify.problem import Problem, brief
from reconcile.verify.report import Report

TOOL = "reconcile"


def check_seal(report: Report) -> Iterator[Problem]:
    """Each part of a report that is not what its hash was made of, or that has none."""
    manifest = report.data["manifest"]
    parts = {name: part for name, part in report.data.items() if name != "manifest"}
    keys = {digest_key(name): name for name in parts}
    for key, name in keys.items():
        if key not in manifest:
            yield _unsealed(("manifest",), f"holds no hash of “{name}” ({key})")
        elif manifest[key] != digest(parts[name]):
            yield _unsealed((name,), f"altered after the report was made: its hash is not {key}")
    for key in manifest:
        if key.endswith(digest_key("")) and key not in keys and key != SEAL:
            yield _unsealed(("manifest", key), "the part that it is the hash of is not in the report")
    if SEAL not in manifest:
        yield _unsealed(("manifest",), f"holds no hash of itself ({SEAL})")
    elif manifest[SEAL] != digest({key: value for key, value in manifest.items() if key != SEAL}):
        yield _unsealed(("manifest",), f"altered after the report was made: its hash is not {SEAL}")


def check_rules(report: Report, pack: Pack) -> Iterator[Problem]:
    """Whether a report was made by this tool and with the rules in use; nothing can be replayed with others."""
    tool = report.data["manifest"].get("tool")
    if tool != TOOL:
        yield Problem(("manifest", "tool"), f"is {brief(tool)}, not {brief(TOOL)}", "verify.rules")
    if report.rules != pack.digest:
        message = f"made with other rules ({report.rules}, not {pack.digest}): name the same folders with --rules"
        yield Problem(("manifest", "rules"), message, "verify.rules")


def unsealed(data: Mapping[str, Any]) -> dict[str, object]:
    """The JSON of a report without the hashes of its parts."""
    manifest = {key: value for key, value in data["manifest"].items() if not key.endswith(digest_key(""))}
    return {**data, "manifest": manifest}


def _unsealed(path: tuple[str, ...], message: str) -> Problem:
    return Problem(path, message, "verify.sealed")
