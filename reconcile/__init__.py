"""Checks the numbers, dates, ranks and titles of several articles against each other, offline.

    >>> from reconcile import document, reconcile
    >>> run = reconcile([document("Acme sold 5 million cars.", id="a"), document("Acme sold 6 million cars.", id="b")])
    >>> [finding.code for finding in run.findings]
    ['RC101']

The names are loaded when first used: who asks only for a part of the package does not wait for all of it.
"""

from typing import TYPE_CHECKING, Any

from reconcile.version import __version__ as __version__

if TYPE_CHECKING:
    from reconcile.pipeline import document, extract, load_rules, read, recognise, reconcile

__all__ = ["document", "extract", "load_rules", "read", "recognise", "reconcile"]


def __getattr__(name: str) -> Any:
    """A public name, from `reconcile.pipeline`."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from reconcile import pipeline

    return getattr(pipeline, name)
