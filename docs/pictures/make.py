"""Makes the pictures of the documentation from the committed reports and from three articles of its own.

    python docs/pictures/make.py [CODE]

Cuts the first finding with CODE (default RC412) out of `reports/report.md`, renders it as a web page and photographs it
with the Chromium of the system (package `chromium`); then makes the HTML report of three short articles and photographs
its top.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from markdown_it import MarkdownIt

from reconcile import document, reconcile
from reconcile.report.formats import FORMATS

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


ARTICLES = {
    "herald.txt": (
        "Quarry Foods sold 12.4 million jars in 2030. The flood killed at least 9 people in Odda on 4 March 2031."
    ),
    "courier.txt": "Quarry Foods sold 14.2 million jars in 2030. The flood killed 12 people in Odda on 4 March 2031.",
    "mail.txt": "Quarry Foods sold about 12 million jars in 2030. The flood killed 12 people in Odda on 4 March 2031.",
}


def html_report() -> str:
    """The HTML report of the articles above."""
    run = reconcile([document(text, id=name) for name, text in ARTICLES.items()])
    return FORMATS["html"].render(run)


def photograph(html: str, target: Path, width: int, height: int) -> None:
    """A picture of a page in a window of that size."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={width},{height}"]
        quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
        profile = f"--user-data-dir={folder}/profile"
        command = ["chromium", *flags, *quiet, profile, f"--screenshot={target}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    print(target)


def main() -> None:
    code = sys.argv[1] if len(sys.argv) > 1 else "RC412"
    body = MarkdownIt("commonmark", {"html": True}).enable(["table"]).render(finding(code))
    body = body.replace("<li>[ ] ", "<li>☐ ")
    markdown = f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{body}"
    photograph(markdown, HERE / f"{code.lower()}.png", 1000, 540)
    photograph(html_report(), HERE / "report-html.png", 1180, 900)


if __name__ == "__main__":
    main()
