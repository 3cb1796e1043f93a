"""Initiatives: programmes, campaigns, competitions, mechanisms, platforms, stations, columns that the text names."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from graph.extract import documents, honours, quoted_names, quotes, scheme_headlines, scheme_houses, schemes
from graph.extract.initiative_words import frame, head_after, head_of, words
from graph.extract.quoted_names import Context, Name
from graph.records import Article, Block, Mention, Page

_RUBRIC = re.compile(r"[【\[]([^【】\[\]]{2,12})[】\]]")
# Right behind a quoted name it is only what that is (“……”两节送温暖活动).
_CARE = re.compile(r"(?<!”)(?<!”..)(?:元旦春节|新春|(?<![今去入])[春夏秋冬])?送(?:清凉|温暖)")
_IN_PLACE = re.compile(r"(?<![存现实正所潜内外])在(?![职岗校线建])[一-鿿]{2}")
_CARRIED_OUT = re.compile(r"[”」]?(?:系列|专项|慰问|集中|主题){0,3}(?:活动|行动|工程|专项资金|慰问组)")
_APART = re.compile("[—、\n]")
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


def _context(page: Page, article: Article) -> Context:
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
            yield Name(title.start, title.end, "column", ("title marks", "head"), 5.0)
    rubric = _RUBRIC.search(text, block.start, block.end) if block.role == "rubric" else None
    if rubric and rubric.group(1) in documents.column_names(text):
        yield Name(*rubric.span(1), "column", ("rubric",), 3.0)


def _known(text: str, block: Block) -> Iterator[Name]:
    """Nationwide campaigns that are written without marks, too."""
    for name, kind in words().known.items():
        at = text.find(name, block.start, block.end)
        while at >= 0:
            end = scheme_houses.with_site(text, at + len(name))
            goes_on = text[end : end + 1] == "金" or text[at - 1] in "”」今入去"  # 金秋助学金 is money
            listed = end == at + len(name) and kind == "station" and "、" in (text[at - 1 : at], text[at + len(name) : at + len(name) + 1])
            if not goes_on and not listed:
                yield Name(scheme_houses.with_sort(text, at) if kind == "station" else at, end, kind, ("known",), 3.0)
            at = text.find(name, at + len(name), block.end)


def _care(text: str, article: Article) -> Iterator[Name]:
    """The care campaigns that every union runs (送清凉), in an article that tells of its own as of an activity."""
    hits = [hit for block in article.blocks for hit in _CARE.finditer(text, block.start, block.end)]
    if any(_CARRIED_OUT.match(text, hit.end()) for hit in hits):
        for hit in hits:
            yield Name(*hit.span(), "campaign", ("known",), 3.0)


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


def _is_clause(text: str, name: Name) -> bool:
    """Whether a name without quotation marks holds 在 and a place, so that it is a clause: 服务站|在市区联系点."""
    quoted = text[name.start - 1 : name.start] in {"“", "「", "‘"} or "“" in text[name.start : name.end]
    return not quoted and _IN_PLACE.search(text, name.start + 2, name.end) is not None


def _whole(text: str, names: list[Name]) -> list[Name]:
    """The names without those that are only the noun of a quoted name before them (“……杯”|某市演讲比赛, “……”云南工会|托管班)."""
    nouns = []
    for name in names:
        if text[name.end : name.end + 1] in {"”", "」"}:
            head = head_after(text, name.end + 1)
            nouns.append((name.end + 1, max(head.end if head else 0, name.end + 2)))
    parts = [n for n in names if any(a <= n.start < b and not _APART.search(text, a, n.start) for a, b in nouns)]
    return [n for n in names if n not in parts or text[n.start - 1] in "“「"]


def _longest(names: list[Name], covered: list[tuple[int, int]]) -> list[Name]:
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start - n.end, n.start, -n.score)):
        if all(name.end <= k.start or k.end <= name.start for k in kept) and not any(a <= name.start and name.end <= b for a, b in covered):
            kept.append(name)
    return sorted(kept, key=lambda n: n.start)


def find(page: Page, article: Article) -> list[Mention]:
    """The Initiative mentions of an article by their start; the span is the name without its outer quotation marks."""
    text = page.view
    context = _context(page, article)
    names: list[Name] = []
    covered: list[tuple[int, int]] = []
    for block in article.blocks:
        titled = documents.titles(text, block.start, block.end)
        covered += [t.outer for t in titled if text[t.start : t.end] not in documents.column_names(text)]
        names += [*_columns(text, block), *quoted_names.find(text, block, context)]
        names += [*schemes.find(text, block), *_known(text, block)]
    names += [*_care(text, article), *scheme_headlines.find(text, article)]
    names = _whole(text, [name for name in names if not _is_clause(text, name)])
    kinds = {text[n.start : n.end]: n.kind for n in names if n.stands_for is None}
    names += [*_repeated(text, article, kinds), *_main(text, article, context, kinds)]
    names += [*_short(text, article, names), *_bare(text, article, context, names)]
    return [
        Mention("Initiative", n.start, n.end, text[n.start : n.end], article.id, _rule(n), name=n.stands_for, kind=n.kind, cues=n.cues)
        for n in _longest(names, covered)
    ]


def _rule(name: Name) -> str:
    for rule in ("rubric", "title marks", "known", "repeated", "explained", "short"):
        if name.cues[:1] == (rule,):
            return f"initiative.{rule.replace(' ', '-')}"
    return "initiative.quoted"
