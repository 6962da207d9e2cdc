"""`reconcile verify` as a program calls it: exit 0 for a report as written, 1 for one that was altered."""

import json

from in_process import run_in_process


def test_a_report_is_replayed_and_an_altered_one_fails(tmp_path):
    (tmp_path / "a.txt").write_text("Revenue of Acme Steel was $41 million in 2030.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Acme Steel reported revenue of $47 million in 2030.", encoding="utf-8")
    assert run_in_process("report", ".", "-o", "out", cwd=tmp_path).returncode == 1
    done = run_in_process("verify", "out/report.json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"1 verdict and 1 finding replayed: all follow.\n")
    file = tmp_path / "out" / "report.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    data["groups"][0]["verdict"] = "agree"
    file.write_text(json.dumps(data), encoding="utf-8")
    done = run_in_process("verify", "out/report.json", cwd=tmp_path)
    assert done.returncode == 1
    assert "its relations make “conflict”, not “agree”" in done.stderr.decode()


def test_what_is_no_report_cannot_be_verified(tmp_path):
    (tmp_path / "x.json").write_text("{", encoding="utf-8")
    assert run_in_process("verify", "x.json", cwd=tmp_path).returncode == 3
    assert run_in_process("verify", "none.json", cwd=tmp_path).returncode == 3
