"""Word files (.docx) -> text: one paragraph a line, headings marked by `#` as in Markdown, a table's row on a line, its cells a tab apart.

Read with the standard library: python-docx (1.2) passes over what was inserted while changes were tracked, over content controls and text
boxes, all of which a reader of the file sees. Structure after ISO/IEC 29500-1, in its transitional and its strict namespaces.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from posixpath import basename, dirname, join, normpath
from xml.etree import ElementTree as ET

_MOST = 200_000_000  # bytes of one part when unpacked
_HEADING_LENGTH = 60  # a longer text is set as a heading for show
_DEEPEST = 6  # levels of headings in Markdown
_TEXT = 9  # the outline level of running text
_ROOT_LINKS = "_rels/.rels"
_MAIN, _STYLES, _CORE = "/officeDocument", "/styles", "/core-properties"
# What no reader sees: deleted and moved text, codes of fields, notes in the margin's own place, the older twin of a text box.
_UNSEEN = frozenset({"del", "moveFrom", "delText", "instrText", "Fallback", "pPr", "rPr", "sdtPr", "tblPr", "trPr", "tcPr", "rubyPr", "rt"})
_MARKS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF = frozenset({"0", "false", "off"})
_HEADING_STYLE = re.compile(r"heading ([1-9])", re.I)


def is_docx(data: bytes) -> bool:
    """Whether the bytes of a file are a Word document in Office Open XML."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return dirname(_linked(archive, "", _MAIN) or "") == "word"
    except (zipfile.BadZipFile, ValueError):
        return False


def text_of(data: bytes) -> str:
    """The text of a Word document as it is seen with all changes accepted, without heads, feet, notes and hidden text.

    A first paragraph that the document's properties give as its title is a heading, whatever its style. The days in the properties are no
    days of a page: they tell when somebody made or copied the file. Raises ValueError with the reason and the mend when it is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            main = _linked(archive, "", _MAIN)
            if main is None:
                raise ValueError("a damaged Word file: save it anew")
            body = _parsed(archive, main)
            styles, core = _linked(archive, main, _STYLES), _linked(archive, "", _CORE)
            levels = _Levels(_parsed(archive, styles) if styles else None)
            title = _title(_parsed(archive, core)) if core else ""
    except (zipfile.BadZipFile, zlib.error, ET.ParseError, EOFError, NotImplementedError, RuntimeError) as error:
        raise ValueError("a damaged Word file: save it anew") from error
    lines = list(_lines(body, levels))
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        raise ValueError("a Word file without text, perhaps of pictures: let a program read them (OCR) and give their text")
    if lines[first].strip() == title:
        lines[first] = f"# {title}"
    return "\n".join(lines[first:]).rstrip() + "\n"


def _name(tag: str) -> str:
    """A tag without its namespace."""
    return tag.rpartition("}")[2]


def _child(node: ET.Element | None, *names: str) -> ET.Element | None:
    """The first child of a name, its first child of the next name, and so on."""
    for name in names:
        node = None if node is None else next((child for child in node if _name(child.tag) == name), None)
    return node


def _value(node: ET.Element | None, attribute: str = "val") -> str | None:
    return None if node is None else next((value for key, value in node.items() if _name(key) == attribute), None)


def _parsed(archive: zipfile.ZipFile, part: str) -> ET.Element:
    """The root of a part. Raises ValueError when it is missing, too large, or holds a document type, which the standard forbids."""
    try:
        info = archive.getinfo(part)
    except KeyError:
        raise ValueError("a damaged Word file: save it anew") from None
    if info.flag_bits & 1:
        raise ValueError("locked by a password: save it without")
    if info.file_size > _MOST:
        raise ValueError("a Word file that unpacks to too much: split it")
    text = archive.read(info)
    if b"<!DOCTYPE" in text:
        raise ValueError("a damaged Word file: save it anew")
    return ET.fromstring(text)  # noqa: S314 (no document type, so no entities)


def _linked(archive: zipfile.ZipFile, part: str, kind: str) -> str | None:
    """The part to which `part` ("" for the package) has a link whose type ends in `kind`."""
    links = join(dirname(part), "_rels", basename(part) + ".rels") if part else _ROOT_LINKS
    try:
        root = _parsed(archive, links)
    except (ET.ParseError, zlib.error) as error:
        raise ValueError("a damaged Word file: save it anew") from error
    for link in root:
        target = link.get("Target", "")
        if link.get("Type", "").endswith(kind) and link.get("TargetMode") != "External":
            return target[1:] if target.startswith("/") else normpath(join(dirname(part), target))
    return None


def _title(core: ET.Element) -> str:
    node = _child(core, "title")
    return " ".join((node.text or "").split()) if node is not None else ""


class _Levels:
    """Which headings the styles of a document make: 1 is its title, so that a heading of level 1 is 2, and so on."""

    def __init__(self, styles: ET.Element | None) -> None:
        self._styles = {_value(style, "styleId"): style for style in styles or () if _name(style.tag) == "style"}

    def of(self, paragraph: ET.Element) -> int:
        """The level of a paragraph, 0 for running text."""
        own = _level(_value(_child(paragraph, "pPr", "outlineLvl")))
        seen: set[str | None] = set()
        style = _value(_child(paragraph, "pPr", "pStyle"))
        while own is None and style in self._styles and style not in seen:
            seen.add(style)
            node = self._styles[style]
            own = _named_level(_value(_child(node, "name")) or "") or _level(_value(_child(node, "pPr", "outlineLvl")))
            style = _value(_child(node, "basedOn"))
        return own or 0


def _named_level(style: str) -> int | None:
    """The heading level of one of Word's own styles, None of others. Word writes their English names in every language."""
    heading = _HEADING_STYLE.fullmatch(style)
    if heading:
        return min(int(heading[1]) + 1, _DEEPEST)
    return 1 if style.lower() == "title" else None


def _level(outline: str | None) -> int | None:
    """The heading level of an outline level (0-8, 9 for running text), None where none is given."""
    if outline is None or not outline.isdecimal():
        return None
    return min(int(outline) + 2, _DEEPEST) if int(outline) < _TEXT else 0


def _lines(node: ET.Element, levels: _Levels) -> Iterator[str]:
    """The lines of a body, a cell or a text box, in order."""
    for child in node:
        name = _name(child.tag)
        if name == "p":
            boxes: list[ET.Element] = []
            text = "".join(_runs(child, boxes))
            level = levels.of(child)
            yield "#" * level + " " + " ".join(text.split()) if level and 0 < len(text.strip()) <= _HEADING_LENGTH else text
            for box in boxes:
                yield from _lines(box, levels)
        elif name == "tr":
            yield from _row(child, levels)
        elif name not in _UNSEEN:
            yield from _lines(child, levels)


def _row(row: ET.Element, levels: _Levels) -> Iterator[str]:
    """A row of a table on one line; where a cell holds several paragraphs the table is for layout, and each cell follows the other."""
    cells = [[line for line in _lines(cell, levels) if line.strip()] for cell in row if _name(cell.tag) not in _UNSEEN]
    if all(len(cell) <= 1 for cell in cells):
        yield "\t".join(line.strip() for cell in cells for line in cell)
    else:
        yield from (line for cell in cells for line in cell)


def _hidden(run: ET.Element) -> bool:
    mark = _child(run, "rPr", "vanish")
    return mark is not None and (_value(mark) or "") not in _OFF


def _runs(node: ET.Element, boxes: list[ET.Element]) -> Iterator[str]:
    """The text inside a paragraph; text boxes that are anchored in it go to `boxes`."""
    for child in node:
        name = _name(child.tag)
        if name == "txbxContent":
            boxes.append(child)
        elif name == "t":
            yield child.text or ""
        elif name in _MARKS:
            yield _MARKS[name]
        elif name not in _UNSEEN and not (name == "r" and _hidden(child)):
            yield from _runs(child, boxes)
