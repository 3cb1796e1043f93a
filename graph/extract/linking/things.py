"""Regions, persons, initiatives, documents and honours: which thing a mention means."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from graph.extract.language.initiative_words import words
from graph.extract.linking.context import TIER, Context
from graph.extract.linking.identity import Identity, fold
from graph.extract.places.gazetteer import gazetteer
from graph.files import folder, read_lines
from graph.records import Mention

__all__ = ["documents", "honours", "initiatives", "persons", "regions"]

_ZONE = re.compile(r"(?:区|园|园区)$")


def regions(context: Context, mentions: Sequence[Mention]) -> dict[Mention, Identity]:
    """Divisions by their code, zones and open names by name and home."""
    found: dict[Mention, Identity] = {}
    for mention in mentions:
        zone = context.zones.called(mention.article, mention.name or mention.text) if mention.adcode is None else None
        if zone is not None:
            found[mention] = Identity(zone.key, zone.name, 2, "name", within=zone.within)
            continue
        place = context.place_at(mention.article, mention.start, mention.end)
        whole = place is not None and place.end == mention.end
        code = mention.adcode or (place.division.code if place is not None and whole and place.division is not None else None)
        division = gazetteer().get(code) if code else None
        if division is not None:
            former = place is not None and place.full and not gazetteer().is_current(place.text[-len(division.name) :])
            name = mention.text if former and not place.path else division.name  # type: ignore[union-attr]
            found[mention] = Identity(division.code, name, 2, "adcode", division.code)
            continue
        home = context.homes.get(mention.article) or ""
        parent = place.division.code if place is not None and place.division is not None else home
        name = mention.name or mention.text
        told = place is not None and place.division is not None
        lies = told or mention.rule.startswith(("region.village", "region.zone"))  # a division that the text leaves open lies in none
        found[mention] = Identity(f"{parent}|{fold(name)}", name, 2, "name", within=(parent or None) if lies else None)
    return found


_TITLE_GAP = re.compile(r"[^,。;:!?()《》“”]{0,30}")


def persons(context: Context, mentions: Sequence[Mention], bodies: Mapping[Mention, Identity]) -> dict[Mention, Identity]:
    """Persons by name and the body whose title stands before the name; without one by name and page.

    Within a page one name is one person, unless two articles give it different bodies.
    """
    owners = sorted(bodies, key=lambda m: m.end)
    ends = [m.end for m in owners]
    told: dict[Mention, str | None] = {}
    for mention in mentions:
        place = bisect_right(ends, mention.start) - 1
        last = owners[place] if place >= 0 and owners[place].article == mention.article else None
        gap = context.view[last.end : mention.start] if last is not None else ""
        told[mention] = bodies[last].key if last is not None and "\n" not in gap and _TITLE_GAP.fullmatch(gap) else None
    bodies_of: dict[tuple[str, str], str] = {}
    everywhere: dict[str, set[str]] = defaultdict(set)
    for mention, body in told.items():
        if body is not None:
            bodies_of.setdefault((mention.article, mention.name or mention.text), body)
    for (_, name), body in bodies_of.items():
        everywhere[name].add(body)
    found: dict[Mention, Identity] = {}
    for mention in mentions:
        name = mention.name or mention.text
        body = bodies_of.get((mention.article, name))
        if body is None and len(everywhere[name]) == 1:
            body = next(iter(everywhere[name]))
        found[mention] = Identity(f"{name}|{body or context.page}", name, 2, "person.body" if body else "person.page")
    return found


@cache
def _head_nouns() -> re.Pattern[str]:
    heads = sorted(read_lines(folder("data") / "words" / "neutral_heads.txt"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, heads))})$")


@cache
def _general() -> frozenset[str]:
    return frozenset(map(fold, read_lines(folder("data") / "words" / "generic_initiatives.txt")))


_OWN_AREA = re.compile("[全本我][省市县区州]")  # says whose it is only where it stands
# A bare tier before the year or number says whose it is, as the home does (县2022年职工技能大赛).
_YEAR = r"\d{4}年度?|第[一二三四五六七八九十百\d]+[届批期]|首届"
_LEAD = re.compile(rf"^(?:[省市县区州旗盟](?={_YEAR}|职工.{{4}})|{_YEAR}|全[国省市县区]|职工(?=.{{4}}))+")


def initiative_core(name: str) -> str:
    """An initiative's name without marks, year, number and neutral head nouns; three characters stay, and more than a
    general practice."""
    text = fold(_LEAD.sub("", name)) or fold(name)
    while match := _head_nouns().search(text):
        if match.start() < 3 or text[: match.start()] in _general():
            break
        text = text[: match.start()]
    return text


_ALIAS = re.compile(r"[”」]?\((?:以下|下称)?(?:简称|又称|又名|也称|俗称|统称|即)?[:为]?[“「]?")


def _aliases(view: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """An initiative and its other name, which stands in brackets directly behind it and is of the same kind: 服务站点(工会驿站)."""
    for mention, other in pairwise(sorted(mentions, key=lambda m: m.start)):
        closed = view[other.end : other.end + 2].lstrip("”」").startswith(")")
        if closed and mention.kind == other.kind and _ALIAS.fullmatch(view, mention.end, other.start):
            yield mention, other


def initiatives(context: Context, mentions: Sequence[Mention]) -> dict[Mention, Identity]:
    """Initiatives by their core and the article's home; a shorter name joins the one longer name of its article that ends in it, another
    name in brackets the one before it."""
    found: dict[Mention, Identity] = {}
    by_article: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_article[mention.article].append(mention)
    for article, own in by_article.items():
        home = context.homes.get(article) or context.page
        cores = {mention: initiative_core(mention.name or mention.text) for mention in own}
        same = {cores[other]: cores[mention] for mention, other in _aliases(context.view, own)}
        called = {mention for mention in own if cores[mention] in same}
        cores = {mention: same.get(core, core) for mention, core in cores.items()}
        by_end: dict[str, set[str]] = defaultdict(set)
        for core in set(cores.values()):
            for cut in range(1, len(core) - 3):
                by_end[core[cut:]].add(core)
        for mention in own:
            core = cores[mention]
            longer = by_end.get(core, ())
            if len(longer) == 1 and core not in _general() and words().known.get(core) != "station":
                core = next(iter(longer))
            name = mention.name or mention.text
            place = context.place_at(article, mention.start, mention.end)
            code = place.division.code if place is not None and place.division is not None else context.homes.get(article)
            rank = 1 if mention in called or _OWN_AREA.match(name) else 2
            found[mention] = Identity(f"{core}|{home}", name, rank, "initiative", code)
    return found


_LAW = re.compile(r"^中华人民共和国|^中国|^中共|(?<![办方用])法$|条例$")


def _places_in(title: str) -> bool:
    """Whether a title names a province, prefecture or county."""
    return any(d[0].level < 3 or gazetteer().is_official(title[a:b]) for a, b, d in gazetteer().scan(title[:20]) if d[0].level < 4)


def documents(context: Context, mentions: Sequence[Mention]) -> dict[Mention, Identity]:
    """Documents by title; a title that names no place and is no law also by the article's home."""
    found: dict[Mention, Identity] = {}
    for mention in mentions:
        name = (mention.name or mention.text).strip("《》")
        local = not _LAW.search(name) and not _places_in(name)
        home = context.homes.get(mention.article) or context.page
        found[mention] = Identity(f"{fold(name)}|{home}" if local else fold(name), name, 2, "title")
    return found


_BARE_TIER = re.compile(r"(?:自治区|省|市|县|区|州|盟|旗)(?!级|部|直|属|场|民|域|以)")
_QUOTES = re.compile(r"[“”「」\"]")
_LEVEL = re.compile(r"全国|国家|中国|中华|中央|世界|国际|全[省市县区]|[省市县区]级")


def honours(context: Context, mentions: Sequence[Mention]) -> dict[Mention, Identity]:
    """Honours by name, a bare tier before it (省五一劳动奖章) replaced by its division."""
    found: dict[Mention, Identity] = {}
    for mention in mentions:
        name = _QUOTES.sub("", mention.name or mention.text)
        match = _BARE_TIER.match(name)
        division = context.tier(mention.article, match[0], mention.start) if match else None
        if match and division is not None and TIER.match(name):
            name = division.name + name[match.end() :]
            found[mention] = Identity(_honour_key(name), name, 1, "honour.tier", division.code)
            continue
        place = context.place_at(mention.article, mention.start, mention.end)
        local = place is None and not _LEVEL.match(name)
        key = f"{_honour_key(name)}|{context.homes.get(mention.article) or context.page}" if local else _honour_key(name)
        found[mention] = Identity(key, name, 2, "honour.name")
    return found


def _honour_key(name: str) -> str:
    return fold(name).replace("劳动模范", "劳模")
