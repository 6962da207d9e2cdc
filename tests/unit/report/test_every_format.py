"""Every file of every format for one run with a bit of everything, byte for byte.

`pytest tests/unit/report/test_every_format.py --regen-all` writes `expected/` anew; read the difference.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from report_builder import at_least, claim, document, group, spot, year

from reconcile.errors import Diagnostic, Severity
from reconcile.model.claim import Factuality, Metric, Step, Subject
from reconcile.model.decision import Basis, Decision, Judgement, Review, State
from reconcile.model.finding import Evidence, Finding, Option, Relation, Support
from reconcile.model.mention import Kind, Mention, Reading, Timex, TimexType
from reconcile.model.period import Grain, Period
from reconcile.model.run import Coverage, Run, Unread
from reconcile.model.value import Interval, Value
from reconcile.report.formats import FORMATS

EXPECTED = Path(__file__).parent / "expected"

COURIER = document(
    "courier.txt",
    "Dunholm Quarry shipped 4.1 million tonnes in 2030. It employs more than 900 people.\n\n"
    "The new pit opens on 4 May 2031, nine years after the first. Call 020 7946 0958.\n"
    "Dunholm Quarry had 40 boats, its manager Ada Low said.\n",
    title="A new pit",
    publisher="The Courier",
    author="Ines Hart",
    published=date(2031, 5, 1),
    published_from="sources.yaml",
    url="https://courier.example/pit",
)
ECHO = document(
    "echo-of-the-north-coast.md",
    "Dunholm Quarry shipped 4.6 million tonnes in 2030. It has about 950 workers.\n\n"
    "The new pit opens on 9 May 2031. Dunholm Quarry has 52 boats, 7 of them new on 9 June.\n",
    published=date(2031, 6, 3),
    published_from="dateline",
    origin="The Courier",
)
FACTS = document("facts.csv", "Dunholm Quarry,workers,1000\n", declared=True)

QUARRY = Subject("dunholm-quarry", "Dunholm Quarry")
LOW = Subject("ada-low", "Ada Low")
SHIPPED, STAFF = Metric("shipped", "tonnes shipped"), Metric("employees", "employees")
BOATS, OPENING = Metric("open", "boats"), Metric("opening", "opening of the new pit")


def day(n):
    return Period(date(2031, 5, n), date(2031, 5, n + 1), f"2031-05-0{n}", Grain.DAY)


def exact(n, ulp=1):
    return Value.exact(Decimal(n), Decimal(ulp))


ABOUT = Value(Interval(None, None), soft=Interval(Decimal(900), Decimal(1000)))
CLAIMS = {
    "shipped-1": claim(COURIER, "4.1 million tonnes", Kind.MEASURE, exact(4_100_000, 100_000), subject=QUARRY,
                       metric=SHIPPED, unit="tonne", dimension="mass", period=year(2030)),
    "shipped-2": claim(ECHO, "4.6 million tonnes", Kind.MEASURE, exact(4_600_000, 100_000), subject=QUARRY,
                       metric=SHIPPED, unit="tonne", dimension="mass", period=year(2030),
                       readings=(Reading("a tonne may be a long ton", unit="long_ton"),)),
    "staff-1": claim(COURIER, "more than 900 people", Kind.COUNT, at_least(900), subject=QUARRY, metric=STAFF,
                     unit="person", hedge="more than"),
    "staff-2": claim(ECHO, "about 950 workers", Kind.COUNT, ABOUT, subject=QUARRY, metric=STAFF, unit="worker"),
    "staff-3": claim(FACTS, "1000", Kind.COUNT, exact(1000), subject=QUARRY, metric=STAFF, unit="person"),
    "pit-1": claim(COURIER, "4 May 2031", Kind.DATE, subject=QUARRY, metric=OPENING, period=day(4)),
    "pit-2": claim(ECHO, "9 May 2031", Kind.DATE, subject=QUARRY, metric=OPENING, period=day(9)),
    "boats-1": claim(COURIER, "40 boats", Kind.COUNT, exact(40), subject=QUARRY, metric=BOATS, unit="boat",
                     attribution="Ada Low"),
    "boats-2": claim(ECHO, "52 boats", Kind.COUNT, exact(52), subject=QUARRY, metric=BOATS, unit="boat",
                     qualifiers={"place": "the coast"}),
    "role": claim(COURIER, "manager", Kind.ROLE, subject=LOW, titles=("manager",), organisation=QUARRY),
    "new": claim(ECHO, "7 of them", Kind.COUNT, exact(7), unit="boat", factuality=Factuality.FORECAST),
}  # fmt: skip
OPTIONS = (
    Option("keep-a", "courier.txt is right"),
    Option("both-stand", "both stand, because …"),
    Option("tool-wrong", "the tool misread this"),
)


def finding(code, verdict, severity, *names, **more):
    sides = [CLAIMS[name] for name in names]
    made = Finding(
        code=code,
        title="values differ",
        severity=severity,
        verdict=verdict,
        message=f"{' and '.join(side.quote for side in sides)} cannot both be so.",
        why="the two lie apart",
        group=names[0].partition("-")[0],
        slip=None,
        evidence=tuple(Evidence(c.source, c.span.start, c.span.end, c.quote, "", c.id) for c in sides),
        options=OPTIONS,
        fingerprint=f"{code}-{names[0]}",
        trail=(Step("compare.value", "disjoint"),),
    )
    return replace(made, **more)


WITHIN = spot(COURIER.text, "nine years")
FINDINGS = (
    finding("RC101", Relation.CONFLICT, Severity.ERROR, "shipped-1", "shipped-2", slip="one digit mistyped",
            severity_steps=("warning (base)", "error (large)"), help="Two sources give two values."),
    finding("RC201", Relation.CONFLICT, Severity.WARNING, "pit-1", "pit-2"),
    finding("RC105", Relation.REVISED, Severity.NOTE, "boats-1", "boats-2"),
    replace(
        finding("RC410", Relation.CONFLICT, Severity.WARNING, "pit-1", title="a span of time", message=""),
        group=None, options=(), evidence=(Evidence(COURIER.id, *WITHIN, "nine years", "9 years"),),
    ),
)  # fmt: skip


def basis(name, side, right):
    one = CLAIMS[name]
    return Basis(one.source, one.quote, one.quote, str(one.kind), "opening", "k", "d", "p", side=side, right=right)


def decision(fingerprint, verdict, **more):
    return Decision(fingerprint, "RC201", verdict, "asked <the> quarry", "Ines & Bo", date(2031, 6, 4), **more)


REVIEWS = (
    Review(
        decision("RC201-pit-1", Judgement.KEEP, keeps="9 May 2031", recheck=date(2032, 1, 9),
                 claims=(basis("pit-1", 1, False), basis("pit-2", 2, True))),
        State.DECIDED, ("RC201-pit-1",),
    ),
    Review(decision("RC105-boats-1", Judgement.KNOWN), State.KNOWN, ("RC105-boats-1",)),
    Review(decision("RC101-shipped-1", Judgement.BOTH_STAND), State.REOPENED, ("RC101-shipped-1",),
           ("the value moved from 4 to 5",)),
    Review(decision("gone", Judgement.SAME, about="Are these one?", recheck=date(2032, 2, 1)), State.APPLIED),
)  # fmt: skip

RUN = Run(
    manifest={"tool": "reconcile", "version": "1.2.3", "rules": "c0ffee", "sources": []},
    documents=(COURIER, ECHO, FACTS),
    claims=tuple(sorted(CLAIMS.values(), key=lambda c: (c.source, c.span))),
    groups=(
        group("shipped", "tonnes shipped by Dunholm Quarry, 2030", [CLAIMS["shipped-1"], CLAIMS["shipped-2"]],
              Relation.CONFLICT, "half a million apart"),
        replace(
            group("staff", "employees of Dunholm Quarry", [CLAIMS[f"staff-{n}"] for n in (1, 2, 3)],
                  Relation.COMPATIBLE, "1,000 is more than 900"),
            support=Support.REFERENCE, origins=((COURIER.id, ECHO.id), (FACTS.id,)), path=("900 was copied on",),
        ),
        group("pit", "", [CLAIMS["pit-1"], CLAIMS["pit-2"]], Relation.CONFLICT, "two days"),
        group("boats", "boats of Dunholm Quarry", [CLAIMS["boats-1"], CLAIMS["boats-2"]], Relation.REVISED, "later"),
    ),
    findings=FINDINGS,
    diagnostics=(
        Diagnostic("time.unresolved", Severity.NOTE, "a year is missing", ECHO.where(ECHO.text.index("9 June"))),
        Diagnostic("input.binary", Severity.ERROR, "not text", "articles/photo.txt:1:1"),
    ),
    coverage=(
        Coverage(
            COURIER.id, 5,
            (Unread(COURIER.id, spot(COURIER.text, "020 7946 0958"), "020 7946 0958", "excuse.stamp"),),
            (Unread(COURIER.id, WITHIN, "nine years", None),),
            tuple(c.span for c in CLAIMS.values() if c.source == COURIER.id and c.kind is not Kind.ROLE),
        ),
        Coverage(ECHO.id, 5, (), (), tuple(c.span for c in CLAIMS.values() if c.source == ECHO.id)),
    ),
    mentions={
        ECHO.id: (
            Mention(spot(ECHO.text, "9 June"), "9 June", Kind.DATE, "timex.day-month",
                    timex=Timex(TimexType.DATE, "XXXX-06-09", Period(None, None, "XXXX-06-09", Grain.DAY))),
        )
    },
    reviews=REVIEWS,
)  # fmt: skip
FILES = {name: render for reporter in FORMATS.values() for name, render in reporter.files.items()}


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_the_expected_one(name, file_regression):
    file_regression.check(FILES[name](RUN), fullpath=EXPECTED / name, encoding="utf-8", newline="\n")
