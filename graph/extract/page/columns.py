"""Lines of type, and columns: the text of a PDF that is drawn row by row across its columns is put in the order in which people read it.

Most programs draw column by column, and their order stays. Where lines left and right of a gutter take turns down the page, and both sides
are running text (lines that fill their column), the left side is read first. Tables, lists in columns and single rows stay as drawn.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

# In ems: how wide a gutter is at least, and a column of running text; how far two lines of one row may stand apart; how much shorter than
# its column a line is that still fills it.
_GUTTER, _COLUMN, _ROW, _FILLED = 0.8, 8.0, 0.6, 2.0
_LEAST = 4  # lines on either side, and turns from one side to the other
_WIDE = 0x2E80  # characters from here on are as wide as their type


@dataclass(frozen=True, slots=True)
class Char:
    """A character with its size, left edge and baseline in points."""

    text: str
    size: float
    left: float
    base: float

    @property
    def right(self) -> float:
        """The right edge, near enough."""
        return self.left + self.size * (1.0 if ord(self.text) >= _WIDE else 0.5)

    def begins_below(self, before: "Char") -> bool:
        """Whether it stands under and left of the character before, so that a line begins with it."""
        return self.left < before.left and before.base - self.base > _ROW * max(self.size, before.size)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of type: its text, size, left and right edge and baseline in points, and its characters but blanks."""

    text: str
    size: float
    left: float
    right: float
    base: float
    chars: tuple[Char, ...]


def line_of(chars: Sequence[Char]) -> Line | None:
    """The line that characters make, None when all are blank."""
    text = "".join(char.text for char in chars)
    if not text.strip():
        return None
    inked = tuple(char for char in chars if not char.text.isspace())
    size = median(char.size for char in chars)
    return Line(text.strip(), size, inked[0].left, chars[-1].left + size, inked[0].base, tuple(chars))


def by_columns(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page in reading order: as drawn, but column by column where columns take turns."""
    return [line for run in _downward(lines) for line in _read(run)]


def _downward(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines in runs of which none stands higher than the one before: where the next column begins, a new run does."""
    run: list[Line] = []
    for line in lines:
        if run and line.base > run[-1].base + _ROW * max(line.size, run[-1].size):
            yield run
            run = []
        run.append(line)
    yield run


def _read(run: Sequence[Line]) -> list[Line]:
    for gutter in _gutters(run):
        if band := _band(run, gutter):
            start, stop, left, right = band
            return [*_read(run[:start]), *_read(left), *_read(right), *_read(run[stop:])]
    return list(run)


def _gutters(run: Sequence[Line]) -> list[float]:
    """Where gutters may be, from left to right: just before a left edge at which something stands behind a gap in several rows."""
    edges: Counter[int] = Counter()
    before: Char | None = None
    em = _em(run)
    for line in run:
        for char in line.chars:
            if char.text.isspace():
                continue
            if before is not None and abs(char.base - before.base) <= _ROW * em and char.left - before.right >= _GUTTER * em:
                edges[round(char.left / em)] += 1
            before = char
    return [(edge - _GUTTER) * em for edge, count in sorted(edges.items()) if count >= _LEAST]


def _em(lines: Sequence[Line]) -> float:
    return median(line.size for line in lines) if lines else 1.0


def _band(run: Sequence[Line], gutter: float) -> tuple[int, int, list[Line], list[Line]] | None:
    """The first stretch of lines that are columns left and right of the gutter: where it starts and stops, and the lines of both."""
    sides = [_sides(line, gutter) for line in run]
    start = 0
    for stop in range(len(run) + 1):
        if stop == len(run) or sides[stop] is None:
            stretch = [side for side in sides[start:stop] if side is not None]
            left, right = [one for one, _ in stretch if one], [other for _, other in stretch if other]
            turns = "".join("l" * bool(one) + "r" * bool(other) for one, other in stretch)
            if turns.count("lr") + turns.count("rl") >= _LEAST and _is_text(left) and _is_text(right) and _apart(left, right):
                return start, stop, left, right
            start = stop + 1
    return None


def _sides(line: Line, gutter: float) -> tuple[Line | None, Line | None] | None:
    """What of a line stands left and right of the gutter; None when it crosses it."""
    if line.left >= gutter:
        return None, line
    left, right = ([char for char in line.chars if (char.left < gutter) is first] for first in (True, False))
    inked = [[char for char in side if not char.text.isspace()] for side in (left, right)]
    if max(char.right for char in inked[0]) > gutter + line.size / 2:
        return None
    if not inked[1]:
        return line, None
    if min(char.left for char in inked[1]) - max(char.right for char in inked[0]) < _GUTTER * line.size:
        return None
    return line_of(left), line_of(right)


def _is_text(lines: Sequence[Line]) -> bool:
    """Whether lines are running text: a column of some width that most of them fill."""
    if len(lines) < _LEAST:
        return False
    em, left, right = _em(lines), min(line.left for line in lines), max(line.right for line in lines)
    filled = [line for line in lines if line.right >= right - _FILLED * em and line.left <= left + (_FILLED + 1) * em]
    return right - left >= _COLUMN * em and 2 * len(filled) >= len(lines)


def _apart(left: Sequence[Line], right: Sequence[Line]) -> bool:
    return min(line.left for line in right) - max(line.right for line in left) >= _GUTTER * _em(left)
