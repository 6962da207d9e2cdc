"""Claims of table cells: of whom and of what a value is, from the heads of its row and column and the caption.

- a column headed by a time: the row names the metric, or the subject where the caption names the metric;
- a row headed by a time: the column names the metric;
- else the row names the subject and the column the metric, or the other way round where only the column is a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reconcile.extractors.claims.claim_builder import new_claim, open_metric, read_step, with_value
from reconcile.extractors.claims.factuality import factuality, in_time
from reconcile.extractors.claims.metric_matching import unmet_conditions
from reconcile.extractors.claims.table_grid import Cell, Hint, Place, applied, hint_in, places
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.model.claim import Claim, Metric, Step, Subject
from reconcile.model.document import Segments
from reconcile.model.mention import Kind, Mention
from reconcile.model.names import Name, folded
from reconcile.model.period import Period
from reconcile.model.words import singular, stems
from reconcile.rules.entities import EntityType
from reconcile.rules.load import Pack
from reconcile.rules.metrics import MetricRule
from reconcile.text.parse import AnchoredMention, SentenceParse

# Where the name of what a caption is about ends: "Output of the mines *by year*".
CAPTION_STOPS = frozenset({",", "(", "[", ":", "-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or column, or a caption: its words without the hint, its time, its one name."""

    first: int
    last: int
    label: str = ""
    period: Period | None = None
    timed: bool = False
    name: Name | None = None
    hint: Hint | None = None


NOTHING = Head(0, 0)


def heads(place: Place, anchored: AnchoredMention) -> bool:
    """Whether a mention stands in the head of a row or column, and so asserts nothing by itself."""
    return place.is_head or (bool(place.row) and anchored.first < place.row[0].last)


class Tables:
    """The tables of one document, with its names and mentions to read their heads by."""

    __slots__ = ("_mentions", "_names", "_pack", "_places", "_segments")

    def __init__(self, segments: Segments, pack: Pack, names: tuple[Name, ...], mentions: tuple[Mention, ...]) -> None:
        self._segments = segments
        self._pack = pack
        self._names = names
        self._mentions = mentions
        self._places = places(segments)

    def place(self, sentence: int) -> Place | None:
        """Where a sentence stands in a table; None outside of tables."""
        return self._places.get(sentence)

    def claims(self, parse: SentenceParse, discourse: DiscourseState, place: Place) -> Iterator[Claim]:
        """The claims of the values in a row."""
        made = (self._claim(parse, discourse, place, anchored) for anchored in parse.mentions)
        yield from (claim for claim in made if claim is not None)

    def _claim(
        self, parse: SentenceParse, discourse: DiscourseState, place: Place, anchored: AnchoredMention
    ) -> Claim | None:
        """The claim of a value in a cell; None in the head, and where neither row nor column says what it is of."""
        number = next((n for n, cell in enumerate(place.row) if cell.first <= anchored.first < cell.last), None)
        if place.is_head or not number or number >= len(place.table.head):
            return None
        row, column = self._head(place.row[0]), self._head(place.table.head[number])
        caption = self._caption(place)
        corner = self._head(place.table.head[0])
        hint = column.hint or row.hint or corner.hint or self._shared_hint(place, caption)
        mention = applied(hint, anchored.mention)
        subject, metric = self._sides(row, column, corner, caption)
        who = (
            _subject(subject) or _subject(caption if caption.name is not None else NOTHING) or discourse.current_topic()
        )
        if not metric.label:
            return None
        rule = self._rule(parse, metric, mention)
        row_words = (
            f"row “{row.label or parse.text(place.row[0].first, place.row[0].last)}”" if row.last > row.first else ""
        )
        where = f"{row_words}, column “{self._text(place.table.head[number])}”".strip(", ")
        steps: tuple[Step, ...] = (read_step(anchored.mention), Step("table.cell", where))
        if mention is not anchored.mention and hint is not None:
            steps = (*steps, Step("table.unit", f"the head gives the unit {hint.unit or 'none'}, times {hint.scale}"))
        return self._made(parse, mention, who, metric, rule, column.period or row.period or caption.period, steps)

    def _made(
        self,
        parse: SentenceParse,
        mention: Mention,
        who: Subject | None,
        metric: Head,
        rule: MetricRule | None,
        period: Period | None,
        steps: tuple[Step, ...],
    ) -> Claim:
        named = (Step(f"metric.{rule.id}", f"“{metric.label}” names the metric"),) if rule is not None else ()
        mention = _counted(mention, rule)
        span = mention.span
        first, last = bisect_left(parse.tokens.starts, span.start), bisect_left(parse.tokens.starts, span.end)
        stance, why = in_time(parse, factuality(parse, first, last), period)
        content = open_metric(parse, f"{rule.label if rule else ''} {metric.label}".strip()).content
        rule_id, trail = named[0].rule if named else "table.cell", (*steps, *named, *why)
        return replace(
            with_value(new_claim(parse, span, mention.kind, rule_id, trail), mention),
            subject=who,
            metric=Metric(rule.id if rule else "open", rule.label if rule else metric.label, content),
            period=period,
            factuality=stance,
        )

    def _shared_hint(self, place: Place, caption: Head) -> Hint | None:
        """The caption's unit, where no column gives one of its own."""
        own = (self._head(cell).hint for cell in place.table.head)
        return None if any(hint is not None for hint in own) else caption.hint

    def _sides(self, row: Head, column: Head, corner: Head, caption: Head) -> tuple[Head, Head]:
        """Which head names the subject and which the metric.

        A first column with a head of its own ("Company") lists what the rows are about; one without lists metrics.
        """
        listed = corner.label and corner.hint is None and corner.label.lower() not in self._pack.language.metric_heads
        if column.timed:
            if listed or row.name is not None:
                return row, caption
            return caption if caption.name is not None else NOTHING, row
        if row.timed:
            return (column, caption) if column.name is not None else (NOTHING, column)
        if column.name is not None and row.name is None:
            return column, row
        return row, column

    def _text(self, cell: Cell) -> str:
        tokens = self._segments.tokens
        return (
            ""
            if cell.is_empty
            else " ".join(tokens.text[tokens.starts[cell.first] : tokens.ends[cell.last - 1]].split())
        )

    def _head(self, cell: Cell) -> Head:
        """What a cell says as a head."""
        if cell.is_empty:
            return NOTHING
        tokens = self._segments.tokens
        hint = hint_in(tokens, self._pack, cell.first, cell.last)
        last = hint.first if hint is not None else cell.last
        times = [m for m in self._within(cell.first, cell.last) if m.timex is not None]
        label = self._text(Cell(cell.first, last))
        timed = bool(times) and times[0].span.end - times[0].span.start >= len(label) // 2
        period = times[0].timex.period if times and times[0].timex is not None else None
        return Head(cell.first, last, label, period, timed, self._name(cell.first, last), hint)

    def _caption(self, place: Place) -> Head:
        if place.table.caption is None:
            return NOTHING
        sentence = self._segments.sentences[place.table.caption]
        tokens = self._segments.tokens
        first = sentence.first + (tokens.keys[sentence.first] == "#")
        whole = self._head(Cell(first, sentence.last))
        ends = self._pack.language.owner_links | CAPTION_STOPS
        last = next((i for i in range(first, whole.last) if tokens.keys[i] in ends), whole.last)
        names = {n.id: n for n in self._named(first, sentence.last)}
        only = next(iter(names.values())) if len(names) == 1 else None
        return replace(whole, last=last, label=self._text(Cell(first, last)), name=only)

    def _within(self, first: int, last: int) -> tuple[Mention, ...]:
        tokens = self._segments.tokens
        start, end = tokens.starts[first], tokens.ends[last - 1]
        a = bisect_left(self._mentions, start, key=lambda m: m.span.start)
        return self._mentions[a : bisect_left(self._mentions, end, key=lambda m: m.span.start)]

    def _named(self, first: int, last: int) -> tuple[Name, ...]:
        a = bisect_left(self._names, first, key=lambda n: n.first)
        return self._names[a : bisect_left(self._names, last, key=lambda n: n.first)]

    def _name(self, first: int, last: int) -> Name | None:
        """The name that fills a head, where the rules know it: any head may have a capital."""
        found = self._named(first, last)
        fills = len(found) == 1 and found[0].first == first and found[0].last >= last
        return found[0] if fills and found[0].type != EntityType.UNKNOWN else None

    def _rule(self, parse: SentenceParse, head: Head, mention: Mention) -> MetricRule | None:
        """The rule whose trigger the head holds and that the value fits; a bare number may be a count.

        A trigger that is a verb ("costs $5") is none in a head ("Costs"), unless the rule is called so.
        """
        table = self._pack.metrics.triggers
        for i in table.places(parse.tokens, head.first, head.last):
            match = table.match(parse.tokens, i)
            for rule in match[0] if match is not None and match[1] <= head.last else ():
                if not self._says(parse, head, rule, i):
                    continue
                plain = rule.dimension == "count" and mention.kind is Kind.NUMBER and not rule.per
                if plain or not any(unmet_conditions(parse, mention, rule, None, frozenset())):
                    return rule
        return None

    def _says(self, parse: SentenceParse, head: Head, rule: MetricRule, i: int) -> bool:
        """Whether a head with a trigger at token `i` names a rule's metric; a verb alone does not ("Sheds *built*")."""
        if parse.tokens.keys[i] not in self._pack.language.lemmas:
            return True
        words = {singular(word) for word in head.label.lower().split()}
        return bool(words & set(rule.nouns)) if rule.nouns else not stems(rule.label).isdisjoint(stems(head.label))


def _subject(head: Head) -> Subject | None:
    if head.name is not None:
        return Subject(head.name.id, head.name.label)
    return Subject(folded(head.label), head.label) if head.label and not head.timed else None


def _counted(mention: Mention, rule: MetricRule | None) -> Mention:
    """A bare number under a head that a rule knows as a count."""
    if rule is None or rule.dimension != "count" or mention.kind is not Kind.NUMBER:
        return mention
    return replace(mention, kind=Kind.COUNT, unit=rule.nouns[0] if rule.nouns else None, dimension="count")
