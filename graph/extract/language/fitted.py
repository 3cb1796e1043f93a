"""Weights of cues that were fitted on annotated pages: read from the schema, summed up for what is to be decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.files import folder, read_yaml


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a decision without any cue starts from, and the weight of each cue; cues joined by & count where all of them hold."""

    bias: float
    weights: Mapping[frozenset[str], float]

    def score(self, cues: frozenset[str]) -> float:
        """The sum of the weights; from zero on the answer is yes."""
        return self.bias + sum(weight for together, weight in self.weights.items() if together <= cues)


@cache
def fitted(name: str) -> Fitted:
    """schema/<name>.yaml: a bias and the weights of cues."""
    content = read_yaml(folder("schema") / f"{name}.yaml")
    return Fitted(content["bias"], {frozenset(cue.split(" & ")): weight for cue, weight in content["cues"].items()})
