from reconcile.rules.entries import find_rules, rules
from reconcile.rules.load import load
from reconcile.rules.source import PackFile

OFFICES = """\
# Titles by office.
offices:
  - {id: mayor, titles: [mayor], unique: true}
  # two words
  - id: coach
    titles: [coach]

other_modifiers: [acting]
"""
PACK = load(
    [
        PackFile("lexicon/en/scales.yaml", "scales:\n  - {words: [million], value: 1000000}\n", "s.yaml"),
        PackFile("offices.yaml", OFFICES, "offices.yaml"),
    ]
)


def test_rules_are_listed_with_their_places():
    assert [(r.id, r.where) for r in rules(PACK)] == [
        ("lexicon/en/scales", "s.yaml:1:1"),
        ("mayor", "offices.yaml:3:5"),
        ("coach", "offices.yaml:5:5"),
    ]


def test_a_rule_is_shown_as_it_stands_in_its_file():
    (mayor,) = find_rules(PACK, "mayor")
    (coach,) = find_rules(PACK, "coach")
    assert mayor.text == "  - {id: mayor, titles: [mayor], unique: true}"
    assert coach.text == "  - id: coach\n    titles: [coach]"
    assert find_rules(PACK, "office.coach") == (coach,)
    assert find_rules(PACK, "nobody") == find_rules(PACK, "office.nobody") == ()
