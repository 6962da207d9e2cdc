"""What the checks of one text against itself say of a text of its own."""

from datetime import date

from reconcile import document, reconcile


def codes_within(text: str) -> list[str]:
    """The codes of the findings within a text published on 1 May 2031."""
    run = reconcile([document(text, id="a", published=date(2031, 5, 1))])
    return [f.code for f in run.findings if f.code.startswith("RC4")]
