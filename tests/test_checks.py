from graph.checks import check, summary


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
