"""How many references of a text are resolved rightly, wrongly, or left open.

    python benchmarks/references.py MARKED.jsonl ARTICLES.jsonl... [--errors]

A line of MARKED: {"doc_id", "start", "end", "text", "antecedents"}, the span of a pronoun, a possessor or a description with "the",
and words of the names or nouns that it stands for, any of which will do; none where it stands for nothing. A line of
ARTICLES: {"doc_id", "text"}. Right is a reference whose subject holds all words of an antecedent, or that is left open
where it stands for nothing; open is one that is left open though it stands for something.
"""

from __future__ import annotations

import json
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reconcile.extractors.claims.claim_builder import sentence_parts
from reconcile.extractors.claims.extraction import ArticleState, read_sentence
from reconcile.extractors.claims.roles import role_claims
from reconcile.extractors.claims.timeline import open_timeline
from reconcile.extractors.entities.coreference import DiscourseState, open_discourse
from reconcile.extractors.entities.subjects import resolve_pronoun, resolve_reference
from reconcile.model.claim import Subject
from reconcile.model.words import stem
from reconcile.pipeline import default_pipeline, document
from reconcile.text.parse import NounPhrase, SentenceParse

Mark = dict[str, Any]


def sentences(text: str) -> Iterator[tuple[SentenceParse, DiscourseState]]:
    """The sentences of an article, each with what was spoken of before its claims."""
    pipeline = default_pipeline()
    read = pipeline.analyse(document(text))
    segments, names, mentions = read.segments, read.names, read.mentions
    state = ArticleState(open_discourse(segments, names), open_timeline(segments, mentions, None))
    for index in range(len(segments.sentences)):
        parts = sentence_parts(segments, names, mentions, index)
        parse = SentenceParse(segments, pipeline.pack, index, *parts)
        discourse = state.discourse.enter_sentence(parse)
        yield parse, discourse.note_titles(role_claims(parse, discourse), index)
        if any(parts):
            _, state = read_sentence(parse, state)


def resolved(parse: SentenceParse, discourse: DiscourseState, mark: Mark) -> Subject | None:
    """What the tool takes a marked reference for."""
    first = bisect_left(parse.tokens.starts, mark["start"])
    last = bisect_left(parse.tokens.starts, mark["end"])
    language, key = parse.pack.language, parse.key(first)
    if key in language.possessors and not (key in language.pronouns and parse.phrase_at(first) == NounPhrase(first, last)):
        return resolve_pronoun(parse, discourse, first, language.possessors[key])
    return resolve_reference(parse, discourse, NounPhrase(first, last))


def verdict(mark: Mark, found: Subject | None) -> str:
    """Whether a reference is resolved rightly or wrongly, or open."""
    if found is None:
        return "open" if mark["antecedents"] else "right"
    words = {stem(word) for word in f"{found.label} {found.id}".lower().replace("'s", "").split()}
    fits = any({stem(w) for w in each.lower().split()} <= words for each in mark["antecedents"])
    if fits:
        return "right"
    # a description that stands for nothing but itself is not resolved
    return "open" if found.id in mark["text"].lower() else "wrong"


def main() -> None:
    paths = [Path(a) for a in sys.argv[1:] if not a.startswith("-")]
    marks: dict[str, list[Mark]] = defaultdict(list)
    for line in paths[0].read_text("utf-8").splitlines():
        marks[json.loads(line)["doc_id"]].append(json.loads(line))
    count: Counter[str] = Counter()
    for article in (json.loads(line) for path in paths[1:] for line in path.read_text("utf-8").splitlines()):
        for parse, discourse in sentences(article["text"]) if article["doc_id"] in marks else ():
            span = parse.sentence.span
            for mark in (m for m in marks[article["doc_id"]] if span.start <= m["start"] < span.end):
                found = resolved(parse, discourse, mark)
                said = verdict(mark, found)
                count[said] += 1
                if "--errors" in sys.argv and said != "right":
                    context = article["text"][max(0, mark["start"] - 60) : mark["start"]].replace("\n", "/")
                    label = found.label if found is not None else None
                    print(f"{said:5} {context}[{mark['text']}]  is {mark['antecedents']}, taken for {label}")
    total = sum(count.values())
    print(f"{total} references:", ", ".join(f"{k} {count[k] / total:.3f}" for k in ("right", "wrong", "open")))


if __name__ == "__main__":
    main()
