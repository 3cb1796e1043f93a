"""The shipped questions: they run everywhere as they are, give the same answers in two engines, and understand what people type."""

import io
from pathlib import Path

import pandas as pd
import pyoxigraph as ox
import pytest
import rdflib

import gonghui
from graph import questions, rdf, sparql, store
from graph.errors import QueryError
from graph.opened import open_store
from graph.tables import Tables, frame, read_tables

FIXTURE = Path(__file__).parent / "fixtures" / "tables"


def similar(tables: Tables) -> pd.DataFrame:
    ids = dict(zip(tables["entities"]["name"], tables["entities"]["id"], strict=True))
    pair = {"a": ids["歌风驿站"], "b": ids["莫干驿站"], "score": 0.72, "theme": 0.4, "why": "主题相同"}
    return pd.DataFrame([pair])


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    tables = read_tables(FIXTURE)
    part = tables["relations"][tables["relations"]["relation"] == "runs"].iloc[0].to_dict()
    whole = next(id_ for id_ in tables["relations"].query("relation == 'runs'")["tail"] if id_ != part["tail"])
    part |= {"relation": "partOfInitiative", "head": part["tail"], "tail": whole, "label": ""}
    tables["relations"] = frame("relations", [*tables["relations"].to_dict("records"), part])
    rdf.write_all(tables, folder, extra={"similar": similar(tables)})
    store.build(folder, folder / "store")
    return folder


@pytest.fixture(scope="module")
def opened(out: Path) -> ox.Store:
    return open_store(out)


@pytest.fixture(scope="module")
def rdflib_graph(out: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(out / "graph.ttl")


def test_there_are_enough_questions_and_each_is_worded_twice() -> None:
    known = questions.load_questions()
    assert len(known) >= 20
    for question in known.values():
        assert any("\u4e00" <= char <= "\u9fff" for char in question.zh), question.name
        assert question.en.isascii(), question.name
        assert question.query.count("\n# ") <= 5


@pytest.mark.parametrize("name", sorted(questions.load_questions()))
def test_oxigraph_and_rdflib_agree(opened: ox.Store, rdflib_graph: rdflib.Graph, name: str) -> None:
    question = questions.load_questions()[name]
    values = {p.name: questions.resolve(opened, p, {"page": "无日期.txt"}[p.kind]) for p in question.parameters if p.kind == "page"}
    query = questions.fill(question, values)
    header, rows = sparql.answer_rows(opened, query)
    other = rdflib_graph.query(query)
    assert [str(v) for v in other.vars or []] == header
    expected = [["" if term is None else str(term) for term in row] for row in other]  # type: ignore[union-attr]
    if any(value.replace(".", "", 1).isdigit() for row in rows for value in row):
        rows, expected = _numbers(rows), _numbers(expected)
    assert rows == expected
    assert rows, f"{name} has no answer in the fixture: it proves nothing"


def _numbers(rows: list[list[str]]) -> list[list[str]]:
    """12000 and 12000.0 are the same decimal."""
    return [[value[:-2] if value.endswith(".0") else value for value in row] for row in rows]


def answers(opened: ox.Store, asked: str, /, **given: str) -> list[list[str]]:
    question = questions.find_question(asked)
    values = {p.name: questions.resolve(opened, p, given[p.name]) for p in question.parameters if p.name in given}
    return sparql.answer_rows(opened, questions.fill(question, values))[1]


def test_answers_follow_the_parameters(opened: ox.Store) -> None:
    assert answers(opened, "regions-by-theme", theme="集体协商与集体合同") == [["德清县", "330521", "1", "2023-05-12"]]
    assert answers(opened, "posts", role="副主席")[0][:4] == ["周宁", "沛县总工会", "副主席", "2023-09"]
    assert {row[0] for row in answers(opened, "initiatives-of-region", region="湖北")} == {"宜昌市", "武汉市"}
    assert {row[0] for row in answers(opened, "initiatives-of-region", region="420100")} == {"武汉市"}
    missing = {row[0] for row in answers(opened, "themes-nobody-runs", region="浙江省")}
    assert missing.isdisjoint({"集体协商与集体合同", "户外劳动者服务站点"})
    assert [row[0] for row in answers(opened, "similar")] == ["0.72"]


@pytest.mark.parametrize(("given", "rows"), [("德清县总工会", 7), ("县总", 7), ("德清县总", 7), ("云杉", 1)])
def test_a_name_is_found_by_short_form_and_by_part(opened: ox.Store, given: str, rows: int) -> None:
    assert len(answers(opened, "about", name=given)) == rows


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("regions-by-theme", {"theme": "劳动者服务站"}, "did you mean 户外劳动者服务站点 (outdoor-stations)"),
        ("regions-by-theme", {"theme": "outdoor-station"}, "did you mean 户外劳动者服务站点 (outdoor-stations)"),
        ("initiatives-of-region", {"region": "德青县"}, "德清县 (330521)"),
        ("about", {"name": "驿站"}, "several things are called '驿站'"),
        ("about", {"name": "莫干驿馆"}, "莫干驿站"),
        ("posts", {"role": "会长"}, "nothing is called"),
        ("figures-by-measure", {"measure": "集体协商建制律"}, "did you mean 集体协商建制率"),
        ("figures-by-measure", {"measure": "xyz"}, "`gonghui ask OUT measures` lists them"),
    ],
)
def test_unknown_and_ambiguous_names_get_candidates(opened: ox.Store, name: str, given: dict[str, str], words: str) -> None:
    with pytest.raises(QueryError) as caught:
        answers(opened, name, **given)
    assert words in str(caught.value)


def test_values_cannot_break_out_of_the_query(opened: ox.Store) -> None:
    with pytest.raises(QueryError, match="no measure holds"):
        answers(opened, "figures-by-measure", measure='x" } } INSERT {')
    with pytest.raises(QueryError, match="nothing is"):
        answers(opened, "about", name='"@zh } ?s ?p ?o . VALUES ?x { "')


def test_values_that_nobody_gave_are_told(out: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert gonghui.main(["ask", str(out), "officials-by-theme", "--role", "主席"]) == 0
    assert "--region 420000 --theme outdoor-stations: give other values by these options" in capfd.readouterr().err
    assert gonghui.main(["ask", str(out), "regions-by-theme", "--theme", "outdoor-stations"]) == 0
    assert not capfd.readouterr().err


@pytest.mark.parametrize(
    ("given", "hint"),
    [("region-by-theme", "did you mean .*regions-by-theme"), ("同一指标", "did you mean figures-by-measure"), ("xyz", "OUT` lists them")],
)
def test_unknown_questions_get_the_nearest(given: str, hint: str) -> None:
    with pytest.raises(QueryError, match=hint):
        questions.find_question(given)


def test_no_questions_are_listed_for_a_folder_that_is_no_build(out: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert gonghui.main(["ask", str(tmp_path / "nowhere")]) == 2
    assert gonghui.main(["ask", str(tmp_path)]) == 2
    told = capfd.readouterr()
    assert "nowhere: no such folder" in told.err
    assert f"{tmp_path}: no store here: build one" in told.err
    assert not told.out
    assert gonghui.main(["ask", str(out)]) == 0
    assert "哪些地区" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("options", "heads"),
    [
        ([], "地区 行政区划代码 举措数 最早见报"),
        (["--lang", "en"], "region division code initiatives first seen"),
        (["--lang", "en", "--format", "csv"], "region,code,initiatives,first"),
        (["--format", "csv"], "region,code,initiatives,first"),
        (["--format", "markdown"], "| 地区 | 行政区划代码 | 举措数 | 最早见报 |"),
    ],
)
def test_people_read_headings_and_programs_read_variables(
    out: Path, capfd: pytest.CaptureFixture[str], options: list[str], heads: str
) -> None:
    assert gonghui.main(["ask", str(out), "regions-by-theme", "--theme", "outdoor-stations", *options]) == 0
    assert " ".join(capfd.readouterr().out.splitlines()[0].split()) == heads


@pytest.mark.parametrize(
    ("options", "shown", "hidden"),
    [
        ([], "莫干驿站 站点 户外劳动者服务站点", "station"),
        (["--lang", "en"], "莫干驿站 station Stations for outdoor workers", "站点"),
        (["--format", "csv"], "莫干驿站,station,户外劳动者服务站点", "站点,户外"),
    ],
)
def test_people_read_kinds_in_words_and_programs_read_ids(
    out: Path, capfd: pytest.CaptureFixture[str], options: list[str], shown: str, hidden: str
) -> None:
    assert gonghui.main(["ask", str(out), "initiatives-of-region", "--region", "浙江省", *options]) == 0
    told = " ".join(capfd.readouterr().out.split())
    assert shown in told
    assert hidden not in told


def test_relations_are_named_in_the_language_of_the_heads(out: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert gonghui.main(["ask", str(out), "best-attested"]) == 0
    told = capfd.readouterr().out
    assert "莫干驿站" in told
    assert "开展" in told
    assert "runs" not in told


def test_every_column_has_a_heading_in_both_languages(opened: ox.Store) -> None:
    used = {name for question in questions.load_questions().values() for name in sparql.answer_rows(opened, question.query)[0]}
    for language in ("zh", "en"):
        assert set(questions.wording(language).heads) == used
    assert all(any("\u4e00" <= char <= "\u9fff" for char in head) for head in questions.wording("zh").heads.values())
    assert all(head.isascii() for head in questions.wording("en").heads.values())


def test_queries_avoid_what_other_stores_get_wrong() -> None:
    for question in questions.load_questions().values():
        body = "\n".join(line for line in question.query.splitlines() if not line.startswith("#"))
        for word in ("REGEX", "REPLACE", "GROUP_CONCAT", "SAMPLE", "NOW", "RAND"):
            assert word not in body.upper(), f"{question.name}: {word} differs between stores"
        out = io.StringIO(body)
        assert "PREFIX" in out.readline(), f"{question.name} must declare its prefixes to run in other stores"


@pytest.mark.parametrize(("word", "theme"), [("托管", "family-marriage"), ("驿站", "outdoor-stations"), ("书屋", "culture-sports")])
def test_a_theme_is_found_by_a_word_that_speaks_for_it(opened, word, theme):
    question = questions.load_questions()["figures-by-theme"]
    assert questions.resolve(opened, question.parameters[0], word) == f"theme:{theme}"
