"""Checks the numbers, dates, ranks and titles of several articles against each other, offline.

    >>> from reconcile import document, reconcile
    >>> run = reconcile([document("Acme sold 5 million cars.", id="a"), document("Acme sold 6 million cars.", id="b")])
    >>> [finding.code for finding in run.findings]
    ['RC101']

The names are loaded when first used. `recognise` and `extract` are also the names of subpackages, which importing
them would put in the functions' place; properties of the module's class come before both.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

from reconcile.version import __version__ as __version__

if TYPE_CHECKING:
    from reconcile.pipeline import document, extract, load_rules, read, recognise, reconcile

__all__ = ["document", "extract", "load_rules", "read", "recognise", "reconcile"]


class _Public:
    """A public name of `reconcile.pipeline`; assignment is ignored (the import system assigns subpackages)."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, module: object, owner: type) -> Any:
        from reconcile import pipeline

        return getattr(pipeline, self.name)

    def __set__(self, module: object, value: object) -> None:
        pass


_Package = type("_Package", (ModuleType,), {name: _Public() for name in __all__})
sys.modules[__name__].__class__ = _Package
