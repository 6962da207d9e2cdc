"""The style and the script of the page, kept as files beside this one, and the policy that lets in nothing else."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files


@cache
def style() -> str:
    """The page's style sheet."""
    return _read("page.css")


@cache
def script() -> str:
    """The page's script: filters and search, nothing that reading needs."""
    return _read("page.js")


def policy() -> str:
    """A Content-Security-Policy under which only this style and this script act, and nothing is ever fetched."""
    return (
        f"default-src 'none'; style-src {_hash(style())}; script-src {_hash(script())}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _read(name: str) -> str:
    return files("reconcile.report.html").joinpath(name).read_text(encoding="utf-8")
