"""What is taken over from other collections of facts, and under which name: `imports.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec


class ImportsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `imports.yaml`.

    `wikidata`: properties of Wikidata (P1082) to metrics, by id or in words
    `units`: units of Wikidata (Q828224) to names that the unit and currency lexicons read
    `sec`: concepts of company reports (Revenues) to metrics
    """

    wikidata: dict[str, str] = {}
    units: dict[str, str] = {}
    sec: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Imports:
    """All names that other collections use; a later file adds to those before it."""

    wikidata: dict[str, str]
    units: dict[str, str]
    sec: dict[str, str]


def compile_imports(files: Iterable[ImportsFile]) -> Imports:
    """All import files as one."""
    out = Imports({}, {}, {})
    for file in files:
        out.wikidata.update(file.wikidata)
        out.units.update(file.units)
        out.sec.update(file.sec)
    return out
