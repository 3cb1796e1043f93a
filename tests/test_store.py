"""The store on disk: complete, movable, readable by many; the search index beside it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph import rdf, store
from graph.errors import QueryError
from graph.files import folder
from graph.opened import base_of, open_store
from graph.search import search
from graph.search_index import initials
from graph.tables import read_tables

FIXTURE = Path(__file__).parent / "fixtures" / "tables"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("out")
    rdf.write_all(read_tables(FIXTURE), made)
    store.build(made, made / "store")
    return made


def test_it_holds_every_quad_and_everything_once_in_the_default_graph_and_no_more(out: Path) -> None:
    written = set(ox.parse(path=str(out / "graph.nq")))
    assert len(written) > 500
    words = ox.parse(path=str(folder("schema") / "ontology.ttl"))
    once = {ox.Quad(triple.subject, triple.predicate, triple.object) for triple in [*written, *words]}
    assert set(open_store(out)) == written | once


def test_the_folder_can_be_renamed_and_opened_twice(out: Path, tmp_path: Path) -> None:
    shutil.copytree(out, tmp_path / "new")
    (tmp_path / "new").rename(tmp_path / "图谱")
    first, second = open_store(tmp_path / "图谱"), open_store(tmp_path / "图谱" / "store")
    assert len(first) == len(second) > 0
    code = f"from pathlib import Path; from graph.opened import open_store; print(len(open_store(Path({str(tmp_path / '图谱')!r}))))"
    assert int(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout) == len(first)


def test_nothing_in_the_store_tells_where_it_was_built(out: Path) -> None:
    files = [path for path in (out / "store").rglob("*") if path.is_file()]
    assert len(files) > 5
    assert [path for path in files if str(out).encode() in path.read_bytes()] == []


def test_a_read_only_store_refuses_to_change(out: Path) -> None:
    with pytest.raises(RuntimeError, match="read-write"):
        open_store(out).update("INSERT DATA { <http://x/a> <http://x/b> <http://x/c> }")


def test_a_folder_without_a_store_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="gonghui build"):
        open_store(tmp_path)


def test_the_base_is_found_again(tmp_path: Path) -> None:
    rdf.write_all(read_tables(FIXTURE), tmp_path, base="https://example.org/union/")
    store.build(tmp_path, tmp_path / "store")
    assert base_of(open_store(tmp_path)) == "https://example.org/union/"


NAMES = {"干驿": "莫干驿站", "mgyz": "莫干驿站", "MGYZ": "莫干驿站", "县总": "县总", "保障局": "德清县人力资源和社会保障局"}


@pytest.mark.parametrize(("text", "first"), NAMES.items())
def test_names_are_found_by_any_part_and_by_initials(out: Path, text: str, first: str) -> None:
    assert search(out / "store", text)[0].text == first


def test_quotes_are_found_after_names(out: Path) -> None:
    hits = search(out / "store", "歇脚")
    assert {hit.kind for hit in hits} == {"Evidence"}
    assert all("歇脚" in hit.text for hit in hits)
    kinds = [hit.kind for hit in search(out / "store", "驿站")]
    assert kinds == sorted(kinds, key=lambda kind: kind == "Evidence")


@pytest.mark.parametrize("text", ["浙江 德清县总工会", "德清县总 湖州 浙江", "dqxzgh 浙江省"])
def test_of_several_words_each_is_in_the_name_or_its_region(out: Path, text: str) -> None:
    assert search(out / "store", text)[0].text == "德清县总工会"


def test_of_several_words_all_must_be_there(out: Path) -> None:
    hits = search(out / "store", "歇脚 莫干")
    assert hits
    assert all("歇脚" in hit.text and "莫干" in hit.text for hit in hits)
    assert search(out / "store", "莫干 火星") == []


@pytest.mark.parametrize("text", ["", "   ", '"', "' OR 1=1 --", "NEAR(", "a AND", "*", "莫干\x00", "^:(", "words : x"])
def test_hostile_searches_find_nothing_and_break_nothing(out: Path, text: str) -> None:
    assert isinstance(search(out / "store", text), list)


def test_a_search_index_that_is_gone_is_said_so(out: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="gone or damaged: build again"):
        search(tmp_path / "store", "驿站")
    (tmp_path / "search.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(QueryError, match="gone or damaged: build again"):
        search(tmp_path, "驿站")


def test_initials() -> None:
    assert initials("户外劳动者") == "h w l d z"
