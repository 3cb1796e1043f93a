"""PDF pages with a text layer -> text: one paragraph a line, headlines marked by `#` as in Markdown.

Characters come in the order in which the PDF draws them, which in what newspapers set is story by story and column by column; where rows
are drawn across columns, the columns are read one after the other (graph.extract.page.columns). Paragraphs are found by how lines stand:
indented, after a gap, after a short last line. What a browser prints over and under each page (time, title,
address, 1/3) is left out, and so are page numbers; another head or foot that all pages bear is given once.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from graph.extract.page.columns import Char, Line, by_columns, line_of

# A PDF may have up to 1,024 bytes before its mark (ISO 32000-1, annex H.3.4.1).
_MARK_WITHIN = 1024
# Shares of the body's size from which type is a headline or a heading; a longer text is set large for show, but is no headline.
_HEADLINE, _HEADING, _HEADLINE_LENGTH = 1.6, 1.2, 60
# In ems: what an indented first line stands in, how much shorter than the column a paragraph's last line is, and the gap between paragraphs
# (from baseline to baseline, as a multiple of the usual one); in sizes of its type, how far two lines of one headline are apart at most.
_INDENT, _SHORT, _GAP, _LEADING = (1.5, 2.6), 2.0, 1.6, 1.8
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\ufffe\uffff]")
# What browsers print at the edge of a page: the address, which page of how many, the time of printing.
_PRINTED = re.compile(
    r"\b(?:https?|file)://\S"
    r"|(?:^|\s)\d+\s?/\s?\d+$|^\d+ of \d+\b|\b\d+ of \d+$|第 ?\d+ ?页[,,] ?共 ?\d+ ?页"
    r"|(?:^|\s)\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{1,4}[,,]? ?(?:上午|下午)? ?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?(?=\s|$)"
)
_NUMBERS = re.compile(r"\d+")
# How far in points a head may stand higher on one page than on another.
_SAME_HEIGHT = 3.0
_LATIN_END, _LATIN_START = re.compile(r"[A-Za-z0-9,.]$"), re.compile(r"[A-Za-z]")


def is_pdf(data: bytes) -> bool:
    """Whether the bytes of a file are a PDF."""
    return b"%PDF-" in data[:_MARK_WITHIN]


def text_of(data: bytes) -> str:
    """The text of all pages of a PDF, a blank line between two pages.

    Raises ValueError with the reason and the mend when it is damaged, locked, a picture without text, or has fonts that do not tell
    their characters.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error)
        raise ValueError("locked by a password: save it without" if locked else "a damaged PDF: save it anew") from error
    try:
        lines = [_lines(page.get_textpage()) for page in document]
    except pypdfium2.PdfiumError as error:
        raise ValueError("a damaged PDF: save it anew") from error
    finally:
        document.close()
    pages = ["\n".join(_paragraphs(by_columns(page))) for page in _without_edges(lines)]
    text = "\n\n".join(page for page in pages if page)
    if not text.strip():
        raise ValueError("a PDF of pictures without text: let a program read it (OCR) and give its text")
    if len(_UNREADABLE.findall(text)) > 0.1 * len(text):
        raise ValueError("the fonts of this PDF do not tell their characters: let a program read its picture (OCR) and give the text")
    return text


def _lines(page: pypdfium2.PdfTextPage) -> list[Line]:
    """The lines of a page in the order in which they are drawn."""
    x, base = ctypes.c_double(), ctypes.c_double()
    lines: list[Line | None] = []
    chars: list[Char] = []
    for i in range(page.count_chars()):
        text = chr(pdfium.FPDFText_GetUnicode(page, i))
        if text in "\r\n":
            lines.append(line_of(chars))
            chars = []
        elif pdfium.FPDFText_IsGenerated(page, i) == 1:
            if chars:
                chars.append(replace(chars[-1], text=text))
        else:
            pdfium.FPDFText_GetCharOrigin(page, i, x, base)
            char = Char(text, _size(page, i), x.value, base.value)
            if chars and char.begins_below(chars[-1]):  # which pdfium takes for the same line
                lines.append(line_of(chars))
                chars = []
            chars.append(char)
    return [line for line in (*lines, line_of(chars)) if line]


def _size(page: pypdfium2.PdfTextPage, index: int) -> float:
    """The size in points at which a character is drawn: the font's size times what its matrix scales."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page, index, matrix)
    scale = (abs(matrix.a * matrix.d - matrix.b * matrix.c)) ** 0.5
    return float(pdfium.FPDFText_GetFontSize(page, index)) * (scale or 1.0)


def _edge(lines: Sequence[Line], *, top: bool) -> list[Line]:
    """The lines that stand highest or lowest on a page, from left to right."""
    base = (max if top else min)(line.base for line in lines)
    return sorted((line for line in lines if abs(line.base - base) <= line.size / 2), key=lambda line: line.left)


def _row(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _without_edges(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without what a browser printed at its edges, page numbers, and heads and feet that were given before.

    What a browser prints stands at the same height of all pages and differs in its numbers alone; on a single page it stands at both edges.
    """
    kept = [list(page) for page in pages if page]
    edges = [[_edge(page, top=top) for page in kept] for top in (True, False)]
    printed = [all(_PRINTED.search(_row(row)) for row in rows) for rows in edges]
    for rows, is_printed in zip(edges, printed, strict=True):
        texts = [_row(row) for row in rows]
        same = {_NUMBERS.sub("0", text) for text in texts}
        bases = [row[0].base for row in rows]
        if len(same) != 1 or max(bases) - min(bases) > _SAME_HEIGHT or (len(rows) == 1 and not all(printed)):
            continue
        everywhere = is_printed or (len(rows) > 1 and not any(map(str.isalpha, texts[0])))
        for page, row, text in zip(kept, rows, texts, strict=True):
            if everywhere or (row is not rows[0] and text == texts[0]):
                page[:] = [line for line in page if line not in row]
    return kept


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """The lines joined to paragraphs, headlines with their mark."""
    if not lines:
        return
    layout = _Layout(lines)
    group = [lines[0]]
    for before, line in pairwise(lines):
        if layout.continues(before, line):
            group.append(line)
        else:
            yield layout.marked(group)
            group = [line]
    yield layout.marked(group)


class _Layout:
    """How a page is set: the size of its body type, where its columns start and end, the distance of two lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        self.body = sizes.most_common(1)[0][0]
        body = [line for line in lines if self._same(line.size, self.body)]
        self._lefts = Counter(round(line.left) for line in body)
        steps = [a.base - b.base for a, b in pairwise(body) if 0 < a.base - b.base < 4 * self.body]
        self._step = median(steps) if steps else 2 * self.body
        self._rights: dict[int, float] = {}
        for line in body:
            margin = self._margin(line)
            self._rights[margin] = max(self._rights.get(margin, 0.0), line.right)

    def _same(self, a: float, b: float) -> bool:
        return abs(a - b) <= 0.06 * max(a, b)

    def _outdent(self, line: Line) -> int | None:
        """The left edge of the column in which `line` is an indented first line."""
        low, high = (share * self.body for share in _INDENT)
        edges = [left for left, count in self._lefts.items() if low <= line.left - left <= high and count >= self._lefts[round(line.left)]]
        return max(edges) if edges else None

    def _margin(self, line: Line) -> int:
        outdent = self._outdent(line)
        return round(line.left) if outdent is None else outdent

    def continues(self, before: Line, line: Line) -> bool:
        """Whether `line` goes on with the paragraph of `before`."""
        if not self._same(before.size, line.size):
            return False
        step = before.base - line.base
        if not self._same(line.size, self.body):
            return 0 < step < _LEADING * line.size and not line.text.startswith("【")  # the next line of the same headline
        if self._outdent(line) is not None or step > _GAP * self._step:
            return False
        short = before.right < self._rights[self._margin(before)] - _SHORT * self.body
        return not (short and before.text.endswith(("。", "!", "！", "?", "？", "”", "）", ")")))

    def marked(self, group: Sequence[Line]) -> str:
        """The text of a paragraph; of a headline with its mark, and a space between its lines."""
        share = group[0].size / self.body
        mark = "# " if share >= _HEADLINE else "## " if share >= _HEADING else ""
        text = group[0].text
        for line in group[1:]:
            latin = _LATIN_END.search(text) and _LATIN_START.match(line.text)
            text += (" " if mark or latin else "") + line.text
        return mark + text if len(text) <= _HEADLINE_LENGTH else text
