"""Which initiative or region a person means: by id, name, another name, or a part of one; else the nearest candidates."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from graph.divisions import division_names, full_name
from graph.errors import Message, QueryError
from graph.features import grams
from graph.profiles import Profile

_MARKS = re.compile(r"[\W_]")
_NEAR = 0.5  # likeness of two names from which one may be meant by the other
_SHOWN = 5
_BEARERS = 12  # regions of one name that a message lists


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
        return Message("did you mean {names}?", names=", ".join(near))
    return Message("known are, for instance, {names}", names=", ".join(known[:_SHOWN])) if known else ""


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

    Raises QueryError with the candidates when it is unknown or ambiguous; of a region in the list of divisions that `names` lacks it says
    so, and which ones bear the name.
    """
    if code := _one_region(names, given):
        return code
    hint = candidates(given, names.values()) or Message("check the name")
    if not plain(given):
        raise QueryError("give the name or code of a region: {hint}", hint=hint)
    bearers = _regions_called(division_names(), given)
    if len(bearers) > 1:
        template = (
            "no initiatives are known in {given}, which is the name of {listed}: pages that do not say of which count for none (--region)"
        )
        raise QueryError(template, given=given, listed=_listed(division_names(), bearers))
    raise QueryError("no initiatives are known in {given}: {hint}", given=given, hint=hint)


def find_division(given: str) -> str:
    """The code of a division by code, official name, name without its unit, or a path. Raises QueryError with the candidates."""
    if code := _one_region(division_names(), given):
        return code
    raise QueryError("--region {given!r}: no such region: {hint}", given=given, hint=candidates(given, division_names().values()))


def _one_region(names: dict[str, str], given: str) -> str:
    """The code that `given` means, "" when none is. Raises QueryError when it may be several."""
    found = _regions_called(names, given)
    if len(found) > 1:
        raise QueryError("{given} is ambiguous: give the code or the whole path: {listed}", given=given, listed=_listed(names, found))
    return found[0] if found else ""


def _listed(names: dict[str, str], codes: Sequence[str]) -> str:
    shown = ", ".join(f"{full_name(code, names[code])} {code}" for code in sorted(codes)[:_BEARERS])
    return shown + (", …" if len(codes) > _BEARERS else "")


def _regions_called(names: dict[str, str], given: str) -> list[str]:
    """The codes that a name may mean: by code or official name, else by a path, else by the name without its unit."""
    wanted = plain(given)
    exact = [code for code, name in names.items() if wanted in {code, plain(name)}]
    paths = [code for code, name in names.items() if len(name) > 1 and wanted.endswith(plain(name)) and wanted != plain(name)]
    above = {code: sum(names[other] in given for other in names if other != code and code.startswith(_stem(other))) for code in paths}
    paths = [code for code in paths if above[code] == max(above.values()) > 0]
    short = [code for code, name in names.items() if len(wanted) > 1 and len(name) == len(wanted) + 1 and name.startswith(wanted)]
    return exact or paths or short


def _stem(code: str) -> str:
    """The digits that all codes below a province or prefecture begin with."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
