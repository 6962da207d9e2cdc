"""What a change of rules does, as text, as Markdown and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from reconcile.model.claim import Claim
from reconcile.report.escape import escape
from reconcile.report.periods import period_words
from reconcile.report.reading import fact_words, value_read
from reconcile.report.rule_changes import Changes
from reconcile.report.tables import table


def _told(claim: Claim, differs: tuple[str, ...] = ()) -> str:
    """A claim in words; its id where the metric is what differs, its period where that is."""
    metric = f" [{claim.metric.id}]" if claim.metric is not None else ""
    when = f" ({period_words(claim.period)})" if claim.period is not None and "period" in differs else ""
    return f"{fact_words(claim) or 'nothing known'}{metric}: {value_read(claim)}{when}"


def as_text(found: Changes) -> str:
    """A line for each change, then the counts."""
    lines = []
    for change in found.claims:
        sign = {"added": "+", "removed": "-", "changed": "~"}[change.how]
        if change.before is not None and change.after is not None:
            was, now = (_told(claim, change.differs) for claim in (change.before, change.after))
            lines.append(f"{sign} {change.where}  {was}  ->  {now}  ({', '.join(change.differs)})")
        else:
            lines.append(f"{sign} {change.where}  {_told(change.claim)}")
    lines += [f"+ finding {f.code}: {f.message}" for f in found.came]
    lines += [f"- finding {f.code}: {f.message}" for f in found.went]
    return "\n".join((*lines, _counts(found))) + "\n"


def _counts(found: Changes) -> str:
    told = ", ".join(f"{found.counted(how)} {how}" for how in ("added", "removed", "changed"))
    return f"Claims: {told}, {found.alike} alike. Findings: {len(found.came)} came, {len(found.went)} went."


def as_markdown(found: Changes) -> str:
    """A table of the claims and a list of the findings."""
    rows = [
        (
            change.how,
            escape(change.where),
            escape(_told(change.before, change.differs)) if change.before else "",
            escape(_told(change.after, change.differs)) if change.after else "",
            ", ".join(change.differs),
        )
        for change in found.claims
    ]
    lines = ["# What the change of rules does", "", _counts(found), ""]
    lines += [*table(("", "where", "before", "after", "differs"), rows), ""] if rows else []
    for title, findings in (("Findings that came", found.came), ("Findings that went", found.went)):
        if findings:
            lines += [f"## {title}", "", *(f"- {f.code}: {escape(f.message)}" for f in findings), ""]
    return "\n".join(lines)


def as_json(found: Changes) -> str:
    """The same for programs: both claims of each change in full."""
    claims = [
        {
            "change": change.how,
            "where": change.where,
            "differs": list(change.differs),
            "before": change.before.to_dict() if change.before else None,
            "after": change.after.to_dict() if change.after else None,
        }
        for change in found.claims
    ]
    counts = {how: found.counted(how) for how in ("added", "removed", "changed")} | {"alike": found.alike}
    findings = {"came": [f.to_dict() for f in found.came], "went": [f.to_dict() for f in found.went]}
    return json.dumps({"claims": claims, "counts": counts, "findings": findings}, indent=2, ensure_ascii=False) + "\n"


RENDER: Mapping[str, Callable[[Changes], str]] = MappingProxyType({"text": as_text, "md": as_markdown, "json": as_json})
