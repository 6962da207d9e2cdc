import re
from pathlib import Path

from reconcile.report.reading import SKIP_REASONS, skip_reason_words

ROOT = Path(__file__).resolve().parents[3]


def test_every_rule_that_sets_something_aside_has_its_meaning_and_no_other_has():
    sources = (ROOT / "reconcile" / "extractors").rglob("*.py")
    used = {
        rule
        for path in sources
        for rule in re.findall(r'"((?:excuse|non-quantity)\.[a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    assert used == set(SKIP_REASONS)


def test_an_unknown_rule_is_shown_by_its_name():
    assert skip_reason_words("non-quantity.telephone") == "non-quantity.telephone: a telephone number"
    assert skip_reason_words("mine.odd") == "mine.odd"
