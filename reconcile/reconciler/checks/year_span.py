"""Order of dates: a span of years does not end before it begins.

"She led the firm from 2012 to 2008" does not hold. Both must look like years and nothing countable may follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Evidence, Finding
from reconcile.reconciler.checks.text_finding import make_finding
from reconcile.rules.load import Pack

CODE = "RC409"
_SPAN = re.compile(
    r"(?:\b(?:from|between)\s(?P<a>(?:1[89]|20)\d\d)\s(?:to|until|and|through)\s(?P<b>(?:1[89]|20)\d\d)(?=[.,;)]|$)"
    r"|\((?P<c>(?:1[89]|20)\d\d)[-\u2013](?P<d>(?:1[89]|20)\d\d)\))"
)


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each span of years in reverse."""
    del claims
    for id_, document in sorted(documents.items()):
        for match in _SPAN.finditer(document.text):
            first, last = (int(y) for y in match.groups() if y is not None)
            if last < first:
                why = f"{last} is before {first}"
                found = make_finding(
                    CODE, (), f"“{match.group()}” ends before it begins.", why, pack.policy, "the years are swapped"
                )
                evidence = Evidence(id_, match.start(), match.end(), match.group(), f"{first} to {last}")
                yield replace(found, evidence=(evidence,), fingerprint=f"{found.fingerprint[:8]}{first}{last}")
