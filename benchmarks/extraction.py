"""Characters a second of the extraction on one core, against jieba.posseg in the same run, and memory over a long run.

usage: python benchmarks/extraction.py [PAGE...]      (default: the sample pages; jieba from `pip install jieba`)

Each page is read from disk and extracted anew in every round; the best of three rounds counts. jieba only tags words, it finds no
entity, relation or figure: the ratio says what the whole extraction costs beside one tagging pass. jieba's dictionary is of simplified
characters, and on others it slows down a hundredfold, so it is given the pages as the extraction reads them, in simplified ones.
"""

import importlib
import importlib.util
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from graph.characters import simplify
from graph.extract.page.pages import read
from graph.extract.pipeline import extract

ROUNDS = 3
LONG = 20


def best(work: Callable[[], object]) -> float:
    """Seconds of the fastest of ROUNDS runs."""
    seconds = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return min(seconds)


def peak() -> float:
    """Peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Prints one line a measure."""
    pages = [Path(name) for name in sys.argv[1:]] or sorted(Path("data/pages").glob("gongren-*"))
    texts = [simplify(read(path).raw) for path in pages]
    characters = sum(map(len, texts))
    extract(read(pages[0]))
    ours = best(lambda: [extract(read(path)) for path in pages])
    print(f"extraction      {characters / ours:10,.0f} characters/s   {len(pages) / ours:6.1f} pages/s   peak {peak():.0f} MB")
    for _ in range(LONG):
        for path in pages:
            extract(read(path))
    print(f"after {LONG} x {len(pages)} more pages: peak {peak():.0f} MB")
    if importlib.util.find_spec("jieba") is None:
        print("jieba is not installed: no peer in this run")
        return
    jieba, posseg = importlib.import_module("jieba"), importlib.import_module("jieba.posseg")
    jieba.setLogLevel(60)
    posseg.lcut(texts[0])
    theirs = best(lambda: [posseg.lcut(text) for text in texts])
    print(f"jieba.posseg    {characters / theirs:10,.0f} characters/s   ratio ours / jieba {theirs / ours:.2f}")


if __name__ == "__main__":
    main()
