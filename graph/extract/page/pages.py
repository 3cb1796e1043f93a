"""Page files (.txt, .md, .html, .pdf, .docx) -> Page: the raw text, and the view that is read, with a map between them."""

import re
from array import array
from collections.abc import Sequence, Set
from hashlib import sha256
from pathlib import Path

from graph.characters import is_dropped, simplify
from graph.errors import PageError
from graph.extract.page import docx, folio, pdf
from graph.extract.page.encoding import decode, disguised
from graph.extract.page.lines import Line, paragraphs, stray_spaces
from graph.extract.page.markup import Traced, heading_level, marks, published, trace
from graph.files import no_access
from graph.records import Page

MAX_BYTES = 50_000_000


def read(path: Path, *, name: str | None = None, shown: str | None = None, date: str | None = None, region: str | None = None) -> Page:
    """Read one page.

    `name` is what tables call the page (default: the file's name), `shown` the path that they give (default: `path`); `date` (YYYY, YYYY-MM
    or YYYY-MM-DD) holds where neither the page's first lines, nor its metadata, nor the file's name states a day, `region` (the code of a
    division) where an article's text tells none.
    Line ends are kept in `raw` as they are in the file, so offsets count \\r\\n as two characters. The raw text of a PDF or Word file is
    what graph.extract.page.pdf or docx takes out of it, and its `encoding` is `pdf` or `docx`. Raises PageError for a file that is missing,
    empty, too large, binary, in an unknown encoding or not what its ending says, and for a PDF or Word file without readable text.
    """
    data = _bytes(path)
    raw, encoding = _text(path, data)
    view, starts, ends = normalise(raw)
    if not view:
        raise PageError("{path}: no text in it: leave it out, or check how it was made", path=path)
    return Page(
        name=name or path.name,
        path=shown or str(path),
        raw=raw,
        view=view,
        starts=starts,
        ends=ends,
        sha256=sha256(data).hexdigest(),
        encoding=encoding,
        paper=folio.paper(view, path.name),
        date=folio.date(view, published(raw), path.name) or date,
        region=region,
    )


def _text(path: Path, data: bytes) -> tuple[str, str]:
    """The raw text of a file and its encoding."""
    named = path.suffix.lower().removeprefix(".")
    for kind, belongs, text_of in (("pdf", pdf.is_pdf, pdf.text_of), ("docx", docx.is_docx, docx.text_of)):
        if belongs(data):
            try:
                return text_of(data), kind
            except ValueError as error:
                raise PageError("{path}: {error}", path=path, error=error) from error
    if (wrong := disguised(data)) is not None:
        raise PageError("{path}: {wrong}", path=path, wrong=wrong)
    if named in {"pdf", "docx"}:
        raise PageError(
            "{path}: no {named} file, whatever its ending says: fetch it again, or rename it to what it is", path=path, named=named
        )
    try:
        return decode(data)
    except ValueError as error:
        raise PageError("{path}: unknown encoding or not a text file ({error}): save it as UTF-8 text", path=path, error=error) from error


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise PageError("{path}: is a folder: name its page files instead", path=path)
        if path.stat().st_size > MAX_BYTES:
            raise PageError("{path}: larger than {size} MB: split it into pages", path=path, size=MAX_BYTES // 1000000)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise PageError("{path}: no such file", path=path) from error
    except OSError as error:
        raise no_access(path, error) from error
    except ValueError as error:
        raise PageError("{path}: no file can have this name ({error}): check it", path=path, error=error) from error


def normalise(raw: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """The view of a raw text and, for each of its characters, where its raw characters start and end.

    The view has one paragraph a line. Gone are markup, blank lines, the line breaks inside paragraphs, zero-width characters
    and stray spaces; characters are simplified, half-width and radical-free (see graph.characters).
    """
    traced = trace(raw)
    chars: list[str] = []
    indices: list[int] = []
    for paragraph in paragraphs(_lines(traced, raw)):
        if chars:
            chars.append("\n")
            indices.append(paragraph[0].after)
        text, places = _joined(paragraph)
        if dropped := stray_spaces(text):
            places = [place for i, place in enumerate(places) if i not in dropped]
            text = "".join(char for i, char in enumerate(text) if i not in dropped)
        chars += _curled(list(text))
        indices += places
    starts = array("L", map(traced.starts.__getitem__, indices))
    ends = array("L", map(traced.ends.__getitem__, indices))
    return "".join(chars), starts, ends


_BREAK = re.compile(r"\r\n|[\n\r\x1c-\x1e\x85\u2028\u2029]|$")
_INDENT = re.compile(r"(?:\u3000| |\u00a0){2,}|\t")


def _lines(traced: Traced, raw: str) -> list[Line]:
    """The lines that show something once marks, zero-width characters and surrounding spaces are gone."""
    shown = simplify(traced.text)
    unseen = frozenset(filter(is_dropped, set(shown)))
    found: list[Line] = []
    start, blanks, after, raw_end = 0, 0, 0, 0
    for stop in _BREAK.finditer(shown):
        indices = _kept(traced, shown, unseen, (start, stop.start()))
        if indices:
            level = heading_level(raw[raw_end : traced.starts[indices[0]]])
            indented = _INDENT.match(traced.text, start, stop.start()) is not None
            text = "".join(map(shown.__getitem__, indices))
            found.append(Line(indices, text, level, blanks, indented, after))
            blanks, raw_end = 0, traced.ends[indices[-1]]
        elif found:
            blanks += 1
        start, after = stop.end(), max(stop.end() - 1, 0)
    return found


def _kept(traced: Traced, shown: str, unseen: Set[str], span: tuple[int, int]) -> list[int]:
    """The indices of a line's visible characters: marks dropped, each run of spaces reduced to one, none at the ends."""
    start, end = span
    marked: set[int] = set()
    if not traced.html:
        line = traced.text[start:end]
        marked.update(start + i for a, b in marks(line) for i in range(a, b))
    kept = [i for i in range(start, end) if shown[i] not in unseen and i not in marked]
    if " " in shown[start:end]:
        kept = [i for n, i in enumerate(kept) if shown[i] != " " or (n > 0 and shown[kept[n - 1]] != " ")]
        if kept and shown[kept[-1]] == " ":
            kept.pop()
    return kept


def _joined(paragraph: list[Line]) -> tuple[str, list[int]]:
    """Text and indices of the lines of one paragraph; a space only between two Latin words."""
    text, places = paragraph[0].text, list(paragraph[0].indices)
    for line in paragraph[1:]:
        if text[-1].isascii() and text[-1].isalpha() and line.text[0].isascii() and line.text[0].isalpha():
            text += " "
            places.append(line.after)
        text += line.text
        places += line.indices
    return text, places


def _curled(chars: list[str]) -> list[str]:
    """Straight double quotes that pair up within the paragraph become “ and ”."""
    count = chars.count('"')
    if count == 0 or count % 2:
        return chars
    opening = True
    for i, char in enumerate(chars):
        if char == '"':
            chars[i] = "“" if opening else "”"
            opening = not opening
    return chars
