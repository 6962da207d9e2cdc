"""What an import gives: facts to declare and what was wrong, and the JSON file both are read from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reconcile.errors import Diagnostic, Severity
from reconcile.model.surrogates import MESSAGE, find_escaped_surrogate

Told = Mapping[str, str]


@dataclass(slots=True)
class Import:
    """The facts found so far in one file, as keys and words of `facts/*.yaml`, and every problem."""

    text: str
    shown: str
    facts: list[Told] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)

    def data(self) -> dict[str, Any] | None:
        """The object that the file holds, numbers as they are written; None where it holds none."""
        try:
            data = json.loads(self.text, parse_float=str, parse_int=str)
        except json.JSONDecodeError as error:
            where = f"{self.shown}:{error.lineno}:{error.colno}"
            self.problems.append(Diagnostic("facts.json", Severity.ERROR, f"not readable as JSON: {error.msg}", where))
            return None
        except RecursionError:
            self.problem("nested too deeply", "", Severity.ERROR)
            return None
        lone = find_escaped_surrogate(self.text)
        if lone is not None:
            self.problems.append(Diagnostic("facts.json", Severity.ERROR, MESSAGE, self._where(lone)))
            return None
        if not isinstance(data, dict):
            self.problem("expected a JSON object", "", Severity.ERROR)
            return None
        return data

    def problem(self, message: str, key: str, severity: Severity = Severity.WARNING) -> None:
        """Records a problem at the first place of a key of the file."""
        at = max(0, self.text.find(json.dumps(key))) if key else 0
        self.problems.append(Diagnostic("facts.import", severity, message, self._where(at)))

    def _where(self, at: int) -> str:
        return f"{self.shown}:{self.text.count(chr(10), 0, at) + 1}:{at - self.text.rfind(chr(10), 0, at)}"

    def add(self, **words: str | None) -> None:
        """Adds a fact, keys without words left out."""
        self.facts.append({key: word for key, word in words.items() if word})


def written(facts: list[Told], origin: str) -> str:
    """Facts as the text of a `facts/*.yaml`; `origin` is said in its first line. JSON strings are YAML strings."""
    lines = [f"# Imported from {origin}. Edit freely: what is declared here is held against every article.", "facts:"]
    for fact in facts:
        words = [f"{key}: {json.dumps(word, ensure_ascii=False)}" for key, word in fact.items()]
        lines += [f"  - {words[0]}", *(f"    {word}" for word in words[1:])]
    return "\n".join(lines) + "\n" if facts else f"{lines[0]}\nfacts: []\n"
