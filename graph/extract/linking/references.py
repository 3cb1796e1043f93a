"""What the bodies of a page that are already known offer to later mentions: the same name again, a shortened name, 公司 alone."""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from graph.extract.linking.body_forms import UNION_HEAD, is_full_company, names_owner, of_branch
from graph.extract.linking.context import Context
from graph.extract.linking.identity import Identity, fold
from graph.extract.linking.short_names import core_edges, is_shortened
from graph.extract.places.gazetteer import gazetteer
from graph.records import Mention

__all__ = ["References"]

_Entry = tuple[int, int, str, Identity]  # end, start, type, identity


class References:
    """The known bodies of a page, article by article in the order of their places."""

    def __init__(self, context: Context, mentions: Sequence[Mention]) -> None:
        self._context = context
        self._entries: dict[str, list[_Entry]] = defaultdict(list)
        self._told: dict[tuple[str, str, str], Identity] = {}
        self._full: dict[tuple[str, str], list[tuple[str, Identity]]] = defaultdict(list)
        self._named: dict[str, list[tuple[int, _Entry]]] = defaultdict(list)
        self._order = {article: number for number, article in enumerate(context.articles)}
        for mention in mentions:
            if mention.type == "Union":
                self._add_company_of(mention)

    def _add_company_of(self, union: Mention) -> None:
        """The company inside the name of its union is known, too."""
        head = UNION_HEAD.search(union.text)
        base = union.text[: head.start()] if head else ""
        if is_full_company(base):
            place = self._context.place_at(union.article, union.start, union.start + len(base))
            code = place.code if place is not None else None
            identity = Identity(fold(base), base, 2, "name", code)
            self._insert(union, "Company", identity)
            self._full["Company", fold(base)].append((union.article, identity))

    def _insert(self, mention: Mention, kind: str, identity: Identity) -> None:
        entry = (mention.end, mention.start, kind, identity)
        if not names_owner(self._context.view, mention.start, mention.end):
            insort(self._entries[mention.article], entry, key=lambda entry: entry[:2])
        if identity.rank == 2:
            for edge in core_edges(identity.name):
                self._named[edge].append((self._order[mention.article], entry))

    def add(self, mention: Mention, identity: Identity) -> None:
        """Make a body known."""
        if identity.rank:
            self._insert(mention, mention.type, identity)
        if identity.rank == 1:
            self._told[mention.article, mention.type, fold(mention.text)] = identity
        if identity.rank == 2:
            self._full[mention.type, fold(mention.text)].append((mention.article, identity))

    def again(self, mention: Mention, name: str) -> Identity | None:
        """The body that the page names so in full, in the same article if there is one; or the article with a bare tier (市快递协会)."""
        same = self._full.get((mention.type, fold(name)))
        if not same:
            told = self._told.get((mention.article, mention.type, fold(name))) if mention.name == name else None
            return replace(told, rank=0, link="again") if told is not None else None
        identity = next((i for article, i in same if article == mention.article), same[0][1])
        return replace(identity, rank=0, link="again")

    def left(self, mention: Mention, body: Identity) -> bool:
        """Whether the place that the article has named last before the mention lies elsewhere than the body."""
        last = next(self._context.before(mention.article, mention.start), None)
        if last is None or body.adcode is None:
            return False
        within = gazetteer().within
        return not within(last.code, body.adcode) and not within(body.adcode, last.code)

    def called(self, name: str) -> Identity | None:
        """The company or organisation whose full name this is."""
        return next((same[0][1] for kind in ("Company", "Organization") if (same := self._full.get((kind, fold(name))))), None)

    def shortened(self, mention: Mention, short: str, types: frozenset[str]) -> Identity | None:
        """The one full name of the article, else of the page, that `short` shortens; of several the one named last before."""
        near = {one: None for edge in core_edges(short) for one in self._named.get(edge, ()) if one[1][2] in types}
        fitting = {name for name in {entry[3].name for _, entry in near} if is_shortened(short, name)}
        named = sorted(((number, entry) for number, entry in near if entry[3].name in fitting), key=lambda one: (one[0], one[1][:2]))
        own = self._order[mention.article]
        for here in (True, False):
            fits = [entry for number, entry in named if (number == own) is here]
            if len({entry[3].key for entry in fits}) > 1:
                fits = [entry for entry in fits if entry[0] <= mention.start][-1:]
                return replace(fits[0][3], rank=0, link="shortened") if fits else None
            if fits:
                return replace(fits[0][3], rank=0, link="shortened")
        return None

    def nearest(self, mention: Mention, noun: str | tuple[str, ...] | None, types: frozenset[str]) -> Identity | None:
        """The body named last before the mention in its article, its name ending in `noun` (or one of several)."""
        entries = self._entries[mention.article]
        for place in range(bisect_right(entries, mention.start, key=lambda entry: entry[0]) - 1, -1, -1):
            _, _, kind, identity = entries[place]
            if noun == "区总工会" and identity.name.endswith("地区总工会"):
                continue
            if kind in types and (noun is None or identity.name.endswith(noun) or (kind == "Company" and _is_firm(noun))):
                return replace(identity, rank=0, link="nearest")
        return None

    def union_of(self, mention: Mention, endings: tuple[str, ...]) -> Identity | None:
        """The union that 公司工会 means when the body named last has none in the article, but another of its kind has: that other's."""
        entries = [e for e in self._entries[mention.article] if e[0] <= mention.start]
        unions = [e[3] for e in entries if e[2] == "Union" and e[3].rank and e[3].name.removesuffix("工会").endswith(endings)]
        unions = [union for union in unions if not of_branch(union.name) or "煤矿" in endings]
        last = next((e[3] for e in reversed(entries) if e[2] in {"Company", "Organization"} and e[3].name.endswith(endings)), None)
        if not unions or any(last is not None and union.name == last.name + "工会" for union in unions):
            return None
        return replace(unions[-1], rank=0, link="nearest")


def _is_firm(noun: str | tuple[str, ...]) -> bool:
    return noun in _COMPANY_NOUNS or (isinstance(noun, tuple) and noun[0] in _COMPANY_NOUNS)


_COMPANY_NOUNS = frozenset({"公司", "集团", "企业", "厂"})
