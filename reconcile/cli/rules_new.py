"""`reconcile rules new`: a metric of one's own from a sentence it must read and one it must leave alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import msgspec

from reconcile.cli.exits import counted
from reconcile.cli.extract import read_as
from reconcile.cli.options import RULES, Exit, follows_links
from reconcile.cli.rule_examples import run_rules
from reconcile.cli.session import is_unit, say
from reconcile.cli.why_not import refused, with_rule
from reconcile.errors import Severity, UsageError
from reconcile.extractors.claims.metric_refusals import parse_at, phrases_near
from reconcile.extractors.claims.rule_proposals import example_of, measurable, proposed, slug
from reconcile.model.claim import Claim
from reconcile.model.mention import Mention
from reconcile.model.span import Span
from reconcile.pipeline import Pipeline, document, load_rules, pipeline
from reconcile.rules.check import check
from reconcile.rules.examples import Example
from reconcile.rules.metrics import MetricRule, Nature
from reconcile.rules.reference import schemas
from reconcile.rules.testing import outcome
from reconcile.rules.yaml_text import metrics_yaml
from reconcile.sources.files import shown
from reconcile.text.parse import AnchoredMention, SentenceParse
from reconcile.writing import write_new

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SCHEMA = "metrics.schema.json"
_NATURES = """\
  instant     drifts from day to day (a price, a market value)
  flow        belongs to its period (sales of a year)
  cumulative  only grows (killed so far)
  constant    does not move (a height, the price of a purchase)
  event       happens once, and is told by its date"""


@dataclass(frozen=True, slots=True)
class Answers:
    """Where answers come from: an option, else the proposal when `yes`, else a question."""

    yes: bool

    def text(self, given: str | None, question: str, proposal: str | None = None) -> str:
        """One answer; never empty."""
        if given is not None:
            return given.strip()
        if self.yes:
            if proposal is None:
                raise UsageError(f"--yes has no answer to: {question}")
            return proposal
        return str(click.prompt(question, default=proposal, err=True)).strip()

    def words(self, given: str | None, question: str, proposal: Iterable[str]) -> tuple[str, ...]:
        """Words separated by commas."""
        text = self.text(given, f"{question}, separated by commas", ", ".join(proposal) or None)
        return tuple(dict.fromkeys(word for part in text.split(",") if (word := part.strip())))

    def choice(self, given: str | None, question: str, among: Iterable[str], proposal: str | None) -> str:
        """One of a few."""
        if given is not None or self.yes:
            return self.text(given, question, proposal)
        return str(click.prompt(question, type=click.Choice(list(among)), default=proposal, err=True))


@click.command("new", epilog='Example: reconcile rules new --say "Dale Orchards planted 4,000 trees in 2031."')
@click.option("--say", "sentence", metavar="TEXT", help="A sentence the metric must read.")
@click.option("--quote", metavar="TEXT", help="The value in it, where it has several.")
@click.option("--label", metavar="TEXT", help="What a reader calls the metric.")
@click.option("--id", "name", metavar="ID", help="Its name in reports and files; made from the label when not given.")
@click.option("--nature", type=click.Choice([str(n) for n in Nature]), help="How it behaves in time.")
@click.option("--triggers", metavar="LIST", help="Phrases, one of which must stand in the clause of the value.")
@click.option("--nouns", metavar="LIST", help="For counts: the nouns that may be counted.")
@click.option("--leave", metavar="TEXT", help="A sentence the metric must leave alone.")
@click.option(
    "-o", "--output", type=click.Path(), default="my-rules", show_default=True, metavar="DIR", help="Your rules."
)
@click.option("-y", "--yes", is_flag=True, help="Take what is proposed and ask nothing.")
@RULES
def new(
    sentence: str | None,
    quote: str | None,
    leave: str | None,
    output: str,
    yes: bool,
    rules: tuple[str, ...],
    **given: str | None,
) -> int:
    """Write a metric of your own, with its examples, and run them.

    Asks for what no option gives. The kind of value, its noun and the words that may name it are proposed from the
    sentence. Nothing is ever overwritten.
    """
    ask = Answers(yes)
    folder = Path(output)
    own = [output] if any(folder.glob("**/*.yaml")) else []
    stages = pipeline(load_rules(*rules, *own, follow_links=follows_links()))
    sentence = ask.text(sentence, "A sentence the metric must read")
    parse, anchored, claim = _value(ask, stages, sentence, quote)
    rule = _asked(ask, given, proposed(parse, anchored, claim), phrases_near(parse, anchored))
    path = folder / "metrics" / f"{rule.id}.yaml"
    _check_id(rule.id, path, stages)
    taken = _taken(stages, rule, sentence, anchored.mention.span)
    leave = ask.text(leave, "A sentence that looks alike and must be left alone")
    _left_alone(stages, rule, leave)
    examples = (example_of(sentence, rule, taken), Example(leave, none=True))
    _write(path, folder, msgspec.structs.replace(rule, examples=examples))
    return _proved((*rules, output), path, folder, rule.id)


def _value(
    ask: Answers, stages: Pipeline, sentence: str, quote: str | None
) -> tuple[SentenceParse, AnchoredMention, Claim | None]:
    """The value that the metric is to take, in its sentence, and the claim it makes without the metric."""
    read = stages.analyse(document(sentence))
    mentions = [m for m in read.mentions if measurable(m)]
    if not mentions:
        raise UsageError("no number and no time is recognised in that sentence")
    quote = _quote(ask, mentions, quote)
    chosen = next((m for test in (str.__eq__, str.__contains__) for m in mentions if test(m.quote, quote)), None)
    parsed = parse_at(read.segments, stages.pack, read.names, read.mentions, chosen.span) if chosen else None
    if parsed is None:
        raise UsageError(f"{quote!r} is none of the values read: {', '.join(m.quote for m in mentions)}")
    return *parsed, next((c for c in read.claims if c.span == parsed[1].mention.span), None)


def _quote(ask: Answers, mentions: Sequence[Mention], quote: str | None) -> str:
    """The words of the value that is meant; asked for where there are several and no option says."""
    if quote is None and len(mentions) == 1:
        return mentions[0].quote
    if quote is None and not ask.yes:
        for mention in mentions:
            click.echo(f"  {mention.quote}  ({mention.kind}: {read_as(mention)})", err=True)
    return ask.text(quote, "The value in it", mentions[0].quote)


def _asked(ask: Answers, given: dict[str, str | None], rule: MetricRule, phrases: tuple[str, ...]) -> MetricRule:
    """The proposed rule with what options and answers say."""
    label = ask.text(given["label"], "What a reader calls it", rule.label or None)
    name = ask.text(given["name"], "Its name in files", slug(label))
    event = rule.nature is Nature.EVENT
    if not (event or ask.yes or given["nature"]):
        click.echo(f"How it behaves in time:\n{_NATURES}", err=True)
    nature = str(rule.nature) if event else ask.choice(given["nature"], "Nature", map(str, Nature), str(rule.nature))
    if len(phrases) > 1 and not (ask.yes or given["triggers"]):
        click.echo(f"Words of the sentence that may name it: {', '.join(phrases)}", err=True)
    triggers = ask.words(given["triggers"], "Words of which one must stand with the value", rule.triggers)
    nouns = ask.words(given["nouns"], "Nouns that may be counted", rule.nouns) if rule.nouns else ()
    return msgspec.structs.replace(rule, id=name, label=label, nature=Nature(nature), triggers=triggers, nouns=nouns)


def _check_id(name: str, path: Path, stages: Pipeline) -> None:
    if not _ID.fullmatch(name):
        raise UsageError(f"{name!r} is no name for a rule: small letters, digits and hyphens, as in trees-planted")
    if name in stages.pack.metrics.by_id:
        raise UsageError(f"there is a metric {name!r} already; `reconcile rules show {name}` shows it")
    if path.exists():
        raise UsageError(f"{path.as_posix()} is there already; nothing was written")


def _taken(stages: Pipeline, rule: MetricRule, sentence: str, span: Span) -> Claim:
    """The claim the new rule makes of the value. Raises UsageError, with what fails, when it makes none."""
    changed = with_rule(stages, rule)
    read = changed.analyse(document(sentence))
    claim = next((c for c in read.claims if c.span == span and c.metric and c.metric.id == rule.id), None)
    if claim is not None:
        return claim
    why = refused(changed, document(sentence), span, rule.id) or "nothing in the sentence says what it is about"
    raise UsageError(f"the rule would not read that sentence, so nothing was written: {why}")


def _left_alone(stages: Pipeline, rule: MetricRule, sentence: str) -> None:
    """Raises UsageError when the new rule finds something in a sentence it must leave alone."""
    read = with_rule(stages, rule).analyse(document(sentence))
    if not read.mentions:
        raise UsageError(f"{sentence!r} has no number and no time: any rule leaves it alone, so it proves nothing")
    for claim in read.claims:
        if claim.metric is not None and claim.metric.id == rule.id:
            raise UsageError(
                f"the rule would read {claim.quote!r} in {sentence!r}, so nothing was written; "
                "name a trigger or a noun that only the first sentence has"
            )


def _write(path: Path, folder: Path, rule: MetricRule) -> None:
    """The rule's file, and beside the rules the schema by which an editor completes it."""
    schema = folder / "schema" / _SCHEMA
    texts = {path: metrics_yaml([rule], f"../schema/{_SCHEMA}")}
    if not schema.exists():
        texts[schema] = schemas()[_SCHEMA]
    for written in write_new(texts, folder, follow_links=follows_links()):
        click.echo(f"Wrote {written.as_posix()}")


def _proved(rules: tuple[str, ...], path: Path, folder: Path, name: str) -> int:
    """Checks and runs what was written as it stands in the file, and says how to go on."""
    stages = pipeline(load_rules(*dict.fromkeys(rules), follow_links=follows_links()))
    problems = check(stages.pack, is_unit, (shown(path),))
    ran = outcome(run_rules(stages, name))
    say((*problems, *ran.problems), err=False)
    click.echo(f"{counted(ran.run, 'example')} run, {ran.failed} failed.")
    options = f"--rules {folder.as_posix()}"
    click.echo(
        "Next:\n"
        f"  open {path.as_posix()}: more triggers, `exclude`, `plausible: {{low: ..., high: ...}}`, more examples\n"
        f"  reconcile rules test {name} {options}\n"
        f"  reconcile report ARTICLES {options}"
    )
    errors = any(p.severity is Severity.ERROR for p in (*problems, *ran.problems))
    return Exit.USAGE if errors else Exit.CLEAN
