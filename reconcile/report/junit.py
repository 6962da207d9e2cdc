"""JUnit XML: each fact told by several sources is a test that holds or fails, so that CI shows what moved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from reconcile.errors import Diagnostic, Severity
from reconcile.model.finding import Finding, Group, Relation
from reconcile.report.counts import decision_words
from reconcile.report.element import Markup, tag, verbatim
from reconcile.report.index import Index
from reconcile.report.reading import fact_words, finding_sentences, finding_words

# No XML may hold them, however they are written.
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def render_junit(index: Index) -> str:
    """Three suites: inputs, facts of two sources or more, texts against themselves; decided conflicts are skipped."""
    resting: dict[str | None, list[Finding]] = {}
    for finding in index.findings:
        resting.setdefault(finding.group, []).append(finding)
    shared = index.shared()
    facts = {group.id for group in shared}
    suites = (
        ("inputs", _inputs(index)),
        ("facts", _facts(index, shared, resting)),
        ("within one text", [_within(index, f) for f in index.findings if f.group not in facts]),
    )
    cases = [case for _, made in suites for case in made]
    body = [tag("testsuite", made, name=name, **_counts(made)) for name, made in suites]
    page = tag("testsuites", body, name="reconcile", **_counts(cases))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_NEVER.sub(chr(0xFFFD), page)}\n'


def _counts(cases: list[Markup]) -> dict[str, int]:
    return {
        "tests": len(cases),
        "failures": sum("<failure" in case for case in cases),
        "errors": sum("<error" in case for case in cases),
        "skipped": sum("<skipped" in case for case in cases),
    }


def _facts(index: Index, groups: Iterable[Group], resting: Mapping[str | None, list[Finding]]) -> list[Markup]:
    """A test for each fact, named by its words, so that it has that name tomorrow; equal names are numbered."""
    seen: Counter[str] = Counter()
    cases = []
    for group in groups:
        name = group.about or fact_words(index.members(group)[0]) or "a fact"
        seen[name] += 1
        name = name if seen[name] == 1 else f"{name} ({seen[name]})"
        cases.append(_case(index, "reconcile.facts", name, resting.get(group.id, ())))
    return cases


def _within(index: Index, finding: Finding) -> Markup:
    name = f"{finding_words(finding)} ({finding.fingerprint})"
    return _case(index, f"reconcile.{finding.code}", name, [finding])


def _case(index: Index, kind: str, name: str, findings: Iterable[Finding]) -> Markup:
    return tag("testcase", [_outcome(index, finding) for finding in findings], classname=kind, name=name)


def _outcome(index: Index, finding: Finding) -> Markup:
    review = index.settled.get(finding.fingerprint)
    if review is not None:
        return tag("skipped", message=f"{review.state}: {decision_words(review.decision)}")
    output = verbatim("\n".join((*finding_sentences(finding), *_sides(index, finding))))
    if finding.verdict is Relation.CONFLICT:
        return tag("failure", output, type=f"{finding.code} {finding.severity}", message=finding_words(finding))
    return tag("system-out", output)


def _sides(index: Index, finding: Finding) -> list[str]:
    lines = []
    for side in finding.evidence:
        document = index.documents.get(side.source)
        where = side.source if document is None else f"{document.path or side.source}:{document.line(side.start)}"
        lines.append(f"{where}: {' '.join(side.quote.split())}")
    return lines


def _inputs(index: Index) -> list[Markup]:
    """A test that errs for each trouble with what was given, and one for each article that was read."""
    read = [tag("testcase", classname="reconcile.inputs", name=name) for name in index.documents]
    return [*(_error(d) for d in index.run.diagnostics if d.severity is Severity.ERROR), *read]


def _error(problem: Diagnostic) -> Markup:
    error = tag("error", type=problem.code, message=problem.message)
    return tag("testcase", error, classname="reconcile.inputs", name=f"{problem.where} ({problem.code})")
