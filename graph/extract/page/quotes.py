"""Passages between quotation marks or title marks, with nesting and with the damage that typesetting and scanning do to pairs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_PAIRS = {"”": "“", "」": "「", "』": "『", "’": "‘", "》": "《", "〉": "〈"}
_MARKS = re.compile("[“”「」『』‘’《》〈〉]")
_STOPS = re.compile("[。;!?\n]")
# Between the members of a row: a conjunction, a count (“甲”2名、“乙”4名), a year, an explanation in brackets.
_LINK = re.compile(r"\s?(?:\([^()“”。;]{1,60}\))?(?:\d+(?:余|多)?[名个人位家项次期场]\s?)?(?:、|和|及|与|以及|等)?\s?(?:\d{4}年度?)?")
# A pair that spans more than this many characters is two halves of different pairs.
_LONGEST = 160
# A second closing mark ends a quotation that began with two opening marks of which one is lost: at most this far behind.
_STRAY = 24


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between a pair of marks: view span of the inside, the opening mark, how many pairs stand around it.

    `whole` is false when the inside was cut by a lost mark; then the span begins with an opening mark of its own.
    """

    start: int
    end: int
    mark: str
    depth: int
    whole: bool = True

    @property
    def outer(self) -> tuple[int, int]:
        """The span with its marks."""
        return (self.start - 1 if self.whole else self.start), self.end + 1


@lru_cache(maxsize=256)
def find(text: str, start: int, end: int) -> tuple[Quote, ...]:
    """All quoted and titled passages in text[start:end] by their start; those of a lost opening or closing mark are left out.

    `“甲”、乙”` is read as one quotation whose first mark was lost.
    """
    stack: list[tuple[str, int]] = []
    found: list[Quote] = []
    for hit in _MARKS.finditer(text, start, end):
        mark, at = hit.group(), hit.start()
        if mark not in _PAIRS:
            stack.append((mark, at))
            continue
        opening = _PAIRS[mark]
        depths = [i for i, (m, _) in enumerate(stack) if m == opening]
        if not depths:
            _mend(text, at, opening, found)
            continue
        depth = depths[-1]
        first = stack[depth][1] + 1
        del stack[depth:]
        if first < at and at - first <= _LONGEST:
            found.append(Quote(first, at, opening, depth))
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def rows(text: str, found: Iterable[Quote]) -> Iterator[list[Quote]]:
    """Passages that follow one another as a row: “甲”“乙”、“丙”和“丁”."""
    row: list[Quote] = []
    for quote in found:
        if row and not _LINK.fullmatch(text, row[-1].outer[1], quote.outer[0]):
            yield row
            row = []
        row.append(quote)
    if row:
        yield row


def _mend(text: str, at: int, opening: str, found: list[Quote]) -> None:
    """Reads a closing mark without partner as the end of a quotation that begins at the last pair, when nothing parts them."""
    if not found or found[-1].mark != opening:
        return
    last = found[-1]
    gap = text[last.end + 1 : at]
    if 0 < len(gap) <= _STRAY and not _STOPS.search(gap):
        found[-1] = Quote(last.start - 1, at, opening, last.depth, whole=False)
