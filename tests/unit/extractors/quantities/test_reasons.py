"""Why a number is in no mention: the run of tokens around it and the rule that sets it aside."""

from __future__ import annotations

import pytest
import quantity_reading as reading

from reconcile.extractors.quantities.skip_reasons import find_skip_reasons


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("A 7-Eleven shop opened.", "7-Eleven: non-quantity.name"),
        ("The red one is better.", "one: non-quantity.pronoun"),
        ("The red one-off is better.", "one-off: non-quantity.compound"),
        ("He served in the Seventh Cavalry there.", "Seventh: non-quantity.name"),
        ("It plays 1080p video.", "1080p: non-quantity.resolution"),
        ("Order #12345 shipped.", "#12345: non-quantity.identifier"),
        ("It is at 2.1.3 now.", "2.1.3: non-quantity.version"),
        ("6,5000,000 boats", "6,5000,000: None"),
        ("The Falcon 9 rocket flew.", "9: non-quantity.name"),
        ("He lives at 221 Baker Street.", "221: non-quantity.address"),
        ("A six-speed gearbox.", "six-speed: non-quantity.compound"),
        ("A six- speed gearbox.", "six: None"),
        ("It took a second.", "second: non-quantity.word"),
        ("It took five.", "five: None"),
        ("Call (212) 555-0123 now.", "212) 555-0123: non-quantity.telephone"),
        ("see https://a.example/2016/05 now", "https://a.example/2016/05: non-quantity.web"),
        ("see a.example/2016/05 now", "a.example/2016/05: non-quantity.chain"),
        ('See (5km), and "6km".', '5km): non-quantity.identifier, 6km": non-quantity.identifier'),
        ("x½y", "x½y: non-quantity.identifier"),
        ("½", "½: None"),
        ("99999999999999999999999999999999999999999", "99999999999999999999999999999999999999999: non-quantity.long"),
        ("9999999999999999999999999999999999999999", "9999999999999999999999999999999999999999: None"),
    ],
)
def test_reasons_of_numbers(text: str, read: str) -> None:
    scan, _ = reading.marked(text)
    assert reading.skipped(find_skip_reasons(scan.tokens, scan.pack, ())) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Photo 4 of 8: the quay.", "4 of 8: non-quantity.counter"),
        ("Photo 4 of 8", "4 of 8: non-quantity.counter"),
        ("photo 4 of 8 people", "4: None, 8: None"),
        ("photo 4 of 8 People", "4 of 8: non-quantity.counter"),
        ("Photo 4 of 8 people", "4 of 8: non-quantity.counter"),
        ("Photo 4/8.", "4/8: non-quantity.counter"),
        ("Photo 4 to 8.", "4: None, 8: None"),
        ("Photo 4000 of 8000.", "4000: None, 8000: None"),
        ("Photo 400 of 800.", "400 of 800: non-quantity.counter"),
        ("In Photo x of 8.", "8: None"),
        ("A.\n\n4/8\n\nB.", "4/8: non-quantity.counter"),
        ("A.\n\n1/4\n\nB.", "1/4: non-quantity.chain"),
        ("A.\n\n1/5\n\nB.", "1/5: non-quantity.counter"),
        ("A.\n\n5/4\n\nB.", "5/4: non-quantity.chain"),
        ("A.\n\n0/5\n\nB.", "0/5: non-quantity.chain"),
        ("A.\n\n4/8.\n\nB.", "4/8: non-quantity.counter"),
        ("A.\n\n4/8 kg\n\nB.", "4/8: non-quantity.chain"),
        ("2/3 The quay\n3/3 The barn", "2/3: non-quantity.counter, 3/3: non-quantity.counter"),
        ("2/3 the quay\n3/3 the barn", "2/3: non-quantity.chain, 3/3: non-quantity.chain"),
        ("2/3: the quay\n3/3: the barn", "2/3: non-quantity.counter, 3/3: non-quantity.counter"),
        ("2/3 The quay\n3/5 The barn", "2/3: non-quantity.chain, 3/5: non-quantity.chain"),
        ("4/8x\nB", "4/8x: non-quantity.chain"),
        ("A.\n12 shares · 3 likes", "12: non-quantity.engagement, 3: non-quantity.engagement"),
        ("A.\n12 shares 3 ships", "12: None, 3: None"),
        ("A.\n1.2K shares", "1.2K: non-quantity.engagement"),
        ("A.\n1.2 K shares", "1.2: None"),
        ("A.\nShares 1.2K", "1.2K: non-quantity.engagement"),
        ("A.\nViews: 900", "900: non-quantity.engagement"),
        ("A.\nComments (12)", "12: non-quantity.engagement"),
        ("A.\nComments 12, 13", "12: None, 13: None"),
        ("A.\n12 million views", "12 million: non-quantity.engagement"),
        ("12 shares", "12: None"),
    ],
)
def test_furniture(text: str, read: str) -> None:
    scan, _ = reading.marked(text)
    assert reading.skipped(find_skip_reasons(scan.tokens, scan.pack, ())) == read


def test_an_endless_run_is_cut() -> None:
    scan, _ = reading.marked("-".join("5" * 100))
    runs = [len(number.quote) for number in find_skip_reasons(scan.tokens, scan.pack, ())]
    assert runs == [64, 128, 128, 71]
