import pytest

from reconcile.rules.load import load
from reconcile.rules.metrics import MetricsFile
from reconcile.rules.source import PackFile, parse
from reconcile.rules.yaml_text import metrics_yaml, word
from reconcile.sources.packs import default_pack, read_pack

FILES = [file for file in read_pack(default_pack()) if file.name.startswith("metrics/")]


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_what_is_written_reads_back_the_same(file):
    metrics = parse(file, MetricsFile)[0].metrics
    again = metrics_yaml(metrics, "../schema/metrics.schema.json")
    assert again.startswith("# yaml-language-server: $schema=../schema/metrics.schema.json\n")
    read, problems = parse(PackFile("metrics/a.yaml", again, "a.yaml"), MetricsFile)
    assert problems == ()
    assert read.metrics == metrics


@pytest.mark.parametrize(
    "text", ["no", "Null", "5 a day", "a: b", "[x]", "it's", "#1", "a, b", "@home", "", "%", "yes", "2031", "~"]
)
def test_a_word_that_yaml_would_misread_is_quoted(text):
    file = PackFile("metrics/a.yaml", f"metrics:\n  - {{id: a, label: {word(text)}, triggers: [{word(text)}]}}\n", "a")
    from reconcile.rules.tree import Tree

    data = Tree(file.text, "a").data
    assert data is None or data["metrics"][0]["label"] == text


def test_plain_words_stay_plain():
    assert word("market value") == "market value"


def test_an_empty_list_of_metrics_is_no_mistake():
    assert load([PackFile("metrics/a.yaml", metrics_yaml(()), "a")]).metrics.by_id == {}
