"""Small tables in every format."""

import argparse
import csv
import io
import json

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import OutputError
from graph.show import Sheet, as_json, comma_separated, markdown, show, terminal, width, wrap

SHEET = Sheet("s", "标题", (("name", "名称"), ("n", "数")), [{"name": "甲县=总工会", "n": 3}, {"name": "=1+1|<b>", "n": 0.5}])


def test_columns_line_up_for_double_width_characters():
    lines = terminal([SHEET], 80).splitlines()
    starts = [width(line[: line.rindex("  ")]) for line in lines[1:]]
    assert len({width(line) - len(line.split()[-1]) for line in lines[3:]}) == 1
    assert lines[0] == "标题"
    assert max(starts) <= 80


@pytest.mark.parametrize("room", [30, 44, 100])
def test_a_table_fits_the_terminal(room):
    sheet = Sheet("s", "", (("a", "甲"), ("b", "乙"), ("c", "丙")), [{"a": "很长的一句话" * 9, "b": "short", "c": "另一句话" * 5}])
    assert max(width(line) for line in terminal([sheet], room).splitlines()) <= room


def test_what_is_to_be_copied_is_broken_last():
    rows = [{"a": "很长的一句话" * 9, "b": "甲举措 --region 乙县", "c": "另一句话" * 5}]
    sheet = Sheet("s", "", (("a", "甲"), ("b", "乙"), ("c", "丙")), rows, whole=("b",))
    assert any("甲举措 --region 乙县" in line for line in terminal([sheet], 50).splitlines())
    assert max(width(line) for line in terminal([sheet], 30).splitlines()) <= 30


@given(st.text(alphabet="甲乙abc,。 ", max_size=60), st.integers(min_value=2, max_value=20))
def test_wrapping_loses_nothing_and_never_overflows(text, columns):
    lines = wrap(text, columns)
    assert "".join(lines) == text
    assert all(width(line) <= columns for line in lines)


def test_csv_disarms_formulas_and_names_the_section():
    rows = list(csv.reader(io.StringIO(comma_separated([SHEET, Sheet("t", "", (("x", "丁"),), [{"x": "y"}])]))))
    assert rows[0] == ["section", "name", "n", "x"]
    assert rows[2] == ["s", "'=1+1|<b>", "0.5", ""]
    assert rows[3] == ["t", "", "", "y"]


def test_markdown_escapes_what_would_break_the_table():
    assert "| =1+1\\|&lt;b> | 0.5 |" in markdown([SHEET])


def test_json_keeps_numbers():
    assert json.loads(as_json([SHEET]))[0] == {"name": "甲县=总工会", "n": 3}
    assert set(json.loads(as_json([SHEET, Sheet("t", "", (), [])]))) == {"s", "t"}


def test_a_workbook_holds_text_as_text(tmp_path):
    path = tmp_path / "答.xlsx"
    show([SHEET], argparse.Namespace(format="xlsx", output=path))
    page = openpyxl.load_workbook(path)["标题"]
    assert page["A3"].value == "=1+1|<b>"
    assert page["A3"].data_type == "s"
    assert page["B2"].value == 3


def test_a_cell_too_long_for_excel_is_cut_and_said(tmp_path, capsys):
    path, whole = tmp_path / "长.xlsx", "驿" * 32_767
    rows = [{"name": whole}, {"name": whole + "站"}, {"name": "甲\x01县"}]
    show([Sheet("s", "标题", (("name", "名称"),), rows)], argparse.Namespace(format="xlsx", output=path))
    page = openpyxl.load_workbook(path)["标题"]
    assert [page[f"A{row}"].value for row in (2, 3, 4)] == [whole, whole[:-1] + "…", "甲县"]
    assert capsys.readouterr().err == f"{path}: 1 cells cut at the 32767 characters that Excel holds: --format csv gives them whole\n"


def test_a_workbook_needs_a_file_and_a_bad_path_is_named(tmp_path):
    with pytest.raises(OutputError, match="--output"):
        show([SHEET], argparse.Namespace(format="xlsx", output=None))
    with pytest.raises(OutputError, match="no"):
        show([SHEET], argparse.Namespace(format="csv", output=tmp_path / "no" / "x.csv"))
