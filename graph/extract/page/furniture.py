"""Page furniture: menus, the way to a page, buttons, counters, notices, page numbers; words in data/words/page_furniture.yaml."""

import re
from functools import cache

from graph.alternation import either
from graph.files import folder, read_yaml

__all__ = ["is_furniture", "is_notice", "is_page_number", "leads_on", "over_comments", "over_links", "tells_of_others"]

# The number of a page as print, office programs and forums set it: - 3 -, 第 3 页 共 5 页, 页: [1].
_PAGE_NUMBER = re.compile(
    r"(?:[-—–·] ?)?\d{1,4} ?[-—–·]|[-—–·] ?\d{1,4}|[(]?第 ?\d{1,4} ?页[)]?(?:[ ,/]*[(]?共 ?\d{1,4} ?页[)]?)?|页: ?\[\d+\]"
)
_LONGEST = 80
# What parts the words of a menu, or stands around them: all but letters, and marks that open or close.
_BETWEEN = r"[\W_×xXA-]"
# The way to a page: 首页 > 工会要闻 > 正文.
_WAY = re.compile(r"[^。,!?>»›]{0,24}(?:[>»›]{1,2}[^。,!?>»›]{0,30})+$")


@cache
def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = read_yaml(folder("data") / "words" / "page_furniture.yaml")
    return lists


@cache
def _menu() -> re.Pattern[str]:
    """A line of nothing but words of menus and buttons."""
    word = either(_lists()["menus"])
    return re.compile(rf"{_BETWEEN}*{word}(?:{_BETWEEN}+{word})*{_BETWEEN}*")


@cache
def _opening() -> re.Pattern[str]:
    """How a line of furniture begins."""
    return re.compile(rf"[◎●·*\s]*{either(_lists()['starts'])}|{_neighbour().pattern}")


@cache
def _labelled() -> re.Pattern[str]:
    """A line that says who made the page, where it comes from, how often it was read, how to reach the publisher."""
    word = {name: either(words) for name, words in _lists().items()}
    return re.compile(
        rf"【(?:公益)?(?:广告|公告|启事)】$|[【\[(]?(?:本版)?{word['made_by']}(?:[:/丨|\] ]|$)"
        rf"|(?:来源|作者|供稿)?{word['counted']}(?:量|数|次数)|阅读 ?\d+$"
        rf"|{word['labels']}(?:[:丨|]|$)"
        rf"|.{{0,12}}{word['reach']}.{{0,4}}[:号\d].{{0,60}}$|.{{0,4}}{word['reach_ends']}$"
        rf"|.{{0,12}}{word['imprint']}.{{0,64}}$|.{{0,12}}{word['editions']}"
        r"|.{1,60}\.(?:png|jpe?g|gif|bmp|webp)$"
        rf"|.{{1,12}}{word['publishers']}(?:官方)?{word['accounts']}(?:公众号|号|二维码)?$"
        r"|[^。]{0,6}扫一扫|END$|Top$|\d+ ?/ ?\d*$|<?正?>?$|\W+$"
    )


@cache
def _neighbour() -> re.Pattern[str]:
    """A line that names another article, or stands over such names."""
    return re.compile(rf"[◎●·*\s]*{either(_lists()['links'] + _lists()['turns'])}(?:[:|丨>»\] ]|$)")


@cache
def _notice() -> re.Pattern[str]:
    return re.compile(rf"[*※\s(【]*{either(_lists()['notices'])}")


@cache
def _over(name: str) -> re.Pattern[str]:
    """The line over a list: its heading, alone or two of them, with marks around."""
    word = either(_lists()[name])
    return re.compile(rf"[\W_]*{word}(?:[\W_]*(?:{word}|更多|more|MORE|More))*[\W_]*")


def is_page_number(text: str) -> bool:
    """Whether a line is the number of a page and nothing else."""
    return len(text) <= 24 and _PAGE_NUMBER.fullmatch(text) is not None


def is_notice(text: str) -> bool:
    """Whether a paragraph opens as a notice of law does (版权声明:…), however long it is."""
    return _notice().match(text) is not None


def is_furniture(text: str) -> bool:
    """Whether a line is no text of an article: a menu, the way to the page, a button, a counter, who edited it, a notice."""
    if is_notice(text):
        return True
    if len(text) > _LONGEST or text.endswith("。"):
        return False
    found = _opening().match(text) or _labelled().match(text) or _WAY.match(text) or _menu().fullmatch(text)
    return found is not None


def tells_of_others(text: str) -> bool:
    """Whether a line of furniture names another article (上一篇:…, 延伸阅读:…), or is a notice of law."""
    return is_notice(text) or _neighbour().match(text) is not None


def over_links(text: str) -> bool:
    """Whether a line stands over links to other articles (相关阅读, 热门推荐)."""
    return len(text) <= 20 and _over("links").fullmatch(text) is not None


def over_comments(text: str) -> bool:
    """Whether a line stands over what readers wrote (网友评论)."""
    return len(text) <= 20 and _over("comments").fullmatch(text) is not None


def leads_on(text: str) -> bool:
    """Whether a line only says that the next one is the title of the article before or after (上一篇)."""
    return len(text) <= 10 and _over("turns").fullmatch(text) is not None
