"""How many planted slips are caught, and how many alarms the clean texts raise.

    python benchmarks/mutation.py [N] [SEED]

A seeded generator writes N pairs of short articles (default 200) that agree with each other and with themselves, each
pair from other names and numbers. The clean pairs are reconciled; then one slip of each kind is planted in a copy of
each pair that has a place for it. Caught means a finding whose code belongs to the kind and whose evidence touches
the planted place; an alarm is any finding on a clean pair that names the code of a kind. Slips that need a scene of
their own are in `scenes.py`; for those of the closed list, named is how many findings also say which slip it was.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from scenes import SCENES, Scene

from reconcile import document, reconcile
from reconcile.model.document import Document
from reconcile.model.finding import Finding

PUBLISHED = date(2031, 6, 20)
FIRMS = ("Harbour Foods", "Acme Steel", "Borex Motors", "Cortal Bank", "Delmar Energy", "Everline Air", "Fenwick Mills")
TOWNS = ("Halden", "Norwick", "Eastmere", "Southam", "Kelby", "Ormsund", "Tarnby")
PERSONS = ("Jane Marsh", "Odo Brandt", "Lena Fisk", "Ivo Karlsen", "Mara Holt", "Peter Lund", "Rosa Vale")
LANDS = ("Norland", "Sudland", "Ostland", "Vestland", "Midland")


@dataclass(frozen=True, slots=True)
class Story:
    """The facts of one pair of articles."""

    firm: str
    town: str
    person: str
    revenue: int
    before: int
    growth: int
    killed: int
    men: int
    rank: int
    lands: tuple[str, ...]
    day: date
    age: int
    share: int


def story(dice: random.Random) -> Story:
    """One story; its numbers are such that each slip makes them wrong."""
    growth = dice.choice((10, 20, 25, 50))
    before = dice.randrange(12, 96) * 4
    killed = dice.randrange(13, 39)
    return Story(
        firm=dice.choice(FIRMS),
        town=dice.choice(TOWNS),
        person=dice.choice(PERSONS),
        revenue=dice.choice([n for n in range(123, 988) if str(n)[1] != str(n)[2]]),
        before=before * 5,
        growth=growth,
        killed=killed,
        men=dice.randrange(3, killed - 3),
        rank=dice.randrange(3, 5),
        lands=tuple(dice.sample(LANDS, dice.randrange(3, 5))),
        day=PUBLISHED - timedelta(days=dice.randrange(20, 900)),
        age=dice.randrange(31, 69),
        share=dice.randrange(52, 79),
    )


WORDS = ("zero", "one", "two", "three", "four", "five")
PLACES = ("", "first", "second", "third", "fourth", "fifth")
RIVALS = ("Apple", "Samsung", "Huawei", "Nokia")


def articles(s: Story) -> tuple[list[str], list[str]]:
    """The sentences of both articles; the second repeats in other words what the first says."""
    after = s.before * (100 + s.growth) // 100
    women = s.killed - s.men
    ahead = ", ".join(RIVALS[: s.rank - 2]) + f" and {RIVALS[s.rank - 2]}"
    first = [
        f"{s.firm} reported revenue of ${s.revenue} million in 2030.",
        f"Its output rose {s.growth} percent, from {s.before} tonnes to {after} tonnes.",
        f"A fire in {s.town} killed {s.killed} people.",
        f"The fire killed {s.killed} people: {s.men} men and {women} women.",
        f"{WORDS[len(s.lands)].capitalize()} countries took part: {', '.join(s.lands[:-1])} and {s.lands[-1]}.",
        f"The plant was opened on {s.day:%A}, {s.day:%B} {s.day.day}, {s.day.year}.",
        f"{s.person}, {s.age}, was born in {PUBLISHED.year - s.age}.",
        f"Sony was ranked {PLACES[s.rank]} among the biggest phone makers behind {ahead}.",
        f"Some {s.share} percent were for the plan and the remaining {100 - s.share} percent against it.",
        f"Shipments fell from {after} tonnes to {s.before} tonnes.",
    ]
    second = [
        f"Revenue of {s.firm} was ${s.revenue} million in 2030.",
        f"In {s.town} a fire killed {s.killed} people.",
    ]
    return first, second


Slip = Callable[[Story, list[str], list[str]], tuple[int, int] | None]


def _put(sentences: list[str], i: int, old: str, new: str) -> bool:
    """Writes `new` for the last `old` of a sentence; false where there is none or nothing changes."""
    head, found, tail = sentences[i].rpartition(old)
    if not found or old == new:
        return False
    sentences[i] = head + new + tail
    return True


def thousandfold(_s: Story, _: list[str], b: list[str]) -> tuple[int, int] | None:
    return (1, 0) if _put(b, 0, "million", "billion") else None


def digit_swap(s: Story, _: list[str], b: list[str]) -> tuple[int, int] | None:
    n = str(s.revenue)
    return (1, 0) if _put(b, 0, n, n[0] + n[2] + n[1]) else None


def digit_drop(s: Story, _: list[str], b: list[str]) -> tuple[int, int] | None:
    n = str(s.revenue)
    return (1, 0) if _put(b, 0, n, n[:2]) else None


def currency(_s: Story, _: list[str], b: list[str]) -> tuple[int, int] | None:
    return (1, 0) if _put(b, 0, "$", "€") else None


def victims(s: Story, _: list[str], b: list[str]) -> tuple[int, int] | None:
    if 0 in (s.killed % 10, (s.killed + 3) % 10):
        return None  # thirty may be a round number of thirty-three
    return (1, 1) if _put(b, 1, str(s.killed), str(s.killed + 3)) else None


def change(s: Story, a: list[str], _: list[str]) -> tuple[int, int] | None:
    return (0, 1) if _put(a, 1, f"{s.growth} percent", f"{s.growth + 6} percent") else None


def parts(s: Story, a: list[str], _: list[str]) -> tuple[int, int] | None:
    return (0, 3) if _put(a, 3, f"{s.men} men", f"{s.men + 2} men") else None


def count(s: Story, a: list[str], _: list[str]) -> tuple[int, int] | None:
    n = len(s.lands)
    return (0, 4) if _put(a, 4, WORDS[n].capitalize(), WORDS[n + 1].capitalize()) else None


def weekday(s: Story, a: list[str], _: list[str]) -> tuple[int, int] | None:
    wrong = s.day + timedelta(days=2)
    return (0, 5) if _put(a, 5, f"{s.day:%A}", f"{wrong:%A}") else None


def age(s: Story, a: list[str], _: list[str]) -> tuple[int, int] | None:
    return (0, 6) if _put(a, 6, f", {s.age},", f", {s.age + 10},") else None


def rank(s: Story, a: list[str], _: list[str]) -> tuple[int, int] | None:
    return (0, 7) if _put(a, 7, PLACES[s.rank], PLACES[s.rank + 1]) else None


def remainder(s: Story, a: list[str], _: list[str]) -> tuple[int, int] | None:
    return (0, 8) if _put(a, 8, f"remaining {100 - s.share}", f"remaining {90 - s.share}") else None


def direction(_s: Story, a: list[str], _: list[str]) -> tuple[int, int] | None:
    return (0, 9) if _put(a, 9, "fell", "rose") else None


KINDS: dict[str, tuple[Slip, frozenset[str]]] = {
    "times 1000": (thousandfold, frozenset({"RC101", "RC401"})),
    "digits swapped": (digit_swap, frozenset({"RC101"})),
    "digit dropped": (digit_drop, frozenset({"RC101"})),
    "currency label": (currency, frozenset({"RC101"})),
    "count of victims": (victims, frozenset({"RC101"})),
    "change": (change, frozenset({"RC402"})),
    "direction": (direction, frozenset({"RC403"})),
    "sum of parts": (parts, frozenset({"RC405"})),
    "remainder": (remainder, frozenset({"RC406"})),
    "weekday": (weekday, frozenset({"RC407"})),
    "age": (age, frozenset({"RC408"})),
    "count and list": (count, frozenset({"RC411"})),
    "rank and list": (rank, frozenset({"RC412"})),
}


def documents(pair: tuple[list[str], list[str]]) -> list[Document]:
    return [document("\n\n".join(text), id=f"{'ab'[i]}.txt", published=PUBLISHED) for i, text in enumerate(pair)]


def touches(finding: Finding, where: tuple[int, int], pair: tuple[list[str], list[str]]) -> bool:
    """Whether a finding has evidence in a planted sentence."""
    side, i = where
    start = sum(len(t) + 2 for t in pair[side][:i])
    end = start + len(pair[side][i])
    return any(e.source == f"{'ab'[side]}.txt" and start <= e.start < end for e in finding.evidence)


def played(scene: Scene) -> tuple[bool, bool, bool]:
    """Of a scene: whether its slip is caught, whether it is named, and whether the clean texts raise an alarm."""
    clean = reconcile(described(scene.texts)).findings
    wrong = (*scene.texts[: scene.at], scene.wrong, *scene.texts[scene.at + 1 :])
    found = [f for f in reconcile(described(wrong)).findings if f.code in scene.codes]
    caught = [f for f in found if any(e.source == f"{scene.at}.txt" for e in f.evidence)]
    named = any(scene.words in (f.slip or "") for f in caught)
    return bool(caught), named, any(f.code in scene.codes for f in clean)


def described(texts: tuple[str, ...]) -> list[Document]:
    return [document(text, id=f"{i}.txt", published=PUBLISHED) for i, text in enumerate(texts)]


def pairs(number: int, dice: random.Random) -> Iterator[tuple[str, int, int, int]]:
    """Of each kind of slip in a pair of articles: its name, how many were planted, caught, and alarms."""
    planted, caught, alarms = Counter[str](), Counter[str](), Counter[str]()
    for _ in range(number):
        facts = story(dice)
        clean = {f.code for f in reconcile(documents(articles(facts))).findings}
        for kind, (slip, codes) in KINDS.items():
            alarms[kind] += bool(clean & codes)
            pair = articles(facts)
            where = slip(facts, *pair)
            if where is not None:
                planted[kind] += 1
                found = reconcile(documents(pair)).findings
                caught[kind] += any(f.code in codes and touches(f, where, pair) for f in found)
    yield from ((kind, planted[kind], caught[kind], alarms[kind]) for kind in KINDS)


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    dice = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    print("| slip | planted | caught | named | alarms on clean texts |\n| --- | --: | --: | --: | --: |")
    for kind, planted, caught, alarms in pairs(number, dice):
        print(f"| {kind} | {planted} | {caught / max(1, planted):.3f} | | {alarms / number:.3f} |")
    for kind, make in SCENES.items():
        scenes = [make(dice) for _ in range(number)]
        results = [played(scene) for scene in scenes]
        caught, named, alarms = (sum(r[i] for r in results) / number for i in range(3))
        name = f"{named:.3f}" if scenes[0].words else ""
        print(f"| {kind} | {number} | {caught:.3f} | {name} | {alarms:.3f} |", flush=True)


if __name__ == "__main__":
    main()
