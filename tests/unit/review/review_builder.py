"""Runs of short invented texts, and decisions on them."""

from datetime import date

from reconcile.model.document import Document, Source
from reconcile.review.ledger import read_ledger
from reconcile.review.reviewed import reviewed
from reconcile.review.session import ReviewSession

DAY = date(2031, 6, 1)
HERALD = "The storm in Dale killed 5 people on 3 May 2031."
COURIER = "The storm in Dale killed 7 people on 3 May 2031."


def documents(**texts):
    day = date(2031, 5, 4)
    return tuple(
        Document(f"{name}.txt", text, Source(published=day, published_from="caller")) for name, text in texts.items()
    )


def run(stages, folder, as_of=DAY, **texts):
    return reviewed(stages, documents(**texts), (), read_ledger((folder,)).decisions, as_of)


def sit(stages, folder, by="ada", as_of=DAY, **texts):
    return ReviewSession(run(stages, folder, as_of, **texts), stages.pack, folder, by, as_of)


def states(run):
    return [(str(review.state), review.changes) for review in run.reviews]


def codes(run):
    return [finding.code for finding in run.findings]
