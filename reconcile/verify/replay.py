"""Replays every verdict of a report from the claims in it: what does not follow is told.

A relation must be the one that the two claims have by the laws of `judge`. A doubt may leave it undecided, never make
it firmer, and then gives its own reason. A group's verdict follows from its relations, its support from its origins; a
finding from the pairs, or from the law, that it names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from reconcile.errors import Diagnostic, Severity
from reconcile.judge.crowd import telling_pairs
from reconcile.judge.doubts import strict
from reconcile.judge.findings import fingerprint
from reconcile.judge.groups import BY_DECISION, group_verdict
from reconcile.judge.relations import relate
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.fact import Fact, FactKind
from reconcile.model.finding import Group, Pair, Relation, Support
from reconcile.model.run import digest
from reconcile.rules.load import Pack
from reconcile.verify.laws import holds
from reconcile.verify.restore import Json, MalformedError, claim, group, source

DOUBTED = frozenset({Relation.COMPATIBLE, Relation.CONFLICT, Relation.REVISED})
# What a person said of two claims needs no law.
APART = (Relation.NOT_COMPARABLE, BY_DECISION)
LISTED = frozenset({Relation.CONFLICT, Relation.REVISED})


def replay(report: Json, shown: str, pack: Pack) -> tuple[Diagnostic, ...]:
    """Every verdict of a report that does not follow from its evidence; `shown` names the report in messages."""
    try:
        claims = {c.id: c for c in map(claim, report["claims"])}
        groups = {g.id: g for g in map(group, report["groups"])}
        manifest, findings = report["manifest"], report["findings"]
        documents = {d.id: d for d in map(source, manifest["sources"])}
        told = list(
            chain(
                _sealed(manifest, report["claims"], pack),
                *(_group(g, claims, documents, pack) for g in groups.values()),
                *(_finding(f, claims, groups, pack) for f in findings),
                _unlisted(groups, findings),
            )
        )
    except MalformedError as error:
        told = [str(error)]
    except (KeyError, TypeError, AttributeError) as error:
        told = [f"not a report of this tool: {error!r}"]
    return tuple(Diagnostic("verify.follows", Severity.ERROR, message, f"{shown}:1:1") for message in told)


def _sealed(manifest: Json, claims: list[dict[str, object]], pack: Pack) -> Iterator[str]:
    if manifest["rules"] != pack.digest:
        yield f"made with other rules ({manifest['rules']}, not {pack.digest}): name the same folders with --rules"
    if manifest["claims_sha256"] != digest(claims):
        yield "a claim was altered after the report was made: their hash is another"


def _group(told: Group, claims: Mapping[str, Claim], documents: Mapping[str, Document], pack: Pack) -> Iterator[str]:
    missing = [id_ for id_ in told.claims if id_ not in claims]
    if missing or told.kind is None:
        yield f"group {told.id}: its claims or its kind are not in the report"
        return
    members = tuple(claims[id_] for id_ in told.claims)
    fact = Fact(told.kind, "", told.about, members)
    if {(p.left, p.right) for p in told.relations} != {(a.id, b.id) for a, b in telling_pairs(members)}:
        yield f"group {told.id}: its relations are not those of its pairs"
    for pair in told.relations:
        if not _follows(told.kind, pair, claims, documents, pack):
            yield f"group {told.id}: “{pair.relation}” of {pair.left} and {pair.right} does not follow from them"
    verdict = group_verdict(fact, told.relations)
    if verdict is not told.verdict:
        yield f"group {told.id}: its relations make “{verdict}”, not “{told.verdict}”"
    if not _rests(told, members, documents):
        yield f"group {told.id}: its support “{told.support}” does not follow from its origins"


def _follows(
    kind: FactKind, pair: Pair, claims: Mapping[str, Claim], documents: Mapping[str, Document], pack: Pack
) -> bool:
    a, b = claims[pair.left], claims[pair.right]
    base = relate(kind, a, b, pack, documents)
    if (pair.relation, pair.why) in ((base.relation, base.why), APART):
        return True
    if pair.relation is Relation.UNDECIDED:
        return base.relation in DOUBTED and pair.why != base.why
    firm = strict(a, b)
    return firm is not None and (firm.relation, firm.why) == (pair.relation, pair.why)


def _rests(told: Group, members: tuple[Claim, ...], documents: Mapping[str, Document]) -> bool:
    """Whether the origins share out the claims, and the support is what so many origins and sources make."""
    sources = len({c.source for c in members})
    if sorted(id_ for part in told.origins for id_ in part) != sorted(told.claims):
        return False
    wanted = Support.SINGLE if sources < 2 else Support.CORROBORATED if len(told.origins) > 1 else Support.ECHO
    if sources > 1 and any(documents[c.source].source.declared for c in members):
        wanted = Support.REFERENCE
    return told.support is wanted


def _finding(told: Json, claims: Mapping[str, Claim], groups: Mapping[str, Group], pack: Pack) -> Iterator[str]:
    name = f"finding {told['fingerprint']} ({told['code']})"
    named = [side["claim"] for side in told["evidence"] if side["claim"] is not None]
    ids = list(dict.fromkeys(named))
    if not all(id_ in claims for id_ in ids):
        yield f"{name}: its evidence names a claim that is not in the report"
        return
    sides = tuple(claims[id_] for id_ in ids)
    if told["code"] not in pack.policy.findings:
        yield f"{name}: no finding has this code"
    # one claim that is both sides (a range that is a change) has a fingerprint of its two ends
    if sides and len(named) == len(ids) and told["fingerprint"] != fingerprint(told["code"], sides):
        yield f"{name}: its fingerprint is not that of its claims"
    if told["group"] is not None:
        yield from (f"{name}: {why}" for why in _of_group(told, groups.get(told["group"]), ids))
    if told["code"] in pack.policy.findings and not _graded(told, pack):
        yield f"{name}: its severity does not begin at the base of its code"
    if holds(told["code"], sides, pack):
        yield f"{name}: the claims it names can stand together"


def _graded(told: Json, pack: Pack) -> bool:
    """Whether the steps of a severity begin at the base of the code, and without a further step it is the base."""
    base = str(pack.policy.findings[told["code"]].severity)
    steps = told["severity_steps"]
    return bool(steps) and steps[0] == f"{base} (base)" and (len(steps) > 1 or told["severity"] == base)


def _of_group(told: Json, group_: Group | None, ids: list[str]) -> Iterator[str]:
    if group_ is None or not set(ids) <= set(group_.claims):
        yield "its group is not in the report, or not that of its claims"
        return
    relation = Relation(told["verdict"])
    clashing = any(p.relation is relation and {p.left, p.right} <= set(ids) for p in group_.relations)
    if relation in LISTED and told["code"] not in SPELLING and not clashing:
        yield f"no two of its claims are in relation “{relation}”"


# Two spellings of one name are no relation of two claims.
SPELLING = frozenset({"RC203"})


def _unlisted(groups: Mapping[str, Group], findings: list[Json]) -> Iterator[str]:
    listed = {f["group"] for f in findings}
    for told in groups.values():
        if told.verdict in LISTED and told.id not in listed:
            yield f"group {told.id}: “{told.verdict}”, and no finding says so"
