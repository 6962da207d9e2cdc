"""Length against years: between two years lie as many years as the text says, or one more or less.

"She led the museum for 12 years, from 2008 to 2016" does not hold, nor does "begun in 2012 and opened in 2024, eight
years later". Only where the length stands right beside the two years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Evidence, Finding
from reconcile.reconciler.checks.text_finding import make_finding_of_words
from reconcile.rules.load import Pack

CODE = "RC420"
_YEAR = r"(?:1[5-9]|20)\d\d"
_N = r"(?P<n>\d{1,3}|[a-z]+)"
_FORMS = (
    # for 12 years, from 2008 to 2016; a 12-year reign from 2008 to 2016
    re.compile(
        rf"\b(?i:for|an?|the|his|her|its|their)\s{_N}[\s-]years?(?:\s[a-z]+){{0,3}},?\s(?:from|between)\s"
        rf"(?P<a>{_YEAR})\s(?:to|until|and|through)\s(?P<b>{_YEAR})(?=[.;)]|,\s(?!and\b|again\b|then\b|plus\b)|$)",
        re.MULTILINE,
    ),
    # begun in 2012 and opened in 2024, eight years later
    re.compile(rf"\bin\s(?P<a>{_YEAR})(?:,?\s[a-z]+){{1,8}}?\sin\s(?P<b>{_YEAR}),\s{_N}\syears\slater\b"),
    # begun in 2012 and opened in 2024 after eight years of work
    re.compile(
        rf"\b(?:began|begun|started)\sin\s(?P<a>{_YEAR})(?:,?\s[a-z]+){{1,8}}?\sin\s(?P<b>{_YEAR}),?\safter\s{_N}"
        r"\syears\sof\s(?:work|building|construction|digging|talks|repairs|restoration)\b"
    ),
)


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each length of time that is not that between its two years."""
    del claims
    for id_, document in sorted(documents.items()):
        for form in _FORMS:
            for match in form.finditer(document.text, document.body):
                word, first, last = match["n"], int(match["a"]), int(match["b"])
                stated = Decimal(word) if word.isdigit() else pack.numerals.cardinals.get(word)
                if stated is None or last <= first or abs(last - first - stated) <= 1:
                    continue
                passage = Evidence(id_, match.start(), match.end(), match.group(), f"{first} to {last}")
                message = f"From {first} to {last} are {last - first} years, not {word}."
                why = f"{last} - {first} = {last - first}"
                yield make_finding_of_words(
                    CODE, passage, message, why, pack.policy, "the length or one of the years is wrong"
                )
