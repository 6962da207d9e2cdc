"""The entries of a file with their places, and what a check may look at."""

from reconcile.errors import Severity
from reconcile.rules.entities import Entity
from reconcile.rules.entries import Scope, entries, excerpt, find_rules, rules
from reconcile.rules.load import load
from reconcile.rules.source import PackFile

ONE = """\
entities:
  - id: a
    name: Alder

    # its other name
    aliases: [Ash, Aspen]
    type: person
  - {id: b, name: Birch, type: person}
examples:
  - {say: "Alder paid $5.", get: [{quote: $5, value: 5}]}
"""
TWO = "# of two\nentities: [{id: a, name: Apple, type: person}, {id: c, name: Cedar, type: person}]\n"
PACK = load([PackFile("entities/one.yaml", ONE, "p/one.yaml"), PackFile("entities/two.yaml", TWO, "q/two.yaml")])
FIRST, SECOND = PACK.files


def test_entries_come_in_the_order_of_the_text_with_their_places():
    assert [(placed.path, placed.where()) for placed in entries(FIRST)] == [
        ((), "p/one.yaml:1:1"),
        (("entities", 0), "p/one.yaml:2:5"),
        (("entities", 1), "p/one.yaml:8:5"),
        (("examples", 0), "p/one.yaml:10:5"),
        (("examples", 0, "get", 0), "p/one.yaml:10:35"),
    ]


def test_a_complaint_leads_on_from_its_entry():
    placed = list(entries(FIRST))[1]
    error, warning = placed.error("odd", "no", "aliases", 1), placed.warning("odd", "no", "name")
    assert (error.code, error.severity, error.where) == ("rules.odd", Severity.ERROR, "p/one.yaml:6:20")
    assert (warning.severity, warning.where) == (Severity.WARNING, "p/one.yaml:3:5")


def test_a_scope_is_of_some_files_and_knows_all():
    scope = Scope.of(PACK, bool, ("q/",))
    assert [placed.entry.id for placed in scope.entries(Entity)] == ["a", "c"]
    assert [(placed.entry.id, placed.entry.name) for placed in scope.live(Entity)] == [
        ("b", "Birch"),
        ("a", "Apple"),
        ("c", "Cedar"),
    ]
    assert [scope.holds(placed) for placed in scope.live(Entity)] == [False, True, True]


def test_an_entry_ends_where_the_next_begins():
    _, first, second, example, _ = entries(FIRST)
    assert excerpt(first) == "\n".join(ONE.splitlines()[1:7])
    assert excerpt(second) == "  - {id: b, name: Birch, type: person}"
    assert excerpt(example) == ONE.splitlines()[-1]
    assert excerpt(list(entries(SECOND))[1]) == TWO.splitlines()[1]
    assert excerpt(next(entries(SECOND))) == TWO.rstrip()


def test_a_rule_has_the_label_of_its_kind():
    assert [(rule.id, rule.label) for rule in rules(PACK)][:2] == [("a", "Alder"), ("b", "Birch")]
    policy = "findings:\n  - {code: RC1, title: Odd, severity: error, help: h}\n"
    pack = load([PackFile("policy.yaml", policy, "policy.yaml"), PackFile("imports.yaml", "sec: {A: b}\n", "i.yaml")])
    assert [(rule.id, rule.label, rule.text) for rule in rules(pack)] == [
        ("RC1", "Odd", policy.splitlines()[1]),
        ("imports", "", "sec: {A: b}"),
    ]
    assert [rule.id for rule in find_rules(pack, "finding.RC1")] == ["RC1"]
