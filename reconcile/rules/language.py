"""Closed word classes and verbs: `lexicon/en/grammar.yaml`, for finding who does what in a clause.

Nouns, adjectives and names are open classes.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Annotated

import msgspec

from reconcile.model.words import stem
from reconcile.rules.inflection import past_forms, present_participle, third_person, verb_forms
from reconcile.rules.lexicon import ByWord, Entry, Lexicon, Phrases, Synonyms, Words, empty, says


class Refers(StrEnum):
    """What a pronoun can stand for."""

    THING = "thing"
    PLURAL = "plural"
    PERSON = "person"
    SPEAKER = "speaker"
    NONE = "none"


class Pronouns(Entry, frozen=True, forbid_unknown_fields=True):
    """Pronouns, or possessives, that refer alike."""

    refers: Refers

    @property
    def meaning(self) -> Refers:
        """What they can stand for."""
        return self.refers


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


class Language(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/grammar.yaml`: word classes, each a set of words in small letters."""

    determiners: Annotated[Words, says("Determiners and quantifiers.")] = empty(Words)
    possessives: Annotated[Words, says("Possessive determiners.")] = empty(Words)
    prepositions: Annotated[Words, says("Prepositions.")] = empty(Words)
    conjunctions: Annotated[Words, says("Coordinating conjunctions.")] = empty(Words)
    subordinators: Annotated[Words, says("Words that open a subordinate or relative clause.")] = empty(Words)
    pronouns: Annotated[ByWord[Pronouns, Refers], says("Pronouns, by what they can stand for.")] = empty(ByWord)
    possessors: Annotated[ByWord[Pronouns, Refers], says("Possessives, by what they can stand for.")] = empty(ByWord)
    auxiliaries: Annotated[Words, says("Forms of be, have and do, and what is left of them before “n't”.")] = empty(
        Words
    )
    past_auxiliaries: Annotated[Words, says("Those of them that are past.")] = empty(Words)
    perfect_auxiliaries: Annotated[Words, says("Those that make a perfect, which reaches to now: “has sold”.")] = empty(
        Words
    )
    modals: Annotated[Words, says("Modal verbs.")] = empty(Words)
    adverbs: Annotated[Words, says("Adverbs that an ending does not show.")] = empty(Words)
    verbs: Annotated[
        Words,
        says(
            "Base forms; -s, -ed and -ing forms are made by spelling rule, with the last consonant doubled and "
            "single (“occurred”)."
        ),
    ] = empty(Words)
    irregular_verbs: Annotated[tuple[tuple[str, str, str], ...], says("Base form, past and past participle.")] = ()
    families: Annotated[
        dict[str, Words],
        says(
            "Verbs of one meaning by the name of their family, in the base form: “@name” in any list of words stands "
            "for all their forms, “@name.finite” for base, -s form and past, “@name.past” for the past."
        ),
    ] = empty(dict)
    noun_first_verbs: Annotated[
        Words, says("Verbs whose bare and -s forms are nouns at least as often: a verb only where no noun can stand.")
    ] = empty(Words)
    aspects: Annotated[
        Words,
        says(
            "Adverbs that stand between a subject and its verb: what follows is a verb even where it could be a "
            "noun (“already offers”)."
        ),
    ] = empty(Words)
    between_words: Annotated[
        Words,
        says("Words that between an auxiliary and a participle are adverbs: “was last recorded”, “was first seen”."),
    ] = empty(Words)
    events: Annotated[
        Synonyms, says("Nouns for one kind of event, the plainest first: an article calls its event by any of them.")
    ] = empty(Synonyms)
    harm_words: Annotated[Words, says("Words for harm done: a number of the harmed belongs to the event.")] = empty(
        Words
    )
    victims: Annotated[Words, says("After a bare number these say that it counts people: “12 dead”, “40 injured”.")] = (
        empty(Words)
    )
    harming: Annotated[Words, says("Verbs whose object, where it is a bare number, counts people: “wounding 40”.")] = (
        empty(Words)
    )
    raising: Annotated[
        Words, says("Verbs whose object is who does what the infinitive says (“allowed the bank to open”).")
    ] = empty(Words)
    people: Annotated[Words, says("Groups of people that polls ask and counts are of.")] = empty(Words)
    pairs: Annotated[Words, says("Nouns for two spoken of together: “The couple paid” after “Ann and Tom Marsh”.")] = (
        empty(Words)
    )
    fields: Annotated[
        Words, says("Nouns that own nothing but say among whom something is ranked: “the world's largest mill”.")
    ] = empty(Words)
    metric_heads: Annotated[
        Words, says("Heads of a table's first column under which its rows name metrics: “| Item | 2021 | 2022 |”.")
    ] = empty(Words)
    event_occasions: Annotated[
        Words,
        says(
            "Nouns that an ordinal ranks nothing by, unless somebody has them: “for a second time”, “the first lady”."
        ),
    ] = empty(Words)
    relatives: Annotated[Words, says("Words that open a relative clause.")] = empty(Words)
    demonstratives: Annotated[
        Words, says("Alone at the head of a sentence these point back: “That led 90 firms to move”.")
    ] = empty(Words)
    clause_breaks: Annotated[Words, says("Words that set a clause against the one before it.")] = empty(Words)
    indefinites: Annotated[
        Words, says("Determiners that bring up something new: “a quake” is another than “the quake”.")
    ] = empty(Words)
    any_events: Annotated[Words, says("Plain nouns by which an event of any kind is called.")] = empty(Words)
    place_prepositions: Annotated[Words, says("Prepositions by which the place of an event stands after its noun.")] = (
        empty(Words)
    )
    event_place_words: Annotated[
        Words, says("After these a description of an event tells where it was, not what it was.")
    ] = empty(Words)
    name_place_words: Annotated[Words, says("Before a name these say that it is a place.")] = empty(Words)
    place_kinds: Annotated[
        Words, says("Kinds of places, which “of” and a name say the name of: “the village of Orle”.")
    ] = empty(Words)
    manner_endings: Annotated[Words, says("Endings that only adverbs have: “Historically”, “Previously”.")] = empty(
        Words
    )
    size_adjectives: Annotated[Words, says("Adjectives after a size, which say what it is: “40 feet wide”.")] = empty(
        Words
    )
    action_endings: Annotated[Words, says("Endings of nouns for what someone does: “abduction”.")] = empty(Words)
    surname_particles: Annotated[Words, says("Particles inside the name of a person.")] = empty(Words)
    owner_links: Annotated[
        Words, says("Prepositions on the way to the owner of a measure: “prevalence of hunger in Austria”.")
    ] = empty(Words)
    owner_prepositions: Annotated[
        Words, says("Those of them after which a common noun is an owner too: “revenue of the firm”.")
    ] = empty(Words)
    title_prepositions: Annotated[
        Words, says("Prepositions between a title and the organisation it is held at: “the head of sales at Acme”.")
    ] = empty(Words)
    clitics: Annotated[Words, says("What stands after the apostrophe of a contraction: “couldn't”, “we'll”.")] = empty(
        Words
    )
    verb_prefixes: Annotated[Words, says("What a hyphen may join to a verb: “re-elected”.")] = empty(Words)
    before_gerund: Annotated[Words, says("Words before an -ing form with an object: “after killing 12 people”.")] = (
        empty(Words)
    )
    not_after_verb: Annotated[
        Words, says("Prepositions that show no verb before them, since nouns have them as often.")
    ] = empty(Words)
    articles: Annotated[Words, says("Articles.")] = empty(Words)
    agents: Annotated[
        Words,
        says(
            "Nouns for who acts, of which an “of” names no measure: “a unit of Acme paid”, “the head of Acme earned”."
        ),
    ] = empty(Words)
    organisation_nouns: Annotated[Words, says("Nouns by which a text calls an organisation it has named.")] = empty(
        Words
    )
    attributes: Annotated[
        tuple[Attribute, ...],
        says("What a value is of, where its sort or its neighbours tell; the first that holds is named."),
    ] = ()
    copulas: Annotated[Words, says("Verb forms that say how much their subject is.")] = empty(Words)
    class_words: Annotated[
        Phrases, says("In a counted noun phrase these make a part of what the noun names: “300 full-time staff”.")
    ] = empty(Phrases)
    alternatives: Annotated[
        Words, says("Words by which a count is of what fits either of two predicates: “40 dead or missing”.")
    ] = empty(Words)
    scope_openers: Annotated[
        Phrases,
        says("Words that open what a count takes in or leaves out: “Including suspected ones, Orle has 40 cases”."),
    ] = empty(Phrases)
    exclusions: Annotated[
        Phrases, says("Those of them that leave something out, so that they do so behind a value too.")
    ] = empty(Phrases)
    comparatives: Annotated[
        Words, says("Comparatives that after a value make a difference of it: “$40 less than”, “3 feet taller than”.")
    ] = empty(Words)
    standards: Annotated[Words, says("Words before what is compared with: “than”.")] = empty(Words)
    directions: Annotated[
        Words, says("Words by which a value says how the one before it moved: “costs were $5 million, up 4 percent”.")
    ] = empty(Words)
    moves: Annotated[
        Words,
        says("Nouns after a value that it measures as a move: “a $50 million increase in revenue” is no revenue."),
    ] = empty(Words)
    bases: Annotated[
        Words,
        says("Words before the value that the one before it is compared with: “$5 million, compared with $4 million”."),
    ] = empty(Words)
    comparing: Annotated[
        Words, says("Words that compare a value with what one of `comparison_links` leads to: “compared with”.")
    ] = empty(Words)
    comparison_links: Annotated[Words, says("Prepositions after one of `comparing`.")] = empty(Words)
    range_ends: Annotated[
        Words, says("Words before the end of a stretch of time: “from May to June”, “a lease until 2030”.")
    ] = empty(Words)
    scene_setters: Annotated[
        Words, says("Before a length of time these only set the scene: “in six hours”, “after two years”.")
    ] = empty(Words)
    stresses: Annotated[Words, says("Words near before “one” by which it is a number: “released in only one”.")] = (
        empty(Words)
    )
    suppositions: Annotated[
        Words, says("Participles that open a clause of what is supposed: “assuming 8 million are sold”.")
    ] = empty(Words)
    anaphoric_nouns: Annotated[Words, says("Nouns that stand for what was counted before: “wounding 22 others”.")] = (
        empty(Words)
    )
    chain_links: Annotated[
        Words, says("Prepositions by which a noun is told more closely: “a 5 percent rise in sales to Norway”.")
    ] = empty(Words)
    bearer_links: Annotated[
        Words, says("Prepositions between who has something and what: “a plant at a cost of $4 billion”.")
    ] = empty(Words)
    further: Annotated[Words, says("Words that make a value one more of the same: “and Borex another 20 percent”.")] = (
        empty(Words)
    )
    chances: Annotated[
        Words, says("After a share these say how likely something is: “a 40 percent chance of rain”.")
    ] = empty(Words)
    company_metrics: Annotated[
        Words,
        says(
            "What only a company or body has: without an owner it is of the party spoken of (“Revenue was $5 "
            "million.”)."
        ),
    ] = empty(Words)
    measuring: Annotated[
        Words,
        says(
            "Verbs that in the passive say how much of something there is: “output was estimated at 5 million tonnes”."
        ),
    ] = empty(Words)
    reporting: Annotated[Words, says("Forms of verbs by which somebody says something.")] = empty(Words)
    not_names: Annotated[Words, says("Words that are no name when they open a sentence or a title-cased headline.")] = (
        empty(Words)
    )
    not_names_at_start: Annotated[
        Words,
        says(
            "Common words that are no names when they open a sentence alone: “Quarterly sales rose”, “Turnout was 60%”."
        ),
    ] = empty(Words)
    organisation_endings: Annotated[Words, says("Last words of the names of organisations.")] = empty(Words)
    legal_endings: Annotated[
        Words, says("Endings of a name that say in what legal form a company is: “Acme Inc” is Acme.")
    ] = empty(Words)
    occupations: Annotated[
        Words, says("What a person does, as a title before or after the name: “Striker Ben Amis”, “Ida Holm, a poet”.")
    ] = empty(Words)
    epithets: Annotated[Words, says("What may be said of a person before a title and is no part of it: “veteran”.")] = (
        empty(Words)
    )
    persons: Annotated[
        Words, says("Nouns for a person that are no occupation, in the singular: “victim”; counted in persons.")
    ] = empty(Words)
    given_names: Annotated[
        Words, says("Given names that are verbs too; before a word with a capital they open a name: “Mark Orr said”.")
    ] = empty(Words)
    never_end: Annotated[Words, says("Abbreviations after which a full stop never ends a sentence.")] = empty(Words)
    before_number: Annotated[
        Words, says("Abbreviations after which a full stop ends no sentence where a number follows.")
    ] = empty(Words)
    may_end: Annotated[
        Words, says("Abbreviations after which a full stop ends a sentence where the next word may begin one.")
    ] = empty(Words)

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Determiners, prepositions, auxiliaries and conjunctions."""
        return self.determiners | self.prepositions | self.auxiliaries | self.conjunctions

    @cached_property
    def closed(self) -> frozenset[str]:
        """The words of all closed classes; any other word is a noun, verb or adverb by its neighbours."""
        others = self.possessives | self.subordinators | self.modals
        return self.function_words | others | self.pronouns.keys()

    @cached_property
    def person_words(self) -> frozenset[str]:
        """The pronouns and possessives that stand for a person."""
        both = (*self.pronouns.items(), *self.possessors.items())
        return frozenset(word for word, refers in both if refers is Refers.PERSON)

    @cached_property
    def lemmas(self) -> dict[str, str]:
        """Each known verb form with its base; the forms of irregular verbs win."""
        forms = {form: base for base in self.verbs.listed for form in verb_forms(base)}
        for base, simple, participle in self.irregular_verbs:
            irregular = (base, third_person(base), simple, participle, present_participle(base))
            forms.update(dict.fromkeys(irregular, base))
        return forms

    @cached_property
    def participles(self) -> frozenset[str]:
        """The past participles of all verbs."""
        regular = (form for base in self.verbs.listed for form in past_forms(base))
        return frozenset(regular) | frozenset(participle for _, _, participle in self.irregular_verbs)

    @cached_property
    def noun_first(self) -> frozenset[str]:
        """The bare and -s forms of the verbs that are nouns at least as often."""
        return self.noun_first_verbs | {third_person(base) for base in self.noun_first_verbs}

    @cached_property
    def harms(self) -> frozenset[str]:
        """The stems of words for harm done by an event."""
        return frozenset(stem(word) for word in self.harm_words)
