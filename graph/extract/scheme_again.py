"""The later, shorter namings of the initiatives that an article has named: the same words again, their noun, a part of them."""

import re
from collections.abc import Iterator
from functools import cache

from graph.extract import quotes
from graph.extract.initiative_words import frame, head_of, words
from graph.extract.quoted_cues import Context
from graph.extract.quoted_names import Name
from graph.records import Article

__all__ = ["find"]

# In an article about a facility each bare 驿站 is that one; no part of another name (驿站长, 工会驿站).
_BARE = re.compile(r"(?:(?<![一-鿿])|(?<=[个家座处的该各到在进走过把将为让从对就近给以被是有每类市县区证设理用托造入放]))驿站(?!长)")
_PARTY = r"[^,。;:!?\s“”《》、的了使把对将开次月与在]"


@cache
def _general_end() -> re.Pattern[str]:
    """The general word at the end of a name (联席会议|制度)."""
    return re.compile(rf"(?:{frame('general_end')})$")


@cache
def _nouns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The noun of a facility or contest at the end of its name, behind its quoted name, and bare as the subject of what it has or does."""
    facility, contest = frame("facility"), frame("contest")
    opened = r"(?:(?<=[,。;月日])|(?<=\n))"
    return (
        re.compile(f"..({facility}|{contest})$"),
        re.compile(rf"[”」》][^,。;:“”]{{0,12}}?({facility}|{contest})"),
        re.compile(
            rf"{opened}(?:{facility})(?={frame('facility_goes_on')})"
            rf"|{opened}(?:本[次届])?(?:{contest})(?={frame('contest_goes_on')}|[从于自]\d|以[^,。]{{2,12}}为主题)"
        ),
    )


def _variants(name: str) -> Iterator[str]:
    """A name and its shorter form without the general word at its end (联席会议制度 -> 联席会议)."""
    yield name
    short = _general_end().sub("", name)
    if short != name and len(short) >= 5:
        yield short
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
        if noun_text not in context.headline or noun_text in words().generic - {"联席会议"} or not often:
            continue
        pattern = re.compile(rf"(?:{_PARTY}+与{_PARTY}+)?{re.escape(noun_text)}(?:(?:制度|机制)(?!化))?")
        for block in article.blocks:
            for hit in pattern.finditer(text, block.start, block.end):
                verbs = list(words().hard_verb.finditer(text, hit.start(), hit.end()))
                yield Name(verbs[-1].end() if verbs else hit.start(), hit.end(), kind, ("repeated", "headline"), 2.5)


def _short(text: str, article: Article, names: list[Name]) -> Iterator[Name]:
    """The facility just named, by its bare noun as the subject of what follows (……服务中心启用。中心集成九大功能)."""
    at_end, behind, subject = _nouns()
    called: list[tuple[Name, str]] = []
    for name in names:
        noun = at_end.search(text[name.start : name.end]) or behind.match(text, name.end)
        if noun and name.stands_for is None:
            called.append((name, noun.group(1)))
    for block in article.blocks:
        for hit in subject.finditer(text, block.start, block.end):
            said = hit.group().removeprefix("本次").removeprefix("本届")
            before = [name for name, noun in called if noun == said and name.end <= hit.start()]
            if before:
                last = max(before, key=lambda n: n.end)
                yield Name(hit.end() - len(said), hit.end(), last.kind, ("short",), 2.5, text[last.start : last.end])


def _bare(text: str, article: Article, context: Context, names: list[Name]) -> Iterator[Name]:
    """The facility of the headline by its bare noun wherever the article says it (10家驿站, 驿站面向……)."""
    full = {text[n.start : n.end] for n in names if n.stands_for is None and text[n.start : n.end].endswith("驿站")}
    main = [name for name in full if name in context.headline]
    if len(main) == 1:
        for block in article.blocks:
            for hit in _BARE.finditer(text, block.start, block.end):
                yield Name(*hit.span(), "station", ("short",), 2.5, main[0])


def _repeated(text: str, article: Article, names: dict[str, str | None]) -> Iterator[Name]:
    """The other places of an article where a name that was found stands again, marked or not."""
    again = {form: kind for name, kind in names.items() if len(name) >= 3 and not name.endswith("工会") for form in _variants(name)}
    if not again:
        return
    pattern = re.compile("|".join(re.escape(name) for name in sorted(again, key=lambda n: (-len(n), n))))
    for block in article.blocks:
        quoted = quotes.find(text, block.start, block.end)
        for hit in pattern.finditer(text, block.start, block.end):
            around = [q for q in quoted if q.start <= hit.start() and hit.end() <= q.end and hit.span() != (q.start, q.end)]
            if any(text.count("、", q.start, q.end) >= 2 or q.end - q.start <= len(hit.group()) + 2 for q in around):
                continue
            yield Name(*hit.span(), again[hit.group()], ("repeated",), 2.5)


def find(text: str, article: Article, context: Context, names: list[Name]) -> list[Name]:
    """The namings beside `names`, those that the article's own wording gave; a shorter one stands for the longer name."""
    kinds = {text[n.start : n.end]: n.kind for n in names if n.stands_for is None}
    again = [*_repeated(text, article, kinds), *_main(text, article, context, kinds)]
    named = [*names, *again]
    return [*again, *_short(text, article, named), *_bare(text, article, context, named)]
