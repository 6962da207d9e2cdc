"""Runs made by hand from invented articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from reconcile.errors import Diagnostic, Severity
from reconcile.model.claim import Claim, Factuality, Metric, Step, Subject
from reconcile.model.document import Document, Source
from reconcile.model.finding import Evidence, Finding, Group, Option, Pair, Relation, Support
from reconcile.model.mention import Kind, Mention, Reading, Timex, TimexType
from reconcile.model.period import Grain, Period
from reconcile.model.run import Coverage, Run, Unread
from reconcile.model.span import Span
from reconcile.model.value import Interval, Value

EMPTY = Run({}, (), (), (), (), (), (), {})


def document(name: str, text: str, **source: object) -> Document:
    return Document(name, text, Source(**source), path=f"articles/{name}")


def spot(text: str, words: str) -> Span:
    """The span of `words`, which stand in `text` exactly once."""
    assert text.count(words) == 1, words
    at = text.index(words)
    return Span(at, at + len(words))


def sentence_round(text: str, span: Span) -> Span:
    stop = text.rfind(". ", 0, span.start)
    start = max(0 if stop < 0 else stop + 2, text.rfind("\n", 0, span.start) + 1)
    ends = [end for end in (text.find(". ", span.end) + 1, text.find("\n", span.end), len(text)) if end > 0]
    return Span(start, min(ends))


def claim(doc: Document, words: str, kind: Kind, value: Value | None = None, **more: object) -> Claim:
    span = spot(doc.text, words)
    made = Claim(
        id=f"{doc.id}@{span.start}",
        source=doc.id,
        span=span,
        quote=words,
        sentence=sentence_round(doc.text, span),
        kind=kind,
        rule="measure.noun",
        trail=(Step("numeral.digits", "read digits"),),
        value=value,
    )
    return replace(made, **more)


def at_least(n: int, ulp: int = 1) -> Value:
    return Value(Interval(Decimal(n), None, low_open=True), Decimal(ulp), Decimal(ulp))


def year(n: int) -> Period:
    return Period(date(n, 1, 1), date(n + 1, 1, 1), str(n), Grain.YEAR)


HARBOUR = document(
    "harbour.txt",
    "Harbour Foods opens a plant in Leith\n\n"
    "Harbour Foods employs more than 2,300 people. It sold $1.2 billion of fish in 2019. "
    "Jane Marsh, chairman and CEO of Harbour Foods, cut the ribbon on 4 May.\n",
    publisher="The Leith Courier",
    published=date(2020, 5, 5),
    published_from="sources.yaml",
)
QUAY = document(
    "quay_news.md",
    "The fish trade had a good year. Harbour Foods, which has 2,450 staff, took $1.2 million for its fish in 2019. "
    "Analysts at Pier & Co. expect 8% growth. Its boss, Jane Marsh, was ranked third behind Ana Roe on 9 June.\n",
)

FISH = Metric("revenue", "revenue")
FOODS = Subject("harbour-foods", "Harbour Foods")
MARSH = Subject("jane-marsh", "Jane Marsh")
NO_YEAR = Period(None, None, "XXXX-06-09", Grain.DAY)


def money(amount: str, ulp: str) -> Value:
    return Value.exact(Decimal(amount), Decimal(ulp))


def claims() -> dict[str, Claim]:
    staff = Metric("staff", "staff")
    return {
        "staff-a": claim(HARBOUR, "more than 2,300 people", Kind.COUNT, at_least(2300), subject=FOODS, metric=staff,
                         unit="person", hedge="more than"),
        "staff-b": claim(QUAY, "2,450 staff", Kind.COUNT, Value.exact(Decimal(2450), Decimal(1)), subject=FOODS,
                         metric=staff, unit="person"),
        "sales-a": claim(HARBOUR, "$1.2 billion", Kind.MONEY, money("1.2E+9", "1E+8"), subject=FOODS, metric=FISH,
                         unit="USD", dimension="currency", period=year(2019)),
        "sales-b": claim(QUAY, "$1.2 million", Kind.MONEY, money("1.2E+6", "1E+5"), subject=FOODS, metric=FISH,
                         unit="USD", dimension="currency", period=year(2019),
                         readings=(Reading("the dollar may be another country's", unit="CAD"),)),
        "role": claim(HARBOUR, "chairman and CEO", Kind.ROLE, subject=MARSH, titles=("chairman", "CEO"),
                      organisation=FOODS),
        "growth": claim(QUAY, "8% growth", Kind.PERCENT, Value.exact(Decimal(8), Decimal(1)), subject=FOODS,
                        metric=Metric("open", "growth"), factuality=Factuality.FORECAST, attribution="Pier & Co."),
        "rank": claim(QUAY, "third", Kind.RANK, Value.exact(Decimal(3)), subject=MARSH, ahead=("Ana Roe",)),
    }  # fmt: skip


def conflict(left: Claim, right: Claim) -> Finding:
    return Finding(
        code="RC101",
        title="values differ",
        severity=Severity.ERROR,
        verdict=Relation.CONFLICT,
        message="Harbour Foods took $1.2 billion in 2019 in one source and $1.2 million in another.",
        why="the two amounts are a thousand times apart",
        group="sales",
        slip="million and billion swapped",
        evidence=tuple(Evidence(c.source, c.span.start, c.span.end, c.quote, "", c.id) for c in (left, right)),
        options=(
            Option(f"keep:{left.id}", "harbour.txt is right: $1.2 billion"),
            Option(f"keep:{right.id}", "quay_news.md is right: $1.2 million"),
            Option("both", "both stand, because …"),
            Option("other", "not the same thing"),
            Option("tool", "the tool misread this"),
        ),
        fingerprint="7f3c9a1e",
        trail=(Step("measure.money", "read an amount"), Step("compare.value", "disjoint")),
        severity_steps=("error (base)",),
    )


def rank_and_list(rank: Claim) -> Finding:
    ahead = spot(QUAY.text, "Ana Roe")
    return Finding(
        code="RC412",
        title="rank and list",
        severity=Severity.WARNING,
        verdict=Relation.CONFLICT,
        message="Jane Marsh is called third, but one name stands ahead.",
        why="1 named ahead makes a rank of 2, not 3",
        group=None,
        slip=None,
        evidence=(
            Evidence(rank.source, rank.span.start, rank.span.end, rank.quote, "rank 3", rank.id),
            Evidence(rank.source, ahead.start, ahead.end, "Ana Roe", "1 ahead", rank.id),
        ),
        options=(Option("keep", "third is right (the list is incomplete)"), Option("tool", "the tool misread this")),
        fingerprint="0b--d>",
        trail=(Step("check.rank-list", "counted"),),
    )


def group(name: str, about: str, members: Sequence[Claim], verdict: Relation, why: str) -> Group:
    pair = Pair(members[0].id, members[-1].id, verdict, why)
    return Group(name, about, tuple(m.id for m in members), verdict, Support.CORROBORATED, (pair,))


def undated() -> Mapping[str, tuple[Mention, ...]]:
    span = spot(QUAY.text, "9 June")
    timex = Timex(TimexType.DATE, "XXXX-06-09", NO_YEAR, basis="nothing")
    return {QUAY.id: (Mention(span, "9 June", Kind.DATE, "timex.day-month", timex=timex),)}


def full() -> Run:
    """Two invented articles that agree on one thing, differ on another and leave some open."""
    made = claims()
    sales, staff = [made["sales-a"], made["sales-b"]], [made["staff-a"], made["staff-b"]]
    spare = spot(HARBOUR.text, "4 May")
    return Run(
        manifest={"version": "0.1.0", "rules": "c0ffee", "sources": [HARBOUR.id, QUAY.id]},
        documents=(HARBOUR, QUAY),
        claims=tuple(sorted(made.values(), key=lambda c: (c.source, c.span))),
        groups=(
            group("sales", "revenue of Harbour Foods, 2019", sales, Relation.CONFLICT, "a thousand times apart"),
            group("staff", "staff of Harbour Foods", staff, Relation.COMPATIBLE, "2,450 is more than 2,300"),
        ),
        findings=(rank_and_list(made["rank"]), conflict(*sales)),
        diagnostics=(Diagnostic("ingest.no-date", Severity.NOTE, "no publication date", "quay_news.md:1:1"),),
        coverage=(
            Coverage(HARBOUR.id, 3, (), (Unread(HARBOUR.id, spare, "4 May", None),)),
            Coverage(QUAY.id, 4, (Unread(QUAY.id, spot(QUAY.text, "year"), "year", "excuse.word"),), ()),
        ),
        mentions=undated(),
    )  # fmt: skip
