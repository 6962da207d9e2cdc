"""Stories: documents that tell of one event or topic."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model.json_form import fields_as_json


@dataclass(frozen=True, slots=True)
class Story:
    """Documents that are read together: `documents` are their ids, `name` what most of them name at their heads."""

    id: str
    name: str
    documents: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return fields_as_json(self, "id", "name", "documents")
