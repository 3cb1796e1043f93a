"""Mentions of union bodies, companies and other organisations in an article."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from graph.extract.bodies import again, deictic
from graph.extract.bodies.lists import beside, listed
from graph.extract.bodies.names import name_at
from graph.extract.bodies.parts import Name
from graph.extract.bodies.shared import sharing
from graph.extract.bodies.short import shared_tiers, short_unions
from graph.extract.bodies.signs import whole_heads
from graph.extract.bodies.sites import site_end
from graph.extract.language.edges import Known
from graph.extract.language.lexicon import HeadWord, heads, name_words
from graph.extract.language.name_parts import Part
from graph.extract.language.segments import Token, tokens
from graph.extract.places.gazetteer import gazetteer
from graph.extract.places.zone_names import spans_of, zone_names
from graph.records import Article, Block, Mention, Page, replace

__all__ = ["find"]

_TOWN = re.compile(r"[镇乡道]")
_TOWN_NAME = re.compile(r".{2,}(?:[镇乡]|街道)\Z")
_DATELINE = re.compile(r"[一-鿿]{0,4}(?:\d{1,2}月\d{1,2}日)?(?:讯|电\b|报道)")
_SENTENCE = re.compile(r"[^。!?;\n]*\Z")
_OF_STATE = ("国家", "国务院", "中央", "中共", "全国")  # open the name of an organ, where two that touch are two
_BARE_TIERS = frozenset({"province", "city", "county", "district"})


def find(page: Page, article: Article) -> list[Mention]:
    """The union bodies, companies and organisations that the article mentions, in order of their place; none overlap.

    `rule` tells what was found: `<family>.full` for a full name; `union.total.county`, `organ.government.city` ... for a form whose
    region the article must tell (bare tier; `union.short.*` for 县总); `union.shared.province` for the 省 of 省、市总工会;
    `organ.named.bare` for 工信局 alone; `<type>.again` for a shortened later mention (its `name` is the full name);
    `company.listed` and `organization.listed` for a name before 等企业, 等单位; `company.deictic` for 公司,
    `union.unit.deictic` for 公司工会.
    """
    names: list[Name] = []
    inner: list[Name] = []
    found: list[Mention] = []
    loose: list[HeadWord] = []
    towns: set[str] = set()
    for block in article.blocks:
        scene = _Scene(page, article, block, towns)
        scene.read()
        names += scene.names
        inner += scene.absorbed
        loose += scene.loose
        found += scene.mentions()
    everything = sorted([*names, *inner], key=lambda n: n.start)
    taken = {place for mention in found for place in range(mention.start, mention.end)}
    aliases = again.full_names(page.view, everything)
    found = [_known(page.view, mention, aliases) for mention in found]
    found += again.find(page, article, aliases, taken)
    found += deictic.find(page, article, everything, loose, taken)
    return sorted((_with_this(page.view, m) for m in found), key=lambda m: m.start)


def _known(view: str, mention: Mention, aliases: Mapping[str, Name]) -> Mention:
    """The mention, as a later one of its company when the article has the full name: 瑞泽公司 of 江苏瑞泽电子有限公司."""
    full = aliases.get(mention.text)
    if full is None or mention.type != "Company" or full.family.type != "Company":
        return mention
    return replace(mention, name=view[full.start : full.end], rule="company.again")


def _with_this(view: str, mention: Mention) -> Mention:
    """The mention with the 该 that points back: 该公司 (in 该市总工会 it belongs to the place)."""
    tail = mention.rule.rsplit(".", 1)[1]
    if view[mention.start - 1 : mention.start] != "该" or mention.rule.startswith("organ.group"):
        return mention
    if tail not in {"deictic", "again"}:
        return mention
    return replace(mention, start=mention.start - 1, text="该" + mention.text)


class _Scene:
    """One block while its names are read: what is known of it so far."""

    def __init__(self, page: Page, article: Article, block: Block, towns: set[str]) -> None:
        """`towns` are those that the article has named so far; the block's own are added."""
        start, end = block.start, block.end
        self.article, self.view, self.start, self.end = article, page.view, start, end
        self.title = block.role in {"rubric", "headline", "subhead"}
        self.towns = towns
        self.zones = [zone for zone in zone_names(page.view, spans_of(article)) if start <= zone.start < end]
        self.regions = {stop: begin for begin, stop, _ in gazetteer().scan(page.view, start, end)}
        towns.update(page.view[begin:stop] for stop, begin in self.regions.items() if _TOWN_NAME.match(page.view, begin, stop))
        self.regions |= {zone.end: zone.start for zone in self.zones}
        if page.view.find("林", start, end) >= 0:
            self.regions |= {place.end(): place.start() for place in name_words().forest_bureaus.finditer(page.view, start, end)}
        self.words = [t for t in tokens(page.view[start:end], start) if len(t.text) > 1]
        self.ends: dict[int, tuple[int, str]] = {}
        self.names: list[Name] = []
        self.absorbed: list[Name] = []
        self.loose: list[HeadWord] = []
        self.short: list[tuple[int, int, str]] = []
        self.listed: list[tuple[int, int, str]] = []

    def read(self) -> None:
        """Fill `names`, `short`, `listed` and `loose` (heads without a name of their own)."""
        self.short = list(short_unions(self.view, self.start, self.end, self.regions, self.words))
        self.ends = {end: (start, "union") for start, end, _ in self.short}
        builders = [(found.start(), found.end()) for found in name_words().builders.finditer(self.view, self.start, self.end)]
        self.ends |= {end: (start, "body") for start, end in builders}
        self.absorbed += [self._firm(start, end) for start, end in builders]
        self._full_names()
        taken = [(name.start, name.end) for name in self.names]
        self.short = [found for found in self.short if _free(found[0], found[1], taken)]
        self._shared(taken)
        taken += [(start, end) for start, end, _ in self.short]
        known = Known(self.regions, self.ends)
        self.listed += [(start, end, "Company") for start, end in builders if _free(start, end, taken)]
        taken += builders
        taken += [(word.start, word.end) for word in self._brands(taken)]
        self.listed += [item for item in listed(self.view, self.start, self.end, known) if _free(item[0], item[1], taken)]
        told = [(n.start, n.end, n.family.type) for n in self.names] + self.listed
        taken += [(start, end) for start, end, _ in self.listed]
        self.listed += [item for item in beside(self.view, self.start, self.loose, told) if _free(item[0], item[1], taken)]

    def _firm(self, start: int, end: int) -> Name:
        return Name(heads().family("公司"), start, end, "full", (Part("brand", self.view[start:end], start, end),))

    def _brands(self, taken: list[tuple[int, int]]) -> list[Token]:
        """Keep the enterprises that the press writes without a legal form, where no longer name holds them."""
        opened = _brands_by_opening()
        found = [brand for word in self.words if word.text[:2] in opened and (brand := self._longer(word)) is not None]
        found = [word for word in found if _free(word.start, word.end, taken)]
        found = [word for word in found if not self.view.startswith(name_words().after_brand, word.end)]
        found = [word for word in found if not self._goes_on(word.end) and self._told(word)]
        for word in found:
            if self.listed and self.listed[-1][1] == word.start and self.listed[-1][2] == "Company":  # 某钢|某某钢
                self.listed[-1] = (self.listed[-1][0], word.end, "Company")
            else:
                self.listed.append((word.start, word.end, "Company"))
        return found

    def _longer(self, word: Token) -> Token | None:
        """The longest brand that begins with a word, also where the dictionary cuts it: 中通|快递小哥, 航天|二院."""
        opened = (brand for brand in _brands_by_opening()[word.text[:2]] if self.view.startswith(brand, word.start))
        name = max(opened, key=len, default="")
        if len(name) < len(word.text):
            return None
        form = next((form for form in ("集团公司", "公司") if self.view.startswith(form, word.start + len(name))), "")  # 瑞丰-大地公司
        return word._replace(text=name, end=word.start + len(name + form))

    def _told(self, word: Token) -> bool:
        """Whether a brand that is a word of the language, too, is told to be an enterprise: 快手平台, 快手、抖音."""
        if word.text not in name_words().ambiguous_brands:
            return True
        beside = (other for other in self.words if other.text in name_words().brands - name_words().ambiguous_brands)
        listed = any(self.view[min(word.end, other.end) : max(word.start, other.start)] in {"、", "和", "与"} for other in beside)
        return listed or self.view.startswith(name_words().of_a_firm, word.end) or site_end(self.view, word.end, self.end) > word.end

    def _goes_on(self, at: int) -> bool:
        """Whether a brand goes on in characters that no dictionary knows as a word (中建|东|孚): a longer name. Not in a site of it."""
        if site_end(self.view, at, self.end) > at:
            return False
        after = self.view[at : at + 2]
        known = len(tokens(self.view[at : at + 8] or "。")[0].text) > 1 or after[:1] in name_words().stop_characters | name_words().measures
        return not known and len(after) == 2 and all("一" <= char <= "鿿" for char in after) and after[0] not in "做搞办开推打新"

    def mentions(self) -> list[Mention]:
        """What was read, as records."""
        found = [self._mention(n.family.type, n.start, n.end, f"{n.family.name}.{n.sort}") for n in self.names]
        found += [self._mention("Union", start, end, rule) for start, end, rule in self.short]
        return found + [self._mention(kind, start, end, f"{kind.lower()}.listed") for start, end, kind in self.listed]

    def _mention(self, kind: str, start: int, end: int, rule: str) -> Mention:
        end = site_end(self.view, end, self.end) if kind == "Company" else end
        return Mention(kind, start, end, self.view[start:end], self.article.id, rule)

    def _shared(self, taken: list[tuple[int, int]]) -> None:
        several = [pair for name in self.names for pair in sharing(self.view, self.start, name, self.regions)]
        bare = [n.start for n in self.names if n.family.name == "union.total" and n.sort in _BARE_TIERS]
        self.short = [(start, end, f"union.short.{sort}") for start, end, sort in self.short]
        self.short += [(start, end, "union.shared.full") for start, end in several if _free(start, end, taken)]
        taken += several
        bare += [start for start, _, rule in self.short if rule.rsplit(".", 1)[1] in _BARE_TIERS]
        for start in bare:
            for first, last, sort in shared_tiers(self.view, self.start, start):
                if _free(first, last, taken):
                    self.short.append((first, last, f"union.shared.{sort}"))
                    taken.append((first, last))

    def _full_names(self) -> None:
        known = Known(self.regions, self.ends, self._cut())
        numbered = {name.end for name in self.absorbed}
        for head in whole_heads(self.view, heads().find(self.view[self.start : self.end], self.start), self.words):
            name = None if head.end in numbered else name_at(self.view, head, self.start, known)
            if name is None or self._every(name):
                self.loose.append(head)
                continue
            name = self._whole_zone(name)
            self.towns.update(part.text for part in name.parts if part.kind == "region" and _TOWN_NAME.match(part.text))
            if (name.sort in {"town", "village"} or (name.parts and name.parts[0].text == "街道")) and not self._in_town(name):
                continue
            if name.family.type == "Union" and (self._quoted(name) or self._column(name)):
                continue
            if name.family.name == "org.media" and self._source(name):
                continue
            while self.names and self.names[-1].start >= name.start:
                self.absorbed.append(self.names.pop())
            if self.names and self.names[-1].end > name.start:
                continue
            if self.names and self.names[-1].end == name.start and _of_state(self.view, self.names[-1], name):  # 水利部|黄河水利委员会
                name = replace(name, start=self.names.pop().start)
            self.names.append(name)
            self.ends[name.end] = (name.start, "union" if name.family.type == "Union" else "body")

    def _whole_zone(self, name: Name) -> Name:
        """The name with the whole of the zone in which it begins: 某地—某地经济开发区总工会."""
        start = next((zone.start for zone in self.zones if zone.start < name.start < zone.end < name.end), name.start)
        return replace(name, start=start, sort="full") if start < name.start else name

    def _cut(self) -> dict[int, int]:
        """Where the last two to four characters of a proper name begin -> its start: heads stand there (湘雅|医院, 传化|集团)."""
        proper = (word for word in self.words if len(word.text) >= 4 and word.tag in {"nt", "nz"})
        cuts = ((word, size) for word in proper for size in range(2, len(word.text) - 1) if word.text[:-size] not in _usual())
        return {word.end - size: word.start for word, size in cuts}

    def _every(self, name: Name) -> bool:
        """Whether 各 or 每 makes the name that of many: 某县各乡镇联合工会, 各街道党工委."""
        return self.view[name.start - 1 : name.start] in {"各", "每", "个"} or any(part.text[0] in "各每" for part in name.parts)

    def _source(self, name: Name) -> bool:
        """Whether a paper is where the text comes from: 《…》, 来源:某某晚报, 某某日报拉萨5月2日讯."""
        before = self.view[max(self.start, name.start - 3) : name.start]
        return before.endswith(("《", "来源:", "来源", "据", "摘自", "转自")) or _DATELINE.match(self.view, name.end) is not None

    def _quoted(self, name: Name) -> bool:
        """Whether quotation marks hold the name alone: “某地工会” is the name of an account or a platform."""
        return self.view[name.start - 1 : name.start] in {"“", "「"} and self.view[name.end : name.end + 1] in {"”", "」"}

    def _column(self, name: Name) -> bool:
        """Whether the name of a union without division or body is a whole rubric or headline: 【数读工会】 is a column."""
        before, after = self.view[self.start : name.start], self.view[name.end : self.end]
        alone = self.title and not any(char.isalnum() for char in before + after)
        if name.family.name != "union.unit" or not (alone or (before.endswith("【") and after.startswith("】"))):
            return False
        return all(part.kind in {"region", "brand", "general"} and not _told_by(part) for part in name.parts)

    def _in_town(self, name: Name) -> bool:
        """Whether 镇工会 or 街道党委 has its town before it in the sentence, or the article has named one town only so far."""
        if name.sort != "village" and len(self.towns) == 1:
            return True
        match = _SENTENCE.search(self.view, self.start, name.start)
        floor = match.start() if match else self.start
        return name.sort == "town" and any(
            floor <= begin < stop <= name.start and _TOWN.match(self.view, stop - 1) for stop, begin in self.regions.items()
        )


def _of_state(view: str, above: Name, name: Name) -> bool:
    """Whether two names that touch are one: an organ of the state or the total union of the country, and an institution of its own."""
    if name.family.type != "Organization" or name.sort != "full" or name.family.needs == "union" or view.startswith(_OF_STATE, name.start):
        return False
    return above.family.name == "national.organ" or (above.family.name == "national.union" and name.family.name == "national.organ")


def _told_by(part: Part) -> bool:
    """Whether a part of a name is an enterprise or a division; districts do not go without their 区: 中原 is rather the plain."""
    divisions = (division for _, _, found in gazetteer().scan(part.text) for division in found)
    return part.text in name_words().brands or any(d.name == part.text or not d.name.endswith("区") for d in divisions)


@cache
def _usual() -> frozenset[str]:
    """Words that name no body of their own, whatever head follows them: 中国|工会, 工人|日报."""
    words = name_words()
    return words.prefixes | words.general_words | words.role_words | words.name_words | words.stop_words


@cache
def _brands_by_opening() -> dict[str, list[str]]:
    """The brands by their first two characters."""
    found: dict[str, list[str]] = {}
    for brand in sorted(name_words().brands):
        found.setdefault(brand[:2], []).append(brand)
    return found


def _free(start: int, end: int, taken: Iterable[tuple[int, int]]) -> bool:
    return all(end <= first or last <= start for first, last in taken)
