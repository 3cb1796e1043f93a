"""Lines of a page -> its paragraphs: broken paragraphs joined, spaces that the reading machine put in taken out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.extract.page.bylines import is_name
from graph.extract.page.folio import is_folio
from graph.extract.page.furniture import is_notice, is_page_number

_TERMINAL = re.compile(r"(?:[。!?;:…]|[。!?…][”’」』)》]{1,2})$")
_CREDIT_END = re.compile(r"(?:\([^()]{1,30}\)|摄|文/图|图/文|供图|摄影|摄影报道)$")
_NAME_END = re.compile(r"[。!?]([一-鿿]{2,4})$")
_LIST_START = re.compile(r"[(]?[一二三四五六七八九十0-9]{1,3}[)、.](?!\d)|[①-⑳■◆●▲★□◇○△☆※]|——")
_FURNITURE = re.compile(
    r"【.{1,14}】$|(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?[ \d:]*)?.{0,8}"
    r"(?:来源|作者|日期|时间|字体|责任编辑|责编|编辑|记者|通讯员|摄影|编者按|小编说)\s*[:/]"
    r"|(?=[^。]{0,80}$)(?=.*(?:来源|作者|浏览|阅读|点击|发布))[^。]{0,40}\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日? ?\d{1,2}:\d\d"
)
# A story of its own under a picture (`5月1日,... 张三 摄`), and the first words of a news item, go on with nothing.
_PICTURE_STORY = re.compile(r"(?:近日|日前|\d{1,2}月\d{1,2}日|图为).*摄[。)]?$")
_DATELINE = re.compile(
    r"本[报刊网]讯|[一-鿿]{2,6}[网报]讯 ?\(|新华社[一-鿿]{2,8}\d{1,2}月|[一-鿿]{2,10}\d{1,2}月\d{1,2}日(?:讯|电|消息)|【[一-鿿]{2,8}报道】"
)
# What a date may belong to.
_LEADS = re.compile("[于在至自从到为以及和与的是]$")
_SOURCE_END = re.compile(r"[。!?”)](?:文章|稿件)?来源 ?: ?《[^》]{1,20}》(?: ?[一-鿿]{2,4}){0,4}$")
# A line that ends in a telephone number is complete: an advertisement, an address.
_NUMBER_END = re.compile(r"\d{7,}[)。]?$")
# How a news item's first sentence begins: a line that stops in it was broken off, however short, and no headline goes on with it.
_NEWS = re.compile(r"(?:近日|日前|连日来|[今昨当][日天]|(?:\d{4}年)?\d{1,2}月\d{1,2}日),|本[报刊网]讯")
_CLOSING = tuple(",。、;:!?)”’》」』%")
_PAIRS = (("《", "》"), ("“", "”"), ("(", ")"), ("「", "」"))
_BODY = re.compile(r"[。!?;][^”》」)]|,.*,")
# A headline may call out before it tells (快来看!某地…).
_CALL = re.compile(r"[^。;,:!?]{2,12}[!?][^。;,!?]{6,}")
_MARKED = re.compile(r"[,。;:、]")
_LONG = 40  # a line this long without a full stop is no headline: it was broken off


@dataclass(frozen=True, slots=True)
class Line:
    """A line that shows something: its characters as indices into the traced text, the text they show, the level of a
    heading (0 for none), the blank lines before it, whether it is indented like a paragraph's first line, and the index of
    the line break before it."""

    indices: list[int]
    text: str
    level: int
    blanks: int
    indented: bool
    after: int


def paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines in groups that each make one paragraph.

    A line goes on with the one before when a word, title or quotation is left open there, when a long line stops without
    a full stop, or when the whole text is broken at one width. Headings, rubrics and credits always stand alone.
    """
    lines = [line for line in lines if not is_page_number(line.text)]
    layout = _Layout(lines)
    group: list[Line] = []
    for line in lines:
        if group and not layout.continues("".join(part.text for part in group), line, group[-1]):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


class _Layout:
    """How the text is set: the blank lines between two ordinary lines, the width of wrapped lines, whether it indents."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.spacing = Counter(min(line.blanks, 2) for line in lines).most_common(1)[0][0] if lines else 0
        self.indents = sum(line.indented for line in lines) >= 3
        self.width = self._wrap_width(lines)

    def _wrap_width(self, lines: Sequence[Line]) -> int | None:
        """Of the lines that another follows closely, at least 8 and six in ten are within two characters of one length."""
        lengths = [len(a.text) for a, b in pairwise(lines) if b.blanks <= self.spacing and not a.level and len(a.text) >= 8]
        if len(lengths) < 8:
            return None
        width = Counter(lengths).most_common(1)[0][0]
        near = sum(abs(length - width) <= 2 for length in lengths)
        return width if near >= 8 and near >= 0.6 * len(lengths) else None

    def continues(self, previous: str, line: Line, before: Line) -> bool:
        """Whether `line` goes on with the paragraph `previous`, whose last line is `before`."""
        text = line.text
        if line.level or before.level or _FURNITURE.match(text) or _FURNITURE.match(before.text):
            return False
        terminal = _TERMINAL.search(previous[-4:]) is not None
        if text.startswith(_CLOSING) and not terminal:
            return True
        signed = _NAME_END.search(previous[-6:])
        if is_folio(text) or is_folio(before.text) or is_notice(text) or (signed is not None and is_name(signed[1])):
            return False
        if _PICTURE_STORY.match(text) or _DATELINE.match(text) or _SOURCE_END.search(previous[-60:]):
            return False
        if line.indented or _LIST_START.match(text) or _CREDIT_END.search(previous[-40:]) or _NUMBER_END.search(previous[-12:]):
            return False
        if _NEWS.match(text) and not (_LEADS.search(previous) or _left_open(previous[-80:])):
            return False
        full = self.width is not None and line.blanks <= self.spacing and abs(len(before.text) - self.width) <= 2
        if terminal:
            # What goes on ends in a full stop or fills its line; a shorter line without one is the next headline.
            goes_on = self.width is not None and len(text) >= self.width - 2
            return full and self.indents and (goes_on or _TERMINAL.search(text) is not None)
        if full or _left_open(previous[-80:]):
            return True
        long = len(text) >= _LONG or (len(text) >= _LONG / 2 and _MARKED.search(text) is not None)
        return (is_body(previous) or _NEWS.match(previous) is not None) and (_TERMINAL.search(text) is not None or long)


def _left_open(tail: str) -> bool:
    """Whether a title, quotation or bracket that was opened is still open, or the text stops at a comma."""
    return tail.endswith((",", "、")) or any(tail.rfind(a) > tail.rfind(b) for a, b in _PAIRS)


def is_body(text: str) -> bool:
    """Whether a paragraph is running text rather than a headline, byline or other line of its own."""
    stopped = _TERMINAL.search(text) is not None or (_BODY.search(text) is not None and _CALL.fullmatch(text) is None)
    return (len(text) >= _LONG and _MARKED.search(text) is not None) or stopped or len(text) >= 1.5 * _LONG


_HAN = "㐀-鿿"
_SINGLES = re.compile(rf"(?<![{_HAN}A-Za-z0-9])[{_HAN}](?: [{_HAN}])+(?![{_HAN}A-Za-z0-9])")
# Four in a row are letter-spaced text whatever stands around them.
_SPACED = re.compile(rf"[{_HAN}](?: [{_HAN}]){{3,}}")
_ROLE_CHARS = "摄文图"
_CREDIT = re.compile(r"记者|通讯员|摄|文/图|图/文|讯|报道|作者|主席 |书记 |主任 ")
_SEGMENT = re.compile(r"[^,。;:!?()“”《》「」]+")
_SIDE = rf"[{_HAN},。、;:!?()“”《》「」%·—…]"
_STRAY = re.compile(rf"(?<={_SIDE}) (?=[{_HAN}A-Za-z0-9,。、;:!?()“”《》「」%·—…+])|(?<=[A-Za-z0-9+]) (?={_SIDE})")
_QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》|「[^「」]*」")
_NAMES = re.compile(rf"\([{_HAN}·]{{2,12}}(?: [{_HAN}·]{{2,12}}){{1,4}}\)")
_LABEL = re.compile(r"(?:来源|作者|记者|通讯员|责?编辑|责编|责任编辑|发布|时间|日期|浏览|点击|阅读|字体|字号)[^:,。 ]{0,4}:")


def stray_spaces(text: str) -> set[int]:
    """The places of the spaces in a paragraph that separate nothing.

    Between Chinese characters a space is kept only where it parts the halves of a headline or quoted slogan, names in
    a credit or in brackets, or labels (来源:… 作者:…).
    A name of two characters set with a space inside (`王 芳`) is closed up, and so is letter-spaced text.
    """
    if " " not in text:
        return set()
    dropped = {place for match in _SINGLES.finditer(text) for place in _singles(text, match)}
    if not _CREDIT.search(text):
        dropped |= {place for match in _SPACED.finditer(text) for place in range(match.start() + 1, match.end(), 2)}
    if is_body(text):
        kept = [match.span() for pattern in (_QUOTED, _NAMES) for match in pattern.finditer(text)]
        kept += [match.span() for match in _SEGMENT.finditer(text) if _CREDIT.search(match[0])]
        places = (match.start() for match in _STRAY.finditer(text))
        dropped |= {place for place in places if not (_LABEL.match(text, place + 1) or any(a < place < b - 1 for a, b in kept))}
    return dropped


def _singles(text: str, match: re.Match[str]) -> Iterator[int]:
    chars = match[0].split(" ")
    if chars[-1] in _ROLE_CHARS:
        chars.pop()
    names = (_CREDIT.search(text) is not None and not (len(chars) == 3 and is_name("".join(chars)))) or len(chars) == 2
    if names and len(chars) % 2:
        return
    for place in range(len(chars) - 1):
        if not names or place % 2 == 0:
            yield match.start() + 2 * place + 1
