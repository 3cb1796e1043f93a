"""SHACL: a right build conforms; each kind of wrong row is named in words."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from graph import rdf, shapes
from graph.tables import Tables, read_tables

FIXTURE = Path(__file__).parent / "fixtures" / "tables"


@pytest.fixture
def tables() -> Tables:
    return read_tables(FIXTURE)


def validate(tables: Tables, most: int = shapes.MOST) -> list[str]:
    with TemporaryDirectory() as folder:
        rdf.write_all(tables, Path(folder))
        return shapes.validate(Path(folder), most=most)


def test_a_right_build_conforms(tables: Tables) -> None:
    assert validate(tables) == []


def spoil(table: str, column: str, value: Any, row: int = 0) -> Callable[[Tables], None]:
    def change(tables: Tables) -> None:
        tables[table].loc[row, column] = value

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (spoil("entities", "name", ""), "skos:prefLabel is empty"),
        (spoil("relations", "end", 0, 3), "oa:start is not before its end"),
        (spoil("relations", "confidence", 1.5, 3), "gh:confidence is too large"),
    ],
)
def test_wrong_rows_are_named(tables: Tables, change: Callable[[Tables], None], words: str) -> None:
    change(tables)
    found = validate(tables)
    assert len(found) == 1
    assert words in found[0]


def test_evidence_without_a_quote_is_named_unless_the_page_has_it(tables: Tables) -> None:
    lone = tables["relations"].index[~tables["relations"].duplicated(["page", "start", "end"], keep=False)][0]
    tables["relations"].loc[lone, "text"] = ""
    assert validate(tables) == []
    tables["pages"]["text"] = ""
    assert any("oa:exact is missing" in line for line in validate(tables))


def test_a_relation_between_wrong_kinds_names_both_the_thing_and_the_rule(tables: Tables) -> None:
    posts = tables["relations"].index[tables["relations"]["relation"] == "holdsPost"]
    region = tables["entities"].set_index("type").loc["Region", "id"].iloc[0]
    tables["relations"].loc[posts[0], "tail"] = region
    assert any("holdsPost" in line and "工会组织" in line and region in line for line in validate(tables))


def test_a_wrong_division_code_is_named(tables: Tables) -> None:
    row = tables["entities"].index[tables["entities"]["name"] == "德清县"][0]
    tables["entities"].loc[row, "adcode"] = "33052"
    assert any("gh:adcode has the wrong form" in line for line in validate(tables))


def test_a_figure_may_count_what_the_text_does_not_say(tables: Tables) -> None:
    tables["statistics"]["measure"] = ""
    assert validate(tables) == []


@pytest.mark.parametrize("most", [1, 3, 10])
def test_a_sample_of_a_right_build_conforms(tables: Tables, most: int) -> None:
    assert validate(tables, most=most) == []


def test_of_each_class_so_many_are_checked_and_always_the_same(tables: Tables) -> None:
    tables["relations"]["confidence"] = 2.0
    tables["entities"]["name"] = ""
    found = validate(tables, most=3)
    assert sum("gh:confidence is too large" in line for line in found) == 3
    assert 3 <= sum("skos:prefLabel is empty" in line for line in found) < len(tables["entities"])
    assert validate({name: table.iloc[::-1].reset_index(drop=True) for name, table in tables.items()}, most=3) == found
    assert set(found) < set(validate(tables))


def test_one_large_page_is_sampled_like_many_small_ones(tables: Tables) -> None:
    for table in tables.values():
        if "page" in table:
            table["page"] = "one.txt"
    tables["pages"] = tables["pages"].iloc[:1]
    tables["relations"]["confidence"] = 2.0
    assert len(validate(tables, most=3)) == 3


def test_relations_are_sampled_by_kind(tables: Tables) -> None:
    region = tables["entities"].set_index("type").loc["Region", "id"].iloc[0]
    wrong = tables["relations"]["relation"] == "holdsPost"
    assert wrong.sum() > 2
    tables["relations"].loc[wrong, "tail"] = region
    assert any("holdsPost" in line for line in validate(tables, most=1))
