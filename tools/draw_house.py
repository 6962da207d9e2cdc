"""Draws the rooms and the arrows between them: `python -m tools.draw_house` writes `docs/pictures/house.svg`.

A room is a package (or a module of the top). It stands one floor above the highest of those it imports from, so every
arrow points down; an arrow that cannot would be drawn red. The command prints how large each room is; the picture holds
no figures, so that it changes only when rooms or arrows do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "pictures" / "house.svg"
PACKAGE = "reconcile"
# Packages whose rooms are drawn one by one.
OPENED = frozenset({"extractors", "reconciler"})
# Sizes of the picture, in pixels.
WIDTH, FLOOR, ROOM, TALL, GAP = 1180, 84, 150, 38, 18


@dataclass(frozen=True, slots=True)
class Room:
    """A room with its size, and the rooms that it imports from."""

    name: str
    files: int
    lines: int
    needs: frozenset[str]


def rooms() -> tuple[Room, ...]:
    """All rooms of the package, by name."""
    graph = grimp.build_graph(PACKAGE)
    members: dict[str, set[str]] = {}
    for module in graph.modules:
        members.setdefault(room_of(module), set()).add(module)
    for name in ("", "__main__", *OPENED):
        members.pop(name, None)
    out = []
    for name, modules in sorted(members.items()):
        needs = {room_of(other) for module in modules for other in graph.find_modules_directly_imported_by(module)}
        sizes = [len(path.read_text(encoding="utf-8").splitlines()) for path in map(_path, modules) if path.is_file()]
        out.append(Room(name, len(sizes), sum(sizes), frozenset(needs & members.keys() - {name})))
    return tuple(out)


def room_of(module: str) -> str:
    """The room a module belongs to; empty for the package itself."""
    parts = module.split(".")[1:]
    depth = 2 if parts and parts[0] in OPENED else 1
    return "/".join(parts[:depth])


def floors(found: Iterable[Room]) -> Mapping[str, int]:
    """The floor of each room, 0 at the bottom; rooms of a cycle share the floor under which it was met."""
    by_name = {room.name: room for room in found}
    known: dict[str, int] = {}

    def floor(name: str, above: tuple[str, ...]) -> int:
        if name not in known:
            below = [floor(n, (*above, name)) for n in sorted(by_name[name].needs) if n not in above]
            known[name] = 1 + max(below, default=-1)
        return known[name]

    for name in sorted(by_name):
        floor(name, (name,))
    return known


def picture(found: tuple[Room, ...]) -> str:
    """The house as SVG."""
    level = floors(found)
    top = max(level.values())
    places: dict[str, tuple[float, float]] = {}
    for n in range(top + 1):
        row = [room for room in found if level[room.name] == n]
        left = (WIDTH - len(row) * (ROOM + GAP) + GAP) / 2
        for k, room in enumerate(row):
            places[room.name] = (left + k * (ROOM + GAP), (top - n) * FLOOR + GAP)
    tall = (top + 1) * FLOOR
    arrows = [
        _arrow(places[room.name], places[need], level[room.name] > level[need])
        for room in found
        for need in sorted(room.needs)
    ]
    boxes = [_box(room, *places[room.name]) for room in found]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {tall}" font-family="sans-serif" font-size="12">'
    )
    note = "<title>The rooms of reconcile; arrows lead from a room to those it imports from</title>"
    return "\n".join(
        (head, note, f'<rect width="{WIDTH}" height="{tall}" fill="#fff"/>', *arrows, *boxes, "</svg>", "")
    )


def _arrow(start: tuple[float, float], end: tuple[float, float], down: bool) -> str:
    colour = "#b9c4d0" if down else "#c00"
    x1, y1, x2, y2 = start[0] + ROOM / 2, start[1] + TALL, end[0] + ROOM / 2, end[1]
    return (
        f'<path d="M{x1:g} {y1:g}C{x1:g} {y1 + 30:g} {x2:g} {y2 - 30:g} {x2:g} {y2:g}" fill="none" stroke="{colour}"/>'
    )


def _box(room: Room, x: float, y: float) -> str:
    frame = f'<rect x="{x:g}" y="{y:g}" width="{ROOM}" height="{TALL}" rx="5" fill="#f3f6fa" stroke="#5b6b7c"/>'
    return f'{frame}<text x="{x + ROOM / 2:g}" y="{y + 23:g}" text-anchor="middle">{escape(room.name)}</text>'


def _path(module: str) -> Path:
    base = ROOT.joinpath(*module.split("."))
    return base / "__init__.py" if base.is_dir() else base.with_suffix(".py")


def main() -> None:
    """Writes the picture and prints the sizes of the rooms."""
    found = rooms()
    PICTURE.write_text(picture(found), encoding="utf-8")
    for room in found:
        print(f"{room.name:24} {room.files:4} files {room.lines:7,} lines")


if __name__ == "__main__":
    main()
