"""Short forms of names: the longer name in the text that a part of it, or its initials, stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reconcile.model.names import Name, folded
from reconcile.model.tokens import Tokens
from reconcile.rules.entities import EntityType
from reconcile.rules.language import Language

# What a name is that no rule has: "Union" alone is an organisation by its ending.
UNRULED = frozenset({EntityType.UNKNOWN, EntityType.ORGANISATION})


def linked(names: list[Name], tokens: Tokens, language: Language) -> tuple[Name, ...]:
    """Names in order, each with the id of what it stands for: legal endings make no other name of one."""
    plain = [_without_ending(name, language) for name in names]
    return tuple(_named_first(_linked(plain), tokens, language))


def _without_ending(name: Name, language: Language) -> Name:
    """A name whose id leaves out "Inc" or "Ltd", so that "Acme Inc" and "Acme" are one."""
    words = name.id.removesuffix(".").split()
    if name.type not in UNRULED or len(words) < 2:
        return name
    return replace(name, id=" ".join(words[:-1])) if words[-1] in language.legal_endings else name


def _named_first(names: Iterable[Name], tokens: Tokens, language: Language) -> Iterator[Name]:
    """Gives a name of one word the id of the one longer name in the text that begins with it ("Orle" for "Orle Mills").

    A word that the text uses as a place ("in Orle") is a name of its own.
    """
    names = tuple(names)
    longer: dict[str, dict[str, Name]] = {}
    for name in names:
        if " " in name.id and name.type in UNRULED:
            longer.setdefault(name.id.split()[0], {}).setdefault(name.id, name)
    places = {n.id for n in names if n.first and tokens.keys[n.first - 1] in language.name_place_words}
    for name in names:
        full = longer.get(name.id, {})
        if len(full) != 1 or name.type != EntityType.UNKNOWN or name.id in places:
            yield name
            continue
        one = next(iter(full.values()))
        yield replace(name, id=one.id, label=one.label, type=one.type)


def _linked(names: list[Name]) -> Iterator[Name]:
    """Gives a short form the id of the one longer name it stands for.

    That is the longer name before it that ends in it ("Hurd" after "Mark Hurd"), or the one in the text whose
    initials it is ("NAG" for "Northern Assurance Group").
    """
    by_last: dict[str, set[str]] = {}
    by_initials = _initials(names)
    usual = _usual(names)
    labels: dict[str, str] = {}
    for name in names:
        words = name.id.split()
        if len(words) == 1 and name.type in UNRULED and len(by_last.get(name.id, ())) == 1:
            full = next(iter(by_last[name.id]))
            yield replace(name, id=full, label=labels[full])
            continue
        spelt = by_initials.get(name.label)
        if spelt is not None and name.type == EntityType.UNKNOWN:
            yield replace(name, id=spelt.id, label=spelt.label, type=spelt.type)
            continue
        if name.id in usual:
            yield replace(name, label=usual[name.id])
            continue
        if name.type in UNRULED and len(words) > 1:
            by_last.setdefault(words[-1], set()).add(name.id)
            labels.setdefault(name.id, name.label)
        yield name


def _usual(names: list[Name]) -> dict[str, str]:
    """For each entity of the rules, the form of its name the text uses most, the longest of those used alike.

    A form that is the entity's id says nothing that the id does not.
    """
    forms: dict[str, Counter[str]] = {}
    for name in names:
        if name.type != EntityType.UNKNOWN and name.id != folded(name.label):
            forms.setdefault(name.id, Counter())[name.label] += 1
    return {id_: max(found, key=lambda form: (found[form], len(form), form)) for id_, found in forms.items()}


def _initials(names: list[Name]) -> dict[str, Name]:
    """Names of three words or more by their initials, where only one has them."""
    out: dict[str, Name] = {}
    ids: dict[str, set[str]] = {}
    for name in names:
        words = [w for w in name.label.replace("-", " ").split() if w[0].isalpha()]
        short = "".join(w[0] for w in words if w[0].isupper())
        if len(words) > 2 and len(short) > 2:
            out.setdefault(short, name)
            ids.setdefault(short, set()).add(name.id)
    return {short: name for short, name in out.items() if len(ids[short]) == 1}
