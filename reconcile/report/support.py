"""What a fact rests on, in words."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.model.finding import Support

SUPPORT_WORDS: Mapping[Support, str] = {
    Support.SINGLE: "one source",
    Support.ECHO: "copies of one origin",
    Support.CORROBORATED: "two origins or more",
    Support.REFERENCE: "a declared fact",
}
