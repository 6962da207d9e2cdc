"""Powers of units: "m/s2", "4e14 s-1", "9.8 m s-2"; in the International System a negative power is a denominator."""

from __future__ import annotations

from reconcile.recognise.scan import Scan

_MINUS = frozenset("-−–⁻")
_POWERS = {"1": 1, "2": 2, "3": 3, "¹": 1, "²": 2, "³": 3}
_NAMES = {1: "", 2: " squared", 3: " cubed"}


def raised(scan: Scan, name: str, j: int) -> tuple[str, int]:
    """The unit whose spelling ends before token `j` with the positive power that touches it, and the index after."""
    k = j + (scan.keys[j] == "^" and scan.touches(j))
    power = _POWERS.get(scan.keys[k])
    if power is None or power == 1 or not scan.touches(k) or _goes_on(scan, k + 1):
        return name, j
    return name + _NAMES[power], k + 1


def inverse(scan: Scan, name: str, j: int) -> tuple[str, int] | None:
    """The denominator that a unit ending before token `j` is by its negative power: "s-1" is per second."""
    keys = scan.keys
    if keys[j - 1] not in scan.pack.units.powered:
        return None
    k = j + (keys[j] == "^" and scan.touches(j))
    power = _POWERS.get(keys[k + 1]) if keys[k] in _MINUS and scan.touches(k) and scan.touches(k + 1) else None
    if power is None or _goes_on(scan, k + 2):
        return None
    return name + _NAMES[power], k + 2


def _goes_on(scan: Scan, j: int) -> bool:
    """Whether something joins the power at once, so that it is none: "m2b", "s-1-4"."""
    return scan.touches(j) and (scan.keys[j][:1].isalnum() or scan.keys[j] in _MINUS)
