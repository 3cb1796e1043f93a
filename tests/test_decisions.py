import pandas as pd
import pytest

from graph.checks import check
from graph.decisions import COLUMNS, apply_decisions, read_decisions
from graph.errors import DecisionError
from graph.placement import placed
from graph.profiles import regions_of

PAGE = "一版.txt"


def decide(tmp_path, *rows):
    """Decisions from rows of (decision, target, object, page, quote)."""
    lines = [",".join(COLUMNS)] + [",".join((*row, *[""] * (5 - len(row)), "li", "2024-05-01", "checked")) for row in rows]
    path = tmp_path / "decisions.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_decisions([path])


def entity(tables, id_):
    return tables["entities"][tables["entities"]["id"] == id_].iloc[0]


def test_same_moves_all_facts_to_the_kept_entity(tables, tmp_path):
    out, idle = apply_decisions(tables, decide(tmp_path, ("same", "union-b", "union-a")))
    assert idle == []
    assert "union-b" not in set(out["entities"]["id"])
    assert "乙县总工会" in entity(out, "union-a")["aliases"].split("|")
    assert set(out["relations"][out["relations"]["relation"] == "runs"]["head"]) == {"union-a"}
    assert check(out) == []


def test_same_does_not_join_two_kinds(tables, tmp_path):
    out, idle = apply_decisions(tables, decide(tmp_path, ("same", "person-z", "union-a")))
    assert len(idle) == 1
    assert out["entities"].equals(tables["entities"])


def test_drop_takes_all_that_hangs_on_it(tables, tmp_path):
    out, _ = apply_decisions(tables, decide(tmp_path, ("drop", "initiative-n")))
    assert "initiative-n" not in out["relations"][["head", "tail"]].to_numpy()
    assert out["statistics"].empty
    assert check(out) == []


def test_drop_one_relation(tables, tmp_path):
    out, _ = apply_decisions(tables, decide(tmp_path, ("drop", "union-a runs initiative-n")))
    assert len(out["relations"]) == len(tables["relations"]) - 1
    assert len(out["entities"]) == len(tables["entities"])


def test_relabel_keeps_the_old_name_as_alias(tables, tmp_path):
    out, _ = apply_decisions(tables, decide(tmp_path, ("relabel", "", "暖心驿站", PAGE, "暖心驿")))
    row = entity(out, "initiative-n")
    assert (row["name"], row["aliases"]) == ("暖心驿站", "暖心驿")


def test_retype_drops_relations_that_the_new_kind_cannot_have(tables, tmp_path):
    out, _ = apply_decisions(tables, decide(tmp_path, ("retype", "union-b", "Organization")))
    assert entity(out, "union-b")["type"] == "Organization"
    assert check(out) == []
    out, _ = apply_decisions(tables, decide(tmp_path, ("retype", "initiative-n", "Honour")))
    assert "initiative-n" not in out["relations"][["head", "tail"]].to_numpy()
    assert check(out) == []


def test_theme_and_alias(tables, tmp_path):
    out, idle = apply_decisions(tables, decide(tmp_path, ("theme", "initiative-n", "new-employment"), ("alias", "union-a", "甲县总")))
    assert idle == []
    assert entity(out, "initiative-n")["themes"] == "new-employment"
    assert entity(out, "union-a")["aliases"] == "甲县总"


def test_not_same_splits_the_page_off(tables, tmp_path):
    entities = tables["entities"]
    entities.loc[entities["id"] == "person-z", "pages"] = f"{PAGE} other.txt"
    out, idle = apply_decisions(tables, decide(tmp_path, ("not-same", "person-z", "", PAGE)))
    assert idle == []
    people = out["entities"][out["entities"]["type"] == "Person"]
    assert sorted(people["pages"]) == sorted([PAGE, "other.txt"])
    assert set(out["mentions"][out["mentions"]["type"] == "Person"]["entity"]).isdisjoint({"person-z"})
    assert check(out) == []


def test_add_needs_its_quote_on_the_page(tables, tmp_path):
    out, idle = apply_decisions(tables, decide(tmp_path, ("add", "union-a", "cooperatesWith union-b", PAGE, "歇脚屋")))
    row = out["relations"][out["relations"]["relation"] == "cooperatesWith"].iloc[0]
    assert (row["text"], row["rule"], idle) == ("歇脚屋", "decision", [])
    _, idle = apply_decisions(tables, decide(tmp_path, ("add", "union-a", "cooperatesWith union-b", PAGE, "not there")))
    assert len(idle) == 1


def figure(tables):
    assert len(tables["statistics"]) == 1
    return tables["statistics"].iloc[0]


def test_a_figure_is_given_to_another_named_and_mended(tables, tmp_path):
    rows = (("subject", "", "union-a", PAGE, "12个"), ("measure", "", "驿站", PAGE, "12个"), ("value", "", "15 家", PAGE, "12个"))
    out, idle = apply_decisions(tables, decide(tmp_path, *rows))
    row = figure(out)
    assert (row["subject"], row["measure"], row["value"], row["unit"], row["rule"], idle) == ("union-a", "驿站", 15, "家", "decision", [])
    assert (row["text"], check(out)) == ("12个", [])


def test_a_figure_goes_and_only_where_the_passage_holds_it_alone(tables, tmp_path):
    out, idle = apply_decisions(tables, decide(tmp_path, ("drop-figure", "", "", PAGE, "12个")))
    assert (len(out["statistics"]), idle) == (0, [])
    text = tables["pages"].iloc[0]["text"]
    second = tables["statistics"].iloc[0].to_dict() | {"start": text.index("20个"), "end": text.index("20个") + 3, "text": "20个"}
    both = tables | {"statistics": pd.concat([tables["statistics"], pd.DataFrame([second])], ignore_index=True)}
    for passage in ("12个。乙县总工会建成“歇脚屋”20个", "not there"):
        out, idle = apply_decisions(both, decide(tmp_path, ("drop-figure", "", "", PAGE, passage)))
        assert (len(out["statistics"]), len(idle)) == (2, 1)


def test_a_page_gets_its_date(tables, tmp_path):
    out, idle = apply_decisions(tables, decide(tmp_path, ("date", "", "2024-05-06", PAGE), ("date", "", "2024", "no page.txt")))
    assert (out["pages"].iloc[0]["date"], len(idle)) == ("2024-05-06", 1)


def test_where_an_initiative_runs_follows_what_is_decided_of_its_region(tables, tmp_path):
    rows = (("drop", "initiative-n inRegion region-990101"), ("add", "initiative-n", "inRegion region-990102", PAGE, "歇脚屋"))
    out = placed(apply_decisions(placed(tables), decide(tmp_path, *rows))[0])
    assert entity(placed(tables), "initiative-n")["adcode"] == "990101"
    assert regions_of(out)["initiative-n"] == ("990102",)


def test_a_decision_that_no_longer_bites_is_reported(tables, tmp_path):
    _, idle = apply_decisions(tables, decide(tmp_path, ("drop", "union-gone"), ("relabel", "", "x", PAGE, "never said")))
    assert [str(decision).split(": ", 1)[0][-15:] for decision in idle] == ["decisions.csv:2", "decisions.csv:3"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("merge,a,b,,,li,2024,", "decisions.csv:2: 'merge' is none of same"),
        ("drop,,,,,li,2024,", "decisions.csv:2: give a target"),
        ("drop,a,,,,,,", "decisions.csv:2: say who"),
        ("retype,a,Foo,,,li,2024,", "decisions.csv:2: Foo is none of Company"),
        ("theme,a,legal-aid foo,,,li,2024,", "decisions.csv:2: foo is none of"),
        ("relabel,a,,,,li,2024,", "decisions.csv:2: relabel needs an object"),
        ("value,,25,一版.txt,12个,li,2024,", "decisions.csv:2: '25' is no number with its unit"),
        ("date,,2024-13,一版.txt,,li,2024,", "decisions.csv:2: '2024-13' is no date"),
        ("subject,union-a,union-b,,,li,2024,", "decisions.csv:2: subject needs the page and the quote"),
        ("# a comment\nadd,a,likes b,,,li,2024,", "decisions.csv:3: likes is none of"),
    ],
)
def test_what_cannot_be_understood_is_named(tmp_path, line, message):
    path = tmp_path / "decisions.csv"
    path.write_text(",".join(COLUMNS) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(DecisionError, match=message):
        read_decisions([path])


def test_a_file_saved_by_chinese_excel_is_read(tmp_path):
    path = tmp_path / "决定.csv"
    path.write_bytes((",".join(COLUMNS) + "\r\nrelabel,union-a,甲县总工会,,,李,2024,旧称\r\n").encode("gb18030"))
    assert read_decisions([path])[0].object == "甲县总工会"


def test_the_input_tables_are_left_alone(tables, tmp_path):
    before = {name: table.copy() for name, table in tables.items()}
    apply_decisions(tables, decide(tmp_path, ("drop", "union-a"), ("relabel", "union-b", "x")))
    for name, table in tables.items():
        assert table.equals(before[name])
