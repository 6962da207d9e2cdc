import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.cli.config import places

TEXT = '''\
# a comment with a = sign and [brackets]
paths = ["a", # why = not
  "b]"]   # tail
"quoted key" = 'x = [y'
[report]
  output = """
fail-on = "no key" ""
"""
fail-on = "never"
[tool . reconcile.extract]
format={ a = 1, b = [2] }
note = \'\'\'
[not.a.table]
k = 1\'\'\'
last = 1'''


def test_every_key_has_its_line_and_column():
    tomllib.loads(TEXT)
    assert places(TEXT) == {
        ("paths",): (2, 1),
        ("report",): (5, 1),
        ("report", "output"): (6, 3),
        ("report", "fail-on"): (9, 1),
        ("tool", "reconcile", "extract"): (10, 1),
        ("tool", "reconcile", "extract", "format"): (11, 1),
        ("tool", "reconcile", "extract", "note"): (12, 1),
        ("tool", "reconcile", "extract", "last"): (15, 1),
    }


@pytest.mark.parametrize(
    "text", ["", "\n\n# nothing\n", "a = 1", "[a]\n", "a.b.c = 1\r\nd = 2\r\n", "[[a]]\nb = 1\n[[a]]\nb = 2\n"]
)
def test_odd_but_valid_texts(text):
    tomllib.loads(text)
    assert all(line >= 1 and column >= 1 for line, column in places(text).values())


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x7f", exclude_categories=("Cs", "Cc")), max_size=12)


@given(
    st.dictionaries(st.from_regex(r"[a-z_-]{1,8}", fullmatch=True), WORDS | st.integers() | st.lists(WORDS), max_size=6)
)
def test_each_key_of_any_table_is_found_on_its_own_line(table):
    import json

    def written(value):
        return json.dumps(value) if not isinstance(value, list) else "[\n" + ",\n".join(map(json.dumps, value)) + "]"

    text = "".join(f"{key} = {written(value)}\n" for key, value in table.items())
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        # a surrogate pair, which JSON may write and TOML may not
        return
    found = places(text)
    lines = text.split("\n")
    assert set(found) == {(key,) for key in table}
    assert all(lines[line - 1].startswith(f"{key} = ") and column == 1 for (key,), (line, column) in found.items())
