"""Whether the tense and sense of a verb let a time date what it tells."""

from __future__ import annotations

from reconcile.model.claim import Factuality
from reconcile.model.period import Grain, Period, day_on
from reconcile.text.parse import (
    SHARES,
    AnchoredMention,
    SentenceParse,
    VerbGroup,
    governing_group_after,
    governing_group_before,
)

TO_COME = frozenset({Factuality.FORECAST, Factuality.TARGET})
# A time this many days before publication is over for a verb in the perfect.
FRESH = 7


def governing_verb(parse: SentenceParse, anchored: AnchoredMention) -> VerbGroup | None:
    """The verb group a mention stands under: the one before it in its clause, else the one after."""
    return governing_group_before(parse, anchored.first) or governing_group_after(parse, anchored.last)


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
