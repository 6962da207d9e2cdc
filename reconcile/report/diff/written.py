"""A difference in words: lines for a terminal, Markdown for people, JSON for programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reconcile.report.counts import counted
from reconcile.report.diff.compare import Changes, Difference
from reconcile.report.diff.items import Item, dictionaries
from reconcile.report.escape import escape, visible
from reconcile.report.jsonform import json_text

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
    told: dict[str, object] = {"texts": list(difference.texts), "rules_changed": difference.rules}
    for name, changes in _sorts(difference).items():
        told[name] = {
            "appeared": dictionaries(changes.appeared),
            "vanished": dictionaries(changes.vanished),
            "changed": [{"old": old.told, "new": new.told} for old, new in changes.changed],
        }
    return json_text(told)


FORMS: Mapping[str, Callable[[Difference], str]] = MappingProxyType(
    {"text": as_text, "md": as_markdown, "json": as_json}
)
