"""What is taken over from other collections of facts, and under which name: `imports.yaml`."""

from __future__ import annotations

from typing import Annotated

from reconcile.rules.lexicon import Lexicon, empty, says


class Imports(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `imports.yaml`: keys are the other side's own; values are metrics by id, or in words."""

    wikidata: Annotated[dict[str, str], says("Properties of Wikidata (P1082) to metrics, by id or in words.")] = empty(
        dict
    )
    units: Annotated[
        dict[str, str], says("Units of Wikidata (Q828224) to names that the unit and currency lexicons read.")
    ] = empty(dict)
    sec: Annotated[
        dict[str, str], says("Concepts of company reports (us-gaap, ifrs-full, dei; “Revenues”) to metrics.")
    ] = empty(dict)
