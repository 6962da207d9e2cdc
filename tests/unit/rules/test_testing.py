from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reconcile.model.claim import Claim, Factuality, Metric, Step, Subject
from reconcile.model.mention import Kind, Mention
from reconcile.model.span import Span
from reconcile.model.value import Interval, Value
from reconcile.rules.load import load
from reconcile.rules.source import PackFile
from reconcile.rules.testing import run_examples

SCALES = "scales:\n  - {words: [million], value: 1000000}\nexamples:\n"
METRIC = """\
metrics:
  - id: bridges
    label: bridges built
    dimension: count
    nature: flow
    triggers: [built]
    examples:
"""


def mention(say, quote, value, kind=Kind.COUNT, **more):
    start = say.index(quote)
    return Mention(Span(start, start + len(quote)), quote, kind, "test", value, **more)


def claim(say, quote, value, metric="bridges"):
    start = say.index(quote)
    return Claim(
        id="c1", source="s", span=Span(start, start + len(quote)), quote=quote, sentence=Span(0, len(say)),
        kind=Kind.COUNT, rule="test", trail=(Step("test", "read"),), subject=Subject("acme", "Acme Ltd"),
        metric=Metric(metric, metric), value=Value.exact(Decimal(value)), qualifiers={"place": "Oslo", "basis": "net"},
    )  # fmt: skip


def run(name, text, found):
    asked = []

    def read(kind):
        def inner(say, on):
            asked.append((kind, say, on))
            return found(say)

        return inner

    outcome = run_examples(load([PackFile(name, text, name)]), read("recognise"), read("extract"))
    return outcome, asked, [(p.code.removeprefix("rules."), p.where, p.message) for p in outcome.problems]


def test_a_lexicon_is_asked_what_is_recognised_on_the_day_of_the_example():
    text = (
        SCALES
        + '  - {say: "It has 5 million cows.", on: 2024-02-29, get: [{quote: 5 million, value: 5000000, unit: cow}]}\n'
    )
    found = lambda say: [mention(say, "5 million", Value.exact(Decimal(5000000)), unit="cow")]  # noqa: E731
    outcome, asked, problems = run("lexicon/en/scales.yaml", text, found)
    assert asked == [("recognise", "It has 5 million cows.", date(2024, 2, 29))]
    assert (outcome.run, outcome.failed, problems) == (1, 0, [])


@pytest.mark.parametrize(
    ("want", "code", "words"),
    [
        ("{quote: 5 million cows, value: 5}", "example-missed", "'5 million' (count 5000000..5000000 cow, rule"),
        ("{quote: 5 million cows, value: 5000000}", "example-near", "quote should be 5 million cows, got 5 million"),
        ("{quote: cows, value: 1}", "example-missed", "'cows' is not found in 'It has 5 million cows.'"),
        ("{quote: 5 million, value: 5}", "example-wrong", "value should be 5, got 5000000"),
        ("{quote: 5 million, unit: pig}", "example-near", "unit should be pig, got cow"),
        ("{quote: 5 million, low_open: true}", "example-near", "low_open should be True, got False"),
        ("{quote: 5 million, kind: money}", "example-near", "kind should be money, got count"),
        ("{quote: 5 million, timex: P5D}", "example-near", "timex should be P5D, got None"),
    ],
)  # fmt: skip
def test_what_differs_is_named_with_the_place_of_the_example(want, code, words):
    text = SCALES + f'  - {{say: "It has 5 million cows.", get: [{want}]}}\n'
    found = lambda say: [mention(say, "5 million", Value.exact(Decimal(5000000)), unit="cow")]  # noqa: E731
    outcome, _, ((got, where, message),) = run("lexicon/en/scales.yaml", text, found)
    assert (got, outcome.failed) == (code, 1)
    assert where.startswith("lexicon/en/scales.yaml:4:")
    assert words in message


def test_a_hedged_value_is_no_single_value():
    text = SCALES + '  - {say: "Over 5 million cows.", get: [{quote: Over 5 million, value: 5000000}]}\n'
    over = Value(Interval(Decimal(5000000), None, low_open=True))
    _, _, problems = run("lexicon/en/scales.yaml", text, lambda say: [mention(say, "Over 5 million", over)])
    assert [code for code, _, _ in problems] == ["example-wrong"]


def test_what_no_get_lists_is_extra_when_of_a_kind_asked_about():
    text = SCALES + '  - {say: "5 cows in 1999 ate 7 pears.", get: [{quote: "5", value: 5}]}\n'

    def found(say):
        return [
            mention(say, "5", Value.exact(Decimal(5))),
            mention(say, "1999", None, Kind.DATE),
            mention(say, "7", Value.exact(Decimal(7))),
        ]

    _, _, ((code, _, message),) = run("lexicon/en/scales.yaml", text, found)
    assert code == "example-extra"
    assert "'7'" in message


def test_a_negative_example_wants_nothing_of_its_own_rule():
    text = METRIC + '      - {say: "It crossed 3 bridges.", none: true}\n'
    _, asked, problems = run("metrics/a.yaml", text, lambda say: [claim(say, "3", 3)])
    assert asked[0][0] == "extract"
    assert [(code, where) for code, where, _ in problems] == [("example-extra", "metrics/a.yaml:8:9")]
    assert run("metrics/a.yaml", text, lambda say: [claim(say, "3", 3, metric="open")])[2] == []


def test_claims_are_asked_by_id_or_label_and_part_of_the_qualifiers():
    wants = "{quote: '3', metric: bridges, subject: Acme Ltd, qualifiers: {place: Oslo}}"
    text = METRIC + f'      - {{say: "Acme Ltd built 3 bridges.", get: [{wants}]}}\n'
    assert run("metrics/a.yaml", text, lambda say: [claim(say, "3", 3)])[2] == []
    text = text.replace("Oslo", "Bergen").replace("subject: Acme Ltd", "subject: other")
    messages = [m for _, _, m in run("metrics/a.yaml", text, lambda say: [claim(say, "3", 3)])[2]]
    assert [[part.split()[0] for part in m.split(": ", 1)[1].split("; ")] for m in messages] == [
        ["subject", "qualifiers"]
    ]


def test_a_lexicon_that_asks_about_claims_is_extracted():
    text = SCALES + '  - {say: "It may have 3 cows.", get: [{quote: "3", factuality: asserted}]}\n'
    _, asked, problems = run("lexicon/en/scales.yaml", text, lambda say: [claim(say, "3", 3)])
    assert asked[0][0] == "extract"
    assert problems == []


OFFICE = "offices: [{id: mayor, titles: [mayor]}]\nexamples:\n"
FACTUALITY = "speakers: [police]\nexamples:\n"
EXAMPLE = '  - {say: "Acme had 3 cows.", none: true}\n'


@pytest.mark.parametrize(
    ("name", "text", "kinds"),
    [
        ("offices.yaml", OFFICE, {Kind.ROLE}),
        ("lexicon/en/ranks.yaml", "places: [in]\nexamples:\n", {Kind.RANK}),
        ("lexicon/en/units.yaml", "powered: [m]\nexamples:\n", {Kind.MEASURE}),
        ("lexicon/en/currencies.yaml", "weak: [PS]\nexamples:\n", {Kind.MONEY}),
        ("lexicon/en/times.yaml", "wary: [may]\nexamples:\n", {Kind.DATE, Kind.DURATION}),
        ("lexicon/en/holidays.yaml", "holidays: [{id: a, words: [a], month: 1, day: 1}]\nexamples:\n", {Kind.DATE}),
        ("lexicon/en/nouns.yaml", "stops: [is]\nexamples:\n", set(Kind)),
    ],
)
def test_a_file_answers_for_mentions_of_its_kind(name, text, kinds):
    def failed(kind):
        return run(name, text + EXAMPLE, lambda say: [mention(say, "3", Value.exact(Decimal(3)), kind)])[0].failed

    assert {kind for kind in Kind if failed(kind)} == kinds


def test_hedges_answer_for_what_is_hedged():
    def found(hedge):
        return lambda say: [mention(say, "3", Value.exact(Decimal(3)), hedge=hedge)]

    text = "lists: [and]\nexamples:\n" + EXAMPLE
    assert run("lexicon/en/hedges.yaml", text, found("about"))[0].failed == 1
    assert run("lexicon/en/hedges.yaml", text, found(None))[0].failed == 0


def test_cues_answer_for_what_is_not_asserted_and_entities_for_their_own():
    def found(**more):
        return lambda say: [replace(claim(say, "3", 3), **more)]

    cues = FACTUALITY + EXAMPLE + '  - {say: "It has 5 cows.", get: [{quote: "5", factuality: asserted}]}\n'
    for factuality, failed in ((Factuality.ASSERTED, 0), (Factuality.DENIED, 1)):
        of = found(factuality=factuality)
        runs = run("lexicon/en/factuality.yaml", cues, lambda say, of=of: of(say) if "3" in say else [])
        assert sum(code == "example-extra" for code, _, _ in runs[2]) == failed
    names = "entities: [{id: acme, name: Acme, type: organisation}]\nexamples:\n" + EXAMPLE
    assert run("entities/a.yaml", names, found())[0].failed == 1
    assert run("entities/a.yaml", names, found(subject=Subject("borex", "Borex")))[0].failed == 0
    assert run("entities/a.yaml", names, found(subject=None))[0].failed == 0


def test_of_several_with_one_quote_the_nearest_is_taken():
    text = SCALES + '  - {say: "3 of 3.", get: [{quote: "3", unit: pear, kind: count, value: 4}]}\n'

    def found(say):
        return [
            mention(say, "3", Value.exact(Decimal(3)), Kind.MONEY, unit="plum"),
            mention(say, "3", Value.exact(Decimal(4)), Kind.COUNT, unit="plum"),
        ]

    _, _, ((code, where, message),) = run("lexicon/en/scales.yaml", text, found)
    assert (code, where) == ("example-near", "lexicon/en/scales.yaml:4:41")
    assert message == "'3': unit should be pear, got plum"


def test_what_touches_a_quote_is_not_in_its_place():
    text = SCALES + '  - {say: "3 4 5", get: [{quote: "4 ", value: 4}]}\n'
    for near in ("3 ", "5"):
        _, _, ((code, _, message),) = run(
            "lexicon/en/scales.yaml", text, lambda say, b=near: [mention(say, b, Value.exact(Decimal(3)))]
        )
        assert (code, message) == ("example-missed", "'4 ' is not found in '3 4 5'")


def test_the_ends_of_a_value_are_asked_one_by_one():
    text = SCALES + '  - {say: "3 to 5", get: [{quote: 3 to 5, low: 3, high: 6, high_open: true}]}\n'
    found = lambda say: [mention(say, "3 to 5", Value(Interval(Decimal(3), Decimal(5))))]  # noqa: E731
    _, _, ((code, _, message),) = run("lexicon/en/scales.yaml", text, found)
    assert (code, message) == (
        "example-wrong",
        "'3 to 5': high should be 6, got 5; high_open should be True, got False",
    )


def test_only_one_rule_or_file_is_run():
    pack = load([PackFile("metrics/a.yaml", METRIC + '      - {say: "3 bridges.", none: true}\n', "a")])
    counts = [run_examples(pack, list, lambda *_: [], only).run for only in (None, "bridges", "metrics/a", "ridges")]
    assert counts == [1, 1, 1, 0]
