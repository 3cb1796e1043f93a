"""The paragraphs that the quotes stand in, cut once from the pages, so that a view can show every quote in its surroundings."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

_LONG = 700  # a paragraph longer than this is cut down to the surroundings of the quote
_AROUND = 220  # characters kept on either side then


@dataclass(slots=True)
class Passages:
    """Collects paragraphs. `rows` are [page number, start, text]: offsets are code points of the page's raw text."""

    texts: Mapping[str, str]
    numbers: Mapping[str, int]
    rows: list[tuple[int, int, str]] = field(default_factory=list)
    _known: dict[tuple[str, int, int], int] = field(default_factory=dict)
    _breaks: dict[str, list[int]] = field(default_factory=dict)

    def place(self, page: str, start: int, end: int) -> tuple[int, int, int] | None:
        """(row, start, end) of a quote within its paragraph; None when the page's text is not there."""
        raw = self.texts.get(page, "")
        if not 0 <= start < end <= len(raw):
            return None
        if page not in self._breaks:
            self._breaks[page] = [-1] + [i for i, c in enumerate(raw) if c == "\n"]
        breaks = self._breaks[page]
        first = breaks[bisect_right(breaks, start) - 1] + 1
        after = bisect_right(breaks, end - 1)
        last = breaks[after] if after < len(breaks) else len(raw)
        if last - first > _LONG:
            first, last = max(first, start - _AROUND), min(last, end + _AROUND)
        key = (page, first, last)
        if key not in self._known:
            self._known[key] = len(self.rows)
            self.rows.append((self.numbers[page], first, raw[first:last]))
        return self._known[key], start - first, end - first
