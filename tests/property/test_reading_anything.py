"""Whatever the bytes, reading ends in a document or a diagnostic, and never alters a text."""

import io

from hypothesis import given
from hypothesis import strategies as st

from reconcile.rules.load import SECTIONS
from reconcile.rules.source import PackFile, parse
from reconcile.rules.tree import Tree
from reconcile.sources.metadata import read_front_matter, read_sidecar
from reconcile.sources.read import name_documents, read_inputs

YAMLISH = st.text(alphabet=st.sampled_from("ab:-[]{}&*!|>'\"#%@`,? \n\t0\\\u00e9"), max_size=60)
PATHS = st.lists(st.text(alphabet="ab/", min_size=1, max_size=8).map(lambda p: f"r/{p}x"), max_size=8)


@given(st.binary(max_size=200))
def test_bytes_become_a_document_that_holds_them_or_one_diagnostic(data):
    documents, problems = read_inputs(["-"], stdin=io.BytesIO(data), limit=150)
    assert len(documents) + len(problems) == 1
    for document in documents:
        assert document.text.encode() == data
    for problem in problems:
        name, line, column = problem.where.split(":")
        assert (name, int(line) > 0, int(column) > 0) == ("stdin", True, True)


@given(YAMLISH | st.text(max_size=40) | st.just("~"))
def test_any_text_is_a_tree_or_has_a_placed_problem(text):
    tree = Tree(text, "f.yaml")
    assert tree.data is not None or tree.problems
    for problem in tree.problems:
        line, column = map(int, problem.where.split(":")[1:])
        assert 1 <= line <= len(text.splitlines()) + 1
        assert column >= 1


@given(YAMLISH, st.sampled_from([shape for _, shape in SECTIONS]))
def test_any_text_can_be_given_as_rules(text, shape):
    content, problems = parse(PackFile("f.yaml", text, "f.yaml"), shape)
    assert content is not None or problems


@given(YAMLISH)
def test_front_matter_never_loses_the_article(text):
    whole = f"---\n{text}\n---\nThe article."
    _, body, _ = read_front_matter(whole, "a.md")
    assert whole[body:].endswith("The article.")
    read_sidecar(text, "sources.yaml")


@given(PATHS)
def test_names_distinguish_paths(paths):
    distinct = sorted({path.replace("//", "/") for path in paths})
    names = name_documents([p for p in distinct if "//" not in p])
    assert len(set(names)) == len(names)
