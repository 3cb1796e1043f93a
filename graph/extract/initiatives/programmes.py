"""Initiatives: programmes, campaigns, competitions, mechanisms, platforms, stations, columns that the text names."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from graph.extract.initiatives import quoted_names, scheme_again, scheme_houses, schemes
from graph.extract.initiatives.quoted_cues import Context
from graph.extract.initiatives.quoted_names import Name
from graph.extract.initiatives.scheme_edges import before
from graph.extract.language.initiative_words import frame, head_after, words
from graph.extract.page import quotes
from graph.extract.titles import documents, honours
from graph.records import Article, Block, Mention, Page

_RUBRIC = re.compile(r"[【\[]([^【】\[\]]{2,12})[】\]]")
# Right behind a quoted name it is only what that is (“……”两节送温暖活动).
_CARE = re.compile(r"(?<!”)(?<!”..)(?:元旦春节|新春|(?<![今去入])[春夏秋冬])?送(?:清凉|温暖)")
_IN_PLACE = re.compile(r"(?<![存现实正所潜内外])在(?![职岗校线建])[一-鿿]{2}")
_CARRIED_OUT = re.compile(r"[”」]?(?:系列|专项|慰问|集中|主题){0,3}(?:活动|行动|工程|专项资金|慰问组)")
_APART = re.compile("[—、\n]")
_OPENING = {"“", "「", "‘"}
# Cues that are rules of their own, and those of names without marks (initiative.unquoted.verb).
_RULES = {"rubric", "title marks", "known", "repeated", "short", "quoted part", "shortened", "phrase", "serial"}
_UNQUOTED = {"verb", "begins", "ordinal", "placed", "place", "site", "person", "bringing", "hosted", "part", "subject", "coined", "online"}


@cache
def _for_whom() -> re.Pattern[str]:
    """Whom care is for, behind what is done (启动了|关爱快递小哥|送温暖慰问活动): a verb of care and its object, or people."""
    free = r"(?:(?![在于向对为里中上内前后]|开展|启动|举办)[一-鿿])"
    return re.compile(rf"(?:开展|启动|举办|组织)了?((?:{frame('care')}){free}{{2,8}}|{free}{{0,6}}(?:{frame('people')}))$")


def context_of(page: Page, article: Article) -> Context:
    """How often things are quoted, what the headline says, and which quotations are titles of honour."""
    counts: Counter[str] = Counter()
    taken: set[tuple[int, int]] = set()
    for block in article.blocks:
        counts.update(page.view[q.start : q.end] for q in quotes.find(page.view, block.start, block.end))
        taken.update(q.outer for q in honours.quoted(page.view, block))
    headline = " ".join(page.view[b.start : b.end] for b in article.blocks if b.role == "headline")
    return Context(counts, headline, frozenset(taken))


def _columns(text: str, block: Block) -> Iterator[Name]:
    """Columns between title marks, and the rubric over an article when the page speaks of it as a column, too."""
    titled = documents.titles(text, block.start, block.end)
    for title in titled:
        if text[title.start : title.end] in documents.column_names(text):
            yield Name(title.start, title.end, "column", ("title marks", "head"))
    rubric = _RUBRIC.search(text, block.start, block.end) if block.role == "rubric" else None
    if rubric and rubric.group(1) in documents.column_names(text):
        yield Name(*rubric.span(1), "column", ("rubric",))


@lru_cache(maxsize=1)
def _named(text: str) -> tuple[tuple[str, str], ...]:
    """The nationwide campaigns that a page names, and their kinds; most pages name few."""
    return tuple((name, kind) for name, kind in words().known.items() if name in text)


def _known(text: str, block: Block) -> Iterator[Name]:
    """Nationwide campaigns that are written without marks, too."""
    for name, kind in _named(text):
        at = text.find(name, block.start, block.end)
        while at >= 0:
            end = scheme_houses.with_site(text, at + len(name))
            # 金秋助学金 is money, 职工书屋示范点 a title
            goes_on = text.startswith(("金", "示范点"), end) or before(text, at) in {"”", "」", "今", "入", "去"}
            listed = end == at + len(name) and kind == "station" and "、" in (before(text, at), text[at + len(name) : at + len(name) + 1])
            if not goes_on and not listed:
                yield Name(scheme_houses.with_sort(text, at) if kind == "station" else at, end, kind, ("known",))
            at = text.find(name, at + len(name), block.end)


def _care(text: str, article: Article) -> Iterator[Name]:
    """The care campaigns that every union runs (送清凉), in an article that tells of its own as of an activity."""
    hits = [hit for block in article.blocks for hit in _CARE.finditer(text, block.start, block.end)]
    if any(_CARRIED_OUT.match(text, hit.end()) for hit in hits):
        for hit in hits:
            whom = _for_whom().search(text, max(0, hit.start() - 16), hit.start())
            longer = _CARRIED_OUT.match(text, hit.end()) if whom and whom.end() == hit.start() else None
            if whom and longer:
                yield Name(whom.start(1), longer.end(), "campaign", ("verb", "own head"))
            else:
                yield Name(*hit.span(), "campaign", ("known",))


def _is_clause(text: str, name: Name) -> bool:
    """Whether a name without quotation marks holds 在 and a place, so that it is a clause: 服务站|在市区联系点."""
    quoted = before(text, name.start) in _OPENING or "“" in text[name.start : name.end]
    return not quoted and _IN_PLACE.search(text, name.start + 2, name.end) is not None


def _whole(text: str, names: list[Name]) -> list[Name]:
    """The names without those that are only the noun of a quoted name before them (“……杯”|某市演讲比赛, “……”云南工会|托管班)."""
    nouns = []
    for name in names:
        if text[name.end : name.end + 1] in {"”", "」"}:
            head = head_after(text, name.end + 1)
            nouns.append((name.end + 1, max(head.end if head else 0, name.end + 2)))
    parts = [n for n in names if any(a <= n.start < b and not _APART.search(text, a, n.start) for a, b in nouns)]
    return [n for n in names if n not in parts or before(text, n.start) in {"“", "「"}]


def _order(name: Name) -> int:
    """The order of rules where two find the same span: what a name is short for tells most, but stations share their words with others.

    All others count in the order in which they were found: columns, quotations, unquoted names, known campaigns, repetitions.
    """
    return 0 if name.cues[:1] == ("shortened",) and name.kind != "station" else 1


def _longest(names: list[Name], covered: list[tuple[int, int]]) -> list[Name]:
    """The longest of the names that overlap and stand in no title, by their start; of equal ones the first by `_order`."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start - n.end, n.start, _order(n))):
        if all(name.end <= k.start or k.end <= name.start for k in kept) and not any(a <= name.start and name.end <= b for a, b in covered):
            kept.append(name)
    return sorted(kept, key=lambda n: n.start)


def find(page: Page, article: Article) -> list[Mention]:
    """The Initiative mentions of an article by their start; the span is the name without its outer quotation marks."""
    text = page.view
    context = context_of(page, article)
    names: list[Name] = []
    covered: list[tuple[int, int]] = []
    for block in article.blocks:
        titled = documents.titles(text, block.start, block.end)
        covered += [t.outer for t in titled if text[t.start : t.end] not in documents.column_names(text)]
        names += [*_columns(text, block), *quoted_names.find(text, block, context)]
        names += [*schemes.find(text, block), *_known(text, block)]
    names += _care(text, article)
    names = _whole(text, [name for name in names if not _is_clause(text, name)])
    names += scheme_again.find(text, article, context, names)
    kept = [(n, text[n.start : n.end], _rule(text, n)) for n in _longest(names, covered)]
    return [Mention("Initiative", n.start, n.end, said, article.id, rule, name=n.stands_for, kind=n.kind) for n, said, rule in kept]


def _rule(text: str, name: Name) -> str:
    """The rule that found a name: a cue that is one, the quotation marks around it, or the first cue of a name without marks."""
    cue = name.cues[0] if name.cues else ""
    if cue in _RULES:
        return f"initiative.{cue.replace(' ', '-')}"
    return f"initiative.unquoted.{cue}" if cue in _UNQUOTED and before(text, name.start) not in _OPENING else "initiative.quoted"
