"""Honours: named awards and honorary titles, with the level or the region that belongs to the name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.alternation import either
from graph.extract.language.honour_words import words
from graph.extract.language.initiative_words import head_after, head_of
from graph.extract.language.initiative_words import words as initiative_words
from graph.extract.page import quotes
from graph.extract.people.craftsmen import craftsmen
from graph.extract.places import levels
from graph.extract.places.gazetteer import gazetteer
from graph.extract.titles.documents import titles
from graph.extract.titles.honour_titles import is_craftsmen, is_of_person, is_of_place, is_plain_house, is_ranked_title, name_follows
from graph.extract.titles.quoted_phrases import NUMERAL
from graph.records import Article, Block, Mention, Page

# Behind a quotation: what says that it is a title of honour.
_TITLE_AFTER = re.compile(r"\s?(?:等[^,。;“]{0,4})?的?(?:光荣|荣誉)*(?:称号|荣誉|奖项|奖牌|获得者|获奖者|证书|年度人物)")
_CHOICE_AFTER = re.compile(r"\s?(?:等[^,。;“]{0,10})?(?:先进典型|典型|候选人)?的?(?:评选|评比|选树|推选|推荐|推荐评选|命名|表彰)")
_PERSONS_AFTER = re.compile(r"\s?\d+余?[名人位]")
_ORDINAL = re.compile(r"^(?:第[一二三四五六七八九十百\d]+届|首届)")
_ITEM = re.compile(r"(?:[^、和及与\s]|和谐|和平|参与)+")
_LINK = re.compile(r"\s?(?:、|和|及|与|以及)?\s?")
# A place in a contest: the contest before it is an initiative of its own.
_PRIZE = re.compile(r"(?:团体|个人|优秀项目|优秀作品)?(?:特|[一二三四、]{1,5})等奖$")
# Several titles at once, by their number: what is run is the choice (“六个十佳”评选).
_COUNTED_CHOICE = re.compile(rf"[{NUMERAL}]{{1,2}}个?(?:[^\W\d]|十佳|十大|最美|百佳|标兵)")
# The year for which a title was given (成为2017年度“……工匠”).
_DATED_BEFORE = re.compile(r"(?<![到至自从])\d{4}年度?$")
_NATIONAL = re.compile(r"(?:全国|全省|国家级|省级|市级)$")
# One of so many of a country or a place (入选全国30个“……”).
_CHOSEN = re.compile(r"(?:全国|全省|全市|全区|国家级|省级|市级)\d+余?[个家名项]$")
_BATCH = re.compile(r"第[一二三四五六七八九十百\d]+批|首批")
# Words that only end like prizes.
_NO_PRIZE = {"褒奖", "夸奖", "颁奖", "评奖", "领奖", "发奖", "授奖", "抽奖", "中奖", "得奖", "获奖", "开奖", "兑奖"}
# What is said of so many of them (全市共有省级示范点14个) is no title.
_HAVE = re.compile("[共现已拥具占]有|建[成有]|达到|累计")
_OF_COUNTRY = "大国工匠"  # the title that the trade unions of the whole country give
_OF_ALL = {"全省", "全市", "全县", "全区", "全州"}
# A prize by its own name, whoever sets it up.
_PRIZE_NAME = re.compile(r".{3,}(?:奖|奖章|奖状|奖杯|勋章)$")
# A method, a search for somebody, and the steps of a ladder are no titles.
_NO_TITLE = re.compile("^(?:寻找|发现|争当|争做|争创)|[工操作服务创新修诊断检查排管]法$|[^—]—[^—]")
_PLATE = re.compile(r"(?:铭牌|匾牌|牌匾|标牌)")
_CUP_PRIZE = re.compile(r"“[^“”]{2,10}杯”(?=[^“”]{2,8}奖$)")
# Whoever is named as the title that follows (命名某某工作室等50家为|“……”), or the titles that are given out (命名一批|“……”).
_NAMED_AS = re.compile(r"(?:(?:命名|授予|认定|表彰|评选|评定|推荐|选树|确定)了?[^。;!?\n“”]{2,80}为|(?:命名|表彰)了?[一首]批)$")
_INTO = re.compile("(?:入选|入围|获批|荣登|跻身)了?$")
_BUILDING = re.compile(r"(?:打造|建成|建设|设立|建起|建立|搭建|成立|组建|共建|合建|创办)了?$")
_COUNTED = re.compile(r"\s?\d+余?[家个名人]")
_COUNT = re.compile(r"(?:一批|(?:国家|省部|省|市|区|县)级?(?:及)?以上|[\d一二三四五六七八九十百]+(?:余|多)?[个名位家项次枚块批])")
_YEAR = re.compile(r"\d{4}(?:[—-]\d{4})?年?度?(?:全省|全市|全县|全区)?")
_OF_PLACE = re.compile(r"(?:[一-鿿]{1,6}[省市县区州旗盟]|全[国省市县区])?")
_CLAUSE = re.compile(r"[。;!?\n]")


def _named(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Awards that are known by name, with their level."""
    known = words()
    for hit in known.award.finditer(text, start, end):
        best = 2 * text.startswith(("十佳", "十大", "百佳", "最美"), hit.start() - 2)
        first = levels.before(text, hit.start() - best, start)
        if batch := _BATCH.match(text, first, hit.start()):
            first = batch.end()
        bare = first == hit.start() and hit.group()[0] == "“" and hit.group()[-1] == "”"  # the marks are not part of the name
        yield first + bare, hit.end() - bare, "honour.award"
    for hit in known.ranked.finditer(text, start, end):
        if not known.verb.search(hit.group()) and not _HAVE.search(hit.group()):
            yield _award_start(text, levels.before(text, hit.start(), start)), hit.end(), "honour.ranked"
    for hit in known.superlative.finditer(text, start, end):
        first = levels.before(text, hit.start(), start)
        if first < hit.start():
            yield first, hit.end(), "honour.superlative"
    for hit in known.levelled.finditer(text, start, end):
        first = levels.before(text, hit.start(), start)
        # One of several levels (慰问省、市劳模) names nothing, unless it is awarded or somebody's title (市劳模杨某).
        partial = text[first - 1] == "、" and hit.start() - first == 1 and not name_follows(text, hit.end())
        partial = partial or text[first : hit.start()] in _OF_ALL  # 全市劳模 are all there are
        if text[first : hit.start()] not in ("", "行业", "系统") and not (partial and _verb_before(text, first, start) is None):
            yield first, hit.end(), "honour.level"
    yield from ((first, last, "honour.level") for first, last in craftsmen(text, start, end))
    at = text.find(_OF_COUNTRY, start, end)
    while at >= 0:
        if name_follows(text, at + len(_OF_COUNTRY)):
            yield at, at + len(_OF_COUNTRY), "honour.level"
        at = text.find(_OF_COUNTRY, at + 1, end)


def _award_start(text: str, first: int) -> int:
    """Behind the count or the year with which an award opens (3项……, 2024年度……)."""
    skip = _COUNT.match(text, first) or _YEAR.match(text, first)
    return skip.end() if skip else first


def _local(text: str, first: int, last: int) -> bool:
    """Whether a title opens with a place and so many bear it (选树贵州山地工匠50人)."""
    return _COUNTED.match(text, last) is not None and any(start == first for start, _, _ in gazetteer().scan(text, first, last))


def _own_title(award: str, *, strong: bool) -> bool:
    """Whether an award that is all noun is a title all the same: 创新之星, and behind a verb of awarding 优秀组织奖."""
    return award.endswith("之星") or (strong and len(award) >= 5 and award.endswith("奖") and not award.endswith("等奖"))


def _award(text: str, first: int, last: int, strong: bool) -> int | None:
    """Where the award text[first:last] behind a verb begins; None when it is only a general noun (先进集体, 一等奖)."""
    known = words()
    if text[last - 2 : last] in _NO_PRIZE:
        return None
    first = _award_start(text, first)
    again = [hit.end() for hit in known.verb.finditer(text, first, last) if hit.group() in known.awarding]
    first = again[-1] if again else first
    award = next((hit for hit in known.award.finditer(text, first, last) if hit.end() == last), None)
    if award is not None:
        return levels.before(text, award.start(), first)
    head = known.ending.search(text[first:last])
    if head is None or head.start() < 2:
        return first if head is not None and _own_title(text[first:last], strong=strong) else None
    cup = _CUP_PRIZE.match(text, first, last)
    if cup:
        return cup.end()
    prize = _PRIZE.search(text, first, last)
    contest = initiative_words().strong.search(text, first, prize.start()) if prize else None
    if prize and contest:
        return prize.start()
    level = levels.before(text, first + head.start(), first) < first + head.start() or head.group().endswith("之星")
    return first if strong or level or text[first - 1] == "“" or _local(text, first, last) else None


def _listed(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Awards behind a verb of awarding, one after another (荣获甲奖、乙先进集体)."""
    known = words()
    for hit in known.called.finditer(text, start, end):
        first = _award_start(text, hit.start(1))
        # 授予 without 被 has its recipient behind it (授予某人……称号).
        active = hit.group().startswith("授予") and "被" not in text[max(start, hit.start() - 20) : hit.start()]
        if hit.end(1) - first >= 4 and hit.group(1)[-1] not in "的等" and "该" not in hit.group(1) and not active:
            yield first, hit.end(1), "honour.called"
    for series in known.series.finditer(text, start, end):
        for one in _ITEM.finditer(text, *series.span(1)):
            first, last = _award_start(text, one.start()), one.end()
            if last - first >= 5 and not known.verb.search(text, first, last) and not _PRIZE.fullmatch(text, first, last):
                yield first, last, "honour.series"
    for verb in known.verb.finditer(text, start, end):
        strong = verb.group().rstrip("了过") in known.awarding
        at = verb.end()
        if verb.group() == "获" and text[at : at + 1] == "奖":  # 获奖代表队
            continue
        while item := known.item.match(text, at, end):
            first, last = item.span(1)
            begin = _award(text, first, last, strong)
            if begin is not None:
                yield begin, last, "honour.verb"
            at = last + (text[last : last + 1] == "”")
            link = _LINK.match(text, at, end)
            if not link or not link.group().strip():
                break
            at = link.end()


def row_is_honours(text: str, row: list[quotes.Quote], floor: int) -> bool:
    """Whether a row of quotations names titles of honour, by the noun behind it, the verb before it, or its own wording."""
    known = words()
    end = row[-1].outer[1]
    if _TITLE_AFTER.match(text, end):
        return True
    if known.item.match(text, end) and text[end] != "等":
        return False  # the quotation is the first half of an award (“……杯”竞赛优胜单位)
    insides = [text[q.start : q.end] for q in row]
    if any(_NO_TITLE.search(inside) for inside in insides):
        return False
    titled = [bool(known.ending.search(inside)) for inside in insides]
    opened = [bool(known.opener.match(inside)) for inside in insides]
    verb = _verb_before(text, row[0].outer[0], floor)
    head = head_after(text, end) is not None
    choice = _CHOICE_AFTER.match(text, end) is not None
    motto = choice and any("——" in inside for inside in insides)  # what is chosen is behind the dash, the choice has the name
    if _built(text, row, floor) or motto or (choice and all(_COUNTED_CHOICE.fullmatch(inside) for inside in insides)):
        return False
    if not head and all(_PRIZE_NAME.match(inside) for inside in insides):
        return True
    if _level_counted(text, row, floor) or (not head and _NAMED_AS.search(text[max(floor, row[0].outer[0] - 90) : row[0].outer[0]])):
        return True
    if _DATED_BEFORE.search(text[max(floor, row[0].outer[0] - 8) : row[0].outer[0]]) and all(titled) and not head:
        return True
    if not head and all(map(is_craftsmen, insides)):
        return True
    if verb == "awarding" and _CHOSEN.search(text[max(floor, row[0].outer[0] - 8) : row[0].outer[0]]) and not head:
        return True
    if not head and _INTO.search(text[max(floor, row[0].outer[0] - 4) : row[0].outer[0]]) and all(map(is_of_place, insides)):
        return True
    housed = any(map(is_plain_house, insides))
    if all(titled) and not head and not housed and _NATIONAL.search(text[max(floor, row[0].outer[0] - 3) : row[0].outer[0]]):
        return True
    if not head and name_follows(text, end) and all(map(is_of_person, insides)):
        return True
    if verb == "next" or any(known.award.fullmatch(inside) for inside in insides):
        return True
    if (any(titled) and _PERSONS_AFTER.match(text, end)) or (all(map(is_ranked_title, insides)) and not head):
        return True
    if head and not choice:
        return False
    named = [bool(known.title.search(i)) and len(i) > 2 and not is_plain_house(i) for i in insides]
    if all(a and b for a, b in zip(named, opened, strict=True)) or (verb is not None and all(opened)):
        return True
    return any(titled) and (choice or verb is not None)


def _built(text: str, row: list[quotes.Quote], floor: int) -> bool:
    """Whether a verb of building stands right before a quoted house (打造“最美……驿站”): then it is what was built."""
    head = head_of(text[row[-1].start : row[-1].end])
    building = _BUILDING.search(text[max(floor, row[0].outer[0] - 4) : row[0].outer[0]])
    plate = _PLATE.match(text, row[-1].outer[1])
    return head is not None and head.kind in {"station", "platform"} and (building is not None or plate is not None)


def _level_counted(text: str, row: list[quotes.Quote], floor: int) -> bool:
    """Whether a level stands before and a count behind one quotation (省“书香企业”2家)."""
    first = levels.before(text, row[0].outer[0], floor)
    who = words().title.search(text[row[-1].start : row[-1].end])
    return first < row[0].outer[0] and who is not None and _COUNTED.match(text, row[-1].outer[1]) is not None


def _verb_before(text: str, at: int, floor: int) -> str | None:
    """The verb before a quotation: `next` right behind one of awarding, `awarding` or `selecting` a few words behind one, else None."""
    known = words()
    clause = _CLAUSE.split(text[max(floor, at - 24) : at])[-1].split(",")[-1]
    hits = list(known.verb.finditer(clause))
    gap = len(clause) - hits[-1].end() if hits else 99
    if gap > 12:
        return None
    if hits[-1].group().rstrip("了过") not in known.awarding:
        return "selecting"
    beside = _OF_PLACE.fullmatch(clause, len(clause) - gap)  # 获评某市“……”
    return "next" if beside and hits[-1].group().rstrip("了过") in known.conferring else "awarding"


@lru_cache(maxsize=256)
def quoted(text: str, block: Block) -> tuple[quotes.Quote, ...]:
    """The quotations of a block that are titles of honour."""
    marks = [q for q in quotes.find(text, block.start, block.end) if q.mark in "“「" and q.depth == 0]
    return tuple(q for row in quotes.rows(text, marks) if row_is_honours(text, row, block.start) for q in row)


def _split(text: str, quote: quotes.Quote) -> Iterator[tuple[int, int, str]]:
    """A quotation that lists several titles (“甲奖、乙先进集体”) gives each of them, else itself."""
    parts = text[quote.start : quote.end].split("、")
    if len(parts) > 1 and all(words().ending.search(part) for part in parts):
        at = quote.start
        for part in parts:
            yield at, at + len(part), "honour.quoted"
            at += len(part) + 1
    else:
        yield quote.start, quote.end, "honour.quoted"


def _again(text: str, article: Article, names: set[str]) -> Iterator[tuple[int, int, str]]:
    """The other places of an article where a quoted title stands again between marks."""
    bare = [name for name in names if len(name) >= 6 or (len(name) >= 4 and words().ending.search(name))]
    pattern = re.compile(either(bare)) if bare else None
    for block in article.blocks:
        for hit in pattern.finditer(text, block.start, block.end) if pattern else ():
            yield hit.start(), hit.end(), "honour.repeated"
        for quote in quotes.find(text, block.start, block.end):
            if text[quote.start : quote.end] in names and head_after(text, quote.outer[1]) is None:
                yield quote.start, quote.end, "honour.repeated"


def find(page: Page, article: Article) -> list[Mention]:
    """The Honour mentions of an article by their start; where readings overlap the longest holds."""
    text = page.view
    spans: list[tuple[int, int, str]] = []
    titled: set[str] = set()
    for block in article.blocks:
        covered = [q.outer for q in titles(text, block.start, block.end)]
        marked = {(q.start, q.end) for q in quotes.find(text, block.start, block.end)}
        known = [s for s in _named(text, block.start, block.end) if s[2] == "honour.award" or s[:2] not in marked]
        titled.update(_ORDINAL.sub("", text[a:b]) for a, b, rule in known if rule == "honour.ranked")
        found = [*known, *_listed(text, block.start, block.end)]
        for quote in quoted(text, block):
            parts = list(_split(text, quote))
            found.extend(parts)
            titled.update(text[a:b] for a, b, _ in parts)
        spans.extend(s for s in found if not any(a < s[1] and s[0] < b for a, b in covered))
    spans.extend(_again(text, article, titled))
    kept: list[tuple[int, int, str]] = []
    for start, end, rule in sorted(spans, key=lambda s: (s[0] - s[1], s[0], s[2])):
        if all(end <= a or b <= start for a, b, _ in kept):
            kept.append((start, end, rule))
    return [Mention("Honour", start, end, text[start:end], article.id, rule) for start, end, rule in sorted(kept)]
