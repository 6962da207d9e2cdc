"""What two reports are compared by: claims, findings and facts as items, read back from the JSON of a run."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reconcile.errors import UsageError

Object = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """`key` says what it is about, whatever it says; `exact` what it says, too; neither knows lines or offsets.

    `words` are for a reader; `state` is what may change while the item stays the same (severity, verdict ...).
    """

    key: Hashable
    exact: Hashable
    words: str
    state: str
    told: Object


@dataclass(frozen=True, slots=True)
class Report:
    """A report read back; `texts` are the digests of its sources, `rules` that of the rules."""

    claims: tuple[Item, ...]
    findings: tuple[Item, ...]
    facts: tuple[Item, ...]
    texts: Mapping[str, str]
    rules: str


def read_report(text: str, name: str) -> Report:
    """The report in the JSON `text`; `name` is for the message. Raises UsageError when it is none."""
    try:
        told = json.loads(text)
        return _report(told)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        where = f"{name}:{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else name
        why = f"not JSON ({error.msg})" if isinstance(error, json.JSONDecodeError) else "no report of this tool"
        raise UsageError(f"{where}: {why}; give a report.json that `reconcile report` wrote") from error


def _report(told: Object) -> Report:
    claims = {claim["id"]: _claim(claim) for claim in told["claims"]}
    manifest = told["manifest"]
    sources = [entry for entry in manifest.get("sources", ()) if isinstance(entry, dict)]
    settled = {name for review in told.get("reviews", ()) if _holds(review) for name in review["findings"]}
    return Report(
        tuple(claims.values()),
        tuple(_finding(finding, claims, settled) for finding in told["findings"]),
        tuple(_fact(group, claims) for group in told["groups"] if _is_shared(group, claims)),
        {entry["id"]: str(entry.get("sha256")) for entry in sources},
        str(manifest.get("rules", "")),
    )


def _holds(review: Object) -> bool:
    return review["state"] in ("decided", "known")


def _claim(claim: Object) -> Item:
    subject, metric, period = claim["subject"], claim["metric"], claim["period"]
    value = claim["value"] or {}
    about = (subject or {}).get("label", ""), (metric or {}).get("label", "")
    key = (
        claim["source"],
        claim["kind"],
        (subject or {}).get("id"),
        None if metric is None else metric["label"] if metric["id"] == "open" else metric["id"],
        claim["dimension"],
        tuple(sorted(claim["qualifiers"].items())),
    )
    said = (claim["quote"], value.get("low"), value.get("high"), claim["unit"], (period or {}).get("edtf"))
    what = ", ".join(part for part in about if part)
    words = f"{claim['source']}: {what}{': ' if what else ''}“{' '.join(claim['quote'].split())}”"
    when = f" ({period['edtf']})" if period is not None and claim["kind"] != "date" else ""
    more = (tuple(claim.get("titles", ())), tuple(claim.get("ahead", ())))
    return Item(key, (key, said, more), f"{words}{when}", claim["factuality"], claim)


def _finding(finding: Object, claims: Mapping[str, Item], settled: set[str]) -> Item:
    sides = {claims[s["claim"]].key if s["claim"] in claims else s["source"] for s in finding["evidence"]}
    state = "decided" if finding["fingerprint"] in settled else "open"
    words = f"{finding['code']} {finding['message'] or finding['title']}"
    key = (finding["code"], frozenset(sides))
    return Item(key, finding["fingerprint"], words, f"{finding['severity']}, {finding['verdict']}, {state}", finding)


def _fact(group: Object, claims: Mapping[str, Item]) -> Item:
    members = frozenset(claims[name].exact for name in group["claims"] if name in claims)
    return Item(group["about"], (group["about"], members), group["about"], f"{group['verdict']}", group)


def _is_shared(group: Object, claims: Mapping[str, Item]) -> bool:
    """Whether two sources speak of it; a fact of one source has no verdict worth the name."""
    return len({claims[name].told["source"] for name in group["claims"] if name in claims}) > 1


def dictionaries(items: Iterable[Item]) -> list[Object]:
    """The items as their report had them."""
    return [item.told for item in items]
