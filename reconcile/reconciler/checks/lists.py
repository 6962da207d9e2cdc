"""Lists against the count or rank that goes with them: "three countries: A, B and C" names three.

The list stands behind a colon, between dashes, in brackets, between commas before the verb ("Three towns, A, B and C,
were cut off") or after "are" ("The three towns are A, B and C"). One that calls itself a sample is left alone.

A list of names or of single words as a text gives it, and how many items it may have.

"Boots and Bread, Corn and Salt" may be three items or four: an "and" may stand inside a name, so a list has a least and
a greatest length.

Whoever has exactly n named ahead is at place n + 1: "Ranked fifth behind A, B and C" names three, which makes the
fourth. The list may be cut short ("behind A and others"), which is why the finding is a warning, and a rank of no more
than n + 1 needs every one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Evidence, Finding, Option
from reconcile.model.mention import Kind
from reconcile.model.value import plain
from reconcile.reconciler.verdicts.findings import ALWAYS, evidence, listed, make_finding, make_finding_of_words
from reconcile.rules.load import Pack
from reconcile.rules.policy import Policy

_AND = re.compile(r"\s+(?:and|&)\s+")
_LETTERS = re.compile(r"[^\W\d_]+")
COUNT, RANK = "RC411", "RC412"
# A longer list is likelier prose, and so is an item of more words; what is no name has fewer yet.
LONGEST, WORDS = 12, 4
# So many common words are a list: "cost, time and risk".
LEAST_PLAIN = 3


@dataclass(frozen=True, slots=True)
class Listed:
    """The items of a list, every "and" taken to part two of them; `least` if those inside items do not."""

    items: tuple[str, ...]
    least: int

    def may_have(self, count: int) -> bool:
        """Whether the list can be read as one of so many."""
        return self.least <= count <= len(self.items)


def read(text: str, policy: Policy, *, names_only: bool = False) -> Listed | None:
    """The list that all of `text` is: "A, B and C"; None for anything else, or where an item may be no item."""
    if any(c.isdigit() or c in ':;()\n"“”' for c in text):
        return None
    words = frozenset(w.lower() for w in _LETTERS.findall(text))
    if words & (policy.cues["sample"] | policy.cues["name_tail"]):
        return None
    pieces = [p.strip() for p in text.strip().rstrip(".!?").split(",")]
    closed = pieces[-1].startswith("and ")
    pieces[-1] = pieces[-1].removeprefix("and ")
    items = tuple(item for piece in pieces for item in _AND.split(piece))
    least = len(pieces) + (0 if closed else 1)
    if not 2 <= len(items) <= LONGEST or least > len(items) or not _is_uniform(items, policy, names_only=names_only):
        return None
    return Listed(items, least)


def _is_uniform(items: tuple[str, ...], policy: Policy, *, names_only: bool) -> bool:
    """Whether all items are names, or three and more single words, none of which is of several things."""
    if all(_is_name(item, policy) for item in items):
        return True
    plain = all(i.islower() and i.isalpha() and not is_plural(i, policy) for i in items)
    return plain and len(items) >= LEAST_PLAIN and not names_only


def _is_name(item: str, policy: Policy) -> bool:
    words = item.removeprefix("the ").split()
    small = policy.cues["name_inside"]
    return (
        1 <= len(words) <= WORDS
        and words[0][:1].isupper()
        and words[-1][:1].isupper()
        and all(w[:1].isupper() or w in small for w in words)
    )


def is_plural(word: str, policy: Policy) -> bool:
    """Whether a common noun is of several things."""
    return word.endswith("s") or word in policy.cues["plural"]


# The words between a count and its list: "villages", "of the poorer countries in the north".
_HEAD = r"(?P<head>(?:\s[^\W\d_][^\W\d_'’-]*){1,8})"
_FORMS = tuple(
    re.compile(_HEAD + rest)
    for rest in (
        r":\s(?P<list>[^:]+)$",
        r"\s?[\u2013\u2014]\s?(?P<list>[^\u2013\u2014]+?)(?:\s?[\u2013\u2014]|$)",
        r"\s-{1,2}\s(?P<list>.+?)(?:\s-{1,2}\s|$)",
        r"\s\((?P<list>[^()]+)\)",
    )
)
_BETWEEN_COMMAS = re.compile(r"(?P<head>(?:\s[^\W\d_]+){1,3}),\s(?P<list>[^:;()]+?\sand\s[^,:;()]+),\s(?P<next>[a-z]+)")
_ARE = re.compile(
    r"(?:^|[.!?]\s)(?P<count>(?:The|These|Its|Their|His|Her|Our)\s(?P<number>[^\W\d_]+|\d{1,2})"
    r"(?:\s[^\W\d_]+){1,3})\s(?:are|were)\s(?P<list>[^.!?:;()]+)[.!?](?=\s|$)",
    re.MULTILINE,
)
_SPACE = re.compile(r"\s+")
SLIP = "one is missing or counted twice"
# One name ahead is a comparison with a rival, not the list of all who lead.
LEAST_AHEAD = 2


def check_count(document: Document, claims: tuple[Claim, ...], pack: Pack) -> Iterator[Finding]:
    """One finding for each count that is not the number of items of its list."""
    for claim in claims:
        count = claim.number
        if claim.kind is Kind.COUNT and count is not None and claim.hedge is None and 2 <= count <= LONGEST:
            found = _after(claim, document.text, pack.policy)
            if found is not None and not found.may_have(int(count)):
                yield make_finding(COUNT, (claim,), _message(claim.quote, count, found), _why(found), pack.policy, SLIP)
    yield from _named_after_are(document, pack)


def _after(claim: Claim, text: str, policy: Policy) -> Listed | None:
    """The list that a count announces in its sentence."""
    rest = _SPACE.sub(" ", text[claim.span.end : claim.sentence.end]).rstrip()
    for form in _FORMS:
        match = form.match(rest)
        if match is not None and not frozenset(match["head"].lower().split()) & policy.cues["sample"]:
            return read(match["list"], policy)
    match = _BETWEEN_COMMAS.match(rest)
    if match is None or not is_plural(match["head"].split()[-1], policy) or match["next"] in policy.cues["goes_on"]:
        return None
    before = text[claim.sentence.start : claim.span.start].lower().split()
    opens = not before or (len(before) == 1 and before[0] in policy.cues["definite"])
    return read(match["list"], policy, names_only=True) if opens else None


def _named_after_are(document: Document, pack: Pack) -> Iterator[Finding]:
    """Counts of known things, which no claim is made of: "The four counties are A, B and C"."""
    for match in _ARE.finditer(document.text):
        word = match["number"].lower()
        count = Decimal(word) if word.isdigit() else pack.numerals.cardinals.get(word)
        found = read(match["list"], pack.policy, names_only=True) if count is not None else None
        if count is None or found is None or not 2 <= count <= LONGEST or found.may_have(int(count)):
            continue
        start, end = match.start("count"), match.end("list")
        passage = Evidence(document.id, start, end, document.text[start:end], f"{plain(count)}, and a list")
        message = _message(match["count"], count, found)
        yield make_finding_of_words(COUNT, passage, message, _why(found), pack.policy, SLIP)


def _message(quote: str, count: Decimal, found: Listed) -> str:
    return f"“{quote}” announces {plain(count)}, and {len(found.items)} follow: {', '.join(found.items)}."


def _why(found: Listed) -> str:
    n = len(found.items)
    return f"the list has {n}" if found.least == n else f"the list has {found.least} to {n}"


def check_rank(document: Document, claims: tuple[Claim, ...], pack: Pack) -> Iterator[Finding]:
    """One finding for each rank that does not fit the number of those listed ahead of it."""
    for claim in claims:
        rank = misplaced(claim)
        if rank is not None:
            yield _rank_finding(claim, plain(rank), document, pack)


def misplaced(claim: Claim) -> Decimal | None:
    """The rank of a claim, where it does not fit the number of those listed ahead of it."""
    rank = claim.number
    return None if rank is None or len(claim.ahead) < LEAST_AHEAD or rank == len(claim.ahead) + 1 else rank


def _rank_finding(claim: Claim, rank: str, document: Document, pack: Pack) -> Finding:
    n = len(claim.ahead)
    who = claim.subject.label if claim.subject is not None else "It"
    message = f"{who} is placed “{claim.quote}”, but {n} are named ahead: {listed(claim.ahead)}."
    why = f"{n} named ahead make a rank of {n + 1}, not {rank}"
    slip = f"one is missing from the list, or “{claim.quote}” should be place {n + 1}"
    options = (
        Option("keep-a", f"“{claim.quote}” is right (the list is incomplete)"),
        Option("keep-b", f"place {n + 1} is right"),
        *ALWAYS,
    )
    placed = replace(evidence(claim), read_as=f"rank {rank}")
    start, end = claim.evidence[0].start, claim.evidence[-1].end
    ahead = Evidence(claim.source, start, end, document.text[start:end], f"{n} ahead", claim.id)
    found = make_finding(RANK, (claim,), message, why, pack.policy, slip, "check.rank-list")
    return replace(found, evidence=(placed, ahead), options=options)
