"""Names in a text: entities of the rules, and runs of capitalised words that are no sentence opener or title.

Short forms of names: the longer name in the text that a part of it, or its initials, stands for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reconcile.model.document import Scope, Segments, Sentence
from reconcile.model.names import Name, folded
from reconcile.model.span import Span
from reconcile.model.tokens import Tokens
from reconcile.model.words import stem
from reconcile.rules.entities import Entity, EntityType
from reconcile.rules.language import Language
from reconcile.rules.load import Pack
from reconcile.text.word_classes import HYPHENS, is_inner_apostrophe

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


# A heading is title-cased when more than this many of ten words are capitalised.
TITLE_CASED = 6
LONGEST_NAME = 8
NAME_AND_SURNAME = 2


def read_names(segments: Segments, pack: Pack) -> tuple[Name, ...]:
    """All names, in order; title-cased headings yield only names the rest of the text has too."""
    tokens = segments.tokens
    plain = frozenset(k for i, k in enumerate(tokens.keys) if not tokens.text[tokens.starts[i]].isupper())
    reader = _Reader(tokens, pack, plain, _capitals(segments))
    found: list[Name] = []
    postponed: list[Sentence] = []
    for sentence in segments.sentences:
        if sentence.scope is not Scope.BODY and _title_cased(tokens, sentence):
            postponed.append(sentence)
        else:
            found.extend(reader.sentence(sentence))
    known = {name.label for name in found}
    for sentence in postponed:
        names = tuple(reader.sentence(sentence))
        signs = bool(names) and reader.signs(names, sentence)
        found.extend(n for n in names if signs or n.label in known or n.id in pack.entities.by_id)
    return linked(sorted(found, key=lambda n: n.first), tokens, pack.language)


class _Reader:
    """Reads the names of one document.

    `plain` holds its words seen in lower case, `capitals` those seen with a capital where none is due.
    """

    def __init__(self, tokens: Tokens, pack: Pack, plain: frozenset[str], capitals: frozenset[str]) -> None:
        self.tokens = tokens
        self.pack = pack
        self.plain = plain
        self.capitals = capitals

    def sentence(self, sentence: Sentence) -> Iterator[Name]:
        i = sentence.first
        while i < sentence.last:
            if not self._capital(i):
                i += 1
                continue
            j = self._title(i)
            if j is None:
                name = self._name(i, sentence)
                if name is not None:
                    yield name
                j = name.last if name is not None else i + 1
            i = j

    def signs(self, names: tuple[Name, ...], sentence: Sentence) -> bool:
        """Whether a line is no more than someone with a title: "Orle Mayor Ida Holm", "Ida Holm, mayor"."""
        language, end, keys = self.pack.language, names[0].last, self.tokens.keys[sentence.first : sentence.last]
        if any(key in language.lemmas and key not in language.noun_first for key in keys):
            return False
        ends = names[-1].last == sentence.last and self._titled(sentence.first, names[-1].first)
        opens = names[0].first == sentence.first and end < sentence.last and self.tokens.keys[end] == ","
        return ends or (opens and self._titled(end, sentence.last))

    def _titled(self, first: int, last: int) -> bool:
        """Whether a title ends at token `last` and begins from `first` on."""
        return any(self._title(k) == last for k in range(first, last))

    def _capital(self, i: int) -> bool:
        word, key = self.tokens.word(i), self.tokens.keys[i]
        if word[0].isdecimal():
            return key in self.pack.entities.names.numbers and self._entity(i) is not None
        # keys are in small letters
        return word != key and word[0].isalpha()

    def _title(self, i: int) -> int | None:
        match = self.pack.offices.titles.match(self.tokens, i)
        return match[1] if match else i + 1 if self._occupation(i) else None

    def _name(self, i: int, sentence: Sentence) -> Name | None:
        entity = self._entity(i)
        if entity is None and (self._opener(i, sentence) or self._hyphened(i, sentence)):
            return None
        if self.tokens.keys[i] in self.pack.entities.adjectives and entity is None:
            return None
        end = max(self._run(i, sentence.last), entity[1] if entity else 0)
        if entity and (end == entity[1] or self._splits(entity[1])):
            return self._make(i, entity[1], entity[0])
        if end == i + 1 and self._weak(i, sentence):
            return None
        if self._calls(i, end, sentence):
            i += 1
        return self._make(i, end, None)

    def _entity(self, i: int) -> tuple[Entity, int] | None:
        return self.pack.entities.names.match(self.tokens, i)

    def _splits(self, start: int) -> bool:
        """Whether what follows an entity inside a run is a name of its own ("Acme Jane Doe" has a title between)."""
        return self._entity(start) is not None or self._title(start) is not None

    def _opener(self, i: int, sentence: Sentence) -> bool:
        """A word that is capitalised only because it opens a sentence, a quotation or a title-cased line."""
        key = self.tokens.keys[i]
        language = self.pack.language
        if key in language.not_names or key in language.determiners or key in language.pronouns:
            return not self._model(i)
        opens = i == sentence.first or not self.tokens.keys[i - 1].isalnum()
        if key in language.given_names and i + 1 < sentence.last and self._continues(i + 1):
            return False
        return opens and (
            key.endswith(language.manner_endings.listed)
            or key in language.lemmas
            or key in language.adverbs
            or key in language.prepositions
        )

    def _weak(self, i: int, sentence: Sentence) -> bool:
        """A single opener that the text also has in lower case, or the rules as a common word; or a lone letter."""
        word, key = self.tokens.word(i), self.tokens.keys[i]
        if len(word) == 1 and not self._model(i):
            return True
        if not self._opens(i, sentence) or word.isupper():
            return False
        return key in self.plain or (key not in self.capitals and self._common(i))

    def _opens(self, i: int, sentence: Sentence) -> bool:
        return i == sentence.first or (i == sentence.first + 1 and not self.tokens.keys[i - 1].isalnum())

    def _common(self, i: int) -> bool:
        """Whether the rules know a word as a common one: it triggers a metric, has kin, or is in a lexicon.

        Groups of people are left: who is asked or counted is spoken of like one with a name.
        """
        key, language = self.tokens.keys[i], self.pack.language
        if key in language.not_names_at_start:
            return True
        if key in language.people:
            return False
        lists = (language.company_metrics, language.agents, language.organisation_nouns, language.occupations)
        if any(key in words for words in lists) or key in language.events or stem(key) in self.pack.policy.synonyms:
            return True
        found = self.pack.metrics.triggers.match(self.tokens, i)
        return found is not None and found[1] == i + 1

    def _hyphened(self, i: int, sentence: Sentence) -> bool:
        """The first part of a common compound that opens a sentence: "Full-year sales", not "Orle-based Acme"."""
        keys = self.tokens.keys
        if not self._opens(i, sentence) or i + 2 >= sentence.last or keys[i + 1] not in HYPHENS:
            return False
        joined = self.tokens.touches(i + 1) and self.tokens.touches(i + 2)
        return joined and self.tokens.word(i + 2).islower() and keys[i] not in self.capitals and not self._place(i + 2)

    def _place(self, i: int) -> bool:
        """A participle that makes a name before it a place or owner: "-based", "-listed", "-owned"."""
        return self.tokens.keys[i] in self.pack.language.participles

    def _calls(self, i: int, end: int, sentence: Sentence) -> bool:
        """A common word before name and surname of the person it calls: "Striker Ben Amis", "Author Ida Holm"."""
        keys, language = self.tokens.keys, self.pack.language
        called = self._opens(i, sentence) and keys[i] in language.occupations and end > i + NAME_AND_SURNAME
        return called and keys[end - 1] not in language.organisation_endings

    def _run(self, i: int, last: int) -> int:
        """The index after the run of capitalised words that begins at `i`."""
        j = i + 1
        while j < min(last, i + LONGEST_NAME):
            if self._continues(j):
                j += 1
            elif j + 1 < last and self._links(j) and self._continues(j + 1):
                j += 2
            else:
                break
        return j

    def _continues(self, j: int) -> bool:
        key = self.tokens.keys[j]
        if self._inner(j - 1):
            return True
        if not (self.tokens.word(j)[0].isupper() or (key[0].isdigit() and self.tokens.touches(j))):
            return False
        blocked = (key in self.pack.language.not_names or self._title(j) is not None) and not self._model(j)
        return not blocked or (key in self.pack.language.organisation_endings and self._title(j) is None)

    def _model(self, j: int) -> bool:
        """A letter that touches the digits after it: "Airbus *A*380"."""
        tokens = self.tokens
        digits = j + 1 < len(tokens.keys) and tokens.keys[j + 1][0].isdigit() and tokens.touches(j + 1)
        return digits and len(tokens.keys[j]) == 1

    def _occupation(self, j: int) -> bool:
        """Whether a word at `j` says what the person of the next two words does: "Orle Network *Insider* Ida Holm"."""
        keys, words = self.tokens.keys, range(j + 1, j + 1 + NAME_AND_SURNAME)
        if keys[j] not in self.pack.language.occupations or words.stop > len(keys):
            return False
        after = keys[words.stop] if words.stop < len(keys) else ""
        return all(self._bare(k) for k in words) and not (after.isalpha() and self._bare(words.stop))

    def _bare(self, k: int) -> bool:
        """Whether token `k` has a capital and ends no name of an organisation."""
        return self.tokens.word(k)[0].isupper() and self.tokens.keys[k] not in self.pack.language.organisation_endings

    def _links(self, j: int) -> bool:
        key = self.tokens.keys[j]
        if key == "of":
            return self.tokens.keys[j - 1] in self.pack.language.organisation_endings
        touching = self.tokens.touches(j) and self.tokens.touches(j + 1)
        if key == "." and self.tokens.touches(j) and len(self.tokens.keys[j - 1]) == 1:
            # an initial: "James T. Orr"
            return True
        return key == "&" or (key in ".-" and touching) or key in self.pack.language.surname_particles or self._inner(j)

    def _inner(self, j: int) -> bool:
        """Whether token `j` is an apostrophe inside a word and opens no ending: "O'Hara", "Ma'an", not "Orle's"."""
        return is_inner_apostrophe(self.tokens, self.pack.language, j)

    def _make(self, first: int, last: int, entity: Entity | None) -> Name:
        tokens = self.tokens
        span = Span(tokens.starts[first], tokens.ends[last - 1])
        label = " ".join(tokens.text[span.start : span.end].split())
        if entity is not None:
            return Name(first, last, span, label, entity.id, str(entity.type))
        endings = self.pack.language.organisation_endings
        kind = EntityType.ORGANISATION if tokens.keys[last - 1] in endings else EntityType.UNKNOWN
        return Name(first, last, span, label, folded(label), str(kind))


def _title_cased(tokens: Tokens, sentence: Sentence) -> bool:
    words = [tokens.word(i) for i in range(sentence.first, sentence.last) if tokens.keys[i].isalpha()]
    return 10 * sum(w[0].isupper() for w in words) > TITLE_CASED * len(words)


def _capitals(segments: Segments) -> frozenset[str]:
    """Words of the body that begin with a capital inside a sentence, after another word."""
    tokens = segments.tokens
    return frozenset(
        tokens.keys[i]
        for sentence in segments.sentences
        if sentence.scope is Scope.BODY
        for i in range(sentence.first + 1, sentence.last)
        if tokens.text[tokens.starts[i]].isupper() and tokens.keys[i - 1].isalnum()
    )
