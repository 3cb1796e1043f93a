"""Which initiative or region a person means: by id, name, another name, or a part of one; else the nearest candidates."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from graph.errors import QueryError
from graph.features import grams
from graph.profiles import Profile

_MARKS = re.compile(r"[\W_]")
_NEAR = 0.5  # likeness of two names from which one may be meant by the other
_SHOWN = 5


def plain(name: str) -> str:
    """A name without marks and spaces, in lower case."""
    return _MARKS.sub("", name).lower()


def nearest(name: str, names: Iterable[str]) -> list[str]:
    """The names most like `name`, best first."""
    wanted = plain(name)
    scored = []
    for other in dict.fromkeys(names):
        if set(grams(wanted, 1)) & set(grams(plain(other), 1)):
            likeness = SequenceMatcher(None, wanted, plain(other), autojunk=False).ratio()
            if likeness >= _NEAR:
                scored.append((-likeness, other))
    return [other for _, other in sorted(scored)[:_SHOWN]]


def candidates(name: str, names: Iterable[str]) -> str:
    """What may be meant instead, as a hint for a message: the names most like `name`, else a few known ones; "" without any."""
    known = list(dict.fromkeys(names))
    if near := nearest(name, known):
        return f"did you mean {', '.join(near)}?"
    return f"known are, for instance, {', '.join(known[:_SHOWN])}" if known else ""


def find_initiatives(found: Sequence[Profile], name: str) -> list[Profile]:
    """Those with this id or name; else those with a name of which it is a part. Several when it is ambiguous, none when unknown."""
    wanted = plain(name)
    if not wanted:
        return []
    exact = [profile for profile in found if profile.id == name or wanted in map(plain, profile.names)]
    own = [profile for profile in exact if profile.id == name or wanted == plain(profile.name)]
    return own or exact or [profile for profile in found if any(wanted in plain(other) for other in profile.names)]


def find_region(names: dict[str, str], given: str) -> str:
    """The adcode of a region of `names` (adcode -> name): by code, official name, name without its unit, or a path (江苏省沛县).

    Raises QueryError with the candidates when it is unknown or ambiguous.
    """
    wanted = plain(given)
    exact = [code for code, name in names.items() if wanted in {code, plain(name)}]
    paths = [code for code, name in names.items() if len(name) > 1 and wanted.endswith(plain(name)) and wanted != plain(name)]
    paths = [code for code in paths if any(names[other] in given for other in names if other != code and code.startswith(_stem(other)))]
    short = [code for code, name in names.items() if len(wanted) > 1 and len(name) == len(wanted) + 1 and name.startswith(wanted)]
    for matches in (exact, paths, short):
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise QueryError(f"{given} is ambiguous: give the code: " + ", ".join(f"{names[code]} {code}" for code in sorted(matches)))
    hint = candidates(given, names.values()) or "check the name"
    raise QueryError(f"no initiatives are known in {given}: {hint}" if wanted else f"give the name or code of a region: {hint}")


def _stem(code: str) -> str:
    """The digits that all codes below a province or prefecture begin with."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
