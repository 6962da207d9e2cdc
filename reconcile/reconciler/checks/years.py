"""Years against one another: what ends before it begins, a length that is not theirs, an age they do not allow.

"She led the firm from 2012 to 2008" does not hold. Both must look like years and nothing countable may follow.

"Lena Fisk, who was born in 1961 and died in 1957" does not hold. Which words are of a beginning and which of its end
stands in the policy (`begin_end_pairs`); each must stand once in the sentence, with one year right after it.

"She led the museum for 12 years, from 2008 to 2016" does not hold, nor does "begun in 2012 and opened in 2024, eight
years later": between two years lie as many as the text says, or one more or less. Only where the length stands right
beside the two years.

"Jane Marsh, 53, was born in 1950", published in 2014, does not hold: who was born in a year is, on a day, that many
years old or one less. Needs the publication date and a sentence that speaks of no other time ("when she was"), or the
year of death beside the year of birth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Evidence, Finding
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import plain
from reconcile.reconciler.checks.sentence_claims import words_of
from reconcile.reconciler.verdicts.findings import fingerprint, make_finding, make_finding_of_words
from reconcile.rules.load import Pack

AGE, SPAN, ORDER, LENGTH = "RC408", "RC409", "RC410", "RC420"
_TOKEN = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_RECENT = r"(?:1[89]|20)\d\d"
_IN_REVERSE = re.compile(
    rf"(?:\b(?:from|between)\s(?P<a>{_RECENT})\s(?:to|until|and|through)\s(?P<b>{_RECENT})(?=[.,;)]|$)"
    rf"|\((?P<c>{_RECENT})[-\u2013](?P<d>{_RECENT})\))"
)
# How many words after its verb a year may stand ("was born on 5 May in 1961"), and after "born" of an age.
REACH, BIRTH_REACH = 5, 8
# Between the two verbs stand no more words than this, or they are of two things.
MAX_WORDS_BETWEEN = 12


def check_span(document: Document, _claims: tuple[Claim, ...], pack: Pack) -> Iterator[Finding]:
    """One finding for each span of years in reverse."""
    for match in _IN_REVERSE.finditer(document.text):
        first, last = (year for year in match.groups() if year is not None)
        message, slip = f"“{match.group()}” ends before it begins.", "the years are swapped"
        passage = Evidence(document.id, *match.span(), match.group(), f"{first} to {last}")
        yield from _out_of_order(SPAN, passage, first, last, message, slip, pack)


def check_order(document: Document, claims: tuple[Claim, ...], pack: Pack) -> Iterator[Finding]:
    """One finding for each sentence in which an end has an earlier year than its beginning."""
    for span in sorted({c.sentence for c in claims}):
        tokens = list(_TOKEN.finditer(document.text, span.start, span.end))
        words = [t.group().lower() for t in tokens]
        for begins, ends in pack.policy.begin_end_pairs:
            pair = _years(words, begins, ends, pack.policy.cues["another"])
            if pair is not None:
                first, last = (words[i] for i in pair)
                found = Span(tokens[pair[0]].start(), tokens[pair[1]].end())
                quote, read_as = document.text[found.start : found.end], f"{begins} {first}, {ends} {last}"
                message = f"Something {begins} in {first} is said to have {ends} in {last}."
                passage = Evidence(document.id, found.start, found.end, quote, read_as)
                yield from _out_of_order(ORDER, passage, first, last, message, "one of the years is wrong", pack)


def _out_of_order(
    code: str, passage: Evidence, first: str, last: str, message: str, slip: str, pack: Pack
) -> Iterator[Finding]:
    if int(last) < int(first):
        found = make_finding(code, (), message, f"{last} is before {first}", pack.policy, slip)
        yield replace(found, evidence=(passage,), fingerprint=fingerprint_of_years(code, first, last))


def fingerprint_of_years(code: str, first: str, last: str) -> str:
    """Made of the years of a beginning and its end."""
    return f"{fingerprint(code, ())[:8]}{first}{last}"


def _years(words: list[str], begins: str, ends: str, another: frozenset[str]) -> tuple[int, int] | None:
    """The places of the years of the beginning and of the end, in this order of words; None where it is not plain.

    After a word of `another`, somebody or something else may be spoken of.
    """
    if words.count(begins) != 1 or words.count(ends) != 1:
        return None
    first, last = words.index(begins), words.index(ends)
    if not first < last <= first + MAX_WORDS_BETWEEN or another & frozenset(words[first + 1 : last]):
        return None
    one = [i for i in range(first + 1, min(first + 1 + REACH, last)) if _YEAR.fullmatch(words[i])]
    other = [i for i in range(last + 1, min(last + 1 + REACH, len(words))) if _YEAR.fullmatch(words[i])]
    return (one[0], other[0]) if len(one) == len(other) == 1 else None


_LONG_AGO = r"(?:1[5-9]|20)\d\d"
_N = r"(?P<n>\d{1,3}|[a-z]+)"
_LENGTHS = (
    # for 12 years, from 2008 to 2016; a 12-year reign from 2008 to 2016
    re.compile(
        rf"\b(?i:for|an?|the|his|her|its|their)\s{_N}[\s-]years?(?:\s[a-z]+){{0,3}},?\s(?:from|between)\s"
        rf"(?P<a>{_LONG_AGO})\s(?:to|until|and|through)\s(?P<b>{_LONG_AGO})"
        r"(?=[.;)]|,\s(?!and\b|again\b|then\b|plus\b)|$)",
        re.MULTILINE,
    ),
    # begun in 2012 and opened in 2024, eight years later
    re.compile(rf"\bin\s(?P<a>{_LONG_AGO})(?:,?\s[a-z]+){{1,8}}?\sin\s(?P<b>{_LONG_AGO}),\s{_N}\syears\slater\b"),
    # begun in 2012 and opened in 2024 after eight years of work
    re.compile(
        rf"\b(?:began|begun|started)\sin\s(?P<a>{_LONG_AGO})(?:,?\s[a-z]+){{1,8}}?\sin\s(?P<b>{_LONG_AGO}),?"
        rf"\safter\s{_N}\syears\sof\s(?:work|building|construction|digging|talks|repairs|restoration)\b"
    ),
)


def check_length(document: Document, _claims: tuple[Claim, ...], pack: Pack) -> Iterator[Finding]:
    """One finding for each length of time that is not that between its two years."""
    for form in _LENGTHS:
        for match in form.finditer(document.text, document.body):
            word, first, last = match["n"], int(match["a"]), int(match["b"])
            stated = Decimal(word) if word.isdigit() else pack.numerals.cardinals.get(word)
            if stated is None or last <= first or abs(last - first - stated) <= 1:
                continue
            passage = Evidence(document.id, *match.span(), match.group(), f"{first} to {last}")
            message = f"From {first} to {last} are {last - first} years, not {word}."
            why, slip = f"{last} - {first} = {last - first}", "the length or one of the years is wrong"
            yield make_finding_of_words(LENGTH, passage, message, why, pack.policy, slip)


def check_age(document: Document, claims: tuple[Claim, ...], pack: Pack) -> Iterator[Finding]:
    """One finding for each age that the birth year of its sentence does not allow on its day."""
    for claim in claims:
        age = claim.number
        if claim.kind is not Kind.AGE or age is None or claim.hedge is not None:
            continue
        words = words_of(document.text[claim.sentence.start : claim.sentence.end])
        born, year, day = _life(words, document, pack)
        if born is not None and year is not None and Decimal(year - born) - age not in (0, 1):
            why = f"born in {born}, {day} in {year}: {year - born - 1} or {year - born}"
            message = f"The age “{claim.quote}” ({plain(age)}) does not fit the birth year {born}."
            yield make_finding(AGE, (claim,), message, why, pack.policy, "the age, the year or the person is wrong")


def _life(words: tuple[str, ...], document: Document, pack: Pack) -> tuple[int | None, int | None, str]:
    """The year of birth, that of death or else of publication, and which of these it is."""
    published, cues = document.source.published, pack.policy.cues
    separators = cues["apart"] | cues["to"]
    died = _year_after(words, cues["died"], separators)
    if died is not None:
        lead = words[: next(i for i, w in enumerate(words) if w in cues["died"])]
        return _year_after(lead, cues["born"], separators), died, "died"
    if published is None or cues["past"] & frozenset(words):
        return None, None, ""
    return _year_after(words, cues["born"], separators), published.year, "published"


def _year_after(words: tuple[str, ...], cues: frozenset[str], separators: frozenset[str]) -> int | None:
    """The one year soon after the one word of `cues`, or the first if it follows at once; not past `separators`
    words.
    """
    at = [i for i, w in enumerate(words) if w in cues]
    soon = words[at[0] + 1 : at[0] + 1 + BIRTH_REACH] if len(at) == 1 else ()
    years = [i for i, w in enumerate(soon) if re.fullmatch(_RECENT, w)]
    is_birth_year = bool(years) and (len(years) == 1 or years[0] == 1) and not separators & frozenset(soon[: years[0]])
    return int(soon[years[0]]) if is_birth_year else None
