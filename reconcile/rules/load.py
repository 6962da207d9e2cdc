"""Rule files to one frozen `Pack`.

Each section of a pack (`lexicon/en/units.yaml`, `metrics/*.yaml` ...) has one shape, and all files of a shape are put
together; the table `SECTIONS` is the only place that knows which. A later pack adds to the ones before it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from typing import TypeVar

import msgspec

from reconcile.errors import Diagnostic, RuleError, Severity
from reconcile.guard import failure, guard_text, without_failing
from reconcile.rules.currencies import CurrencyLexicon
from reconcile.rules.entities import Entities, Offices
from reconcile.rules.examples import PairsFile
from reconcile.rules.inflection import REFERENCE, family_words, with_families
from reconcile.rules.language import Language
from reconcile.rules.lexicon import children, combine, items_of
from reconcile.rules.matching import Matching
from reconcile.rules.metrics import Imports, Metrics
from reconcile.rules.numerals import NumberWords, NumeralLexicon, ScaleWords
from reconcile.rules.policy import Policy, PolicyFile, compile_policy
from reconcile.rules.source import Loaded, PackFile, did_you_mean, parse
from reconcile.rules.times import CalendarWords, HolidayWords, TimeLexicon, TimeWords
from reconcile.rules.tree import Path
from reconcile.rules.units import UnitLexicon
from reconcile.rules.words import HedgeLexicon, NonQuantityLexicon, NounLexicon, RankLexicon, Scopes

T = TypeVar("T")
FAILED = "rules.failed"


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """All rules of a run. A pack is itself and equal to no other, so that what is made of one can be kept by it."""

    digest: str
    files: tuple[Loaded, ...]
    numerals: NumeralLexicon
    times: TimeLexicon
    language: Language
    scopes: Scopes
    entities: Entities
    offices: Offices
    metrics: Metrics
    policy: Policy
    matching: Matching
    imports: Imports
    hedges: HedgeLexicon
    currencies: CurrencyLexicon
    units: UnitLexicon
    nouns: NounLexicon
    ranks: RankLexicon
    non_quantities: NonQuantityLexicon


# Which file of a pack has which shape; the first pattern that fits decides.
SECTIONS: tuple[tuple[str, type[msgspec.Struct]], ...] = (
    ("lexicon/*/numerals.yaml", NumberWords),
    ("lexicon/*/scales.yaml", ScaleWords),
    ("lexicon/*/times.yaml", TimeWords),
    ("lexicon/*/holidays.yaml", HolidayWords),
    ("calendars.yaml", CalendarWords),
    ("lexicon/*/grammar.yaml", Language),
    ("lexicon/*/factuality.yaml", Scopes),
    ("entities/*.yaml", Entities),
    ("offices.yaml", Offices),
    ("metrics/*.yaml", Metrics),
    ("policy.yaml", PolicyFile),
    ("matching.yaml", Matching),
    ("pairs/*.yaml", PairsFile),
    ("imports.yaml", Imports),
    ("lexicon/*/hedges.yaml", HedgeLexicon),
    ("lexicon/*/currencies.yaml", CurrencyLexicon),
    ("lexicon/*/units.yaml", UnitLexicon),
    ("lexicon/*/nouns.yaml", NounLexicon),
    ("lexicon/*/ranks.yaml", RankLexicon),
    ("lexicon/*/non_quantities.yaml", NonQuantityLexicon),
)


def load(files: Iterable[PackFile]) -> Pack:
    """Parses and compiles rule files, in the order given. Raises RuleError with every problem found."""
    pack, problems = read(files)
    if problems:
        raise RuleError(problems)
    return pack


def read(files: Iterable[PackFile]) -> tuple[Pack, tuple[Diagnostic, ...]]:
    """The pack of all entries that can be read, and every problem with the others; nothing else is lost."""
    files = tuple(files)
    loaded: list[Loaded] = []
    problems: list[Diagnostic] = []
    for file in files:
        shape = _shape(file)
        if shape is None:
            problems.append(_unknown_file(file))
            continue
        parsed = guard_text(file.text, partial(_parse, file, shape), FAILED, "reading this rule file", file.shown)
        if isinstance(parsed, Diagnostic):
            problems.append(parsed)
            continue
        content, found = parsed
        problems.extend(found)
        if content is not None:
            loaded.append(Loaded(file, content))
    pack, unsound = _compile_sound(loaded, partial(_compile, digest(files)))
    return pack, (*problems, *unsound)


def _parse(
    file: PackFile, shape: type[msgspec.Struct], text: str
) -> tuple[msgspec.Struct | None, tuple[Diagnostic, ...]]:
    return parse(PackFile(file.name, text, file.shown), shape)


def _compile(name: str, loaded: Sequence[Loaded]) -> Pack:
    """The pack of parsed files; `name` is the digest of their texts."""
    contents = [item.content for item in loaded]
    grammars = [content for content in contents if isinstance(content, Language)]
    words = family_words(
        ((name, verbs.listed) for grammar in grammars for name, verbs in grammar.families.items()),
        (row for grammar in grammars for row in grammar.irregular_verbs),
    )
    contents = [with_families(item.content, words) if REFERENCE in item.file.text else item.content for item in loaded]
    return Pack(
        digest=name,
        files=tuple(loaded),
        numerals=combine(NumeralLexicon, NumberWords.merge(contents), scale_words=ScaleWords.merge(contents)),
        times=combine(
            TimeLexicon,
            TimeWords.merge(contents),
            holiday_words=HolidayWords.merge(contents),
            calendars=CalendarWords.merge(contents),
        ),
        language=Language.merge(contents),
        scopes=Scopes.merge(contents),
        entities=Entities.merge(contents),
        offices=Offices.merge(contents),
        metrics=Metrics.merge(contents),
        policy=compile_policy(PolicyFile.merge(contents)),
        matching=Matching.merge(contents),
        imports=Imports.merge(contents),
        hedges=HedgeLexicon.merge(contents),
        currencies=CurrencyLexicon.merge(contents),
        units=UnitLexicon.merge(contents),
        nouns=NounLexicon.merge(contents),
        ranks=RankLexicon.merge(contents),
        non_quantities=NonQuantityLexicon.merge(contents),
    )


def _compile_sound(
    files: Sequence[Loaded], compile_all: Callable[[Sequence[Loaded]], T]
) -> tuple[T, tuple[Diagnostic, ...]]:
    """What `compile_all` makes of the files but for the entries that it fails on, with an error for each of them.

    Compiling works on whole files. Where it fails, files are taken apart into entries (an item of a list or mapping,
    any other value), and put together again without those at which it fails.
    """
    try:
        return compile_all(files), ()
    except Exception:
        if not files:
            raise
    every = [(number, path) for number, file in enumerate(files) for path in _paths(file.content)]

    def compile_some(some: Sequence[tuple[int, Path]]) -> T:
        kept = [frozenset(path for number, path in some if number == n) for n in range(len(files))]
        contents = (_with_only(file.content, paths) for file, paths in zip(files, kept, strict=True))
        return compile_all([Loaded(file.file, content) for file, content in zip(files, contents, strict=True)])

    def blame(error: Exception, entry: tuple[int, Path]) -> Diagnostic:
        number, path = entry
        return failure(error, FAILED, "reading this rule, which is left out", files[number].tree.where(path))

    return without_failing(every, compile_some, blame)


def _paths(content: msgspec.Struct) -> Iterator[Path]:
    """The way to each entry of a file."""
    for key, value in children(content):
        if isinstance(value, dict) or items_of(value) is not None:
            yield from ((key, step) for step, _ in children(value))
        else:
            yield (key,)


def _with_only(content: msgspec.Struct, kept: Container[Path]) -> msgspec.Struct:
    """A file with those entries alone."""
    shape = type(content)
    given: dict[str, object] = {}
    for name, key in zip(shape.__struct_fields__, shape.__struct_encode_fields__, strict=True):
        value = getattr(content, name)
        if (items := items_of(value)) is not None:
            given[name] = type(value)(item for i, item in enumerate(items) if (key, i) in kept)
        elif isinstance(value, dict):
            given[name] = {at: item for at, item in value.items() if (key, at) in kept}
        elif (key,) in kept:
            given[name] = value
    return shape(**given)


def digest(files: Iterable[PackFile]) -> str:
    """A short hash of names and texts; equal packs have equal digests on every machine."""
    sha = hashlib.sha256()
    for file in sorted(files, key=lambda f: (f.name, f.text)):
        sha.update(f"{file.name}\0{file.text}\0".encode())
    return sha.hexdigest()[:16]


def _shape(file: PackFile) -> type[msgspec.Struct] | None:
    return next((shape for pattern, shape in SECTIONS if fnmatchcase(file.name, pattern)), None)


def _unknown_file(file: PackFile) -> Diagnostic:
    hint = did_you_mean(file.name, [pattern for pattern, _ in SECTIONS])
    message = f"no section of a pack is named {file.name!r}{hint}"
    return Diagnostic("rules.unknown-file", Severity.ERROR, message, f"{file.shown}:1:1")
