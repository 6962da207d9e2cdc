"""What two reports are compared by: claims, findings and facts as items, read back from the JSON of a run.

Two reports held against each other: what appeared, what vanished, what changed.

A difference in words: lines for a terminal, Markdown for people, JSON for programs.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from reconcile.errors import UsageError
from reconcile.report.counts import counted
from reconcile.report.gfm import escape, visible
from reconcile.report.jsonform import json_text

Object = Mapping[str, Any]


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
    """A report read back; `texts` are the digests of its sources, `rules` that of the rules."""

    claims: tuple[Item, ...]
    findings: tuple[Item, ...]
    facts: tuple[Item, ...]
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
    settled = {name for review in loaded.get("reviews", ()) if _holds(review) for name in review["findings"]}
    return Report(
        tuple(claims.values()),
        tuple(_finding(finding, claims, settled) for finding in loaded["findings"]),
        tuple(_fact(group, claims) for group in loaded["groups"] if _is_shared(group, claims)),
        {entry["id"]: str(entry.get("sha256")) for entry in sources},
        str(manifest.get("rules", "")),
    )


def _holds(review: Object) -> bool:
    return review["state"] in ("decided", "known")


def _claim(claim: Object) -> Item:
    subject, metric, period = claim["subject"], claim["metric"], claim["period"]
    value = claim["value"] or {}
    about = (subject or {}).get("label", ""), (metric or {}).get("label", "")
    key = (
        claim["source"],
        claim["kind"],
        (subject or {}).get("id"),
        None if metric is None else metric["label"] if metric["id"] == "open" else metric["id"],
        claim["dimension"],
        tuple(sorted(claim["qualifiers"].items())),
    )
    reading = (claim["quote"], value.get("low"), value.get("high"), claim["unit"], (period or {}).get("edtf"))
    what = ", ".join(part for part in about if part)
    words = f"{claim['source']}: {what}{': ' if what else ''}“{' '.join(claim['quote'].split())}”"
    when = f" ({period['edtf']})" if period is not None and claim["kind"] != "date" else ""
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
    return Item(group["about"], (group["about"], members), group["about"], f"{group['verdict']}", group)


def _is_shared(group: Object, claims: Mapping[str, Item]) -> bool:
    """Whether two sources speak of it; a fact of one source has no verdict worth the name."""
    return len({claims[name].wording["source"] for name in group["claims"] if name in claims}) > 1


def dictionaries(items: Iterable[Item]) -> list[Object]:
    """The items as their report had them."""
    return [item.wording for item in items]


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of items of one sort; `changed` pairs the old with the new."""

    appeared: tuple[Item, ...]
    vanished: tuple[Item, ...]
    changed: tuple[tuple[Item, Item], ...]

    @property
    def none(self) -> bool:
        """Whether nothing happened."""
        return not (self.appeared or self.vanished or self.changed)


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two reports; texts and rules say where it may come from."""

    claims: Changes
    findings: Changes
    facts: Changes
    texts: tuple[str, ...]
    rules: bool

    @property
    def none(self) -> bool:
        """Whether the two say the same."""
        return self.claims.none and self.findings.none and self.facts.none


def compare(old: Report, new: Report) -> Difference:
    """The difference of two reports, each list in the order of its report."""
    names = sorted(old.texts.keys() | new.texts.keys())
    return Difference(
        changes(old.claims, new.claims),
        changes(old.findings, new.findings),
        changes(old.facts, new.facts),
        tuple(_text(name, old, new) for name in names if old.texts.get(name) != new.texts.get(name)),
        old.rules != new.rules,
    )


def changes(old: Iterable[Item], new: Iterable[Item]) -> Changes:
    """Equal items are one item; of the rest those are one that alone on either side are about the same."""
    same, left, right = _paired(tuple(old), tuple(new), lambda item: item.exact, alone=False)
    same_key, vanished, appeared = _paired(left, right, lambda item: item.key, alone=True)
    changed = tuple((a, b) for a, b in (*same, *same_key) if (a.words, a.state) != (b.words, b.state))
    return Changes(appeared, vanished, changed)


def _paired(
    old: tuple[Item, ...], new: tuple[Item, ...], by: Callable[[Item], Hashable], *, alone: bool
) -> tuple[list[tuple[Item, Item]], tuple[Item, ...], tuple[Item, ...]]:
    """Pairs in the order of `old`, then what is left on either side; `alone` pairs only what has no double."""
    before, after = _places(old, by), _places(new, by)
    pairs: list[tuple[int, int]] = []
    for key, places in before.items():
        others = after.get(key, [])
        if not alone or len(places) == len(others) == 1:
            pairs += zip(places, others, strict=False)
    taken_old, taken_new = {a for a, _ in pairs}, {b for _, b in pairs}
    return (
        [(old[a], new[b]) for a, b in pairs],
        tuple(item for n, item in enumerate(old) if n not in taken_old),
        tuple(item for n, item in enumerate(new) if n not in taken_new),
    )


def _places(items: Iterable[Item], by: Callable[[Item], Hashable]) -> dict[Hashable, list[int]]:
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for n, item in enumerate(items):
        found[by(item)].append(n)
    return found


def _text(name: str, old: Report, new: Report) -> str:
    if name not in old.texts:
        return f"{name} is new"
    return f"{name} is gone" if name not in new.texts else f"{name} was edited"


_NOUNS = {"findings": "finding", "facts": "verdict", "claims": "claim"}


def _sorts(difference: Difference) -> dict[str, Changes]:
    """The sorts of items, the most telling first."""
    return {"findings": difference.findings, "facts": difference.facts, "claims": difference.claims}


def _parts(difference: Difference) -> list[tuple[str, Changes]]:
    """What changed; what did not is left out."""
    return [(name, changes) for name, changes in _sorts(difference).items() if not changes.none]


def headline(difference: Difference) -> str:
    """The difference in a sentence."""
    if difference.none:
        return "The two reports say the same."
    return f"{'; '.join(_counts(_NOUNS[name], changes) for name, changes in _parts(difference))}."


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
    for name, changes in _parts(difference):
        noun = _NOUNS[name]
        lines += [f"+ {noun} {visible(item.words)} [{item.state}]" for item in changes.appeared]
        lines += [f"- {noun} {visible(item.words)} [{item.state}]" for item in changes.vanished]
        lines += [f"~ {noun} {visible(_changed(old, new))}" for old, new in changes.changed]
    return "".join(f"{line}\n" for line in lines)


def as_markdown(difference: Difference) -> str:
    """A page with a list for each sort of change."""
    lines = ["# What changed", "", escape(headline(difference)), "", escape(_reasons(difference)), ""]
    for name, changes in _parts(difference):
        lines += [f"## {_TITLES[name]}", ""]
        lines += _listed("Appeared", [f"{escape(item.words)} ({item.state})" for item in changes.appeared])
        lines += _listed("Vanished", [f"{escape(item.words)} ({item.state})" for item in changes.vanished])
        lines += _listed("Changed", [escape(_changed(old, new)) for old, new in changes.changed])
    return "\n".join(lines).rstrip("\n") + "\n"


_TITLES = {"findings": "Findings", "facts": "Verdicts", "claims": "Claims"}


def _listed(title: str, lines: list[str]) -> list[str]:
    return [f"### {title}", "", *(f"- {line}" for line in lines), ""] if lines else []


def as_json(difference: Difference) -> str:
    """The items as their reports had them."""
    content: dict[str, object] = {"texts": list(difference.texts), "rules_changed": difference.rules}
    for name, changes in _sorts(difference).items():
        content[name] = {
            "appeared": dictionaries(changes.appeared),
            "vanished": dictionaries(changes.vanished),
            "changed": [{"old": old.wording, "new": new.wording} for old, new in changes.changed],
        }
    return json_text(content)


FORMS: Mapping[str, Callable[[Difference], str]] = MappingProxyType(
    {"text": as_text, "md": as_markdown, "json": as_json}
)
