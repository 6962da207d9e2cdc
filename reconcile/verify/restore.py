"""From the JSON of a claim back to the claim as the judge saw it, as far as the JSON tells it."""

from __future__ import annotations

from reconcile.model.claim import Claim, Exchanged, Factuality, Metric, Step, Subject
from reconcile.model.mention import Kind, Reading
from reconcile.model.period import Grain, Period, PeriodBasis
from reconcile.model.span import Span
from reconcile.model.value import Interval, Value
from reconcile.verify.json_nodes import Node
from reconcile.verify.problem import MalformedError


def restore_claim(node: Node) -> Claim:
    """A claim as the judge saw it. Raises MalformedError."""
    per = node.maybe("per").optional(Node.text)
    unit = node.at("unit").optional(Node.text)
    norm = node.at("normalised")
    return Claim(
        id=node.at("id").text(),
        source=node.at("source").text(),
        span=restore_span(node),
        quote=node.at("quote").text(),
        sentence=restore_span(node.at("sentence")),
        kind=node.at("kind").word(Kind),
        rule=node.at("rule").text(),
        trail=restore_trail(node.at("trail")),
        subject=node.at("subject").optional(_subject),
        metric=node.at("metric").optional(lambda n: Metric(n.at("id").text(), n.at("label").text())),
        value=node.at("value").optional(_value),
        unit=unit if per is None else ((unit or "").removesuffix(f"per {per}").strip() or None),
        dimension=node.at("dimension").optional(Node.text),
        per=per,
        hedge=node.at("hedge").optional(Node.text),
        period=node.at("period").optional(_period),
        qualifiers={key: value.text() for key, value in node.at("qualifiers").entries()},
        factuality=node.at("factuality").word(Factuality),
        attribution=node.at("attribution").optional(Node.text),
        titles=node.maybe("titles").optional(Node.texts) or (),
        organisation=node.maybe("organisation").optional(_subject),
        ahead=node.maybe("ahead").optional(Node.texts) or (),
        parties=node.maybe("parties").optional(Node.texts) or (),
        readings=tuple(_reading(reading) for reading in node.at("readings").items()),
        norm=norm.optional(_value),
        norm_unit=norm.optional(lambda n: n.at("unit").optional(Node.text)),
        expires=node.maybe("expires").optional(Node.day),
        exchanged=tuple(_exchanged(e) for e in node.maybe("exchanged").optional(Node.items) or ()),
        slot=node.maybe("slot").optional(Node.text),
        starts_change=bool(node.maybe("starts_change").optional(Node.flag)),
        placed=bool(node.maybe("placed").optional(Node.flag)),
    )


def restore_span(node: Node) -> Span:
    """The stretch of a text that `start` and `end` of an object name."""
    start, end = node.at("start").whole(), node.at("end").whole()
    if start > end:
        raise MalformedError((*node.path, "end"), f"ends at {end}, before it starts, at {start}")
    return Span(start, end)


def restore_trail(node: Node) -> tuple[Step, ...]:
    """The steps that made a claim or a finding."""
    return tuple(Step(step.at("rule").text(), step.at("note").text()) for step in node.items())


def _subject(node: Node) -> Subject:
    return Subject(node.at("id").text(), node.at("label").text(), bool(node.maybe("weak").optional(Node.flag)))


def _value(node: Node) -> Value:
    return Value(
        Interval(
            node.at("low").optional(Node.number),
            node.at("high").optional(Node.number),
            node.at("low_open").flag(),
            node.at("high_open").flag(),
        ),
        node.at("ulp").optional(Node.number),
        node.at("loose_ulp").optional(Node.number),
        node.at("soft").optional(_soft),
    )


def _soft(node: Node) -> Interval:
    return Interval(node.at("low").optional(Node.number), node.at("high").optional(Node.number))


def _reading(node: Node) -> Reading:
    return Reading(node.at("why").text(), node.maybe("value").optional(_value), node.maybe("unit").optional(Node.text))


def _period(node: Node) -> Period:
    start, end = node.at("start").optional(Node.moment), node.at("end").optional(Node.moment)
    basis = node.maybe("basis").optional(lambda n: n.word(PeriodBasis)) or PeriodBasis.STATED
    return Period(start, end, node.at("edtf").text(), node.at("grain").word(Grain), basis)


def _exchanged(node: Node) -> Exchanged:
    return Exchanged(
        node.at("origin").text(),
        node.at("unit").text(),
        _value(node.at("value")),
        node.at("rate").number(),
        node.at("day").day(),
        node.at("band").number(),
    )
