"""Closed word classes and verbs: `lexicon/en/grammar.yaml`, compiled to one class a word.

Forms of regular verbs by spelling: "reach" gives "reaches", "reached", "reaching".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

import msgspec

from reconcile.model.tokens import PhraseTable
from reconcile.model.words import stem


def third_person(base: str) -> str:
    """The -s form: "reach" gives "reaches", "carry" "carries"."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if _consonant_y(base) else base + "s"


def past(base: str) -> str:
    """The regular -ed form: "plan" gives "planned", "carry" "carried"."""
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if _consonant_y(base) else _doubled(base) + "ed"


def present_participle(base: str) -> str:
    """The -ing form: "make" gives "making", "cut" "cutting"."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    return base[:-1] + "ing" if base.endswith("e") and not base.endswith("ee") else _doubled(base) + "ing"


VOWELS = frozenset("aeiou")


def _consonant_y(base: str) -> bool:
    return base.endswith("y") and base[-2:-1] not in VOWELS


def _doubled(base: str) -> str:
    """Doubles the last consonant of a one-syllable verb in consonant-vowel-consonant ("plan", "cut")."""
    short = len(base) <= 4 and sum(c in VOWELS for c in base) == 1
    closed = base[-1:] not in "aeiouwxy" and base[-2:-1] in VOWELS
    return base + base[-1] if short and closed else base


class Refers(StrEnum):
    """What a pronoun can stand for."""

    THING = "thing"
    PLURAL = "plural"
    PERSON = "person"
    SPEAKER = "speaker"
    NONE = "none"


class Pronouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pronouns, or possessives, that refer alike."""

    words: tuple[str, ...]
    refers: Refers


class Attribute(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a value is of, told by its kind, unit or dimension, the words beside it, its verb, or a word of its clause.

    Every condition that is given must hold; `before` and `after` are the words next to the value, `verbs` base forms.
    """

    name: str
    kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


class Abbreviations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Abbreviations after which a full stop never ends a sentence, never before a number, or may."""

    never_end: tuple[str, ...] = ()
    before_number: tuple[str, ...] = ()
    may_end: tuple[str, ...] = ()


class GrammarFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/grammar.yaml`."""

    determiners: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    subordinators: tuple[str, ...] = ()
    pronouns: tuple[Pronouns, ...] = ()
    possessors: tuple[Pronouns, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    past_auxiliaries: tuple[str, ...] = ()
    modals: tuple[str, ...] = ()
    stretches: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    irregular_verbs: tuple[tuple[str, str, str], ...] = ()
    noun_first: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    events: tuple[tuple[str, ...], ...] = ()
    harms: tuple[str, ...] = ()
    harming: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    raising: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    metric_heads: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    organisation_nouns: tuple[str, ...] = ()
    copulas: tuple[str, ...] = ()
    belongings: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    measuring: tuple[str, ...] = ()
    reporting: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    name_links: tuple[str, ...] = ()
    organisation_endings: tuple[str, ...] = ()
    legal_endings: tuple[str, ...] = ()
    callings: tuple[str, ...] = ()
    abbreviations: Abbreviations = Abbreviations()


@dataclass(frozen=True, slots=True)
class Language:
    """Word classes, each a set of case-folded words; `lemmas` maps each known verb form to its base.

    `closed` holds the words of all closed classes; any other word is a noun, verb or adverb by its neighbours.
    `time_stretch_phrases` are phrases that point back to a stretch of time ("during that time");
    `events` maps each noun for an event to the plainest one ("quake" to "earthquake"); `harms` holds the stems of
    words for harm done by an event; `raising` verbs whose object does what the infinitive says; `people` nouns for
    groups that can be asked; `organisation_nouns` those by which a text calls an organisation.
    """

    determiners: frozenset[str]
    possessives: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    pronouns: dict[str, Refers]
    possessors: dict[str, Refers]
    auxiliaries: frozenset[str]
    past_auxiliaries: frozenset[str]
    modals: frozenset[str]
    time_stretch_phrases: PhraseTable[str]
    adverbs: frozenset[str]
    function_words: frozenset[str]
    closed: frozenset[str]
    lemmas: dict[str, str]
    participles: frozenset[str]
    noun_first: frozenset[str]
    aspects: frozenset[str]
    between_words: frozenset[str]
    events: dict[str, str]
    harms: frozenset[str]
    harming: frozenset[str]
    victims: frozenset[str]
    attributes: tuple[Attribute, ...]
    raising: frozenset[str]
    people: frozenset[str]
    event_occasions: frozenset[str]
    metric_heads: frozenset[str]
    fields: frozenset[str]
    pairs: frozenset[str]
    agents: frozenset[str]
    organisation_nouns: frozenset[str]
    copulas: frozenset[str]
    company_metrics: frozenset[str]
    directions: frozenset[str]
    moves: frozenset[str]
    not_names_at_start: frozenset[str]
    bases: frozenset[str]
    further: frozenset[str]
    measuring: frozenset[str]
    reporting: frozenset[str]
    not_names: frozenset[str]
    name_links: frozenset[str]
    organisation_endings: frozenset[str]
    legal_endings: frozenset[str]
    occupations: frozenset[str]
    never_end: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]


def compile_language(files: Iterable[GrammarFile]) -> Language:
    """All grammar files as one; word lists are united."""
    files = tuple(files)

    def words(name: str) -> frozenset[str]:
        return frozenset(chain.from_iterable(getattr(f, name) for f in files))

    return Language(
        determiners=words("determiners"),
        possessives=words("possessives"),
        prepositions=words("prepositions"),
        conjunctions=words("conjunctions"),
        subordinators=words("subordinators"),
        pronouns={w: p.refers for f in files for p in f.pronouns for w in p.words},
        possessors={w: p.refers for f in files for p in f.possessors for w in p.words},
        auxiliaries=words("auxiliaries"),
        past_auxiliaries=words("past_auxiliaries"),
        modals=words("modals"),
        time_stretch_phrases=PhraseTable((phrase, phrase) for phrase in words("stretches")),
        adverbs=words("adverbs"),
        function_words=words("determiners") | words("prepositions") | words("auxiliaries") | words("conjunctions"),
        closed=_closed(files),
        lemmas=_lemmas(files),
        participles=_participles(files),
        noun_first=_noun_forms(words("noun_first")),
        aspects=words("aspects"),
        between_words=words("between"),
        events={noun: row[0] for f in files for row in f.events for noun in row},
        victims=words("victims"),
        harming=words("harming"),
        harms=frozenset(stem(w) for w in words("harms")),
        attributes=tuple(a for f in files for a in f.attributes),
        raising=words("raising"),
        people=words("people"),
        event_occasions=words("occasions"),
        metric_heads=words("metric_heads"),
        fields=words("fields"),
        pairs=words("pairs"),
        agents=words("agents"),
        organisation_nouns=words("organisation_nouns"),
        copulas=words("copulas"),
        company_metrics=words("belongings"),
        directions=words("directions"),
        moves=words("moves"),
        not_names_at_start=words("openers"),
        bases=words("bases"),
        further=words("further"),
        measuring=words("measuring"),
        reporting=words("reporting"),
        not_names=words("not_names"),
        name_links=words("name_links"),
        organisation_endings=words("organisation_endings"),
        legal_endings=words("legal_endings"),
        occupations=words("callings"),
        never_end=frozenset(w for f in files for w in f.abbreviations.never_end),
        before_number=frozenset(w for f in files for w in f.abbreviations.before_number),
        may_end=frozenset(w for f in files for w in f.abbreviations.may_end),
    )


def _closed(files: tuple[GrammarFile, ...]) -> frozenset[str]:
    """Every word of the closed classes."""
    plain = (
        (*f.determiners, *f.possessives, *f.prepositions, *f.conjunctions, *f.subordinators, *f.auxiliaries, *f.modals)
        for f in files
    )
    return frozenset(chain.from_iterable(plain)) | {w for f in files for p in f.pronouns for w in p.words}


def _lemmas(files: tuple[GrammarFile, ...]) -> dict[str, str]:
    out: dict[str, str] = {}
    for f in files:
        for base in f.verbs:
            out.update(dict.fromkeys((base, third_person(base), *_past_forms(base), *_present_forms(base)), base))
        for base, simple, participle in f.irregular_verbs:
            forms = (base, third_person(base), simple, participle, present_participle(base))
            out.update(dict.fromkeys(forms, base))
    return out


def _participles(files: tuple[GrammarFile, ...]) -> frozenset[str]:
    """The past participles of all verbs."""
    regular = (form for f in files for base in f.verbs for form in _past_forms(base))
    return frozenset(regular) | frozenset(participle for f in files for _, _, participle in f.irregular_verbs)


def _noun_forms(bases: frozenset[str]) -> frozenset[str]:
    return bases | {third_person(base) for base in bases}


def _past_forms(base: str) -> tuple[str, ...]:
    """The -ed forms by spelling rule; of a longer verb with the last consonant single and doubled ("occurred")."""
    return (past(base), f"{base}{base[-1]}ed") if _may_double(base) else (past(base),)


def _present_forms(base: str) -> tuple[str, ...]:
    """The -ing forms, as `_past_forms`."""
    return (present_participle(base), f"{base}{base[-1]}ing") if _may_double(base) else (present_participle(base),)


def _may_double(base: str) -> bool:
    closed = base[-1] in "bdglmnprt" and base[-2] in VOWELS and base[-3] not in VOWELS
    return closed and sum(c in VOWELS for c in base) > 1
