"""Rule files to one frozen `Pack`.

Each section of a pack (`lexicon/en/units.yaml`, `metrics/*.yaml` ...) has one shape and one function that compiles
all its files; the table `SECTIONS` is the only place that knows which. A later pack adds to the ones before it.

Finding the entry of a rule file that cannot be compiled, and doing without it.

Compiling works on whole files. Where it fails, files are taken apart into entries (an item of a list, a key of a
mapping, any other value), and put together again without those at which it fails.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase
from functools import partial
from typing import NamedTuple, TypeVar

import msgspec

from reconcile.errors import Diagnostic, RuleError, Severity
from reconcile.guard import failure, guard_text, without_failing
from reconcile.rules.calendars import CalendarWords, HolidayWords
from reconcile.rules.currencies import CurrencyLexicon
from reconcile.rules.entities import Entities, EntitiesFile, Offices, compile_entities
from reconcile.rules.examples import PairsFile
from reconcile.rules.families import REFERENCE, family_words, with_families
from reconcile.rules.imports import Imports
from reconcile.rules.language import Language
from reconcile.rules.lexicon import combine, items_of, make_list
from reconcile.rules.metrics import Metrics, MetricsFile, compile_metrics
from reconcile.rules.numerals import NumberWords, NumeralLexicon, ScaleWords
from reconcile.rules.policy import Policy, PolicyFile, compile_policy
from reconcile.rules.scopes import Scopes
from reconcile.rules.source import Loaded, PackFile, parse, tree_of
from reconcile.rules.time_files import TimeWords
from reconcile.rules.times import TimeLexicon
from reconcile.rules.units import UnitLexicon
from reconcile.rules.words import HedgeLexicon, NonQuantityLexicon, NounLexicon, RankLexicon

T = TypeVar("T")
FAILED = "rules.failed"


class Entry(NamedTuple):
    """A value of a rule file: the number of the file, the key it stands under, and its place there, if it has one."""

    file: int
    key: str
    at: str | int | None


def compile_sound(
    files: Sequence[Loaded], compile_all: Callable[[Sequence[Loaded]], T]
) -> tuple[T, tuple[Diagnostic, ...]]:
    """What `compile_all` makes of the files but for the entries that it fails on, with an error for each of them."""
    try:
        return compile_all(files), ()
    except Exception:
        if not files:
            raise

    def blame(error: Exception, entry: Entry) -> Diagnostic:
        tree = tree_of(files[entry.file].file)
        line, column = tree.place((entry.key,) if entry.at is None else (entry.key, entry.at))
        return failure(error, FAILED, "reading this rule, which is left out", f"{tree.shown}:{line}:{column}")

    entries = [entry for number, file in enumerate(files) for entry in _entries(number, file.content)]
    return without_failing(entries, lambda some: compile_all(_of_entries(files, some)), blame)


def _entries(number: int, content: msgspec.Struct) -> Iterator[Entry]:
    for field in msgspec.structs.fields(content):
        value = getattr(content, field.name)
        if (items := items_of(value)) is not None:
            yield from (Entry(number, field.encode_name, i) for i in range(len(items)))
        elif isinstance(value, dict):
            yield from (Entry(number, field.encode_name, key) for key in value)
        elif not field.required:
            yield Entry(number, field.encode_name, None)


def _of_entries(files: Sequence[Loaded], entries: Sequence[Entry]) -> tuple[Loaded, ...]:
    """The files with those entries only."""
    kept = frozenset(entries)
    return tuple(Loaded(item.file, _thinned(n, item.content, kept)) for n, item in enumerate(files))


def _thinned(number: int, content: msgspec.Struct, kept: frozenset[Entry]) -> msgspec.Struct:
    changed: dict[str, object] = {}
    for field in msgspec.structs.fields(content):
        value, key = getattr(content, field.name), field.encode_name
        if (items := items_of(value)) is not None:
            some = tuple(item for i, item in enumerate(items) if Entry(number, key, i) in kept)
            changed[field.name] = some if isinstance(value, tuple) else make_list(field.type, some)
        elif isinstance(value, dict):
            changed[field.name] = {at: item for at, item in value.items() if Entry(number, key, at) in kept}
        elif not field.required and Entry(number, key, None) not in kept:
            changed[field.name] = field.default if field.default is not msgspec.NODEFAULT else field.default_factory()
    return msgspec.structs.replace(content, **changed)


@dataclass(frozen=True, slots=True)
class Pack:
    """All rules of a run."""

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
    ("entities/*.yaml", EntitiesFile),
    ("offices.yaml", Offices),
    ("metrics/*.yaml", MetricsFile),
    ("policy.yaml", PolicyFile),
    ("pairs/*.yaml", PairsFile),
    ("imports.yaml", Imports),
    ("lexicon/*/hedges.yaml", HedgeLexicon),
    ("lexicon/*/currencies.yaml", CurrencyLexicon),
    ("lexicon/*/units.yaml", UnitLexicon),
    ("lexicon/*/nouns.yaml", NounLexicon),
    ("lexicon/*/ranks.yaml", RankLexicon),
    ("lexicon/*/non_quantities.yaml", NonQuantityLexicon),
)

S = TypeVar("S", bound=msgspec.Struct)


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
    pack, unsound = compile_sound(loaded, partial(_compile, digest(files)))
    return pack, (*problems, *unsound)


def _parse(
    file: PackFile, shape: type[msgspec.Struct], text: str
) -> tuple[msgspec.Struct | None, tuple[Diagnostic, ...]]:
    return parse(PackFile(file.name, text, file.shown), shape)


def _compile(name: str, loaded: Sequence[Loaded]) -> Pack:
    """The pack of parsed files; `name` is the digest of their texts."""
    contents = [item.content for item in loaded]
    words = family_words(contents)
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
        entities=compile_entities(_of(contents, EntitiesFile)),
        offices=Offices.merge(contents),
        metrics=compile_metrics(_of(contents, MetricsFile)),
        policy=compile_policy(PolicyFile.merge(contents)),
        imports=Imports.merge(contents),
        hedges=HedgeLexicon.merge(contents),
        currencies=CurrencyLexicon.merge(contents),
        units=UnitLexicon.merge(contents),
        nouns=NounLexicon.merge(contents),
        ranks=RankLexicon.merge(contents),
        non_quantities=NonQuantityLexicon.merge(contents),
    )


def digest(files: Iterable[PackFile]) -> str:
    """A short hash of names and texts; equal packs have equal digests on every machine."""
    sha = hashlib.sha256()
    for file in sorted(files, key=lambda f: (f.name, f.text)):
        sha.update(f"{file.name}\0{file.text}\0".encode())
    return sha.hexdigest()[:16]


def _of(contents: Iterable[msgspec.Struct], shape: type[S]) -> tuple[S, ...]:
    return tuple(content for content in contents if isinstance(content, shape))


def _shape(file: PackFile) -> type[msgspec.Struct] | None:
    return next((shape for pattern, shape in SECTIONS if fnmatchcase(file.name, pattern)), None)


def _unknown_file(file: PackFile) -> Diagnostic:
    near = get_close_matches(file.name, [pattern for pattern, _ in SECTIONS], n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    message = f"no section of a pack is named {file.name!r}{hint}"
    return Diagnostic("rules.unknown-file", Severity.ERROR, message, f"{file.shown}:1:1")
