"""What sentences claim, from the table in `tests/corpus/claims.yaml`."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from reconcile.pipeline import document

TABLE = yaml.safe_load((Path(__file__).parents[3] / "corpus" / "claims.yaml").read_text(encoding="utf-8"))
NEWS = "2031-05-08/2031-05-14"


def summary(claim):
    """A claim as the table has it."""
    metric = claim.metric.label if claim.metric.is_open else claim.metric.id
    office = "+".join(claim.titles) + (f" at {claim.organisation.id}" if claim.organisation else "")
    when = claim.period.edtf.replace(NEWS, "news") if claim.period else "-"
    parts = [claim.quote, claim.subject.id if claim.subject else "-", office or metric, when]
    parts += [str(claim.factuality)] if claim.factuality != "asserted" else []
    return " | ".join([*parts, f"behind {', '.join(claim.ahead)}"] if claim.ahead else parts)


@pytest.mark.parametrize(("text", "claims"), TABLE.items(), ids=list(TABLE))
def test_what_a_sentence_claims(stages, text, claims):
    assert [summary(claim) for claim in stages.claims(document(text, published=date(2031, 5, 14)))] == claims
