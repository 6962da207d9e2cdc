"""What the README shows is what happens."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from in_process import run_in_process

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def block(language, word):
    return next(text for name, text in BLOCKS if name == language and word in text)


def test_the_finding_in_the_picture_is_in_the_report():
    reported = re.search(r"!\[RC412, rank and list, within one source: (.*?\.) ", README)
    assert reported is not None
    assert reported.group(1) in (ROOT / "reports" / "report.md").read_text(encoding="utf-8")
    assert (ROOT / "docs" / "pictures" / "rc412.png").is_file()


def test_the_rule_of_ones_own_works(tmp_path):
    text = block("yaml", "cattle kept")
    path = tmp_path / text.splitlines()[0].removeprefix("# ")
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    for command in ("check", "test"):
        done = run_in_process("rules", command, "--rules", "my-rules", cwd=tmp_path)
        assert done.returncode == 0, done.stdout
    stated = "Holm Farm keeps 25 sheep."
    shown = run_in_process("extract", "-", "--rules", "my-rules", cwd=tmp_path, stdin=stated.encode())
    assert b"cattle kept" in shown.stdout


def test_the_sources_example_is_read(tmp_path):
    (tmp_path / "herald.txt").write_text("Acme sold 5 cars today.", encoding="utf-8")
    (tmp_path / "sources.yaml").write_text(block("yaml", "herald.txt"), encoding="utf-8")
    done = run_in_process("extract", ".", cwd=tmp_path)
    assert done.returncode == 0
    assert b"20 June 2031" in done.stdout


def test_the_python_example_runs(tmp_path):
    shutil.copytree(ROOT / "seeds", tmp_path / "articles")
    command = [sys.executable, "-c", block("python", "from reconcile import")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_links_lead_somewhere(link):
    assert (ROOT / link).exists()
