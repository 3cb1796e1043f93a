"""Practices: work that the text calls by a plain noun phrase, modifiers and a head noun, as the object of a verb (推行区域集体协商).

They have no name of their own, so they yield to every other name at the same place, and relations treat them as general practices.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph.alternation import either
from graph.extract.language.initiative_words import frame, words
from graph.files import folder, read_rows, read_yaml
from graph.records import PROSE, Article, Block, LinkedMention, Mention, Page

__all__ = ["find", "unnamed"]

# A clause; quotations do not break it, they may be items of a list of objects.
_CLAUSE = re.compile(r"(?:[^,。;:!?\s“”《》()]|“[^“”\n]*”|《[^《》\n]*》)+")
_ITEM = re.compile(r"(?:[^、“”]|“[^“”]*”)+")
_LONGEST = 18  # characters of a name
_AGAIN = 5  # characters from which a name is looked for in the rest of its article
_CASES = "案件"
_PARTIES = "[三四五]家(?:督|联|会|协|共)"  # no count: the parties of labour relations (三方四家)
_NUMBER = r"(?:[约近超共]|累计)?(?:\d[\d.]*|[一二三四五六七八九十百两几多数]+)(?:余|多|万)?"


@dataclass(frozen=True, slots=True)
class _Practice:
    """A practice as found: view span, kind, family of its head noun."""

    start: int
    end: int
    kind: str
    family: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    heads: dict[str, tuple[str, int, str]]
    verb: re.Pattern[str]
    opening: re.Pattern[str]
    link: re.Pattern[str]
    item: re.Pattern[str]
    joint: re.Pattern[str]
    lead: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """The patterns of data/words/practice_heads.tsv and practice_frames.yaml; raises SchemaError when a word list is missing."""
    here = folder("data") / "words"
    rows = read_rows(here / "practice_heads.tsv")
    lists = read_yaml(here / "practice_frames.yaml")
    frames = {name: either(map(str, found)) for name, found in lists.items()}
    heads = either(row[0] for row in rows)
    modifier = rf"(?:(?!{frames['never']})(?:党的|[^的“”《》]))*?"
    behind = rf"(?=$|工作$|{_CASES}|(?<=员)|{_NUMBER}(?:{frame('measures')}|余|多)|等(?![^,。;]{{0,8}}服务))"
    known = words()
    return _Patterns(
        heads={head: (kind, int(need), family) for head, kind, need, family in rows},
        verb=re.compile(rf"{known.hard_verb.pattern}|(?:{frames['verbs']})(?:了|好|起)?"),
        opening=re.compile(rf"(?:{frames['adverbs']})*(?:{known.opening_verb.pattern})"),
        link=re.compile(rf"(?:{heads})(?=[和与及])"),
        item=re.compile(rf"({modifier})({heads}){behind}"),
        joint=re.compile(rf"([^的“”]{{2,12}}(?:、[^的“”]{{2,12}}?)+(?:{frames['parties']}|等(?!方面)[^的、]{{0,4}}?))({heads}){behind}"),
        lead=re.compile(
            rf"(?!{_PARTIES}){_NUMBER}(?:{frame('measures')})|{frame('lead')}|\d{{2,4}}年度?|(?:{frame('scope')})|{known.opening_verb.pattern}"
        ),
    )


def _object(text: str, start: int, end: int) -> int | None:
    """Where the object of the clause's last verb begins; None without a verb that takes a practice."""
    verbs = list(_patterns().verb.finditer(text, start, end))
    if verbs:
        return verbs[-1].end()
    soft = _patterns().opening.match(text, start, end)
    return soft.end() if soft else None


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of a list of objects; 和 parts them only behind a head noun (劳动和技能竞赛 is one)."""
    for part in _ITEM.finditer(text, start, end):
        at = part.start()
        for link in _patterns().link.finditer(text, *part.span()):
            yield at, link.end()
            at = link.end() + 1
        yield at, part.end()


def _named(text: str, hit: re.Match[str]) -> _Practice | None:
    """The practice of a match of modifiers and head; None when the modifiers say too little."""
    kind, need, family = _patterns().heads[hit.group(2)]
    start = hit.start(1)
    while lead := _patterns().lead.match(text, start, hit.end()):
        start = lead.end()
    long_enough = hit.start(2) - start >= need and hit.end() - start <= _LONGEST
    return _Practice(start, hit.end(), kind, family) if long_enough and not _plain(text, start, hit, family) else None


def _plain(text: str, start: int, hit: re.Match[str], family: str) -> bool:
    """Whether it is a word for any of its kind (激励机制), or a service of which no case is told (加强法律援助)."""
    if family == "service":
        return not text.startswith(_CASES, hit.end())
    return hit.group(2) == "机制" and text[start : hit.end()].removeprefix("职工") in words().generic


def _in_clause(text: str, start: int, end: int) -> Iterator[_Practice]:
    first = _object(text, start, end)
    if first is None:
        return
    whole = _patterns().joint.match(text, first, end)
    if whole:
        if found := _named(text, whole):
            yield found
        return
    for a, b in _items(text, first, end):
        hit = _patterns().item.match(text, a, b)
        if hit and (found := _named(text, hit)):
            yield found


def _in_block(text: str, block: Block) -> Iterator[_Practice]:
    if block.role in PROSE:
        for clause in _CLAUSE.finditer(text, block.start, block.end):
            yield from _in_clause(text, *clause.span())


def _again(text: str, article: Article, found: list[_Practice]) -> Iterator[_Practice]:
    """The other places of the article where a practice that was found stands again."""
    known = {text[p.start : p.end]: p for p in found if p.end - p.start >= _AGAIN}
    if known:
        names = re.compile(rf"(?:{either(known)})(?=$|[\s,。;:、!的和与及是])")
        taken = {p.start for p in found}
        for block in article.blocks:
            for hit in names.finditer(text, block.start, block.end):
                if hit.start() not in taken:
                    one = known[hit.group()]
                    yield _Practice(*hit.span(), one.kind, one.family)


def _mention(text: str, article: Article, practice: _Practice) -> Mention:
    start, end = practice.start, practice.end
    rule = f"practice.{practice.family}"
    return Mention("Initiative", start, end, text[start:end], article.id, rule, kind=practice.kind)


def unnamed(mentions: Sequence[LinkedMention]) -> frozenset[str]:
    """Ids of the entities that are practices without a name of their own wherever the page mentions them."""
    named = {m.entity for m in mentions if not m.mention.rule.startswith("practice.")}
    return frozenset(m.entity for m in mentions) - named


def find(page: Page, article: Article) -> list[Mention]:
    """The Initiative mentions of practices in an article, rule practice.<family>, in order of their place."""
    text = page.view
    found = [practice for block in article.blocks for practice in _in_block(text, block)]
    found += _again(text, article, found)
    return [_mention(text, article, practice) for practice in sorted(found, key=lambda p: (p.start, p.end))]
