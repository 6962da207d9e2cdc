"""Changes that know nothing of what a file means: bytes flipped, lines lost, tokens put in."""

from __future__ import annotations

import random
from collections.abc import Callable

from fuzzing.tokens import long_run, token

Change = Callable[[bytes, random.Random], bytes]


def _flip(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 1, 4, 20))):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def _delete(data: bytes, dice: random.Random) -> bytes:
    start, end = _stretch(data, dice)
    return data[:start] + data[end:]


def _repeat(data: bytes, dice: random.Random) -> bytes:
    start, end = _stretch(data, dice)
    return data[:end] + data[start:end] * dice.choice((1, 1, 2, 30)) + data[end:]


def _cut_off(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data) + 1)]


def _insert(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data) + 1)
    return data[:start] + token(dice).encode("utf-8", "surrogatepass") + data[start:]


def _replace_word(data: bytes, dice: random.Random) -> bytes:
    words = data.split(b" ")
    words[dice.randrange(len(words))] = token(dice).encode("utf-8", "surrogatepass")
    return b" ".join(words)


def _insert_run(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data) + 1)
    return data[:start] + long_run(dice).encode() + data[start:]


def _swap_lines(data: bytes, dice: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _recode(data: bytes, dice: random.Random) -> bytes:
    """Another encoding, another line end, a mark of byte order; or broken UTF-8."""
    text = data.decode("utf-8", "replace")
    return dice.choice(
        (
            text.encode("utf-16"),
            text.encode("utf-16-le"),
            text.encode("utf-32"),
            text.encode("cp1252", "replace"),
            b"\xef\xbb\xbf" + data,
            b"\xef\xbb\xbf\xef\xbb\xbf" + data,
            data.replace(b"\n", b"\r\n"),
            data.replace(b"\n", b"\r"),
            data.replace(b"a", b"\xed\xa0\x80", 1),
            data.replace(b"e", b"\xc3", 1),
            data + b"\xff\xfe\x00",
            b"",
            b"\n",
        )
    )


CHANGES: tuple[Change, ...] = (
    _flip, _delete, _repeat, _cut_off, _insert, _insert, _replace_word, _replace_word, _insert_run, _swap_lines,
    _recode,
)  # fmt: skip


def _stretch(data: bytes, dice: random.Random) -> tuple[int, int]:
    """A few bytes, or whole lines."""
    if dice.random() < 0.5:
        start = dice.randrange(len(data) + 1)
        return start, min(len(data), start + dice.choice((1, 1, 2, 8, 60)))
    ends = [0, *(at + 1 for at, byte in enumerate(data) if byte == 10), len(data)]
    first = dice.randrange(len(ends) - 1)
    return ends[first], ends[min(len(ends) - 1, first + dice.choice((1, 1, 3)))]
