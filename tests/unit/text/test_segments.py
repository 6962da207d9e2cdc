import pytest

from reconcile.model.document import Document, Format, Scope
from reconcile.text.segments import LONGEST, segment


def sentences(pack, text, format_=Format.PLAIN):
    found = segment(Document("x", text, format=format_), pack.language).sentences
    return [text[s.span.start : s.span.end] for s in found]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Holm spoke.", "He left."],
        ["It has approx. 1.5 bn. devices.", "They last."],
        ["The U.S. Navy came.", "It stayed."],
        ["The firm is in the U.S.", "The plant is not."],
        ["Dr. A. B. Marsh left at 5 p.m.", "He said “no.”", "Then he slept."],
        ["Sales rose 3.5 per cent.", "12 people came."],
        ["“Is it?”", "“Yes!”", "She laughed."],
        ["It runs version 2.4.1 of the code.", "It works."],
    ],
)
def test_where_sentences_end(pack, parts):
    assert sentences(pack, " ".join(parts)) == parts


def test_a_line_is_a_paragraph_unless_text_is_hard_wrapped(pack):
    wrapped = (
        "Harbour Foods said on Monday that it would open two new\n"
        "plants in the north, of which the first is to employ 300\n"
        "people. The second follows."
    )
    assert len(sentences(pack, wrapped)) == 2
    assert len(sentences(pack, "Harbour Foods opens\nJane Holm\nThe plant is new. It is big.")) == 4


def test_markdown_is_read_without_its_mark_up(pack):
    text = "# Title\n\n- **5 million** [cars](http://x.org/1)\n\n```\n12 lines\n```\n"
    found = segment(Document("x", text, format=Format.MARKDOWN), pack.language)
    assert found.tokens.keys == ["#", "title", "-", "5", "million", "cars"]
    assert [s.scope for s in found.sentences] == [Scope.HEADLINE, Scope.META]
    parts = zip(found.tokens.starts, found.tokens.ends, found.tokens.keys, strict=True)
    assert all(text[s:e].lower() == k for s, e, k in parts)


def test_headline_and_byline_stand_before_the_first_sentence(pack):
    found = segment(Document("x", "Plant opens\n\nJane Holm\n\nA plant opened."), pack.language)
    assert [b.scope for b in found.blocks] == [Scope.HEADLINE, Scope.META, Scope.BODY]


def test_text_without_full_stops_is_cut_into_bounded_sentences(pack):
    found = segment(Document("x", "word " * 1000), pack.language).sentences
    assert max(s.last - s.first for s in found) == LONGEST
    assert sum(s.last - s.first for s in found) == 1000
