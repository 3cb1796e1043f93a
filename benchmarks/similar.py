"""How the search for similar initiatives grows: time, memory, pairs compared, and how many of the exact top 10 it finds.

    python benchmarks/similar.py                     1,000 to 100,000 made-up initiatives
    python benchmarks/similar.py 1000 5000           these sizes

Each size runs in a process of its own, so that the peak memory is its own. The initiatives are made up, with a fixed seed: a kind of work
(theme, ways of working, target groups, words that go with it) drawn from 600, rare kinds and frequent ones as in any press, a county, a
name and two to four sentences. Words are made of random characters with Zipf frequencies, so that the wording is as sparse as real text.
The exact top 10 is computed for 200 of them against all others.
"""

import argparse
import random
import resource
import subprocess
import sys
import time
from itertools import accumulate
from pathlib import Path

import numpy as np
from scipy import sparse

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from graph.blocking import weighted
from graph.divisions import division_names
from graph.facets import FACETS, measure
from graph.features import Space
from graph.model import load
from graph.profiles import Profile, Sentence, read_concepts
from graph.similar import compare, find_pairs

SIZES = [1000, 3000, 10_000, 30_000, 100_000]
KINDS_OF_WORK = 600
QUERIES = 200


class Maker:
    """Makes initiatives that look like those of a press corpus."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)
        characters = [chr(code) for code in self.random.sample(range(0x4E00, 0x9000), 900)]
        self.words = ["".join(self.random.choices(characters, k=2)) for _ in range(20_000)]
        self.frequency = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))
        self.counties = sorted(code for code in division_names() if not code.endswith("00"))
        facets = measure().facets
        self.cues = {name: sorted((concept, word) for word, found in facets[name].concepts.items() for concept in found) for name in FACETS}
        self.work = [self._work() for _ in range(KINDS_OF_WORK)]
        self.popular = list(accumulate(1 / (rank + 10) for rank in range(KINDS_OF_WORK)))

    def _some(self, count: int) -> list[str]:
        return self.random.choices(self.words, cum_weights=self.frequency, k=count)

    def _work(self) -> dict:
        pick = self.random
        return {
            "themes": pick.sample(sorted(load().themes), pick.choice([1, 1, 2, 3])), "kind": pick.choice(sorted(measure().kinds)),
            "cues": [pick.choice(self.cues["mechanism"])[1] for _ in range(3)] + [pick.choice(self.cues["target"])[1] for _ in range(2)]
            + [pick.choice(self.cues["partners"])[1]], "words": self._some(15),
        }  # fmt: skip

    def _sentence(self, work: dict, name: str) -> str:
        pick = self.random
        words = pick.sample(work["words"], 4) + pick.sample(work["cues"], pick.choice([1, 2, 3])) + self._some(12)
        pick.shuffle(words)
        return name + "".join(words[:8]) + "," + "".join(words[8:]) + "。"

    def profile(self, number: int) -> Profile:
        """One made-up initiative."""
        pick = self.random
        work = pick.choices(self.work, cum_weights=self.popular)[0]
        name = "".join(self._some(pick.choice([1, 1, 2]))) + (pick.choice(work["cues"][:3]) if pick.random() < 0.6 else "")
        sentences = [self._sentence(work, name)] + [self._sentence(work, "") for _ in range(pick.choice([1, 2, 3]))]
        places = measure().places
        texts = [(places["name"], name), (places["clause"], sentences[0].split(",", 1)[0]), (places["sentence"], sentences[0])]
        texts += [(places["carried"], text) for text in sentences[1:]]
        id_ = f"initiative-{number:07d}"
        themes = tuple(work["themes"]) if pick.random() < 0.8 else tuple(pick.sample(sorted(load().themes), 1))
        return Profile(
            id_, name, (name,), work["kind"] if pick.random() < 0.8 else "", themes, (pick.choice(self.counties),), "", frozenset({id_}),
            [Sentence("p", 0, len(text), text, "sentence") for text in sentences], texts, read_concepts(texts),
        )  # fmt: skip


def exact(found: list[Profile], row: int, space: Space, together) -> np.ndarray:
    """The ten best scores of initiative `row` against all others; only those near the top by the dot product are scored in full."""
    near = (together[[row]] @ together.T).toarray()[0]
    others = np.array([at for at in np.argsort(-near)[:2000] if found[at].region != found[row].region])
    parts = compare([found[row]] * len(others), [found[at] for at in others], space.fitted, (np.full(len(others), row), others))
    return np.sort(parts.sum(axis=1))[::-1][:10]


def recall(found: list[Profile], pairs) -> float:
    """How many of the exact top 10 are among the pairs, on average over some initiatives."""
    space = Space(found)
    parts = weighted(space.fitted, [profile.kind for profile in found], [profile.told for profile in found])
    together = sparse.hstack(list(parts.values()), format="csr")
    shares = []
    for row in np.linspace(0, len(found) - 1, QUERIES).astype(int):
        best = exact(found, row, space, together)
        best = best[best >= measure().threshold]
        mine = np.sort(pairs.scores[(pairs.a == row) | (pairs.b == row)])[::-1][: len(best)]
        if len(best):
            shares.append(float((mine >= best[-1] - 1e-9).sum()) / len(best))
    return float(np.mean(shares))


def one(size: int) -> None:
    """Measures one size and prints a row of the table."""
    maker = Maker()
    found = [maker.profile(number) for number in range(size)]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.perf_counter()
    pairs = find_pairs(found)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{size:>9,} {seconds:>9.1f} {before:>12.0f} {peak:>12.0f} {len(pairs.a):>12,} {recall(found, pairs):>8.3f}", flush=True)


def main() -> None:
    """Measures the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        one(args.one)
        return
    print("size        seconds  MiB profiles     MiB peak        pairs   recall", flush=True)
    for size in args.sizes:
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)


if __name__ == "__main__":
    main()
