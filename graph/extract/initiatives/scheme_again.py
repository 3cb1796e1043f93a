"""The later, shorter namings of the initiatives that an article has named: the same words again, their noun, a part of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

import ahocorasick_rs

from graph.alternation import either
from graph.extract.initiatives.quoted_cues import Context
from graph.extract.initiatives.quoted_names import Name
from graph.extract.initiatives.scheme_edges import LONGEST, SERIAL, before, left_edge, trim, with_scope
from graph.extract.language.initiative_words import frame, frames, head_of, words
from graph.extract.language.segments import tokens
from graph.extract.page import quotes
from graph.records import Article, Block

__all__ = ["find"]

_PART = 3  # characters of a quoted part of a name
_POINTERS = {"本次", "此次", "这次", "本届", "这届", "这个"}
_CLOSING = {"”", "」"}
_LISTED = {"、", "和", "与", "及"}  # before the later ones of a list
_BETWEEN = re.compile("[、,· ]")
_LEAST = 2  # characters before the noun of a shorter naming
_TITLED = "示范点"  # a house that is one of those with this title
_OF_YEARS = re.compile(r"[\d一二两三四五六七八九十]年$")
_TELLABLE = 12  # names with one noun
_CALLED_SHORT = {"station", "competition", "event"}
_ALLIANCE = "联盟"
_ANY = ("有的", "各类")  # any facilities, none that was named
_COUNTED = re.compile(r"[\d一二两三四五六七八九十几多百千万余每这那][个家座处间所批]$")
_PARTY = r"[^,。;:!?\s“”《》、的了使把对将开次月与在]"


@cache
def _general_end() -> re.Pattern[str]:
    """The general word at the end of a name (联席会议|制度)."""
    return re.compile(rf"(?:{frame('general_end')})$")


@cache
def _meetings() -> frozenset[str]:
    """Standing meetings, which a text calls by their noun once it has named one in full."""
    return frozenset(frames()["meetings"])


_Nouns = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]


@cache
def _facilities() -> _Nouns:
    """The noun of a facility at the end of its name, behind its quoted name, and bare as the subject of what it has or does."""
    facility = frame("facility")
    return (
        re.compile(f"..({facility})$"),
        re.compile(rf"[”」》](?:[^,。;:“”由在和与向对把将]{{0,12}}?|[,\s]?(?:是|即)[^,。;:“”]{{2,30}}?)({facility})"),
        re.compile(
            rf"(?:(?<=[,。;月日])|(?<=\n))(?:{facility})"
            r"(?![一-鿿]?(?:[的、员长级型性化者里]|内(?![设部])|建设|负责人|成员))(?=[一-鿿])"
        ),
    )


@cache
def _events() -> _Nouns:
    """The same of contests and other events, which only the head of a sentence calls so: 大赛由……主办, 活动吸引……"""
    event = frame("events")
    return (
        re.compile(f"..({event})$"),
        re.compile(rf"[”」](?:[^,。;:“”、的由在和与向对把将]{{0,24}}?)({event})"),
        re.compile(rf"(?<=[。!?\n])(?:{event})(?={frame('event_goes_on')})"),
    )


def _variants(name: str) -> Iterator[str]:
    """A name, with spaces for dots and dots for spaces, and without the general word at its end (联席会议制度 -> 联席会议)."""
    yield name
    short = _general_end().sub("", name)
    if short != name and len(short) >= 5:
        yield short
    for one, other in ("· ", " ·"):
        if one in name:
            yield name.replace(one, other)
    tail = name.rpartition("·")[2]
    if tail != name and len(tail) >= 4 and head_of(tail):
        yield tail


def _main(text: str, article: Article, context: Context, kinds: dict[str, str | None]) -> Iterator[Name]:
    """Where an article calls the scheme of its headline by the bare noun (联席会议), once it has been named in full.

    Parties before the noun (工会与商会联席会议) and a general word behind it (制度) belong to the name.
    """
    found: dict[str, str | None] = {}
    for name, kind in kinds.items():
        bare = _general_end().sub("", name)
        noun = head_of(bare)
        if noun and noun.kind in {"mechanism", "station"} and noun.end - noun.start >= 4 and noun.need is not None:
            found[bare[noun.start :]] = kind
    for noun_text, kind in found.items():
        often = sum(text.count(noun_text, block.start, block.end) for block in article.blocks) >= 4
        practice = noun_text in words().generic and noun_text not in _meetings()
        if noun_text not in context.headline or practice or not often:
            continue
        pattern = re.compile(rf"(?:{_PARTY}+与{_PARTY}+)?{re.escape(noun_text)}(?:(?:制度|机制)(?!化))?")
        for block in article.blocks:
            for hit in pattern.finditer(text, block.start, block.end):
                verbs = list(words().hard_verb.finditer(text, hit.start(), hit.end()))
                yield Name(verbs[-1].end() if verbs else hit.start(), hit.end(), kind, ("repeated", "headline"))


def _short(text: str, article: Article, names: Iterable[Name], nouns: _Nouns) -> Iterator[Name]:
    """The facility or event just named, by its bare noun as the subject of what follows (……服务中心启用。中心集成九大功能)."""
    at_end, behind, subject = nouns
    called: list[tuple[Name, str]] = []
    for name in names:
        noun = at_end.search(text[name.start : name.end]) or behind.match(text, name.end)
        if noun and name.stands_for is None:
            called.append((name, noun.group(1)))
    for block in article.blocks:
        for hit in subject.finditer(text, block.start, block.end):
            earlier = [name for name, noun in called if noun == hit.group() and name.end <= hit.start()]
            if earlier:
                last = max(earlier, key=lambda n: n.end)
                yield Name(*hit.span(), last.kind, ("short",), text[last.start : last.end])


@cache
def _facility(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """One of the nouns at the end of a name or close behind its quotation, anywhere, and as a word by itself (no 驿站长)."""
    nouns = either(names)
    return re.compile(rf"(?:[”」][^,。;:“”、]{{0,10}}?|(?<=..))(?:{nouns})"), re.compile(nouns), re.compile(rf"(?:{nouns})(?!长|[”」])")


@cache
def _free() -> re.Pattern[str]:
    """What stands before a noun that has no words of its own (进|驿站; but 工会|驿站)."""
    return re.compile(rf"(?:^|[^一-鿿]|{frame('before_bare')}|{words().hard_verb.pattern})$")


def _bare(text: str, article: Article, context: Context, names: list[Name]) -> Iterator[Name]:
    """Where the headline names or counts facilities: the one named last before, by a bare noun (10家驿站, 站点面向……).

    A headline that has the bare noun itself (把驿站建进商圈) speaks of the kind, and so does its text.
    """
    for nouns in frames()["bare_facilities"]:
        named, noun, bare = _facility(tuple(nouns))
        titles = [before(context.headline, hit.start(), 6) for hit in noun.finditer(context.headline)]
        if not any(_COUNTED.search(said) or not _free().search(said) for said in titles):
            continue
        main = sorted((n for n in names if n.stands_for is None and _is_such(text, n, named)), key=lambda n: (n.end, -n.start))
        for block in (block for block in article.blocks if main and block.role != "rubric"):
            for hit in bare.finditer(text, block.start, block.end):
                said = text[max(block.start, hit.start() - 6) : hit.start()]
                if said.endswith(_ANY) or not (_COUNTED.search(said) or _free().search(said)):
                    continue
                earlier = (n for n in reversed(main) if n.end <= hit.start() and before(text, n.start) not in _LISTED)
                last = next(earlier, main[0])
                yield Name(*hit.span(), "station", ("short",), text[last.start : last.end])


def _alliance(text: str, article: Article, names: list[Name]) -> Iterator[Name]:
    """The one alliance of an article by its bare noun, wherever it stands (加入|联盟, 给|联盟|成员)."""
    found = {text[n.start : n.end] for n in names if n.stands_for is None and text.endswith(_ALLIANCE, n.start, n.end)}
    called = sorted(found, key=lambda name: (len(name), name))
    if not called or any(name not in called[-1] for name in called):
        return
    for block in article.blocks:
        for at in _places(text, _ALLIANCE, block):
            if _free().search(text[max(block.start, at - 6) : at]):
                yield Name(at, at + len(_ALLIANCE), "mechanism", ("short",), called[-1])


def _is_such(text: str, name: Name, named: re.Pattern[str]) -> bool:
    """Whether a name ends with a noun of the pattern, or has it behind its quotation."""
    own = any(hit.end() == name.end for hit in named.finditer(text, name.start, name.end))
    return own or named.match(text, name.end) is not None


def _repeated(text: str, article: Article, names: dict[str, str | None]) -> Iterator[Name]:
    """The other places of an article where a name that was found stands again, marked or not."""
    again = {form: kind for name, kind in names.items() if len(name) >= 3 and not name.endswith("工会") for form in _variants(name)}
    if not again:
        return
    automaton = ahocorasick_rs.AhoCorasick(sorted(again), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    for block in article.blocks:
        quoted = quotes.find(text, block.start, block.end)
        for _, first, last in automaton.find_matches_as_indexes(text[block.start : block.end]):
            start, end = block.start + first, block.start + last
            around = [q for q in quoted if q.start <= start and end <= q.end and (start, end) != (q.start, q.end)]
            said_of_another = before(text, start) in _CLOSING or text.startswith(_TITLED, end)
            if said_of_another or any(text.count("、", q.start, q.end) >= 2 or q.end - q.start <= end - start + 2 for q in around):
                continue
            yield Name(start, end, again[text[start:end]], ("repeated",))


def _initials(name: str) -> str:
    """The first characters of the parts of a name (学思想、当先锋、建新功 -> 学当建)."""
    return "".join(part[0] for part in _BETWEEN.split(name) if part).replace("两", "二")


def _parts(text: str, article: Article, names: list[Name]) -> Iterator[Name]:
    """Words out of a longer name of the article between quotation marks of their own (“技能之星”, once 港城职工技能之星 was named)."""
    kinds = {text[n.start : n.end]: n.kind for n in names}
    wholes = sorted((said for said in kinds if len(said) > _PART), key=lambda said: (len(said), said))
    shorts = {_initials(whole): whole for whole in reversed(wholes)}
    known = words()
    for block in article.blocks:
        for quote in quotes.find(text, block.start, block.end):
            said = text[quote.start : quote.end]
            general = said in known.formulas or said in known.figures or said in known.generic
            if len(said) < _PART or quote.mark in "《〈" or said in kinds or general:
                continue
            if whole := shorts.get(said) or next((whole for whole in wholes if said in whole), None):
                yield Name(quote.start, quote.end, kinds[whole], ("quoted part",), whole)


def _opens(text: str, at: int, floor: int) -> bool:
    """Whether a noun phrase can begin at `at`: behind a mark, a particle, a pointer or a verb that runs something."""
    if before(text, at) == "的" or before(text, at, 2) in _POINTERS or left_edge(text, max(floor, at - LONGEST), at) == at:
        return True
    return words().soft_end.search(text[max(floor, at - 6) : at]) is not None


def _skipping(text: str, floor: int, end: int, whole: str) -> int:
    """Where the longest wording begins that ends at text[end] and whose characters stand in `whole` in their order."""
    at, left = end, len(whole)
    while at > floor and (left := whole.rfind(text[at - 1], 0, left)) >= 0:
        at -= 1
    return at


def _by_noun(text: str, names: list[Name]) -> dict[str, dict[str, Name]]:
    """The names by the shortest noun with which they end; without nouns that more names share than a reader could tell apart."""
    found: dict[str, dict[str, Name]] = defaultdict(dict)
    for name in sorted(names, key=lambda name: name.start - name.end):  # the longest names first: it is they that are shortened
        whole = text[name.start : name.end]
        noun = head_of(whole)
        if name.stands_for is None and name.cues[:1] != ("known",) and noun and noun.need is not None:
            found[next(whole[at:] for at in range(len(whole) - 1, -1, -1) if whole[at:] in words().heads)][whole] = name
    return {noun: wholes for noun, wholes in found.items() if len(wholes) <= _TELLABLE}


def _in_fewer_words(text: str, article: Article, names: list[Name]) -> Iterator[Name]:
    """What a headline or the text calls by fewer of its words and the same noun (青岛船员大赛 for 青岛市第三届船员技能大赛)."""
    by_noun = _by_noun(text, names)
    for block in article.blocks:
        starts: frozenset[int] = frozenset()
        for noun, wholes in by_noun.items():
            freely = block.role == "headline" or words().heads[noun][0] in _CALLED_SHORT
            if not freely and not any(f"年{noun}" in whole for whole in wholes):
                continue  # outside a headline only contests, facilities and what lasts so many years (三年行动) are so called
            for at in _places(text, noun, block):
                if not freely and not _OF_YEARS.search(before(text, at, 2)):
                    continue
                starts = starts or frozenset(token.start for token in tokens(text[block.start : block.end], block.start))
                for whole, name in wholes.items():
                    if short := _shorter(text, block, (at, at + len(noun)), whole, starts):
                        yield Name(*short, name.kind, ("shortened",), whole)


def _places(text: str, noun: str, block: Block) -> Iterator[int]:
    """Where a noun begins in a block."""
    at = text.find(noun, block.start, block.end)
    while at >= 0:
        yield at
        at = text.find(noun, at + 1, block.end)


def _shorter(text: str, block: Block, noun: tuple[int, int], whole: str, starts: frozenset[int]) -> tuple[int, int] | None:
    """The span of a naming of `whole` in fewer words that ends with the noun; None when no such noun phrase stands there.

    It begins behind verbs and counts, at a word of the text (`starts`).
    """
    at, end = noun
    kind = words().heads[text[at:end]][0]
    first = _skipping(text, block.start, at, whole[: at - end])
    first = max([first, *(verb.end() for verb in words().hard_verb.finditer(text, first, at))])
    first = next((place for place in range(first, at) if place in starts), at)
    first = trim(text, first, at) if first < at else at
    if at - first < _LEAST or (block.role != "headline" and not _opens(text, first, block.start)):
        return None
    first = with_scope(text, first, kind)
    said = text[first:end]
    own = said != whole and said not in words().generic and said not in words().known
    return (first, end) if own and before(text, first) not in _CLOSING else None


def find(text: str, article: Article, context: Context, names: list[Name]) -> list[Name]:
    """The namings beside `names`, those that the article's own wording gave; a shorter one stands for the longer name."""
    kinds = {text[n.start : n.end]: n.kind for n in names if n.stands_for is None}
    again = [*_repeated(text, article, kinds), *_main(text, article, context, kinds)]
    again += [*_parts(text, article, names), *_in_fewer_words(text, article, names)]
    named = [*names, *again]
    short = [*_short(text, article, named, _facilities()), *_short(text, article, (n for n in named if n.kind in SERIAL), _events())]
    return [*again, *short, *_bare(text, article, context, named), *_alliance(text, article, named)]
