"""Which initiatives are like this one, in other regions: ranked, with reasons, quotes and sources.

examples:
  gonghui similar out 楚都工匠杯                         by a name, another name or a part of one
  gonghui similar out 给外卖骑手提供歇脚的地方           by what it is, in your own words
  gonghui similar out 集体协商 --region 承德县 --top 20  those of that name in a region
  gonghui similar out 楚都工匠杯 --format xlsx -o 相似.xlsx
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from graph.characters import reading
from graph.divisions import division_names
from graph.errors import QueryError
from graph.facets import FACETS, PARTS, measure
from graph.lookup import candidates, find_initiatives, find_region, nearest, plain
from graph.messages import say, tell
from graph.namesakes import namesakes, one_name, regions_around
from graph.profiles import Profile, profiles, read_concepts
from graph.reasons import Reasons
from graph.regions_profile import first_dates, region_names
from graph.show import Sheet, add_output_arguments, show
from graph.similar import rank_any
from graph.tables import Tables, read_build

COLUMNS = (
    ("score", "相似度"), ("name", "举措"), ("region", "地区"), ("first", "最早见报"), ("why", "理由"), ("quote", "原文"),
    ("source", "出处"),
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """OUT, NAME, --region, --top, --same-region, --format, --output."""
    parser.add_argument("out", type=Path, metavar="OUT", help=tell("the folder of a build"))
    parser.add_argument("name", metavar="NAME", help=tell("an initiative: its name, a part of it, its id; or a description"))
    parser.add_argument("--region", help=tell("the region of the initiative, when several bear the name"))
    parser.add_argument("--top", type=int, default=10, metavar="N", help=tell("how many are shown (default 10)"))
    parser.add_argument("--same-region", action="store_true", help=tell("also those of the same region or scheme"))
    add_output_arguments(parser)


def text_profile(text: str) -> Profile:
    """The profile of a free text, as a query: all of it counts as name and as description."""
    places = measure().places
    texts = [(places["name"], reading(text)), (places["clause"], reading(text))]
    return Profile(id="", name=text, names=(text,), texts=texts, concepts=read_concepts(texts))


def _described(found: Sequence[Profile], name: str) -> Profile:
    """The profile of a free text; raises QueryError when it says nothing of what is done, for whom or with whom."""
    query = text_profile(name)
    said = [measure().facets[facet].labels[concept][0] for facet in FACETS for concept in query.concepts[facet]]
    names = [other for profile in found for other in profile.names]
    if not plain(name):
        raise QueryError("give the name of an initiative, or say what it does for whom: {hint}", hint=candidates(name, names))
    if not said:
        raise QueryError(
            "no initiative is called {name}, and it does not say what is done for whom: {hint}", name=name, hint=candidates(name, names)
        )
    near = nearest(name, names)
    if near:
        template = "no initiative of that name; searched as a description: {said}; names like it: {names}"
        say(template, said="、".join(said), names=", ".join(near))
    else:
        say("no initiative of that name; searched as a description: {said}", said="、".join(said))
    return query


def choose(found: Sequence[Profile], name: str, region: str | None, names: dict[str, str]) -> list[Profile]:
    """The initiatives that may be meant, or the profile of a free text. Raises QueryError with the candidates when there are none."""
    matches = find_initiatives(found, name)
    if not region:
        return matches or [_described(found, name)]
    around = {profile.id: regions_around(profile) for profile in found}
    known = {code: names.get(code) or division_names().get(code, code) for code in sorted(set().union(*around.values()))}
    code = find_region(known, region)
    matches = [profile for profile in matches if code in around[profile.id]]
    if not matches:
        raise QueryError("no initiative called {name} is known in {place}: leave out --region to see where", name=name, place=known[code])
    return matches


def answer(tables: Tables, name: str, region: str | None, *, top: int, same_region: bool = False) -> list[Sheet]:
    """The sheet of the initiatives most like the one that `name` means. Where it means several, a sheet of them comes first; those most
    like any of them follow if all bear the name, nothing if it is only a part of different names."""
    found, names, first = profiles(tables), region_names(tables), first_dates(tables)
    queries = choose(found, name, region, names)
    if len(queries) == 1:
        return [_similar(tables, found, queries, top=top, same_region=same_region)]
    sheet = namesakes(tables, found, name, queries, first=first, names=names)
    example = sheet.rows[0]["ask"]
    if not one_name(name, queries):
        say("{name} may be {count} initiatives: choose one, for instance {example}", name=name, count=len(queries), example=example)
        return [sheet]
    say(
        "{name} is what {count} initiatives are called: for one alone write, for instance, {example}",
        name=name,
        count=len(queries),
        example=example,
    )
    return [sheet, _similar(tables, found, queries, top=top, same_region=same_region)]


def _similar(tables: Tables, found: Sequence[Profile], queries: Sequence[Profile], *, top: int, same_region: bool) -> Sheet:
    names, first, reasons = region_names(tables), first_dates(tables), Reasons(tables)
    rows = []
    ranked = [entry for entry in rank_any(found, queries, same_region=same_region) if entry[1] >= measure().threshold]
    called = queries[0].name
    if not ranked and not queries[0].id:
        say("nothing is like {name}: say more of what is done, and for whom", name=called)
    elif not ranked:
        say("nothing in other regions is like {name}: --same-region also looks in its own", name=called)
    for other, score, parts, query in ranked[:top]:
        quotes = reasons.quotes(query, other)
        place = f"{quotes['page_b']}:{quotes['start_b']}-{quotes['end_b']}" if "page_b" in quotes else ""
        rows.append(
            {"score": score, "name": other.name, "region": names.get(other.region, other.region), "first": first.get(other.id, ""),
             "why": reasons.why(query, other, parts), "why_en": reasons.why(query, other, parts, "en"),
             "quote": quotes.get("quote_b", ""), "source": place, "id": other.id, "like": query.id}
            | parts
        )  # fmt: skip
    where = "" if len(queries) > 1 else names.get(queries[0].region, queries[0].region)
    return Sheet("similar", f"与“{called}”{f'({where})' if where else ''}相似的举措", COLUMNS, rows)


def run(args: argparse.Namespace) -> int:
    """Shows the answer; machine formats also carry the reasons in English, ids and the parts of the score."""
    sheets = answer(read_build(args.out), args.name, args.region, top=args.top, same_region=args.same_region)
    if args.format in {"csv", "json", "xlsx"}:
        more = {
            "similar": (("why_en", "理由(英文)"), ("id", "编号"), ("like", "与其相似的编号"), *((part, part) for part in PARTS)),
            "meant": (("quote", "原文"), ("id", "编号")),
        }
        sheets = [replace(sheet, columns=(*sheet.columns, *more[sheet.key])) for sheet in sheets]
    show(sheets, args)
    return 0
