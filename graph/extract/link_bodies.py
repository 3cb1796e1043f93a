"""Unions, companies and organisations: which body a full, short or deictic form means."""

import re
from collections.abc import Iterator, Sequence

from graph.extract.context import TIER, Context
from graph.extract.gazetteer import Division, gazetteer
from graph.extract.identity import Identity, fold, organ_key
from graph.extract.names import core, is_shortened
from graph.extract.places import Place
from graph.records import Mention

__all__ = ["Bodies"]

_UNITS = frozenset({"Company", "Organization"})
_NATIONAL = frozenset({"全总", "全国总工会", "中华全国总工会", "全国总"})
_TOTAL = re.compile(r"总工会(?:机关|委员会)?|总|工会|")
_POINTER = re.compile(r"[该本我]?(?=[省市县区州盟旗镇乡街自])|")
_UNION_HEAD = re.compile(r"(?:总工会|工会(?:工作)?(?:委员会|联合会)?|工联会|联合工会)$")
_UNIT = re.compile(r"(?:该|本|我)?(?P<noun>[\u4e00-\u9fff]{0,3}?(?:公司|集团|企业|学校|学院|大学|医院|银行|厂|矿|局|院|校|行|店|中心))")
_UNION_DEICTIC = re.compile(r"(?:该|本)?(?:工联会|联合会|工会联合会|联合工会|会)")
_COMPANY_DEICTIC = re.compile(r"(?:该|本|我|各)?(?:家)?(?:公司|集团|企业|集团公司|总公司|厂|银行|工厂)$")
_ZONE = re.compile(
    r"(?:国家级|国家|省级)?(?:高新技术产业(?:开发)?区|高新技术开发区|高新区|经济技术开发区|经济开发区|经开区|技术开发区|开发区|工业园区?|产业园区?"
    r"|园区|新区|综合保税区|综保区|保税区|度假区|示范区)"
)
_ORGAN = re.compile(
    r"(?:局|厅|委|委员会|办|办公室|院|法院|检察院|政府|政协|人大|工商联|工会|妇联|团委|残联|科协|文联|侨联|企联|企协|家协|纪委|党校"
    r"|干校|融媒体|文化[宫馆中心]+|图书馆|博物馆|体育馆|体育场|纪念馆|美术馆|科技馆|档案馆|少年宫|服务中心|仲裁院|公安|税务|应急|人武部|宣传部|组织部|统战部)$"
)
_STATE = re.compile(r"(?:中共中央|中央|国家|全国|国务院|党的|中国|中华|世界|国际)")
_LISTED = re.compile(r"[、和与及以同跟]|以及|会同|联合")


class Bodies:
    """The bodies of a page, told apart in two passes: full names first, then the short and deictic forms that lean on them."""

    def __init__(self, context: Context, mentions: Sequence[Mention]) -> None:
        self._context = context
        self._mentions = [m for m in mentions if m.type in {"Union", "Company", "Organization"}]
        self._full: list[tuple[Mention, Identity]] = []
        self._found: dict[Mention, Identity] = {}

    def identities(self) -> dict[Mention, Identity]:
        """Mention -> identity; mentions whose body the text leaves open are missing."""
        order = sorted(self._mentions, key=lambda m: m.start)
        for sort in (self._by_text, self._by_context):
            for mention in order:
                if mention not in self._found:
                    identity = sort(mention)
                    if identity is not None:
                        self._found[mention] = identity
                        if identity.rank == 2:
                            self._full.append((mention, identity))
        return self._found

    # What the mention's own text says.

    def _by_text(self, mention: Mention) -> Identity | None:
        if mention.type == "Union":
            return self._union_by_text(mention)
        if mention.type == "Company":
            return self._company_by_text(mention)
        return self._organization_by_text(mention)

    def _placed(self, mention: Mention) -> tuple[Place, str] | None:
        place = self._context.place_at(mention.article, mention.start, mention.end)
        return (place, mention.text[len(place.text) :]) if place is not None else None

    def _tiered(self, mention: Mention) -> tuple[Division, str] | None:
        match = TIER.match(mention.text, _POINTER.match(mention.text).end())  # type: ignore[union-attr]
        if match is None:
            return None
        division = self._context.tier(mention.article, match[0], mention.start)
        return (division, mention.text[match.end() :]) if division is not None else None

    def _zoned(self, mention: Mention) -> Identity | None:
        """A body of a zone that is named without its place (高新区总工会): that of the article's home."""
        if not _ZONE.match(mention.text):
            return None
        home = self._context.home(mention.article)
        if home is None:
            return Identity(f"{self._context.page}|{organ_key(mention.text)}", mention.text, 1, "zone")
        return Identity(f"{home.code}|{organ_key(mention.text)}", home.name + mention.text, 1, "zone", home.code)

    def _union_by_text(self, mention: Mention) -> Identity | None:
        text = mention.text
        if text in _NATIONAL:
            return Identity("全国|总工会", "中华全国总工会", 2 if text == "中华全国总工会" else 1, "national")
        placed = self._placed(mention)
        if placed is not None:
            place, rest = placed
            if _TOTAL.fullmatch(rest) and place.division is not None:
                return _total(place.division, rest, text if place.full else None, "region")
            if _is_unit_name(rest):
                return None
            key = f"{place.division.code}|{fold(rest)}" if place.division is not None else fold(text)
            return Identity(key, text, 2, "region", _code(place))
        tiered = self._tiered(mention)
        if tiered is not None:
            division, rest = tiered
            if _TOTAL.fullmatch(rest):
                return _total(division, rest, None, "tier")
            if not _is_unit_name(rest):
                return Identity(f"{division.code}|{fold(rest)}", division.name + rest, 1, "tier", division.code)
        return self._zoned(mention)

    def _company_by_text(self, mention: Mention) -> Identity | None:
        if _COMPANY_DEICTIC.fullmatch(mention.text) or not _is_full_company(mention.text):
            return None
        tiered = self._tiered(mention)
        if tiered is not None:
            name = tiered[0].name + tiered[1]
            return Identity(fold(name), name, 1, "tier", tiered[0].code)
        return Identity(fold(mention.text), mention.text, 2, "name", self._seat(mention))

    def _seat(self, mention: Mention) -> str | None:
        """The division that opens a name, also one that the text names nowhere else in full (南靖万利达科技有限公司)."""
        placed = self._placed(mention)
        if placed is not None:
            return _code(placed[0])
        known = gazetteer()
        start, end, candidates = next(known.scan(mention.text[:12]), (1, 1, ()))
        home = self._context.home(mention.article)
        near = [d for d in candidates if d.level < 4 and home is not None and d.code[:2] == home.code[:2]]
        return near[0].code if start == 0 and end < len(mention.text) - 2 and len(near) == 1 else None

    def _organization_by_text(self, mention: Mention) -> Identity | None:
        text = mention.text
        placed = self._placed(mention)
        if placed is not None:
            place, rest = placed
            if not rest:
                return Identity(fold(text), text, 2, "name", _code(place))
            key = f"{place.division.code}|{organ_key(rest)}" if place.division is not None else organ_key(text)
            return Identity(key, text, 2, "region", _code(place))
        tiered = self._tiered(mention)
        if tiered is not None:
            division, rest = tiered
            rest = re.sub(r"^总(?!工会|公司|院|站|部|商会|队)", "总工会", rest)
            if rest:
                return Identity(f"{division.code}|{organ_key(rest)}", division.name + rest, 1, "tier", division.code)
        inner = self._context.place_in(mention.article, mention.start, mention.end)
        if inner is not None and inner.division is not None:  # 共青团某市委
            rest = text[: inner.start - mention.start] + text[inner.end - mention.start :]
            return Identity(f"{inner.division.code}|{organ_key(rest)}", text, 2, "region", inner.division.code)
        if _STATE.match(text):
            return Identity(f"|{organ_key(text)}", text, 2, "name")
        return self._zoned(mention)

    # What only the article says.

    def _by_context(self, mention: Mention) -> Identity | None:
        if mention.type == "Union":
            return self._union_by_context(mention)
        if mention.type == "Company":
            return self._company_by_context(mention)
        return self._organization_by_context(mention)

    def _union_by_context(self, mention: Mention) -> Identity | None:
        text = mention.name or mention.text
        head = _UNION_HEAD.search(text)
        base = text[: head.start()] if head else text
        unit = self._unit(mention, base)
        if unit is not None:
            suffix = "工会" if head is None else head[0]
            rank = 2 if unit.name == base else 1
            return Identity(f"{unit.key}|工会", unit.name + suffix, rank, "unit", unit.adcode)
        again = self._again(mention, text)
        if again is not None:
            return again
        if not base or _UNION_DEICTIC.fullmatch(text):
            found = self._nearest(mention, "会", types={"Union"})
            return None if found is None else Identity(found.key, found.name, 0, "nearest", found.adcode)
        if head is None or not base or _COMPANY_DEICTIC.fullmatch(base) or (TIER.match(base) and len(base) <= 2):
            return None
        return Identity(fold(text), text, 2, "name", self._seat(mention))

    def _unit(self, mention: Mention, base: str) -> Identity | None:
        """The company or organisation whose union it is: named in full, shortened, or just before (公司工会)."""
        if not base:
            return None
        own = [identity for _, identity in self._full if fold(identity.name) == fold(base)]
        if own:
            return own[0]
        if _UNIT.fullmatch(base) and len(base) <= 4:
            nearest = self._nearest(mention, base.lstrip("该本我")[-2:])
            if nearest is not None:
                return nearest
        shortened = self._shortened(mention, base, {"Company", "Organization"})
        if shortened is not None:
            return shortened
        return Identity(fold(base), base, 2, "name") if _is_full_company(base) else None

    def _company_by_context(self, mention: Mention) -> Identity | None:
        if mention.name is not None:
            again = self._again(mention, mention.name)
            if again is not None:
                return again
        if _COMPANY_DEICTIC.fullmatch(mention.text):
            found = self._nearest(mention, None, types={"Company"}) or self._signer(mention)
            return None if found is None else Identity(found.key, found.name, 0, "nearest", found.adcode)
        shortened = self._shortened(mention, mention.text, {"Company"})
        if shortened is not None:
            return Identity(shortened.key, shortened.name, 0, "shortened", shortened.adcode)
        return Identity(fold(mention.text), mention.text, 2, "name", self._seat(mention))

    def _organization_by_context(self, mention: Mention) -> Identity | None:
        text = mention.name or mention.text
        again = self._again(mention, text)
        if again is not None:
            return again
        if len(text) <= 3 and not mention.rule.endswith(".bare") and not _ORGAN.search(text):
            found = self._nearest(mention, text.lstrip("该本我")[-2:], types={"Organization"})
            if found is not None:
                return Identity(found.key, found.name, 0, "nearest", found.adcode)
        if TIER.match(text):
            return None  # 县政府 where no county is known
        shortened = self._shortened(mention, text, {"Organization"})
        if shortened is not None:
            return Identity(shortened.key, shortened.name, 0, "shortened", shortened.adcode)
        division = self._scope(mention)
        if division is not None and (mention.rule.endswith(".bare") or (len(text) <= 8 and _ORGAN.search(text))):
            return Identity(f"{division.code}|{organ_key(text)}", division.name + text, 1, "home", division.code)
        home = division.code if division is not None else ""
        return Identity(f"{home}|{organ_key(text)}", text, 2, "name")

    def _scope(self, mention: Mention) -> Division | None:
        """The division of a bare organ: that of the organ before it in a list (县经发局、科技局), else the home."""
        context = self._context
        before = [m for m in self._mentions if m.article == mention.article and m.end <= mention.start]
        last = max(before, key=lambda m: m.end, default=None)
        if last is not None and last in self._found and _LISTED.fullmatch(context.view[last.end : mention.start]):
            tiered = self._tiered(last)
            if tiered is not None:
                return tiered[0]
            placed = self._placed(last)
            if placed is not None and placed[0].division is not None and last.type == "Organization":
                return placed[0].division
        return context.home(mention.article)

    # Earlier and later names of the page.

    def _again(self, mention: Mention, name: str) -> Identity | None:
        """The body that the page names so in full, in the same article if there is one."""
        same = [(m, i) for m, i in self._full if m.type == mention.type and fold(m.text) == fold(name)]
        same.sort(key=lambda pair: pair[0].article != mention.article)
        return Identity(same[0][1].key, same[0][1].name, 0, "again", same[0][1].adcode) if same else None

    def _shortened(self, mention: Mention, short: str, types: frozenset[str] | set[str]) -> Identity | None:
        """The one full name of the article, else of the page, that `short` shortens."""
        articles = [mention.article, *(a for a in self._context.articles if a != mention.article)]
        for own in (articles[:1], articles[1:]):
            pool = [pair for article in own for pair in self._candidates(article, types) if pair[1].rank == 2]
            fits = {i.key: i for m, i in pool if is_shortened(short, i.name)}
            if len(fits) == 1:
                return next(iter(fits.values()))
            if len(fits) > 1:
                near = [i for m, i in pool if i.key in fits and m.end <= mention.start]
                return near[-1] if near else None
        return None

    def _nearest(self, mention: Mention, noun: str | None, *, types: frozenset[str] | set[str] = _UNITS) -> Identity | None:
        """The body named last before the mention in its article, its name ending in `noun`."""
        pool = [
            (m, i)
            for m, i in self._candidates(mention.article, types)
            if noun is None or i.name.endswith(noun) or (noun.endswith(("公司", "集团", "企业", "厂")) and m.type == "Company")
        ]
        before = [i for m, i in pool if m.end <= mention.start]
        return before[-1] if before else None

    def _candidates(self, article: str, types: frozenset[str] | set[str]) -> Iterator[tuple[Mention, Identity]]:
        """Bodies of the article in order of place; the companies inside the names of their unions among them."""
        found = [(m, i) for m, i in self._found.items() if m.article == article and m.type in types and i.rank]
        if "Company" in types:
            for m in self._mentions:
                if m.type == "Union" and m.article == article and (head := _UNION_HEAD.search(m.text)):
                    base = m.text[: head.start()]
                    if _is_full_company(base):
                        place = self._context.place_at(article, m.start, m.start + len(base))
                        found.append((m, Identity(fold(base), base, 2, "name", _code(place) if place else None)))
        yield from sorted(found, key=lambda pair: pair[0].start)

    def _signer(self, mention: Mention) -> Identity | None:
        """The company of the article's byline."""
        return next((i for m, i in self._candidates(mention.article, {"Company"}) if self._in_byline(m)), None)

    def _in_byline(self, mention: Mention) -> bool:
        block = self._context.block(mention.article, mention.start)
        return block is not None and block.role == "byline"


def _code(place: Place | None) -> str | None:
    return place.division.code if place is not None and place.division is not None else None


def _total(division: Division, rest: str, text: str | None, link: str) -> Identity:
    """The total union of a division; a town's body is its 工会, whatever its rank."""
    if division.level == 4 and rest == "工会":
        return Identity(f"{division.code}|工会", text or division.name + "工会", 2 if text else 1, link, division.code)
    named = text is not None and rest == "总工会"
    return Identity(f"{division.code}|总工会", text if named and text else division.name + "总工会", 2 if named else 1, link, division.code)


def _is_unit_name(rest: str) -> bool:
    """Whether what follows a place in a union's name is a company or unit of its own (…有限公司工会)."""
    head = _UNION_HEAD.search(rest)
    return head is not None and _is_full_company(rest[: head.start()])


_LEGAL = re.compile(r"(?:公司|集团|厂|银行|矿|酒店|商场|超市|医院|学校|大学|学院|合作社|事务所)(?:\([^()]+\))?$")


def _is_full_company(text: str) -> bool:
    """Whether a text is the name of an enterprise or unit with a distinguishing part before its head."""
    match = _LEGAL.search(text)
    return match is not None and len(core(text)) >= 2 and not _UNIT.fullmatch(text)
