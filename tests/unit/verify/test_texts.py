"""Texts at hand are those of the report, and what it quotes stands in them where it says; so do the files beside it."""

from verify_builder import RUN, report

from reconcile.verify.compare import check_companions
from reconcile.verify.hashes import check_texts, find_texts
from reconcile.verify.report import read_report


def texts():
    return {document.id: document.text for document in RUN.documents}


def replayed(data, at_hand):
    return [str(problem) for problem in check_texts(read_report(data), at_hand)]


def test_the_texts_of_a_report_are_as_they_were():
    assert replayed(report(), texts()) == []
    assert replayed(report(), {}) == []


def test_another_text_is_reported_once():
    at_hand = texts() | {"1.txt": "Another text."}
    assert replayed(report(), at_hand) == [
        "manifest.sources[1].sha256: the text of “1.txt” at hand is not the one that the report was made of"
    ]


def test_a_quote_that_stands_elsewhere_is_reported():
    data = report()
    data["claims"][0]["start"] += 1
    side = next(side for finding in data["findings"] for side in finding["evidence"] if side["claim"] is None)
    side["quote"] = "1994 and closed in 1997"
    data["coverage"]["sources"][1]["excused"][0]["end"] -= 1
    problems = replayed(data, texts())
    assert len(problems) == 3
    assert problems[0].startswith("claims[0].quote: “0.txt” has “41 million” there, not “$41 million”")
    assert "has “1994 and closed in 1987” there" in problems[1]
    assert "has “4-5-” there, not “4-5-6”" in problems[2]


def test_texts_are_looked_for_by_name_inside_the_folders_and_nowhere_else(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, text in ((first, "one"), (second, "two")):
        folder.mkdir()
        (folder / "a.txt").write_text(text, encoding="utf-8")
    (second / "b.txt").write_text("three", encoding="utf-8")
    (second / "c.csv").write_text("subject,value\n", encoding="utf-8")
    (first / "d.txt").write_bytes(b"\xff")
    names = (
        "a.txt",
        "b.txt",
        "c.csv",
        "d.txt",
        "none.txt",
        "../second/b.txt",
        str(second / "b.txt"),
        "x\0y",
        "n" * 400,
    )
    data = report()
    first_source = data["manifest"]["sources"][0]
    data["manifest"]["sources"] = [{**first_source, "id": name} for name in names]
    data["coverage"]["sources"] = []
    assert find_texts(read_report(data), (first, second)) == {"a.txt": "one", "b.txt": "three"}


def test_a_file_next_to_is_reported_at_its_first_other_line():
    made = {"r.md": "# Report\n- [ ] keep “4”\n- [ ] keep “5”\n"}
    assert list(check_companions({"r.md": made["r.md"].encode()}, made)) == []
    (problem,) = check_companions({"r.md": b"# Report\n- [ ] keep \xe2\x80\x9c6\xe2\x80\x9d\nand so on\n"}, made)
    assert problem.where == "r.md:2:1"
    assert problem.message == "says “- [ ] keep “6””; the articles give “- [ ] keep “4””"
    (problem,) = check_companions({"r.md": b"# Report\n"}, made)
    assert problem.where == "r.md:2:1"


def test_a_ticked_box_is_no_difference():
    made = {"r.md": "- [ ] keep “4”\n"}
    assert list(check_companions({"r.md": "- [x] keep “4”\n".encode()}, made)) == []
    assert list(check_companions({"r.md": "- [x] keep “5”\n".encode()}, made))
    made = {"r.md": "  - [ ] keep “- [x] 4”\n"}
    assert list(check_companions({"r.md": "  - [X] keep “- [x] 4”\n".encode()}, made)) == []
