import pytest

from graph.checks import check, require, summary
from graph.errors import TableError


def test_sound_tables_have_no_contradiction(tables):
    assert check(tables) == []


def test_each_contradiction_is_found(tables):
    tables["mentions"].loc[0, "entity"] = "union-gone"
    tables["mentions"].loc[1, "text"] = "别的字"
    tables["relations"].loc[0, "relation"] = "likes"
    tables["relations"].loc[1, "head"], tables["relations"].loc[1, "relation"] = "initiative-n", "serves"
    tables["statistics"].loc[0, "end"] = 100_000
    said = "\n".join(map(str, check(tables)))
    told = ("union-gone is not in entities.csv", "is not '别的字'", "relation likes is none of", "serves cannot join Initiative")
    for words in (*told, "is outside"):
        assert words in said


def test_a_long_list_is_cut_with_its_count(tables):
    tables["mentions"]["entity"] = "gone"
    lines = summary(check(tables), most=2)
    assert len(lines) == 3
    assert lines[-1].startswith("... and ")


def test_nothing_is_built_of_tables_that_point_nowhere(tables):
    tables["relations"].loc[0, "tail"] = "union-gone"
    with pytest.raises(TableError, match=r"relations\.csv row 2: tail union-gone is not in entities\.csv: mend"):
        require(tables)


def test_a_mention_of_an_unknown_page_is_found(tables):
    tables["mentions"].loc[0, "page"] = "nowhere.txt"
    assert any("nowhere.txt is not in pages.csv" in problem.message for problem in require(tables))
