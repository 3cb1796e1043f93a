"""A name that several initiatives bear: who has one, since when, how big, and what to write for one of them."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from graph.divisions import ancestors
from graph.lookup import plain
from graph.messages import say
from graph.profiles import Profile
from graph.region_figures import figures_about
from graph.show import Sheet
from graph.tables import Tables

COLUMNS = (
    ("name", "举措"), ("region", "地区"), ("first", "最早见报"), ("figures", "数据"), ("source", "出处"),
    ("ask", "只查这一项时写"),
)  # fmt: skip
_LISTED = 200  # initiatives; more are only counted
_FIGURES = 3  # in a cell
_BARE = re.compile(r"[\w+·/-]+")  # what no shell reads otherwise than it stands
_QUOTABLE = re.compile(r"[^\"$`!%\\]+")  # what none does between double quotes


def regions_around(profile: Profile) -> set[str]:
    """The codes of the regions of an initiative and of all that these lie in."""
    return {code for own in profile.regions for code in (own, *ancestors(own))}


def namesakes(
    tables: Tables, found: Sequence[Profile], name: str, meant: Sequence[Profile], *, first: dict[str, str], names: dict[str, str]
) -> Sheet:
    """The sheet of the initiatives `meant` of `found` that `name` may mean, the first reported first: where, since when, figures, a
    sentence, and what to write instead of `name` for this one alone. `first`: id -> date; `names`: adcode -> name."""
    if len(meant) > _LISTED:
        say("{shown} of {count} initiatives shown: give more of the name, or --region", shown=_LISTED, count=len(meant))
    shown = sorted(meant, key=lambda p: (first.get(p.id, "9999"), p.region or "9", p.name, p.id))[:_LISTED]
    figures, only = figures_about(tables, {profile.id for profile in shown}), _only(shown, found, names)
    rows = []
    for profile in shown:
        sentence = profile.sentences[0] if profile.sentences else None
        own = sorted(figures.get(profile.id, []), key=lambda figure: plain(profile.name) not in plain(figure.measure))
        told = list(dict.fromkeys(f"{figure.measure} {figure.text}".strip() for figure in own))
        rows.append(
            {"name": profile.name, "region": names.get(profile.region, profile.region), "first": first.get(profile.id, ""),
             "figures": "、".join(told[:_FIGURES]), "quote": sentence.text if sentence else "",
             "source": f"{sentence.page}:{sentence.start}-{sentence.end}" if sentence else "", "ask": only[profile.id], "id": profile.id}
        )  # fmt: skip
    title = f"叫“{name}”的举措" if one_name(name, meant) else f"名称中有“{name}”的举措"
    return Sheet("meant", title, COLUMNS, rows, whole=("ask", "source"))


def one_name(name: str, meant: Sequence[Profile]) -> bool:
    """Whether `name` is what all of them are called, not only a part of it or another name of theirs."""
    return {plain(profile.name) for profile in meant} == {plain(name)}


def _only(shown: Sequence[Profile], found: Sequence[Profile], names: dict[str, str]) -> dict[str, str]:
    """Id -> what means this initiative alone: its name, else that with its region, else its id."""
    bearers: dict[str, list[Profile]] = defaultdict(list)
    for profile in found:
        bearers[plain(profile.name)].append(profile)
    around = {profile.id: regions_around(profile) for profile in found}
    same = Counter(names.get(code, code) for code in set().union(*around.values()))

    def only(profile: Profile) -> str:
        called, others = plain(profile.name), bearers[plain(profile.name)]
        if not called or not _QUOTABLE.fullmatch(profile.name):
            return profile.id
        written = profile.name if _BARE.fullmatch(profile.name) else f'"{profile.name}"'
        if len(others) == 1:
            return written
        if sum(profile.region in around[other.id] for other in others) != 1:
            return profile.id
        region = names.get(profile.region, profile.region)
        return f"{written} --region {region if same[region] == 1 else profile.region}"

    return {profile.id: only(profile) for profile in shown}
