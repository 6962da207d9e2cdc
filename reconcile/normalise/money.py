"""Money: which of several dollars a bare sign means where the source's country is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reconcile.model.mention import Kind, Mention, Reading


def localise(mention: Mention, country: str | None, currencies: Mapping[str, str]) -> Mention:
    """The mention read as the money of `country` (ISO 3166), if its sign may be that; else the mention as it is.

    `currencies` gives the currency of each country (`Pack.currencies.countries`). The other readings stay, the usual
    one among them: a writer in Toronto who means another dollar may still have left it to the context.
    """
    code = currencies.get(country or "")
    if mention.kind is not Kind.MONEY or code is None or mention.unit is None or code == mention.unit:
        return mention
    if all(reading.unit != code for reading in mention.readings):
        return mention
    usual = Reading("the sign's usual country", unit=mention.unit, kind=Kind.MONEY)
    others = tuple(reading for reading in mention.readings if reading.unit != code)
    return replace(mention, unit=code, readings=(usual, *others))
