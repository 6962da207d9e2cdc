"""The HTML report: one file that opens anywhere, fetches nothing, and can be read without its script.

The style and the script of the page, kept as files beside this one, and the policy that lets in nothing else.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files

from reconcile.model.decision import State
from reconcile.report.counts import decision_words, read_counts, summary, unread_heading, unread_lines
from reconcile.report.element import Markup, raw, tag
from reconcile.report.html.findings import facts, findings
from reconcile.report.html.sources import sources
from reconcile.report.html.tables import matrix, trouble
from reconcile.report.html.view import View, form
from reconcile.report.index import Index, anchor
from reconcile.report.view_model import manifest_entries, side_by_side, stories_with_findings


@cache
def style() -> str:
    """The page's style sheet."""
    return _read("page.css")


@cache
def script() -> str:
    """The page's script: filters and search, nothing that reading needs."""
    return _read("page.js")


def policy() -> str:
    """A Content-Security-Policy under which only this style and this script act, and nothing is ever fetched."""
    return (
        f"default-src 'none'; style-src {_hash(style())}; script-src {_hash(script())}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _read(name: str) -> str:
    return files("reconcile.report.html").joinpath(name).read_text(encoding="utf-8")


TITLE = "Reconciliation report"


def render_html(index: Index) -> str:
    """The report as one HTML page; its links to articles lead from the folder of the index."""
    view = View.of(index)
    page = tag("html", _head(), tag("body", _body(view), tag("script", raw(script()))), lang="en")
    return f"<!doctype html>\n{page}\n"


def _head() -> Markup:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy()),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", TITLE),
        tag("style", raw(style())),
    )


def _body(view: View) -> tuple[Markup, ...]:
    index = view.index
    sections = {
        "findings": ("Findings", findings(view)),
        "stories": ("Stories", _stories(index)),
        "applied": ("Decided", _applied(index)),
        "figures": ("Side by side", _figures(index)),
        "facts": ("Facts", facts(view)),
        "matrix": ("By source", matrix(index)),
        "sources": ("Sources", sources(view)),
        "trouble": ("Unread", trouble(index)),
        "made": ("How made", _made(index)),
    }
    shown = {name: part for name, part in sections.items() if part[1] is not None}
    links = [tag("li", tag("a", words, href=f"#{name}")) for name, (words, _) in shown.items()]
    return (
        tag("a", "Skip to the report", href="#report", class_="skip"),
        tag(
            "header",
            tag("h1", TITLE),
            _unread_files(index),
            tag("p", read_counts(index)),
            tag("p", summary(index), class_="sum"),
        ),
        tag("nav", tag("ul", links), aria_label="Sections"),
        tag("main", form(view), [part for _, part in shown.values()], id="report", tabindex=-1),
    )


def _unread_files(index: Index) -> Markup | None:
    """The files that were not read, before all else; None where all were."""
    heading = unread_heading(index.run)
    if not heading:
        return None
    lines = [tag("li", line) for line in unread_lines(index.run)]
    return tag("div", tag("p", f"{heading}:", class_="sum"), tag("ul", lines), class_="card error", id="unread-files")


def _stories(index: Index) -> Markup | None:
    """The stories of several sources, each with its sources and findings; None where all tell one."""
    several = stories_with_findings(index)
    if not several:
        return None
    items = []
    for story, found in several:
        links = [tag("a", f.code, href=f"#{anchor(f)}") for f in found]
        sources = f": {', '.join(story.documents)} "
        items.append(tag("li", tag("strong", story.name), sources, [part for link in links for part in (link, " ")]))
    return tag("section", tag("h2", "Stories", id="stories"), tag("ul", items), aria_labelledby="stories")


def _figures(index: Index) -> Markup | None:
    """What the texts of each story answer to one question; None where all answer alike."""
    items = []
    for story, slot, claims in side_by_side(index):
        answers = [
            tag("li", f"{claim.source}: ", tag("strong" if new else "span", claim.quote)) for claim, new in claims
        ]
        items.append(tag("li", tag("strong", slot), f" ({story})", tag("ol", answers)))
    if not items:
        return None
    title = tag("h2", "Figures side by side", id="figures")
    note = tag("p", "What the texts of a story give for one thing, in the order of their days; no verdict is claimed.")
    return tag("section", title, note, tag("ul", items), aria_labelledby="figures")


def _applied(index: Index) -> Markup | None:
    """The decisions by which claims were put together or told apart, so that no finding shows them."""
    applied = [review.decision for review in index.run.reviews if review.state is State.APPLIED]
    if not applied:
        return None
    items = [tag("li", f"{decision.about} {decision_words(decision)}") for decision in applied]
    title = tag("h2", "Put together or told apart by a person", id="applied")
    return tag("section", title, tag("ul", items), aria_labelledby="applied")


def _made(index: Index) -> Markup | None:
    """The manifest: which tool and rules gave this page."""
    entries = [tag("div", tag("dt", key), tag("dd", tag("code", value))) for key, value in manifest_entries(index)]
    if not entries:
        return None
    title = tag("h2", "How this page was made", id="made")
    return tag("section", title, tag("dl", entries), aria_labelledby="made")
