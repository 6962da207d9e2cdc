"""How fast text is read, as ratios: against a bare word scan of the same text, over lengths, and on hostile input.

    python benchmarks/recognise.py [--largest CHARACTERS]
    python benchmarks/recognise.py --stream DOCUMENTS

Every time is the best of three. The ratio to `re.finditer(r"\\w+", text)` holds across machines; characters a second do
not. With --stream, documents of news length are read one after another and the peak of memory is shown as they pass: it
must stay where the first documents left it. Other packages are timed on the same text where they are installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import resource
import time
from collections.abc import Callable
from pathlib import Path

from reconcile.extractors.mentions import read_mentions
from reconcile.model.tokens import Tokens
from reconcile.pipeline import default_pipeline

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
HOSTILE = {
    "digits only": "7",
    "digits and spaces": "123 ",
    "commas only": ",",
    "digits and commas": "1,",
    "nested hyphens": "1-",
    "hyphens only": "-",
    "one endless word": "a",
    "all hedges": "more than about ",
    "articles": "a ",
    "number words": "one hundred and ",
    "currency signs": "$",
    "froms": "from ",
    "ranges": "1 to ",
    "units": "5 ft ",
    "quotes": '5" ',
    "vulgar": "½",
    "brackets": "5 (",
}


def best(run: Callable[[], object], repeat: int = 3) -> float:
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def news(length: int) -> str:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    return (text * (length // len(text) + 1))[:length]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--largest", type=int, default=1_000_000)
    parser.add_argument("--stream", type=int, default=0, metavar="DOCUMENTS")
    arguments = parser.parse_args()
    if arguments.stream:
        stream(arguments.stream)
    else:
        lengths(arguments.largest)


def stream(documents: int) -> None:
    """Reads as many documents, none kept, and shows the peak of memory after each power of ten."""
    pipeline = default_pipeline()
    text = news(4_000)
    read, shown = 0, 1
    print(f"{'documents':>12} {'characters':>14} {'peak, MB':>10}")
    while read < documents:
        # no two documents are the same, so that nothing remembered between them could help
        read_mentions(Tokens(f"{text} {read} tonnes"), pipeline.pack, pipeline.grammar)
        read += 1
        if read in (shown, documents):
            print(f"{read:12,} {read * len(text):14,} {peak():10.1f}")
            shown *= 10


def peak() -> float:
    """The most memory this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def lengths(largest: int) -> None:
    """News of growing length, and a million characters of each hostile kind."""
    pipeline = default_pipeline()

    def read(text: str) -> object:
        return read_mentions(Tokens(text), pipeline.pack, pipeline.grammar)

    print(f"{'news, characters':24} {'chars/s':>12} {'x word scan':>12} {'peak, MB':>10}")
    length = 10_000
    while length <= largest:
        text = news(length)
        repeat = 3 if length <= 1_000_000 else 1
        ours = best(lambda text=text: read(text), repeat)
        scan = best(lambda text=text: sum(1 for _ in re.finditer(r"\w+", text)), repeat)
        print(f"{length:24,} {length / ours:12,.0f} {ours / scan:12.1f} {peak():10.1f}")
        length *= 10
    base = best(lambda: read(news(1_000_000)), 1)
    print(f"\n{'hostile, 1,000,000':24} {'x news':>12}")
    for name, piece in HOSTILE.items():
        text = (piece * (1_000_000 // len(piece) + 1))[:1_000_000]
        print(f"{name:24} {best(lambda text=text: read(text), 1) / base:12.2f}")
    peers(news(20_000))


def peers(text: str) -> None:
    """quantulum3, if it is installed."""
    if importlib.util.find_spec("quantulum3") is None:
        return
    from quantulum3 import parser

    took = best(lambda: parser.parse(text), 1)
    print(f"\nquantulum3: {len(text) / took:,.0f} chars/s")


if __name__ == "__main__":
    main()
