"""The configuration: where it is found, what it may hold, and what is said of mistakes."""

import json
from pathlib import Path

import click
import jsonschema
import pytest

from reconcile.cli.config import Config, find, read
from reconcile.cli.config_defaults import COMMON, defaults, keys_of, schema
from reconcile.cli.main import command
from reconcile.errors import ConfigError

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def root():
    @click.group()
    def root():
        pass

    @root.command()
    @click.argument("paths", nargs=-1, type=click.Path())
    @click.option("-o", "--output", type=click.Path())
    @click.option("--format", "formats")
    @click.option("--fail-on", type=click.Choice(["conflict", "never"]))
    @click.option("--fail-under", type=click.IntRange(0, 100))
    @click.option("--rules", multiple=True, type=click.Path())
    @click.option("--quiet", "-q", is_flag=True)
    def report():
        pass

    @root.group()
    def rules():
        pass

    @rules.command()
    @click.option("--rules", multiple=True, type=click.Path())
    def check():
        pass

    return root


def made(tmp_path, text, root, name="reconcile.toml"):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return defaults(find(tmp_path), root, click.Context(root))


def mistakes(tmp_path, text, root):
    with pytest.raises(ConfigError) as caught:
        made(tmp_path, text, root)
    return [(p.where.rsplit("reconcile.toml:")[-1], p.message) for p in caught.value.problems]


GOOD = """\
paths = ["in"]
rules = ["mine", "yours"]
quiet = true

[report]
output = "out"
format = ["md", "json"]
fail-on = "never"
fail-under = 80
"""


def test_keys_are_the_names_of_options(tmp_path, monkeypatch, root):
    monkeypatch.chdir(tmp_path)
    assert made(tmp_path, GOOD, root) == {
        "report": {
            "paths": ["in"], "rules": ["mine", "yours"], "quiet": True, "output": "out", "formats": "md,json",
            "fail_on": "never", "fail_under": 80,
        },
        "rules": {"check": {"rules": ["mine", "yours"]}},
    }  # fmt: skip


def test_paths_count_from_the_file(tmp_path, monkeypatch, root):
    (tmp_path / "deep/er").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "deep/er")
    (tmp_path / "reconcile.toml").write_text(GOOD)
    found = defaults(find(Path.cwd()), root, click.Context(root))
    assert found["report"]["paths"] == ["../../in"]
    assert found["report"]["output"] == "../../out"


def test_a_shared_file_counts_only_when_it_speaks_of_us(tmp_path, root):
    (tmp_path / "reconcile.toml").write_text('rules = ["above"]\n')
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert find(inner).path == tmp_path / "reconcile.toml"
    (inner / "pyproject.toml").write_text("[tool.reconcile]\nquiet = true\n")
    assert find(inner).path == inner / "pyproject.toml"
    assert defaults(find(inner), root, click.Context(root))["report"] == {"quiet": True}


def test_no_file_is_no_configuration(tmp_path):
    assert find(tmp_path) is None


@pytest.mark.parametrize(
    ("old", "new", "where", "words"),
    [
        ("paths", "pahts", "1:1", "unknown key 'pahts'; did you mean 'paths'?"),
        ("[report]", "[reprot]", "5:1", "unknown key 'reprot'; did you mean 'report'?"),
        ("fail-on", "fail-onn", "8:1", "unknown key 'fail-onn'; did you mean 'fail-on'?"),
        ('"never"', '"nevr"', "8:1", "'nevr' is not one of conflict, never; did you mean 'never'?"),
        ("= 80", "= 800", "9:1", "expected a whole number from 0 to 100"),
        ("= 80", '= "80"', "9:1", "expected a whole number from 0 to 100"),
        ("= 80", "= true", "9:1", "expected a whole number from 0 to 100"),
        ("quiet = true", 'quiet = "yes"', "3:1", "expected true or false"),
        ('rules = ["mine", "yours"]', 'rules = "mine"', "2:1", "expected a list of words"),
        ('output = "out"', "output = 3", "6:1", "expected a word"),
        ('output = "out"', 'output = ["out"]', "6:1", "expected a word"),
        ("[report]\n", "report = 3\n[extra]\n", "6:1", "unknown key 'extra'"),
    ],
)
def test_a_mistake_is_reported_with_its_place(tmp_path, root, old, new, where, words):
    assert old in GOOD
    found = mistakes(tmp_path, GOOD.replace(old, new, 1), root)
    assert any(at == where and words in message for at, message in found), found


def test_every_mistake_is_reported_and_each_once(tmp_path, root):
    assert len(mistakes(tmp_path, "quiet = 1\nrules = 2\n[report]\nfail-on = 3\n", root)) == 3


def test_broken_toml_is_reported_with_its_place(tmp_path, root):
    ((where, message),) = mistakes(tmp_path, 'quiet = true\nrules = ["mine\n', root)
    assert where.startswith("2:")
    assert "not readable as TOML" in message
    (tmp_path / "reconcile.toml").write_bytes(b"quiet = \xff\n")
    with pytest.raises(ConfigError):
        find(tmp_path)
    with pytest.raises(ConfigError):
        read(tmp_path / "gone.toml")


def test_places_fall_back_to_what_holds_the_key():
    config = Config(Path("x/reconcile.toml"), (), {}, {("report",): (4, 1)})
    assert config.problem(("report", "output"), "m").where == "x/reconcile.toml:4:1"


def commands():
    context = click.Context(command)
    return [(name, command.get_command(context, name)) for name in command.list_commands(context)]


def test_the_schema_is_current_and_takes_what_the_reader_takes(tmp_path):
    committed = json.loads((ROOT / "docs" / "schema" / "config.json").read_text(encoding="utf-8"))
    assert committed == schema(commands()), "run `python docs/schema/config.py` and commit what it writes"
    validator = jsonschema.Draft202012Validator(committed)
    sound = {"paths": ["in"], "quiet": True, "report": {"fail-on": "never", "format": ["md"], "fail-under": 5}}
    assert not list(validator.iter_errors(sound))
    for broken in ({"pahts": []}, {"report": {"fail-on": "nevr"}}, {"quiet": "yes"}, {"report": {"fail-under": 101}}):
        assert list(validator.iter_errors(broken)), broken


def test_what_stands_at_the_top_is_what_commands_share():
    shared = [set(keys_of(found)) for _, found in commands() if not isinstance(found, click.Group)]
    assert all(any(key in keys for keys in shared) for key in COMMON if key != "verbose")


def test_what_stands_nowhere_is_placed_at_the_head_of_the_file():
    assert Config(Path("x/reconcile.toml"), (), {}, {}).problem(("report",), "m").where == "x/reconcile.toml:1:1"


@pytest.mark.parametrize(
    ("option", "takes"),
    [
        (click.Option(["--q"], is_flag=True), {"type": "boolean"}),
        (click.Option(["--n"], type=click.IntRange(0, 9)), {"type": "integer", "minimum": 0, "maximum": 9}),
        (click.Option(["--c"], type=click.Choice(["a", "b"])), {"enum": ["a", "b"]}),
        (click.Option(["--m"], multiple=True), {"type": "array", "items": {"type": "string"}}),
        (click.Option(["--p"], type=click.Path()), {"type": "string"}),
        (
            click.Option(["--w"], help="Words."),
            {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
        ),
    ],
)
def test_the_schema_says_what_each_sort_of_option_takes(option, takes):
    shared = [click.Option([f"--{key}"]) for key in COMMON if key != "paths"]
    command = click.Command("one", params=[click.Argument(["paths"], nargs=-1), *shared, option])
    own = schema([("one", command)])["properties"]["one"]["properties"]
    described = own[option.opts[0].removeprefix("--")]
    assert described.pop("description") == (option.help or "Articles, and folders of articles.")
    assert described == takes
