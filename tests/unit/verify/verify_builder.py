"""One small run with findings of many kinds, and every way to alter its report at one place."""

import json
from datetime import date

from reconcile import document
from reconcile.errors import Diagnostic, Severity
from reconcile.model.decision import Decision, Judgement
from reconcile.model.run import sealed
from reconcile.pipeline import default_pipeline
from reconcile.report.jsonform import json_text
from reconcile.review.reviewed import reviewed
from reconcile.verify.hashes import unsealed

STAGES = default_pipeline()
TEXTS = (
    "Revenue of Acme Steel was $41 million in 2030.",
    "Acme Steel reported revenue of $410 million in 2030. It met on Monday, 4 March 2031, at gate 4-5-6.",
    "Delmar Energy opened its plant on 3 May. Borex Motors was founded in 1994 and closed in 1987.",
    "Over 40.",
)
DAYS = (date(2031, 3, 4), date(2031, 3, 5), None, None)

UNREAD = (Diagnostic("input.kind", Severity.ERROR, "a PDF, which is not read", "in/old.pdf:1:1"),)


def made():
    """The run of the texts, with a decision on its first finding."""
    pairs = enumerate(zip(TEXTS, DAYS, strict=True))
    documents = [document(text, id=f"{i}.txt", published=day) for i, (text, day) in pairs]
    first = STAGES.run(documents).findings[0]
    word = Decision(first.fingerprint, first.code, Judgement.KEEP, "asked them", "Ida", date(2031, 4, 1), keeps="x")
    return reviewed(STAGES, documents, UNREAD, (word,), date(2031, 5, 1))


RUN = made()
TEXT = json_text(RUN.to_dict())

# Words of closed sets, each with another of its set.
WORDS = {
    "conflict": "revised", "agree": "conflict", "error": "note", "warning": "error", "single": "echo",
    "corroborated": "echo", "value": "event", "event": "value", "asserted": "forecast", "decided": "known",
    "note": "warning", "year": "month", "day": "week", "money": "count", "count": "money", "keep": "known",
}  # fmt: skip


def report():
    """The JSON of the run, to be altered."""
    return json.loads(TEXT)


def sealed_anew(data):
    """The report as somebody leaves it who has made its hashes anew."""
    parts = {key: part for key, part in data.items() if key != "manifest"}
    return {"manifest": sealed(unsealed(data)["manifest"], parts), **parts}


def alterations(node, path=()):
    """Alters one place of a report after the other, in place, and puts it back; gives what was done where."""
    keys = list(node) if isinstance(node, dict) else range(len(node))
    for key in keys:
        value, here = node[key], (*path, key)
        if isinstance(value, dict | list):
            yield from alterations(value, here)
        else:
            node[key] = other(value)
            yield here, f"{value!r} made {node[key]!r}"
            node[key] = value
    if isinstance(node, list):
        yield from lost_and_doubled(node, path)
    elif not any(path[1:]) or path[-1] == 0:
        # the first item of a list stands for its others, which have the same keys
        yield from keys_lost(node, path)


def other(value):
    """Another value of the same type, of the same closed set where it is of one."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, str):
        return WORDS.get(value) or altered_text(value)
    return "altered"


def altered_text(value):
    """A number or a date stays one; a word is another."""
    if value.isdigit():
        return f"{value}1"
    try:
        return date.fromisoformat(value).replace(day=27).isoformat()
    except ValueError:
        return f"{value} altered"


def lost_and_doubled(node, path):
    for i in range(len(node)):
        item = node.pop(i)
        yield (*path, i), "dropped"
        node.insert(i, item)
        node.insert(i, item)
        yield (*path, i), "doubled"
        node.pop(i)


def keys_lost(node, path):
    whole = dict(node)
    for key in whole:
        del node[key]
        yield (*path, key), "key dropped"
        node.clear()
        node.update(whole)
    node["added"] = 1
    yield (*path, "added"), "key added"
    del node["added"]
