"""The folio of a page: the paper and the day that its first lines, or its file name, state."""

import datetime
import re
from functools import cache, lru_cache

from graph.alternation import either
from graph.extract.language.numbers import chinese_value
from graph.extract.page.press_words import press_words

_CHINESE_DATE = re.compile(r"(?<!\d)(?<!农历)((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]")
_ISO_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/._])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_HEAD_LINES = 12
_FOLIO_LENGTH = 70
# What is left of a folio line that holds only a date, and perhaps who wrote and published it (原创 张三 青禾工会 2025-07-21).
_PUBLISHER = "[一-鿿]{1,8}(?:报|网|工会|在线|发布|客户端)"
_REST = re.compile(rf"(?:(?:原创 )?(?:[一-鿿·]{{2,8}} ){{0,2}}{_PUBLISHER}[ |·])?[\s|·,()\d:/-]*(?:[ |·]{_PUBLISHER})?")


@cache
def _paper() -> re.Pattern[str]:
    """The name of a paper."""
    return re.compile(rf"[一-鿿]{{2,10}}?{either(press_words('papers'))}|(?:工人|劳动|中国)[一-鿿]{{0,4}}报|中国工运|中国工人|工会信息")


@cache
def _furniture() -> re.Pattern[str]:
    """What stands beside the day or the paper in a folio line."""
    return re.compile(rf"周[一二三四五六日]|第? ?[0-9A-Z一二三四五六七八九十]{{1,3}} ?版|{either(press_words('folio'))}|\d:\d\d")


def _day(match: re.Match[str], groups: tuple[int, int, int]) -> str | None:
    try:
        return datetime.date(*(int(match[group]) for group in groups)).isoformat()
    except ValueError:
        return None


def _stated(text: str, *, compact: bool) -> str | None:
    patterns = [(_CHINESE_DATE, (1, 2, 3)), (_ISO_DATE, (1, 3, 4))]
    if compact:
        patterns.append((_COMPACT_DATE, (1, 2, 3)))
    for pattern, groups in patterns:
        for match in pattern.finditer(text):
            found = _day(match, groups)
            if found is not None:
                return found
    return None


def _folio_lines(view: str) -> list[str]:
    """Short lines at the head or foot of the page that are no sentence and carry page furniture beside a date or paper."""
    lines = view.split("\n")
    edge = lines if len(lines) <= 2 * _HEAD_LINES else lines[:_HEAD_LINES] + lines[-2:]
    short = [_read(line) for line in edge if len(line) <= _FOLIO_LENGTH and not line.endswith(("。", "!", "?", ";"))]
    return [line for line in short if is_folio(line) or _furniture().search(line) or _states_day(line)]


def _states_day(line: str) -> bool:
    """Whether a line holds a day, who published or who wrote, and nothing else."""
    return _SIGNED.fullmatch(line) is not None or _REST.fullmatch(_strip_dates(line)) is not None


def _read(line: str) -> str:
    """A line, its date as it was printed when the line opens with one that was misread (2o24年5月6曰), and in Arabic numerals."""
    date = _SHAPE.match(line)
    line = line[: date.end()].translate(_MISREAD) + line[date.end() :] if date else line
    return _NUMERALS.sub(_arabic, line) if "年" in line else line


def _arabic(match: re.Match[str]) -> str:
    year, month, day = (chinese_value(numeral.translate(_ZEROS)) for numeral in match.groups())
    return f"{year}年{month}月{day}日"


# A day before who wrote: 2024年5月6日 通讯员 张三.
_SIGNED = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日 [^。,!?]{0,12}(?:通讯员|记者|作者) .{2,30}")
# Letters and characters that a reading machine takes for digits and 日.
_MISREAD = str.maketrans("oOlI曰", "0011日")
_NUMERALS = re.compile(
    "(?<!农历)([一二][〇○零九][〇○零一二三四五六七八九]{2}) ?年 ?([一二三四五六七八九十]{1,2}) ?月 ?([一二三四五六七八九十]{1,3}) ?[日号]"
)
_ZEROS = str.maketrans("○零", "〇〇")
_SHAPE = re.compile(r"[12lI][90oO][\doOlI]{2}年[\doOlI]{1,2}月[\doOlI]{1,2}[日曰](?= |$)")

# The day on which a site was called up, never that of its page; and a day of the week alone, which on sites is the same.
_TODAY = re.compile("今天是|现在是")
_BARE = re.compile(r"[^\d]{0,2}(?:19|20)\d\d ?年.{3,8}星期[一二三四五六日天]")
_PUBLISHED = re.compile(r"发布|时间|日期|\d:\d\d")

# 03版; 2024年5月6日 星期一; and the number beside the name of a section: A2 要闻, 要闻 02.
_PAGE_NUMBER = re.compile(
    r"(?:^|[ (第])\d{1,5} ?版(?:$|[ :)])|(?:19|20)\d\d ?年.{3,12}星期"
    r"|^[A-Z]?0?\d[ ·|/]{1,3}[一-鿿·]{2,8}$|^[一-鿿·]{2,8}[ ·|/]{1,3}[A-Z]?0\d$"
)


@lru_cache(maxsize=256)
def is_folio(line: str) -> bool:
    """Whether a line is the head of a printed page: page number, date and day of the week, or the name of a paper."""
    return len(line) <= _FOLIO_LENGTH and (_PAGE_NUMBER.search(_read(line)) is not None or _paper().fullmatch(line) is not None)


def _strip_dates(line: str) -> str:
    return _ISO_DATE.sub("", _CHINESE_DATE.sub("", line))


def date(view: str, published: str, file_name: str) -> str | None:
    """The day of the page as YYYY-MM-DD: from a folio line, else from the page's metadata, else from the file's name; None when none
    states one."""
    lines = [line for line in _folio_lines(view) if not _TODAY.search(line)]
    if any(_PUBLISHED.search(line) and _stated(line, compact=False) for line in lines):
        lines = [line for line in lines if not _BARE.fullmatch(line)]
    for line in lines:
        found = _stated(line, compact=_PUBLISHED.match(line) is not None)
        if found is not None:
            return found
    return _stated(published, compact=True) or _stated(file_name, compact=True)


def paper(view: str, file_name: str) -> str | None:
    """The paper's name as a folio line with a date or page number, or the file's name, gives it; None when neither does."""
    for line in _folio_lines(view):
        if "来源" in line:
            continue  # the source of an article, not the page's own paper
        for part in (*line.split(" "), line.replace(" ", "")):
            match = _paper().search(part)
            if match is not None:
                return match[0]
    match = _paper().search(file_name)
    return None if match is None else match[0]
