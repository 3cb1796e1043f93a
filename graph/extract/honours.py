"""Honours: named awards and honorary titles, with the level or the region that belongs to the name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.extract import levels, quotes
from graph.extract.documents import titles
from graph.extract.initiative_words import head_after
from graph.files import folder, read_lines
from graph.records import Article, Block, Mention, Page

# Characters of an award's name behind a verb; the others end it.
_NAME = r"[^,。;:!?、“”‘’《》()\n了的并被将让]"
# Behind a quotation: what says that it is a title of honour.
_TITLE_AFTER = re.compile(r"\s?(?:等[^,。;“]{0,4})?的?(?:光荣|荣誉)*(?:称号|荣誉|奖项|奖牌|获得者|获奖者|证书)")
_CHOICE_AFTER = re.compile(r"\s?(?:等[^,。;“]{0,10})?(?:先进典型|典型|候选人)?的?(?:评选|评比|选树|推选|推荐|推荐评选|命名|表彰)")
_PERSONS_AFTER = re.compile(r"\s?\d+余?[名人位]")
_ORDINAL = re.compile(r"^(?:第[一二三四五六七八九十百\d]+届|首届)")
_LINK = re.compile(r"\s?(?:、|和|及|与|以及)?\s?")
_COUNT = re.compile(r"(?:一批|(?:国家|省部|省|市|区|县)级?(?:及)?以上|[\d一二三四五六七八九十百]+(?:余|多)?[个名位家项次枚块批])")
_YEAR = re.compile(r"\d{4}年?度?(?:全省|全市|全县|全区)?")
_CLAUSE = re.compile(r"[。;!?\n]")


@dataclass(frozen=True, slots=True)
class _Words:
    """Patterns of data/words/honour_*.t?? (see there): strengths tell how much context an award needs."""

    award: re.Pattern[str]
    levelled: re.Pattern[str]
    ranked: re.Pattern[str]
    superlative: re.Pattern[str]
    ending: re.Pattern[str]
    item: re.Pattern[str]
    verb: re.Pattern[str]
    awarding: frozenset[str]
    conferring: frozenset[str]
    opener: re.Pattern[str]


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _words() -> _Words:
    here = folder("data") / "words"
    heads = [line.split("\t") for line in read_lines(here / "honour_heads.tsv")]
    verbs = [line.split("\t") for line in read_lines(here / "honour_verbs.tsv")]
    whole = r"(?![励金品补学项惩助池牌])"
    every = _either([head for head, _ in heads])
    return _Words(
        award=re.compile(f"(?:{_either([head for head, strength in heads if strength == '3'])})"),
        levelled=re.compile(
            f"(?:{_either([head for head, strength in heads if strength == '2'])})"
            r"(?!精神|工匠|代表|先进|创新|事迹|宣讲|工作室|学院|论坛|协会|联盟|讲|故事|进)"
        ),
        ranked=re.compile(
            rf"(?:全国|国家级|省级|市级|全省|全市|中国|第[一二三四五六七八九十百\d]+届|首届){_NAME}{{2,16}}?(?:{_either(read_lines(here / 'honour_ranks.txt'))})"
            r"(?!建设|创建|评选|培训|推荐|申报|培育|名单|验收)"
        ),
        superlative=re.compile(
            rf"(?:十大|十佳|最美|百佳|优秀|杰出|先进){_NAME}{{0,8}}?(?:{_either(read_lines(here / 'honour_titles.txt'))})(?!评选|推荐|培训|选树)"
        ),
        ending=re.compile(f"(?:{every})$"),
        item=re.compile(rf"\s?“?((?:{_NAME}|“[^“”]{{1,20}}”){{0,30}}(?:{every})){whole}"),
        verb=re.compile(f"(?:{_either([verb for verb, _ in verbs])})(?:了|过)?"),
        awarding=frozenset(verb for verb, strength in verbs if strength >= "2"),
        conferring=frozenset(verb for verb, strength in verbs if strength == "3"),
        opener=re.compile(f"(?:{_either(read_lines(here / 'honour_openers.txt'))})"),
    )


def _named(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Awards that are known by name, with their level."""
    words = _words()
    for hit in words.award.finditer(text, start, end):
        yield levels.before(text, hit.start(), start), hit.end(), "honour.award"
    for hit in words.ranked.finditer(text, start, end):
        yield levels.before(text, hit.start(), start), hit.end(), "honour.ranked"
    for hit in words.superlative.finditer(text, start, end):
        first = levels.before(text, hit.start(), start)
        if first < hit.start():
            yield first, hit.end(), "honour.superlative"
    for hit in words.levelled.finditer(text, start, end):
        first = levels.before(text, hit.start(), start)
        if first < hit.start():
            yield first, hit.end(), "honour.level"


def _listed(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Awards behind a verb of awarding, one after another (荣获甲奖、乙先进集体)."""
    words = _words()
    for verb in words.verb.finditer(text, start, end):
        strong = verb.group().rstrip("了过") in words.awarding
        at = verb.end()
        while item := words.item.match(text, at, end):
            first, last = item.span(1)
            skip = _COUNT.match(text, first) or _YEAR.match(text, first)
            first = skip.end() if skip else first
            head = words.ending.search(text[first:last])
            level = levels.before(text, last - len(head.group()), first) < last - len(head.group()) if head else False
            named = head is not None and last - first >= len(head.group()) + 2
            if named and (strong or text[first - 1] == "“" or level or words.opener.match(text, first)):
                yield first, last, "honour.verb"
            at = last + (text[last : last + 1] == "”")
            link = _LINK.match(text, at, end)
            if not link or not link.group().strip():
                break
            at = link.end()


def row_is_honours(text: str, row: list[quotes.Quote], floor: int) -> bool:
    """Whether a row of quotations names titles of honour, by the verb before it, the noun behind it, or its own wording."""
    words = _words()
    last = row[-1]
    verb = _verb_before(text, row[0].outer[0], floor)
    if _TITLE_AFTER.match(text, last.outer[1]) or verb == "next":
        return True
    insides = [text[q.start : q.end] for q in row]
    titled = [bool(words.ending.search(inside)) for inside in insides]
    if any(words.award.fullmatch(inside) for inside in insides) or (any(titled) and _PERSONS_AFTER.match(text, last.outer[1])):
        return True
    if words.item.match(text, last.outer[1]) and text[last.outer[1]] != "等":
        return False
    choice = _CHOICE_AFTER.match(text, last.outer[1]) is not None
    if head_after(text, last.outer[1]) is not None and not choice:
        return False
    if all(bool(words.opener.match(inside)) and end for inside, end in zip(insides, titled, strict=True)):
        return True
    if (verb in {"next", "awarding"} and any(titled)) or (verb and all(words.opener.match(inside) for inside in insides)):
        return True
    return any(titled) and (choice or verb is not None)


def _verb_before(text: str, at: int, floor: int) -> str | None:
    """The verb before a quotation: `next` right behind one of awarding, `awarding` or `selecting` a few words behind one, else None."""
    words = _words()
    clause = _CLAUSE.split(text[max(floor, at - 24) : at])[-1].split(",")[-1]
    hits = list(words.verb.finditer(clause))
    gap = len(clause) - hits[-1].end() if hits else 99
    if gap > 12:
        return None
    if hits[-1].group().rstrip("了过") not in words.awarding:
        return "selecting"
    return "next" if gap == 0 and hits[-1].group().rstrip("了过") in words.conferring else "awarding"


def quoted(text: str, block: Block) -> list[quotes.Quote]:
    """The quotations of a block that are titles of honour."""
    marks = [q for q in quotes.find(text, block.start, block.end) if q.mark in "“「" and q.depth == 0]
    return [q for row in quotes.rows(text, marks) if row_is_honours(text, row, block.start) for q in row]


def _split(text: str, quote: quotes.Quote) -> Iterator[tuple[int, int, str]]:
    """A quotation that lists several titles (“甲奖、乙先进集体”) gives each of them, else itself."""
    parts = text[quote.start : quote.end].split("、")
    if len(parts) > 1 and all(_words().ending.search(part) for part in parts):
        at = quote.start
        for part in parts:
            yield at, at + len(part), "honour.quoted"
            at += len(part) + 1
    else:
        yield quote.start, quote.end, "honour.quoted"


def _again(text: str, article: Article, names: set[str]) -> Iterator[tuple[int, int, str]]:
    """The other places of an article where a quoted title stands again between marks."""
    bare = [name for name in names if len(name) >= 6]
    pattern = re.compile(_either(bare)) if bare else None
    for block in article.blocks:
        for hit in pattern.finditer(text, block.start, block.end) if pattern else ():
            yield hit.start(), hit.end(), "honour.repeated"
        for quote in quotes.find(text, block.start, block.end):
            if text[quote.start : quote.end] in names and head_after(text, quote.outer[1]) is None:
                yield quote.start, quote.end, "honour.repeated"


def find(page: Page, article: Article) -> list[Mention]:
    """The Honour mentions of an article by their start; where readings overlap the longest holds."""
    text = page.view
    spans: list[tuple[int, int, str]] = []
    titled: set[str] = set()
    for block in article.blocks:
        covered = [q.outer for q in titles(text, block.start, block.end)]
        marked = {(q.start, q.end) for q in quotes.find(text, block.start, block.end)}
        known = [s for s in _named(text, block.start, block.end) if s[2] == "honour.award" or s[:2] not in marked]
        titled.update(_ORDINAL.sub("", text[a:b]) for a, b, rule in known if rule == "honour.ranked")
        found = [*known, *_listed(text, block.start, block.end)]
        for quote in quoted(text, block):
            parts = list(_split(text, quote))
            found.extend(parts)
            titled.update(text[a:b] for a, b, _ in parts)
        spans.extend(s for s in found if not any(a < s[1] and s[0] < b for a, b in covered))
    spans.extend(_again(text, article, titled))
    kept: list[tuple[int, int, str]] = []
    for start, end, rule in sorted(spans, key=lambda s: (s[0] - s[1], s[0], s[2])):
        if all(end <= a or b <= start for a, b, _ in kept):
            kept.append((start, end, rule))
    return [Mention("Honour", start, end, text[start:end], article.id, rule) for start, end, rule in sorted(kept)]
