"""Unions, companies and organisations: which body a full, short or deictic form means."""

import re
from collections.abc import Sequence

from graph.extract.language.zone_words import opens_as_zone
from graph.extract.linking.body_forms import (
    CORPS,
    POINTER,
    TOTAL,
    TWIN,
    UNION_HEAD,
    UNION_POINTER,
    above_provinces,
    endings,
    goes_on,
    is_company_pointer,
    is_full_company,
    is_organ,
    is_unit_pointer,
    is_unit_union,
    names_area,
    of_state,
    total_union,
    town_of,
)  # fmt: skip
from graph.extract.linking.context import TIER, Context
from graph.extract.linking.identity import Identity, fold, organ_key, undoubled, union_key
from graph.extract.linking.references import References
from graph.extract.linking.zone_bodies import unnamed, zone_body
from graph.extract.places.gazetteer import Division, gazetteer
from graph.extract.places.places import Place
from graph.extract.places.seats import seat_inside
from graph.records import Mention, replace

__all__ = ["link_bodies"]

_UNION, _COMPANY, _ORGANIZATION = (frozenset({kind}) for kind in ("Union", "Company", "Organization"))
_UNITS = _COMPANY | _ORGANIZATION
_CORPS = re.compile(r"(?:新疆生产建设兵团|兵团)?第?[一二三四五六七八九十]{1,3}师")
_SHORT_TOTAL = re.compile(r"^总(?!工会|公司|院|站|部|商会|队|$)")
_TOWNS = frozenset({"镇", "乡", "街道"})
_BRANCHES = frozenset({"办事处", "分会", "工作站"})  # behind a place alone: that of the association named before
_YOUTH = re.compile(r"(?:共青)?团(省|市|州|县|区|旗|盟)委")
_WORKS = ("厂", "矿", "段", "站", "场", "酒店", "宾馆")  # 公司 means another one where the article has named one


def link_bodies(context: Context, mentions: Sequence[Mention]) -> dict[Mention, Identity]:
    """Mention -> identity for unions, companies and organisations, full names first; those that the text leaves open are missing."""
    return _Linker(context, [m for m in mentions if m.type in _UNITS | _UNION]).link()


class _Linker:
    def __init__(self, context: Context, mentions: Sequence[Mention]) -> None:
        self._context = context
        self._mentions = sorted(mentions, key=lambda m: m.start)
        self._references = References(context, self._mentions)
        self._found: dict[Mention, Identity] = {}
        self._before: dict[Mention, Mention] = {}
        last: dict[str, Mention] = {}
        for mention in self._mentions:
            if mention.article in last:
                self._before[mention] = last[mention.article]
            last[mention.article] = mention

    def link(self) -> dict[Mention, Identity]:
        by_text = {"Union": self._union_by_text, "Company": self._company_by_text, "Organization": self._organization_by_text}
        by_context = {
            "Union": self._union_by_context, "Company": self._company_by_context, "Organization": self._organization_by_context,
        }  # fmt: skip
        for rules in (by_text, by_context):
            for mention in self._mentions:
                identity = rules[mention.type](mention) if mention not in self._found else None
                if identity is not None:
                    self._found[mention] = identity
                    self._references.add(mention, identity)
        return self._found

    def _placed(self, mention: Mention) -> tuple[Place, str] | None:
        """The place that opens the mention (behind the division of the Xinjiang corps whose city it is), and the rest."""
        corps = _CORPS.match(mention.text)
        start = corps.end() if corps else 0
        place = self._context.place_at(mention.article, mention.start + start, mention.end)
        return (place, undoubled(mention.text)[start + len(place.text) :]) if place is not None else None

    def _tiered(self, mention: Mention) -> tuple[Division, str] | None:
        """The division that a bare tier at the mention's head means (县委, 该区总工会), and the rest."""
        pointer = POINTER.match(mention.text)
        match = TIER.match(mention.text, pointer.end() if pointer else 0)
        if match is None:
            return None
        division = self._context.tier(mention.article, match[0], mention.start)
        return (division, mention.text[match.end() :]) if division is not None else None

    def _of_zone(self, mention: Mention) -> Identity | None:
        """A body whose name opens with that of a zone (某某高新区总工会); behind a zone and a division of its own that of the division."""
        zone = self._context.zones.at(mention.article, mention.start, mention.end - 1)
        if zone is None:
            return None
        if self._context.place_at(mention.article, zone.end, mention.end) is None:
            return zone_body(zone, mention.text[zone.end - mention.start :], mention.text)
        inner = replace(mention, start=zone.end, text=mention.text[zone.end - mention.start :])
        return self._union_by_text(inner) if mention.type == "Union" else self._organization_by_text(inner)

    def _seat(self, mention: Mention) -> str | None:
        """The division that a name gives, also one that the text names nowhere else in full (南靖万利达科技有限公司)."""
        placed, name = self._placed(mention), UNION_HEAD.sub("", mention.text)
        return seat_inside(name, self._context.home(mention.article), placed[0].code if placed is not None else None)

    # What the mention's own text says.

    def _union_by_text(self, mention: Mention) -> Identity | None:
        text = undoubled(mention.text)
        if (above := above_provinces(text, mention.rule)) is not None:
            return above
        if mention.rule == "union.total.bare":
            last = self._before.get(mention)
            town = town_of(self._context.view[last.start : mention.start]) if last is not None and self._placed(last) is None else None
            if town is not None:
                return Identity(fold(town + "总工会"), town + "总工会", 1, "scope")
            division = self._scope(mention)
            return total_union(division, "总工会", None, "scope") if division is not None else None
        if (of_zone := self._of_zone(mention)) is not None and TWIN.match(text) is None:
            return of_zone
        placed, tiered = self._placed(mention), self._tiered(mention)
        if placed is not None:
            place, rest = placed
            twin = TWIN.match(rest)
            inner = self._context.place_in(mention.article, place.end, mention.end) if twin else None
            if twin and inner is not None and inner.division is not None:  # 某某高新区(某区)总工会
                return total_union(inner.division, "总工会", text, "twin")
            if TOTAL.fullmatch(rest) and place.division is not None:
                named = text if place.full and rest else None
                return total_union(place.division, rest or "总工会", named, "region" if rest else "shared")
            if is_unit_union(rest):
                return None
            key = f"{place.division.code}|{union_key(rest)}" if place.division is not None else union_key(text)
            return Identity(key, text, 2, "region", place.code)
        if tiered is not None:
            division, rest = tiered[0], _SHORT_TOTAL.sub("总工会", tiered[1])
            if TOTAL.fullmatch(rest):
                zone = self._references.nearest(mention, "区总工会", _UNION) if division.level == 3 else None
                around = gazetteer().get(zone.adcode) if zone is not None and zone.adcode else None
                if zone is not None and (around is None or around.level < 3):  # 区总 of 某某高新区总工会
                    return zone
                return total_union(division, rest, None, "tier")
            if not is_unit_union(rest):
                name = division.name + rest
                code = seat_inside(UNION_HEAD.sub("", name), self._context.home(mention.article), division.code)
                return Identity(f"{division.code}|{union_key(rest)}", name, 1, "tier", code)
        if mention.rule in {"union.short.district", "union.total.district"}:
            return self._references.nearest(mention, "区总工会", _UNION)
        return unnamed(self._context, self._references, mention)

    def _company_by_text(self, mention: Mention) -> Identity | None:
        text = mention.text
        if is_company_pointer(text) or mention.rule == "company.deictic" or not is_full_company(text):
            return None
        tiered = self._tiered(mention) if self._placed(mention) is None else None
        if tiered is not None:
            name = tiered[0].name + tiered[1]
            return Identity(fold(name), name, 1, "tier", tiered[0].code)
        return Identity(fold(text), text, 2, "name", self._seat(mention))

    def _organization_by_text(self, mention: Mention) -> Identity | None:
        text = undoubled(mention.text)
        if (corps := CORPS.match(text)) is not None:
            return Identity(f"兵团|{organ_key(text[corps.end() :])}", text, 2, "name")
        if (of_zone := self._of_zone(mention)) is not None:
            return of_zone
        placed, tiered = self._placed(mention), self._tiered(mention)
        if placed is not None:
            place, rest = placed
            told = self._references.nearest(mention, text, _ORGANIZATION) if rest in _BRANCHES else None
            key = fold(text) if not rest else f"{place.division.code}|{organ_key(rest)}" if place.division is not None else organ_key(text)
            return told or Identity(key, text, 2, "region" if rest else "name", place.code)
        youth = _YOUTH.fullmatch(text)
        if youth is not None:
            above = self._context.tier(mention.article, youth[1], mention.start)
            return Identity(f"{above.code}|共青团委", f"共青团{above.name}委", 1, "tier", above.code) if above is not None else None
        if tiered is not None and tiered[1]:
            division, rest = tiered
            rest = _SHORT_TOTAL.sub("总工会", rest)
            return Identity(f"{division.code}|{organ_key(rest)}", division.name + rest, 1, "tier", division.code)
        inner = self._context.place_in(mention.article, mention.start, mention.end)
        if inner is not None and inner.division is not None:  # 共青团某市委
            rest = text[: inner.start - mention.start] + text[inner.end - mention.start :]
            return Identity(f"{inner.division.code}|{organ_key(rest)}", text, 2, "region", inner.division.code)
        if of_state(text) or mention.rule.startswith("national."):
            return Identity(f"|{organ_key(text)}", text, 2, "name")
        return unnamed(self._context, self._references, mention)

    # What only the article says.

    def _union_by_context(self, mention: Mention) -> Identity | None:
        text = mention.name or mention.text
        head = UNION_HEAD.search(text)
        base = text[: head.start()] if head else text
        pointed = mention.rule == "union.unit.deictic" and mention.name is None and base
        if pointed and (same := self._references.union_of(mention, endings(base))) is not None:
            return same
        unit = self._unit(mention, base) if not mention.rule.startswith(("national.", "union.deictic")) else None
        if unit is not None:
            suffix = "工会" if head is None else head[0]
            return Identity(f"{unit.key}|工会", unit.name + suffix, 2 if unit.name == base else 1, "unit", unit.adcode)
        if (again := self._references.again(mention, text)) is not None:
            return None if mention.rule == "union.deictic" and self._references.left(mention, again) else again
        if not base or UNION_POINTER.fullmatch(text):
            return self._references.nearest(mention, "会", _UNION)
        if base.startswith("该") or opens_as_zone().fullmatch(base):  # 园区工会 where no park is named
            return None
        if head is None and mention.rule.startswith(("union.branch", "union.department", "national.")):
            return Identity(union_key(text), text, 2, "name", self._seat(mention))
        if mention.rule == "union.federation.founded" and (home := self._scope(mention)) is not None:
            return Identity(f"{home.code}|{union_key(text)}", home.name + text, 1, "home", home.code)
        if head is not None and base in _TOWNS:  # the town that a union before has in its name
            return self._references.nearest(mention, text, _UNION)
        if head is None or is_company_pointer(base) or (TIER.match(base) and len(base) <= 2):
            return None
        return Identity(union_key(text), text, 2, "name", self._seat(mention))

    def _unit(self, mention: Mention, base: str) -> Identity | None:
        """The company or organisation whose union it is: named in full, shortened, or just before (公司工会)."""
        if not base:
            return None
        found, rule = self._references.called(base), mention.rule
        if found is None and mention.name is not None and rule.endswith(".deictic"):
            found = self._references.nearest(mention, base, _UNITS)
        if found is None and not rule.endswith(".full") and (is_unit_pointer(base) or rule == "union.unit.deictic"):
            found = self._rather_firm(mention, base, self._references.nearest(mention, endings(base), _UNITS))
        if found is None and rule.startswith("union.federation"):
            return None  # that of several units, whatever name it begins with
        found = found or self._references.shortened(mention, base, _UNITS)
        found = found or (Identity(fold(base), base, 2, "name") if is_full_company(base) else None)
        return replace(found, adcode=self._seat(mention)) if found is not None and found.adcode is None and found.name == base else found

    def _rather_firm(self, mention: Mention, pointer: str, last: Identity | None) -> Identity | None:
        """The firm that 公司 means where a mine or a plant of it was named last."""
        if last is None or not pointer.endswith("公司") or not last.name.endswith(_WORKS):
            return last
        return self._references.nearest(mention, ("有限公司", "公司", "集团"), _COMPANY) or last

    def _company_by_context(self, mention: Mention) -> Identity | None:
        if mention.name is not None and (again := self._references.again(mention, mention.name)):
            return again
        if mention.name is not None and mention.rule.endswith(".deictic"):
            return self._references.nearest(mention, mention.name, _COMPANY)
        if is_company_pointer(mention.text):
            return self._rather_firm(mention, mention.text, self._references.nearest(mention, None, _COMPANY))
        tiered = self._tiered(mention)
        if tiered is not None and tiered[1] and self._placed(mention) is None:  # 县供电公司
            name = tiered[0].name + tiered[1]
            return self._references.called(name) or Identity(fold(name), name, 1, "tier", tiered[0].code)
        shortened = self._references.shortened(mention, mention.text, _COMPANY)
        return shortened or Identity(fold(mention.text), mention.text, 2, "name", self._seat(mention))

    def _organization_by_context(self, mention: Mention) -> Identity | None:
        text = mention.name or mention.text
        found = self._references.again(mention, text)
        if found is None and mention.name is not None and mention.rule.endswith(".deictic"):
            found = self._references.nearest(mention, text, _ORGANIZATION)
        if found is None and len(text) <= 3 and not mention.rule.endswith(".bare") and not is_organ(text):
            found = self._references.nearest(mention, text.lstrip("该本我")[-2:], _ORGANIZATION)
        if found is not None:
            return found
        if TIER.match(text):
            return None  # 县政府 where no county is known
        house = mention.rule == "org.house.bare"
        if not house and (shortened := self._references.shortened(mention, text, _ORGANIZATION)) is not None:
            return shortened
        division = next(self._context.before(mention.article, mention.start), None) if house else self._scope(mention)
        if division is None and (house or mention.rule == "org.palace.bare"):
            return None
        if next((place[0] for place in gazetteer().scan(text[:12])), 1) == 0:
            return Identity(organ_key(text), text, 2, "name", self._seat(mention))  # another place than the article's
        if names_area(text):
            return Identity(organ_key(text), text, 2, "name")
        organ = not mention.rule.startswith("org.") and len(text) <= 8 and is_organ(text)
        if division is not None and (mention.rule.endswith((".bare", ".founded")) or organ):
            return Identity(f"{division.code}|{organ_key(text)}", division.name + text, 1, "home", division.code)
        home = division.code if division is not None else self._context.page
        return Identity(f"{home}|{organ_key(text)}", text, 2, "name")

    def _scope(self, mention: Mention) -> Division | None:
        """The division of a bare body: that of the organ before it in a list (县经发局、科技局), for the 总工会 of a chair that of
        the body whose post stands before (某县委常委、总工会主席), else the home."""
        last = self._before.get(mention)
        while last is not None and last in self._found:
            gap = self._context.view[last.end : mention.start]
            if not goes_on(gap, posts=mention.type == "Union"):
                break
            placed, tiered = self._placed(last), self._tiered(last)
            if tiered is not None:
                return tiered[0]
            if placed is not None and placed[0].division is not None and mention.type in {"Union", last.type}:
                return placed[0].division
            if not last.rule.endswith(".bare"):
                break
            mention, last = last, self._before.get(last)
        return self._context.home(mention.article)
