"""What the relation rules read: an article's sentences with each mention folded into one sign.

A rule of the language ("A 联合 A 开展 I") must not care how long a name is or that a name holds a comma. So each sentence is
rewritten: every mention becomes one private-use character that stands for its type (`<A>` an actor: union, company,
organisation; `<P>` person; `<I>` initiative; `<R>` region; `<D>` document; `<H>` honour) and quotation marks vanish.
`compiled` turns the readable `<A>` of a pattern into that character.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from graph import alternation
from graph.extract.linking.cast import ACTORS, Cast
from graph.extract.linking.entities import Linked
from graph.extract.page.articles import sentences
from graph.extract.scenes.back import Found, Named, with_pointers
from graph.extract.scenes.cues import cues
from graph.files import folder, read_lines
from graph.records import Article, Entity, LinkedMention, Page

__all__ = ["ACTORS", "SIGNS", "Fact", "Item", "Scene", "Sentence", "compiled", "either", "generic", "scenes", "within"]

SIGNS = {"<A>": "\ue000", "<P>": "\ue001", "<I>": "\ue002", "<R>": "\ue003", "<D>": "\ue004", "<H>": "\ue005"}
_SIGN_OF = {
    "Union": SIGNS["<A>"], "Company": SIGNS["<A>"], "Organization": SIGNS["<A>"], "Person": SIGNS["<P>"],
    "Initiative": SIGNS["<I>"], "Region": SIGNS["<R>"], "Document": SIGNS["<D>"], "Honour": SIGNS["<H>"],
}  # fmt: skip
_DROPPED = re.compile("[“”\"‘’'「」『』《》〈〉 ]")
# Another name of what stands before it is no word of the sentence.
_ASIDE = re.compile(r"\((?:以下)?(?:统一)?简称[^()。]{1,24}\)")
_LONGEST = 1200  # characters of one reading; real sentences of the press stay below 800


@dataclass(frozen=True, slots=True)
class Item:
    """A mention inside a folded sentence: `at` its place in the folded text, `start`, `end` its view span."""

    at: int
    start: int
    end: int
    type: str
    entity: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A folded sentence: view span, the folded text, the view offset of each of its characters, its items in order.

    Equal only to itself, so that what is read from it once can be looked up fast.
    """

    start: int
    end: int
    role: str
    block: int
    text: str
    offsets: tuple[int, ...]
    items: tuple[Item, ...]

    def at(self, place: int) -> Item:
        """The item folded at a place; raises KeyError when the character there is no item."""
        index = bisect_left(self.items, place, key=lambda item: item.at)
        if index == len(self.items) or self.items[index].at != place:
            raise KeyError(place)
        return self.items[index]

    def inside(self, start: int, end: int, *types: str) -> list[Item]:
        """Items with start <= at < end, of the given types if any."""
        return [i for i in self.items if start <= i.at < end and (not types or i.type in types)]


@dataclass(frozen=True)
class Scene:
    """An article as the rules see it.

    `cast` holds the page's entities; `actors` are those bodies among them that the article mentions, or that no article mentions
    (a company known from its union's name). `home` is (adcode of the home region, entity id of the home union); both may be None.
    """

    page: Page
    article: Article
    sentences: tuple[Sentence, ...]
    cast: Cast
    actors: tuple[Entity, ...]
    home: tuple[str | None, str | None]

    @property
    def entities(self) -> Mapping[str, Entity]:
        """The page's entities by id."""
        return self.cast.entities

    @property
    def divisions(self) -> dict[str, str]:
        """The code of each division of the page and the region that bears it."""
        return self.cast.divisions

    @cached_property
    def home_region(self) -> Entity | None:
        """The region that the article is at home in, if the page names it."""
        return next((self.entities[region] for region in self.cast.coded(self.home[0] or "")), None)

    @cached_property
    def named_at(self) -> dict[str, list[tuple[Sentence, Item]]]:
        """Where the article names each entity: the sentence and the item, in reading order."""
        found: dict[str, list[tuple[Sentence, Item]]] = {}
        for sentence in self.sentences:
            for item in sentence.items:
                found.setdefault(item.entity, []).append((sentence, item))
        return found

    @cached_property
    def most(self) -> int:
        """How often the article names the body that it names most often."""
        return max((len(places) for one, places in self.named_at.items() if self.entities[one].type in ACTORS), default=0)

    def before(self, sentence: Sentence, place: int) -> Iterator[Item]:
        """What the article names before a place of a sentence, the last first."""
        yield from reversed(sentence.inside(0, place))
        for number in reversed(range(self._numbers[sentence])):
            yield from reversed(self.sentences[number].items)

    @cached_property
    def _numbers(self) -> dict[Sentence, int]:
        return {sentence: number for number, sentence in enumerate(self.sentences)}

    @cached_property
    def openings(self) -> dict[int, int]:
        """The number of each block and where its first sentence begins."""
        return {sentence.block: sentence.start for sentence in reversed(self.sentences)}

    def union_of(self, region: str) -> tuple[str, ...]:
        """The general union of a region, if the page knows it (at most one id)."""
        union = self.cast.unions.get(self.entities[region].adcode or "")
        return (union,) if union else ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A candidate relation, found by `rule` in a sentence."""

    head: str
    relation: str
    tail: str
    sentence: Sentence
    rule: str
    label: str = ""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A regular expression in which `<A>`, `<P>` ... stand for folded mentions."""
    for name, sign in SIGNS.items():
        pattern = pattern.replace(name, sign)
    return re.compile(pattern)


@cache
def either(*names: str) -> str:
    """A non-capturing alternation of the cue words of the named lists, longest first, but where another word begins (以及, 建议)."""
    found = alternation.either(word for name in names for word in cues()[name])
    return f"(?:(?!{alternation.either(cues()['no_cue'])}){found})" if "run" in names else found


@cache
def _practices() -> frozenset[str]:
    return frozenset(read_lines(folder("data") / "words" / "generic_initiatives.txt"))


def generic(name: str) -> bool:
    """Whether an initiative's name is a practice that every union has and calls so (集体协商); it says less about who runs it."""
    return name in _practices() or name.removesuffix("工作") in _practices() or name.removesuffix("活动") in _practices()


def within(code: str | None, ancestor: str | None) -> bool:
    """Whether a division lies inside another, by the levels of GB/T 2260."""
    if not code or not ancestor or code == ancestor:
        return False
    stem = ancestor[:2] if ancestor.endswith("0000") else ancestor[:4] if ancestor.endswith("00") else ancestor
    return code.startswith(stem)


def _fold(page: Page, start: int, end: int, found: Sequence[Found]) -> tuple[str, tuple[int, ...], tuple[Item, ...]]:
    text = ""
    offsets: list[int] = []
    items: list[Item] = []
    asides = [(*hit.span(), "", "") for hit in _ASIDE.finditer(page.view, start, end)]
    place = start
    for first, stop, kind, entity in sorted([*found, *asides, (end, end, "", "")], key=lambda one: one[0]):
        if first < place:
            continue  # inside an aside, or a part of the mention before
        for mark in _DROPPED.finditer(page.view, place, first):
            text += page.view[place : mark.start()]
            offsets += range(place, mark.start())
            place = mark.end()
        text += page.view[place:first]
        offsets += range(place, first)
        place = stop
        if kind:
            items.append(Item(len(text), first, stop, kind, entity, page.view[first:stop]))
            text += _SIGN_OF[kind]
            offsets.append(first)
    return text, tuple(offsets), tuple(items)


def _pieces(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or pieces of one that nobody ended (tables, lists): the rules read at most a few hundred characters at a time."""
    while end - start > _LONGEST:
        cut = max(view.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in ",;、\n ") + 1
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _sentences(page: Page, article: Article, mentions: Sequence[LinkedMention], starts: Sequence[int], named: Named) -> Iterator[Sentence]:
    for number, block in enumerate(article.blocks):
        for start, end in (piece for span in sentences(page, block) for piece in _pieces(page.view, *span)):
            inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
            found = [(m.mention.start, m.mention.end, m.mention.type, m.entity) for m in inside if m.mention.end <= end]
            text, offsets, items = _fold(page, start, end, with_pointers(page, start, end, found, named, number))
            yield Sentence(start, end, block.role, number, text, offsets, items)


def scenes(page: Page, articles: Iterable[Article], linked: Linked) -> Iterator[Scene]:
    """One scene for each article; mentions belong to the block that holds them."""
    mentions = sorted(linked.mentions, key=lambda m: (m.mention.start, -m.mention.end))
    starts = [m.mention.start for m in mentions]
    kinds = {entity.id: entity.kind for entity in linked.entities if entity.type == "Initiative"}
    cast = Cast({entity.id: entity for entity in linked.entities})
    mentioned = {m.entity for m in mentions}
    places = {entity.id: place for place, entity in enumerate(linked.entities) if entity.type in ACTORS}
    unmentioned = {place for id_, place in places.items() if id_ not in mentioned}
    for article in articles:
        found = tuple(_sentences(page, article, mentions, starts, Named(kinds)))
        here = {places[item.entity] for sentence in found for item in sentence.items if item.entity in places}
        actors = tuple(linked.entities[place] for place in sorted(here | unmentioned))
        adcode, union = linked.homes.get(article.id, (None, None))
        yield Scene(page, article, found, cast, actors, (adcode, union if union in cast.entities else None))
