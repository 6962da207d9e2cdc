"""Short scenes with one slip each, for `mutation.py`: texts that hold, the same with the slip, and what should be said.

Figures and names come from a seeded generator; the slip is planted in the text whose number is given.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

FIRMS = ("Harbour Foods", "Acme Steel", "Borex Motors", "Cortal Bank", "Delmar Energy", "Fenwick Mills")
TOWNS = ("Halden", "Norwick", "Eastmere", "Southam", "Kelby", "Ormsund", "Tarnby")
PERSONS = (("Jane Marsh", "Jane Marhs"), ("Odo Brandt", "Odo Brant"), ("Lena Fisk", "Lena Fisc"))


@dataclass(frozen=True, slots=True)
class Scene:
    """Texts that hold; `wrong` is the text `at` once the slip is planted; `codes` may find it, `words` name it."""

    texts: tuple[str, ...]
    at: int
    wrong: str
    codes: frozenset[str]
    words: str = ""


def _scene(texts: tuple[str, ...], at: int, wrong: str, *codes: str, words: str = "") -> Scene:
    return Scene(texts, at, wrong, frozenset(codes), words)


def _uneven(dice: random.Random, low: int, high: int) -> int:
    """A number that is not round, so that no rounding explains it."""
    return dice.choice([n for n in range(low, high) if n % 10])


def miles(dice: random.Random) -> Scene:
    n, firm = _uneven(dice, 211, 398), dice.choice(FIRMS)
    texts = (f"The car of {firm} has a range of {n} miles.", f"{firm}'s car has a range of {n} miles.")
    return _scene(texts, 1, texts[1].replace("miles", "kilometers"), "RC101", words="miles for kilometres")


def tons(dice: random.Random) -> Scene:
    n = _uneven(dice, 211, 398)
    stated = f"emitted {n} million tonnes of carbon dioxide"
    texts = (f"Norland {stated} in 2030.", f"In 2030 Norland {stated}.")
    wrong = texts[1].replace(str(n), str(round(n * 1.10231131)))
    return _scene(texts, 1, wrong, "RC101", words="short tons for tonnes")


def points(dice: random.Random) -> Scene:
    low, fall = dice.randrange(3, 7), dice.choice((2, 3))
    text = f"Unemployment fell {fall} percentage points, from {low + fall} percent to {low} percent."
    return _scene(
        (text,), 0, text.replace("percentage points", "percent"), "RC404", words="percent for percentage points"
    )


def base(dice: random.Random) -> Scene:
    before, rise = dice.randrange(12, 96) * 20, dice.choice((20, 25, 50))
    after = before * (100 + rise) // 100
    text = f"Its output rose {rise} percent, from {before} tonnes to {after} tonnes."
    wrong = text.replace(f"{rise} percent", f"{100 * (after - before) / after:.1f} percent")
    return _scene((text,), 0, wrong, "RC402", words="taken of the value after it")


def _revenue(dice: random.Random) -> tuple[str, int, int]:
    low = _uneven(dice, 123, 388)
    return dice.choice(FIRMS), low, _uneven(dice, 411, 987)


def another_time(dice: random.Random, time: str, words: str) -> Scene:
    firm, small, large = _revenue(dice)
    texts = (
        f"Revenue of {firm} was ${large} million in 2030.",
        f"{firm} reported revenue of ${large} million in 2030.",
        f"Revenue of {firm} was ${small} million in {time}.",
    )
    return _scene(texts, 1, texts[1].replace(str(large), str(small)), "RC101", words=words)


def year(dice: random.Random) -> Scene:
    return another_time(dice, "2029", "the value of another time")


def half(dice: random.Random) -> Scene:
    return another_time(dice, "the first half of 2030", "half a year may be taken for the year")


def part(dice: random.Random) -> Scene:
    return another_time(dice, "the first quarter of 2030", "the value of a part")


def event_year(dice: random.Random) -> Scene:
    day = date(2030, 1, 1) + timedelta(days=dice.randrange(0, 364))
    described = f"{day.day} {day:%B}"
    one, other = dice.sample(FIRMS, 2)
    texts = (f"{one} and {other} merged on {described} 2030.", f"{other} and {one} merged on {described} 2030.")
    return _scene(texts, 1, texts[1].replace("2030", "2028"), "RC102", words="the year of one side")


def stale(dice: random.Random) -> Scene:
    town, n = dice.choice(TOWNS), _uneven(dice, 411, 987)
    texts = (
        f"The population of {town} was {n},000 in 2030.",
        f"In 2030 the population of {town} was {n},000.",
        f"The population of {town} was {n - 101},000 in 2020.",
    )
    return _scene(texts, 1, texts[1].replace(f"{n},", f"{n - 101},"), "RC101", words="a stale value")


def misspelt(dice: random.Random) -> Scene:
    firm, (name, wrong) = dice.choice(FIRMS), dice.choice(PERSONS)
    texts = (f"{firm} chairman {name} opened the plant.", f"{name}, chairman of {firm}, spoke to workers.")
    return _scene(texts, 1, texts[1].replace(name, wrong), "RC203", words="misspelt")


def apiece(dice: random.Random) -> Scene:
    each = dice.randrange(11, 49)
    text = f"The city bought 200 buses at ${each},000 each, for a total of ${each / 5:g} million."
    return _scene((text,), 0, text.replace(f"${each / 5:g} ", f"${each / 5 + 3:g} "), "RC413")


def average(dice: random.Random) -> Scene:
    n, mean = dice.randrange(21, 39), dice.randrange(3, 8)
    text = f"They scored {n * mean} goals in {n} matches, an average of {mean}."
    return _scene((text,), 0, text.replace(f"of {mean}.", f"of {mean + 1}."), "RC414")


def headline(dice: random.Random) -> Scene:
    n, town = _uneven(dice, 12, 38), dice.choice(TOWNS)
    text = f"{n} killed in {town} fire\n\nA fire in {town} killed {n} people on Monday, police said."
    return _scene((text,), 0, text.replace(f"{n} killed", f"{n + 5} killed"), "RC415")


def holders(dice: random.Random) -> Scene:
    firm, ((one, _), (other, _)) = dice.choice(FIRMS), dice.sample(PERSONS, 2)
    text = f"{firm} chairman {one} opened the plant. Later {firm} chairman {one} spoke to workers."
    return _scene((text,), 0, text.replace(f"Later {firm} chairman {one}", f"Later {firm} chairman {other}"), "RC416")


def shares(dice: random.Random) -> Scene:
    n = dice.randrange(52, 79)
    text = f"Ada Vane won {n} percent of the vote, and Bo Quist won {100 - n} percent of the vote."
    return _scene((text,), 0, text.replace(f"won {100 - n}", f"won {110 - n}"), "RC417")


def bracketed(dice: random.Random) -> Scene:
    n = dice.randrange(211, 398)
    text = f"The wall is {n} feet ({n * 3048 // 10000} meters) long."
    return _scene((text,), 0, text.replace(f"({n * 3048 // 10000} ", f"({n * 4572 // 10000} "), "RC418")


def order(dice: random.Random) -> Scene:
    born, (name, _) = dice.randrange(1921, 1959), dice.choice(PERSONS)
    text = f"The painter {name}, who was born in {born} and died in {born + 44}, lived in {dice.choice(TOWNS)}."
    return _scene((text,), 0, text.replace(f"in {born + 44}", f"in {born - 6}"), "RC410")


SCENES: dict[str, Callable[[random.Random], Scene]] = {
    "mile and kilometre": miles,
    "short and metric ton": tons,
    "points and percent": points,
    "wrong base": base,
    "year": year,
    "year of an event": event_year,
    "half year and year": half,
    "part and whole time": part,
    "stale": stale,
    "name misspelt": misspelt,
    "per unit": apiece,
    "average and count": average,
    "headline": headline,
    "two holders": holders,
    "shares over 100": shares,
    "conversion": bracketed,
    "order of dates": order,
}
