"""Small tables to a terminal, CSV, JSON, Markdown or a workbook. Terminal columns respect the double width of Chinese characters."""

import argparse
import csv
import io
import json
import shutil
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from wcwidth import wcswidth, wcwidth

from graph.errors import OutputError
from graph.messages import say, tell
from graph.tables import disarm

FORMATS = ("table", "csv", "json", "md", "xlsx")
_NARROWEST = 8  # columns of a terminal below which a column is not squeezed
_GAP = "  "
_LONGEST = 120  # characters of a cell on a terminal; the other formats give all
EXCEL_CELL = 32_767  # characters of a cell that Excel holds (Excel specifications and limits)
EXCEL_ROWS = 1_048_575  # rows of a sheet below its head (same)
_WIDEST = 60  # characters of a column of a workbook
_SHORT = 24  # characters of a cell that stands on one line
_MEASURED = 200  # rows that tell how wide a column is
_WRAPPED = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to show: a key for machines and a title for people, columns (key, heading), rows by key; `whole` are the keys of columns
    that are to be copied: a terminal breaks them last and cuts nothing off."""

    key: str
    title: str
    columns: tuple[tuple[str, str], ...]
    rows: Sequence[dict[str, Any]]
    whole: tuple[str, ...] = ()

    def cells(self) -> list[list[str]]:
        """The rows as text."""
        return [[_text(row.get(key)) for key, _ in self.columns] for row in self.rows]


def add_output_arguments(parser: argparse.ArgumentParser) -> None:
    """--format and --output."""
    parser.add_argument("--format", choices=FORMATS, default="table", help=tell("how the answer is written (default: table)"))
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=tell("write the answer into FILE (needed for xlsx)"))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}"
    return " ".join(str(value).split())


def show(sheets: Sequence[Sheet], args: argparse.Namespace) -> None:
    """Writes the sheets as `args.format` to `args.output` or standard output. Raises OutputError."""
    if args.format == "xlsx":
        if args.output is None:
            raise OutputError("a workbook needs a file: add --output NAME.xlsx")
        content = workbook(sheets)
        if cut := cut_cells(sheets):
            template = "{output}: {count} cells cut at the {most} characters that Excel holds: --format csv gives them whole"
            say(template, output=args.output, count=cut, most=EXCEL_CELL)
    else:
        writers = {"table": terminal, "csv": comma_separated, "json": as_json, "md": markdown}
        content = writers[args.format](sheets).encode("utf-8-sig" if args.format == "csv" and args.output else "utf-8")
    if args.output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        args.output.write_bytes(content)
    except OSError as error:
        raise OutputError("{output}: {reason}: choose another file", output=args.output, reason=error.strerror) from error


def width(text: str) -> int:
    """Columns of a terminal that a text takes."""
    return max(0, wcswidth(text)) if text.isprintable() else len(text)


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most `columns` terminal columns; Chinese may break between any two characters."""
    lines, line, taken = [], "", 0
    for char in text:
        wide = max(0, wcwidth(char))
        if taken + wide > columns and line:
            lines.append(line)
            line, taken = "", 0
        line += char
        taken += wide
    return [*lines, line]


def _widths(headings: Sequence[str], rows: Sequence[Sequence[str]], room: int, whole: Collection[int] = ()) -> list[int]:
    """Widths that fit the room: the widest columns give way first, those at the places `whole` after all others."""
    widths = [max(map(width, column)) for column in zip(headings, *rows, strict=True)]
    over = sum(widths) + len(_GAP) * (len(widths) - 1) - room
    for yielding in ([at for at in range(len(widths)) if at not in whole], sorted(whole)):
        while over > 0 and yielding and max(widths[at] for at in yielding) > _NARROWEST:
            widest = max(yielding, key=lambda at: widths[at])
            second = max([widths[at] for at in yielding if at != widest] + [_NARROWEST])
            cut = min(over, max(1, widths[widest] - second))
            widths[widest] -= cut
            over -= cut
    return widths


def terminal(sheets: Sequence[Sheet], room: int | None = None) -> str:
    """Columns for a terminal, as wide as it is; long cells go on in the next line, very long ones are cut. Empty sheets are left out."""
    room = room or shutil.get_terminal_size((100, 24)).columns
    blocks = []
    for sheet in (sheet for sheet in sheets if sheet.rows or len(sheets) == 1):
        headings = [heading for _, heading in sheet.columns]
        whole = [at for at, (key, _) in enumerate(sheet.columns) if key in sheet.whole]
        rows = [
            [cell if at in whole or len(cell) <= _LONGEST else cell[: _LONGEST - 1] + "…" for at, cell in enumerate(row)]
            for row in sheet.cells()
        ]
        widths = _widths(headings, rows, room, whole)
        lines = [sheet.title] if sheet.title else []
        for number, row in enumerate([headings, *rows]):
            folded = [wrap(cell, columns) for cell, columns in zip(row, widths, strict=True)]
            for at in range(max(map(len, folded))):
                parts = [cell[at] if at < len(cell) else "" for cell in folded]
                padded = [part + " " * (columns - width(part)) for part, columns in zip(parts, widths, strict=True)]
                lines.append(_GAP.join(padded).rstrip())
            if number == 0:
                lines.append(_GAP.join("-" * columns for columns in widths))
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def markdown(sheets: Sequence[Sheet]) -> str:
    """Pipe tables with a heading each; empty ones are left out."""

    def line(cells: Sequence[str]) -> str:
        return "| " + " | ".join(cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;") for cell in cells) + " |"

    blocks = []
    for sheet in (sheet for sheet in sheets if sheet.rows or len(sheets) == 1):
        lines = [f"## {sheet.title}", ""] if sheet.title else []
        lines += [line([heading for _, heading in sheet.columns]), "|" + " --- |" * len(sheet.columns), *map(line, sheet.cells())]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def comma_separated(sheets: Sequence[Sheet]) -> str:
    """One CSV table; with several sheets a first column says which one a row is from. Formula cells are disarmed."""
    columns = list(dict.fromkeys(key for sheet in sheets for key, _ in sheet.columns))
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    several = ["section"] if len(sheets) > 1 else []
    writer.writerow([*several, *columns])
    for sheet in sheets:
        for row in sheet.rows:
            writer.writerow([*([sheet.key] if several else []), *(disarm(_text(row.get(key))) for key in columns)])
    return target.getvalue()


def as_json(sheets: Sequence[Sheet]) -> str:
    """A list of rows, or with several sheets an object of such lists."""
    lists = {sheet.key: [{key: row.get(key) for key, _ in sheet.columns} for row in sheet.rows] for sheet in sheets}
    return json.dumps(next(iter(lists.values())) if len(lists) == 1 else lists, ensure_ascii=False, indent=1) + "\n"


def _excel(text: str) -> str:
    """What a cell of a workbook can hold of a text: no control characters, and what is too long ends in …."""
    text = ILLEGAL_CHARACTERS_RE.sub("", text)
    return text if len(text) <= EXCEL_CELL else text[: EXCEL_CELL - 1] + "…"


def cut_cells(sheets: Sequence[Sheet]) -> int:
    """How many cells are longer than Excel holds."""
    return sum(len(value) > EXCEL_CELL for sheet in sheets for row in sheet.rows for value in row.values() if isinstance(value, str))


def _widths_in_excel(sheet: Sheet) -> list[int]:
    """Widths of the columns, by their heads and first rows."""
    shown = [[heading for _, heading in sheet.columns], *(Sheet("", "", sheet.columns, sheet.rows[:_MEASURED]).cells())]
    return [min(_WIDEST, max(width(cell[:_WIDEST]) for cell in column) + 2) for column in zip(*shown, strict=True)]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """An Excel workbook, a sheet each, their heads frozen, with filter buttons; text stays text; cells too long for Excel are cut."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet((sheet.title or sheet.key)[:31].translate(dict.fromkeys(map(ord, "[]:*?/\\"), " ")))
        page.freeze_panes = "A2"
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
        for number, columns in enumerate(_widths_in_excel(sheet), start=1):
            page.column_dimensions[get_column_letter(number)].width = columns
        heads = [WriteOnlyCell(page, heading) for _, heading in sheet.columns]
        for cell in heads:
            cell.font = Font(bold=True)
        page.append(heads)
        for row in sheet.rows:
            page.append([_cell_in_excel(page, row.get(key)) for key, _ in sheet.columns])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _cell_in_excel(page: Any, value: Any) -> Any:
    """A number as it is; a text as a cell that is never a formula, and that wraps when it is long."""
    if isinstance(value, int | float):
        return value
    text = _excel(_text(value))
    if len(text) <= _SHORT and not text.startswith("="):
        return text
    cell = WriteOnlyCell(page, text)
    cell.data_type = "s"
    cell.alignment = _WRAPPED
    return cell
