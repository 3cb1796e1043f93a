"""Paragraphs of a page and what each one looks like: rubric, heading, byline, credit, source, note, furniture, body."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.alternation import either
from graph.characters import simplify
from graph.extract.page import bylines
from graph.extract.page.folio import is_folio
from graph.extract.page.furniture import is_furniture
from graph.extract.page.lines import is_body
from graph.extract.page.markup import heading_level, title
from graph.extract.page.press_words import press_words
from graph.records import Page

_RUBRIC = re.compile(r"(?!【(?:广告|公告|启事|公益广告)】)(?:【[^】]{1,14}】|〖[^〗]{1,14}〗|[■◆▲●★|/] ?[一-鿿·]{2,8} ?[■◆▲●★|/]?)$")
_SOURCE = re.compile(
    r"(?:[一-鿿]{2,4} |\([一-鿿 ]{2,12}\) ?){0,4}[(]?(?:文章)?(?:来源|转自|原载|摘自|信息来源) ?[:丨|] ?《?[^。]{1,60}$"
    r"|[(]?(?:据|摘自|转自|原载)《[^》]+》(?:等)?[)]?$"
)
_SOURCE_AT_END = re.compile(
    r"(?:^|[。!?” (\d|])(?:文章|信息|稿件)?(?:来源|转自|原载|摘自) ?[:丨|] ?"
    r"(?!时间|日期|作者|发布)(《[^》]{1,20}》|[^。,:()\s]{2,20}?(?=发布|时间|日期|作者|编辑|浏览|阅读|点击|[。,:()\s]|$))[^。]{0,60}$"
)
_CONTACT = re.compile(r"\d{3,4}-\d{7,8}|1[3-9]\d{9}|[\w.]+@[\w.]+|https?://|www\.")
_DAY = re.compile(r"(?:\d{1,2}月\d{1,2}[日号]|\d{1,2}-\d{1,2})(?: ?\d{1,2}:\d\d(?::\d\d)?)?")
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_DATED = re.compile(r"(?:发布)?(?:时间|日期)?[:: ]?\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}[日号]?(?: ?\d{1,2}:\d\d(?::\d\d)?)?")
_DATELINE = re.compile(
    r"(?:本报|本刊|本网|本台|工报|[一-鿿]{2,8}(?:网|报|社|台)|[一-鿿]{2,6})(?:\([^)]{1,12}\))?(?:\d{1,2}月\d{1,2}日)?(?:特?讯|消息|综合消息)"
    r"(?= ?[\(,: ]|[一-鿿]{2,4}(?:、|报道)|$)"
    r"|\([一-鿿]{2,6}讯\)|《[^》]{2,8}报》[^。,]{0,24}记者[^。,]{0,16}报道:"
    r"|(?:本报|新华社|中新社|中新网|人民网|央广网)[一-鿿]{2,8}?\d{1,2}月\d{1,2}日(?:电|讯|专电)|本报[一-鿿]{2,6}(?:电|讯)[( ]"
)
_OPENER = re.compile(
    r"(?:【[^】]{2,12}】)?(?:记者(?:日前|近日|昨日|今日)?从|(?:近日|日前|连日来|昨日|昨天|今天|当日|(?:\d{4}年)?\d{1,2}月\d{1,2}日)[,至晚上下午\-—]"
    r"|(?:\d{4}年)?(?:新年|新春|春节|元旦|中秋|国庆|“?五一”?|七夕|盛夏|寒冬)(?:国际劳动节)?(?:前夕|期间|前后|假期|来临之际|伊始)?,)"
)
_CAPTION = re.compile(r"[。 ][^。,]{0,16}(?:供图|摄|摄影|/图)$")
_MAX_HEADING = 45
_SITE = re.compile(r"(?:工会|委员会|政府|公司|集团|中心|局|报|网|网站|网页|首页)$")
_GRAMMAR = re.compile("[^一-鿿]+|[的了和在为对与及等以是不有将把被中上下个们也于]")

# The kinds of paragraphs that hold names alone.
NAMES = frozenset({"byline", "credit"})


@cache
def _note() -> re.Pattern[str]:
    """How a note of the editors begins."""
    return re.compile(rf"[【(]?{either(press_words('notes'))}[】)]? ?:?")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its view span and text; kind (rubric, heading, byline, credit, source, note, other, short, body);
    heading level (0 when no mark says so); blank raw lines before it; whether they are more than between most paragraphs."""

    start: int
    end: int
    text: str
    kind: str
    level: int
    gap: int
    apart: bool = False

    @property
    def dated(self) -> bool:
        """Whether it states a day, as the line under a headline does."""
        return _DATED.search(self.text) is not None

    @property
    def opens_article(self) -> bool:
        """Whether it begins like the first paragraph of a news item (本报讯, 新华社北京5月1日电)."""
        return _DATELINE.match(self.text) is not None

    @property
    def opens_news(self) -> bool:
        """Whether it begins with a time as news items do (近日, 5月1日)."""
        return self.opens_article or _OPENER.match(self.text) is not None

    @property
    def runs(self) -> frozenset[str]:
        """The runs of three characters that may tell what it is about: none with a word of grammar in it."""
        return _runs(self.text)

    @property
    def is_caption(self) -> bool:
        """Whether it is no more than a sentence under a picture and who took it (`活动现场。通讯员供图`)."""
        return len(self.text) <= 60 and _CAPTION.search(self.text) is not None

    @property
    def closes(self) -> str | None:
        """How it ends an article: with its `source` (来源:《…》), `signed` ((记者 张三)), under a `picture` (张三 摄); None else."""
        if _SOURCE_AT_END.search(self.text):
            return "source"
        if bylines.ends_in_picture_credit(self.text):
            return "picture"
        return "signed" if bylines.ends_signed(self.text) else None


@lru_cache(maxsize=512)
def _runs(text: str) -> frozenset[str]:
    return frozenset(piece[i : i + 3] for piece in _GRAMMAR.split(text) for i in range(len(piece) - 2))


def source(paragraph: Paragraph) -> str | None:
    """The source that a source line, or the end of a body paragraph, names (with its title marks)."""
    match = _SOURCE_AT_END.search(paragraph.text)
    return match[1].strip() if match is not None else None


def paragraphs(page: Page) -> Iterator[Paragraph]:
    """The paragraphs of the view in order.

    A line that an HTML page calls itself by is its first heading, whatever tags it has; other headings rank below it.
    """
    called = re.sub('[ "“”]', "", simplify(title(page.raw)))
    named = bool(called) and any(_is_title(line, called) for line in page.view.split("\n"))
    lines = list(_lines(page))
    [(usual, _)] = Counter(gap for _, _, gap in lines[1:]).most_common(1) or [(0, 0)]
    for start, between, gap in lines:
        end = page.view.find("\n", start)
        text = page.view[start : end if end >= 0 else None]
        level = heading_level(between)
        if named:
            level = 1 if _is_title(text, called) else min(level + 1, 6) if level else 0
        yield Paragraph(start, start + len(text), text, _kind(text, level), level, gap, gap >= 2 and gap > usual)


def _lines(page: Page) -> Iterator[tuple[int, str, int]]:
    """Where each line of the view starts, the raw text before it, and the blank lines in that."""
    start, raw_end = 0, 0
    for text in page.view.split("\n"):
        end = start + len(text)
        if text:
            raw_start, next_raw_end = page.raw_span(start, end)
            between = page.raw[raw_end:raw_start]
            yield start, between, between.count("\n") - 1
            raw_end = next_raw_end
        start = end + 1


def _is_title(line: str, called: str) -> bool:
    """Whether a line is what the page is called; behind it a page names its site (甲市办起夜校_甲市总工会网)."""
    return _SITE.search(line) is None and 6 <= len(line) <= 80 and called.startswith(re.sub('[ "“”]', "", line))


def _is_dateline(text: str) -> bool:
    """Whether a line is a day and little else (paper, hour): the line under a headline."""
    match = _DATED.search(text)
    if match is None:
        return _DAY.fullmatch(text) is not None
    rest = len(text) - len(match[0])
    return match.start() == 0 or rest <= 12 or (rest <= 24 and _CLOCK.search(match[0]) is not None)


def _kind(text: str, level: int) -> str:
    if _RUBRIC.fullmatch(text):
        return "rubric"
    if _note().match(text) and (":" in text[:10] or "】" in text[:10] or len(text) <= 8):
        return "note"
    if level:
        return "heading"
    if bylines.is_credit(text):
        return "credit"
    if len(text) <= 70 and _SOURCE.match(text):
        return "source" if _SOURCE_AT_END.search(text) else "other"
    if is_furniture(text) or (len(text) <= 80 and not text.endswith("。") and (_is_dateline(text) or is_folio(text))):
        return "other"
    if len(text) <= 80 and _CONTACT.search(text):
        return "other"
    if bylines.is_byline(text):
        return "byline"
    broken_off = len(text) >= 15 and (_OPENER.match(text) or _DATELINE.match(text))
    return "body" if is_body(text) or len(text) > _MAX_HEADING or broken_off else "short"
