"""The workbook: all in Chinese, all rows, and what Excel has no room for is said."""

from pathlib import Path

import openpyxl
import pytest

import gonghui
from graph import workbook_command
from graph.files import read_yaml
from graph.model import load
from graph.tables import Tables, frame, read_build, write_tables

PLAN = read_yaml(Path(__file__).parent.parent / "schema" / "workbook.yaml")


@pytest.fixture
def out(tables: Tables, tmp_path: Path) -> Path:
    (tmp_path / "tables").mkdir()
    write_tables(tables, tmp_path / "tables")
    return tmp_path


def test_every_column_is_one_of_its_table_and_every_class_relation_and_theme_is_told() -> None:
    for name, sheet in PLAN["sheets"].items():
        known = {column.name for column in load().tables[name]} | ({"sentence", "region", "themes"} if name == "statistics" else set())
        assert {column.get("of", key) for key, column in sheet["columns"].items()} <= known, name
        assert all("\u4e00" <= column["zh"][0] <= "\u9fff" for column in sheet["columns"].values())


def test_a_workbook_tells_the_tables_in_chinese(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gonghui.main(["workbook", str(out), "-o", str(tmp_path / "图谱.xlsx")]) == 0
    assert "实体 7, 关系 7, 数字 1" in capsys.readouterr().err
    book = openpyxl.load_workbook(tmp_path / "图谱.xlsx")
    assert book.sheetnames == ["文章", "实体", "关系", "数字", "类似举措", "地区主题"]
    rows = {page.title: list(page.iter_rows(values_only=True)) for page in book}
    assert [page.freeze_panes for page in book] == ["A2"] * 6
    assert [page.auto_filter.ref for page in book] == [page.dimensions for page in book]
    assert ("举措", "暖心驿", None, None, None, "站点", "户外劳动者服务站点", "一版.txt", "initiative-n") in rows["实体"]
    assert ("张三", "任职", "甲县总工会", "主席", "甲县总工会主席 张三") in [row[:5] for row in rows["关系"]]
    assert rows["数字"][1][:9] == ("暖心驿", "甲县", "户外劳动者服务站点", "户外劳动者服务站", 12, "个", None, None, "12个")
    assert rows["数字"][1][9] == "近日,甲县总工会建成“暖心驿”户外劳动者服务站12个。"
    assert {row[6] for row in rows["关系"][1:]} == {"2023-08"}


def test_a_figure_has_the_themes_of_the_initiative_that_its_sentence_names(tables: Tables) -> None:
    figures = tables["statistics"].assign(subject="union-a")
    start, end = figures.iloc[0][["sentence_start", "sentence_end"]]
    named = [{"entity": "initiative-n", "page": figures.iloc[0]["page"], "start": start + 1, "end": start + 4}]
    tables = tables | {"statistics": figures, "mentions": frame("mentions", named)}
    told = {sheet.key: sheet for sheet in workbook_command.sheets({name: frame(name, []) for name in load().tables} | tables)}
    assert told["statistics"].rows[0]["themes"] == "户外劳动者服务站点"
    away = tables | {"mentions": frame("mentions", [named[0] | {"start": end}])}
    told = {sheet.key: sheet for sheet in workbook_command.sheets({name: frame(name, []) for name in load().tables} | away)}
    assert told["statistics"].rows[0]["themes"] == ""


def test_what_excel_has_no_rows_for_is_left_out_and_said(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(workbook_command, "EXCEL_ROWS", 4)
    assert gonghui.main(["workbook", str(out), "-o", str(tmp_path / "x.xlsx")]) == 0
    assert "关系: 3 rows left out, since Excel holds 4: tables/relations.csv has all" in capsys.readouterr().err
    assert openpyxl.load_workbook(tmp_path / "x.xlsx")["关系"].max_row == 5


def test_a_workbook_that_is_open_is_named(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gonghui.main(["workbook", str(out), "-o", str(tmp_path / "none" / "x.xlsx")]) == 2
    assert "close it in Excel" in capsys.readouterr().err
    assert len(workbook_command.sheets(read_build(out))) == 6
