"""Companies that are named without a legal form in a list that says what they are: 亿纬动力、长城汽车等企业."""

import re
from collections.abc import Iterator

from graph.extract.edges import Known, Part, clause_start, parts_before
from graph.extract.lexicon import name_words

__all__ = ["listed_companies"]

_NUMBER = r"(?:[\d一二三四五六七八九十百两几多余]+(?:家|个|户)?)?"
_END = re.compile(rf"等{_NUMBER}(?:[\u4e00-\u9fff]{{0,6}}?)(?:企业|公司|厂家|车企|药企|厂商)")
_SEPARATOR = re.compile(r"[、和与及]\Z")
_ITEM = re.compile(r"[A-Za-z0-9·()\u4e00-\u9fff]{2,12}")


def listed_companies(view: str, start: int, end: int, known: Known) -> Iterator[tuple[int, int]]:
    """The spans of the names right before 等企业 and, over 、 and 和, left of them."""
    for match in _END.finditer(view, start, end):
        stop = match.start()
        while True:
            begin = clause_start(view, start, stop)
            parts = parts_before(view, begin, stop, known)
            if not parts or not _named(parts):
                break
            yield parts[0].start, stop
            separator = _SEPARATOR.search(view, max(start, parts[0].start - 1), parts[0].start)
            if separator is None:
                break
            stop = separator.start()


def _named(parts: list[Part]) -> bool:
    """Whether the parts hold a brand of two characters or more, known or unknown to the dictionary."""
    if any(part.text in name_words().brands for part in parts):
        return True
    if any(part.kind in {"every", "tier", "zone", "union", "verb"} for part in parts):
        return False
    brand = "".join(part.text for part in parts if part.kind == "brand")
    return len(brand) >= 2 and 3 <= parts[-1].end - parts[0].start <= 12
