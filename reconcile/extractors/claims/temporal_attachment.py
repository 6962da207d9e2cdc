"""Temporal attachment: the time that stands with a value, in its clause, in one beside it, or at the head of its
sentence.

Not its time: how far back a superlative reaches ("the most *since 1987*"), a list of times ("in 2006, 2009 and 2013"),
the time of another value or of what a value is compared with, and one that the tense of its verb rules out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reconcile.extractors.entities.clause_subjects import SETTING_OFF
from reconcile.model.claim import Factuality
from reconcile.model.mention import Kind, Mention, TimexType
from reconcile.model.period import Grain, Period, day_on, one_day
from reconcile.model.timeexpr import At, Offset
from reconcile.text.parse import SHARES, AnchoredMention, SentenceParse, VerbGroup, governing_verb
from reconcile.text.word_classes import Tag

WHEN = "when"
# The longest noun phrase between a superlative and its "since", in tokens, and the longest word that is none ("rest").
REACH_TOKENS, SHORT = 8, 4


def can_date(anchored: AnchoredMention) -> bool:
    """Whether a mention of time can say when something holds: a date, a part of a day said, a length that is placed."""
    timex = anchored.mention.timex
    if timex is None or anchored.mention.kind is not Kind.DATE:
        return timex is not None and timex.type is TimexType.DURATION and timex.own is not None
    core = timex.expr.core if timex.expr is not None else None
    return timex.type is TimexType.DATE or (isinstance(core, At) and core.day is not None)


def _time_before_when(parse: SentenceParse, anchored: AnchoredMention) -> AnchoredMention | None:
    """The time right before the "when" that opens the clause of a value: "since 1987, *when* 96 people died"."""
    opens = next((k for k in range(anchored.first - 1, parse.first, -1) if parse.tag(k) is Tag.SUBORDINATOR), None)
    if opens is None or parse.key(opens) != WHEN:
        return None
    end = opens - (parse.key(opens - 1) == ",")
    return next((b for b in parse.mentions if b.last == end and can_date(b)), None)


def dated_by_when(parse: SentenceParse, anchored: AnchoredMention) -> AnchoredMention | None:
    """The one time of the clause that says when: "12 men died *when a mill burned down in May*"."""
    opens = next((k for k in range(anchored.last, parse.last) if parse.tag(k) is Tag.SUBORDINATOR), None)
    own = governing_verb(parse, anchored)
    if opens is None or parse.key(opens) != WHEN or own is None or not parse.is_past(own):
        return None
    times = [b for b in parse.mentions if b.first > opens and can_date(b)]
    between = range(opens + 1, times[0].first) if times else range(0)
    closed = any(parse.tag(k) in (Tag.SUBORDINATOR, Tag.PUNCTUATION) for k in between)
    return times[0] if len(times) == 1 and not closed else None


def is_superlative_scope(parse: SentenceParse, time: AnchoredMention, value: AnchoredMention) -> bool:
    """Whether a time says how far a superlative reaches: "the worst since 1994", ", the best start this year"."""
    at = superlative(parse, value.last, time.first)
    if at is None:
        return False
    return follows_since(parse, time) or any(parse.key(k) in SETTING_OFF for k in range(value.last, at))


def superlative(parse: SentenceParse, first: int, last: int) -> int | None:
    """The first superlative in tokens `[first, last)`: "the lowest", "its third-largest"."""
    ranks = {b.first for b in parse.mentions if b.mention.kind is Kind.RANK}
    return next((k for k in range(first, last) if k in ranks or _is_superlative(parse, k)), None)


def _is_superlative(parse: SentenceParse, i: int) -> bool:
    led = i > parse.first and parse.tag(i - 1) in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE)
    return led and parse.key(i).endswith("est") and len(parse.key(i)) > SHORT


def follows_since(parse: SentenceParse, time: AnchoredMention) -> bool:
    """Whether a time is one that something holds since."""
    return parse.key(time.first - 1) == "since" or "since" in time.mention.quote.lower().split()


def is_since_superlative(parse: SentenceParse, time: AnchoredMention) -> bool:
    """Whether a time only says how far back a superlative right before it reaches: "the lowest since March".

    So does one that follows what something would *be*: "would be the first in 40 years".
    """
    first = max(parse.first, time.first - REACH_TOKENS)
    counted = parse.key(time.first - 1) == "in" and _is_counted_on(time) and _is_under_copula(parse, time)
    at = superlative(parse, first, time.first) if counted or follows_since(parse, time) else None
    return at is not None and not any(parse.tag(k) in (Tag.VERB, Tag.AUXILIARY) for k in range(at, time.first))


def _is_counted_on(time: AnchoredMention) -> bool:
    """Whether a time is a length counted on from the day of publication: "in 40 years"."""
    core = time.mention.timex.expr.core if time.mention.timex is not None and time.mention.timex.expr else None
    return isinstance(core, Offset) and core.sign > 0 and core.start is None


def _is_under_copula(parse: SentenceParse, anchored: AnchoredMention) -> bool:
    """Whether a mention stands under a verb of being."""
    group = governing_verb(parse, anchored)
    return group is not None and parse.key(group.main) in parse.pack.language.copulas


def is_listed(parse: SentenceParse, at: int) -> bool:
    """Whether a time is one of a list of times, none of which dates a value alone: "in 2006, 2009 and 2013"."""
    neighbours = (parse.mentions[k] for k in (at - 1, at + 1) if 0 <= k < len(parse.mentions))
    return any(can_date(other) and _lists(parse, parse.mentions[at], other) for other in neighbours)


def _lists(parse: SentenceParse, one: AnchoredMention, other: AnchoredMention) -> bool:
    """Whether only a comma or "and" stands between two times of one grain, and no "between" opens a range."""
    first, last = (one, other) if one.first < other.first else (other, one)
    a, b = one.mention.timex, other.mention.timex
    joined = first.last < last.first and all(_joins(parse, k) for k in range(first.last, last.first))
    same_grain = (
        a is not None and b is not None and a.own is not None and b.own is not None and a.own.grain is b.own.grain
    )
    return joined and same_grain and parse.key(first.first - 1) != "between"


def _joins(parse: SentenceParse, i: int) -> bool:
    """Whether a comma, "and" or "or" stands at token `i`."""
    return parse.key(i) == "," or parse.tag(i) is Tag.CONJUNCTION


# A time further off than this belongs to something else.
WINDOW_TOKENS = 14
# How much farther a time is for each comma, word that joins or compares, or other value between, in tokens.
COMMA, CONJUNCTION, COMPETITOR = 1, 3, 2
# How near the head of a sentence a time must begin to hold for all of it.
OPENING = 2


def nearest_time(
    parse: SentenceParse, anchored: AnchoredMention, stance: Factuality, dateline: Mention | None
) -> AnchoredMention | None:
    """The nearest time that can date a value; None where none can. A `dateline` dates the text and nothing in it."""
    stated = _time_before_when(parse, anchored)
    if stated is not None and stated.mention is not dateline:
        return stated
    best: tuple[int, AnchoredMention] | None = None
    starts = is_start(parse, anchored)
    for at, time in enumerate(parse.mentions):
        fits = can_date(time) and time.mention is not dateline and not (starts and time.first < anchored.first)
        cost = _cost(parse, at, anchored) if fits and tense_allows(parse, anchored, time, stance) else None
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, time)
    return dated_by_when(parse, anchored) if best is None else best[1]


def day_of(period: Period | None) -> Period | None:
    """The day of a time shorter than a day, by which values of two sources meet; any other period as it is."""
    if period is None or period.start is None or period.grain.rank >= Grain.DAY.rank:
        return period
    day = date.fromisoformat(period.start.isoformat()[:10])
    return one_day(day)


def _cost(parse: SentenceParse, at: int, value: AnchoredMention) -> int | None:
    """How far the time `frame.mentions[at]` is from a value; None where it cannot date it."""
    time = parse.mentions[at]
    between = range(value.last, time.first) if time.first >= value.last else range(time.last, value.first)
    opening = time.first <= parse.first + OPENING
    if (len(between) > WINDOW_TOKENS and not opening) or _broken(parse, between):
        return None
    if is_of_another(parse, at, value) or is_superlative_scope(parse, time, value) or is_listed(parse, at):
        return None
    if is_since_superlative(parse, time) or _is_set_off(parse, value, time):
        return None
    cost = len(between)
    for k in between:
        joins = parse.tag(k) is Tag.CONJUNCTION or parse.key(k) in parse.pack.language.bases
        cost += COMMA * (parse.key(k) == ",") + CONJUNCTION * joins
    return cost + COMPETITOR * sum(b.mention.kind is not Kind.DATE and b.first in between for b in parse.mentions)


def _is_set_off(parse: SentenceParse, value: AnchoredMention, time: AnchoredMention) -> bool:
    """Whether other words after a comma come between a value and a time: "40 men, who had left it in 2028"."""
    return any(parse.key(k) == "," for k in range(value.last, time.first - 2))


def _broken(parse: SentenceParse, between: range) -> bool:
    """Whether another clause begins between."""
    return any(parse.breaks_clause(k) or parse.tag(k) is Tag.SUBORDINATOR or _closes(parse, k) for k in between)


def _closes(parse: SentenceParse, i: int) -> bool:
    """Whether a comma right before a verb ends an aside: "Borg, which runs two mills, was sold in 2030"."""
    verbal = i + 1 < parse.last and parse.tag(i + 1) in (Tag.VERB, Tag.AUXILIARY)
    return parse.key(i) == "," and verbal and not parse.key(i + 1).endswith("ing")


def period_with_neighbours(parse: SentenceParse, anchored: AnchoredMention) -> Period | None:
    """The period a time gives with its neighbours: "from 2009 to 2011" is all between, "through 2018" ends there."""
    own = anchored.mention.timex.own if anchored.mention.timex is not None else None
    if own is None:
        return None
    for start, end in ((anchored, _joined(parse, anchored, 1)), (_joined(parse, anchored, -1), anchored)):
        if start is not None and end is not None:
            return _between(start, end) or own
    before = parse.key(anchored.first - 1)
    if before != "to" and before in parse.pack.language.range_ends and own.end is not None:
        return replace(own, start=None, edtf=f"../{own.edtf}")
    return own


def _joined(parse: SentenceParse, anchored: AnchoredMention, step: int) -> AnchoredMention | None:
    """The time that "from ... to" or "between ... and" joins to one, on the side `step` says."""
    at = parse.mentions.index(anchored) + step
    if not 0 <= at < len(parse.mentions):
        return None
    other = parse.mentions[at]
    first, last = (anchored, other) if step > 0 else (other, anchored)
    opens, link = parse.key(first.first - 1), parse.key(first.last)
    spans = (opens == "from" and link in parse.pack.language.range_ends) or (opens == "between" and link == "and")
    spans = spans or (link in DASHES and parse.tokens.touches(first.last) and parse.tokens.touches(last.first))
    return other if can_date(other) and spans and last.first == first.last + 1 else None


def _between(first: AnchoredMention, last: AnchoredMention) -> Period | None:
    a, b = first.mention.timex, last.mention.timex
    if a is None or b is None or a.own is None or b.own is None:
        return None
    ordered = a.own.is_resolved and b.own.is_resolved and a.own.ends_before(b.own)
    return Period(a.own.start, b.own.end, f"{a.own.edtf}/{b.own.edtf}", a.own.grain) if ordered else None


CHANGES = frozenset({Kind.PERCENT, Kind.POINTS, Kind.RATIO})
DASHES = frozenset({"-", "–"})
# How far the word that compares stands before a value, and a value before its time, in tokens.
NEAR = 6
_STOPS = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.CONJUNCTION, Tag.PUNCTUATION, Tag.SUBORDINATOR})


def is_start(parse: SentenceParse, anchored: AnchoredMention) -> bool:
    """Whether a value is what a change starts from: after "from", with another of its sort, or after "down from"."""
    mention = anchored.mention
    if parse.key(anchored.first - 1) != "from":
        return False
    return parse.key(anchored.first - 2) in parse.pack.language.directions or any(
        b is not anchored and (b.mention.kind, b.mention.unit) == (mention.kind, mention.unit) for b in parse.mentions
    )


def is_of_another(parse: SentenceParse, at: int, value: AnchoredMention) -> bool:
    """Whether the time `frame.mentions[at]` belongs to what a value is compared with: to another value, or to none."""
    time = parse.mentions[at]
    if _compares_with(parse, time, value):
        return True
    owner = parse.mentions[at - 1] if at else None
    if owner is None or owner == value or owner.mention.kind is Kind.DATE or time.first - owner.last > NEAR:
        return False
    is_interrupted = any(parse.tag(k) in _STOPS for k in range(owner.last, time.first))
    return not is_interrupted and _compared(parse, owner.first)


def _compares_with(parse: SentenceParse, time: AnchoredMention, value: AnchoredMention) -> bool:
    """Whether a change is counted from the time itself: "rose 5% from 2029", "down 3% on the previous year"."""
    language, i = parse.pack.language, time.first - 1
    i -= parse.key(i) in language.scene_setters
    word = parse.key(i)
    if (word != "from" and word in language.bases) or _links_compared(parse, i):
        return True
    if value.mention.kind not in CHANGES or value.last > i:
        return False
    period = time.mention.timex.own if time.mention.timex is not None else None
    long = period is not None and period.grain.rank >= Grain.MONTH.rank
    ranged = parse.key(time.last) in language.range_ends | DASHES
    return (word == "from" and not ranged) or (word == "on" and long)


def _links_compared(parse: SentenceParse, i: int) -> bool:
    """Whether token `i` leads from a word that compares to what it compares with: "compared *with*"."""
    language = parse.pack.language
    return parse.key(i) in language.comparison_links and parse.key(i - 1) in language.comparing


def _compared(parse: SentenceParse, i: int) -> bool:
    """Whether a word that compares leads to token `i`, with nothing between but the value's own noun phrase."""
    for k in range(i - 1, max(parse.first, i - NEAR) - 1, -1):
        if parse.key(k) in parse.pack.language.bases or _links_compared(parse, k):
            return True
        if parse.tag(k) in _STOPS:
            return False
    return False


TO_COME = frozenset({Factuality.FORECAST, Factuality.TARGET})
# A time this many days before publication is over for a verb in the perfect.
FRESH = 7


def tense_allows(parse: SentenceParse, value: AnchoredMention, time: AnchoredMention, stance: Factuality) -> bool:
    """Whether a time can be that of a value, by the verb the value stands under and that of the time."""
    group = governing_verb(parse, value)
    if stance in TO_COME and _is_now(time):
        return False
    share = value.mention.kind in SHARES and stance is Factuality.ASSERTED
    if share and _tells(parse, group) and _is_to_come(parse, time):
        return False
    return not (_is_over(parse, time, group) or _is_time_of_speech(parse, time, group))


def _tells(parse: SentenceParse, group: VerbGroup | None) -> bool:
    """Whether a verb tells what was or is: none that says, foretells or may be."""
    language = parse.pack.language
    if group is None or parse.key(group.main) in language.reporting:
        return False
    return not any(parse.key(i) in language.modals for i in range(group.first, group.last))


def _is_to_come(parse: SentenceParse, time: AnchoredMention) -> bool:
    """Whether a time lies after the day of publication: no share told in past or present is of such a time."""
    published, period = parse.segments.document.source.published, _period(time)
    return published is not None and period is not None and period.begins_after(published)


def _is_now(time: AnchoredMention) -> bool:
    """Whether a time is the present: "now, it will be 5%" tells when that was settled."""
    return time.mention.timex is not None and time.mention.timex.value == "PRESENT_REF"


def _is_over(parse: SentenceParse, time: AnchoredMention, group: VerbGroup | None) -> bool:
    """Whether a time is over and the verb in the perfect, which reaches to now: "opened in 2026 and has sold 5"."""
    published, period = parse.segments.document.source.published, _period(time)
    if (
        group is None
        or parse.key(group.first) not in parse.pack.language.perfect_auxiliaries
        or group.main == group.first
    ):
        return False
    if published is None or period is None or period.end is None or governing_verb(parse, time) == group:
        return False
    if any(parse.key(k) == "since" for k in range(parse.first, time.first)):
        return False
    return str(period.end)[:10] < (day_on(published, -FRESH) or published.min).isoformat()


def _is_time_of_speech(parse: SentenceParse, time: AnchoredMention, group: VerbGroup | None) -> bool:
    """Whether a day or month stands under another verb, one of saying: "sales rose 5%, it said *on Monday*"."""
    period, verb = _period(time), governing_verb(parse, time)
    if period is None or verb is None or verb == group or period.grain.rank > Grain.MONTH.rank:
        return False
    return parse.key(verb.main) in parse.pack.language.reporting


def _period(time: AnchoredMention) -> Period | None:
    return time.mention.timex.own if time.mention.timex is not None else None
