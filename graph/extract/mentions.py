"""All mentions of a page: every recogniser on every article, the longest span wins, names broken over two lines are cut to a half."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from graph.extract.bodies import bodies
from graph.extract.initiatives import practices, programmes, standing
from graph.extract.people import people
from graph.extract.places import regions
from graph.extract.places.gazetteer import gazetteer
from graph.extract.titles import documents, honours
from graph.records import Article, Mention, Page, replace

__all__ = ["find", "longest", "on_one_line"]

# Of two mentions with the same span the type that stands first here is kept: a titled text is a document whatever it is about,
# a zone that a list calls a unit is a body.
_ORDER = ("Document", "Honour", "Initiative", "Person", "Union", "Company", "Organization", "Region")
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
_LINK = re.compile("[与和同、]")
_LEAST = 5  # characters that half a broken name must have to tell what it is
_SHARE = 0.6  # and its share of the name


def find(page: Page, articles: Sequence[Article]) -> list[Mention]:
    """The mentions of a page in order of their place; no two overlap and none runs over a line break of the raw text."""
    found: list[Mention] = []
    for article in articles:
        named = bodies.find(page, article)
        found += named
        found += people.find(page, article, named)
        found += regions.find(page, article)
        found += programmes.find(page, article)
        found += documents.find(page, article)
        found += honours.find(page, article)
    whole = longest(_without_hosts(_without_twins(found)))
    named = longest(mention for article in articles for mention in [*practices.find(page, article), *standing.find(page, article)])
    whole = sorted([*whole, *_beside(named, whole)], key=lambda m: m.start)
    halves = (on_one_line(page, mention) for mention in whole)
    return [mention for mention in halves if mention is not None]


def _without_twins(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without the initiatives made of the very words of a body's full name: 某市总工会职工服务中心 is a body."""
    full = {(m.start, m.end) for m in mentions if m.type == "Organization" and m.rule.endswith(".full")}
    return [m for m in mentions if m.type != "Initiative" or (m.start, m.end) not in full or not _opens_with_place(m.text)]


def _opens_with_place(text: str) -> bool:
    return next((start == 0 for start, _, _ in gazetteer().scan(text)), False)


def _without_hosts(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions; an initiative that opens with two bodies (县人社局与县总工会联席会议) begins after them."""
    body_at = {m.start: m.end for m in mentions if m.type in {"Union", "Organization"}}
    kept = []
    for mention in mentions:
        first = body_at.get(mention.start)
        if mention.type == "Initiative" and first is not None and first < mention.end:
            link = _LINK.match(mention.text, first - mention.start)
            second = body_at.get(mention.start + link.end()) if link else None
            if second is not None and second + 2 <= mention.end:
                mention = replace(mention, start=second, text=mention.text[second - mention.start :])
        kept.append(mention)
    return kept


def _beside(mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """The mentions that overlap none of the others."""
    taken = {place for other in others for place in range(other.start, other.end)}
    return [mention for mention in mentions if taken.isdisjoint(range(mention.start, mention.end))]


def longest(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that no longer one overlaps, in order of their place."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start, _RANK[m.type], m.rule)):
        places = range(mention.start, mention.end)
        if places and taken.isdisjoint(places):
            kept.append(mention)
            taken.update(places)
    return sorted(kept, key=lambda m: m.start)


def on_one_line(page: Page, mention: Mention) -> Mention | None:
    """The mention, or its longer half with the whole text as `name` when a line break cuts it; None when no half says enough."""
    breaks = [place for place in range(mention.start + 1, mention.end) if "\n" in page.raw[page.ends[place - 1] : page.starts[place]]]
    if not breaks:
        return mention
    edges = [mention.start, *breaks, mention.end]
    start, end = max(pairwise(edges), key=lambda span: (span[1] - span[0], span[0]))
    if not _tells(page.view[start:end], mention):
        return None
    return replace(mention, start=start, end=end, text=page.view[start:end], name=mention.name or mention.text)


def _tells(half: str, mention: Mention) -> bool:
    """Whether half a name still identifies what it names."""
    if mention.type == "Person":
        return False
    if mention.type == "Region":
        return mention.text.endswith(half) and bool(gazetteer().candidates(half))
    return len(half) >= _LEAST and len(half) >= _SHARE * len(mention.text)
