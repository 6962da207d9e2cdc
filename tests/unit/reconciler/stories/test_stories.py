"""Which articles tell one story, and what of two stories is put together."""

from dataclasses import replace
from datetime import date

import pytest

from reconcile import document, reconcile
from reconcile.reconciler.stories.stories import Sketch, find_stories, likeness

BLAST = (
    "Blast at Orle mill kills 12\n\nA blast at the Borex mill in Orle killed 12 people, mayor Ida Holm said.",
    "Orle mill blast leaves 14 dead\n\nA blast at the Borex mill in Orle killed 14 people. Mayor Ida Holm came.",
)
# of other things, each about a place and persons of its own, in the words of news
OTHERS = tuple(
    f"{what} in {place} kills {n}\n\nA {what.lower()} in {place} killed {n} people and hurt {n + 2}, {who} said."
    for what, place, who, n in (
        ("Storm", "Ardal", "police chief Ann Marsh", 3),
        ("Fire", "Kelby", "fire officer Jon Dale", 12),
        ("Flood", "Halden", "governor Eva Lund", 14),
        ("Quake", "Vesby", "minister Per Krog", 20),
    )
)


def run(*texts, **extra):
    return reconcile([document(text, id=f"{n:02}", **extra) for n, text in enumerate(texts)])


def stories_of(*texts):
    return [story.documents for story in run(*texts).stories]


def said(findings):
    return [(f.code, f.message, [(e.source, e.quote) for e in f.evidence]) for f in findings]


def test_articles_of_one_event_are_one_story():
    assert stories_of(*BLAST, OTHERS[0]) == [("00", "01"), ("02",)]


def test_every_article_is_in_one_story():
    found = stories_of(*BLAST, *OTHERS)
    assert sorted(source for story in found for source in story) == [f"{n:02}" for n in range(6)]


@pytest.mark.parametrize("count", range(1, len(OTHERS) + 1))
def test_unrelated_articles_change_no_finding(count):
    alone, together = run(*BLAST), run(*BLAST, *OTHERS[:count])
    assert said(alone.findings)
    assert said(together.findings) == said(alone.findings)
    assert set(alone.groups) <= set(together.groups)


def test_what_is_called_alike_in_two_stories_is_of_two_things():
    fires = (
        "Fire in Kelby\n\nThe fire killed 3 people, officer Jon Dale of Kelby said.",
        "Fire in Vesby\n\nThe fire killed 9 people, minister Per Krog of Vesby said.",
    )
    assert len(stories_of(*fires)) == 2
    assert run(*fires).findings == ()


FLIES = "Dale Airways carried {} million passengers in 2030."


def test_a_full_name_ties_two_stories():
    texts = (
        f"{OTHERS[0]} {'Roofs broke and roads closed near the harbour, wrote the Ardal Post. ' * 6}{FLIES.format(4)}",
        f"Bank opens in Kelby\n\n{'The lender hires clerks and owns vaults, says Jon Dale. ' * 8}{FLIES.format(6)}",
    )
    assert len(stories_of(*texts)) == 2
    assert [f.code for f in run(*texts).findings] == ["RC101"]


def test_a_user_puts_articles_in_a_story():
    texts = {"a": BLAST[0], "b": OTHERS[0], "c": BLAST[1]}
    told = {"a": "mill", "b": "mill", "c": "other"}
    documents = [document(text, id=id_) for id_, text in texts.items()]
    documents = [replace(d, source=replace(d.source, story=told[d.id])) for d in documents]
    assert [(s.name, s.documents) for s in reconcile(documents).stories] == [("mill", ("a", "b")), ("other", ("c",))]


def sketched(id_, words, names=(), day=None):
    return Sketch(id_, day, frozenset(words.split()), frozenset(names), {name: name for name in names})


def test_likeness_is_symmetric_and_falls_with_time():
    near = sketched("a", "mill blast kill orle", ("orle", "borex"), date(2031, 5, 1))
    other = sketched("b", "mill blast dead orle", ("orle", "borex"), date(2031, 5, 2))
    later = sketched("c", "mill blast dead orle", ("orle", "borex"), date(2032, 5, 2))
    assert likeness(near, other) == likeness(other, near) > likeness(near, later) > 0


def test_an_article_a_little_like_two_stories_joins_them_not():
    one = [sketched(f"a{n}", "mill blast kill orle borex smoke", ("orle", "borex", "ida holm")) for n in range(4)]
    two = [sketched(f"b{n}", "bank loan rate kelby dale court", ("kelby", "dale", "jon dale")) for n in range(4)]
    between = sketched("c", "mill blast kill bank loan rate", ("orle", "kelby"))
    assert {len(story.documents) for story in find_stories([*one, *two, between])} in ({4, 1}, {5, 4})


def test_order_does_not_matter():
    texts = [document(text, id=f"{n:02}") for n, text in enumerate((*BLAST, *OTHERS))]
    assert reconcile(texts).stories == reconcile(texts[::-1]).stories
