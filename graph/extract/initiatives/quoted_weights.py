"""What the cues around and inside a quotation weigh for and against its being the name of an initiative."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.errors import SchemaError
from graph.files import folder, read_yaml


@dataclass(frozen=True, slots=True)
class QuotedWeights:
    """The weight of each cue, what a quotation without any starts from, and which cues a cue makes meaningless."""

    bias: float
    cues: Mapping[str, float]
    settles: Mapping[str, Sequence[str]]

    def telling(self, cues: Iterable[str]) -> tuple[str, ...]:
        """The cues without doubles and without those that another one makes meaningless, in order."""
        found = dict.fromkeys(cues)
        settled = {other for cue in found for other in self.settles.get(cue, ())}
        return tuple(cue for cue in found if cue not in settled)

    def score(self, cues: Iterable[str]) -> float:
        """The sum of the weights; from zero on a quotation is a name."""
        return self.bias + sum(self.cues[cue] for cue in cues)


@cache
def quoted_weights() -> QuotedWeights:
    """schema/quoted_weights.yaml; raises SchemaError when it cannot be read or settles an unknown cue."""
    path = folder("schema") / "quoted_weights.yaml"
    content = read_yaml(path)
    weights = {cue: fitted for cue, (_, fitted) in content["cues"].items()}
    settles = content["settles"]
    unknown = {*settles, *(other for others in settles.values() for other in others)} - set(weights)
    if unknown:
        raise SchemaError(
            "{path}: settles names {unknown}, not among its cues: mend the list", path=path, unknown=", ".join(sorted(unknown))
        )
    return QuotedWeights(content["bias"], weights, settles)
