import csv
import re

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import TableError
from graph.model import load
from graph.tables import frame, read_tables, write_csv, write_tables


def test_tables_survive_writing_and_reading(tables, tmp_path):
    write_tables(tables, tmp_path)
    again = read_tables(tmp_path)
    for name in ("pages", "articles", "entities", "mentions", "relations", "statistics", "descriptions"):
        assert again[name].equals(tables[name]), name


def test_tables_saved_by_chinese_excel_are_read(tables, tmp_path):
    write_tables(tables, tmp_path)
    for path in tmp_path.glob("*.csv"):
        path.write_bytes(path.read_text(encoding="utf-8-sig").encode("gb18030"))
    assert read_tables(tmp_path)["entities"].equals(tables["entities"])
    (tmp_path / "mentions.csv").write_bytes(b"entity,page,start,end,text\r\n\xff\xff,p,0,1,a\r\n")
    with pytest.raises(TableError, match=r"mentions\.csv: not a CSV file in UTF-8 or GB18030 .*save it as CSV UTF-8"):
        read_tables(tmp_path)


def test_ids_stand_beside_their_names_and_a_new_name_reaches_all_tables(tables, tmp_path):
    write_tables(tables, tmp_path)
    path = tmp_path / "entities.csv"
    path.write_text(path.read_text(encoding="utf-8-sig").replace("甲县总工会", "甲县工会联合会"), encoding="utf-8")
    (tmp_path / "again").mkdir()
    write_tables(read_tables(tmp_path), tmp_path / "again")
    for folder, name in ((tmp_path, "甲县总工会"), (tmp_path / "again", "甲县工会联合会")):
        with (folder / "relations.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = [(row["head_name"], row["relation"], row["tail_name"]) for row in csv.DictReader(file)]
        assert (name, "runs", "暖心驿") in rows
        assert name in pq.read_table(folder / "mentions.parquet")["entity_name"].to_pylist()


def test_same_tables_in_another_order_give_the_same_bytes(tables, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    write_tables(tables, tmp_path / "a")
    shuffled = {name: frame(name, table.to_dict("records")[::-1]) for name, table in tables.items()}
    write_tables({name: shuffled.get(name, frame(name, [])) for name in load().tables}, tmp_path / "b")
    for name in tables:
        for suffix in ("csv", "parquet"):
            assert (tmp_path / "a" / f"{name}.{suffix}").read_bytes() == (tmp_path / "b" / f"{name}.{suffix}").read_bytes()


@given(name=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20))
def test_any_name_survives_and_no_cell_is_a_formula(name, tmp_path_factory):
    folder = tmp_path_factory.mktemp("t")
    table = frame("entities", [{"id": "x-1", "type": "Person", "name": name}])
    write_csv(table, load().tables["entities"], folder / "entities.csv")
    write_csv(frame("mentions", []), load().tables["mentions"], folder / "mentions.csv")
    text = (folder / "entities.csv").read_text(encoding="utf-8-sig")
    assert not re.search(r"(^|,)\"?[=+@\-]", text.split("\n", 1)[1])
    assert read_tables(folder)["entities"]["name"].iloc[0] == name


def test_excel_sees_a_byte_order_mark(tables, tmp_path):
    write_tables(tables, tmp_path)
    assert (tmp_path / "entities.csv").read_bytes().startswith(b"\xef\xbb\xbfid,type,name")


def test_whole_numbers_are_written_without_a_fraction(tables, tmp_path):
    write_tables(tables, tmp_path)
    assert ",12," in (tmp_path / "statistics.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("entities.csv", "id,type\nx,Person\n", r"entities\.csv: column name is missing"),
        ("mentions.csv", "entity,page,start,end,text\nx,p,zero,1,a\n", r"mentions\.csv:2: start is 'zero'"),
        ("mentions.csv", "entity,page,start,end,text\nx,p,,1,a\n", r"mentions\.csv:2: column start is empty"),
    ],
)
def test_a_broken_table_is_named_with_its_line(tables, tmp_path, file, content, message):
    write_tables(tables, tmp_path)
    (tmp_path / file).write_text(content, encoding="utf-8")
    with pytest.raises(TableError, match=message):
        read_tables(tmp_path)


def test_tables_of_another_program_may_lack_what_is_not_required(tmp_path):
    (tmp_path / "entities.csv").write_text("id,type,name\nu1,Union,甲县总工会\n", encoding="utf-8")
    (tmp_path / "mentions.csv").write_text("entity,page,start,end,text\nu1,p.txt,0,5,甲县总工会\n", encoding="utf-8")
    read = read_tables(tmp_path)
    assert read["entities"]["aliases"].tolist() == [""]
    assert read["relations"].empty


def test_missing_entities_are_said(tmp_path):
    with pytest.raises(TableError, match=r"entities\.csv: missing"):
        read_tables(tmp_path)
