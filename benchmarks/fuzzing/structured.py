"""Changes that know YAML, JSON and tables: a value becomes another type, a key is lost, renamed or nested."""

from __future__ import annotations

import csv
import io
import json
import random
from typing import Any

import yaml
from fuzzing.tokens import token

Path = tuple[Any, ...]
# What a change raises where the file has lost its form before.
NOT_IN_FORM = (ValueError, LookupError, TypeError, AttributeError, RecursionError, yaml.YAMLError, csv.Error)


def change_yaml(data: bytes, dice: random.Random) -> bytes:
    """A YAML file with one node changed; written as JSON, which is YAML too."""
    return _dumped(_changed(yaml.load(data, Loader=yaml.BaseLoader), dice), dice)


def change_json(data: bytes, dice: random.Random) -> bytes:
    """A JSON file with one node changed."""
    return _dumped(_changed(json.loads(data), dice), dice)


def change_json_lines(data: bytes, dice: random.Random) -> bytes:
    """A table of JSON lines with one node of one line changed."""
    lines = data.splitlines()
    number = dice.randrange(len(lines))
    lines[number] = _dumped(_changed(json.loads(lines[number]), dice), dice).replace(b"\n", b" ")
    return b"\n".join(lines) + b"\n"


def change_cells(data: bytes, dice: random.Random) -> bytes:
    """A table with one cell changed, one row cut or stretched, or one column named anew."""
    rows = list(csv.reader(io.StringIO(data.decode())))
    row = rows[0] if dice.random() < 0.2 else dice.choice(rows)
    match dice.randrange(5):
        case 0:
            row.append(token(dice))
        case 1 if len(row) > 1:
            row.pop()
        case _:
            row[dice.randrange(len(row))] = token(dice)
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8", "surrogatepass")


def _changed(data: Any, dice: random.Random) -> Any:
    """The data with one node changed; a node near the top is as likely as one of the many leaves."""
    paths = list(_paths(data))
    depth = dice.choice([len(path) for path in paths])
    path = dice.choice([path for path in paths if len(path) == depth])
    if not path:
        return _other(data, dice)
    above = data
    for step in path[:-1]:
        above = above[step]
    _change_item(above, path[-1], dice)
    return data


def _change_item(above: Any, key: Any, dice: random.Random) -> None:
    match dice.randrange(6):
        case 0:
            del above[key]
        case 1 if isinstance(above, dict):
            above[token(dice)] = above.pop(key)
        case 1:
            above.insert(dice.randrange(len(above) + 1), above[key])
        case 2 if isinstance(above, dict):
            above[token(dice)] = token(dice)
        case _:
            above[key] = _other(above[key], dice)


def _other(value: Any, dice: random.Random) -> Any:
    """Something else in the place of a value."""
    nested: Any = value
    for _ in range(dice.choice((1, 3, 60, 900))):
        nested = [nested]
    return dice.choice(
        (
            token(dice), token(dice), token(dice), [], {}, [value], {"a": value}, None, True, 0, -1, 1e308, 10**30,
            "\ud800", "", " ", [None, value], nested, f"{value}{token(dice)}", [token(dice), token(dice)],
        )
    )  # fmt: skip


def _paths(data: Any, above: Path = ()) -> list[Path]:
    paths = [above]
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        paths.extend(_paths(value, (*above, key)))
    return paths


def _dumped(data: Any, dice: random.Random) -> bytes:
    text = json.dumps(data, ensure_ascii=dice.random() < 0.5, indent=dice.choice((None, None, 1)))
    return text.encode("utf-8", "surrogatepass")


def change_front_matter(data: bytes, dice: random.Random) -> bytes:
    """A Markdown article with one node of its front matter changed."""
    _, head, body = data.split(b"---\n", 2)
    return b"---\n" + change_yaml(head, dice) + b"\n---\n" + body


def change_settings(data: bytes, dice: random.Random) -> bytes:
    """A TOML file with one key named anew, or one value of another type."""
    lines = data.decode().split("\n")
    number = dice.choice([n for n, line in enumerate(lines) if " = " in line])
    key, _, value = lines[number].partition(" = ")
    if dice.random() < 0.3:
        key = dice.choice(("rules", "paths", "quiet", "verbose", "ledger", "columns", "formats", "config", token(dice)))
    else:
        value = json.dumps(_other(value, dice))
    lines[number] = f"{key} = {value}"
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def change_boxes(data: bytes, dice: random.Random) -> bytes:
    """A report with boxes ticked or freed, words beside them, or the hidden mark of a finding or an option changed."""
    lines = data.decode().split("\n")
    marked = [n for n, line in enumerate(lines) if "<!-- option " in line or "<!-- finding " in line]
    for number in dice.sample(marked, dice.choice((1, 2, 8))):
        line = lines[number]
        lines[number] = dice.choice(
            (
                line.replace("- [ ]", "- [x]"),
                line.replace("- [ ]", "- [x]"),
                line.replace("- [x]", "- [ ]"),
                line.replace("- [ ]", "  * [X]"),
                line.replace(" <!--", f" {token(dice)} <!--"),
                line.replace(" -->", f"{token(dice)} -->"),
                f"{line}\n  {token(dice)}",
                f"{line}\n{line}",
                line.replace("-->", ""),
                "",
            )
        )
    return "\n".join(lines).encode("utf-8", "surrogatepass")
