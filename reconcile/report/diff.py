"""Two reports held against each other, read back from the JSON of a run: what appeared, vanished and changed.

Findings, facts and claims are items that are known again by what they are about, never by where they stand. The
difference is written as lines for a terminal, as Markdown for people, as JSON for programs.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from reconcile.errors import UsageError
from reconcile.model.decision import SETTLED
from reconcile.report.counts import counted
from reconcile.report.gfm import escape, visible
from reconcile.report.jsonform import json_text

Object = Mapping[str, Any]
# What is compared, the most telling first: the sort, the noun it is counted with, its heading.
SORTS = (("findings", "finding", "Findings"), ("facts", "verdict", "Verdicts"), ("claims", "claim", "Claims"))


@dataclass(frozen=True, slots=True)
class Item:
    """`key` says what it is about, whatever it says; `exact` what it says, too; neither knows lines or offsets.

    `words` are for a reader; `state` is what may change while the item stays the same (severity, verdict ...).
    """

    key: Hashable
    exact: Hashable
    words: str
    state: str
    wording: Object


@dataclass(frozen=True, slots=True)
class Report:
    """A report read back: its items by sort; `texts` are the digests of its sources, `rules` that of the rules."""

    items: Mapping[str, tuple[Item, ...]]
    texts: Mapping[str, str]
    rules: str


def read_report(text: str, name: str) -> Report:
    """The report in the JSON `text`; `name` is for the message. Raises UsageError when it is none."""
    try:
        loaded = json.loads(text)
        return _report(loaded)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        where = f"{name}:{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else name
        why = f"not JSON ({error.msg})" if isinstance(error, json.JSONDecodeError) else "no report of this tool"
        raise UsageError(f"{where}: {why}; give a report.json that `reconcile report` wrote") from error


def _report(loaded: Object) -> Report:
    claims = {claim["id"]: _claim(claim) for claim in loaded["claims"]}
    manifest = loaded["manifest"]
    sources = [entry for entry in manifest.get("sources", ()) if isinstance(entry, dict)]
    holding = (review for review in loaded.get("reviews", ()) if review["state"] in SETTLED)
    settled = {name for review in holding for name in review["findings"]}
    return Report(
        {
            "findings": tuple(_finding(finding, claims, settled) for finding in loaded["findings"]),
            "facts": tuple(_fact(group, claims) for group in loaded["groups"] if _is_shared(group, claims)),
            "claims": tuple(claims.values()),
        },
        {entry["id"]: str(entry.get("sha256")) for entry in sources},
        str(manifest.get("rules", "")),
    )


def _claim(claim: Object) -> Item:
    subject, metric, period, value = (claim[name] or {} for name in ("subject", "metric", "period", "value"))
    key = (
        claim["source"],
        claim["kind"],
        subject.get("id"),
        metric.get("label" if metric.get("id") == "open" else "id"),
        claim["dimension"],
        tuple(sorted(claim["qualifiers"].items())),
    )
    reading = (claim["quote"], value.get("low"), value.get("high"), claim["unit"], period.get("edtf"))
    what = ", ".join(part["label"] for part in (subject, metric) if part.get("label"))
    words = f"{claim['source']}: {what}{': ' if what else ''}“{' '.join(claim['quote'].split())}”"
    when = f" ({period['edtf']})" if period and claim["kind"] != "date" else ""
    more = (tuple(claim.get("titles", ())), tuple(claim.get("ahead", ())))
    return Item(key, (key, reading, more), f"{words}{when}", claim["factuality"], claim)


def _finding(finding: Object, claims: Mapping[str, Item], settled: set[str]) -> Item:
    sides = {claims[s["claim"]].key if s["claim"] in claims else s["source"] for s in finding["evidence"]}
    state = "decided" if finding["fingerprint"] in settled else "open"
    words = f"{finding['code']} {finding['message'] or finding['title']}"
    key = (finding["code"], frozenset(sides))
    return Item(key, finding["fingerprint"], words, f"{finding['severity']}, {finding['verdict']}, {state}", finding)


def _fact(group: Object, claims: Mapping[str, Item]) -> Item:
    members = frozenset(claims[name].exact for name in group["claims"] if name in claims)
    return Item(group["about"], (group["about"], members), group["about"], group["verdict"], group)


def _is_shared(group: Object, claims: Mapping[str, Item]) -> bool:
    """Whether two sources speak of it; a fact of one source has no verdict worth the name."""
    return len({claims[name].wording["source"] for name in group["claims"] if name in claims}) > 1


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of items of one sort; `changed` pairs the old with the new."""

    appeared: tuple[Item, ...]
    vanished: tuple[Item, ...]
    changed: tuple[tuple[Item, Item], ...]

    def __bool__(self) -> bool:
        """Whether anything happened."""
        return bool(self.appeared or self.vanished or self.changed)


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two reports, by sort; texts and rules say where it may come from."""

    changes: Mapping[str, Changes]
    texts: tuple[str, ...]
    rules: bool

    def __bool__(self) -> bool:
        """Whether the two say anything different."""
        return any(self.changes.values())


def compare(old: Report, new: Report) -> Difference:
    """The difference of two reports, each list in the order of its report."""
    names = sorted(old.texts.keys() | new.texts.keys())
    return Difference(
        {sort: _changes(old.items[sort], new.items[sort]) for sort, _, _ in SORTS},
        tuple(_text(name, old, new) for name in names if old.texts.get(name) != new.texts.get(name)),
        old.rules != new.rules,
    )


def _changes(old: tuple[Item, ...], new: tuple[Item, ...]) -> Changes:
    """Equal items are one item; of the rest those are one that alone on either side are about the same."""
    same, vanished, appeared = _paired(old, new, lambda item: item.exact)
    about, vanished, appeared = _paired(vanished, appeared, lambda item: item.key, alone=True)
    changed = tuple((a, b) for a, b in (*same, *about) if (a.words, a.state) != (b.words, b.state))
    return Changes(appeared, vanished, changed)


def _paired(
    old: tuple[Item, ...], new: tuple[Item, ...], by: Callable[[Item], Hashable], *, alone: bool = False
) -> tuple[list[tuple[Item, Item]], tuple[Item, ...], tuple[Item, ...]]:
    """Pairs, then what is left on either side, each in its order; `alone` pairs only what has no double."""
    before, after = _places(old, by), _places(new, by)
    meeting = [(places, after[key]) for key, places in before.items() if key in after]
    pairs = [pair for a, b in meeting if not alone or len(a) == len(b) == 1 for pair in zip(a, b, strict=False)]
    taken_old, taken_new = {a for a, _ in pairs}, {b for _, b in pairs}
    return (
        [(old[a], new[b]) for a, b in pairs],
        tuple(item for n, item in enumerate(old) if n not in taken_old),
        tuple(item for n, item in enumerate(new) if n not in taken_new),
    )


def _places(items: Iterable[Item], by: Callable[[Item], Hashable]) -> dict[Hashable, list[int]]:
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for n, item in enumerate(items):
        places[by(item)].append(n)
    return places


def _text(name: str, old: Report, new: Report) -> str:
    if name not in old.texts:
        return f"{name} is new"
    return f"{name} is gone" if name not in new.texts else f"{name} was edited"


def headline(difference: Difference) -> str:
    """The difference in a sentence."""
    counts = [_counts(noun, difference.changes[sort]) for sort, noun, _ in SORTS if difference.changes[sort]]
    return f"{'; '.join(counts)}." if counts else "The two reports say the same."


def _counts(noun: str, changes: Changes) -> str:
    """How many appeared, vanished and changed; the noun stands with the first."""
    counts = {"appeared": changes.appeared, "vanished": changes.vanished, "changed": changes.changed}
    first, *rest = [(len(items), word) for word, items in counts.items() if items]
    return ", ".join((f"{counted(first[0], noun)} {first[1]}", *(f"{n:,} {word}" for n, word in rest)))


def _reasons(difference: Difference) -> str:
    """Where the difference may come from."""
    rules = ["the rules are others"] if difference.rules else []
    reasons = "; ".join([*difference.texts, *rules])
    return f"Between the two: {reasons}." if reasons else "Texts and rules are the same."


def _changed(old: Item, new: Item) -> str:
    """What an item was and is; only its state where its words stayed."""
    if old.words == new.words:
        return f"{new.words} [{old.state} → {new.state}]"
    state = f" [{old.state} → {new.state}]" if old.state != new.state else ""
    return f"{old.words} → {new.words}{state}"


def as_text(difference: Difference) -> str:
    """One line an item: `+` appeared, `-` vanished, `~` changed."""
    lines = [headline(difference), _reasons(difference)]
    for sort, noun, _ in SORTS:
        changes = difference.changes[sort]
        for sign, items in (("+", changes.appeared), ("-", changes.vanished)):
            lines += [f"{sign} {noun} {visible(item.words)} [{item.state}]" for item in items]
        lines += [f"~ {noun} {visible(_changed(old, new))}" for old, new in changes.changed]
    return "".join(f"{line}\n" for line in lines)


def as_markdown(difference: Difference) -> str:
    """A page with a list for each sort of change."""
    lines = ["# What changed", "", escape(headline(difference)), "", escape(_reasons(difference)), ""]
    for sort, _, title in SORTS:
        changes = difference.changes[sort]
        lines += [f"## {title}", ""] if changes else []
        for heading, items in (("Appeared", changes.appeared), ("Vanished", changes.vanished)):
            lines += _listed(heading, [f"{escape(item.words)} ({item.state})" for item in items])
        lines += _listed("Changed", [escape(_changed(old, new)) for old, new in changes.changed])
    return "\n".join(lines).rstrip("\n") + "\n"


def _listed(title: str, lines: list[str]) -> list[str]:
    return [f"### {title}", "", *(f"- {line}" for line in lines), ""] if lines else []


def as_json(difference: Difference) -> str:
    """The items as their reports had them."""
    content: dict[str, object] = {"texts": list(difference.texts), "rules_changed": difference.rules}
    for sort, changes in difference.changes.items():
        content[sort] = {
            "appeared": [item.wording for item in changes.appeared],
            "vanished": [item.wording for item in changes.vanished],
            "changed": [{"old": old.wording, "new": new.wording} for old, new in changes.changed],
        }
    return json_text(content)


FORMS: Mapping[str, Callable[[Difference], str]] = MappingProxyType(
    {"text": as_text, "md": as_markdown, "json": as_json}
)
