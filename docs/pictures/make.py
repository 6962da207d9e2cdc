"""Makes the pictures of the documentation from the committed report.

    python docs/pictures/make.py [CODE]

Cuts the first finding with CODE (default RC412) out of `reports/report.md`, renders it as a web page and photographs it
with the Chromium of the system (package `chromium`).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from markdown_it import MarkdownIt

HERE = Path(__file__).parent
REPORT = HERE.parents[1] / "reports" / "report.md"
STYLE = """
body { font: 16px/1.5 system-ui, "Liberation Sans", sans-serif; margin: 20px 28px; color: #1f2328; background: #fff; }
table { border-collapse: collapse; margin: 12px 0; } td, th { border: 1px solid #d1d9e0; padding: 6px 12px; }
code { background: #eff1f3; padding: 2px 5px; border-radius: 5px; font-size: 85%; }
a { color: #0969da; text-decoration: none; } li { list-style: none; } h3 { margin-top: 0; }
td:last-child, th { white-space: nowrap; text-align: left; }
ul { padding-left: 8px; }
"""


def finding(code: str) -> str:
    """The Markdown of the first finding with a code."""
    parts = REPORT.read_text(encoding="utf-8").split("\n### ")
    found = next((p for p in parts if f"</a>{code} " in p.splitlines()[0]), None)
    if found is None:
        raise SystemExit(f"{REPORT} has no finding {code}")
    return "### " + found.split("\n## ")[0]


def main() -> None:
    code = sys.argv[1] if len(sys.argv) > 1 else "RC412"
    body = MarkdownIt("commonmark", {"html": True}).enable(["table"]).render(finding(code))
    body = body.replace("<li>[ ] ", "<li>☐ ")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{body}", encoding="utf-8")
        target = HERE / f"{code.lower()}.png"
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1000,540"]
        quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
        profile = f"--user-data-dir={folder}/profile"
        command = ["chromium", *flags, *quiet, profile, f"--screenshot={target}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    print(target)


if __name__ == "__main__":
    main()
