"""A range of measures is in its own unit: a value in another is converted, or not judged."""

import pytest

from reconcile.pipeline import document, load_rules, pipeline

RULES = """\
metrics:
  - id: kiln-height
    label: height of a kiln
    dimension: length
    nature: constant
    triggers: [kiln height]
    plausible: {low: 0.001, high: 0.05, unit: kilometer}
    examples:
      - {say: "Marl has a kiln height of 9 metres.", get: [{quote: 9 metres, value: 9, metric: kiln-height}]}
      - {say: "Marl has a shed of 9 metres.", none: true}
  - id: kiln-fee
    label: fee for a kiln
    dimension: currency
    nature: instant
    triggers: [kiln fee]
    plausible: {low: 1, high: 900}
    examples:
      - {say: "Marl asks a kiln fee of $9.", get: [{quote: $9, value: 9, metric: kiln-fee}]}
      - {say: "Marl asks $9.", none: true}
"""


@pytest.fixture(scope="module")
def kilns(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kilns")
    (folder / "metrics").mkdir()
    (folder / "metrics" / "kilns.yaml").write_text(RULES)
    return pipeline(load_rules(folder))


@pytest.mark.parametrize(
    ("text", "codes_within"),
    [
        ("Marl has a kiln height of 9 metres.", 0),
        ("Marl has a kiln height of 900 centimetres.", 0),
        ("Marl has a kiln height of 30 feet.", 0),
        ("Marl has a kiln height of 900 metres.", 1),
        ("Marl has a kiln height of 9 kilometres.", 1),
        ("Marl has a kiln height of 9 millimetres.", 1),
        ("Marl asks a kiln fee of $900.", 0),
        ("Marl asks a kiln fee of $901.", 1),
    ],
)
def test_a_value_is_judged_in_the_unit_of_the_range(kilns, text, codes_within):
    found = [f for f in kilns.run([document(text)]).findings if f.code == "RC401"]
    assert len(found) == codes_within
    if "height" in text:
        assert all("between 0.001 and 0.05 kilometer" in f.why for f in found)


@pytest.mark.parametrize(
    "text",
    [
        "Halden received 120 mm of rain in May 2031.",
        "Halden recorded a temperature of 104 degrees Fahrenheit in May 2031.",
        "The kiln works burned 400 acres in May 2031.",
    ],
)
def test_the_default_ranges_fit_ordinary_values_in_any_unit(stages, text):
    assert [f.message for f in stages.run([document(text)]).findings if f.code == "RC401"] == []


def test_a_scale_slip_in_a_measure_is_seen(stages):
    found = stages.run([document("Halden received 120 metres of rain in May 2031.")]).findings
    assert [f.code for f in found] == ["RC401"]
