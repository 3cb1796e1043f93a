"""The records that extraction hands on: pages, articles, mentions, entities, relations, statistics.

Offsets. A page has two texts: `raw`, the characters of the file, never changed, and `view`, the normalised reading text
(simplified characters, repaired radicals, joined lines, no markup). Records inside extraction speak of the view (fields
`start`, `end`); what is written to tables speaks of the raw text. `Page.raw_span` is the only way from one to the other.
Ends are exclusive everywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

__all__ = [
    "Article", "Block", "Byline", "Description", "Entity", "LinkedMention", "Mention", "Page", "PageFacts", "Relation",
    "Statistic", "entity_id", "replace",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read.

    `starts[i]` and `ends[i]` are the raw offsets of the characters that view character i stands for; `region` is the code of the
    division that its articles come from where the text does not tell.
    """

    name: str
    path: str
    raw: str
    view: str
    starts: Sequence[int]
    ends: Sequence[int]
    sha256: str = ""
    encoding: str = "utf-8"
    paper: str | None = None
    date: str | None = None
    region: str | None = None

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of a non-empty view span."""
        return self.starts[start], self.ends[end - 1]


PROSE = frozenset({"body", "note", "caption"})  # the roles of blocks that are running text


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of an article: view span and role.

    Roles: rubric, headline, subhead, byline, body, note (the editor's), caption, source, other (adverts, contact lines).
    """

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Byline:
    """A person who signs an article: view span of the name, role (author, reporter, correspondent, photographer)."""

    name: str
    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page. `blocks` are in reading order (a headline that stands after its body comes first)."""

    id: str
    page: str
    blocks: tuple[Block, ...]
    headline: str | None = None
    rubric: str | None = None
    source: str | None = None
    bylines: tuple[Byline, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the view that names one thing.

    `name` is what the recogniser knows of the canonical name without its context (None when the text itself says it);
    `adcode` the division that the name itself carries; `kind` the initiative's kind; `rule` the rule that found it.
    """

    type: str
    start: int
    end: int
    text: str
    article: str
    rule: str
    name: str | None = None
    adcode: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the world as a page knows it; `key` decides what is the same thing on other pages.

    `within`: of a place without a code of its own (a village, a zone) the code of the division in which it lies.
    """

    id: str
    type: str
    name: str
    key: str
    adcode: str | None = None
    kind: str | None = None
    aliases: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """head -relation-> tail (entity ids) with the view span of the evidence sentence."""

    head: str
    relation: str
    tail: str
    label: str
    start: int
    end: int
    article: str
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Statistic:
    """A figure: view span of the figure (`start`, `end`) and of its sentence."""

    subject: str
    measure: str
    value: float
    unit: str
    qualifier: str
    period: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    article: str
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class LinkedMention:
    """A mention and the id of its entity; `link` is the rule that chose the entity."""

    mention: Mention
    entity: str
    link: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """A sentence (view span) that is about an initiative; `how` is `named` (it names it) or `carried` (it goes on about it)."""

    entity: str
    start: int
    end: int
    article: str
    how: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Everything that extraction says about one page. `homes` maps article id to (home adcode, home union's entity id); `open` are the
    mentions that were found and stand for no entity, since the text leaves open for which."""

    page: Page
    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[LinkedMention, ...]
    relations: tuple[Relation, ...]
    statistics: tuple[Statistic, ...]
    descriptions: tuple[Description, ...] = ()
    homes: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    open: tuple[Mention, ...] = ()


def entity_id(kind: str, key: str) -> str:
    """Stable ASCII id of an entity: its type and a hash of its key (regions: the adcode itself).

    The same key gives the same id on every machine and in every run; no run order enters.
    """
    if kind == "Region" and key.isdigit():
        return f"region-{key}"
    return f"{kind.lower()}-{blake2b(f'{kind}|{key}'.encode(), digest_size=6).hexdigest()}"
