"""Mentions -> entities: home region and union of an article, short and deictic forms, canonical names, keys."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.records import Article, Entity, LinkedMention, Mention, Page

__all__ = ["Linked", "link"]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking knows of a page. `homes` maps article id to (home adcode, home union's entity id)."""

    entities: tuple[Entity, ...]
    mentions: tuple[LinkedMention, ...]
    homes: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)


def link(page: Page, articles: Sequence[Article], mentions: Sequence[Mention]) -> Linked:
    """The entities of a page and the entity of each mention."""
    raise NotImplementedError
